"""`indexer.readers.ocr`: scanned pages read, with how surely; what is said where they cannot be."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from corpus.document import Source, UnreadableDocument
from eval.ocr import accuracy
from indexer.partition import partition
from indexer.readers import ocr
from indexer.reading import Reading

LINES = ("Wexcombe Constabulary", "Our reference: 12/22", "We hold 1,406 records of this kind.", "None was withheld.")
needs_ocr = pytest.mark.skipif(ocr.missing() is not None, reason=f"{ocr.missing()}: this test reads a scan")


def scan(lines: Sequence[str] = LINES) -> Image.Image:
    """A page of print at 150 dots an inch."""
    page = Image.new("L", (1240, 1754), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(size=34)
    for number, line in enumerate(lines):
        draw.text((120, 150 + 70 * number), line, fill=0, font=font)
    return page


def read(pdf: FPDF) -> Reading:
    return partition(Source("/a/scan.pdf", bytes(pdf.output()), "scan.pdf"))


def scanned(*pages: str | Image.Image) -> FPDF:
    pdf = FPDF()
    pdf.set_font("Helvetica", "", 11)
    for page in pages:
        pdf.add_page()
        if isinstance(page, str):
            pdf.multi_cell(0, 5, page)
        else:
            pdf.image(page, 0, 0, 210)
    return pdf


@needs_ocr
def test_a_page_without_text_between_two_with_it_is_read_in_its_place() -> None:
    reading = read(scanned("We hold the first page.", scan(), "We hold the last page."))
    assert len(reading.pages) == 3
    assert all(line in reading.text for line in LINES)
    assert reading.page_at(reading.text.index("1,406")) == 2
    assert reading.page_at(reading.text.index("first page")) == 1
    assert reading.page_at(reading.text.index("last page")) == 3
    (note,) = reading.notes
    confidence = re.match(r"page 2 was read by OCR, mean confidence (\d+)%", note)
    assert confidence and 80 <= int(confidence[1]) <= 100


@needs_ocr
def test_a_scan_lying_on_its_side_is_read_upright() -> None:
    prose = [f"Line {n}: the public interest was weighed and the figures are given in full." for n in range(1, 18)]
    assert "the public interest was weighed" in read(scanned(scan(prose).rotate(90, expand=True))).text


@needs_ocr
def test_the_reference_scan_is_read_nearly_without_error(shared: Path) -> None:
    path = shared / "files/scans/linn.pdf"
    reading = partition(Source(str(path), path.read_bytes(), path.name))
    measured = accuracy(reading.text, path.with_suffix(".txt").read_text(encoding="utf-8"))
    assert measured.characters > 0.97 and measured.word_errors < 0.08


@needs_ocr
def test_a_scan_with_a_stamp_typed_upon_it_is_read_and_the_stamp_stays_as_typed() -> None:
    pdf = scanned(scan())
    pdf.text(150, 12, "FOI 2024/0388 s.40(2)")
    reading = read(pdf)
    assert all(line in reading.text for line in LINES)
    assert reading.text.count("FOI 2024/0388 s.40(2)") == 1
    assert reading.notes[0].startswith("page 1 was read by OCR")


def test_without_ocr_a_stamp_is_read_and_what_it_lies_upon_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "missing", lambda: "install it")
    pdf = scanned("We hold the first page.", scan())
    pdf.text(150, 12, "FOI 2024/0388")
    reading = read(pdf)
    assert reading.notes == ("page 2 is a picture with a few words typed upon it, and only they were read",)
    assert "FOI 2024/0388" in reading.text


@needs_ocr
def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match=r"has no text layer: its one page is scanned; OCR found no words"):
        read(scanned(Image.new("L", (600, 800), 200)))


@pytest.mark.parametrize("lacking", ["tesseract", "ocrmypdf"])
def test_without_it_the_error_says_what_to_install(lacking: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None if name == lacking else f"/bin/{name}")
    monkeypatch.setattr(ocr, "find_spec", lambda name: None if name == lacking else object())
    remedy = {"tesseract": "apt install tesseract-ocr", "ocrmypdf": r"pip install 'foi-search\[ocr\]'"}[lacking]
    with pytest.raises(UnreadableDocument, match=rf"/a/scan\.pdf has no text layer.*install .*{remedy}"):
        read(scanned(scan()))


def test_a_page_of_a_thousand_million_pixels_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(ocr, "MAX_PIXELS", 1_000_000)
    with pytest.raises(UnreadableDocument, match=r"page 1 is a picture and was not read: it has 2 million pixels"):
        read(scanned(scan()))


def test_pages_beyond_the_time_allowed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(command: Sequence[str], folder: Path, seconds: float) -> str:
        raise subprocess.TimeoutExpired(command, seconds)

    monkeypatch.setattr(ocr, "missing", lambda: None)
    monkeypatch.setattr(ocr, "_run", slow)
    reading = read(scanned("We hold the first page.", scan()))
    assert reading.notes == (
        "page 2 is a picture and was not read: OCR took more than 45 s; split the file, or allow more with --timeout",
    )


def test_what_the_program_started_is_ended_with_it(tmp_path: Path) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        ocr._run(["sh", "-c", "sleep 30 & echo $! > child; wait"], tmp_path, 0.5)
    child = (tmp_path / "child").read_text().strip()
    state = Path(f"/proc/{child}/stat")
    until = time.monotonic() + 5
    while state.exists() and state.read_text().rpartition(")")[2].split()[0] not in "ZX":
        assert time.monotonic() < until, "still running"
        time.sleep(0.05)


def test_unsure_words_are_counted() -> None:
    done = ocr.Recognised(b"", {1: [96, 96, 12], 3: []}, {2: "it is torn"})
    assert done.notes() == [
        "page 1 was read by OCR, mean confidence 68%; 1 of its 3 words is below 60%",
        "page 2 is a picture and was not read: it is torn",
        "page 3 is a picture in which OCR found no words",
    ]
