"""Lines broken where the paper ended, run together again: as many characters as before, so that offsets stay."""

from __future__ import annotations

import re

SHORTEST = 50
"""Characters of a line below which it was not broken for want of room: an address, a heading, an item of a list."""

_WIDEST = 200
_ITEM = re.compile(r"(?:[-•*–·o>|#]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|Q(?:uestion)?\s?\d)", re.IGNORECASE)
_OPENS = "\"'‘“(£"  # what a word may begin with
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def flowed(text: str) -> str:
    """`text` with a space for each line end that only the width of a page or mail gave rise to.

    A line is run on with the next where that goes on in the middle of a sentence, or where its first word had no room.
    What begins an item, follows a blank line, or stands behind two spaces (Markdown's own line end) stays apart.
    """
    lines = _LINE.findall(text)
    width = min(_WIDEST, max((len(line.rstrip()) for line in lines), default=0))
    made = list(lines)
    for n in range(len(lines) - 1):
        if lines[n].endswith("\n") and not lines[n].endswith("\r\n") and _runs_on(lines[n], lines[n + 1], width):
            made[n] = lines[n][:-1] + " "
    return "".join(made)


def _runs_on(line: str, after: str, width: int) -> bool:
    line = line[:-1]
    said, words = line.rstrip(), after.split(None, 1)
    if len(said) < SHORTEST or not words or line.endswith("  ") or after[:1].isspace() or _ITEM.match(after):
        return False
    first = after.lstrip(_OPENS)[:1]
    if first.islower():
        return said[-1] not in ":;"
    full = len(said) + 1 + len(words[0]) > 0.9 * width
    return full and width < _WIDEST and first.isalnum() and said[-1] not in ".:;?!"
