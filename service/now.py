"""What a request reads: the index as it is now, where the reader does not have it already."""

from __future__ import annotations

import base64
import binascii
import re
from bisect import bisect_right
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from corpus.document import FoiError
from indexer.stored import StoredDocument
from service.live import Current, Live
from service.problems import NotModified


def service(request: Request) -> Live:
    found: Live = request.app.state.live
    return found


Service = Annotated[Live, Depends(service)]


def current(request: Request, live: Service) -> Current:
    """The index as this request reads it. On a GET whose reader has it already, raises NotModified."""
    found = live.current()
    if request.method == "GET":
        tag = f'W/"{found.snapshot.at}-{request.app.state.started}"'
        _unless_modified(request, tag)
    return found


def current_with_failures(request: Request, live: Service) -> Current:
    """As `current`, for what also shows the documents that failed: they change without a new generation."""
    found = live.current()
    failed = hash(tuple(found.snapshot.store.failures())) & 0xFFFFFFFF
    _unless_modified(request, f'W/"{found.snapshot.at}-{failed:x}-{request.app.state.started}"')
    return found


def _unless_modified(request: Request, tag: str) -> None:
    request.scope["state"]["etag"] = tag
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if tag.removeprefix("W/") in known or "*" in known:
        raise NotModified


Now = Annotated[Current, Depends(current)]
NowWithFailures = Annotated[Current, Depends(current_with_failures)]

ID = re.compile(r"[0-9a-f]{16}")


def known_document(now: Current, id: str) -> StoredDocument:
    """The document with this id. Raises a 404 where there is none."""
    found = now.snapshot.store.document(id, now.snapshot.at) if ID.fullmatch(id) else None
    if found is None:
        raise HTTPException(404, "No document has this id: the list of documents gives the ids that there are.")
    return found


def listed(now: Current, limit: int, cursor: str | None) -> tuple[list[StoredDocument], str | None, int]:
    """(documents, cursor of the next page, number of all). Raises FoiError for a cursor that is not ours."""
    rows = now.snapshot.store.documents(now.snapshot.at)
    first = bisect_right(rows, _uri(cursor), key=lambda row: row.uri) if cursor else 0
    shown = rows[first : first + limit]
    following = _cursor(shown[-1].uri) if first + limit < len(rows) else None
    return shown, following, len(rows)


def _cursor(uri: str) -> str:
    return base64.urlsafe_b64encode(uri.encode("utf-8", "surrogatepass")).decode("ascii").rstrip("=")


def _uri(cursor: str) -> str:
    try:
        if not re.fullmatch(r"[\w-]+", cursor, re.ASCII):
            raise ValueError
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("utf-8", "surrogatepass")
    except (binascii.Error, ValueError):
        raise FoiError("the cursor is not one that this service gave out: start again without it") from None
