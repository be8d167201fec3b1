"""The application: the API's routes and the page, what guards them, and the document that describes them."""

from __future__ import annotations

import json
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from service import problems, schema
from service.access import Access, Policy
from service.guard import BodyLimit, Guard
from service.jobs import Jobs
from service.kept import Kept
from service.keys import Keyring
from service.live import Live
from service.metrics import Metrics
from service.pages import site
from service.routes import ask, documents, exemptions, operate, search, writes

THREADS = min(8, max(2, os.cpu_count() or 1))
"""Requests worked on at once; the others wait in the order they came. What answers are made of mostly holds Python's
one lock, so that more threads make nobody's answer sooner, and everybody's later. What is kept needs no thread."""

VERSION = "1"
"""Of the API: what stands under `/v1` only ever gains."""

_DESCRIPTION = """\
Semantic search and question answering over Freedom of Information disclosures. Every answer is a verbatim quotation
with its source. Offsets count Unicode code points in a document's canonical text, end exclusive. Errors are problem
details (RFC 9457). A `GET` carries an `ETag` of the index generation: send it back as `If-None-Match`. Where a key is
needed, send it as `Authorization: Bearer`.
"""

_TAGS = [
    {"name": "find", "description": "Search, and answers."},
    {"name": "read", "description": "Documents and passages."},
    {"name": "write", "description": "Documents in and out: a job does it."},
    {"name": "operate", "description": "Health, readiness, metrics."},
]

ROUTERS: tuple[APIRouter, ...] = (
    search.router,
    ask.router,
    exemptions.router,
    documents.router,
    writes.router,
    operate.router,
)


def create_app(
    live: Live,
    *,
    hosts: frozenset[str] | None = None,
    policy: Policy | None = None,
    jobs: Jobs | None = None,
) -> FastAPI:
    """The service over `live`: API, page, health and metrics.

    `hosts` limits the host names answered to; None: any. `policy` says what needs a key (reading does not, where it is
    left out). `jobs` does the writing, in place of the usual.
    """
    metrics, policy = Metrics(live), policy or Policy()
    working = jobs or Jobs(live.data, live.model)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        live.warm()
        await to_thread.run_sync(working.resume)
        yield
        await to_thread.run_sync(working.close)

    app = FastAPI(
        title="foi-search",
        version=version("foi-search"),
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.live, app.state.metrics, app.state.jobs, app.state.policy = live, metrics, working, policy
    app.state.examples = Kept(2)
    # One process, one life: after an upgrade or a restart no browser is told that its copy is still good.
    app.state.started = f"{time.time_ns():x}"
    for router in ROUTERS:
        app.include_router(router)
    app.include_router(site.router)
    site.mount_static(app)
    errors = problems.Errors(site.paint_problem)
    known = [route for router in (*ROUTERS, site.router) for route in router.routes]
    problems.install(app, errors, [*app.routes, *known])
    app.openapi = lambda: described(app)  # type: ignore[method-assign]
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(BodyLimit, errors=errors)
    app.add_middleware(Access, policy=policy, keyring=Keyring(live.data), errors=errors)
    if policy.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(policy.origins),
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match", "X-Request-Id"],
            expose_headers=["ETag", "Location", "Retry-After", "X-Request-Id"],
            max_age=600,
        )
    app.add_middleware(Guard, metrics=metrics, errors=errors, hosts=hosts)
    return app


def described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document: FastAPI's, with the problem's schema in place of its own validation error."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=VERSION, description=app.description, routes=app.routes, tags=_TAGS)
        schemas = made["components"]["schemas"]
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        for operation in (one for path in made["paths"].values() for one in path.values()):
            if "application/json" in operation["responses"].get("422", {}).get("content", {}):
                del operation["responses"]["422"]
        schemas["Problem"] = schema.Problem.model_json_schema()
        made["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        made["security"] = [{}, {"key": []}]
        app.openapi_schema = made
    return app.openapi_schema


def snapshot(app: FastAPI) -> str:
    """The OpenAPI document as it is checked in: sorted, so that a change shows as one."""
    return json.dumps(described(app), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
