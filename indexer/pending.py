"""Texts that wait for their vectors, encoded while the next documents are read."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from indexer.embed import Encoder, text_hash
from indexer.store import Store
from indexer.stored import Parsed, embedded_text

Progress = Callable[[str, int, int | None], None]
"""Called with (stage, done, total or None where unknown)."""

AT_ONCE = 512
"""Texts encoded and committed together: enough for batches of one length, few enough to begin early."""


class Pending:
    """The texts stored and without a vector, each once, in the order in which they were first stored.

    They are encoded `AT_ONCE` at a time in that order, each lot committed whole. So the lots are the same whatever the
    timing, and those of a run that finishes what another left behind, killed at any moment, are the lots that the other
    would have made: bf16 results differ in the third decimal with the batch, and no vector may depend on chance.
    """

    def __init__(self, store: Store, encoder: Encoder, say: Progress) -> None:
        self._store, self._encoder, self._say = store, encoder, say
        self._texts = _left_behind(store, encoder.name)
        self.embedded = 0

    def add(self, parsed: Parsed) -> None:
        """Take in the passages of a document just stored, but for texts that have a vector or wait already."""
        for passage in parsed.passages:
            text = passage.embedded(parsed.reading.text)
            key = text_hash(text)
            if key not in self._texts and not _has_vector(self._store, self._encoder.name, key):
                self._texts[key] = text

    def encode(self, *, rest: bool = False) -> None:
        """Give the lots that are full their vectors; with `rest`, when no more documents come, all that wait."""
        while self._texts and (rest or len(self._texts) >= AT_ONCE):
            total = self.embedded + len(self._texts) if rest else None
            self._say("embedding", self.embedded, total)
            # Shortest first: texts of one length waste no padding; by key where they are alike, so that it is an order.
            lot = sorted(islice(self._texts.items(), AT_ONCE), key=lambda one: (len(one[1]), one[0]))
            vectors = self._encoder.encode([text for _, text in lot])
            with self._store.transaction():
                self._store.put_vectors(self._encoder.name, [key for key, _ in lot], vectors)
            for key, _ in lot:
                del self._texts[key]
            self.embedded += len(lot)
        if rest and self.embedded:
            self._say("embedding", self.embedded, self.embedded)


def _left_behind(store: Store, model: str) -> dict[bytes, str]:
    """Key → text of what live passages have no vector of `model`: a run that was stopped left it."""
    rows = store.db.execute(
        'SELECT p.hash, p.context, substr(d.text, p.start + 1, p."end" - p.start), min(p.pid) FROM passages p '
        "JOIN documents d USING (version) LEFT JOIN vectors v ON v.model = ? AND v.hash = p.hash "
        "WHERE d.died IS NULL AND v.hash IS NULL GROUP BY p.hash ORDER BY 4",
        (model,),
    )
    return {bytes(key): embedded_text(context, body) for key, context, body, _ in rows}


def _has_vector(store: Store, model: str, key: bytes) -> bool:
    found = store.db.execute("SELECT 1 FROM vectors WHERE model = ? AND hash = ?", (model, key))
    return found.fetchone() is not None
