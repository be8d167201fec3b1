"""How a query's terms are looked for in what units say."""

from __future__ import annotations

import pytest

from service.match import Weighed, agree, priced
from service.periods import periods
from service.terms import bag, held, terms

_SAID = (
    "How many SPOs were breached? 12 stalking protection orders were breached in 2023/24.",
    "The purchasing of body-worn cameras cost £12,000; drivers were fined and evicted.",
    "We do not hold the number of vehicles seized under the Road Traffic Act.",
    "",
)


@pytest.mark.parametrize(
    "query",
    [
        "how many stalking protection orders were breached",
        "SPO breaches and the cost of purchases",
        "how many cars were confiscated in 12 months",
        "number of HMO licences refused to landlords",
    ],
)
def test_all_terms_at_once_are_held_as_each_alone(query: str) -> None:
    asked = terms(query)
    weights = Weighed(asked)
    for said in _SAID:
        stems = bag(said)
        assert weights.held(stems) == {term: held(term, stems) for term in asked}
        assert weights.held(stems) is weights.held(stems)


@pytest.mark.parametrize(
    ("wanted", "printed", "how"),
    [
        ("2023", "2023", 1.0),
        ("2023", "in 2021 and in 2023", 1.0),
        ("2023", "2021 to 2024", 0.7),
        ("2021 to 2024", "2022", 0.7),
        ("2023", "2023/24", 0.7),
        ("2021 to 2023", "2022 to 2024", 0.5),
        ("2022/23", "2023/24", -1.0),
        ("2023", "2019", -1.0),
        ("2023", "no time at all", 0.0),
    ],
)
def test_times_agree_by_the_best_of_those_printed(wanted: str, printed: str, how: float) -> None:
    assert agree(periods(wanted)[0], periods(printed)) == how


@pytest.mark.parametrize(
    ("query", "money"),
    [
        ("harbour fees unpaid in 2023", True),
        ("how much did Northmarsh spend on slipways", True),
        ("people taken to court over unpaid harbour fees", False),
        ("number of berths let at an affordable rent", False),
        ("section used to refuse the dredging costs", False),
    ],
)
def test_money_is_asked_for_where_it_is_what_a_query_begins_with(query: str, money: bool) -> None:
    assert priced(query) is money
