"""What is made of a query while it is encoded changes when its answer is worked out, and never which it is."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.stored import Filters
from service import rank
from service.begun import Begun, begin
from service.index import Index
from service.query import understand
from tests.conftest import ROOT, WordEncoder

QUERIES = [
    json.loads(line)["query"] for line in (ROOT / "eval" / "questions" / "samples.jsonl").read_text().splitlines()
][::9]


def answered(data: Path) -> list[object]:
    index = Index(data, encoder=WordEncoder())
    return [(index.ask(query).answer, index.search(query).hits) for query in QUERIES]


def test_answers_and_hits_are_the_same_however_much_was_foreseen(
    sampled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Begun.foresee

    def all_of_it(self: Begun, enough: Callable[[], bool]) -> None:
        plain(self, lambda: False)

    monkeypatch.setattr(Begun, "foresee", all_of_it)
    foreseen = answered(sampled)
    monkeypatch.setattr(Begun, "foresee", lambda self, enough: None)
    assert answered(sampled) == foreseen


def test_a_unit_is_drawn_from_once(sampled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Index(sampled, encoder=WordEncoder())
    drawn: list[tuple[str, str]] = []
    plain = rank._draw

    def counting(query: object, candidate: object, *more: object) -> object:
        drawn.append(candidate.unit)  # type: ignore[attr-defined]
        return plain(query, candidate, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(rank, "_draw", counting)
    snapshot = opened.snapshot()
    begun = begin(snapshot, understand("how many stalking protection orders were breached", ()), Filters())
    begun.foresee(lambda: False)
    assert begun.ranking is not None
    assert len(drawn) == min(rank.FORESEEN, len(begun.units)) > 1
    begun.ranking.ranked(begun.units)
    assert len(drawn) == len(set(drawn)) >= rank.DRAWN


def test_it_stops_as_soon_as_the_vector_is_there(sampled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = Index(sampled, encoder=WordEncoder()).snapshot()
    begun = begin(snapshot, understand("how many stalking protection orders were breached", ()), Filters())
    steps = itertools.count()
    begun.foresee(lambda: next(steps) == 1)
    assert begun.ranking is not None
    assert len(begun.ranking._drawn) == 1


def test_nothing_long_is_begun_that_may_not_be_needed(sampled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = Index(sampled, encoder=WordEncoder()).snapshot()
    monkeypatch.setattr(rank, "_LENGTHY", 0)
    begun = begin(snapshot, understand("how many stalking protection orders were breached", ()), Filters())
    begun.foresee(lambda: False)
    assert begun.ranking is not None
    assert not begun.ranking._drawn
    assert begun.ranking.ranked(begun.units)[0].extract is not None


def test_a_query_whose_words_no_letter_has_is_ranked_by_its_sense(sampled: Path) -> None:
    opened = Index(sampled, encoder=WordEncoder())
    query = understand("zyxwvut qponmlk", ())
    begun = begin(opened.snapshot(), query, Filters())
    assert begun.ranking is None
    assert not begun.units
    assert opened.search("zyxwvut qponmlk").hits
    assert opened.ask("zyxwvut qponmlk").answer.outcome == "not_found"


def test_what_fails_ahead_of_time_fails_only_where_it_is_needed(sampled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = Index(sampled, encoder=WordEncoder()).snapshot()
    begun = begin(snapshot, understand("how many stalking protection orders were breached", ()), Filters())
    plain = rank._draw

    def failing(*given: object) -> object:
        raise IndexError

    monkeypatch.setattr(rank, "_draw", failing)
    begun.foresee(lambda: False)
    assert begun.ranking is not None
    with pytest.raises(IndexError):
        begun.ranking.ranked(begun.units)
    monkeypatch.setattr(rank, "_draw", plain)
    assert begun.ranking.ranked(begun.units)
