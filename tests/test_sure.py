"""What a query names so surely that it limits the search."""

from __future__ import annotations

import pytest

from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from service.filters import Asked
from service.index import Index

LETTER = """{authority}
Reference: {reference}
Date: 3 June 2024

1. How many unicycles does the {sort} own?

{count} unicycles.
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("sure")
    letters = [
        ("Northmarsh Borough Council", "FOI-48211", "Council", "Seven"),
        ("Saltmoor Police", "FOI-48999", "force", "Nine"),
    ]
    for n, (authority, reference, sort, count) in enumerate(letters):
        text = LETTER.format(authority=authority, reference=reference, sort=sort, count=count)
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    index([str(folder)], folder / ".data", SentenceEncoder())
    return Index(folder / ".data")


def test_an_authority_in_full_limits_and_the_answer_says_so(opened: Index) -> None:
    found = opened.ask("how many unicycles does Saltmoor Police own").answer
    assert found.answer is not None and "Nine" in found.answer
    assert any("only letters of Saltmoor Police were read" in note for note in found.notes)


def test_the_other_authority_is_still_among_the_others(opened: Index) -> None:
    found = opened.ask("how many unicycles does Saltmoor Police own").answer
    assert any(other.answer and "Seven" in other.answer for other in found.others)


def test_a_reference_limits(opened: Index) -> None:
    found = opened.ask("how many unicycles in FOI-48211").answer
    assert any("FOI-48211" in note for note in found.notes)
    assert found.answer is not None and "Seven" in found.answer


def test_a_part_of_a_name_does_not(opened: Index) -> None:
    found = opened.ask("how many unicycles in Saltmoor").answer
    assert not any(note.startswith("Only") for note in found.notes)


def test_what_the_user_set_stays(opened: Index) -> None:
    found = opened.ask("how many unicycles does Saltmoor Police own", Asked(authority="Northmarsh")).answer
    assert not any(note.startswith("Only") for note in found.notes)
