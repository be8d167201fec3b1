"""Merged cells that claim a thousand million rows and columns take up those there are, whatever the format."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from corpus.document import Source
from indexer.parse import parse
from indexer.reading import Reading

_ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="S"><table:table-row>
<table:table-cell table:number-columns-spanned="9999999" table:number-rows-spanned="9999999">
<text:p>Year</text:p></table:table-cell>
<table:table-cell><text:p>7</text:p></table:table-cell></table:table-row><table:table-row>
<table:table-cell><text:p>1</text:p></table:table-cell>
<table:table-cell><text:p>8</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def _html() -> bytes:
    rows = "<tr><th colspan=1000000000 rowspan=999999>Year</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>"
    return f"<html><body><h1>Figures</h1><table>{rows}</table></body></html>".encode()


def _docx() -> bytes:
    letter = docx.Document()
    table = letter.add_table(2, 2)
    for cell, said in zip((c for row in table.rows for c in row.cells), ("Year", "b", "1", "2"), strict=True):
        cell.text = said
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), "1000000000")
    table.cell(0, 0)._tc.get_or_add_tcPr().append(span)
    made = io.BytesIO()
    letter.save(made)
    return made.getvalue()


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in (("Year", "b"), (1, 2), (3, 4)):
        book.active.append(row)
    plain, made = io.BytesIO(), io.BytesIO()
    book.save(plain)
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"</sheetData>", merged))
    return made.getvalue()


def _ods() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data"), [("a.html", _html()), ("a.docx", _docx()), ("a.xlsx", _xlsx()), ("a.ods", _ods())]
)
def test_a_cell_spans_no_more_than_there_is(name: str, data: bytes) -> None:
    reading: Reading = parse(Source(name, data, name)).reading
    assert "Year" in reading.text and len(reading.text) < 5_000
    for table in reading.tables:
        assert all(c.row_span <= 3 and c.column_span <= 1_000 for c in table.cells)


def test_notes_of_a_long_table_are_clipped_and_counted() -> None:
    rows = "".join(
        f"<tr><td>Ward {n}</td><td>{n}</td><td>{'' if n % 2 else n}</td><td>{n}</td></tr>" for n in range(400)
    )
    heads = "<tr><th>Ward</th><th>2021</th><th>2022</th><th>2023</th></tr>"
    page = f"<html><body><h1>Figures</h1><table>{heads}{rows}</table></body></html>".encode()
    (table,) = parse(Source("a.html", page, "a.html")).tables
    assert len(table.notes) == 25
    assert table.notes[-1] == "176 more cells, rows or columns of this table are in doubt."
