"""Tables of a document: those its format gives, checked; those that plain text holds, found.

Each comes with what a careful reader must know of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from indexer.block import Block, Line, Row
from indexer.drawn import Row as DrawnRow
from indexer.drawn import drawn
from indexer.given import URL
from indexer.grid import Grid, grid, is_period, squeeze, worth
from indexer.markers import marker
from indexer.numbers import number, plain, state
from indexer.over_pages import heading_rows, merged, whole_tables
from indexer.reading import Cell, Reading, Table
from indexer.rows import blocks
from indexer.sectioned import Section

_MOST_NOTES = 24
_NO_PART = re.compile(
    r"%|\b(?:average|mean|median|rate|percentage|proportion|per (?!month|week|year)\w+)\b", re.IGNORECASE
)
"""Headings of figures that nobody adds up."""
_DATED = re.compile(
    r"(?:\W|\d|\b(?:as|at|on|of|to|up|the|year|date|ending|ended|from|st|nd|rd|th|jan(?:uary)?|feb(?:ruary)?|march|april|may"
    r"|june?|july?|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)*",
    re.IGNORECASE,
)
"""A date and no more: "As at 31 January 2025"."""
_OPENED = re.compile(r"(?<![^\s|])[*_]+(?=[^\s*_])")
"""Emphasis that begins before a word."""


def tables(reading: Reading, sections: Sequence[Section]) -> tuple[Table, ...]:
    """The tables of `reading`, in text order, with header cells marked, a caption, and notes.

    A reading that carries tables (HTML, DOCX, spreadsheets, PDF) keeps them; text gets those found inside its answers,
    across page furniture. Where `sections` is empty the whole text is searched. Notes name totals that do not
    add up, cells that are empty or unreadable, and rows whose figures cannot be told apart by column.
    """
    if reading.tables:
        given = [_with_caption(table, reading.text, sections) for table in whole_tables(reading)]
        return tuple(replace(table, notes=merged(table.notes, notes(table, reading.text))) for table in given)
    found = []
    for answer, question in _answers(reading.text, sections):
        ruled, lines = drawn(answer)
        for rows in ruled:
            table = _drawn_table(rows, reading, question)
            found.append(replace(table, notes=merged(table.notes, notes(table, reading.text))))
        for block in blocks(lines):
            table = _table(block, lines, reading, question)
            found.append(replace(table, notes=merged(table.notes, notes(table, reading.text))))
    return tuple(sorted(found, key=lambda table: table.start))


def _answers(text: str, sections: Sequence[Section]) -> Iterator[tuple[list[Line], Section | None]]:
    """The lines of each answer, its parts on both sides of page furniture together, with its question."""
    if not sections:
        yield _lines(text, [(0, len(text))]), None
        return
    by_id = {section.id: section for section in sections}
    spans: list[tuple[int, int]] = []
    current: str | None = None
    for section in sections:
        if section.kind == "answer" and spans and section.answers == current:
            spans.append((section.start, section.end))
        elif section.kind == "other" and spans:
            continue
        else:
            if spans:
                yield _lines(text, spans), by_id.get(current or "")
            spans = [(section.start, section.end)] if section.kind == "answer" else []
            current = section.answers if spans else None
    if spans:
        yield _lines(text, spans), by_id.get(current or "")


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> list[Line]:
    lines: list[Line] = []
    gap, before = 0, None
    for start, end in spans:
        if before is not None:  # what stands between two parts keeps them apart, and so do blank lines
            between = text[before:start]
            gap += 2 if between.strip() else max(0, between.count("\n") - 1)
        at, before = start, end
        for raw in text[start:end].splitlines(keepends=True):
            body = raw.rstrip()
            lead = 0 if body.startswith("\t") else len(body) - len(body.lstrip())
            emphasis = re.match(r"[*_#>\s]*", body)
            lead = max(lead, emphasis.end() if emphasis and emphasis[0].strip() and len(emphasis[0].strip()) > 1 else 0)
            if body.strip():
                kept = raw[lead:].rstrip("\r\n") if "\t" in raw else _unmarked(body, lead)
                lines.append(Line(at + lead, kept, gap, lead))
                gap = 0
            else:
                gap += 1
            at += len(raw)
    return lines


def _unmarked(line: str, lead: int) -> str:
    """`line` from `lead` on without the emphasis that ends it; a "*" that nothing opens is a suppressed figure."""
    kept = line[lead:].rstrip("*_")
    return kept if _OPENED.search(line, 0, lead + len(kept)) else line[lead:]


def _table(block: Block, lines: Sequence[Line], reading: Reading, question: Section | None) -> Table:
    """A block of rows as a table: headings first, wrapped rows joined, cells placed only where their column is sure."""
    cells: list[Cell] = []
    doubts: list[str] = []
    short: list[str] = []
    if block.labelled or block.heads:
        for row, head in enumerate(block.heads):
            cells += [
                Cell(row, column, start, end, header=True, column_span=span) for column, (start, end), span in head
            ]
        for row, item in enumerate(block.rows, len(block.heads)):
            cells += [Cell(row, 0, start, end) for start, end in _pieces(item.label, reading.text)]
            shift = int(block.labelled)
            if len(item.cells) == block.width:
                cells += [Cell(row, i + shift, start, end) for i, (start, end) in enumerate(item.cells)]
            elif item.at:
                cells += _gapped(row, item, block.width)
            else:
                cells += _short_row(row, shift, item.cells, block, reading.text)
                short.append(squeeze(" ".join(reading.text[a:b] for a, b in item.label)))
        if short:
            named = ", ".join(f'"{_short(label)}"' for label in short[:3]) + (
                f" and {len(short) - 3} more" if len(short) > 3 else ""
            )
            doubts.append(
                f"Blank cells were lost: the columns of the figures are not certain in {len(short)} rows: {named}."
            )
        if block.guessed:
            doubts.append("The column headings wrap over lines; which words belong to which column had to be inferred.")
    else:
        cells = _delimited_cells(block, reading.text)
    start = min(c.start for c in cells)
    end = max(c.end for c in cells)
    table = Table(start, end, tuple(cells), reading.page_at(start), None, tuple(doubts))
    caption = _printed_caption(block, lines)
    return (
        replace(table, caption=caption)
        if caption
        else _with_caption(table, reading.text, (question,) if question else ())
    )


def _drawn_table(rows: Sequence[DrawnRow], reading: Reading, question: Section | None) -> Table:
    """A table that rules were drawn around."""
    width = max(column + wide for row in rows for column, (_, wide) in row.items())
    texts = [
        [squeeze(" ".join(reading.text[a:b] for a, b in row[c][0])) if c in row else "" for c in range(width)]
        for row in rows
    ]
    heads = heading_rows(texts)
    cells = [
        Cell(at, column, start, end, header=at < heads, column_span=wide)
        for at, row in enumerate(rows)
        for column, (spans, wide) in sorted(row.items())
        for start, end in _pieces(spans, reading.text)
    ]
    start, end = min(c.start for c in cells), max(c.end for c in cells)
    return _with_caption(
        Table(start, end, tuple(cells), reading.page_at(start)), reading.text, (question,) if question else ()
    )


def _gapped(row: int, item: Row, width: int) -> list[Cell]:
    """The cells of a row whose columns show, blank ones among them."""
    by_column = dict(zip(item.at, item.cells, strict=True))
    end = (item.label or item.cells)[-1][1]
    cells = []
    for column in range(1, width + 1):
        start, end = by_column.get(column, (end, end))
        cells.append(Cell(row, column, start, end))
    return cells


def _short_row(row: int, shift: int, spans: Sequence[tuple[int, int]], block: Block, text: str) -> list[Cell]:
    """The cells of a row with fewer figures than columns: all together, but for a last one that is the others' sum."""
    values = [number(text[a:b]) for a, b in spans]
    full = [r for r in block.rows if len(r.cells) == block.width and block.width > 2]
    sums = sum(_sums(r.cells, text) for r in full)
    known = [v.value for v in values if v is not None]
    if full and sums >= 0.8 * len(full) and len(known) == len(values) >= 2 and abs(sum(known[:-1]) - known[-1]) < 0.011:
        head, last = spans[:-1], spans[-1]
        return [
            Cell(row, shift, head[0][0], head[-1][1], column_span=block.width - 1),
            Cell(row, shift + block.width - 1, *last),
        ]
    return [Cell(row, shift, spans[0][0], spans[-1][1], column_span=max(1, block.width))]


def _sums(cells: Sequence[tuple[int, int]], text: str) -> bool:
    values = [number(text[a:b]) for a, b in cells]
    known = [0.0 if v is None else v.value for v in values]
    return abs(sum(known[:-1]) - known[-1]) < 0.011


def _pieces(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans with nothing but white space between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _delimited_cells(block: Block, text: str) -> list[Cell]:
    """Cells of a tab or pipe table: rule lines dropped, rows whose label wraps joined, the heading row marked."""
    rows = [[*row.cells] for row in block.rows]
    rows = [
        row
        for row in rows
        if not all(re.fullmatch(r":?-{2,}:?|", text[a:b].strip()) for a, b in row) or not any(b > a for a, b in row)
    ]
    joined: list[list[list[tuple[int, int]]]] = []
    pending: list[tuple[int, int]] = []
    for spans in rows:
        filled = [i for i, (a, b) in enumerate(spans) if b > a]
        if filled == [0] and block.width > 2:  # a label alone: its figures stand on the next line
            pending.append(spans[0])
            continue
        joined.append([[*pending, spans[0]], *[[span] for span in spans[1:]]])
        pending = []
    if pending:
        joined.append([pending])
    texts = [[squeeze(" ".join(text[a:b] for a, b in cell)) for cell in row] for row in joined]
    heads = heading_rows(texts)
    cells = []
    for at, row in enumerate(joined):
        repeated = heads > 0 and at > 0 and texts[at] == texts[0]
        for column, cell in enumerate(row):
            cells += [Cell(at, column, a, b, header=at < heads or repeated) for a, b in _pieces(cell, text)]
    return cells


def _printed_caption(block: Block, lines: Sequence[Line]) -> str | None:
    """The line printed just above a table that names it."""
    if block.first == 0:
        return None
    line = lines[block.first - 1]
    text = line.text.strip()
    short = (len(text.split()) <= 14 and not text.endswith((".", "?"))) or re.fullmatch(r"Table \w+\.?", text)
    return (
        squeeze(text).strip(" :.")
        if short and not URL.search(text) and lines[block.first].gap <= 1 and _names(text)
        else None
    )


def _names(line: str) -> bool:
    """Whether a line may name a table: it ends in no figure, as a row does, and is no date or list number alone."""
    last = line.split()[-1]
    if number(last) is not None:
        return is_period(last) and _DATED.fullmatch(line) is None
    return (known := marker(line)) is None or known[1] < len(line)


def _with_caption(table: Table, text: str, sections: Sequence[Section]) -> Table:
    if table.caption:
        return table
    by_id = {section.id: section for section in sections}
    holder = next((s for s in sections if s.start <= table.start < s.end), None)
    question = holder if holder is None or holder.kind == "question" else by_id.get(holder.answers or "")
    if question is None and len(sections) == 1 and sections[0].kind == "question":
        question = sections[0]
    return replace(table, caption=squeeze(text[question.start : question.end])[:300]) if question else table


def notes(table: Table, text: str) -> tuple[str, ...]:
    """What a careful reader must know of `table`: sums that do not come out, cells that are empty or unreadable."""
    seen = grid(table, text)
    said = chain(_cell_notes(seen), _row_notes(seen), _column_notes(seen))
    first = tuple(islice(said, _MOST_NOTES))
    more = sum(1 for _ in said)
    return (*first, f"{more:,} more cells, rows or columns of this table are in doubt.") if more else first


def _numeric_columns(seen: Grid) -> set[int]:
    """Columns of figures, with few words or marks among them; one of codes in two letters is none."""
    kinds: dict[int, list[str]] = {}
    for (_, column), entry in seen.body.items():
        if entry.text and entry.cell.column_span == 1:
            kinds.setdefault(column, []).append(state(entry.text))
    return {column for column, states in kinds.items() if _is_numeric(states)}


def _is_numeric(states: Sequence[str]) -> bool:
    figures = sum(state in ("number", "none", "suppressed") for state in states)
    return 2 * figures >= len(states) and 3 * (figures + states.count("unreadable")) >= 2 * len(states)


def place(seen: Grid, row: int, column: int) -> str:
    """A cell's labels as a reader names it: "row / column"."""
    return (
        " / ".join(part for part in (_short(seen.rows.get(row, "")), seen.columns.get(column, "")) if part)
        or f"row {row + 1}, column {column + 1}"
    )


def _cell_notes(seen: Grid) -> Iterator[str]:
    numeric = _numeric_columns(seen)
    filled = {row for (row, _), entry in seen.body.items() if entry.text}
    for (row, column), entry in seen.body.items():
        if column not in numeric or entry.cell.column_span > 1:
            continue
        kind = state(entry.text)
        if kind == "unreadable":
            yield f'Cell "{place(seen, row, column)}" is unreadable: it shows "{entry.text}".'
        elif kind == "blank" and row in filled:
            yield f'Cell "{place(seen, row, column)}" is empty.'


def _row_notes(seen: Grid) -> Iterator[str]:
    if len(seen.total_columns) != 1 or not (columns := _numeric_columns(seen)) or len(columns) < 3:
        return
    total = seen.total_columns[0]
    columns = {c for c in columns if c == total or not _NO_PART.search(seen.columns.get(c, ""))}
    checked = 0
    found = []
    for row in seen.rows:
        entries = {
            c: seen.body[row, c] for c in columns if (row, c) in seen.body and seen.body[row, c].cell.column_span == 1
        }
        if set(entries) != columns:
            continue
        worths = {c: worth(e) for c, e in entries.items()}
        printed = worths.pop(total)
        if printed is None:
            continue
        checked += 1
        parts = sum(v for v in worths.values() if v is not None)
        unknown = [c for c, v in worths.items() if v is None]
        if abs(parts - printed) > 0.011 and not (unknown and parts < printed):
            found.append(
                f'Row "{_short(seen.rows[row])}" does not add up: its cells sum to {_figure(parts)}, '
                f'"{seen.columns.get(total, "total")}" says {entries[total].text}.'
            )
    if checked < 3 or 2 * len(found) <= checked:  # where most rows do not, the total is of something else
        yield from found


def _column_notes(seen: Grid) -> Iterator[str]:
    if len(seen.total_rows) != 1:
        return
    total = seen.total_rows[0]
    checked = 0
    found = []
    for column in sorted(c for c in _numeric_columns(seen) if not _NO_PART.search(seen.columns.get(c, ""))):
        entry = seen.body.get((total, column))
        printed = worth(entry) if entry and entry.cell.column_span == 1 else None
        rows = [r for r in seen.rows if r != total and r < total]
        entries = [seen.body.get((r, column)) for r in rows]
        if (
            printed is None
            or len(rows) < 2
            or entry is None
            or any(e is None or e.cell.column_span > 1 for e in entries)
        ):
            continue
        checked += 1
        name = seen.columns.get(column, str(column + 1))
        worths = [worth(e) for e in entries if e is not None]
        parts = sum(v for v in worths if v is not None)
        if abs(parts - printed) > 0.011 and not (None in worths and parts < printed):
            found.append(
                f'Column "{name}" does not add up: its rows sum to {_figure(parts)}, '
                f'"{_short(seen.rows[total])}" says {entry.text}.'
            )
    if checked < 3 or 2 * len(found) <= checked:
        yield from found


def _figure(value: float) -> str:
    return f"{plain(round(value, 2)):,}"


def _short(label: str) -> str:
    return label if len(label) <= 70 else f"{label[:67].rstrip()}…"
