from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.document import FoiError
from indexer import dense
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
    assert (again.vectors(np.array([40, 10])) @ np.array([0, 1, 0], np.float32)).tolist() == [1.0, 0.0]


def test_a_file_that_is_no_index_is_said(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"not an index at all")
    with pytest.raises(FoiError, match="cannot be read as a FAISS index"):
        DenseIndex.read(tmp_path / "x")


def _clusters(count: int) -> np.ndarray:
    draw = np.random.default_rng(4)
    made = draw.normal(size=(40, 48))[draw.integers(0, 40, count)] + 0.8 * draw.normal(size=(count, 48))
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), np.float32)


def test_the_bytes_of_the_vectors_find_what_a_full_search_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "_ROUGH", (1_000, 10_000))
    vectors = _clusters(3_000)
    made = DenseIndex(48)
    made.add(np.arange(3_000) * 7 + 5, vectors)
    for query in vectors[::60]:
        first, expected = DenseIndex.search(_alone(made), query, 20), made.search(query, 20)
        assert first[0].tolist() == expected[0].tolist()
        assert first[1].tolist() == expected[1].tolist()
    assert made._bytes is not None and made._bytes.search(vectors[0], 20) is not None
    made.remove([5])
    assert made.search(vectors[0], 1)[0].tolist() != [5]


def test_one_axis_much_longer_than_the_others_costs_the_bytes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "_ROUGH", (1_000, 10_000))
    vectors = _clusters(3_000)
    vectors[:, 0] += 3
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    made = DenseIndex(48)
    made.add(np.arange(3_000), vectors)
    for query in (vectors[0], *vectors[1::300]):
        first, expected = DenseIndex.search(_alone(made), query, 20), made.search(query, 20)
        assert first[0].tolist() == expected[0].tolist()
    assert made._bytes is not None and all(made._bytes.search(query, 20) is not None for query in vectors[::300])


def _alone(index: DenseIndex) -> DenseIndex:
    """The same index, asked for the first time."""
    made = DenseIndex(index.dimension)
    made.add(index.ids(), index.vectors(index.ids()))
    return made


def test_where_too_many_are_alike_the_bytes_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "_ROUGH", (1_000, 10_000))
    made = DenseIndex(48)
    made.add(np.arange(2_000), np.repeat(_clusters(2), 1_000, axis=0))
    query = _clusters(2)[1]
    assert made.search(query, 5)[1].tolist() == made.search(query, 5)[1].tolist() == pytest.approx([1.0] * 5)
    assert made._bytes is not None and made._bytes.search(query, 5) is None
