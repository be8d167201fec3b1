"""List numbers: which lines begin with one."""

from __future__ import annotations

import pytest

from indexer.markers import marker


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
