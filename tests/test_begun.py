"""A query encoded once, in another thread, however often its vector is asked for."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from corpus.document import FoiError
from indexer.embed import Vectors
from service.begun import begun
from tests.conftest import WordEncoder


def test_the_query_is_encoded_once_and_anything_else_as_ever(words: WordEncoder) -> None:
    encoder = begun(words, "  drones \n seized ")
    assert np.array_equal(encoder.encode(["drones seized"]), encoder.encode(["drones seized"]))
    assert words.encoded == ["drones seized"]
    assert encoder.encode(["drones", "seized"]).shape == (2, 64) and words.encoded[1:] == ["drones", "seized"]
    assert (encoder.name, encoder.dimension, encoder.tokenizer) == (words.name, words.dimension, words.tokenizer)


def test_it_runs_beside_and_its_error_comes_to_who_asks(words: WordEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    def broken(self: WordEncoder, texts: list[str]) -> Vectors:
        threads.append(threading.get_ident())
        raise FoiError("no model")

    monkeypatch.setattr(WordEncoder, "encode", broken)
    encoder = begun(words, "drones")
    with pytest.raises(FoiError, match="no model"):
        encoder.encode(["drones"])
    assert threads and threads[0] != threading.get_ident()
