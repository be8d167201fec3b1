"""Passages found, gathered into units: a question with the sections that answer or refuse it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.embed import Reranker
from indexer.stored import StoredDocument, StoredPassage
from service.candidate import Candidate, Origin
from service.query import Query
from service.read import unit_text
from service.retrieve import HIGHEST, Scored
from service.snapshot import Snapshot

UNITS = 24
"""How many questions with their answers are weighed."""

RERANK_WEIGHT = 0.5
"""What a reranker's score, 0..1, counts beside all else. By judgement: no such model was at hand to choose it with."""

LOOKED_AT = 4 * UNITS
"""Passages, best first, in which so many units are found in practice."""


def candidates(
    snapshot: Snapshot, scored: Sequence[Scored], most: int = UNITS, beside: re.Pattern[str] | None = None
) -> list[Candidate]:
    """The first `most` units that the passages in `scored` (best first) belong to, each once, with its best scores.

    A unit is a question with the sections that answer or refuse it, or an answer or refusal that has no question; of
    what stands beside these, only what holds `beside` (see `service.asides`).
    """
    scored = scored[:LOOKED_AT]
    passages = snapshot.shelf.passages([one.pid for one in scored])
    found: dict[tuple[int, str], tuple[float, float, float]] = {}
    for one in scored:
        passage = passages.get(one.pid)
        if passage is None or (passage.kind == "other" and not _meant(snapshot, passage, beside)):
            continue
        key = (passage.version, passage.question or passage.section)
        best = found.get(key)
        if best is None:
            if len(found) < most:
                found[key] = (one.fused, one.dense, one.lexical)
        elif one.dense > best[1] or one.lexical > best[2]:
            found[key] = (max(best[0], one.fused), max(best[1], one.dense), max(best[2], one.lexical))
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
                gist=letter.gist,
            )
        )
    return made


def reread(reranker: Reranker, query: Query, units: Sequence[Candidate]) -> list[Candidate]:
    """`units` with what the reranker says of each, 0..1, added to its score, best first as before."""
    scores = reranker.scores(query.text, [unit_text(one) for one in units])
    return [replace(one, score=one.score + RERANK_WEIGHT * s) for one, s in zip(units, scores, strict=True)]


def origin(document: StoredDocument) -> Origin:
    return Origin(document.id, document.uri, document.title, document.authority, document.reference, document.date)


def _meant(snapshot: Snapshot, passage: StoredPassage, beside: re.Pattern[str] | None) -> bool:
    """Whether a passage beside the answers holds what a query asks for that is no answer."""
    if beside is None:
        return False
    letter = snapshot.shelf.open({passage.version}).get(passage.version)
    return letter is not None and beside.search(letter.text, passage.start, passage.end) is not None
