"""What came of a question, and where an answer turns from what it gives to what is not held or lies elsewhere."""

from __future__ import annotations

import pytest

from indexer.outcome import of_part, of_question, turns
from indexer.reading import Reading
from indexer.section import Section, section
from service.refusals import denies

LETTER = """Dear Ms Hale

Thank you for your request. Our response is set out below.

1. {question}

{answer}

If you are unhappy with this response you may ask for an internal review.

Yours sincerely

A Clerk
"""


def replies(question: str, answer: str) -> tuple[str | None, list[tuple[str, str | None]]]:
    """The question's outcome, and the text and outcome of each section that replies to it."""
    text = LETTER.format(question=question, answer=answer)
    cut: tuple[Section, ...] = section(Reading(text=text), "letter.txt")[0]
    (asked,) = [s for s in cut if s.kind == "question"]
    return asked.outcome, [(text[s.start : s.end], s.outcome) for s in cut if s.answers == asked.id]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("We do not break down the list by these categories.", "not_held"),
        ("We are unable to provide this information as each school keeps its own accounts.", "not_held"),
        ("The information you require is held by the county's two water companies.", "not_held"),
        ("No information relating to the scheme has been retained.", "not_held"),
        ("There are no reports or surveys on the stock.", "not_held"),
        ("The information you require is held by the Council in 14 files.", "disclosed"),
        (
            "I can confirm that the information you have requested is held by Larkfield Police. Six cars were sold.",
            "disclosed",
        ),
        ("The information you asked for is held by Larkfield Borough Council and is set out below.", "disclosed"),
        ("This information is held by this Trust.", "disclosed"),
        ("This information is held by the Department for Canals.", "not_held"),
        ("I can confirm that this information is held by the Canal Office. Please contact them.", "not_held"),
        ("The full reports can be viewed on our website.", "referred"),
        ("These data are in the public domain and updated each quarter.", "referred"),
        ("Please see attached the list of cases, as we do not record them by type.", "disclosed"),
        ("There were 14 accidents.", "disclosed"),
        ("The Council does not have any contracts with Larkfield Ltd.", "disclosed"),
        ("The majority of applicants do not have an active need to move.", "disclosed"),
        ("We do not have a figure for the costs of single repairs.", "not_held"),
        ("The surveys are run by the DfE and so the data are held by DfE, not by Barset City Council.", "not_held"),
        ("Records are included where the level was not recorded during the inspection.", "disclosed"),
        ("This report was not available at the time of the visit.", "disclosed"),
        ("This cannot be established.", "not_held"),
        ("The Council does not collect garden waste.", "disclosed"),
        ("We did not hold any such meetings.", "disclosed"),
        ("We do not collect data on hedges.", "not_held"),
        ("We do not keep records of dog patrols.", "not_held"),
        ("We do not hold any consultation responses.", "not_held"),
        ("The bell does not capture image data.", "not_held"),
        ("We found no records of misuse; all crews complied.", "disclosed"),
        ("Yes, the tapes have been overwritten once.", "disclosed"),
        ("The port holds nothing back from its tenants.", "disclosed"),
        ("No separate crew is maintained for this; the wardens do it.", "disclosed"),
        ("The Council refused the berth request because the form was not valid.", "disclosed"),
        ("No. You should ask the harbour office before mooring.", "disclosed"),
        ("That is a matter for each skipper to decide.", "disclosed"),
        ("Tide tables are held by the port, not by Orrin Vale District Council.", "not_held"),
        ("We are unable to answer question 4.", "not_held"),
        ("We do not record the cause. Please see the figures below: 2021 = 29, 2022 = 21", "partly_disclosed"),
        ("There were sixteen schools in deficit. We do not hold the information by school year.", "partly_disclosed"),
        (
            "We do not have all the information since 2015 but the following groups met: Carers, Staff.",
            "partly_disclosed",
        ),
        ("Please see above (response to question 2).", "referred"),
        ("This is published weekly on our website.", "referred"),
        ("These will be published on the website in the coming weeks.", "disclosed"),
        ("We are not able to confirm or deny whether this exists.", "neither_confirm_nor_deny"),
        ("Please find the Council's response to your request attached. We do not record it by pothole.", "disclosed"),
        ("Under section 16 we have a duty to provide advice and assistance. You may narrow your request.", None),
        ("The question is unclear. Could you clarify which year you mean?", None),
        ("We are extending the deadline by 20 days.", None),
        ("The Trust is not told the outcome and so holds nothing on fines.", "not_held"),
        ("One sum is paid each year and no separate price for mooring is recorded.", "not_held"),
        ("We are unable to answer since the county runs the ferries.", "not_held"),
        ("The form has no such box, and so there is no recorded information.", "not_held"),
        ("The bidder stayed away, so we don’t know.", "not_held"),
        ("The film had been overwritten before you wrote.", "not_held"),
        ("No notes of the call were taken.", "not_held"),
        ("We ask nobody's trade, so this isn't information we hold.", "not_held"),
        ("I have looked through the ledger and can find no record of it.", "not_held"),
        ("Heat and light, every hour. They do not record sound.", "disclosed"),
        ("In that winter no floods were recorded.", "disclosed"),
        ("A dot in the table means that no figure was recorded that month.", "disclosed"),
        ("In that winter no such payments were made.", "disclosed"),
        ("We do not know of any such case.", "disclosed"),
        ("Two boats have been wiped down.", "disclosed"),
        ("That is one for the harbour office, not us.", "referred"),
        ("You would need to ask the ferry company.", "referred"),
        ("The ferry firms pay the crews. You will need to approach Orrin Ferries directly.", "referred"),
        ("The Canal Registry can tell you.", "referred"),
        ("What we can tell you is that the lock is sound.", "disclosed"),
        ("You would need to ask the ferry company about its 14 boats, of which 3 are ours.", "disclosed"),
        ("You will need to ask us for a permit.", "disclosed"),
        ("9) See [1]www.orrinvale.example/tide-plan", "referred"),
        (
            "No name was given. We are therefore refusing your request, as section 8(1)(b) of the Act asks for one.",
            "withheld",
        ),
        ("We refuse requests for berths that are not valid for the season.", "disclosed"),
    ],
)
def test_an_answer_says_what_came_of_its_question(said: str, outcome: str | None) -> None:
    assert of_part("answer", said, ()) == outcome


@pytest.mark.parametrize(("holder", "outcome"), [("Orrin Vale Council", "disclosed"), ("Moor Park Trust", "not_held")])
def test_what_the_letters_own_author_holds_is_held(holder: str, outcome: str) -> None:
    text = (
        "Orrin Vale Council\n\nDear Ms Hale\n\n1. Who keeps the ferry log?\n\n"
        f"The information you asked for is held by {holder}.\n\nYours sincerely\n\nA Clerk\nOrrin Vale Council\n"
    )
    found = section(Reading(text=text), "letter.txt")[0]
    assert [s.outcome for s in found if s.kind == "answer"] == [outcome]


def test_a_refusal_beside_what_is_sent_is_withheld_by_itself() -> None:
    outcome, found = replies(
        "Please provide the minutes of the board.",
        "Please find attached the minutes. Names of junior staff have been redacted under section 40(2) of the Act.",
    )
    assert outcome == "partly_disclosed"
    assert found == [
        ("Please find attached the minutes.", "disclosed"),
        ("Names of junior staff have been redacted under section 40(2) of the Act.", "withheld"),
    ]


def test_an_answer_is_cut_where_it_turns_and_every_part_answers_the_question() -> None:
    outcome, found = replies(
        "How many accidents were there each year, and from what causes?",
        "There were 14 accidents in 2022. Figures for earlier years can be viewed on our website:\n"
        "https://example.gov.uk/accidents\n\nWe do not break down accidents by cause.",
    )
    assert outcome == "partly_disclosed"
    assert [o for _, o in found] == ["disclosed", "referred", "not_held"]
    assert found[1][0].endswith("example.gov.uk/accidents")


def test_an_answer_that_gives_nothing_is_not_cut() -> None:
    assert turns(["The system was replaced.", "We do not hold the old records."], [True, False]) == []


def test_rows_of_a_table_stay_together() -> None:
    assert turns(["The figures are as follows:", "2021\tno data", "2022\t15"], [True, True, True]) == []


def test_figures_and_a_gap_are_partly_disclosed_together() -> None:
    assert of_question(["There were 14.", "We do not record the causes of these."], [], ()) == "partly_disclosed"


@pytest.mark.parametrize(
    ("said", "here"),
    [
        ("These records are held by the ferry company, not by us.", False),
        ("Surveys are held by the ministry and not by the council.", False),
        ("Surveys are held by the ministry not by Northmarsh City Council.", False),
        ("The budgets are held by the Council and not by individual schools.", True),
        ("The keys are held by the ferry company, not more than two at a time.", True),
    ],
)
def test_held_by_another_body_is_not_held_here(said: str, here: bool) -> None:
    assert denies(said) is not here


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("The redacted minutes are now attached. Names are exempt under section 40(2).", "partly_disclosed"),
        ("The redacted parts of the papers attached to the minutes are exempt under section 40(2).", "withheld"),
    ],
)
def test_papers_given_with_parts_left_out_are_given(said: str, outcome: str) -> None:
    assert of_part("exemption", said, ("FOIA s40(2)",)) == outcome


def test_naming_the_question_that_is_answered_refers_nowhere() -> None:
    assert of_part("answer", "In response to Q2 (ferries), we laid up two.", ()) == "disclosed"
