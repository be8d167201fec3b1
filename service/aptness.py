"""Whether a text holds a figure of the sort that a query asks for: a count, a sum, a share, a stretch of time."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.numbers import Number
from service.asking import COUNT
from service.beside import beside
from service.money import costs
from service.query import Query
from service.said import COUNTED, LAPSES, MONIES, seen
from service.terms import bag, held, stem, words

DURATION = re.compile(
    r"\bhow long\b|\btime (?:per|for each|to|it|needed|required|estimate)|\bstaff time\b", re.IGNORECASE
)


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

_SPELT = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|sixty|ninety|an?) "
    r"(?:minutes?|hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
"""A lapse of time in words: "two minutes"."""


TOLD_OF = re.compile(
    r"\b(?:no|none|nil|nothing|never|zero|all|both"
    r"|dozens?|hundreds|thousands|several|few|many|most|half|majority|handful|couple"
    r"|one|once|twice|single|n/a|unable|can ?not|(?:do|does|did) not|(?:fewer|less|more) than"
    r"|attach\w*|enclos\w*|below|following|table|link)\b|(?:\bnot|n[’']t) (?:\w+ ){0,2}any\b",
    re.IGNORECASE,
)
"""What tells of a count without a figure, or where it stands."""


def measures(query: Query, text: str) -> bool:
    """True where `text` holds a figure in a unit that the query names ("days"), or a lapse of time that it asks for."""
    wanted = wanted_stems(query.text)
    if DURATION.search(query.text):
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


_BARE = re.compile(
    r"\s(?:were|was|are|is|have|has|had|did|went|came|led|ended|remain(?:s|ed)?|of (?:them|these|those))\b",
    re.IGNORECASE,
)
"""What stands behind a count whose thing was named before: "Two were reported"."""


def worded(query: Query, text: str) -> bool:
    """True where `text` holds a count in words of what the query counts: "sixteen schools"."""
    asked = _HEAD.search(query.text)
    if asked is None:
        return counts(text)
    if any(_BARE.match(text, m.end()) for m in COUNTED.finditer(text)):
        return True
    heads = bag(asked[1])
    following = (bag(" ".join(text[m.end() : m.end() + 60].split()[:3])) for m in COUNTED.finditer(text))
    return any(one in stems for stems in following for one in heads)


def apt(query: Query, text: str) -> bool:
    """True where `text` holds a figure of the sort asked for: money where money is, else no time, share or sum."""
    wanted, found = wanted_stems(query.text), told(query, text)
    if _OFTEN.search(query.text) and _EVERY.search(text):
        return True
    if lasting(query):
        return any(n.unit is not None and stem(n.unit) in LAPSES for n in found)
    if costs(query.text):
        return any(n.unit in MONIES for n in found)
    if wanted.isdisjoint(("age", "aged")):
        found = tuple([n for n in found if not _AGED.search(text, max(0, n.start - 10), n.start)])
    return any(n.unit is None or stem(n.unit) in wanted or stem(n.unit) not in LAPSES for n in found)


def told(query: Query, text: str) -> tuple[Number, ...]:
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
