"""Forms of labelled fields."""

from __future__ import annotations

from indexer.reading import Reading
from indexer.section import section

LETTER = (
    "Dear Ms Hale\n\nThank you for your request. Our response is set out below.\n\n{}\nYours sincerely\n\nA Clerk\n"
)


def asked_and_answered(body: str) -> list[tuple[str, str]]:
    text = LETTER.format(body)
    cut = section(Reading(text=text), "letter.txt")[0]
    asked = {s.id: text[s.start : s.end] for s in cut if s.kind == "question"}
    return [(asked[s.answers], text[s.start : s.end]) for s in cut if s.answers in asked]


def test_numbered_fields_are_questions_with_their_answers() -> None:
    body = "1. Total number of FTE staff: 412\n2. Name of payroll system: Oakpay\n3. Contract end date: 31 March 2026\n"
    assert asked_and_answered(body) == [
        ("1. Total number of FTE staff:", "412"),
        ("2. Name of payroll system:", "Oakpay"),
        ("3. Contract end date:", "31 March 2026"),
    ]


def test_fields_without_numbers_need_three_together() -> None:
    body = "Name of supplier(s): ACME LTD\nContract start date: 1 April 2022\nAnnual spend: £54,300\n"
    assert [a for _, a in asked_and_answered(body)] == ["ACME LTD", "1 April 2022", "£54,300"]


def test_fields_under_a_stated_question_are_its_answer() -> None:
    body = (
        "Who supplies your payroll system, and on what terms?\n\n"
        "Supplier: ACME LTD\nContract start date: 1 April 2022\nAnnual spend: £54,300\n"
    )
    assert [a.count("\n") for _, a in asked_and_answered(body)] == [2]


def test_years_under_a_question_stay_one_answer() -> None:
    body = "1. How many officers resigned in each year?\na) 2018 - None\nb) 2019 - 4\nc) 2020 - None\n"
    assert [a for _, a in asked_and_answered(body)] == ["a) 2018 - None\nb) 2019 - 4\nc) 2020 - None"]
