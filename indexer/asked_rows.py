"""Where the rows of a table of questions and answers are: its printed lines, cell by cell, grouped into rows.

A table may be a real one, lines divided by tabs or `|`, or two columns of aligned text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from indexer.asked_columns import grouped, headed
from indexer.markers import marker
from indexer.reading import Table

Span = tuple[int, int]
_Text = tuple[int, str, bool]
"""A printed line: where it starts, its text up to its end, and whether it stands apart from the one above."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of a table: where it stands, its cells from the left (None for a column in which it has none)."""

    start: int
    end: int
    cells: tuple[Span | None, ...]
    gap: bool = False  # a blank line, or a rule, above it


_OPENS = re.compile(
    r"\W*(?:(?:q(?:uestion)?\s*)?\w{1,3}[.):]+\s+)?(?:how|what|which|when|where|who|why|do|does|did|is|are|was|were|has|have"
    r"|had|can|could|please|would|will|if|(?:the )?(?:total )?number|(?:the )?total|a (?:copy|list|breakdown)|copies"
    r"|details|for (?:each|the)|in (?:each|the|total))\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s|:+=_—–-]*")
_DRAWN = re.compile(r"\s*[-=—–_]+(?:\+[-=—–_]+)+\s*")
_COUNTED = re.compile(r" {0,8}(\d{1,2}) {1,8}(?=[A-Z])")
"""The number of a row, with no stop behind it: "1  Total spend"."""
_GAP = re.compile(r"\S( {2,})(?=\S)")
_STRAY = 3  # columns by which a cell's start may be off: text from a proportional font
_MOST_LINES = 60  # of one row; what goes on longer is no such table
_FEWEST_LEFT = 12  # characters from the margin to the second column


def table_rows(table: Table, text: str) -> list[list[Line]]:
    """The rows of a real table, each cell as the lines it is printed on."""
    rows: dict[int, list[tuple[int, Span]]] = {}
    for cell in table.cells:
        if cell.row_span > 1 or cell.column_span > 1:
            return []
        if cell.end > cell.start:
            rows.setdefault(cell.row, []).append((cell.column, (cell.start, cell.end)))
    width = max((column for row in rows.values() for column, _ in row), default=0) + 1
    if width not in (2, 3):
        return []
    out = []
    for cells in rows.values():
        row: list[Line] = []
        placed = sorted(cells, key=lambda one: one[1])
        if [column for column, _ in placed] != sorted(column for column, _ in placed):
            return []
        for column, (start, end) in placed:
            at = start
            for raw in text[start:end].splitlines(keepends=True):
                body = raw.strip()
                lead = at + len(raw) - len(raw.lstrip())
                at += len(raw)
                if not body:
                    continue
                one: list[Span | None] = [None] * width
                one[column] = lead, lead + len(body)
                row.append(Line(lead, lead + len(body), tuple(one)))
        out.append(row)
    return [row for row in out if row]


def printed(text: str, inside: Sequence[Span]) -> Iterator[list[list[Line]]]:
    """The rows of what may be such tables, as lines of text print them."""
    lines: list[_Text] = []
    at, gap, done = 0, True, 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        while done < len(inside) and inside[done][1] <= at:
            done += 1
        if body.strip() and not (done < len(inside) and inside[done][0] <= at + len(body)):
            lines.append((at, body, gap))
            gap = False
        else:
            gap = True
        at += len(raw)
    n = 0
    while n < len(lines):
        for reader in (_divided, _aligned):
            found, taken = reader(lines, n)
            if taken:
                yield found
                n += taken
                break
        else:
            n += 1


def _divided(lines: Sequence[_Text], n: int) -> tuple[list[list[Line]], int]:
    """Rows of cells divided by tabs or `|` from line `n` on, and how many lines they take."""
    mark = "\t" if "\t" in lines[n][1].strip() else "|" if "|" in lines[n][1] else ""
    if not mark:
        return [], 0
    found: list[Line] = []
    taken = 0
    width = 0
    gap = False
    bare = lines[n][1].strip()
    borders = bare.startswith(mark), bare.endswith(mark)  # which stand beside every row; else a blank there is a cell
    for start, body, blank in lines[n:]:
        if mark not in body and not (mark == "|" and found and _DRAWN.fullmatch(body)):
            break
        taken += 1
        if mark == "|" and _RULE.fullmatch(body) and found:  # the rule goes with the line above it
            last = found[-1]
            found[-1] = Line(last.start, start + len(body), last.cells, last.gap)
            gap = True
            continue
        cells = _cells(start, body, mark, borders)
        if not found:
            width = len(cells)
        if len(cells) != width or width not in (2, 3):
            taken -= 1
            break
        lead = len(body) - len(body.lstrip()) if mark == "|" else 0
        found.append(Line(start + lead, start + len(body), tuple(cells), blank or gap))
        gap = False
    if len(found) < 2:
        return [], 0
    if mark == "\t":
        return [[line] for line in found], taken
    return _grouped(found, _reader(lines[n : n + taken])), taken


def _cells(start: int, body: str, mark: str, borders: tuple[bool, bool]) -> list[Span | None]:
    cells: list[Span | None] = []
    at = start
    parts = body.split(mark)
    for i, part in enumerate(parts):
        outer = mark == "|" and not part.strip() and ((borders[0] and i == 0) or (borders[1] and i == len(parts) - 1))
        if not outer:
            lead = at + len(part) - len(part.lstrip())
            cells.append((lead, lead + len(part.strip())) if part.strip() else None)
        at += len(part) + 1
    return cells


def _grouped(found: Sequence[Line], text_of: Callable[[Span], str]) -> list[list[Line]]:
    """Printed lines to rows."""
    cells = [[text_of(cell) if cell else "" for cell in line.cells] for line in found]
    return [[found[n] for n in row] for row in grouped(cells, [line.gap for line in found])]


def _told(row: Sequence[Line], left: int) -> bool:
    return any(line.cells[left + 1] for line in row)


def _aligned(lines: Sequence[_Text], n: int) -> tuple[list[list[Line]], int]:
    """Rows of two columns of aligned text from line `n` on, and how many lines they take."""
    body = lines[n][1]
    if "  " not in body.strip():
        return [], 0
    segments = _segments(body)
    if not headed([body[a:b] for a, b in segments]):
        wide = [i for i in range(1, len(segments)) if segments[i][0] - segments[i - 1][1] >= 3]
        if len(wide) != 1 or not _OPENS.match(body) or len(segments) > 3:
            return [], 0
        columns = [segments[0][0], segments[wide[0]][0]]
    else:
        columns = [a for a, _ in segments]
    if columns[-1] - columns[0] < _FEWEST_LEFT:
        return [], 0
    reach = lines[n : n + _MOST_LINES * 8]
    counted = len(columns) == 2 and _counted([one for _, one, _ in reach[1:]])
    left = len(columns) - 2 + counted
    found: list[Line] = []
    complete = False
    for at, one, gap in reach:
        number = _COUNTED.match(one) if counted else None
        placed = _placed(at, one if number is None else " " * number.end() + one[number.end() :], columns)
        if placed is None:
            break
        cells = (number and (at + number.start(1), at + number.end(1)), *placed) if counted else placed
        if complete and gap and cells[left + 1] is None and marker(one.strip()) is None and not (left and cells[0]):
            break  # what stands under the table, and is no longer than its left column
        complete = complete or (cells[left + 1] is not None and bool(found))
        lead = len(one) - len(one.lstrip())
        found.append(Line(at + lead, at + len(one), cells, gap))
    if len(found) < 2:
        return [], 0
    text_of = _reader(lines[n : n + len(found)])
    rows = _grouped(found, text_of)
    while rows and not _told(rows[-1], left):
        rows.pop()
    if len(rows) < 2 or max(map(len, rows)) > _MOST_LINES:
        return [], 0
    return rows, sum(map(len, rows))


def _counted(lines: Sequence[str]) -> bool:
    """Whether lines open, in turn, with 1, 2 and so on, set off before the left column and not marked as numbers."""
    numbers = [int(m[1]) for m in map(_COUNTED.match, lines) if m]
    return numbers[:2] == [1, 2]


def _segments(body: str) -> list[Span]:
    edges = [len(body) - len(body.lstrip())]
    for m in _GAP.finditer(body):
        edges += [m.start(1), m.end(1)]
    edges.append(len(body))
    return list(zip(edges[::2], edges[1::2], strict=True))


def _placed(at: int, body: str, columns: Sequence[int]) -> tuple[Span | None, ...] | None:
    """The cells of a line whose columns start at `columns`; None for a line that runs across them."""
    cells: list[Span | None] = [None] * len(columns)
    for a, b in _segments(body):
        column = max((i for i, c in enumerate(columns) if a >= c - _STRAY), default=0)
        if column + 1 < len(columns) and b > columns[column + 1] - 1:
            return None
        held = cells[column]
        cells[column] = (held[0] if held else at + a, at + b)
    return tuple(cells)


def _reader(lines: Sequence[_Text]) -> Callable[[Span], str]:
    """What stands at a span within one of these lines."""
    starts = [start for start, _, _ in lines]

    def read(span: Span) -> str:
        start, body, _ = lines[bisect_right(starts, span[0]) - 1]
        return body[span[0] - start : span[1] - start]

    return read
