"""`indexer.grammar`: sentences, words and verbs, well enough for titles to be told from prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import grammar


def has_verb(text: str) -> bool:
    return any(tag.startswith("VB") for _, tag in grammar.tags(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We hold this. It is published.", 2),
        ("Mr. Smith wrote to Dr. Jones.", 1),
        ("Section 40(2) of the Act applies, e.g. to names.", 1),
        ("1. How many orders?", 1),
        ("How many? Four. ", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(grammar.sentences(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "The force holds no such record",
        "This information is exempt",
        "please provide the figures",
        "I want to know",
        "It hasn’t happened",
        "Averages are not routinely held",
    ],
)
def test_prose_has_a_verb(text: str) -> None:
    assert has_verb(text)


@pytest.mark.parametrize(
    "text", ["Public Interest Test", "Freedom of Information", "Housing and Planning", "2019/20 4 -", "Building Safety"]
)
def test_a_heading_has_none(text: str) -> None:
    assert not has_verb(text)


@given(st.text())
def test_no_word_character_is_lost(text: str) -> None:
    assert "".join("".join(grammar.words(text)).split()) == "".join(text.split())


@given(st.text())
def test_sentences_keep_everything_but_space(text: str) -> None:
    assert "".join("".join(grammar.sentences(text)).split()) == "".join(text.split())
