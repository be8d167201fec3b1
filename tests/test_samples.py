"""The sample disclosures and their labels: every label points at what it quotes, and binary samples can be rebuilt."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from corpus.document import Source
from eval import samples
from eval.judgements import read_questions
from indexer.partition import partition
from indexer.reading import Reading
from indexer.section import Kind, Outcome, section
from indexer.tables import tables

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(path for path in samples.SAMPLES.iterdir() if path.is_file())
QUESTION_KINDS = {
    "number", "text", "list", "table", "exemption", "why", "passage", "negative", "reference", "compare"
}  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    lines = (ROOT / "eval" / "questions" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


QUESTIONS = rows("samples.jsonl")
SECTIONS = rows("sections.jsonl")
ANSWERED = [label for row in QUESTIONS if row["document"] for label in (row, *row.get("also", []))]


@pytest.mark.parametrize("name", ["neighbours", "bodies", "layouts", "formats", "strangers"])
def test_labels_of_invented_letters_point_at_what_they_quote(name: str) -> None:
    """Reading them raises where a document or a quotation is not there."""
    texts = {
        path.name: partition(Source(uri=path.name, data=path.read_bytes(), name=path.name)).text
        for path in (ROOT / "eval" / name).iterdir()
    }
    questions = read_questions(ROOT / "eval" / "questions" / f"{name}.jsonl", texts.__getitem__)
    assert sum(one.negative for one in questions) >= 15
    assert {target.document for one in questions for target in one.targets} == set(texts)
    for one in questions:
        assert all(not target.answer or target.answer in texts[target.document] for target in one.targets), one.id


@cache
def reading(document: str) -> Reading:
    name, _, member = document.partition("#")
    source = Source(uri=name, data=(samples.SAMPLES / name).read_bytes(), name=name)
    read = partition(source)
    if not member:
        return read
    return partition(next(child for child in read.children if child.name == member))


def occurrences(text: str, quote: str) -> int:
    """How often `quote` stands in `text`, overlaps counted."""
    return sum(text.startswith(quote, at) for at in range(len(text)))


def test_there_are_enough_of_every_kind() -> None:
    suffixes = {path.suffix for path in DOCUMENTS}
    assert suffixes == {".txt", ".md", ".html", ".docx", ".pdf", ".xlsx", ".csv", ".eml"}
    assert len(DOCUMENTS) >= 25
    assert len(QUESTIONS) >= 200
    assert sum(row["outcome"] == "not_found" for row in QUESTIONS) >= 25
    assert {row["outcome"] for row in QUESTIONS} == {*get_args(Outcome), "not_found"}
    assert {row["kind"] for row in QUESTIONS} == QUESTION_KINDS
    assert {row["document"].partition("#")[0] for row in ANSWERED} == {path.name for path in DOCUMENTS}


def test_ids_and_queries_are_unique() -> None:
    assert len({row["id"] for row in QUESTIONS}) == len(QUESTIONS)
    assert len({row["query"].lower() for row in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["id"])
def test_a_question_has_evidence_or_no_document(row: dict[str, Any]) -> None:
    if row["outcome"] == "not_found":
        assert (row["document"], row["answer"], row["value"], row["evidence"]) == (None, None, None, [])
        assert row["kind"] == "negative"
    else:
        assert row["evidence"], "an answered question quotes what answers it"
        assert {row["outcome"], *row.get("accept", [])} <= set(get_args(Outcome))


@pytest.mark.parametrize("document", sorted({label["document"] for label in ANSWERED}))
def test_evidence_is_quoted_verbatim_and_found_once(document: str) -> None:
    text = reading(document).text
    for label in (one for one in ANSWERED if one["document"] == document):
        quotes = [evidence["quote"] for evidence in label["evidence"]]
        for evidence in label["evidence"]:
            found = occurrences(text, evidence["quote"])
            if "occurrence" in evidence:
                assert 1 <= evidence["occurrence"] <= found, evidence
            else:
                assert found == 1, f"{evidence['quote']!r} stands {found} times in {document}"
        if label["answer"] is not None:
            assert any(label["answer"] in quote for quote in quotes), label


@pytest.mark.parametrize("row", SECTIONS, ids=lambda row: row["document"])
def test_section_labels_cover_their_document(row: dict[str, Any]) -> None:
    lines = (samples.SAMPLES / row["document"]).read_bytes().decode("utf-8").splitlines()
    kinds: dict[int, str] = {}
    for run in row["lines"]:
        assert run["kind"] in {*get_args(Kind), "skip"}
        for number in range(run["from"], run["to"] + 1):
            assert number not in kinds, f"line {number} is labelled twice"
            kinds[number] = run["kind"]
    blank = {number for number, line in enumerate(lines, 1) if not line.strip()}
    assert set(kinds) | blank == set(range(1, len(lines) + 1))
    for pair in row["pairs"]:
        assert {kinds[number] for number in pair["question"]} <= {"question", "skip"}
        assert {kinds[number] for number in pair["answer"]} <= {"answer", "exemption"}
    text = "\n".join(lines)
    if row["reference"] is not None:
        assert row["reference"] in text
    assert bool(row["exemptions"]) == ("exemption" in kinds.values())


def test_every_text_sample_has_section_labels() -> None:
    assert [row["document"] for row in SECTIONS] == [p.name for p in DOCUMENTS if p.suffix in (".txt", ".md")]


@pytest.mark.parametrize("name", samples.FILES)
def test_the_generator_reproduces_the_committed_file(name: str) -> None:
    assert samples.FILES[name]() == (samples.SAMPLES / name).read_bytes()


def test_an_attachment_is_a_child_of_its_message() -> None:
    assert [child.name for child in reading("eastlea-school-transport.eml").children] == ["transport-spend.csv"]


@pytest.mark.parametrize(
    ("document", "printed", "true"),
    [("tarrick-agency-spend.xlsx", "2476310", "2467310"), ("harrowmere-burglary-outcomes.txt", "3796", "3797")],
)
def test_a_total_that_does_not_add_up_is_noticed(document: str, printed: str, true: str) -> None:
    read = reading(document)
    sections, _ = section(read, document)
    notes = [note.replace(",", "") for table in tables(read, sections) for note in table.notes]
    assert any(printed in note and true in note for note in notes), notes
