"""Where a passage says what was asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.highlights import highlights, sought


def marked(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in highlights(text, sought(query))]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("orders breached", "Three orders were breached; one breach was charged.", ["orders", "breached", "breach"]),
        ("SPO breaches", "A stalking protection order was breached", ["stalking protection order", "breached"]),
        ("stalking protection orders", "Two SPOs and one SPO's variation", ["SPOs", "SPO's"]),
        ("victims' right to review", "the Victims’ Right to Review scheme", ["Victims", "Right", "Review"]),
        ("taxi licences", "Taxi-licence fees", ["Taxi-licence"]),
        ("how many in 2023/24", "2023 and 24 officers", ["2023"]),
        ("horses", "We hold no such information.", []),
        ("of the and", "of the and", []),
    ],
)  # fmt: skip
def test_the_words_of_a_query_are_marked_and_acronyms_in_either_form(
    query: str, text: str, expected: list[str]
) -> None:
    found = marked(query, text)
    assert [one for one in expected if not any(one in span for span in found)] == []
    assert expected or found == []


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("how many officers were dismissed", "Two were sacked in May.", ["sacked"]),
        ("parking tickets", "There were 40 penalty charge notices, or PCNs.", ["penalty charge notices", "PCNs"]),
        ("PCNs", "There were 40 parking tickets.", ["parking tickets"]),
        ("dismissed officers", "We hold no such information.", []),
    ],
)
def test_what_means_the_same_is_marked_as_it_found_the_passage(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text) == expected


def test_an_acronym_of_the_letters_own_is_marked_in_full() -> None:
    text = "The zebra crossing fund paid."
    assert [text[a:b] for a, b in highlights(text, sought("ZCF"))] == []
    wanted = sought("ZCF", {"zcf": ("zebra crossing fund",)})
    assert [text[a:b] for a, b in highlights(text, wanted)] == ["zebra crossing fund"]


def test_words_side_by_side_are_one_span() -> None:
    assert marked("domestic abuse policy", "the domestic abuse\npolicy is new") == ["domestic abuse\npolicy"]


@given(st.text(max_size=60), st.text(max_size=200))
def test_spans_are_in_order_inside_the_text_and_apart(query: str, text: str) -> None:
    at = -1
    for start, end in highlights(text, sought(query)):
        assert at < start < end <= len(text)
        at = end
