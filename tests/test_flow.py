"""Lines that a page's width broke are run together again, as long as before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.flow import flowed

LONG = "This is refused under regulation 12(5)(b) of the Regulations, since to"


@pytest.mark.parametrize(
    ("text", "runs_on"),
    [
        (f"{LONG}\ngive away where cameras stand would harm an inquiry", True),
        (f"{LONG}\nNorthmarsh Borough Council and to all of its wards\n", True),
        (f"{LONG}\n‘permanently resolved’ cases and no more\n", True),
        (f"{LONG}:\nassault\n", False),
        (f"{LONG}.\nNorthmarsh holds no more than that\n", False),
        (f"{LONG}\n\ngive away\n", False),
        (f"{LONG}\n- give away\n", False),
        (f"{LONG}\n(a) give away\n", False),
        (f"{LONG}\n2. Give away\n", False),
        (f"{LONG}  \ngive away\n", False),
        (f"{LONG}\n   give away\n", False),
        ("Civic Centre, Tollgate Road\nin the town of Northmarsh\n", False),
        (f"{'One paragraph, not broken at all. ' * 9}\n{LONG[:55]}\nFive\n", False),
    ],
)
def test_a_line_is_run_on_only_where_it_had_no_room(text: str, runs_on: bool) -> None:
    assert (flowed(text) != text) == runs_on


@given(st.lists(st.text("abC1.:;-( \té\u2028\r", max_size=70), max_size=8))
def test_as_many_characters_and_only_line_ends_changed(lines: list[str]) -> None:
    text = "\n".join(lines)
    made = flowed(text)
    assert len(made) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, made, strict=True))
