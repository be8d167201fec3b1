"""Paragraphs that name or number what they answer: each is an answer of its own, joined to that question."""

from __future__ import annotations

import pytest

from indexer.cues import A, E, evidence
from indexer.markers import marker
from indexer.messages import messages
from indexer.reading import Reading
from indexer.section import Section, section

HEAD = (
    "From: Records Desk <foi@tarnwick.example>\nSent: 2 May 2023 10:00\nTo: [Requester]\nSubject: Boats\n\n"
    "Dear [Requester],\n\n"
)
ANSWERS = (
    "In response to Q1 (ferries in service), there were 14.\n\n"
    "In response to Q2 (ferries scrapped), we broke up 3 in 2021.\n\n"
    "In response to Q3a (oil used), 900 litres were burnt. In response to Q3b (oil spilt), 12 litres were lost.\n\n"
    "In response to Q4 (names of divers), these are withheld under section 40(2) of the Act as personal data.\n\n"
    "Yours sincerely,\nHarbour Master\n\n"
)
CHAIN = (
    "> From: Records Desk\n> Sent: 20 April 2023 09:00\n>\n> Could you tell us what you mean by spilt?\n\n"
    "> From: [Requester]\n> Sent: 12 April 2023 11:00\n> To: Records Desk\n> Subject: Boats\n>\n"
    "> Dear Tarnwick Harbour Board,\n>\n> Please let me have the following.\n>\n"
    "> 1. Ferries in service in the harbour, and in what condition each was found\n> 2. Ferries scrapped\n"
    "> 3. Oil: (a) used (b) spilt\n> 4. Names of divers\n>\n> Yours faithfully,\n> [Requester]\n\n"
)
FOOT = "Tarnwick Harbour Board, The Quay. You can ask us for an internal review.\n"


def cut(text: str) -> tuple[Section, ...]:
    found: tuple[Section, ...] = section(Reading(text=text), "letter.txt")[0]
    return found


def told(text: str) -> list[tuple[str, str | None, str]]:
    """The kind, the number of the question and the first words of each answer and refusal."""
    return [
        (one.kind, one.number, " ".join(text[one.start : one.end].split())[:24])
        for one in cut(text)
        if one.kind in {"answer", "exemption"}
    ]


def test_each_paragraph_that_takes_up_a_number_answers_that_question() -> None:
    assert told(HEAD + ANSWERS + CHAIN + FOOT) == [
        ("answer", "1", "In response to Q1 (ferri"),
        ("answer", "2", "In response to Q2 (ferri"),
        ("answer", "3", "In response to Q3a (oil "),
        ("answer", "3", "In response to Q3b (oil "),
        ("exemption", "4", "In response to Q4 (names"),
    ]


def test_where_no_request_is_quoted_they_stand_by_themselves() -> None:
    assert [said for _, _, said in told(HEAD + ANSWERS)] == [
        "In response to Q1 (ferri",
        "In response to Q2 (ferri",
        "In response to Q3a (oil ",
        "In response to Q3b (oil ",
        "In response to Q4 (names",
    ]


def test_the_topic_in_brackets_says_nothing_of_the_outcome() -> None:
    text = HEAD + ANSWERS.replace("ferries in service", "loans not held") + CHAIN + FOOT
    first = next(one for one in cut(text) if one.kind == "answer")
    assert first.outcome == "disclosed"


def test_the_foot_of_a_letter_is_no_part_of_the_request_quoted_above_it() -> None:
    text = HEAD + ANSWERS + CHAIN + FOOT
    asked = [one for one in messages(text) if one.role == "request"]
    assert len(asked) == 1 and "The Quay" not in text[asked[0].start : asked[0].end]


def test_what_the_office_asked_back_is_no_request() -> None:
    text = HEAD + ANSWERS + CHAIN + FOOT
    said = [text[one.start : one.end] for one in cut(text) if one.kind == "question"]
    assert not any("what you mean" in one for one in said)


CODED = (
    "Tarnwick Harbour Board\n\nRef: 77-23\n12 May 2023\n\nInformation request and our answers\n\n"
    "A. Pilots\n\nA1. Number of pilots on 1 May\n14\n\nA2. Turnover\n9% in the year to May\n\n"
    "A3. Spend on pilots\n2021/22 £9.4 million\n2022/23 £8.7 million\n\n"
    "B. Buoys\n\nB1. Oldest buoy in the channel\nLaid in 1911.\n\nB2. Draft survey of the buoys\n"
    "It is exempt under section 22(1) of the Act.\n"
)


def test_items_of_lettered_parts_are_questions() -> None:
    found = [(kind, number) for kind, number, _ in told(CODED)]
    assert found == [("answer", "A1"), ("answer", "A2"), ("answer", "A3"), ("answer", "B1"), ("exemption", "B2")]


def test_an_answer_numbered_as_its_question_is_none() -> None:
    text = "Q1. How many pilots are there?\n\nA1. There are 14.\n\nQ2. Who trains them?\n\nA2. The Board.\n"
    assert [number for _, number, _ in told(text)] == ["Q1", "Q2"]


def test_the_title_of_a_paragraph_is_the_question_and_the_rest_its_answer() -> None:
    text = (
        "I have reviewed the reply.\n\n"
        "Question 1 - survey of the quay. The survey is attached. It was signed in May.\n\n"
        "Question 2 - repairs. The first reply was silent. Mending the wall was put at £700 and the steps at £40.\n\n"
        "Question 3 - ropes. We received 30 ropes in 2022. The reply said 3.\n\n"
        "Yours sincerely\nHarbour Master\n"
    )
    found = [(one.kind, " ".join(text[one.start : one.end].split())) for one in cut(text)]
    assert ("question", "Question 2 - repairs.") in found
    assert any(kind == "answer" and said.startswith("The first reply was silent.") for kind, said in found)


def test_nothing_in_a_copy_of_the_request_answers() -> None:
    text = (
        "Dear Requester\n\n1. Number of buoys on 1 May 2023\n14\n2. Boats kept outside the harbour, and where\n9\n"
        "3. How many pilots are there?\n7\n\nRight of review\nYou may ask the Harbour Master to review the reply.\n\n"
        "Your request as received\nPlease could you supply:\n\n1. Number of buoys on 1 May 2023\n\n"
        "2. Boats kept outside the harbour: (a) number, (b) which bays they were put in\n\n"
        "3. How many pilots are there?\nI am sending this to several boards. Any form will do.\n"
    )
    found = [(kind, said) for kind, _, said in told(text)]
    assert found == [("answer", "14"), ("answer", "9"), ("answer", "7")]


def test_a_sum_that_was_not_asked_about_is_told() -> None:
    text = (
        'You asked for:\n\n"1) total spent on buoys in the years 2020-21\nand 2021-22;\n2) names of the buoys."\n\n'
        "Part 1. The Board spent £22.8 million on buoys in 2020-21 and £15.1 million in 2021-22.\n\n"
        "Part 2. The Widow and the Bell.\n"
    )
    assert [(kind, number) for kind, number, _ in told(text)] == [("answer", "1"), ("answer", "2")]


@pytest.mark.parametrize("order", ["lastly", "finally", "also"])
def test_what_was_asked_in_whatever_order(order: str) -> None:
    text = f"Dear Sir\n\nYou asked {order} how many ropes had been cut in the gale. We had 35, of which 9 were old."
    assert [one.kind for one in cut(text) if one.kind != "other"] == ["question", "answer"]


def test_counts_in_brackets_refuse_nothing() -> None:
    text = (
        "Dear Mr Oakes\n\nThe names of the crews are withheld. Section 40(2) is engaged as they are personal data.\n\n"
        "Complaints about moorings came to 121. The subjects were noise (48), refusal of short stays (27), fees "
        "(15), and refusal of a tow (4).\n"
    )
    assert [(kind, said[:12]) for kind, _, said in told(text)] == [
        ("exemption", "The names of"),
        ("answer", "Complaints a"),
    ]


def test_that_no_record_need_be_made_is_no_refusal() -> None:
    (score,) = evidence(["no record gives the berths by owner, and the board is not obliged to make one."])
    assert score[A] > score[E]


def test_a_count_that_opens_a_line_is_no_list_number() -> None:
    assert marker("(15), and refusal of a tow (4).") is None
