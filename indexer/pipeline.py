"""The write path: what the user named goes in, and the next generation of the index comes out."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread

from corpus.document import FoiError, Metadata, Source
from corpus.load import Failed, Found, load
from corpus.manifest import Manifest, mark
from indexer.embed import Encoder
from indexer.generation import STORE, publish, writing
from indexer.parse import reader_version
from indexer.store import Store
from indexer.stored import Parsed
from indexer.worker import Limits, parse_all

Progress = Callable[[str, int, int | None], None]
"""Called with (stage, done, total or None where unknown)."""

_COMMIT_EVERY = 16
_ENCODE_AT_ONCE = 1024
_DEPTH = 3  # a ZIP in a message in a ZIP; deeper nesting is a bomb, not a disclosure


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
) -> Report:
    """Index files, folders and URLs into the data directory `data`, and publish the new generation.

    What is there already and unchanged is not read again; a file whose bytes changed replaces its old version; a file
    that cannot be read, or takes more than `limits`, is reported and changes nothing. What `manifest` says of a
    document goes before what the document says of itself; where it says something else than last time, the document
    is read again. Raises FoiError when nothing could be done at all.
    """
    manifest = manifest or Manifest()
    say = progress or (lambda stage, done, total: None)
    report = Report()
    with writing(data), _disk_errors(data), Store(data / STORE, write=True) as store:
        _same_model(store, encoder.name)
        known = store.fingerprints()
        version = reader_version(encoder.tokenizer)
        intake = _Intake(load(paths), known, store.children(), version, manifest, report)
        warm = Thread(target=lambda: _quietly(encoder), daemon=True)
        batch: list[tuple[Source, Parsed | FoiError]] = []
        for done, (source, result) in enumerate(parse_all(intake.following, encoder.tokenizer, limits=limits), 1):
            if not warm.ident:
                warm.start()
            intake.opened(source, result)
            batch.append((source, result))
            say("reading", done, None)
            if len(batch) >= _COMMIT_EVERY:
                _store(store, batch, version, known, report)
                batch = []
        _store(store, batch, version, known, report)
        if warm.ident:
            warm.join()
        report.embedded = embed(store, encoder, say)
        say("publishing", 0, None)
        stamp = publish(data, store, encoder.name, encoder.dimension)
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
    missing = store.unembedded(encoder.name)
    for at in range(0, len(missing), _ENCODE_AT_ONCE):
        say("embedding", at, len(missing))
        chunk = missing[at : at + _ENCODE_AT_ONCE]
        vectors = encoder.encode([text for _, text in chunk])
        with store.transaction():
            store.put_vectors(encoder.name, [key for key, _ in chunk], vectors)
    if missing:
        say("embedding", len(missing), len(missing))
    return len(missing)


def _quietly(encoder: Encoder) -> None:
    """Load the model while documents are read; a failure shows again, and is told, when it is used."""
    try:
        _ = encoder.dimension
    except FoiError:
        return


class _Intake:
    """What is still to be read: attachments and members first, as they turn up, then what the user named."""

    def __init__(
        self,
        loaded: Iterable[Found | Failed],
        known: dict[str, tuple[str, str]],
        children: dict[str, list[str]],
        version: str,
        manifest: Manifest,
        report: Report,
    ) -> None:
        self._loaded = iter(loaded)
        self._known, self._children, self._version, self._report = known, children, version, report
        self._manifest = manifest
        self._queue: deque[Source] = deque()
        self._depth: dict[str, int] = {}

    def following(self) -> Source | None:
        """The next source that is new, changed, read last by another version of the reader, or spoken of otherwise."""
        if self._queue:
            return self._queue.popleft()
        for one in self._loaded:
            if isinstance(one, Failed):
                self._report.failed.append((one.uri, str(one.error)))
                continue
            source = replace(one.source, said=self._manifest.says(one.source.uri))
            fingerprint = source.sha256, _reader(self._version, source.said)
            if self._known.get(source.uri) == fingerprint and self._same_inside(source.uri, source.said):
                self._report.unchanged += self._family(source.uri)
            else:
                return source
        return None

    def opened(self, source: Source, result: Parsed | FoiError) -> None:
        """Queue what was found inside `source`."""
        depth = self._depth.pop(source.uri, 0)
        if isinstance(result, Parsed) and result.reading.children:
            for child in result.reading.children:
                if depth >= _DEPTH:
                    self._report.failed.append(
                        (child.uri, f"{child.uri} is nested more than {_DEPTH} deep: unpack it first")
                    )
                else:
                    self._depth[child.uri] = depth + 1
                    self._queue.append(replace(child, said=self._manifest.says(child.uri, source.said)))

    def _same_inside(self, uri: str, said: Metadata | None) -> bool:
        """Whether the same is said as last time of all that was found inside the document at `uri`."""
        for child in self._children.get(uri, ()):
            now = self._manifest.says(child, said)
            if self._known[child][1].partition(" ")[2] != mark(now) or not self._same_inside(child, now):
                return False
        return True

    def _family(self, uri: str) -> int:
        return 1 + sum(self._family(child) for child in self._children.get(uri, ()))


def _store(
    store: Store,
    batch: list[tuple[Source, Parsed | FoiError]],
    version: str,
    known: dict[str, tuple[str, str]],
    report: Report,
) -> None:
    """Write a batch in one transaction: each document whole, or what is wrong with it."""
    if not batch:
        return
    with store.transaction():
        for source, result in batch:
            if isinstance(result, FoiError):
                store.fail(source.uri, str(result))
                report.failed.append((source.uri, str(result)))
                continue
            kept = {child.uri for child in result.reading.children}
            for uri in store.children().get(source.uri, ()) if source.uri in known else ():
                if uri not in kept:
                    store.remove(uri)
            store.put(result, _reader(version, source.said))
            if source.uri in known:
                report.updated += 1
            else:
                report.added += 1


def _reader(version: str, said: Metadata | None) -> str:
    """What the store keeps of how a document came to be as it is: the reader, and what the user said of it."""
    return f"{version} {mark(said)}" if said else version


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
