"""How a query's terms are looked for in what units say."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from service.match import Weighed, compounded, fit, weigh
from service.money import priced
from service.months import agree
from service.periods import periods
from service.query import understand
from service.read import read
from service.terms import bag, held, stem, terms
from tests.test_answer import letter

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
        ("September 2023", "as at 30/09/2023", 0.85),
        ("September 2023", "between 01/10/2022 and 30/09/2023", 0.7),
        ("the year to September 2023", "between 01/10/2022 and 30/09/2023", 1.0),
        ("June 2023", "in September 2023", 0.5),
        ("2023/24", "on 31 July 2023", 0.7),
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
        ("how many harbour budgets were agreed", False),
        ("3. Please confirm how many fees were waived", False),
        ("how many fees were waived and how much were they worth", True),
        ("how much did the harbour board receive from yachts", True),
        ("how much has the port earned since 2020", True),
        ("how much ice did the fleet take", False),
        ("average time that crews spend in port", False),
        ("how long is spent on each hull", False),
        ("hours the port says that it has already spent on one skipper's letters", False),
        ("cost of the time spent on hulls", True),
    ],
)
def test_money_is_asked_for_where_it_is_what_a_query_begins_with(query: str, money: bool) -> None:
    assert priced(query) is money


@pytest.mark.parametrize(
    ("said", "together"),
    [
        (["The slip way is shut.", "A slip way by the pier.", "No slipway is let."], False),
        (["The slipway is shut.", "The slipway by the pier.", "The slip way."], True),
        (["The slip-way is shut."], True),
    ],
)
def test_two_words_are_one_where_most_letters_write_them_so(said: list[str], together: bool) -> None:
    units = [unit for body in said for unit in letter([("question", "1. What of it?"), ("answer", body)])]
    assert ("slipway" in compounded(understand("slip way repairs", ()), units).terms) is together


def test_what_a_letter_defines_holds_within_it_both_ways() -> None:
    units = letter(
        [
            ("question", "1. How many Slipway Closure Notices (SCNs) were sent?"),
            ("answer", "41"),
            ("question", "2. How many SCN were withdrawn?"),
            ("answer", "3"),
            ("question", "3. Who signs a slipway closure notice?"),
            ("answer", "The harbour master."),
        ]
    )
    by_words = [read(unit).bag >= bag("slipway closure notice") for unit in units]
    by_letters = [stem("scn") in read(unit).bag for unit in units]
    assert by_words == by_letters == [True, True, True]
    assert stem("scn") not in read(letter([("answer", "No slipway closure notice was sent.")])[0]).bag


def test_a_body_may_be_named_in_an_address_alone() -> None:
    query = understand("Saltcombe Haven slipways relet", ())
    signed, other = (
        letter([("question", "1. How many slipways were relet?"), ("answer", f"Four. Write to foi@{host}.example")])
        for host in ("saltcombehaven", "northmarsh")
    )
    weights = weigh(query, [*signed, *other])
    ours, theirs = (fit(query, unit, weights) for (unit,) in (signed, other))
    assert ours.missing == () and ours.named == 0.0
    assert len(theirs.missing) == 2 and theirs.coverage < ours.coverage


def test_the_number_of_an_answer_is_no_quarter_of_a_year() -> None:
    (unit,) = letter([("answer", "Q4\nThe ages of the goats are not given.")])
    numbered = replace(unit, answers=(replace(unit.answers[0], number="Q4"),))
    assert not read(numbered).times
    (quarter,) = letter([("answer", "Q4\nThe goats were counted.")])
    assert read(quarter).times


def test_the_year_that_a_letter_states_outweighs_a_day_in_its_answer() -> None:
    said = "The keeper gave out 84 rings. Rings ordered before 30 April {} are counted."
    query = understand("how many swan rings were given out in 2021/22", ())
    found = []
    for stated, day in (("2021/22", 2022), ("2020/21", 2021)):
        heading = f"Swan rings, financial year {stated}"
        parts = (("other", heading), ("question", "How many rings were given out?"), ("answer", said.format(day)))
        units = letter(parts)
        found.append(fit(query, units[0], weigh(query, units)).period)
    assert found[0] > found[1]


def test_a_day_of_another_year_is_hardly_the_year_that_a_letter_states() -> None:
    parts = (
        ("other", "Swan rings, financial year 2021/22. Swans were first counted since 2020."),
        ("question", "How many rings were lost on 31 March 2024?"),
        ("answer", "Seven rings."),
    )
    units = letter(parts)
    query = understand("how many rings were given out in 2021/22", ())
    assert fit(query, units[0], weigh(query, units)).period == 0.5


def test_a_long_run_of_one_letter_is_read_at_once() -> None:
    begun = time.perf_counter()
    for asked in ("hours " + "s" * 5000, "hours" + " s" * 5000, "hours" + " 's" * 5000):
        priced(f"{asked} of harbour fees")
    assert time.perf_counter() - begun < 2.0
