"""Numbered lines that stand over paragraphs: the headings of a letter's own parts, or topics that were asked about.

"1. Background", "4. Conclusion": no one asked them. "8. Allotments" over "(a) Plots", "(b) Waiting list": all asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.unit import APART, BROKEN, Unit, plain

_FEWEST = 3
_KNOWN = 2  # of them that no letter lacks a word for
_LONGEST = 60  # characters
_LONGEST_ITEM = 140  # characters of one item of a list under such a line
_LEVEL = 2
_PART = re.compile(
    r"(?:(?:the|my|our|your|this|an?|initial|original|first|previous|earlier) )*"
    r"(?:background|introduction|history|summary|overview|scope|conclusions?|decision|findings?|considerations?|analysis"
    r"|assessment|discussion|recommendations?|outcome|next steps|review|internal review|handling|appeal rights"
    r"|rights? (?:of|to) (?:appeal|complain)|(?:public interest|prejudice|harm) test"
    r"|(?:response|reply|request|complaint)(?: for (?:information|review|internal review))?)"
    r"(?: (?:of|on) (?:the|your|this|our|my) (?:internal )?(?:request|review|complaint|reply|response|case))?[.:]?"
)


def chapters(units: Sequence[Unit], text: str) -> None:
    """Make headings of the numbered lines that stand over the parts of a letter, where two of their words say so.

    They count on from 1, each alone on its line over paragraphs, and none asks.
    """
    for run in numbered_lines(units):
        if sum(_PART.fullmatch(units[i].words) is not None for i in run) < _KNOWN:
            continue
        for i in run:
            units[i].marker, units[i].heading, units[i].label = None, _LEVEL, ""
            units[i].words = plain(text[units[i].start : units[i].end])


def numbered_lines(units: Sequence[Unit]) -> list[list[int]]:
    """The runs of three numbered lines or more, each of a few words and alone over what it heads, counted from 1."""
    lines = [i for i in range(len(units) - 1) if _alone(units, i)]
    return [run for run in _counted(units, lines) if len(run) >= _FEWEST]


def sublists(units: Sequence[Unit]) -> list[tuple[int, list[int]]]:
    """The numbered topics with the lists under them of which each item stands over lines of its own: (topic, items).

    The topic is right above its first item, and is a line of a few words that neither asks nor leads to a list.
    """
    found: list[tuple[int, list[int]]] = []
    items: list[int] = []
    for i, unit in enumerate(units):
        own, last = unit.marker, units[items[-1]].marker if items else None
        if own is None:
            continue
        if last and own.style == last.style and own.value == last.value + 1:
            items.append(i)
        elif own.value == 1 and i and _heads_list(units[i - 1], unit):
            items = [i]
            found.append((i - 1, items))
        else:
            items = []
    return [(at, run) for at, run in found if len(run) > 1 and all(_over(units, i) for i in run)]


def _heads_list(unit: Unit, first: Unit) -> bool:
    """Whether `unit` is a numbered topic, and `first` below it begins a list of another style."""
    own, under = unit.marker, first.marker
    numbered = own is not None and under is not None and own.style[:1] == "#" and own.style != under.style
    return numbered and 0 < len(unit.words) <= _LONGEST and unit.words[-1:] not in "?:;,."


def _over(units: Sequence[Unit], i: int) -> bool:
    """Whether list item `i` is one line that is no sentence, with a line right under it that is no item."""
    unit, below = units[i], units[i + 1] if i + 1 < len(units) else None
    return (
        below is not None
        and 0 < len(unit.words) <= _LONGEST_ITEM
        and unit.words[-1:] not in ":;,."
        and min(unit.apart, below.apart) >= BROKEN
        and below.marker is None
        and not unit.row
    )


def _alone(units: Sequence[Unit], i: int) -> bool:
    """Whether unit `i` is a numbered line of a few words, with a blank line under it, that is no sentence."""
    unit, below = units[i], units[i + 1]
    own = unit.marker
    return (
        own is not None
        and not own.word
        and own.style[:1] == "#"
        and 0 < len(unit.words) <= _LONGEST
        and unit.words[-1:] not in "?;,"
        and unit.apart == APART == below.apart
        and below.blank_before
        and below.marker is None
        and not below.bullet
    )


def _counted(units: Sequence[Unit], lines: Sequence[int]) -> list[list[int]]:
    """The runs of these units that count on from 1 in one style."""
    runs: list[list[int]] = []
    for i in lines:
        own, last = units[i].marker, units[runs[-1][-1]].marker if runs else None
        if own and last and own.style == last.style and own.value == last.value + 1:
            runs[-1].append(i)
        elif own and own.value == 1:
            runs.append([i])
    return runs
