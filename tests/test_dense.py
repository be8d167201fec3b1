from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.document import FoiError
from indexer.dense import DenseIndex


@pytest.fixture
def index() -> DenseIndex:
    made = DenseIndex(3)
    made.add([10, 20, 30], np.eye(3, dtype=np.float32))
    return made


def test_nearest_first(index: DenseIndex) -> None:
    ids, scores = index.search(np.array([0.8, 0.6, 0], np.float32), 2)
    assert ids.tolist() == [10, 20]
    assert scores.tolist() == pytest.approx([0.8, 0.6])


def test_filters_before_it_searches(index: DenseIndex) -> None:
    ids, _ = index.search(np.array([1, 0, 0], np.float32), 1, np.array([20, 30]))
    assert len(ids) == 1 and ids[0] in (20, 30)


def test_padding_is_never_a_hit(index: DenseIndex) -> None:
    ids, scores = index.search(np.array([1, 0, 0], np.float32), 10, np.array([20]))
    assert ids.tolist() == [20]
    assert len(scores) == 1
    assert index.search(np.array([1, 0, 0], np.float32), 10, np.array([], np.int64))[0].tolist() == []
    assert DenseIndex(3).search(np.array([1, 0, 0], np.float32), 5)[0].tolist() == []


def test_remove_add_write_read(index: DenseIndex, tmp_path: Path) -> None:
    index.remove([20])
    index.add([40], np.array([[0, 1, 0]], np.float32))
    index.write(tmp_path / "dense.faiss")
    again = DenseIndex.read(tmp_path / "dense.faiss")
    assert sorted(again.ids().tolist()) == [10, 30, 40]
    assert again.scores(np.array([0, 1, 0], np.float32), np.array([40, 10])).tolist() == [1.0, 0.0]


def test_a_file_that_is_no_index_is_said(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"not an index at all")
    with pytest.raises(FoiError, match="cannot be read as a FAISS index"):
        DenseIndex.read(tmp_path / "x")
