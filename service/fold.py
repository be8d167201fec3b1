"""Folding near-identical passages: boilerplate copied from letter to letter is one hit, not ten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexer.repeated import signature

if TYPE_CHECKING:
    from service.search import Hit

Folded = tuple[str, int, int]
"""(URI, start, end) of a passage folded into another."""

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_LONG = 20  # words
_ALIKE = 0.8


def fold(hits: Sequence[Hit]) -> list[tuple[Hit, list[Folded]]]:
    """Each hit that is not nearly the same as a better one, with those that are.

    Nearly the same: the same words to the same question, or, from 20 words on, four of five word quadruples shared
    and every number the same, or, of reasons for refusing by the same exemptions and the like, the same words whatever
    the numbers. Short answers to different questions are never folded: "No" is not "No".
    """
    kept: list[tuple[Hit, list[Folded], _Mark]] = []
    for hit in hits:
        mark = _mark(hit)
        for first, others, seen in kept:
            if _alike(mark, seen):
                if first.passage.pid != hit.passage.pid:
                    others.append((hit.document.uri, hit.passage.start, hit.passage.end))
                break
        else:
            kept.append((hit, [], mark))
    return [(hit, others) for hit, others, _ in kept]


@dataclass(frozen=True, slots=True)
class _Mark:
    """What two hits are compared by. `copied`: words and codes, where figures tell nothing."""

    exact: str
    shingles: frozenset[str]
    numbers: frozenset[str]
    copied: tuple[bytes, tuple[str, ...]] | None


def _mark(hit: Hit) -> _Mark:
    words = _WORD.findall(hit.text.lower())
    long = len(words) >= _LONG
    asked = _WORD.findall((hit.question or "").lower())
    exact = " ".join([*asked, "\n", *words]) if asked or long else f"{hit.document.uri} {hit.passage.start}"
    shingles = [" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)] if long else []
    same = signature(hit.text) if long and hit.passage.kind in ("exemption", "other") else None
    copied = (same, tuple(sorted(hit.passage.exemptions))) if same else None
    return _Mark(exact, frozenset(shingles), frozenset(w for w in words if w.isdigit()), copied)


def _alike(one: _Mark, other: _Mark) -> bool:
    if one.exact == other.exact or (one.copied is not None and one.copied == other.copied):
        return True
    shared = len(one.shingles & other.shingles)
    return bool(shared) and one.numbers == other.numbers and shared >= _ALIKE * len(one.shingles | other.shingles)
