"""Tables printed a cell a line, as a page of several columns leaves them when each cell is copied by itself.

"Site", "Car", "Bicycle", "North Gate", "41", "88", "South Gate", "17", "32": a label before each pair of figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.block import Block, Head, Line, Row, Span
from indexer.grid import is_period
from indexer.lists import LOOSE_END
from indexer.numbers import state

_LONGEST = 60
"""Characters of a label."""
_FEWEST = 2
"""Rows, and columns of figures."""
_PAIRS = 3
"""Rows where there is one column of figures."""


def stacked(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    """Every such table on `lines`: its names over the columns where there is one for each, and its rows, all full."""
    found = []
    at = 0
    while at < len(lines):
        end = at
        gap = min(lines[at + 1].gap, 1) if at + 1 < len(lines) else 0  # a blank line after each cell, or after none
        while (
            end < len(lines) and not taken[end] and (end == at or lines[end].gap == gap) and _is_cell(lines[end].text)
        ):
            end += 1
        if end - at < _FEWEST * (_FEWEST + 1):
            at += 1
            continue
        block = _block(lines, at, end)
        if block is not None:
            found.append(block)
        at = end
    return found


def _block(lines: Sequence[Line], at: int, end: int) -> Block | None:
    """The table on the lines from `at` to `end`; None where the labels do not come as regularly as they do in one."""
    figures = [_is_figure(line.text) for line in lines[at:end]]
    if not any(figures):
        return None
    opens = figures.index(True) - 1  # the label of the first row, right above its first figure
    width = next((n for n, one in enumerate(figures[opens + 1 :]) if not one), len(figures) - opens - 1)
    step = width + 1
    last = opens
    while figures[last : last + step] == [False] + [True] * width and (
        last + step == len(figures) or not figures[last + step]
    ):
        last += step
    fewest = _FEWEST if width >= _FEWEST else _PAIRS
    if opens < 0 or last - opens < fewest * step or last < len(figures):
        return None
    if width < _FEWEST and opens != width + 1:  # a name and its figure in turn, under a name over each
        return None
    rows = []
    for row in range(at + opens, at + last, step):
        label, *cells = (_span(line) for line in lines[row : row + step])
        rows.append(Row([label], cells))
    heads = _headings(lines[at : at + opens], width)
    return Block(heads, tuple(rows), width, True, at, at + last - 1) if heads else None


def _headings(lines: Sequence[Line], width: int) -> tuple[tuple[Head, ...], ...]:
    """The names over `width` columns, with or without one over the labels; empty where `lines` are not as many.

    A name may take several lines, the same number each, if these are of a kind: "Calls", "2022", "Visits", "2022".
    """
    for corner in (0, 1):
        tall, rest = divmod(len(lines) - corner, width)
        if rest or not tall:
            continue
        rows = [[lines[n] for n in range(corner + at, len(lines), tall)] for at in range(tall)]
        if tall > 1 and not any(all(is_period(line.text) for line in row) for row in rows):
            continue
        named = [tuple((column, _span(line), 1) for column, line in enumerate(row, 1)) for row in rows]
        if corner:
            named[0] = ((0, _span(lines[0]), 1), *named[0])
        return tuple(named)
    return ()


def _is_cell(text: str) -> bool:
    """Whether a line may be a cell: a figure, or a few words that are no sentence."""
    words = text.split()
    if _OPENS.fullmatch(text) or _TITLE.match(text):
        return False
    loose = len(text) > 1 and words[-1].lower() in LOOSE_END  # "A" may be a band
    return bool(words) and len(text) <= _LONGEST and text[-1] not in ".?:;" and not loose


_OPENS = re.compile(
    r"(?:(?:our )?(?:response|answer|reply)(?:(?: to)? (?:question|q|part))?|question|q|part)(?: ?\d{1,2}[a-z]?)?",
    re.IGNORECASE,
)
"""What an answer begins with that is no cell: "Question 4", "Response"."""


_TITLE = re.compile(r"(?:table|figure|annex|appendix)\s\w{1,3}\b", re.IGNORECASE)
"""What a table's name begins with."""


def _is_figure(text: str) -> bool:
    if len(text) == 1 and text.isupper():
        return False  # a band or a grade
    return state(text) in ("number", "none", "suppressed") and not is_period(text) and len(text.split()) <= 2


def _span(line: Line) -> Span:
    return line.start, line.end
