"""Letters that say in their own words what was asked, and paragraphs of theirs that were never asked."""

from __future__ import annotations

import pytest

from indexer.cues import E
from indexer.evidence import weigh
from indexer.lines import units
from indexer.reading import Reading
from indexer.section import Section, section

HEAD = "Tarnwick Harbour Board\n\n12 May 2023\n\nDear Mr Oakes\n\n"
FOOT = "\n\nYours sincerely\n\nHarbour Master\n"


def cut(body: str, foot: str = FOOT) -> list[tuple[str, str]]:
    """The kind and the words of each section."""
    text = HEAD + body + foot
    found: tuple[Section, ...] = section(Reading(text=text), "letter.txt")[0]
    return [(one.kind, " ".join(text[one.start : one.end].split())) for one in found]


def of_kind(kind: str, found: list[tuple[str, str]]) -> list[str]:
    return [said for one, said in found if one == kind]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("You asked first about mooring dues.", "In 2022 the Board took £70,200 from yachts."),
        ("Last, you asked for the name of the oldest buoy.", "It is called the Widow."),
    ],
)
def test_what_was_asked_is_a_question_in_whatever_order_it_is_told(asked: str, told: str) -> None:
    found = cut(f"{asked} {told}")
    assert of_kind("question", found) == [asked] and of_kind("answer", found) == [told]


def test_a_second_question_in_the_midst_of_a_paragraph() -> None:
    found = cut(
        "You asked how many lamps were bought in 2022 and how many were broken. There\nwere 136 lamps, of which 59 "
        "were broken, most often because a keeper\nhad let them fall from the gallery. You also asked what share "
        "the pilots pay. The pilots pay\n20 per cent of each lamp, which came to £1,418.\n\n"
        "You asked how many keepers wait for a house. On 1 November 2022 the list stood at 41."
    )
    assert "You also asked what share the pilots pay." in of_kind("question", found)
    assert "The pilots pay 20 per cent of each lamp, which came to £1,418." in of_kind("answer", found)


def test_a_letter_that_numbers_its_paragraphs_asks_nothing_in_them() -> None:
    found = cut(
        "1. Your letter about the lifeboat was passed to this office. It is answered below.\n\n"
        "2. I uphold the first reply. I looked at whether the log could be given in part. What is left once the "
        "names are taken away is weather and tides, and would tell you nothing.\n\n"
        "3. You asked whether any boat was lost. No boat was lost in 2022.\n\n"
        "4. As regards cost, the station spent £900 on ropes."
    )
    assert of_kind("question", found) == ["3. You asked whether any boat was lost."]


def test_what_would_follow_is_no_question() -> None:
    found = cut(
        "1. How are moorings priced?\n\nThe scale is exempt under section 43(2) of the Act.\n\n"
        "If the scale of prices were public, owners would bargain by it and other harbours would copy it.\n\n"
        "The public interest favours withholding it."
    )
    assert of_kind("question", found) == ["1. How are moorings priced?"]


@pytest.mark.parametrize(
    "rights",
    [
        "A review may be had by writing within 40 working days to the Harbour Master.",
        "You can ask us to review our decision within two months; see rule 16.",
    ],
)
def test_how_to_ask_for_a_review_answers_nothing(rights: str) -> None:
    found = cut(f"1. How many buoys are there?\n\nThere are 14 buoys.\n\n{rights}")
    assert of_kind("answer", found) == ["There are 14 buoys."]


def test_years_over_figures_are_no_running_header() -> None:
    body = "\n\n".join(
        f"{n}) Number of {what} in each of the last two years.\n\n2021/22\n{n}\n2022/23\n{n + 7}"
        for n, what in enumerate(("lamps lit", "buoys laid", "ropes cut"), 1)
    )
    assert of_kind("answer", cut(body)) == ["2021/22 1 2022/23 8", "2021/22 2 2022/23 9", "2021/22 3 2022/23 10"]


def test_names_of_columns_between_bars_are_no_menu() -> None:
    found = cut(
        "1. How many wait for a mooring?\n\nAs at 31 January 2023:\n\n"
        "Harbour | Waiting | Mean wait in weeks\nEast Mole | 2,914 | 71\nWest Mole | 806 | 38"
    )
    assert "Harbour | Waiting | Mean wait in weeks East Mole" in of_kind("answer", found)[0]


def test_a_note_answers_the_question_that_refers_to_it() -> None:
    text = (
        HEAD + "1. Please send the lease of the pier.\nPartly withheld, see Note A\n\n"
        "2. How many divers are there?\nFourteen, see Note B\n\n"
        "Note A. The lease is attached. The rent is exempt under section 43(2) of the Act.\n\n"
        "Note B. Two of the divers are on leave." + FOOT
    )
    found = section(Reading(text=text), "letter.txt")[0]
    by_id = {one.id: one for one in found}
    noted = {text[one.start : one.start + 6]: by_id[one.answers].number for one in found if one.answers}
    assert noted["Note A"] == "1" and noted["Note B"] == "2"


def test_a_section_that_is_relied_on_refuses() -> None:
    told = [
        "As it is already available to you we rely on section 21.",
        "As it is already available to you see section 21.",
    ]
    relied, seen = (weigh(units(one), one, cited=[one.index("section")])[0][E] for one in told)
    assert relied >= 6.0 > seen
