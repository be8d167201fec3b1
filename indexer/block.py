"""What tables in plain text are made of: lines, rows, and blocks of rows under headings.

Every span is a pair of offsets into the canonical text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]
Head = tuple[int, Span, int]
"""A heading: the column it stands over, where it is printed, and how many columns it spans."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of an answer, stripped: `text` stands at `start`, `indent` characters from the margin; `gap`
    counts lines left out before it."""

    start: int
    text: str
    gap: int = 0
    indent: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Row:
    """A row as printed: its label, which may stand in several pieces, and its cells from left to right.

    `at` are the columns of the cells, from 1, where the text shows them; without, only a full row's are known.
    """

    label: list[Span] = field(default_factory=list)
    cells: list[Span] = field(default_factory=list)
    at: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Block:
    """A table found in text: heading lines, rows, and how many columns of values it has.

    `labelled` says whether column 0 holds row labels; `first` and `last` are the lines it stands on.
    """

    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[Row, ...]
    width: int
    labelled: bool
    first: int
    last: int
    guessed: bool = False


def printed(lines: Sequence[Line], start: int, end: int) -> str:
    """What stands at a span that lies within one of `lines`, which are in text order; empty where it does not."""
    at = bisect_right(lines, start, key=_start) - 1
    if at < 0 or end > lines[at].end:
        return ""
    return lines[at].text[start - lines[at].start : end - lines[at].start]


def _start(line: Line) -> int:
    return line.start
