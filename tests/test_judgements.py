"""Labels on spans: looked up in the text, matched by overlap, and a miss where no passage covers them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FoiError
from eval.judgements import at_place, line_spans, on_targets, place, read_questions
from eval.measures import scored
from eval.runs import ranked

TEXTS = {"a.txt": "How many?\n\n4 bins\nand 4 more\n", "b.txt": "4"}


def texts(document: str) -> str:
    if document not in TEXTS:
        raise FoiError(f"{document} is not in the index x: index it first")
    return TEXTS[document]


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "q.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


QUOTED = {
    "id": "q1", "query": "bins", "outcome": "disclosed", "answer": "4", "value": 4, "kind": "number",
    "document": "a.txt", "evidence": [{"quote": "4", "occurrence": 2}],
    "also": [{"answer": "4", "document": "b.txt", "evidence": [{"quote": "4"}]}],
}  # fmt: skip
LINED = {
    "id": "q2",
    "query": "bins",
    "outcome": "disclosed",
    "answer": "4 bins",
    "document": "x/a.txt",
    "lines": [3, 9],
}
NEGATIVE = {"id": "q3", "query": "boats", "outcome": "not_found", "answer": None, "document": None}


def test_quotes_and_lines_become_spans(tmp_path: Path) -> None:
    quoted, lined, negative = read_questions(written(tmp_path, QUOTED, LINED, NEGATIVE), lambda d: texts(Path(d).name))
    assert [(t.document, t.spans) for t in quoted.targets] == [("a.txt", ((22, 23),)), ("b.txt", ((0, 1),))]
    assert quoted.targets[0].value == 4.0 and quoted.targets[1].outcome == "disclosed"
    assert lined.targets[0].spans == ((11, 17),)
    assert negative.negative and not negative.targets


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"id": "q", "query": "x"}, 'needs a JSON object with "id", "query" and "outcome"'),
        ({"id": "q", "query": " ", "outcome": "not_found"}, "empty query"),
        ({"id": "q", "query": "x", "outcome": "disclosed"}, 'needs a "document"'),
        (QUOTED | {"evidence": [{"quote": "five"}]}, "'five', which does not stand"),
        (QUOTED | {"document": "c.txt"}, "c.txt is not in the index"),
        (LINED | {"document": "b.txt"}, "points at no place"),
    ],
)
def test_a_label_that_points_nowhere_is_told_with_its_line(row: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(FoiError, match=r"q\.jsonl:2") as error:
        read_questions(written(tmp_path, NEGATIVE, row), texts)
    assert said in str(error.value)


@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1), st.integers(0, 99), st.integers(0, 99))
def test_a_place_comes_back_from_its_name(document: str, start: int, end: int) -> None:
    name = place(document, start, end)
    assert not any(c.isspace() for c in name)
    assert at_place(name) == (document, start, end)


def test_passage_ids_are_refused() -> None:
    with pytest.raises(FoiError, match="need a run of spans"):
        at_place("3f2a9c")


def test_a_target_counts_once_where_it_is_first_overlapped(tmp_path: Path) -> None:
    questions = read_questions(written(tmp_path, QUOTED, NEGATIVE), texts)
    run = {"q1": ranked([place("a.txt", 0, 9), place("z/a.txt", 20, 30), place("a.txt", 22, 23), place("b.txt", 0, 1)])}
    qrels, found = on_targets(questions, run)
    assert qrels == {"q1": {"q1/0": 1, "q1/1": 1}}
    assert sorted(found["q1"], key=lambda d: -found["q1"][d])[1] == "q1/0"
    values = scored(qrels, found).means
    assert values["RR@10"] == 0.5
    assert values["AP"] == pytest.approx((1 / 2 + 2 / 4) / 2)


def test_what_no_passage_covers_is_a_miss(tmp_path: Path) -> None:
    """However well the documents are found: the label is not moved to the nearest passage."""
    questions = read_questions(written(tmp_path, LINED), lambda d: texts(Path(d).name))
    qrels, found = on_targets(questions, {"q2": ranked([place("a.txt", 0, 9), place("a.txt", 17, 18)])})
    assert scored(qrels, found).means["R@100"] == 0.0


def test_an_answer_may_be_told_by_where_it_stands(tmp_path: Path) -> None:
    (question,) = read_questions(
        written(tmp_path, {**LINED, "lines": [3], "answer": [11, 17]}), lambda d: texts(Path(d).name)
    )
    assert question.targets[0].answer == "4 bins"


def test_lines_are_counted_as_splitlines_counts() -> None:
    text = "a\r\n\x0cb\u2028c\n"
    assert [text[a:b] for a, b in line_spans(text)] == [line.rstrip("\r\n") for line in text.splitlines(keepends=True)]
