"""The cell of a table that a query asks for, and none where the table does not say which."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from service.candidate import Candidate
from service.cells import of_other_times, pick
from service.extract import extract
from service.match import weigh
from service.query import understand
from tests.test_answer import AUTHORITIES, letter
from tests.test_extract import drawn

QUARTERS = """Kite permits, Harrowmere Police, 2023/24

Quarter\tApplied for\tGranted
April to June 2023\t6\t5
July to September 2023\t3\t4
October to December 2023\t8\t4
January to March 2024\t4\t5
Year\t21\t18
"""

WAITS = """Month\tArrivals\tOver 4 hours\tOver 12 hours
April 2022\t8,104\t2,011\t96
May 2022\t8,560\t2,214\t88
June 2022\t8,377\t2,305\t131
Total\t25,041\t6,530\t315
"""

WARDS = """Area\tWard\tLicensed\tWaiting
Harbour\tRopewalk\t318\t24
Harbour\tCustom House\t207\t11
Hill\tMinster\t96\t5
Hill\tGallows\t54\t2
City\t\t675\t42
"""

LEVY = """What was done\tApril 2017 to March 2024\tComment
Paid in\t£900\tBy pay run
Expired\t£142\tBack to the Exchequer
Moved\t£65\tGiven to other bodies
Left in March 24\t£262\tStill to be used
"""


def table(printed: str, question: str = "Please send the table.") -> list[Candidate]:
    greeting = "Thank you for writing to us in the spring. " * 6
    return letter([("other", greeting), ("question", question), ("answer", f"The figures are:\n\n{printed}")])


def value(query: str, units: Sequence[Candidate]) -> float | None:
    """The figure of the cell that is drawn; None for any other quotation, and where there is none."""
    asked = understand(query, AUTHORITIES)
    found = extract(asked, units[0], weigh(asked, units))
    return found.value if found is not None and found.cell else None


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("kite permits applied for October to December 2023", 8),
        ("kite permits granted January to March 2024", 5),
        ("kite permits applied for 2023/24", 21),
        ("total kite permits granted 2023/24", 18),
    ],
)
def test_rows_of_quarters_and_the_row_of_the_year(query: str, figure: float) -> None:
    assert value(query, table(QUARTERS)) == figure


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("how many waited over twelve hours in May 2022", 88),
        ("twelve-hour waits in June 2022", 131),
        ("waits over 4 hours in June 2022", 2305),
        ("total waits over four hours April 2022 to June 2022", 6530),
    ],
)
def test_quantities_in_words_and_digits_tell_columns_apart(query: str, figure: float) -> None:
    assert value(query, table(WAITS)) == figure


def test_a_last_row_that_adds_up_the_others_is_their_total_whatever_it_is_called() -> None:
    asked = "How many flats are licensed in each ward?"
    assert value("total licensed flats", table(WARDS, asked)) == 675
    assert value("licensed flats in Minster", table(WARDS, asked)) == 96
    assert value("total licensed flats", table(WARDS.replace("675", "674").replace("\t42", "\t41"), asked)) is None


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("levy given to other bodies, total to March 2024", 65),
        ("levy left in March 2024", 262),
    ],
)
def test_a_row_is_known_by_the_comment_beside_its_figure(query: str, figure: float) -> None:
    assert value(query, table(LEVY)) == figure


@pytest.mark.parametrize("query", ["levy paid in during August 2019", "levy paid in in June 2025"])
def test_a_figure_of_many_years_is_not_that_of_a_month(query: str) -> None:
    assert value(query, table(LEVY)) is None


def test_a_word_in_another_form_is_nearer_than_a_synonym() -> None:
    spent = "Month\tPaid in\tSpent\nApril 2024\t£10\t£4\nMay 2024\t£11\t£6\nJune 2024\t£12\t£9\n"
    assert value("spending in May 2024", table(spent)) == 6


def test_rows_that_fit_alike_are_not_chosen_between() -> None:
    pitches = "Kind\tPitches\nSenior kite pitches\t39\nJunior kite pitches\t67\n"
    got, _ = drawn("kite pitches for hire", table(pitches))
    assert not got.cell or got.sure < 0.35


def test_of_rows_of_one_year_none_is_chosen_by_what_they_are_all_about() -> None:
    levy = "Year\tWhat was done\tAmount\n" + "".join(
        f"April {year} - March {year + 1}\tPaid out\t£{year - 2000}0\n\tLevy moved\t£{year - 2000}1\n"
        for year in (2020, 2021, 2022)
    )
    (unit,) = [one for one in table(levy, "What went through the ferry levy account?") if one.question]
    about = frozenset({"ferri", "levi", "account"})
    for query, figure in (("ferry levy dues gathered in 2021/22", None), ("ferry levy moved in 2021/22", 211)):
        asked = understand(query, ())
        found = pick(asked, unit.tables[0], unit.text, dict.fromkeys(asked.terms, 1.0), about)
        assert (found.value if found else None) == figure


def test_a_figure_that_the_query_tells_is_not_the_cell_asked_for() -> None:
    units = table("Year\tHearings held\tUpheld\n2021\t12\t3\n2022\t18\t2\n2023\t69\t4\n")
    assert value("of the 18 hearings held in 2022, how many were upheld", units) == 2
    same = table("Year\tAppeals\tUpheld\tWithdrawn\n2020\t12\t3\t1\n2021\t18\t18\t2\n2022\t69\t4\t5\n")
    assert value("of the 18 appeals in 2021, how many were upheld", same) != 2
    homes = table("Home\t2020\t2021\nOak House\t19\t7\nElm House\t3\t4\n")
    assert value("how many Covid-19 deaths in Oak House in 2020", homes) == 19


BUDGET = """Year\tBudget (£000)\tActual spend (£m)\tAverage wait (days)
2021/22\t1,200\t1.3\t12.5
2022/23\t1,250\t£1.1m\t11
"""


@pytest.mark.parametrize(
    ("query", "figure", "unit"),
    [
        ("ferry budget 2022/23", 1_250_000, "£"),
        ("actual ferry spend 2021/22", 1_300_000, "£"),
        ("actual ferry spend 2022/23", 1_100_000, "£"),
        ("average ferry wait 2022/23", 11, "days"),
    ],
)
def test_the_scale_and_the_unit_of_a_heading_are_those_of_its_figures(query: str, figure: float, unit: str) -> None:
    got, _ = drawn(query, table(BUDGET, "What were the budget, spend and average wait of the ferry?"))
    assert (got.value, got.unit) == (figure, unit)


def test_the_scale_of_a_row_is_that_of_its_figures_alone() -> None:
    units = table("Measure\t2021/22\t2022/23\nFerry budget £'000\t1,200\t1,250\nFerry crossings\t40\t50\n")
    assert value("ferry budget 2022/23", units) == 1_250_000
    assert value("how many ferry crossings in 2022/23", units) == 50


def test_a_cell_under_its_heading_is_not_taken_for_one_whose_columns_are_lost() -> None:
    got, _ = drawn("kites flown 2022", table("Item, 2021, 2022\nKites, 2, 11\nFlags, 1, 3\nTotal, 3, 14\n"))
    assert (got.value, got.cell, got.notes) == (11, "Kites / 2022", ())


def test_a_bare_year_under_years_to_march_is_that_of_account() -> None:
    thefts = "Year to 31 March\t2021\t2022\t2023\nFrom vans\t54\t133\t161\nFrom sheds\t3\t67\t28\n"
    assert value("thefts from sheds in the year ending 31 March 2022", table(thefts)) == 67
    assert value("thefts from vans in 2022/23", table(thefts)) == 161


def test_of_two_columns_of_a_year_the_one_of_the_part_that_is_named() -> None:
    grants = (
        "Region\t2022 Applications\t2022 Approved\t2023 Applications\t2023 Approved\n"
        "Fens\t58\t23\t74\t31\nMoors\t97\t40\t116\t39\n"
    )
    asked = "How many applications were made and approved in each region?"
    assert value("how many applications from the Moors were approved in 2023", table(grants, asked)) == 39
    assert value("applications from the Fens in 2022", table(grants, asked)) == 58


def test_one_point_of_the_compass_is_not_another() -> None:
    depots = "Depot\tVans\nNorth East\t58\nSouth Coast\t74\nSouth West\t12\n"
    assert value("vans at the South West depot", table(depots)) == 12
    assert value("vans at the North West depot", table(depots)) is None


def test_all_that_the_rows_name_is_the_row_of_all() -> None:
    """Though one of them is called by another word for the same."""
    stops = "District\t2021\t2022\nNorthgate\t8\t11\nMoor\t4\t2\nHarbour area\t1\t3\nTotal\t13\t16\n"
    assert value("stops in 2022, all districts", table(stops)) == 16
    assert value("stops in the Harbour area in 2022", table(stops)) == 3


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("kite permits granted in 2021/22", True),
        ("kite permits granted in May 2024", True),
        ("kite permits granted in 2023/24", False),
        ("kite permits granted in August 2023", False),
        ("kite permits granted, asked for in May 2025", False),
        ("kite permits granted", False),
    ],
)
def test_a_table_of_other_times_holds_no_figure_of_that_asked_for(query: str, other: bool) -> None:
    (unit,) = table(QUARTERS)
    assert of_other_times(understand(query, ()), unit.tables[0], unit.text) is other


def test_months_without_a_year_are_times_too() -> None:
    (unit,) = table("Camera\tApr\tMay\tJun\nWeir\t41\t38\t45\nQuay\t8\t12\t9\n")
    assert of_other_times(understand("fines at the Weir in October 2023", ()), unit.tables[0], unit.text)
    assert not of_other_times(understand("fines at the Weir in May 2023", ()), unit.tables[0], unit.text)
