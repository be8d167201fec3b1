"""Figures printed a line each: chosen by their time or their label."""

from __future__ import annotations

from service.match import Weights
from service.query import understand
from service.tally import Told, chosen, tallies

YEARS = """Our records show the following seizures.
Year No. seized
2020 No data
2021 17
2022 1,059
1 January 2023 to 31 December 2023 = 240
01/04/24 - 31/03/25 12 7
"""

KINDS = """The outcomes were:
• 4 traders warned
• 3 traders prosecuted
• 11 cases closed
"""


def told(query: str, text: str) -> Told | None:
    asked = understand(query, ())
    weights: Weights = dict.fromkeys(asked.terms, 1.0)
    return chosen(asked, text, 0, len(text), weights, frozenset())


def line(query: str, text: str) -> str | None:
    one = told(query, text)
    return text[slice(*one.tally.span)] if one else None


def test_lines_with_one_figure_are_tallies() -> None:
    found = tallies(YEARS, 0, len(YEARS))
    assert [YEARS[slice(*one.span)] for one in found][:3] == ["2020 No data", "2021 17", "2022 1,059"]
    assert [one.found.value if one.found else None for one in found] == [None, 17, 1059, 240, None]
    assert [one.unknown for one in found] == [True, False, False, False, False]


def test_the_year_asked_for_chooses_the_line() -> None:
    assert line("how many were seized in 2022", YEARS) == "2022 1,059"
    assert line("how many were seized in 2023", YEARS) == "1 January 2023 to 31 December 2023 = 240"
    assert line("seizures in the financial year 2024/25", YEARS) == "01/04/24 - 31/03/25 12 7"
    assert line("seizures in 2019", YEARS) is None


def test_a_year_with_no_figure_says_so() -> None:
    one = told("how many were seized in 2020", YEARS)
    assert one is not None and one.tally.unknown and one.tally.found is None


def test_two_figures_on_a_line_are_no_value() -> None:
    one, plain = told("seizures in 2024/25", YEARS), told("seizures in 2022", YEARS)
    assert one is not None and plain is not None
    assert one.tally.found is None and one.sure < plain.sure


def test_the_label_chooses_where_no_time_is_asked_for() -> None:
    assert line("how many traders were prosecuted", KINDS) == "3 traders prosecuted"
    assert line("how many cases were closed", KINDS) == "11 cases closed"
    assert line("how many traders were there", KINDS) is None  # both lines hold "traders"


def test_a_bare_figure_belongs_to_the_label_above_it() -> None:
    text = "Overdue by\na) 6 months\nTotal = 95\nb) more than 2 years\nTotal = 3\n"
    found = {one.label: one.found.value if one.found else None for one in tallies(text, 0, len(text))}
    assert found == {"6 months Total": 95, "more than 2 years Total": 3}


def test_running_prose_is_no_list() -> None:
    text = (
        "There are 1279 pupils where schools have registered such a need, of whom 15\n"
        "are under support within school and have no plan.  15 of\nthem have one.\n"
    )
    assert tallies(text, 0, len(text)) == ()
