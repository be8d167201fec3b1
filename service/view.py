"""A document as a page shows it: sections of text and tables, with the cited span marked. Plain text in and out: what
Markdown emphasises is said of a piece, never written into it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from indexer.grid import Grid, grid
from indexer.reading import Cell, Table
from indexer.sectioned import Section
from indexer.tables import place
from service.flow import flowed
from service.markup import NONE, Look, Marks, bare

Span = tuple[int, int]

LARGEST_TABLE = 4000
"""Cells beyond which a table is shown as printed: a browser lays out no larger one at once."""

_WIDEST = 1000
_TELLING = 20  # characters beside a quotation without which its section tells nothing about it
_DOUBTED = re.compile(r'(Cell|Row|Column) "(.+?)" (?:is empty|is unreadable|does not add up)')


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `marked` where it is cited, `page` where a new page starts with it, `look` as Markdown has it.

    Where that is `syntax` it is not to be shown: the pieces of a text put together are the text all the same.
    """

    text: str
    marked: bool = False
    page: int | None = None
    look: Look = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a shown table. `header` says of what it is the heading (`col`, `row`), None where of nothing;
    `doubt` is what a careful reader must know of it."""

    pieces: tuple[Piece, ...]
    header: Literal["col", "row"] | None = None
    ref: str | None = None
    row_span: int = 1
    column_span: int = 1
    doubt: str | None = None

    @property
    def cited(self) -> bool:
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Block:
    """Text as printed; where it is a table that could be read, also its rows, caption and notes. `told`: the caption
    is the question that the table answers, or stands in the text before it, so that it need not be shown."""

    pieces: tuple[Piece, ...]
    rows: tuple[tuple[GridCell, ...], ...] = ()
    caption: str | None = None
    notes: tuple[str, ...] = ()
    told: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A section as shown, with the question it answers and the words of that, or with what answers it. `joined`: the
    question stands right above it."""

    section: Section
    blocks: tuple[Block, ...]
    question: Section | None
    answers: tuple[Section, ...]
    asked: str = ""
    joined: bool = False


def parts(
    text: str,
    sections: Sequence[Section],
    tables: Sequence[Table],
    pages: Sequence[int],
    cited: Span | None,
    marks: Marks = NONE,
) -> list[Part]:
    """The document, section by section; printable text that lies in none is shown as `other`. `marks` are Markdown's,
    in the whole text."""
    drawn = _Drawn(text, flowed(text), pages, cited, marks)
    by_id = {s.id: s for s in sections}
    replies: dict[str, list[Section]] = {}
    for one in sections:
        if one.answers:
            replies.setdefault(one.answers, []).append(one)
    apart = _apart(tables)
    made: list[Part] = []
    for one in _tiled(text, sections):
        question = by_id.get(one.answers or "")
        asked = bare(text, marks, question.start, question.end) if question else ""
        blocks = tuple(_blocks(drawn, one, apart, asked))
        if blocks:
            joined = bool(made and question and made[-1].section.id == question.id)
            made.append(Part(one, blocks, question, tuple(replies.get(one.id, ())), asked, joined))
    return made


def pieces(
    text: str, start: int, end: int, cited: Span | None, pages: Sequence[int] = (), marks: Marks = NONE
) -> tuple[Piece, ...]:
    """`text[start:end]` cut at the cited span's ends, at page starts, and where its look changes."""
    return painted(text, start, end, (cited,) if cited else (), pages, marks)


def painted(
    text: str, start: int, end: int, spans: Sequence[Span], pages: Sequence[int] = (), marks: Marks = NONE
) -> tuple[Piece, ...]:
    """`text[start:end]` with these spans of it marked; they are in order, and none overlaps another."""
    cuts = {start, end, *(p for p in pages[bisect_left(pages, start) : bisect_left(pages, end)])}
    cuts.update(marks.between(start, end))
    cuts.update(min(max(offset, start), end) for span in spans for offset in span)
    starts = {offset: number for number, offset in enumerate(pages, 1) if number > 1} if pages else {}
    firsts = [span[0] for span in spans]
    made = []
    for a, b in pairwise(sorted(cuts)):
        at = bisect_right(firsts, a) - 1
        made.append(Piece(text[a:b], at >= 0 and b <= spans[at][1], starts.get(a), marks.look(a)))
    return tuple(made)


def shortened(text: str, start: int, end: int, lines: int, most: int) -> int:
    """Where to cut `text[start:end]` so that at most `lines` printed lines and `most` characters of it are left."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        lines -= bool(line.strip())
        if lines < 0:
            break
        at += len(line)
    last = start + len(text[start:at].rstrip())
    if last - start <= most:
        return last
    at = start + most
    while at > start and not text[at].isspace():
        at -= 1
    return start + len(text[start:at].rstrip()) if at > start else start + most


def around(
    text: str, start: int, end: int, section: Section | None, most: int = 160, marks: Marks = NONE
) -> tuple[Piece, ...]:
    """The cited span in its section, with at most `most` characters of it on either side, cut between words.

    Where the section says hardly more than the span ("4"), the lines around it are shown too.
    """
    low, high = (section.start, section.end) if section else (start, end)
    if len(text[low:start].strip()) + len(text[end:high].strip()) < _TELLING:
        low, high, most = 0, len(text), most // 2
    left, right = max(low, start - most), min(high, end + most)
    while low < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < high and not text[right].isspace():
        right -= 1
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    shown = text[:left] + flowed(text[left:right]) + text[right:]
    found = list(pieces(shown, left, right, (start, end), (), marks))
    if left > low and text[low:left].strip():
        found.insert(0, Piece("… "))
    if right < high and text[right:high].strip():
        found.append(Piece(" …"))
    return tuple(found)


def quoted(text: str, start: int, end: int, marks: Marks = NONE) -> tuple[Piece, ...]:
    """`text[start:end]`, broken lines run together."""
    return pieces(text[:start] + flowed(text[start:end]), start, end, None, (), marks)


def highlighted(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """`text` with these spans of it marked; they are in order, and none touches another."""
    return painted(text, 0, len(text), spans)


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


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """The section in which the character at `offset` lies."""
    at = bisect_right([s.start for s in sections], offset) - 1
    return sections[at] if at >= 0 and offset < sections[at].end else None


def line_at(text: str, offset: int) -> int:
    """The line, from 1, on which the character at `offset` stands, as `str.splitlines` counts."""
    return len((text[:offset] + "|").splitlines())


def cited(text: str, start: int | None, end: int | None) -> Span | None:
    """The span that an address asks for, where the text has it."""
    if start is None or end is None or not 0 <= start < end <= len(text):
        return None
    return start, end


def _tiled(text: str, sections: Sequence[Section]) -> Iterator[Section]:
    at = 0
    for n, one in enumerate(sections):
        if text[at : one.start].strip():
            yield _loose(at, one.start, n)
        yield one
        at = max(at, one.end)
    if text[at:].strip():
        yield _loose(at, len(text), len(sections))


def _loose(start: int, end: int, n: int) -> Section:
    return Section(f"between{n}", "other", start, end, None, (), None, None, None, ())


def _apart(tables: Sequence[Table]) -> list[Table]:
    """The tables in text order, without those that overlap one before."""
    kept: list[Table] = []
    for table in sorted(tables, key=lambda t: (t.start, -t.end)):
        if table.start < table.end and (not kept or table.start >= kept[-1].end):
            kept.append(table)
    return kept


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What every part of one drawing needs: the text as it is and as it is shown, and what is marked in it."""

    text: str
    shown: str
    pages: Sequence[int]
    cited: Span | None
    marks: Marks


def _blocks(drawn: _Drawn, section: Section, tables: Sequence[Table], asked: str) -> Iterator[Block]:
    """A section's text and tables in turn.

    A table that goes on after the section (page furniture stood in it) is shown whole where it begins; what the
    later sections hold of it is shown there as printed, so that no text is left out.
    """
    at = section.start
    first = bisect_left([t.start for t in tables], section.start)
    for table in tables[first:]:
        if table.start >= section.end:
            break
        end = min(table.end, section.end)
        yield from _text(drawn, at, table.start)
        rows = () if len(table.cells) > LARGEST_TABLE else tuple(_rows(drawn, table))
        large = () if rows else (f"This table has {len(table.cells):,} cells, so it is shown as printed.",)
        told = _said(table.caption or "", asked + drawn.text[section.start : table.start])
        printed = pieces(drawn.text, table.start, end, drawn.cited, drawn.pages)
        yield Block(printed, rows, table.caption, large + table.notes, told)
        at = end
    yield from _text(drawn, at, section.end)


def _said(caption: str, before: str) -> bool:
    return "".join(filter(str.isalnum, caption.casefold())) in "".join(filter(str.isalnum, before.casefold()))


def _text(drawn: _Drawn, start: int, end: int) -> Iterator[Block]:
    """The text from its first printed line to its last; nothing where it is all blank."""
    text = drawn.text
    printed = text[start:end].strip()
    if not printed:
        return
    first = text.index(printed[0], start)
    first = max(start, text.rfind("\n", start, first) + 1)  # its indent belongs to it
    last = start + len(text[start:end].rstrip())
    yield Block(pieces(drawn.shown, first, last, drawn.cited, drawn.pages, drawn.marks))


def _rows(drawn: _Drawn, table: Table) -> Iterator[tuple[GridCell, ...]]:
    """The table's cells row by row, gaps filled, spans kept within the table."""
    if not table.cells:
        return
    text, cited, marks = drawn.text, drawn.cited, drawn.marks
    table = _clipped(table)
    height = max(c.row for c in table.cells) + 1
    seen = grid(table, text)
    doubts = _doubts(table.notes, seen)
    by_row: dict[int, list[Cell]] = {}
    rest: dict[tuple[int, int], list[Cell]] = {}  # of a cell printed in several places: what follows its first
    first: set[tuple[int, int]] = set()
    for cell in table.cells:
        if (cell.row, cell.column) in first:
            rest.setdefault((cell.row, cell.column), []).append(cell)
            continue
        first.add((cell.row, cell.column))
        by_row.setdefault(cell.row, []).append(cell)
    taken: set[tuple[int, int]] = set()
    for row in range(height) if height <= LARGEST_TABLE else sorted(by_row):
        made: list[GridCell] = []
        column = 0
        for cell in sorted(by_row.get(row, ()), key=lambda c: c.column):
            while column < cell.column:
                if (row, column) not in taken:
                    made.append(GridCell(()))
                column += 1
            rows, columns = cell.row_span, cell.column_span
            taken |= {(r, c) for r in range(row + 1, row + rows) for c in range(cell.column, cell.column + columns)}
            marked = pieces(text, cell.start, cell.end, cited, (), marks)
            for more in rest.get((row, cell.column), ()):
                marked += (Piece("\n"), *pieces(text, more.start, more.end, cited, (), marks))
            heading = _heading(cell, by_row[row], seen)
            made.append(GridCell(marked, heading, cell.ref, rows, columns, doubts.get((row, cell.column))))
            column = cell.column + columns
        if made:
            yield tuple(made)


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
