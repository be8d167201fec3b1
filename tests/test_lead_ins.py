"""Covering phrases that lead into a statement, and those that stay with the request."""

from __future__ import annotations

import pytest

from indexer.lead_ins import stated
from tests.test_section import cut, kind_of

LETTER = """Orrin Valley Council

Dear Mrs Oake

Thank you for your request.

{said}

Yours sincerely
"""


@pytest.mark.parametrize(
    "said",
    [
        "In response to your request, bus fares were raised by 8% in April 2022.",
        "Further to your request the fleet has 31 vans, of which five are electric.",
        "With reference to your request of 3 May 2022, 19 vans were sold in 2021.",
        "Further to your request for information about vans, we do not hold any lists of drivers.",
    ],
)
def test_what_a_covering_phrase_leads_into_is_an_answer(said: str) -> None:
    text = LETTER.format(said=said)
    assert kind_of(text, cut(text), said) == "answer"


@pytest.mark.parametrize(
    "said",
    [
        "Further to your request of 3 May 2022, the Council has now considered it under the Act.",
        "In response to your request, I am writing to say that it was passed to our vehicle team.",
        "With reference to your e-mail dated 3 May 2022, please find our response below.",
        "Your request about the vans was received on 3 May 2022.",
    ],
)
def test_a_covering_sentence_about_the_request_is_furniture(said: str) -> None:
    assert stated(said.lower()) == said.lower()
    text = LETTER.format(said=said + "\n\nHow many vans are there?\n\nThere are 31 vans.")
    assert kind_of(text, cut(text), said) == "other"


def test_right_under_a_question_a_covering_phrase_counts_for_nothing() -> None:
    said = "With reference to your request, a total of 61 letters."
    text = LETTER.format(said=f"1. How many letters did the ferry office get?\n{said}")
    assert kind_of(text, cut(text), said) == "answer"


def test_what_came_in_on_a_day_answers_the_question_above_it() -> None:
    text = LETTER.format(said="1. Was there a petition?\nA petition with 1,204 names was received on 4 May 2021.")
    assert kind_of(text, cut(text), "A petition with") == "answer"
