"""`indexer.readers.docx`: paragraphs, printed numbers, tables, headers, links, notes, embedded files."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from corpus.document import Source, UnreadableDocument
from indexer.partition import partition
from indexer.reading import Reading


def read(document: Any) -> Reading:
    held = io.BytesIO()
    document.save(held)
    return partition(Source("/letters/reply.docx", held.getvalue(), "reply.docx"))


def shown(reading: Reading) -> list[tuple[str, str]]:
    return [(e.category, reading.text[e.start : e.end]) for e in reading.elements]


def numbered(document: Any, text: str, level: int, number: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def with_numbering(document: Any) -> Any:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (start, form, text) in enumerate(
            [(1, "decimal", "%1."), (1, "lowerLetter", "(%2)"), (1, "lowerRoman", "%1.%3")]
        )
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    return document


def test_paragraphs_headings_headers_and_footers() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Saltmoor Constabulary"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("Response", 2)
    document.add_paragraph("We hold this and it is four.")
    document.add_paragraph("4")
    reading = read(document)
    assert shown(reading) == [
        ("header", "Saltmoor Constabulary"),
        ("title", "Response"),
        ("narrative", "We hold this and it is four."),
        ("text", "4"),
        ("footer", "Page 1"),
    ]
    assert reading.elements[1].level == 2


def test_the_numbers_word_prints_are_in_the_text() -> None:
    document = with_numbering(docx.Document())
    for text, level in (("one", 0), ("sub", 1), ("sub", 1), ("deep", 2), ("two", 0), ("sub", 1)):
        numbered(document, text, level, 91)
    assert [text for _, text in shown(read(document))] == [
        "1. one",
        "(a) sub",
        "(b) sub",
        "1.i deep",
        "2. two",
        "(a) sub",
    ]


def test_bullets_by_style() -> None:
    document = docx.Document()
    document.add_paragraph("first", style="List Bullet")
    document.add_paragraph("second", style="List Number")
    assert [c for c, _ in shown(read(document))] == ["list_item", "list_item"]


def test_table_with_merged_blank_and_nested_cells() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, values in enumerate([("Year", "Orders", ""), ("", "Full", "Interim"), ("2020", "5", "")]):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    inner = table.cell(2, 2).add_table(1, 1)
    inner.cell(0, 0).text = "nested"
    reading = read(document)
    (found,) = reading.tables
    cells = {(c.row, c.column): c for c in found.cells}
    assert {at: reading.text[c.start : c.end] for at, c in cells.items()} == {
        (0, 0): "Year",
        (0, 1): "Orders",
        (1, 1): "Full",
        (1, 2): "Interim",
        (2, 0): "2020",
        (2, 1): "5",
        (2, 2): "nested",
    }
    assert cells[0, 0].row_span == 2 and cells[0, 1].column_span == 2


def test_a_box_of_one_cell_is_paragraphs() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "How many?\nAnd when?"
    reading = read(document)
    assert not reading.tables and "How many?" in reading.text


def test_links_tabs_breaks_and_tracked_changes() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"),
        document.part.relate_to("https://a.example/log", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True),
    )
    link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>our log</w:t></w:r>"))
    paragraph._p.append(link)
    for part in (
        '<w:ins {}><w:r><w:t xml:space="preserve"> inserted</w:t></w:r></w:ins>',
        "<w:del {}><w:r><w:delText>deleted</w:delText></w:r></w:del>",
        "<w:r {}><w:tab/><w:t>tabbed</w:t><w:br/><w:t>below</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(part.format(nsdecls("w"))))
    assert read(document).text == "See our log (https://a.example/log) inserted\ttabbed\nbelow"


def test_text_box_is_read_once() -> None:
    document = docx.Document()
    run = document.add_paragraph("Before")._p
    box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    run.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert read(document).text == "Before\n\nIn the box"


def rezipped(data: bytes, **changed: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, text in changed.items():
            new.writestr(name.replace("__", "/").replace("_DOT_", "."), text)
    return out.getvalue()


def saved(document: Any) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_embedded_spreadsheet_is_a_child() -> None:
    document = docx.Document()
    document.add_paragraph("See the sheet.")
    data = rezipped(saved(document), word__embeddings__figures_DOT_csv="Year,Count\n2020,5\n")
    (child,) = partition(Source("/a/reply.docx", data, "reply.docx")).children
    assert (child.uri, child.name, child.parent) == ("/a/reply.docx#figures.csv", "figures.csv", "/a/reply.docx")


def test_entity_bomb_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("x")
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with pytest.raises(UnreadableDocument, match="XML entities"):
        partition(Source("a.docx", rezipped(saved(document), word__bomb_DOT_xml=bomb), "a.docx"))


def test_empty_and_damaged_documents_say_so() -> None:
    with pytest.raises(UnreadableDocument, match=r"reply\.docx is a DOCX file without text"):
        read(docx.Document())
    data = saved(docx.Document())
    with pytest.raises(UnreadableDocument, match="damaged"):
        partition(Source("a.docx", data[: len(data) // 2], "a.docx"))
