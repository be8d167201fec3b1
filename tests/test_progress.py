"""A long evaluation goes on where it stopped, and never behind another run's results."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
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


SLOW = """
import json, sys, time
from pathlib import Path
from eval.progress import resumed

def work(text):
    with open(sys.argv[2], "a") as log:
        log.write(text + "\\n")
    time.sleep(0.03)
    return text.upper()

print(json.dumps(resumed(Path(sys.argv[1]), {}, [(str(n), f"t{n}") for n in range(40)], work)))
"""


def test_killed_again_and_again_it_ends_with_every_result(tmp_path: Path) -> None:
    """SIGKILL in the middle, three times: only what was in hand at a kill is done a second time."""
    log, command = tmp_path / "log", [sys.executable, "-c", SLOW, str(tmp_path / "going"), str(tmp_path / "log")]
    kills = 0
    for enough in (5, 14, 27):
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
        while not log.exists() or len(log.read_text().splitlines()) < enough:
            assert running.poll() is None, "it ended before it was killed"
            time.sleep(0.005)
        os.kill(running.pid, signal.SIGKILL)
        kills += running.wait() == -signal.SIGKILL
    assert kills == 3
    ended = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    assert json.loads(ended.stdout) == {str(n): f"T{n}" for n in range(40)}
    assert "of 40 were done already" in ended.stderr
    done = log.read_text().splitlines()
    assert set(done) == {f"t{n}" for n in range(40)} and 40 <= len(done) <= 43
