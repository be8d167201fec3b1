"""Health, readiness, metrics, and how a browser can search here."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from service import feeds, schema
from service.metrics import CONTENT_TYPE, Metrics
from service.now import Service
from service.routes.reply import as_json, base

router = APIRouter(tags=["operate"])


@router.get("/healthz", response_model=schema.Health)
async def healthz() -> Response:
    """The process answers."""
    return as_json({"status": "ok"})


@router.get("/readyz", response_model=schema.Ready, responses=schema.problems(503))
def readyz(live: Service) -> Response:
    """Queries are answered: there is an index, the model is loaded, and they agree."""
    snapshot = live.ready().snapshot
    stored, passages = snapshot.store.counts(snapshot.at)
    made = snapshot.stamp
    return as_json(
        {
            "status": "ready",
            "model": made.model,
            "dimension": made.dimension,
            "generation": made.sequence,
            "documents": stored,
            "passages": passages,
        }
    )


@router.get("/metrics", response_class=Response, responses=schema.plain("Prometheus text", "text/plain"))
def metrics(request: Request) -> Response:
    """Counts for Prometheus."""
    counted: Metrics = request.app.state.metrics
    return Response(counted.text(), media_type=CONTENT_TYPE)


@router.get(
    "/opensearch.xml", response_class=Response, responses=schema.plain("OpenSearch description", feeds.OPENSEARCH)
)
async def opensearch(request: Request) -> Response:
    """This service as a search engine, for browsers and feed readers."""
    return Response(feeds.description(base(request)), media_type=feeds.OPENSEARCH)
