from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.line_model import OURS, REPOSITORY, Letters, examples, forgetting, main, sets, train, write
from eval.sections import KINDS, labelled, line_spans
from indexer import cues, doubt, evidence
from indexer.reading import Reading
from indexer.section import section

SHARED = REPOSITORY.parent / "shared"

LETTER = """Dear Sir,
How many cats were counted?
Twelve.
And the dogs
Nine
The parrots
None
Yours faithfully
"""
KINDS_OF = ("other", "question", "answer", "question", "answer", "question", "answer", "other")
ROW = {"document": "letter.txt", "lines": [{"from": n, "to": n, "kind": k} for n, k in enumerate(KINDS_OF, 1)]}


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    for name in ("letter.txt", "other.txt"):  # what one authority alone writes is not learnt
        (tmp_path / name).write_text(LETTER, encoding="utf-8")
    return Letters("one", tmp_path, [ROW, ROW | {"document": "other.txt"}])


def test_examples_are_the_units_in_doubt_with_their_labels(letters: Letters) -> None:
    found = examples(letters, 0)
    assert found
    assert all(one.letter[0] == "one" and min(one.leads) < max(one.leads) == 0.0 for one in found)
    asked = [KINDS[one.kind] for one in found if one.characters == len("Andthedogs")]
    assert asked
    assert set(asked) == {"question"}


def test_training_learns_and_gives_the_same_file_each_time(letters: Letters, tmp_path: Path) -> None:
    found = [one for reading in (0, 1, 2) for one in examples(letters, reading)]
    texts = []
    for name in ("first", "second"):
        write(train(found), tmp_path / name)
        texts.append((tmp_path / name).read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    model = doubt.load(tmp_path / "first")
    assert model.weights
    assert model == train(found)


def test_a_clear_case_is_learnt(letters: Letters) -> None:
    one = examples(letters, 0)[0]
    features = {"form p": 1.0}
    twins = [
        type(one)(features, (-1.0, 0.0, -3.0, -3.0), 0, 50, ("set", f"{n}.txt"), 0, f"authority {n}") for n in range(60)
    ]
    odds = train(twins).odds(features, (-1.0, 0.0, -3.0, -3.0))
    assert odds.index(max(odds)) == 0


def test_forgetting_takes_phrases_and_gives_them_back() -> None:
    before = (cues._FIRST, cues._REST, evidence.bold)
    with forgetting(1):
        assert sum(len(short) for short, _ in cues._FIRST.values()) < sum(len(short) for short, _ in before[0].values())
    assert (cues._FIRST, cues._REST, evidence.bold) == before
    text = Reading(text=LETTER)
    plain = section(text, "letter.txt")
    with forgetting(0):
        assert section(text, "letter.txt") == plain


def test_absent_letters_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = sets(tmp_path / "nowhere", tmp_path)
    assert "nowhere holds no letters" in capsys.readouterr().out
    assert {"samples", "councils"} <= {one.name for one in found}


def test_labels_point_at_lines_that_are_there() -> None:
    if not (SHARED / "letters").is_dir():
        pytest.skip("../shared/letters is not here")
    for row in labelled(OURS):
        lines = len(line_spans((SHARED / row["document"]).read_text(encoding="utf-8", errors="replace")))
        assert all(1 <= r["from"] <= r["to"] <= lines for r in row["lines"]), row["document"]
        assert not {"authority", "reference"} & row.keys()


def test_a_set_is_tested_with_the_model_shipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "sections.jsonl").write_text(json.dumps(ROW), encoding="utf-8")
    assert main(["--test", str(tmp_path), str(tmp_path)]) == 0
    assert "line_accuracy" in capsys.readouterr().out
