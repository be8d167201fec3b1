"""Charts: where each bar stands and how long it is, in per cent and pixels. The templates draw them as SVG.

No chart says anything in colour alone, and none says anything that a table beside it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LINE = 22
"""Pixels of a line of text."""

BAR = 14
"""Pixels that a bar is thick."""

TALL = 44
"""Pixels of the highest column."""

_WIDEST = 80.0  # per cent: what is left takes the figure behind the longest bar


@dataclass(frozen=True, slots=True)
class Bar:
    """A horizontal bar under its label, both from `top` down; `length` in per cent of the width."""

    label: str
    said: str
    top: int
    length: float
    behind: float
    main: bool


@dataclass(frozen=True, slots=True)
class Bars:
    bars: tuple[Bar, ...]
    height: int


def bars(rows: Sequence[tuple[str, str, float]], main: int | None = None) -> Bars:
    """(label, the figure in words, the figure) → one bar each, all from nought. `main` is the number of the one that
    stands out; without, none does."""
    most = max((value for _, _, value in rows), default=0.0)
    made = []
    for n, (label, said, value) in enumerate(rows):
        length = round(_WIDEST * value / most, 2) if most > 0 and value > 0 else 0.0
        made.append(Bar(label, said, n * (LINE + BAR + 12), max(length, 0.4), max(length, 0.4) + 1, main in (n, None)))
    return Bars(tuple(made), len(made) * (LINE + BAR + 12))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a series: `left`, `width` and `middle` in per cent, `top` and `height` in pixels."""

    name: str
    count: int
    left: float
    width: float
    middle: float
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Series:
    """A row of columns under its label. `base` is where they stand."""

    label: str
    top: int
    base: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of columns, one above the other, on one scale and over the same names (years), printed at `axis`."""

    series: tuple[Series, ...]
    names: tuple[tuple[str, float], ...]
    axis: int
    height: int


def columns(rows: Sequence[tuple[str, Sequence[int]]], names: Sequence[str]) -> Columns:
    """(label, a count for each of `names`) → columns."""
    most = max((count for _, counts in rows for count in counts), default=0) or 1
    step = 100 / max(1, len(names))
    gap = min(step * 0.3, 3.0)
    pitch = LINE + 16 + TALL + 10  # label, the count above the highest column, the column, room
    series = []
    for n, (label, counts) in enumerate(rows):
        top = n * pitch
        base = top + LINE + 16 + TALL
        made = []
        for at, (name, count) in enumerate(zip(names, counts, strict=True)):
            height = max(2, round(TALL * count / most)) if count else 0
            left, width = at * step + gap / 2, min(step - gap, 12.0)
            middle = left + width / 2
            made.append(Column(name, count, round(left, 2), round(width, 2), round(middle, 2), base - height, height))
        series.append(Series(label, top, base, tuple(made)))
    axis = len(rows) * pitch + 8
    middles = tuple((one.name, one.middle) for one in series[0].columns) if series else ()
    return Columns(tuple(series), middles, axis, axis + 10)
