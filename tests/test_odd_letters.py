"""Odd characters in letters, and sentences that look like others: found by reading the rules with fresh eyes."""

from __future__ import annotations

import pytest

from corpus.document import Source
from indexer.partition import partition
from indexer.reading import Reading
from indexer.section import section
from indexer.tables import tables
from service.agreement import addressed
from service.asked import HIDDEN
from service.query import understand
from service.spans import counting, pieces
from service.tally import tallies
from service.terms import bag, lapses
from tests.test_answer import ask, letter


def kinds(text: str) -> list[tuple[str, str]]:
    """The kind of each section, with its words."""
    return [(one.kind, " ".join(text[one.start : one.end].split())) for one in section(Reading(text), "reply.txt")[0]]


@pytest.mark.parametrize(
    "said",
    [
        "valid for ſix days",
        "Aug 40, ſep 41, Oct 42",
        "by ſeptember 2023",
        "twenty-ſix boats",
        "ſixth quarter",
        "3 daysſ",
    ],
)
def test_a_long_s_breaks_nothing(said: str) -> None:
    text = f"Dear Reader,\n\n1. How many boats have {said}?\n\n{said}: 12.\n"
    read = partition(Source(uri="reply.txt", data=text.encode(), name="reply.txt"))
    assert tables(read, section(read, "reply.txt")[0]) is not None
    assert bag(said) and lapses(said) is not None and understand(said, ()).terms is not None
    assert ask(f"how many boats have {said}", letter([("question", f"1. Boats {said}?"), ("answer", f"{said}: 12.")]))


def test_of_an_empty_text_there_is_no_piece() -> None:
    assert pieces("", 0, 0) == ()


def test_a_review_that_others_may_seek_is_no_right_of_the_reader() -> None:
    asked = "1. How can a keeper challenge a lamp decision?"
    said = "A keeper can seek a review by writing to the lamp officer within 21 days."
    assert ("answer", said) in kinds(f"Dear Reader,\n\n{asked}\n\n{said}\n\n2. How many did?\n\n12.\n")


def test_years_behind_months_are_no_figures() -> None:
    said = "Meetings were held in April 2023, May 2023 and June 2023."
    units = letter([("question", "1. How many harbour meetings were held, and when?"), ("answer", said)])
    assert ask("how many harbour meetings were held in May", units).value != 2023


def test_years_of_laws_are_no_counts_and_a_refusal_that_counts_is_one() -> None:
    for said in (
        "We are refusing this under the Freedom of Information Act (2000) and the Environmental Information "
        "Regulations (2004), as disclosure would harm the commercial interests of the ferry.",
        "There were letters on damp (29) and on noise (4), and we withhold the names under section 40(2).",
    ):
        text = f"Dear Reader,\n\n1. Who wrote about the terns?\n\n{said}\n\n2. How many nests are there?\n\n12.\n"
        assert ("exemption", said) in kinds(text)


def test_what_is_counted_by_hand_is_held() -> None:
    units = letter(
        [
            ("question", "1. How are the crabs counted?"),
            ("answer", "Crabs are not counted by machine. All are by hand."),
        ]
    )
    assert ask("how are the crabs counted", units).outcome == "disclosed"


@pytest.mark.parametrize(
    ("said", "at", "maybe", "sure"),
    [
        ("1. Crabs?\n\n2. Terns?\n\n3. Seals?\n\n9. All were new.", 33, True, True),
        ("9. All were new.", 0, True, True),
        ("1. All were new.", 0, False, False),
        ("3. Crabs?\n\n5. Terns?\n\n9. All were new.", 22, True, False),
        ("8. Crabs?\n\n9. All were new.", 11, False, False),
    ],
)
def test_a_lone_list_mark_is_kept_but_is_no_sure_figure(said: str, at: int, maybe: bool, sure: bool) -> None:
    assert counting(said, at) is maybe
    assert counting(said, at, sure=True) is sure


def test_names_in_a_row_are_quoted_whole() -> None:
    for said in ("Officers : 43. Staff: 67. Cadets: 5.", "St. Bees: 43. Leeds: 12. York: 7."):
        for one in tallies(said, 0, len(said)):
            assert one.span[0] == 0 or said[one.span[0] - 1].isspace()
            assert said[one.span[0]].isupper() and not said[one.span[0] :].startswith("Bees")


def test_a_shire_is_not_its_town() -> None:
    text = "Write to foi@derbyshire.example or foi@saltcombehaven.example."
    assert not addressed("derbi", ["derbi"], text.replace("derbyshire", "derbishire"))
    assert addressed("haven", ["saltcomb", "haven"], text) and addressed("saltcomb", ["saltcomb"], text)
    assert not addressed("haven", ["haven"], text)


def test_how_long_something_is_kept_is_no_question_for_what_is_hidden() -> None:
    assert not HIDDEN.search("What date are lamp logs kept until?")
    assert HIDDEN.search("Why was the lamp log kept until the board met?")
