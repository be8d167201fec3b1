"""Items without a number of the letter's own: bullets, lettered parts, lines that only name what is wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.cues import A, E, H, K, Q, T
from indexer.forms import BARE, STATES
from indexer.unit import BROKEN, WRAPPED, Unit

_SHORT = 80  # characters of a phrase and of a reply of one line
_FOLLOWING = re.compile(r"\b(?:following|below|these|those)\b")
_OFFERED = re.compile(r"please (?:specify|state|explain|give|elaborate|list)|^if (?:yes|no|so)\b|^other\b.{0,3}$")
_ANSWERING = re.compile(r"\b(?:we|our|the (?:council|trust|force|department|university|role|team|service|authority))\b")


def bullets(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A run of bullets is of one kind: choices that a question offers, what it lists, or what an answer lists."""
    i = 0
    while i < len(units):
        if not units[i].bullet:
            i += 1
            continue
        run, k = [i], i + 1
        while k < len(units) and (units[k].bullet or units[k].apart < BROKEN):
            if units[k].bullet:
                run.append(k)
            k += 1
        _one_kind(units, scores, run)
        i = k


def _one_kind(units: Sequence[Unit], scores: list[list[float]], run: Sequence[int]) -> None:
    """Settle the run of bullets whose units are `run`."""
    lead = run[0] - 1
    if len(run) < 2 or lead < 0:
        return
    words = [units[i].words.strip(" .") for i in run]
    above = units[lead].words
    told = [i for i in run if scores[i][A] >= 2.0 or scores[i][E] >= 4.0]
    choices = "yes" in words and "no" in words
    offered = any(_OFFERED.search(one) for one in words) and not told
    asks_above = scores[lead][K] and scores[lead][Q] >= 3.0
    if (
        choices
        or (asks_above and offered)
        or (asks_above and not told and (above[-1:] == ":" or _FOLLOWING.search(above)))
    ):
        for i in run:
            scores[i][Q] += 6.0 if choices else 3.0 if offered else 2.6
            after = units[i + 1] if i + 1 < len(units) else None
            if i == run[-1] and after and after.apart >= BROKEN:
                scores[i][K] = 1
            scores[i][A] = min(scores[i][A], 0.0) if choices else scores[i][A]
    elif (
        above[-1:] == ":"
        and not asks_above
        and scores[lead][H] < 3.0
        and scores[lead][Q] <= max(scores[lead][A], 0.1)
        and not any(units[i].words[-1:] == "?" for i in run)
        and (
            _ANSWERING.search(above) or scores[lead][A] >= 1.0 or scores[lead][E] >= 6.0 or _tells(units, scores, lead)
        )
    ):
        reply = E if scores[lead][E] > max(2.5, scores[lead][A]) else A
        for i in run:
            if scores[i][Q] < 5.0:
                scores[i][Q] = min(scores[i][Q], 0.0)
                least = scores[i][A] + 0.5 if reply == E and scores[lead][E] >= 6.0 else 1.0
                scores[i][reply] = max(scores[i][reply], least)


def _tells(units: Sequence[Unit], scores: Sequence[Sequence[float]], i: int) -> bool:
    """Whether the paragraph that unit `i` ends opens with what is labelled as an answer."""
    first = next((n for n in range(i, -1, -1) if units[n].apart >= BROKEN), i)
    return units[first].label == "a" and max(score[Q] for score in scores[first : i + 1]) <= 0.0


def apart_bullets(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
    """Bullets that each stand over lines of their own, and mostly ask, are a list of questions."""
    over: dict[str, list[int]] = {}
    for i, unit in enumerate(units[:-1]):
        if unit.bullet and not units[i + 1].bullet and not units[i + 1].marker and units[i + 1].apart >= BROKEN:
            over.setdefault(text[unit.start], []).append(i)
    for run in over.values():
        asking = [i for i in run if scores[i][K] and scores[i][Q] > max(scores[i][A], scores[i][E])]
        if len(run) > 1 and len(asking) >= 0.6 * len(run):
            for i in run:
                if max(scores[i][A], scores[i][E]) < 3.0:
                    _asks(scores[i], 2.0)


def topics(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
    """Lines that only name a thing, each over a reply to it, are what was asked, as the requester listed it.

    One of them must ask by its words, or there must be three and no other question; a heading or a label of a figure
    names a thing too, but not over and over between sentences.
    """
    found = [i for i in range(1, len(units) - 1) if _names(units[i], scores[i], text) and _answered(units, scores, i)]
    asking = [i for i in found if scores[i][K] and scores[i][Q] >= 2.0]
    if asking and len(found) > 1:
        chosen = found
    elif len(found) > 2 and not any(s[K] and s[Q] >= 3.0 for s in scores):
        chosen = [i for i in found if not BARE.fullmatch(units[i + 1].words)]
    else:
        return
    if len(chosen) < 2:
        return
    for i in [*chosen, *_further(units, scores, text, chosen)]:
        _asks(scores[i], 3.6)


def _further(units: Sequence[Unit], scores: Sequence[Sequence[float]], text: str, chosen: Sequence[int]) -> list[int]:
    """The lines behind the first of `chosen` that each stand over a reply of one line, as those do, if shorter."""
    known = set(chosen)
    for i in range(chosen[0] + 2, len(units) - 1):
        after = units[i + 2] if i + 2 < len(units) else None
        apart = units[i].blank_before or i - 2 in known
        short = len(units[i].words) < _SHORT and len(units[i + 1].words) < _SHORT
        if (
            apart
            and short
            and (after is None or after.apart >= BROKEN)
            and _names(units[i], scores[i], text, fewest=1)
            and _answered(units, scores, i)
        ):
            known.add(i)
    return sorted(known.difference(chosen))


def _names(unit: Unit, score: Sequence[float], text: str, fewest: int = 3) -> bool:
    """Whether a unit is a phrase on a line of its own: no sentence, no item, nothing that a heading says."""
    words = unit.words.split()
    if unit.marker or unit.bullet or unit.row or unit.label or unit.heading or unit.apart < BROKEN:
        return False
    plain = fewest <= len(words) <= 25 and unit.words[-1].isalnum() and text[unit.start].isupper()
    lower = sum(w[0].islower() for w in text[unit.start : unit.end].split())
    return (
        plain
        and lower >= min(2, fewest - 1)
        and max(score[A], score[E], score[H], score[T]) < 1.6
        and not STATES.match(unit.words)
    )


def _answered(units: Sequence[Unit], scores: Sequence[Sequence[float]], i: int) -> bool:
    """Whether a sentence, a figure or a refusal stands on the line below unit `i`."""
    below, score = units[i + 1], scores[i + 1]
    if below.marker or below.bullet or below.apart < BROKEN or max(score[H], score[T]) >= 2.0 or score[Q] >= 2.0:
        return False
    return below.words[-1:] == "." or below.row or max(score[A], score[E]) >= 2.5


_TIMES = re.compile(
    r"(?:the )?(?:year |financial year )?(?:19|20)\d\d(?: ?[-/–] ?(?:(?:19|20)?\d\d|to date|date))?(?: to date)?[,;.]?"
)


def periods(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Items that hold a year and no more, two or more right under a question, say for which years it asks."""
    times = [(u.marker is not None or u.bullet) and _TIMES.fullmatch(u.words) is not None for u in units]
    for i in range(1, len(units) - 1):
        above = scores[i - 1]
        if times[i] and times[i + 1] and not times[i - 1] and above[K] and above[Q] >= 2.5 and above[Q] > above[A]:
            for k in range(i, len(units)):
                if not times[k]:
                    break
                _asks(scores[k], 3.0)
                scores[k][A] = min(scores[k][A], 0.0)


def sublists(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Lettered items under a question that are each followed by a figure, or that only name what is wanted, ask."""
    for run in _lettered(units):
        filled = [i for i in run if scores[i][A] - scores[i][Q] >= 3.0 and BARE.fullmatch(units[i].words) is None]
        if len(filled) >= 3 and len(filled) >= 0.7 * len(run):  # "a) 2021 - None": each holds a label and its answer
            for i in run:
                if i in filled or not (i + 1 < len(units) and _replies(units[i + 1], scores[i + 1])):
                    scores[i][Q] = min(scores[i][Q], 0.0)
                    scores[i][A] = max(scores[i][A], 1.0)
            continue
        replied = [i for i in run if i + 1 < len(units) and _replies(units[i + 1], scores[i + 1])]
        plain = [i for i in replied if max(scores[i][A], scores[i][E]) < 3.0 or BARE.fullmatch(units[i].words)]
        if len(run) > 1 and len(plain) >= 0.6 * len(run):
            for i in run:
                _asks(scores[i], 3.0)
            continue
        above = next((k for k in range(run[0] - 1, max(-1, run[0] - 4), -1) if units[k].marker), None)
        if above is None or not scores[above][K] or scores[above][Q] < 3.0:
            continue
        listed = units[above].words[-1:] == ":" and len(run) > 2 and above == run[0] - 1
        told = sum(max(scores[i][A], scores[i][E]) >= 2.0 for i in run) > (0.4 * len(run) if listed else 0)
        longest = 120 if listed else 60
        fields = all(len(units[i].words) < longest and units[i].words[-1:] != "." for i in run)
        if _FOLLOWING.search(units[above].words) and units[above].words[-1:] in "?:" and above == run[0] - 1:
            for i in run:
                _asks(scores[i], 3.0)
                after = i + 1
                if after < len(units) and units[after].apart < BROKEN and any(c.isdigit() for c in units[after].words):
                    scores[after][A] += 4.0
        elif fields and not told and units[above].words[-1:] in "?:":
            for i in run:
                _asks(scores[i], 2.6)


def filled(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Numbered lines that only name things, over lettered ones that tell: the numbers ask and the letters answer."""
    lists: dict[str, list[int]] = {}
    for i, unit in enumerate(units[:-1]):
        if unit.marker and unit.marker.style[:1] == "#":
            lists.setdefault(unit.marker.style, []).append(i)
    for numbered in lists.values():
        runs = [_below(units, i) for i in numbered]
        plain = [max(scores[i][A], scores[i][E], scores[i][H], scores[i][T]) < 2.0 for i in numbered]
        lettered = [n for run in runs for n in run]
        told = [n for n in lettered if scores[n][A] - scores[n][Q] >= 2.5 or units[n].words[:1].isdigit()]
        if sum(map(bool, runs)) < 2 or not all(plain) or len(told) < 0.6 * len(lettered):
            continue
        for i, run in zip(numbered, runs, strict=True):
            if run or sum(map(bool, runs)) >= 0.6 * len(runs):
                _asks(scores[i], 3.0)
            for n in run:
                scores[n][Q], scores[n][A], scores[n][K] = min(scores[n][Q], 0.0), max(scores[n][A], 2.0), 0


def _below(units: Sequence[Unit], i: int) -> list[int]:
    """The lettered items right below item `i`: a, b, c."""
    run: list[int] = []
    for n in range(i + 1, len(units)):
        m = units[n].marker
        if m is None and run and units[n].apart < BROKEN:
            continue
        if m is None or m.style != "a" or m.value != len(run) + 1:
            break
        run.append(n)
    return run


def _lettered(units: Sequence[Unit]) -> list[list[int]]:
    """The runs of list items that stand under numbered ones: a, b, c; i, ii, iii; 1, 2, 3 under "Q2"."""
    runs: list[list[int]] = []
    under = False
    for i, unit in enumerate(units):
        m = unit.marker
        if m and m.word:
            under = True
        if not m or m.word or not unit.words or not (m.style in {"a", "i"} or (under and m.style[:1] == "#")):
            continue
        last = units[runs[-1][-1]].marker if runs else None
        if last and last.style == m.style and m.value == last.value + 1:
            runs[-1].append(i)
        elif m.value == 1:
            runs.append([i])
    return runs


def _replies(unit: Unit, score: Sequence[float]) -> bool:
    """Whether a unit below a list item answers it: no list item itself, and it tells or refuses."""
    return not unit.marker and not unit.bullet and unit.apart >= WRAPPED and (score[A] >= 1.0 or score[E] >= 4.0)


def _asks(score: list[float], weight: float) -> None:
    score[Q] = max(score[Q], 0.0) + weight
    score[A] = min(score[A], 0.5)
    score[K] = 1
