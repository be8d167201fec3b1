"""How well what was found fits what was asked: words, authority, period, reference."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from service import ordinary
from service.agreement import addressed, of_authority, of_period, of_reference
from service.candidate import Candidate
from service.money import costs, priced
from service.query import Query
from service.read import Unit, read
from service.synonyms import CLOSE, SAME
from service.terms import FAINT, LONGER, Near, form, held, longer, near, stem, vocabulary

Weights = Mapping[str, float]

_ORDINARY = frozenset(stem(word) for word in ordinary.WORDS.split())


class Fit(NamedTuple):
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


def compounded(query: Query, candidates: Sequence[Candidate]) -> Query:
    """`query` with two words as one term where the letters write them so: "chat bot" for "chatbot"."""
    bags = [read(c).bag for c in candidates]
    terms = query.terms
    for first, second in pairwise(query.words):
        one, pair = stem(first + second), (stem(first), stem(second))
        if len(one) >= 6 and set(pair) <= set(terms) and any(one in b for b in bags):
            apart = sum(one not in b and b.issuperset(pair) for b in bags)
            if apart > sum(one in b and not b.issuperset(pair) for b in bags):  # "third party" beside "third-party"
                continue
            terms = tuple(one if t == pair[0] else t for t in terms if t != pair[1])
    return replace(query, terms=terms) if terms != query.terms else query


class Weighed(dict[str, float]):
    """What each term of one query weighs, and how surely each bag met so far holds it.

    A bag is asked for every term at once, and remembered for as long as the query is looked at.
    """

    __slots__ = ("_bags", "_forms", "_keys", "_known", "_near", "_said", "_searched", "_terms", "_units")

    def __init__(self, terms: Sequence[str]) -> None:
        super().__init__()
        self._terms = terms
        self._forms = [form(term) for term in terms]
        self._searched = [one for one in self._forms if one.runs]  # found by more than a stem of theirs
        self._learn()
        self._bags: dict[int, tuple[frozenset[str], dict[str, float]]] = {}
        self._units: dict[int, tuple[Candidate, Unit]] = {}
        self._near: Near | None = None

    def _learn(self) -> None:
        """Which stems stand for which terms, and how surely, as far as longer and shorter forms have been met."""
        self._known = vocabulary()
        self._said: dict[str, list[tuple[str, float]]] = {}
        for one in self._forms:
            forms = longer(one.term) if one.head else ()
            for worth, stems in ((1.0, (one.term,)), (SAME, one.same), (LONGER, forms), (CLOSE, one.close)):
                for word in stems:
                    self._said.setdefault(word, []).append((one.term, worth))
        self._keys = frozenset(self._said)

    def held(self, stems: frozenset[str]) -> dict[str, float]:
        """Each term of the query to how surely it is in `stems`."""
        known = self._bags.get(id(stems))  # the bag is kept with its values, so that its number stays its own
        if known is not None:
            return known[1]
        if self._known != vocabulary():
            self._learn()
        found = dict.fromkeys(self._terms, 0.0)
        for word in self._keys & stems:
            for term, worth in self._said[word]:
                if worth > found[term]:
                    found[term] = worth
        for one in self._searched:
            if found[one.term] < SAME:
                found[one.term] = one.held(stems)
        self._bags[id(stems)] = stems, found
        return found

    def near(self, text: str) -> Near:
        """What `near` makes of the query, made once."""
        if self._near is None:
            self._near = near(text)
        return self._near

    def read(self, candidate: Candidate) -> Unit:
        """What the candidate's unit says, remembered likewise."""
        known = self._units.get(id(candidate))
        if known is None:
            known = self._units[id(candidate)] = candidate, read(candidate)
        return known[1]


def weigh(query: Query, candidates: Sequence[Candidate]) -> Weighed:
    """What each term of the query weighs.

    More the fewer of the candidates hold it, little for words that say little.
    """
    weights = Weighed(query.terms)
    values = [weights.held(weights.read(c).bag) for c in candidates]
    for term in query.terms:
        among = sum(one[term] for one in values)
        weight = math.log(1 + (len(values) + 1) / (among + 1))
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
    whole = sum([weights[t] for t in terms])
    if not whole:
        return 0.0
    got = among(terms, weights, stems)
    if not context:
        return sum([weights[t] * got[t] for t in terms]) / whole
    around = among(terms, weights, context)
    return sum([weights[t] * max(got[t], worth * around[t]) for t in terms]) / whole


def among(terms: Sequence[str], weights: Weights, stems: frozenset[str]) -> Mapping[str, float]:
    """Each of `terms`, which `weights` weigh, to how surely it is in `stems`."""
    return weights.held(stems) if isinstance(weights, Weighed) else {term: held(term, stems) for term in terms}


def fit(query: Query, candidate: Candidate, weights: Weighed) -> Fit:
    """How `candidate` fits `query`."""
    unit, missing = weights.read(candidate), []
    said, around, asked = weights.held(unit.bag), weights.held(unit.context), weights.held(unit.asked)
    wide = around if unit.whole is unit.context else weights.held(unit.whole)
    whole = covered = named = 0.0
    rows: Iterable[tuple[Any, ...]]
    if len(said) == len(query.terms):  # no term twice: all are in its order
        rows = zip(query.terms, weights.values(), *(one.values() for one in (said, around, asked, wide)), strict=True)
    else:
        rows = ((t, weights[t], said[t], around[t], asked[t], wide[t]) for t in query.terms)
    for term, weight, here, there, own, beside in rows:
        if not here and not there and term in query.names and addressed(term, query.terms, candidate.text):
            there = beside = 1.0
        there *= 0.8
        beside *= 0.6
        whole += weight
        covered += weight * (here if here >= there else there)
        named += weight * (own if own >= beside else beside)
        if not here and not there:
            missing.append(term)
    return Fit(
        coverage=covered / whole if whole else 0.0,
        asked=named / whole if whole else 0.0,
        precise=_precise(weights.near(query.text), unit),
        authority=of_authority(query, candidate) if query.authorities or query.stranger is not None else 0.0,
        period=of_period(query, candidate, unit) if query.periods else 0.0,
        reference=of_reference(query, candidate) if query.references else 0.0,
        missing=tuple(missing),
        sort=_sort(query, candidate, unit),
        named=float(any(t.startswith("@") or t in query.names for t in missing)) if missing else 0.0,
        lost=min(
            1.0,
            max([weights[t] * (0.5 if t in _ORDINARY or t[:1] == "~" else 1.0) for t in missing], default=0.0) / 3.0,
        ),
    )


def _precise(asked: Near, unit: Unit) -> float:
    """The share of the question's own words that the query has; where it leans on others, half of it by those words
    that are its own alone: a query without them asks what the others ask."""
    if not unit.own:
        return 0.3
    shared = asked.held(unit.own) / max(4, len(unit.own))
    return (shared + asked.held(unit.act) / len(unit.act)) / 2 if unit.act else shared


def _sort(query: Query, candidate: Candidate, unit: Unit) -> float:
    """1 where query and question both ask for money or neither does, 0 where one does.

    The letter's subject stands in.
    """
    if priced(query.text):
        return float(unit.money or unit.funded)
    return float(candidate.question is None or not unit.money or query.form == "exemption" or costs(query.text))
