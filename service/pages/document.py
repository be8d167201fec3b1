"""`/documents/{id}`: a letter as its reader sees it, with the cited words marked and ready to be cited."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from corpus.document import document_id
from service import pieces, quoting, view, wording
from service.candidate import Citation
from service.markup import bare
from service.now import Now, known_document
from service.pages.copies import copies
from service.pages.drawing import draw, one_line, spot
from service.pages.form import number
from service.routes.reply import base
from service.shelf import Opened

router = APIRouter(include_in_schema=False)

CONTENTS = 200
"""Questions listed beside a letter."""

_HOLDS_OTHERS = frozenset({"message/rfc822", "application/zip", "application/vnd.ms-outlook", "text/html"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A question in the list beside the letter: its number, words and outcome, and the id of its section."""

    id: str
    number: str | None
    words: str
    outcome: str | None
    refused: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """The cited words, where they stand, and an address that anyone can open."""

    quote: str
    where: str
    link: str


@router.get("/documents/{id}")
def document_page(request: Request, now: Now, id: str) -> Response:
    """A document in full; with `start` and `end`, those characters of it marked."""
    found = known_document(now, id)
    opened = quoting.opened(now.snapshot, found)
    text, given = opened.text, request.query_params
    span = pieces.cited(text, number(given.get("start"), -1), number(given.get("end"), -1))
    quoted = quoting.quotation(opened, span) if span else None
    store = now.snapshot.store
    parent = store.document(document_id(found.parent), now.snapshot.at) if found.parent else None
    attached = store.family(found, now.snapshot.at)[0] if found.media_type in _HOLDS_OTHERS else []
    parts = view.parts(text, opened.sections, opened.tables, opened.pages, span, opened.marks)
    return draw(
        "document.html",
        document=found,
        parts=parts,
        contents=_contents(opened),
        pages=len(opened.pages),
        size=wording.size(len(text)),
        spot=_spot(text, quoted, base(request)) if quoted else None,
        asked_for_spot="start" in given or "end" in given,
        copies=copies(opened, span, base(request)),
        parent=parent,
        attached=attached,
    )


def _spot(text: str, quoted: Citation, base: str) -> Spot:
    line = None if quoted.page else pieces.line_at(text, quoted.start)
    link = base.rstrip("/") + spot(quoted.document.id, quoted.start, quoted.end)
    return Spot(quoted.quote, wording.place(quoted, line), link)


def _contents(opened: Opened) -> list[Entry]:
    """The questions of a letter, and refusals that answer none of them; none for a letter with fewer than two."""
    found = [s for s in opened.sections if s.kind == "question" or (s.kind == "exemption" and s.answers is None)]
    if len(found) < 2:
        return []
    return [
        Entry(
            s.id,
            s.number,
            one_line(bare(opened.text, opened.marks, s.start, s.end))[:200],
            s.outcome,
            s.kind == "exemption",
        )
        for s in found[:CONTENTS]
    ]
