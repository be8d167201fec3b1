"""Years, financial years, quarters, months and dates: as a query names them and as tables and letters print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

_MONTHS = {
    m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19[6-9]\d|20[0-4]\d)"
_PATTERN = re.compile(
    rf"(?<![\w/.£])(?:"
    rf"(?P<q>(?:Q|quarter\s)(?P<qn>[1-4])(?:\s(?:of\s)?(?P<qy>{_YEAR})(?:/\d\d)?)?)"
    rf"|(?P<dmy>(?P<d>\d{{1,2}})(?:\^?(?:st|nd|rd|th))?\s+(?P<dm>{_MONTH})\.?,?\s+(?P<dy>{_YEAR}))"
    rf"|(?P<num>(?P<nd>\d{{1,2}})[/.](?P<nm>\d{{1,2}})[/.](?P<ny>{_YEAR}|\d\d))"
    rf"|(?P<my>(?P<mm>{_MONTH})\.?,?\s+(?P<myy>{_YEAR}))"
    rf"|(?P<span>(?P<s1>{_YEAR})\s?(?:[-–/]|to|and|until)\s?(?P<s2>{_YEAR}))"
    rf"|(?P<fy>(?P<f1>{_YEAR})\s?[-–/]\s?(?P<f2>\d\d)(?!\d))"
    rf"|(?P<short>(?P<h1>\d\d)\s?[/-]\s?(?P<h2>\d\d)(?![\d/-]))"
    rf"|(?P<year>{_YEAR})"
    rf")(?![\w%]|[,.]\d|/\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time named at `start:end` of a text. `first` and `last` are years; a financial year spans two.

    `part` is the month (1 to 12), the quarter ("Q2") or the ISO day where one is named.
    """

    kind: Literal["year", "financial", "span", "quarter", "month", "day"]
    first: int
    last: int
    start: int
    end: int
    part: str | None = None

    def same(self, other: Period) -> bool:
        """True where both name the same time, however printed."""
        return (self.kind, self.first, self.last, self.part) == (other.kind, other.first, other.last, other.part)

    def within(self, other: Period) -> bool:
        """True where this lies inside `other` (a year inside a span.

        A financial year inside one that covers both its years).
        """
        return other.first <= self.first and self.last <= other.last


@lru_cache(maxsize=4096)
def periods(text: str) -> tuple[Period, ...]:
    """Every period that `text` names, in order. "2019/20" and "19-20" are financial years, "2014 to 2019" a span."""
    runs = _runs(text)
    found = []
    for match in _PATTERN.finditer(text):
        one = _period(match)
        if one is not None and not any(r.start <= one.start < r.end for r in runs):
            found.append(one)
    return tuple(sorted([*runs, *_joined(text, found)], key=lambda p: p.start))


_RUN = re.compile(
    rf"\b(two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})[ -](?:calendar |financial )?years? (?:up )?(?:to"
    rf"|ending|until|till)(?: the end of)? ({_YEAR})\b",
    re.I,
)
_SINCE = re.compile(rf"\bsince (?:the (?:start|end|beginning) of )?(?:{_MONTH} )?({_YEAR})\b", re.IGNORECASE)
_OPEN = 2100
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _runs(text: str) -> list[Period]:
    """Spans told in words: "the five years to 2024" starts in 2020, "since 2018" has no end."""
    found = []
    for match in _RUN.finditer(text):
        count, last = _COUNTS.get(match[1].lower()) or int(match[1]), int(match[2])
        if 1 < count <= 50:
            found.append(Period("span", last - count + 1, last, match.start(), match.end()))
    return found + [Period("span", int(m[1]), _OPEN, m.start(), m.end()) for m in _SINCE.finditer(text)]


def _joined(text: str, found: list[Period]) -> list[Period]:
    """Two financial years or days with "to" or a dash between them are one span."""
    joined: list[Period] = []
    for one in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind == one.kind
            and one.kind in ("financial", "month", "day")
            and before.first <= one.last
        ):
            between = text[before.end : one.start].strip().lower()
            if between in ("to", "-", "–", "until", "till", "through") or (
                between == "and" and one.kind != "financial"
            ):
                if _fiscal(before, one):
                    joined[-1] = Period("financial", before.first, one.last, before.start, one.end)
                    continue
                joined[-1] = Period(
                    "span",
                    before.first,
                    one.last,
                    before.start,
                    one.end,
                    "financial" if one.kind == "financial" else None,
                )
                continue
        joined.append(one)
    return joined


def _fiscal(first: Period, last: Period) -> bool:
    """True for April of one year to March of the next, however the days are given."""
    months = [
        int(p.part.split("-")[1] if "-" in p.part else p.part) if p.part and p.part[0] != "Q" else 0
        for p in (first, last)
    ]
    return months == [4, 3] and last.last == first.first + 1


def _period(match: re.Match[str]) -> Period | None:
    start, end = match.span()
    if match["q"]:
        year = int(match["qy"] or 0)
        return Period("quarter", year, year, start, end, f"Q{match['qn']}")
    if match["dmy"]:
        year, month = int(match["dy"]), _MONTHS[match["dm"][:3].lower()]
        return Period("day", year, year, start, end, f"{year}-{month:02}-{int(match['d']):02}")
    if match["num"]:
        year, month, day = int(match["ny"]), int(match["nm"]), int(match["nd"])
        year += 2000 if year < 100 else 0
        return (
            Period("day", year, year, start, end, f"{year}-{month:02}-{day:02}")
            if 1 <= month <= 12 and 1 <= day <= 31
            else None
        )
    if match["my"]:
        year = int(match["myy"])
        return Period("month", year, year, start, end, str(_MONTHS[match["mm"][:3].lower()]))
    if match["span"]:
        first, last = int(match["s1"]), int(match["s2"])
        kind: Literal["financial", "span"] = (
            "financial" if last == first + 1 and re.search(r"[-–/]", match[0]) else "span"
        )
        return Period(kind, first, last, start, end) if first < last else None
    if match["fy"]:
        first = int(match["f1"])
        last = first // 100 * 100 + int(match["f2"])
        if last == first + 1:
            return Period("financial", first, last, start, end)
        return Period("span", first, last, start, end) if last > first else None
    if match["short"]:
        first, last = 2000 + int(match["h1"]), 2000 + int(match["h2"])
        return Period("financial", first, last, start, end) if last == first + 1 and first < 2060 else None
    year = int(match["year"])
    return Period("year", year, year, start, end)
