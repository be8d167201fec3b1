"""Units weighed against a query, the best of them with what would be drawn from each."""

from __future__ import annotations

from collections.abc import Sequence

from service.answer import Tried, _merit, _tried, features
from service.candidate import Candidate
from service.match import fit, weigh
from service.query import Query

DRAWN = 8
"""From how many units an answer is drawn: drawing costs ten times what weighing does."""


def weighed(query: Query, candidates: Sequence[Candidate]) -> list[Tried]:
    """`candidates` with their fit, and for the best of them the answer each would give, best merit first."""
    weights = weigh(query, candidates)
    first = []
    for one in candidates:
        fitted = fit(query, one, weights)
        values = features(one, fitted, None)
        first.append(Tried(one, fitted, None, values, _merit(values)))
    first.sort(key=lambda one: -one.merit)
    drawn = [_tried(query, one.candidate, one.fit, weights) for one in first[:DRAWN]]
    return sorted([*drawn, *first[DRAWN:]], key=lambda one: -one.merit)
