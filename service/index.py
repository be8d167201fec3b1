"""An index open for questions: its current generation and the encoder, and what is asked of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.document import FoiError
from indexer.embed import Encoder, Reranker, SentenceEncoder
from indexer.generation import current
from indexer.query_encoder import open_query_encoder
from service import modes, tracing
from service.answer import Answer, answer
from service.asides import wanted
from service.attachments import followed
from service.begun import Begun, begin
from service.facets import Facets, facets
from service.filters import Asked, filters
from service.kept import Kept
from service.modes import Mode
from service.once import Once
from service.query import LONGEST, Query, sound, understand
from service.retrieve import found
from service.search import Hit
from service.snapshot import Snapshot, open_snapshot
from service.sure import Limits, limited
from service.units import LOOKED_AT, candidates, reread

SEARCHES = 512
ANSWERS = 512
"""How many results are kept: some 10 MB each way at ten hits a search."""

_LARGE = 100  # hits: larger results are not kept

BESIDE = 2
"""Threads that look for the words of queries while others encode them. An encoder lets go of Python's lock."""


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
    """The read path over one data directory. Picks up a new generation by itself, between two questions.

    What was asked of a generation is kept: asked again, while that generation is served, it costs nothing. Safe for
    many threads.
    """

    def __init__(
        self,
        data: Path,
        *,
        model: str | None = None,
        encoder: Encoder | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        """Open `data`. Raises FoiError where nothing is indexed, or by another model than the one given.

        With a `reranker`, hits and units are weighed by what it says of them, too.
        """
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
        self.encoder: Encoder = Once(
            encoder or open_query_encoder(data, used) or SentenceEncoder(used, of_queries=True)
        )
        self._beside = ThreadPoolExecutor(BESIDE, thread_name_prefix="words")
        self.reranker = reranker
        self.searches: Kept[_SearchKey, list[Hit]] = Kept(SEARCHES)
        self.answers: Kept[_AskKey, Answer] = Kept(ANSWERS)
        self._facets: Kept[_FacetsKey, Facets] = Kept(SEARCHES)

    @property
    def seen(self) -> Snapshot:
        """The generation in hand, which may no longer be the newest."""
        return self._snapshot

    def is_current(self) -> bool:
        """Whether the generation in hand is the newest: then `snapshot` returns at once."""
        return current(self.data) in (None, self._folder)

    def snapshot(self) -> Snapshot:
        """The current generation; a newer one is opened as soon as there is one."""
        with self._lock:
            folder = current(self.data)
            if folder is not None and folder != self._folder:
                # A generation that cannot be opened (swept away for a newer one meanwhile) is tried again next time.
                with suppress(FoiError):
                    self._snapshot, self._folder = open_snapshot(self.data, catch_up=False), folder
            return self._snapshot

    def search(
        self, query: str, k: int = 10, asked: Asked | None = None, mode: Mode = "hybrid", at: Snapshot | None = None
    ) -> Found:
        """The best `k` passages, in the generation `at` or the current one. Raises FoiError for a query or a filter
        that cannot be meant."""
        start, snapshot, asked = time.perf_counter(), at or self.snapshot(), asked or Asked()

        def make() -> list[Hit]:
            given = filters(asked, snapshot)
            with tracing.span("search"):
                if mode != "hybrid":
                    return modes.search(snapshot, self.encoder, self._understood(query, snapshot), k, given, mode)
                understood, _, begun = self._begun(query, snapshot, lambda _: Limits(given))
                return modes.search(snapshot, self.encoder, understood, k, given, mode, self.reranker, begun)

        hits = self.searches.get((snapshot.at, query, asked, mode, k), make) if k <= _LARGE else make()
        return Found(hits, (time.perf_counter() - start) * 1000)

    def search_at_hand(self, query: str, k: int, asked: Asked, mode: Mode, at: Snapshot) -> Found | None:
        """What `search` gives, where it is kept: at once."""
        hits = self.searches.peek((at.at, query, asked, mode, k))
        return None if hits is None else Found(hits, 0.0)

    def ask_at_hand(self, query: str, asked: Asked, at: Snapshot) -> Answered | None:
        """What `ask` gives, where it is kept: at once."""
        best = self.answers.peek((at.at, query, asked))
        return None if best is None else Answered(best, 0.0)

    def facets(
        self, query: str, asked: Asked | None = None, mode: Mode = "hybrid", at: Snapshot | None = None
    ) -> Facets:
        """How the passages that this search weighs divide. Raises FoiError as `search` does."""
        snapshot, asked = at or self.snapshot(), asked or Asked()

        def make() -> Facets:
            limits = filters(asked, snapshot)
            understood = self._understood(query, snapshot)
            weighed = modes.candidates(snapshot, self.encoder, understood, limits, mode)
            return facets(snapshot, (one.pid for one in weighed))

        return self._facets.get((snapshot.at, query, asked, mode), make)

    def ask(self, query: str, asked: Asked | None = None, at: Snapshot | None = None) -> Answered:
        """The answer, quoted. Raises FoiError for a query or a filter that cannot be meant."""
        start, snapshot, asked = time.perf_counter(), at or self.snapshot(), asked or Asked()

        def make() -> Answer:
            given, encoder = filters(asked, snapshot), self.encoder
            with tracing.span("ask"):
                understood, limits, begun = self._begun(query, snapshot, lambda one: limited(one, given, snapshot))
                near = found(snapshot, encoder, understood, limits.filters, begun.words, LOOKED_AT)
                units = candidates(snapshot, near, beside=wanted(understood))
                beyond = found(snapshot, encoder, understood, given, most=LOOKED_AT) if limits.notes else ()
                wide = candidates(snapshot, beyond)
                if self.reranker is not None:
                    units = reread(self.reranker, understood, units)
                best = answer(understood, units, beyond=wide, ranking=begun.ranking)
                best = replace(best, notes=(*best.notes, *limits.notes))
                return followed(best, understood, snapshot, encoder)

        best = self.answers.get((snapshot.at, query, asked), make)
        return Answered(best, (time.perf_counter() - start) * 1000)

    def _begun(self, query: str, snapshot: Snapshot, limit: Callable[[Query], Limits]) -> tuple[Query, Limits, Begun]:
        """`query` understood, its limits, and what is made of its words while this thread has its vector made."""
        encoded = threading.Event()

        def enough() -> bool:
            time.sleep(0)  # the thread that encodes may be waiting for Python's lock, to say that it is done
            return encoded.is_set()

        def look() -> tuple[Query, Limits, Begun]:
            understood = self._understood(query, snapshot)
            limits = limit(understood)
            begun = begin(snapshot, understood, limits.filters)
            begun.foresee(enough)
            return understood, limits, begun

        looking = self._beside.submit(look)
        try:
            self.encoder.encode([" ".join(sound(query[:LONGEST]).split())])
        except Exception:
            encoded.set()
            looking.result()  # a query that cannot be meant is said to be that first
            raise
        encoded.set()
        return looking.result()

    def _understood(self, query: str, snapshot: Snapshot) -> Query:
        return understand(query, snapshot.authorities, snapshot.learnt)


_SearchKey = tuple[int, str, Asked, Mode, int]
_FacetsKey = tuple[int, str, Asked, Mode]
_AskKey = tuple[int, str, Asked]
