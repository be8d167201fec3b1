"""Numbered headings of a letter's own parts: "1. Background", "4. Conclusion". No one asked them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.unit import APART, Unit, plain

_FEWEST = 3
_KNOWN = 2  # of them that no letter lacks a word for
_LONGEST = 60  # characters
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
