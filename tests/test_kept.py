"""Results kept."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from corpus.document import FoiError
from service.kept import Kept


def test_a_result_is_made_once_while_it_is_kept() -> None:
    kept: Kept[str, str] = Kept(2)
    made: list[str] = []

    def get(key: str) -> str:
        return kept.get(key, lambda: made.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [get(key) for key in "abacab"] == list("ABACAB")
    assert made == list("abcb")
    assert (kept.hits, kept.misses) == (2, 4)
    assert kept.peek("a") == "A" and kept.peek("c") is None


def test_all_who_ask_at_once_get_the_one_that_is_made() -> None:
    kept: Kept[str, int] = Kept(9)
    going, made = threading.Event(), []

    def make() -> int:
        made.append(1)
        assert going.wait(10)
        return len(made)

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(kept.get, "x", make) for _ in range(8)]
        going.set()
        assert [one.result(timeout=10) for one in asked] == [1] * 8
    assert len(made) == 1


def test_a_failure_reaches_all_who_wait_and_is_not_kept() -> None:
    kept: Kept[str, int] = Kept(9)

    def fail() -> int:
        raise FoiError("no")

    for _ in range(2):
        with pytest.raises(FoiError, match="no"):
            kept.get("x", fail)
    assert kept.get("x", lambda: 3) == 3
