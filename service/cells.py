"""The cell of a table that a query asks for.

Its row by label, its column by period or heading, totals known as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.grid import Entry, Grid, grid, worth
from indexer.numbers import number, state
from indexer.reading import Cell, Table
from service import axis
from service.headed import Sought, column_of, filled, remarks, row_of
from service.match import Weights
from service.months import Months, months, stretch
from service.periods import Period, periods
from service.query import Query
from service.scales import Measure, Sort, measure, measured, over_all, sort_asked, sort_of, tells_share
from service.sorts import Sorts
from service.terms import bag


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
    sorts, wanted = _sorts(table, text), axis.asked(query)
    corner = " ".join(seen.columns.get(c, "") for c in seen.labels)
    sought = Sought(
        query,
        weights,
        context | bag(titles(table, seen)),
        bag(query.text),
        wanted,
        beside=axis.of_account(axis.times(seen.rows), corner),
        over=axis.of_account(axis.times({c: seen.columns.get(c, "") for c in columns}), corner),
        sorts=sorts,
        sort=sort_asked(query),
    )
    row = row_of(sought, seen, _total_row(table, text))
    column = column_of(sought, seen, row.at, columns) if row else None
    entry = _entry(seen, row.at, column.at) if row and column else None
    if row is None or column is None or entry is None:
        return None
    if wanted and not (row.timely or column.timely) and not _timely(sought, table, seen, row.at, columns):
        return None
    found = _picked(table, seen, row.at, column.at, entry, row.sure * column.sure)
    if not _sorted(sought, found, table.caption or ""):
        return None
    return replace(found, about=titles(table, seen), beside=remarks(seen).get(row.at, ""))


_ASKED_IN = re.compile(
    r"\b(?:asked|request(?:s|ed)?|repl(?:y|ied)|respon(?:se|ded)|letter|dated|sent|answered)(?: for| made)?"
    r"(?: in| on| of| from)? $",
    re.IGNORECASE,
)
"""What stands before the time of the letter, which is not that of a figure in it."""


def of_other_times(query: Query, table: Table, text: str) -> bool:
    """Whether the rows or columns of a table are times, none of which has anything in common with those asked for."""
    seen = _grid(table, text)
    wanted = [p for p in axis.asked(query) if p.first and not _ASKED_IN.search(query.text, 0, p.start)]
    corner = " ".join(seen.columns.get(c, "") for c in seen.labels)
    columns = sorted({c for _, c in seen.body})
    sides = ({c: seen.columns.get(c, "") for c in columns}, {r: label for r, label in seen.rows.items() if label})
    for labels in sides if wanted else ():
        named = axis.of_account(axis.times(labels), corner)
        if axis.axis(named, len(labels)):
            dated = [label for label in named.values() if label[0].first]
            return not any(_meet(p, label) for p in wanted for label in dated)
        alone = [one[0] for one in named.values() if axis.bare(one)]
        if len(alone) > 1 and 2 * len(alone) >= len(labels):
            parts = {(one.kind, one.part) for one in alone}
            return all(p.kind == alone[0].kind and (p.kind, p.part) not in parts for p in wanted)
    return False


def _meet(wanted: Period, label: Sequence[Period]) -> bool:
    """Whether two times have a month in common."""
    (opens, closes), (first, last) = months(wanted), stretch(label)
    return opens <= last and first <= closes


def _timely(sought: Sought, table: Table, seen: Grid, row: int, columns: Sequence[int]) -> bool:
    """False where the times that label a table, or that it states over all, are others than are asked for."""
    along = axis.axis(sought.over, len(columns)) or axis.axis(sought.beside, len([x for x in seen.rows.values() if x]))
    if along:
        return any(axis.spans(one, along) for one in sought.times)
    over = (table.caption or "", *(seen.columns.get(c, "") for c in columns))
    stated = next((dated for one in over if (dated := [p for p in periods(one) if p.first])), None)
    label = seen.rows[row]
    return stated is None or any(_about(sought.query, one, stretch(stated), label) for one in sought.times)


def _measure(table: Table, seen: Grid, row: int, column: int) -> Measure | None:
    """What the figure of a cell is measured in by the label of its column, of its row, or of the table."""
    own = measure(seen.columns.get(column, "")) or measure(seen.rows.get(row, ""))
    return own or over_all(table.caption or "") or over_all(titles(table, seen))


@lru_cache(maxsize=2048)
def _sorts(table: Table, text: str) -> Sorts:
    """The sort of each figure of a table."""
    seen = _grid(table, text)
    found: dict[tuple[int, int], Sort] = {}
    for (row, column), entry in seen.body.items():
        figure = number(entry.text) if state(entry.text) == "number" else None
        if figure is not None:
            found[row, column] = sort_of(measured(figure, entry.text, _measure(table, seen, row, column))[1])
    return found


def _sorted(sought: Sought, found: Pick, caption: str) -> bool:
    """False for a figure of another sort than is asked for: a count where a share is, or where there are sums of money
    in the table and one of them is."""
    sort = sought.sort
    if sort is None or not found.value:
        return True
    own = sort_of(found.unit)
    if sort == "share" and own == "count":
        return tells_share(f"{found.label} {caption}") or not sought.context.isdisjoint(_SHARES)
    return own == sort or (sort, own) == ("count", "money") or sort not in sought.sorts.values()


_SHARES = bag("percentage proportion %")
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
        or any(axis.names(wanted, named) for named in _months_in(label))
    )


_MONTH_OF = re.compile(r"([A-Z][a-z]{2,8})\.? \d\d\b")


def _months_in(label: str) -> list[tuple[Period, ...]]:
    """The months that a label names among other words, and the one, perhaps without its year, that it is."""
    said = (label, *(match[0] for match in _MONTH_OF.finditer(label)))
    return [named for one in said for named in axis.times({0: one}).values()]


def titles(table: Table, seen: Grid) -> str:
    """What is printed over the whole table: its caption, and the headings of its label columns."""
    return " ".join([table.caption or "", *(seen.columns.get(column, "") for column in seen.labels)])


@lru_cache(maxsize=2048)
def _total_row(table: Table, text: str) -> int | None:
    """The row of sums: one that says so, else a last one that is the sum of the others."""
    seen = _grid(table, text)
    rows = filled(seen)
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
    figure = number(entry.text) if kind == "number" else None
    by = _measure(table, seen, row, column if column is not None else -1)
    value, unit = measured(figure, entry.text, by) if figure else (None, None)
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
        value if figure else 0.0 if kind == "none" and not unknown else None,
        unit,
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
