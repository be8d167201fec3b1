"""An index open for questions: its current generation and the encoder, and what is asked of them."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from indexer.embed import Encoder, SentenceEncoder
from indexer.generation import current
from indexer.query_encoder import open_query_encoder
from service.answer import Answer, answer
from service.attachments import followed
from service.filters import Asked, filters
from service.query import understand
from service.retrieve import found
from service.search import Hit, search
from service.snapshot import Snapshot, open_snapshot
from service.units import candidates


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, and how many milliseconds finding them took."""

    hits: list[Hit]
    took_ms: float


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, and how many milliseconds choosing it took."""

    answer: Answer
    took_ms: float


class Index:
    """The read path over one data directory. Picks up a new generation by itself, between two questions."""

    def __init__(self, data: Path, *, model: str | None = None, encoder: Encoder | None = None) -> None:
        """Open `data`. Raises FoiError where nothing is indexed, or by another model than the one given."""
        self.data = data
        self._lock = threading.Lock()
        self._snapshot = open_snapshot(data)
        self._folder = current(data)
        used = self._snapshot.stamp.model
        named = encoder.name if encoder else model or used
        if named != used:
            raise FoiError(
                f"{data} was indexed with the model {used!r}, not {named!r}: leave --model out, or index anew"
            )
        self.encoder: Encoder = encoder or open_query_encoder(data, used) or SentenceEncoder(used)

    def snapshot(self) -> Snapshot:
        """The current generation; a newer one is opened as soon as there is one."""
        with self._lock:
            folder = current(self.data)
            if folder is not None and folder != self._folder:
                # A generation that cannot be opened (swept away for a newer one meanwhile) is tried again next time.
                with suppress(FoiError):
                    self._snapshot, self._folder = open_snapshot(self.data, catch_up=False), folder
            return self._snapshot

    def search(self, query: str, k: int = 10, asked: Asked | None = None) -> Found:
        """The best `k` passages. Raises FoiError for a query or a filter that cannot be meant."""
        start, snapshot = time.perf_counter(), self.snapshot()
        limits = filters(asked or Asked(), snapshot)
        understood = understand(query, snapshot.store.authorities(snapshot.at))
        hits = search(snapshot, self.encoder, understood, k, limits)
        return Found(hits, (time.perf_counter() - start) * 1000)

    def ask(self, query: str, asked: Asked | None = None) -> Answered:
        """The answer, quoted. Raises FoiError for a query or a filter that cannot be meant."""
        start, snapshot = time.perf_counter(), self.snapshot()
        limits = filters(asked or Asked(), snapshot)
        understood = understand(query, snapshot.store.authorities(snapshot.at))
        scored = found(snapshot, self.encoder, understood, limits)
        best = answer(understood, candidates(snapshot, scored))
        best = followed(best, understood, snapshot, self.encoder)
        return Answered(best, (time.perf_counter() - start) * 1000)
