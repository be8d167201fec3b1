"""The report: everything that is kept stands in it, on one page with nothing outside it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from corpus.document import FoiError
from eval.figures import million, steps
from eval.headlines import HEADLINES, table
from eval.kept import Kept, keep, made
from eval.pieces import pieces
from eval.report import MARKS, main, with_table

VALUES = {f"q{n}": float(n % 3 > 0) for n in range(12)}
MISS: dict[str, Any] = {
    "id": "q7", "kind": "number", "query": "how many <b>bins</b> | boats", "wanted": "disclosed: '4'", "given": "a\nb",
    "cited": "letter.txt: '4\\n\\t5'", "confidence": 0.91, "rank": None, "wrong": ["text"],
}  # fmt: skip
KINDS = ("questions", "recall@1", "recall@5", "mrr@10", "answer", "citation", "abstain_precision", "abstain_recall")


def results() -> list[Kept]:
    runs = {f"{run}: {m}": 0.4 for run in ("foi search", "BM25", "dense", "RRF") for m in ("nDCG@10", "RR@10")}
    row = {f"{n}_{p}_ms": 2.0 for n in ("search", "search_2", "ask") for p in ("p50", "p95", "p99")}
    compared = [["engine", "RR@10"], ["foi search", 0.9]]
    parts = [["left out", "mrr@10", "earns", "low", "high", "p"], ["nothing left out", 0.9, *[None] * 4]]
    parts.append(["dense", 0.8, 0.1, 0.05, 0.15, 0.001])  # type: ignore[list-item]
    return [
        made("answers-samples", dict.fromkeys(KINDS, 2 / 3), queries={"answer": VALUES},
             tables={"by kind": {"number": dict.fromkeys(KINDS, 0.5)}, "intervals": {"abstain_recall": [0.61, 0.72]}},
             misses=(MISS,)),
        made("answers-letters", dict.fromkeys(KINDS, 2 / 3), tables={"by kind": {}},
             misses=(MISS | dict.fromkeys(("query", "wanted", "given", "cited"), ""),)),
        made("beir-scifact", runs, queries={"foi search: nDCG@10": VALUES},
             tables={"published": [["BM25 (someone)", 0.665]], "differences": compared}),
        made("calibration", {"ECE": 0.07, "AUC": 0.74, "held out: ECE": 0.08, "held out: AUC": 0.7},
             tables={"figures": [["drafts", "ECE"], ["all", 0.07]], "weights": [["feature", "in use"], ["dense", 2]],
                     "curves": {"samples": {"bins": [[0.8, 10, 0.85, 0.8]], "risk": [0.0, 0.5, 0.3]}}}),
        made("ablation-samples", {"answer": 0.8}, tables={"parts": parts}),
        made("bench-compare-samples", {"foi search: RR@10": 0.9, "FAISS alone: RR@10": 0.4},
             settings={"label": "samples"}, tables={"engines": compared}),
        made("bench-index", {"documents_per_second": 3.0}, settings={"paths": ["samples"]}),
        made("bench-search", {"growth of search_p50_ms": 0.2}, settings={"threads": [1, 2]},
             tables={"rows": [{"passages": n, "encode_p50_ms": 1.0} | row | {"search_p50_ms": n} for n in (1e3, 1e4)]}),
        made("bench-vectors", {}, tables={"rows": [
            {"passages": n, "kind": k, "recall@10": 0.9, "p50_ms": 1.0, "p99_ms": 2.0, "build_seconds": 1.0, "bytes": 9}
            for n in (1e3, 1e4) for k in ("flat", "SQ8")],
            "beside": [[["letters, 9 passages", "real", "made up"], ["to 10th", "0.41", "0.42"]]]}),
    ]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for one in results():
        keep(tmp_path / f"{one.name}.json", one)
    return tmp_path


def test_the_page_stands_alone_and_holds_everything(folder: Path) -> None:
    assert main(["--results", str(folder)]) == 0
    page = html.document_fromstring((folder / "report.html").read_bytes())
    assert not page.xpath("//script | //link | //img | //iframe")
    assert not re.search(r"""(?:src|href)=["']https?:|url\(\s*["']?https?:""", (folder / "report.html").read_text())
    assert len(page.xpath("//*[local-name()='svg'][@role='img'][@aria-label]")) == 6
    text = page.text_content()
    for said in ("how many <b>bins</b> | boats", "BM25 (someone): 0.665", "SQ8", "letters, 9 passages", "[0.61, 0.72]"):
        assert said in text
    assert "letter.txt: '4 ⏎ 5'" in text, "line ends of a quotation are marks"
    assert "their text is not kept" in text and text.count("how many <b>bins</b>") == 1
    grown = page.xpath("//table[caption[starts-with(., 'Growth: value = a · passages')]]//td/text()")
    assert grown == ["search_p50_ms", "1.000"]
    assert all(one.name in text and one.commit in text for one in results())


def test_the_markdown_says_the_same_in_whole_tables(folder: Path) -> None:
    main(["--results", str(folder)])
    text = (folder / "report.md").read_text()
    for plot in re.findall(r"\]\((plots/[^)]+\.svg)\)", text):
        etree.parse(folder / plot)
    assert len(re.findall(r"plots/", text)) == 6
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        bars = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(bars) == 1, block


def test_the_same_results_give_the_same_page(folder: Path, tmp_path: Path) -> None:
    main(["--results", str(folder)])
    first = (folder / "report.html").read_bytes()
    main(["--results", str(folder)])
    assert (folder / "report.html").read_bytes() == first


def test_every_figure_stands_with_what_made_it(folder: Path) -> None:
    """Under each piece its results: command, commit, machine; and every row of the table has a command that exists."""
    main(["--results", str(folder)])
    page = html.document_fromstring((folder / "report.html").read_bytes())
    origins = [row.text_content() for row in page.xpath("//p[@class='of']")]
    for one in results():
        assert any(row.startswith(f"{one.name}: {one.command}, commit {one.commit}") for row in origins), one.name
    made_by = {step.result for step in [*steps(Path("work"), Path("../shared")), *million(Path("work"))]}
    for one in HEADLINES:
        words = one.command.split()
        assert words[:4] == ["python", "-m", "eval", "figures"] and words[-1] == one.result
        assert one.result in made_by or "letters" in one.result or "seeds" in one.result or "beir" in one.result


def test_a_result_that_lacks_a_part_is_told(folder: Path) -> None:
    keep(folder / "answers-samples.json", made("answers-samples", dict.fromkeys(KINDS, 0.5), misses=(MISS,)))
    with pytest.raises(FoiError, match="lacks what the report shows"):
        main(["--results", str(folder)])


def test_the_readme_s_table_is_written_between_its_marks(folder: Path) -> None:
    readme = folder / "README.md"
    readme.write_text(f"# Measures\n\n{MARKS[0]}\nthe last one\n{MARKS[1]}\n\nafter\n")
    for _ in range(2):
        assert main(["--results", str(folder), "--readme", str(readme)]) == 0
    text = readme.read_text()
    assert text.startswith("# Measures\n") and text.endswith("\n\nafter\n") and "the last one" not in text
    assert "0.667 [" in text and text.count(MARKS[0]) == 1
    with pytest.raises(FoiError, match="has no marks"):
        with_table("# nothing\n", {one.name: one for one in results()})


def test_the_project_s_own_readme_has_the_marks() -> None:
    text = (Path(__file__).parents[1] / "eval" / "README.md").read_text(encoding="utf-8")
    assert all(text.count(mark) == 1 for mark in MARKS)


def test_times_taken_beside_other_work_are_told() -> None:
    quiet = made("bench-search-1m", {"search_p50_ms at 1000000": 70.0})
    for load, said in ((1.9, ""), (11.3, " (beside other work: load 11.3 on 2 cores)")):
        one = replace(quiet, machine={"load": load, "cores": 2})
        assert table({"bench-search-1m": one}).rows[0][0] == f"1,000,000 made-up passages: milliseconds{said}"
    loaded = [replace(one, machine={"load": 11.3, "cores": 2}) for one in results() if one.name == "bench-search"]
    piece = next(one for one in pieces({one.name: one for one in loaded}) if one.title.startswith("Latency"))
    assert "beside other work, so slower than alone" in piece.text and "load of 11.3 on 2 cores" in piece.text


def test_headlines_count_what_was_measured() -> None:
    counts = {"questions": 15.0, "answer": 0.5, "recall@1": 2 / 3}
    asked = made("answers-samples", counts, queries={"recall@1": VALUES}, settings={"documents": 37})
    about = [row[0] for row in table({"answers-samples": asked}).rows]
    assert about == ["12 questions on 37 sample disclosures", "the same, and 3 that nothing answers"]
    alone = table({"answers-samples": made("answers-samples", {"answer": 0.5})}).rows[0]
    assert str(alone[1]).startswith("fully right 0.500; citation –;")
