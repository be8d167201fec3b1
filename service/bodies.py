"""Objects that only the service gives, as plain dictionaries; those of the command line too are in `objects`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from service import objects
from service.comparison import Row
from service.facets import Facets
from service.highlights import Sought, highlights
from service.jobs import Job
from service.reliance import Relied, Use
from service.search import Hit

Object = dict[str, Any]


def hit(found: Hit, wanted: Sought | None, *, explain: bool) -> Object:
    """A hit, with the offsets of what is `wanted` in the document's text, and with what its score is made of."""
    made = objects.hit(found)
    if wanted is not None:
        base = found.passage.start
        made["highlights"] = [
            {"start": base + start, "end": base + end} for start, end in highlights(found.text, wanted)
        ]
    if explain:
        scored = found.scored
        made["explain"] = {
            "fused": round(scored.fused, 6),
            "dense": round(scored.dense, 6),
            "lexical": round(scored.lexical, 6),
            "letter": round(scored.letter, 6),
            "fit": round(found.score - scored.fused, 6),
        }
    return made


def facets(found: Facets) -> Object:
    return {name: [asdict(one) for one in values] for name, values in found.items()}


def compared(query: str, took_ms: float, rows: Sequence[Row]) -> Object:
    return {"query": query, "took_ms": round(took_ms, 3), "rows": [asdict(row) for row in rows]}


def exemptions(grounds: Sequence[Relied], uses: Sequence[Use]) -> Object:
    return {"exemptions": [_relied(one) for one in grounds], "uses": [_use(one) for one in uses]}


def _relied(one: Relied) -> Object:
    return {
        "exemption": one.code,
        "title": one.title,
        "sort": one.sort,
        "letters": one.letters,
        "passages": one.passages,
        "authorities": _counts(one.authorities),
        "years": _counts(one.years),
        "provisions": _counts(one.provisions),
    }


def _counts(pairs: Sequence[tuple[str, int]]) -> list[Object]:
    return [{"name": name, "letters": letters} for name, letters in pairs]


def _use(one: Use) -> Object:
    return {
        "exemption": one.code,
        "authority": one.authority,
        "year": one.year,
        "letters": one.letters,
        "passages": one.passages,
    }


def job(one: Job) -> Object:
    """A job as it is now."""
    report = one.report
    return {
        "id": one.id,
        "task": one.task,
        "state": one.state,
        "created": one.created,
        "ended": one.ended,
        "stage": one.stage,
        "done": one.done,
        "total": one.total,
        "documents": [{"id": id, "name": name} for id, name in one.documents],
        "report": dict(report) if report is not None else None,
        "error": one.error,
    }
