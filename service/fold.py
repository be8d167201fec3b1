"""Folding near-identical passages: boilerplate copied from letter to letter is one hit, not ten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.search import Hit

Folded = tuple[str, int, int]
"""(URI, start, end) of a passage folded into another."""

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_ALIKE = 0.8


def fold(hits: Sequence[Hit]) -> list[tuple[Hit, list[Folded]]]:
    """Each hit that is not nearly the same as a better one, with those that are.

    Nearly the same: the same words to the same question, or, from 20 words on, four of five word quadruples shared
    and every number the same. Short answers to different questions are never folded: "No" is not "No".
    """
    kept: list[tuple[Hit, list[Folded], tuple[str, frozenset[str], frozenset[str]]]] = []
    for hit in hits:
        mark = _signature(hit)
        for first, others, seen in kept:
            if _alike(mark, seen):
                if first.passage.pid != hit.passage.pid:
                    others.append((hit.document.uri, hit.passage.start, hit.passage.end))
                break
        else:
            kept.append((hit, [], mark))
    return [(hit, others) for hit, others, _ in kept]


def _signature(hit: Hit) -> tuple[str, frozenset[str], frozenset[str]]:
    words = _WORD.findall(hit.text.lower())
    asked = _WORD.findall((hit.question or "").lower())
    exact = " ".join([*asked, "\n", *words]) if asked or len(words) >= 20 else f"{hit.document.uri} {hit.passage.start}"
    shingles = (
        frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
        if len(words) >= 20
        else frozenset()
    )
    return exact, shingles, frozenset(w for w in words if w.isdigit())


def _alike(one: tuple[str, frozenset[str], frozenset[str]], other: tuple[str, frozenset[str], frozenset[str]]) -> bool:
    if one[0] == other[0]:
        return True
    shared = len(one[1] & other[1])
    return bool(shared) and one[2] == other[2] and shared >= _ALIKE * len(one[1] | other[1])
