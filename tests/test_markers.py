"""List numbers: which lines begin with one."""

from __future__ import annotations

import pytest

from indexer.markers import marker, quarters


@pytest.mark.parametrize(
    ("line", "label"),
    [("Part (c)", "c"), ("Question (2):", "2"), ("Item (iv).", "iv"), ("Part c", "c"), ("(c) the leases", "c")],
)
def test_a_word_and_a_number_in_brackets_are_a_list_number(line: str, label: str) -> None:
    found = marker(line)
    assert found is not None
    assert found[0].label == label


@pytest.mark.parametrize("line", ["part (b) of the exemption applies", "item (1) was sent to you in May"])
def test_a_number_in_brackets_that_a_sentence_goes_on_from_is_none(line: str) -> None:
    assert marker(line) is None


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("### 3", ["3"]),
        ("### 1 and 2", ["1", "2"]),
        ("Items 1 and 4.", ["1", "4"]),
        ("Questions 1, 2 and 5:", ["1", "2", "5"]),
        ("Questions (a) to (c):", ["a", "b", "c"]),
        ("**Questions 1 – 3**", ["1", "2", "3"]),
        ("Q1, Q2 & Q3", ["1", "2", "3"]),
    ],
)
def test_numbers_alone_on_a_line_head_the_answer_to_each(line: str, labels: list[str]) -> None:
    found = marker(line)
    assert found is not None and found[1] == len(line)
    assert [found[0].label, *found[0].others] == labels


@pytest.mark.parametrize("line", ["### 2023", "### 12 and 3", "a and b", "Item 1-3 of the list", "1 and 2 of them"])
def test_numbers_that_head_nothing_are_none(line: str) -> None:
    found = marker(line)
    assert found is None or found[1] < len(line)


@pytest.mark.parametrize(
    "line", ["Q1    Q2    Q3    Q4   Year", "Q1 | Q2 | Total", "Q1 is April to June.", "Q2 means July on"]
)
def test_a_quarter_is_no_question(line: str) -> None:
    assert quarters(line) and marker(line) is None


@pytest.mark.parametrize("line", ["Q1 is the ferry run by a council?", "Q1. How many? Q2. Which?", "Q2 April figures"])
def test_a_question_is_no_quarter(line: str) -> None:
    assert not quarters(line)
