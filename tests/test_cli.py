"""The `foi` command as its users run it: a process of its own, its exit status, its two streams."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SAMPLES

SEED = "seeds/000_e9158ec80da6b306.txt"


def foi(*arguments: str | Path, data: Path | None = None, **extra: Any) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "FOI_DATA"} | ({"FOI_DATA": str(data)} if data else {})
    command = [sys.executable, "-m", "service.cli", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False, **extra)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def refused(done: subprocess.CompletedProcess[str], status: int = 2) -> str:
    """The one line on stderr of a call that was wrong."""
    assert done.returncode == status, done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("foi: "), done.stderr
    return lines[0]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of a few samples, made by the command itself."""
    made = tmp_path_factory.mktemp("cli") / "data"
    done = foi("index", *sorted(SAMPLES.glob("*.txt"))[:6], *sorted(SAMPLES.glob("*.md")), "--data", made)
    assert done.returncode == 0, done.stderr
    return made


def test_help_is_quick_and_shows_examples() -> None:
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        done = foi("--help")
        taken.append(time.perf_counter() - start)
    assert done.returncode == 0 and 'foi ask "how many' in done.stdout
    assert statistics.median(taken) < 0.5


@pytest.mark.parametrize(
    "command", ["index", "remove", "search", "ask", "sections", "text", "status", "verify", "serve"]
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = foi(command, "--help")
    assert done.returncode == 0
    assert f"foi {command}" in done.stdout.split("example:")[1]


def test_json_alone_on_stdout(data: Path) -> None:
    found = json.loads(foi("search", "stalking orders", "-k", "3", "--json", data=data).stdout)
    assert set(found) == {"query", "took_ms", "hits"} and len(found["hits"]) == 3
    first = found["hits"][0]
    assert {
        "rank",
        "score",
        "passage",
        "kind",
        "text",
        "start",
        "end",
        "page",
        "question",
        "exemptions",
        "document",
        "duplicates",
    } <= set(first)
    text = Path(first["document"]["uri"]).read_text(encoding="utf-8")
    assert text[first["start"] : first["end"]] == first["text"]
    answered = json.loads(foi("ask", "stalking orders", "--json", data=data).stdout)
    assert {
        "query",
        "took_ms",
        "outcome",
        "answer",
        "value",
        "unit",
        "confidence",
        "citations",
        "notes",
        "others",
    } <= set(answered)


def test_sections_need_no_index(tmp_path: Path) -> None:
    done = foi("sections", sorted(SAMPLES.glob("*.md"))[0], "--json", data=tmp_path / "none")
    one = json.loads(done.stdout)
    assert set(one["document"]) == {"uri", "title", "authority", "reference", "date", "outcome"}
    assert {s["kind"] for s in one["sections"]} >= {"question", "answer"}
    assert not (tmp_path / "none").exists()


def test_text_prints_the_canonical_text() -> None:
    path = sorted(SAMPLES.glob("*.md"))[0]
    assert foi("text", path).stdout == path.read_text(encoding="utf-8")


def test_queries_come_out_in_order_with_their_ids(data: Path, tmp_path: Path) -> None:
    rows = [{"id": "b", "query": "stalking orders"}, {"id": "a", "query": "refused", "filters": {"kind": "exemption"}}]
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, rows)))
    done = foi("search", "--queries", tmp_path / "q.jsonl", "--run", tmp_path / "run", "--json", data=data)
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in out] == ["b", "a"]
    assert {hit["kind"] for hit in out[1]["hits"]} == {"exemption"}
    run = [line.split() for line in (tmp_path / "run").read_text().splitlines()]
    assert len(run) == sum(len(one["hits"]) for one in out)
    assert all(len(line) == 6 and line[1] == "Q0" for line in run)


def test_a_line_separator_in_a_letter_does_not_end_a_json_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. How many orders?\n\nFour\u2028orders\x85in all.\n", encoding="utf-8")
    assert foi("index", tmp_path / "a.txt", data=tmp_path / "d").returncode == 0
    out = foi("search", "how many orders", "--json", data=tmp_path / "d").stdout
    assert len(out.splitlines()) == 1
    assert any("\u2028" in hit["text"] for hit in json.loads(out)["hits"])


def test_a_missing_path(tmp_path: Path) -> None:
    assert "nowhere.txt" in refused(foi("index", tmp_path / "nowhere.txt", data=tmp_path / "d"))


def test_an_empty_file_and_rubbish_are_named_and_the_good_is_indexed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "rubbish.txt").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "in" / "good.txt").write_text("1. How many orders?\n\n4\n")
    done = foi("index", tmp_path / "in", "--json", data=tmp_path / "d")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["added"] == report["documents"] == 1
    assert {Path(one["uri"]).name for one in report["failed"]} == {"empty.txt", "rubbish.txt"}
    assert {"empty.txt", "rubbish.txt"} == {
        Path(line.split()[1]).name for line in done.stderr.splitlines() if line.startswith("foi: ")
    }


def test_a_directory_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert str(tmp_path / "in") in refused(foi("index", tmp_path / "in", data=tmp_path / "d"))


def test_a_data_directory_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "thesis.docx").write_text("precious")
    line = refused(foi("index", sorted(SAMPLES.glob("*.txt"))[0], data=tmp_path / "d"))
    assert "holds other files" in line
    assert [p.name for p in (tmp_path / "d").iterdir()] == ["thesis.docx"]
    refused(foi("ask", "anything", data=tmp_path / "d"))


def test_asking_before_indexing(tmp_path: Path) -> None:
    for command in (("ask", "how many"), ("search", "how many"), ("status",), ("verify",)):
        assert "foi index" in refused(foi(*command, data=tmp_path / "d"))
    assert not (tmp_path / "d").exists()


def test_another_model(data: Path, tmp_path: Path) -> None:
    line = refused(foi("ask", "how many", "--model", str(tmp_path), data=data))
    assert "all-MiniLM-L6-v2" in line
    line = refused(foi("index", sorted(SAMPLES.glob("*.txt"))[0], "--model", str(tmp_path), data=data))
    assert "made with the model" in line


@pytest.mark.parametrize("query", ["", "   ", "?!", "word " * 20_000])
def test_a_query_of_nothing_or_of_everything(data: Path, query: str) -> None:
    for command in ("ask", "search"):
        assert "query" in refused(foi(command, query, data=data))


def test_filters_that_cannot_be_meant(data: Path) -> None:
    for option, value in (
        ("--kind", "letter"),
        ("--since", "31 April"),
        ("--exemption", "forty"),
        ("--outcome", "maybe"),
    ):
        refused(foi("search", "orders", option, value, data=data))
    assert json.loads(foi("search", "orders", "--authority", "Atlantis", "--json", data=data).stdout)["hits"] == []


def test_wrong_calls(data: Path, tmp_path: Path) -> None:
    refused(foi("ask", data=data))
    refused(foi("search", "x", "-k", "0", data=data))
    refused(foi("search", "x", "-k", "many", data=data))
    refused(foi("frobnicate"))
    (tmp_path / "q.jsonl").write_text('{"id": 1, "query": "x"}\nnot json\n')
    assert "q.jsonl:2" in refused(foi("ask", "--queries", tmp_path / "q.jsonl", data=data))
    refused(foi("ask", "--queries", tmp_path / "none.jsonl", data=data))


def test_remove_takes_out_and_says_what_was_not_there(data: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("1. How many zeppelins?\n\n3\n")
    own = tmp_path / "d"
    assert foi("index", letter, data=own).returncode == 0
    done = foi("remove", letter, tmp_path / "other.txt", "--json", data=own)
    assert done.returncode == 1
    assert json.loads(done.stdout)["removed"] == 1
    assert json.loads(foi("status", "--json", data=own).stdout)["documents"] == 0
    refused(foi("remove", tmp_path / "other.txt", data=own))


def test_verify_is_clean_and_says_what_is_not(data: Path) -> None:
    assert foi("verify", data=data).returncode == 0


def test_the_first_example_on_real_letters(shared: Path, tmp_path: Path) -> None:
    assert foi("index", shared / "seeds", data=tmp_path / "d").returncode == 0
    done = foi("ask", "how many SPOs were breached", "--json", data=tmp_path / "d")
    found = json.loads(done.stdout)
    assert (found["answer"], found["value"], found["outcome"]) == ("4", 4, "disclosed")
    cited = found["citations"][0]
    assert Path(cited["uri"]).name == Path(SEED).name
    assert cited["document"]["authority"] == "West Midlands Police"
    text = (shared / SEED).read_text(encoding="utf-8")
    assert text[cited["start"] : cited["end"]] == cited["quote"] == "4"
    assert text[: cited["start"]].count("\n") + 1 == 37
    shown = foi("ask", "how many SPOs were breached", data=tmp_path / "d").stdout
    assert "line 37" in shown and "West Midlands Police" in shown


def test_a_question_that_is_the_title_too_is_said_once(tmp_path: Path) -> None:
    letter = "Dear Ms Fell\n\n1. How many ferry complaints were received in 2023?\n\n14\n\nYours sincerely\n"
    (tmp_path / "reply.txt").write_text(letter, encoding="utf-8")
    assert foi("index", tmp_path / "reply.txt", "--data", tmp_path / "data").returncode == 0
    shown = foi("ask", "ferry complaints received in 2023", data=tmp_path / "data").stdout
    assert shown.startswith("14\n") and shown.count("How many ferry complaints") == 1
