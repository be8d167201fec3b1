"""Facets of a search, over the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.stored import Filters
from service.facets import facets, ground
from service.filters import Asked
from service.index import Index
from service.modes import candidates
from service.query import understand
from tests.conftest import WordEncoder


@pytest.fixture(scope="module")
def index(sampled: Path) -> Index:
    return Index(sampled, encoder=WordEncoder())


@pytest.mark.parametrize("query", ["how many orders were breached", "why was it refused", "council spending"])
def test_choosing_a_value_gives_at_least_as_many_as_it_counts(index: Index, query: str) -> None:
    found = index.facets(query)
    assert set(found) == {"authority", "year", "kind", "outcome", "exemption"}
    snapshot, tried = index.snapshot(), 0
    understood = understand(query, snapshot.store.authorities(snapshot.at))
    for name, values in found.items():
        for one in values[:4]:
            asked = Asked(since=one.value, until=one.value) if name == "year" else Asked(**{name: one.value})
            narrowed = index.facets(query, asked)
            counted = next(facet.count for facet in narrowed[name] if facet.value == one.value)
            assert counted >= one.count > 0, (name, one)
            tried += 1
    assert tried > 10 and candidates(snapshot, index.encoder, understood, Filters(), "hybrid")


def test_values_come_most_frequent_first_and_years_newest_first(index: Index) -> None:
    found = index.facets("police")
    for name, values in found.items():
        numbers = [-int(v.value) for v in values] if name == "year" else [-v.count for v in values]
        assert numbers == sorted(numbers)
        assert len({v.value for v in values}) == len(values)


def test_codes_are_said_in_words(index: Index) -> None:
    found = index.facets("refused under an exemption")
    labels = {facet.value: facet.label for values in found.values() for facet in values}
    assert labels["exemption"] == "Refusal" and labels["FOIA s31"] == "Law enforcement"


def test_of_nothing_there_are_no_facets(index: Index) -> None:
    assert not any(facets(index.snapshot(), []).values())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("FOIA s31(1)(a)", "FOIA s31"),
        ("FOIA s40", "FOIA s40"),
        ("EIR r12(4)(b)", "EIR r12(4)(b)"),
        ("EIR r12(9)(x)", "EIR r12"),
        ("FOISA s35(1)(a)", "FOISA s35"),
    ],
)
def test_a_code_falls_under_a_ground(code: str, expected: str) -> None:
    assert ground(code) == expected
