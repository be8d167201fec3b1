"""A logistic regression with few features and few examples, fitted and judged on documents it was not fitted to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from eval.reliability import Floats

FOLDS = 8
PENALTIES = (0.3, 1.0, 3.0, 10.0, 30.0)
"""Ridge penalties on standardised weights, of which the one with the least held-out log loss is taken."""


def fitted(features: Floats, truth: Floats, penalty: float) -> Floats:
    """Weights of a ridge-penalised logistic regression, the bias first, by Newton's method; features standardised."""
    centre, scale = features.mean(0), features.std(0)
    scale = np.where(scale > 1e-9, scale, np.inf)  # a feature that never varies says nothing
    x = np.column_stack([np.ones(len(features)), (features - centre) / scale])
    ridge = np.diag([0.0, *[penalty] * features.shape[1]])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = chances(x, w)
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge + 1e-9 * np.eye(len(w)), x.T @ (truth - p) - ridge @ w)
        w = w + step
        if np.abs(step).max() < 1e-9:
            break
    plain = w[1:] / scale
    return np.concatenate([[w[0] - plain @ centre], plain])


def chances(x: Floats, weights: Floats) -> Floats:
    """The logistic of each row of `x` (its first column ones) weighted."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ weights, -30, 30))))


def held_out(features: Floats, truth: Floats, groups: Sequence[str], penalty: float) -> Floats:
    """Chances of each example by weights fitted to the other groups' folds."""
    folds = {group: i % FOLDS for i, group in enumerate(sorted(set(groups), key=lambda g: (_spread(g), g)))}
    fold = np.array([folds[g] for g in groups])
    out = np.zeros(len(truth))
    for i in sorted(set(fold.tolist())):
        test = fold == i
        weights = fitted(features[~test], truth[~test], penalty)
        out[test] = chances(np.column_stack([np.ones(test.sum()), features[test]]), weights)
    return out


def _spread(text: str) -> int:
    """A number that spreads names evenly and is the same in every process."""
    value = 0
    for letter in text:
        value = (value * 31 + ord(letter)) % 1_000_003
    return value
