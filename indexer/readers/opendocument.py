"""OpenDocument text and spreadsheets (ODT, ODS)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.etree

from corpus.document import Source, UnreadableDocument
from indexer.readers.draft import Draft, Field
from indexer.readers.package import checked_office, member
from indexer.readers.sheet import BLANK, MAX_CELLS, Merge, Value, write
from indexer.reading import Reading

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MAX_COLUMNS = 16_384  # as in the widest of spreadsheets
_MAX_REPEAT = 10_000  # a sheet pads itself with repeated blank cells up to its last column and row
_UNSEEN = frozenset([f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"])


def read(source: Source) -> Reading:
    """Headings, paragraphs, lists and tables of a text; the sheets of a spreadsheet, as for XLSX."""
    archive = checked_office(source.data)
    names = archive.namelist()
    if "content.xml" not in names:
        raise UnreadableDocument("is a damaged OpenDocument file: it has no content; open it and save it again")
    if "META-INF/manifest.xml" in names and b"encryption-data" in member(archive, "META-INF/manifest.xml"):
        raise UnreadableDocument("is encrypted with a password; save it without one")
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        body = lxml.etree.fromstring(member(archive, "content.xml"), parser).find(f"{_OFFICE}body")
    except lxml.etree.XMLSyntaxError:
        raise UnreadableDocument("is a damaged OpenDocument file; open it and save it again") from None
    draft = Draft()
    for part in body if body is not None else ():
        if part.tag == f"{_OFFICE}spreadsheet":
            for sheet in part.iterfind(f"{_TABLE}table"):
                rows, merges = _sheet(sheet)
                write(draft, sheet.get(f"{_TABLE}name", "Sheet"), rows, merges)
        elif part.tag == f"{_OFFICE}text":
            _blocks(part, draft, 0)
    reading = draft.reading()
    if not reading.text:
        raise UnreadableDocument("is an OpenDocument file without text")
    return reading


def _blocks(parent: Any, draft: Draft, depth: int) -> None:
    for node in parent:
        if node.tag == f"{_TEXT}h":
            draft.paragraph(_shown(node), "title", _integer(node.get(f"{_TEXT}outline-level"), 1))
        elif node.tag == f"{_TEXT}p":
            draft.paragraph(_shown(node))
        elif node.tag == f"{_TEXT}list":
            for item in node.iterfind(f"{_TEXT}list-item"):
                for part in item:
                    if part.tag == f"{_TEXT}list" and depth < 20:
                        _list_inside(part, draft, depth)
                    elif _shown(part).strip():
                        draft.paragraph(f"• {_shown(part).strip()}", "list_item")
        elif node.tag == f"{_TABLE}table":
            draft.table(list(_text_table(node)))
        elif node.tag not in _UNSEEN and depth < 50 and isinstance(node.tag, str):
            _blocks(node, draft, depth + 1)


def _list_inside(node: Any, draft: Draft, depth: int) -> None:
    wrapper = lxml.etree.Element(f"{_TEXT}section")
    wrapper.append(node)
    _blocks(wrapper, draft, depth + 1)


def _shown(node: Any) -> str:
    return "".join(_pieces(node))


def _pieces(node: Any) -> Iterator[str]:
    if node.text:
        yield re.sub(r"\s+", " ", node.text)
    for child in node:
        if child.tag == f"{_TEXT}s":
            yield " " * min(_integer(child.get(f"{_TEXT}c"), 1), 100)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag == f"{_TEXT}note":
            yield f" [{_shown(child).strip()}]"
        elif child.tag not in _UNSEEN and isinstance(child.tag, str):
            yield from _pieces(child)
        if child.tail:
            yield re.sub(r"\s+", " ", child.tail)


def _text_table(table: Any) -> Iterator[list[Field]]:
    for row in table.iter(f"{_TABLE}table-row"):
        header = row.getparent().tag == f"{_TABLE}table-header-rows"
        fields: list[Field] = []
        column = 0
        for cell in row:
            repeat = min(_integer(cell.get(f"{_TABLE}number-columns-repeated"), 1), 100)
            for _ in range(repeat):
                if cell.tag == f"{_TABLE}table-cell":
                    wide = _integer(cell.get(f"{_TABLE}number-columns-spanned"), 1)
                    tall = _integer(cell.get(f"{_TABLE}number-rows-spanned"), 1)
                    text = " ".join(_shown(p) for p in cell.iter(f"{_TEXT}p", f"{_TEXT}h"))
                    fields.append(Field(text, column, header, None, tall, wide))
                column += 1
        if fields:
            yield fields


def _sheet(sheet: Any) -> tuple[list[list[Value]], list[Merge]]:
    rows: list[list[Value]] = []
    merges: list[Merge] = []
    cells = 0
    for row in sheet.iter(f"{_TABLE}table-row"):
        values: list[Value] = []
        for cell in row:
            value = _value(cell)
            wide = _integer(cell.get(f"{_TABLE}number-columns-spanned"), 1)
            tall = _integer(cell.get(f"{_TABLE}number-rows-spanned"), 1)
            if wide > 1 or tall > 1:
                merges.append((len(rows), len(values), len(rows) + tall - 1, len(values) + wide - 1))
            repeat = _integer(cell.get(f"{_TABLE}number-columns-repeated"), 1)
            values.extend(
                [value] * min(repeat, _MAX_REPEAT if value.text else 1_000, max(1, _MAX_COLUMNS - len(values)))
            )
        while values and not values[-1].text:
            values.pop()
        repeat = _integer(row.get(f"{_TABLE}number-rows-repeated"), 1)
        repeat = min(repeat, _MAX_REPEAT) if values else min(repeat, 2)
        cells += len(values) * repeat
        if cells > MAX_CELLS:
            raise UnreadableDocument(f"has a sheet of more than {MAX_CELLS:,} cells; delete blank ones, or split it")
        rows.extend([values] * repeat)
    return rows, merges


def _value(cell: Any) -> Value:
    text = " ".join(_shown(p) for p in cell.iterfind(f"{_TEXT}p"))
    if not text.strip():
        return BLANK
    number = cell.get(f"{_OFFICE}value-type") in ("float", "percentage", "currency")
    return Value(text, number)


def _integer(text: str | None, otherwise: int) -> int:
    return max(1, int(text)) if text and text.isdigit() and len(text) < 8 else otherwise
