"""Labels of a table that are times, and no more."""

from __future__ import annotations

import pytest

from indexer.block import Line, printed
from indexer.grid import is_period


@pytest.mark.parametrize(
    "label", ["2022", "22-23", "2022‑23", "Q1 2022/23", "2022 Q1", "2022/23 Quarter 4", "May", "Apr 22"]
)
def test_a_label_that_is_a_time(label: str) -> None:
    assert is_period(label)


@pytest.mark.parametrize("label", ["18-24", "25-34", "65+", "Q1 notices", "Under 18"])
def test_a_band_of_ages_is_no_time(label: str) -> None:
    assert not is_period(label)


def test_what_is_printed_within_a_line_is_found_and_nothing_over_two() -> None:
    lines = [Line(3, "Otters"), Line(12, "four 4"), Line(30, "traps 2")]
    assert [printed(lines, a, b) for a, b in [(3, 9), (12, 16), (17, 18), (36, 37)]] == ["Otters", "four", "4", "2"]
    assert [printed(lines, a, b) for a, b in [(0, 2), (9, 12), (12, 31), (40, 41)]] == ["", "", "", ""]
