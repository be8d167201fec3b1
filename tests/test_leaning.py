"""What a question leans on."""

from __future__ import annotations

import pytest

from indexer.leaning import leans_on, stem_of
from indexer.sectioned import Section


def leaning(*asked: str, numbers: tuple[str, ...] = ()) -> list[list[int]]:
    """For each question the places of those that it leans on, nearest first."""
    text = "\n".join(asked)
    made, at = [], 0
    for i, one in enumerate(asked):
        number = numbers[i] if numbers else str(i + 1)
        made.append(Section(f"s{i}", "question", at, at + len(one), None, (), number, None, None, ()))
        at += len(one) + 1
    return [[made.index(one) for one in leans_on(text, made, question)] for question in made]


@pytest.mark.parametrize(
    "follows",
    [
        "2. And how many did you settle?",
        "How many of these were repaired?",
        "Q2) Of those, how many were stolen?",
        "b) If so, please name the firm.",
        "2. How many were returned to their owners?",
        "Which were scrapped?",
        "What did they cost?",
        "What was the total cost of this?",
        "Please give its length.",
        "In relation to question 1, who paid?",
        "8. The repairs of that mere in 2021.",
        "How much of that was recovered?",
        "When?",
    ],
)
def test_what_names_nothing_of_its_own_leans_on_the_question_before(follows: str) -> None:
    assert leaning("1. How many punts were hired out on the mere?", follows) == [[], [0]]


@pytest.mark.parametrize(
    "alone",
    [
        "2. How many oars were bought?",
        "How much was spent on oars?",
        "2. Which IT system holds the bookings?",
        "Is it possible to hire an oar by the hour?",
        "List fittings such as lamps and bells.",
        "Which punts that are older than ten years are still let?",
        "When was the boathouse built?",
        "How many boats sank in that year?",
        "The cost of that jetty.",
    ],
)
def test_what_stands_by_itself_leans_on_nothing(alone: str) -> None:
    assert leaning("1. How many punts were hired out on the mere?", alone) == [[], []]


def test_a_chain_is_followed_and_has_an_end() -> None:
    chain = leaning("1. How many punts sank?", *["And of those, how many sank twice?"] * 5)
    assert chain == [[], [0], [1, 0], [2, 1, 0], [3, 2, 1], [4, 3, 2]]


def test_the_question_that_is_named_by_its_number_is_leant_on() -> None:
    asked = ["How many punts?", "How many oars?", "Who audits the answer to question 2b?"]
    assert leaning(*asked, numbers=("2", "Q2 (b)", "3")) == [[], [], [1]]


def test_a_thing_pointed_back_to_is_that_of_the_question_that_speaks_of_it() -> None:
    asked = ["1. The report on the boathouse roof.", "2. How many oars were lost?", "3. Who wrote to that council?"]
    assert leaning(*asked, "4. What was the cost of that report?") == [[], [], [], [0]]


def test_an_item_stands_under_what_leads_to_its_list() -> None:
    lead = "For each pier of the mere please state:"
    asked = [f"{lead}\n1) its length", "2) its height", "4) its age", "Who owns the punts?", "5) who owns the oars"]
    text = "\n".join(asked)
    made, at = [], 0
    for i, one in enumerate(asked):
        made.append(Section(f"s{i}", "question", at, at + len(one), None, (), None, None, None, ()))
        at += len(one) + 1
    found = [stem_of(text, made, one) for one in made]
    assert [text[slice(*span)] if span else None for span in found] == [None, lead, lead, None, None]


def test_lettered_questions_lean_on_the_numbered_topic_they_are_listed_under() -> None:
    asked = ("4. Moorings\na) how many are let?", "b) what does the dearest cost?", "5. Staff\na) how many are there?")
    text = "\n".join(asked)
    made, at = [], 0
    for i, one in enumerate(asked):
        made.append(Section(f"s{i}", "question", at, at + len(one), None, (), None, None, None, ()))
        at += len(one) + 1
    found = [stem_of(text, made, one) for one in made]
    assert [text[slice(*span)] if span else None for span in found] == [None, "Moorings", None]
