"""Whether probabilities are what they say: reliability bins, expected calibration error, risk by coverage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same chance: from `low` up, how many, their mean chance and the share that is right."""

    low: float
    count: int
    mean: float
    share: float


def bins(chance: Floats, truth: Floats) -> list[Bin]:
    """The non-empty ones of ten even bins."""
    places = np.minimum((chance * BINS).astype(int), BINS - 1)
    return [
        Bin(i / BINS, int(inside.sum()), float(chance[inside].mean()), float(truth[inside].mean()))
        for i in range(BINS)
        if (inside := places == i).any()
    ]


def calibration_error(chance: Floats, truth: Floats) -> float:
    """Expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015): |mean chance - share right| over ten even
    bins, weighted by their size."""
    return sum(abs(one.mean - one.share) * one.count for one in bins(chance, truth)) / len(truth)


def brier(chance: Floats, truth: Floats) -> float:
    return float(np.mean((chance - truth) ** 2))


def log_loss(chance: Floats, truth: Floats) -> float:
    safe = np.clip(chance, 1e-6, 1 - 1e-6)
    return float(-np.mean(truth * np.log(safe) + (1 - truth) * np.log(1 - safe)))


def area(chance: Floats, truth: Floats) -> float:
    """Area under the receiver's curve: how often a right answer has a higher chance than a wrong one, ties half.

    0.5 where all are right or all wrong, and there is nothing to tell apart.
    """
    right, wrong = chance[truth > 0.5], chance[truth <= 0.5]
    if not len(right) or not len(wrong):
        return 0.5
    above = (right[:, None] > wrong).mean() + 0.5 * (right[:, None] == wrong).mean()
    return float(above)


def risk_curve(chance: Floats, truth: Floats) -> Floats:
    """Of the n surest answers, n from 1 to all, the share that is wrong (El-Yaniv and Wiener, JMLR 2010)."""
    wrong = 1 - truth[np.argsort(-chance, kind="stable")]
    return np.asarray(np.cumsum(wrong) / np.arange(1, len(truth) + 1))


def risks(chance: Floats, truth: Floats) -> list[tuple[float, float]]:
    """(coverage, risk) at a few coverages."""
    wrong = risk_curve(chance, truth)
    return [(c, float(wrong[max(0, round(c * len(truth)) - 1)])) for c in (0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.0)]
