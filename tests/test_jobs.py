"""Jobs: in order, told as they go, and none the worse for a killed process."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.document import document_id
from indexer.embed import SentenceEncoder
from service import cli, ingest, jobs, uploads
from service.index import Index
from service.jobs import Busy, Job, Jobs
from service.ledger import Ledger, served
from tests.conftest import WordEncoder

PLAY = """
import json, os, sys, time
for line in sys.stdin:
    order = json.loads(line)
    def say(**word):
        print(json.dumps({"job": order["job"], **word}), flush=True)
    name = order["uris"][0].rsplit("/", 1)[-1]
    say(stage="reading", done=1, total=2)
    print("a library's own words", file=sys.stderr)
    if name == "slow":
        open(order["uris"][0] + ".pid", "w").write(str(os.getpid()))
        time.sleep(60)
    if name == "bad":
        say(error="bad is damaged: send it again")
    elif name == "dies":
        os._exit(3)
    else:
        say(report={"added": 1, "updated": 0, "unchanged": 0, "removed": 0, "failed": [],
                    "documents": 1, "passages": os.getpid()})
"""


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Jobs]:
    """Jobs whose indexing process is a play: it does what a document's name says."""
    script = tmp_path / "play.py"
    script.write_text(PLAY)
    made = Jobs(tmp_path / "data", command=(sys.executable, str(script)))
    yield made
    made.close()


def until(check: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.02)


def ended(work: Jobs, job: Job, seconds: float = 20) -> Job:
    until(lambda: (found := work.get(job.id)) is not None and found.over, seconds)
    found = work.get(job.id)
    assert found is not None
    return found


def test_jobs_are_done_in_order_by_one_process(played: Jobs) -> None:
    given = [played.index([Path(f"/x/{n}")]) for n in range(4)]
    assert {job.state for job in given} == {"queued"}
    assert given[0].documents == ((document_id("/x/0"), "0"),)
    done = [ended(played, job) for job in given]
    assert [job.state for job in done] == ["done"] * 4
    assert len({job.report["passages"] for job in done if job.report}) == 1
    assert [job.id for job in played.latest()] == [job.id for job in reversed(given)]
    assert all(job.ended and job.ended >= job.created for job in done)


def test_a_job_that_fails_says_why_and_the_next_goes_on(played: Jobs) -> None:
    bad, dies, good = (played.index([Path(f"/x/{name}")]) for name in ("bad", "dies", "good"))
    assert ended(played, bad).error == "Bad is damaged: send it again."
    died = ended(played, dies)
    assert died.state == "failed" and "ended with status 3" in (died.error or "")
    assert ended(played, good).state == "done"


def test_a_killed_process_costs_its_job_alone(played: Jobs, tmp_path: Path) -> None:
    slow = played.index([tmp_path / "slow"])
    mark = tmp_path / "slow.pid"
    until(lambda: mark.exists() and bool(mark.read_text()))
    running = played.get(slow.id)
    assert running and (running.state, running.stage, running.done, running.total) == ("running", "reading", 1, 2)
    os.kill(int(mark.read_text()), signal.SIGKILL)
    assert "ended by signal 9" in (ended(played, slow).error or "")
    assert ended(played, played.index([Path("/x/good")])).state == "done"


def test_a_stop_ends_what_is_under_way(played: Jobs, tmp_path: Path) -> None:
    played.index([tmp_path / "slow"])
    mark = tmp_path / "slow.pid"
    until(lambda: mark.exists() and bool(mark.read_text()))
    began = time.monotonic()
    played.close()
    assert time.monotonic() - began < 9
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


@pytest.mark.parametrize("name", ["bad", "dies", "slow"])
def test_an_upload_that_comes_to_nothing_is_deleted(played: Jobs, name: str) -> None:
    kept = uploads.keep(played.data, name, io.BytesIO(b"x"))
    job = played.index([kept])
    if name == "slow":
        until(lambda: Path(f"{kept}.pid").exists())
        played.close()
    assert ended(played, job).state == "failed"
    assert not kept.exists()


def test_an_upload_cut_off_by_a_kill_is_deleted_at_the_next_start(played: Jobs) -> None:
    kept = uploads.keep(played.data, "slow", io.BytesIO(b"x"))
    played.index([kept])
    until(lambda: Path(f"{kept}.pid").exists())
    played._ledger.close()  # as the system does with a process that was killed
    other = again(played)
    try:
        assert other.latest()[0].state == "failed" and not kept.exists()
    finally:
        other.close()


def test_an_idle_process_is_let_go(played: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "IDLE", 0.1)
    first = ended(played, played.index([Path("/x/a")]))
    until(lambda: played._process is None)
    second = ended(played, played.index([Path("/x/b")]))
    assert first.report and second.report and first.report["passages"] != second.report["passages"]


def test_too_many_that_wait_are_refused(played: Jobs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jobs, "WAITING", 2)
    slow = played.index([tmp_path / "slow"])
    until(lambda: (found := played.get(slow.id)) is not None and found.state == "running")
    for n in range(2):
        played.index([Path(f"/x/{n}")])
    with pytest.raises(Busy):
        played.index([Path("/x/3")])


def again(work: Jobs) -> Jobs:
    """The service's jobs after a restart."""
    made = Jobs(work.data, command=work._command[:-1])
    made.resume()
    return made


def test_jobs_are_known_after_a_restart(played: Jobs) -> None:
    uploads.claim(played.data)
    good, bad = (played.index([Path(f"/x/{name}")]) for name in ("good", "bad"))
    told = [ended(played, good), ended(played, bad)]
    played.close()
    restarted = again(played)
    try:
        assert [restarted.get(job.id) for job in told] == told
        assert restarted.latest() == told[::-1]
        assert (played.data / "jobs.json").stat().st_mode & 0o777 == 0o600
    finally:
        restarted.close()


def test_after_a_stop_the_job_under_way_has_failed_and_those_that_waited_are_done(played: Jobs, tmp_path: Path) -> None:
    uploads.claim(played.data)
    slow, good = played.index([tmp_path / "slow"]), played.index([Path("/x/good")])
    until(lambda: (tmp_path / "slow.pid").exists())
    played.close()
    restarted = again(played)
    try:
        cut_off = restarted.get(slow.id)
        assert cut_off and cut_off.state == "failed" and cut_off.ended
        assert "stopped while this was under way" in (cut_off.error or "") and "again" in (cut_off.error or "")
        assert ended(restarted, good).state == "done"
    finally:
        restarted.close()


def test_a_service_that_was_killed_leaves_a_job_that_failed(played: Jobs, tmp_path: Path) -> None:
    uploads.claim(played.data)
    row = {"id": "ab" * 8, "task": "index", "uris": ["/x/a"], "documents": [["0" * 16, "a"]], "created": "2026-01-01"}
    (played.data / "jobs.json").write_text(json.dumps([row | {"state": "running", "stage": "reading", "done": 3}]))
    restarted = again(played)
    try:
        found = restarted.get("ab" * 8)
        assert found and found.state == "failed" and "give the job again" in (found.error or "")
    finally:
        restarted.close()


@pytest.mark.parametrize(
    "written",
    ["", "{", "null", "[3, null, [], {}]", '[{"id": "a", "uris": 3, "documents": []}]', '[{"id": "a", "wrong": 1}]',
     '[{"id": "a", "task": "shell", "uris": [], "documents": [], "created": "x", "state": "queued"}]'],
)  # fmt: skip
def test_a_damaged_book_of_jobs_keeps_nobody_from_working(played: Jobs, written: str) -> None:
    uploads.claim(played.data)
    (played.data / "jobs.json").write_text(written)
    restarted = again(played)
    try:
        assert restarted.latest() == []
        assert ended(restarted, restarted.index([Path("/x/good")])).state == "done"
    finally:
        restarted.close()


def test_two_services_do_not_take_each_others_jobs(played: Jobs, tmp_path: Path) -> None:
    uploads.claim(played.data)
    played.index([tmp_path / "slow"])
    waits = played.index([Path("/x/waits")])
    other = again(played)
    try:
        assert other.latest() == []
        assert ended(other, other.index([Path("/x/good")])).state == "done"
        kept = json.loads((played.data / "jobs.json").read_text())
        assert waits.id in {row["id"] for row in kept} and len(kept) == 2
    finally:
        other.close()


def test_the_real_process_indexes_replaces_and_removes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    work = Jobs(data)
    try:
        letter = "Northmarsh Council\n\n1. How many zebra crossings are there?\n\nThere are {} zebra crossings.\n"
        path = uploads.keep(data, "zebra.txt", io.BytesIO(letter.format(417).encode()))
        done = ended(work, work.index([path]), 200)
        assert done.state == "done" and done.report and done.report["added"] == 1, done
        index = Index(data)
        assert index.ask("how many zebra crossings are there").answer.value == 417
        id = done.documents[0][0]
        found = index.snapshot().store.document(id, index.snapshot().at)
        assert found and found.uri == str(path)
        before = {one.id for one in index.snapshot().store.passages_of(found.version)}

        uploads.replace(data, found.uri, io.BytesIO(letter.format(418).encode()))
        assert (ended(work, work.index([path]), 200).report or {})["updated"] == 1
        assert index.ask("how many zebra crossings are there").answer.value == 418
        again = index.snapshot().store.document(id, index.snapshot().at)
        assert again and again.version != found.version
        after = {one.id for one in index.snapshot().store.passages_of(again.version)}
        assert before & after, "what stayed as it was keeps its id"
        assert before - after, "what changed does not"

        assert (ended(work, work.remove([found.uri]), 200).report or {})["removed"] == 1
        assert index.ask("how many zebra crossings are there").answer.outcome == "not_found"
        assert not path.exists()
        assert index.encoder.name == SentenceEncoder().name
    finally:
        work.close()


def test_indexing_on_the_command_line_steps_back_while_a_service_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stepped: list[int] = []
    monkeypatch.setattr(os, "nice", stepped.append)
    monkeypatch.setattr("indexer.embed.SentenceEncoder", lambda name: WordEncoder())
    monkeypatch.setattr("indexer.query_encoder.keep_query_encoder", lambda data, name: None)
    letter, data = tmp_path / "a.txt", tmp_path / "data"
    letter.write_text("1. How many gates?\n\n4 gates.\n")
    index = ["index", str(letter), "--data", str(data)]
    assert cli.main(index) == 0 and stepped == [] and not served(data)
    ledger = Ledger(data)
    ledger.open()
    assert served(data)
    assert cli.main(index) == 0 and stepped == [ingest.NICE]
    ledger.close()
    assert not served(data)
    assert cli.main(index) == 0 and len(stepped) == 1
