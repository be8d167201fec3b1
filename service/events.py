"""Server-sent events, as the HTML standard frames them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from fastapi import Request
from starlette.responses import StreamingResponse

MEDIA_TYPE = "text/event-stream"

PULSE = b": still here\n\n"
"""A comment, which readers pass over: it keeps a connection open on which nothing happens."""


def wanted(request: Request) -> bool:
    """Whether the reader asked for events."""
    return MEDIA_TYPE in request.headers.get("accept", "").lower()


def event(name: str, value: Mapping[str, Any]) -> bytes:
    """One event with JSON for its data, on one line: JSON in ASCII holds no line end."""
    return f"event: {name}\ndata: {json.dumps(value)}\n\n".encode("ascii")


def stream(events: AsyncIterator[bytes], headers: Mapping[str, str] | None = None) -> StreamingResponse:
    """A response that sends each event as it comes; proxies are told not to hold it back."""
    told = {"X-Accel-Buffering": "no", **(headers or {})}
    return StreamingResponse(events, media_type=MEDIA_TYPE, headers=told)
