"""One question of several authorities and years, over the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from service.across import across
from service.comparison import rows
from service.index import Index
from tests.conftest import WordEncoder

QUERY = "how many stalking protection orders were breached"


@pytest.fixture(scope="module")
def index(sampled: Path) -> Index:
    return Index(sampled, encoder=WordEncoder())


def test_with_nobody_named_it_is_the_answer_and_the_others(index: Index) -> None:
    assert across(index, QUERY) == rows(index.ask(QUERY).answer)


def test_a_row_for_each_authority_and_year_silence_included(index: Index) -> None:
    found = across(index, QUERY, ["Wexcombe Constabulary", "Nowhere Police"], ["2023/24", "1987"])
    assert [(row.authority, row.outcome) for row in found] == [
        ("Wexcombe Constabulary", "disclosed"),
        ("Wexcombe Constabulary", "not_found"),
        ("Nowhere Police", "not_found"),
        ("Nowhere Police", "not_found"),
    ]
    assert (found[0].value, found[0].period) == (6, "2023/24")
    assert [row.period for row in found[1:]] == ["1987", "2023/24", "1987"]
    assert all(row.answer is None and row.source is None for row in found[1:])


@pytest.mark.parametrize("year", ["20235", "last year", "", "2023/2024/2025"])
def test_what_is_no_year_is_refused(index: Index, year: str) -> None:
    with pytest.raises(FoiError, match="is not a year"):
        across(index, QUERY, [], [year])


def test_an_empty_query_is_refused_with_years_too(index: Index) -> None:
    for query in ("", "?!"):
        with pytest.raises(FoiError, match="quer"):
            across(index, query, [], ["2023"])


def test_too_many_questions_at_once_are_refused(index: Index) -> None:
    with pytest.raises(FoiError, match="are more than 60 questions"):
        across(index, QUERY, [f"Force {n}" for n in range(9)], [str(2000 + n) for n in range(9)])
