"""`indexer.align`: pieces found again in the text they came from, and nothing printable left out."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from indexer.align import Piece, align, cover
from indexer.reading import Category, Element


def found(text: str, *pieces: str, hidden: re.Pattern[str] | None = None) -> list[str]:
    return [text[e.start : e.end] for e in align(text, [Piece(p, "text") for p in pieces], hidden)]


def plain(text: str) -> Category:
    return "text"


def assert_law(text: str, elements: tuple[Element, ...]) -> None:
    at = 0
    for element in elements:
        assert at <= element.start < element.end, "elements are sorted, do not overlap and are not empty"
        assert not text[at : element.start].strip(), f"lost {text[at : element.start]!r}"
        at = element.end
    assert not text[at:].strip(), f"lost {text[at:]!r}"


def test_whitespace_collapsed_and_quotes_changed() -> None:
    assert found("It’s   the\n force's  answer.", "It's the force's answer.") == ["It’s   the\n force's  answer."]


def test_bullets_and_list_numbers_stripped_by_the_partitioner_are_part_of_the_element() -> None:
    assert found("Intro\n  • one thing\n 2) another", "Intro", "one thing", "another") == [
        "Intro",
        "• one thing",
        "2) another",
    ]


def test_markup_round_a_heading() -> None:
    assert found("## **REQUEST**\n\nText", "REQUEST", "Text") == ["## **REQUEST**", "Text"]


def test_link_addresses_are_hidden() -> None:
    text = "See [our log](https://a.example/log) for more."
    assert found(text, "See our log for more.", hidden=re.compile(r"(?<=\])\([^)]*\)")) == [text]


def test_a_short_answer_is_not_found_inside_a_number() -> None:
    text = "In 2014 there were\n\n4\n"
    assert align(text, [Piece("4", "text")])[0].start == text.index("\n4") + 1


def test_a_short_piece_that_is_not_near_is_dropped_and_does_not_skip_the_text_between() -> None:
    text = "First words.\n" + "Filler line of prose. " * 60 + "\n4\n"
    assert found(text, "4", "First words.") == ["First words."]


def test_a_piece_that_is_not_in_the_text_is_dropped_and_the_rest_is_found() -> None:
    assert found("one two three\nfour five six", "something quite different", "four five six") == ["four five six"]


def test_a_long_piece_with_a_changed_middle_is_found_by_its_ends() -> None:
    text = "The authority holds no recorded information [1] on the subject of your request for the year."
    piece = "The authority holds no recorded information on the subject of your request for the year."
    assert found(text, piece) == [text]


def test_text_lost_by_the_partitioner_far_before_the_next_piece_does_not_stop_alignment() -> None:
    text = "Lost paragraph of some words. " * 2000 + "\n\nAnd here is the last paragraph of it all."
    pieces = ["not in it at all one", "not in it at all two"] * 6 + ["And here is the last paragraph of it all."]
    assert found(text, *pieces) == ["And here is the last paragraph of it all."]


def test_linear_in_the_length_of_a_text_that_nothing_matches() -> None:
    text = "word after word " * 40_000
    pieces = [Piece(f"unfindable piece number {n}", "text") for n in range(20_000)]
    start = time.perf_counter()
    assert align(text, pieces) == []
    assert time.perf_counter() - start < 10


def test_cover_recovers_each_paragraph_that_was_lost() -> None:
    text = "Q1\n\n4\n\nlast"
    covered = cover(text, [Element("title", 0, 2)], plain)
    assert [(e.category, text[e.start : e.end]) for e in covered] == [("title", "Q1"), ("text", "4"), ("text", "last")]


@given(st.text(), st.lists(st.text(), max_size=8))
def test_law_for_pieces_of_nothing_in_particular(text: str, pieces: list[str]) -> None:
    assert_law(text, cover(text, align(text, [Piece(p, "narrative") for p in pieces]), plain))


@given(
    st.lists(st.text(alphabet="ab1 .*#\n•(", min_size=1, max_size=20), min_size=1, max_size=12),
    st.data(),
)
def test_law_for_pieces_of_the_text_itself(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    pieces = data.draw(st.lists(st.sampled_from(lines), max_size=12))
    assert_law(text, cover(text, align(text, [Piece(p, "narrative") for p in pieces]), plain))
