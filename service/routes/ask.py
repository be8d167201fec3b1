"""`/v1/ask`: the answer, whole or as events; `/v1/batch`: many queries; `/v1/compare`: one of many authorities."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Body, Query, Request, Response

from corpus.document import FoiError
from service import across, bodies, comparison, events, objects, problems, schema
from service.live import Current, NotReady
from service.modes import Mode
from service.now import Now
from service.routes import requests
from service.routes.reply import as_file, as_json
from service.routes.search import FIND

router = APIRouter(prefix="/v1", tags=["find"])

_VARIES = {"Vary": "Accept"}

_FOUND = 5
"""The passages shown while the answer is being chosen."""

_ASK: dict[int | str, dict[str, Any]] = FIND | {
    200: {
        "description": "The answer; or, where events are accepted, `found`, `answer` and `done`",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Answered"}},
            events.MEDIA_TYPE: {"schema": {"type": "string"}},
        },
    }
}


@router.get("/ask", response_model=schema.Answered, responses=_ASK)
async def ask(request: Request, now: Now, asked: Annotated[requests.Asking, Query()]) -> Response:
    """The answer, word for word, with its source; or which silence it is."""
    return await _reply(request, now, asked)


@router.post("/ask", response_model=schema.Answered, responses=_ASK, operation_id="ask_post")
async def ask_post(request: Request, now: Now, asked: Annotated[requests.AskBody, Body()]) -> Response:
    """The answer, word for word, with its source; for questions that should not stand in an address."""
    return await _reply(request, now, asked)


async def _reply(request: Request, now: Current, asked: requests.Asking) -> Response:
    if not events.wanted(request):
        return as_json(await _answer(now, asked.query, asked), headers=_VARIES)
    began = time.perf_counter()
    # Before the first event goes out, so that a query that cannot be meant is a problem and no stream.
    found = await _search(now, asked.query, _FOUND, asked)
    return events.stream(_told(request, now, asked, found, began), _VARIES)


async def _told(
    request: Request, now: Current, asked: requests.Asking, found: bodies.Object, began: float
) -> AsyncIterator[bytes]:
    yield events.event("found", found)
    try:
        yield events.event("answer", await _answer(now, asked.query, asked))
    except (FoiError, NotReady) as error:
        yield events.event("problem", problems.of(request.scope, error))
    yield events.event("done", {"took_ms": round((time.perf_counter() - began) * 1000, 3)})


@router.post("/batch", response_model=schema.BatchResults, responses=FIND)
async def batch(request: Request, now: Now, asked: Annotated[requests.Batch, Body()]) -> Response:
    """Many queries at once, each with its result or its problem, all of one generation of the index."""
    began, results = time.perf_counter(), []
    for one in asked.queries:
        filters = one.filters or requests.BatchFilters()
        result: bodies.Object = {"id": one.id}
        try:
            if asked.task == "ask":
                result["answer"] = await _answer(now, one.query, filters)
            else:
                result["search"] = await _search(now, one.query, asked.k, filters, asked.mode)
        except FoiError as error:
            result["problem"] = problems.of(request.scope, error)
        results.append(result)
    return as_json({"took_ms": round((time.perf_counter() - began) * 1000, 3), "results": results})


@router.get(
    "/compare",
    response_model=schema.Compared,
    responses=FIND
    | {
        200: {
            "description": "The rows, in the form asked for",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Compared"}},
                "text/csv": {"schema": {"type": "string"}},
            },
        }
    },
)
async def compare(now: Now, asked: Annotated[requests.Comparing, Query()]) -> Response:
    """One question over authorities and years: a row for each, what none of them answers included."""
    began = time.perf_counter()
    work = partial(across.across, now.index, asked.query, asked.authority, asked.year, at=now.snapshot)
    rows = await to_thread.run_sync(work)
    if asked.format == "csv":
        return as_file(comparison.as_csv(rows), "text/csv", "compare.csv")
    return as_json(bodies.compared(asked.query, (time.perf_counter() - began) * 1000, rows))


async def _answer(now: Current, query: str, filters: requests.Filtered | requests.BatchFilters) -> bodies.Object:
    asked = filters.asked()
    found = now.index.ask_at_hand(query, asked, now.snapshot)
    if found is None:
        found = await to_thread.run_sync(now.index.ask, query, asked, now.snapshot)
    return objects.answer(query, found.took_ms, found.answer)


async def _search(
    now: Current, query: str, k: int, filters: requests.Filtered | requests.BatchFilters, mode: Mode = "hybrid"
) -> bodies.Object:
    asked = filters.asked()
    found = now.index.search_at_hand(query, k, asked, mode, now.snapshot)
    if found is None:
        found = await to_thread.run_sync(now.index.search, query, k, asked, mode, now.snapshot)
    return objects.results(query, found.took_ms, found.hits) | {"next": None}
