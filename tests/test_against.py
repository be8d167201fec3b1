"""`eval.against`: what a file holds by plain means, in every format, and that what a reading lacks is seen."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from corpus import media
from corpus.document import Source
from corpus.load import Found, load
from eval.against import held
from eval.samples import SAMPLES
from indexer.partition import partition
from indexer.reading import Reading

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def packed(*members: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members:
            archive.writestr(name, text)
    return buffer.getvalue()


def opendocument(kind: str, body: str) -> bytes:
    content = f"<office:document-content {NAMES}><office:body>{body}</office:body></office:document-content>"
    return packed(("mimetype", kind), ("content.xml", content))


def row(*cells: str) -> str:
    held_cells = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table-row>{held_cells}</table:table-row>"


ODT = opendocument(
    media.ODT,
    "<office:text><text:h text:outline-level='1'>Freedom of Information request 24/118</text:h>"
    "<text:p>You asked:</text:p>"
    "<text:list><text:list-item><text:p>How many gulls were ringed?</text:p></text:list-item>"
    "<text:list-item><text:p>By <text:span>whom</text:span>?</text:p></text:list-item></text:list>"
    "<text:p>We hold 4.<text:note><text:note-body><text:p>At 31 March.</text:p></text:note-body></text:note></text:p>"
    f"<table:table>{row('Year', 'Gulls')}{row('2023', '4')}{row('2024', '')}</table:table></office:text>",
)
ODS = opendocument(
    media.ODS,
    f"<office:spreadsheet><table:table table:name='Gulls'>{row('Gulls ringed, by year')}{row('Year', 'Ringed', 'Seen')}"
    f"{row('2023', '4', '1,204')}{row('2024', '&lt;5', '–')}{row('Source: ranger diaries')}</table:table>"
    f"<table:table table:name='Notes'>{row('Figures below five are hidden.')}</table:table></office:spreadsheet>",
)
ZIP = packed(("reply/letter.txt", "We hold 4 gulls."), ("reply/gulls.csv", "Year,Gulls\n2023,4\n"))
THREAD = b"""<!DOCTYPE html><html><head><title>Gulls</title></head><body><nav><a href="/">Home</a></nav>
<h1>Gulls ringed</h1><div class="correspondence" id="outgoing-1"><div class="correspondence_text"><p>Dear Council,</p>
<p>How many gulls were ringed?</p></div></div>
<div class="correspondence" id="incoming-2"><div class="correspondence_text">
<p>Dear requester,</p><p>4</p></div><ul class="list-of-attachments"><li class="attachment">
<a href="/request/gulls/response/2/attach/3/gulls.csv">gulls.csv</a></li></ul></div></body></html>"""


def read(name: str, data: bytes) -> tuple[Source, Reading]:
    source = Source(f"/a/{name}", data, name)
    return source, partition(source)


@pytest.mark.parametrize(
    ("name", "data"), [("reply.odt", ODT), ("gulls.ods", ODS), ("reply.zip", ZIP), ("thread.html", THREAD)]
)
def test_all_that_a_file_holds_is_read(name: str, data: bytes) -> None:
    source, reading = read(name, data)
    found = held(source, reading)
    assert found.pieces >= 2 and not found.lacking and not found.characters_lacking


def test_all_that_the_samples_hold_is_read() -> None:
    kinds = set()
    for one in load([str(SAMPLES)]):
        assert isinstance(one, Found)
        reading = partition(one.source)
        found = held(one.source, reading)
        assert found.pieces > 5 and not found.lacking, f"{one.source.uri}: {found.line}"
        kinds.add(reading.media_type)
    assert {media.TEXT, media.MARKDOWN, media.HTML, media.DOCX, media.PDF, media.XLSX, media.CSV, media.MAIL} <= kinds


def test_what_is_lacking_is_named() -> None:
    source, reading = read("reply.odt", ODT)
    found = held(source, replace(reading, text=reading.text.replace("We hold 4.", "We hold .")))
    assert found.lacking == ("Wehold4.",) and found.characters_lacking == 1
    assert "not 'Wehold4.'; 1 characters fewer" in found.line


def test_a_cell_that_shows_another_figure_is_named() -> None:
    (one,) = load([str(SAMPLES / "tarrick-agency-spend.xlsx")])
    assert isinstance(one, Found)
    reading = partition(one.source)
    table = next(t for t in reading.tables if len(t.cells) > 20)
    cell = next(c for c in table.cells if c.ref and reading.text[c.start : c.end].replace(",", "").isdigit())
    wrong = reading.text[: cell.start] + "9" * (cell.end - cell.start) + reading.text[cell.end :]
    assert any(str(cell.ref) in lacking for lacking in held(one.source, replace(reading, text=wrong)).lacking)
