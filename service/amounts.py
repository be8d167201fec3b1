"""The figure of a sentence that a query asks for, and whether it holds one of that sort at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from indexer.numbers import Number, in_words
from service.asking import COUNT
from service.match import MONEY, costs
from service.periods import Period, periods
from service.query import Query, given
from service.said import COUNTED, LAPSES, MONIES, seen
from service.terms import bag, held, stem, words

_DURATION = re.compile(
    r"\bhow long\b|\btime (?:per|for each|to|it|needed|required|estimate)|\bstaff time\b", re.IGNORECASE
)
_SHARE = re.compile(r"\b(?:percentage|per cent|proportion|rate|share)\b|%")
_COUNTS = 2
"""Within so many words behind a figure stands what it counts: "28 Afghan families"."""


@lru_cache(maxsize=256)
def wanted_stems(text: str) -> frozenset[str]:
    """The stems of a query's words, the units that it may name among them, and those of what it measures: "speed" is
    in mph. In "four-year value" it names none."""
    named = [stem(w) for w in words(_LONG.sub(" ", text))]
    return frozenset([*named, *(unit for word in named for unit in _MEASURED.get(word, ()))])


_MEASURED = {
    stem(word): tuple(stem(unit) for unit in units.split())
    for word, units in {
        "speed": "mph",
        "distance": "miles km metres",
        "length": "miles km metres",
        "mileage": "miles",
        "height": "metres m",
        "weight": "kg tonnes",
        "tonnage": "tonnes",
    }.items()
}
"""The units that a thing is measured in."""


_LONG = re.compile(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:year|month|week|day|hour|minute)(?= \w)",
    re.IGNORECASE,
)
"""What describes a thing by how long it lasts."""


def value(query: Query, text: str, question: str = "") -> Number | None:
    """The number of `text` that is asked for: not a year, of the unit asked for, near the query's words.

    `question` is what the text answers: of as many figures as times that it asks for, each is of its own.
    """
    found = _told(query, text)
    if question and query.periods and not seen(text).named and len(found) > 1:
        each = yearly(seen(question).named)
        between = [text[a.end : b.start] for a, b in pairwise(found)]
        listed = all(_LISTED.fullmatch(gap) for gap in between) or "respectively" in text
        if listed and len(each) == len(found) and len({n.unit for n in found}) == 1:
            return next((n for n, p in zip(found, each, strict=True) if any(w.same(p) for w in query.periods)), None)
    if _DURATION.search(query.text) and (lasting := [n for n in found if n.unit and stem(n.unit) in LAPSES]):
        return min(lasting, key=_lasts) if EACH.search(query.text) else max(lasting, key=_lasts)
    if _DURATION.search(query.text) and _SPELT.search(text):
        return None
    found = (*found, *_worded(query, text))
    if len(found) < 2:
        return found[0] if found else None
    limits = {n.value for n in seen(query.text).figures if bounded(query.text, n)}
    found = tuple([n for n in found if n.value not in limits]) or found
    low = query.text.lower()
    wanted = wanted_stems(low)
    money = MONEY.search(low)
    share = _SHARE.search(low)
    if (share and not money) or COUNT.search(query.text):
        found = tuple([n for n in found if (n.unit == "%") == bool(share)]) or found
    counted_thing = head(query.text)
    sums = any(n.unit in MONIES for n in found)
    known = given(query.text)

    def merit(n: Number) -> tuple[float, int]:
        place = beside(text, n)
        points = sum(0.5 * held(t, place.around) + place.said(t) + place.counts(t) for t in query.terms)
        points += 2 * place.counts(counted_thing) if counted_thing else 0
        points -= 1.5 if n.value in known else 0
        points -= 2 if place.whole and not any(place.gains(t) for t in query.terms) else 0
        if query.periods and place.named:
            points += 3 if any(p.same(o) for p in query.periods for o in place.named) else -3
        if n.unit and stem(n.unit) in wanted and not (money and sums):
            points += 3
        elif n.unit in MONIES:
            points += 3 if money else -2
        elif n.unit == "%":
            points += 3 if share else -1
        elif n.unit is not None and stem(n.unit) in LAPSES:
            points -= 1.5
        elif money and re.search(r"£", text):
            points -= 2
        return points, -n.start

    return max(found, key=merit)


_LISTED = re.compile(r"\s*(?:,|and|&|/|;)+\s*(?:and\s+)?|,\s*and\s+")
"""What stands between figures that are listed: "66 and 79"."""

_HEAD = re.compile(
    r"\b(?:how many|number of|count of) ((?:(?!(?:did|do|does|was|were|is|are|has|have|had|can|will|would|in|on|of|at"
    r"|for|from|by|with|who|that|which|to|per|each|the|about|under|over|during|between|against|into|because|after|before"
    r"|since|within|without|and|or)\b)[\w’'-]+ ?){1,5})",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def head(text: str) -> str | None:
    """The stem of what a query counts: "how many Afghan people did …" counts people."""
    match = _HEAD.search(text)
    return stem(match[1].split()[-1]) if match and match[1].split() else None


EACH = re.compile(
    r"\b(?:per|average)\b|\bfor (?:each|every)\b"
    r"|\b(?:time|long|minutes?|hours?|mins|hrs|days?)\b(?: \w+){0,4} (?:each|every)\b"
    r"|\b(?:each|every)\b(?: \w+){0,2} (?:takes?|took|needs?)\b",
    re.IGNORECASE,
)
"""A lapse of time or a sum that each thing takes: "10 minutes to search each record"."""
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60, "day": 480, "week": 2400, "month": 10_000, "year": 120_000}


def _lasts(found: Number) -> float:
    """How many minutes of work a lapse of time is, about: of the parts and the whole of it, the whole lasts longest."""
    return found.value * next((m for name, m in _MINUTES.items() if (found.unit or "").startswith(name)), 1)


_SHARED = 0.8
"""What it counts that words stand before the first figure of a sentence, which are about those after it, too."""


@dataclass(frozen=True, slots=True)
class Place:
    """The stems near a number: `around` it, in its `clause`, and right behind it, as what it `counted`.

    `shared` stands before the first number of its sentence; where this one is a part of that, `whole` is what that
    counts. `named` is the time that it is of.
    """

    around: frozenset[str]
    clause: frozenset[str]
    counted: frozenset[str]
    shared: frozenset[str]
    whole: frozenset[str]
    named: tuple[Period, ...]

    def said(self, term: str) -> float:
        """How surely the number is about `term`, 0..1."""
        return max(held(term, self.clause), _SHARED * held(term, self.shared))

    def counts(self, term: str) -> float:
        """How surely it counts `term`, 0..1."""
        return max(held(term, self.counted), _SHARED * held(term, self.whole))

    def gains(self, term: str) -> bool:
        """Whether it is about `term`, and the number that it is a part of is not."""
        return held(term, self.clause) >= 0.5 > held(term, self.shared)


@lru_cache(maxsize=4096)
def beside(text: str, found: Number) -> Place:
    """What stands near one of the numbers of `text`."""
    clause = _clause(text, found)
    start = max(0, found.start - _FAR, *(text.rfind(stop, 0, found.start) + 1 for stop in (". ", "\n\n")))
    first = next((n for n in seen(text).figures if n.start >= start), found)
    before = text[start : first.start]
    whole = frozenset[str]()
    if first.start < found.start and (_PART.search(text, start, found.start) or _ELIDED.match(text, found.end)):
        before += _clause(text, first)
        whole = bag(_counted(text, first) or before)
    return Place(
        around=bag(text[max(0, found.start - 60) : found.end + 60]),
        clause=bag(clause),
        counted=bag(_counted(text, found)),
        shared=bag(before),
        whole=whole,
        named=_when(text, start, found),
    )


def _when(text: str, start: int, found: Number) -> tuple[Period, ...]:
    """The times that a figure of the sentence from `start` on is of: the one right behind it, where as many are named
    in a row as figures the one in its place, else the last named before it, else those of its clause."""
    stop = _STOP.search(text, found.end)
    end = stop.start() if stop else len(text)
    named = [p for p in seen(text).named if start <= p.start and p.end <= end]
    figures = [n for n in seen(text).figures if start <= n.start and n.end <= end]
    if named and figures and (named[-1].end <= figures[0].start or figures[-1].end <= named[0].start):
        each = yearly(named)
        if len(each) == len(figures) > 1:
            return (each[figures.index(found)],) if found in figures else ()
    if len(named) < 2:
        return tuple(named)
    for one in named:
        if found.end <= one.start and not _PARTED.search(text, found.end, one.start):
            return (one,)
    before = [one for one in named if one.end <= found.start]
    return tuple(before[-1:]) or periods(_clause(text, found))


def yearly(named: Sequence[Period]) -> list[Period]:
    """Times in the order in which they are named; of a single span each of its years: "2021, 2022 and 2023"."""
    if len(named) == 1 and named[0].kind == "span":
        first, last = named[0].first, named[0].last
        return [replace(named[0], kind="year", first=year, last=year) for year in range(first, last + 1)]
    return list(named)


_STOP = re.compile(r"\.\s|\n\s*\n")
_PARTED = re.compile(r"[,;.\d]|\band\b|(?:(?<!\S)\S{1,40}\s+){5}")
"""What stands between a figure and a time that is another's: "98 were received, in 2022"."""


_PART = re.compile(
    r"\bof (?:which|whom|these|those)\b|(?:\A|(?<=\. )|(?<=\n\n))\W*of (?:the |all |our )?\d", re.IGNORECASE
)
"""What makes a figure a part of the one before it: "21 appeals, of which 16 were upheld", "Of 49 schools, 32 …"."""


_ELIDED = re.compile(r" (?:were|was|of (?:them|these|those|which|whom))\b", re.IGNORECASE)
"""What stands right behind a figure whose noun was said before: "437 trees were felled and 512 were planted"."""


def _counted(text: str, found: Number) -> str:
    return " ".join(_CLOSES.split(text[found.end : found.end + 60], maxsplit=1)[0].split()[:_COUNTS])


_CLOSES = re.compile(r"[,;.()]|\band\b")


def _clause(text: str, found: Number) -> str:
    """The stretch between commas, brackets and stops that a number stands in; one in brackets stands in that around
    them: "85 (25%) were upheld"."""
    bracketed = text[found.start - 1 : found.start] == "(" and text.startswith(")", found.end)
    at, end = (found.start - 1, found.end + 1) if bracketed else (found.start, found.end)
    first, last = max(0, at - _FAR), end + _FAR
    if aside := _BRACKETED.match(text, end):
        end = aside.end()
    start = max(text.rfind(mark, first, at) for mark in (", ", "; ", ". ", "(", " and ", "\n\n"))
    ends = [at for mark in (", ", "; ", ". ", ")", " and ", "\n\n") if (at := text.find(mark, end, last)) >= 0]
    return text[max(start + 1, first) : min(ends, default=last)]


_BRACKETED = re.compile(r"\s?\([^()]{1,20}\)")

_FAR = 1000
"""Characters that a clause has on each side of a number at most."""


_SPELT = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|sixty|ninety|an?) "
    r"(?:minutes?|hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
"""A lapse of time in words: "two minutes"."""


def measures(query: Query, text: str) -> bool:
    """True where `text` holds a figure in a unit that the query names ("days"), or a lapse of time that it asks for."""
    wanted = wanted_stems(query.text)
    if _DURATION.search(query.text):
        wanted |= LAPSES
        if _SPELT.search(text):
            return True
    return any(n.unit is not None and n.unit.isalpha() and stem(n.unit) in wanted for n in seen(text).numbers)


def counts(text: str) -> bool:
    """True where `text` holds a figure that is no time, in digits or in words."""
    return seen(text).counts


def spelt(text: str) -> bool:
    """True where `text` holds a lapse of time in words: "two minutes"."""
    return _SPELT.search(text) is not None


def counting(query: Query, text: str) -> bool:
    """True where `text` holds a figure for what the query counts: "74 requests"."""
    thing = head(query.text)
    return thing is not None and any(held(thing, beside(text, n).counted) >= 0.5 for n in seen(text).figures)


def worded(query: Query, text: str) -> bool:
    """True where `text` holds a count in words of what the query counts: "sixteen schools"."""
    asked = _HEAD.search(query.text)
    if asked is None:
        return counts(text)
    heads = bag(asked[1])
    following = (bag(" ".join(text[m.end() : m.end() + 60].split()[:3])) for m in COUNTED.finditer(text))
    return any(one in stems for stems in following for one in heads)


def apt(query: Query, text: str) -> bool:
    """True where `text` holds a figure of the sort asked for: money where money is, else no time, share or sum."""
    wanted, found = wanted_stems(query.text), _told(query, text)
    if _OFTEN.search(query.text) and _EVERY.search(text):
        return True
    if lasting(query):
        return any(n.unit is not None and stem(n.unit) in LAPSES for n in found)
    if costs(query.text):
        return any(n.unit in MONIES for n in found)
    if wanted.isdisjoint(("age", "aged")):
        found = tuple([n for n in found if not _AGED.search(text, max(0, n.start - 10), n.start)])
    return any(n.unit is None or stem(n.unit) in wanted or stem(n.unit) not in LAPSES for n in found)


def _told(query: Query, text: str) -> tuple[Number, ...]:
    """The figures of `text`; where things are counted, without sums of money and stretches of time, unless those are
    asked for, too."""
    found = seen(text).figures
    if not found or not COUNT.search(query.text) or EACH.search(query.text):
        return found
    wanted = wanted_stems(query.text)
    if not costs(query.text):
        found = tuple([n for n in found if n.unit not in MONIES])
    if wanted.isdisjoint(LAPSES):
        found = tuple([n for n in found if n.unit is None or stem(n.unit) not in LAPSES])
    return found if "day" in wanted else tuple([n for n in found if not _TERM.match(text, n.end)])


def bounded(text: str, found: Number) -> str | None:
    """What a figure of `text` is that is not given exactly: "limit" ("over 50"), "ceiling" ("<5"), "range" ("5-10")."""
    before = text[max(0, found.start - 30) : found.start]
    figures = seen(text).figures
    at = figures.index(found) if found in figures else -1
    pairs = [figures[i : i + 2] for i in (at - 1, at) if 0 <= i < len(figures) - 1]
    if any(_ranges(text, low, high) for low, high in pairs):
        return "range"
    if found.bound in ("<", "≤") or _BELOW.search(before):
        return "ceiling"
    return "limit" if found.bound in (">", "≥") or _ABOVE.search(before) else None


def _ranges(text: str, low: Number, high: Number) -> bool:
    """Whether two figures are the ends of a range: "5-10", "between 5 and 10", but not "cut from 52 to 41"."""
    gap, before = text[low.end : high.start], text[max(0, low.start - 12) : low.start]
    between = gap.strip() == "and" and _BETWEEN.search(before) is not None
    return abs(low.value) < abs(high.value) and (_TO.fullmatch(gap) is not None or between) and not _BY.search(before)


_BELOW = re.compile(r"\b(?:(?:fewer|less) than|under|below|at most|up to)\s*$", re.IGNORECASE)
_ABOVE = re.compile(
    r"\b(?:(?:more|greater) than|over|above|exceed(?:s|ed|ing)?|at least|in excess of)\s*$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_TO = re.compile(r"[-–]?|\s+to\s+")
_BY = re.compile(r"\b(?:from|by)\s+$", re.IGNORECASE)
"""What leads from one figure to another, both of them exact: "cut from 52 to 41"."""


def _worded(query: Query, text: str) -> tuple[Number, ...]:
    """The counts of `text` in words, where things are counted: "Two.", or with a word of the query right behind."""
    if query.form != "how_many" or costs(query.text) or EACH.search(query.text):
        return ()
    found = in_words(text)
    if seen(text).figures:
        thing = head(query.text)
        return tuple(
            [
                one
                for one in found
                if _OF_WHICH.search(text, max(0, one.start - 20), one.start)
                or _OF_THEM.match(text, one.end)
                or (thing is not None and held(thing, bag(_counted(text, one))) >= 0.5)
            ]
        )
    behind = [bag(" ".join(text[one.end : one.end + 60].split()[:3])) for one in found]
    meant = [
        one
        for one, stems in zip(found, behind, strict=True)
        if _CLOSED.match(text, one.end) or any(held(t, stems) >= 0.5 for t in query.terms)
    ]
    return found if meant and query.periods and len(seen(text).named) > 1 else tuple(meant)


_OF_THEM = re.compile(r" of (?:them|these|those)\b", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[.,;(]|$)")
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those),? (?:only |just )?$", re.IGNORECASE)


_TERM = re.compile(r"\W{0,2}(?:working|calendar|business|clear)\W{1,2}days?\b", re.IGNORECASE)


def lasting(query: Query) -> bool:
    """True where a stretch of time is asked for: "how long", "number of days"."""
    return _lasts_long(query.text)


@lru_cache(maxsize=256)
def _lasts_long(asked: str) -> bool:
    return _LASTING.search(asked) is not None


_LASTING = re.compile(
    r"\bhow long\b|\b(?:how many|number of|total|average) (?:working |calendar )?(?:minutes|hours|days|weeks|months)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\bhow (?:often|frequently)\b|\bfrequency of\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:every|each|once|twice|annual(?:ly)?|daily|weekly|fortnightly|monthly|quarterly|yearly"
    r"|per (?:day|week|month|year))\b",
    re.IGNORECASE,
)
"""What tells how often a thing is done."""
_AGED = re.compile(r"\bage[ds]?(?: of)?\s+$", re.IGNORECASE)
