"""`/v1/documents` and `/v1/passages`: what is indexed, to be read and cited."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.exceptions import HTTPException

from corpus.document import FoiError
from indexer.stored import StoredDocument, StoredPassage
from service import citing, links, objects, pieces, quoting, reliance, schema
from service.cursor import Expired, digest, pack, unpack
from service.filters import filters
from service.live import Current
from service.now import PASSAGE_ID, Now, NowWithFailures, known_document, listed
from service.routes import requests
from service.routes.reply import as_file, as_json, attachment, base
from service.shelf import Opened

router = APIRouter(prefix="/v1", tags=["read"])

_READ = schema.problems(404, 503)
_CITED = schema.problems(404, 422, 503) | schema.plain("The reference", *citing.MEDIA_TYPES.values())


@router.get("/documents", response_model=schema.Documents, responses=schema.problems(414, 422, 503))
def documents(now: Now, asked: Annotated[requests.Listing, Query()]) -> Response:
    """What is indexed, ordered by URI."""
    rows, following, total = listed(now, asked.limit, asked.cursor)
    return as_json({"documents": [objects.document_row(row) for row in rows], "next": following, "total": total})


@router.get("/failures", response_model=schema.Failures, responses=schema.problems(503))
def failures(now: NowWithFailures) -> Response:
    """What the last try could not read, and why."""
    return as_json({"failed": [{"uri": uri, "error": error} for uri, error in now.snapshot.store.failures()]})


@router.get("/documents/{id}", response_model=schema.DocumentWhole, responses=_READ)
def document(now: Now, id: str) -> Response:
    """A document: what it says of itself, and how it is cut."""
    found, store = known_document(now, id), now.snapshot.store
    return as_json(
        objects.document_row(found)
        | {
            "characters": len(store.text(found.version)),
            "pages": list(store.pages(found.version)),
            "sections": [objects.section(cut) for cut in store.sections(found.version)],
        }
    )


@router.get(
    "/documents/{id}/text",
    response_class=Response,
    responses=_READ | schema.plain("The canonical text", "text/plain"),
)
def document_text(now: Now, id: str) -> Response:
    """A document's canonical text, which every offset counts in."""
    text = now.snapshot.store.text(known_document(now, id).version)
    return Response(text.encode("utf-8", "replace"), media_type="text/plain; charset=utf-8")


@router.get(
    "/documents/{id}/original",
    response_class=Response,
    responses=_READ | schema.plain("The bytes as they were found", "application/octet-stream"),
)
def document_original(now: Now, id: str) -> Response:
    """A document's file as it was found, to be saved: never shown by the browser as if it were ours."""
    found = known_document(now, id)
    headers = {"content-disposition": attachment(found.name)}
    return Response(now.snapshot.store.original(found.version), media_type="application/octet-stream", headers=headers)


@router.get("/documents/{id}/citation", response_class=Response, responses=_CITED)
def document_citation(request: Request, now: Now, id: str, asked: Annotated[requests.Citing, Query()]) -> Response:
    """A reference to the document, or to what it says from `start` to `end`, for a reference manager."""
    letter = quoting.opened(now.snapshot, known_document(now, id))
    span = None
    if (asked.start is None) != (asked.end is None):
        raise FoiError("start and end go together: give both, or neither")
    if asked.start is not None and asked.end is not None:
        span, length = (asked.start, asked.end), len(letter.text)
        if not asked.start < asked.end <= length:
            raise FoiError(f"start {asked.start} and end {asked.end} are no stretch of {length} characters")
    return _reference(request, letter, span, asked.format)


@router.get("/passages", response_model=schema.Passages, responses=schema.problems(410, 414, 422, 503))
def passages(now: Now, asked: Annotated[requests.PassageListing, Query()]) -> Response:
    """The passages that pass the filters, whatever they say: all that rely on a section, for one."""
    limits, at = filters(asked.asked(), now.snapshot), now.snapshot.at
    about = digest(asked.asked())
    after = 0
    if asked.cursor is not None:
        generation, list_of, last = unpack(asked.cursor, int, str, int)
        if list_of != about:
            raise FoiError("the cursor is of another list: give the same filters, or leave it out")
        if generation != at:
            raise Expired("The index has changed since this cursor was given: start again without it.")
        after = int(last)
    found, total, more = reliance.passages(now.snapshot, limits, asked.limit, after)
    following = pack(at, about, found[-1].pid) if found and more else None
    origins = now.snapshot.store.versions(one.version for one in found)
    rows = [_passage(now, one, origins[one.version]) for one in found if one.version in origins]
    return as_json({"passages": rows, "next": following, "total": total})


@router.get("/passages/{id}", response_model=schema.Passage, responses=_READ)
def passage(now: Now, id: str) -> Response:
    """A passage by its id, which stays the same when its document is indexed again."""
    return as_json(_passage(now, *_known_passage(now, id)))


@router.get("/passages/{id}/citation", response_class=Response, responses=_CITED)
def passage_citation(
    request: Request, now: Now, id: str, asked: Annotated[requests.CitingPassage, Query()]
) -> Response:
    """A reference to a passage, for a reference manager."""
    found, document = _known_passage(now, id)
    return _reference(request, quoting.opened(now.snapshot, document), (found.start, found.end), asked.format)


def _known_passage(now: Current, id: str) -> tuple[StoredPassage, StoredDocument]:
    store = now.snapshot.store
    found = store.passage(id, now.snapshot.at) if PASSAGE_ID.fullmatch(id) else None
    document = store.versions([found.version]).get(found.version) if found else None
    if found is None or document is None:
        raise HTTPException(404, "No passage has this id: a search gives the ids that there are.")
    return found, document


def _passage(now: Current, found: StoredPassage, document: StoredDocument) -> objects.Object:
    opened = now.snapshot.shelf.open([found.version]).get(found.version)
    text = opened.text if opened else ""
    asked = opened.by_id.get(found.question or "") if opened else None
    question = text[asked.start : asked.end] if asked else None
    return objects.passage(found, document, text[found.start : found.end], question)


def _reference(request: Request, letter: Opened, span: pieces.Span | None, form: citing.Form) -> Response:
    id = letter.document.id
    made = citing.cite(quoting.reference(letter, span, links.document(base(request), id, *(span or ()))), form)
    return as_file(made, citing.MEDIA_TYPES[form], f"foi-{id}.{citing.SUFFIXES[form]}")
