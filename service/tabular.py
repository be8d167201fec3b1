"""Tables as a page shows them: rows of cells, gaps filled, spans kept within the table, doubtful cells flagged; whole,
or the rows around a quotation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from indexer.grid import Grid, grid
from indexer.reading import Cell, Table
from indexer.tables import place
from service.markup import NONE, Marks
from service.pieces import Piece, Span, painted

LARGEST_TABLE = 4000
"""Cells beyond which a table is shown as printed: a browser lays out no larger one at once."""

MOST_ROWS = 60
"""Rows of a table that a quotation is shown with at most."""

SMALL = 8
"""Rows of a table that is shown whole around a quotation."""

_WIDEST = 1000
_HEADINGS = 3  # rows of headings at most, above rows that are cut from a table
_DOUBTED = re.compile(r'(Cell|Row|Column) "(.+?)" (?:is empty|is unreadable|does not add up)')


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a shown table, from `column` on. `header` says of what it is the heading (`col`, `row`), None where of
    nothing; `doubt` is what a careful reader must know of it."""

    column: int
    pieces: tuple[Piece, ...]
    header: Literal["col", "row"] | None = None
    ref: str | None = None
    row_span: int = 1
    column_span: int = 1
    doubt: str | None = None

    @property
    def cited(self) -> bool:
        return any(piece.marked for piece in self.pieces)

    def among(self, columns: Collection[int]) -> bool:
        """Whether it stands in one of these columns, or over it."""
        return any(self.column <= one < self.column + self.column_span for one in columns)


def rows(
    text: str, table: Table, spans: Sequence[Span] = (), marks: Marks = NONE, only: Collection[int] | None = None
) -> tuple[tuple[GridCell, ...], ...]:
    """The table row by row with `spans` of the text marked; nothing of one too large to lay out.

    Of the rows `only`, where given, and the headings above them: a cell that reaches into them from above comes too.
    """
    if not 0 < len(table.cells) <= LARGEST_TABLE:
        return ()
    return tuple(_laid(text, _clipped(table), spans, marks, only))


def excerpt(text: str, tables: Sequence[Table], span: Span, marks: Marks = NONE) -> tuple[tuple[GridCell, ...], ...]:
    """The rows in which `span` of the text stands, marked, under their headings; a small table whole. Nothing where the
    span stands in no table, or in more than `MOST_ROWS` rows."""
    for table in tables:
        if table.start <= span[0] < span[1] <= table.end and table.cells:
            cited = within(table, *span)
            if not cited or len(cited) > MOST_ROWS:
                return ()
            small = max(cell.row for cell in table.cells) < SMALL
            return rows(text, table, (span,), marks, None if small else cited)
    return ()


def telling(shown: Sequence[Sequence[GridCell]]) -> frozenset[int]:
    """The columns without which the one cited cell tells nothing: its own and those of row headings. None where not
    just one cell is cited."""
    cited = [cell.column for row in shown for cell in row if cell.cited]
    if len(cited) != 1:
        return frozenset()
    return frozenset([*cited, *(cell.column for row in shown for cell in row if cell.header == "row")])


def within(table: Table, start: int, end: int) -> frozenset[int]:
    """The rows of the table that have a cell in `text[start:end]`."""
    return frozenset(cell.row for cell in table.cells if cell.start < end and start < cell.end)


def cell_at(text: str, tables: Sequence[Table], span: Span) -> str | None:
    """The cell that the cited span is, as one names it: `Sheet1!B7`, or its row and column; None where it is none."""
    for table in tables:
        if not table.start <= span[0] < span[1] <= table.end or not 0 < len(table.cells) <= LARGEST_TABLE:
            continue
        table = _clipped(table)
        for cell in table.cells:
            if cell.start <= span[0] and span[1] <= cell.end:
                seen = None if cell.ref or cell.header else grid(table, text)
                named = seen is not None and (cell.row, cell.column) in seen.body
                return place(seen, cell.row, cell.column) if seen and named else cell.ref
    return None


def apart(tables: Sequence[Table]) -> list[Table]:
    """The tables in text order, without those that overlap one before."""
    kept: list[Table] = []
    for table in sorted(tables, key=lambda t: (t.start, -t.end)):
        if table.start < table.end and (not kept or table.start >= kept[-1].end):
            kept.append(table)
    return kept


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell at the row it is shown in, over so many rows, with what is known of it in the whole table."""

    cell: Cell
    row: int
    over: int
    heading: Literal["col", "row"] | None
    doubt: str | None


def _laid(
    text: str, table: Table, spans: Sequence[Span], marks: Marks, only: Collection[int] | None
) -> Iterator[tuple[GridCell, ...]]:
    """The table's cells row by row, gaps filled."""
    first: dict[tuple[int, int], _Placed] = {}
    rest: dict[tuple[int, int], list[Cell]] = {}  # of a cell printed in several places: what follows its first
    for one in _placed(text, table, only):
        at = (one.row, one.cell.column)
        if at in first:
            rest.setdefault(at, []).append(one.cell)
        else:
            first[at] = one
    by_row: dict[int, list[_Placed]] = {}
    for one in first.values():
        by_row.setdefault(one.row, []).append(one)
    taken: set[tuple[int, int]] = set()
    for row in sorted(by_row):
        made: list[GridCell] = []
        column = 0
        for one in sorted(by_row[row], key=lambda p: p.cell.column):
            cell = one.cell
            while column < cell.column:
                if (row, column) not in taken:
                    made.append(GridCell(column, ()))
                column += 1
            columns = cell.column_span
            taken |= {(r, c) for r in range(row + 1, row + one.over) for c in range(cell.column, cell.column + columns)}
            marked = painted(text, cell.start, cell.end, spans, (), marks)
            for more in rest.get((row, cell.column), ()):
                marked += (Piece("\n"), *painted(text, more.start, more.end, spans, (), marks))
            made.append(GridCell(column, marked, one.heading, cell.ref, one.over, columns, one.doubt))
            column = cell.column + columns
        yield tuple(made)


def _placed(text: str, table: Table, only: Collection[int] | None) -> Iterator[_Placed]:
    """The cells that are shown, at the rows they are shown in: rows that are left out leave no gap."""
    seen = grid(table, text)
    doubts = _doubts(table.notes, seen)
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    above = 0
    while above < _HEADINGS and above in by_row and all(one.header for one in by_row[above] if one.end > one.start):
        above += 1
    kept = {row for row in by_row if only is None or row < above or row in only}
    shown = {row: n for n, row in enumerate(sorted(kept))}
    for cell in table.cells:
        over = [row for row in range(cell.row, cell.row + cell.row_span) if row in shown]
        if over:
            heading = _heading(cell, by_row[cell.row], seen)
            yield _Placed(cell, shown[over[0]], len(over), heading, doubts.get((cell.row, cell.column)))


def _clipped(table: Table) -> Table:
    """The table with spans that end where it does: a page may claim any."""
    height = max(c.row for c in table.cells) + 1
    width = min(_WIDEST, max(c.column + min(c.column_span, _WIDEST) for c in table.cells))
    cells = (
        replace(
            cell,
            row_span=max(1, min(cell.row_span, height - cell.row)),
            column_span=max(1, min(cell.column_span, width - cell.column)),
        )
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


def _heading(cell: Cell, row: Sequence[Cell], seen: Grid) -> Literal["col", "row"] | None:
    """Whether a cell heads its column or its row; one without a word heads nothing."""
    if cell.start == cell.end:
        return None
    if cell.header:
        return "col" if all(one.header for one in row if one.end > one.start) else "row"
    return "row" if cell.column in seen.labels else None


def _doubts(notes: Sequence[str], seen: Grid) -> dict[tuple[int, int], str]:
    """Row and column of each cell that a note is about, with the note: the cell itself (`Cell "North / 2020" is
    empty.`), or the total that does not add up (`Row "North" …`, `Column "2020" …`)."""
    named = {(found[1], found[2]): note for note in notes if (found := _DOUBTED.match(note))}
    if not named:
        return {}
    doubts = {}
    for row, column in seen.body:
        label = seen.rows.get(row, "")
        names = [("Cell", place(seen, row, column))]
        if column in seen.total_columns:
            names += [("Row", label), ("Row", f"{label[:67].rstrip()}…")]
        if row in seen.total_rows:
            names.append(("Column", seen.columns.get(column, str(column + 1))))
        if told := [named[name] for name in names if name in named]:
            doubts[row, column] = " ".join(dict.fromkeys(told))
    return doubts
