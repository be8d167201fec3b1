"""Whether a unit is of the authority, the time and the reference that a query names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from service.aliases import aliases
from service.candidate import Candidate
from service.months import agree
from service.query import Query
from service.read import LONG, Unit, letter_days
from service.terms import flat

_HOST = re.compile(r"@([A-Za-z0-9.-]{3,80})")


@lru_cache(maxsize=2048)
def _hosts(text: str) -> str:
    """The hosts of the e-mail addresses in a letter, in lower case, one a line."""
    return "\n".join(sorted({match[1].lower() for match in _HOST.finditer(text)}))


def addressed(name: str, terms: Iterable[str], text: str) -> bool:
    """Whether the stem of a name stands in the host of an e-mail address that it begins, or another of `terms` does: a
    letter may name its body nowhere else. "Derby" is not in "derbyshire", nor "ford" in "bradford"."""
    hosts = _hosts(text)
    if len(name) <= 3 or name not in hosts:
        return False
    begins = any(len(one) > 3 and re.search(rf"\b{re.escape(one)}(?!shire)", hosts) for one in (name, *terms))
    return begins and re.search(rf"{re.escape(name)}(?!shire)", hosts) is not None


def of_authority(query: Query, candidate: Candidate) -> float:
    """1 where the letter is of an authority that the query names, 0 where it names none, -1 where it is another's; less
    than 1 either way where the letter names no authority of its own."""
    own = candidate.document.authority
    if query.stranger is not None and query.stranger.lower() not in flat(candidate.text):
        return 0.3 if own is None and _hinted(query.stranger, candidate) else -1.0
    if not query.authorities:
        return 0.0
    if own in query.authorities or (own and any(_same_body(own, name) for name in query.authorities)):
        return 1.0
    if own is None:
        low = candidate.text.lower()
        return 0.5 if any(name in low for one in query.authorities for name in aliases(one) if len(name) > 4) else -0.3
    return -1.0


_BODY_NOUN = re.compile(
    r"\b(?:council|police|constabulary|university|service|fire|nhs|trust|borough|city|county|district|metropolitan|of|and"
    r"|the|hospitals?|board|force|college|authority)\b"
)


def _hinted(stranger: str, candidate: Candidate) -> bool:
    """Whether a document that names no authority has the name of this one in its address, title or text."""
    name = " ".join(_BODY_NOUN.sub(" ", stranger.lower()).split())
    document = candidate.document
    return len(name) > 3 and any(name in flat(place) for place in (document.uri, document.title or "", candidate.text))


@lru_cache(maxsize=4096)
def _same_body(one: str, other: str) -> bool:
    """True where two printed names are one authority's: "Kent Police" and "Kent Constabulary"."""
    return not set(aliases(one)).isdisjoint(aliases(other))


def of_reference(query: Query, candidate: Candidate) -> float:
    """1 where the query names the letter's reference, 0.5 where the letter prints it elsewhere, else -0.5."""
    own = re.sub(r"\W", "", candidate.document.reference or "").lower()
    for one in query.references:
        bare = re.sub(r"\W", "", one).lower()
        if own and (bare == own or (len(bare) >= 5 and bare in own)):
            return 1.0
    return (
        0.5 if any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", candidate.text) for one in query.references) else -0.5
    )


def of_period(query: Query, candidate: Candidate, said: Unit) -> float:
    """How well the times that the unit, its letter or its date name agree with the query's: 1 the same, -1 others."""
    # Beside years, the date of the request says nothing of what the answer is about.
    long = all(p.kind in LONG for p in query.periods)
    unit = said.years if said.years and long else said.times
    best = max(-1.0, *(agree(wanted, unit) for wanted in query.periods))
    own = any(wanted.same(p) for wanted in query.periods for p in said.stated)
    if 0.5 <= best < _STATED and long and own and not said.years:
        return _STATED  # the year of the whole letter, whatever day besides its answer names
    if best >= 0.5:
        return best
    if any(wanted.holds(p) or wanted.same(p) for wanted in query.periods for p in letter_days(candidate.text)):
        return 0.5  # the month in which it was asked, or answered
    if said.stretches:
        return -1.0
    if not said.years and said.stated:
        told = max(agree(wanted, said.stated) for wanted in query.periods)
        if told >= 0.7 and best < 0 and long:
            return _OTHERWISE
        return 0.8 if told >= 0.7 else -0.6 if told < 0 else best
    if candidate.document.date and any(p.first <= int(candidate.document.date[:4]) <= p.last for p in query.periods):
        return max(best, 0.5)
    if not unit:
        return 0.5 if any(agree(p, said.around) > 0 for p in query.periods) else -0.7
    dated = any(p.kind in ("day", "month") and w.first <= p.first <= w.last for w in query.periods for p in said.around)
    return max(best, 0.4 if dated and not any(p.kind in LONG for p in unit) else -1.0)


_STATED = 0.9
"""What it counts that a letter states the year that is asked for, and its answer names none, but a day or a month."""


_OTHERWISE = 0.5
"""The same where its answer names other days alone."""
