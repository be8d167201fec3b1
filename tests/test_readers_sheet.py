"""`indexer.readers.sheet`, `sheet_format` and `opendocument`: cells as shown, their references, captions, headers."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest

from corpus import media
from corpus.document import Source, UnreadableDocument
from indexer.partition import partition
from indexer.readers.sheet_format import shown
from indexer.reading import Reading, Table


def read(book: Any, name: str = "figures.xlsx") -> Reading:
    held = io.BytesIO()
    book.save(held)
    return partition(Source(name, held.getvalue(), name))


def by_ref(reading: Reading, table: Table) -> dict[str | None, str]:
    return {c.ref: reading.text[c.start : c.end] for c in table.cells}


def figures() -> Any:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Q1 data"
    sheet["B2"] = "Table 1: offences"
    sheet.merge_cells("B2:D2")
    for row in (("Force", "Offences", None), (None, 2019, 2020), ("West", 1234, None), ("East", 0.256, "-")):
        sheet.append((None, *row))
    sheet.merge_cells("C3:D3")
    sheet.merge_cells("B3:B4")
    sheet["C5"].number_format = "#,##0"
    sheet["C6"].number_format = "0.0%"
    sheet["B7"] = "* Offences recorded in the year, which need not be the year they were committed in."
    sheet["B9"] = "A note that stands alone."
    book.create_sheet("Empty")
    book.create_sheet("Notes")["A1"] = "Only text here"
    return book


def test_blocks_captions_notes_and_references() -> None:
    reading = read(figures())
    (table,) = reading.tables
    assert table.caption == "Table 1: offences"
    assert reading.text[table.start : table.end] == "Force\tOffences\t\n\t2019\t2020\nWest\t1,234\t\nEast\t25.6%\t-"
    cells = by_ref(reading, table)
    assert cells["'Q1 data'!C5"] == "1,234" and cells["'Q1 data'!D5"] == "" and "'Q1 data'!D3" not in cells
    assert [c.header for c in table.cells if c.column == 1] == [True, True, False, False]
    assert (table.cells[0].row_span, table.cells[1].column_span) == (2, 2)
    others = [reading.text[e.start : e.end] for e in reading.elements if e.category != "table"]
    assert [o[:12] for o in others] == [
        "Q1 data",
        "Table 1: off",
        "* Offences r",
        "A note that ",
        "Notes",
        "Only text he",
    ]


def test_a_hidden_sheet_is_read_and_noted() -> None:
    book = figures()
    book["Notes"].sheet_state = "hidden"
    assert read(book).notes == ("sheet 'Notes' is hidden",)


def test_an_empty_workbook_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="all empty"):
        read(openpyxl.Workbook())


def test_csv_of_each_delimiter() -> None:
    for mark in ",;\t|":
        text = f'Year{mark}Count{mark}Note\n2019{mark}"1,200"{mark}\n2020{mark}3{mark}"a\nb"\n'
        reading = partition(Source("a.csv", text.encode(), "a.csv"))
        assert reading.media_type == media.CSV
        (table,) = reading.tables
        cells = by_ref(reading, table)
        assert (cells["B2"], cells["C2"], cells["C3"]) == ("1,200", "", "a b")
        assert [c.header for c in table.cells] == [True] * 3 + [False] * 6


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234567, "#,##0", "1,234,567"),
        (-5, "0;(0)", "-5"),
        (-0.2, "0", "0"),
        (0.5, "0%", "50%"),
        (12.5, '"£"#,##0.00', "£12.50"),
        (12.5, "[$€-2] 0.0", "€12.5"),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "1e+20"),
        (7, "@", "7"),
        (True, "General", "TRUE"),
        (date(2022, 3, 1), "dd mmmm yyyy", "01 March 2022"),
        (datetime(2022, 3, 1), "mm-dd-yy", "01/03/2022"),
        (datetime(2022, 3, 1), "mmm-yy", "Mar-22"),
        (datetime(2022, 3, 1, 9, 30), "General", "01/03/2022 09:30"),
        (time(9, 30), "h:mm", "09:30"),
        (timedelta(hours=61, minutes=14), "[h]:mm:ss", "61:14:00"),
        ("<5", "General", "<5"),
    ],
)
def test_values_as_a_sheet_shows_them(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def opendocument(kind: str, body: str) -> Reading:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", kind)
        content = f"<office:document-content {_NAMES}><office:body>{body}</office:body></office:document-content>"
        archive.writestr("content.xml", content)
    return partition(Source("a.odf", held.getvalue(), "a.odf"))


def test_ods() -> None:
    reading = opendocument(
        media.ODS,
        '<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell><text:p>Year</text:p>'
        "</table:table-cell><table:table-cell><text:p>Count</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell office:value-type="float"><text:p>2020</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
        "</table:table></office:spreadsheet>",
    )
    (table,) = reading.tables
    assert by_ref(reading, table) == {
        "S!A1": "Year", "S!B1": "Count", "S!A2": "2020", "S!B2": "", "S!A3": "2020", "S!B3": "",
    }  # fmt: skip


def test_odt() -> None:
    reading = opendocument(
        media.ODT,
        '<office:text><text:h text:outline-level="2">Response</text:h><text:p>We  hold<text:s text:c="2"/>it.</text:p>'
        "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>deep</text:p>"
        "</text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        "<text:p>a</text:p></table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text>",
    )
    assert reading.text == "Response\n\nWe hold  it.\n\n• one\n• deep\n\na\t4"
    assert reading.elements[0].level == 2
