"""Whether a difference is more than luck of the queries: bootstrap intervals and a paired randomisation test.

Smucker, Allan and Carterette (CIKM 2007) compare such tests for retrieval and recommend randomisation and the
bootstrap. Both are seeded: the same values give the same figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.document import FoiError

Floats = npt.NDArray[np.float64]

RESAMPLES = 10_000
LEVEL = 0.95
_AT_ONCE = 4_000_000
"""Numbers drawn at a time, so that many queries do not fill the memory."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with its bootstrap confidence interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


@dataclass(frozen=True, slots=True)
class Difference:
    """What `ours` has over `theirs` a query: the mean with its interval, and how often chance alone gives as much.

    `p` is two-sided, of the paired randomisation test. `better`, `worse` and `same` count queries.
    """

    mean: float
    low: float
    high: float
    p: float
    better: int
    worse: int
    same: int


def interval(values: Sequence[float] | Floats, seed: int = 0) -> Interval:
    """The mean of `values` with its percentile bootstrap interval (Efron 1979), 95 %."""
    data = np.asarray(values, dtype=np.float64)
    if not len(data):
        raise FoiError("there is nothing to average: no query was scored")
    low, high = np.quantile(_means(data, seed), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(data.mean()), float(low), float(high))


def difference(ours: Mapping[str, float], theirs: Mapping[str, float], seed: int = 0) -> Difference:
    """`ours` against `theirs` on the same queries. Raises FoiError where they are not the same."""
    if ours.keys() != theirs.keys():
        odd = sorted(ours.keys() ^ theirs.keys())
        raise FoiError(f"the two were scored on different queries (the query {odd[0]}): score both again")
    gaps = np.array([ours[query] - theirs[query] for query in ours])
    gaps[np.abs(gaps) < 1e-12] = 0.0
    about = interval(gaps, seed)
    counts = [int((gaps > 0).sum()), int((gaps < 0).sum()), int((gaps == 0).sum())]
    return Difference(about.mean, about.low, about.high, randomisation(gaps, seed), *counts)


def randomisation(gaps: Floats, seed: int = 0) -> float:
    """The share of random sign flips of `gaps` whose mean is at least as far from 0: Fisher's paired test, two-sided.

    Exact where there are few enough gaps that every flip can be tried, else `RESAMPLES` of them, the observed one
    counted among them, so that p is never 0.
    """
    moved = np.abs(gaps[gaps != 0])
    if not len(moved):
        return 1.0
    observed = abs(float(gaps.sum())) - 1e-12
    if len(moved) <= 13:
        signs = 1 - 2.0 * ((np.arange(2 ** len(moved))[:, None] >> np.arange(len(moved))) & 1)
        return float((np.abs(signs @ moved) >= observed).mean())
    draw, hits, left = np.random.default_rng(seed), 0, RESAMPLES
    while left:
        rows = min(left, max(1, _AT_ONCE // len(moved)))
        signs = 1 - 2.0 * draw.integers(0, 2, (rows, len(moved)), dtype=np.int8)
        hits += int((np.abs(signs @ moved) >= observed).sum())
        left -= rows
    return (hits + 1) / (RESAMPLES + 1)


def holm(ps: Sequence[float]) -> list[float]:
    """p values adjusted for how many comparisons were made (Holm 1979), in the order given."""
    adjusted, highest = [0.0] * len(ps), 0.0
    for at, one in enumerate(sorted(range(len(ps)), key=lambda i: ps[i])):
        highest = max(highest, min(1.0, (len(ps) - at) * ps[one]))
        adjusted[one] = highest
    return adjusted


def _means(data: Floats, seed: int) -> Floats:
    draw, found, left = np.random.default_rng(seed), [], RESAMPLES
    while left:
        rows = min(left, max(1, _AT_ONCE // len(data)))
        found.append(data[draw.integers(0, len(data), (rows, len(data)))].mean(1))
        left -= rows
    return np.concatenate(found)
