"""Work on the index that takes longer than a request: one job at a time, in order, by a process of its own."""

from __future__ import annotations

import json
import logging
import queue
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any, Literal, get_args

from corpus.document import FoiError, document_id
from service import uploads
from service.ledger import Ledger, Row

log = logging.getLogger("foi.jobs")

WAITING = 200
"""Jobs that may wait; the next is refused."""

REMEMBERED = 1000
"""Jobs that can be asked about; the oldest ended ones are forgotten."""

IDLE = 60.0
"""Seconds that the indexing process waits for the next job before it is let go, its model with it."""

INTERRUPTED = (
    "the service was stopped while this was under way; nothing else was harmed: give the job again, with its documents"
)
"""Why a job failed that a stop cut off."""

Task = Literal["index", "remove"]
State = Literal["queued", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands. `uris` are those it is about, `documents` their (id, name); times are RFC 3339, in UTC.

    `report` counts what became of the documents, as `foi index --json` does, once `state` is `done`; `error` is one
    line where it is `failed`.
    """

    id: str
    task: Task
    uris: tuple[str, ...]
    documents: tuple[tuple[str, str], ...]
    created: str
    state: State = "queued"
    ended: str | None = None
    stage: str | None = None
    done: int = 0
    total: int | None = None
    report: Mapping[str, Any] | None = None
    error: str | None = None

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")


class Busy(Exception):
    """So many jobs wait already that no more are taken."""


class Jobs:
    """The jobs of one service, remembered beside the index.

    After a restart those that waited are done, and one that was under way is reported as failed: how far it came is
    not known, and giving it again does no harm.
    """

    def __init__(self, data: Path, model: str | None = None, command: Sequence[str] | None = None) -> None:
        """`command` starts the indexing process, where it is not the usual one."""
        self.data = data
        self._command = [
            *(command or (sys.executable, "-m", "service.ingest")),
            str(data.resolve()),
            *([model] if model else []),
        ]
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._books = threading.Lock()
        self._waiting: queue.Queue[str | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False
        self._ledger = Ledger(data)

    def resume(self) -> None:
        """Take up what the service before left: see the class. Called once, as the service starts."""
        cut_off = []
        for row in self._ledger.open()[-REMEMBERED - WAITING :]:
            job = _job(row)
            if job is None:
                continue
            if job.state == "running":
                job = replace(job, state="failed", ended=_now(), stage=None, error=_sentence(INTERRUPTED))
                cut_off.append(job.id)
            self._jobs[job.id] = job
            if job.state == "queued":
                self._waiting.put(job.id)
        for id in cut_off:
            self._settle(id)
        if self._jobs:
            self._write_down()
        if not self._waiting.empty():
            self._start()

    def index(self, paths: Sequence[Path]) -> Job:
        """Have the files at `paths` indexed. Raises Busy."""
        return self._take("index", [str(path) for path in paths])

    def remove(self, uris: Sequence[str]) -> Job:
        """Have the documents at `uris` taken out. Raises Busy."""
        return self._take("remove", list(uris))

    def get(self, id: str) -> Job | None:
        with self._books:
            return self._jobs.get(id)

    def latest(self, most: int = 50) -> list[Job]:
        """The jobs given last, the newest first."""
        with self._books:
            return list(reversed(self._jobs.values()))[:most]

    def close(self) -> None:
        """Stop: the job under way is killed, which harms nothing; those that wait are done after the next start."""
        self._stopped = True
        self._waiting.put(None)
        process, thread = self._process, self._thread
        if process is not None:
            process.kill()
        if thread is not None:
            thread.join(timeout=10)
        self._ledger.close()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
            self._thread.start()

    def _write_down(self) -> None:
        def rows() -> list[Row]:
            with self._books:
                return [asdict(job) for job in self._jobs.values()]

        self._ledger.write(rows)

    def _take(self, task: Task, uris: Sequence[str]) -> Job:
        documents = tuple((document_id(uri), uri.rpartition("/")[2]) for uri in uris)
        made = Job(token_hex(8), task, tuple(uris), documents, _now())
        with self._books:
            if sum(job.state == "queued" for job in self._jobs.values()) >= WAITING:
                raise Busy
            self._jobs[made.id] = made
            ended = [job.id for job in self._jobs.values() if job.over]
            for id in ended[: max(0, len(self._jobs) - REMEMBERED)]:
                del self._jobs[id]
            self._start()
        self._write_down()
        self._waiting.put(made.id)
        return made

    def _change(self, id: str, **values: Any) -> None:
        with self._books:
            self._jobs[id] = replace(self._jobs[id], **values)
        if "state" in values:
            self._write_down()

    def _work(self) -> None:
        while True:
            try:
                id = self._waiting.get(timeout=IDLE if self._process else None)
            except queue.Empty:
                self._let_go()
                continue
            if id is None or self._stopped:
                self._let_go()
                return
            self._change(id, state="running")
            try:
                report = self._carried_out(id)
            except FoiError as error:
                log.warning("job failed", extra={"fields": {"job": id}})
                self._settle(id)
                self._change(id, state="failed", ended=_now(), error=_sentence(str(error)))
            else:
                self._settle(id)
                self._change(id, state="done", ended=_now(), stage=None, report=report)

    def _settle(self, id: str) -> None:
        """Delete the uploads of a job that did not come into the index: nothing would ever lead to them."""
        job = self._jobs[id]
        if job.task == "index":
            with self._books:
                awaited = {uri for one in self._jobs.values() if one.id != id and not one.over for uri in one.uris}
            uploads.discard(self.data, set(job.uris) - awaited)

    def _carried_out(self, id: str) -> Mapping[str, Any]:
        """What the indexing process reports of a job. Raises FoiError where it fails, or is killed."""
        job = self._jobs[id]
        for word in self._words({"job": id, "task": job.task, "uris": list(job.uris)}):
            if "error" in word:
                raise FoiError(word["error"])
            if "report" in word:
                if job.task == "remove":
                    for uri in job.uris:
                        uploads.forget(self.data, uri)
                report: Mapping[str, Any] = word["report"]
                return report
            self._change(id, stage=word["stage"], done=word["done"], total=word["total"])
        how = self._let_go()
        if self._stopped:
            raise FoiError(INTERRUPTED)
        why = f"was ended by signal {-how}" if how < 0 else f"ended with status {how}"
        raise FoiError(f"the indexing process {why}; what was indexed before is unharmed: give the job again")

    def _words(self, order: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """What the indexing process says to `order`, until it has done or has died."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        process = self._process
        assert process.stdin and process.stdout
        try:
            process.stdin.write(json.dumps(order) + "\n")
            process.stdin.flush()
        except OSError:
            return
        for line in process.stdout:
            word: dict[str, Any] = json.loads(line)
            if word.get("job") == order["job"]:
                yield word

    def _let_go(self) -> int:
        """End the indexing process; its exit status."""
        process, self._process = self._process, None
        if process is None:
            return 0
        assert process.stdin and process.stdout
        with suppress(OSError):
            process.stdin.close()
        try:
            status = process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        process.stdout.close()
        return status


def _job(row: Row) -> Job | None:
    """A job as it was written down; None for what is none of ours."""
    try:
        uris, documents = tuple(map(str, row["uris"])), tuple((str(id), str(name)) for id, name in row["documents"])
        job = Job(**{**row, "uris": uris, "documents": documents})
    except (KeyError, TypeError, ValueError):
        return None
    known = job.state in get_args(State) and job.task in get_args(Task) and isinstance(job.id, str)
    return job if known and len(uris) == len(documents) else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
