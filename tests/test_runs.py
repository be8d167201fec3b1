"""Runs and judgements in TREC's and BEIR's layouts: a round trip, and one clear line for what is malformed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FoiError
from eval.qrels import known, of_this, read_collection, read_qrels
from eval.runs import best, column, cut, fused, ranked, read_run, write_run

NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Z")), min_size=1, max_size=8)


@given(run=st.dictionaries(NAMES, st.lists(NAMES, unique=True, min_size=1, max_size=5), min_size=1, max_size=4))
def test_a_run_comes_back_as_it_was_written(
    run: dict[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("runs") / "a.trec"
    scores = {query: ranked(row) for query, row in run.items()}
    write_run(path, scores, "ours")
    assert read_run(path) == scores


def test_white_space_in_a_name_is_no_column() -> None:
    assert column("a letter\tof mine.txt") == "a%20letter%09of%20mine.txt"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1 Q0 d1 1 2.0", "needs query, Q0, document, rank, score, tag"),
        ("1 Q0 d1 1 many t", "'many', which is not a number"),
        ("1 Q0 d1 1 nan t", "'nan', which is not a number"),
        ("1 Q0 d1 1 2 t\n1 Q0 d1 2 1 t", ":2 gives d1 a second time"),
        ("\n", "holds no line"),
    ],
)
def test_a_malformed_run_is_told_in_one_line(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.trec").write_text(line)
    with pytest.raises(FoiError) as error:
        read_run(tmp_path / "a.trec")
    assert said in str(error.value) and "\n" not in str(error.value)


def test_both_layouts_of_judgements_are_read(tmp_path: Path) -> None:
    (tmp_path / "trec").write_text("q1 0 d1 2\nq1 0 d2 -1\nq2\t0\td1\t0\n")
    (tmp_path / "beir.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t-1\nq2\td1\t0\n")
    (tmp_path / "headless.tsv").write_text("q1\td1\t2\nq1\td2\t-1\nq2\td1\t0\n")
    wanted = {"q1": {"d1": 2, "d2": -1}, "q2": {"d1": 0}}
    assert all(read_qrels(tmp_path / name) == wanted for name in ("trec", "beir.tsv", "headless.tsv"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("q1 0 d1 yes\n", ":1 is not a judgement"),
        ("q1 0 d1 1\nq1 d2 1\n", ":2 is not a judgement"),
        ("q1 0 d1 1\nq1 0 d1 0\n", "a second time, and differently"),
        ("", "holds no judgement"),
    ],
)
def test_malformed_judgements_are_told_in_one_line(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "qrels").write_text(text)
    with pytest.raises(FoiError, match=said):
        read_qrels(tmp_path / "qrels")


def test_a_run_of_other_queries_is_refused() -> None:
    with pytest.raises(FoiError, match=r"mine has queries that are not judged: x and 1 more"):
        known({"a": {}, "x": {}, "y": {}}, ["a", "b"], "mine")


def test_a_run_of_other_documents_is_refused() -> None:
    qrels = {"a": {"d1": 1}, "b": {"d2": 0}}
    with pytest.raises(FoiError, match=r"mine has no document that is judged for any query, of 2 \(x is the first\)"):
        of_this({"a": {"x": 1.0, "y": 0.5}}, qrels, "mine")
    of_this({"a": {"x": 1.0}, "b": {"d1": 1.0}}, qrels, "mine")
    of_this({"a": {}}, qrels, "mine")


def test_a_collection_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FoiError, match=r"no corpus\.jsonl"):
        read_collection(tmp_path, "test")
    (tmp_path / "corpus.jsonl").write_text('{"_id": "d1", "title": "T", "text": "x"}\n')
    (tmp_path / "queries.jsonl").write_text('{"_id": "q1", "text": "what"}\n{"_id": "q2", "text": " "}\n')
    with pytest.raises(FoiError, match=r"no judgements for the split 'test'; there: none"):
        read_collection(tmp_path, "test")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n")
    found = read_collection(tmp_path, "test")
    assert (found.documents, found.queries, found.qrels) == ({"d1": ("T", "x")}, {"q1": "what"}, {"q1": {"d1": 1}})
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq2\td1\t1\n")
    with pytest.raises(FoiError, match="judges the query q2, which"):
        read_collection(tmp_path, "test")
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td9\t1\n")
    with pytest.raises(FoiError, match="judges d9 relevant, which"):
        read_collection(tmp_path, "test")


def test_the_best_passage_counts_and_ranks_fuse() -> None:
    assert best([("a", 1.0), ("b", 2.0), ("a", 3.0)]) == {"a": 3.0, "b": 2.0}
    assert fused({"a": 9.0, "b": 1.0}, {"b": 0.5}) == pytest.approx({"a": 1 / 61, "b": 1 / 62 + 1 / 61})
    assert cut({"q": {"a": 1.0, "b": 3.0, "c": 2.0}}, 2) == {"q": {"b": 3.0, "c": 2.0}}
