from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer import doubt
from indexer.doubt import DOUBT, WEIGHTS, Model, load, settled, shipped
from indexer.features import KINDS, Four, features, lead, letter_of
from indexer.kinds import label
from indexer.lines import units
from indexer.unit import Unit

TEXT = "Dear Sir,\nHow many cats were counted?\n1. Tabby cats\n2. Black cats\nYours faithfully\n"
ASKS, ANSWERS = 0, 1


def letter() -> tuple[list[Unit], list[Four]]:
    cut = units(TEXT)
    leads: list[Four] = [(-9.0, -9.0, -9.0, 0.0), (0.0, -6.0, -9.0, -9.0), (-1.0, 0.0, -5.0, -5.0)]
    return cut, [*leads, (-4.0, 0.0, -5.0, -5.0), (-9.0, -9.0, -9.0, 0.0)]


def test_the_shipped_weights_are_small_and_whole() -> None:
    model = shipped()
    assert WEIGHTS.stat().st_size < 200_000
    assert 0.0 < model.trust <= 1.5
    assert all(len(row) == len(KINDS) and all(abs(w) < 5.0 for w in row) for row in model.weights.values())


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"trust": 1.0, "weights": {"form p": [1.0]}}), encoding="utf-8")
    with pytest.raises(ValueError, match="'form p' has not 4 weights"):
        load(path)


def test_only_what_the_rules_doubt_is_settled() -> None:
    cut, leads = letter()
    eager = Model(0.0, {"always": (9.0, 0.0, 0.0, 0.0)})
    assert list(settled(cut, TEXT, leads, eager)) == [(2, ASKS)]
    assert (
        list(settled(cut, TEXT, [one if lead(one) >= DOUBT else (0.0, -3.0, -3.0, -3.0) for one in leads], eager)) == []
    )


def test_a_model_that_is_not_surer_than_the_rules_changes_nothing() -> None:
    cut, leads = letter()
    assert list(settled(cut, TEXT, leads, Model(1.0, {}))) == []
    assert list(settled(cut, TEXT, leads, Model(1.0, {"always": (1.5, 0.0, 0.0, 0.0)}))) == []  # half a log odds ahead


def test_features_know_form_place_and_questions() -> None:
    cut, leads = letter()
    found = features(letter_of(cut, TEXT, leads), 2)
    assert {"form m#", "before q", "above q", "below a", "greeting before", "first d"} <= found.keys()
    assert found["in questions"] == 0.5  # "cats" of "tabby cats"
    assert found["elsewhere a"] == 1.0  # as the other number is an answer
    assert found == features(letter_of(cut, TEXT, leads), 2)


def test_no_feature_of_a_word_that_is_not_among_the_weights_counts() -> None:
    assert Model(1.0, {"w cats": (0.0, 1.0, 0.0, 0.0)}).odds({"w dogs": 0.5}, (0.0, -1.0, -1.0, -1.0))[1] == -1.0


def test_a_letter_is_read_again_with_what_the_model_says(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = units(TEXT)
    monkeypatch.setattr(doubt, "shipped", lambda: Model(1.0, {}))
    alone = label(cut, TEXT)
    monkeypatch.setattr(doubt, "settled", lambda *_: [(2, ANSWERS)])
    assert label(cut, TEXT)[2] == ANSWERS
    monkeypatch.setattr(doubt, "settled", lambda *_: [])
    assert label(cut, TEXT) == alone
