"""Tables that run over pages, made whole: rows joined where the page broke them, headings printed again known as such.

A document's format gives a table a page at a time. Its pieces keep their places in the canonical text; what is joined
here is rows and columns, so that a row begun on one page and ended on the next is one row with pieces of cells on both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from indexer.grid import is_period, squeeze
from indexer.lists import LOOSE_END
from indexer.numbers import state
from indexer.reading import Cell, Reading, Table

_MOST_BETWEEN = 60  # words between two parts of a table that are not page furniture: a caption printed again
_MOST_HEADINGS = 4
_AGES = re.compile(r"\b(?:under|below|over|aged?|up to)\s?\d|\d\s?\+|\d\s(?:years?|months?|days?)\s(?:and|or)\b", re.I)
_PLAIN = re.compile(r"[^A-Za-z]+")
_CONTINUED = re.compile(r"\W*\bcont(?:inued|inuation|'d|’d|d)?\b\W*$", re.IGNORECASE)
_GOES_ON = re.compile(r"[(\[\"'“‘]?[a-z]|[)\]/&+]|[-–—]\s?[a-z]")

Row = dict[int, list[Cell]]
Texts = Mapping[int, str]


def whole_tables(reading: Reading) -> list[Table]:
    """The tables that `reading` carries, in text order, header rows marked, those that run over pages as one.

    A part goes on with the one before it if it stands on the next page in the same columns, with nothing but page
    furniture and a few words between, and begins with no headings of its own, or with the same.
    """
    furniture = [e for e in reading.elements if e.category in ("header", "footer", "navigation")]
    joined: list[Table] = []
    last_page: int | None = None  # of the part that was joined last: the whole's own page is where it starts
    for part in reading.tables:
        before = joined[-1] if joined else None
        whole = None
        if before is not None and last_page is not None and part.page == last_page + 1:
            apart = [e for e in furniture if before.end <= e.start and e.end <= part.start]
            between = reading.text[before.end : part.start].split()
            words = len(between) - sum(len(reading.text[e.start : e.end].split()) for e in apart)
            whole = _joined(before, part, reading.text, words) if words <= _MOST_BETWEEN else None
        last_page = part.page
        if whole is None:
            joined.append(_with_headers(part, reading.text))
        else:
            joined[-1] = whole
    return joined


def merged(*groups: Sequence[str]) -> tuple[str, ...]:
    """Notes of several origins, each once."""
    return tuple(dict.fromkeys(note for group in groups for note in group))


def heading_rows(texts: Sequence[Sequence[str]]) -> int:
    """How many of the first rows are headings: words, years or ages over figures."""
    if len(texts) < 2:
        return 0
    for at, row in enumerate(texts[:_MOST_HEADINGS]):
        figures = [t for t in row[1:] if t and _is_figure(t)]
        ages = any(map(_AGES.search, row)) and not any(map(_PLAIN.fullmatch, figures))
        if figures and not ages:
            return at
    return 1


def _is_figure(text: str) -> bool:
    return state(text) in ("number", "none", "suppressed") and not is_period(text)


def _joined(before: Table, part: Table, text: str, words_between: int) -> Table | None:
    """`before` with `part` as its next rows; None where `part` is a table of its own."""
    above, below = _rows(before), _rows(part)
    if not above or not below or {c.column for c in before.cells} != {c.column for c in part.cells}:
        return None
    texts = [_texts(row, text) for row in below.values()]
    heads = [_texts(row, text) for row in above.values() if all(c.header for cells in row.values() for c in cells)]
    repeated = 0
    while repeated < min(len(heads), len(texts)) and _same(heads[repeated], texts[repeated]):
        repeated += 1
    last = max(above)
    wraps = repeated < len(texts) and _wraps(_texts(above[last], text), texts[repeated], _lower_share(above, text))
    if not repeated and not wraps and (words_between or _has_figures(above, text)) and _own_headings(part, text):
        return None
    cells = list(before.cells)
    row_number = last
    for number, row in enumerate(below.values()):
        if number == repeated and wraps:
            cells = _over_the_page(cells, last, row)
            continue
        row_number += 1
        cells += [replace(c, row=row_number, header=number < repeated) for one in row.values() for c in one]
    return replace(before, end=part.end, cells=tuple(cells), notes=merged(before.notes, part.notes))


def _over_the_page(cells: Sequence[Cell], last: int, row: Row) -> list[Cell]:
    """`cells` with `row` as the rest of their row `last`: a blank cell gives way to what the other page has."""
    filled = {column for column, pieces in row.items() if any(c.start < c.end for c in pieces)}
    kept = [c for c in cells if not (c.row == last and c.column in filled and c.start == c.end)]
    more = [replace(c, row=last, header=False) for column in filled for c in row[column]]
    return kept + sorted(more, key=lambda c: c.start)


def _wraps(above: Texts, row: Texts, lower_share: float) -> bool:
    """Whether `row`, the first on its page, is the rest of the row `above` that ended the page before.

    Their figures are on one of the pages only, and every cell that both have some of reads on. `lower_share` is how
    many of the table's labels begin with a small letter: where many do, one that does says nothing.
    """
    figures = [{c for c, t in one.items() if c and _is_figure(t)} for one in (above, row)]
    if all(figures) or lower_share > 0.3:
        return False
    both = [column for column, said in row.items() if said and above.get(column)]
    if not both:
        return bool(figures[1]) and not row.get(0) and bool(above.get(0)) and not above[0].endswith(":")
    return all(_reads_on(above[column], row[column], labelled=bool(row.get(0))) for column in both)


def _reads_on(above: str, below: str, labelled: bool) -> bool:
    """Whether the two are one text: by how the second begins, how the first ends, or for want of a new row's label."""
    if above.endswith((":", ".", "?", "!", ";")):
        return False
    begun = _GOES_ON.match(below) is not None
    opened = above.endswith(("-", "–", ",", "(", "/", "&")) or above.split()[-1].lower() in LOOSE_END
    return begun or opened or not labelled


def _lower_share(rows: Mapping[int, Row], text: str) -> float:
    labels = [said for row in rows.values() if (said := _texts(row, text).get(0))]
    return sum(label[0].islower() for label in labels) / max(1, len(labels))


def _rows(table: Table) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(cell)
    return rows


def _texts(row: Row, text: str) -> dict[int, str]:
    return {at: squeeze(" ".join(text[c.start : c.end] for c in pieces)) for at, pieces in row.items()}


def _same(head: Texts, row: Texts) -> bool:
    """Whether a heading is printed again, "(continued)" and the like apart."""
    return {at: _CONTINUED.sub("", said).lower() for at, said in head.items() if said} == {
        at: _CONTINUED.sub("", said).lower() for at, said in row.items() if said
    }


def _has_figures(rows: Mapping[int, Row], text: str) -> bool:
    return any(_is_figure(said) for row in rows.values() for at, said in _texts(row, text).items() if at)


def _own_headings(table: Table, text: str) -> bool:
    return any(cell.header for cell in _with_headers(table, text).cells)


def _with_headers(table: Table, text: str) -> Table:
    """`table` with its header cells marked, by what they say where its format did not say."""
    if any(cell.header for cell in table.cells):
        return table
    rows = {at: _texts(row, text) for at, row in _rows(table).items()}
    width = max((c.column for c in table.cells), default=0) + 1
    ordered = sorted(rows)
    heads = set(ordered[: heading_rows([[rows[r].get(c, "") for c in range(width)] for r in ordered])])
    return replace(table, cells=tuple(replace(cell, header=cell.row in heads) for cell in table.cells))
