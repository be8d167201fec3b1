"""The cell of a table that a query asks for.

Its row by label, its column by period or heading, totals known as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.grid import Entry, Grid, grid, is_period, worth
from indexer.numbers import number, state
from indexer.reading import Cell, Table
from service.labels import likest
from service.match import Weights
from service.months import Months, months, stretch
from service.periods import Period, periods
from service.query import Query, given, wants_figure
from service.terms import bag, held


@dataclass(frozen=True, slots=True)
class Pick:
    """A cell chosen: where it stands, its labels, what a reader must know, and how sure the choice is (0..1).

    `about` is what is printed over the whole table, `beside` the comment in the cell's row.
    """

    start: int
    end: int
    text: str
    label: str
    notes: tuple[str, ...]
    sure: float
    readable: bool
    value: float | None
    unit: str | None
    about: str = ""
    beside: str = ""


@lru_cache(maxsize=2048)
def _grid(table: Table, text: str) -> Grid:
    return grid(table, text)


def pick(query: Query, table: Table, text: str, weights: Weights, context: frozenset[str]) -> Pick | None:
    """The cell of `table` that answers `query`, or None where the table does not say which one would.

    `context` are the stems of the question and the letter's subject: terms that already told this table from others
    count little in telling its rows apart.
    """
    seen = _grid(table, text)
    columns = sorted({c for _, c in seen.body})
    if not columns:
        return None
    asked = bag(query.text)
    context = context | bag(titles(table, seen))
    row, row_sure, row_period = _row(query, seen, weights, context, asked, _total_row(table, text))
    if row is None:
        return None
    column, column_sure, column_period = _column(query, seen, weights, context, asked, row, columns)
    entry = _entry(seen, row, column)
    if entry is None:
        return None
    if query.periods and not (row_period or column_period):
        axis = _axis(seen.columns.values()) or _axis(seen.rows.values())
        if axis and not any(_spans(p, axis) for p in query.periods):
            return None
        over = (table.caption or "", *(seen.columns.get(c, "") for c in columns))
        stated = next((dated for one in over if (dated := [p for p in periods(one) if p.first])), None)
        if not axis and stated and not any(_about(query, w, stretch(stated), seen.rows[row]) for w in query.periods):
            return None
    found = _picked(table, seen, row, column, entry, row_sure * column_sure)
    return replace(found, about=titles(table, seen), beside=_remarks(seen).get(row, ""))


_UP_TO = re.compile(r"\b(?:to|until|by|since|from|between)\s(?:the end of\s)?$", re.IGNORECASE)


def _about(query: Query, wanted: Period, stated: Months, label: str) -> bool:
    """True where a table of the months `stated` holds a figure for `wanted`: most of them, the end of them, or a part
    that the row's label names."""
    first, last = months(wanted)
    if last < stated[0] or stated[1] < first:
        return False
    long = 2 * (last - first + 1) >= stated[1] - stated[0] + 1
    return (
        long
        or bool(_UP_TO.search(query.text, 0, wanted.start))
        or any(_same(wanted, found[0]) for found in _MONTH_OF.finditer(label))
    )


def titles(table: Table, seen: Grid) -> str:
    """What is printed over the whole table: its caption, and the headings of its label columns."""
    return " ".join([table.caption or "", *(seen.columns.get(column, "") for column in seen.labels)])


def _axis(labels: Iterable[str]) -> list[Period]:
    """The periods that label the rows or columns of a table; none where only a few labels happen to name one."""
    named = [label for label in labels if label]
    found = [p for label in named for p in periods(label)[:1]]
    several = len({(p.kind, p.first, p.last, p.part) for p in found}) >= 2  # one over them all tells none from another
    return found if several and len(found) * 2 >= len(named) else []


def _spans(wanted: Period, axis: Sequence[Period]) -> bool:
    """True where a time is that of a whole table, or of most of it, by its months or, where none are named, years."""
    first, last = min(p.first for p in axis), max(p.last for p in axis)
    if wanted.first >= first and wanted.last <= last and wanted.last - wanted.first >= max(1, (last - first) // 2):
        return True
    (start, end), (opens, _), (_, closes) = months(wanted), min(map(months, axis)), max(map(months, axis))
    return start < end and opens <= start and end <= closes and 2 * (end - start + 1) >= closes - opens + 1


_MONTH_OF = re.compile(r"([A-Z][a-z]{2,8})\.? (\d\d)")


@lru_cache(maxsize=2048)
def _named(label: str) -> tuple[Period, ...]:
    """The periods that a label names; one that is all "August 24" names a month, and no day."""
    match = _MONTH_OF.fullmatch(label.strip())
    return (periods(f"{match[1]} 20{match[2]}") if match else ()) or periods(label)


def _same(wanted: Period, label: str) -> bool:
    named = _named(label)
    return any(wanted.same(p) or (p.kind == "day" and p.first == wanted.first == wanted.last) for p in named[:1]) or (
        bool(named) and months(wanted) == stretch(named)
    )


def _for_all(query: Query, seen: Grid, context: frozenset[str]) -> bool:
    """False where the query names something by its name, which neither the table nor what it is about has."""
    known = context.union(*[bag(label) for label in seen.columns.values()])
    return all(held(term, known) for term in query.terms if term in query.names)


def _telling(query: Query, label: str, context: frozenset[str]) -> bool:
    """False where a label holds only what every row is about, and the query asks for something else besides."""
    stems = bag(label)
    told = any(held(term, stems) and held(term, context) < 0.8 for term in query.terms)
    return told or all(held(term, stems) or held(term, context) for term in query.terms)


def _covers(wanted: Period, seen: Grid, timed: Iterable[int]) -> bool:
    """True where a period holds all those that the rows of a table are of: 2023/24 the four quarters of that year."""
    stretches = [stretch(named) for row in timed if (named := _named(seen.rows[row]))]
    first, last = months(wanted)
    return len(stretches) > 1 and all(first <= a and b <= last for a, b in stretches)


def _filled(seen: Grid) -> list[int]:
    """The rows with anything beside their label, in order."""
    filled = {row for row, _ in seen.body}
    return [row for row in seen.rows if row in filled]


@lru_cache(maxsize=2048)
def _total_row(table: Table, text: str) -> int | None:
    """The row of sums: one that says so, else a last one that is the sum of the others."""
    seen = _grid(table, text)
    rows = _filled(seen)
    return seen.total_rows[-1] if seen.total_rows else rows[-1] if rows and _sums(seen, rows) else None


def _sums(seen: Grid, rows: Sequence[int]) -> bool:
    """True where the last row, whatever it is called, adds up the others in every column that can be checked."""
    checked = 0
    for column in {c for _, c in seen.body}:
        cells = [seen.body[row, column] for row in rows if (row, column) in seen.body]
        known = [n for one in cells[:-1] if (n := worth(one)) is not None]
        last = worth(cells[-1]) if (rows[-1], column) in seen.body else None
        if not last or len(known) < _FEWEST:  # nothing is the sum of nothing
            continue
        if abs(sum(known) - last) > 0.011:
            return False
        checked += 1 if len(known) == _FEWEST else 2
    return checked > 1


_FEWEST = 3
"""Figures that must add up before a last row is taken for their sum; so few, in two columns."""
_ALL = re.compile(r"(?:(?:the )?(?:whole|full|all) )?year(?: total)?|all(?: year)?|overall|sum|annual", re.IGNORECASE)
"""What stands before the last row of a table of months or quarters, where no total is so called."""


def _row(
    query: Query, seen: Grid, weights: Weights, context: frozenset[str], asked: frozenset[str], total: int | None
) -> tuple[int | None, float, bool]:
    """The row asked for, how surely, and whether its label is the period asked for."""
    rows = _filled(seen)
    timed = [r for r in rows if is_period(seen.rows[r]) or _named(seen.rows[r])]
    if total is None and timed and rows[-1] not in timed and _ALL.fullmatch(seen.rows[rows[-1]].strip(" :.*")):
        total = rows[-1]
    if len(timed) * 2 > len(rows):
        for wanted in query.periods:
            same = [row for row in timed if _same(wanted, seen.rows[row])]
            if len(same) > 1:
                told, sure = likest(query, {r: seen.rows[r] for r in same}, weights, context, asked, 0.35)
                if told is not None and not _telling(query, seen.rows[told], context):
                    return None, 0.0, False
                return told, sure, told is not None
            if same:
                return same[0], 1.0, True
        long = not query.periods or any(p.last - p.first > 1 or _covers(p, seen, timed) for p in query.periods)
        if total is not None and (query.total or long):
            return total, 0.9, False
        return (rows[0], 0.8, False) if len(rows) == 1 and not query.periods else (None, 0.0, False)
    if len(rows) == 1:
        return rows[0], 0.9, False
    labels = {r: seen.rows[r] for r in rows if r != total}
    best, sure = likest(query, labels, weights, context, asked, 0.35, _remarks(seen))
    if best is None or (total is not None and query.total and sure < 0.6):
        whole = total is not None and (query.total or _for_all(query, seen, context))
        return (total, 0.75, False) if whole else (None, 0.0, False)
    return best, sure, False


def _remarks(seen: Grid) -> dict[int, str]:
    """Words printed in the body of each row: a comment beside its figures."""
    found: dict[int, str] = {}
    for (row, _), entry in seen.body.items():
        if state(entry.text) == "text" and 1 < len(entry.text.split()) <= _REMARK:
            found[row] = f"{found[row]} {entry.text}" if row in found else entry.text
    return found


_REMARK = 12
"""Words in a comment at most: a longer cell is prose."""


def _column(
    query: Query,
    seen: Grid,
    weights: Weights,
    context: frozenset[str],
    asked: frozenset[str],
    row: int,
    columns: list[int],
) -> tuple[int | None, float, bool]:
    """The column asked for, how surely, and whether its heading is the period asked for."""
    total = seen.total_columns[0] if seen.total_columns else None
    timed = [c for c in columns if periods(seen.columns.get(c, ""))]
    if len({tuple((p.kind, p.first, p.last, p.part) for p in periods(seen.columns[c])) for c in timed}) < 2:
        timed = []  # a time over them all tells no column from another
    if len(columns) == 1:
        return columns[0], 1.0, any(_same(p, seen.columns.get(columns[0], "")) for p in query.periods)
    for wanted in query.periods:
        named = [c for c in timed if _same(wanted, seen.columns[c])]
        if len(named) > 1:
            labels = {c: seen.columns[c] for c in named}
            told = {c: sum(held(t, bag(label)) for t in query.terms) for c, label in labels.items()}
            most = [c for c in named if told[c] == max(told.values())]
            bare = [c for c in most if is_period(labels[c])]
            return (bare or most)[0], 0.9 if len(most) == 1 or bare else 0.5, True
        if named:
            return named[0], 1.0, True
    if len(timed) >= 2:
        wide = not query.periods or any(p.last - p.first > 1 for p in query.periods)
        return (total, 0.95, False) if total is not None and (wide or query.total) else (None, 0.0, False)
    common = frozenset.intersection(*[bag(seen.columns.get(c, "")) for c in columns])
    labels = {c: seen.columns.get(c, "") for c in columns}
    row_stems = bag(seen.rows.get(row, ""))
    best, sure = likest(query, labels, weights, context | common | row_stems, asked - row_stems, 0.35)
    if (other := _untold(query, seen, row, best, labels)) is not None:
        best, sure = other, 0.8
    if best is not None and not (best == total and query.total):
        return best, sure, False
    if total is not None:
        return total, 0.85, False
    filled = [c for c in columns if (row, c) in seen.body and seen.body[row, c].text]
    if len(filled) == 1:
        return filled[0], 0.7, False
    figures = [c for c in filled if state(seen.body[row, c].text) == "number"]
    return (figures[0], 0.6, False) if len(figures) == 1 and wants_figure(query) else (None, 0.0, False)


def _untold(query: Query, seen: Grid, row: int, best: int | None, labels: Mapping[int, str]) -> int | None:
    """Where the query tells the figure of the column `best`, or of one where none is best: the one other column whose
    heading has a word of it."""

    def told(column: int) -> bool:
        return (row, column) in seen.body and worth(seen.body[row, column]) in given(query.text)

    if not (told(best) if best is not None else any(map(told, labels))):
        return None
    meant = [c for c, label in labels.items() if not told(c) and any(held(t, bag(label)) for t in query.terms)]
    return meant[0] if len(meant) == 1 else None


def _entry(seen: Grid, row: int, column: int | None) -> Entry | None:
    if column is None:
        return None
    if (row, column) in seen.body:
        return seen.body[row, column]
    for (at, start), entry in seen.body.items():
        if at == row and start <= column < start + entry.cell.column_span:
            return entry
    return None


def _picked(table: Table, seen: Grid, row: int, column: int | None, entry: Entry, sure: float) -> Pick:
    cell: Cell = entry.cell
    row_label, column_label = seen.rows.get(row, ""), seen.columns.get(column if column is not None else -1, "")
    label = cell.ref or " / ".join(part for part in (row_label, column_label) if part)
    kind = state(entry.text)
    notes = [n for n in table.notes if _concerns(n, row_label, column_label)]
    value = number(entry.text) if kind == "number" else None
    if cell.column_span > 1 and len(entry.text.split()) > 1:
        notes.append(
            f'The row "{row_label}" lost its blank cells: which of "{entry.text}" belongs to the column asked for '
            "is not certain."
        )
        return Pick(cell.start, cell.end, entry.text, label, tuple(notes), sure * 0.5, True, None, None)
    if kind == "blank" and not any("is empty" in note for note in notes):
        notes.append(f'The cell "{label}" is empty in the source.')
    elif kind == "unreadable":
        notes.append(f'The cell "{label}" is unreadable in the source: it shows "{entry.text}".')
    elif kind == "suppressed":
        notes.append(f'The figure is not given exactly: the cell shows "{entry.text}".')
    elif kind == "none" and not any(c.isalpha() for c in entry.text):
        notes.append("The source prints a dash here, which in such a table means none.")
    unknown = entry.text.lower() in ("n/a", "na", "n.a.", "not applicable")
    return Pick(
        cell.start,
        cell.end,
        entry.text,
        label,
        tuple(dict.fromkeys(notes)),
        sure,
        kind not in ("blank", "unreadable"),
        value.value if value else 0.0 if kind == "none" and not unknown else None,
        value.unit if value else None,
    )


def _concerns(note: str, row: str, column: str) -> bool:
    """True for a note on the chosen row or column, or on the table as a whole."""
    if note.startswith("Row "):
        return f'"{row[:60]}' in note
    if note.startswith("Column "):
        return note.startswith(f'Column "{column}"')
    if note.startswith("Cell "):
        return bool(row) and f'"{row[:60]}' in note
    return not note.startswith("Blank cells")
