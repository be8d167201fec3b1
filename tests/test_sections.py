"""The measure of sections: its figures are those of the public scoring script, and it counts what is wrong."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from corpus.document import document_id
from eval.kept import kept
from eval.sections import main, read, score

SHARED = Path(__file__).resolve().parents[2] / "shared"
LETTER = "Barset Council\n\nDear A,\n\n1. How many bins do you own?\n\n412\n\nYours sincerely\n"
ROW: dict[str, Any] = {
    "document": "letter.txt",
    "authority": "Barset Council",
    "exemptions": [],
    "lines": [
        {"from": 1, "to": 3, "kind": "other"},
        {"from": 5, "to": 5, "kind": "question"},
        {"from": 7, "to": 7, "kind": "answer"},
        {"from": 9, "to": 9, "kind": "other"},
    ],
    "pairs": [{"question": [5], "answer": [7]}],
}


def test_a_letter_read_right_scores_one(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    figures = score(tmp_path, [ROW])
    assert (figures["line_accuracy"], figures["pairing"], figures["authority"]) == (1.0, 1.0, 1.0)
    assert figures["lost"] == 0


def test_what_no_section_holds_is_lost_and_what_is_read_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    missed: list[str] = []

    def without_answers(path: Path) -> Any:
        sections, metadata = read(path)
        return tuple(s for s in sections if s.kind != "answer"), metadata

    figures = score(tmp_path, [ROW], missed.append, without_answers)
    assert figures["lost"] == 3
    assert figures["pairing"] == 0
    assert figures["line_accuracy"] < 1
    assert any(m.startswith("MISS letter.txt:7 answer read as other") for m in missed)
    assert any(m.startswith("PAIR letter.txt") for m in missed)


def test_the_command_prints_each_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "sections.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    assert main(["--docs", str(tmp_path), "--gold", str(tmp_path)]) == 0
    assert "line_accuracy          1.0000" in capsys.readouterr().out


def _public_script() -> ModuleType:
    path = SHARED / "score" / "score.py"
    if not path.exists():
        pytest.skip("the public scoring script is not here")
    spec = importlib.util.spec_from_file_location("public_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["seeds", "letters"])
def test_the_figures_are_those_of_the_public_script(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    script = _public_script()
    gold = SHARED / "gold" / name / "sections.jsonl"
    if not gold.exists():
        pytest.skip("the labelled letters are not here")
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]

    def garbled(path: Path) -> Any:
        """What `read` gives, with enough of it spoilt that no figure is 1 by default."""
        sections, metadata = read(path)
        return sections[: len(sections) * 2 // 3], metadata

    for cut in (read, garbled):

        def in_process(foi: object, command: str, *arguments: object, cut: Any = cut) -> str:
            assert command == "sections"
            lines = []
            for path in (Path(str(a)) for a in arguments if a != "--json"):
                sections, metadata = cut(path)
                document = {"uri": str(path), **asdict(metadata)}
                lines.append(json.dumps({"document": document, "sections": [asdict(s) for s in sections]}))
            return "\n".join(lines)

        monkeypatch.setattr(script, "call", in_process)
        theirs = script.score_sections(["foi"], SHARED, rows, False)
        ours = score(SHARED, rows, cut=cut)
        for figures in (ours, theirs):
            figures.pop("seconds_per_document")
        assert ours == pytest.approx(theirs, nan_ok=False)


def test_each_letter_is_kept_for_the_gate_without_its_name(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("1. How many bins do you own?\n", encoding="utf-8")
    lines = [{"from": 1, "to": 1, "kind": "question"}]
    rows = [{"document": "letter.txt", "exemptions": [], "lines": lines, "pairs": []}]
    (tmp_path / "sections.jsonl").write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    options = ["--docs", str(tmp_path), "--gold", str(tmp_path), "--keep", str(tmp_path / "new.json")]
    assert main(options) == 0
    assert kept(tmp_path / "new.json").queries == {"line_accuracy of a letter": {document_id("letter.txt")[:8]: 1.0}}
    assert "letter.txt" not in (tmp_path / "new.json").read_text().replace(str(tmp_path), "")
