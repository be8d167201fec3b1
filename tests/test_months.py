"""Periods as stretches of months."""

from __future__ import annotations

import pytest

from service.months import months, shared, stretch
from service.periods import periods


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2022", (2022, 1), (2022, 12)), ("2022/23", (2022, 4), (2023, 3)), ("March 2021", (2021, 3), (2021, 3))],
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
