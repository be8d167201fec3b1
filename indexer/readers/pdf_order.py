"""The order in which a page is read: columns apart, lines together, lines into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from indexer.readers.pdf_lines import FIGURE, Line, lines_of
from indexer.readers.pdf_words import Word

Piece = tuple[Word, ...]

_MIN_COLUMN_LINES = 4
_MARK = re.compile(r"(?:[•●▪◦‣·–*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|Q\d+|Question \d+)(?:\s|$)")
_ENDED = re.compile(r"[.:;?!][\"”’)]*$")


def regions(words: Sequence[Word], letterhead: float = 0.0) -> list[list[Line]]:
    """The page's text as stretches that are read one after the other, each as lines from top to bottom.

    Above `letterhead` (points from the top) short lines side by side are two addresses, not a table.
    """
    pieces = [piece for line in lines_of(words) for piece in line.pieces]
    return [lines_of([w for piece in part for w in piece]) for part in _divided(pieces, letterhead, 0) if part]


def _divided(pieces: list[Piece], letterhead: float, depth: int) -> list[list[Piece]]:
    """`pieces` cut into what stands above, left of, right of and below the widest two columns."""
    if depth > 6 or len(pieces) < 2 * _MIN_COLUMN_LINES:
        return [pieces]
    pieces = sorted(pieces, key=lambda p: p[0].middle)
    for edge in _edges(pieces):
        band = _band(pieces, edge, letterhead)
        if band is None:
            continue
        first, last = band
        left = [p for p in pieces[first:last] if p[-1].x1 < edge]
        right = [p for p in pieces[first:last] if p[-1].x1 >= edge]
        parts = (pieces[:first], left, right, pieces[last:])
        return [region for part in parts if part for region in _divided(part, letterhead, depth + 1)]
    return [pieces]


def _edges(pieces: list[Piece]) -> list[float]:
    """Where several pieces begin at the same distance from the left: perhaps the left edge of a column."""
    starts = sorted(map(_start, pieces))
    found: list[tuple[int, float]] = []
    at = 0
    while at < len(starts):
        end = at
        while end < len(starts) and starts[end] - starts[at] < 3:
            end += 1
        if end - at >= _MIN_COLUMN_LINES:
            found.append((end - at, starts[at]))
        at = end
    leftmost = starts[0] + 40
    return [x for _, x in sorted(found, reverse=True) if x > leftmost][:6]


def _start(piece: Piece) -> float:
    """Where the words of a piece begin: a mark before them may be a bullet, or dirt that OCR took for one."""
    return next((w.x0 for w in piece if any(map(str.isalnum, w.text))), piece[0].x0)


def _band(pieces: list[Piece], edge: float, letterhead: float) -> tuple[int, int] | None:
    """The longest run of `pieces` (from top to bottom) that none crosses `edge`, if both sides are columns."""
    best: tuple[int, int] | None = None
    start = 0
    for at in range(len(pieces) + 1):
        crosses = at < len(pieces) and _start(pieces[at]) < edge - 2 and pieces[at][-1].x1 > edge - 4
        if at < len(pieces) and not crosses:
            continue
        end = _end(pieces, start, at, edge)
        if _two_columns(pieces[start:end], edge, letterhead) and (best is None or end - start > best[1] - best[0]):
            best = (start, end)
        start = at + 1
    return best


def _end(pieces: list[Piece], start: int, at: int, edge: float) -> int:
    """Where columns end: at the first gap between lines of the left one below the last line of the right one."""
    last_right = max((i for i in range(start, at) if pieces[i][-1].x1 >= edge), default=start)
    for i in range(last_right + 1, at):
        above, here = pieces[i - 1][0], pieces[i][0]
        if here.y0 - above.y1 > 0.5 * here.size:
            return i
    return at


def _two_columns(pieces: list[Piece], edge: float, letterhead: float) -> bool:
    left = [p for p in pieces if p[-1].x1 < edge]
    right = [p for p in pieces if p[-1].x1 >= edge]
    if len(left) < _MIN_COLUMN_LINES - 1 or len(right) < _MIN_COLUMN_LINES:
        return False
    if pieces[-1][0].y1 < letterhead:
        return not any(len(p) == 1 and FIGURE.fullmatch(p[0].text) for p in pieces)
    return len(left) >= _MIN_COLUMN_LINES and all(_is_prose(side) for side in (left, right))


def _is_prose(side: list[Piece]) -> bool:
    """Whether the pieces of a column are lines of sentences, not cells of a table."""
    words = [w for p in side for w in p]
    numbers = sum(any(c.isdigit() for c in w.text) for w in words)
    return len(words) >= 3.5 * len(side) and numbers < 0.35 * len(words)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """`lines` of one column gathered into paragraphs by spacing, size of print, list marks and short last lines."""
    if not lines:
        return []
    gaps = [max(b.y0 - a.y1, -2.0) for a, b in pairwise(lines)]
    usual = median(sorted(gaps)[: max(1, (len(gaps) * 3 + 3) // 4)]) if gaps else 0.0
    right = max(line.x1 for line in lines)
    out: list[list[Line]] = [[lines[0]]]
    for above, line, gap in zip(lines, lines[1:], gaps, strict=False):
        size = min(above.size, line.size)
        apart = (
            gap > usual + 0.35 * size
            or gap > 1.2 * size
            or abs(above.size - line.size) > 0.18 * size
            or _MARK.match(line.text) is not None
            or (above.x1 < right - 8 * size and _ENDED.search(above.text) is not None)
        )
        if apart:
            out.append([line])
        else:
            out[-1].append(line)
    return out
