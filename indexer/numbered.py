"""Numbered lists: which of them ask, and which take up by number what was asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from indexer.cues import A, E, H, K, Q, T
from indexer.forms import ASKS_FIRST, LINK, STATES
from indexer.unit import NUMBERED, Unit

ANSWERED = frozenset({"answer", "response", "reply", "ans", "a", "r"})
"""The words before a number by which an answer is numbered."""


def _asking(units: Sequence[Unit], scores: list[list[float]], i: int) -> float:
    """How far list item `i` asks, 0 to 1; a bare number or a heading over a sublist asks as what follows it."""
    unit, score = units[i], scores[i]
    if i + 1 < len(units):
        below = units[i + 1].marker
        sublist = below is not None and unit.marker is not None and below.style != unit.marker.style
        if not unit.words or (sublist and len(unit.words) < 100 and scores[i + 1][Q] > 3):
            score = scores[i + 1]
    if score[Q] > max(score[A], score[E], score[T], 1.0):
        return 1.0
    return 0.4 if score[Q] + 0.5 >= max(score[A], score[E]) and len(unit.words) > 3 else 0.0


def listed(units: Sequence[Unit], scores: list[list[float]], numbers: Collection[str] = ()) -> None:
    """A list whose items mostly ask is a list of questions; one whose items never ask is not.

    `numbers` are those of the questions in the request that the document quotes: what takes them up answers.
    """
    asks = [s[K] > 0 and s[Q] >= 2.0 for s in scores]
    runs: dict[str, list[int]] = {}
    done: list[list[int]] = []
    for i, unit in enumerate(units):
        m = unit.marker
        if not m or unit.opens == NUMBERED:  # a paragraph of a letter that numbers them all is no item of a list
            continue
        if m.word in ANSWERED:
            scores[i][A] += 6
            continue
        scores[i][K] = 1
        if m.word:
            scores[i][Q] += 4.5
        run = runs.get(m.style)
        if run and 0 < m.value - _value(units[run[-1]]) <= 2:
            run.append(i)
            continue
        runs[m.style] = [i]
        done.append(runs[m.style])
    for run in done:
        plain = not any(asks[i] or _over_sublist(units, i) for i in run)
        known = sum(_label(units[i]) in numbers for i in run)
        if len(run) > 1 and plain and known >= _MOST * len(run):
            for i in run:
                scores[i][Q] = min(scores[i][Q], 0.0)
                scores[i][A] += 2.5
            continue
        asking = sum(_asking(units, scores, i) for i in run)
        share = asking / len(run)
        for i in run:
            if len(run) > 1 and units[i].marker and scores[i][H] < 6.0:  # "iv. Telephone number" is no letterhead
                scores[i][H] = min(scores[i][H], 0.0)
            if share >= 0.5:
                scores[i][Q] += 2.6 if len(run) > 1 else 1.2
                if units[i].words[-1:] == ":" and len(run) > 1:
                    scores[i][Q] += 1.0
                if not units[i].words and i + 1 < len(units):
                    scores[i + 1][Q] += 2.2
            elif share < 0.25 and len(run) > 1:
                scores[i][Q] -= 2.0
                if units[i].words and not LINK.fullmatch(units[i].words):
                    scores[i][A] += 0.8
    _restated(units, scores, asks)


_MOST = 0.75
"""The share of a list's numbers that were asked before, from which it answers: one may have been asked elsewhere."""
_NAMING = frozenset({"question", "questions", "q", "point", "item", "part", "request"})
_BARE_NUMBERS = re.compile(r"(?:(?:,|&|and|to|-|–|questions?|q|\d{1,2}[a-h]?|[a-h]|[.:])\s*)*")


def _announces(units: Sequence[Unit], scores: list[list[float]], i: int, first: int) -> None:
    """Read a number on its own line ("Questions 1 and 2"), asked before, as the heading of the answer below it."""
    if i + 1 >= len(units) or scores[first][Q] <= scores[first][A] or i - first < 2 or units[i + 1].marker:
        return
    mine, its = set(units[i + 1].words.split()), set(units[first].words.split())
    if units[i + 1].words[-1:] == "?" or scores[i + 1][Q] >= 3.0 or len(mine & its) >= 0.6 * len(mine):
        return
    scores[i][Q], scores[i][K] = min(scores[i][Q], 0.0), 0.0
    reply = E if scores[i + 1][E] > max(3.0, scores[i + 1][A]) else A
    scores[i][reply] += 4.0
    if reply == A:
        scores[i + 1][A] += 2.0
        scores[i + 1][Q] = min(scores[i + 1][Q], 0.0)


_INTERROGATIVE = re.compile(r"(?:how|what|which|who|when|where|why|do|does|did|is|are|was|were|has|have)\b")


def _restated(units: Sequence[Unit], scores: list[list[float]], asks: Sequence[bool]) -> None:
    """A number that comes again: with the same words it restates the question, with others it answers it.

    `asks[i]` says that the words of unit i ask, whatever its number says.
    """
    seen: dict[str, int] = {}
    for i, unit in enumerate(units):
        m = unit.marker
        if m and m.word in _NAMING and len(unit.words) < 40 and _BARE_NUMBERS.fullmatch(unit.words) and m.label in seen:
            _announces(units, scores, i, seen[m.label])
            continue
        if not m or not unit.words or m.word in ANSWERED or LINK.fullmatch(unit.words):
            continue
        first = seen.setdefault(m.label, i)
        original = units[first].marker
        if (
            first == i
            or not original
            or scores[first][Q] <= scores[first][A]
            or ("(" in m.style) != ("(" in original.style)
        ):
            continue
        mine, its = set(unit.words.split()), set(units[first].words.split())
        shared = len(mine & its) / len(mine)
        told = STATES.match(unit.words) is not None and not ASKS_FIRST.match(unit.words)
        asked = units[first].words[-1:] == "?" or _INTERROGATIVE.match(units[first].words) is not None
        stated = asked and unit.words[-1:] == "." and not ASKS_FIRST.match(unit.words)
        costed = unit.words[-1:] == "." and not _sums(unit) <= _sums(units[first])
        # in the question's own words, but no question: "… 402 notices were served.", "… spent £3.4 million."
        if (stated or costed) and not asks[i]:
            scores[i][A] += 3.0
            scores[i][Q] = min(scores[i][Q], 0.0)
        elif shared >= 0.6 and len(mine) > 1 and not (told and shared < 0.9):
            scores[i][Q] += 3.0
        elif (shared < 0.34 or told) and not asks[i] and not _resumes(unit.words, units[first].words):
            scores[i][A] += 3.0
            scores[i][Q] = min(scores[i][Q], 0.0)


_SUM = re.compile(r"£\d[\d,.]*")
_FEWEST_WORDS = 4  # of a question that the same words resume


def _sums(unit: Unit) -> set[str]:
    """The sums of money that a unit names: what states one that the question did not name answers it."""
    return {one.rstrip(",.") for one in _SUM.findall(unit.words)}


def _resumes(words: str, asked: str) -> bool:
    """Whether `words` are those asked, to the letter, with more behind them: the question in full."""
    own = asked.rstrip(" .;:")
    return words.startswith(own) and own.count(" ") + 1 >= _FEWEST_WORDS and words[-1:] != "."


def _value(unit: Unit) -> int:
    return unit.marker.value if unit.marker else 0


def _label(unit: Unit) -> str:
    return unit.marker.label if unit.marker else ""


def _over_sublist(units: Sequence[Unit], i: int) -> bool:
    """Whether a list item is a heading over a list of another style."""
    below = units[i + 1].marker if i + 1 < len(units) else None
    mine = units[i].marker
    return below is not None and mine is not None and below.style != mine.style and len(units[i].words) < 50
