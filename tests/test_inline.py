"""Answers typed behind their questions, in lists that do so and in those that do not."""

from __future__ import annotations

import re

import pytest

from indexer.reading import Reading
from indexer.section import section

LETTER = (
    "Dear Mr Oakes\n\nThank you for your request of 3 May 2024. Our reply to each question is given below.\n\n{}\n\n"
    "Yours sincerely\n\nInformation Officer\nTarnwick Borough Council\n"
)

FILLED = (
    ("How many lodgers were counted in May?", "45"),
    ("Total spend on agency staff in 2022/23 -", "£1.2m"),
    ("Do you have a policy on drones -", "Yes"),
    ("Number of dogs seized =", "12"),
    ("Have any staff been dismissed? If so how many?", "Yes, 3"),
    ("How many of these were upheld", "(3)"),
    ("What is the name of the system used?", "- Mosaic"),
    ("Average cost per bed", "£1,204.55"),
    ("How many complaints were received in:", "2019 - 4, 2020 - 5, 2021 - 7"),
    ("How many staff are employed by the Council", "1,203"),
    ("Please confirm the number of fines issued:", "Nil"),
    ("Names of the contractors used –", "Acme Ltd and Brown & Sons"),
    ("What age was the youngest?", "14 years old"),
    ("When did the contract begin?", "April 2019."),
    ("Who is the responsible officer?", "Head of Parks"),
    ("Is the list published?", "Yes - on our website."),
    ("How often is it reviewed", "Annually"),
    ("Please state the date of the last inspection", "14/02/2023"),
    ("Have you carried out an audit Y/N", "N"),
    ("Number of vacancies (FTE)", "4.6 FTE"),
)


def pairs(body: str) -> list[tuple[str, str]]:
    """(question without its number, answer) of a letter with this body."""
    text = LETTER.format(body)
    cut = section(Reading(text=text), "letter.txt")[0]
    asked = {s.id: text[s.start : s.end] for s in cut if s.kind == "question"}
    found = [(asked[s.answers], text[s.start : s.end]) for s in cut if s.answers in asked]
    return [(re.sub(r"^(?:\(?\w{1,2}[.)]|[-•])\s+", "", q), a) for q, a in found]


@pytest.mark.parametrize("mark", ["{}. ", "({}) ", "- ", "• ", ""])
def test_every_answer_of_a_filled_in_list_is_told_from_its_question(mark: str) -> None:
    lines = [f"{mark.format(n)}{asked} {answer}" for n, (asked, answer) in enumerate(FILLED, 1)]
    assert pairs("\n".join(lines)) == list(FILLED)


def test_questions_that_end_in_figures_stay_whole_where_nothing_is_filled_in() -> None:
    body = (
        "1. How many staff are in band 7\n2. How many visits were made to route 12\n"
        "3. What was spent on works over £5,000\n\n1. 14\n2. 30\n3. £61,000"
    )
    asked = {q for q, _ in pairs(body)}
    assert asked == {
        "How many staff are in band 7",
        "How many visits were made to route 12",
        "What was spent on works over £5,000",
    }


def test_a_threshold_is_part_of_the_question() -> None:
    body = (
        "1. Percentage of plans issued within 20 weeks\n61%\n2. Number of boats moored for more than 52 weeks\n14\n"
        "3. Number of boats moored longer than 20 days\n3\n4. Number of wrecks 12"
    )
    assert pairs(body) == [
        ("Percentage of plans issued within 20 weeks", "61%"),
        ("Number of boats moored for more than 52 weeks", "14"),
        ("Number of boats moored longer than 20 days", "3"),
        ("Number of wrecks", "12"),
    ]


def test_what_a_requester_adds_to_his_questions_is_no_answer() -> None:
    body = (
        "1. How many kennels are licensed? Please give the figures by ward.\n"
        "2. How many were inspected? In a spreadsheet if possible.\n\nThere are 19 kennels, all of them inspected."
    )
    assert [a for _, a in pairs(body)] == ["There are 19 kennels, all of them inspected."]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("i. Name of supplier(s) ACME MOBILITY LIMITED", "ACME MOBILITY LIMITED"),
        ("ii. When is the contract end date 30 September 2025, or later", "30 September 2025, or later"),
        ("iii. Provide the amount invested £0 the bins were a gift", "£0 the bins were a gift"),
        ("iv. Job title Head of Equipment", "Head of Equipment"),
    ],
)
def test_fields_filled_in_without_a_colon(line: str, answer: str) -> None:
    assert answer in [a for _, a in pairs(f"1. Who supplies your equipment, and on what terms?\n{line}")]


def test_items_with_bare_numbers_do_not_swallow_the_answer_above_them() -> None:
    body = (
        "1 Does your local authority use converted shipping containers as emergency\naccommodation, or has it done so "
        "in the past? No\n7 Does your local authority make use of caravan parks for the same purpose, or\nplan to? Yes"
    )
    assert [a for _, a in pairs(body)] == ["No", "Yes"]


def test_times_with_their_figures_are_lines_of_the_answer() -> None:
    body = (
        "1. the number of complaints about drivers and vehicles that the Council has\nlicensed for private hire, for "
        "each of the following periods\n01.01.2023 - 31.12.2023: 3\n01.01.2024 - 27.05.2024: 0\n"
        "2. the number of drivers: 212"
    )
    assert [a for _, a in pairs(body)] == ["01.01.2023 - 31.12.2023: 3\n01.01.2024 - 27.05.2024: 0", "212"]


def test_the_next_item_on_the_line_of_an_answer_is_a_question() -> None:
    body = (
        "a. What platform do you use?\nLarch\nb. What is its contract value?\n£1.37m (invoices over £5,000 are "
        "published.) c. Is there an intent to release a tender?\nNot this year."
    )
    assert [a for _, a in pairs(body)] == ["Larch", "£1.37m (invoices over £5,000 are published.)", "Not this year."]


def test_a_dash_before_more_of_the_question_parts_nothing() -> None:
    body = (
        "1. How many staff were employed - broken down by grade\n2. What was spent on them - including overtime\n"
        "3. How many left - by month\n\n1. 40\n2. £1.2m\n3. 6"
    )
    assert {q for q, _ in pairs(body)} == {
        "How many staff were employed - broken down by grade",
        "What was spent on them - including overtime",
        "How many left - by month",
    }


def test_an_abbreviation_opens_no_item_of_a_list() -> None:
    body = "1. Is any software used, e.g. Do you use Larch for rotas? Yes, since 2019"
    assert pairs(body) == [("Is any software used, e.g. Do you use Larch for rotas?", "Yes, since 2019")]


def test_a_request_that_asks_for_yes_or_no_has_not_answered_itself() -> None:
    body = (
        "1. Was it inspected? Yes\n2. How many faults were found? 4\n3. Were they mended, please answer yes or no\n"
        "4. Is it inspected annually\n"
    )
    assert [a for _, a in pairs(body)] == ["Yes", "4"]


ALIKE = (
    "1. Number of kennels{0} 64\n2. Number inspected{0} 38\n3. Amount paid to vets{0} £92.50\n"
    "4. Dearest single stay{0} £289 a week, for a lurcher with a bad leg. It was paid in May.\n"
    "5. Maker of the cages{0} Plumb & Co\n"
    "6. The advice of our vet{0} Exempt. Legal privilege attaches to it (section 42).\n"
    "7. Reasons for refusing a licence{0} Each file would have to be read. Refused under section 12.\n"
    "8. Review of the cages{0} none has been carried out"
)


@pytest.mark.parametrize("mark", [":", " -", " –"])
def test_every_number_of_a_list_that_sets_its_answers_apart_opens_an_item(mark: str) -> None:
    found = pairs(ALIKE.format(mark))
    asked = [q.removesuffix(mark) for q, _ in dict(found).items()]
    assert asked == [
        *("Number of kennels", "Number inspected", "Amount paid to vets", "Dearest single stay"),
        *("Maker of the cages", "The advice of our vet", "Reasons for refusing a licence", "Review of the cages"),
    ]
    told = [a for _, a in found]
    assert "£289 a week, for a lurcher with a bad leg. It was paid in May." in told
    assert "Exempt. Legal privilege attaches to it (section 42)." in told
    assert told[-2:] == ["Each file would have to be read. Refused under section 12.", "none has been carried out"]


def test_an_item_that_the_margin_wrapped_goes_on_before_its_figure() -> None:
    text = (
        "Thank you for your letter of 4 May about the kennels that the Council\n"
        "keeps at its depot. I am sorry for the delay in our reply to you, and\n"
        "set out below, number by number, what we hold on what you have asked.\n\n"
        "1. Number of stray dogs which were looked after in the Council's own\nkennels - 64\n"
        "2. Number of these that were given back to the people who had lost\ntheirs - 38\n3. Number rehomed - 11\n"
    )
    cut = section(Reading(text=text), "letter.txt")[0]
    assert [text[one.start : one.end] for one in cut if one.kind == "answer"][-3:] == ["64", "38", "11"]


def test_a_list_under_what_was_asked_is_an_answer_and_stays_whole() -> None:
    items = "1. Officers: 12\n2. Wardens: 3\n3. Clerks: 1\n4. Vets: one, who comes on Mondays only and is unpaid"
    assert [a for _, a in pairs(f"How many staff of each sort are there?\n\n{items}")] == [items]


def test_a_short_line_over_an_item_of_such_a_list_heads_it() -> None:
    text = LETTER.format(
        "Visits\n\n1. Number of kennels: 64\n2. Number inspected: 38\n3. Number closed: 4\n\nStaff\n\n"
        "4. Number of vets: 2\n5. Their pay: between £30,000 and £40,000 a year"
    )
    cut = section(Reading(text=text), "letter.txt")[0]
    assert next(one.heading for one in cut if one.number == "5") == ("Staff",)
    assert not any(text[one.start : one.end] == "Staff" for one in cut)
