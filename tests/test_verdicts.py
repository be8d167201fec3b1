"""Answers judged: the figures are those of the public scoring script, and each rule holds by itself."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from eval.judgements import Question, Target, line_spans, read_questions
from eval.verdicts import by_kind, by_question, figures, judged, says

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXTS = {"a.txt": "How many?\n4 bins, section 31(1)(a)\n", "b.txt": "12"}


def text_of(document: str) -> str:
    return TEXTS[Path(document).name]


def target(answer: str | None, outcome: str = "disclosed", **more: Any) -> Target:
    return Target("a.txt", ((10, 11),), outcome, answer, **more)


def question(*targets: Target, outcome: str = "disclosed") -> Question:
    return Question("q", "how many bins", "number", outcome, targets)


def given(
    answer: str | None, outcome: str = "disclosed", start: int = 10, end: int = 11, **more: Any
) -> dict[str, Any]:
    uri = "/x/a.txt"
    cited = [{"uri": uri, "start": start, "end": end, "quote": TEXTS["a.txt"][start:end]}]
    return {"outcome": outcome, "answer": answer, "value": None, "citations": cited, "confidence": 0.9} | more


@pytest.mark.parametrize(
    ("got", "value", "want", "right"),
    [
        ("4", None, "4", True),
        ("14", None, "4", False),
        ("4.5", None, "4", False),
        ("1, 2, 3 and 4", None, "4", False),
        ("1, 2, 3 and 4", 4.0, "4", True),
        ("1, 2, 3 and 4", 3.0, "4", False),
        ("7,069 PCNs", None, "7069", True),
        ("£1.2m", 1_200_000.0, "£1.2m", True),
        ("Storm telephony", None, "storm", True),
        ("storm " + "x " * 400, None, "storm", False),
        (None, None, "4", False),
        (None, None, None, True),
    ],
)
def test_the_wanted_words_must_stand_whole(got: str | None, value: float | None, want: str | None, right: bool) -> None:
    assert says(got, value, target(want)) is right


def test_an_answer_is_right_in_outcome_words_and_place() -> None:
    asked = question(target("4"))
    assert judged(asked, {}, given("4"), text_of).right
    assert not judged(asked, {}, given("4", "withheld"), text_of).right
    assert not judged(asked, {}, given("5"), text_of).right
    assert not judged(asked, {}, given("4", start=0, end=9), text_of).right
    assert judged(question(target("4", "referred", accept=("disclosed",))), {}, given("4"), text_of).right


def test_asked_for_an_exemption_naming_it_is_the_answer() -> None:
    asked = question(target("s31(1)(a)", "withheld"))
    assert judged(asked, {}, given(None, "withheld", 10, 36), text_of).right
    assert not judged(asked, {}, given(None, "withheld", 10, 17), text_of).right
    assert not judged(asked, {}, given(None, "not_held", 10, 36), text_of).right


def test_where_nothing_answers_only_silence_is_right() -> None:
    asked = question(outcome="not_found")
    assert judged(asked, {}, {"outcome": "not_found", "citations": []}, text_of).right
    assert not judged(asked, {}, given("4"), text_of).right


def test_any_of_several_documents_will_do_and_others_are_counted() -> None:
    asked = question(target("4"), Target("b.txt", ((0, 2),), "disclosed", "12"))
    other = {"citations": [{"uri": "b.txt", "start": 0, "end": 2, "quote": "12"}]}
    found = judged(asked, {}, given("4", others=[other]), text_of)
    assert (found.right, found.others) == (True, 1.0)
    assert judged(asked, {}, given("4"), text_of).others == 0.5


def test_a_quotation_that_is_not_the_text_is_counted() -> None:
    spoilt = given("4")
    spoilt["citations"][0]["quote"] = "5"
    verdicts = [judged(question(target("4")), {}, one, text_of) for one in (given("4"), spoilt)]
    assert figures(verdicts)["verbatim"] == 0.5


def test_figures_by_kind_and_question_agree() -> None:
    hits = {"hits": [{"rank": n, "start": a, "end": a + 1, "document": {"uri": "a.txt"}} for n, a in ((1, 0), (2, 10))]}
    verdict = judged(question(target("4")), hits, given("4"), text_of)
    assert by_kind([verdict])["number"] == figures([verdict])
    assert by_question([verdict])["mrr@10"] == {"q": 0.5}
    assert figures([verdict])["recall@1"] == 0.0 and figures([verdict])["recall@3"] == 1.0


def test_what_questions_cannot_tell_is_left_out() -> None:
    asked = judged(question(target("4")), {}, given("4"), text_of)
    silent = judged(question(outcome="not_found"), {}, {"outcome": "not_found", "citations": []}, text_of)
    assert "abstain_recall" not in figures([asked]) and "recall@1" in figures([asked])
    assert "recall@1" not in figures([silent]) and figures([silent])["abstain_recall"] == 1.0
    assert figures([asked, silent])["abstain_precision"] == 1.0


def _public_script() -> ModuleType:
    path = SHARED / "score" / "score.py"
    if not path.exists():
        pytest.skip("the public scoring script is not here")
    spec = importlib.util.spec_from_file_location("public_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _invented(row: dict[str, Any], text: str, draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """A search and an answer that are right, nearly right or wrong in every way that the rules tell apart."""
    spans = line_spans(text)
    line = draw.choice(row["lines"] or [1]) - 1 if draw.random() < 0.7 else draw.randrange(len(spans))
    start, end = spans[min(line, len(spans) - 1)]
    uri = f"/somewhere/{Path(row['document'] or 'a.txt').name}" if draw.random() < 0.9 else "/somewhere/else.txt"
    words = row["answer"] or "no"
    said = draw.choice([words, words.upper(), f"{words} of 12, 13, 14 and 15", f"9{words}", "something else", None])
    value = draw.choice([None, 4.0, *([float(words)] if words.isdigit() else [])])
    outcome = draw.choice([row["outcome"], row["outcome"], "disclosed", "withheld", "not_found"])
    quote = text[start:end] if draw.random() < 0.9 else "invented"
    cited = [{"uri": uri, "start": start, "end": end, "quote": quote, "document": {"uri": uri}}]
    asked = {"outcome": outcome, "answer": said, "value": value, "confidence": 0.7, "citations": cited}
    hits = []
    for rank in range(1, 11):
        a, b = spans[draw.randrange(len(spans))] if draw.random() < 0.8 else (start, end)
        hits.append({"rank": rank, "start": a, "end": b, "document": {"uri": uri}})
    return {"hits": hits}, asked


@pytest.mark.parametrize("name", ["seeds", "letters"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_are_those_of_the_public_script(
    name: str, seed: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = _public_script()
    gold = SHARED / "gold" / name / "questions.jsonl"
    if not gold.exists():
        pytest.skip("the labelled letters are not here")
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    index = sorted({row["document"] for row in rows if row["document"]})
    texts = {Path(d).name: (SHARED / d).read_text(encoding="utf-8", errors="replace") for d in index}
    draw = random.Random(seed)
    replies = {r["id"]: _invented(r, texts[Path(r["document"]).name] if r["document"] else "x\ny", draw) for r in rows}

    def in_process(foi: object, command: str, *arguments: object, **_: object) -> str:
        if command == "index":
            return json.dumps({"documents": len(index), "passages": 0})
        at = 0 if command == "search" else 1
        return "\n".join(json.dumps({"id": r["id"]} | replies[r["id"]][at]) for r in rows)

    monkeypatch.setattr(script, "call", in_process)
    theirs = script.score_questions(["foi"], SHARED, rows, False, str(tmp_path / "data"), index)

    def text(document: str) -> str:
        return texts.get(Path(document).name) or _missing(document)

    questions = read_questions(gold, text)
    ours = figures([judged(q, *replies[q.id], text) for q in questions])
    shared = ours.keys() & theirs.keys()
    assert shared >= {
        "answer",
        "answer_text",
        "outcome",
        "citation",
        "recall@1",
        "mrr@10",
        "abstain_recall",
        "verbatim",
    }
    assert {k: ours[k] for k in shared} == pytest.approx({k: theirs[k] for k in shared})
    assert 0.05 < ours["answer"] < 0.95


def _missing(document: str) -> str:
    from corpus.document import FoiError

    raise FoiError(f"{document} is not here")
