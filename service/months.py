"""Periods as stretches of months, so that "2020/21" and "1 April 2020 - 31 March 2021" can be told to be the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.periods import Period

Months = tuple[int, int]
"""First and last month, counted from the year 0, both included."""


def stretch(named: Sequence[Period]) -> Months:
    """From the first to the last month of a label's periods: the two ends of a range of dates. At least one."""
    stretches = [months(p) for p in named[:2]]
    return min(a for a, _ in stretches), max(b for _, b in stretches)


def months(one: Period) -> Months:
    """The months that a period covers; a financial year runs from April to March."""
    if one.kind == "financial":
        return one.first * 12 + 3, one.last * 12 + 2
    if one.kind == "month" and one.part and one.part.isdigit():
        return (one.first * 12 + int(one.part) - 1,) * 2
    if one.kind == "day" and one.part and re.fullmatch(r"\d{4}-\d\d-\d\d", one.part):
        return (one.first * 12 + int(one.part[5:7]) - 1,) * 2
    if one.kind == "span" and (named := _FROM_TO.fullmatch(one.part or "")):
        return one.first * 12 + int(named[1]) - 1, one.last * 12 + int(named[2]) - 1
    return one.first * 12, one.last * 12 + 11


_FROM_TO = re.compile(r"(\d{1,2})-(\d{1,2})")


def shared(one: Months, other: Months) -> float:
    """Months in both over months in either, 0..1."""
    both = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]) + 1)
