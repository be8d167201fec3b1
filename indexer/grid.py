"""A table as its readers see it: rows and columns with labels, whatever pieces its cells were printed in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.numbers import number, state
from indexer.reading import Cell, Table

PERIOD = re.compile(
    r"(?:(?:FY|year|calendar year|financial year)\s?)?(?:"
    r"(?:19|20)\d\d\s?(?:[-‐‑–/]|to)\s?(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d|\d\d\s?[-‐‑/]\s?\d\d(?![\d/])"
    r"|\d{1,2}/\d{1,2}/\d{2,4}(?:\s?(?:[-–]|to)\s?\d{1,2}/\d{1,2}/\d{2,4})?"
    r"|\d{1,2}\.\d{1,2}\.\d{2,4}(?:\s?(?:[-–]|to)\s?\d{1,2}\.\d{1,2}\.\d{2,4})?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s?(?:19|20)?\d{0,2}|Q(?:uarter)?\s?[1-4](?:\s(?:19|20)\d\d)?)"
    r"(?:\s?\([^)]{1,30}\)|\s?\*)?",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d(?:\s?[-‐‑–/]\s?(?:20)?\d\d)?"
_QUARTER = re.compile(rf"{_YEAR},?\s(?:Q|quarter\s?)[1-4]|(?:Q|quarter\s?)[1-4],?\s{_YEAR}", re.IGNORECASE)
_PAIR = re.compile(r"(\d\d)\s?[-‐‑/]\s?(\d\d)(?![\d/])")
TOTAL = re.compile(
    r"^\W*(?:grand|sub|overall|force|combined|yearly|annual)?[\s-]*totals?\b(?!.*\b(?:value|cost|spend)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One body cell with what it says: `text` is its printed content with white space single."""

    cell: Cell
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with labels. `labels` are its label columns (often just 0, none for a bare line of figures).

    `rows[r]` is the label of row r, `columns[c]` the heading of column c; `body` maps (row, column) to the cell
    printed there. A cell that spans columns stands under the first of them. `total_rows` and `total_columns`
    hold sums of the others.
    """

    labels: tuple[int, ...]
    rows: dict[int, str]
    columns: dict[int, str]
    body: dict[tuple[int, int], Entry]
    total_rows: tuple[int, ...]
    total_columns: tuple[int, ...]


def squeeze(text: str) -> str:
    """`text` with every run of white space as one space, and no Markdown emphasis."""
    return " ".join(text.replace("**", " ").split())


def is_period(text: str) -> bool:
    """True for a label that names a year, a financial year, a month, a quarter or a range of dates, and no more.

    "22-23" is a financial year, "18-24" none: an age, perhaps.
    """
    label = text.strip(" :.-–")
    if _QUARTER.fullmatch(label):
        return True
    pair = _PAIR.match(label)
    return PERIOD.fullmatch(label) is not None and (pair is None or (int(pair[1]) + 1) % 100 == int(pair[2]))


def grid(table: Table, text: str) -> Grid:
    """`table`'s cells of canonical text `text` with row and column labels worked out."""
    pieces: dict[tuple[int, int], list[Cell]] = defaultdict(list)
    for cell in table.cells:
        pieces[cell.row, cell.column].append(cell)
    heads: dict[int, list[str]] = defaultdict(list)
    body: dict[tuple[int, int], Entry] = {}
    height, width = (
        1 + max((c.row for c in table.cells), default=0),
        1 + max((c.column for c in table.cells), default=0),
    )
    named = _row_headers(pieces)
    for (row, column), cells in sorted(pieces.items()):
        content = squeeze(" ".join(text[c.start : c.end] for c in cells))
        if cells[0].header and (row, column) not in named:
            for at in range(column, min(column + cells[0].column_span, width)):
                if content and (content not in heads[at]):
                    heads[at].append(content)
        else:
            body[row, column] = Entry(cells[-1], content)
    labels = _label_columns(body, heads)
    rows: dict[int, str] = {}
    group = ""
    for (row, column), entry in sorted(body.items()):
        if len(labels) > 1 and column == labels[0]:  # a group's name stands in its first row alone
            group = entry.text or group
            if not entry.text and group:
                rows[row] = group
        if column in labels and entry.text:
            for at in range(row, min(row + entry.cell.row_span, height)):
                rows[at] = f"{rows[at]} {entry.text}" if at in rows else entry.text
        rows.setdefault(row, "")
    columns = {c: squeeze(" ".join(parts)) for c, parts in heads.items()}
    figures = {at: entry for at, entry in body.items() if at[1] not in labels}
    totals = tuple(r for r, label in rows.items() if TOTAL.search(label) and len(label) < 60)
    across = tuple(
        sorted(c for c in {c for _, c in figures} if TOTAL.search(columns.get(c, "")) and len(columns[c]) < 60)
    )
    if len(across) > 1:
        across = ()
    return Grid(labels, rows, columns, figures, totals, across or _sum_column(figures, columns))


def _row_headers(pieces: Mapping[tuple[int, int], Sequence[Cell]]) -> set[tuple[int, int]]:
    """The header cells that open a row of others, and so name that row and no column."""
    found: set[tuple[int, int]] = set()
    opening: dict[int, list[tuple[int, int]]] = {}
    closed: set[int] = set()
    for at, cells in sorted(pieces.items()):
        if not cells[0].header:
            if at[0] not in closed:
                found.update(opening.get(at[0], ()))
            closed.add(at[0])
        elif at[0] in closed:
            found.difference_update(opening.get(at[0], ()))  # a blank corner, and names over columns behind it
        else:
            opening.setdefault(at[0], []).append(at)
    return found


def _label_columns(body: dict[tuple[int, int], Entry], heads: dict[int, list[str]]) -> tuple[int, ...]:
    """The leading columns that name rows: words or periods rather than figures."""
    by_column: dict[int, list[str]] = defaultdict(list)
    for (_, column), entry in body.items():
        if entry.text and entry.cell.column_span == 1:
            by_column[column].append(entry.text)
    found: list[int] = []
    ordered = sorted(by_column)
    for column in ordered[:3]:
        texts = by_column[column]
        named = sum(
            is_period(t) or state(t) in ("text", "unreadable" if column == ordered[0] else "text") for t in texts
        )
        serial = bool(
            re.search(r"\b(?:year|month|quarter|ward|code|ref|no\.?|id)\b", " ".join(heads.get(column, [])), re.I)
        )
        serial = serial or (len(ordered) > column + 2 and _counts_up(texts))
        if named * 2 <= len(texts) and not (serial and column == ordered[0]):
            break
        if found and (len(ordered) == column + 1 or _mostly_prose(texts)):
            break
        found.append(column)
    return tuple(found[:1] if len(found) == len(ordered) else found)


def _counts_up(texts: list[str]) -> bool:
    """True where cells number their rows from 1 on, as ranks do."""
    return len(texts) >= _FEWEST and all(text.strip(" .)") == str(at) for at, text in enumerate(texts, 1))


_FEWEST = 3
"""Rows that are numbered."""


def _mostly_prose(texts: list[str]) -> bool:
    return Counter(len(t.split()) > 8 for t in texts).most_common(1)[0][0]


def _sum_column(figures: dict[tuple[int, int], Entry], columns: dict[int, str]) -> tuple[int, ...]:
    """The first or last column where it is, row for row, the sum of the others though no heading says so."""
    ordered = sorted({c for _, c in figures})
    if len(ordered) < 3:
        return ()
    for candidate in (ordered[-1], ordered[0]):
        agree = checked = 0
        for row in {r for r, _ in figures}:
            values = {c: worth(figures[row, c]) for c in ordered if (row, c) in figures}
            if len(values) < len(ordered) or None in values.values():
                continue
            known = {c: v for c, v in values.items() if v is not None}
            checked += 1
            agree += abs(sum(v for c, v in known.items() if c != candidate) - known[candidate]) < 0.011
        if checked >= 3 and agree >= 0.8 * checked:
            return (candidate,)
    return ()


def worth(entry: Entry) -> float | None:
    """The figure in a cell, a dash counting as 0; None where it cannot be known (blank, hidden, unreadable, words)."""
    kind = state(entry.text)
    if kind == "none":
        return 0.0
    found = number(entry.text) if kind == "number" else None
    return None if found is None or found.bound else found.value
