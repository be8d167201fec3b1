"""Searching and asking over the samples, with the real encoder."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from service.filters import Asked
from service.index import Index
from tests.conftest import SAMPLES


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Index:
    data = tmp_path_factory.mktemp("search") / "data"
    index([str(path) for path in sorted(SAMPLES.glob("*.txt"))], data, SentenceEncoder())
    return Index(data)


def test_hits_are_verbatim_ranked_and_distinct(opened: Index) -> None:
    hits = opened.search("how many stalking protection orders were made", 10).hits
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.passage.pid for hit in hits}) == len(hits) == 10
    store = opened.snapshot().store
    for hit in hits:
        assert store.text(hit.passage.version)[hit.passage.start : hit.passage.end] == hit.text


def test_a_question_is_left_to_its_answer_unless_asked_for(opened: Index) -> None:
    plain = opened.search("how many stalking protection orders were applied for", 20).hits
    store = opened.snapshot().store
    for hit in plain:
        if hit.passage.kind == "question":
            sections = store.sections(hit.passage.version)
            assert not any(section.answers == hit.passage.section for section in sections)
    asked = opened.search("how many stalking protection orders were applied for", 20, Asked(kind="question")).hits
    assert asked and {hit.passage.kind for hit in asked} == {"question"}


def test_filters_hold_before_the_search(opened: Index) -> None:
    authorities = opened.snapshot().store.authorities(opened.snapshot().at)
    for name in authorities[:4]:
        hits = opened.search("refused because of the cost of searching", 10, Asked(authority=name)).hits
        assert hits and {hit.document.authority for hit in hits} == {name}
    assert opened.search("orders", 10, Asked(since="2090")).hits == []
    refused = opened.search("orders", 10, Asked(exemption="s31")).hits
    assert refused and all(any("s31" in code for code in hit.passage.exemptions) for hit in refused)


def test_every_citation_is_the_stored_text(opened: Index) -> None:
    snapshot = opened.snapshot()
    for query in ("how many stalking protection orders were breached", "why was it refused", "cost of agency staff"):
        answer = opened.ask(query).answer
        for citation in [*answer.citations, *(c for other in answer.others for c in other.citations)]:
            document = snapshot.store.document(citation.document.id, snapshot.at)
            assert document is not None
            assert snapshot.store.text(document.version)[citation.start : citation.end] == citation.quote


def test_a_new_generation_is_picked_up(tmp_path: Path) -> None:
    encoder = SentenceEncoder()
    (tmp_path / "a.txt").write_text("1. How many zeppelins does the Council own?\n\nThree zeppelins.\n")
    index([str(tmp_path / "a.txt")], tmp_path / "data", encoder)
    opened = Index(tmp_path / "data")
    assert "Three" in opened.search("zeppelins").hits[0].text
    (tmp_path / "a.txt").write_text("1. How many zeppelins does the Council own?\n\nSeven zeppelins.\n")
    index([str(tmp_path / "a.txt")], tmp_path / "data", encoder)
    assert "Seven" in opened.search("zeppelins").hits[0].text


def test_bad_queries_are_one_line(opened: Index) -> None:
    for query in ("", " \n ", "…!", "x" * 100_000):
        with pytest.raises(FoiError, match="query"):
            opened.search(query)
        with pytest.raises(FoiError, match="query"):
            opened.ask(query)
