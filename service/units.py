"""Passages found, gathered into units: a question with the sections that answer or refuse it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.embed import Reranker
from indexer.stored import StoredDocument
from service.candidate import Candidate, Origin
from service.match import unit_text
from service.query import Query
from service.retrieve import HIGHEST, Scored
from service.snapshot import Snapshot

UNITS = 24
"""How many questions with their answers are weighed."""

RERANK_WEIGHT = 0.5
"""What a reranker's score, 0..1, counts in a unit's score. By judgement, as that of `service.search`."""

LOOKED_AT = 4 * UNITS
"""Passages, best first, in which so many units are found in practice."""


def candidates(snapshot: Snapshot, scored: Sequence[Scored], most: int = UNITS) -> list[Candidate]:
    """The first `most` units that the passages in `scored` (best first) belong to, each once, with its best scores.

    A unit is a question with the sections that answer or refuse it, or an answer or refusal that has no question.
    """
    passages = snapshot.shelf.passages(one.pid for one in scored[:LOOKED_AT])
    found: dict[tuple[int, str], tuple[float, float, float]] = {}
    for one in scored[:LOOKED_AT]:
        passage = passages.get(one.pid)
        if passage is None or passage.kind == "other":
            continue
        key = (passage.version, passage.question or passage.section)
        best = found.get(key)
        if best is None and len(found) >= most:
            continue
        scores = (one.fused, one.dense, one.lexical)
        found[key] = scores if best is None else tuple(map(max, best, scores))  # type: ignore[assignment]
    opened = snapshot.shelf.open(version for version, _ in found)
    made: list[Candidate] = []
    for (version, unit), (fused, dense, lexical) in found.items():
        if version not in opened:
            continue
        letter = opened[version]
        head = letter.by_id[unit]
        question = head if head.kind == "question" else None
        made.append(
            Candidate(
                document=origin(letter.document),
                text=letter.text,
                sections=letter.sections,
                tables=letter.tables,
                question=question,
                answers=letter.answers.get(unit, ()) if question else (head,),
                score=fused / HIGHEST,
                dense=dense,
                lexical=lexical,
                rank=len(made) + 1,
                pages=letter.pages,
            )
        )
    return made


def reread(reranker: Reranker, query: Query, units: Sequence[Candidate]) -> list[Candidate]:
    """`units` with what the reranker says of each, 0..1, added to its score, best first as before."""
    scores = reranker.scores(query.text, [unit_text(one) for one in units])
    return [replace(one, score=one.score + RERANK_WEIGHT * s) for one, s in zip(units, scores, strict=True)]


def origin(document: StoredDocument) -> Origin:
    return Origin(document.id, document.uri, document.title, document.authority, document.reference, document.date)
