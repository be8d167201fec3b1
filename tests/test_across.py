"""One question of several authorities and years, over the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from service.across import _apart, across, put_to
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


def test_a_year_is_not_answered_by_the_financial_year_beside_it(index: Index) -> None:
    found = across(index, QUERY, ["Wexcombe Constabulary"], ["2021/22", "2023/24", "2024/25"])
    assert [(row.period, row.outcome, row.value) for row in found] == [
        ("2021/22", "not_found", None),
        ("2023/24", "disclosed", 6),
        ("2024/25", "not_found", None),
    ]
    assert [row.period for row in across(index, QUERY, [], ["2022/23", "2023/24"])] == ["2022/23", "2023/24"]


@pytest.mark.parametrize(
    ("period", "year", "apart"),
    [
        ("2022/23", "2022/23", 0),
        ("2023/24", "2022/23", 3),
        ("2022/23", "2022", 1),
        ("2021/22", "2023", 3),
        ("2014 to 2019", "2016", 1),
        ("2019", "2016", 3),
        (None, "2016", 2),
    ],
)
def test_how_far_a_row_is_from_the_year_asked_for(period: str | None, year: str, apart: int) -> None:
    assert _apart(period, year) == apart


def test_an_authority_named_in_the_question_keeps_no_other_out(index: Index) -> None:
    named = f"{QUERY} by Wexcombe Constabulary in 2023/24"
    wexcombe, saltmoor = across(index, named, ["Wexcombe Constabulary", "Saltmoor Police"])
    assert (wexcombe.authority, wexcombe.value) == ("Wexcombe Constabulary", 6)
    assert saltmoor.authority == "Saltmoor Police" and saltmoor.outcome != "not_found"
    anyone = across(index, named)
    assert anyone[0].authority == "Wexcombe Constabulary" and len({row.authority for row in anyone}) > 1


KNOWN = ("Northmarsh Borough Council", "Saltmoor Police", "Devon and Cornwall Police")


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("how many complaints against Saltmoor Police", "how many complaints against Kent Police"),
        (
            "complaints about Northmarsh Borough Council made to Saltmoor Police",
            "complaints about Northmarsh Borough Council made to Kent Police",
        ),
        (
            "what did Saltmoor Police say about the Northmarsh Borough Council, in Saltmoor Police's view",
            "what did Kent Police say about the Northmarsh Borough Council, in Kent Police view",
        ),
        (
            "emails between Devon and Cornwall Police and Saltmoor Police",
            "emails between Kent Police and Saltmoor Police",
        ),
        ("what did Saltmoor spend on drones", "what did Kent Police spend on drones"),
        ("how many drones \ue000", "how many drones"),
    ],
)
def test_an_authority_that_a_question_is_about_stays_in_it(asked: str, put: str) -> None:
    assert put_to(asked, "Kent Police", KNOWN) == put


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
