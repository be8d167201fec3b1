"""The HTTP API: the same objects as the command line, under /v1."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Annotated, Any
from urllib.parse import quote

from anyio import to_thread
from fastapi import APIRouter, Body, FastAPI, Query, Request, Response
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from service import objects, page, problems, schema
from service.filters import Asked
from service.guard import BodyLimit, Guard
from service.live import Live
from service.metrics import CONTENT_TYPE, Metrics
from service.now import ID, Now, NowWithFailures, Service, known_document, listed

THREADS = max(4, 2 * (os.cpu_count() or 1))
"""Requests worked on at once; the others wait in the order they came. Forty at once, the default, share two cores
unfairly: the slowest twentieth of 32 clients' requests took five times as long."""

_DESCRIPTION = """\
Semantic search and question answering over Freedom of Information disclosures. Every answer is a verbatim quotation
with its source. Offsets count Unicode code points in a document's canonical text, end exclusive. Errors are problem
details (RFC 9457). A `GET` carries an `ETag` of the index generation: send it back as `If-None-Match`.
"""


def create_app(live: Live, *, hosts: frozenset[str] | None = None) -> FastAPI:
    """The service over `live`: API, page, health and metrics. `hosts` limits the host names answered to; None: any."""
    metrics = Metrics(live)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        live.warm()
        yield

    app = FastAPI(
        title="foi-search",
        version=version("foi-search"),
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.live, app.state.metrics = live, metrics
    # One process, one life: after an upgrade or a restart no browser is told that its copy is still good.
    app.state.started = f"{time.time_ns():x}"
    app.include_router(_operations)
    app.include_router(_v1)
    app.include_router(page.router)
    page.mount_static(app)
    errors = problems.Errors(page.paint_problem)
    problems.install(app, errors, [*app.routes, *_operations.routes, *_v1.routes, *page.router.routes])
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(BodyLimit, errors=errors)
    app.add_middleware(Guard, metrics=metrics, errors=errors, hosts=hosts)
    return app


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's document, with the problem's schema in place of its own validation error."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, tags=_TAGS
        )
        schemas = made["components"]["schemas"]
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        for operation in (one for path in made["paths"].values() for one in path.values()):
            if "application/json" in operation["responses"].get("422", {}).get("content", {}):
                del operation["responses"]["422"]
        schemas["Problem"] = schema.Problem.model_json_schema()
        app.openapi_schema = made
    return app.openapi_schema


_TAGS = [
    {"name": "find", "description": "Search, and answers."},
    {"name": "read", "description": "Documents and passages."},
    {"name": "operate", "description": "Health, readiness, metrics."},
]


_v1 = APIRouter(prefix="/v1")
_operations = APIRouter(tags=["operate"])


def _json(value: Any) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"), media_type="application/json")


def _asked(given: schema.Asking) -> Asked:
    return Asked(given.kind, given.authority, given.exemption, given.outcome, given.since, given.until)


_FIND = schema.problems(413, 414, 422, 503)


@_v1.get("/search", tags=["find"], response_model=schema.Results, responses=_FIND)
def search(now: Now, given: Annotated[schema.Searching, Query()]) -> Response:
    """The passages that match best."""
    found = now.index.search(given.query, given.k, _asked(given))
    return _json(objects.results(given.query, found.took_ms, found.hits))


@_v1.post("/search", tags=["find"], response_model=schema.Results, responses=_FIND, operation_id="search_post")
def search_post(now: Now, given: Annotated[schema.SearchBody, Body()]) -> Response:
    """The passages that match best; for queries that should not stand in an address."""
    return search(now, given)


@_v1.get("/ask", tags=["find"], response_model=schema.Answered, responses=_FIND)
def ask(now: Now, given: Annotated[schema.Asking, Query()]) -> Response:
    """The answer, word for word, with its source; or which silence it is."""
    found = now.index.ask(given.query, _asked(given))
    return _json(objects.answer(given.query, found.took_ms, found.answer))


@_v1.post("/ask", tags=["find"], response_model=schema.Answered, responses=_FIND, operation_id="ask_post")
def ask_post(now: Now, given: Annotated[schema.AskBody, Body()]) -> Response:
    """The answer, word for word, with its source; for questions that should not stand in an address."""
    return ask(now, given)


@_v1.get("/documents", tags=["read"], response_model=schema.Documents, responses=schema.problems(422, 503))
def documents(now: Now, given: Annotated[schema.Listing, Query()]) -> Response:
    """What is indexed, ordered by URI."""
    rows, following, total = listed(now, given.limit, given.cursor)
    return _json({"documents": [objects.document_row(row) for row in rows], "next": following, "total": total})


@_v1.get("/failures", tags=["read"], response_model=schema.Failures, responses=schema.problems(503))
def failures(now: NowWithFailures) -> Response:
    """What the last try could not read, and why."""
    return _json({"failed": [{"uri": uri, "error": error} for uri, error in now.snapshot.store.failures()]})


_READ = schema.problems(404, 503)


@_v1.get("/documents/{id}", tags=["read"], response_model=schema.DocumentWhole, responses=_READ)
def document(now: Now, id: str) -> Response:
    """A document: what it says of itself, and how it is cut."""
    found, store = known_document(now, id), now.snapshot.store
    return _json(
        objects.document_row(found)
        | {
            "characters": len(store.text(found.version)),
            "pages": list(store.pages(found.version)),
            "sections": [objects.section(cut) for cut in store.sections(found.version)],
        }
    )


@_v1.get(
    "/documents/{id}/text",
    tags=["read"],
    response_class=Response,
    responses=_READ | schema.plain("The canonical text", "text/plain"),
)
def document_text(now: Now, id: str) -> Response:
    """A document's canonical text, which every offset counts in."""
    text = now.snapshot.store.text(known_document(now, id).version)
    return Response(text.encode("utf-8", "replace"), media_type="text/plain; charset=utf-8")


@_v1.get(
    "/documents/{id}/original",
    tags=["read"],
    response_class=Response,
    responses=_READ | schema.plain("The bytes as they were found", "application/octet-stream"),
)
def document_original(now: Now, id: str) -> Response:
    """A document's file as it was found, to be saved: never shown by the browser as if it were ours."""
    found = known_document(now, id)
    headers = {"content-disposition": attachment(found.name)}
    return Response(now.snapshot.store.original(found.version), media_type="application/octet-stream", headers=headers)


@_v1.get("/passages/{id}", tags=["read"], response_model=schema.Passage, responses=_READ)
def passage(now: Now, id: str) -> Response:
    """A passage by its id, which stays the same when its document is indexed again unchanged."""
    store = now.snapshot.store
    found = store.passage(id, now.snapshot.at) if ID.fullmatch(id) else None
    origin = store.versions([found.version]).get(found.version) if found else None
    if found is None or origin is None:
        raise HTTPException(404, "No passage has this id: a search gives the ids that there are.")
    text = store.text(found.version)
    asked = next((s for s in store.sections(found.version) if s.id == found.question), None)
    question = text[asked.start : asked.end] if asked else None
    return _json(objects.passage(found, origin, text[found.start : found.end], question))


@_operations.get("/healthz", response_model=schema.Health)
async def healthz() -> Response:
    """The process answers."""
    return _json({"status": "ok"})


@_operations.get("/readyz", response_model=schema.Ready, responses=schema.problems(503))
def readyz(live: Service) -> Response:
    """Queries are answered: there is an index, the model is loaded, and they agree."""
    snapshot = live.ready().snapshot
    stored, passages = snapshot.store.counts(snapshot.at)
    made = snapshot.stamp
    return _json(
        {
            "status": "ready",
            "model": made.model,
            "dimension": made.dimension,
            "generation": made.sequence,
            "documents": stored,
            "passages": passages,
        }
    )


@_operations.get(
    "/metrics",
    response_class=Response,
    responses=schema.plain("Prometheus text", "text/plain"),
)
def metrics(request: Request) -> Response:
    """Counts for Prometheus."""
    counted: Metrics = request.app.state.metrics
    return Response(counted.text(), media_type=CONTENT_TYPE)


def attachment(name: str) -> str:
    """A Content-Disposition for saving under `name` (RFC 6266), whatever characters a document's name holds."""
    name = name.rpartition("/")[2].rpartition("\\")[2].strip(". ") or "document"
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", name)[:120] or "document"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name[:120].encode('utf-8', 'replace'), safe='')}"
