"""The same question answered by other authorities or for other years: found among candidates, and set out as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from service.candidate import Answer, Candidate, Other
from service.match import Weighed, Weights, fit, share, weigh
from service.periods import Period, periods
from service.query import Query
from service.rank import Tried, draw
from service.read import question_text, read, subject, unit_text
from service.sheet import sheet
from service.terms import FAINT, bag, held, terms

MOST = 5
"""From how many other letters the same question is answered."""

_COVERED = 0.75  # weighted share of what was asked, and the answered unit holds, that another unit has to hold too
_FAMILIAR = 0.5  # share of another question's telling words that the query or the answered unit has to hold
_OWN = 1.5  # what it counts, beside that, that the other question asks for nothing else
_TRIED = 2  # units of a letter that the answer is drawn from
_APT = 0.5  # what it counts, beside likeness, that the kind of thing asked for is what was drawn
_PIECES = re.compile(r"\n+|(?<=[?;])\s+")
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

    A letter's authority, reference and year may differ: they are what is compared. Every question of such a letter is
    looked at, found or not.
    """
    query = replace(query, authorities=(), stranger=None, references=())
    weights = weigh(query, candidates)
    own = best.candidate
    ours = read(own).bag | _about(own)
    asked = tuple(term for term in query.terms if held(term, ours))
    known = bag(query.text) | bag(_piece(asked, own))
    letters = {_letter(one): one for one in reversed(candidates) if _letter(one) != _letter(own)}
    found: list[list[tuple[float, Candidate]]] = []
    for letter, first in letters.items():
        if share(asked, weights, bag(first.text)) < _COVERED:
            continue
        units = [*_questions(first), *(c for c in candidates if c.question is None and _letter(c) == letter)]
        about = _about(first)
        alike = sorted(((_alike(asked, known, unit, about, weights), unit) for unit in units), key=lambda one: -one[0])
        if alike and alike[0][0] > 0:
            found.append([pair for pair in alike[:_TRIED] if pair[0] > 0])
    most_worded = max((one.lexical for one in candidates), default=0.0)
    found.sort(key=lambda alike: -alike[0][0])
    best_of = [
        max((_drawn(query, one, how, weights, most_worded) for how, one in alike), key=_first) for alike in found[:MOST]
    ]
    return sorted((one for _, one in best_of if one.extract is not None), key=lambda one: -one.merit)


def _drawn(query: Query, one: Candidate, likeness: float, weights: Weighed, most_worded: float) -> tuple[float, Tried]:
    """A unit with what it says, whatever the year, and how well that and its question suit."""
    fitted = fit(query, one, weights)
    tried = draw(replace(query, periods=()) if fitted.period < 0 else query, one, fitted, weights, most_worded)
    refused = tried.extract is not None and tried.extract.outcome not in ("disclosed", "partly_disclosed")
    return likeness + _APT * (1.0 if refused else tried.features["apt"]), tried


def _first(pair: tuple[float, Tried]) -> float:
    return pair[0]


def period(query: Query, one: Tried) -> str | None:
    """The time that a unit's answer is about ("2023/24"): by its cell, its quotation, its question, else its letter.

    None where none is printed, or several are and not just one of them was asked for.
    """
    text, found, own = one.candidate.text, one.extract, one.candidate.question
    start = min(s.start for s in (own, *one.candidate.answers) if s is not None)
    question = question_text(one.candidate)
    piece = _piece(query.terms, one.candidate)
    near = [found.cell or "", text[slice(*found.quote)] if found.quote else ""] if found else []
    around = [question[: question.find(piece)], question, one.candidate.document.title or "", text[:start][-2500:]]
    for place in [*near, piece, *around]:
        named = {_label(p): p for p in periods(place) if p.kind in _LONG}
        wanted = [label for label, p in named.items() if any(p.same(w) for w in query.periods)]
        if len(wanted) == 1 or len(named) == 1:
            return (wanted or [*named])[0]
        if named and place in near:
            return None
    return None


def rows(found: Answer) -> list[Row]:
    """The answer and the others as rows, the answer first; none where nothing was found."""
    if found.outcome == "not_found":
        return []
    first = Other(found.answer, found.outcome, found.citations, found.value, found.unit, found.period)
    return [_row(one) for one in (first, *found.others)]


def as_csv(table: Sequence[Row]) -> str:
    """`table` as CSV with a line of headings, safe to open in a spreadsheet."""
    return sheet(COLUMNS, ([getattr(row, name) for name in COLUMNS] for row in table))


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


def _questions(candidate: Candidate) -> list[Candidate]:
    """Every question of a letter with what answers or refuses it."""
    units = []
    for asked in candidate.sections:
        replies = tuple(s for s in candidate.sections if s.answers == asked.id) if asked.kind == "question" else ()
        if replies:
            units.append(replace(candidate, question=asked, answers=replies))
    return units


def _about(candidate: Candidate) -> frozenset[str]:
    """The stems of what the letter is about: its subject and every question in it, since they lean on one another."""
    asked = (candidate.text[s.start : s.end] for s in candidate.sections if s.kind == "question")
    return bag("\n".join([subject(candidate), *asked]))


def _piece(asked: Sequence[str], candidate: Candidate) -> str:
    """Of a question that asks several things, the line or sentence that asks for this one."""
    pieces = [p for p in _PIECES.split(question_text(candidate)) if p.strip()]
    if len(pieces) == 1:
        return pieces[0]
    return max(pieces, key=lambda p: (sum(held(t, bag(p)) for t in asked), -len(p)), default="")


def _alike(
    asked: Sequence[str], known: frozenset[str], one: Candidate, about: frozenset[str], weights: Weights
) -> float:
    """How surely a unit answers the same question, 0 where it does not.

    It must hold what was asked, though what the whole letter is `about` may be left unsaid, and ask for little else.
    """
    piece = _piece(asked, one)
    own = _telling(piece)
    familiar = sum(held(t, known) for t in own) / len(own) if own else 1.0
    if not asked or familiar < _FAMILIAR:
        return 0.0
    said = bag(unit_text(one))
    whole = share(asked, weights, said, about)
    if whole < _COVERED:
        return 0.0
    return whole + share(asked, weights, bag(piece), said) + _OWN * familiar


@lru_cache(maxsize=8192)
def _telling(piece: str) -> tuple[str, ...]:
    """What a piece of a question asks about, without words that matter little and figures."""
    return tuple(t for t in terms(piece) if t not in FAINT and not t[:1].isdigit())


def _label(named: Period) -> str:
    """A period as one would write it, however it is printed: so that rows can be compared."""
    if named.kind == "financial":
        return f"{named.first}/{named.last % 100:02}"
    if named.kind == "quarter":
        year = f"{named.first}/{named.last % 100:02}" if named.last > named.first else str(named.first)
        return f"{named.part} {year}" if named.first else str(named.part)
    if named.kind == "year":
        return str(named.first)
    return f"since {named.first}" if named.last == _OPEN else f"{named.first} to {named.last}"
