"""The cell of a table that a query asks for.

Its row by label, its column by period or heading, totals known as such.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.grid import Entry, Grid, grid, is_period
from indexer.numbers import number, state
from indexer.reading import Cell, Table
from service.match import Weights, letters
from service.months import months, stretch
from service.periods import Period, periods
from service.query import Query, wants_figure
from service.terms import bag, held


@dataclass(frozen=True, slots=True)
class Pick:
    """A cell chosen: where it stands, its labels, what a reader must know, and how sure the choice is (0..1).

    `about` is what is printed over the whole table.
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
    row, row_sure, row_period = _row(query, seen, weights, context, asked)
    if row is None:
        return None
    column, column_sure, column_period = _column(query, seen, weights, context, asked, row, columns)
    entry = _entry(seen, row, column)
    if entry is None:
        return None
    if query.periods and not (row_period or column_period):
        caption = periods(table.caption or "")
        axis = _axis(seen.columns.values()) or _axis(seen.rows.values())
        if axis and not any(_spans(p, axis) for p in query.periods):
            return None
        if (
            not axis
            and caption
            and not any(w.first <= p.last and p.first <= w.last for w in query.periods for p in caption)
        ):
            return None
    found = _picked(table, seen, row, column, entry, row_sure * column_sure)
    return replace(found, about=titles(table, seen))


def titles(table: Table, seen: Grid) -> str:
    """What is printed over the whole table: its caption, and the headings of its label columns."""
    return " ".join([table.caption or "", *(seen.columns.get(column, "") for column in seen.labels)])


def _axis(labels: Iterable[str]) -> list[Period]:
    """The periods that label the rows or columns of a table; none where only a few labels happen to name one."""
    named = [label for label in labels if label]
    found = [p for label in named for p in periods(label)[:1]]
    return found if len(found) >= 2 and len(found) * 2 >= len(named) else []


def _spans(wanted: Period, axis: list[Period]) -> bool:
    first, last = min(p.first for p in axis), max(p.last for p in axis)
    return wanted.first >= first and wanted.last <= last and wanted.last - wanted.first >= max(1, (last - first) // 2)


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


def _row(
    query: Query, seen: Grid, weights: Weights, context: frozenset[str], asked: frozenset[str]
) -> tuple[int | None, float, bool]:
    """The row asked for, how surely, and whether its label is the period asked for."""
    rows = [r for r in seen.rows if any(at == r for at, _ in seen.body)]
    total = seen.total_rows[-1] if seen.total_rows else None
    timed = [r for r in rows if is_period(seen.rows[r]) or _named(seen.rows[r])]
    if len(timed) * 2 > len(rows):
        for wanted in query.periods:
            same = [row for row in timed if _same(wanted, seen.rows[row])]
            if len(same) > 1:
                told, sure = _by_label(query, {r: seen.rows[r] for r in same}, weights, context, asked, 0.35)
                return told, sure, told is not None
            if same:
                return same[0], 1.0, True
        if total is not None and (query.total or not query.periods or any(p.last - p.first > 1 for p in query.periods)):
            return total, 0.9, False
        return (rows[0], 0.8, False) if len(rows) == 1 and not query.periods else (None, 0.0, False)
    if len(rows) == 1:
        return rows[0], 0.9, False
    best, sure = _by_label(query, {r: seen.rows[r] for r in rows if r != total}, weights, context, asked, 0.35)
    if best is None or (total is not None and query.total and sure < 0.6):
        return total, 0.75 if total is not None else 0.0, False
    return best, sure, False


def _by_label(
    query: Query, labels: dict[int, str], weights: Weights, context: frozenset[str], asked: frozenset[str], faint: float
) -> tuple[int | None, float]:
    """The one label most like the query, with how surely; None where none shares a telling word with it.

    A term that `context` already holds counts `faint`; one that most labels hold tells nothing by itself.
    """
    bags = {at: bag(label) for at, label in labels.items()}
    marks = {at: letters(label) for at, label in labels.items()}
    wanted = letters(query.text)
    often = Counter(s for b in bags.values() for s in b)
    heaviest = max(weights.values(), default=1.0) or 1.0
    worth = {}
    for term in query.terms:
        holders = sum(held(term, b) > 0 for b in bags.values())
        rare = math.log(1 + len(bags) / max(1, holders)) * (holders <= max(1.0, 0.34 * len(bags)) or 0.3)
        worth[term] = (
            rare * (faint if held(term, context) >= 0.8 else 1.0) * (0.3 + 0.7 * weights.get(term, heaviest) / heaviest)
        )
    scores: list[tuple[float, int]] = []
    for at, stems in bags.items():
        got = sum(held(term, stems) * worth[term] for term in query.terms)
        if wanted and marks[at]:
            got += 1.0 if marks[at] <= wanted else -1.0
        content = [s for s in stems if not s.startswith("@") and not s.isdigit()]
        precise = sum(held(s, asked) / often[s] for s in content) / max(0.01, sum(1 / often[s] for s in content))
        if got > 0:
            scores.append((got * (0.35 + 0.65 * precise), at))
    if not scores:
        return None, 0.0
    scores.sort(key=lambda s: (-s[0], s[1]))
    lead = scores[0][0]
    if lead < 0.12:
        return None, 0.0
    second = scores[1][0] if len(scores) > 1 else 0.0
    return scores[0][1], min(1.0, 0.55 + 0.45 * (lead - second) / lead)


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
    best, sure = _by_label(query, labels, weights, context | common | row_stems, asked - row_stems, 0.35)
    if best is not None and not (best == total and query.total):
        return best, sure, False
    if total is not None:
        return total, 0.85, False
    filled = [c for c in columns if (row, c) in seen.body and seen.body[row, c].text]
    if len(filled) == 1:
        return filled[0], 0.7, False
    figures = [c for c in filled if state(seen.body[row, c].text) == "number"]
    return (figures[0], 0.6, False) if len(figures) == 1 and wants_figure(query) else (None, 0.0, False)


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
    if kind == "blank":
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
