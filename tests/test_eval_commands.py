"""The commands of `python -m eval`, from the command line to what they print: on a few samples and on made-up files."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from eval.__main__ import COMMANDS, main
from eval.command import Table, read_queries, shown
from eval.kept import kept
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
ASKED = ("wexcombe-spo-2023-24.txt", "saltmoor-anpr-refusal.md", "northmarsh-parking-pcns.txt")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eval") / "data"
    encoder = SentenceEncoder()
    index([str(SAMPLES / name) for name in ASKED], folder, encoder)
    keep_query_encoder(folder, encoder.name)
    return folder


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's questions on these samples alone, and two that nothing answers."""
    rows = []
    for line in (Path(__file__).parents[1] / "eval" / "questions" / "samples.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["document"] in ASKED and not row.get("also"):
            rows.append(row)
    negative = list(map(json.loads, NEGATIVES))
    path = tmp_path_factory.mktemp("questions") / "questions.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in [*rows[:14], *negative]), encoding="utf-8")
    return path


NEGATIVES = (
    '{"id": "n1", "query": "how many lighthouses does Penzance own", "outcome": "not_found", "answer": null}',
    '{"id": "n2", "query": "cost of the Antarctic survey ship", "outcome": "not_found", "answer": null}',
)


def test_a_run_is_made_and_scored_on_spans(
    data: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "ours.trec"
    assert main(["run", "--data", str(data), "--queries", str(questions), "--run", str(run), "-k", "20"]) == 0
    capsys.readouterr()
    score = ["score", str(run), "--qrels", str(questions), "--data", str(data), "--format", "json"]
    assert main([*score, "--keep", str(tmp_path / "kept.json")]) == 0
    means = json.loads(capsys.readouterr().out)["Means over all judged queries"][0]
    assert means["run"] == "ours" and means["R@10"] > 0.5
    result = kept(tmp_path / "kept.json")
    assert result.figures["R@10"] == pytest.approx(means["R@10"], abs=1e-5)
    assert "n1" not in result.queries["R@10"], "what nothing answers cannot be found"
    first = questions.read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "other.trec").write_text(f"{json.loads(first)['id']} Q0 gone.txt:0-9 1 1.0 t\n")
    capsys.readouterr()
    assert main(["score", str(tmp_path / "other.trec"), "--qrels", str(questions), "--data", str(data)]) == 2
    said = capsys.readouterr().err
    assert "other names gone.txt, which is not in" in said and said.count("\n") == 1


def test_a_killed_evaluation_goes_on_and_ends_as_an_undisturbed_one(
    data: Path, questions: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "eval", "answers", "--data", str(data), "--questions", str(questions)]
    command += ["--going", str(tmp_path / "going"), "--keep"]
    root = Path(__file__).parents[1]
    running = subprocess.Popen([*command, str(tmp_path / "a.json")], stdout=subprocess.DEVNULL, cwd=root)
    while not (tmp_path / "going").exists() or (tmp_path / "going").read_text().count("\n") < 4:
        assert running.poll() is None, "it ended before it was killed"
        time.sleep(0.002)
    running.kill()
    assert running.wait() == -signal.SIGKILL and not (tmp_path / "a.json").exists()
    done = (tmp_path / "going").read_text().count("\n") - 1
    again = subprocess.run([*command, str(tmp_path / "a.json")], capture_output=True, text=True, check=True, cwd=root)
    assert f"going: {done} of 16 were done already" in again.stderr
    subprocess.run([*command, str(tmp_path / "b.json")], capture_output=True, check=True, cwd=root)
    first, second = kept(tmp_path / "a.json"), kept(tmp_path / "b.json")
    assert (first.figures, first.queries) == (second.figures, second.queries)


def test_two_runs_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "qrels").write_text("".join(f"q{n} 0 d{n} 1\n" for n in range(30)))
    (tmp_path / "good.trec").write_text("".join(f"q{n} Q0 d{n} 1 2.0 a\nq{n} Q0 x 2 1.0 a\n" for n in range(30)))
    (tmp_path / "bad.trec").write_text("".join(f"q{n} Q0 x 1 2.0 a\nq{n} Q0 d{n} 2 1.0 a\n" for n in range(20)))
    paths = [str(tmp_path / name) for name in ("good.trec", "bad.trec")]
    assert main(["score", *paths, "--qrels", str(tmp_path / "qrels"), "--measure", "RR@10", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["RR@10"] for row in found["Means over all judged queries"]] == pytest.approx([1.0, 20 * 0.5 / 30])
    gap = found["Differences"][0]
    assert gap["RR@10"] == "good − bad" and gap["p"] < 0.001 and gap["better"] == 30
    assert main(["score", *paths, "--qrels", str(tmp_path / "qrels"), "--per-query", "--format", "csv"]) == 0
    assert "nDCG@10 of query,good,bad" in capsys.readouterr().out


def test_answers_are_judged_kept_and_gated(
    data: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["answers", "--data", str(data), "--questions", str(questions)]
    assert main([*options, "--keep", str(tmp_path / "kept" / "a.json"), "--going", str(tmp_path / "going")]) == 0
    assert "abstain_recall" in capsys.readouterr().out
    assert not (tmp_path / "going").exists()
    assert main([*options, "--keep", str(tmp_path / "a.json"), "--format", "json", "--show"]) == 0
    capsys.readouterr()
    result = kept(tmp_path / "a.json")
    assert result.figures["verbatim"] == 1.0 and result.figures["abstain_recall"] == 1.0
    assert result.settings["documents"] == 3 and result.commit
    assert {"query", "wanted", "given", "wrong"} <= (
        result.misses[0].keys() if result.misses else {"query", "wanted", "given", "wrong"}
    )
    assert main(["gate", str(tmp_path / "a.json"), "--against", str(tmp_path / "kept")]) == 0


def test_the_confidence_is_measured_on_drafts(
    data: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["calibration", "--on", str(data), str(questions), "--weights"]
    assert main([*options, "--keep", str(tmp_path / "c.json")]) == 0
    out = capsys.readouterr().out
    assert "weights in use: " in out and '"precise"' in out
    result = kept(tmp_path / "c.json")
    assert 0 <= result.figures["ECE"] <= 1 and 0 <= result.figures["held out: AUC"] <= 1
    for curve in result.tables["curves"].values():
        assert len(curve["risk"]) == sum(row[1] for row in curve["bins"]) == result.figures["drafts"]


def test_every_command_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out
    for name in COMMANDS:
        assert name in listed
        if name != "bench":
            with pytest.raises(SystemExit) as ended:
                main([name, "--help"])
            assert ended.value.code == 0
            assert "usage: python -m eval " + name in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "there is no command 'nothing'"),
        (["bench", "nothing"], "there is no bench 'nothing'"),
        (["run", "--data", "/nowhere", "--queries", "/nowhere", "--run", "x"], "cannot read /nowhere"),
        (["score", "/nowhere", "--qrels", "/nowhere"], "cannot read /nowhere"),
        (["beir", "/nowhere"], "/nowhere is not in BEIR's layout"),
        (["answers", "--url", "nowhere"], "nowhere is no address"),
        (["report", "--results", "/nowhere"], "holds no kept result"),
        (["gate", "/nowhere"], "cannot read /nowhere"),
        (["label", "/nowhere"], "/nowhere is not there"),
        (["ablation", "--only", "luck"], "there is no part 'luck'"),
        (["ablation", "--docs", "/nowhere"], "--docs and --gold together"),
        (["figures", "--only", "luck"], "there is no result 'luck'"),
        (["sections", "--gold", "/nowhere"], "cannot read /nowhere/sections.jsonl"),
        (["run", "--data", "/nowhere"], "the following arguments are required: --queries, --run"),
        (["score", "x", "--qrels", "y", "--keep", "/proc/nowhere/a.json"], "cannot write /proc/nowhere/a.json"),
        (["answers", "--data", "/nowhere", "--keep", "/tmp"], "/tmp is a folder: give the name of a file"),
        (["run", "--data", "x", "--queries", "y", "--run", "/proc/out.trec"], "cannot write /proc/out.trec"),
        (["figures", "--results", "/proc/nowhere"], "cannot write"),
        (["label", str(SAMPLES), "--sheet", "labels.csv"], "call it labels.xlsx"),
        (["label", str(SAMPLES), "--sheet", "/proc/labels.xlsx"], "cannot write /proc/labels.xlsx"),
        (["crash", "x", "--queries", "y", "--kills", "0"], "--kills 0 tries nothing"),
        (["beir", str(SAMPLES), "--most", "0"], "--most 0 asks no query"),
        (["bench", "vectors", "--sizes", "many"], "invalid int value: 'many'"),
    ],
)
def test_bad_input_is_told_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if arguments[0] == "figures":
        arguments = [*arguments, "--work", str(tmp_path)]
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert said in error and error.startswith("eval") and error.count("\n") == 1


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ({"lines": "all"}, '"lines" must be a list of line numbers'),
        ({"lines": [99999]}, "points at no place in"),
        ({"evidence": ["words"]}, '"evidence" must be a list of objects'),
        ({"evidence": [{"quote": ""}]}, '"evidence" must be a list of objects'),
        ({"evidence": [{"quote": 5}]}, '"evidence" must be a list of objects'),
        ({"evidence": [{"quote": "the", "occurrence": "last"}]}, '"evidence" must be a list of objects'),
        ({"evidence": [{"quote": "the", "occurrence": 0}]}, '"evidence" must be a list of objects'),
        ({"evidence": [{"quote": "nowhere at all"}]}, "which does not stand in the document"),
        ({"lines": [1], "also": ["b"]}, '"also" must be a list of objects'),
        ({"lines": [1], "answer": 5}, 'the "answer" must be text, [start, end] of it, or null'),
        ({"lines": [1], "answer": [5, 3]}, "is no [start, end] in a document of"),
        ({"lines": [1], "answer": [0, 10**9]}, "is no [start, end] in a document of"),
        ({"lines": [1], "accept": "disclosed"}, '"accept" must be a list of outcomes'),
        ({"lines": [1], "document": "gone.txt"}, "gone.txt is not in the index"),
    ],
)
def test_malformed_labels_are_told_in_one_line(
    label: dict[str, object], said: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"id": "a", "query": "x", "outcome": "disclosed", "document": ASKED[0]} | label
    (tmp_path / "labels.jsonl").write_text(json.dumps(row))
    assert main(["answers", "--data", str(data), "--questions", str(tmp_path / "labels.jsonl")]) == 2
    error = capsys.readouterr().err
    assert "labels.jsonl:1" in error and said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("line", ["[]", "{broken", '{"document": "a"}', '{"document": 5, "lines": []}',
                                  '{"document": "a", "lines": [{"from": 1}]}'])  # fmt: skip
def test_malformed_sections_are_told_in_one_line(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sections.jsonl").write_text(line)
    assert main(["sections", "--gold", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert 'sections.jsonl:1 needs a JSON object with "document" and "lines"' in error and error.count("\n") == 1


def test_a_service_that_goes_away_half_way_leaves_what_was_done(data: Path, questions: Path, tmp_path: Path) -> None:
    """A real server, stopped with SIGKILL after a few answers: one line that says where they are kept; started again,
    the same command ends as one that was never disturbed."""
    port = free_port()
    keep = ["--keep", str(tmp_path / "a.json")]
    command = ["answers", "--url", f"http://127.0.0.1:{port}", "--questions", str(questions), *keep]
    part = tmp_path / "a.json.part"
    with served(data, port) as server:
        running = evaluated(command)
        while not part.exists() or part.read_text().count("\n") < 4:
            assert running.poll() is None, "it ended before the service went away"
            time.sleep(0.002)
        server.kill()
        said = running.communicate(timeout=150)[1].splitlines()
    assert running.returncode == 2
    assert "does not answer" in said[-1] and f"what is done is kept in {part}" in said[-1]
    done = part.read_text().count("\n") - 1
    with served(data, port):
        again = evaluated(command)
        told = again.communicate(timeout=150)[1]
    assert again.returncode == 0 and f"{done} of 16 were done already" in told
    assert not part.exists() and kept(tmp_path / "a.json").figures["questions"] == 16


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def served(data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """`foi serve` on `data`, until it answers; ended behind the block."""
    command = [sys.executable, "-m", "service.cli", "serve", "--data", str(data), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    try:
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.1)
        yield server
    finally:
        server.kill()
        server.wait()


def evaluated(arguments: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "eval", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no query"),
        ("q1\t \n", ":1: the query q1 is empty"),
        ("q1\ta\nq1\tb\n", ":2 gives the query q1 a second time"),
        ("no tab\n", ":1 is not a query"),
        ('{"id": "q1"}\n', ":1 is not a query"),
        ("{broken\n", ":1 is not a query"),
    ],
)
def test_malformed_queries_are_told_in_one_line(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "queries").write_text(text)
    with pytest.raises(Exception, match=said):
        read_queries(tmp_path / "queries")


def test_queries_come_in_three_layouts(tmp_path: Path) -> None:
    lines = ('{"id": 1, "query": "a"}', '{"_id": "2", "text": "b"}', "3\tc")
    (tmp_path / "queries").write_text("\n".join(lines))
    assert read_queries(tmp_path / "queries") == {"1": "a", "2": "b", "3": "c"}


def test_cells_are_shown_to_three_places() -> None:
    assert [shown(c) for c in (0.12345, 12345.6, 12.34, 0.0, 1e-5, -1e-5, None, "a|b", 7)] == [
        "0.123", "12,346", "12.3", "0.000", "< 0.001", "> -0.001", "", "a\\|b", "7",
    ]  # fmt: skip
    assert Table(("a",), ((1.5,),)).text("csv") == "a\n1.5\n"
