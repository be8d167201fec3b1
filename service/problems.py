"""Errors as readers and programs get them: problem details (RFC 9457), or a page with the same sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Route
from starlette.types import Scope

from corpus.document import FoiError
from service import uploads
from service.cursor import Expired
from service.jobs import Busy
from service.live import NotReady

MEDIA_TYPE = "application/problem+json"

_ABOUT = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take the method {method}: use {allow}.",
}


class NotModified(Exception):
    """The reader has this already: the answer is 304."""


def problem(
    path: str,
    status: int,
    detail: str,
    slug: str | None,
    request_id: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A problem details response. `slug` names a kind of problem that its status alone does not tell."""
    body = details(path, status, detail, slug, request_id)
    return Response(json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"), status, headers, MEDIA_TYPE)


def details(path: str, status: int, detail: str, slug: str | None, request_id: str) -> dict[str, Any]:
    """The problem as an object."""
    return {
        "type": f"urn:foi-search:problem:{slug}" if slug else "about:blank",
        "title": HTTPStatus(status).phrase if not slug else slug.replace("-", " ").capitalize(),
        "status": status,
        "detail": detail,
        "instance": quote(path, safe="/"),
        "request_id": request_id,
    }


def of(scope: Scope, error: FoiError | NotReady) -> dict[str, Any]:
    """What went wrong with a part of a request, as an object: the rest of it goes on."""
    status, slug = (503, error.slug) if isinstance(error, NotReady) else (422, "invalid-request")
    return details(scope["path"], status, said(error), slug, scope["state"]["request_id"])


def said(error: Exception) -> str:
    """An error of ours as a sentence."""
    text = " ".join(str(error).split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


Painter = Callable[[Request, int, str, str | None], Response]
"""Draws an error for a browser: (request, status, sentence, slug)."""


@dataclass(frozen=True, slots=True)
class Errors:
    """How errors are said: as problem details, or drawn by `paint` where a browser asked for a page."""

    paint: Painter

    def say(
        self,
        scope: Scope,
        status: int,
        detail: str,
        slug: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """A response of this status that says `detail`, one sentence."""
        request = Request(scope)
        if wants_page(request):
            painted = self.paint(request, status, detail, slug)
            painted.headers.update(headers or {})
            return painted
        return problem(scope["path"], status, detail, slug, scope["state"]["request_id"], headers)


def install(app: FastAPI, errors: Errors, routes: Sequence[BaseRoute]) -> None:
    """Have every error that `app` knows said by `errors`; `routes` are all that it has."""

    def say(request: Request, *args: Any, **kwargs: Any) -> Response:
        return errors.say(request.scope, *args, **kwargs)

    def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 400:  # FastAPI says so of a body that is nested too deeply or is not UTF-8
            form = request.headers.get("content-type", "").startswith("multipart/")
            unread = f"The body is not {'a form' if form else 'JSON'} that can be read."
            crowded = form and "Too many files" in str(error.detail)  # as Starlette says it
            return say(request, 422, uploads.TOO_MANY if crowded else unread, "invalid-request")
        headers = dict(error.headers or {})
        if error.status_code == 405:
            headers["Allow"] = ", ".join(_methods(request, routes))
        about = _ABOUT.get(HTTPStatus(error.status_code))
        plain = error.detail == HTTPStatus(error.status_code).phrase
        detail = about.format(method=request.method, allow=headers.get("Allow", "another")) if about and plain else None
        return say(request, error.status_code, detail or str(error.detail), headers=headers)

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return say(request, 422, sentence(error.errors()), "invalid-request")

    def refused(request: Request, error: Exception) -> Response:
        return say(request, 422, said(error), "invalid-request")

    def expired(request: Request, error: Exception) -> Response:
        return say(request, 410, said(error), "cursor-expired")

    def busy(request: Request, error: Exception) -> Response:
        detail = "So many documents wait to be indexed that no more are taken: try again later."
        return say(request, 429, detail, "busy", {"Retry-After": "60"})

    def not_ready(request: Request, error: Exception) -> Response:
        assert isinstance(error, NotReady)
        return say(request, 503, str(error), error.slug, {"Retry-After": "5"})

    def not_modified(request: Request, error: Exception) -> Response:
        return Response(status_code=304)

    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(FoiError, refused)
    app.add_exception_handler(NotReady, not_ready)
    app.add_exception_handler(NotModified, not_modified)
    app.add_exception_handler(Expired, expired)
    app.add_exception_handler(Busy, busy)


def _methods(request: Request, routes: Sequence[BaseRoute]) -> list[str]:
    """What this address takes: several routes may share it, of which the router names only one."""
    path = request.scope["path"]
    found = (route for route in routes if isinstance(route, Route) and route.path_regex.match(path))
    return sorted({method for route in found for method in route.methods or ()})


def wants_page(request: Request) -> bool:
    """Whether a browser asked for a page: problem details are for programs, and for everything under /v1."""
    return not request.scope["path"].startswith("/v1") and "text/html" in request.headers.get("accept", "")


def sentence(errors: Sequence[Any]) -> str:
    """What is wrong with a request, as one sentence, from pydantic's list."""
    said = [_one(error) for error in errors[:3]]
    more = f"; and {len(errors) - 3} more" if len(errors) > 3 else ""
    text = "; ".join(dict.fromkeys(said)) + more
    return text[:1].upper() + text[1:] + "."


def _one(error: Mapping[str, Any]) -> str:
    place = [str(part) for part in error["loc"]]
    where, name = place[0], ".".join(place[1:])[:60]
    if error["type"] == "json_invalid":
        return "the body is not JSON"
    if error["type"] == "missing":
        return f"{name!r} is missing" if name else "the body is missing: send JSON, as the OpenAPI document describes"
    if error["type"] == "extra_forbidden":
        return f"{name!r} is not known here: the OpenAPI document lists what is"
    message = str(error["msg"])[:160].rstrip(".")
    message = message[:1].lower() + message[1:]
    return f"{name!r}: {message}" if name else f"the {where}: {message}"
