"""Passages found, gathered into units: a question with the sections that answer or refuse it."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.section import Section
from indexer.stored import StoredDocument
from service.candidate import Candidate, Origin
from service.retrieve import Scored
from service.snapshot import Snapshot

UNITS = 24
"""How many questions with their answers are weighed."""


def candidates(snapshot: Snapshot, scored: Sequence[Scored], most: int = UNITS) -> list[Candidate]:
    """The first `most` units that the passages in `scored` (best first) belong to, each once, with its best scores.

    A unit is a question with the sections that answer or refuse it, or an answer or refusal that has no question.
    """
    passages = snapshot.store.passages(one.pid for one in scored)
    cut: dict[int, dict[str, Section]] = {}
    found: dict[tuple[int, str], tuple[float, float, float]] = {}
    for one in scored:
        passage = passages.get(one.pid)
        if passage is None:
            continue
        if passage.version not in cut:
            cut[passage.version] = {s.id: s for s in snapshot.store.sections(passage.version)}
        section = cut[passage.version].get(passage.section)
        if section is None or section.kind == "other":
            continue
        key = (passage.version, section.answers or section.id)
        best = found.get(key)
        if best is None and len(found) >= most:
            continue
        scores = (one.fused, one.dense, one.lexical)
        found[key] = scores if best is None else tuple(map(max, best, scores))  # type: ignore[assignment]
    documents = snapshot.store.versions(version for version, _ in found)
    texts = {version: snapshot.store.text(version) for version in documents}
    tables = {version: snapshot.store.tables(version) for version in documents}
    pages = {version: snapshot.store.pages(version) for version in documents}
    made: list[Candidate] = []
    for (version, unit), (fused, dense, lexical) in found.items():
        if version not in documents:
            continue
        sections = tuple(cut[version].values())
        head = cut[version][unit]
        question = head if head.kind == "question" else None
        made.append(
            Candidate(
                document=origin(documents[version]),
                text=texts[version],
                sections=sections,
                tables=tables[version],
                question=question,
                answers=tuple(s for s in sections if s.answers == unit) if question else (head,),
                score=fused,
                dense=dense,
                lexical=lexical,
                rank=len(made) + 1,
                pages=pages[version],
            )
        )
    return made


def origin(document: StoredDocument) -> Origin:
    return Origin(document.id, document.uri, document.title, document.authority, document.reference, document.date)
