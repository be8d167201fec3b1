"""Acronyms as the indexed letters themselves define them: "private hire vehicle (PHV)", "PHV (private hire vehicle)".

What one letter says is a set of pairs, so the tally of a generation follows from the last one's by adding the letters
that came and taking away those that went.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from corpus.document import FoiError

FILE = "acronyms.json"

Pair = tuple[str, str]
"""An acronym and what it is short for, both in lower case."""

Tally = Counter[Pair]
"""In how many letters each pair is defined."""

_SMALL = frozenset(["of", "the", "and", "in", "for", "to", "a", "an", "on", "at", "by", "with", "or"])
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_AFTER = re.compile(r"\(\s?[\"'“‘]?([A-Z][A-Za-z]{0,6}[A-Z])s?[\"'”’]?\s?\)")
_BREAK = re.compile(r"[^A-Za-z'’/, \n-]|\n\s*\n")
_BEFORE = re.compile(r"(?<![A-Za-z(])([A-Z][A-Za-z]{0,6}[A-Z])s?\s\(([A-Za-z][A-Za-z'’/ \n-]{5,80})\)")
_SHORT = re.compile(r"(?<![A-Za-z])([A-Z]{3,7})(?![A-Za-z])")
_TITLED = re.compile(r"[A-Z][a-z]+(?:[ -](?:(?:of|and|the|for|in|to|on|by|with) ){0,2}[A-Z][a-z]+){2,6}")
_LONGEST = 80
_MOST = 3
_LEAST = 2


def definitions(text: str) -> set[Pair]:
    """The pairs that `text` defines, or that follow from a name that it prints more than once beside its initials."""
    found: set[Pair] = set()
    for match in _AFTER.finditer(text):
        before = _BREAK.split(text[max(0, match.start() - 160) : match.start()])[-1]
        if long := _spelling(match[1], _WORD.findall(before)):
            found.add((match[1].lower(), long))
    for match in _BEFORE.finditer(text):
        inside = _WORD.findall(match[2])
        if _initials(inside, match[1]):
            found.add((match[1].lower(), " ".join(inside).lower()))
    known = {short for short, _ in found}
    tokens = {short for short in _SHORT.findall(text) if short.lower() not in known}
    if tokens:
        titled = Counter(pair for match in _TITLED.finditer(text) for pair in _recurring(match[0], tokens))
        found.update(pair for pair, count in titled.items() if count > 1)
    return {(short, long) for short, long in found if len(long) <= _LONGEST}


def _spelling(short: str, before: list[str]) -> str | None:
    """The fewest words at the end of `before` whose initials are `short`."""
    for start in range(len(before) - 2, max(-1, len(before) - len(short) - 5), -1):
        if before[start].lower() not in _SMALL and _initials(before[start:], short):
            return " ".join(before[start:]).lower()
    return None


def _initials(words: list[str], short: str) -> bool:
    """Whether `short` is made of the first letters of `words`, with or without those of small words."""
    whole = "".join(word[0] for word in words).upper()
    content = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return len(words) > 1 and short.upper() in (whole, content)


def _recurring(name: str, tokens: set[str]) -> Iterator[Pair]:
    words = _WORD.findall(name)
    for start in range(len(words) - 2):
        for end in range(start + 3, len(words) + 1):
            part = words[start:end]
            if part[0].lower() in _SMALL or part[-1].lower() in _SMALL:
                continue
            short = "".join(word[0] for word in part if word.lower() not in _SMALL).upper()
            if short in tokens:
                yield short.lower(), " ".join(part).lower()


def tallied(before: Tally, born: Iterable[str], died: Iterable[str]) -> Tally:
    """`before` with the letters' texts in `born` counted and those in `died` taken away."""
    tally = Counter(before)
    for text in born:
        tally.update(definitions(text))
    for text in died:
        tally.subtract(definitions(text))
    return +tally


def learnt(tally: Tally) -> dict[str, tuple[str, ...]]:
    """Each acronym with its wordings, the commonest first, at most three; one in ten letters of the commonest counts
    as a slip and is left out, and so does what a single letter defines: it may be that letter's own."""
    by_short: dict[str, list[tuple[int, str]]] = {}
    for (short, long), count in tally.items():
        if count < _LEAST:
            continue
        by_short.setdefault(short, []).append((-count, long))
    found = {}
    for short, wordings in sorted(by_short.items()):
        wordings.sort()
        found[short] = tuple(long for count, long in wordings[:_MOST] if 10 * count <= wordings[0][0])
    return found


def write(folder: Path, tally: Tally) -> None:
    """Write `acronyms.json` into the folder of a generation."""
    rows: dict[str, dict[str, int]] = {}
    for (short, long), count in sorted(tally.items()):
        rows.setdefault(short, {})[long] = count
    (folder / FILE).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def read(folder: Path) -> Tally:
    """The tally of a generation. Raises FoiError where its file is gone, cannot be read, or holds anything else."""
    try:
        rows = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if not isinstance(rows, Mapping):
            raise ValueError("no table of acronyms")
        tally: Tally = Counter()
        for short, wordings in rows.items():
            for long, count in wordings.items():
                if not (re.fullmatch(r"[a-z]{2,8}", short) and 0 < len(long) <= _LONGEST and type(count) is int):
                    raise ValueError(f"{short!r} is no acronym with its wordings")
                tally[short, long] = count
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise FoiError(f"{folder / FILE} is damaged ({error}): run `foi index` to rebuild it") from None
    return tally
