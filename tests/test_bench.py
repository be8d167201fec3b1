"""The benches on the smallest sizes: figures that cannot be but are, and growth of a known law."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from corpus.document import FoiError
from eval import bench_index, bench_search, bench_vectors
from eval.answers import QUESTIONS
from eval.bench_compare import ENGINES, corpus_of, measured
from eval.bench_vectors import KINDS, beside, of_beside
from eval.bench_vectors import main as vectors_main
from eval.bench_vectors import measured as kinds_measured
from eval.judgements import Question, Target, at_place
from eval.kept import kept
from eval.synthetic import PER_LETTER, block, corpus, letters, queries, question_vectors, vectors
from eval.systems import Local
from eval.timing import disk, exponent, growth, in_turn, percentiles, timed
from indexer.embed import SentenceEncoder
from indexer.pipeline import index

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("bench") / "data"
    corpus(data, 400)
    return data


@pytest.fixture(scope="module")
def letters_indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sample disclosures, indexed."""
    data = tmp_path_factory.mktemp("likeness") / "samples"
    index([str(SAMPLES)], data, SentenceEncoder())
    return data


def test_the_made_up_corpus_is_the_same_each_time_and_whole() -> None:
    first, again = list(letters(3)), list(letters(3))
    assert first == again
    for letter in first:
        assert len(letter.passages) == PER_LETTER
        text = letter.reading.text
        assert all(text[p.start : p.end].strip() == text[p.start : p.end] != "" for p in letter.passages)
    assert first[0] != next(letters(1, seed=1))
    assert len(set(queries(200))) == 200


def test_vectors_are_of_one_seed_and_the_same_at_every_size() -> None:
    few, many = vectors(100), vectors(5000)
    assert np.array_equal(few, many[:100]) and np.array_equal(many[2000:4000], block(1, 0))
    for of in (many, question_vectors(300)):
        assert np.linalg.norm(of, axis=1) == pytest.approx(np.ones(len(of)), abs=1e-5)
    assert np.array_equal(question_vectors(50, seed=3), question_vectors(50, seed=3))
    assert not np.array_equal(question_vectors(50), question_vectors(50, seed=3)) and not np.array_equal(
        few, vectors(100, seed=1)
    )


def test_made_up_vectors_lie_as_those_of_real_letters_do(letters_indexed: Path) -> None:
    """Medians of the cosines within 0.15 of those of the samples, though they are few; and IVF loses some of both."""
    found = beside(letters_indexed, QUESTIONS)
    for name, (_, middle, _) in found.cosines[0].items():
        assert found.cosines[1][name][1] == pytest.approx(middle, abs=0.15), name
    lost = "IVF (1/16 probed)"
    assert found.recall[0][lost] < 1 > found.recall[1][lost]
    shown = of_beside(found)
    assert shown.columns[0].startswith("samples, 4") and len({len(row) for row in shown.rows}) == 1


def test_inverted_lists_lose_neighbours_as_they_do_of_real_vectors() -> None:
    """Round clusters far from each other gave a recall of 1.000, which no real collection of this size does."""
    rows = {
        row["kind"]: row
        for row in kinds_measured(vectors(10_000), question_vectors(200), ("flat", "IVF (1/16 probed)"))
    }
    assert 0.8 < rows["IVF (1/16 probed)"]["recall@10"] < 0.97


def test_kinds_that_were_measured_are_not_measured_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def row(kind: str, held: object, asked: object, exact: object) -> dict[str, object]:
        tried.append(kind)
        if tried.count("SQ8") == 1 and kind == "SQ8":
            raise FoiError("the disk is full")
        return {"kind": kind, "passages": 1000.0, "recall@10": 1.0} | dict.fromkeys(
            ("p50_ms", "p95_ms", "p99_ms", "build_seconds", "bytes"), 1.0
        )

    monkeypatch.setattr(bench_vectors, "row", row)
    command = ["--sizes", "1000", "--keep", str(tmp_path / "bench-vectors.json")]
    with pytest.raises(FoiError, match="the disk is full"):
        vectors_main(command)
    assert vectors_main(command) == 0
    assert sorted(tried) == sorted([*KINDS, "SQ8"])
    assert [one["kind"] for one in kept(tmp_path / "bench-vectors.json").tables["rows"]] == list(KINDS)
    assert [path.name for path in tmp_path.iterdir()] == ["bench-vectors.json"]


def test_too_few_passages_are_nothing_to_compare_with(tmp_path: Path) -> None:
    corpus(tmp_path / "data", 100)
    (tmp_path / "queries").write_text("q1\thow many bins\n")
    with pytest.raises(FoiError, match="holds 100 passages, too few to compare vectors with"):
        beside(tmp_path / "data", tmp_path / "queries")
    with pytest.raises(FoiError, match="--sizes 12 is too small"):
        vectors_main(["--sizes", "12"])


def test_the_made_up_index_answers(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = Local(made)
    assert system.settings["passages"] == 400
    assert system.search(queries(1)[0], 10)["hits"]
    monkeypatch.setattr(bench_search, "_WARMING", 10)
    figures = bench_search.asked(made)
    assert figures.keys() >= {"search_p50_ms", "search_8_p99_ms", "ask_p50_ms", "encode_p50_ms", "unmet_search_p50_ms"}
    for prefix in ("", "unmet_"):
        over = figures[f"{prefix}ask_p50_ms"] / figures[f"{prefix}encode_p50_ms"]
        assert figures[f"{prefix}ask_over_encode"] == over > 0


def test_an_index_of_ones_own_is_asked(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text("".join(f"q{n}\t{text}\n" for n, text in enumerate(queries(45))))
    figures = bench_search.of(made, [file])
    assert (figures["passages"], figures["questions"]) == (400, 45)
    assert figures["search_over_encode"] == figures["search_p50_ms"] / figures["encode_p50_ms"] > 0
    assert bench_search.main(["--of", str(made), str(file)]) == 0
    assert "search_over_encode" in capsys.readouterr().out
    file.write_text("q\thow many bins\n")
    with pytest.raises(FoiError, match="1 questions are too few to time: give 30 or more"):
        bench_search.of(made, [file])


def test_growth_of_a_known_law_is_found() -> None:
    sizes = [1e3, 1e4, 1e5]
    assert exponent(sizes, [3 * s**0.5 for s in sizes]) == pytest.approx(0.5)
    assert exponent([1e3], [1.0]) is None
    rows = [{"n": s, "t": 2 * s, "b": 7.0} for s in sizes]
    assert growth(rows, "n", ("t", "b", "gone")) == pytest.approx({"t": 1.0, "b": 0.0}, abs=1e-9)


def test_times_are_of_each_call(tmp_path: Path) -> None:
    assert percentiles([0.001] * 99 + [1.0])["p50_ms"] == pytest.approx(1.0)
    asked: list[str] = []
    found = timed(asked.append, ["a", "b", "c"], threads=2)
    assert sorted(asked) == ["a", "b", "c"] and found["per_second"] > 0
    (tmp_path / "a").write_bytes(b"12345")
    assert disk(tmp_path) == disk(tmp_path / "a") == 5


def test_exact_search_recalls_all_and_approximate_nearly() -> None:
    rows = {row["kind"]: row for row in kinds_measured(vectors(3000), question_vectors(200))}
    assert rows.keys() == KINDS.keys()
    assert rows["flat"]["recall@10"] == 1.0
    assert rows["SQ8"]["recall@10"] > 0.9 and rows["HNSW (M 32, efSearch 64)"]["recall@10"] > 0.9
    assert rows["SQ8"]["bytes"] < 0.3 * rows["flat"]["bytes"]


def test_engines_are_judged_on_the_same_passages(made: Path) -> None:
    """Asked for a passage by its own words, every engine that is installed finds it."""
    system = Local(made)
    given = corpus_of(system)
    answers = [n for n, text in enumerate(given.texts) if re.match(r"\d+ in \d{4}", text.rpartition("\n")[2])]
    chosen = answers[:: len(answers) // 6][:6]
    asked = []
    for n in chosen:
        document, start, end = at_place(given.places[n])
        target = Target(document, ((start, end),), "disclosed", None)
        asked.append(Question(str(n), given.texts[n].rpartition("\n")[2], "text", "disclosed", (target,)))
    values, times = measured(system, asked)
    assert "FAISS alone" in values and set(values) <= {"foi search", *ENGINES}
    assert values["foi search"].means["R@10"] >= 0.8
    if "bm25s alone" in values:  # the vectors are made up, the words are not: only what goes by words can find it
        assert values["bm25s alone"].means["R@1"] == 1.0 > values["FAISS alone"].means["R@10"]
    assert all(row["p50_ms"] > 0 for row in times.values())


def test_sizes_that_were_measured_are_not_measured_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def measured(passages: int, folder: Path) -> dict[str, float]:
        tried.append(passages)
        if tried == [1000, 2000]:
            raise FoiError("measuring 2,000 passages failed: the disk is full")
        return {"passages": float(passages), "search_p50_ms": passages / 100}

    monkeypatch.setattr(bench_search, "measured", measured)
    command = ["--sizes", "2000", "1000", "--data", str(tmp_path / "w"), "--keep", str(tmp_path / "bench-search.json")]
    with pytest.raises(FoiError, match="the disk is full"):
        bench_search.main(command)
    assert bench_search.main(command) == 0
    assert tried == [1000, 2000, 2000]
    result = kept(tmp_path / "bench-search.json")
    assert result.figures["search_p50_ms at 2000"] == 20 and result.figures["growth of search_p50_ms"] == 1.0


def test_what_takes_turns_is_asked_the_same_number_of_times() -> None:
    asked: dict[str, list[str]] = {"a": [], "b": []}
    found = in_turn({name: row.append for name, row in asked.items()}, [str(n) for n in range(8)])
    assert asked == {"a": ["0", "2", "4", "6"], "b": ["1", "3", "5", "7"]}
    assert found["a"].keys() == {"p50_ms", "p95_ms", "p99_ms", "per_second"}


def test_what_cannot_be_read_cannot_be_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(FoiError, match="could be read"):
        bench_index.main([str(tmp_path)])


def test_indexing_is_measured_by_stage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = Path(__file__).parents[1] / "corpus" / "samples" / "wexcombe-spo-2023-24.txt"
    assert bench_index.main([str(letter), "--keep", str(tmp_path / "b.json"), "--format", "json"]) == 0
    rows = {row["figure"]: row["value"] for row in json.loads(capsys.readouterr().out)["Indexing"]}
    assert sum(rows[f"share_{stage}"] for stage in bench_index.STAGES) == pytest.approx(1.0)
    assert rows["times_encoding_alone"] > 0.5
    assert rows["documents"] == 1 and rows["dense_bytes_per_passage"] >= 384 * 4
    assert kept(tmp_path / "b.json").settings == {"paths": [letter.name]}
