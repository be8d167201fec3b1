"""Ranges of ages, in labels and in queries."""

from __future__ import annotations

import pytest

from service.bands import asked, band
from service.periods import periods


@pytest.mark.parametrize(
    ("label", "want"),
    [
        ("18-24", (18, 24)),
        ("25 to 34 years", (25, 34)),
        ("Aged 16/17", None),
        ("65+", (65, 1000)),
        ("65 and over", (65, 1000)),
        ("Under 18", (0, 17)),
        ("18 and under", (0, 18)),
        ("24-18", None),
        ("Over 12 hours", None),
        ("2022", None),
        ("Harbour 18-24", None),
    ],
)
def test_the_band_that_a_label_is(label: str, want: tuple[int, int] | None) -> None:
    assert band(label) == want


@pytest.mark.parametrize(
    ("query", "want"),
    [
        ("fines to 18-24 year olds", ((18, 24),)),
        ("fines to people over 65 in 2022/23", ((65, 1000),)),
        ("fines to under-18s", ((0, 17),)),
        ("fines to people aged 17", ((17, 17),)),
        ("fines in 22-23", ()),
        ("fines in 2022", ()),
    ],
)
def test_the_bands_that_a_query_names(query: str, want: tuple[tuple[int, int], ...]) -> None:
    assert asked(query, periods(query)) == want
