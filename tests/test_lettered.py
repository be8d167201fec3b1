"""Questions that are numbered by letter and figure, under titles that a letter numbers."""

from __future__ import annotations

from indexer.reading import Reading
from indexer.section import Section, section

HARBOUR = """Tarnwick Harbour Board

Dear Ms Pell

Please see our answers.

A. Quay

A1. Berths let
212 on 1 May 2024.

A2. Length of the quay wall
340 metres, of which 60 are closed.

A3. Dredging
The Board dredged twice.

B. Boats

B1. Name of the tug
Grey Heron.

B2. Skipper's log of 4 May 2023
Refused under section 40(2) of the Freedom of Information Act 2000, as it names members of the crew.

Yours sincerely
Clerk to the Board
"""


def cut(text: str) -> list[tuple[str, str | None, str]]:
    found = section(Reading(text=text), "letter.txt")[0]
    return [(one.kind, one.number, " ".join(text[one.start : one.end].split())) for one in found]


def asked(text: str) -> list[tuple[str | None, str]]:
    return [(number, words) for kind, number, words in cut(text) if kind == "question"]


def sections(text: str) -> tuple[Section, ...]:
    return section(Reading(text=text), "letter.txt")[0]


def test_each_item_is_a_question_of_that_number() -> None:
    assert asked(HARBOUR) == [
        ("A1", "A. Quay A1. Berths let"),
        ("A2", "A2. Length of the quay wall"),
        ("A3", "A3. Dredging"),
        ("B1", "B. Boats B1. Name of the tug"),
        ("B2", "B2. Skipper's log of 4 May 2023"),
    ]
    assert ("answer", "A3", "The Board dredged twice.") in cut(HARBOUR)
    assert [one.outcome for one in sections(HARBOUR) if one.kind == "exemption"] == ["withheld"]


def test_what_names_a_group_is_a_heading() -> None:
    assert next(one.heading for one in sections(HARBOUR) if one.number == "B1") == ("B. Boats",)


def test_answers_numbered_by_an_a_stay_answers() -> None:
    text = "Dear Mr Orr\n\n" + "\n\n".join(
        f"Q{n}. {question}\n\nA{n}. {answer}"
        for n, (question, answer) in enumerate(
            (
                ("How many berths are let?", "212 on 1 May 2024."),
                ("How long is the quay wall?", "It is 340 metres long."),
                ("Which tug is used?", "Grey Heron."),
                ("Who owns it?", "The Board does."),
            ),
            1,
        )
    )
    assert [words[:3] for _, words in asked(text)] == ["Q1.", "Q2.", "Q3.", "Q4."]


def test_one_letter_alone_numbers_no_questions() -> None:
    text = HARBOUR.replace("B1.", "Tug:").replace("B2.", "Log:")
    assert not [number for number, _ in asked(text) if number and number.startswith("A")]
