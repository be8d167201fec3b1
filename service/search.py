"""Finding passages: candidates from both indexes, ranked again by how well their question and answer fit, folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.embed import Encoder, Reranker
from indexer.stored import Filters, StoredDocument, StoredPassage
from service.asides import wanted
from service.begun import Begun, begin
from service.fold import Folded, fold
from service.query import Query
from service.rank import Ranking, Tried
from service.read import is_letter
from service.retrieve import Scored, found
from service.snapshot import Snapshot
from service.units import LOOKED_AT, RERANK_WEIGHT, candidates

FIT_WEIGHT = 0.2
"""What the fit of a passage's unit counts beside its fused score (chosen on the samples and the labelled letters)."""

SPAN_WEIGHT = 0.3
"""What it counts that the answer of its unit would be drawn from this very passage."""

REREAD = 30
"""How many hits a reranker reads; those of more that are asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with what it takes to show and cite it. `text` is verbatim; `duplicates` are folded into it."""

    rank: int
    score: float
    scored: Scored
    passage: StoredPassage
    document: StoredDocument
    text: str
    question: str | None
    duplicates: tuple[Folded, ...]


def search(
    snapshot: Snapshot,
    encoder: Encoder,
    query: Query,
    k: int = 10,
    filters: Filters | None = None,
    reranker: Reranker | None = None,
    begun: Begun | None = None,
) -> list[Hit]:
    """The best `k` passages for `query` among those that pass `filters`, best first, near-identical ones folded.

    `begun` is what was made of the query already, if it was.
    """
    filters = filters or Filters()
    deep = max(4 * k, 60)
    begun = begun or begin(snapshot, query, filters)
    scored = found(snapshot, encoder, query, filters, begun.words, max(deep, LOOKED_AT))
    weighed = candidates(snapshot, scored, beside=wanted(query))
    units = _units((begun.ranking or Ranking(query, weighed)).ranked(weighed))
    hits = _hits(snapshot, scored[:deep], units, answered_questions=filters.kind == "question")
    hits.sort(key=lambda hit: -hit.score)
    if reranker is not None:
        hits = _reread(reranker, query, hits, k)
    folded = fold(hits, k)
    return [_ranked(hit, rank, others) for rank, (hit, others) in enumerate(folded, 1)]


def _reread(reranker: Reranker, query: Query, hits: Sequence[Hit], k: int) -> list[Hit]:
    """`hits`, best first, the first of them with what the reranker says of question and text added, sorted again."""
    first, rest = hits[: max(k, REREAD)], hits[max(k, REREAD) :]
    read = [f"{hit.question}\n{hit.text}" if hit.question else hit.text for hit in first]
    scores = reranker.scores(query.text, read)
    made = [replace(hit, score=hit.score + RERANK_WEIGHT * s) for hit, s in zip(first, scores, strict=True)]
    return [*sorted(made, key=lambda hit: -hit.score), *rest]


def _units(tried: Sequence[Tried]) -> dict[tuple[str, str], Tried]:
    """(document id, section id) → the unit that the section belongs to."""
    units: dict[tuple[str, str], Tried] = {}
    for one in filter(_counts, tried):
        sections = [*one.candidate.answers, *([one.candidate.question] if one.candidate.question else [])]
        for section in sections:
            units.setdefault((one.candidate.document.id, section.id), one)
    return units


def _hits(
    snapshot: Snapshot,
    scored: Sequence[Scored],
    units: Mapping[tuple[str, str], Tried],
    *,
    answered_questions: bool,
) -> list[Hit]:
    """Passages with their documents, texts and final scores.

    A question that has an answer is left to its answer, unless questions are asked for.
    """
    passages = snapshot.shelf.passages(s.pid for s in scored)
    opened = snapshot.shelf.open(p.version for p in passages.values())
    least = min((one.merit for one in units.values()), default=0.0)
    hits = []
    for one in scored:
        passage = passages.get(one.pid)
        if passage is None or passage.version not in opened:
            continue
        letter = opened[passage.version]
        if passage.kind == "question" and not answered_questions and passage.section in letter.answered:
            continue
        unit = units.get((letter.document.id, passage.section))
        score = one.fused + (FIT_WEIGHT * (unit.merit - least) + SPAN_WEIGHT * _drawn(unit, passage) if unit else 0.0)
        asked = letter.by_id.get(passage.question or "")
        question = letter.text[asked.start : asked.end] if asked else None
        text = letter.text[passage.start : passage.end]
        hits.append(Hit(0, score, one, passage, letter.document, text, question, ()))
    return hits


def _counts(one: Tried) -> bool:
    """Whether a unit stands in a letter that answers a request; in any other text its fit says nothing.

    Where it counted on texts that are no letters, it cost 0.02 nDCG@10 on SciFact and 0.04 on Cranfield.
    """
    return one.candidate.document.authority is not None and is_letter(one.candidate.text)


def _drawn(unit: Tried, passage: StoredPassage) -> bool:
    """Whether the unit's answer would be quoted from this passage."""
    if unit.extract is None or not unit.extract.cites:
        return False
    start, end = unit.extract.cites[0]
    return passage.start < end and start < passage.end


def _ranked(hit: Hit, rank: int, others: Sequence[Folded]) -> Hit:
    return Hit(rank, hit.score, hit.scored, hit.passage, hit.document, hit.text, hit.question, tuple(others))
