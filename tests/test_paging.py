"""A search page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer.pipeline import index as write
from service.cursor import Expired, pack
from service.filters import Asked
from service.index import Index
from service.modes import Mode
from service.paging import page
from service.search import Hit
from tests.conftest import SAMPLES, WordEncoder


@pytest.fixture(scope="module")
def index(sampled: Path) -> Index:
    return Index(sampled, encoder=WordEncoder())


def walked(index: Index, query: str, k: int, mode: Mode, then: int) -> list[Hit]:
    at, asked = index.snapshot(), Asked()
    found = page(index, at, query, k, asked, mode)
    hits = found.hits
    while found.following:
        found = page(index, at, query, then, asked, mode, found.following)
        assert found.hits
        hits = hits + found.hits
    return hits


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
@pytest.mark.parametrize(("k", "then"), [(3, 3), (10, 7), (1, 100)])
def test_the_pages_together_hold_every_hit_once(index: Index, mode: Mode, k: int, then: int) -> None:
    query = "how many council officers"
    hits = walked(index, query, k, mode, then)
    assert hits[:k] == index.search(query, k, mode=mode).hits
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    ids = [hit.passage.pid for hit in hits]
    assert len(set(ids)) == len(ids)
    shown = set(ids)
    folded = {one for hit in hits for one in hit.duplicates}
    for one in index.search(query, 1000, mode=mode).hits:
        place = one.document.uri, one.passage.start, one.passage.end
        assert one.passage.pid in shown or place in folded


def test_a_cursor_is_of_one_search(index: Index) -> None:
    at = index.snapshot()
    cursor = page(index, at, "council", 3, Asked()).following
    assert cursor is not None
    for query, asked in (("police", Asked()), ("council", Asked(kind="answer"))):
        with pytest.raises(FoiError, match="another search"):
            page(index, at, query, 3, asked, cursor=cursor)
    with pytest.raises(FoiError, match="another search"):
        page(index, at, "council", 3, Asked(), "dense", cursor)


@pytest.mark.parametrize("cursor", ["x", pack("a"), pack(1, "a", 0, 0)])
def test_a_foreign_cursor_is_refused(index: Index, cursor: str) -> None:
    with pytest.raises(FoiError, match="the cursor is"):
        page(index, index.snapshot(), "council", 3, Asked(), cursor=cursor)


def test_a_cursor_ends_with_its_generation(tmp_path: Path) -> None:
    write([str(SAMPLES / "northmarsh-taxi-licensing.txt")], tmp_path / "data", WordEncoder())
    index = Index(tmp_path / "data", encoder=WordEncoder())
    cursor = page(index, index.snapshot(), "taxi", 1, Asked()).following
    write([str(SAMPLES / "wexcombe-drones.txt")], tmp_path / "data", WordEncoder())
    with pytest.raises(Expired, match="start again"):
        page(index, index.snapshot(), "taxi", 1, Asked(), cursor=cursor)
    assert page(index, index.snapshot(), "drones", 1, Asked()).hits[0].document.uri.endswith("wexcombe-drones.txt")
