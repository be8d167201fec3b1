"""Ways to search: by meaning and words with everything the ranking knows (hybrid), or by either index alone.

The plain ways are for comparison and for those who know what they want: no prior, no second ranking, the index's own
score and order; near-identical passages are folded all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from indexer.dense import Ids, Scores
from indexer.embed import Encoder, Reranker
from indexer.lexical import sought
from indexer.stored import Filters
from service import search as hybrid
from service.begun import Begun
from service.fold import fold
from service.query import Query
from service.retrieve import DEPTH, Scored, found
from service.search import Hit
from service.snapshot import Snapshot

Mode = Literal["hybrid", "dense", "lexical"]


def candidates(snapshot: Snapshot, encoder: Encoder, query: Query, filters: Filters, mode: Mode) -> list[Scored]:
    """Every passage that a search in this mode weighs, best first."""
    if mode == "hybrid":
        return found(snapshot, encoder, query, filters)
    allowed = snapshot.store.matching(filters, snapshot.at) if filters else None
    if mode == "dense":
        pids, scores = snapshot.dense.search(encoder.encode([query.text])[0], DEPTH, allowed)
        return [Scored(int(pid), float(score), float(score), 0.0, 0.0) for pid, score in _pairs(pids, scores)]
    pids, scores = snapshot.lexical.search(sought(query.text), DEPTH, allowed)
    return [Scored(int(pid), float(score), 0.0, float(score), 0.0) for pid, score in _pairs(pids, scores)]


def search(
    snapshot: Snapshot,
    encoder: Encoder,
    query: Query,
    k: int,
    filters: Filters,
    mode: Mode = "hybrid",
    reranker: Reranker | None = None,
    begun: Begun | None = None,
) -> list[Hit]:
    """The best `k` passages for `query` in this mode, best first. Of a plain mode, at most the index's `DEPTH`."""
    if mode == "hybrid":
        return hybrid.search(snapshot, encoder, query, k, filters, reranker, begun)
    hits = _hits(snapshot, candidates(snapshot, encoder, query, filters, mode))
    return [
        Hit(rank, one.score, one.scored, one.passage, one.document, one.text, one.question, tuple(folded))
        for rank, (one, folded) in enumerate(fold(hits, k), 1)
    ]


def _hits(snapshot: Snapshot, scored: Sequence[Scored]) -> list[Hit]:
    passages = snapshot.shelf.passages(one.pid for one in scored)
    opened = snapshot.shelf.open(passage.version for passage in passages.values())
    made = []
    for one in scored:
        passage = passages.get(one.pid)
        letter = opened.get(passage.version) if passage else None
        if passage is None or letter is None:
            continue
        asked = letter.by_id.get(passage.question or "")
        question = letter.text[asked.start : asked.end] if asked else None
        text = letter.text[passage.start : passage.end]
        made.append(Hit(0, one.fused, one, passage, letter.document, text, question, ()))
    return made


def _pairs(pids: Ids, scores: Scores) -> list[tuple[int, float]]:
    return list(zip(pids.tolist(), scores.tolist(), strict=True))
