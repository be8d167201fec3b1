"""Units weighed against a query, the best of them with what would be drawn from each.

Both roads use it: a search to sort passages by the unit they stand in, an answer to choose the unit to quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from service.aptness import TOLD_OF, apt, head, spelt, worded
from service.asking import COUNT, counted
from service.candidate import Candidate
from service.draw import INEXACT
from service.extract import Extract, extract
from service.match import Fit, Weighed, Weights, compounded, fit, weigh
from service.money import costs, counts_of, priced
from service.query import Query
from service.read import question_text, read, unit_text
from service.said import MONIES
from service.siblings import meant
from service.spans import DATE
from service.terms import bag, codes, flat, stem

DRAWN = 4
"""From how many units an answer is drawn where hits are sorted: drawing costs ten times what weighing does, and beyond
these it finds less of what is meant first (docs/decisions.md)."""

FORESEEN = 8
"""From how many units that words alone find an answer is drawn while the query is encoded, at most."""

_LENGTHY = 200_000
"""Characters of the longest text drawn from ahead: what is begun is not left half-way, and more may take too long."""

_RANK = {
    "coverage": 3.3,
    "asked": 1.75,
    "precise": 1.78,
    "score": 3.35,
    "dense": 1.45,
    "worded": 0.41,
    "authority": 1.5,
    "period": 1.4,
    "reference": 1.57,
    "sure": 1.58,
    "apt": 1.18,
    "sort": 0.9,
    "direct": 0.35,
}
"""What each feature counts where units are sorted.

Half-way from weights set by hand, on labelled letters, to those fitted (softmax over the units of each question) to 727
labelled questions and 2,605 of invented letters that the encoder has not learnt from: `python -m eval ablation` tells
what each is worth, and docs/decisions.md how the fit was made and judged.
"""


_PARAPHRASED = {"dense": 3.1, "worded": -0.8, "sure": -0.27, "sort": -0.45}
"""What these count besides where the best unit by the above lacks a telling word of the query, times that lack, 0..1.

Then words tell little, and what the encoder makes of the sense tells more. Fitted with the above, but for `dense`: the
fit gave 1.1, and more does better on letters that came later (docs/decisions.md).
"""


_UNTRIED = {"sure": 0.2, "apt": 0.6, "direct": 1.0}
"""What stands for these where nothing was drawn from a unit yet: what they come to, on average, for units after the
best. Else those drawn from would be ahead of the rest for that alone."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A candidate with its fit and what was drawn from it (None: nothing was, or it was not tried)."""

    candidate: Candidate
    fit: Fit
    extract: Extract | None
    features: dict[str, float]
    merit: float


_SURELY = 0.6
"""How surely a cell is told that is meant instead of what a better unit says."""
_NEAR = 1.0
"""By how much less merit its unit may have."""


class Ranking:
    """One query's ranking of units. What a unit says to it is worked out once, however often the unit is met.

    `among` are the units that set what each term weighs. Words alone find them, so they are known, and can be drawn
    from, before the query's vector is; a unit that only its sense finds changes nothing of that.
    """

    def __init__(self, query: Query, among: Sequence[Candidate]) -> None:
        self.query = compounded(query, among)
        self.weights: Weighed = weigh(self.query, among)
        self._fits: dict[tuple[str, str], Fit] = {}
        self._drawn: dict[tuple[str, str], _Drawn] = {}

    def ranked(self, candidates: Sequence[Candidate], most: int = DRAWN) -> list[Tried]:
        """`candidates` with their fit, and for the best `most` the answer each would give, best merit first."""
        most_worded = _most_worded(candidates)
        first = self._fitted(candidates, most_worded)
        drawn = [_tried(one.candidate, one.fit, self._draw(one), most_worded) for one in first[:most]]
        made = _sorted([*drawn, *first[most:]])
        tried = [(reckoned, one.candidate) for reckoned, one in made[:most]]
        if at := meant(self.query, self.weights, tried) or self._in_a_row(made[:most]):
            made.insert(0, (made[0][0], made.pop(at)[1]))
        return [one if one.merit == reckoned else replace(one, merit=reckoned) for reckoned, one in made]

    def _in_a_row(self, made: Sequence[tuple[float, Tried]]) -> int:
        """The place of the unit whose table has a row or column for what the best one lacks, where it lacks nothing: of
        all days lost, those lost to one cause. 0 where none has."""
        best, first = made[0] if made else (0.0, None)
        if first is None or first.candidate.question is None or not first.fit.missing:
            return 0
        for at, (reckoned, one) in enumerate(made):
            found = one.extract
            if not at or one.fit.missing or found is None or not found.cell or found.sure < _SURELY:
                continue
            told = self.weights.held(bag(found.cell))
            same = one.candidate.document.id == first.candidate.document.id and best - reckoned < _NEAR
            if same and all(told[term] >= 0.5 for term in first.fit.missing):
                return at
        return 0

    def foreseeing(self, candidates: Sequence[Candidate], most: int = FORESEEN) -> Iterator[None]:
        """Draw from the best `most` of `candidates`, one a step, for `ranked` to find it done.

        What fails here fails again in `ranked`, if it is needed there.
        """
        for one in self._fitted(candidates, _most_worded(candidates))[:most]:
            yield
            if len(one.candidate.text) <= _LENGTHY:
                with suppress(Exception):
                    self._draw(one)

    def _fitted(self, candidates: Sequence[Candidate], most_worded: float) -> list[Tried]:
        found = []
        for one in candidates:
            fitted = self._fits.get(one.unit)
            if fitted is None:
                fitted = self._fits[one.unit] = fit(self.query, one, self.weights)
            values = features(one, fitted, None, most_worded) | _UNTRIED
            found.append(Tried(one, fitted, None, values, merit(values)))
        return [one for _, one in _sorted(found)]

    def _draw(self, one: Tried) -> _Drawn:
        drawn = self._drawn.get(one.candidate.unit)
        if drawn is None:
            drawn = self._drawn[one.candidate.unit] = _draw(self.query, one.candidate, one.fit, self.weights)
        return drawn


def _most_worded(candidates: Sequence[Candidate]) -> float:
    return max((one.lexical for one in candidates), default=0.0)


def _sorted(units: Sequence[Tried]) -> list[tuple[float, Tried]]:
    """Units with their merit, best first, which is reckoned anew where the best lacks a telling word of the query."""
    best = max(units, key=lambda one: one.merit, default=None)
    lacking = best.fit.lost if best is not None else 0.0
    return sorted(((one.merit + _lacked(one.features, lacking), one) for one in units), key=lambda pair: -pair[0])


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a unit would answer, and the features that follow from that and from no score."""

    found: Extract | None
    apt: float
    more: dict[str, float]


def draw(query: Query, candidate: Candidate, fitted: Fit, weights: Weights, most_worded: float) -> Tried:
    """`candidate` with the answer it would give to `query`, and the features and merit that follow from it.

    `most_worded` is the best BM25 among the candidates.
    """
    return _tried(candidate, fitted, _draw(query, candidate, fitted, weights), most_worded)


def _tried(candidate: Candidate, fitted: Fit, drawn: _Drawn, most_worded: float) -> Tried:
    values = features(candidate, fitted, drawn.found, most_worded, drawn.apt) | drawn.more
    return Tried(candidate, fitted, drawn.found, values, merit(values))


def _draw(query: Query, candidate: Candidate, fitted: Fit, weights: Weights) -> _Drawn:
    if candidate.gist is not None:
        candidate.gist.tell(candidate)
    found = extract(query, candidate, weights)
    quote = candidate.text[slice(*found.quote)] if found and found.quote else ""
    return _Drawn(
        found,
        aptness(query, found, quote),
        {
            "lacking": len(fitted.missing) / max(1, len(query.terms)),
            "how_many": float(query.form == "how_many"),
            "keyed": float(query.form == "other"),
            "unpaid": float(_unpaid(query, candidate, found, quote)),
            "uncounted": float(_uncounted(query, found, quote)),
            "unasked": float(_unasked(query, found, fitted)),
            "elsewhere": float(_elsewhere(query, candidate)),
            "unnamed": float(_unnamed(query, candidate, fitted)),
            "direct": float(found is None or not any(note.startswith("The answer to") for note in found.notes)),
        },
    )


def _unpaid(query: Query, candidate: Candidate, found: Extract | None, quote: str) -> bool:
    """Whether money is asked for and what was drawn holds none, nor does its question or its cell speak of any.

    Where it is not disclosed, or in part, whether the whole unit speaks of none.
    """
    if found is None or not priced(query.text) or read(candidate).money:
        return False
    if counts_of(query.text, question_text(candidate)):
        return False
    if found.outcome != "disclosed":
        return not costs(unit_text(candidate))
    return not any(costs(said) or _NONE.search(said) for said in (quote, found.cell or ""))


_TIMES = frozenset(stem(word) for word in ("times", "occasions"))
"""What is counted in any question of how often."""


def _unasked(query: Query, found: Extract | None, fitted: Fit) -> bool:
    """Whether a count is asked for, and what refuses speaks of no such things: it is no refusal of that. Nor is what a
    unit tells that speaks of none of the things done which key words count ("repairs completed")."""
    done = counted(query.text)
    if done is not None and query.form == "how_many" and found is not None and found.outcome == "disclosed":
        return stem(done) in set(fitted.missing) - _TIMES
    refused = found is not None and found.outcome in ("withheld", "vexatious")
    return refused and query.form == "how_many" and head(query.text) in set(fitted.missing) - _TIMES


def _uncounted(query: Query, found: Extract | None, quote: str) -> bool:
    """Whether a count is asked for and what was drawn, disclosed, holds no figure: neither in digits nor in words."""
    if found is None or not COUNT.search(query.text) or found.outcome != "disclosed" or found.cell:
        return False
    return found.value is None and not (
        INEXACT in found.notes or apt(query, quote) or worded(query, quote) or spelt(quote) or TOLD_OF.search(quote)
    )


_NONE = re.compile(r"\b(?:no|none|nil|nothing|zero)\b", re.IGNORECASE)
"""An answer to what something costs that needs no sum: "Nothing is owed"."""

_PLACE = re.compile(
    r"\b(?:in|at|across|within|near) (?:the )?(?!(?:January|February|March|April|June|July|August|Sept|October|November"
    r"|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Christmas|Easter"
    r"|Ramadan|Covid|Parliament|Excel|Word|English|Welsh|Gaelic|Britain|England|Scotland|Wales|Northern|Year|Stage)\b"
    r"|September)([A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)*)"
)


@lru_cache(maxsize=256)
def _places(asked: str) -> tuple[tuple[str, ...], ...]:
    """The names behind "in" or "at" in a query, each as the first letters of its words."""
    return tuple(tuple(word[:_TOLD].lower() for word in m[1].replace("-", " ").split()) for m in _PLACE.finditer(asked))


def _elsewhere(query: Query, candidate: Candidate) -> bool:
    """Whether a place is asked about, and no authority, that the letter does not name with a single word."""
    if query.authorities or not _places(query.text):
        return False
    text = flat(candidate.text)
    return any(not any(word in text for word in place) for place in _places(query.text))


_TOLD = 5
"""First letters of a name that a letter must hold, since it may say "Norse" of what a query calls Norseby."""


def _unnamed(query: Query, candidate: Candidate, fitted: Fit) -> bool:
    """Whether the query has a name, or a code such as "A57", that the letter holds nowhere, nor as an acronym."""
    lost = [term for term in fitted.missing if term in query.names]
    if not lost:
        return False
    named = _codes(query.text)
    text, held = flat(candidate.text), _codes(candidate.text) if not named.isdisjoint(lost) else named
    short = {stem(word) for run in _runs(query.text) if _shortened(run, candidate.text) for word in run}
    return any(term not in held if term in named else term[:_TOLD] not in text and term not in short for term in lost)


@lru_cache(maxsize=512)
def _codes(text: str) -> frozenset[str]:
    return frozenset(codes(text))


@lru_cache(maxsize=256)
def _runs(asked: str) -> tuple[tuple[str, ...], ...]:
    """The runs of two words and more with capitals in a query: "Additional Restrictions Grant"."""
    return tuple(tuple(m[0].split()) for m in _RUN.finditer(asked))


def _shortened(run: Sequence[str], text: str) -> bool:
    """Whether `text` holds the first letters of the words of `run` as an acronym."""
    return re.search(rf"\b{''.join(word[0] for word in run)}s?\b", text) is not None


_RUN = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+")


def merit(values: dict[str, float], lacking: float = 0.0) -> float:
    """The weighted sum of `features` that units are sorted by; it has no unit, and only its order counts.

    `lacking`, 0..1, is how much the words of the query lack in the unit that holds the most of them.
    """
    return sum([weight * values[name] for name, weight in _RANK.items()]) + _lacked(values, lacking)


def _lacked(values: dict[str, float], lacking: float) -> float:
    return lacking * sum([weight * values[name] for name, weight in _PARAPHRASED.items()]) if lacking else 0.0


def features(
    candidate: Candidate, fitted: Fit, found: Extract | None, most_worded: float, apt: float = 0.0
) -> dict[str, float]:
    """The numbers that rank a unit and that its confidence is made of."""
    return {
        "coverage": fitted.coverage,
        "asked": fitted.asked,
        "precise": fitted.precise,
        "score": candidate.score,
        "dense": candidate.dense,
        "authority": fitted.authority,
        "period": fitted.period,
        "reference": fitted.reference,
        "sort": fitted.sort,
        "lost": fitted.lost,
        "named": fitted.named,
        "sure": found.sure if found else 0.0,
        "apt": apt,
        "worded": candidate.lexical / most_worded if most_worded > 0 else 0.0,
    }


_WHICH = re.compile(
    r"(?:\w+ )?which (?!(?:\w+ )?(?:years?|quarters?|months?|dates?|days?|weeks?|times?|hours?|ages?|bands?|grades?"
    r"|levels?|numbers?|figures?|percentages?|proportions?|shares?|rates?|rooms?|sections?|of)\b)"
    r"|what (?!(?:costs?|fees|charges|sums|amounts|totals|numbers|figures|percentages|proportions|shares|rates|prices"
    r"|years|months|dates|days|times|hours|ages|sections|salaries|wages|bonuses|savings|losses|profits)\b)"
    r"[a-z]{3,}s (?:did|do|does|were|are|have|has)\b",
    re.IGNORECASE,
)
"""What asks for a name, and no figure: "which road has the most", "what fixtures were sold", but not "which year"."""


def aptness(query: Query, found: Extract | None, quote: str) -> float:
    """0..1: whether what was drawn is the kind of thing asked for: a figure, a date, a reason, a section."""
    if found is None:
        return 0.0
    if query.form == "exemption":
        return 1.0 if found.outcome not in ("disclosed", "not_held") else 0.2
    if found.outcome not in ("disclosed", "partly_disclosed"):
        return 0.9 if query.form == "why" or found.cell is not None else 0.7
    if _WHICH.match(query.text) and not re.search(r"[A-Za-z]{2}", quote):
        return 0.1
    if query.form == "how_many" or query.total:
        told = query.total and found.cell is not None and re.search(r"\btotal\b", found.cell, re.IGNORECASE)
        if found.unit in MONIES and COUNT.search(query.text) and not costs(query.text):
            return 0.2
        given = found.value is not None or INEXACT in found.notes
        return 0.2 if not given else 1.0 if told or not query.total else 0.7
    if query.form == "when":
        return 1.0 if DATE.search(quote) else 0.1
    if query.form == "yes_no":
        return 1.0 if re.match(r"\W*(?:yes|no|none|nothing)\b", quote, re.IGNORECASE) else 0.5
    if query.form in ("who", "why", "which", "list") and re.fullmatch(r"\W*(?:yes|no)\W*", quote, re.IGNORECASE):
        return 0.1
    if query.form in ("who", "why"):
        return 0.6 if re.search(r"[A-Za-z]{3}", quote) else 0.0
    return 0.8 if query.periods and found.value is not None else 0.5
