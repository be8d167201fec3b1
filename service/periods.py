"""Years, financial years, quarters, months and dates: as a query names them and as tables and letters print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indexer.foreseen import foreseen

_MONTHS = {
    m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?:19[6-9]\d|20[0-4]\d)"
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PATTERN = re.compile(
    rf"(?<![\w/.£])(?:"
    rf"(?P<q>(?:Q|quarter\s)(?P<qn>[1-4])(?:,?\s(?:of\s)?(?:FY\s?)?(?P<qy>(?:{YEAR})(?:\s?[-–/]\s?(?:20)?\d\d(?!\d))?"
    rf"|\d\d\s?[-–/]\s?\d\d(?![\d/-])))?)"
    rf"|(?=[fst1-4])(?P<nq>(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)\squarter\s(?:of\s|in\s)?"
    rf"(?P<nqy>(?:{YEAR})(?:[-–/](?:20)?\d\d(?!\d))?))"
    rf"|(?=[12]\d\d\d)(?:"
    rf"(?P<yq>(?P<yqy>(?:{YEAR})(?:[-–/](?:20)?\d\d)?),?\s(?:Q|quarter\s)(?P<yqn>[1-4]))"
    rf"|(?P<iso>(?P<iy>{YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>[0-2]\d|3[01])))"
    rf"|(?=\d)(?:"
    rf"(?P<dmy>(?P<d>\d{{1,2}})(?:\^?(?:st|nd|rd|th))?\s+(?:of\s+)?(?P<dm>{MONTH})\.?,?\s+(?P<dy>{YEAR}))"
    rf"|(?P<num>(?P<nd>\d{{1,2}})[/.](?P<nm>\d{{1,2}})[/.](?P<ny>{YEAR}|\d\d))"
    rf"|(?P<mnum>(?P<mn>0[1-9]|1[0-2])/(?P<mny>{YEAR})))"
    rf"|(?=[adfjmnos])(?={MONTH})(?:"
    rf"(?P<mdy>(?P<am>{MONTH})\.?\s+(?P<ad>\d{{1,2}})(?:st|nd|rd|th)?,\s*(?P<ay>{YEAR}))"
    rf"|(?P<months>(?P<r1>{MONTH})\.?\s?(?:[-–]|to|and|until|through)\s?(?P<r2>{MONTH})\.?,?\s+(?P<ry>{YEAR}))"
    rf"|(?P<my>(?P<mm>{MONTH})\.?,?\s+(?P<myy>{YEAR}))"
    rf"|(?P<mshort>(?P<sm>{MONTH})\s?['’-](?P<sy>\d\d)(?![\d-])))"
    rf"|(?P<span>(?P<s1>{YEAR})\s?(?:[-–/]|to|and|until|till|through)\s?(?P<s2>{YEAR}))"
    rf"|(?P<fy>(?:FY\s?)?(?P<f1>{YEAR})\s?[-–/]\s?(?P<f2>\d\d)(?!\d))"
    rf"|(?P<short>(?:FY\s?)?(?P<h1>\d\d)\s?[/-]\s?(?P<h2>\d\d)(?![\d/-]))"
    rf"|(?P<ending>FY\s?['’]?(?P<e>\d\d)(?!\d))"
    rf"|(?:FY\s?)?(?P<year>{YEAR})"
    rf")(?![\w%]|[,.]\d|/\d)",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(r"\b(?:age[ds]?|ages of|pages?|questions?|sections?|paragraphs?|no\.?)\s+$", re.IGNORECASE)
_COUNTED_AFTER = re.compile(
    r"[\s-]?(?:years?[ -]olds?|year[- ]|yrs?|y/o|months?|weeks?|days?|hours?|mins?|minutes?|miles?|am|pm|per cent)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time named at `start:end` of a text. `first` and `last` are years; a financial year spans two, and
    so does a quarter of one. Both are 0 where a quarter is named without its year.

    `part` is the month (1 to 12), the months of a span within a year ("1-3"), the quarter ("Q2") or the ISO day where
    one is named.
    """

    kind: Literal["year", "financial", "span", "quarter", "month", "day"]
    first: int
    last: int
    start: int
    end: int
    part: str | None = None

    def same(self, other: Period) -> bool:
        """True where both name the same time, however printed; "Q2 2022" may be a quarter of 2022 or of 2022/23."""
        if self.kind == other.kind == "quarter":
            return (self.first, self.part) == (other.first, other.part)
        return (self.kind, self.first, self.last, self.part) == (other.kind, other.first, other.last, other.part)

    def holds(self, other: Period) -> bool:
        """True where this is the month of the day that is `other`."""
        day = other.part if other.kind == "day" else None
        return self.kind == "month" and day is not None and f"{self.first}-{int(self.part or 0):02}" == day[:7]

    def within(self, other: Period) -> bool:
        """True where this lies inside `other` (a year inside a span.

        A financial year inside one that covers both its years).
        """
        return other.first <= self.first and self.last <= other.last


_DIGIT = re.compile(r"\d")
_HYPHENS = str.maketrans("\u2010\u2011\u2012", "---")
"""The hyphen, the one that does not break a line, as word processors print, and the dash between figures."""
_ENACTED = re.compile(
    r"\b(?:(?:Act|ACT|Regulations?|REGULATIONS?|Order|Rules|Measure|Directive)(?:\s\([^)\n]{1,40}\))?"
    r"|FOIA|FOISA|EIRs?|EISRs?|DPA|S\.?I\.?)\s(?:of\s)?$"
)
"""What stands before the year of a law, which is no time that anything is about."""


@foreseen(65_536)
def periods(text: str) -> tuple[Period, ...]:
    """Every period that `text` names, in order. "2019/20" and "19-20" are financial years, "2014 to 2019" a span."""
    if _DIGIT.search(text) is None:
        return ()
    text = text.translate(_HYPHENS)
    runs = _runs(text)
    found = []
    for match in _PATTERN.finditer(text):
        one = _period(match)
        if one is not None and one.kind == "year" and _ENACTED.search(text, max(0, one.start - 70), one.start):
            continue
        if one is not None and not any(r.start < one.end and one.start < r.end for r in runs):
            found.append(one)
    found = sorted([*_joined(text, found), *_headings(text)], key=lambda p: p.start)
    return tuple(sorted([*runs, *found], key=lambda p: p.start))


_HEADING = re.compile(
    rf"(?<![\w/-])(?<!\d )({MONTH})\.?\s(\d\d)(?!\d|[\d:.,/-]\d|,? {YEAR}|st\b|nd\b|rd\b|th\b)", re.IGNORECASE
)


_APART = re.compile(r"\s*[|\t]\s*|\s{2,}|\n\s*")


def _headings(text: str) -> list[Period]:
    """The months of headings such as "Apr 22 | May 22 | Jun 22"; none where the figures may be days, as they are where
    there are as many of them as months."""
    found = list(_HEADING.finditer(text))
    if not all(_APART.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(found)):
        return []
    if len({match[2] for match in found}) >= len({month_number(match[1]) for match in found}):
        return []
    years = [2000 + int(match[2]) for match in found]
    return [
        Period("month", year, year, *match.span(), str(month_number(match[1])))
        for match, year in zip(found, years, strict=True)
    ]


_RUN = re.compile(
    rf"\b(two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})[ -](?:calendar |financial )?years? (?:up )?(?:to"
    rf"|ending|until|till)(?: the end of)? ({YEAR})\b",
    re.I,
)
_SINCE = re.compile(
    rf"\bsince (?:the (?:start|end|beginning) of )?(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH} )?({YEAR})\b(?![-/–]\d)"
    rf"|(?<![\w/])({YEAR})(?: onwards?\b| to date\b| to (?:the )?present\b)",
    re.IGNORECASE,
)
_BOUND = re.compile(rf"\b(before|prior to|after|later than|earlier than) ({YEAR})\b(?![-/–]\d)", re.IGNORECASE)
_ENDING = re.compile(
    rf"\b(?:(?:financial )?year|(?:12|twelve) months) (?:ending|ended|to|up to)(?: in| the end of)?"
    rf" (?:\d{{1,2}}(?:st|nd|rd|th)? )?({MONTH})\.? ({YEAR})\b",
    re.IGNORECASE,
)
_FIRST = 1900
_OPEN = 2100
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _runs(text: str) -> list[Period]:
    """Spans told in words: "the five years to 2024" starts in 2020, "since 2018" has no end.

    "before 2018" has no start, and the year ending in March 2024 is 2023/24, that to June of it July to June.
    """
    found: list[Period] = []
    low = text.lower()
    if "year" in low or "months" in low:
        for match in _RUN.finditer(text):
            count, last = _COUNTS.get(match[1].casefold()) or int(match[1]), int(match[2])
            if 1 < count <= 50:
                found.append(Period("span", last - count + 1, last, match.start(), match.end()))
        for match in _ENDING.finditer(text):
            year, month = int(match[2]), month_number(match[1])
            if month == 12:
                found.append(Period("year", year, year, match.start(), match.end()))
            elif month in (3, 4):
                found.append(Period("financial", year - 1, year, match.start(), match.end()))
            else:
                found.append(Period("span", year - 1, year, match.start(), match.end(), f"{month + 1}-{month}"))
    if "since" in low or "onward" in low or "to date" in low or "present" in low:
        for match in _SINCE.finditer(text):
            found.append(Period("span", int(match[1] or match[2]), _OPEN, match.start(), match.end()))
    for match in _BOUND.finditer(text):
        year, early = int(match[2]), match[1].lower() in ("before", "prior to", "earlier than")
        first, end = (_FIRST, year - 1) if early else (year + 1, _OPEN)
        found.append(Period("span", first, end, match.start(), match.end()))
    return found


def _joined(text: str, found: list[Period]) -> list[Period]:
    """Two financial years or days with "to" or a dash between them are one span, and so is "2019, 2020 and 2021"."""
    joined: list[Period] = []
    for one in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and (before.kind, one.kind) == ("year", "span")
            and before.last == one.first - 1
            and text[before.end : one.start].strip() == ","
        ):
            while len(joined) > 1 and joined[-2].last == before.last - 1 and joined[-2].kind == "year":
                before = joined.pop() and joined[-1]
            joined[-1] = Period("span", before.first, one.last, before.start, one.end)
            continue
        if (
            before is not None
            and before.kind == one.kind
            and one.kind in ("financial", "month", "day")
            and before.first <= one.last
        ):
            between = text[before.end : one.start].strip().lower()
            if between in ("to", "-", "–", "until", "till", "through", "up to") or (
                between == "and" and one.kind != "financial"
            ):
                if _months(before, one) == [1, 12] and before.first == one.last:
                    joined[-1] = Period("year", one.last, one.last, before.start, one.end)
                    continue
                if _months(before, one) == [4, 3] and one.last == before.first + 1:
                    joined[-1] = Period("financial", before.first, one.last, before.start, one.end)
                    continue
                joined[-1] = Period(
                    "span",
                    before.first,
                    one.last,
                    before.start,
                    one.end,
                    _part(before, one),
                )
                continue
        joined.append(one)
    return joined


def _part(first: Period, last: Period) -> str | None:
    """What a joined span is told apart by: that its ends are financial years, or its first and last month."""
    if last.kind == "financial":
        return "financial"
    start, end = _months(first, last)
    return f"{start}-{end}" if start and end else None


def _months(first: Period, last: Period) -> list[int]:
    """The months, 1 to 12, in which two months or days lie; 0 where none is named."""
    return [
        int(p.part.split("-")[1] if "-" in p.part else p.part) if p.part and p.part[0] != "Q" else 0
        for p in (first, last)
    ]


def month_number(name: str) -> int:
    """The number, 1 to 12, of the month whose name, long or short, is `name`."""
    return _MONTHS[name[:3].casefold()]


def _years(printed: str) -> tuple[int, int]:
    """First and last year of the year that a quarter is of: "2022" is one, "2022/23" and "22/23" are two.

    0 and 0 where it is none: "18-24".
    """
    first, *rest = map(int, re.findall(r"\d+", printed))
    if rest and rest[0] % 100 == (first + 1) % 100:
        first += 2000 if first < 100 else 0
        return first, first + 1
    return (first, first) if first > 100 else (0, 0)


def _period(match: re.Match[str]) -> Period | None:
    start, end = match.span()
    if match["q"]:
        return Period("quarter", *_years(match["qy"] or "0"), start, end, f"Q{match['qn']}")
    if match["nq"]:
        return Period("quarter", *_years(match["nqy"]), start, end, f"Q{_NTH[match['nth'].casefold()]}")
    if match["yq"]:
        return Period("quarter", *_years(match["yqy"]), start, end, f"Q{match['yqn']}")
    if match["iso"]:
        return Period("day", int(match["iy"]), int(match["iy"]), start, end, match[0])
    if match["dmy"]:
        year, month = int(match["dy"]), month_number(match["dm"])
        return Period("day", year, year, start, end, f"{year}-{month:02}-{int(match['d']):02}")
    if match["mdy"]:
        year, month = int(match["ay"]), month_number(match["am"])
        return Period("day", year, year, start, end, f"{year}-{month:02}-{int(match['ad']):02}")
    if match["num"]:
        year, month, day = int(match["ny"]), int(match["nm"]), int(match["nd"])
        year += 2000 if year < 100 else 0
        return (
            Period("day", year, year, start, end, f"{year}-{month:02}-{day:02}")
            if 1 <= month <= 12 and 1 <= day <= 31
            else None
        )
    if match["months"]:
        year, months = int(match["ry"]), [month_number(match[r]) for r in ("r1", "r2")]
        if months == [1, 12]:
            return Period("year", year, year, start, end)
        first = year if months[0] <= months[1] else year - 1
        return Period("span", first, year, start, end, f"{months[0]}-{months[1]}")
    if match["mshort"]:
        year = 2000 + int(match["sy"])
        return Period("month", year, year, start, end, str(month_number(match["sm"])))
    if match["mnum"]:
        return Period("month", int(match["mny"]), int(match["mny"]), start, end, str(int(match["mn"])))
    if match["my"]:
        year = int(match["myy"])
        return Period("month", year, year, start, end, str(month_number(match["mm"])))
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
        if _COUNTED_BEFORE.search(match.string, 0, start) or _COUNTED_AFTER.match(match.string, end):
            return None  # "16-17 year olds", "pages 14-15"
        return Period("financial", first, last, start, end) if last == first + 1 and first < 2060 else None
    if match["ending"]:
        year = 2000 + int(match["e"])
        return Period("financial", year - 1, year, start, end)
    year = int(match["year"])
    return Period("year", year, year, start, end)
