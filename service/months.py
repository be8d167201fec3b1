"""Periods as stretches of months, so that "2020/21" and "1 April 2020 - 31 March 2021" can be told to be the same, and
how well the times that a text prints agree with one that is asked for."""

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
    """The months that a period covers; a financial year runs from April to March, and its first quarter to June."""
    if one.kind == "financial":
        return one.first * 12 + 3, one.last * 12 + 2
    if one.kind == "quarter" and one.part:
        opens = one.first * 12 + (3 if one.last > one.first else 0) + 3 * (int(one.part[1:]) - 1)
        return opens, opens + 2
    if one.kind == "month" and one.part and one.part.isdigit():
        return (one.first * 12 + int(one.part) - 1,) * 2
    if one.kind == "day" and one.part and re.fullmatch(r"\d{4}-\d\d-\d\d", one.part):
        return (one.first * 12 + int(one.part[5:7]) - 1,) * 2
    if one.kind == "span" and (named := _FROM_TO.fullmatch(one.part or "")):
        return one.first * 12 + int(named[1]) - 1, one.last * 12 + int(named[2]) - 1
    return one.first * 12, one.last * 12 + 11


_FROM_TO = re.compile(r"(\d{1,2})-(\d{1,2})")


def neutral(one: Period) -> bool:
    """True for a quarter of which it is not said whether a calendar's or a financial year's: "Q2 2022"."""
    return one.kind == "quarter" and one.first == one.last


def shared(one: Months, other: Months) -> float:
    """Months in both over months in either, 0..1."""
    both = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]) + 1)


def alike(wanted: Period, label: Sequence[Period]) -> float:
    """How much of a wanted time and of that of a label, of at least one period, is in both, 0..1.

    A quarter that may be a calendar's or a financial year's is like the same quarter, and like the year it is of.
    """
    if len(label) == 1 and wanted.same(label[0]):
        return 1.0
    if (neutral(wanted) or any(map(neutral, label))) and "year" not in (wanted.kind, label[0].kind):
        return 0.0
    return shared(months(wanted), stretch(label))


def agree(wanted: Period, printed: Sequence[Period]) -> float:
    """1 where `printed` names the wanted time, 0.7 where it covers it or lies within it, 0.5 where it touches it.

    -1 where it never does. A wanted month or day is told by its months, and what lies within those agrees at 0.85.
    """
    best = -1.0 if printed else 0.0
    for p in printed:
        if p.first > wanted.last or wanted.first > p.last:
            continue
        if wanted.same(p):
            return 1.0
        if wanted.part and "quarter" not in (wanted.kind, p.kind):
            best = max(best, _by_month(months(wanted), months(p)))
        elif best < 0.7:
            if wanted.within(p) or p.within(wanted):
                best = 0.7
            elif not (p.kind == wanted.kind == "financial"):
                best = 0.5
    return best


def _by_month(wanted: Months, printed: Months) -> float:
    """The same of stretches of months. What lies within the wanted time is about it rather than what covers it."""
    if printed[0] > wanted[1] or wanted[0] > printed[1]:
        return _BESIDE
    if wanted[0] <= printed[0] and printed[1] <= wanted[1]:
        return 0.85
    return 0.7 if printed[0] <= wanted[0] and wanted[1] <= printed[1] else 0.5


_BESIDE = 0.5
"""What it counts that the same year is named, but other months."""
