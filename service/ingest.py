"""The process that writes the index for the service: it takes orders as JSON lines, and tells how they go on likewise.

A process of its own, so that reading a hostile document, or PyTorch, costs the service neither time nor memory, and so
that it can be killed without harm. Lower in priority than the service: who asks goes before what is being indexed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

from corpus.document import FoiError
from indexer.embed import DEFAULT_MODEL, Encoder, SentenceEncoder
from indexer.generation import STORE
from indexer.pipeline import Report, index, remove
from indexer.query_encoder import keep_query_encoder
from indexer.store import Store
from service.gist import beside

NICE = 10
"""How much lower in priority, on the command line too, while a service runs over the same directory."""

PATIENCE = 600.0
"""Seconds to wait for another process that writes the index."""

_OFTEN = 0.2  # seconds between two words on progress


def obey(data: Path, orders: IO[str], say: Callable[[dict[str, Any]], None], model: str | None = None) -> None:
    """Carry out each of `orders` (`{"job", "task": "index" or "remove", "uris"}`) until there are no more.

    Says `{"job", "stage", "done", "total"}` while it works, then `{"job", "report"}` or `{"job", "error"}`.
    """
    encoder: Encoder | None = None
    for line in orders:
        order = json.loads(line)
        progress = _Progress(order["job"], say)
        try:
            encoder = encoder or SentenceEncoder(model or _model(data))
            report = _done(data, order["task"], order["uris"], encoder, progress)
            say({"job": order["job"], "report": _told(report)})
        except FoiError as error:
            say({"job": order["job"], "error": " ".join(str(error).split())})
        except Exception as error:  # said without its message, which may quote a letter
            say({"job": order["job"], "error": f"unexpected {type(error).__name__} while indexing: please report it"})


def _done(data: Path, task: str, uris: Sequence[str], encoder: Encoder, progress: _Progress) -> Report:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            if task == "remove":
                return remove(uris, data, encoder)
            report = index(uris, data, encoder, progress, beside=beside())
            if report.documents:
                keep_query_encoder(data, encoder.name)
            return report
        except FoiError as error:
            if "is being written by process" not in str(error) or time.monotonic() > until:
                raise
            progress("waiting", 0, None)
            time.sleep(1)


class _Progress:
    """Tells how a job goes on, not more often than is of use."""

    def __init__(self, job: str, say: Callable[[dict[str, Any]], None]) -> None:
        self._job, self._say = job, say
        self._last = ("", 0.0)

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        if stage != self._last[0] or now - self._last[1] > _OFTEN:
            self._last = stage, now
            self._say({"job": self._job, "stage": stage, "done": done, "total": total})


def _told(report: Report) -> dict[str, Any]:
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "failed": [{"uri": uri, "error": error} for uri, error in report.failed],
        "documents": report.documents,
        "passages": report.passages,
    }


def _model(data: Path) -> str:
    """The model that the index was made with, else the default."""
    if (data / STORE).is_file():
        with Store(data / STORE) as store:
            return store.meta("model") or DEFAULT_MODEL
    return DEFAULT_MODEL


def main() -> None:
    """`python -m service.ingest DATA [MODEL]`: orders on stdin, words on stdout."""
    os.nice(NICE)
    # What libraries print must not stand between the words: they get stderr.
    words = os.fdopen(os.dup(1), "w", buffering=1, encoding="ascii")
    os.dup2(2, 1)

    def say(word: dict[str, Any]) -> None:
        words.write(json.dumps(word) + "\n")
        words.flush()

    obey(Path(sys.argv[1]), sys.stdin, say, sys.argv[2] if len(sys.argv) > 2 else None)


if __name__ == "__main__":
    main()
