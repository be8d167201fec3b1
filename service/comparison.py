"""The same question answered by other authorities or for other years: found among candidates, and set out as rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.candidate import Answer, Candidate, Other
from service.match import Weights, fit, share, subject, telling, unit_text, weigh
from service.periods import Period, periods
from service.query import Query
from service.rank import Tried, draw, features, merit
from service.terms import bag, held

MOST = 5
"""From how many other letters the same question is answered."""

_COVERED = 0.75  # weighted share of what was asked, and the answered unit holds, that another unit has to hold too
_FAMILIAR = 0.5  # share of another question's telling words that the query or the answered unit has to hold
_LONG = ("year", "financial", "span", "quarter")
_OPEN = 2100

COLUMNS = ("authority", "period", "value", "unit", "answer", "outcome", "source", "start", "end", "page", "cell")


@dataclass(frozen=True, slots=True)
class Row:
    """One authority's answer for one period: `value` its number where it is one, `source` the document's URI."""

    authority: str | None
    period: str | None
    value: float | None
    unit: str | None
    answer: str | None
    outcome: str
    source: str | None
    start: int | None
    end: int | None
    page: int | None
    cell: str | None


def elsewhere(query: Query, best: Tried, candidates: Sequence[Candidate]) -> list[Tried]:
    """What other letters among `candidates` say to the question that `best` answers, one unit a letter, best first.

    A letter's authority, reference and year may differ: they are what is compared.
    """
    query = replace(query, authorities=(), stranger=None, references=())
    weights = weigh(query, candidates)
    ours = bag(unit_text(best.candidate)) | bag(subject(best.candidate))
    asked = tuple(term for term in query.terms if held(term, ours))
    known = bag(query.text) | ours
    letters: dict[str, Tried] = {}
    for one in candidates:
        letter = _letter(one)
        if letter == _letter(best.candidate) or not _same_question(one, asked, known, weights):
            continue
        fitted = fit(query, one, weights)
        values = features(one, fitted, None)
        found = Tried(one, fitted, None, values, merit(values))
        if letter not in letters or found.merit > letters[letter].merit:
            letters[letter] = found
    first = sorted(letters.values(), key=lambda one: -one.merit)[:MOST]
    timeless = replace(query, periods=())
    drawn = [draw(timeless if one.fit.period < 0 else query, one.candidate, one.fit, weights) for one in first]
    return [one for one in drawn if one.extract is not None]


def period(query: Query, one: Tried) -> str | None:
    """The time that a unit's answer is about ("2023/24"): by its cell, its quotation, its question, else its letter.

    None where none is printed, or several are and none of them was asked for.
    """
    text, found = one.candidate.text, one.extract
    own = one.candidate.question
    starts = [s.start for s in (own, *one.candidate.answers) if s is not None]
    printed = [
        found.cell or "" if found else "",
        text[slice(*found.quote)] if found and found.quote else "",
        text[own.start : own.end] if own else " ".join(h for s in one.candidate.answers[:1] for h in s.heading),
        text[max(0, min(starts) - 2500) : min(starts)],
        one.candidate.document.title or "",
    ]
    for place in printed:
        named = {_label(p): p for p in periods(place) if p.kind in _LONG}
        wanted = [label for label, p in named.items() if any(p.same(w) for w in query.periods)]
        if len(wanted) == 1 or len(named) == 1:
            return (wanted or list(named))[0]
        if named:
            return None
    return None


def rows(found: Answer) -> list[Row]:
    """The answer and the others as rows, the answer first; none where nothing was found."""
    if found.outcome == "not_found":
        return []
    first = Other(found.answer, found.outcome, found.citations, found.value, found.unit, found.period)
    return [_row(one) for one in (first, *found.others)]


def as_csv(table: Sequence[Row]) -> str:
    """`table` as CSV with a line of headings. What a spreadsheet would run as a formula gets a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(getattr(row, name)) for name in COLUMNS] for row in table)
    return out.getvalue()


def _safe(value: str | float | None) -> str:
    """A cell that no spreadsheet takes for a formula: text that starts like one is marked as text, numbers are not."""
    printed = "" if value is None else str(value)
    formula = printed.lstrip()[:1] in ("=", "+", "-", "@") or printed[:1] in ("\t", "\r")
    number = not isinstance(value, str) or re.fullmatch(r"[+-]?\d[\d,]*(?:\.\d+)?%?", printed) is not None
    return "'" + printed if formula and printed and not number else printed


def _row(one: Other) -> Row:
    cited = one.citations[0] if one.citations else None
    return Row(
        cited.document.authority if cited else None,
        one.period,
        one.value,
        one.unit,
        one.answer,
        one.outcome,
        cited.uri if cited else None,
        cited.start if cited else None,
        cited.end if cited else None,
        cited.page if cited else None,
        cited.cell if cited else None,
    )


def _letter(candidate: Candidate) -> str:
    """The letter that a unit came with: an attachment's is the message that carries it."""
    return candidate.document.uri.partition("#")[0]


def _same_question(one: Candidate, asked: Sequence[str], known: frozenset[str], weights: Weights) -> bool:
    """True where a unit holds what was asked, and its question asks for little else."""
    if not asked or share(asked, weights, bag(unit_text(one)), bag(subject(one))) < _COVERED:
        return False
    own = telling(one)
    return not own or sum(held(s, known) for s in own) >= _FAMILIAR * len(own)


def _label(named: Period) -> str:
    """A period as one would write it, however it is printed: so that rows can be compared."""
    if named.kind == "financial":
        return f"{named.first}/{named.last % 100:02}"
    if named.kind == "quarter":
        return f"{named.part} {named.first}"
    if named.kind == "year":
        return str(named.first)
    return f"since {named.first}" if named.last == _OPEN else f"{named.first} to {named.last}"
