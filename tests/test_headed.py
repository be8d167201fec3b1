"""The row and the column that a query asks for, and none where the table does not say which."""

from __future__ import annotations

import pytest

from tests.test_cells import table, value

FINES = "fines for dropping kites"
ASKED = "How many fines for dropping kites were issued?"
QUARTERS = "Kind\tQ1 2022\tQ2 2022\tQ3 2022\tQ4 2022\tTotal\nKites\t10\t20\t30\t40\t100\nFlags\t1\t2\t3\t4\t10\n"
MONTHS = "Month\tKites\tFlags\nApril 2022\t10\t1\nMay 2022\t20\t2\nJune 2022\t30\t3\nTotal\t60\t6\n"
SHORT = "Kind\tApr 22\tMay 22\tJun 22\tTotal\nKites\t10\t20\t30\t60\nFlags\t1\t2\t3\t6\n"
CROSSED = "Month\t2022\t2023\nJanuary\t10\t11\nFebruary\t20\t21\nMarch\t30\t31\nTotal\t60\t63\n"
BY_YEAR = "Year\tJan\tFeb\tMar\tTotal\n2022\t10\t20\t30\t60\n2023\t11\t21\t31\t63\n"
AGES = "Age\tFines\n16-17\t10\n18-24\t20\n25-34\t30\n65+\t5\nTotal\t65\n"
KINDS = "Kind\t2021/22\t2022/23\nKites\t10\t8\nFlags\t1\t2\nTents\t4\t5\nAll kinds\t15\t15\n"


@pytest.mark.parametrize(
    ("printed", "when", "figure"),
    [
        (QUARTERS, "in Q1 2022", 10),
        (QUARTERS, "in Q3 2022", 30),
        (QUARTERS, "in Q4", 40),
        (QUARTERS, "in 2022", 100),
        (QUARTERS, "in the whole of 2022", 100),
        (QUARTERS, "in 2023", None),
        (QUARTERS.replace("\tTotal", "").replace("\t100", "").replace("4\t10", "4"), "in 2022", None),
        ("Quarter\tFines\nQ1 2022/23\t10\n", "in Q2 2022", None),
        ("Period\tKites\tFlags\n2022 Q1\t10\t1\n2022 Q2\t20\t2\n2022 Q3\t30\t3\n", "in Q2 2022", 20),
        (MONTHS, "in June", 30),
        (MONTHS, "in may", 20),
        (MONTHS, "in July", None),
        (MONTHS, "in total", 60),
        (SHORT, "in May 2022", 20),
        (SHORT, "in June", 30),
        (SHORT, "in July", None),
        (SHORT, "in April 2022 to June 2022", 60),
        (CROSSED, "in February 2023", 21),
        (CROSSED, "in April 2023", None),
        (CROSSED, "in January", None),
        (BY_YEAR, "in February 2023", 21),
        (BY_YEAR, "in 2023", 63),
        (AGES, "to 18-24 year olds", 20),
        (AGES, "to people over 65", 5),
        (AGES, "to people aged 16-17", 10),
        (AGES, "to people aged 40 to 50", None),
        (AGES, "in total", 65),
        (KINDS, "in 2022/23", 8),
        (KINDS, "in 2020/21", None),
        ("Kind\t2022 (Jan-Jun)\t2022 (Jul-Dec)\t2023\nKites\t10\t20\t40\nFlags\t1\t2\t5\n", "in 2022", None),
    ],
)
def test_the_time_or_the_age_asked_for_and_never_the_total_in_its_place(
    printed: str, when: str, figure: float | None
) -> None:
    assert value(f"how many {FINES} were issued {when}", table(printed, ASKED)) == figure


def test_the_total_is_not_for_what_the_table_does_not_tell_of() -> None:
    units = table(KINDS, "How many fines were issued for each kind of thing?")
    assert value("how many fines were issued in 2022/23", units) == 15
    assert value("how many fines for spitting were issued in 2022/23", units) is None
    assert value("total fines for spitting in 2022/23", units) is None


APPEALS = "Year\tAppeals\tUpheld\tUpheld (%)\n2021\t39\t12\t31%\n2022\t54\t15\t28%\n2023\t41\t9\t22%\n"
SHARES = "Outcome\t2021\t2022\t2023\nUpheld\t12\t15\t9\n% upheld\t31%\t28%\t22%\nDismissed\t27\t39\t32\n"
BARE = "Year\tNumber of appeals upheld\t% of appeals upheld\n2021\t12\t31\n2022\t15\t28\n2023\t9\t22\n"


@pytest.mark.parametrize("printed", [APPEALS, SHARES, BARE])
def test_a_count_is_told_from_a_share(printed: str) -> None:
    units = table(printed, "How many kite appeals were upheld each year, and what percentage?")
    assert value("how many kite appeals were upheld in 2022", units) == 15
    assert value("kite appeals upheld 2022", units) == 15
    assert value("what percentage of kite appeals were upheld in 2022", units) == 28
    got = value("proportion of kite appeals upheld in 2022", units)
    assert got == 28


def test_no_count_is_given_for_a_share() -> None:
    units = table("Year\tAppeals\tUpheld\n2021\t39\t12\n2022\t54\t15\n", "How many kite appeals were upheld?")
    assert value("what percentage of kite appeals were upheld in 2022", units) is None


MADE = "Year\tComplaints made\tComplaints upheld\n2021/22\t1,310\t12\n2022/23\t-\t14\n2023/24\t1,402\t19\n"


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("how many kite complaints were made in 2022/23", 0),
        ("how many kite complaints were made in 2023/24", 1402),
        ("how many kite complaints were upheld in 2022/23", 14),
        ("how many kite complaints were there in 2022/23", None),
        ("how many kite complaints were dismissed in 2022/23", None),
    ],
)
def test_the_only_figure_of_a_row_is_not_that_of_another_column(query: str, figure: float | None) -> None:
    assert value(query, table(MADE, "How many kite complaints were made and upheld?")) == figure


def test_of_columns_of_one_year_none_is_taken_for_what_no_heading_says() -> None:
    printed = "Kind\t2022 issued\t2022 paid\t2023 issued\t2023 paid\nKites\t10\t8\t20\t18\nFlags\t1\t2\t5\t4\n"
    units = table(printed, "How many kite fines were issued, paid and cancelled in each year?")
    assert value("how many kite fines were cancelled in 2022", units) is None
    assert value("how many kite fines were paid in 2022", units) == 8


CHASES = "Year\tChases\tResulting in collision\tFatal\n2021\t310\t42\t1\n2022\t287\t39\t2\n"


@pytest.mark.parametrize(
    "asked", ["How many boat chases were there?", "How many boat chases, and how many were fatal?"]
)
def test_the_part_that_is_asked_for_and_not_the_whole_that_it_is_of(asked: str) -> None:
    units = table(CHASES, asked)
    assert value("fatal boat chases 2021", units) == 1
    assert value("how many boat chases ended in a collision in 2022", units) == 39
    assert value("how many boat chases in 2022", units) == 287


PILOTS = (
    "Measure\t2021/22\t2022/23\nAgency pilots at year end\t39\t44\nSpent on agency\t£2,104,000\t£2,560,500\n"
    "Own pilots\t210\t205\n"
)


def test_where_money_is_asked_for_only_money_counts() -> None:
    units = table(PILOTS, "What are the figures on pilots?")
    assert value("agency pilot spend 2022/23", units) == 2_560_500
    assert value("how many agency pilots in 2022/23", units) == 44


ABSENCES = "Year\tAbsences (all reasons)\tAbsences (seasickness)\n2021\t310\t42\n2022\t287\t39\n2023\t265\t30\n"


def test_a_column_of_all_reasons_is_that_of_the_total() -> None:
    units = table(ABSENCES, "How many staff absences were there each year?")
    assert value("how many staff absences in 2022", units) == 287
    assert value("staff absences for seasickness 2023", units) == 30
    assert value("how many staff absences overall in 2021", units) == 310


def test_a_financial_year_is_named_with_a_hyphen_that_does_not_break() -> None:
    printed = "Measure\t2021\u201122\t2022\u201123\t2023\u201124\nKites found\t120\t130\t140\nFlags found\t12\t13\t14\n"
    assert value("kites found in 2022/23", table(printed)) == 130
    assert value("kites found in 2022", table(printed)) is None


STAGES = "Stage\t2022\t2023\nApplications\t812\t840\nApproved\t600\t610\nTurned away\t150\t170\n"


def test_a_row_of_what_the_table_is_about_is_not_taken_for_what_no_row_tells() -> None:
    units = table(STAGES, "How many kennel applications were there, and how many were approved or turned away?")
    assert value("how many kennel applications in 2022", units) == 812
    assert value("how many kennel applications were approved in 2022", units) == 600
    assert value("how many kennel applications were appealed in 2022", units) is None


RANKS = "Gender\tNo.\t%\nWomen\t410\t61%\nMen\t262\t39%\nTotal\t672\t100%\n"


def test_a_column_without_a_name_is_that_of_the_counts() -> None:
    units = table(RANKS, "How many rangers are there, by gender?")
    assert value("how many women are employed as rangers", units) == 410
    assert value("what percentage of rangers are women", units) == 61
    assert value("how many rangers are there in total", units) == 672


CHECKS = "Where\tMale\tFemale\tTotal\nQuay\t61\t8\t69\nSpot check (beyond the quay)\t17\t2\t19\nTotal\t78\t10\t88\n"


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("how many children had tickets checked in total", 88),
        ("overall number of minors whose tickets were checked", 88),
        ("children whose tickets were checked beyond the quay", 19),
        ("girls whose tickets were checked beyond the quay", 2),
    ],
)
def test_a_part_that_names_what_the_whole_table_is_about_is_not_meant_by_it(query: str, figure: float) -> None:
    asked = "How many children (under 16) had their tickets checked, on the quay or in a spot check?"
    assert value(query, table(CHECKS, asked)) == figure


HALLS = "Hall\tHome\tVisiting\nUpper\t29\t14\nMill\t41\t88\nOld\t17\t32\n"


def test_a_column_that_the_question_lists_beside_another_tells_what_else_is_asked_for() -> None:
    units = table(HALLS, "Rowers of each hall by home or visiting status.")
    assert value("visiting rowers disqualified in Mill hall", units) == 88


PLACES = "Boat\tHarbour\tOuter harbour\nSkiff\t12\t6\nPunt\t41\t9\n"


def test_the_plain_one_of_two_names_is_meant_where_the_other_says_more_than_is_asked() -> None:
    units = table(PLACES, "How many boats of each kind were hired?")
    assert value("punts hired in the harbour", units) == 41
    assert value("punts hired in the outer harbour", units) == 9


def test_the_one_row_of_a_total_is_not_sure_where_something_else_is_asked_for() -> None:
    units = table("Kind\tAll\tYoung\nGrand Total\t3783\t1851\n", "How many swimmers are there?")
    assert value("young swimmers", units) == 1851
    assert value("young swimmers with epilepsy in clubs", units) is None


STATES = "Year\tClaim cases\tNot yet decided\n2022/23\t129\t27\n2023/24\t518\t23\n"


def test_a_heading_is_asked_for_by_one_word_for_its_phrase() -> None:
    units = table(STATES, "Of these claims, how many has the pier not yet decided?")
    assert value("claims pending 2023/24", units) == 23


def test_columns_that_the_question_names_one_and_all_are_told_apart_by_these_words() -> None:
    asked = "The number of kites and the hours of kite flights at each hill."
    printed = "Hill\tFlights\tHours\nGallows\t12\t340\nMinster\t7\t95\n"
    assert value("hours of kite flying at Gallows hill", table(printed, asked)) == 340
