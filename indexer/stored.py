"""What goes into the store and what comes out of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from corpus.document import Metadata, Source
from indexer.reading import Cell, Reading, Table
from indexer.sectioned import Section

if TYPE_CHECKING:
    from indexer.passage import Passage


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document on its way into the store: what was found, read, cut and said.

    `gist` is what the read path wants kept beside it, in a form of its own (`Beside`).
    """

    source: Source
    reading: Reading
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    passages: tuple[Passage, ...]
    metadata: Metadata
    gist: bytes = b""


@dataclass(frozen=True, slots=True)
class Beside:
    """How what the read path wants kept beside each document is made, and the name of the `rules` it is made by.

    `make` takes a document cut, without a gist; a worker process imports it by its name. What it gives begins with the
    name of the rules, or is empty. Documents are read again when the rules change.
    """

    make: Callable[[Parsed], bytes]
    rules: str


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document version as it lies in the store, without its text."""

    version: int
    id: str
    uri: str
    parent: str | None
    name: str
    sha256: str
    media_type: str
    title: str | None
    authority: str | None
    reference: str | None
    date: str | None
    outcome: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A document version with all that is read, cut and drawn from it, in text order. `pages` are where each starts,
    `gist` what the read path had kept beside it; empty where nothing is."""

    document: StoredDocument
    text: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    pages: tuple[int, ...]
    gist: bytes = b""


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as it lies in the store. `pid` is its number in both indexes."""

    pid: int
    id: str
    version: int
    section: str
    kind: str
    start: int
    end: int
    page: int | None
    question: str | None
    context: str
    outcome: str | None
    exemptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which passages count; None or empty means any. Dates are ISO and inclusive.

    `authorities` are exact names as stored; `exemption` is a code (`FOIA s31`), matching itself and what it contains
    (`FOIA s31(1)(a)`).
    """

    kind: str | None = None
    authorities: tuple[str, ...] | None = None
    exemption: str | None = None
    outcome: str | None = None
    since: str | None = None
    until: str | None = None
    documents: tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        return any(
            getattr(self, name) is not None
            for name in ("kind", "authorities", "exemption", "outcome", "since", "until", "documents")
        )


DOCUMENT_COLUMNS = (
    "d.version, d.id, d.uri, d.parent, d.name, d.sha256, d.media_type, d.title, d.authority, d.reference, d.date, "
    "d.outcome, d.notes"
)
PASSAGE_COLUMNS = (
    'p.pid, p.id, p.version, p.section, p.kind, p.start, p."end", p.page, p.question, p.context, p.outcome, '
    "p.exemptions"
)
SECTION_COLUMNS = 'id, kind, start, "end", page, heading, number, answers, outcome, exemptions'


def embedded_text(context: str, body: str) -> str:
    """What the encoder sees of a passage: its context, then its text with white space run together."""
    body = " ".join(body.split())
    return f"{context}\n{body}" if context else body


def document(row: Sequence[Any]) -> StoredDocument:
    """A row of DOCUMENT_COLUMNS."""
    return StoredDocument(*(*row[:-1], _words(row[-1])))


def passage(row: Sequence[Any]) -> StoredPassage:
    """A row of PASSAGE_COLUMNS."""
    return StoredPassage(*(*row[:-1], _words(row[-1])))


def section(row: Sequence[Any]) -> Section:
    """A row of SECTION_COLUMNS."""
    name, kind, start, end, page, heading, number, answers, outcome, exemptions = row
    return Section(name, kind, start, end, page, _words(heading), number, answers, outcome, _words(exemptions))


@lru_cache(maxsize=4096)
def _words(listed: str) -> tuple[str, ...]:
    """A JSON list of strings: hundreds of sections have the same headings and codes, or none."""
    return tuple(json.loads(listed))


def table(body: str) -> Table:
    """A table as it was written: the JSON of its dataclass."""
    read = json.loads(body)
    return Table(**{**read, "cells": tuple(Cell(**c) for c in read["cells"]), "notes": tuple(read["notes"])})
