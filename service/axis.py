"""The labels of a table's rows or columns as times, and which of them names a time that a query asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from service.months import months, neutral, stretch
from service.periods import MONTH, YEAR, Period, month_number, periods
from service.query import Query

Times = Mapping[int, tuple[Period, ...]]
"""Each row or column whose label names a time, with the periods that it names."""

_MONTH = re.compile(rf"({MONTH})\b\.?", re.IGNORECASE)
_SHORT = re.compile(rf"({MONTH})\.?\s(\d\d)", re.IGNORECASE)
_WITHIN = re.compile(rf"(?:FY\s?)?{YEAR}(?:\s?[-‐‑–/]\s?(?:20)?\d\d)?[\s,:-]+({MONTH})\.?", re.IGNORECASE)
"""A month under its year, in the same label: "2022/23 April"."""
_SPOKEN = re.compile(
    rf"(?<![\w-])({MONTH})(?![\w-])(?!\s?\d{{1,2}}(?:st|nd|rd|th)\b)(?:\s?['’]?(\d\d)(?![\d:.,/-]))?", re.IGNORECASE
)
_VERBS = ("may", "march", "mar")
"""Months whose names are other words, too."""
_IN = re.compile(
    r"\b(?:in|during|for|of|to|from|until|till|by|since|and|or|last|this|each|every|between|through)\s$", re.IGNORECASE
)


@lru_cache(maxsize=256)
def asked(query: Query) -> tuple[Period, ...]:
    """The times that a query names: its periods, and a month without its year, whose years are 0.

    A few such months are one span.
    """
    text = query.text
    found = []
    for match in _SPOKEN.finditer(text):
        at = match.start()
        if any(p.start < match.end() and at < p.end for p in query.periods) or text[:at].rstrip()[-1:].isdigit():
            continue
        capital = match[1][0].isupper() and at > 0
        if match[1].lower() in _VERBS and not capital and not _IN.search(text, 0, at):
            continue
        year = 2000 + int(match[2]) if match[2] else 0
        found.append(Period("month", year, year, at, match.end(), str(month_number(match[1]))))
    if len(found) > 1:
        first, last = found[0], found[-1]
        found = [Period("span", 0, 0, first.start, last.end, f"{first.part}-{last.part}")]
    return (*query.periods, *found)


def times(labels: Mapping[int, str]) -> Times:
    """The times that labels name: "Apr 22" is a month where the others are, too, and "June" one whose years are 0."""
    short = {at: match for at, label in labels.items() if (match := _SHORT.fullmatch(label.strip(" :.*")))}
    years = {match[2] for match in short.values()}
    if len(years) > len({month_number(match[1]) for match in short.values()}):
        short = {}  # "May 1", "May 2": days
    found = {}
    for at, label in labels.items():
        if at in short:
            year = 2000 + int(short[at][2])
            named: tuple[Period, ...] = (_of(year, month_number(short[at][1])),)
        else:
            named = _named(label.strip(" :.*"))
        if named:
            found[at] = named
    return found


_TO_MARCH = re.compile(
    r"\byears?\s(?:(?:up )?to|ending|ended)(?: on)?(?: the)?(?: end of)?(?: 31(?:st)?)? march\b", re.I
)


def of_account(found: Times, corner: str) -> Times:
    """`found` with a bare year as that of account which ends in its March, where the `corner` of the table says so."""
    if _TO_MARCH.search(corner) is None:
        return found
    return {
        at: tuple(replace(p, kind="financial", first=p.first - 1) if p.kind == "year" else p for p in named)
        for at, named in found.items()
    }


@lru_cache(maxsize=2048)
def _named(label: str) -> tuple[Period, ...]:
    if bare := _MONTH.fullmatch(label):
        return (_of(0, month_number(bare[1])),)
    found = periods(label)
    within = _WITHIN.fullmatch(label)
    if within and len(found) == 1 and found[0].kind in ("year", "financial"):
        one = month_number(within[1])
        return (_of(found[0].last if one < 4 else found[0].first, one),)
    return found


def _of(year: int, one: int) -> Period:
    return Period("month", year, year, 0, 0, str(one))


def bare(label: Sequence[Period]) -> bool:
    """True for a label that names a month or a quarter, and not of which year."""
    return len(label) == 1 and not label[0].first


def names(wanted: Period, label: Sequence[Period]) -> bool:
    """True where a label names the time that is wanted, as far as both say it."""
    if not label:
        return False
    first = label[0]
    if wanted.same(first) or (wanted.kind == "year" and first.kind == "day" and first.first == wanted.first):
        return True
    if not (wanted.first and first.first):
        return (wanted.kind, wanted.part) == (first.kind, first.part)
    if neutral(wanted) or any(map(neutral, label)) or wanted.kind == first.kind == "day":
        return False
    return months(wanted) == stretch(label)


def holds(label: Sequence[Period], wanted: Period) -> bool:
    """True where a label names the year of a month or a quarter that is wanted."""
    if len(label) != 1 or not wanted.first or wanted.kind not in ("month", "quarter"):
        return False
    if wanted.kind == "quarter":
        return (label[0].first, label[0].last) == (wanted.first, wanted.last)
    opens, closes = months(label[0])
    return closes - opens == 11 and opens <= months(wanted)[0] <= closes


def covers(wanted: Period, labels: Iterable[Sequence[Period]]) -> bool:
    """True where a period holds all of several that labels name: 2023/24 the four quarters of that year.

    Of months without a year it holds most of those that a year has.
    """
    named = list(labels)
    if len(named) < 2:
        return False
    if all(map(bare, named)):
        count = sum(3 if one[0].kind == "quarter" else 1 for one in named)
        return wanted.kind in ("year", "financial") and count >= _MOST
    first, last = months(wanted)
    return all(first <= a and b <= last for a, b in map(stretch, named))


_MOST = 6
"""Months that are most of a year."""


def axis(labels: Times, known: int) -> list[Period]:
    """The periods that label the rows or columns of a table, `known` of which have a label.

    None where only a few labels happen to name one, or all the same: one over them all tells none from another.
    """
    found = [named[0] for named in labels.values() if named[0].first]
    several = len({(p.kind, p.first, p.last, p.part) for p in found}) >= 2
    return found if several and len(found) * 2 >= known else []


def spans(wanted: Period, labels: Sequence[Period]) -> bool:
    """True where a time is that of a whole table, or of most of it, by its months or, where none are named, years."""
    first, last = min(p.first for p in labels), max(p.last for p in labels)
    if wanted.first >= first and wanted.last <= last and wanted.last - wanted.first >= max(1, (last - first) // 2):
        return True
    (start, end), (opens, _), (_, closes) = months(wanted), min(map(months, labels)), max(map(months, labels))
    return start < end and opens <= start and end <= closes and 2 * (end - start + 1) >= closes - opens + 1
