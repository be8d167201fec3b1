"""`/upload`: documents sent from a browser; `/jobs/{id}`: how reading them goes on, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from corpus.document import FoiError
from service import keys, uploads, wording
from service.access import Policy
from service.jobs import Job, Jobs
from service.live import Live
from service.now import Service
from service.pages.drawing import draw, file_name
from service.problems import said

router = APIRouter(include_in_schema=False)

_ID = re.compile(r"[0-9a-f]{16}")


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


Work = Annotated[Jobs, Depends(_jobs)]


@dataclass(frozen=True, slots=True)
class File:
    """What became of one document of a job: read (then `href` leads to it), or not, and why."""

    name: str
    href: str | None
    error: str | None


@router.get("/upload")
def upload_page(request: Request, live: Service, jobs: Work) -> Response:
    """The form, or what it takes to have one; and the latest jobs."""
    return _form(request, live, jobs)


@router.post("/upload")
async def upload(request: Request, live: Service, jobs: Work) -> Response:
    """Take the documents of the form in, have them indexed, and show how that goes on."""
    async with request.form(max_fields=4) as form:
        sent = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
        wrong = None if 0 < len(sent) <= uploads.MOST else _miscounted(len(sent))
        if wrong is None:
            try:
                kept = [await to_thread.run_sync(uploads.keep, live.data, one.filename or "", one.file) for one in sent]
                made = await to_thread.run_sync(jobs.index, list(dict.fromkeys(kept)))
            except FoiError as error:
                wrong = said(error)
            else:
                return RedirectResponse(f"/jobs/{made.id}", 303)
    return await to_thread.run_sync(_form, request, live, jobs, wrong)


@router.get("/jobs/{id}")
def job_page(request: Request, jobs: Work, id: str) -> Response:
    """How a job goes on. Without a script the page loads itself again, unless `still` is in its address."""
    found = jobs.get(id) if _ID.fullmatch(id) else None
    if found is None:
        raise HTTPException(404, "No upload has this address: the oldest are forgotten.")
    return draw(
        "job.html",
        job=found,
        stage=wording.STAGES.get(found.stage or "", "Starting") if found.state == "running" else "Waiting its turn",
        files=_files(found),
        report=found.report or {},
        still="still" in request.query_params,
    )


def _form(request: Request, live: Live, jobs: Jobs, wrong: str | None = None) -> Response:
    policy: Policy = request.app.state.policy
    try:
        keyed = any(key.allows("write") for key in keys.read(live.data))
    except FoiError:
        keyed = True  # the keys cannot be read now: the form says more than a page without one
    made = draw(
        "upload.html",
        422 if wrong else 200,
        wrong=wrong,
        allowed=policy.open_writing or keyed,
        needs_key=keyed and not policy.open_writing,
        data=live.data,
        most=uploads.MOST,
        largest=uploads.LARGEST >> 20,
        jobs=jobs.latest(10),
    )
    # Under the stricter policy of other pages a browser says that its form comes from nowhere. Over plain http beyond
    # loopback it does not say `Sec-Fetch-Site` either, so that the form would be refused.
    made.headers["referrer-policy"] = "same-origin"
    return made


def _miscounted(count: int) -> str:
    if not count:
        return "Choose a file first."
    return uploads.TOO_MANY


def _files(job: Job) -> Sequence[File]:
    """Each document sent, and what was found inside it and failed."""
    # Where the service keeps a file is nothing that its sender knows: the reason is told without.
    failed = {one["uri"]: one["error"].removeprefix(one["uri"]).strip() for one in (job.report or {}).get("failed", ())}
    sent = [
        File(name, None if uri in failed or job.state != "done" else f"/documents/{id}", failed.get(uri))
        for (id, name), uri in zip(job.documents, job.uris, strict=True)
    ]
    inside = [File(file_name(uri), None, error) for uri, error in failed.items() if uri not in job.uris]
    return [*sent, *inside]
