"""Files that are broken, too large or made to harm: each is read, or refused in one clear line, in bounded time."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.document import FoiError, Source
from indexer.readers import archive
from indexer.readers.draft import MAX_CHARACTERS
from indexer.stored import Parsed
from indexer.worker import Limits, parse_all

HEAD = b"# Reply\n\n**Bold**\n\nWe hold 4.\n\n"


def outcomes(files: dict[str, bytes]) -> dict[str, Parsed | str]:
    """What comes of each file through one worker: its parse, or the line that refuses it."""
    waiting: Iterator[Source] = iter([Source(f"/{name}", data, name) for name, data in files.items()])
    found: dict[str, Parsed | str] = {}
    for source, result in parse_all(lambda: next(waiting, None), workers=1):
        found[source.name] = str(result) if isinstance(result, FoiError) else result
    return found


def one(name: str, data: bytes) -> Parsed | str:
    return outcomes({name: data})[name]


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            made.writestr(name, data)
    return buffer.getvalue()


def pdf_of(objects: list[bytes]) -> bytes:
    """A PDF of `objects`, numbered from 1, the first of them its catalogue."""
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(data),
    )


def test_broken_and_cyclic_pdfs_are_refused_in_one_line() -> None:
    whole = FPDF()
    whole.add_page()
    whole.set_font("Helvetica")
    whole.cell(text="We hold this.")
    made = bytes(whole.output())
    kids = b"<</Type/Pages/Kids[2 0 R]/Count 1>>"
    files = {
        "cycle.pdf": pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", kids]),
        "endless.pdf": pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 2000000000>>"]),
        "none.pdf": pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]),
        "rootless.pdf": pdf_of([b"<</Type/Catalog>>"]),
        "cut.pdf": made[: len(made) // 3],
    }
    started = time.monotonic()
    for name, result in outcomes(files).items():
        assert isinstance(result, str), name
        assert result.startswith(f"/{name} ") and "\n" not in result and "Traceback" not in result
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("name", ["long.txt", "long.md", "long.csv", "long.html"])
def test_a_hundred_megabytes_of_text_are_refused_at_once(name: str) -> None:
    line = {"long.csv": b"Leeds,4,5\n", "long.html": b"<p>We hold this.</p>\n"}.get(name, b"We hold 4 of these.\n\n")
    started = time.monotonic()
    result = one(name, (b"<html><body>" if name == "long.html" else b"") + line * (100_000_000 // len(line)))
    assert isinstance(result, str) and result.startswith(f"/{name} ") and "split it" in result
    assert time.monotonic() - started < 20


def test_the_longest_text_that_is_taken_is_named_in_the_refusal() -> None:
    result = one("a.txt", b"We hold 4.\n" * (MAX_CHARACTERS // 11 + 1))
    assert isinstance(result, str) and "3,000,000 (about 1,000 pages); split it" in result


def test_sixty_pages_of_table_are_read_whole() -> None:
    pdf = FPDF()
    pdf.set_font("Helvetica", "", 8)
    for page in range(60):
        pdf.add_page()
        for row in range(40):
            for text in (f"Ward {page * 40 + row}", f"{row * 7:,}", f"{page * row:,}"):
                pdf.cell(40, 6, text, border=1)
            pdf.ln(6)
    result = one("table.pdf", bytes(pdf.output()))
    assert isinstance(result, Parsed)
    assert [len(table.cells) for table in result.reading.tables] == [40 * 3] * 60
    assert sum(len(table.cells) for table in result.tables) == 60 * 40 * 3


# Each takes minutes, or for ever, in a parser of Markdown that is given it as it is.
@pytest.mark.parametrize(
    "mark", [b"[a](", b"[a", b"<a ", b"<a \n\n", b"<![CDATA[", b"a\n=\n", b"<!--", b"*a ", b"> ", b"`a", b"![a](b"]
)
def test_hostile_markdown_is_read(mark: bytes) -> None:
    started = time.monotonic()
    result = one("a.md", HEAD + mark * 20_000)
    assert isinstance(result, Parsed) and result.reading.text.startswith("# Reply")
    assert time.monotonic() - started < 40


def test_bombs_are_refused() -> None:
    zeros = bytes(20 << 20)
    entities = (
        b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + b"".join(b'<!ENTITY a%d "&a;&a;&a;">' % n for n in range(9)) + b"]>"
    )
    found = outcomes(
        {
            "ratio.zip": zipped(("a.txt", zeros)),
            "entities.docx": zipped(("word/document.xml", entities + b"<w/>"), ("[Content_Types].xml", b"<T/>")),
            "cut.zip": zipped(("a.txt", b"We hold this."))[:-30],
            "cut.docx": zipped(("word/document.xml", b"<w/>" * 99))[:-30],
        }
    )
    said = {
        "ratio.zip": "as ZIP bombs do",
        "entities.docx": "XML entities",
        "cut.zip": "cut-off",
        "cut.docx": "cut-off",
    }
    for name, line in found.items():
        assert isinstance(line, str) and line.startswith(f"/{name} ") and said[name] in line


def test_what_is_nested_or_repeated_without_end_is_refused() -> None:
    entities = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + b'<!ENTITY b "&a;&a;">' * 9 + b"]><w/>"
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    )
    rows = (
        '<table:table-row table:number-rows-repeated="9999999"><table:table-cell '
        'table:number-columns-repeated="9999999"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    sheet = f"<office:d {names}><office:body><office:spreadsheet><table:table>{rows}</table:table>"
    sheet += "</office:spreadsheet></office:body></office:d>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</XObject<</A 4 0 R>>>>>>"
    itself = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 5>>"
    draws = b"stream\n/A Do\nendstream"
    form = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
    part = b"Content-Type: multipart/mixed; boundary=x\n\n--x\n"
    said = {
        "entities.xlsx": (zipped(("xl/workbook.xml", entities), ("[Content_Types].xml", b"<T/>")), "XML entities"),
        "repeat.ods": (
            zipped(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", sheet.encode())),
            "has a sheet of more than 5,000,000 cells",
        ),
        "deep.html": (b"<html><body>" + b"<div>" * 100_000 + b"We hold this.", "nested too deeply"),
        "deep.eml": (b"Subject: a\nFrom: b\n" + part * 3_000, "without a body"),
        "itself.pdf": (pdf_of([*form, itself + draws, b"<</Length 5>>" + draws]), "blank"),
    }
    waiting = iter([Source(f"/{name}", data, name) for name, (data, _) in said.items()])
    for source, result in parse_all(lambda: next(waiting, None), workers=1, limits=Limits(memory=300 << 20)):
        assert isinstance(result, FoiError) and said[source.name][1] in str(result), source.name
        assert str(result).startswith(f"/{source.name} ") and "\n" not in str(result)


def test_a_picture_of_a_thousand_million_pixels_is_refused_at_once(shared: Path) -> None:
    path = shared / "files/scans/hugemono.pdf"
    started = time.monotonic()
    result = one(path.name, path.read_bytes())
    assert isinstance(result, str) and "\n" not in result
    assert "1,225 million pixels" in result or "install" in result
    assert time.monotonic() - started < 30


def test_what_archives_inside_unpack_to_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 400_000)
    inner = zipped(*((f"{n}.txt", bytes(50_000)) for n in range(5)))
    assert archive.unpacked(zipped(("a.zip", inner))) > 250_000
    with pytest.raises(FoiError, match="unpacks to more than 0 MiB with the archives inside it"):
        archive.read(Source("/a.zip", zipped(("a.zip", inner), ("b.zip", inner)), "a.zip"))
    assert len(archive.read(Source("/a.zip", zipped(("a.zip", inner)), "a.zip")).children) == 1


def test_a_sheet_formatted_to_its_last_row_is_its_filled_rows() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Ward", "Cases"])
    sheet.append(["Abbey", 4])
    for row in range(3, 4000):
        sheet.cell(row, 30).number_format = "0.0"
    buffer = io.BytesIO()
    book.save(buffer)
    result = one("a.xlsx", buffer.getvalue())
    assert isinstance(result, Parsed) and result.reading.text.split() == ["Sheet", "Ward", "Cases", "Abbey", "4"]
