"""What is made of a query before its vector is known: what its words find, and what those units say to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from indexer.stored import Filters
from service.asides import wanted
from service.candidate import Candidate
from service.query import Query
from service.rank import Ranking
from service.retrieve import Worded, by_words, worded
from service.snapshot import Snapshot
from service.units import candidates


@dataclass(frozen=True, slots=True)
class Begun:
    """`words` are what the query's words find; `ranking`, which `units` among that set the terms' weights of, is None
    where they find nothing."""

    words: Worded
    units: list[Candidate]
    ranking: Ranking | None

    def foresee(self, enough: Callable[[], bool]) -> None:
        """Work out what the most likely units say to the query, until all is done or `enough`, asked at each step."""
        if self.ranking is not None:
            for _ in self.ranking.foreseeing(self.units):
                if enough():
                    return


def begin(snapshot: Snapshot, query: Query, filters: Filters) -> Begun:
    """What is made of `query` without its vector. The terms' weights come of it, so no answer depends on timing."""
    words = worded(snapshot, query, filters)
    units = candidates(snapshot, by_words(snapshot, query, words), beside=wanted(query))
    return Begun(words, units, Ranking(query, units) if units else None)
