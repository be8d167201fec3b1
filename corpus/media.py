"""What kind of document some bytes are, told by the bytes; the name is only a hint."""

from __future__ import annotations

import csv
import io
import re
import zipfile

from corpus.document import UnreadableDocument

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
CSV = "text/csv"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
MAIL = "message/rfc822"
ZIP = "application/zip"

_HEAD = 16_384

# First bytes of formats that are recognised only to be refused with the remedy.
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "is an RTF file, which is not read; save it as DOCX or PDF"),
    (b"\x89PNG", "is a picture (PNG) without text; read it with OCR first and give the resulting PDF or text"),
    (b"\xff\xd8\xff", "is a picture (JPEG) without text; read it with OCR first and give the resulting PDF or text"),
    (b"GIF8", "is a picture (GIF) without text; read it with OCR first and give the resulting PDF or text"),
    (b"II*\x00", "is a picture (TIFF) without text; read it with OCR first and give the resulting PDF or text"),
    (b"MM\x00*", "is a picture (TIFF) without text; read it with OCR first and give the resulting PDF or text"),
    (b"\x1f\x8b", "is a gzip file, which is not read; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive, which is not read; unpack it or make it a ZIP"),
    (b"Rar!", "is a RAR archive, which is not read; unpack it or make it a ZIP"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Bytes that no text holds: control characters but for tab, newlines, form feed, backspace and escape.
_CONTROLS = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_HTML_BLOCKS = re.compile(r"<(?:p|div|table|tr|td|h[1-6]|ul|ol|li|br|section|article)\b[^<>]*>", re.I)
_MAIL_FIELD = re.compile(
    r"^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type|Cc|Reply-To"
    r"|X-[\w-]+|DKIM-Signature|In-Reply-To|References|Sender|Envelope-to|Delivery-date|Authentication-Results"
    r"|ARC-[\w-]+|Content-Transfer-Encoding|Importance|Thread-\w+|Content-Language): ?",
    re.I | re.M,
)
_FIELD_LINE = re.compile(r"[\x21-\x39\x3b-\x7e]+:")
_MARKDOWN_TABLE = re.compile(r"^ {0,3}\|?(?: *:?-{3,}:? *\|)+ *:?-{3,}:? *\|? *$", re.M)
_MARKDOWN = (
    re.compile(r"^ {0,3}#{1,6} +\S", re.M),
    re.compile(r"^[ \t]*\*\*[^*\n]+\*\*:?[ \t]*$", re.M),
    re.compile(r"\*\*\S[^*\n]*\*\*"),
    re.compile(r"\[[^\[\]\n]+\]\((?:https?:|mailto:|/|#)[^()\s]*\)"),
    _MARKDOWN_TABLE,
    re.compile(r"^```", re.M),
)


def media_type(data: bytes, name: str) -> str:
    """The media type of `data`, one of this module's constants; `name` decides only where the bytes leave it open.

    Raises `UnreadableDocument` where it is empty, a format that is not read, or no document at all. The message
    starts with what is wrong and names no file: the caller knows which one it is.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnreadableDocument("is empty: there is nothing to read")
    for magic, why in _REFUSED:
        if data.startswith(magic):
            raise UnreadableDocument(why)
    if data.startswith(_OLE):
        raise UnreadableDocument(_old_office(data))
    if data.startswith(_ZIPS):
        return _zip_type(data)
    if b"%PDF-" in data[:1024]:
        return PDF
    return _text_type(decode(data[: 4 * _HEAD], cut=len(data) > 4 * _HEAD), name)


def decode(data: bytes, cut: bool = False) -> str:
    """The text that `data` spells, with every newline as `\\n`, exactly as `Path.read_text(encoding="utf-8")` gives it.

    So `\\r\\n` and `\\r` become one `\\n`, and a UTF-8 byte order mark stays as the first character: offsets into this
    text are offsets into what any Python program reads from the file. UTF-16 and UTF-32 are read where a byte order
    mark says so, Windows-1252 where the bytes are not UTF-8 but plausible text. `cut` says that `data` may end inside
    a character.

    Raises `UnreadableDocument` where the bytes are no text in any of these.
    """
    return _newlines(_decode(data, cut))


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(data: bytes, cut: bool) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            width = 4 if "32" in encoding else 2
            body = data[len(bom) :]
            body = body[: len(body) // width * width] if cut else body
            try:
                return body.decode(encoding)
            except UnicodeDecodeError as error:
                msg = f"is not valid {encoding.upper()}, though its byte order mark says so ({_where(error)})"
                raise UnreadableDocument(f"{msg}; save it as UTF-8") from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not (cut and error.start >= len(data) - 3):
            return _windows(data, error)
        text = data[: error.start].decode("utf-8")
    if len(_CONTROLS.findall(data)) > len(data) // 200:
        raise UnreadableDocument("is not a document: its bytes are binary data of no known format")
    return text


def _windows(data: bytes, error: UnicodeDecodeError) -> str:
    """`data` as Windows-1252, if it looks like text: hardly a control character, mostly ASCII."""
    high = sum(map(data.count, (bytes([b]) for b in range(128, 256))))
    if _CONTROLS.search(data) and len(_CONTROLS.findall(data)) > len(data) // 1000:
        raise UnreadableDocument("is not a document: its bytes are binary data of no known format")
    if high > 0.3 * len(data):
        msg = f"is not UTF-8 ({_where(error)}), and too little of it is ASCII for Windows-1252; save it as UTF-8"
        raise UnreadableDocument(msg)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as second:
        msg = f"is neither UTF-8 ({_where(error)}) nor Windows-1252 ({_where(second)}); save it as UTF-8"
        raise UnreadableDocument(msg) from None


def _where(error: UnicodeDecodeError) -> str:
    return f"byte 0x{error.object[error.start]:02x} at offset {error.start}"


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is encrypted with a password; save it without one"
    for stream, what in (
        ("WordDocument", "an old Word file (.doc); save it as DOCX or PDF"),
        ("Workbook", "an old Excel file (.xls); save it as XLSX or PDF"),
        ("__substg1.0_", "an Outlook message (.msg); save it as .eml"),
    ):
        if stream.encode("utf-16-le") in data:
            return f"is {what}"
    return "is an old Microsoft Office file; save it as DOCX, XLSX or PDF"


def _zip_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = _declared(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise UnreadableDocument("is a damaged or cut-off ZIP, DOCX or XLSX file; get it again") from None
    if declared in (ODT, ODS):
        return declared
    if "word/document.xml" in names or any(n.startswith("word/document") for n in names):
        return DOCX
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return XLSX
    if any(n.startswith("ppt/") for n in names) and "[Content_Types].xml" in names:
        raise UnreadableDocument("is a PowerPoint file, which is not read; save it as PDF")
    return ZIP


def _declared(archive: zipfile.ZipFile) -> str:
    info = archive.getinfo("mimetype")
    return archive.read(info).decode("ascii", "replace").strip() if info.file_size < 200 else ""


def _text_type(head: str, name: str) -> str:
    extension = name.rpartition(".")[2].lower()
    start = head.lstrip("\ufeff \t\n")[:2_000]
    if _HTML.search(start) and (start[:1] == "<" or extension in ("html", "htm")):
        return HTML
    if _is_mail(head):
        return MAIL
    if start[:1] == "<" and len(_HTML_BLOCKS.findall(head)) >= 3:
        return HTML
    if _is_csv(head, sure=extension in ("csv", "tsv")):
        return CSV
    signs = sum(min(3, len(sign.findall(head))) for sign in _MARKDOWN)
    return MARKDOWN if signs >= (1 if extension in ("md", "markdown") else 3) else TEXT


def _is_mail(head: str) -> bool:
    """Whether the text opens with a block of e-mail fields that only a message has, not a copy in a letter."""
    block = head.lstrip("\ufeff\n").partition("\n\n")[0]
    lines = [x for x in block.split("\n") if x]
    if lines and lines[0].startswith("From "):
        lines = lines[1:]
    if not lines or not all(x[0] in " \t" or _FIELD_LINE.match(x) for x in lines):
        return False
    names = {m[0].rstrip(": ").lower() for m in _MAIL_FIELD.finditer("\n".join(lines))}
    technical = names & {"mime-version", "message-id", "received", "return-path", "content-type", "delivered-to"}
    return len(names) >= 3 and bool(technical)


def _is_csv(head: str, sure: bool) -> bool:
    """Whether each line holds the same number of fields; a name that says so needs less evidence."""
    if _MARKDOWN_TABLE.search(head):
        return False
    lines = head.lstrip("\ufeff").split("\n")[:200]
    if len(lines) > 2:
        lines = lines[:-1]
    for delimiter in ",;\t|":
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            continue
        if not widths:
            continue
        usual = max(set(widths), key=widths.count)
        share = widths.count(usual) / len(widths)
        if usual >= 2 and (share > 0.5 if sure else len(widths) >= 5 and usual >= 3 and share > 0.95):
            return True
    return sure and any(x in head for x in ",;\t")
