"""`/`: the search box; with a question, its answer, the passages beneath it, and ways to narrow them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from fastapi import APIRouter, Request, Response

from corpus.document import FoiError, document_id
from indexer.sectioned import Kind, Outcome
from service import highlights, pieces, view
from service.filters import sensible
from service.flow import flowed
from service.kept import Kept
from service.live import NotReady
from service.markup import NONE, bare
from service.now import Service
from service.pages.card import card
from service.pages.drawing import address, draw, one_line, plain, spot
from service.pages.examples import Example, examples
from service.pages.form import MOST, read
from service.problems import said
from service.routes.reply import base
from service.search import Hit
from service.shelf import Opened

router = APIRouter(include_in_schema=False)

LONG_HIT = 700
TALL_HIT = 12
"""Characters and lines of a passage shown in the list of results."""

LONG_QUESTION = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A hit as the list shows it."""

    hit: Hit
    question: tuple[pieces.Piece, ...]
    blocks: tuple[view.Block, ...]
    longer: bool
    href: str
    duplicates: tuple[tuple[str, str], ...]


@router.get("/")
def search_page(request: Request, service: Service) -> Response:
    """The search box; with a query, its answer and what was found."""
    form = read(request)
    values = {"form": form, "kinds_known": get_args(Kind), "outcomes_known": get_args(Outcome)}
    try:
        now = service.current()
    except NotReady as error:
        return draw("search.html", 503, **values, unready=str(error), slug=error.slug, data=service.data)
    index, snapshot = now.index, now.snapshot
    authorities = snapshot.store.authorities(snapshot.at)
    values |= {"counts": snapshot.store.counts(snapshot.at), "authorities": authorities}
    if not form.query:
        wrong = "Write a question first." if form.filters else None
        kept: Kept[tuple[object, ...], list[Example]] = request.app.state.examples
        known = (snapshot.at, values["counts"], snapshot.authorities)
        offered = () if wrong else kept.get(known, lambda: examples(snapshot))
        return draw("search.html", **values, wrong=wrong, examples=offered)
    try:
        sensible(form.asked)
        answered = index.ask(form.query, form.asked, snapshot)
        found = index.search(form.query, form.k, form.asked, at=snapshot)
        facets = index.facets(form.query, form.asked, at=snapshot)
    except FoiError as error:
        return draw("search.html", 422, **values, wrong=said(error))
    wanted = highlights.sought(form.query, snapshot.learnt)
    opened = snapshot.shelf.open(hit.passage.version for hit in found.hits)
    shown = {"query": form.query, **{name: getattr(form.asked, name) for name in form.asked.__slots__}}
    return draw(
        "search.html",
        **values,
        wrong=None,
        card=card(now, answered.answer, base(request)),
        rows=[_row(hit, opened.get(hit.passage.version), wanted) for hit in found.hits],
        facets=form.choices(facets),
        more=form.link(k=min(MOST, form.k * 2)) if len(found.hits) >= form.k < MOST else None,
        compare=address("/compare", query=form.query),
        feed=address("/v1/search", **shown, format="atom"),
        exports=[(name, address("/v1/search", **shown, k=form.k, format=form_)) for name, form_ in _EXPORTS],
    )


_EXPORTS = (("CSV", "csv"), ("JSON", "json"), ("JSON Lines", "jsonl"))


def _row(hit: Hit, opened: Opened | None, wanted: highlights.Sought) -> Row:
    text, start, end = (opened.text, hit.passage.start, hit.passage.end) if opened else (hit.text, 0, len(hit.text))
    marks = opened.marks if opened else NONE
    last = pieces.shortened(text, start, end, TALL_HIT, LONG_HIT)
    shown = flowed(text[start:last])
    spans = [(start + a, start + b) for a, b in highlights.highlights(shown, wanted)]
    found = view.blocks(text, start, last, opened.tables if opened else (), spans, marks)
    section = opened.by_id.get(hit.passage.question or "") if opened else None
    asked = one_line(bare(text, marks, section.start, section.end)) if section else plain(hit.question or "")
    asked = asked if len(asked) <= LONG_QUESTION else asked[:LONG_QUESTION].rsplit(None, 1)[0] + " …"
    question = pieces.highlighted(asked, highlights.highlights(asked, wanted))
    duplicates = tuple((uri, spot(document_id(uri), start, end)) for uri, start, end in hit.duplicates)
    href = spot(hit.document.id, hit.passage.start, hit.passage.end)
    return Row(hit, question, found, last < start + len(text[start:end].rstrip()), href, duplicates)
