"""`corpus.media`: what kind of document, and which text, some bytes are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import media
from corpus.document import UnreadableDocument

LETTER = "Dear Requester,\n\nThank you for your request, which we received on 3 May.\n\n1. How many?\n\n4\n"
MESSAGE = "From: a@b.example\nTo: c@d.example\nSubject: FOI\nMIME-Version: 1.0\n\nDear Sir\n"


def zipped(**members: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (LETTER, "letter.txt", media.TEXT),
        (LETTER, "letter.md", media.TEXT),
        (LETTER, "letter.pdf", media.TEXT),
        ("## **REQUEST**\n\n**How many?**\n\n4\n", "a.txt", media.MARKDOWN),
        ("# Title\n\nText\n", "a.md", media.MARKDOWN),
        (
            "Figures\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n**Note:** *none* and **more** and **more**\n",
            "x",
            media.MARKDOWN,
        ),
        ("**Year** and **count**\n\n|a|b|\n|---|---|\n" + "|1|2|\n" * 30, "a.txt", media.MARKDOWN),
        ("<!DOCTYPE html><html><body>x</body></html>", "a.txt", media.HTML),
        ("\ufeff\n<html lang=en><body>x</body></html>", "a", media.HTML),
        ("<div><p>a</p><p>b</p></div>", "a", media.HTML),
        ("The page <html> is not there, said the letter.\n" * 3, "a.txt", media.TEXT),
        (MESSAGE, "a.eml", media.MAIL),
        (MESSAGE, "a.txt", media.MAIL),
        ("From: Bob Smith\nSent: 19 May\nTo: FOI\nSubject: Request\n\nDear Sir\n", "a.txt", media.TEXT),
        ("Year,Count\n2019,1\n2020,\n", "a.csv", media.CSV),
        ("Year\tCount\n2019\t1\n", "a.tsv", media.CSV),
        ("a,b,c\n1,2,3\n4,5,6\n7,8,9\n1,2,3\n4,5,6\n", "data", media.CSV),
        (
            "Dear Sir, Madam, all\nwe hold, as said, it\nso, yes, we do\nyours, truly, us\nme, you, them, all\n",
            "x",
            media.TEXT,
        ),
    ],
)
def test_text_formats_by_content(text: str, name: str, kind: str) -> None:
    assert media.media_type(text.encode(), name) == kind


def test_zip_formats_by_their_members() -> None:
    assert media.media_type(zipped(word__document_DOT_xml="<x/>"), "a.zip") == media.DOCX
    assert media.media_type(zipped(xl__workbook_DOT_xml="<x/>"), "a.docx") == media.XLSX
    assert media.media_type(zipped(mimetype=media.ODS), "a") == media.ODS
    assert media.media_type(zipped(mimetype=media.ODT), "a") == media.ODT
    assert media.media_type(zipped(letter_DOT_txt="x"), "a.docx") == media.ZIP


def test_pdf_with_rubbish_before_its_mark() -> None:
    assert media.media_type(b"\n\n%PDF-1.4\n...", "a.txt") == media.PDF


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\0" * 4096, "is empty"),
        (bytes(range(256)) * 16, "binary data"),
        (b"\x7fELF\x02\x01\x01" + bytes(1000), "binary data"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"PK\x03\x04 and then nothing", "damaged or cut-off ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
        (b"\xff\xfe\x00\xd8\x00\x00a", "UTF-16"),
        ("дорогой заявитель, мы не располагаем".encode("koi8-r") * 20, "UTF-8"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says) as caught:
        media.media_type(data, "letter.txt")
    assert "\n" not in str(caught.value)


def test_powerpoint_is_refused_with_the_remedy() -> None:
    data = zipped(ppt__presentation_DOT_xml="<x/>", **{"[Content_Types]_DOT_xml": "<x/>"})
    with pytest.raises(UnreadableDocument, match="save it as PDF"):
        media.media_type(data, "a.pptx")


@given(st.text(st.characters(codec="utf-8", exclude_characters=[chr(c) for c in (*range(9), *range(14, 32), 127)])))
def test_offsets_are_those_of_read_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "letter.txt"
    path.write_bytes(text.encode("utf-8"))
    assert media.decode(path.read_bytes()) == path.read_text(encoding="utf-8")


def test_every_newline_is_one_newline() -> None:
    assert media.decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_byte_order_mark_of_utf8_stays_as_read_text_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfDear")
    assert media.decode(path.read_bytes()) == path.read_text(encoding="utf-8") == "\ufeffDear"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_utf16_by_its_byte_order_mark(encoding: str) -> None:
    mark = "\ufeff" if encoding.endswith("le") else ""
    assert media.decode((mark + "£5 – “four”\r\n").encode(encoding)) == "£5 – “four”\n"


def test_windows_1252_where_it_is_not_utf8() -> None:
    assert media.decode("It cost £5 – “four” for O’Neill".encode("cp1252")) == "It cost £5 – “four” for O’Neill"


def test_a_cut_character_at_the_end_of_the_head_is_no_error() -> None:
    assert media.media_type(("é" * 100_001).encode() + b"x", "a.txt") == media.TEXT
