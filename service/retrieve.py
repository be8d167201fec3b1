"""Candidates of both indexes with their scores: by meaning and by words, fused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from indexer.columns import KINDS, Columns
from indexer.dense import Ids
from indexer.embed import Encoder, Vectors
from indexer.lexical import sought
from indexer.stored import Filters
from service.query import Query
from service.snapshot import Snapshot

DEPTH = 200
"""How many passages each index is asked for."""

DENSE_WEIGHT = 0.6
"""What the passage's cosine counts."""

LEXICAL_WEIGHT = 0.15
"""What the passage's own BM25 counts."""

LETTER_WEIGHT = 0.4
"""What the whole letter's BM25 counts. The three were chosen on SciFact's training queries (0.743 nDCG@10)."""

HIGHEST = DENSE_WEIGHT + LEXICAL_WEIGHT + LETTER_WEIGHT
"""The highest fused score there can be."""

_REPEATED_WEIGHT = -0.2
"""What boilerplate loses, beside its kind's own weight, where the query cannot mean it."""

_FACTUAL = frozenset({"how_many", "who", "when", "list", "yes_no", "which"})
_KIND_WEIGHT = {"answer": 0.0, "exemption": -0.02, "question": 0.0, "other": -0.1}
_PRIOR = np.array([_KIND_WEIGHT[kind] for kind in KINDS], np.float32)
_OTHER = KINDS.index("other")


class Scored(NamedTuple):
    """A passage number with its scores: `fused` sorts; `dense` is the cosine, `lexical` and `letter` raw BM25."""

    pid: int
    fused: float
    dense: float
    lexical: float
    letter: float


@dataclass(frozen=True, slots=True)
class Worded:
    """What the words alone find: passages and letters by their numbers, with raw BM25. `allowed` pass the filters.

    `vectors` are those of the passages, one row each: at hand when the query's own is.
    """

    allowed: Ids | None
    passages: tuple[Ids, Vectors]
    vectors: Vectors
    letters: tuple[Ids, Vectors]


def worded(snapshot: Snapshot, query: Query, filters: Filters) -> Worded:
    """What the words of `query` find, acronyms spelt out and phrases shortened among them."""
    return _worded(snapshot, [*sought(query.text), *(w for each in query.wordings for w in sought(each))], filters)


_scored: Callable[[tuple[object, ...]], Scored] = partial(tuple.__new__, Scored)
"""`Scored._make` without its check: hundreds are made for a query."""


def found(
    snapshot: Snapshot,
    encoder: Encoder,
    query: Query,
    filters: Filters,
    words: Worded | None = None,
    most: int | None = None,
) -> list[Scored]:
    """Every candidate passage for `query`, or the first `most`, best first.

    `words` are what `worded` gives, where it was asked before.

    Acronyms spelt out, and phrases shortened, count for the words, not for the meaning. Boilerplate is set back: page
    furniture copied from letter to letter, and, where a fact is asked for, copied reasons for refusing. Nothing is set
    back where reasons or exemptions are what is asked for.
    """
    words = words or worded(snapshot, query, filters)
    scores = _scores(snapshot, encoder.encode([query.text])[0], words)
    return [] if scores is None else _listed(scores, *_set_back(scores, query), most)


def by_words(snapshot: Snapshot, query: Query, words: Worded) -> list[Scored]:
    """What the words of `query` find, best first, by their scores alone; boilerplate is set back as `found` does."""
    pids, bm25 = words.passages
    order = np.argsort(pids)
    of = snapshot.places.of(pids[order])
    if not len(of.pids):
        return []
    lexical = bm25[order][np.isin(pids[order], of.pids, assume_unique=True)]
    letter = _by_number(*words.letters, of.versions)
    fused = LEXICAL_WEIGHT * _min_max(lexical) + LETTER_WEIGHT * _share(letter) + _PRIOR[of.kinds]
    scores = _Scores(of, fused, np.zeros_like(lexical), lexical, letter)
    return _listed(scores, *_set_back(scores, query))


def _set_back(scores: _Scores, query: Query) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """The fused scores, boilerplate set back where the query cannot mean it, and their order, best first."""
    fused = scores.fused.astype(np.float64)
    order = np.argsort(-scores.fused, kind="stable")
    if query.form not in ("why", "exemption") and not query.exemptions:
        meant = scores.of.copied if query.form in _FACTUAL else scores.of.copied & (scores.of.kinds == _OTHER)
        if meant.any():
            fused[meant] += _REPEATED_WEIGHT
            order = order[np.argsort(-fused[order], kind="stable")]
    return fused, order


def retrieve(snapshot: Snapshot, vector: Vectors, words: Sequence[str], filters: Filters) -> list[Scored]:
    """Candidates of both indexes with every score each has, best fused score first.

    Dense and lexical scores are scaled to 0..1 over the candidates (min-max) and combined convexly; the letter's own
    score and a prior on the kind of passage are added.
    """
    scores = _scores(snapshot, vector, _worded(snapshot, words, filters))
    return [] if scores is None else _listed(scores, scores.fused, np.argsort(-scores.fused, kind="stable"))


@dataclass(frozen=True, slots=True)
class _Scores:
    """One entry a candidate in each: what it is, and what it scored."""

    of: Columns
    fused: Vectors
    dense: Vectors
    lexical: Vectors
    letter: Vectors


def _worded(snapshot: Snapshot, words: Sequence[str], filters: Filters) -> Worded:
    allowed = snapshot.store.matching(filters, snapshot.at) if filters else None
    passages = snapshot.lexical.search(words, DEPTH, allowed)
    return Worded(allowed, passages, snapshot.dense.vectors(passages[0]), snapshot.lexical.letters(words, DEPTH))


def _scores(snapshot: Snapshot, vector: Vectors, words: Worded) -> _Scores | None:
    near, cosines = snapshot.dense.search(vector, DEPTH, words.allowed)
    found, bm25 = words.passages
    pids = np.sort(np.concatenate([near, found]))
    if not len(pids):
        return None
    pids = pids[np.append(pids[1:] != pids[:-1], True)]
    of = snapshot.places.of(pids)
    if not len(of.pids):
        return None
    lexical, dense = np.zeros((2, len(pids)), np.float32)
    at = np.searchsorted(pids, found)
    lexical[at], dense[at] = bm25, words.vectors @ vector
    dense[np.searchsorted(pids, near)] = cosines
    if len(of.pids) < len(pids):
        kept = np.isin(pids, of.pids, assume_unique=True)
        lexical, dense = lexical[kept], dense[kept]
    letter = _by_number(*words.letters, of.versions)
    prior = _PRIOR[of.kinds]
    fused = DENSE_WEIGHT * _min_max(dense) + LEXICAL_WEIGHT * _min_max(lexical) + LETTER_WEIGHT * _share(letter) + prior
    return _Scores(of, fused, dense, lexical, letter)


def _by_number(numbers: Ids, scores: Vectors, wanted: Ids) -> Vectors:
    """The score of each of `wanted`, 0 where it has none."""
    if not len(numbers):
        return np.zeros(len(wanted), np.float32)
    order = np.argsort(numbers, kind="stable")
    at = order[np.minimum(np.searchsorted(numbers[order], wanted), len(numbers) - 1)]
    return np.where(numbers[at] == wanted, scores[at], np.float32(0.0))


def _listed(
    scores: _Scores, fused: Vectors | npt.NDArray[np.float64], order: npt.NDArray[np.intp], most: int | None = None
) -> list[Scored]:
    order = order[:most]
    columns = (scores.of.pids, fused, scores.dense, scores.lexical, scores.letter)
    return list(map(_scored, zip(*(column[order].tolist() for column in columns), strict=True)))


def _min_max(scores: Vectors) -> Vectors:
    low, high = scores.min(), scores.max()
    return np.zeros_like(scores) if high <= low else (scores - low) / (high - low)


def _share(scores: Vectors) -> Vectors:
    return scores / scores.max() if scores.max() > 0 else scores
