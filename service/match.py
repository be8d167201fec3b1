"""How well what was found fits what was asked: words, authority, period, reference."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from indexer.acronyms import definitions
from indexer.foreseen import foreseen
from indexer.leaning import leans_on, stem_of
from indexer.sectioned import Section
from service import ordinary, thesaurus
from service.aliases import aliases
from service.candidate import Candidate
from service.introduced import introduced
from service.months import agree
from service.periods import Period, periods
from service.query import Query
from service.synonyms import CLOSE, SAME
from service.terms import LONGER, STOP, Near, bag, form, held, longer, near, stem, vocabulary, words

Weights = Mapping[str, float]

FAINT = frozenset(stem(word) for word in thesaurus.FAINT.split())
"""Stems of words that matter little to what is asked."""

_ORDINARY = frozenset(stem(word) for word in ordinary.WORDS.split())


MONEY = re.compile(
    r"\b(?:costs?|spen[dt]|spending|pay(?! gap)|price|budgets?|income|bill|salar(?:y|ies)|expenditure|revenue|money"
    r"|contract values?|values? of (?:the )?(?:\w+ ){0,8}contracts?|compensation|funding|fees?|worth|tariffs?"
    r"|pay-?outs?|subsid(?:y|ies)|refunds?|wages?|rents?|allowances?|expenses"
    r"|how much (?:\w+ ){0,4}(?:paid|raised|owed|saved|fined)"
    r"|how much (?:did|do|does|has|have|had|will|would) (?:\w+ ){1,5}?(?:receive|earn|raise|make|charge|recoup|claim"
    r"|award|lose|owe|pay|get|take in|bring in)(?:d|n|ed)?)\b|£",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def costs(asked: str) -> bool:
    """Whether a query asks for money. One for a count does not by what it counts: "how many personal budgets"."""
    asked = _LINGERED.sub(" ", asked)
    return MONEY.search(asked) is not None and not (_COUNT.match(asked) and not _SUM.search(_THRESHOLD.sub(" ", asked)))


_LINGERED = re.compile(
    r"\b(?:time|long|minutes|hours|days|nights|weeks|months|years)\b(?: (?!costs?\b)[\w’']+){0,8} spen[dt]\b",
    re.IGNORECASE,
)
"""Time that is spent: "average time families spend in a hostel"."""
_THRESHOLD = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower) than|over|under|above|below|at least|up to|exceeding) £[\d,.]+\w*",
    re.IGNORECASE,
)
"""A sum that only limits what is counted: "paid more than £1,000"."""
_COUNT = re.compile(
    r"\W*(?:(?:q(?:uestion)?\s?)?(?:\d{1,2}[a-z]?|[a-z])[.):]+\s+)?"
    r"(?:(?:please )?(?:(?:can|could) you )?(?:please )?(?:confirm|provide|state|tell me|advise)(?: us)? )?"
    r"(?:how many\b|(?:the )?(?:total )?(?:number|count|tally) of\b)",
    re.IGNORECASE,
)
_SUM = re.compile(r"\bhow much\b|\bcosts?\b|\bworth\b|\bspen[dt]\b|\bvalue\b|\bpounds?\b|£", re.IGNORECASE)
"""What asks for money beside a count, or counts it."""


_RELATES = re.compile(
    r"\s(?:in|of|for|by|over|on|at|to|from|since|during|with|without|about|because|after|before|that|who|which|whose)\s",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def _only_counted(asked: str) -> frozenset[str]:
    """The words for money that a question only counts: "budgets" in "how many personal budgets"."""
    if not _COUNT.match(asked) or costs(asked):
        return frozenset()
    return frozenset(stem(match[0]) for match in MONEY.finditer(asked))


def counts_of(query: str, question: str) -> bool:
    """Whether all that speaks of money in a query is what a question only counts."""
    told = _only_counted(question)
    return bool(told) and all(stem(match[0]) in told for match in MONEY.finditer(query))


@lru_cache(maxsize=1024)
def priced(asked: str) -> bool:
    """Whether money is what a query asks for, and not only what that is about: "fees unpaid", but not "people taken to
    court over unpaid fees"."""
    return costs(_RELATES.split(asked, maxsplit=1)[0])


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


@dataclass(frozen=True)
class Unit:
    """What a unit says, whatever is asked: worked out once, and kept for the questions that follow.

    `text` are the question and its answers, `letter` the whole text that they stand in, `subject` the words that
    `about` is made of, empty where that is known already. `bag` are the stems of `text`; `asked` those of the question
    or the headings, with the questions that it leans on or stands under; `context` are those of the letter, of such
    questions and of what was named before, `whole` those of text and context where the unit has no question; `own` the
    telling stems of `asked`, `act` those of a leaning question alone; `money` and `funded` say whether the question,
    and the letter, ask for money.
    """

    text: str
    letter: str
    subject: str
    bag: frozenset[str]
    asked: frozenset[str]
    context: frozenset[str]
    whole: frozenset[str]
    own: frozenset[str]
    act: frozenset[str]
    money: bool
    funded: bool

    @cached_property
    def about(self) -> frozenset[str]:
        """The stems of the question, or the headings, and of what the letter is about."""
        return bag(self.subject)

    @cached_property
    def times(self) -> tuple[Period, ...]:
        """The times that the unit names, each once."""
        return _each(periods(self.text))

    @cached_property
    def years(self) -> tuple[Period, ...]:
        """Those of `times` that a figure may be about: years, quarters and spans."""
        return tuple(p for p in self.times if p.kind in _LONG or p.kind == "quarter")

    @cached_property
    def stretches(self) -> bool:
        """Whether `years` are several, or one is longer than a year."""
        named = {(p.first, p.last) for p in self.years}
        return len(named) > 1 or any(last > first for first, last in named)

    @property
    def stated(self) -> tuple[Period, ...]:
        """The years and spans that the letter names where it begins."""
        return stated(self.letter)

    @property
    def around(self) -> tuple[Period, ...]:
        """Every time that the letter names where it begins."""
        return around(self.letter)


_LONG = ("year", "financial", "span")


@foreseen(8192)
def stated(text: str) -> tuple[Period, ...]:
    """The years and spans that a letter names where it begins."""
    return tuple(p for p in _each(periods(text[:2500])) if p.kind in _LONG)


@foreseen(8192)
def around(text: str) -> tuple[Period, ...]:
    """Every time that a letter names where it begins."""
    return _each(periods(text[:3000]))


def _each(found: Sequence[Period]) -> tuple[Period, ...]:
    """Each time once, wherever it stands."""
    return tuple({(p.kind, p.first, p.last, p.part): p for p in reversed(found)}.values())


_SPOKEN = re.compile(
    r"\bdear\b|\byour? (?:request|letter|e-?mail)|freedom of information|environmental information"
    r"|\bfois?a?\b|\beirs?\b",
    re.IGNORECASE,
)


@foreseen(8192)
def is_letter(text: str) -> bool:
    """Whether a text speaks of a request or to somebody: `Dear`, `your request`, an access law by name."""
    return _SPOKEN.search(text) is not None


_units: dict[tuple[object, ...], Unit] = {}
_UNITS = 16_384
"""Units kept at most: some 200 MB of stems."""


def read(candidate: Candidate) -> Unit:
    """What the unit says, by its words."""
    if candidate.gist is not None and (told := candidate.gist.unit(candidate)) is not None:
        return told
    key = _key(candidate)
    found = _units.get(key)
    if found is None:
        found = _read(candidate)
        if len(_units) >= _UNITS:
            _units.clear()
        _units[key] = found
    return found


def _key(candidate: Candidate) -> tuple[object, ...]:
    asked, document = candidate.question, candidate.document
    places = [(s.id, s.start, s.end) for s in candidate.answers]
    head = (asked.id, asked.start, asked.end) if asked else None
    return (candidate.text, document.title, document.authority, head, *places)


def _read(candidate: Candidate) -> Unit:
    said, asked, about = unit_text(candidate), question_text(candidate), subject(candidate)
    letter = candidate.text
    stems, asked_stems = bag(_both_ways(said, letter)), bag(_both_ways(asked, letter))
    before, over = _before(candidate), _over(candidate)
    context = bag(" ".join((about, before, over, _named(candidate))))
    act = _telling(asked_stems) if before else frozenset[str]()
    asked_stems |= bag(before)
    own = _telling(asked_stems)
    asked_stems |= bag(over)
    return Unit(
        text=said,
        letter=letter,
        subject=f"{asked} {about}",
        bag=stems,
        asked=asked_stems,
        context=context,
        whole=context if candidate.question else context | stems,
        own=own,
        act=act,
        money=costs(asked if candidate.question is not None else about),
        funded=MONEY.search(about) is not None,
    )


def _telling(stems: frozenset[str]) -> frozenset[str]:
    """Those stems that tell what is asked: no mark, no figure, and nothing that any question may say."""
    return frozenset(
        s for s in stems if s not in STOP and s not in FAINT and s[:1] != "@" and len(s) > 1 and not s[:1].isdigit()
    )


def _both_ways(text: str, letter: str) -> str:
    """`text` with what its acronyms are short for, and the acronyms of what it spells out, as its letter defines them.

    What one letter alone defines holds within it, though not for every query.
    """
    if not text:
        return text
    more = [
        long if met[0].lower() in (short, f"{short}s") else short.upper()
        for short, long, either in _defined(letter)
        if (met := either.search(text))
    ]
    return " ".join([text, *more])


_DEFINED = 100
"""Acronyms of one letter that are looked for in each of its units."""


@lru_cache(maxsize=512)
def _defined(letter: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The acronyms that a letter defines, and what they are short for, each with a pattern that finds the one or the
    other."""
    found = []
    for short, long in sorted(definitions(letter))[:_DEFINED]:
        spelt = r"\W+".join(map(re.escape, long.removesuffix("s").split()))
        found.append((short, long, re.compile(rf"\b(?:{short.upper()}s?|(?i:{spelt})s?)\b")))
    return tuple(found)


def about(candidate: Candidate) -> frozenset[str]:
    """The stems of the question, or the headings, and of what the letter is about: they tell no line from another."""
    if candidate.gist is not None and (told := candidate.gist.unit(candidate)) is not None:
        return told.about
    known = _units.get(_key(candidate))  # a unit that a reference led to is not read for this alone
    return known.about if known is not None else bag(question_text(candidate) + " " + subject(candidate))


def unit_text(candidate: Candidate) -> str:
    """The question and the sections of a candidate, one after another, each without its number where that looks like a
    quarter of a year: "Q4"."""
    parts = [candidate.question, *candidate.answers] if candidate.question else list(candidate.answers)
    return "\n".join(candidate.text[_unnumbered(candidate.text, s) : s.end] for s in parts)


def _unnumbered(text: str, section: Section) -> int:
    """Where a section begins behind the number that it is known by."""
    mark = _NUMBERED.match(text, section.start, section.end)
    return mark.end() if mark and mark[1] == section.bare_number else section.start


_NUMBERED = re.compile(r"\W{0,8}Q\s?([1-4])(?![\w/]|\W{0,3}(?:19|20)\d\d)", re.IGNORECASE)


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


def _before(candidate: Candidate) -> str:
    """The questions that this one leans on ("How many of these …")."""
    own = candidate.question
    if own is None:
        return ""
    return " ".join(candidate.text[s.start : s.end] for s in leans_on(candidate.text, candidate.sections, own))


def _named(candidate: Candidate) -> str:
    """What was named before the question that asks more of it."""
    own = candidate.question
    return introduced(candidate.text, candidate.sections, own) if own is not None else ""


def _over(candidate: Candidate) -> str:
    """What the list is asked of that the question is an item of ("For each yard please state:")."""
    own = candidate.question
    found = stem_of(candidate.text, candidate.sections, own) if own is not None else None
    return candidate.text[slice(*found)] if found else ""


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
        if not here and not there and term in query.names and _addressed(term, query.terms, candidate.text):
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
        authority=_authority(query, candidate) if query.authorities or query.stranger is not None else 0.0,
        period=_period(query, candidate, unit) if query.periods else 0.0,
        reference=_reference(query, candidate) if query.references else 0.0,
        missing=tuple(missing),
        sort=_sort(query, candidate, unit),
        named=float(any(t.startswith("@") or t in query.names for t in missing)) if missing else 0.0,
        lost=min(
            1.0,
            max([weights[t] * (0.5 if t in _ORDINARY or t[:1] == "~" else 1.0) for t in missing], default=0.0) / 3.0,
        ),
    )


_HOST = re.compile(r"@([A-Za-z0-9.-]{3,80})")


@lru_cache(maxsize=2048)
def _hosts(text: str) -> str:
    """The hosts of the e-mail addresses in a letter, in lower case, one a line."""
    return "\n".join(sorted({match[1].lower() for match in _HOST.finditer(text)}))


def _addressed(name: str, terms: Iterable[str], text: str) -> bool:
    """Whether the stem of a name stands in the host of an e-mail address that it begins, or another of `terms` does: a
    letter may name its body nowhere else. "Derby" is not in "derbyshire", nor "ford" in "bradford"."""
    hosts = _hosts(text)
    if len(name) <= 3 or name not in hosts:
        return False
    begins = any(len(one) > 3 and re.search(rf"\b{re.escape(one)}(?!shire)", hosts) for one in (name, *terms))
    return begins and re.search(rf"{re.escape(name)}(?!shire)", hosts) is not None


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


@lru_cache(maxsize=512)
def flat(text: str) -> str:
    """`text` in lower case, white space single."""
    return " ".join(text.lower().split())


def _authority(query: Query, candidate: Candidate) -> float:
    own = candidate.document.authority
    if query.stranger is not None and query.stranger.lower() not in flat(candidate.text):
        return 0.3 if own is None and _hinted(query.stranger, candidate) else -1.0
    if not query.authorities:
        return 0.0
    if own in query.authorities or (own and any(_same_body(own, name) for name in query.authorities)):
        return 1.0
    if own is None:
        low = candidate.text.lower()
        return 0.5 if any(name in low for one in query.authorities for name in aliases(one) if len(name) > 4) else -0.3
    return -1.0


_BODY_NOUN = re.compile(
    r"\b(?:council|police|constabulary|university|service|fire|nhs|trust|borough|city|county|district|metropolitan|of|and"
    r"|the|hospitals?|board|force|college|authority)\b"
)


def _hinted(stranger: str, candidate: Candidate) -> bool:
    """Whether a document that names no authority has the name of this one in its address, title or text."""
    name = " ".join(_BODY_NOUN.sub(" ", stranger.lower()).split())
    document = candidate.document
    return len(name) > 3 and any(name in flat(place) for place in (document.uri, document.title or "", candidate.text))


@lru_cache(maxsize=4096)
def _same_body(one: str, other: str) -> bool:
    """True where two printed names are one authority's: "Kent Police" and "Kent Constabulary"."""
    return not set(aliases(one)).isdisjoint(aliases(other))


def _reference(query: Query, candidate: Candidate) -> float:
    own = re.sub(r"\W", "", candidate.document.reference or "").lower()
    for one in query.references:
        bare = re.sub(r"\W", "", one).lower()
        if own and (bare == own or (len(bare) >= 5 and bare in own)):
            return 1.0
    return (
        0.5 if any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", candidate.text) for one in query.references) else -0.5
    )


def _period(query: Query, candidate: Candidate, said: Unit) -> float:
    # Beside years, the date of the request says nothing of what the answer is about.
    long = all(p.kind in _LONG for p in query.periods)
    unit = said.years if said.years and long else said.times
    best = max(-1.0, *(agree(wanted, unit) for wanted in query.periods))
    own = any(wanted.same(p) for wanted in query.periods for p in said.stated)
    if 0.5 <= best < _STATED and long and own and not said.years:
        return _STATED  # the year of the whole letter, whatever day besides its answer names
    if best >= 0.5:
        return best
    if any(wanted.holds(p) or wanted.same(p) for wanted in query.periods for p in letter_days(candidate.text)):
        return 0.5  # the month in which it was asked, or answered
    if said.stretches:
        return -1.0
    if not said.years and said.stated:
        told = max(agree(wanted, said.stated) for wanted in query.periods)
        if told >= 0.7 and best < 0 and long:
            return _OTHERWISE
        return 0.8 if told >= 0.7 else -0.6 if told < 0 else best
    if candidate.document.date and any(p.first <= int(candidate.document.date[:4]) <= p.last for p in query.periods):
        return max(best, 0.5)
    if not unit:
        return 0.5 if any(agree(p, said.around) > 0 for p in query.periods) else -0.7
    dated = any(p.kind in ("day", "month") and w.first <= p.first <= w.last for w in query.periods for p in said.around)
    return max(best, 0.4 if dated and not any(p.kind in _LONG for p in unit) else -1.0)


_STATED = 0.9
"""What it counts that a letter states the year that is asked for, and its answer names none, but a day or a month."""


_OTHERWISE = 0.5
"""The same where its answer names other days alone."""


@foreseen(8192)
def letter_days(text: str) -> tuple[Period, ...]:
    """The days named at the head of a letter: when it was asked for, and when it was written."""
    return tuple(p for p in periods(text[:1200]) if p.kind == "day")


def letters(text: str) -> set[str]:
    """Single capitals and figures that tell names of a kind apart: the B of "Stadium B"."""
    return {w.lower() for w in words(text) if len(w) == 1 and w.isupper() and w != "I"}
