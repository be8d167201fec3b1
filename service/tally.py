"""Figures printed a line each beside what they count or when: "2022  2,059", "Parks junior pitches: 67", "4 convicted".

A reader takes such lines for a table; they are chosen here by their time or by their label.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.foreseen import foreseen
from indexer.numbers import Number, numbers, state
from service import bands
from service.match import Weights, share
from service.money import MONEY
from service.months import alike
from service.periods import Period, periods
from service.query import Query, wants_figure
from service.said import LAPSES, MONIES
from service.scales import sort_asked, sort_of
from service.spans import Span, clean
from service.terms import bag, held, letters, stem

_MOST = 16
"""Words in a label: a longer line is a sentence."""

_HEADED = 4
"""Words beside the years in the line that heads a table."""

_UNKNOWN = re.compile(
    r"\b(?:no (?:data|information|records?)|not (?:held|recorded|available|known|collected)|n/a)\W*$", re.IGNORECASE
)
_FIGURELESS = re.compile(
    r"(?:none|nil|zero|no data|n/a|not (?:held|recorded|available|known|collected))\W*$", re.IGNORECASE
)
_DRAWN = re.compile("[\u2500-\u257f]")
_LONG = re.compile(r"\d+m [a-z]")
"""What is so many metres long, and counts nothing: "20m street pole"."""
_SUM = re.compile(r"\s*(?:grand |overall )?total\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tally:
    """One such line: `span` is all that is printed, label and figure; `label` what it counts; `when` its time.

    `found` is the figure, None where the line says that there is none, or holds several; `under` the line that heads
    this one and those around it.
    """

    span: Span
    label: str
    when: tuple[Period, ...]
    found: Number | None
    unknown: bool
    under: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The line that a query asks for, and how surely (0..1)."""

    tally: Tally
    sure: float
    cell: str | None = None
    notes: tuple[str, ...] = ()


@foreseen(32_768)
def tallies(text: str, start: int, end: int) -> tuple[Tally, ...]:
    """The lines of `text[start:end]` that give one figure each, in order; a label alone heads the lines after it."""
    found: list[Tally] = []
    head: tuple[int, str] | None = None
    under = before = ""
    at = start
    printed = text[start:end].splitlines(keepends=True)
    for raw, following in zip(printed, [*printed[1:], ""], strict=True):
        a, b = clean(text, at, at + len(raw.rstrip()))
        at += len(raw)
        line = text[a:b]
        if not line:
            continue
        runs_on = raw.lstrip()[:1].islower() or (len(line) > 50 and following.lstrip()[:1].islower())
        one = None if runs_on or _is_row(raw.strip()) else _tally(line, a, head)
        short = len(line.split()) <= _MOST and not line.endswith((".", "?"))
        if one is None:
            head = (a, line.strip(" :")) if short else None
            under, before = (line.strip(" :") if short else ""), under
            continue
        if _bare(line, one) and head is not None:  # the line above was its label, and heads nothing more
            under = before
        found.append(replace(one, under=under))
        if _bare(line, one):
            head = None
    row = _in_a_row(text, start, end)
    begin = [one.span[0] for one in row]
    apart = [one for one in found if not _meets(one.span, row, bisect_right(begin, one.span[1] - 1) - 1)]
    return tuple(sorted([*apart, *row], key=lambda one: one.span)) if row else tuple(found)


def _meets(line: Span, row: Sequence[Tally], last: int) -> bool:
    """Whether a line holds some of `row`, the last that begins before its end being `last`."""
    return last >= 0 and row[last].span[1] > line[0]


_FIGURE = re.compile(r":\s(?P<figure>[£$€]?\d[\d,]*(?:\.\d+)?%?)(?=[.;,](?:\s|$)|\s*$)")
_NAME = re.compile(r"(?:[A-Z][^\W\d_]*|[A-Z][a-z]{1,12} \d{1,2})(?:[ ’'()/&-][^\W\d_’'()/&-]*){0,8}$")
"""A name with its figure in a sentence: "Officers: 43."."""
_BETWEEN = re.compile(r"[.;,][ \t]*\n?[ \t]*(?:and[ \t]+)?(?P<begun>[A-Z][A-Za-z ’'()/&-]{0,60}\n[ \t]*)?")
"""What stands between two of them, with the beginning of the second where a line ends in it."""


def _in_a_row(text: str, start: int, end: int) -> list[Tally]:
    """The names with a figure each that follow one another in a line or over its end: "Officers: 43. Staff: 67."."""
    found: list[Tally] = []
    run: list[Tally] = []
    for match in _FIGURE.finditer(text, start, end):
        before = re.split(r"(?:(?<!\bSt)\.|[;,:\n])\s*", text[max(start, match.start() - _LONGEST) : match.start()])[-1]
        label = before.removeprefix("and ").strip()
        figure = numbers(match["figure"])
        if len(figure) != 1 or not _NAME.fullmatch(label) or len(label.split()) > _NAMED or periods(label):
            continue
        at = match.start() - len(before.removeprefix("and ").lstrip())
        between = _BETWEEN.fullmatch(text, run[-1].span[1], at) if run else None
        if between is None:
            found += run if len(run) > 1 else []
            run = []
        elif between["begun"]:
            at, label = between.start("begun"), f"{' '.join(between['begun'].split())} {label}"
        run.append(Tally((at, match.end()), label, (), figure[0], unknown=False))
    return found + (run if len(run) > 1 else [])


_LONGEST = 60
_NAMED = 6
"""Characters and words of a name at most."""


def _bare(line: str, one: Tally) -> bool:
    """True for a figure with no label of its own: the next one has another label above it."""
    figure = one.found
    return figure is not None and len(line) - (figure.end - figure.start) < _BARE and "\t" not in line


_BARE = 12
"""Characters beside a figure that are no label of its own: "Total = 95"."""


def _is_row(line: str) -> bool:
    """True for a row of a table, whose cells are known."""
    return _DRAWN.search(line) is not None or line.count("\t") > 1 or line.count("|") > 2


def _tally(line: str, at: int, head: tuple[int, str] | None) -> Tally | None:
    when = periods(line)
    figures = [n for n in numbers(line) if not any(p.start < n.end and n.start < p.end for p in when)]
    figures = [n for n in figures if not _LONG.match(line, n.start) and (n.unit is None or stem(n.unit) not in LAPSES)]
    label = line
    for n in reversed(figures):
        label = label[: n.start] + " " + label[n.end :]
    label = re.sub(r"\s+[=–:-]+\s*$|^\W+", " ", label).strip(" =:–-")
    if len(label.split()) > _MOST or line.endswith("?") or line.count(". ") > 1:
        return None
    if not figures and not _FIGURELESS.search(line):
        return None
    if len(figures) > 1 and not when:
        return None
    start = at
    bare = not when and (not re.search(r"[A-Za-z]{3}", label) or _SUM.match(label))
    if bare:
        if head is None:
            return None
        start, label, when = head[0], f"{head[1]} {label}".strip(), periods(head[1])
    alone = figures[0] if len(figures) == 1 or (figures and len({n.value for n in figures}) == 1) else None
    unknown = _UNKNOWN.search(line) is not None
    if alone is None and not figures and state(line.split()[-1]) not in ("none",) and not unknown:
        return None
    return Tally((start, at + len(line)), label, when, alone, unknown)


def chosen(query: Query, text: str, start: int, end: int, weights: Weights, context: frozenset[str]) -> Told | None:
    """The one line of `text[start:end]` whose time or label the query names; None where there is no such list.

    `context` are the stems of the question and the letter's subject, which tell no line from another.
    """
    if query.form in ("why", "who", "when", "yes_no", "exemption"):
        return None
    crossed = _crossed(query, text, start, end, weights)
    plain = _plain(query, text, start, end, weights, context)
    if crossed is None or plain is None:
        return crossed or plain

    def over(one: Told) -> float:
        at = one.tally.span[0]
        return share(query.terms, weights, bag(f"{one.tally.label} {text[max(start, at - OVER) : at]}"))

    return plain if over(plain) > over(crossed) + 0.1 else crossed


OVER = 200
"""So many characters before a figure say what it is of."""


def _plain(query: Query, text: str, start: int, end: int, weights: Weights, context: frozenset[str]) -> Told | None:
    """The line with its own figure whose time or label the query names."""
    found = tallies(text, start, end)
    if query.form == "how_many" and len(found) > 1:  # a count is no sum of money, and a sum no count
        money = MONEY.search(query.text) is not None
        found = tuple(one for one in found if one.found is None or (one.found.unit in MONIES) == money) or found
    sort = sort_asked(query)
    if sort in ("money", "share") and any(one.found and sort_of(one.found.unit) == sort for one in found):
        found = tuple(one for one in found if one.found is None or sort_of(one.found.unit) == sort)
    if len(found) < 2:
        return None
    timed = [one for one in found if one.when]
    if query.periods and len(timed) >= 2:
        return _at(query, found, timed, weights)
    if not wants_figure(query) and query.form != "other":
        return None
    if named := bands.asked(query.text, query.periods):
        found = tuple(one for one in found if (own := bands.band(one.label)) is None or own in named)
    return _labelled(query, found, weights, context) if len(found) > 1 else None


@foreseen(32_768)
def headed_by_years(text: str, start: int, end: int) -> bool:
    """Whether a line of `text[start:end]` names several periods, as the head of a table of years does."""
    return any(len(periods(line)) > 1 for line in text[start:end].splitlines())


def _crossed(query: Query, text: str, start: int, end: int, weights: Weights) -> Told | None:
    """The figure of a table whose columns are lost: a line of years, and under it lines of a label and as many figures.

    None unless exactly one row and one year of it are asked for.
    """
    if len(query.periods) != 1 or not headed_by_years(text, start, end):
        return None
    heads: tuple[Period, ...] = ()
    columns = 0
    rows: list[tuple[str, Number | None]] = []
    at = start
    for raw in text[start:end].splitlines(keepends=True):
        here, line = at, raw.rstrip()
        at += len(raw)
        named = periods(line)
        others = [n for n in numbers(line) if not any(p.start <= n.start < p.end for p in named)]
        if "\t" in line or line.count("|") > 1 or _DRAWN.search(line):
            heads = ()
        elif len(named) > 1 and not others and len(re.findall(r"[A-Za-z]{2,}", line)) <= _HEADED:
            heads, columns = named, len(named) + bool(re.search(r"\btotals?\b", line, re.IGNORECASE))
        elif (figures := numbers(line)) and any(query.periods[0].same(p) for p in heads):
            label = line[: figures[0].start].strip(" :-")
            gaps = (line[a.end : b.start] for a, b in pairwise(figures))
            whole = len(figures) == columns and not any(re.search(r"[A-Za-z]", gap) for gap in gaps)
            one = figures[next(i for i, p in enumerate(heads) if query.periods[0].same(p))] if whole else None
            if re.search(r"[A-Za-z]", label):
                rows.append((label, replace(one, start=here + one.start, end=here + one.end) if one else None))
    rows = _of_sort(query, rows)
    told = [sum(weights[t] * held(t, bag(label)) for t in query.terms) for label, _ in rows]
    if not rows or (len(rows) > 1 and (max(told) <= 0 or told.count(max(told)) > 1)):
        return None
    sums = [at for at, (label, _) in enumerate(rows) if _SUM.match(label)]
    label, figure = rows[sums[0] if query.total and len(sums) == 1 else told.index(max(told))]
    if figure is None:  # a row that has lost a blank cell: none can say which
        return None
    when = query.text[query.periods[0].start : query.periods[0].end]
    note = f'The columns of this table are lost in the source: the figure of "{label}" for {when} was told by counting.'
    line_span = (figure.start, figure.end)
    return Told(Tally(line_span, label, query.periods, figure, unknown=False), 0.8, f"{label} / {when}", (note,))


def _of_sort(query: Query, rows: list[tuple[str, Number | None]]) -> list[tuple[str, Number | None]]:
    """Those rows that may hold a figure of the sort asked for; all where none does."""
    sort = sort_asked(query)
    sorts = [sort_of(figure.unit) if figure else None for _, figure in rows]
    if sort is None or sort not in sorts:
        return rows
    return [row for row, one in zip(rows, sorts, strict=True) if one in (sort, None)]


_LEAST = 0.5
"""How like a line's time is to be: the figure of a year is not that of a month, nor the reverse."""


def _at(query: Query, found: Sequence[Tally], timed: Sequence[Tally], weights: Weights) -> Told | None:
    wanted = query.periods[0]
    shares = [(alike(wanted, one.when), one) for one in timed]
    best = max(s for s, _ in shares)
    if best < _LEAST or len(query.periods) > 1:
        return None
    nearest = [one for s, one in shares if s >= best - 0.01]
    if len(nearest) > 1:
        told = [sum(weights[t] * held(t, bag(one.label)) for t in query.terms) for one in nearest]
        lead = max(told)
        if told.count(lead) > 1:
            return None
        return Told(nearest[told.index(lead)], 0.7)
    plain = nearest[0].found is not None or nearest[0].unknown
    return Told(nearest[0], (0.95 if best > 0.9 else 0.6) * (1.0 if plain else 0.5))


def _labelled(query: Query, found: Sequence[Tally], weights: Weights, context: frozenset[str]) -> Told | None:
    """The line whose label shares most with the query: words that fewer labels hold count more."""
    bags = [bag(one.label) | bag(one.under) for one in found]
    wanted = letters(query.text)
    telling = []
    for term in query.terms:
        values = [held(term, stems) for stems in bags]
        holders = sum(value > 0 for value in values)
        if holders and holders < len(bags):
            telling.append((weights[term], values, holders, 0.5 if term in context else 1.0))
    scores = []
    for at, one in enumerate(found):
        score = 0.0
        for weight, values, holders, worth in telling:
            score += weight * values[at] / holders * worth
        if one.found is not None and one.found.unit and f"@{one.found.unit.lower()}" in query.terms:
            score += 1.0
        if wanted and (marks := letters(one.label)):
            score += 1.0 if marks <= wanted else -1.0
        scores.append(score)
    ordered = sorted(scores, reverse=True)
    if ordered[0] <= 0.3 or ordered[0] - ordered[1] < 0.25 * ordered[0]:
        return None
    return Told(found[scores.index(ordered[0])], min(0.8, 0.4 + ordered[0] / 6))
