"""A query encoded once, however often its vector is asked for: by a search, a wider one, and one of attachments.

It is not encoded in a thread beside the word search: waiting for Python's lock cost twice what that saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.embed import Encoder, Vectors


@dataclass(slots=True)
class Once:
    """`inner`, with the vectors it gave last kept for the same texts."""

    inner: Encoder
    _texts: list[str] = field(default_factory=list)
    _vectors: Vectors | None = None

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
        if self._vectors is None or self._texts != list(texts):
            self._texts, self._vectors = list(texts), self.inner.encode(texts)
        return self._vectors
