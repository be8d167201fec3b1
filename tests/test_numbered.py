"""Numbers that come again, and numbers that stand apart from their questions."""

from __future__ import annotations

from indexer.reading import Reading
from indexer.section import section


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
