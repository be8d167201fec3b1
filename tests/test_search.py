"""Searching and asking over the samples, with the real encoder."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer.embed import SentenceEncoder
from indexer.lexical import sought
from indexer.pipeline import index
from indexer.stored import Filters
from service.filters import Asked
from service.index import Index
from service.query import Query, understand
from service.retrieve import Scored, found, retrieve
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


def scored(opened: Index, query: Query) -> list[Scored]:
    """The candidates before boilerplate is set back."""
    words = [*sought(query.text), *(term for wording in query.wordings for term in sought(wording))]
    return retrieve(opened.snapshot(), opened.encoder.encode([query.text])[0], words, Filters())


def test_copied_reasons_do_not_stand_before_the_answer(tmp_path: Path) -> None:
    reasons = (
        "Section 31(1)(a) is engaged. Disclosing how many drone flights the force made would be likely to prejudice "
        "the prevention or detection of crime, since offenders would learn how many drone flights are made."
    )
    asked = "1. How many drone flights did the force make?\n\n"
    for n in range(5):
        text = f"Force {n} Constabulary\n\n{asked}{reasons}\n"
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "told.txt").write_text(f"{asked}The number of flights was 84.\n", encoding="utf-8")
    index([str(tmp_path)], tmp_path / ".data", SentenceEncoder())
    opened = Index(tmp_path / ".data")
    snapshot = opened.snapshot()
    assert len(snapshot.store.repeated(snapshot.store.alive(snapshot.at)[0], snapshot.at, 4)) == 5
    store, authorities = snapshot.store, snapshot.store.authorities(snapshot.at)

    def lost(query: str) -> dict[str, float]:
        """Kind of passage → what being copied costs it."""
        understood = understand(query, authorities)
        plain = {one.pid: one.fused for one in scored(opened, understood)}
        now = found(snapshot, opened.encoder, understood, Filters())
        return {store.passages([one.pid])[one.pid].kind: round(plain[one.pid] - one.fused, 4) for one in now}

    factual = lost("how many drone flights were made to detect crime")
    assert factual["exemption"] > 0 and factual["answer"] == 0
    assert set(lost("why would telling of drone flights prejudice the detection of crime").values()) == {0}
    assert set(lost("which exemption was cited for drone flights").values()) == {0}
    assert "84" in opened.search("how many drone flights did the force make").hits[0].text
    why = opened.search("why would disclosing how many drone flights were made prejudice the detection of crime").hits
    assert why[0].passage.kind == "exemption" and len(why[0].duplicates) >= 3
