"""How near vectors lie to each other: what made-up ones must have in common with real ones to stand in for them.

Inverted lists and graphs lose neighbours by how the vectors lie, so recall measured on made-up vectors says something
only where these cosines are about those of real passages and questions, at the same number of them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from corpus.document import FoiError
from eval.command import read_queries
from indexer.embed import Vectors
from service.index import Index

LEAST = 200
"""Passages of which a hundredth nearest still tells something."""
_PICKED = 400
_PARTS = (0.1, 0.5, 0.9)

Cosines = dict[str, tuple[float, float, float]]
"""What lies beside what → the first tenth, the median and the last tenth of the cosines."""


def cosines(held: Vectors, asked: Vectors) -> Cosines:
    """Of questions to their 1st, 10th and 100th nearest passage, of passages to their 1st and 10th nearest other one,
    and of any two passages; `held` and `asked` are unit vectors, `held` at least LEAST of them."""
    draw = np.random.default_rng(0)
    of_asked = -np.sort(-(asked[:_PICKED] @ held.T), axis=1)
    picked = held[draw.choice(len(held), min(_PICKED, len(held)), replace=False)]
    of_picked = -np.sort(-(picked @ held.T), axis=1)  # the first is the passage itself
    one, other = draw.integers(0, len(held), (2, 20_000))
    columns = {
        "question to nearest passage": of_asked[:, 0],
        "to 10th": of_asked[:, 9],
        "to 100th": of_asked[:, 99],
        "passage to nearest other": of_picked[:, 1],
        "passage to 10th": of_picked[:, 10],
        "two at random": np.einsum("ij,ij->i", held[one], held[other]),
    }
    return {name: _parts(values) for name, values in columns.items()}


def _parts(values: Vectors) -> tuple[float, float, float]:
    low, middle, high = np.quantile(values, _PARTS).tolist()
    return low, middle, high


def real(data: Path, queries: Path) -> tuple[Vectors, Vectors]:
    """The vectors of the passages indexed in `data` and of the questions in `queries`.

    Raises FoiError where there are too few to be compared with.
    """
    texts = list(read_queries(queries).values())[:_PICKED]
    index = Index(data)
    snapshot = index.snapshot()
    held = [vector for _, vector in snapshot.store.embedded(snapshot.stamp.model, None)]
    if len(held) < LEAST:
        raise FoiError(f"{data} holds {len(held)} passages, too few to compare vectors with: index {LEAST} or more")
    return np.stack(held), np.concatenate([index.encoder.encode([text]) for text in texts])
