"""Reliability of probabilities: errors of known size, and a fit that finds the weights it was made with."""

from __future__ import annotations

import numpy as np
import pytest

from eval.logistic import chances, fitted, held_out
from eval.reliability import area, bins, brier, calibration_error, log_loss, risk_curve, risks

TRUTH = np.array([1.0, 0.0, 1.0, 1.0])


def test_the_error_is_the_gap_between_chance_and_share() -> None:
    assert calibration_error(np.full(4, 0.75), TRUTH) == pytest.approx(0.0)
    assert calibration_error(np.full(4, 0.95), TRUTH) == pytest.approx(0.2)
    assert [(b.low, b.count, b.share) for b in bins(np.array([0.05, 0.06, 1.0, 1.0]), TRUTH)] == [
        (0.0, 2, 0.5),
        (0.9, 2, 1.0),
    ]


def test_risk_falls_where_the_surest_are_right() -> None:
    found = dict(risks(np.array([0.9, 0.1, 0.8, 0.7]), TRUTH))
    assert (found[0.8], found[1.0]) == (0.0, 0.25)


def test_a_sure_mistake_costs_most() -> None:
    assert brier(np.array([1.0, 0.5, 1.0, 1.0]), TRUTH) == pytest.approx(0.25 / 4)
    assert log_loss(np.array([1.0, 1.0, 1.0, 1.0]), TRUTH) > log_loss(np.array([1.0, 0.5, 1.0, 1.0]), TRUTH)
    assert risk_curve(np.array([0.1, 0.9, 0.2, 0.3]), TRUTH).tolist() == pytest.approx([1.0, 0.5, 1 / 3, 0.25])


def test_the_area_is_how_often_right_is_above_wrong() -> None:
    assert area(np.array([0.9, 0.1, 0.8, 0.7]), TRUTH) == 1.0
    assert area(np.array([0.9, 0.8, 0.8, 0.7]), TRUTH) == pytest.approx((1 + 0.5 + 0) / 3)
    assert area(np.full(4, 0.5), TRUTH) == area(TRUTH, np.ones(4)) == 0.5


def test_a_fit_finds_the_weights_that_made_the_data() -> None:
    rng = np.random.default_rng(7)
    x = rng.normal(size=(4000, 2))
    truth = (rng.random(4000) < chances(np.column_stack([np.ones(4000), x]), np.array([0.5, 2.0, -1.0]))).astype(float)
    assert fitted(x, truth, 0.1) == pytest.approx([0.5, 2.0, -1.0], abs=0.2)
    held = held_out(x, truth, [str(i % 50) for i in range(4000)], 1.0)
    assert calibration_error(held, truth) < 0.03


def test_a_feature_that_never_varies_weighs_nothing() -> None:
    x = np.column_stack([np.array([0.0, 1.0, 0.0, 1.0]), np.ones(4)])
    assert fitted(x, np.array([0.0, 1.0, 1.0, 1.0]), 1.0)[2] == 0.0
