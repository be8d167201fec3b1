"""Labels as times, and the times that a query names."""

from __future__ import annotations

import pytest

from service import axis
from service.periods import periods
from service.query import understand


def named(*labels: str) -> list[list[tuple[str, int, str | None]]]:
    found = axis.times(dict(enumerate(labels)))
    return [[(p.kind, p.first, p.part) for p in found.get(at, ())] for at in range(len(labels))]


def test_months_with_short_years_are_told_from_days() -> None:
    assert named("Apr 22", "May 22", "Total") == [[("month", 2022, "4")], [("month", 2022, "5")], []]
    assert named("May 1", "May 22", "May 29")[1:] == [[], []]
    assert named("August 24") == [[("month", 2024, "8")]]


def test_a_month_or_a_quarter_may_lack_its_year() -> None:
    assert named("June", "Sept.", "Q2") == [[("month", 0, "6")], [("month", 0, "9")], [("quarter", 0, "Q2")]]


def test_a_month_under_its_year() -> None:
    assert named("2022/23 April", "2022/23 March", "2022 March") == [
        [("month", 2022, "4")],
        [("month", 2023, "3")],
        [("month", 2022, "3")],
    ]


@pytest.mark.parametrize(
    ("query", "months"),
    [
        ("fines in June", ["6"]),
        ("fines in may", ["5"]),
        ("fines that may be issued", []),
        ("June fines 2022", ["6"]),
        ("fines in June 2022", []),
        ("fines on 5 June", []),
        ("fines between April and June", ["4-6"]),
    ],
)
def test_months_that_a_query_names_without_their_year(query: str, months: list[str]) -> None:
    assert [p.part for p in axis.asked(understand(query, ())) if not p.first] == months


@pytest.mark.parametrize(
    ("wanted", "label", "same"),
    [
        ("Q2 2022", "Q2 2022", True),
        ("Q1 2022", "Q2 2022", False),
        ("2022", "Q2 2022", False),
        ("Q2 2022", "Q2 2022/23", True),
        ("Q2 2022", "Q1 2022/23", False),
        ("Q2 2022", "April to June 2022", False),
        ("April to June 2022", "Q1 2022/23", True),
        ("June 2022", "June", True),
        ("June 2022", "June 2021", False),
        ("2022/23", "1 April 2022 - 31 March 2023", True),
        ("2022", "31 March 2022", True),
        ("May 2022", "31 March 2022", False),
        ("5 May 2022", "17 May 2022", False),
    ],
)
def test_a_label_that_names_the_time_wanted(wanted: str, label: str, same: bool) -> None:
    assert axis.names(periods(wanted)[0], axis.times({0: label})[0]) is same


def test_a_year_holds_its_month_and_a_financial_year_that_of_the_next() -> None:
    (month,) = periods("February 2023")
    assert axis.holds(periods("2023"), month) and axis.holds(periods("2022/23"), month)
    assert not axis.holds(periods("2022"), month)


def test_a_year_covers_its_quarters_and_most_of_its_months() -> None:
    quarters = list(axis.times(dict(enumerate(["Q1 2022/23", "Q2 2022/23", "Q3 2022/23", "Q4 2022/23"]))).values())
    assert axis.covers(periods("2022/23")[0], quarters) and not axis.covers(periods("2022")[0], quarters)
    months = list(axis.times(dict(enumerate(["January", "February", "March"]))).values())
    assert not axis.covers(periods("2022")[0], months)
