"""A stretch of a letter as it is cited: with the question that it answers, under a title that is the letter's own."""

from __future__ import annotations

from datetime import date as Date

from indexer.stored import StoredDocument
from service import citing, pieces, tabular
from service.candidate import Citation
from service.shelf import Opened
from service.snapshot import Snapshot
from service.units import origin


def opened(snapshot: Snapshot, document: StoredDocument) -> Opened:
    """The document's text and parts; without any where it has just been purged."""
    found = snapshot.shelf.open([document.version])
    return found.get(document.version) or Opened(document, "", (), (), ())


def quotation(letter: Opened, span: pieces.Span) -> Citation:
    """`letter.text[start:end]` with the page, and the cell, that it starts in."""
    start, end = span
    page = sum(at <= start for at in letter.pages) or None
    cell = tabular.cell_at(letter.text, letter.tables, span)
    return Citation(letter.document.uri, start, end, page, cell, letter.text[start:end], origin(letter.document))


def question(letter: Opened, offset: int) -> str | None:
    """The question that the characters at `offset` answer; None where they answer none, or are one themselves."""
    within = pieces.section_at(letter.sections, offset)
    asked = letter.by_id.get(within.answers or "") if within else None
    return letter.text[asked.start : asked.end] if asked else None


def titled(letter: Opened) -> bool:
    """Whether the letter's title is its own. One without a subject is called by its first question, which under an
    answer to another would say that it was answered so."""
    title = _plain(letter.document.title or "")
    asked = (letter.text[part.start : part.end] for part in letter.sections if part.kind == "question")
    return bool(title) and not any(title in _plain(words) for words in asked)


def reference(
    letter: Opened, span: pieces.Span | None, link: str | None, accessed: Date | None = None
) -> citing.Reference:
    """The reference to `letter`, or to the stretch `span` of it."""
    cited = quotation(letter, span) if span else None
    asked = question(letter, span[0]) if span else None
    return citing.reference(letter.document, cited, asked=asked, titled=titled(letter), link=link, accessed=accessed)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip("…").rstrip()
