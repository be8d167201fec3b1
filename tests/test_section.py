"""Sections: letters of many shapes, cut and joined as a careful reader would."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.sections import score
from indexer.reading import Element, Reading
from indexer.section import Section, section

SHARED = Path(__file__).resolve().parents[2] / "shared"


def cut(text: str) -> tuple[Section, ...]:
    return section(Reading(text=text), "letter.txt")[0]


def kind_of(text: str, sections: Sequence[Section], words: str) -> str:
    """The kind of the section that holds `words`, which must stand once in the text."""
    at = text.index(words)
    assert text.count(words) == 1, f"{words!r} is not unique"
    return next(s.kind for s in sections if s.start <= at < s.end)


def replies(text: str, sections: Sequence[Section], question: str) -> list[Section]:
    """The sections that answer the question holding `question`."""
    at = text.index(question)
    asked = next(s for s in sections if s.kind == "question" and s.start <= at < s.end)
    return [s for s in sections if s.answers == asked.id]


def assert_tiles(text: str, sections: Sequence[Section]) -> None:
    owner = [0] * len(text)
    for one in sections:
        assert one.start < one.end
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        for i in range(one.start, one.end):
            owner[i] += 1
    assert all(count == 1 for count, char in zip(owner, text, strict=True) if not char.isspace())
    assert all(count <= 1 for count in owner)
    assert [s.start for s in sections] == sorted(s.start for s in sections)
    assert len({s.id for s in sections}) == len(sections)
    assert all(s.answers is None or s.answers in {q.id for q in sections if q.kind == "question"} for s in sections)


INLINE = """Dear Requester,
Please find our response below:
1. How many agents do you have? 105.
2. Where do they work?  At home and in the office.
3. What software do they use? Acme CRM.
Yours sincerely,
"""

LIST_THEN_ANSWERS = """Freedom of Information Request
Reference: FOI2023/0456
Date of response: 12 June 2023

Dear Mr Smith

Your request:

1. How many Tasers does your force own?
2. How many times has a Taser been discharged in each of the last three years?
3. Please provide the locations at which Tasers are stored.

Our response:

1. 412
2. 2020 - 31
   2021 - 28
   2022 - 40
3. Section 31(1)(a) and (b) Law Enforcement

Harm

To disclose where Tasers are stored would enable criminals to target those premises.

On balance the public interest favours withholding the information.

If you are unhappy with this response you may ask for an internal review within 40 working days.

Yours sincerely

Jane Doe
Barchester Police
"""

LABELLED_Q_AND_A = """NHS Barset
Our Ref: IGFOISA-4412
3 March 2021

Dear Ms Brown

I refer to your request for information which was received on 4 February 2021.

Q: How many patients waited more than 12 weeks in 2020?
A: 4,211

Q: What is the name of the consultant responsible for each clinic?
A: This is exempt under section 38(1)(b) of the Freedom of Information (Scotland) Act 2002 as it is personal data.

Q: Do you hold a policy on cancelled appointments?
A: Yes. Please find attached.

If you are dissatisfied you have the right to ask for a review.
"""

COST_THEN_ADVICE = """Dear Requester

You asked:

Please list every Penalty Charge Notice issued in Acacia Avenue since 2010, with the vehicle registration.

Our reply:

To answer this we would have to inspect 48,000 records by hand, which would take 4,000 hours. The cost of doing so would
exceed the appropriate limit of £450, and so we refuse it under section 12(1) of the Freedom of Information Act.

Under our duty to advise and assist (section 16), we can tell you that 312 notices were issued there in 2021.

You asked:

Why does the council hate motorists?

Our reply:

Your previous 14 letters on this subject lead us to conclude that this is vexatious under section 14(1).

Right of review

You can ask for this decision to be reviewed.
"""

SILENCE = """Department for Examples
Our Ref: F0020931
20 September 2021

Dear Mr Patel,

You requested the following information:

"I would like to request all correspondence between the Secretary of State and Acme Ltd in June 2021."

The Department neither confirms nor denies that it holds this information. The duty in section 1(1)(a) of the Act does
not apply, by virtue of section 35(3) of the Act.

In applying this exemption we have had to balance the public interest in disclosure against that in withholding.

Yours sincerely,

A. Official

Annex A

Public interest factors against

Ministers need a safe space to develop policy.

Decision

On balance we consider that the public interest favours neither confirming nor denying.
"""

CHAIN = """From: Anna Finch <foi@barset.gov.uk>
Sent: 04 March 2023 10:12
To: J Bloggs
Subject: RE: FOI 8842 Parking fines

Dear J Bloggs,

Please see our answers below.

1. 1,204
2. This is refused under regulation 12(5)(e) of the EIR (commercial confidentiality). The public interest in maintaining
the exception outweighs that in disclosure because the procurement is live.

Regards

Anna Finch
Barset County Council

-----Original Message-----
From: J Bloggs
Sent: 10 February 2023 21:01
To: FOI
Subject: Parking fines

Hello

Please could you let me know:

1. How many fines were issued in Bath Road car park in 2022?
2. Please supply the tender evaluation for the new barriers.

Thanks

J Bloggs
"""

BOLD_MARKDOWN = """**FOI 4471 – Response**

**Date: 14/09/2021**

**1. How many children were home educated on 1 September 2020?**

512

**2. How many school attendance orders were issued in 2019/20?**

0

**3. What training do officers receive?**

* Level 3 safeguarding
* Annual refresher

**4. Can you supply the minutes of the last forum?**

The minutes are exempt under S36(2)(b)(ii) – prejudice to the effective conduct of public affairs.
"""

RESTATED_HEADINGS = """Freedom of information request reference no: 01.FOI.21.018432

I note you seek access to the following information:

For each of the last 5 years (2016 to 2020) broken down annually:

How many allegations of spiking were recorded?
How many resulted in a charge?

DECISION

I have today decided to disclose the requested information to you in full.

Please find attached a spreadsheet containing the data.

COMPLAINT RIGHTS

Are you unhappy with how your request has been handled or do you think the decision is incorrect?
"""

ANSWER_IN_TABLE = """## Request

Please provide total spend on agency social workers for 2019/20 and 2020/21.

## Response

| Year | Spend |
|------|-------|
| 2019/20 | £1,204,331 |
| 2020/21 | £1,500,120 |

There were 37 agency social workers on 31 March 2022.
"""

FURNITURE_IN_ANSWER = """Barset Police Freedom of Information

1: How many offences were recorded in 2018 and 2019?

Offence\t2018\t2019
Theft\t14\t20

01/11/2019 16966/19

Barset Police Freedom of Information

Harassment\t3\t9
Total\t17\t29

2: How many led to a charge?

Please see answer to question 1

01/11/2019 16966/19
"""

REVIEW = """Dear Ms Jones

INTERNAL REVIEW - FOI 2021/03377

I am writing in response to your email of 3 June 2021 requesting an internal review of our decision.

Your original request of 30 April 2021 asked for:

"The minutes of the Estates Committee for 2020 and the names of all bidders for the Library contract."

You argue that section 43(2) cannot apply because the contract has been let.

I find that section 41 does not apply, because the names were not given in confidence. I uphold the application of
section 43(2). Disclosure of the names would be likely to prejudice the commercial interests of the bidders.

In the course of the review I located the minutes for December 2020. They are attached.

If you remain dissatisfied you may complain to the Information Commissioner under section 50 of the Act.
"""

NO_QUESTION = """Request Reference: 658B/22

Applicable exemption: Section 31(1)(a)(b) – Law enforcement

Harm

Policing is an information-led activity, and disclosure would enable offenders to identify force areas to avoid.

Factors Favouring Disclosure

The public are entitled to know how public funds are spent.

Balancing Test

It is not in the public interest to release the withheld information.
"""

LETTERS = [
    INLINE,
    LIST_THEN_ANSWERS,
    LABELLED_Q_AND_A,
    COST_THEN_ADVICE,
    SILENCE,
    CHAIN,
    BOLD_MARKDOWN,
    RESTATED_HEADINGS,
    ANSWER_IN_TABLE,
    FURNITURE_IN_ANSWER,
    REVIEW,
    NO_QUESTION,
]


@pytest.mark.parametrize("text", LETTERS, ids=range(len(LETTERS)))
def test_sections_tile_the_text(text: str) -> None:
    assert_tiles(text, cut(text))


_PIECES = st.sampled_from(
    [
        *"Qq1.?!:-–|()[]#*_>\t\n £",
        "\n\n",
        "1. ",
        "a) ",
        "Q2 ",
        "From: x\nSent: y\n",
        "Section 31(1)(a) ",
        "Yes. ",
        "How many ",
        "word ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=6), max_size=60).map("".join))
def test_any_text_is_tiled(text: str) -> None:
    assert_tiles(text, cut(text))


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\n"])
def test_a_text_without_print_has_no_sections(text: str) -> None:
    assert cut(text) == ()


def test_an_answer_on_the_line_of_its_question_is_cut_from_it() -> None:
    sections = cut(INLINE)
    assert [INLINE[s.start : s.end] for s in sections if s.kind == "answer"] == [
        "105.",
        "At home and in the office.",
        "Acme CRM.",
    ]
    assert [s.number for s in sections if s.kind == "answer"] == ["1", "2", "3"]
    assert replies(INLINE, sections, "How many agents")[0].outcome == "disclosed"


def test_numbered_answers_join_the_questions_listed_above() -> None:
    sections = cut(LIST_THEN_ANSWERS)
    (second,) = replies(LIST_THEN_ANSWERS, sections, "How many times has a Taser")
    assert LIST_THEN_ANSWERS[second.start : second.end].startswith("2. 2020 - 31")
    (third,) = replies(LIST_THEN_ANSWERS, sections, "Please provide the locations")
    assert (third.kind, third.outcome) == ("exemption", "withheld")
    assert third.exemptions == ("FOIA s31(1)(a)", "FOIA s31(1)(b)")
    assert kind_of(LIST_THEN_ANSWERS, sections, "If you are unhappy") == "other"


def test_q_and_a_labels_are_read_and_scottish_sections_are_foisa() -> None:
    sections = cut(LABELLED_Q_AND_A)
    assert [s.outcome for s in sections if s.kind == "question"] == ["disclosed", "withheld", "disclosed"]
    assert [s.exemptions for s in sections if s.exemptions] == [("FOISA s38(1)(b)",)]


def test_advice_after_a_cost_refusal_is_an_answer_and_outcomes_belong_to_questions() -> None:
    sections = cut(COST_THEN_ADVICE)
    first = replies(COST_THEN_ADVICE, sections, "Please list every")
    assert [s.kind for s in first] == ["exemption", "answer"]
    assert [s.outcome for s in sections if s.kind == "question"] == ["partly_disclosed", "vexatious"]
    assert {c for s in sections for c in s.exemptions} == {"FOIA s12(1)", "FOIA s14(1)"}


def test_neither_confirm_nor_deny_and_its_annex() -> None:
    sections = cut(SILENCE)
    assert kind_of(SILENCE, sections, "I would like to request") == "question"
    assert kind_of(SILENCE, sections, "Ministers need a safe space") == "exemption"
    assert kind_of(SILENCE, sections, "A. Official") == "other"
    assert next(s.outcome for s in sections if s.kind == "question") == "neither_confirm_nor_deny"
    assert {c for s in sections for c in s.exemptions} == {"FOIA s35(3)"}


def test_numbered_answers_join_the_request_quoted_below_them() -> None:
    sections = cut(CHAIN)
    (fines,) = replies(CHAIN, sections, "How many fines")
    assert CHAIN[fines.start : fines.end].endswith("1. 1,204")
    (tender,) = replies(CHAIN, sections, "Please supply the tender")
    assert (tender.kind, tender.exemptions) == ("exemption", ("EIR r12(5)(e)",))
    assert kind_of(CHAIN, sections, "Sent: 10 February 2023") == "other"
    assert kind_of(CHAIN, sections, "Hello") == "other"


def test_bold_questions_of_a_markdown_letter() -> None:
    sections = cut(BOLD_MARKDOWN)
    assert [s.number for s in sections if s.kind == "question"] == ["1", "2", "3", "4"]
    assert [BOLD_MARKDOWN[s.start : s.end] for s in replies(BOLD_MARKDOWN, sections, "How many school")] == ["0"]
    assert [s.exemptions for s in replies(BOLD_MARKDOWN, sections, "Can you supply")] == [("FOIA s36(2)(b)(ii)",)]


def test_a_list_of_questions_with_one_answer() -> None:
    sections = cut(RESTATED_HEADINGS)
    questions = [s for s in sections if s.kind == "question"]
    assert len(questions) == 1
    assert kind_of(RESTATED_HEADINGS, sections, "I have today decided") == "answer"
    assert kind_of(RESTATED_HEADINGS, sections, "Are you unhappy") == "other"


def test_a_table_is_an_answer() -> None:
    sections = cut(ANSWER_IN_TABLE)
    (answer,) = replies(ANSWER_IN_TABLE, sections, "Please provide total spend")
    assert "£1,500,120" in ANSWER_IN_TABLE[answer.start : answer.end]
    assert "37 agency" in ANSWER_IN_TABLE[answer.start : answer.end]


def test_furniture_inside_an_answer_leaves_two_answers_of_one_question() -> None:
    sections = cut(FURNITURE_IN_ANSWER)
    both = replies(FURNITURE_IN_ANSWER, sections, "How many offences")
    assert [FURNITURE_IN_ANSWER[s.start : s.end].split("\t")[0] for s in both] == ["Offence", "Harassment"]
    assert all(s.kind == "other" for s in sections if "16966/19" in FURNITURE_IN_ANSWER[s.start : s.end])
    assert [s.outcome for s in sections if s.kind == "question"] == ["disclosed", "referred"]


def test_an_internal_review_relies_only_on_what_it_upholds() -> None:
    sections = cut(REVIEW)
    assert {c for s in sections for c in s.exemptions} == {"FOIA s43(2)"}
    assert kind_of(REVIEW, sections, "The minutes of the Estates Committee") == "question"
    assert kind_of(REVIEW, sections, "They are attached") == "answer"


def test_a_letter_of_reasoning_has_no_question() -> None:
    sections = cut(NO_QUESTION)
    assert {s.kind for s in sections} == {"exemption", "other"}
    assert {s.outcome for s in sections if s.kind == "exemption"} == {"withheld"}


def test_furniture_that_the_format_marks_is_never_asked_or_answered() -> None:
    text = "How many cars do you own? Twelve.\nShare this page\nHow many vans do you own? Nine."
    at = text.index("Share")
    elements = (Element("navigation", at, at + len("Share this page")),)
    sections, _ = section(Reading(text=text, elements=elements), "page.html")
    assert kind_of(text, sections, "Share this page") == "other"
    assert [text[s.start : s.end] for s in sections if s.kind == "answer"] == ["Twelve.", "Nine."]


def test_pages_are_noted() -> None:
    text = "1. How many cars do you own?\n\nTwelve.\n\n2. How many vans do you own?\n\nNine."
    sections, _ = section(Reading(text=text, pages=(0, text.index("2. How"))), "letter.pdf")
    assert [s.page for s in sections] == [1, 1, 2, 2]


def _gold(name: str) -> list[dict[str, object]]:
    path = SHARED / "gold" / name / "sections.jsonl"
    if not path.exists():
        pytest.skip(f"no labelled letters at {path}")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "bars"),
    [
        ("seeds", {"line_accuracy": 0.98, "pairing": 1.0, "exemption_f1": 0.98, "reference": 0.92, "date": 0.92}),
        (
            "letters",
            {
                "line_accuracy": 0.98,
                "macro_f1": 0.97,
                "pairing": 0.95,
                "exemption_f1": 0.98,
                "authority": 1.0,
                "reference": 1.0,
                "date": 1.0,
            },
        ),
    ],
)
def test_labelled_letters_are_read_right(name: str, bars: dict[str, float]) -> None:
    figures = score(SHARED, _gold(name))
    assert figures["lost"] == 0
    assert {k: v for k, v in figures.items() if k in bars and v < bars[k]} == {}


def test_all_letters_are_tiled() -> None:
    paths = sorted((SHARED / "letters").glob("*.txt")) + sorted((SHARED / "seeds").glob("*.txt"))
    if not paths:
        pytest.skip(f"no letters at {SHARED}")
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert_tiles(text, cut(text))


@pytest.mark.parametrize(
    "piece",
    ["\n", " ", "a. B ", "Why? ", "From: a\n", "1. a\n", "(a)", "Section 31 and ", "The Council ", "* ", "regards\n"],
)
def test_odd_texts_take_time_in_proportion_to_their_length(piece: str) -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        cut(piece * times + "x")
        return time.process_time() - began

    assert seconds(12_000) < 0.3 + 12 * seconds(3_000)


def test_reasoning_set_out_after_the_last_answer_is_of_the_question_refused() -> None:
    text = (
        "**1. How many officers are trained?**\n\n12\n\n"
        "**2. Please give their names.**\n\nWithheld under section 40(2) of the Act.\n\n"
        "**3. How old is the oldest?**\n\nNo information is held.\n\n"
        "### **Reasons: section 40(2)**\n\nDisclosure would breach the data protection principles and be unfair.\n"
    )
    sections = cut(text)
    assert [s.outcome for s in sections if s.kind == "question"] == ["disclosed", "withheld", "not_held"]
    assert len(replies(text, sections, "Please give their names")) == 2


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The first words of each question, and those of each section that replies to it."""
    sections = cut(text)
    asked = {s.id: text[s.start : s.end] for s in sections if s.kind == "question"}
    return [(asked[s.answers], text[s.start : s.end]) for s in sections if s.answers]


def test_roman_numerals_number_questions_and_answers() -> None:
    text = (
        "You asked:\n\n(i) How many boats are moored?\n(ii) Who licenses them?\n(iii) What does a licence cost?\n\n"
        "(i) There are 41.\n(ii) The Harbour Board.\n(iii) This is exempt under section 43(2).\n"
    )
    assert [s.number for s in cut(text) if s.kind == "question"] == ["i", "ii", "iii"]
    assert pairs_of(text)[1] == ("(ii) Who licenses them?", "(ii) The Harbour Board.")


def test_roman_numerals_under_figures_are_parts_of_a_question() -> None:
    text = (
        "1. How many boats are there,\n(i) moored, and\n(ii) ashore?\n\n2. Who licenses them?\n\n"
        "Response\n\n1. There are\n(i) 41 boats moored and\n(ii) 12 ashore.\n2. The Harbour Board does.\n"
    )
    assert [s.number for s in cut(text) if s.kind == "question"] == ["1", "2"]


JOINT = """Larkmoor Council

1. How many boats are moored?
2. How many are licensed?
3. How many sank?
4. Who licenses them?

Our response:

{said}
4. The Harbour Board does.
"""


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Questions 1 to 3: There are 41 boats, 39 licences and 2 wrecks.", ["1", "4"]),
        ("1 – 3. There are 41 boats, 39 licences and 2 wrecks.", ["1", "4"]),
        ("1-2. There are 41 boats and 39 licences.\n3. Two", ["1", "3", "4"]),
        ("1 and 2. These are exempt under section 31(1)(a).\n3. Two", ["1", "3", "4"]),
        ("1. 41\n2. 39\n3. Two", ["1", "2", "3", "4"]),
    ],
)
def test_questions_that_one_answer_serves_stand_together(said: str, asked: list[str]) -> None:
    text = JOINT.format(said=said)
    assert [s.number for s in cut(text) if s.kind == "question"] == asked
    assert ("4. Who licenses them?", "4. The Harbour Board does.") in pairs_of(text)
    assert len(pairs_of(text)) == len(asked)


@pytest.mark.parametrize("mark", ["a and b)", "a) & b)", "a-b)", "(a) and (b)"])
def test_lettered_questions_that_one_answer_serves_stand_together(mark: str) -> None:
    text = (
        "a) How many huts are there?\nb) Who runs them?\nc) What do they cost?\n\n"
        f"Our response:\n\n{mark} There are 61, run by Acme Ltd.\nc) £12\n"
    )
    assert [s.number for s in cut(text) if s.kind == "question"] == ["a", "c"]
    assert [answer.split()[0] for _, answer in pairs_of(text)][-1] == "c)"


def test_a_paragraph_that_says_what_was_asked_and_goes_on_is_question_and_answer() -> None:
    text = (
        "Dear Ms Orme\n\nYou asked for the number of vacant plots. 37 plots are vacant.\n\n"
        "You also asked whether rents will rise. They will rise in April. The rise was agreed last year.\n\n"
        "You asked about the names of tenants. These are exempt under section 40(2).\n\nYours sincerely\n"
    )
    assert pairs_of(text) == [
        ("You asked for the number of vacant plots.", "37 plots are vacant."),
        (
            "You also asked whether rents will rise.",
            "They will rise in April. The rise was agreed last year.",
        ),
        ("You asked about the names of tenants.", "These are exempt under section 40(2)."),
    ]


def test_what_a_letter_says_of_the_request_is_no_answer_to_it() -> None:
    text = (
        "Dear Ms Orme\n\nYou asked for information about allotments. Your request was handled under the Freedom of "
        "Information Act.\n\n1. How many plots are there?\nThree\n"
    )
    assert kind_of(text, cut(text), "Your request was handled") == "other"


@pytest.mark.parametrize("short", ["Two.", "None.", "Yes.", "Fourteen."])
def test_a_short_answer_before_a_refusal_is_an_answer(short: str) -> None:
    text = (
        f"Question 1\nHow many wardens are in arrears?\nResponse\n{short} The names are exempt under section 40(2).\n\n"
        "Question 2\nWho runs the pier?\nResponse\nAcme Ltd.\n"
    )
    assert [s.kind for s in replies(text, cut(text), "How many wardens")] == ["answer", "exemption"]


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("In 2021/22 the Council received 52 complaints about the ferry.", "answer"),
        ("We aim to be helpful. If you are unhappy you may ask for a review.", "other"),
        ("The Information Commissioner's Office is at 1 Mill Lane.", "other"),
    ],
)
def test_a_heading_of_complaints_is_furniture_only_over_the_readers_rights(below: str, kind: str) -> None:
    text = (
        f"Larkmoor Council\nDear Ms Orme\n\nTickets\nThe Council sold 4,000 tickets in 2021.\n\nComplaints\n{below}\n"
    )
    sections = cut(text)
    assert kind_of(text, sections, below) == kind_of(text, sections, "Complaints\n") == kind


def test_short_lines_over_short_replies_ask_once_the_letter_is_seen_to_be_so_written() -> None:
    text = (
        "Orrin Fire Service\n\nDear Mr Oakes\n\nFires at ferry ports\n14 in 2022, 19 in 2023.\n"
        "Cost of attendance at ports\nThis was not recorded.\nInjuries to crew\nNil\nDeaths\nNone\n"
        "Arson by port staff\nNil return.\nLongest fire\n11 days, at Old Quay.\n"
    )
    assert pairs_of(text) == [
        ("Fires at ferry ports", "14 in 2022, 19 in 2023."),
        ("Cost of attendance at ports", "This was not recorded."),
        ("Injuries to crew", "Nil"),
        ("Deaths", "None"),
        ("Arson by port staff", "Nil return."),
        ("Longest fire", "11 days, at Old Quay."),
    ]


def test_labels_over_figures_in_one_answer_ask_nothing() -> None:
    text = (
        "How many ferries were late, by port?\n\nOld Quay\n14\nSouth Haven\n19\nEast Pier\n2\n\n"
        "How many sank?\n\nNone.\n"
    )
    assert [text[s.start : s.end] for s in cut(text) if s.kind == "question"] == [
        "How many ferries were late, by port?",
        "How many sank?",
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_that_heads_a_refusal_is_not_the_end_of_the_answer_above_it(gap: str) -> None:
    text = (
        "How many moorings are there, and how deep?\n\nThe Council has 41 moorings, of which 12 are vacant.\n\n"
        f"Depths{gap}The depths are withheld under section 31(1)(a) of the Act.\n"
    )
    (refusal,) = [s for s in cut(text) if s.kind == "exemption"]
    assert text[refusal.start : refusal.end].startswith("Depths")


def test_the_last_item_of_an_answer_does_not_head_the_refusal_below_it() -> None:
    text = (
        "Where are the moorings?\n\nThe harbours are:\nSouth Haven\nOld Quay\n\n"
        "The rest is exempt under section 31(1)(a).\n"
    )
    assert kind_of(text, cut(text), "Old Quay") == "answer"


def test_a_list_that_a_quotation_opens_with_is_numbered() -> None:
    text = (
        "You asked for:\n\n“1. the number of ferries\n2. the number of ports\n3. the cost of each crossing”\n\n"
        "Our response:\n\n1. 14\n2. 3\n3. £12.50\n"
    )
    assert [s.number for s in cut(text) if s.kind == "question"] == ["1", "2", "3"]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_closing_sentence_about_the_whole_letter_refuses_nothing(gap: str) -> None:
    text = (
        f"1. How many ferries sank?\n\nNone sank.\n\n2. How many were late?\n\n19 were late.{gap}"
        "This letter does not confirm or deny anything beyond what is stated.\n\nYours sincerely\n"
    )
    sections = cut(text)
    assert kind_of(text, sections, "This letter does not") == "other"
    assert [s.outcome for s in sections if s.kind == "question"] == ["disclosed", "disclosed"]


@pytest.mark.parametrize("verb", ["wanted to know", "would like to know", "enquired about", "asked for"])
def test_a_request_told_in_a_paragraph_is_a_question_however_it_is_put(verb: str) -> None:
    text = (
        "Barset Council\n3 June 2024\n\nDear Ms Lane\n\n"
        f"You {verb} the number of ferries there are in Barset.\n\nThe council has 12 ferries.\n\nYours sincerely"
    )
    sections, _ = section(Reading(text=text), "a.txt")
    assert [one.kind for one in sections if one.kind != "other"] == ["question", "answer"]


def pairs(text: str) -> list[tuple[str, str]]:
    """Each question with what answers it, by their first words, as the sections have them."""
    found = cut(text)
    assert_tiles(text, found)
    asked = {s.id: " ".join(text[s.start : s.end].split()) for s in found if s.kind == "question"}
    return [(asked[s.answers], " ".join(text[s.start : s.end].split())) for s in found if s.answers]


def test_questions_counted_on_in_one_paragraph_are_paired_with_headed_answers() -> None:
    text = """Larkmoor Harbour Board

Request: "1. How many moorings were let in the inner basin in 2021/22
and 2022/23? 2. How many people were waiting for one? 3. What does a
mooring of ten metres cost, and what does one of twelve metres cost?
4. Which firm dredges the inner basin, and when was it last dredged by
them? 5. Minutes of the berths panel."

Answer to question 1
2021/22 204
2022/23 212

Answer to question 2
40 people were on the list in March.

Answer to question 3
£380 a year.

Answer to question 4
Orrin Marine dredged it in May 2021.

Answer to question 5
We are unable to release these, which are exempt under section 36(2)(b)(i).
"""
    found = pairs(text)
    assert [(q[:30], a[:20]) for q, a in found] == [
        ('Request: "1. How many moorings', "Answer to question 1"),
        ("2. How many people were waitin", "Answer to question 2"),
        ("3. What does a mooring of ten ", "Answer to question 3"),
        ("4. Which firm dredges the inne", "Answer to question 4"),
        ("5. Minutes of the berths panel", "Answer to question 5"),
    ]
    assert [s.kind for s in cut(text) if s.answers] == ["answer", "answer", "answer", "answer", "exemption"]
    assert [s.outcome for s in cut(text) if s.kind == "answer"] == ["disclosed"] * 4


def test_numbers_in_running_text_that_asks_nothing_are_no_list() -> None:
    text = "Dear X\n\n1. How many boats?\n\nWe own 12. 2. The Kittiwake is one of them. 3. The Petrel is another.\n"
    assert pairs(text) == [
        ("1. How many boats?", "We own 12. 2. The Kittiwake is one of them. 3. The Petrel is another.")
    ]


def test_questions_numbered_in_words_are_paired() -> None:
    text = """Dear Ms Orme

Question One: How many ferries sail?

Answer: Four.

Question Two: Please release the survey of the slipway.

Answer: It is attached.

Question Three: Please release notes of the pilots' meeting.

Answer: These are exempt under section 36(2)(b)(i) of the Act.
"""
    assert [s.number for s in cut(text) if s.kind == "question"] == ["1", "2", "3"]
    assert [(q[:14], a[:15]) for q, a in pairs(text)] == [
        ("Question One: ", "Answer: Four."),
        ("Question Two: ", "Answer: It is a"),
        ("Question Three", "Answer: These a"),
    ]


def test_what_takes_up_a_question_in_a_turn_of_phrase_answers_it() -> None:
    text = """Dear Ms Orme

1. How many ferries sail?
2. Which yard built the Petrel?
3. How many pilots are there?

In relation to question 1, four ferries sail. A fifth is laid up.

As to question 2, the Petrel was built by Orrin Yard.

Turning to question 3, there are nine pilots.
"""
    assert [(q[:2], a.split()[-1]) for q, a in pairs(text)] == [("1.", "up."), ("2.", "Yard."), ("3.", "pilots.")]


def test_a_table_without_a_number_answers_the_questions_that_no_answer_names() -> None:
    text = """Dear Ms Orme

Please provide for 2021 and 2022:
a) total sailings
b) number of sailings that were late
c) number of complaints
d) any reviews of late sailings

Our answers are as follows.

                     2021     2022
Sailings              880      970
Late sailings         110       90
Complaints              7        6

With regard to part d), four reviews are held and are exempt under section 31(1)(a) of the Act.
"""
    found = pairs(text)
    assert "Late sailings 110 90" in found[0][1]
    assert found[0][0].endswith("c) number of complaints")
    assert {q for q, _ in found[1:]} == {"d) any reviews of late sailings"}


def test_a_plain_line_over_a_refusal_is_read_with_it() -> None:
    text = """Larkmoor & District Museums Trust

Date: 27 November 2023

Dear Mr Cole,

Harbour gallery

I am writing in answer to your e-mail of 30 October 2023, which contained three
questions about the harbour gallery of the Trust.

Ticket income
Gross income for 2022/23 was £104,000 from visitors and £38,900 from schools.
The cost of running the gallery was £51,200.

Late openings
The company that runs the gallery, Orrin Events, held 64 late openings there
in 2022/23. 22 were cancelled for want of staff.

The conduct of the gallery manager
Your third question asks for every letter sent or received by a named person
in the past four years. The Trust has concluded that this question is vexatious
and will not be complying with it, section 14(1) of the Freedom of Information
Act. You have sent 41 letters about the same lost coat since March 2022.

Your right to a review is not affected as regards the first two questions.

Records and Information Governance
"""
    found = cut(text)
    assert kind_of(text, found, "Ticket income") == "answer"
    assert kind_of(text, found, "The conduct of the gallery manager") == "exemption"


def test_bullets_that_a_labelled_answer_lists_are_of_the_answer() -> None:
    text = """Dear Ms Orme

Question 1: How many berths were refused and on what grounds?

Answer: 27 berths were refused. The grounds were:
  • did not meet the draught rule (12)
  • submitted late (3)
  • scored below the quality mark (10)
  • withdrawn by the owner prior to scoring (2)

Question 2: Please release the scoring sheets.

Answer: We hold the scoring sheets. They fall within section 36(2)(b)(ii) and section 40(2).
"""
    assert "withdrawn by the owner" in pairs(text)[0][1]


@pytest.mark.parametrize(("asked", "kind"), [("Is mooring VAT exempt?", "answer"), ("Who wrote it?", "exemption")])
def test_what_is_exempt_of_tax_is_no_refusal(asked: str, kind: str) -> None:
    text = (
        f"Larkmoor Harbour Board\n\nDear Jo\n\n1. {asked}\n\nExempt\n\n2. How many berths?\n\n41\n\nYours sincerely\n"
    )
    found = section(Reading(text=text), "letter.txt")[0]
    assert [one.kind for one in found if text[one.start : one.end].strip() == "Exempt"] == [kind]


STACKED = """LINDEN WATERWAYS BOARD

Our reference: LW/31

1) Number of moorings let at each basin, by kind of boat.

Basin
Home
Visiting
Upper Lock
29
14
Mill Reach
41
88
Old Quay
17
*

2) Number of moorings let in each year.

2021/22
0
2022/23
341

3) Number of moorings given up in each year.

2021/22
0
2022/23
12
"""


def test_every_cell_of_a_table_printed_a_cell_a_line_is_of_the_answer() -> None:
    sections = cut(STACKED)
    for number, first, last in (("1)", "Basin", "*"), ("2)", "2021/22", "341"), ("3)", "2021/22", "12")):
        (answer,) = replies(STACKED, sections, number)
        assert STACKED[answer.start : answer.end].startswith(first)
        assert STACKED[answer.start : answer.end].endswith(last)


def test_names_between_bars_over_rows_of_figures_are_no_menu() -> None:
    text = (
        "1. How many boats are waiting and how long?\n\nAs at 31 January 2025:\n\n"
        "Basin | Waiting | Mean wait (weeks) | Longest wait (weeks)\nUpper Lock | 914 | 71 | 139\n"
        "Mill Reach | 806 | 38 | 64\n\n2. Is the list closed?\n\nNo.\n"
    )
    assert kind_of(text, cut(text), "Basin | Waiting") == "answer"
    page = "Home | Moorings | News | Contact us\n\n1. How many boats are waiting?\n\n914 boats are waiting.\n"
    assert kind_of(page, cut(page), "Home | Moorings") == "other"


@pytest.mark.parametrize(
    "said",
    [
        "There were 4,217 JavaScript errors logged in 2023.",
        "On 3 May there was a technical problem with the pumps, and 12 were replaced.",
        "Staff were told to leave this site by noon.",
    ],
)
def test_words_of_a_banner_within_a_sentence_make_no_banner_of_an_answer(said: str) -> None:
    text = f"Dear Ms Oake\n\n1. What was found in 2023?\n\nOur response:\n{said}\n\nYours sincerely\n\nTarnwick\n"
    made = section(Reading(text=text), "letter.txt")[0]
    assert any(one.kind == "answer" and said in text[one.start : one.end] for one in made)


FOREWORD = (
    "1. How many otters were seen?\n2. How many otters were fed?\n3. Who feeds the otters?\n\n"
    "Response\n\n{said}\n\n1. Four.\n\n2. Two.\n\n3. No information held.\n"
)


def test_what_stands_before_all_numbered_answers_is_none_of_the_last_questions_own() -> None:
    text = FOREWORD.format(said="The Mill Board has searched its otter book and the ledger of the weir.")
    by_id = {one.id: one for one in cut(text)}
    answers = [(text[one.start : one.end], one.answers) for one in by_id.values() if one.kind == "answer"]
    own = {said: by_id[question].number for said, question in answers if question}
    assert own == {"1. Four.": "1", "2. Two.": "2", "3. No information held.": "3"}
    last = next(one for one in by_id.values() if one.kind == "question" and one.number == "3")
    assert last.outcome == "not_held"


@pytest.mark.parametrize(
    "said",
    [
        "The otter counts are on the public register at www.mill.example/otters, and regulation 6(1)(b) applies.",
        "The register can be inspected at www.mill.example/otters. It is otherwise accessible under section 25.",
    ],
)
def test_what_can_be_read_elsewhere_under_other_acts_is_referred(said: str) -> None:
    text = f"1. How many otters?\n\n{said}\n\n2. How many weirs?\n\nFour.\n"
    assert next(one for one in cut(text) if one.kind == "answer").outcome == "referred"
