"""Choosing the verbatim answer among what was found, or saying that nothing there answers.

No input or output, nothing generated.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from service.candidate import NOT_FOUND, Answer, Candidate, Citation, Origin, Other
from service.comparison import elsewhere, period
from service.extract import Extract
from service.match import compounded
from service.query import Query, printed
from service.rank import Tried, weighed

__all__ = ["NOT_FOUND", "THRESHOLD", "Answer", "Candidate", "Citation", "Origin", "Other", "answer"]

THRESHOLD = 0.5
"""Confidence below which nothing is answered."""

TRIED = 6
"""Units from which a quotation is drawn, best fit first."""

WEIGHTS = {
    "bias": -2.6,
    "coverage": 1.92,
    "precise": 0.16,
    "dense": 0.8,
    "authority": 0.64,
    "period": 0.32,
    "reference": 1.2,
    "sure": 0.64,
    "apt": 0.32,
    "sort": 1.12,
    "lost": -1.44,
    "named": -0.64,
    "contradicted": 0.0,
}
"""The logistic that `confidence` is: set by hand, then scaled (by 0.8, which moves no answer over the threshold) to be
calibrated, by `python -m eval.calibration`. A fit of all weights is better calibrated on documents held out, and tells
answers from abstentions worse.
"""

_CONTRADICTED = 0.3
"""What is left of the confidence where the unit is another authority's, or about another time."""


def answer(query: Query, candidates: Sequence[Candidate], threshold: float = THRESHOLD) -> Answer:
    """The best verbatim answer to `query` among `candidates`, or `not_found` with the nearest in `others`.

    An answer less sure than `threshold` is not given. Every quotation equals its document's text at its offsets; one
    that would not is left out.
    """
    if not candidates:
        return NOT_FOUND
    query = compounded(query, candidates)
    tried = weighed(query, candidates, TRIED)
    best = next((t for t in tried if t.extract is not None), None)
    if best is None or best.extract is None:
        return NOT_FOUND
    confidence = certainty(best.features)
    if confidence < threshold:
        near = [_other(t) for t in tried if t.extract is not None][:3]
        return Answer(
            "not_found",
            None,
            None,
            None,
            round(confidence, 4),
            (),
            _absence(query, best),
            tuple(o for o in near if o is not None),
        )
    others = [_other(one, period(query, one)) for one in elsewhere(query, best, candidates)]
    return _answer(best, best.extract, confidence, period(query, best), tuple(o for o in others if o is not None))


def certainty(values: dict[str, float]) -> float:
    """The logistic of the weighted evidence in `values`: how likely an answer with these features is right."""
    weighed = sum(WEIGHTS.get(name, 0.0) * value for name, value in evidence(values).items())
    sure = 1 / (1 + math.exp(-(WEIGHTS["bias"] + weighed)))
    return sure * (_CONTRADICTED if values["authority"] <= -1 or values["period"] <= -1 else 1.0)


def evidence(values: dict[str, float]) -> dict[str, float]:
    """What `WEIGHTS` weigh: the features of a unit, and `contradicted`, 1 where it is another authority's or time's."""
    return values | {"contradicted": float(values["authority"] <= -1 or values["period"] <= -1)}


def _answer(best: Tried, found: Extract, confidence: float, when: str | None, others: tuple[Other, ...]) -> Answer:
    quote = best.candidate.text[slice(*found.quote)] if found.quote else None
    citations = _citations(best.candidate, found)
    return Answer(
        found.outcome, quote, found.value, found.unit, round(confidence, 4), citations, found.notes, others, when
    )


def _citations(candidate: Candidate, found: Extract) -> tuple[Citation, ...]:
    text, made = candidate.text, []
    for at, (start, end) in enumerate(dict.fromkeys(found.cites)):
        if not 0 <= start <= end <= len(text):
            continue
        page = bisect_right(candidate.pages, start) or 1 if candidate.pages else None
        cell = found.cell if at == 0 else None
        made.append(Citation(candidate.document.uri, start, end, page, cell, text[start:end], candidate.document))
    return tuple(made)


def _other(one: Tried, when: str | None = None) -> Other | None:
    if one.extract is None:
        return None
    citations = _citations(one.candidate, one.extract)
    if not citations:
        return None
    quote = one.candidate.text[slice(*one.extract.quote)] if one.extract.quote else None
    return Other(quote, one.extract.outcome, citations, one.extract.value, one.extract.unit, when)


def _absence(query: Query, best: Tried) -> tuple[str, ...]:
    """Why nothing is answered, where it can be said."""
    said = []
    if best.fit.authority < 0:
        said.append("The nearest passage is another authority's.")
    if best.fit.period < 0:
        said.append("The nearest passage is about another time.")
    missing = [word for term in best.fit.missing if (word := printed(query, term))]
    if missing:
        said.append("The nearest passage does not mention: " + ", ".join(missing[:6]) + ".")
    return tuple(said)
