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


def test_a_section_number_that_a_wide_margin_broke_off_belongs_to_its_line() -> None:
    held = "The plan of the lamp store is held by the Board in its strong room and it is exempt under section"
    text = f"{held}\n31(1)(a). No more.\n"
    assert cut(text) == [f"{held} 31(1)(a).", "No more."]


def test_a_long_line_that_ends_in_mid_sentence_was_wrapped() -> None:
    asked = (
        "1. How many lamps were lit on the East Pier, the West Pier and the mole by the keepers of the Board in winter"
    )
    held = "The lamps of both piers are lit by the Lamp Trust of the harbour at the mole, not by us, nor by any pilot"
    for line in (asked, f"{held} {held}"[:130].rsplit(" ", 1)[0]):
        assert cut(f"{line}\nin each of the last three years\n\n14\n") == [
            f"{line} in each of the last three years",
            "14",
        ]


def test_a_year_with_its_figure_under_a_heading_that_ends_in_a_day_is_a_row() -> None:
    text = FILLER + "\nMoorings - how many of them were let on 31 March\n2021    402\n2022    409\n"
    assert cut(text)[-3:] == ["Moorings - how many of them were let on 31 March", "2021 402", "2022 409"]
