"""DOCX: paragraphs with the numbers Word prints before them, tables, text boxes, headers and footers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from corpus.document import Source, UnreadableDocument
from indexer.readers.docx_numbering import Numbering
from indexer.readers.draft import Draft, Field, squeezed
from indexer.readers.package import checked_office, member
from indexer.reading import Reading

_MAX_SPAN = 1_000  # columns that a cell may span; Word itself stops at 63

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEADING = re.compile(r"(?:heading|title)\s*(\d)?", re.I)
_SKIPPED = frozenset(
    f"{_W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "commentReference", "object")
)
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(source: Source) -> Reading:
    """The document's text in order; its page headers first, its page footers, notes and comments last.

    A bookmark or link is followed by its web address where that is not its text. Spreadsheets and documents
    embedded in it become children. Deleted text of tracked changes is left out, inserted text is kept.
    """
    archive = checked_office(source.data)
    import docx  # here, since it takes a while to import
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document: Any = docx.Document(io.BytesIO(source.data))
    except (KeyError, ValueError, AttributeError, PackageNotFoundError, SyntaxError) as error:
        msg = f"is a damaged DOCX file ({str(error).splitlines()[0][:80]}); open it in Word and save it again"
        raise UnreadableDocument(msg) from None
    walk = _Walk(document)
    for text in _furniture(document, "header"):
        walk.draft.paragraph(text, "header")
    walk.body(document.element.body)
    walk.notes()
    for text in _furniture(document, "footer"):
        walk.draft.paragraph(text, "footer")
    children = [
        Source(f"{source.uri}#{name.rpartition('/')[2]}", member(archive, name), name.rpartition("/")[2], source.uri)
        for name in sorted(archive.namelist())
        if name.startswith("word/embeddings/") and name.endswith((".xlsx", ".docx", ".pdf", ".csv"))
    ]
    reading = walk.draft.reading(document.core_properties.title if _has_core(archive) else None, children)
    if not reading.text:
        raise UnreadableDocument("is a DOCX file without text; if it holds pictures of pages, read them with OCR first")
    return reading


def _has_core(archive: Any) -> bool:
    return "docProps/core.xml" in archive.namelist()


def _furniture(document: Any, which: str) -> Iterator[str]:
    """The distinct texts of all page headers (or footers), as they come in the sections."""
    seen: set[str] = set()
    for section in document.sections:
        for kind in ("", "first_page_", "even_page_"):
            part = getattr(section, f"{kind}{which}")
            if part.is_linked_to_previous:
                continue
            for paragraph in part._element.iter(f"{_W}p"):
                text = _text(paragraph).strip()
                if text and text not in seen:
                    seen.add(text)
                    yield text


class _Walk:
    """Writes the body of a document into a draft."""

    def __init__(self, document: Any) -> None:
        self.draft = Draft()
        self._document = document
        self._numbering = Numbering(document)
        self._styles = {s.style_id: s for s in document.styles} if _has_styles(document) else {}
        self._links = {k: r.target_ref for k, r in document.part.rels.items() if r.is_external}

    def body(self, parent: Any) -> None:
        """Write the paragraphs and tables below `parent`, in order."""
        for node in parent.iterchildren():
            if node.tag == f"{_W}p":
                self._paragraph(node)
            elif node.tag == f"{_W}tbl":
                self._table(node)
            elif node.tag in _WRAPPERS:
                self.body(node)

    def notes(self) -> None:
        """Write the footnotes and endnotes, and the comments, which are no part of the letter, as footers."""
        for relation in self._document.part.rels.values():
            if not relation.reltype.endswith(("/footnotes", "/endnotes", "/comments")):
                continue
            for note in _xml(relation.target_part.blob):
                text = squeezed(" ".join(_text(p) for p in note.iter(f"{_W}p")))
                if text and relation.reltype.endswith("/comments"):
                    author = squeezed(note.get(f"{_W}author", ""))
                    self.draft.paragraph(f"[Comment{f' by {author}' if author else ''}] {text}", "footer")
                elif text and note.get(f"{_W}type") is None:
                    self.draft.paragraph(f"[{note.get(f'{_W}id', '')}] {text}")

    def _paragraph(self, node: Any) -> None:
        text = _text(node, self._links)
        style = self._style(node)
        heading = _HEADING.match(style) if style else None
        mark = self._numbering.mark(node) if text.strip() else None
        if heading:
            level = int(heading[1]) if heading[1] else 1
            self.draft.paragraph(f"{mark} {text.strip()}" if mark else text, "title", level)
        elif mark is not None:
            self.draft.paragraph(f"{mark} {text.strip()}", "list_item")
        else:
            self.draft.paragraph(text, "list_item" if style.lower().startswith("list ") else "text")
        for box in _boxes(node):
            self.body(box)

    def _style(self, node: Any) -> str:
        style = node.find(f"{_W}pPr/{_W}pStyle")
        found = self._styles.get(style.get(f"{_W}val")) if style is not None else None
        return str(found.name or "") if found is not None else ""

    def _table(self, node: Any) -> None:
        rows = list(_rows(node, self._links))
        if max((f.column + f.column_span for row in rows for f in row), default=0) < 2:
            for cell in node.iterfind(f"{_W}tr/{_W}tc"):  # a box round some text, not a table
                self.body(cell)
        else:
            self.draft.table(rows)


def _has_styles(document: Any) -> bool:
    return any(r.reltype.endswith("/styles") for r in document.part.rels.values())


def _xml(blob: bytes) -> Any:
    from docx.oxml.parser import parse_xml

    return parse_xml(blob)


def _rows(table: Any, links: dict[str, str]) -> Iterator[list[Field]]:
    """The rows of `table`; a cell that continues the one above it adds to that one's span and is not given."""
    grid: list[list[tuple[Field, bool]]] = []  # each cell with whether it continues the one above
    for row in table.iterfind(f"{_W}tr"):
        flagged = row.find(f"{_W}trPr/{_W}tblHeader") is not None
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        column = min(int(before.get(f"{_W}val", 0)), _MAX_SPAN) if before is not None else 0
        cells: list[tuple[Field, bool]] = []
        for cell in _cells(row):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            wide = min(max(1, int(span.get(f"{_W}val", 1))), _MAX_SPAN) if span is not None else 1
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            continues = merge is not None and merge.get(f"{_W}val") != "restart"
            text = " ".join(_text(p, links) for p in cell.iter(f"{_W}p"))
            cells.append((Field(text, column, flagged or (not grid and _bold(cell)), None, 1, wide), continues))
            column += wide
        grid.append(cells)
    for number, cells in enumerate(grid):
        yield [_taller(field, grid, number) for field, continues in cells if not continues or number == 0]


def _cells(row: Any) -> Iterator[Any]:
    for node in row.iterchildren():
        if node.tag == f"{_W}tc":
            yield node
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _cells(node)


def _taller(field: Field, grid: list[list[tuple[Field, bool]]], number: int) -> Field:
    rows = 1
    while number + rows < len(grid) and any(c and f.column == field.column for f, c in grid[number + rows]):
        rows += 1
    return Field(field.text, field.column, field.header, field.ref, rows, field.column_span)


def _bold(cell: Any) -> bool:
    """Whether every run of the cell that has text is bold, as in an unmarked header row."""
    runs = [r for r in cell.iter(f"{_W}r") if "".join(t.text or "" for t in r.iter(f"{_W}t")).strip()]
    return bool(runs) and all(r.find(f"{_W}rPr/{_W}b") is not None for r in runs)


def _text(node: Any, links: dict[str, str] | None = None) -> str:
    return "".join(_pieces(node, links or {}))


def _pieces(node: Any, links: dict[str, str]) -> Iterator[str]:
    for child in node.iterchildren():
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in (f"{_W}tab", f"{_W}ptab"):
            yield "\t"
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag == f"{_W}sym":
            yield "•"
        elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            yield f"[{child.get(f'{_W}id', '')}]"
        elif tag == f"{_W}hyperlink":
            shown = _text(child, links)
            yield shown + _address(shown, links.get(child.get(f"{_R}id", ""), ""))
        elif isinstance(tag, str) and tag not in _SKIPPED and not _is_box(child):
            yield from _pieces(child, links)


def _address(shown: str, target: str) -> str:
    bare = re.sub(r"^https?://|/$", "", target, flags=re.I)
    web = target.lower().startswith(("http://", "https://"))
    return f" ({target})" if web and shown.strip() and bare.lower() not in shown.lower() else ""


def _is_box(node: Any) -> bool:
    return bool(node.tag == f"{_W}txbxContent" or node.tag == _FALLBACK)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in `paragraph`, each once: Word stores a second copy of it for old readers."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        inner = next((a for a in box.iterancestors() if a.tag in (_FALLBACK, f"{_W}txbxContent")), None)
        if inner is None:
            yield box
