"""What a request reads: the index as it is now, where the reader does not have it already."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Annotated

from anyio import to_thread
from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from indexer.stored import StoredDocument
from service.cursor import pack, unpack
from service.live import Current, Live
from service.problems import NotModified


async def service(request: Request) -> Live:
    found: Live = request.app.state.live
    return found


Service = Annotated[Live, Depends(service)]


async def current(request: Request, live: Service) -> Current:
    """The index as this request reads it. On a GET whose reader has it already, raises NotModified.

    A request does not queue for a thread where the newest generation is open already: one after another would wait
    for each of its steps.
    """
    found = live.at_hand()
    if found is None:
        found = await to_thread.run_sync(live.current)
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

PASSAGE_ID = re.compile(r"[0-9a-f]{16}(?:-[1-9]\d{0,8})?")
"""A passage whose text its document holds before has a number behind its id."""


def known_document(now: Current, id: str) -> StoredDocument:
    """The document with this id. Raises a 404 where there is none."""
    found = now.snapshot.store.document(id, now.snapshot.at) if ID.fullmatch(id) else None
    if found is None:
        raise HTTPException(404, "No document has this id: the list of documents gives the ids that there are.")
    return found


def listed(now: Current, limit: int, cursor: str | None) -> tuple[list[StoredDocument], str | None, int]:
    """(documents, cursor of the next page, number of all). Raises FoiError for a cursor that is not ours."""
    rows = now.snapshot.store.documents(now.snapshot.at)
    first = bisect_right(rows, str(unpack(cursor, str)[0]), key=lambda row: row.uri) if cursor else 0
    shown = rows[first : first + limit]
    following = pack(shown[-1].uri) if first + limit < len(rows) else None
    return shown, following, len(rows)
