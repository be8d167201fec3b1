"""The web page: a search box with its answer, the documents, and one document. Drawn here, without any script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Annotated, Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from corpus.document import FoiError, document_id
from indexer.section import Kind, Outcome, Section
from service import view, wording
from service.candidate import Answer, Citation, Other
from service.filters import Asked
from service.live import Current, NotReady
from service.now import Now, NowWithFailures, Service, known_document, listed
from service.query import LONGEST
from service.search import Hit
from service.terms import STOP, stem, words

HERE = Path(__file__).parent
SHOWN = 10
MOST = 100
LONG_HIT = 700
TALL_HIT = 12
"""Characters and lines of a passage shown in the list of results."""

_GAP = re.compile(r"\s*\n\s*\n\s*")

router = APIRouter(include_in_schema=False)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"kinds": wording.KINDS, "outcomes": wording.OUTCOMES, "explained": wording.EXPLAINED}
    made.filters |= {"source": source, "name": file_name, "one_line": one_line, "tight": tight}
    made.tests["web"] = lambda uri: uri.startswith(("http://", "https://"))
    return made


def mount_static(app: FastAPI) -> None:
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")


def _draw(template: str, code: int = 200, /, **values: Any) -> Response:
    text = _templates().get_template(template).render(values)
    return HTMLResponse(text.encode("utf-8", "replace"), code)


def paint_problem(request: Request, status: int, detail: str, slug: str | None) -> Response:
    """An error for a reader: the sentence, and where to go on."""
    return _draw("problem.html", status, status=status, detail=detail, slug=slug)


@dataclass(frozen=True, slots=True)
class Form:
    """The search box as filled in: what was asked and the filters, blank ones None."""

    query: str
    asked: Asked
    k: int

    def link(self, **changes: str | int | None) -> str:
        """The address of this search with some of it changed."""
        values: dict[str, Any] = {"query": self.query, **{n: getattr(self.asked, n) for n in FILTERS}}
        values |= {"k": self.k if self.k != SHOWN else None} | changes
        return "/?" + urlencode({name: value for name, value in values.items() if value not in (None, "")})

    @property
    def filters(self) -> list[tuple[str, str, str]]:
        """(name, value in words, address without it) of each filter set."""
        named = {"kind": wording.KINDS, "outcome": wording.OUTCOMES}
        return [
            (name, named.get(name, {}).get(value, value), self.link(**{name: None}))
            for name in FILTERS
            if (value := getattr(self.asked, name)) is not None
        ]


FILTERS = tuple(field.name for field in fields(Asked))


@dataclass(frozen=True, slots=True)
class Source:
    """A citation as the answer card shows it."""

    citation: Citation
    place: str
    href: str
    context: tuple[view.Piece, ...]
    kind: str | None
    question: str | None
    exemptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The answer card. `asked` is the question that the answer was given to."""

    answer: Answer
    asked: str | None
    value: str | None
    confidence: str
    sources: tuple[Source, ...]
    others: tuple[tuple[Other, Source | None], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A hit as the list shows it."""

    hit: Hit
    text: tuple[view.Piece, ...]
    longer: bool
    href: str
    duplicates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the results: its words, how many of those shown have it, and the address."""

    words: str
    count: int
    href: str


@router.get("/")
def search_page(
    request: Request,
    service: Service,
    query: str = "",
    kind: str = "",
    authority: str = "",
    exemption: str = "",
    outcome: str = "",
    since: str = "",
    until: str = "",
    k: str = "",
) -> Response:
    """The search box; with a query, its answer and what was found."""
    asked = Asked(*(v.strip() or None for v in (kind, authority, exemption, outcome, since, until)))
    size = min(MOST, max(1, int(k))) if k.isascii() and k.isdigit() and len(k) < 6 else SHOWN
    form = Form(query.strip()[: LONGEST + 1], asked, size)
    values: dict[str, Any] = {"form": form, "kinds_known": get_args(Kind), "outcomes_known": get_args(Outcome)}
    try:
        now = service.current()
    except NotReady as error:
        return _draw("search.html", 503, **values, unready=str(error), slug=error.slug, data=service.data)
    snapshot = now.snapshot
    authorities = snapshot.store.authorities(snapshot.at)
    values |= {"counts": snapshot.store.counts(snapshot.at), "authorities": authorities}
    if not form.query:
        return _draw("search.html", **values, wrong="Write a question first." if form.filters else None)
    try:
        answered = now.index.ask(form.query, asked)
        found = now.index.search(form.query, size, asked)
    except FoiError as error:
        said = one_line(str(error))
        return _draw("search.html", 422, **values, wrong=said[:1].upper() + said[1:] + ".")
    wanted = frozenset(stem(word) for word in words(form.query) if word.lower() not in STOP) - STOP
    return _draw(
        "search.html",
        **values,
        wrong=None,
        card=_card(now, answered.answer),
        rows=[_row(hit, wanted) for hit in found.hits],
        facets=_facets(form, found.hits),
        took=answered.took_ms + found.took_ms,
        more=form.link(k=min(MOST, size * 2)) if len(found.hits) >= size and size < MOST else None,
    )


@router.get("/documents")
def documents_page(now: NowWithFailures, cursor: str = "") -> Response:
    """What is indexed, and what could not be read and why."""
    rows, following, total = listed(now, 100, cursor or None)
    return _draw(
        "documents.html",
        rows=rows,
        total=total,
        failed=now.snapshot.store.failures(),
        following="/documents?" + urlencode({"cursor": following}) if following else None,
        first=not cursor,
    )


@router.get("/documents/{id}")
def document_page(
    now: Now,
    id: str,
    start: Annotated[str, Query(max_length=12)] = "",
    end: Annotated[str, Query(max_length=12)] = "",
) -> Response:
    """A document in full, with the cited characters marked."""
    found, store = known_document(now, id), now.snapshot.store
    text, sections = store.text(found.version), store.sections(found.version)
    pages = store.pages(found.version)
    span = view.cited(text, _offset(start), _offset(end))
    parent = store.document(document_id(found.parent), now.snapshot.at) if found.parent else None
    attached = store.children().get(found.uri, []) if found.media_type in _HOLDS_OTHERS else []
    return _draw(
        "document.html",
        document=found,
        parts=view.parts(text, sections, store.tables(found.version), pages, span),
        pages=len(pages),
        size=wording.size(len(text)),
        cited=span,
        quoted=text[slice(*span)] if span else None,
        asked_for_span=bool(start or end),
        where=_where(text, pages, span) if span else None,
        parent=parent,
        attached=[(uri, f"/documents/{document_id(uri)}") for uri in attached],
    )


_HOLDS_OTHERS = frozenset({"message/rfc822", "application/zip", "application/vnd.ms-outlook", "text/html"})


def _offset(given: str) -> int | None:
    return int(given) if given.isascii() and given.isdigit() else None


def _where(text: str, pages: Sequence[int], span: view.Span) -> str:
    at = sum(page <= span[0] for page in pages)
    return f"{f'page {at}' if pages else f'line {view.line_at(text, span[0])}'}, characters {span[0]}–{span[1]}"


def _card(now: Current, found: Answer) -> Card:
    sources = tuple(_source(now, one) for one in found.citations)
    others = tuple((one, _source(now, one.citations[0]) if one.citations else None) for one in found.others)
    value = wording.amount(found.value, found.unit) if found.value is not None else None
    if value == (found.answer or "").strip(" .,:;"):
        value = None  # the quotation is the number: once is enough
    # Where the question is cited too, it stands above the answer and not beside it.
    stated = next((one.citation.quote for one in sources[1:] if one.kind == "question"), None)
    asked = stated or (sources[0].question if sources else None)
    sources = tuple(one for n, one in enumerate(sources) if n == 0 or one.kind != "question")
    return Card(found, asked, value, wording.confidence(found.confidence), sources, others)


def _source(now: Current, citation: Citation) -> Source:
    """The citation with the question above it and the words around it."""
    store = now.snapshot.store
    document = store.document(citation.document.id, now.snapshot.at)
    text = store.text(document.version) if document else ""
    sections: tuple[Section, ...] = store.sections(document.version) if document else ()
    within = view.section_at(sections, citation.start)
    asked = next((s for s in sections if within and s.id == within.answers), None)
    line = view.line_at(text, citation.start) if text and not citation.page else None
    return Source(
        citation,
        wording.place(citation, line),
        span_link(citation.document.id, citation.start, citation.end),
        view.around(text, citation.start, citation.end, within),
        within.kind if within else None,
        text[asked.start : asked.end] if asked else None,
        within.exemptions if within else (),
    )


def _row(hit: Hit, wanted: frozenset[str]) -> Row:
    passage = hit.passage
    lines = [line for line in hit.text.splitlines() if line.strip()]
    whole = "\n".join(lines)
    text = "\n".join(lines[:TALL_HIT])
    text = text if len(text) <= LONG_HIT else text[:LONG_HIT].rsplit(None, 1)[0]
    duplicates = tuple((uri, span_link(document_id(uri), start, end)) for uri, start, end in hit.duplicates)
    href = span_link(hit.document.id, passage.start, passage.end)
    return Row(hit, view.highlighted(text, wanted), len(text) < len(whole), href, duplicates)


def _facets(form: Form, hits: Sequence[Hit]) -> dict[str, list[Facet]]:
    """Ways to narrow what is shown, by what it has; those that would change nothing are left out."""
    found = {
        "authority": _facet(form, "authority", (h.document.authority for h in hits), {}),
        "kind": _facet(form, "kind", (h.passage.kind for h in hits), wording.KINDS),
        "outcome": _facet(form, "outcome", (h.passage.outcome for h in hits), wording.OUTCOMES),
        "exemption": _facet(form, "exemption", (code for h in hits for code in h.passage.exemptions), {}),
    }
    years = Counter(h.document.date[:4] for h in hits if h.document.date)
    if form.asked.since is None and form.asked.until is None and len(years) > 1:
        found["year"] = [Facet(y, n, form.link(since=y, until=y)) for y, n in sorted(years.items(), reverse=True)]
    return {name: facets for name, facets in found.items() if facets}


def _facet(form: Form, name: str, values: Iterable[str | None], named: Mapping[str, str]) -> list[Facet]:
    counts = Counter(value for value in values if value)
    if getattr(form.asked, name) is not None or len(counts) < 2:
        return []
    return [Facet(named.get(v, v), n, form.link(**{name: v})) for v, n in counts.most_common(6)]


def span_link(id: str, start: int, end: int) -> str:
    """The address of a document with these characters marked and scrolled to."""
    return f"/documents/{id}?start={start}&end={end}#cited"


def source(document: Any) -> str:
    """A document in one line: authority, reference, date."""
    parts = (document.authority or "Authority not stated", document.reference, document.date)
    return ", ".join(part for part in parts if part)


def file_name(uri: str) -> str:
    """The last part of a document's URI; an attachment keeps the name of what holds it."""
    return uri.rstrip("/").rpartition("/")[2] or uri


def tight(text: str) -> str:
    """`text` without its blank lines: page furniture and the words around a quotation need no room."""
    return _GAP.sub("\n", text)


def one_line(text: str) -> str:
    return " ".join(text.split())
