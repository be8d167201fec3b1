"""Cues: how strongly the turns of phrase in a unit speak for each of the states of `indexer.kinds`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from indexer.phrases import GROUPS

STATES = "qaeht"
_ROW = STATES + "k"


_KEYS = (10, 4)  # cues are found by their first letters: a text is read once, not once a cue
_Row = tuple[tuple[int, float], ...]
_Table = dict[str, list[tuple[str, int]]]


def _compile() -> tuple[_Table, _Table, list[tuple[str, int]], list[_Row]]:
    """Cues that start a unit and cues that start a word, both by their first letters; the rest; the groups' rows."""
    first: _Table = {}
    inner: _Table = {}
    rest: list[tuple[str, int]] = []
    rows: list[_Row] = []
    for group, (weights, phrases) in enumerate(GROUPS):
        rows.append(tuple((_ROW.index(state), weight) for state, weight in weights.items()))
        for phrase in dict.fromkeys(one.strip().replace("_", " ") for one in phrases.split("|")):
            if not phrase.strip():
                continue
            cue = phrase.replace("$", "\n")
            table = first if cue[0] == "^" else inner
            bare = cue[1:] if table is first else cue.lstrip(" ")
            length = next((n for n in _KEYS if len(bare) >= n), 0)
            if length and (table is first or bare[0].isalnum()):
                table.setdefault(bare[:length], []).append((bare, group))
            else:
                rest.append((cue.replace("^", "\n"), group))
    return first, inner, rest, rows


_FIRST, _INNER, _REST, _ROWS = _compile()
_WORD = re.compile(r"(?<![a-z0-9])[a-z0-9£]")
_LIMIT = 9.0  # no pile of cues outweighs what stands around it


def evidence(words: Sequence[str]) -> list[list[float]]:
    """The summed cue weights of each unit, given its words: one figure a state, in the order of `STATES`, and K."""
    text = "\n" + "\n".join(words) + "\n"
    starts, at = [], 1
    for one in words:
        starts.append(at)
        at += len(one) + 1
    hits: list[list[int]] = [[] for _ in words]
    long, short = _KEYS
    for unit, at in enumerate(starts):
        for key in (text[at : at + long], text[at : at + short]):
            for cue, group in _FIRST.get(key, ()):
                if text.startswith(cue, at):
                    hits[unit].append(group)
        for m in _WORD.finditer(text, at, at + len(words[unit])):
            at = m.start()
            if cues := _INNER.get(text[at : at + long]):
                hits[unit].extend([group for cue, group in cues if text.startswith(cue, at)])
            if cues := _INNER.get(text[at : at + short]):
                hits[unit].extend([group for cue, group in cues if text.startswith(cue, at)])
    for cue, group in _REST:
        at = text.find(cue)
        while at >= 0:
            hits[min(len(words) - 1, max(0, bisect_right(starts, at + 1) - 1))].append(group)
            at = text.find(cue, at + len(cue))
    return [_sum(groups) for groups in hits]


def _sum(groups: Sequence[int]) -> list[float]:
    """The weights of the cues found in one unit; a second cue of the same group says less than the first."""
    total = [0.0] * len(_ROW)
    for group in set(groups):
        share = 1.0 + 0.35 * (groups.count(group) - 1)
        for state, weight in _ROWS[group]:
            total[state] += share * weight
    for state, weight in enumerate(total):
        if not -_LIMIT <= weight <= _LIMIT:
            total[state] = _LIMIT if weight > 0 else -_LIMIT
    return total
