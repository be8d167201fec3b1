"""What stands beside a figure: what it counts, the time that it is of, the whole that it is a part of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.numbers import Number
from service.periods import Period, periods
from service.said import seen
from service.terms import bag, held

_COUNTS = 2
"""Within so many words behind a figure stands what it counts: "28 Afghan families"."""

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
        whole = bag(counted(text, first) or before)
    return Place(
        around=bag(text[max(0, found.start - 60) : found.end + 60]),
        clause=bag(clause),
        counted=bag(counted(text, found)),
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


def counted(text: str, found: Number) -> str:
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
