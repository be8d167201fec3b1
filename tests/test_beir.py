"""A collection in BEIR's layout, from its folder to its figures: indexed once, searched, and gone on with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.beir import DEPTH, OURS, PUBLISHED, result, scores, write_documents
from eval.kept import kept
from eval.qrels import read_collection
from eval.runs import ranked, read_run

DOCUMENTS = {
    "d1": ("Wing flutter", "Flutter of thin wings at supersonic speed was measured in a tunnel."),
    "d2": ("Heat", "Heat transfer to a blunt body re-entering the atmosphere."),
    "d3": ("Vitamin D", "Vitamin D deficiency is common in older people in winter."),
    "d4": ("", "Boundary layer transition on a cooled flat plate."),
    "d5": ("Gulls", "Herring gulls nest on roofs in many coastal towns."),
    "d6": ("", ""),
}
QUERIES = {"q1": "flutter of wings", "q2": "who lacks vitamin D", "q3": "where do gulls nest", "q9": "not judged"}


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    (folder / "qrels").mkdir(parents=True)
    rows = [{"_id": name, "title": title, "text": text} for name, (title, text) in DOCUMENTS.items()]
    (folder / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    asked = [{"_id": name, "text": text} for name, text in QUERIES.items()]
    (folder / "queries.jsonl").write_text("".join(json.dumps(row) + "\n" for row in asked))
    judged = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td3\t1\nq3\td5\t2\n"
    (folder / "qrels" / "test.tsv").write_text(judged)
    return folder


def test_a_collection_is_indexed_searched_and_scored(
    collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    command = ["beir", str(collection), "--data", str(data), "--format", "json"]
    assert main([*command, "--keep", str(tmp_path / "beir-tiny.json"), "--runs", str(tmp_path / "runs")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tiny, test"][0]["run"] == OURS and len(found["Differences"]) == 5
    kept_here = kept(tmp_path / "beir-tiny.json")
    for run in (OURS, "BM25", "dense", "RRF"):
        assert kept_here.figures[f"{run}: nDCG@10"] == pytest.approx(1.0), run
    assert kept_here.settings["queries"] == 3 and kept_here.queries[f"{OURS}: nDCG@10"].keys() == {"q1", "q2", "q3"}
    assert read_run(tmp_path / "runs" / "foi-search.trec")["q1"]["d1"] > 0
    before = (data / "whole.faiss").stat().st_mtime_ns
    assert main([*command, "--most", "2"]) == 0
    assert (data / "whole.faiss").stat().st_mtime_ns == before, "what is encoded is not encoded again"
    assert not list(data.glob("*.part"))
    (collection / "corpus.jsonl").write_text(
        (collection / "corpus.jsonl").read_text().replace("Herring gulls", "Kittiwakes and gulls")
    )
    assert main([*command, "--most", "1"]) == 0
    assert (data / "whole.faiss").stat().st_mtime_ns > before, "vectors of other texts are not taken for these"


def test_documents_without_text_are_not_written(collection: Path, tmp_path: Path) -> None:
    names = write_documents(read_collection(collection, "test"), tmp_path / "documents")
    assert sorted(names.values()) == ["d1", "d2", "d3", "d4", "d5"]
    assert (tmp_path / "documents" / "0000003.txt").read_text() == DOCUMENTS["d4"][1]


def test_published_figures_stand_beside_those_of_the_same_queries(collection: Path) -> None:
    scifact = collection.rename(collection.with_name("scifact"))
    (scifact / "qrels" / "train.tsv").write_bytes((scifact / "qrels" / "test.tsv").read_bytes())
    runs = {name: {q: ranked(["d1"]) for q in ("q1", "q2", "q3")} for name in (OURS, "BM25")}
    tables = [result(scifact, split, scores(scifact, split, runs)).tables for split in ("test", "train")]
    assert tables[0]["published"] == [list(row) for row in PUBLISHED["scifact"]] and tables[1]["published"] == []
    assert DEPTH == 100
