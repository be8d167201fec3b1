"""Numbers as letters print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.numbers import in_words, number, numbers, plain, state


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("There are 946 properties in total.", [946.0]),
        ("1,383 and 12,569", [1383.0, 12569.0]),
        ("an income of £12.5m", [12_500_000.0]),
        ("33, 000 +", [33000.0]),
        ("2.25 FTE", [2.25]),
        ("reference 16966/19, financial year 2019/20", []),
        ("on the 14th and the 10^th", []),
        ("under section 31(1)(a)", []),
        ("see [1]here", []),
        ("5G masts, Phase 8 and Year 1", []),
        ("£40, as told in note 12, for a category 2 hull of type 3", [40.0]),
        ("Band 6 - 12\nBand 7 - 14", [12.0, 14.0]),
        ("Q1 - 34, M5 - 9, Year 7 and 30 pupils", [34.0, 9.0, 30.0]),
        ("High Priority 41, priority given 14 times, in the first category 312", [41.0, 14.0, 312.0]),
        ("Bands 6 to 8, Years 7-9 and (Y3 – 5), of 40 pupils", [40.0]),
        ("in the last year 12 calls, this year 300, and 45% each year 345", [12.0, 300.0, 45.0, 345.0]),
        ("a 20m high pole, £20m, 12.5m and 5m people", [20.0, 20_000_000.0, 12_500_000.0, 5_000_000.0]),
        ("310T of waste, lamps of 60W, fridges at 4C", [310.0, 60.0, 4.0]),
        ("S2 4HT", []),
        ("£44,455.55", [44455.55]),
        ("£4.10m", [4_100_000.0]),
        ("There were 310, 286 and 401", [310.0, 286.0, 401.0]),
        ("105, 212, 330", [105.0, 212.0, 330.0]),
        ("12, 500", [12_500.0]),
        ("it cost £33, 250 in all", [33_250.0]),
        ("1,250, 000 letters", [1_250_000.0]),
    ],
)
def test_numbers_in_sentences(text: str, values: list[float]) -> None:
    assert [n.value for n in numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("£5", "£"),
        ("5%", "%"),
        ("5 per cent", "%"),
        ("115 hours", "hours"),
        ("2.25 FTE", "FTE"),
        ("4.8 FTEs", "FTE"),
        ("20m tall", "m"),
        ("5", None),
    ],
)
def test_units(text: str, unit: str | None) -> None:
    assert numbers(text)[0].unit == unit


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("1,055", "number"),
        ("-", "none"),
        ("–", "none"),
        ("nil", "none"),
        ("", "blank"),
        ("<5", "suppressed"),
        ("fewer than 5", "suppressed"),
        ("*", "suppressed"),
        ("ı", "unreadable"),
        ("not built", "text"),
        ("£12.5m", "number"),
        ("33, 000 +", "number"),
        ("1st January 2019", "text"),
    ],
)
def test_what_a_cell_holds(cell: str, what: str) -> None:
    assert state(cell) == what


def test_a_cell_in_brackets_is_negative_as_in_accounts() -> None:
    found = number("(1,200)")
    assert found is not None
    assert found.value == -1200.0


def test_a_number_spelt_out_counts_and_other_words_do_not() -> None:
    assert number("None") is None
    for text in ("Two", "two."):
        found = number(text)
        assert found is not None
        assert found.value == 2.0


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two.", [2]),
        ("twenty-one mills and six thousand looms", [21, 6000]),
        ("one of the two-thirds, two thirds, one hundred and twelve", []),
        ("One mill closed and one opened.", [1]),
    ],
)
def test_numbers_in_words(text: str, values: list[float]) -> None:
    assert [n.value for n in in_words(text)] == values


def test_a_whole_value_is_shown_whole() -> None:
    assert repr(plain(4.0)) == "4"
    assert repr(plain(2.25)) == "2.25"


@given(st.integers(min_value=0, max_value=10**9))
def test_a_printed_number_is_read_back_at_its_offsets(value: int) -> None:
    text = f"In all {value:,} were recorded."
    (found,) = numbers(text)
    assert found.value == value
    assert text[found.start : found.end] == f"{value:,}"


@given(st.text(max_size=200))
def test_offsets_stay_inside_any_text(text: str) -> None:
    for found in numbers(text):
        assert 0 <= found.start < found.end <= len(text)
        assert any(c.isdigit() for c in text[found.start : found.end])
