"""Measures of a run against judgements, by ir_measures: one value a judged query, none left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ir_measures
from ir_measures import AP, RR, P, Qrel, R, ScoredDoc, nDCG

from corpus.document import FoiError
from eval.qrels import Qrels
from eval.runs import Run

MEASURES = ("nDCG@10", "RR@10", "R@1", "R@5", "R@10", "R@100", "P@1", "AP")
"""What is reported, under ir_measures' names. AP is mean average precision when averaged; RR@10 is MRR@10."""

_MEASURES = (nDCG @ 10, RR @ 10, R @ 1, R @ 5, R @ 10, R @ 100, P @ 1, AP)

PerQuery = dict[str, float]
"""Query → value."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A run's values: measure → query → value, over the same queries for every measure."""

    values: dict[str, PerQuery]

    @property
    def means(self) -> dict[str, float]:
        """Macro averages: every judged query counts the same."""
        return {name: sum(row.values()) / len(row) for name, row in self.values.items()}


def scored(qrels: Qrels, run: Run) -> Scored:
    """`run` scored on every query of `qrels`; one that the run lacks, or found nothing for, has 0 in every measure.

    Queries of the run that are not judged are left out. Raises FoiError where nothing is judged.
    """
    if not qrels:
        raise FoiError("there is nothing to score: no query is judged")
    judged = [Qrel(query, document, relevance) for query, row in qrels.items() for document, relevance in row.items()]
    returned = [ScoredDoc(q, document, score) for q in qrels for document, score in run.get(q, {}).items()]
    values: dict[str, PerQuery] = {name: dict.fromkeys(qrels, 0.0) for name in MEASURES}
    names = dict(zip(_MEASURES, MEASURES, strict=True))
    if returned:
        for one in ir_measures.iter_calc(list(_MEASURES), judged, returned):
            values[names[one.measure]][one.query_id] = float(one.value)
    return Scored(values)


def macro(values: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each name over rows that all have the same names."""
    rows = list(values)
    return {name: sum(row[name] for row in rows) / len(rows) for name in (rows[0] if rows else ())}
