"""What stands between the network and the application: limits on what comes in, headers on what goes out."""

from __future__ import annotations

import asyncio
import logging
import re
import time
import traceback
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service import tracing, uploads
from service.metrics import Metrics
from service.problems import Errors

log = logging.getLogger("foi.service")

LARGEST_BODY = 64 << 10
"""Bytes of a request's body; a query has no use for more."""

LARGEST_BATCH = 1 << 20
"""Bytes of a batch of queries."""

LONGEST_TARGET = 64 << 10
"""Bytes of a request's path and query string."""

SLOWEST_BODY = 20.0
"""Seconds within which a body must have come in."""

SLOWEST_UPLOAD = 300.0
"""Seconds within which documents must have come in."""

FORMS = frozenset({"/v1/documents", "/upload"})
"""Where documents are sent to as a form: the API's and the page's own."""

SECURITY = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""On every response. The page has no script at all, and loads only its own style and icon."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Guard:
    """Outermost: gives each request an id and its answer the security headers, measures it, logs it without its
    content, and turns what nobody caught into a problem of one sentence.

    `hosts` are the host names answered to (None: any): a service on loopback answers to loopback names only, so that
    no web site can reach it by rebinding its own name.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, errors: Errors, hosts: frozenset[str] | None) -> None:
        self.app, self.metrics, self.errors, self.hosts = app, metrics, errors, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, method = time.perf_counter(), scope["method"]
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id
        if method == "HEAD":
            scope["method"] = "GET"
        status = 0

        async def outward(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._dress(scope, message)
            elif method == "HEAD":
                message = {"type": "http.response.body", "body": b"", "more_body": message.get("more_body", False)}
            await send(message)

        refused = self._refused(scope, headers)
        try:
            with tracing.span(f"{method[:10]}", server=True) as span:
                await (refused or self.app)(scope, receive, outward)
                span.name(f"{method[:10]} {_route(scope)}")
                span.set(
                    {
                        "http.route": _route(scope),
                        "http.request.method": method[:10],
                        "http.response.status_code": status,
                    }
                )
        except Exception as error:
            log.error("request %s: unexpected %s at %s", request_id, type(error).__name__, _place(error))
            log.debug("request %s", request_id, exc_info=error)
            if not status:
                detail = f"Something went wrong on our side; please report it with the request id {request_id}."
                await self.errors.say(scope, 500, detail)(scope, receive, outward)
        finally:
            seconds = time.perf_counter() - began
            self.metrics.answered(_route(scope), method if method in _METHODS else "other", status, seconds)
            if log.isEnabledFor(logging.INFO):
                log.info("request", extra={"fields": _about(scope, method, status, seconds)})

    def _refused(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """The answer to a request that does not get in."""
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_TARGET:
            detail = f"The address is longer than {LONGEST_TARGET:,} bytes: shorten the query to the question itself."
            return self.errors.say({**scope, "path": "/"}, 414, detail)
        host = re.sub(r":\d+$", "", headers.get("host", "")).lower()
        if self.hosts is not None and host not in self.hosts:
            detail = "This service answers only to local addresses such as http://127.0.0.1: use one of those."
            return self.errors.say(scope, 421, detail)
        return None

    def _dress(self, scope: Scope, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        for name, value in SECURITY.items():
            headers.setdefault(name, value)
        headers["x-request-id"] = scope["state"]["request_id"]
        etag = scope["state"].get("etag")
        if etag and message["status"] in (200, 304):
            headers["etag"] = etag
        headers.setdefault("cache-control", "no-cache" if etag else "no-store")


def _route(scope: Scope) -> str:
    """The template of the route taken, so that no document or query is told."""
    path: str = getattr(scope.get("route"), "path", "other")
    return path


def _about(scope: Scope, method: str, status: int, seconds: float) -> dict[str, Any]:
    key = scope["state"].get("key")
    return {
        "request_id": scope["state"]["request_id"],
        "method": method[:10],
        "route": _route(scope),
        "status": status,
        "ms": round(seconds * 1000, 1),
        "key": key.id if key else None,
    }


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})


class BodyLimit:
    """Takes a request's body in, as large and as slow as it may be, before anything works on it.

    A form of documents is not taken in but counted as it passes: it goes to a file, not to memory.
    """

    def __init__(self, app: ASGIApp, errors: Errors) -> None:
        self.app, self.errors = app, errors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers, limit = Headers(scope=scope), _limit(scope)
        length = headers.get("content-length", "0")
        if length.isascii() and length.isdigit() and (len(length) > _DIGITS or int(length) > limit.size):
            await self._refuse(scope, receive, send, 413, limit.told)
            return
        if limit.streamed:
            await self._stream(scope, receive, send, limit)
            return
        try:
            async with asyncio.timeout(limit.seconds):
                body = await self._body(receive, limit.size)
        except TimeoutError:
            await self._refuse(scope, receive, send, 408, limit.late)
            return
        if body is None:
            await self._refuse(scope, receive, send, 413, limit.told)
            return
        handed = False

        async def replay() -> Message:
            nonlocal handed
            if handed:
                return await receive()
            handed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self.app(scope, replay, send)

    async def _stream(self, scope: Scope, receive: Receive, send: Send, limit: _Limit) -> None:
        """Hand the body on as it comes. One that proves too large, or too slow, ends the request there."""
        passed, until = 0, time.monotonic() + limit.seconds

        async def counted() -> Message:
            nonlocal passed
            try:
                message = await asyncio.wait_for(receive(), max(0.0, until - time.monotonic()))
            except TimeoutError:
                raise HTTPException(408, limit.late, _CLOSE) from None
            passed += len(message.get("body", b""))
            if passed > limit.size:
                raise HTTPException(413, limit.told, _CLOSE)
            return message

        await self.app(scope, counted, send)

    async def _body(self, receive: Receive, size: int) -> bytes | None:
        """The whole body; None where it is too large."""
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return bytes(body)
            body += message.get("body", b"")
            if len(body) > size:
                return None
            if not message.get("more_body"):
                return bytes(body)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int, detail: str) -> None:
        await self.errors.say(scope, status, detail, headers=_CLOSE)(scope, receive, send)


_CLOSE = {"connection": "close"}
_DIGITS = 15  # of a length: more are larger than anything, and Python reads no number of thousands of them


@dataclass(frozen=True, slots=True)
class _Limit:
    size: int
    seconds: float
    told: str
    streamed: bool = False

    @property
    def late(self) -> str:
        return f"The body did not come in within {self.seconds:.0f} seconds."


_QUERY = _Limit(LARGEST_BODY, SLOWEST_BODY, f"The body is larger than {LARGEST_BODY >> 10} KiB: send one query.")
_BATCH = _Limit(LARGEST_BATCH, SLOWEST_BODY, f"The body is larger than {LARGEST_BATCH >> 20} MiB: send fewer queries.")
_TOLD = f"The body is larger than {uploads.LARGEST >> 20} MiB: send fewer documents at once, or index them with foi."
_UPLOAD = _Limit(uploads.LARGEST, SLOWEST_UPLOAD, _TOLD)
_FORM = replace(_UPLOAD, streamed=True)


def _limit(scope: Scope) -> _Limit:
    """How large and slow the body of this request may be."""
    if scope["method"] == "PUT" and scope["path"].startswith("/v1/documents/"):
        return _UPLOAD
    if scope["method"] == "POST" and scope["path"] in FORMS:
        return _FORM
    return _BATCH if scope["path"] == "/v1/batch" else _QUERY


def _place(error: BaseException) -> str:
    """Where it was raised: file and line, without a word of what was being read."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "unknown"
