"""Where units are cut: wrapped lines go together, answers typed on the line of their question come apart."""

from __future__ import annotations

import pytest

from indexer.lines import units

FILLER = "This line is as long as the margin lets any line of this letter be, and\n" * 8


def cut(text: str) -> list[str]:
    return [" ".join(text[u.start : u.end].split()) for u in units(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a. The total number of cases 1219\n", ["a. The total number of cases", "1219"]),
        (
            "1. Total spend for 2023/24 financial year £4,849,058\n",
            ["1. Total spend for 2023/24 financial year", "£4,849,058"],
        ),
        ("1. The total number of cases from 2014 to 2019\n", ["1. The total number of cases from 2014 to 2019"]),
        (
            "2. Extra care (core rent)  Rents are on average £202\n",
            ["2. Extra care (core rent)", "Rents are on average £202"],
        ),
    ],
)
def test_a_form_filled_in_on_its_own_lines(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted


def test_a_bracket_left_open_runs_on() -> None:
    text = FILLER + "\n(if it is not recorded: please state your longest and your shortest wait in\nmonths)\n"
    assert cut(text)[-1].endswith("wait in months)")


def test_the_last_words_of_a_wrapped_question_belong_to_it() -> None:
    text = FILLER + "\n3. How many were taken out of use, in each ward and in each of the past\nfive\nyears?\nNone\n"
    assert cut(text)[-2:] == [
        "3. How many were taken out of use, in each ward and in each of the past five years?",
        "None",
    ]


def test_a_figure_before_a_comma_is_no_list_number() -> None:
    assert all(u.marker is None for u in units("61, of which 22 are mobile.\n"))


def test_a_number_that_is_told_again_is_one_number() -> None:
    assert [(u.marker.label if u.marker else "", u.words) for u in units("1. Q1. How many dogs?\n")] == [
        ("1", "how many dogs?")
    ]
    assert units("1.  " * 5000 + "How many dogs?\n")
