"""What the encoder learnt of queries: where it is used, where not, and that it can be learnt again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.document import FoiError
from eval import adapter
from eval.invented import BRIEFS, PARAPHRASES, letters
from indexer import query_encoder
from indexer.embed import DEFAULT_MODEL, SentenceEncoder, in_fp32, model_folder
from indexer.query_adapter import FILE, changes, mark
from indexer.query_encoder import keep_query_encoder, open_query_encoder

ASKED = ["how many orders were breached?", "which company runs the ferry"]


def test_every_change_fits_its_module_and_is_small() -> None:
    model = in_fp32(DEFAULT_MODEL)
    found = changes()
    assert len(found) == 36  # query, key, value and three dense layers of each of six
    for name, change in found.items():
        weight = model.get_submodule(name).weight.detach().numpy()
        assert change.shape == weight.shape and np.isfinite(change).all()
        assert 0 < np.linalg.norm(change) < np.linalg.norm(weight) / 2, name


def test_queries_move_and_passages_do_not() -> None:
    plain, asked = SentenceEncoder().encode(ASKED), SentenceEncoder(of_queries=True).encode(ASKED)
    published = np.concatenate([in_fp32(DEFAULT_MODEL).encode([text]) for text in ASKED])
    assert np.einsum("ij,ij->i", plain, published).min() > 0.995
    assert 0.5 < np.einsum("ij,ij->i", plain, asked).max() < 0.99


def test_another_model_is_used_as_it_is() -> None:
    folder = str(model_folder(DEFAULT_MODEL))  # by its folder it is a model of the user's own
    assert np.array_equal(SentenceEncoder(folder, of_queries=True).encode(ASKED), SentenceEncoder().encode(ASKED))


def test_an_export_of_before_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_encoder, "mark", lambda: "of before")
    assert keep_query_encoder(tmp_path, DEFAULT_MODEL) and open_query_encoder(tmp_path, DEFAULT_MODEL)
    monkeypatch.undo()
    assert open_query_encoder(tmp_path, DEFAULT_MODEL) is None
    assert keep_query_encoder(tmp_path, DEFAULT_MODEL) and open_query_encoder(tmp_path, DEFAULT_MODEL)


def test_a_damaged_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(FILE.read_bytes()[:1000])
    for name in ("short", "none"):
        with pytest.raises(FoiError, match=r"cannot be read .*: reinstall foi-search"):
            changes(tmp_path / name)
    with pytest.raises(FoiError, match="reinstall foi-search"):
        mark(tmp_path / "none")


def test_it_is_learnt_from_letters_that_nothing_is_judged_by() -> None:
    learnt, judged = letters(PARAPHRASES), letters(BRIEFS)
    asked = {query for one in learnt for unit in one.units for query in unit.queries}
    common = asked & {query for one in judged for unit in one.units for query in unit.queries}
    assert len(common) <= 1  # two writers chose the same five words
    assert not {u.question for one in learnt for u in one.units} & {u.question for one in judged for u in one.units}


def test_learning_brings_queries_nearer_to_what_they_mean(tmp_path: Path) -> None:
    of = adapter.sought(PARAPHRASES, tmp_path, 6)
    learner = adapter.Learner()
    before = learner.ranks(of)
    losses = list(learner.learn(of, adapter.general()[:50], 24))
    assert np.mean(losses[-6:]) < np.mean(losses[:6])
    assert (1 / learner.ranks(of)).mean() > (1 / before).mean()
    learner.keep(tmp_path / "learnt.safetensors")
    assert changes(tmp_path / "learnt.safetensors").keys() == changes().keys()
