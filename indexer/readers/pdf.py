"""PDF: text in reading order, tables with their blank cells, page starts, page furniture apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from corpus.document import Source, UnreadableDocument
from indexer.readers import ocr
from indexer.readers.draft import Draft
from indexer.readers.pdf_aligned import aligned_tables, continued, with_broken_row
from indexer.readers.pdf_asked import asked_tables
from indexer.readers.pdf_furniture import furniture
from indexer.readers.pdf_lines import Line, lines_of
from indexer.readers.pdf_order import paragraphs, regions
from indexer.readers.pdf_page import Error, Page, comments, flattened, opened, read_page
from indexer.readers.pdf_ruled import Grid, ruled_tables
from indexer.readers.pdf_words import Word
from indexer.reading import Reading

_SCANNED = re.compile(r"^page \d+ (?:has no text layer|uses a font|is a picture with)")
_STAMP = 40  # words that may be typed upon a scanned page: a stamp, a page number, the code of what is blacked out
_LETTERHEAD = 0.4  # share of the first page's height in which addresses may stand side by side


def read(source: Source, ocr_seconds: float = ocr.SECONDS) -> Reading:
    """Each page's header, its text column by column and its tables, its footer. Attached files become children.

    Lines of print are lines of the text, paragraphs are set apart by a blank line. Scanned pages are read by OCR
    where that is installed, as many as `ocr_seconds` allow. Raises `UnreadableDocument` for an encrypted or damaged
    file and for one without a text layer.
    """
    pages, notes, children, title = _contents(source.data, source)
    scanned = {n: page.pixels for n, page in enumerate(pages, 1) if _is_picture(page)}
    if scanned and ocr.missing() is None:
        stamped = {number for number, page in enumerate(pages, 1) if page.words and page.mapped}
        done = ocr.recognised(source.data, scanned, ocr_seconds, stamped)
        if done.confidences:
            pages, notes, _, _ = _contents(done.data, source)
        notes = [note for note in notes if not _SCANNED.search(note)] + done.notes()
        if done.failures and not any(page.words or page.sideways for page in pages):
            raise UnreadableDocument(f"has no text layer, and {'; '.join(done.notes())}")
    _check(pages)
    draft = Draft()
    last: Grid | None = None
    ruled = [ruled_tables(page) for page in pages]
    apart = furniture([(page.height, words, bool(grids)) for page, (grids, words) in zip(pages, ruled, strict=True)])
    bodies = [_without(words, [*head, *foot]) for (_, words), (head, foot) in zip(ruled, apart, strict=True)]
    for number, (page, (grids, _), (head, foot)) in enumerate(zip(pages, ruled, apart, strict=True)):
        draft.page()
        for line in lines_of(head):
            draft.paragraph(line.text, "header")
        following = bodies[number + 1] if number + 1 < len(pages) else []
        letterhead = 0 if number else page.height * _LETTERHEAD
        last = _write_page(draft, grids, bodies[number], letterhead, last, following)
        for line in lines_of(foot):
            draft.paragraph(line.text, "footer")
        for one in (page.sideways, *page.typed):
            draft.paragraph(one)
        for comment in page.comments:
            draft.paragraph(comment, "footer")
    return draft.reading(title, children, notes)


def _contents(data: bytes, source: Source) -> tuple[list[Page], list[str], list[Source], str | None]:
    """The pages of a PDF, what must be said of them, the files attached to it, its title."""
    document = _opened(data)
    try:
        pages, notes = _pages(document)
        return pages, notes, _attachments(document, source), document.get_metadata_dict().get("Title")
    finally:
        document.close()


def _is_picture(page: Page) -> bool:
    """Whether only OCR can read the page, but for a few words typed upon its picture."""
    return (not page.words and page.pictures) or not page.mapped or _is_stamped(page)


def _is_stamped(page: Page) -> bool:
    return page.covered > 0.6 and 0 < len(page.words) <= _STAMP


def _check(pages: Sequence[Page]) -> None:
    """Raise `UnreadableDocument` where there is nothing to read, with the remedy."""
    remedy = ocr.missing() or "OCR found no words in it; scan it again, or ask for the original"
    if not any(page.words or page.sideways for page in pages):
        raise UnreadableDocument(_why_empty(pages, remedy))
    if not any(page.words and page.mapped for page in pages):
        raise UnreadableDocument(f"has only fonts that do not say which letters they show; {remedy}")


def _opened(data: bytes) -> Any:
    try:
        document = opened(data)
    except Error as error:
        if "password" in str(error).lower():
            raise UnreadableDocument("is encrypted with a password; save it without one") from None
        raise UnreadableDocument("is a damaged PDF that cannot be opened; get it again") from None
    if len(document) == 0:
        document.close()
        raise UnreadableDocument("is a PDF without pages; get it again")
    if document.get_formtype():
        document.init_forms()
    return document


def _pages(document: Any) -> tuple[list[Page], list[str]]:
    pages: list[Page] = []
    notes: list[str] = []
    for number in range(len(document)):
        try:
            raw = document[number]
        except Error:
            notes.append(f"page {number + 1} is damaged and was not read")
            pages.append(Page(595, 842, (), "", (), (), False))
            continue
        typed, pinned = comments(raw)
        if document.formenv or typed:
            flattened(raw)
        page = read_page(raw)
        text = "".join(w.text for w in page.words)
        unplaced = tuple(one for one in typed if "".join(one.split()) not in text)
        page = replace(page, typed=unplaced, comments=tuple(pinned))
        raw.close()
        if not page.words and page.pictures:
            notes.append(f"page {number + 1} has no text layer (a scanned page?) and was not read")
        elif not page.mapped:
            notes.append(f"page {number + 1} uses a font that does not say which letters it shows: its text is unsure")
        elif _is_stamped(page):
            notes.append(f"page {number + 1} is a picture with a few words typed upon it, and only they were read")
        pages.append(page)
    return pages, notes


def _attachments(document: Any, source: Source) -> list[Source]:
    children = []
    for number in range(document.count_attachments()):
        attached = document.get_attachment(number)
        name = attached.get_name().replace("\\", "/").rpartition("/")[2] or f"attachment-{number + 1}"
        try:
            data = bytes(attached.get_data())
        except Error:
            continue
        children.append(Source(f"{source.uri}#{name}", data, name, source.uri))
    return children


def _why_empty(pages: Sequence[Page], remedy: str) -> str:
    count = f"its {len(pages)} pages are" if len(pages) > 1 else "its one page is"
    if any(page.pictures for page in pages):
        return f"has no text layer: {count} scanned; {remedy}"
    if any(page.across or page.down for page in pages):
        return f"has no text: {count} drawn, without a letter"
    return f"has no text: {count} blank"


def _without(words: Sequence[Word], apart: Sequence[Word]) -> list[Word]:
    gone = set(map(id, apart))
    return [w for w in words if id(w) not in gone]


def _write_page(
    draft: Draft,
    grids: list[Grid],
    words: list[Word],
    letterhead: float,
    before: Grid | None,
    following: Sequence[Word],
) -> Grid | None:
    """Write a page without its header and footer, which `before` may go on into and `following` comes after.

    Returns the unruled table that ends it, if one does.
    """
    for asked, held in asked_tables(lines_of(words)):
        grids, words = [*grids, asked], _without(words, held)
    if before is not None:
        lines = lines_of(words if not grids else [w for w in words if w.middle < grids[0].y0])
        more = continued(lines, before)
        if more is not None:
            draft.table(more[1].rows)
            words = _without(words, [w for line in lines[: more[0]] for w in line.words])
            before = more[1]
        else:
            before = None
    last = before
    for region in _between(words, grids, letterhead):
        if isinstance(region, Grid):
            draft.table(region.rows)
            last = None
        elif region:
            last = _write_region(draft, region, following)
    return last


def _between(words: list[Word], grids: list[Grid], letterhead: float) -> list[Grid | list[Line]]:
    """Text and ruled tables in turn, from the top: what stands above a table is read before it."""
    out: list[Grid | list[Line]] = []
    for grid in sorted(grids, key=lambda g: g.y0):
        above = [w for w in words if w.middle < grid.y0]
        words = [w for w in words if w.middle >= grid.y0]
        out.extend(regions(above, letterhead))
        out.append(grid)
    out.extend(regions(words, letterhead))
    return out


def _write_region(draft: Draft, lines: list[Line], following: Sequence[Word]) -> Grid | None:
    """Write text with the tables in it; returns the table that ends it, if one does."""
    at = 0
    last: Grid | None = None
    for first, end, grid in aligned_tables(lines):
        broken = with_broken_row(lines[end:], grid, lines_of(following)[:6])
        _write_paragraphs(draft, lines[at:first])
        at, last = (len(lines), broken) if broken is not None else (end, grid)
        draft.table(last.rows)
    _write_paragraphs(draft, lines[at:])
    return last if at == len(lines) else None


def _write_paragraphs(draft: Draft, lines: Sequence[Line]) -> None:
    for block in paragraphs(lines):
        draft.paragraph("\n".join(line.text for line in block))
