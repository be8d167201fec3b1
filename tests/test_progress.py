"""A long evaluation goes on where it stopped, and never behind another run's results."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import FoiError
from eval.progress import resumed

ITEMS = [("q1", "one"), ("q2", "two"), ("q3", "three")]


def test_what_was_done_is_not_done_again(tmp_path: Path) -> None:
    asked: list[str] = []

    def work(text: str) -> list[str]:
        asked.append(text)
        if text == "three" and asked.count("three") == 1:
            raise FoiError("the service went away")
        return [text.upper()]

    with pytest.raises(FoiError, match="went away"):
        resumed(tmp_path / "going", {"k": 1}, ITEMS, work)
    found = resumed(tmp_path / "going", {"k": 1}, ITEMS, work)
    assert found == {"q1": ["ONE"], "q2": ["TWO"], "q3": ["THREE"]}
    assert asked == ["one", "two", "three", "three"]


def test_a_line_cut_short_by_a_kill_is_done_again(tmp_path: Path) -> None:
    resumed(tmp_path / "going", {}, ITEMS, str.upper)
    whole = (tmp_path / "going").read_bytes()
    for cut in (1, 5, len(whole) - 3):
        (tmp_path / "going").write_bytes(whole[:-cut])
        assert resumed(tmp_path / "going", {}, ITEMS, str.upper) == {"q1": "ONE", "q2": "TWO", "q3": "THREE"}
        assert (tmp_path / "going").read_bytes() == whole


def test_another_run_s_results_are_not_taken(tmp_path: Path) -> None:
    resumed(tmp_path / "going", {"k": 1}, ITEMS, str.upper)
    for settings, items in (({"k": 2}, ITEMS), ({"k": 1}, ITEMS[:2])):
        with pytest.raises(FoiError, match="holds what another run found"):
            resumed(tmp_path / "going", settings, items, str.upper)
    (tmp_path / "going").write_text("something else\n")
    with pytest.raises(FoiError, match="holds what another run found"):
        resumed(tmp_path / "going", {"k": 1}, ITEMS, str.upper)
