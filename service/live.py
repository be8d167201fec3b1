"""The index as a service holds it: there from the start or appearing later, shared by many threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from indexer import generation
from indexer.embed import Encoder, Reranker, Vectors
from indexer.generation import STORE
from indexer.store import Store
from service.index import Index
from service.once import Once
from service.snapshot import Snapshot

_TRIES = 3
_PAUSE = 0.05  # seconds; a generation swept away while it was being opened is followed by the next at once


class NotReady(Exception):
    """The service cannot answer yet. `slug` says which way, for a program; the message says it for a reader."""

    def __init__(self, slug: str, message: str) -> None:
        super().__init__(message)
        self.slug = slug


class SharedEncoder(Once):
    """`Once`, where a model that cannot be loaded is a service that is not ready: no fault of the query's."""

    __slots__ = ()

    def _fresh(self, texts: Sequence[str]) -> Vectors:
        try:
            return self.inner.encode(texts)
        except FoiError as error:
            raise NotReady("model-unusable", _sentence(str(error))) from None


@dataclass(frozen=True, slots=True)
class Current:
    """The index and the generation that one request reads."""

    index: Index
    snapshot: Snapshot


class Live:
    """The index in a data directory, opened as soon as there is one; `NotReady` until then.

    A newer generation is picked up between two requests. A data directory that was deleted and built anew is opened
    anew, whatever its model.
    """

    def __init__(
        self,
        data: Path,
        *,
        model: str | None = None,
        encoder: Encoder | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.data = data
        self.reranker = reranker
        self.model, self._encoder = model, encoder
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._file = 0
        self._loading: threading.Thread | None = None
        self._failure: NotReady | None = None

    def current(self) -> Current:
        """What a request reads. Raises NotReady where nothing is indexed or the index cannot be opened."""
        for attempt in range(_TRIES):
            try:
                index = self._open()
                return Current(index, index.snapshot())
            except FoiError as error:
                if attempt == _TRIES - 1:
                    raise NotReady("index-unusable", _sentence(str(error))) from None
                time.sleep(_PAUSE)
        raise AssertionError  # the last try returns or raises

    def at_hand(self) -> Current | None:
        """What a request reads, where it is open already and the newest: costs a few system calls, and never waits."""
        index = self._index
        try:
            if index is None or (self.data / STORE).stat().st_ino != self._file or not index.is_current():
                return None
        except OSError:
            return None
        return Current(index, index.seen)

    def warm(self) -> threading.Thread:
        """Start loading the model, once, so that no reader waits for it. How that ended, `ready` tells."""
        with self._lock:
            if self._loading is None:
                self._loading = threading.Thread(target=self._load, name="model", daemon=True)
                self._loading.start()
            return self._loading

    def ready(self) -> Current:
        """What a request reads, where index and loaded model agree. Raises NotReady, with the reason, where not."""
        current = self.current()
        made, encoder = current.snapshot.stamp, current.index.encoder
        if self.warm().is_alive():
            raise NotReady("model-loading", f"The model {made.model} is still being loaded.")
        if self._failure is not None:
            with self._lock:
                self._loading = None  # the next one to ask has it tried again
            raise self._failure
        if (made.model, made.dimension) != (encoder.name, encoder.dimension):
            raise NotReady(
                "model-mismatch",
                f"The index holds vectors of {made.model} ({made.dimension} dimensions), the service has loaded "
                f"{encoder.name} ({encoder.dimension}): restart foi serve.",
            )
        return current

    def encoder(self) -> SharedEncoder | None:
        """The encoder in use; None before there is an index."""
        index = self._index
        return index.encoder if index is not None and isinstance(index.encoder, SharedEncoder) else None

    def _open(self) -> Index:
        try:
            file = (self.data / STORE).stat().st_ino
        except FileNotFoundError:
            raise NotReady("nothing-indexed", _nothing(self.data)) from None
        except OSError as error:
            raise NotReady("index-unusable", f"The index in {self.data} cannot be read ({error.strerror}).") from None
        with self._lock:
            if self._index is None or file != self._file:
                self._something_indexed()
                opened = Index(self.data, model=self.model, encoder=self._encoder, reranker=self.reranker)
                made = opened.encoder
                opened.encoder = SharedEncoder(made.inner if isinstance(made, Once) else made)
                self._index, self._file = opened, file
            return self._index

    def _something_indexed(self) -> None:
        """Raise NotReady for a store that nothing was ever put into: keys or an upload may come before any document."""
        if generation.current(self.data) is None:
            with Store(self.data / STORE) as store:
                if not store.sequence:
                    raise NotReady("nothing-indexed", _nothing(self.data))

    def _load(self) -> None:
        self._failure = None
        try:
            self.current().index.encoder.encode(["how many orders were breached"])
        except NotReady as error:
            self._failure = error


def _nothing(data: Path) -> str:
    return f"Nothing is indexed in {data} yet: run `foi index PATH --data {data}`."


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
