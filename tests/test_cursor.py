"""Opaque cursors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FoiError
from service.cursor import pack, unpack


@given(st.lists(st.one_of(st.text(), st.integers(0, 2**53 - 1)), max_size=5))
def test_what_is_packed_is_unpacked(values: list[str | int]) -> None:
    cursor = pack(*values)
    assert cursor.isascii() and unpack(cursor, *(type(value) for value in values)) == values


@given(st.text(max_size=80))
def test_anything_else_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(FoiError, match="the cursor is not one that this service gave out"):
        unpack(text, int, str, int, int, str)


@pytest.mark.parametrize("cursor", [pack(1), pack("a", 1), pack(-1, "a"), pack(2**60, "a"), "W10", "e30", "x" * 30_000])
def test_a_cursor_of_another_shape_is_refused(cursor: str) -> None:
    with pytest.raises(FoiError):
        unpack(cursor, int, str)
