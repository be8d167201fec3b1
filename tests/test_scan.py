"""A pattern looked for only where it can start finds what it finds everywhere."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from indexer.scan import lowered, matches

_LINE = re.compile(r"^[ab]*x[^\n]*$", re.MULTILINE)


@given(st.text(alphabet="abx \n", max_size=60))
def test_starts_of_lines_give_what_finditer_gives(text: str) -> None:
    lines = [0, *(m.end() for m in re.finditer("\n", text))]
    assert [m.span() for m in matches(_LINE, text, lines)] == [m.span() for m in _LINE.finditer(text)]


def test_a_start_within_a_match_gives_no_second_one() -> None:
    assert [m[0] for m in matches(re.compile("aa"), "aaaa", range(4))] == ["aa", "aa"]


@given(st.text(max_size=40))
def test_lowered_keeps_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_a_letter_that_becomes_two_is_kept() -> None:
    assert lowered("İAB") == "İab"
