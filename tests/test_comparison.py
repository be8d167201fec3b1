"""The same question at other authorities and in other years, as rows."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.candidate import Answer, Citation, Origin, Other
from service.comparison import COLUMNS, Row, as_csv, rows
from tests.test_answer import AUTHORITIES, ask, letter

ONE_BY_ONE = letter(
    [
        ("question", "For the year 2022/23: 1. How many drone permits were revoked?"),
        ("answer", "4"),
        ("question", "2. How many drone permits were granted?"),
        ("answer", "9"),
    ],
    "Harrowmere Police",
    "a",
)
LISTED = letter(
    [
        ("question", "In 2023/24, how many permits were issued for drones?\nHow many drone permits were revoked?"),
        ("answer", "Issued: 21\n\nRevoked: 5"),
    ],
    "Northmarsh City Council",
    "b",
)
LEANING = letter(
    [
        ("question", "1. In 2023/24, how many times did you grant a drone permit?"),
        ("answer", "Seven."),
        ("question", "2. How many were revoked, and why?"),
        ("exemption", "The information is exempt under section 40(2).", "withheld", ("FOIA s40(2)",)),
    ],
    "Saltmoor Police",
    "c",
)
ANOTHER_THING = letter(
    [("question", "How many parking permits were revoked in 2023/24?"), ("answer", "812")], "Eastlea Council", "d"
)


def test_the_same_question_is_found_in_every_letter_however_it_is_put() -> None:
    got = ask("how many drone permits were revoked", [*ONE_BY_ONE, *LISTED, *LEANING, *ANOTHER_THING])
    table = {row.authority: row for row in rows(got)}
    assert set(table) == {"Harrowmere Police", "Northmarsh City Council", "Saltmoor Police"}
    assert table["Harrowmere Police"].value == 4
    assert "5" in (table["Northmarsh City Council"].answer or "")
    assert (table["Saltmoor Police"].outcome, table["Saltmoor Police"].answer) == ("withheld", None)


def test_each_row_says_which_period_it_is_about() -> None:
    got = ask("how many drone permits were revoked", [*ONE_BY_ONE, *LISTED, *LEANING])
    assert {row.authority: row.period for row in rows(got)} == {
        "Harrowmere Police": "2022/23",
        "Northmarsh City Council": "2023/24",
        "Saltmoor Police": "2023/24",
    }


def test_a_question_found_nowhere_else_in_a_letter_that_was_found_is_found_there() -> None:
    got = ask("how many drone permits were revoked", [*ONE_BY_ONE, LEANING[0]])
    assert [(o.outcome, o.citations[0].uri) for o in got.others] == [("withheld", "c.txt")]


def test_one_authority_in_two_years() -> None:
    later = letter(
        [("question", "How many drone permits were revoked in 2023/24?"), ("answer", "6")], "Harrowmere Police", "e"
    )
    got = ask("how many drone permits did Harrowmere Police revoke in 2023/24", [*ONE_BY_ONE, *later])
    assert [(row.period, row.value) for row in rows(got)] == [("2023/24", 6), ("2022/23", 4)]


def test_the_year_of_a_law_is_no_period() -> None:
    found = letter(
        [
            ("question", "How many drone permits were revoked?"),
            ("answer", "4, as section 1 of the Freedom of Information Act 2000 asks us to say."),
        ],
        "Harrowmere Police",
        "f",
    )
    assert [row.period for row in rows(ask("how many drone permits were revoked", found))] == [None]


def test_what_is_not_found_makes_no_table() -> None:
    assert rows(ask("cost of repairing lighthouses", ONE_BY_ONE)) == []


def row(said: str | None, value: float | None = None, authority: str = "Harrowmere Police") -> Row:
    return Row(authority, "2023/24", value, None, said, "disclosed", "file.txt", 0, 1, None, None)


@pytest.mark.parametrize("said", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\t=1", "-", "- none"])
def test_a_cell_that_starts_like_a_formula_is_marked_as_text(said: str) -> None:
    (read,) = csv.DictReader(io.StringIO(as_csv([row(said)]), newline=""))
    assert read["answer"] == "'" + said


@pytest.mark.parametrize("said", ["-5", "+5", "-1,204", "-2.5%", "4", "fine - really", ""])
def test_numbers_and_plain_text_stay_as_they_are(said: str) -> None:
    (read,) = csv.DictReader(io.StringIO(as_csv([row(said, -5.0)]), newline=""))
    assert (read["answer"], read["value"]) == (said, "-5.0")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=4))
def test_csv_holds_every_row_and_no_formula(said: list[str]) -> None:
    table = [row(one, authority=one) for one in said]
    first, *lines = csv.reader(io.StringIO(as_csv(table), newline=""))
    assert tuple(first) == COLUMNS
    assert [line[4].removeprefix("'") for line in lines] == [one.removeprefix("'") for one in said]
    assert not any(cell.startswith(("=", "@")) for line in lines for cell in line)


def test_rows_carry_the_place_of_the_source() -> None:
    origin = Origin("1", "table.xlsx", None, AUTHORITIES[0], None, None)
    cited = Citation("table.xlsx", 3, 5, 2, "Sheet1!B7", "12", origin)
    found = Answer("disclosed", "12", 12, "orders", 0.9, (cited,), (), (Other(None, "withheld", (cited,)),), "2023")
    first, second = rows(found)
    assert (first.source, first.start, first.end, first.page, first.cell) == ("table.xlsx", 3, 5, 2, "Sheet1!B7")
    assert (first.period, first.value, first.unit) == ("2023", 12, "orders")
    assert (second.period, second.value, second.outcome) == (None, None, "withheld")
