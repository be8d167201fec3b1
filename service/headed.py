"""The row and the column of a table that a query asks for, each by its label, its time or as the sum of the others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexer.grid import TOTAL, Grid, is_period, worth
from indexer.numbers import state
from service import axis, bands
from service.axis import Times
from service.labels import TIE, likest, only_worded, printed
from service.match import Weights
from service.periods import Period
from service.query import Query, figures_told, wants_figure
from service.scales import Sort, sort_words
from service.sorts import Sorts, adds, counted, of_sort
from service.subsets import OF_ALL, part_of, whole_of
from service.synonyms import SAME
from service.terms import FAINT, STOP, bag, held


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought in one table: `stems` are all of the query's, `times` those that it names, `beside` and `over` the
    times of the table's rows and columns, `context` the stems of what the whole table is about."""

    query: Query
    weights: Weights
    context: frozenset[str]
    stems: frozenset[str]
    times: tuple[Period, ...]
    beside: Times
    over: Times
    sorts: Sorts
    sort: Sort | None


class Line(NamedTuple):
    """A row or column chosen, how surely (0..1), and whether its label is the time asked for."""

    at: int
    sure: float
    timely: bool = False


def row_of(sought: Sought, seen: Grid, total: int | None) -> Line | None:
    """The row asked for; `total` is the one that adds up the others."""
    query, rows = sought.query, filled(seen)
    timed = [r for r in rows if r in sought.beside or is_period(seen.rows[r])]
    if total is None and timed and rows[-1] not in timed and _YEAR.fullmatch(seen.rows[rows[-1]].strip(" :.*")):
        total = rows[-1]
    if total is None:
        total = next((r for r in (rows[0], rows[-1]) if _EVERY.fullmatch(seen.rows[r].strip(" :.*"))), None)
    if total is not None and not adds(total, sought.sorts):
        total = None
    rows = of_sort(sought.sort, rows, sought.sorts, 0)
    if sought.sort is None:
        rows = counted(rows, seen.rows, sought.sorts, 0)
    labels = {r: seen.rows[r] for r in rows}
    if (aged := _banded(query, labels)) is not None:
        return Line(aged[0], 1.0) if len(aged) == 1 else None
    if len(timed) * 2 > len(filled(seen)):
        return _timed_row(sought, seen, [r for r in timed if r in labels], rows, total)
    if len(rows) == 1 and len(filled(seen)) == 1:
        return Line(rows[0], 0.9 if rows[0] != total or _for_all(sought, _words(seen)) else 0.4)
    if total is not None and total in labels and _all_of(query, seen):
        return Line(total, 0.9)
    parts = {r: label for r, label in labels.items() if r != total}
    best, sure = _told(sought, seen, parts, 0, sought.context, sought.stems)
    told = best is not None and not (total is not None and query.total and sure < 0.6)
    whole = total is not None and total in labels and _for_all(sought, _words(seen))
    if total is not None and whole and (not told or _by_the_way(sought, labels, best)):
        return Line(total, 0.75)
    return Line(best, sure) if told and best is not None else None


_ALL_OF = re.compile(r"\b(?:all|every) (?:the |of the |its |our |\d+ )?([a-z-]{3,})", re.IGNORECASE)


def _all_of(query: Query, seen: Grid) -> bool:
    """Whether all that the rows name is asked for, by the name of their column: "all districts"."""
    named = bag(" ".join(seen.columns.get(c, "") for c in seen.labels))
    return any(word[:1] not in "@~" and word in named for m in _ALL_OF.finditer(query.text) for word in bag(m[1]))


def _timed_row(sought: Sought, seen: Grid, timed: Sequence[int], rows: Sequence[int], total: int | None) -> Line | None:
    """The row of the time that is asked for, of a table with a row for each time."""
    query, beside = sought.query, sought.beside
    for wanted in sought.times:
        same = [r for r in timed if axis.names(wanted, beside.get(r, ()))]
        if not same and any(axis.bare(named) and axis.names(wanted, named) for named in sought.over.values()):
            same = [r for r in timed if axis.holds(beside.get(r, ()), wanted)]
        if len(same) > 1:
            labels = {r: seen.rows[r] for r in same}
            told, sure = likest(query, labels, sought.weights, sought.context, sought.stems, 0.35)
            return Line(told, sure, True) if told is not None and _telling(sought, seen.rows[told]) else None
        if same:
            return Line(same[0], 1.0, not wanted.first or beside[same[0]][0].first > 0)
    named = [beside[r] for r in timed if r in beside]
    long = not sought.times or any(p.last - p.first > 1 or axis.covers(p, named) for p in sought.times)
    if total is not None and total in rows and (query.total or long):
        return Line(total, 0.9)
    return Line(rows[0], 0.8) if len(rows) == 1 and not sought.times else None


_YEAR = re.compile(r"(?:(?:the )?(?:whole|full|all) )?year(?: total)?|all(?: year)?|overall|sum|annual", re.IGNORECASE)
"""What stands before the last row of a table of months or quarters, where no total is so called."""


_EVERY = re.compile(r"all (?!others\b)[a-z]+s|overall", re.IGNORECASE)
"""What the row of all, above or beneath the others, is called where it cannot be told by adding up: "All areas"."""


def column_of(sought: Sought, seen: Grid, row: int, columns: list[int]) -> Line | None:
    """The column asked for, of the chosen row."""
    query = sought.query
    if len(columns) == 1:
        named = sought.over.get(columns[0], ())
        return Line(columns[0], 1.0, any(axis.names(p, named) for p in sought.times))
    labels = {c: seen.columns.get(c, "") for c in columns}
    total = seen.total_columns[0] if seen.total_columns else _of_all(labels)
    times = sought.over if _several(sought.over) else {}
    fit = of_sort(sought.sort, columns, {at: one for at, one in sought.sorts.items() if at[0] == row}, 1)
    if sought.sort is None:
        fit = counted(fit, labels, {at: one for at, one in sought.sorts.items() if at[0] == row}, 1)
    labels = {c: labels[c] for c in fit}
    if (aged := _banded(query, labels)) is not None:
        return Line(aged[0], 1.0) if len(aged) == 1 else None
    own = sought.beside.get(row, ())
    for wanted in sought.times:
        same = [c for c in fit if axis.names(wanted, times.get(c, ()))]
        if not same and axis.bare(own) and axis.names(wanted, own):
            same = [c for c in fit if axis.holds(times.get(c, ()), wanted)]
        if same:
            return Line(same[0], 1.0, True) if len(same) == 1 else _of_one_time(sought, seen, row, same)
    if times:
        left = [p for p in sought.times if not axis.names(p, own)]
        wide = not left or any(p.last - p.first > 1 or axis.covers(p, list(_but(times, total))) for p in left)
        return Line(total, 0.95) if total in fit and total is not None and (wide or query.total) else None
    found = _by_label(sought, seen, row, labels, total if total in fit else None)
    if found is None and len(fit) == len(columns):
        return _only(sought, seen, row, columns)
    if found is None and len(fit) == 1:  # the one of the sort asked for
        told = bag(f"{labels[fit[0]]} {seen.rows.get(row, '')}")
        bare = all(s in STOP or s in FAINT for s in bag(labels[fit[0]]))  # "No." beside "%"
        return Line(fit[0], 0.7) if bare or _for_all(sought, told) else None
    return found


def _by_label(sought: Sought, seen: Grid, row: int, labels: Mapping[int, str], total: int | None) -> Line | None:
    """The column whose heading is asked for, else that of the sums."""
    query = sought.query
    common = frozenset.intersection(*map(bag, labels.values()))
    beside = bag(seen.rows.get(row, ""))
    listed = len(labels) > 1 and all(
        _known(sought, label) for label in labels.values()
    )  # as the question asks for them
    context, asked = common | beside if listed else sought.context | common | beside, sought.stems - beside
    best, sure = _told(sought, seen, labels, 1, context, asked)
    if (other := _untold(query, seen, row, best, labels)) is not None:
        best, sure = other, 0.8
    named = max((sought.weights[t] for t in query.terms if held(t, beside)), default=0.0)  # a row that is asked for
    whole = total is not None and _for_all(sought, common | beside | bag(labels[total]), _NEARLY * named)
    if best is not None and not (best == total and query.total) and not (sure <= TIE and whole):
        return Line(best, sure)
    return Line(total, 0.85) if whole and total is not None else None


_NEARLY = 0.8
"""A word that is nowhere in a table may be another for its row, where it weighs so much less than one that is."""


def _only(sought: Sought, seen: Grid, row: int, columns: Sequence[int]) -> Line | None:
    """The one column of a row that holds anything, or the one of a table that holds figures."""
    figured = {c for (_, c), entry in seen.body.items() if c in columns and state(entry.text) in _FIGURES}
    here = [c for c in columns if (row, c) in seen.body and seen.body[row, c].text]
    if len(here) == 1 and figured <= set(here):
        return Line(here[0], 0.7)
    if len(figured) == 1 and figured <= set(here) and wants_figure(sought.query):
        return Line(min(figured), 0.6)
    return None


_FIGURES = ("number", "none", "suppressed", "unreadable")
"""What a cell may hold in the place of a figure."""


def _of_one_time(sought: Sought, seen: Grid, row: int, same: Sequence[int]) -> Line | None:
    """The one of several columns of the time asked for that shares most with the query, or names nothing besides."""
    labels = {c: seen.columns[c] for c in same}
    told = {c: sum(held(t, bag(label)) for t in sought.query.terms) for c, label in labels.items()}
    most = [c for c in same if told[c] == max(told.values())]
    plain = [c for c in most if is_period(labels[c])]
    if len(most) == 1 and told[most[0]]:
        return Line(most[0], 0.9, True)
    if len(plain) == 1 and _for_all(sought, bag(seen.rows.get(row, ""))):
        return Line(plain[0], 0.9, True)
    if (part := part_of(sought.query, labels, whole_of(seen, labels, sought.sorts, 1))) is not None:
        return Line(part, 0.85, True)
    worded = only_worded(sought.stems, {c: labels[c] for c in most})
    return Line(worded, 0.9, True) if worded is not None else None


def _told(
    sought: Sought, seen: Grid, labels: Mapping[int, str], side: int, context: frozenset[str], stems: frozenset[str]
) -> tuple[int | None, float]:
    """The row (`side` 0) or column (1) whose label is most like the query, and how surely.

    One that names what the whole table is about is asked for only where nothing else is.
    """
    said = remarks(seen) if side == 0 else {}
    best, sure = likest(sought.query, dict(labels), sought.weights, context, stems, 0.35, said)
    whole = whole_of(seen, labels, sought.sorts, side)
    if best is None or best == whole or sure <= TIE:
        if (part := part_of(sought.query, labels, whole)) is not None:
            return part, max(sure, 0.8)
        if sure <= TIE and (whole_label := printed(sought.query, labels)) is not None:
            return whole_label, 0.9
        if sure <= TIE and (worded := only_worded(sought.stems, labels)) is not None:
            return worded, 0.7
    if best is not None and _subject(sought, labels, best, whole) and not _for_all(sought, _words(seen)):
        return None, 0.0
    return best, sure


def _words(seen: Grid) -> frozenset[str]:
    """The stems of all labels of a table."""
    return frozenset[str]().union(*map(bag, seen.columns.values()), *map(bag, seen.rows.values()))


def _several(times: Times) -> bool:
    """False where a time stands over all columns that name one, and so tells none from another."""
    return len({tuple((p.kind, p.first, p.last, p.part) for p in named) for named in times.values()}) > 1


def _but(times: Times, total: int | None) -> list[tuple[Period, ...]]:
    return [named for c, named in times.items() if c != total]


def _banded(query: Query, labels: Mapping[int, str]) -> list[int] | None:
    """Where labels are bands and the query names some, those that it names; else None."""
    found = {at: one for at, label in labels.items() if (one := bands.band(label)) is not None}
    if len(found) < 2 or len(found) * 2 < len(labels) or all(is_period(labels[at]) for at in found):
        return None
    wanted = bands.asked(query.text, query.periods)
    return [at for at, one in found.items() if one in wanted] if wanted else None


def _of_all(labels: Mapping[int, str]) -> int | None:
    """The one column whose heading says that it counts all: "Absences (all reasons)"."""
    found = [c for c, label in labels.items() if OF_ALL.search(label)]
    return found[0] if len(found) == 1 else None


def _for_all(sought: Sought, known: frozenset[str], pardoned: float = 0.0) -> bool:
    """False where the query asks for something that neither the table nor what it is about has: the sum of all is then
    not what is meant. Words that weigh less than is `pardoned` do not matter, nor the lesser part of all where a total
    is asked for."""
    known, query = known | sought.context | sort_words(sought.query), sought.query
    timed = bag(" ".join(query.text[p.start : p.end] for p in sought.times))
    telling = [t for t in query.terms if t not in _IDLE and t not in timed and sought.weights[t] >= pardoned]
    lacking = sum(sought.weights[t] for t in telling if not held(t, known))
    return not lacking or (query.total and 2 * lacking < sum(sought.weights[t] for t in telling))


_IDLE = (FAINT | bag("whole entire")) - bag("disclosed refused released withheld")
"""What a table need not say, since every figure may be so called: "issued", "recorded"."""


def _subject(sought: Sought, labels: Mapping[int, str], best: int, whole: int | None) -> bool:
    """True for a label that names what the whole table is about, and so does not tell what else is asked for.

    A question that names another label as well, neither of them the `whole`, lists what it wants broken down.
    """
    told = {at for at, label in labels.items() if bag(label) and not TOTAL.search(label) and _known(sought, label)}
    return best in told and (len(told) < 2 or best == whole)


def _known(sought: Sought, label: str) -> bool:
    """True for a label whose every word is one of what the whole table is about."""
    return all(held(s, sought.context) for s in _telling_words(label))


def _by_the_way(sought: Sought, labels: Mapping[int, str], best: int | None) -> bool:
    """True for the label of a part, most of which is not asked for, and the rest is what the whole table is about:
    "Parking (on the street)" where all parking is."""
    words = _telling_words(labels[best]) if best is not None else []
    if not words:
        return False
    stems = frozenset(words)
    told = any(held(t, stems) and held(t, sought.context) < SAME for t in sought.query.terms)
    return not told and 2 * sum(held(s, sought.stems) for s in words) < len(words)


def _telling_words(label: str) -> list[str]:
    return [s for s in bag(label) if s not in STOP and s[:1] not in "@~"]


def _telling(sought: Sought, label: str) -> bool:
    """False where a label holds only what every row is about, and the query asks for something else besides."""
    stems, terms, context = bag(label), sought.query.terms, sought.context
    told = any(held(term, stems) and held(term, context) < 0.8 for term in terms)
    return told or all(held(term, stems) or held(term, context) for term in terms)


def filled(seen: Grid) -> list[int]:
    """The rows with anything beside their label, in order."""
    found = {row for row, _ in seen.body}
    return [row for row in seen.rows if row in found]


def remarks(seen: Grid) -> dict[int, str]:
    """Words printed in the body of each row: a comment beside its figures."""
    found: dict[int, str] = {}
    for (row, _), entry in seen.body.items():
        if state(entry.text) == "text" and 1 < len(entry.text.split()) <= _REMARK:
            found[row] = f"{found[row]} {entry.text}" if row in found else entry.text
    return found


_REMARK = 12
"""Words in a comment at most: a longer cell is prose."""


def _untold(query: Query, seen: Grid, row: int, best: int | None, labels: Mapping[int, str]) -> int | None:
    """Where the query tells the figure of the column `best`, or of one where none is best: the one other column whose
    heading has a word of it."""

    def told(column: int) -> bool:
        return (row, column) in seen.body and worth(seen.body[row, column]) in figures_told(query.text)

    if not (told(best) if best is not None else any(map(told, labels))):
        return None
    meant = [c for c, label in labels.items() if not told(c) and any(held(t, bag(label)) for t in query.terms)]
    return meant[0] if len(meant) == 1 else None
