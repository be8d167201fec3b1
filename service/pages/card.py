"""The answer card: the quotation with its source, or which silence it is, and what other letters say to the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.sectioned import Section
from indexer.stored import StoredDocument
from service import pieces, quoting, tabular, wording
from service.candidate import Answer, Citation, Origin, Other
from service.facets import ground
from service.live import Current
from service.markup import NONE, bare
from service.odds import odds
from service.pages.charts import Bars, bars
from service.pages.copies import Copy, copies
from service.pages.drawing import address, file_name, plain, spot

_WORDS = 160
"""Characters of an answer in a table."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground relied on: its title and sort in words, and each code with the address of who else relied on it."""

    title: str
    sort: str | None
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A citation as the card shows it: where it stands, the words around it, and the question above it; `quote` is the
    quotation itself. `rows` are those of the table that it stands in, under their headings."""

    citation: Citation
    place: str
    href: str
    context: tuple[pieces.Piece, ...]
    kind: str | None
    question: str | None
    grounds: tuple[Ground, ...]
    quote: tuple[pieces.Piece, ...]
    rows: tuple[tuple[tabular.GridCell, ...], ...]

    @property
    def columns(self) -> frozenset[int]:
        """The columns that a narrow screen shows; none: all."""
        return tabular.telling(self.rows)

    @property
    def in_rows(self) -> bool:
        """Whether several cells are quoted: then only the table shows which is which."""
        return sum(cell.cited for row in self.rows for cell in row) > 1

    @property
    def cells(self) -> int:
        """How many cells are quoted that are no headings."""
        return sum(cell.cited and cell.header is None for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Line:
    """One answer in the table of answers to the same question. `said` is a figure or a quotation, `outcome` what it is
    in words where it is neither; `asked` is the question that the letter so answers, `href` and `where` lead to it."""

    authority: str | None
    period: str | None
    said: str | None
    outcome: str | None
    href: str | None
    where: str | None
    asked: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Answers to one question, and a chart of those that are figures of one unit; None for fewer than two."""

    lines: tuple[Line, ...]
    chart: Bars | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """The answer card. `asked` is the question that the answer was given to, `odds` how likely it is right; `near` is
    what comes nearest to an answer where there is none."""

    answer: Answer
    asked: str | None
    value: str | None
    odds: str
    sources: tuple[Source, ...]
    copies: tuple[Copy, ...]
    same: Table | None
    near: tuple[tuple[Other, Source], ...]
    said: tuple[pieces.Piece, ...]


def card(now: Current, found: Answer, base: str) -> Card:
    """`found` as the page shows it; `base` is this service's address."""
    sources = tuple(_source(now, one) for one in found.citations)
    value = wording.amount(found.value, found.unit) if found.value is not None else None
    if value == (found.answer or "").strip(" .,:;"):
        value = None  # the quotation is the number: once is enough
    if sources and sources[0].cells > 1:
        value = None  # of several cells none is more the answer than another
    # Where the question is cited too, it stands above the answer and not beside it.
    stated = next((one.citation.quote for one in sources[1:] if one.kind == "question"), None)
    asked = stated or (sources[0].question if sources else None)
    sources = tuple(one for n, one in enumerate(sources) if n == 0 or one.kind != "question")
    absent = found.outcome == "not_found"
    return Card(
        found,
        asked,
        value,
        odds(found.confidence),
        sources,
        _copies(now, found.citations[0], base) if found.citations else (),
        None if absent else _same(now, found),
        tuple((one, _source(now, one.citations[0])) for one in found.others if absent and one.citations),
        next((one.quote for one in sources if one.citation.quote == found.answer), (pieces.Piece(found.answer or ""),)),
    )


def table(lines: Sequence[tuple[Line, float | None, str | None]]) -> Table:
    """Lines, each with its value and unit, and the chart of them: of one unit, the most frequent."""
    units = [unit for _, value, unit in lines if value is not None]
    unit = max(units, key=units.count) if units else None
    drawn = [(line, v) for line, v, u in lines if v is not None and u == unit and v >= 0]
    own = next((n for n, (line, _) in enumerate(drawn) if line.own), None)
    chart = bars([(_label(line), wording.amount(v, unit), v) for line, v in drawn], own) if len(drawn) > 1 else None
    return Table(tuple(line for line, _, _ in lines), chart, unit)


def said(answer: str | None, value: float | None, unit: str | None) -> str | None:
    """An answer in a cell of a table: a short one as quoted, else its figure, else the start of it."""
    quoted = plain(answer) if answer else None
    if quoted is not None and len(quoted) <= 24:
        return quoted
    if value is not None:
        return wording.amount(value, unit)
    return shortened(quoted, _WORDS) if quoted is not None else None


def shortened(text: str, most: int) -> str:
    """`text` itself, or its first words with a mark that there are more."""
    return text if len(text) <= most else text[:most].rsplit(None, 1)[0] + " …"


def asked_at(now: Current, id: str, start: int) -> str | None:
    """The question answered at `start` of the document `id`, in short."""
    document = now.snapshot.store.document(id, now.snapshot.at)
    question = quoting.question(quoting.opened(now.snapshot, document), start) if document else None
    return shortened(plain(question), _WORDS) if question else None


def _same(now: Current, found: Answer) -> Table | None:
    """The answer and the others to the same question; None where there are no others."""
    first = Other(found.answer, found.outcome, found.citations, found.value, found.unit, found.period)
    lines = [(_line(now, one, own=n == 0), one.value, one.unit) for n, one in enumerate((first, *found.others))]
    return table(lines) if len(lines) > 1 else None


def _line(now: Current, one: Other, *, own: bool) -> Line:
    cited = one.citations[0] if one.citations else None
    words = said(one.answer, one.value, one.unit)
    return Line(
        cited.document.authority if cited else None,
        one.period,
        words,
        wording.OUTCOMES[one.outcome] if words is None or one.outcome != "disclosed" else None,
        spot(cited.document.id, cited.start, cited.end) if cited else None,
        in_short(cited.document) if cited else None,
        asked_at(now, cited.document.id, cited.start) if cited else None,
        own,
    )


def in_short(document: Origin | StoredDocument) -> str:
    """A letter without its authority, which stands beside it: reference and date, else its file's name."""
    parts = (document.reference, wording.day(document.date))
    return ", ".join(part for part in parts if part) or file_name(document.uri)


def _label(line: Line) -> str:
    return ", ".join(part for part in (line.authority or "Authority not stated", line.period) if part)


def _source(now: Current, citation: Citation) -> Source:
    """The citation with the question above it and the words around it."""
    store = now.snapshot.store
    document = store.document(citation.document.id, now.snapshot.at)
    opened = now.snapshot.shelf.open([document.version]).get(document.version) if document else None
    text = opened.text if opened else ""
    sections: tuple[Section, ...] = opened.sections if opened else ()
    marks = opened.marks if opened else NONE
    start, end = citation.start, citation.end
    within = pieces.section_at(sections, citation.start)
    asked = opened.by_id.get(within.answers or "") if opened and within else None
    line = pieces.line_at(text, citation.start) if text and not citation.page else None
    return Source(
        citation,
        wording.place(citation, line),
        spot(citation.document.id, citation.start, citation.end),
        pieces.around(text, start, end, within, marks=marks) if text else (),
        within.kind if within else None,
        bare(text, marks, asked.start, asked.end) if asked else None,
        _grounds(within.exemptions) if within else (),
        pieces.quoted(text, start, end, marks) if text else (pieces.Piece(citation.quote),),
        tabular.excerpt(text, opened.tables, (start, end), marks) if opened else (),
    )


def _copies(now: Current, cited: Citation, base: str) -> tuple[Copy, ...]:
    document = now.snapshot.store.document(cited.document.id, now.snapshot.at)
    return copies(quoting.opened(now.snapshot, document), (cited.start, cited.end), base) if document else ()


def _grounds(codes: Sequence[str]) -> tuple[Ground, ...]:
    """The codes, those of one section together."""
    found: dict[tuple[str, str | None], list[tuple[str, str]]] = {}
    for code in codes:
        named = wording.ground(code), wording.weighed(code)
        found.setdefault(named, []).append((code, address("/exemptions", exemption=ground(code))))
    return tuple(Ground(*named, tuple(members)) for named, members in found.items())
