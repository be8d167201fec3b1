"""The calibration measures: errors of known size, and a fit that finds the weights it was made with."""

from __future__ import annotations

import numpy as np
import pytest

from eval.calibration import bins, calibration_error, chances, fitted, held_out, right, risks
from service.candidate import Answer, Citation, Origin

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


LABEL = {
    "outcome": "disclosed",
    "answer": "4",
    "value": 4,
    "document": "a.txt",
    "evidence": [{"quote": "4", "occurrence": 2}],
}


@pytest.mark.parametrize(
    ("uri", "start", "said", "want"),
    [
        ("x/a.txt", 6, "4", True),
        ("x/a.txt", 0, "4", False),
        ("x/b.txt", 6, "4", False),
        ("x/a.txt", 6, "14", False),
    ],
)
def test_a_draft_is_right_at_its_place_and_in_its_words(uri: str, start: int, said: str, want: bool) -> None:
    cited = Citation(uri, start, start + 1, None, None, "4", Origin("1", uri))
    given = Answer("disclosed", said, None, None, 0.9, (cited,), (), ())
    assert right(LABEL, given, {uri: "4 and 4"}) is want
    assert not right({"outcome": "not_found"}, given, {uri: "4 and 4"})
