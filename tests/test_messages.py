"""The role of each message of a document: what replies, what asks, what only notes."""

from __future__ import annotations

import pytest

from indexer.messages import messages
from indexer.reading import Reading
from indexer.section import section

HEAD = "From: Records Desk <desk@larkmoor.example>\nSent: 3 July 2024 10:12\nTo: Jo Orme\nSubject: Moorings\n\n"
ASKED = "From: Jo Orme\nSent: 1 June 2024 09:00\nTo: Records Desk\nSubject: Moorings\n\n"


def roles(text: str) -> list[str]:
    return [message.role for message in messages(text)]


def test_a_mail_that_answers_each_of_its_questions_is_a_reply() -> None:
    pairs = "Q. How many moorings are let?\nA. 212\nQ. What does one cost?\nA. £380 a year\nQ. Who lets them?\nA. Us\n"
    assert roles(f"{HEAD}Dear Jo,\n\n{pairs}\nRegards\nSam\n") == ["reply"]


@pytest.mark.parametrize(
    "asked",
    [
        "Q1. How many moorings are let in:\nA. 2022\nB. 2023\nQ2. How many are empty in:\nA. 2022\nB. 2023",
        "Q1. How many moorings are let?\nA1.\nQ2. What does one cost?\nA2.\nQ3. Who lets them?\nA3.\n",
        "Your site:\n\nQ. Is it let?\nA. Yes.\nQ. Deep?\nA. Yes.\n\nPlease tell me:\n1. who lets it\n2. its depth",
        "How many moorings are let?\nA. I mean those of the inner basin.\nWhat does one cost?",
    ],
)
def test_a_mail_that_only_asks_is_a_request(asked: str) -> None:
    assert roles(f"{ASKED}Dear Records Desk,\n\nUnder the Act please tell me:\n\n{asked}\n\nJo Orme\n") == ["request"]


def test_a_mail_that_thanks_for_the_request_is_a_reply() -> None:
    said = "Thank you for your freedom of information request.\n\n1. How many moorings are let?\n212 are let.\n"
    asks = "2. What does one cost? Could you say please?\nIt is £380 a year.\n"
    assert roles(f"{HEAD}Dear Jo,\n\n{said}{asks}\nRegards\n") == ["reply"]


def test_a_request_that_is_quoted_line_by_line_is_still_a_request() -> None:
    quoted = (
        "> Hello,\n>\n> Please could you tell me:\n>\n> 1) how many moorings are let\n> 2) what one costs\n>\n> Jo\n"
    )
    reply = "Dear Jo,\n\n1) 212 are let.\n\n2) A mooring is £380 a year.\n\nRegards\nSam\n\n"
    assert roles(f"{HEAD}{reply}{ASKED}{quoted}") == ["reply", "request"]


QUOTED = """From: Records Desk <desk@larkmoor.example>
Sent: 3 July 2024 10:12
To: Jo Orme
Subject: Moorings

Dear Jo

In response to Q1 (moorings let), we had 212 moorings that were let in the
inner basin and another 80 in the outer basin on the first of May 2024.

In response to Q2 (number empty), we had 9 moorings without a tenant there.

Regards
Sam

> From: Jo Orme
> Sent: 1 June 2024 09:00
> To: Records Desk
> Subject: Moorings
>
> Dear Larkmoor Council,
>
> Please let me have the following for the inner and for the outer basin.
>
> 1. Number of moorings that were let there on the first of May this spring
> 2. Number empty
> 3. Number of boats that were lifted out of the water there in the winter
>
> Yours faithfully,
> Jo Orme

{foot}
"""
FOOT = "Larkmoor Council, The Quay.\nIf you do not agree you may ask for an internal review."


def test_what_stands_below_a_quoted_request_is_none_of_it() -> None:
    text = QUOTED.format(foot=FOOT)
    assert roles(text) == ["reply", "request", "reply"]
    assert text[messages(text)[2].start :].startswith("Larkmoor Council")


def test_answers_among_quoted_lines_are_of_the_message() -> None:
    text = QUOTED.format(foot=FOOT).replace("> 2. Number empty\n", "> 2. Number empty\n\nNine are.\n\n")
    assert not any(text[message.start :].startswith("Larkmoor") for message in messages(text))


def test_a_short_item_of_a_quoted_list_has_its_own_number() -> None:
    text = QUOTED.format(foot=FOOT)
    found = section(Reading(text=text), "mail.txt")[0]
    asked = {one.number: text[one.start : one.end] for one in found if one.kind == "question"}
    assert asked["2"].startswith("> 2. Number empty")
    told = next(one for one in found if text.startswith("In response to Q2", one.start))
    assert (told.kind, told.number) == ("answer", "2")
