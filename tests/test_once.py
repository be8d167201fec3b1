"""A query is encoded once, however often its vector is asked for."""

from __future__ import annotations

import numpy as np

from service.once import Once
from tests.conftest import WordEncoder


def test_the_same_texts_are_encoded_once_and_others_anew(words: WordEncoder) -> None:
    encoder = Once(words)
    assert np.array_equal(encoder.encode(["drones seized"]), encoder.encode(["drones seized"]))
    assert words.encoded == ["drones seized"]
    assert encoder.encode(["drones", "seized"]).shape == (2, 64) and words.encoded[1:] == ["drones", "seized"]
    assert (encoder.name, encoder.dimension, encoder.tokenizer) == (words.name, words.dimension, words.tokenizer)
