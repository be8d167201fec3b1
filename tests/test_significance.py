"""Intervals that hold the mean as often as they say, and a test that is exact where it can be."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import FoiError
from eval.significance import difference, holm, interval, randomisation


def test_intervals_hold_the_mean_as_often_as_they_say() -> None:
    draw = np.random.default_rng(3)
    held = 0
    for n in range(120):
        about = interval((draw.random(40) < 0.7).astype(float), seed=n)
        held += about.low <= 0.7 <= about.high
    assert 0.88 <= held / 120 <= 0.99


def test_the_same_values_give_the_same_interval() -> None:
    assert interval([0, 1, 1, 0.5]) == interval([0, 1, 1, 0.5])
    assert str(interval([1.0, 1.0])) == "1.000 [1.000, 1.000]"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([-1.0, -0.5, 0.0, 0.25, 1.0]), min_size=1, max_size=9))
def test_few_differences_are_tested_exactly(gaps: list[float]) -> None:
    flips = [abs(sum(s * g for s, g in zip(signs, gaps, strict=True))) for signs in product((1, -1), repeat=len(gaps))]
    wanted = np.mean([one >= abs(sum(gaps)) - 1e-9 for one in flips])
    assert randomisation(np.array(gaps)) == pytest.approx(wanted)


def test_a_difference_that_is_there_is_found_and_noise_is_not() -> None:
    draw = np.random.default_rng(5)
    noise = {str(i): float(v) for i, v in enumerate(draw.normal(size=200))}
    lifted = {query: value + 0.5 + draw.normal() * 0.5 for query, value in noise.items()}
    found = difference(lifted, noise)
    assert found.p < 0.001 and found.low > 0.4 and found.high < 0.6
    shuffled = dict(zip(noise, draw.permutation(list(noise.values())), strict=True))
    assert difference(shuffled, noise).p > 0.2
    assert (difference(noise, noise).p, difference(noise, noise).same) == (1.0, 200)


def test_different_queries_cannot_be_paired() -> None:
    with pytest.raises(FoiError, match="different queries"):
        difference({"a": 1.0}, {"b": 1.0})


def test_many_comparisons_are_paid_for() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.6, 0.7]) == [1.0, 1.0]
