"""Measures against numbers worked out by hand, and a missing query that costs its share."""

from __future__ import annotations

from math import log2

import pytest

from corpus.document import FoiError
from eval.measures import MEASURES, scored
from eval.runs import ranked

QRELS = {"q1": {"a": 1, "b": 1}, "q2": {"c": 2, "d": 1}, "q3": {"e": 1}}
RUN = {"q1": ranked(["x", "a", "b"]), "q2": ranked(["d", "c"])}


def test_the_figures_are_those_worked_out_by_hand() -> None:
    values = scored(QRELS, RUN).values
    assert values["RR@10"] == pytest.approx({"q1": 0.5, "q2": 1.0, "q3": 0.0})
    assert values["P@1"] == {"q1": 0.0, "q2": 1.0, "q3": 0.0}
    assert values["R@1"] == {"q1": 0.0, "q2": 0.5, "q3": 0.0}
    assert values["AP"] == pytest.approx({"q1": (1 / 2 + 2 / 3) / 2, "q2": 1.0, "q3": 0.0})
    ideal = 1 + 1 / log2(3)
    assert values["nDCG@10"]["q1"] == pytest.approx((1 / log2(3) + 1 / log2(4)) / ideal)
    assert values["nDCG@10"]["q2"] == pytest.approx((1 + 2 / log2(3)) / (2 + 1 / log2(3)))


def test_a_query_that_the_run_lacks_scores_zero_and_counts() -> None:
    assert scored(QRELS, RUN).means["P@1"] == pytest.approx(1 / 3)
    assert scored(QRELS, {}).means == dict.fromkeys(MEASURES, 0.0)
    assert all(
        row.keys() == QRELS.keys() for row in scored(QRELS, RUN | {"q3": {}, "other": {"a": 1.0}}).values.values()
    )


def test_nothing_judged_is_an_error() -> None:
    with pytest.raises(FoiError, match="no query is judged"):
        scored({}, RUN)
