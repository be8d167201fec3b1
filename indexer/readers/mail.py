"""E-mail: who wrote to whom and when, the message with the chain it quotes, attachments as documents of their own."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from typing import Any, cast

from corpus import media
from corpus.document import Source, UnreadableDocument
from indexer.readers import html
from indexer.readers.draft import Draft, Field, squeezed
from indexer.reading import Reading

MAX_ATTACHMENTS = 500
_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_NO_DOCUMENTS = re.compile(
    r"application/(?:pkcs7-|x-pkcs7-|pgp-)|text/(?:calendar|x-vcard)|message/(?:delivery|dispos)"
)
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_FROM_LINE = re.compile(rb"\A\s*From [^\n]*\n")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\]+")


def read(source: Source) -> Reading:
    """The message's fields as a header, then its body: the plain text, or the HTML where only that has tables.

    Attachments, attached messages among them, become children with the URI `<message>#<file name>`. Pictures shown
    within the message, signatures and calendar entries are left out.
    """
    message = email.message_from_bytes(_FROM_LINE.sub(b"", source.data), policy=email.policy.default)
    children = list(_children(message, source))
    names = [child.name for child in children]
    lines = [f"{name}: {value}" for name in _FIELDS if (value := _field(message, name))]
    if names:
        lines.append("Attachments: " + ", ".join(names))
    draft = Draft()
    draft.paragraph("\n".join(lines), "header")
    body = _write_body(message, draft)
    if not body and not children:
        raise UnreadableDocument("is an e-mail without a body or attachments")
    return draft.reading(_field(message, "Subject"), children, () if body else ("the message has no body",))


def _field(message: Message, name: str) -> str:
    try:
        return squeezed(str(message.get(name, "")))
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):  # the standard library's parser has holes
        return ""


def _write_body(message: Message, draft: Draft) -> bool:
    plain = "\n\n".join(_text(part) for part in _bodies(message, "text/plain"))
    pages = [_text(part) for part in _bodies(message, "text/html")]
    readings = [html.read_html(page) for page in pages if page.strip() and (not plain.strip() or "<t" in page.lower())]
    if readings and (not plain.strip() or any(reading.tables for reading in readings)):
        for reading in readings:
            _copy(reading, draft)
    else:
        for paragraph in _BLANK_LINES.split(plain.replace("\xa0", " ")):
            draft.paragraph(paragraph)
    return bool(plain.strip() or readings)


def _copy(reading: Reading, draft: Draft) -> None:
    """Write what was read from an HTML body into the draft of the message."""
    tables = {table.start: table for table in reading.tables}
    for element in reading.elements:
        table = tables.get(element.start) if element.category == "table" else None
        if table is None:
            draft.paragraph(reading.text[element.start : element.end], element.category, element.level)
            continue
        rows: dict[int, list[Field]] = {}
        for c in table.cells:
            text = reading.text[c.start : c.end]
            rows.setdefault(c.row, []).append(Field(text, c.column, c.header, None, c.row_span, c.column_span))
        draft.table([rows.get(row, []) for row in range(max(rows) + 1)], table.caption)


def _bodies(message: Message, kind: str) -> Iterator[Message]:
    """The parts of `kind` that are the message itself, not attached to it."""
    if message.get_content_type() == kind and not _is_attached(message):
        yield message
    elif message.is_multipart() and message.get_content_maintype() != "message":
        for part in _parts(message):
            yield from _bodies(part, kind)


def _parts(message: Message) -> list[Message]:
    payload: Any = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return False


def _text(part: Message) -> str:
    """The decoded text of a part: by the charset it names, or as any text file where it names none or lies."""
    data = cast(bytes, part.get_payload(decode=True) or b"")
    if not data.strip():
        return ""
    charset = part.get_content_charset()
    try:
        text = data.decode(charset) if charset and charset != "us-ascii" else media.decode(data)
    except (LookupError, UnicodeDecodeError):
        text = media.decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def _children(message: Message, source: Source) -> Iterator[Source]:
    taken: set[str] = set()
    for number, part in enumerate(_attached(message), 1):
        if number > MAX_ATTACHMENTS:
            raise UnreadableDocument(f"has more than {MAX_ATTACHMENTS} attachments; save them and index the folder")
        if part.get_content_type() == "message/rfc822":
            inner = _parts(part)
            data = inner[0].as_bytes(policy=email.policy.compat32) if inner else b""
            name = f"{_field(inner[0], 'Subject') or f'message {number}'}.eml" if inner else ""
        else:
            data = cast(bytes, part.get_payload(decode=True) or b"")
            name = _filename(part) or f"attachment-{number}"
        if not data:
            continue
        name = unique(_UNSAFE.sub("_", name), taken)
        yield Source(f"{source.uri}#{name}", data, name, source.uri)


def _attached(message: Message) -> Iterator[Message]:
    """The parts that are documents of their own."""
    kind = message.get_content_type()
    if kind == "message/rfc822":
        yield message
    elif message.is_multipart():
        for part in _parts(message):
            yield from _attached(part)
    elif _is_attached(message) or message.get_content_maintype() not in ("text", "multipart"):
        shown = message.get("Content-ID") and message.get_content_maintype() == "image"
        if not shown and not _NO_DOCUMENTS.match(kind):
            yield message


def _filename(part: Message) -> str:
    try:
        return squeezed(part.get_filename() or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def unique(name: str, taken: set[str]) -> str:
    """`name`, or `name (2)` and so on where it is in `taken`; what is returned is added to `taken`."""
    stem, dot, extension = name.rpartition(".")
    number, given = 2, name
    while given in taken:
        given = f"{stem} ({number}).{extension}" if dot else f"{name} ({number})"
        number += 1
    taken.add(given)
    return given
