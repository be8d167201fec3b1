"""The objects that users see, as plain dictionaries: the same from the command line, the API and the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from corpus.document import Metadata
from indexer.sectioned import Section
from indexer.stored import StoredDocument, StoredPassage
from service.candidate import Answer, Citation, Origin
from service.search import Hit

Object = dict[str, Any]


def document(found: StoredDocument | Origin) -> Object:
    return {
        "id": found.id,
        "uri": found.uri,
        "title": found.title,
        "authority": found.authority,
        "reference": found.reference,
        "date": found.date,
    }


def document_row(found: StoredDocument) -> Object:
    """A document as a list of documents shows it."""
    return document(found) | {
        "parent": found.parent,
        "media_type": found.media_type,
        "sha256": found.sha256,
        "outcome": found.outcome,
        "notes": list(found.notes),
    }


def section(cut: Section) -> Object:
    return {
        "id": cut.id,
        "kind": cut.kind,
        "start": cut.start,
        "end": cut.end,
        "page": cut.page,
        "heading": list(cut.heading),
        "number": cut.number,
        "answers": cut.answers,
        "outcome": cut.outcome,
        "exemptions": list(cut.exemptions),
    }


def parsed(uri: str, metadata: Metadata, sections: Sequence[Section]) -> Object:
    """A document parsed without any index: `foi sections`."""
    return {
        "document": {
            "uri": uri,
            "title": metadata.title,
            "authority": metadata.authority,
            "reference": metadata.reference,
            "date": metadata.date,
            "outcome": metadata.outcome,
        },
        "sections": [section(cut) for cut in sections],
    }


def hit(found: Hit) -> Object:
    passage = found.passage
    return {
        "rank": found.rank,
        "score": round(found.score, 6),
        "passage": passage.id,
        "kind": passage.kind,
        "text": found.text,
        "start": passage.start,
        "end": passage.end,
        "page": passage.page,
        "question": found.question,
        "outcome": passage.outcome,
        "exemptions": list(passage.exemptions),
        "document": document(found.document),
        "duplicates": [{"uri": uri, "start": start, "end": end} for uri, start, end in found.duplicates],
    }


def passage(found: StoredPassage, origin: StoredDocument, text: str, question: str | None) -> Object:
    """A passage by itself; `text` is verbatim, `question` the one that it answers."""
    return {
        "passage": found.id,
        "kind": found.kind,
        "text": text,
        "start": found.start,
        "end": found.end,
        "page": found.page,
        "question": question,
        "outcome": found.outcome,
        "exemptions": list(found.exemptions),
        "document": document(origin),
    }


def results(query: str, took_ms: float, hits: Sequence[Hit]) -> Object:
    return {"query": query, "took_ms": round(took_ms, 3), "hits": [hit(one) for one in hits]}


def answer(query: str, took_ms: float, found: Answer) -> Object:
    return {
        "query": query,
        "took_ms": round(took_ms, 3),
        "outcome": found.outcome,
        "answer": found.answer,
        "value": found.value,
        "unit": found.unit,
        "confidence": round(found.confidence, 4),
        "citations": [citation(one) for one in found.citations],
        "notes": list(found.notes),
        "others": [
            {
                "answer": other.answer,
                "outcome": other.outcome,
                "value": other.value,
                "unit": other.unit,
                "citations": [citation(one) for one in other.citations],
            }
            for other in found.others
        ],
    }


def citation(one: Citation) -> Object:
    return {
        "uri": one.uri,
        "start": one.start,
        "end": one.end,
        "page": one.page,
        "cell": one.cell,
        "quote": one.quote,
        "document": document(one.document),
    }
