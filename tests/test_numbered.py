"""Numbers that come again, and numbers that stand apart from their questions."""

from __future__ import annotations

import pytest

from indexer.cues import A, Q
from indexer.markers import marker
from indexer.numbered import listed
from indexer.reading import Reading
from indexer.section import section
from indexer.unit import APART, BROKEN, Unit


def cut(text: str) -> list[tuple[str, str | None, str]]:
    found = section(Reading(text=text), "letter.txt")[0]
    return [(one.kind, one.number, " ".join(text[one.start : one.end].split())) for one in found]


def test_a_figure_and_a_letter_apart_from_the_question_number_it() -> None:
    text = "1a   How many ferries sail?\n     Nine.\n1b   How many lie idle?\n     Two.\n2    Who owns it?\n     Us.\n"
    assert [number for kind, number, _ in cut(text) if kind == "question"] == ["1a", "1b", "2"]


def test_a_number_that_comes_again_with_a_sum_of_its_own_answers() -> None:
    text = "\n\n".join(
        (
            "Dear Ms Hale",
            "You asked for:",
            "1) total spent on ferry repairs in the years 2021 and 2022;",
            "2) the number of ferries laid up.",
            "Your request has been handled under the Act.",
            "Part 1. The Line spent £3.4 million on repairs in 2021 and £2.9 million in 2022.",
            "Part 2. There were two.",
        )
    )
    told = next((kind, number) for kind, number, words in cut(text) if words.startswith("Part 1."))
    assert told == ("answer", "1")


def test_a_question_quoted_in_full_below_its_shorter_form_is_a_question() -> None:
    asked = ("1. How many ferries sail?\nNine.\n", "2. How many are laid up?\nTwo.\n")
    text = (
        "Dear Ms Hale\n"
        + "".join(asked)
        + "3. Crossings made in poor weather\n14\n"
        + "Your request as received\nPlease could you supply:\n1. How many ferries sail?\n2. How many are laid up?\n"
        + "3. Crossings made in poor weather or fog: (a) to the isles in summer, (b) along the coast by night, "
        + "(c) up the river on any tide\n4. Who owns the ferries?\n"
    )
    assert [kind for kind, _, words in cut(text) if "up the river" in words] == ["question"]


def test_an_answer_by_its_number_is_no_letterhead() -> None:
    text = "\n\n".join(
        (
            "Q.1 How many ferries sail?",
            "A.1 Nine.",
            "Q.2 Please provide the survey of the slipway.",
            "A.2 As the survey describes the state of the shore your request has been dealt with under the "
            "Environmental Information Regulations 2004. The survey runs to 900 pages, and we regard the request "
            "as manifestly unreasonable within regulation 12(4)(b).",
            "Q.3 Who owns the ferries?",
            "A.3 We do.",
        )
    )
    assert not [words for kind, _, words in cut(text) if kind == "other" and words.startswith("A.2")]


def test_a_piece_of_a_question_asked_in_one_piece_answers_it() -> None:
    text = "\n\n".join(
        (
            "Dear Ms Hale",
            "1. How many ferries sail?",
            "2. Delays: how many were there, and what did they cost?",
            "3. Who owns the ferries?",
            "Our response",
            "In response to question 1, nine sail.",
            "In response to question 2a, there were 40 in 2023.",
            "In response to question 3, we do.",
        )
    )
    assert ("answer", "2", "In response to question 2a, there were 40 in 2023.") in cut(text)


def test_answers_under_headings_of_numbers_answer_those_questions() -> None:
    text = (
        "# Fennel Line\n\n## You asked\n\n> 1. The number of ferries.\n> 2. The number laid up.\n> 3. Who owns it?\n"
        + "\n## We answer\n\n### 1 and 2\n\nNine sail, two are laid up.\n\n### 3\n\nThe Line does.\n"
    )
    found = section(Reading(text=text), "letter.md")[0]
    by_number = {one.number: one.id for one in found if one.kind == "question"}
    assert set(by_number) >= {"1", "3"}
    joined = {" ".join(text[one.start : one.end].split()): one.answers for one in found if one.kind == "answer"}
    assert joined["### 3 The Line does."] == by_number["3"]


def test_items_listed_line_by_line_stay_apart() -> None:
    lines = (
        "Dear Ms Hale",
        "",
        "Item 1  Number of ferries that sailed in each month",
        "Item 2  Number laid up",
        "Item 3  All letters, notes and reports on the state of the slipway from 1998 to date",
        "Item 4  Rope bought",
        *("", "ANSWERS", "", "Items 1 and 4.", "", "Nine sailed each month. No rope was bought."),
        *("", "Item 2.", "", "Two.", "", "Item 3.", "None are held."),
    )
    found = cut("\n".join(lines))
    assert [number for kind, number, _ in found if kind == "question"] == ["1", "2", "3", "4"]
    assert ("answer", "2", "Item 2. Two.") in found


@pytest.mark.parametrize(("asked", "answers"), [({"1", "2", "3", "4"}, True), ({"1"}, False)])
def test_a_list_most_of_whose_numbers_were_asked_answers(asked: set[str], answers: bool) -> None:
    """One may have been asked in a later message."""
    units = []
    for line, words in (("Items 1 & 2", "nine and two."), ("Item 3", "no."), ("Item 4", "no."), ("Item 5", "yes.")):
        found = marker(line)
        assert found is not None
        units += [Unit(0, 1, APART, "", found[0]), Unit(1, 2, BROKEN, words)]
    scores = [[0.0] * 6 for _ in units]
    listed(units, scores, asked)
    assert (scores[0][A] > scores[0][Q]) is answers
