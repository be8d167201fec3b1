"""What a file holds by plain means, beside what its reading holds: `python -m eval reading DIR --against`.

The plain means know nothing of the readers: the XML of DOCX, XLSX and OpenDocument taken out of its ZIP, the standard
library's parsers of e-mail, HTML and CSV, pdfium's own text of a PDF's pages, the lines of a text.
"""

from __future__ import annotations

import csv
import email
import email.policy
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from xml.etree import ElementTree

import pypdfium2

from corpus import media
from corpus.document import Source
from indexer.reading import Reading

_UNSEEN_TAGS = frozenset(["script", "style", "head", "template", "noscript", "svg", "textarea", "iframe"])
_DELETED = frozenset(["del", "moveFrom", "Fallback"])
_WORD_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_DATES = frozenset([*range(14, 23), 27, 30, 36, 45, 46, 47, 50, 57])  # number formats of XLSX that are built in


@dataclass(frozen=True, slots=True)
class Held:
    """How many of the `pieces` that a file holds (runs of text, lines, cells) its reading has, and which it lacks."""

    pieces: int
    lacking: tuple[str, ...]
    characters_lacking: int

    @property
    def line(self) -> str:
        """One line of the report."""
        if not self.pieces:
            return "holds no text of its own to compare with (a scan?)"
        share = 100 * (1 - len(self.lacking) / max(1, self.pieces))
        lacking = f", not {', '.join(map(repr, self.lacking[:4]))}" if self.lacking else ""
        more = f" and {len(self.lacking) - 4} more" if len(self.lacking) > 4 else ""
        letters = f"; {self.characters_lacking:,} characters fewer" if self.characters_lacking else ""
        return f"{share:.2f} % of {self.pieces:,} pieces{lacking}{more}{letters}"


def held(source: Source, reading: Reading) -> Held:
    """Compare `reading` with what plain means find in `source`.

    A piece counts as held if it stands, white space aside, in the canonical text as often as in the file; a cell of a
    workbook if the cell of the same reference shows its value.
    """
    if reading.media_type == media.XLSX:
        return _cells_held(source.data, reading)
    pieces = [bare for piece in _PIECES[reading.media_type](source.data) if (bare := _bare(piece))]
    text = _bare(reading.text)
    lacking = []
    for piece, count in Counter(pieces).items():
        lacking += [piece] * max(0, count - text.count(piece))
    fewer = Counter("".join(pieces)) - Counter(text)
    return Held(len(pieces), tuple(lacking), fewer.total())


def _bare(text: str) -> str:
    return re.sub(r"[\s\x00\u00ad\u200b\ufeff]+", "", text)


def _of_lines(data: bytes) -> Iterator[str]:
    yield from media.decode(data).splitlines()


def _of_pdf(data: bytes) -> Iterator[str]:
    """The words of the text layer, as pdfium puts them, but for dots that lead the eye from a label to its figure.

    A hyphen that it marks as soft is one.
    """
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage().get_text_range().replace("\x02", "-").replace("\ufffe", "-")
        yield from re.sub(r"\.(?:\s?\.)+", " ", text).split()
    document.close()


def _of_docx(data: bytes) -> Iterator[str]:
    """Each run of text of the body, the notes and comments; of headers and footers, once where they repeat."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        furniture: set[str] = set()
        for name in archive.namelist():
            if not _WORD_PARTS.fullmatch(name):
                continue
            for run in _runs(ElementTree.fromstring(archive.read(name))):
                if "header" not in name and "footer" not in name:
                    yield run
                elif run not in furniture:
                    furniture.add(run)
                    yield run


def _runs(node: ElementTree.Element) -> Iterator[str]:
    name = _local(node)
    if name == "t" and "wordprocessingml" in node.tag:
        yield node.text or ""
    elif name not in _DELETED:
        for child in node:
            yield from _runs(child)


def _local(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _of_opendocument(data: bytes) -> Iterator[str]:
    """Each stretch of text between tags in the body, tracked changes and comments apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = next(n for n in ElementTree.fromstring(archive.read("content.xml")) if _local(n) == "body")
    yield from _stretches(body)


def _stretches(node: ElementTree.Element) -> Iterator[str]:
    if _local(node) in ("tracked-changes", "annotation", "forms"):
        return
    yield node.text or ""
    for child in node:
        yield from _stretches(child)
        yield child.tail or ""


class _Page(HTMLParser):
    """Collects the text between the tags of a page, but for what no reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN_TAGS:
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(data)


def _of_html(data: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(media.decode(data))
    page.close()
    yield from page.found


def _of_csv(data: bytes) -> Iterator[str]:
    text = media.decode(data).lstrip("\ufeff")
    for row in csv.reader(io.StringIO(text), csv.Sniffer().sniff(text[:10_000], ",;\t|")):
        yield from row


def _of_mail(data: bytes) -> Iterator[str]:
    """The fields that a reader looks at, and the lines of the plain body, or the text of the HTML where it is alone."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    for name in _FIELDS:
        yield str(message.get(name, ""))
    body = message.get_body(("plain", "html"))
    if body is not None and body.get_content_type() == "text/plain":
        yield from body.get_content().splitlines()
    elif body is not None:
        yield from _of_html(body.get_content().encode())
    shown = [
        part for part in message.iter_attachments() if part.get_content_maintype() == "image" and part["Content-ID"]
    ]
    yield from (part.get_filename() or "" for part in message.iter_attachments() if part not in shown)


def _of_zip(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from (info.filename for info in archive.infolist() if not info.is_dir())


_PIECES: dict[str, Callable[[bytes], Iterator[str]]] = {
    media.TEXT: _of_lines,
    media.MARKDOWN: _of_lines,
    media.HTML: _of_html,
    media.DOCX: _of_docx,
    media.PDF: _of_pdf,
    media.CSV: _of_csv,
    media.ODT: _of_opendocument,
    media.ODS: _of_opendocument,
    media.MAIL: _of_mail,
    media.ZIP: _of_zip,
}


def _cells_held(data: bytes, reading: Reading) -> Held:
    """Every filled cell of a workbook, by its reference, and what the reading has under the same reference.

    Text must be the same, a number worth the same to the digits that are shown, a date the same day. A cell that
    stands in no table, such as a title above one, must stand in the text.
    """
    shown = {c.ref: reading.text[c.start : c.end] for t in reading.tables for c in t.cells if c.ref}
    lines = {" ".join(line.split()) for line in reading.text.split("\n")}
    lacking = []
    cells = list(_cells(data))
    for ref, value in cells:
        said = shown.get(ref)
        same = _bare(value) in map(_bare, lines) if said is None else _is_shown(value, said)
        if not same:
            lacking.append(f"{ref} {value} as {said}")
    return Held(len(cells), tuple(lacking), 0)


def _is_shown(value: str, said: str) -> bool:
    if _bare(value) == _bare(said):
        return True
    plain = re.sub(r"[£$€,\s]", "", said)
    try:
        worth = float(plain.rstrip("%")) / (100 if plain.endswith("%") else 1)
        digits = len(plain.rstrip("%").partition(".")[2]) + 2 * plain.endswith("%")
        return abs(worth - float(value)) <= 0.5000001 * 10.0**-digits
    except ValueError:
        return False


def _cells(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else ()
        strings = ["".join(t.text or "" for t in item.iter() if _local(t) == "t") for item in shared]
        formats = _date_formats(archive) if "xl/styles.xml" in names else []
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {r.get("Id"): r.get("Target", "").removeprefix("/xl/") for r in relations}
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
            if _local(sheet) != "sheet":
                continue
            name = sheet.get("name", "")
            quoted = name if re.fullmatch(r"\w+", name) else "'" + name.replace("'", "''") + "'"
            target = next((targets[v] for k, v in sheet.attrib.items() if k.endswith("}id")), "")
            for cell in ElementTree.fromstring(archive.read(f"xl/{target}")).iter():
                if _local(cell) == "c" and (value := _cell_value(cell, strings, formats)):
                    yield f"{quoted}!{cell.get('r')}", value


def _cell_value(cell: ElementTree.Element, strings: list[str], dates: list[bool]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(t.text or "" for t in cell.iter() if _local(t) == "t")
    raw = next((v.text or "" for v in cell if _local(v) == "v"), "")
    if kind == "s":
        return strings[int(raw)] if raw else ""
    style = int(cell.get("s", 0))
    if raw and kind == "n" and style < len(dates) and dates[style]:
        return f"{datetime(1899, 12, 30) + timedelta(days=float(raw)):%d/%m/%Y}"
    if kind == "b":
        return "TRUE" if raw == "1" else "FALSE"
    return raw


def _date_formats(archive: zipfile.ZipFile) -> list[bool]:
    """For each style of a workbook, whether it shows a date."""
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    custom = {n.get("numFmtId"): n.get("formatCode", "") for n in styles.iter() if _local(n) == "numFmt"}
    used = [x for part in styles if _local(part) == "cellXfs" for x in part]
    codes = [x.get("numFmtId", "0") for x in used]
    plain = [re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", custom.get(code, "")) for code in codes]
    return [
        int(code) in _DATES or bool(re.search(r"[ymd]", text, re.I)) for code, text in zip(codes, plain, strict=True)
    ]
