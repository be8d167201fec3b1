"""Choosing the verbatim answer among what was found, or saying that nothing there answers.

No input or output, nothing generated.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from service.candidate import NOT_FOUND, Answer, Candidate, Citation, Origin, Other
from service.extract import Extract, extract
from service.match import Fit, compounded, fit, question_text, unit_text, weigh
from service.query import Query
from service.spans import DATE
from service.terms import STOP, bag, held

__all__ = ["NOT_FOUND", "THRESHOLD", "Answer", "Candidate", "Citation", "Origin", "Other", "answer"]

THRESHOLD = 0.5
"""Confidence below which nothing is answered."""

_TRIED = 6
"""Units from which a quotation is drawn, best fit first."""

_RANK = {
    "coverage": 2.8,
    "asked": 2.4,
    "precise": 1.7,
    "score": 2.3,
    "dense": 0.5,
    "authority": 1.2,
    "period": 0.8,
    "reference": 1.2,
    "sure": 1.8,
    "apt": 1.2,
    "sort": 1.2,
    "direct": 0.3,
}

_CONFIDENCE = {
    "bias": -3.25,
    "coverage": 2.4,
    "precise": 0.2,
    "dense": 1.0,
    "authority": 0.8,
    "period": 0.4,
    "reference": 1.5,
    "sure": 0.8,
    "apt": 0.4,
    "sort": 1.4,
    "lost": -1.8,
    "named": -0.8,
}
_CONTRADICTED = 0.3
"""What is left of the confidence where the unit is another authority's, or about another time."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A candidate with its fit and what was drawn from it."""

    candidate: Candidate
    fit: Fit
    extract: Extract | None
    features: dict[str, float]
    merit: float


def answer(query: Query, candidates: Sequence[Candidate]) -> Answer:
    """The best verbatim answer to `query` among `candidates`, or `not_found` with the nearest in `others`.

    Every quotation equals its document's text at its offsets; one that would not is left out.
    """
    if not candidates:
        return NOT_FOUND
    query = compounded(query, candidates)
    weights = weigh(query, candidates)
    fitted = [(c, fit(query, c, weights)) for c in candidates]
    ordered = sorted(fitted, key=lambda pair: -_merit(features(pair[0], pair[1], None)))
    tried = [_tried(query, c, f, weights) for c, f in ordered[:_TRIED]]
    tried.sort(key=lambda t: -t.merit)
    best = next((t for t in tried if t.extract is not None), None)
    if best is None or best.extract is None:
        return NOT_FOUND
    confidence = certainty(best.features)
    if confidence < THRESHOLD:
        near = [_other(t) for t in tried if t.extract is not None][:3]
        return Answer(
            "not_found",
            None,
            None,
            None,
            round(confidence, 4),
            (),
            _absence(best),
            tuple(o for o in near if o is not None),
        )
    rest = [t for t in tried if t is not best] + [
        _tried(query, c, f, weights) for c, f in ordered[_TRIED:] if _alike(best.candidate, c)
    ][:3]
    return _answer(best, best.extract, confidence, rest)


def features(candidate: Candidate, fitted: Fit, found: Extract | None, apt: float = 0.0) -> dict[str, float]:
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
    }


def aptness(query: Query, found: Extract | None, quote: str) -> float:
    """0..1: whether what was drawn is the kind of thing asked for: a figure, a date, a reason, a section."""
    if found is None:
        return 0.0
    if query.form == "exemption":
        return 1.0 if found.outcome not in ("disclosed", "not_held") else 0.2
    if found.outcome not in ("disclosed", "partly_disclosed"):
        return 0.9 if query.form == "why" or found.cell is not None else 0.7
    if query.form == "how_many" or query.total:
        told = query.total and found.cell is not None and re.search(r"\btotal\b", found.cell, re.IGNORECASE)
        return 0.2 if found.value is None else 1.0 if told or not query.total else 0.7
    if query.form == "when":
        return 1.0 if DATE.search(quote) else 0.1
    if query.form == "yes_no":
        return 1.0 if re.match(r"\W*(?:yes|no)\b", quote, re.IGNORECASE) else 0.5
    if query.form in ("who", "why"):
        return 0.6 if re.search(r"[A-Za-z]{3}", quote) else 0.0
    return 0.8 if query.periods and found.value is not None else 0.5


def certainty(values: dict[str, float]) -> float:
    """The logistic of a weighted sum of `values`: how likely an answer with these features is right."""
    weighed = sum(_CONFIDENCE.get(name, 0.0) * value for name, value in values.items())
    sure = 1 / (1 + math.exp(-(_CONFIDENCE["bias"] + weighed)))
    return sure * (_CONTRADICTED if values["authority"] <= -1 or values["period"] <= -1 else 1.0)


def _merit(values: dict[str, float]) -> float:
    return sum(_RANK.get(name, 0.0) * value for name, value in values.items())


def _tried(query: Query, candidate: Candidate, fitted: Fit, weights: dict[str, float]) -> Tried:
    found = extract(query, candidate, weights)
    quote = candidate.text[slice(*found.quote)] if found and found.quote else ""
    values = features(candidate, fitted, found, aptness(query, found, quote))
    values["direct"] = float(found is None or not any(note.startswith("The answer to") for note in found.notes))
    return Tried(candidate, fitted, found, values, _merit(values))


def _answer(best: Tried, found: Extract, confidence: float, rest: Sequence[Tried]) -> Answer:
    citations = _citations(best.candidate, found)
    text = best.candidate.text
    quote = text[slice(*found.quote)] if found.quote else None
    others: list[Other] = []
    for one in rest:
        other = (
            _other(one)
            if one.candidate.document.uri != best.candidate.document.uri and _alike(best.candidate, one.candidate)
            else None
        )
        if other is not None and all(other.citations[0].uri != o.citations[0].uri for o in others):
            others.append(other)
    return Answer(
        found.outcome, quote, found.value, found.unit, round(confidence, 4), citations, found.notes, tuple(others[:5])
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


def _other(one: Tried) -> Other | None:
    if one.extract is None:
        return None
    citations = _citations(one.candidate, one.extract)
    if not citations:
        return None
    quote = one.candidate.text[slice(*one.extract.quote)] if one.extract.quote else None
    return Other(quote, one.extract.outcome, citations, one.extract.value, one.extract.unit)


def _alike(first: Candidate, second: Candidate) -> bool:
    """True where two units of different letters answer the same question."""
    if first.document.uri == second.document.uri:
        return False
    ours, theirs = (
        frozenset(s for s in bag(question_text(c) or unit_text(c)[:300]) if s not in STOP) for c in (first, second)
    )
    if not ours or not theirs:
        return False
    return (
        sum(held(s, theirs) for s in ours) / len(ours) >= 0.5
        and sum(held(s, ours) for s in theirs) / len(theirs) >= 0.35
    )


def _absence(best: Tried) -> tuple[str, ...]:
    """Why nothing is answered, where it can be said."""
    said = []
    if best.fit.authority < 0:
        said.append("The nearest passage is another authority's.")
    if best.fit.period < 0:
        said.append("The nearest passage is about another time.")
    if best.fit.missing:
        said.append(
            "The nearest passage does not mention: " + ", ".join(m.lstrip("@") for m in best.fit.missing[:6]) + "."
        )
    return tuple(said)
