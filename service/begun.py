"""A query that is being encoded already while its words are looked up: half of a search needs no vector."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from indexer.embed import Encoder, Vectors

_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Begun:
    """`inner`, with the vector of `text` under way: asked for it, however often, it is worked out once."""

    inner: Encoder
    text: str
    vector: Future[Vectors]

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
        return self.vector.result() if list(texts) == [self.text] else self.inner.encode(texts)


def begun(encoder: Encoder, query: str) -> Begun:
    """`encoder`, with `query` (its white space made single) being encoded in another thread from now on."""
    text = " ".join(query.split())
    return Begun(encoder, text, _pool().submit(encoder.encode, [text]))


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="encode")
