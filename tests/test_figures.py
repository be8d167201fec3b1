"""Everything measured by one command: a step that fails is told, the others go on, and so does the next call."""

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
from eval import figures
from eval.figures import Marks, Step, main, measured, million, steps
from eval.headlines import HEADLINES
from eval.kept import Kept, keep, kept, made
from eval.report import MARKS

ROW = {"document": "letter.txt", "exemptions": [], "lines": [{"from": 1, "to": 1, "kind": "question"}], "pairs": []}


@pytest.fixture
def labels(tmp_path: Path) -> tuple[str, ...]:
    """Arguments of a step that takes two seconds and keeps a result."""
    (tmp_path / "letter.txt").write_text("1. How many bins do you own?\n", encoding="utf-8")
    (tmp_path / "sections.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return ("sections", "--docs", str(tmp_path), "--gold", str(tmp_path))


@pytest.fixture(autouse=True)
def unchanging(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits the code while the tests run does not fail them."""
    monkeypatch.setattr(figures, "source", lambda: "this code")


BROKEN = ("sections", "--gold", "/nowhere")


def test_a_step_that_fails_is_told_and_the_others_go_on(
    labels: tuple[str, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = [
        Step(BROKEN, "broken"),
        Step(("index", "/nowhere", "--data", str(tmp_path / "d")), module="service.cli", makes="gone"),
        Step(("answers", "--data", str(tmp_path / "d")), "answers-gone", needs=("gone",)),
        Step(labels, "good"),
    ]
    assert measured(plan, tmp_path / "kept", tmp_path / "work", 60) == ["broken", "index-gone", "answers-gone"]
    assert kept(tmp_path / "kept" / "good.json").figures["line_accuracy"] == 1.0
    said = capfd.readouterr().err
    assert "[ 1/4]" in said and "broken: FAILED, exit status 2" in said and "/nowhere/sections.jsonl" in said
    assert "answers-gone: FAILED, needs the index of gone" in said and "good: made" in said and "minutes in all" in said
    assert "line_accuracy" in (tmp_path / "work" / "logs" / "good.log").read_text()


def test_given_again_it_goes_on_and_after_the_end_it_measures_anew(
    labels: tuple[str, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    results, work, good = tmp_path / "kept", tmp_path / "work", Step(labels, "good")
    assert measured([good, Step(BROKEN, "broken")], results, work, 60) == ["broken"]
    first = (results / "good.json").stat().st_mtime_ns
    assert measured([good, Step(labels, "other")], results, work, 60) == []
    assert "1 results of this very code are kept" in capfd.readouterr().err
    assert (results / "good.json").stat().st_mtime_ns == first
    assert measured([good], results, work, 60) == []
    assert (results / "good.json").stat().st_mtime_ns > first


def test_code_that_changes_meanwhile_is_told(
    labels: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    codes = iter(["before", "after"])
    monkeypatch.setattr(figures, "source", lambda: next(codes))
    assert measured([Step(labels, "good")], tmp_path / "kept", tmp_path / "work", 60) == ["good"]
    assert "good: FAILED, the code changed meanwhile" in capfd.readouterr().err


def test_a_step_that_hangs_is_stopped(labels: tuple[str, ...], tmp_path: Path) -> None:
    assert measured([Step(labels, "good")], tmp_path / "kept", tmp_path / "work", 0.2) == ["good"]
    assert not (tmp_path / "kept" / "good.json").exists()


def test_marks_are_of_one_code_and_of_the_very_result(tmp_path: Path) -> None:
    step = Step(("sections",), "sections-samples")
    keep(tmp_path / "sections-samples.json", made("sections-samples", {"a": 1.0}))
    Marks(tmp_path / "made", tmp_path, "abc").set(step)
    assert Marks(tmp_path / "made", tmp_path, "abc").done(step)
    assert not Marks(tmp_path / "made", tmp_path, "abd").done(step)
    keep(tmp_path / "sections-samples.json", Kept("sections-samples", {"a": 2.0}))
    assert not Marks(tmp_path / "made", tmp_path, "abc").done(step)


def test_what_other_code_left_half_way_is_forgotten(labels: tuple[str, ...], tmp_path: Path) -> None:
    left = [tmp_path / "work" / "letters.going", tmp_path / "work" / "scifact" / "test.part"]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}\n")
    (tmp_path / "work" / "code").write_text("older")
    assert measured([Step(labels, "good")], tmp_path / "kept", tmp_path / "work", 60) == []
    assert not any(path.exists() for path in left)


def test_the_command_ends_non_zero_and_still_writes_the_report(
    labels: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"{MARKS[0]}\n{MARKS[1]}\n")
    monkeypatch.setattr(figures, "steps", lambda work, shared: [Step(labels, "sections-samples"), Step(BROKEN, "b")])
    options = ["--results", str(tmp_path / "kept"), "--work", str(tmp_path / "work"), "--readme", str(readme)]
    with pytest.raises(FoiError, match="not made: b; the rest is kept"):
        main(options)
    assert (tmp_path / "kept" / "report.html").exists() and "lines 1.000" in readme.read_text()
    with pytest.raises(FoiError, match="there is no result 'luck'; there are sections-samples, b"):
        main([*options, "--only", "luck"])
    assert main([*options, "--only", "sections-samples"]) == 0


def test_killed_it_leaves_nothing_running_and_goes_on(tmp_path: Path) -> None:
    """`kill` in the middle of a step: the step's process ends with it, and the next call makes what is left."""
    options = ["--shared", str(tmp_path / "nowhere"), "--results", str(tmp_path / "kept")]
    options += ["--work", str(tmp_path / "work"), "--only", "sections-samples", "answers-samples"]
    command = [sys.executable, "-m", "eval", "figures", *options, "--readme", str(tmp_path / "README.md")]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    assert running.stderr is not None
    for line in running.stderr:
        if "service.cli index" in line:
            break
    running.terminate()
    assert running.wait(30) == 130 and "goes on where it was" in running.stderr.read()
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert not any(str(tmp_path / "work") in line or "work/samples" in line for line in listed.splitlines())
    assert (tmp_path / "kept" / "sections-samples.json").exists()
    assert not (tmp_path / "kept" / "answers-samples.json").exists()


def test_every_headline_is_made_by_a_step(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    for name in ("gold/letters/questions.jsonl", "gold/seeds/questions.jsonl", "data/scifact/corpus.jsonl",
                 "data/cranfield/corpus.jsonl"):  # fmt: skip
        (shared / name).parent.mkdir(parents=True)
        (shared / name).touch()
    whole = [*steps(tmp_path, shared), *million(tmp_path)]
    planned = {step.result for step in whole if step.result}
    assert {one.result for one in HEADLINES} <= planned
    alone = {step.result for step in steps(tmp_path, tmp_path / "nowhere") if step.result}
    assert {"answers-samples", "ablation-samples", "bench-search", "calibration"} <= alone < planned
    assert {name for step in whole for name in step.needs} == {step.makes for step in whole if step.makes}
    names = [step.name for step in whole]
    assert len(set(names)) == len(names), "no result is written twice"


def test_what_outlives_a_killed_run_is_noticed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`kill -9` of the run leaves its step at work: a second run beside it would write the same files."""
    options = ["--shared", str(tmp_path / "nowhere"), "--results", str(tmp_path / "kept")]
    options += ["--work", str(tmp_path / "work"), "--only", "answers-samples", "--readme", str(tmp_path / "README.md")]
    command = [sys.executable, "-m", "eval", "figures", *options]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
    step = tmp_path / "work" / "step"
    while not step.exists():
        assert running.poll() is None
        time.sleep(0.05)
    running.kill()
    running.wait()
    left = int(step.read_text())
    try:
        with pytest.raises(FoiError, match=f"in use by another run .its last step is process {left}"):
            main(options)
    finally:
        os.killpg(left, signal.SIGKILL)
