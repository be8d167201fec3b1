"""Units weighed against a query, each with what would be drawn from it."""

from __future__ import annotations

from collections.abc import Sequence

from service.answer import Tried, _tried
from service.candidate import Candidate
from service.match import fit, weigh
from service.query import Query


def weighed(query: Query, candidates: Sequence[Candidate]) -> list[Tried]:
    """`candidates` with their fit and the answer each would give, best merit first."""
    weights = weigh(query, candidates)
    tried = [_tried(query, one, fit(query, one, weights), weights) for one in candidates]
    return sorted(tried, key=lambda one: -one.merit)
