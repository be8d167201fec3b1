"""Heading lines over columns: which words head which column, where the text shows it and where it must be inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.block import Head, Line, Span
from indexer.grid import PERIOD, TOTAL
from indexer.lists import LOOSE_END

_STARTERS = frozenset(
    word
    for group in (
        ("total", "number", "primary", "secondary", "male", "female", "cost", "value", "count", "percentage", "grand"),
        ("overall", "adult", "adults", "children", "childrens", "amount", "average", "rate", "no", "requests"),
        ("received", "granted", "refused", "issued", "spend", "budget", "q1", "q2", "q3", "q4"),
    )
    for word in group
)
"""Words that open the heading of a column of figures more often than they continue one."""


def heading_like(text: str, width: int) -> bool:
    """True for a line that reads as headings of `width` columns: repeats, periods, or a heading's usual words."""
    words = [w.strip("(),.").lower() for w in text.split()]
    repeated = len(words) - len(set(words))
    return (
        repeated >= max(1, width // 3)
        or len(PERIOD.findall(text)) >= 2
        or bool({"total", "number", "year", "date", "postcode"} & set(words))
    )


def columns(lines: Sequence[Line], width: int) -> tuple[tuple[tuple[Head, ...], ...], bool]:
    """Heading lines cut into columns 0 (labels) to `width`; True where the cuts had to be guessed."""
    heads: list[tuple[Head, ...]] = []
    guessed = False
    for line in lines:
        if (below := _wrapped(lines, line, width)) is not None:
            heads.append(below)
            continue
        spans, sure = _cut_heading(line.text, width)
        guessed = guessed or not sure
        columns = range(width + 1 - len(spans), width + 1)
        if len(spans) == 1 and not sure:
            last = TOTAL.match(lines[-1].text.split()[-1]) is not None and re.fullmatch(
                r"(?:grand|overall)", line.text, re.I
            )
            heads.append(((width, (line.start, line.end), 1),) if last else ((1, (line.start, line.end), width),))
            continue
        heads.append(tuple((c, (line.start + a, line.start + b), 1) for c, (a, b) in zip(columns, spans, strict=True)))
    return tuple(heads), guessed


def _wrapped(lines: Sequence[Line], line: Line, width: int) -> tuple[Head, ...] | None:
    """What goes on under the headings of a line that leaves the labels' column blank, each piece with the one heading
    that it stands under; None for that line itself, and where a piece stands under none or under several."""
    over = next((one for one in lines if one.indent and len(_places(one)) == width > 1), None)
    if over is None or over is line or line.start < over.start:
        return None
    found: list[Head] = []
    for start, end in _places(line):
        under = [at for at, (a, b) in enumerate(_places(over), 1) if start < b and a < end]
        if len(under) != 1:
            return None
        found.append((under[0], (line.start + start - line.indent, line.start + end - line.indent), 1))
    return tuple(found)


def _places(line: Line) -> list[Span]:
    """Where the pieces of a line that wide gaps part stand, counted from the margin."""
    return [(line.indent + m.start(), line.indent + m.end()) for m in re.finditer(r"\S+(?: \S+)*", line.text)]


def _cut_heading(text: str, width: int) -> tuple[list[Span], bool]:
    """A heading line as at most `width` + 1 spans, right-aligned to the columns; True where the cuts show."""
    chunks = [(m.start(), m.end()) for m in re.finditer(r"\S+(?: \S+)*", text)]
    periods = [
        m.span()
        for m in PERIOD.finditer(text)
        if text[m.start() - 1 : m.start()] in ("", " ") and text[m.end() : m.end() + 1] in ("", " ")
    ]
    if len(periods) >= 2 and len(periods) >= width - 1:
        rest = text[periods[-1][1] :].strip()
        spans = periods + ([(len(text) - len(rest), len(text))] if rest else [])
        lead = text[: periods[0][0]].strip()
        return ([(0, len(lead)), *spans] if lead and len(spans) == width else spans)[-(width + 1) :], len(
            spans
        ) == width
    if len(chunks) in (width, width + 1) and len(chunks) > 1:
        return (_halved(text, chunks) if len(chunks) == width else chunks), True
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    if len(words) < 2 or width < 1:
        return [(0, len(text))], width == 1 and len(words) < 2
    if len(words) in (width, width + 1) and len({text[a:b] for a, b in words}) < len(words):
        return words, True
    want = width if len(words) >= width + 1 else min(width, len(words)) - 1
    scored = sorted((_break_score(text, words, i), i) for i in range(1, len(words)))
    cuts = sorted(i for score, i in scored[::-1][:want] if score > 0)
    if len(cuts) < max(1, want - 1):
        return [(0, len(text))], False
    bounds = [0, *cuts, len(words)]
    return [(words[a][0], words[b - 1][1]) for a, b in pairwise(bounds)], False


def _halved(text: str, chunks: list[Span]) -> list[Span]:
    """Headings over the value columns alone, or all of them where one chunk holds two of a kind ("Stand A Stand B")."""
    for at, (start, end) in enumerate(chunks):
        words = text[start:end].split(" ")
        again = [i for i in range(1, len(words)) if words[i] == words[0]]
        if len(again) == 1 and len(words) == 2 * again[0]:
            cut = start + len(" ".join(words[: again[0]]))
            return [*chunks[:at], (start, cut), (cut + 1, end), *chunks[at + 1 :]]
    return chunks


def _break_score(text: str, words: Sequence[Span], at: int) -> float:
    """How likely a new column heading starts at word `at`."""
    word, before = text[slice(*words[at])], text[slice(*words[at - 1])]
    if not (word[:1].isupper() or word[:1] == "("):
        return 0.0
    first = text[slice(*words[0])]
    opens = word.lower().strip("().,") in _STARTERS
    if before.lower() in LOOSE_END and not (opens or word == first):  # "issued by | HQ" is one heading
        return 0.0
    score = 1.0 + 2.0 * opens + 0.01 * at
    score += 1.5 * (before[:1].islower() or before.endswith((")", "-"))) + 1.0 * (word == first and len(word) > 2)
    score += 2.0 * (words[at][0] - words[at - 1][1] > 1)
    return score - 1.5 * (word.isupper() and len(word) > 1) - 1.5 * (word[:1] == "(")
