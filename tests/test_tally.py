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


RATES = """Standard rooms
Max rate = £23 per hour
Min rate = £21 per hour
Large rooms
Max rate = £28 per hour
Min rate = £24 per hour
"""


def test_the_line_that_heads_a_group_tells_its_lines_from_another_groups() -> None:
    assert line("max rate for large rooms", RATES) == "Max rate = £28 per hour"
    assert line("min rate for standard rooms", RATES) == "Min rate = £21 per hour"


LOST = """Ward 2021 2022 2023 Total
Eastlea 12 15 18 45
Otterbourne 4 9 13
Wexcombe Heath 7 8 9 24
"""


def test_a_row_whose_columns_are_lost_is_read_by_counting_and_says_so() -> None:
    one = told("number of burglaries in Eastlea ward in 2022", LOST)
    assert one is not None and one.tally.found is not None and one.tally.found.value == 15
    assert LOST[slice(*one.tally.span)] == "15" and one.cell == "Eastlea / 2022"
    assert "told by counting" in one.notes[0]


def test_a_row_that_has_lost_a_cell_is_never_read_by_counting() -> None:
    one = told("number of burglaries in Otterbourne ward in 2022", LOST)
    assert one is None or one.cell is None


def test_a_table_with_columns_is_left_to_its_cells() -> None:
    tabbed = LOST.replace(" ", "\t")
    one = told("number of burglaries in Eastlea ward in 2022", tabbed)
    assert one is None or one.cell is None


SUMS = """Year Spent on hearings
2022 £44,455
2023 £138,638
Year Hearings held
2022 18
2023 69
"""


def test_a_count_is_no_sum_of_money_and_a_sum_no_count() -> None:
    assert line("how many hearings were held in 2023", SUMS) == "2023 69"
    assert line("how much was spent on hearings in 2023", SUMS) == "2023 £138,638"


def test_a_date_alone_or_a_row_of_a_drawing_is_no_tally() -> None:
    text = "1st January 2022 – 31st December 2022\n│2022 │12 │\n2021 7\n"
    assert [text[slice(*one.span)] for one in tallies(text, 0, len(text))] == ["2021 7"]


def test_a_sentence_that_runs_on_over_an_indent_is_no_tally() -> None:
    text = "7. 96 appeals were heard in 2023/24. Parents won, in whole or in\n   part, in 71 of 74.\n8. 12 geese\n"
    assert [text[slice(*one.span)] for one in tallies(text, 0, len(text))] == ["12 geese"]


TABBED = "2021/22\t1,310\t12\n2022/23\t-\t14\n2023/24\t1,402\t19\n"


def test_a_row_of_a_table_is_no_line_with_one_figure() -> None:
    assert tallies(TABBED, 0, len(TABBED)) == ()
    piped = "| 2022/23 | - | 14 |\n| 2023/24 | 7 | 19 |\n"
    assert tallies(piped, 0, len(piped)) == ()
    pair = "2022/23\t14\n2023/24\t19\n"
    assert len(tallies(pair, 0, len(pair))) == 2


STAFF = """Measure 2021/22 2022/23
Agency ferry pilots at year end 39 44
Spent on agency £2,104,000 £2,560,500
"""


def test_of_rows_whose_columns_are_lost_money_is_told_from_counts() -> None:
    money, count = told("agency ferry pilots spend 2022/23", STAFF), told("how many agency pilots in 2022/23", STAFF)
    assert money is not None and money.tally.found is not None and money.tally.found.value == 2560500
    assert count is not None and count.tally.found is not None and count.tally.found.value == 44


QUARTERS = """Quarter 1 2022/23: 10
Quarter 2 2022/23: 20
Quarter 3 2022/23: 30
"""


def test_a_line_of_a_quarter_is_chosen_by_its_number_or_its_months() -> None:
    assert line("seizures in Q2 2022", QUARTERS) == "Quarter 2 2022/23: 20"
    assert line("seizures in July to September 2022", QUARTERS) == "Quarter 2 2022/23: 20"
    assert line("seizures in May 2022", QUARTERS) is None
    assert line("seizures in 2022/23", QUARTERS) is None


AGES = "16-17\t10\n65+ 5\n"


def test_a_line_of_another_age_is_not_chosen() -> None:
    assert line("how many fines to under 16s", AGES) is None


GRADES = "Part 5. Wardens: 43; Band 7: 9; Lock Keeper: 14; Senior\nLock Keeper: 11. Two of them left."


def test_names_with_a_figure_each_in_a_sentence_are_told_apart() -> None:
    assert line("how many wardens were there", GRADES) == "Wardens: 43"
    assert line("how many senior lock keepers were there", GRADES) == "Senior\nLock Keeper: 11"
    assert [one.label for one in tallies(GRADES, 0, len(GRADES))][1:3] == ["Band 7", "Lock Keeper"]
    alone = "Wardens: 43. Two of them left."
    assert [alone[slice(*one.span)] for one in tallies(alone, 0, len(alone))] == [alone]
