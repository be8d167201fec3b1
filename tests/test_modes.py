"""Ways to search."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from indexer.stored import Filters
from service.filters import Asked
from service.index import Index
from tests.conftest import WordEncoder


@pytest.fixture(scope="module")
def index(sampled: Path) -> Index:
    return Index(sampled, encoder=WordEncoder())


def test_dense_is_the_order_of_the_cosines(index: Index) -> None:
    query = "how many orders were breached"
    hits = index.search(query, 10, mode="dense").hits
    snapshot = index.snapshot()
    vector = index.encoder.encode([query])[0]
    cosines = snapshot.dense.vectors(np.asarray([hit.passage.pid for hit in hits], dtype=np.int64)) @ vector
    assert [hit.score for hit in hits] == pytest.approx(cosines.tolist(), abs=1e-5)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert [hit.rank for hit in hits] == list(range(1, 11))


def test_lexical_finds_only_what_holds_a_word(index: Index) -> None:
    hits = index.search("drones", 10, mode="lexical").hits
    assert hits and all("drone" in f"{hit.passage.context} {hit.text}".lower() for hit in hits)
    assert index.search("zyzzyva", 10, mode="lexical").hits == []


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
def test_filters_go_before_every_search(index: Index, mode: str) -> None:
    asked = Asked(kind="exemption", exemption="s31")
    hits = index.search("harm to policing", 50, asked, mode=mode).hits  # type: ignore[arg-type]
    allowed = set(index.snapshot().store.matching(Filters("exemption", None, "FOIA s31"), index.snapshot().at).tolist())
    assert hits and {hit.passage.pid for hit in hits} <= allowed
