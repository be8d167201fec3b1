"""`/v1/search`: the passages that match best, page by page, in the form that the reader wants."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Body, Query, Request, Response

from service import bodies, exports, feeds, schema
from service.facets import Facets
from service.highlights import sought
from service.live import Current
from service.now import Now
from service.paging import Page, page
from service.routes import requests
from service.routes.reply import as_file, as_json, base

router = APIRouter(prefix="/v1", tags=["find"])

FIND = schema.problems(410, 413, 414, 422, 503)


@router.get(
    "/search",
    response_model=schema.Results,
    responses=FIND
    | {
        200: {
            "description": "The hits, in the form asked for",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Results"}},
                "application/jsonl": {"schema": {"type": "string"}},
                "text/csv": {"schema": {"type": "string"}},
                feeds.ATOM: {"schema": {"type": "string"}},
            },
        }
    },
)
async def search(request: Request, now: Now, asked: Annotated[requests.SearchQuery, Query()]) -> Response:
    """The passages that match best."""
    found, facets = await _found(now, asked)
    if asked.format == "csv":
        return as_file(exports.as_csv(found.hits), "text/csv", "search.csv")
    if asked.format == "jsonl":
        wanted = sought(asked.query, now.snapshot.learnt) if asked.highlights else None
        rows = (bodies.hit(one, wanted, explain=asked.explain) for one in found.hits)
        return Response(exports.as_lines(rows), media_type="application/jsonl")
    if asked.format == "atom":
        made = feeds.atom(asked.query, asked.asked(), found.hits, published(now), base(request), str(request.url))
        return Response(made, media_type=feeds.ATOM)
    return as_json(_body(now, asked, found, facets))


@router.post("/search", response_model=schema.Results, responses=FIND, operation_id="search_post")
async def search_post(now: Now, asked: Annotated[requests.SearchBody, Body()]) -> Response:
    """The passages that match best; for queries that should not stand in an address."""
    return as_json(_body(now, asked, *await _found(now, asked)))


async def _found(now: Current, asked: requests.Searching) -> tuple[Page, Facets | None]:
    """What is found. What is at hand is given at once, and only work waits for a thread."""
    at, limits = now.snapshot, asked.asked()
    kept = now.index.search_at_hand(asked.query, asked.k, limits, asked.mode, at)
    work = partial(page, now.index, at, asked.query, asked.k, limits, asked.mode, asked.cursor)
    found = work() if kept is not None and asked.cursor is None else await to_thread.run_sync(work)
    if not asked.facets:
        return found, None
    return found, await to_thread.run_sync(now.index.facets, asked.query, limits, asked.mode, at)


def _body(now: Current, asked: requests.Searching, found: Page, facets: Facets | None) -> bodies.Object:
    wanted = sought(asked.query, now.snapshot.learnt) if asked.highlights else None
    made: bodies.Object = {
        "query": asked.query,
        "took_ms": round(found.took_ms, 3),
        "hits": [bodies.hit(one, wanted, explain=asked.explain) for one in found.hits],
        "next": found.following,
    }
    return made if facets is None else made | {"facets": bodies.facets(facets)}


def published(now: Current) -> datetime:
    """When the generation that is served was published; where it has been swept away meanwhile, now."""
    record = now.snapshot.data / "generations" / str(now.snapshot.at) / "generation.json"
    try:
        return datetime.fromtimestamp(record.stat().st_mtime, UTC)
    except OSError:
        return datetime.now(UTC)
