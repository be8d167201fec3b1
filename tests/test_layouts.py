"""Invented letters laid out in many ways: each answer is joined to its question, and holds nothing else.

The letters were written by people who had not seen the program, as questions and answers; the layouts are those of
`eval.invented`. At first sight 0.90 of the answers of numbered paragraphs were joined.
"""

from __future__ import annotations

from collections import Counter

import pytest

from eval.invented import LAYOUTS, Laid, letters
from indexer.reading import Reading
from indexer.section import section

EVERY = 8
"""Each eighth letter: a few seconds for all layouts."""
LABEL = 26
"""Characters of what stands before an answer and belongs to it: "Our response:", "Answer to question 1"."""
LEAST = 0.95
HARDER = {"rows between bars": 0.93, "wrapped paragraphs in turn": 0.93, "paragraphs in turn": 0.94}
"""Where a question that does not ask by its words is told from a row, or a statement, by its neighbours alone."""


def told(laid: Laid) -> Counter[str]:
    """What became of each answer: `joined`, or what is wrong."""
    cut = section(Reading(text=laid.text), "letter.txt")[0]
    by_id = {one.id: one for one in cut}
    found: Counter[str] = Counter()
    for (asked, asked_end), (start, end) in laid.pairs:
        parts = [one for one in cut if one.start < end and one.end > start]
        questions = {one.answers for one in parts}
        if not {one.kind for one in parts} <= {"answer", "exemption"}:
            found["other kind"] += 1
        elif any(one.end > end + 3 or start - one.start > LABEL for one in parts):
            found["holds more"] += 1
        elif len(questions) != 1 or None in questions:
            found["not joined"] += 1
        else:
            question = by_id[str(questions.pop())]
            whole = question.start <= asked + 2 and asked_end - 2 <= question.end <= asked_end + 3
            found["joined" if whole else "another question"] += 1
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_answer_is_joined_to_its_question(layout: str) -> None:
    found: Counter[str] = Counter()
    missed = []
    for letter in letters()[::EVERY]:
        one = told(LAYOUTS[layout](letter))
        found += one
        missed += [f"{letter.id}: {dict(one)}"] if one["joined"] < one.total() else []
    assert found.total() == sum(len(letter.units) for letter in letters()[::EVERY])
    assert found["joined"] >= HARDER.get(layout, LEAST) * found.total(), (dict(found), missed)


def test_a_bare_number_between_two_questions_is_the_answer_to_the_first() -> None:
    text = "Dear Sir\n\n1. How many dogs?\n\n77.\n\n2. How many cats?\n\n3. None stray.\n\n3. How many birds?\n\n12\n"
    cut = section(Reading(text=text), "letter.txt")[0]
    asked = {one.id: text[one.start : one.end] for one in cut if one.kind == "question"}
    assert [(asked[str(one.answers)], text[one.start : one.end]) for one in cut if one.kind == "answer"] == [
        ("1. How many dogs?", "77."),
        ("2. How many cats?", "3. None stray."),
        ("3. How many birds?", "12"),
    ]


def test_answers_in_parts_answer_a_question_in_parts() -> None:
    text = (
        "Dear Sir\n\n1. How long took (a) small and (b) big works?\n\n(a) 5 days (b) 31 days\n\n2. Why?\n\nOld pipes.\n"
    )
    cut = section(Reading(text=text), "letter.txt")[0]
    assert [text[one.start : one.end] for one in cut if one.kind == "answer"] == [
        "(a) 5 days (b) 31 days",
        "Old pipes.",
    ]


def test_a_list_of_parts_under_a_question_stays_asked() -> None:
    text = (
        "Dear Sir\n\n4. Please tell me, for each school:\n\n1. How many pupils left?\n\n5. Who runs it?\n\nThe trust.\n"
    )
    cut = section(Reading(text=text), "letter.txt")[0]
    asked = " ".join(text[one.start : one.end] for one in cut if one.kind == "question")
    assert "1. How many pupils left?" in asked


def test_answers_marked_under_the_questions_of_a_quoted_mail() -> None:
    text = (
        "From: Office <office@example.org>\nTo: J Hale\n\nDear J Hale\n\nPlease see the lines marked >> below.\n\n"
        "On 4 March 2024, at 10:02, J Hale wrote:\n\n1) How many boats were hired?\n\n>> 41\n\n"
        "2) Who services them?\n\n>> Tern Marine. The yard is at\n>> the weir.\n\n3) Were any lost?\n\n>> Nil\n\n"
        "4) Please send the log.\n\n>> We do not hold one.\n\nRegards\nB Moss\n"
    )
    found = section(Reading(text=text), "mail.txt")[0]
    asked = {one.id: one.number for one in found if one.kind == "question"}
    joined = {asked[one.answers or ""]: text[one.start : one.end] for one in found if one.kind == "answer"}
    assert joined == {
        "1": ">> 41", "2": ">> Tern Marine. The yard is at\n>> the weir.", "3": ">> Nil", "4": ">> We do not hold one."
    }  # fmt: skip
