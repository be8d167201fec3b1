"""What was asked in a list within a sentence is asked item by item, where the answers take it up so."""

from __future__ import annotations

import pytest

from indexer.reading import Reading
from indexer.section import Section, section

HEAD = "Tarnwick Harbour Board\n\nOur reference 77-23\n12 May 2023\n\nDear Mr Oakes\n\n"
FOOT = "\n\nYours sincerely\n\nR. Pell\nHarbour Master\n"
LISTED = (
    "1. The Board received your letter on 3 May 2023.\n\n"
    "2. You asked for: (i) the length of each pier; (ii) the plan of the\nlamp store; "
    "and (iii) the name of the diver.\n\n"
    "3. As to (i), the East Pier has 212 metres and the West Pier 90.\n\n"
    "4. As to (ii), the plan is exempt under section 31(1)(a) of the Act, since thieves would use it.\n\n"
    "5. As regards item (iii), the diver is Ms Orla Brine."
)


def cut(body: str) -> tuple[str, list[Section]]:
    text = HEAD + body + FOOT
    return text, list(section(Reading(text=text), "letter.txt")[0])


def joined(body: str) -> dict[str, str]:
    """Each question's number with the first words of what answers it."""
    text, found = cut(body)
    asked = {one.id: one.number or "" for one in found if one.kind == "question"}
    return {asked[one.answers]: text[one.start : one.start + 15] for one in found if one.answers}


def test_each_item_is_a_question_with_its_own_answer() -> None:
    assert joined(LISTED) == {"i": "3. As to (i), t", "ii": "4. As to (ii), ", "iii": "5. As regards i"}


def test_only_what_is_refused_is_withheld() -> None:
    _, found = cut(LISTED)
    assert [one.outcome for one in found if one.kind == "question"] == ["disclosed", "withheld", "disclosed"]


def test_letters_count_too() -> None:
    swapped = LISTED.replace("(iii)", "(c)").replace("(ii)", "(b)").replace("(i)", "(a)")
    assert list(joined(swapped)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "body",
    [
        LISTED.replace("You asked for:", "The Board looks after:"),  # nobody asked
        "You asked for: (i) the length of each pier; and (ii) the plan.\n\nThe East Pier has 212 metres.",
        "The rule has two limbs: (i) the harm and (ii) the interest.\n\nAs to (i), it is small.\n\n"
        "As to (ii), it is slight.",
    ],
)
def test_a_list_that_nobody_asked_or_took_up_is_left_whole(body: str) -> None:
    _, found = cut(body)
    assert not {one.number for one in found if one.kind == "question"} & {"i", "ii", "iii"}


def test_no_character_is_lost() -> None:
    text, found = cut(LISTED)
    kept = "".join(text[one.start : one.end] for one in found)
    assert "".join(kept.split()) == "".join(text.split())
