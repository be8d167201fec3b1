"""Cues: how strongly the turns of phrase in a unit speak for each of the states of `indexer.kinds`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from indexer.phrases import GROUPS

STATES = "qaeht"
Q, A, E, H, T, K = range(6)  # K marks words that ask by themselves
_ROW = STATES + "k"


_SHORT, _LONG = 4, 10  # cues are found by their first letters: a text is read once, not once a cue
_Row = tuple[tuple[int, float], ...]
_Cues = list[tuple[str, int]]
_Table = dict[
    str, tuple[_Cues, dict[str, _Cues]]
]  # by the first 4 letters: the short cues, the others by their first 10


def _compile() -> tuple[_Table, _Table, _Cues, list[_Row]]:
    """Cues that start a unit and cues that start a word, both by their first letters; the rest; the groups' rows."""
    first: _Table = {}
    inner: _Table = {}
    rest: _Cues = []
    rows: list[_Row] = []
    for group, (weights, phrases) in enumerate(GROUPS):
        rows.append(tuple((_ROW.index(state), weight) for state, weight in weights.items()))
        for phrase in dict.fromkeys(one.strip().replace("_", " ") for one in phrases.split("|")):
            if not phrase.strip():
                continue
            cue = phrase.replace("$", "\n")
            table = first if cue[0] == "^" else inner
            bare = cue[1:] if table is first else cue.lstrip(" ")
            if len(bare) < _SHORT or not (table is first or bare[0].isalnum()):
                rest.append((cue.replace("^", "\n"), group))
                continue
            short, long = table.setdefault(bare[:_SHORT], ([], {}))
            (long.setdefault(bare[:_LONG], []) if len(bare) >= _LONG else short).append((bare, group))
    return first, inner, rest, rows


_FIRST, _INNER, _REST, _ROWS = _compile()
_WORD = re.compile(r"(?<![a-z0-9])[a-z0-9£]")
_LIMIT = 9.0  # no pile of cues outweighs what stands around it


def evidence(words: Sequence[str]) -> list[list[float]]:
    """The summed cue weights of each unit, given its words: one figure a state, in the order of `STATES`, and K."""
    return [list(_weights(one)) for one in words]


@lru_cache(maxsize=8192)  # letters repeat each other: complaint rights, thanks, the reasons of an exemption
def _weights(words: str) -> tuple[float, ...]:
    """The summed cue weights of one unit."""
    text = f"\n{words}\n"
    hits: list[int] = []
    _find(_FIRST, text, 1, hits)
    for m in _WORD.finditer(text):
        at = m.start()
        if text[at : at + _SHORT] in _INNER:
            _find(_INNER, text, at, hits)
    for cue, group in _REST:
        if cue in text:
            hits.extend([group] * text.count(cue))
    return tuple(_sum(hits))


def _find(table: _Table, text: str, at: int, hits: list[int]) -> None:
    """Add to `hits` the groups of the cues of `table` that stand at `text[at:]`."""
    entry = table.get(text[at : at + _SHORT])
    if entry is None:
        return
    short, long = entry
    hits.extend([group for cue, group in short if text.startswith(cue, at)])
    if cues := long.get(text[at : at + _LONG]):
        hits.extend([group for cue, group in cues if text.startswith(cue, at)])


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
