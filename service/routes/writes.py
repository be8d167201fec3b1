"""`POST`, `PUT` and `DELETE` of documents, and `/v1/jobs`: what they have done by and by."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Depends, File, Request, Response, UploadFile
from starlette.exceptions import HTTPException

from corpus.document import FoiError
from service import bodies, events, schema, uploads
from service.jobs import Job, Jobs
from service.now import Now, known_document
from service.routes.reply import as_json

router = APIRouter(prefix="/v1", tags=["write"])

_LOOK = 0.2  # seconds between two looks at a job
_PULSE = 15.0  # seconds after which a silent stream says that it is there


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


Work = Annotated[Jobs, Depends(_jobs)]

_ACCEPTED: dict[int | str, dict[str, Any]] = {
    202: {
        "description": "The job that does it: `Location` says where to ask how it goes on",
        "model": schema.Job,
        "headers": {"Location": {"schema": {"type": "string"}}},
    }
}


@router.post(
    "/documents",
    status_code=202,
    response_model=schema.Job,
    responses=schema.problems(408, 413, 422, 503) | _ACCEPTED,
)
async def upload(
    jobs: Work,
    file: Annotated[list[UploadFile], File(min_length=1, max_length=uploads.MOST, description="The documents.")],
) -> Response:
    """Take documents in, and index them: as files of a form, up to 20 at once."""
    if not all(one.filename for one in file):
        raise FoiError("a document has no file name: give each part of the form one")
    kept = [await to_thread.run_sync(uploads.keep, jobs.data, one.filename or "", one.file) for one in file]
    return _accepted(await to_thread.run_sync(jobs.index, list(dict.fromkeys(kept))))


@router.put(
    "/documents/{id}",
    status_code=202,
    response_model=schema.Job,
    responses=schema.problems(404, 408, 409, 413, 422, 503) | _ACCEPTED,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def replace(request: Request, jobs: Work, now: Now, id: str) -> Response:
    """Put other bytes in the place of an uploaded document. Passages that stay as they were keep their ids."""
    found = known_document(now, id)
    if not uploads.is_upload(jobs.data, found.uri):
        raise HTTPException(409, "This document is a file of its own: change that, and run `foi index` on it.")
    body = await request.body()
    if not body:
        raise FoiError("the body is empty: send the document's bytes")
    path = await to_thread.run_sync(uploads.replace, jobs.data, found.uri, io.BytesIO(body))
    return _accepted(await to_thread.run_sync(jobs.index, [path]))


@router.delete(
    "/documents/{id}", status_code=202, response_model=schema.Job, responses=schema.problems(404, 503) | _ACCEPTED
)
def remove(jobs: Work, now: Now, id: str) -> Response:
    """Take a document out of the index, with what was found inside it. A file that was not uploaded stays."""
    return _accepted(jobs.remove([known_document(now, id).uri]))


@router.get(
    "/jobs/{id}",
    response_model=schema.Job,
    responses=schema.problems(404)
    | {
        200: {
            "description": "The job as it is; or, where events are accepted, a `job` event a change until it ends",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Job"}},
                events.MEDIA_TYPE: {"schema": {"type": "string"}},
            },
        }
    },
)
async def job(request: Request, jobs: Work, id: str) -> Response:
    """How a job goes on."""
    found = jobs.get(id)
    if found is None:
        raise HTTPException(404, "No job has this id: one is given for each change, and the oldest are forgotten.")
    return events.stream(_followed(jobs, found)) if events.wanted(request) else as_json(bodies.job(found))


async def _followed(jobs: Jobs, found: Job) -> AsyncIterator[bytes]:
    yield events.event("job", bodies.job(found))
    silent = 0.0
    while not found.over:
        await asyncio.sleep(_LOOK)
        silent += _LOOK
        newer = jobs.get(found.id) or found
        if newer != found:
            found, silent = newer, 0.0
            yield events.event("job", bodies.job(found))
        elif silent >= _PULSE:
            silent = 0.0
            yield events.PULSE


def _accepted(made: Job) -> Response:
    return as_json(bodies.job(made), 202, {"Location": f"/v1/jobs/{made.id}"})
