"""The odds of an answer in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.odds import odds


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (0.97, "very likely right: more than 9 in 10 "),
        (0.88, "very likely right: about 9 in 10 "),
        (0.72, "likely right: about 7 in 10 "),
        (0.5531, "more likely right than not: about 6 in 10 "),
        (0.5, "as likely wrong as right: about 5 in 10 "),
        (0.41, "more likely wrong than right: about 4 in 10 "),
        (0.0, "more likely wrong than right: fewer than 1 in 10 "),
    ],
)
def test_the_words_and_the_share_agree(confidence: float, said: str) -> None:
    assert odds(confidence) == said + "answers like this were right when tested"


@given(st.floats(0, 1))
def test_the_share_is_the_confidence(confidence: float) -> None:
    share = re.search(r"(\d) in 10", odds(confidence))
    assert share and abs(int(share[1]) / 10 - confidence) <= 0.1 + 1e-9
    assert ("wrong than" in odds(confidence)) == (int(share[1]) < 5)
