"""The gate: shut for a loss that luck does not explain, open for noise and for gains."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest

from corpus.document import FoiError
from eval.gate import compared, main
from eval.kept import Kept, commit, keep, kept, made, source
from eval.score import main as score

RIGHT = {f"q{n}": float(n % 4 > 0) for n in range(80)}
WORSE = {q: v if n % 3 else 0.0 for n, (q, v) in enumerate(RIGHT.items())}
NOISE = {q: (1.0 - v) if n in (4, 9) else v for n, (q, v) in enumerate(RIGHT.items())}


def result(values: dict[str, float], figure: str = "answer") -> Kept:
    return made("answers", {figure: sum(values.values()) / len(values)}, queries={figure: values})


@pytest.mark.parametrize(("new", "status"), [(WORSE, 1), (NOISE, 0), (RIGHT, 0)])
def test_only_a_significant_loss_fails(
    new: dict[str, float], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path / "kept" / "answers.json", result(RIGHT))
    keep(tmp_path / "answers.json", result(new))
    assert main([str(tmp_path / "answers.json"), "--against", str(tmp_path / "kept")]) == status
    assert ("WORSE" in capsys.readouterr().out) is bool(status)


def test_noise_passes_as_often_as_the_level_says() -> None:
    """Sixty runs that differ from the kept one by luck alone, in three figures each: one in twenty may fail."""
    draw = np.random.default_rng(11)

    def lucky() -> Kept:
        return Kept("a", {}, {f: {f"q{n}": float(draw.random() < 0.7) for n in range(60)} for f in ("x", "y", "z")})

    failed = sum(any(row.worse for row in compared(lucky(), lucky())) for _ in range(60))
    assert failed <= 60 * 0.05 + 4


def test_a_loss_of_one_in_five_is_seen_nearly_always() -> None:
    draw = np.random.default_rng(12)
    seen = 0
    for _ in range(40):
        old = {f"q{n}": float(draw.random() < 0.8) for n in range(150)}
        new = {query: value * float(draw.random() > 0.2) for query, value in old.items()}
        seen += compared(result(new), result(old))[0].worse
    assert seen >= 39


def run_of(path: Path, first: int) -> Path:
    """A TREC run that has the judged document of 40 queries at rank 1, but for the last `first` of them."""
    rows = [(f"q{n}", f"d{n}" if n < 40 - first else "x") for n in range(40)]
    path.write_text("".join(f"{query} Q0 {document} 1 1.0 t\n" for query, document in rows))
    return path


@pytest.mark.parametrize(("lost", "status"), [(12, 1), (1, 0)])
def test_a_worse_run_fails_from_its_trec_file_to_the_exit_status(
    lost: int, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "qrels").write_text("".join(f"q{n} 0 d{n} 1\n" for n in range(40)))
    for folder, missed in (("kept", 0), ("new", lost)):
        run = run_of(tmp_path / f"{folder}.trec", missed)
        assert score([str(run), "--qrels", str(tmp_path / "qrels"), "--keep", str(tmp_path / folder / "r.json")]) == 0
    assert main([str(tmp_path / "new" / "r.json"), "--against", str(tmp_path / "kept")]) == status
    assert ("WORSE" in capsys.readouterr().out) is bool(status)


def test_results_without_figures_by_question_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("kept", "new"):
        keep(tmp_path / folder / "answers.json", result(RIGHT))
        keep(tmp_path / folder / "bench.json", made("bench", {"seconds": 1.0}))
    new = [str(tmp_path / "new" / name) for name in ("answers.json", "bench.json")]
    assert main([*new, "--against", str(tmp_path / "kept")]) == 0
    assert "bench keeps nothing by question" in capsys.readouterr().err
    with pytest.raises(FoiError, match="nothing to compare"):
        main([new[1], new[1], "--against", str(tmp_path / "kept")])


def test_the_source_is_one_until_code_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert source() == source()
    before = source()
    monkeypatch.setattr("eval.kept.versions", lambda: {"python": "4"})
    assert source() != before


def test_a_gain_is_no_loss_and_an_error_that_grows_is() -> None:
    assert not compared(result(RIGHT), result(WORSE))[0].worse
    assert compared(result(RIGHT, "Brier"), result(WORSE, "Brier"))[0].worse


def test_other_questions_cannot_be_compared() -> None:
    with pytest.raises(FoiError, match="of other questions"):
        compared(result({f"x{q}": v for q, v in RIGHT.items()}), result(RIGHT))
    with pytest.raises(FoiError, match="no figure by question in common"):
        compared(result(RIGHT, "other"), result(RIGHT))


def test_a_result_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    one = made("answers", {"answer": 0.5}, settings={"k": 10}, misses=({"id": "q1"},))
    keep(tmp_path / "a.json", one)
    assert kept(tmp_path / "a.json") == one
    assert one.machine["cores"] >= 1 and one.versions["python"] and one.when


def test_the_commit_is_the_checkout_s() -> None:
    here = Path(__file__).parent
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=here, capture_output=True, text=True, check=False)
    assert commit() == "unknown" if done.returncode else commit().startswith(done.stdout[:12])


@pytest.mark.parametrize("text", ["", "[]", '{"format": 9}', '{"format": 1, "name": "x"}'])
def test_what_is_no_result_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(FoiError, match="is not a kept result"):
        kept(tmp_path / "a.json")


def test_the_kept_result_is_not_its_own_judge(tmp_path: Path) -> None:
    keep(tmp_path / "a.json", result(RIGHT))
    with pytest.raises(FoiError, match="is the kept result itself"):
        main([str(tmp_path / "a.json"), "--against", str(tmp_path)])
