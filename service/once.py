"""A query encoded once, however often its vector is asked for: by a search, a wider one, one of attachments, a page.

Shared by many threads: one encodes at a time, since the tokenizer of a sentence-transformers model must not run in two
threads at once, and torch already uses every core for one text.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from indexer.embed import Encoder, Vectors

KEPT = 2048
"""How many query vectors are kept: 3 MB at 384 dimensions."""


@dataclass(slots=True)
class Once:
    """`inner`, with the vectors of the latest texts kept."""

    inner: Encoder
    hits: int = 0
    misses: int = 0
    _kept: OrderedDict[str, Vectors] = field(default_factory=OrderedDict)
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _books: threading.Lock = field(default_factory=threading.Lock)

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def dimension(self) -> int:
        return self.inner.dimension

    @property
    def tokenizer(self) -> str:
        return self.inner.tokenizer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, float32, each of length 1."""
        rows = {text: row for text in texts if (row := self._known(text)) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in rows]
        if missing:
            with self._turn:
                fresh = self._fresh(missing)
            rows |= zip(missing, fresh, strict=True)
            self._keep(missing, fresh)
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return np.stack([rows[text] for text in texts])

    def _fresh(self, texts: Sequence[str]) -> Vectors:
        return self.inner.encode(texts)

    def _keep(self, texts: Sequence[str], fresh: Vectors) -> None:
        with self._books:
            self._kept.update(zip(texts, fresh, strict=True))
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _known(self, text: str) -> Vectors | None:
        with self._books:
            row = self._kept.get(text)
            if row is None:
                self.misses += 1
            else:
                self.hits += 1
                self._kept.move_to_end(text)
            return row
