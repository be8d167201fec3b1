"""The encoder that threads share."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from corpus.document import FoiError
from indexer.embed import Vectors
from service import once
from service.live import NotReady, SharedEncoder
from tests.conftest import WordEncoder


class Jealous(WordEncoder):
    """Fails where two threads encode at once, as a tokenizer does."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = threading.Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        assert self._busy.acquire(blocking=False), "two threads at once"
        try:
            return super().encode(texts)
        finally:
            self._busy.release()


def test_threads_take_turns_and_get_their_own_vectors() -> None:
    shared, texts = SharedEncoder(Jealous()), [f"question {n % 40}" for n in range(400)]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda text: shared.encode([text]), texts))
    for text, rows in zip(texts, got, strict=True):
        assert np.array_equal(rows, WordEncoder().encode([text]))


def test_a_text_is_encoded_once_while_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "KEPT", 2)
    inner = WordEncoder()
    shared = SharedEncoder(inner)
    for text in ("a", "b", "a", "c", "a", "b"):
        shared.encode([text])
    assert inner.encoded == ["a", "b", "c", "b"]
    assert (shared.hits, shared.misses) == (2, 4)


def test_nothing_to_encode_is_no_rows() -> None:
    assert SharedEncoder(WordEncoder()).encode([]).shape == (0, 64)


def test_a_model_that_cannot_be_loaded_is_not_the_query_s_fault() -> None:
    class Broken(WordEncoder):
        def encode(self, texts: Sequence[str]) -> Vectors:
            raise FoiError("cannot load the model 'x'")

    with pytest.raises(NotReady, match=r"^Cannot load the model 'x'\.$"):
        SharedEncoder(Broken()).encode(["a"])
