"""Documents as they are read again and again while questions are asked: parsed once, kept while they are in use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from indexer.reading import Table
from indexer.sectioned import Section
from indexer.store import Store
from indexer.stored import StoredDocument, StoredPassage
from service.gist import Gist
from service.markup import Marks, marks

KEPT = 50_000_000
"""Characters of canonical text kept at most, with what is cut from it: a few hundred megabytes."""

PASSAGES = 50_000
"""Passages kept at most: some 40 MB."""


@dataclass(frozen=True)
class Opened:
    """One document version with its text and parts. It never changes, so it is read from the store once.

    `body` is its gist as it was stored.
    """

    document: StoredDocument
    text: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    pages: tuple[int, ...]
    body: bytes = b""

    @cached_property
    def gist(self) -> Gist:
        """What the letter says whatever is asked, as far as it was worked out when it was indexed."""
        return Gist(self.body, self.text)

    @cached_property
    def by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def marks(self) -> Marks:
        """Markdown's marks in the text; they are looked for when the first page shows it."""
        return marks(self.document.media_type, self.text)

    @cached_property
    def answers(self) -> dict[str, tuple[Section, ...]]:
        """The id of each question to the sections that answer or refuse it."""
        found: dict[str, list[Section]] = {}
        for section in self.sections:
            if section.answers:
                found.setdefault(section.answers, []).append(section)
        return {question: tuple(sections) for question, sections in found.items()}

    @cached_property
    def answered(self) -> frozenset[str]:
        """The ids of the questions that have an answer or a refusal."""
        return frozenset(section.answers for section in self.sections if section.answers)


class Shelf:
    """The documents used last, by version number; safe for many threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[int, Opened] = OrderedDict()
        self._characters = 0
        self._passages: dict[int, StoredPassage] = {}
        self._lock = Lock()

    def passages(self, pids: Iterable[int]) -> dict[int, StoredPassage]:
        """These passages by their number; one that has been purged since may be left out."""
        wanted, kept = list(pids), self._passages
        found = {pid: passage for pid in wanted if (passage := kept.get(pid)) is not None}
        if missing := [pid for pid in wanted if pid not in found]:
            fresh = self._store.passages(missing)
            with self._lock:
                if len(self._passages) + len(fresh) > PASSAGES:
                    self._passages = {}  # a new one, since others may be reading the old
                self._passages.update(fresh)
            found |= fresh
        return found

    def open(self, versions: Iterable[int]) -> dict[int, Opened]:
        """These versions; one that has been purged since is left out."""
        wanted = versions if isinstance(versions, set) else set(versions)
        with self._lock:
            found = {version: self._kept[version] for version in wanted if version in self._kept}
            for version in found:
                self._kept.move_to_end(version)
        if len(found) < len(wanted):
            for one in self._store.contents(wanted - found.keys()):
                opened = Opened(one.document, one.text, one.sections, one.tables, one.pages, one.gist)
                found[one.document.version] = opened
                self._keep(one.document.version, opened)
        return found

    def _keep(self, version: int, opened: Opened) -> None:
        with self._lock:
            if version not in self._kept:
                self._kept[version] = opened
                self._characters += len(opened.text)
            while self._characters > KEPT and len(self._kept) > 1:
                _, gone = self._kept.popitem(last=False)
                self._characters -= len(gone.text)
