"""The write path: what the user named goes in, and the next generation of the index comes out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread

from corpus.document import FoiError, Source
from corpus.load import load
from corpus.manifest import Manifest
from indexer.ahead import ahead
from indexer.embed import Encoder
from indexer.generation import STORE, publish, writing
from indexer.intake import Intake, reader
from indexer.parse import reader_version
from indexer.pending import Pending, Progress
from indexer.store import Store
from indexer.stored import Beside, Parsed
from indexer.worker import Limits, parse_all

_COMMIT_EVERY = 16
_AHEAD = 64  # documents read and not yet stored: what is read while one lot of texts is encoded
_HEAVIEST = 64 << 20  # bytes after which fewer wait
_UNFINISHED = "unfinished"  # where the store notes documents of which not everything found inside is stored


@dataclass(slots=True)
class Report:
    """What an indexing run did: counts of documents, and those that could not be read with the reason."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    documents: int = 0
    passages: int = 0
    embedded: int = 0
    unused: list[str] = field(default_factory=list)
    """Rows of the manifest that speak of no document indexed."""


def index(
    paths: Iterable[str],
    data: Path,
    encoder: Encoder,
    progress: Progress | None = None,
    manifest: Manifest | None = None,
    limits: Limits | None = None,
    beside: Beside | None = None,
) -> Report:
    """Index files, folders and URLs into the data directory `data`, and publish the new generation.

    What is there already and unchanged is not read again; a file whose bytes changed replaces its old version; a file
    that cannot be read, or takes more than `limits`, is reported and changes nothing. What `manifest` says of a
    document goes before what the document says of itself; where it says something else than last time, the document
    is read again. What is to be kept `beside` each is made with it. Documents are read ahead while those before them
    are stored and encoded. Raises FoiError when nothing could be done at all.
    """
    manifest = manifest or Manifest()
    say = progress or (lambda stage, done, total: None)
    with writing(data), _disk_errors(data), Store(data / STORE, write=True) as store:
        _same_model(store, encoder.name)
        warm = Thread(target=lambda: _quietly(encoder), daemon=True)
        pending = Pending(store, encoder, say)
        version = reader_version(encoder.tokenizer)
        batch = _Batch(store, f"{version}.{beside.rules}" if beside else version, pending)
        intake = Intake(load(paths), batch.known, store.children(), batch.unfinished, batch.version, manifest)
        read = partial(
            parse_all, intake.following, encoder.tokenizer, limits=limits, inside=intake.inside, beside=beside
        )
        with ahead(lambda stop: read(stop=stop), _AHEAD, _weight, _HEAVIEST) as results:
            for done, (source, result) in enumerate(results, 1):
                if not warm.ident:
                    warm.start()
                say("reading", done, None)
                batch.add(source, result)
                if batch.full:
                    batch.store()
                    pending.encode()
            batch.store(all_read=True)
        if warm.ident:
            warm.join()
        pending.encode(rest=True)
        say("publishing", 0, None)
        stamp = publish(data, store, encoder.name, encoder.dimension)
        report = batch.report
        report.failed = intake.failed + report.failed
        report.unchanged, report.embedded = intake.unchanged, pending.embedded
        report.documents, report.passages = store.counts(stamp.sequence)
        report.unused = manifest.unused(store.fingerprints())
    return report


def remove(uris: Iterable[str], data: Path, encoder: Encoder) -> Report:
    """Take documents out by URI or id, with what was found inside them. Those not there are reported as failed."""
    report = Report()
    if not (data / STORE).exists():
        raise FoiError(f"nothing is indexed in {data}: run `foi index PATH` first, or give --data DIR")
    with writing(data), _disk_errors(data), Store(data / STORE, write=True) as store:
        for uri in uris:
            document = store.document(uri, store.sequence) or store.document(str(Path(uri).resolve()), store.sequence)
            with store.transaction():
                gone = store.remove(document.uri if document else uri)
            report.removed += gone
            if not gone:
                report.failed.append((uri, "is not indexed: `foi status --documents` lists what is"))
        embed(store, encoder, lambda stage, done, total: None)
        stamp = publish(data, store, encoder.name, encoder.dimension)
        report.documents, report.passages = store.counts(stamp.sequence)
    return report


def embed(store: Store, encoder: Encoder, say: Progress) -> int:
    """Give every live passage text its vector, each text once ever, committing as it goes; returns how many."""
    pending = Pending(store, encoder, say)
    pending.encode(rest=True)
    return pending.embedded


def _quietly(encoder: Encoder) -> None:
    """Load the model while documents are read; a failure shows again, and is told, when it is used."""
    try:
        _ = encoder.dimension
    except FoiError:
        return


def _weight(read: tuple[Source, Parsed | FoiError]) -> int:
    """About how many bytes a result holds on to."""
    source, result = read
    return len(source.data) + (8 * len(result.reading.text) if isinstance(result, Parsed) else 0)


class _Batch:
    """Documents on their way into the store: written together, each whole, or what is wrong with it."""

    def __init__(self, store: Store, version: str, pending: Pending) -> None:
        self.version, self.report = version, Report()
        self.known = store.fingerprints()
        self.unfinished = frozenset(json.loads(store.meta(_UNFINISHED) or "[]"))
        self._store, self._pending = store, pending
        self._waiting: list[tuple[Source, Parsed | FoiError]] = []
        self._left = set(self.unfinished)
        self._open: list[str] = []  # the last document, what it was found inside, and so on up

    @property
    def full(self) -> bool:
        return len(self._waiting) >= _COMMIT_EVERY

    def add(self, source: Source, result: Parsed | FoiError) -> None:
        self._waiting.append((source, result))

    def store(self, *, all_read: bool = False) -> None:
        """Write what waits in one transaction, and which documents may have more inside them than is stored."""
        if not self._waiting and not (all_read and self._open):
            return
        with self._store.transaction():
            for source, result in self._waiting:
                self._write(source, result)
            unfinished = self._left if all_read else self._left.union(self._open)
            self._store.set_meta(_UNFINISHED, json.dumps(sorted(unfinished)))
        self._waiting = []

    def _write(self, source: Source, result: Parsed | FoiError) -> None:
        while self._open and self._open[-1] != source.parent:
            self._open.pop()
        if isinstance(result, FoiError):
            self._store.fail(source.uri, str(result))
            self.report.failed.append((source.uri, str(result)))
            return
        kept = {child.uri for child in result.reading.children}
        for uri in self._store.children().get(source.uri, ()) if source.uri in self.known else ():
            if uri not in kept:
                self._store.remove(uri)
        if result.reading.children:
            self._open.append(source.uri)
        self._left.discard(source.uri)
        self._store.put(result, reader(self.version, source.said))
        self._pending.add(result)
        if source.uri in self.known:
            self.report.updated += 1
        else:
            self.report.added += 1


def _same_model(store: Store, model: str) -> None:
    used = store.meta("model")
    if used is None:
        with store.transaction():
            store.set_meta("model", model)
    elif used != model:
        raise FoiError(
            f"this index was made with the model {used!r}, not {model!r}: "
            f"give --model {used}, or another directory with --data DIR"
        )


@contextmanager
def _disk_errors(data: Path) -> Iterator[None]:
    """A full or failing disk, said in one line; what was indexed before stays as it was."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"cannot write the index in {data} ({reason}): free some disk space or give --data DIR elsewhere"
        raise FoiError(f"{msg}; what was indexed is unharmed") from None
