"""A document: its identity, its bytes, its canonical text and what is known of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


class FoiError(Exception):
    """An error a user can act on: its message is one line that says what is wrong and what to do."""


class UnreadableDocument(FoiError):
    """A document that cannot be read; the message says why and, where there is one, the remedy."""


def document_id(uri: str) -> str:
    """The stable id of the document at `uri`: 16 hexadecimal digits, the same whatever its content."""
    return hashlib.sha256(uri.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document as they were found, before anything is read from them.

    `uri` names the document for the user and for citations (a path as given, an http URL, or
    `parent-uri#member` for an attachment); `name` is its file name, used only as a hint.
    `parent` is the URI of the e-mail, archive or letter that holds it. `said` is what the user says of it, which goes
    before what the document says of itself.
    """

    uri: str
    data: bytes = field(repr=False)
    name: str
    parent: str | None = None
    said: Metadata | None = None

    @property
    def id(self) -> str:
        return document_id(self.uri)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself; None where it says nothing.

    `date` is the date of the reply as ISO `YYYY-MM-DD`; `outcome` is the document's overall outcome.
    """

    title: str | None = None
    authority: str | None = None
    reference: str | None = None
    date: str | None = None
    outcome: str | None = None
