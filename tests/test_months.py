"""Periods as stretches of months."""

from __future__ import annotations

import pytest

from service.months import alike, months, shared, stretch
from service.periods import periods


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", (2022, 1), (2022, 12)),
        ("2022/23", (2022, 4), (2023, 3)),
        ("March 2021", (2021, 3), (2021, 3)),
        ("Q2 2022", (2022, 4), (2022, 6)),
        ("Q1 2022/23", (2022, 4), (2022, 6)),
        ("Q4 2022/23", (2023, 1), (2023, 3)),
    ],
)
def test_months_of_a_period(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert months(periods(text)[0]) == (first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1)


def test_a_financial_year_in_dates_is_that_year() -> None:
    assert stretch(periods("1 April 2022 - 31 March 2023")) == months(periods("2022/23")[0])


def test_shared_months() -> None:
    year, half = (0, 11), (6, 11)
    assert shared(year, year) == 1
    assert shared(year, half) == 0.5
    assert shared((0, 5), half) == 0


def test_months_of_one_year_are_no_whole_year() -> None:
    (span,) = periods("October to December 2023")
    assert months(span) == (2023 * 12 + 9, 2023 * 12 + 11)


@pytest.mark.parametrize(
    ("wanted", "label", "share"),
    [
        ("Q2 2022", "Q2 2022/23", 1),
        ("Q2 2022", "Q1 2022/23", 0),  # the same months, if it is a calendar year's
        ("Q2 2022", "April to June 2022", 0),
        ("Q1 2022/23", "April to June 2022", 1),
        ("2022", "Q2 2022", 0.25),
        ("May 2022", "2022", 1 / 12),
    ],
)
def test_how_like_a_label_is_to_a_wanted_time(wanted: str, label: str, share: float) -> None:
    assert alike(periods(wanted)[0], periods(label)) == share
