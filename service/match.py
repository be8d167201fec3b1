"""How well what was found fits what was asked: words, authority, period, reference."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from service import ordinary, thesaurus
from service.candidate import Candidate
from service.periods import Period, periods
from service.query import Query, aliases
from service.terms import STOP, bag, held, stem, words

Weights = Mapping[str, float]

FAINT = frozenset(stem(word) for word in thesaurus.FAINT.split())
"""Stems of words that matter little to what is asked."""

_ORDINARY = frozenset(stem(word) for word in ordinary.WORDS.split())


MONEY = re.compile(
    r"\b(?:costs?|spen[dt]|spending|pay|price|budgets?|income|bill|salar(?:y|ies)|expenditure|revenue|money"
    r"|compensation|funding)\b|£",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a candidate fits a query, each 0..1 unless said.

    `coverage`: weighted share of the query's terms that the unit, its headings and its letter's subject hold;
    `asked`: the same by its question alone; `precise`: share of the question's own words that the query has;
    `authority`, `period`: 1 agrees, 0 says nothing, -1 contradicts; `reference`: 1 where the query names this
    letter's reference; `missing`: terms found nowhere in the unit; `sort`: 1 where question and query both ask for
    money or neither does; `lost`: weight of the heaviest of `missing`, 1 a telling word that no candidate holds;
    `named`: 1 where one of `missing` is a name or an acronym.
    """

    coverage: float
    asked: float
    precise: float
    authority: float
    period: float
    reference: float
    missing: tuple[str, ...]
    sort: float
    lost: float
    named: float


def unit_text(candidate: Candidate) -> str:
    """The question and the sections of a candidate, one after another."""
    parts = [candidate.question, *candidate.answers] if candidate.question else list(candidate.answers)
    return "\n".join(candidate.text[s.start : s.end] for s in parts)


def question_text(candidate: Candidate) -> str:
    """The question's words, or the headings where the unit has none."""
    if candidate.question is not None:
        return candidate.text[candidate.question.start : candidate.question.end]
    return " ".join(h for s in candidate.answers[:1] for h in s.heading)


@lru_cache(maxsize=1024)
def _opening(text: str) -> str:
    """What the letter says it is about: the sentence on the request, else its first lines."""
    about = re.search(
        r"(?:information|request|review|clarification)\s+(?:relating to|regarding|about|concerning|in relation to"
        r"|for)\s([^.]{5,220})",
        text[:2500],
    )
    return re.split(r",?\s+(?:which|that|dated|received|submitted|as set out)\b", about[1])[0] if about else text[:200]


def subject(candidate: Candidate) -> str:
    """Title, headings and subject of the letter that the unit stands in."""
    headings = {
        h for s in [*candidate.answers, *([candidate.question] if candidate.question else [])] for h in s.heading
    }
    return " ".join(
        [
            candidate.document.title or "",
            candidate.document.authority or "",
            *sorted(headings),
            _opening(candidate.text),
        ]
    )


_ANAPHORA = re.compile(
    r"\b(?:these|those|this|that|they|them|it|its|such|(?:of|question|in) \(?\d+\)?|above)\b", re.IGNORECASE
)


def _before(candidate: Candidate) -> str:
    """The question before, where this one leans on it ("How many of these …")."""
    own = candidate.question
    if own is None or not _ANAPHORA.search(candidate.text, own.start, own.end):
        return ""
    before = [s for s in candidate.sections if s.kind == "question" and s.start < own.start]
    return candidate.text[before[-1].start : before[-1].end] if before else ""


def compounded(query: Query, candidates: Sequence[Candidate]) -> Query:
    """`query` with two words as one term where the letters write them so: "chat bot" for "chatbot"."""
    bags = [bag(unit_text(c)) for c in candidates]
    terms = query.terms
    for first, second in pairwise(query.words):
        one, pair = stem(first + second), (stem(first), stem(second))
        if len(one) >= 6 and set(pair) <= set(terms) and any(one in b for b in bags):
            terms = tuple(one if t == pair[0] else t for t in terms if t != pair[1])
    return replace(query, terms=terms) if terms != query.terms else query


def weigh(query: Query, candidates: Sequence[Candidate]) -> dict[str, float]:
    """What each term of the query weighs.

    More the fewer of the candidates hold it, little for words that say little.
    """
    bags = [bag(unit_text(c)) for c in candidates]
    weights = {}
    for term in query.terms:
        among = sum(held(term, b) for b in bags)
        weight = math.log(1 + (len(bags) + 1) / (among + 1))
        weights[term] = weight * (0.3 if term in FAINT else 1.0)
    return weights


def share(
    terms: Sequence[str],
    weights: Weights,
    stems: frozenset[str],
    context: frozenset[str] = frozenset(),
    worth: float = 0.8,
) -> float:
    """The weighted share of `terms` in `stems`, those only in `context` counting `worth`."""
    whole = sum(weights[t] for t in terms)
    if not whole:
        return 0.0
    return sum(weights[t] * max(held(t, stems), worth * held(t, context) if context else 0.0) for t in terms) / whole


def fit(query: Query, candidate: Candidate, weights: Weights) -> Fit:
    """How `candidate` fits `query`."""
    unit = bag(unit_text(candidate))
    context = bag(subject(candidate) + " " + _before(candidate))
    question = bag(question_text(candidate))
    terms = query.terms
    missing = tuple(t for t in terms if not held(t, unit) and not held(t, context))
    own = [
        s
        for s in question
        if s not in STOP and s not in FAINT and not s.startswith("@") and not s[:1].isdigit() and len(s) > 1
    ]
    asked_bag = bag(query.text)
    return Fit(
        coverage=share(terms, weights, unit, context),
        asked=share(terms, weights, question, context if candidate.question else context | unit, 0.6),
        precise=sum(held(s, asked_bag) for s in own) / max(4, len(own)) if own else 0.3,
        authority=_authority(query, candidate),
        period=_period(query, candidate),
        reference=_reference(query, candidate),
        missing=missing,
        sort=_sort(query, candidate),
        named=float(any(t.startswith("@") or t in query.names for t in missing)),
        lost=min(1.0, max((weights[t] * (0.5 if t in _ORDINARY else 1.0) for t in missing), default=0.0) / 3.0),
    )


def _sort(query: Query, candidate: Candidate) -> float:
    """1 where query and question both ask for money or neither does, 0 where one does.

    The letter's subject stands in.
    """
    asked = question_text(candidate) if candidate.question is not None else subject(candidate)
    if MONEY.search(query.text):
        return float(MONEY.search(asked) is not None or MONEY.search(subject(candidate)) is not None)
    return float(candidate.question is None or MONEY.search(asked) is None)


def _authority(query: Query, candidate: Candidate) -> float:
    own = candidate.document.authority
    if query.stranger is not None and query.stranger.lower() not in " ".join(candidate.text.lower().split()):
        return -1.0
    if not query.authorities:
        return 0.0
    if own in query.authorities or (own and any(_same_body(own, name) for name in query.authorities)):
        return 1.0
    if own is None:
        low = candidate.text.lower()
        return 0.5 if any(name in low for one in query.authorities for name in aliases(one) if len(name) > 4) else -0.3
    return -1.0


@lru_cache(maxsize=4096)
def _same_body(one: str, other: str) -> bool:
    """True where two printed names are one authority's: "Kent Police" and "Kent Constabulary"."""
    return not set(aliases(one)).isdisjoint(aliases(other))


def _reference(query: Query, candidate: Candidate) -> float:
    if not query.references:
        return 0.0
    own = re.sub(r"\W", "", candidate.document.reference or "").lower()
    for one in query.references:
        bare = re.sub(r"\W", "", one).lower()
        if own and (bare == own or (len(bare) >= 5 and bare in own)):
            return 1.0
    return (
        0.5 if any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", candidate.text) for one in query.references) else -0.5
    )


def _period(query: Query, candidate: Candidate) -> float:
    if not query.periods:
        return 0.0
    unit = periods(unit_text(candidate))
    yearly = tuple(p for p in unit if p.kind in ("year", "financial", "span", "quarter"))
    if yearly and all(p.kind in ("year", "financial", "span") for p in query.periods):
        unit = yearly  # the date of the request says nothing of the years that the answer is about
    best = -1.0
    for wanted in query.periods:
        best = max(best, agree(wanted, unit))
    if best >= 0.5:
        return best
    named = {(p.first, p.last) for p in unit if p.kind in ("year", "financial", "span", "quarter")}
    if len(named) > 1 or any(last > first for first, last in named):
        return -1.0
    stated = [p for p in periods(candidate.text[:2500]) if p.kind in ("year", "financial", "span")]
    if stated and not any(p.kind in ("year", "financial", "span", "quarter") for p in unit):
        told = max(agree(wanted, stated) for wanted in query.periods)
        return 0.8 if told >= 0.7 else -0.6 if told < 0 else best
    if candidate.document.date and any(p.first <= int(candidate.document.date[:4]) <= p.last for p in query.periods):
        return max(best, 0.5)
    around = periods(candidate.text[:3000])
    if not unit:
        return 0.5 if any(agree(p, around) > 0 for p in query.periods) else -0.7
    dated = any(p.kind in ("day", "month") and w.first <= p.first <= w.last for w in query.periods for p in around)
    return max(best, 0.4 if dated and not any(p.kind in ("year", "financial", "span") for p in unit) else -1.0)


def agree(wanted: Period, printed: Sequence[Period]) -> float:
    """1 where `printed` names the wanted time, 0.7 where it covers it or lies within it, 0.5 where it touches it.

    -1 where it never does.
    """
    if not printed:
        return 0.0
    if any(wanted.same(p) for p in printed):
        return 1.0
    if any(wanted.within(p) or p.within(wanted) for p in printed):
        return 0.7
    touching = (p for p in printed if not (p.kind == wanted.kind == "financial"))
    return 0.5 if any(p.first <= wanted.last and wanted.first <= p.last for p in touching) else -1.0


def letters(text: str) -> set[str]:
    """Single capitals and figures that tell names of a kind apart: the B of "Stadium B"."""
    return {w.lower() for w in words(text) if len(w) == 1 and w.isupper() and w != "I"}
