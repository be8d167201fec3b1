"""Folding near-identical passages: boilerplate copied from letter to letter is one hit, not ten."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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


def fold(hits: Sequence[Hit], most: int | None = None) -> list[tuple[Hit, list[Folded]]]:
    """The first `most` (None: all) hits that are not nearly the same as a better one, each with those that are.

    Nearly the same: the same words to the same question, or, from 20 words on, four of five word quadruples shared
    and every number the same, or, of reasons for refusing by the same exemptions and the like, the same words whatever
    the numbers. Short answers to different questions are never folded: "No" is not "No".
    """
    kept: list[tuple[Hit, list[Folded], _Mark]] = []
    exact: dict[bytes, int] = {}
    copied: dict[tuple[bytes, tuple[str, ...]], int] = {}
    numbered: dict[bytes, list[int]] = {}
    for hit in hits:
        passage = hit.passage
        mark = _mark(hit.text, hit.question, hit.document.uri, passage.start, passage.kind, passage.exemptions)
        places = [exact[mark.exact]] if mark.exact in exact else []
        if mark.copied in copied:
            places.append(copied[mark.copied])
        before = min(places, default=len(kept))
        if mark.long:
            places += [at for at in numbered.get(mark.numbers, ()) if at < before and _alike(mark, kept[at][2])][:1]
        if places:
            first, others, _ = kept[min(places)]
            if first.passage.pid != passage.pid:
                others.append((hit.document.uri, passage.start, passage.end))
        elif most is None or len(kept) < most:
            exact.setdefault(mark.exact, len(kept))
            if mark.copied is not None:
                copied.setdefault(mark.copied, len(kept))
            if mark.long:
                numbered.setdefault(mark.numbers, []).append(len(kept))
            kept.append((hit, [], mark))
    return [(hit, others) for hit, others, _ in kept]


@dataclass(frozen=True, slots=True)
class _Mark:
    """What two hits are compared by: `exact` and `numbers` as digests. `copied`: words and codes, where figures tell
    nothing. `words` are those of a long text, else empty."""

    exact: bytes
    numbers: bytes
    copied: tuple[bytes, tuple[str, ...]] | None
    words: str

    @property
    def long(self) -> bool:
        return bool(self.words)


@lru_cache(maxsize=20_000)
def _mark(text: str, question: str | None, uri: str, start: int, kind: str, exemptions: tuple[str, ...]) -> _Mark:
    words = _WORD.findall(text.lower())
    long = len(words) >= _LONG
    asked = _WORD.findall((question or "").lower())
    joined = " ".join(words)
    exact = f"{' '.join(asked)} \n {joined}" if asked or long else f"{uri} {start}"
    same = signature(text) if long and kind in ("exemption", "other") else None
    copied = (same, tuple(sorted(exemptions))) if same else None
    numbers = " ".join(sorted(set(filter(str.isdigit, words))))
    return _Mark(_digest(exact), _digest(numbers), copied, joined if long else "")


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()


@lru_cache(maxsize=2048)
def _shingles(joined: str) -> frozenset[str]:
    words = joined.split(" ")
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _alike(one: _Mark, other: _Mark) -> bool:
    """Whether two long texts with the same numbers share four of five word quadruples."""
    ours, theirs = _shingles(one.words), _shingles(other.words)
    fewer, more = sorted((len(ours), len(theirs)))
    if fewer < _ALIKE * more:
        return False
    shared = len(ours & theirs)
    return bool(shared) and shared >= _ALIKE * (len(ours) + len(theirs) - shared)
