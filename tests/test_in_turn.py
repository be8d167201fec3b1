"""Bullets that ask, answered under titles with their words: each is a question of its own with its answer."""

from __future__ import annotations

import pytest

from indexer.reading import Reading
from indexer.section import Section, section

ASKED = (
    "Barset Harbour Board\n\nDear Requester\n\nYou asked us for:\n\n{mark} the number of ferries that sank\n"
    "{mark} what the lighthouse keeper is paid\n{mark} any plan for a second pier\n{mark} the colour of the buoys\n\n"
    "Our response\n\n"
)
TOLD = (
    "Ferries\n\nTwo ferries sank in the gale of 2019.\n\n"
    "Lighthouse keeper\n\nThe pay is £21,400 a year.\n\n"
    "Second pier\n\nThe plan is exempt under section 22 of the Act, since it is to be published in May.\n\n"
    "Buoys\n\nRed and green.\n\n"
    "Yours sincerely\n\nHarbour Master\n"
)
PAIRS = [
    ("the number of ferries that sank", "Ferries Two ferries sank in the gale of 2019."),
    ("what the lighthouse keeper is paid", "Lighthouse keeper The pay is £21,400 a year."),
    ("any plan for a second pier", "Second pier The plan is exempt under section 22"),
    ("the colour of the buoys", "Buoys Red and green."),
]


def cut(text: str) -> tuple[Section, ...]:
    found: tuple[Section, ...] = section(Reading(text=text), "letter.txt")[0]
    return found


def paired(text: str) -> list[tuple[str, str]]:
    """The words of each question, and of each answer or refusal to it."""
    sections = cut(text)
    said = {one.id: " ".join(text[one.start : one.end].split()) for one in sections}
    return [(said[one.answers], said[one.id]) for one in sections if one.answers and one.kind != "question"]


@pytest.mark.parametrize("mark", ["•", "-", "*"])
def test_each_bullet_is_joined_to_what_stands_under_its_title(mark: str) -> None:
    found = paired(ASKED.format(mark=mark) + TOLD)
    assert len(found) == len(PAIRS)
    for (asked, told), (bullet, answer) in zip(found, PAIRS, strict=True):
        assert asked == f"{mark} {bullet}"
        assert answer in told


def test_a_title_that_runs_into_its_answer_counts_as_well() -> None:
    run_in = TOLD.replace("\n\nTwo", ". Two").replace("\n\nThe", ". The").replace("\n\nRed and", ". They are red and")
    assert [asked for asked, _ in paired(ASKED.format(mark="•") + run_in)] == [f"• {bullet}" for bullet, _ in PAIRS]


def test_titles_may_come_in_another_order() -> None:
    blocks = TOLD.split("\n\nYours")[0].split("\n\n")
    swapped = "\n\n".join([*blocks[2:4], *blocks[:2], *blocks[4:]]) + "\n\nYours" + TOLD.split("\n\nYours")[1]
    asked = [question for question, _ in paired(ASKED.format(mark="•") + swapped)]
    assert asked == [f"• {PAIRS[i][0]}" for i in (1, 0, 2, 3)]


def test_one_title_may_answer_two_bullets() -> None:
    text = ASKED.format(mark="•").replace("any plan", "how many ferries were saved\n• any plan")
    text += TOLD.replace("Ferries\n", "Ferries sunk and saved\n").replace("2019.", "2019. Four were saved.")
    first, *_ = paired(text)
    assert "Four were saved." in first[1]
    assert "any plan" not in first[0]


def test_no_number_that_the_letter_does_not_print_is_told() -> None:
    assert {one.number for one in cut(ASKED.format(mark="•") + TOLD)} == {None}


def test_a_refusal_under_its_title_is_that_of_its_bullet_alone() -> None:
    text = ASKED.format(mark="•") + TOLD
    sections = cut(text)
    refused = {one.answers for one in sections if one.kind == "exemption"}
    assert [text[one.start : one.end] for one in sections if one.id in refused] == ["• any plan for a second pier"]


def test_titles_with_other_words_leave_the_request_one_question() -> None:
    other = TOLD
    for title in ("Ferries", "Lighthouse keeper", "Second pier", "Buoys"):
        other = other.replace(f"{title}\n\n", "Weather\n\nIt rained.\n\n", 1)
    sections = cut(ASKED.format(mark="•") + other)
    assert sum(one.kind == "question" for one in sections) == 1


def test_nothing_is_lost() -> None:
    text = ASKED.format(mark="•") + TOLD
    covered = {at for one in cut(text) for at in range(one.start, one.end)}
    assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
