from __future__ import annotations

from pathlib import Path

from eval.line_model import HASHED, emitting, examples, features, labelled, train
from eval.sections import KINDS
from indexer.evidence import weigh
from indexer.lines import units

LETTER = "Dear Sir,\nHow many cats were counted?\nThere were 12 cats.\nYours faithfully\n"
ROW = {
    "document": "letter.txt",
    "lines": [
        {"from": 1, "to": 1, "kind": "other"},
        {"from": 2, "to": 2, "kind": "question"},
        {"from": 3, "to": 3, "kind": "answer"},
        {"from": 4, "to": 4, "kind": "skip"},
    ],
}


def test_examples_are_the_labelled_units(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    rows, wanted = examples(tmp_path, [ROW])
    assert [KINDS[k] for k in wanted] == ["other", "question", "answer"]
    assert all(any(c >= HASHED for c in row) and any(c < HASHED for c in row) for row in rows)


def test_training_learns_and_is_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    rows, wanted = examples(tmp_path, [ROW])
    first, second = (train(rows, wanted, [1.0] * len(rows)) for _ in range(2))
    assert (first.weights == second.weights).all()
    for row, kind in zip(rows, wanted, strict=True):
        odds = first.log_odds(row)
        assert odds.index(max(odds)) == kind


def test_the_model_speaks_only_where_the_rules_are_unsure(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    rows, wanted = examples(tmp_path, [ROW])
    model = train(rows, wanted, [1.0] * len(rows))
    cut = units(LETTER)
    scores = weigh(cut, LETTER)
    changed = [list(s) for s in scores]
    emitting(model)(cut, LETTER, changed)
    assert len(features(cut, LETTER, scores)) == len(cut)
    for before, after in zip(scores, changed, strict=True):
        top = sorted(before[:5])
        assert (before == after) or top[-1] - top[-2] < 1.0


def test_weak_labels_are_what_the_rules_say(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    _, rows = labelled(str(tmp_path), "-")
    assert {"from": 2, "to": 2, "kind": "question"} in rows[0]["lines"]
