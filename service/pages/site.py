"""The web pages put together: their routes, what they load, and how an error looks. They need no script."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI, Request, Response
from starlette.staticfiles import StaticFiles

from service.pages import compare, document, documents, exemptions, search, upload
from service.pages.drawing import SERVICE, draw

router = APIRouter(include_in_schema=False)
for _one in (search, compare, documents, document, exemptions, upload):
    router.routes.extend(_one.router.routes)


def mount_static(app: FastAPI) -> None:
    app.mount("/static", StaticFiles(directory=SERVICE / "static"), name="static")


def paint_problem(request: Request, status: int, detail: str, slug: str | None) -> Response:
    """An error for a reader: the sentence, and where to go on."""
    return draw("problem.html", status, status=status, detail=detail, slug=slug)
