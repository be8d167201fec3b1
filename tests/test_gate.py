"""The gate: shut for a loss that luck does not explain, open for noise and for gains."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from corpus.document import FoiError
from eval.gate import compared, main
from eval.kept import Kept, commit, keep, kept, made

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
