"""What a service writes down of its jobs, beside the index: read at its next start, written whole or not at all."""

from __future__ import annotations

import fcntl
import json
import logging
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from indexer.generation import STORE

FILE = "jobs.json"
_LOCK = "jobs.lock"
_TRIES, _PAUSE = 3, 0.02  # `served` holds the lock for a moment, too

log = logging.getLogger("foi.jobs")

Row = dict[str, Any]


class Ledger:
    """The rows of one service at a time: a second one over the same directory writes nothing down, and reads nothing.

    Losing it costs the memory of what was done, never a document, so that no error of it is the user's.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._held: int | None = None
        self._closed = False
        self._pen = Lock()

    def open(self) -> list[Row]:
        """What the service before wrote; nothing where there was none, where it cannot be read, or where another
        service has it."""
        if self._held is None and not self._hold():
            self._closed = (self._data / STORE).exists()  # another service's, for as long as this one runs
            return []
        try:
            rows = json.loads((self._data / FILE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            log.warning("%s cannot be read (%s): earlier jobs are forgotten", FILE, type(error).__name__)
            return []
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

    def write(self, rows: Callable[[], Sequence[Row]]) -> None:
        """Put what `rows` gives in the place of what is there; the later call always wins."""
        with self._pen:
            if self._closed or (self._held is None and not self._hold()):
                return
            fresh = self._data / f"{FILE}.new"
            try:
                fresh.unlink(missing_ok=True)
                handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "w", encoding="ascii") as file:
                    json.dump(rows(), file)
                    file.flush()
                    os.fsync(file.fileno())
                fresh.replace(self._data / FILE)
            except OSError as error:
                log.warning("%s cannot be written (%s)", FILE, error.strerror)

    def close(self) -> None:
        with self._pen:
            self._closed = True
            if self._held is not None:
                os.close(self._held)
                self._held = None

    def _hold(self) -> bool:
        if not (self._data / STORE).exists():
            return False  # no directory of ours yet: it is one before the first job
        try:
            lock = os.open(self._data / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return False
        for _ in range(_TRIES):
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                time.sleep(_PAUSE)
                continue
            self._held = lock
            return True
        os.close(lock)
        return False


def served(data: Path) -> bool:
    """Whether a service runs over `data` on this machine: it holds the ledger's lock for as long as it does."""
    try:
        lock = os.open(data / _LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(lock)
    return False
