"""Candidates of both indexes with their scores: by meaning and by words, fused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

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

REPEATED = 4
"""In so many documents a text stands before it counts as boilerplate."""

_REPEATED_WEIGHT = -0.2
"""What boilerplate loses, beside its kind's own weight, where the query cannot mean it."""

_FACTUAL = frozenset({"how_many", "who", "when", "list", "yes_no", "which"})
_KIND_WEIGHT = {"answer": 0.0, "exemption": -0.02, "question": 0.0, "other": -0.15}


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage number with its scores: `fused` sorts; `dense` is the cosine, `lexical` and `letter` raw BM25."""

    pid: int
    fused: float
    dense: float
    lexical: float
    letter: float


def found(snapshot: Snapshot, encoder: Encoder, query: Query, filters: Filters) -> list[Scored]:
    """Every candidate passage for `query`, best first.

    Acronyms spelt out, and phrases shortened, count for the words, not for the meaning.
    """
    words = [*sought(query.text), *(term for wording in query.wordings for term in sought(wording))]
    scored = retrieve(snapshot, encoder.encode([query.text])[0], words, filters)
    return _unrepeated(snapshot, query, scored)


def _unrepeated(snapshot: Snapshot, query: Query, scored: Sequence[Scored]) -> list[Scored]:
    """`scored` with boilerplate set back: page furniture copied from letter to letter, and, where a fact is asked
    for, copied reasons for refusing. Nothing is set back where reasons or exemptions are what is asked for."""
    if query.form in ("why", "exemption") or query.exemptions:
        return list(scored)
    copied = snapshot.store.repeated((one.pid for one in scored), snapshot.at, REPEATED)
    if query.form not in _FACTUAL:
        places = snapshot.store.places(copied)
        copied = {pid for pid, (_, kind) in places.items() if kind == "other"}
    set_back = [replace(one, fused=one.fused + _REPEATED_WEIGHT) if one.pid in copied else one for one in scored]
    return sorted(set_back, key=lambda one: -one.fused)


def retrieve(snapshot: Snapshot, vector: Vectors, words: Sequence[str], filters: Filters) -> list[Scored]:
    """Candidates of both indexes with every score each has, best fused score first.

    Dense and lexical scores are scaled to 0..1 over the candidates (min-max) and combined convexly; the letter's own
    score and a prior on the kind of passage are added.
    """
    allowed = snapshot.store.matching(filters, snapshot.at) if filters else None
    near, _ = snapshot.dense.search(vector, DEPTH, allowed)
    worded, bm25 = snapshot.lexical.search(words, DEPTH, allowed)
    pids = np.union1d(near, worded)
    if not len(pids):
        return []
    dense = snapshot.dense.scores(vector, pids)
    lexical = np.zeros(len(pids), np.float32)
    lexical[np.searchsorted(pids, worded)] = bm25
    versions, letter_bm25 = snapshot.lexical.letters(words, DEPTH)
    letters = dict(zip(versions.tolist(), letter_bm25.tolist(), strict=True))
    places = snapshot.store.places(pids.tolist())
    held = np.array([p in places for p in pids.tolist()])
    pids, dense, lexical = pids[held], dense[held], lexical[held]
    if not len(pids):
        return []
    letter = np.array([letters.get(places[p][0], 0.0) for p in pids.tolist()], np.float32)
    prior = np.array([_KIND_WEIGHT.get(places[p][1], 0.0) for p in pids.tolist()], np.float32)
    fused = DENSE_WEIGHT * _min_max(dense) + LEXICAL_WEIGHT * _min_max(lexical) + LETTER_WEIGHT * _share(letter) + prior
    order = np.argsort(-fused, kind="stable")
    return [Scored(int(pids[i]), float(fused[i]), float(dense[i]), float(lexical[i]), float(letter[i])) for i in order]


def _min_max(scores: Vectors) -> Vectors:
    low, high = scores.min(), scores.max()
    return np.zeros_like(scores) if high <= low else (scores - low) / (high - low)


def _share(scores: Vectors) -> Vectors:
    return scores / scores.max() if scores.max() > 0 else scores
