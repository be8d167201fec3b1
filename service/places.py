"""The letter and kind of each passage, and whether it is copied text: what scoring asks of hundreds at a time."""

from __future__ import annotations

from threading import Lock

from indexer.columns import Columns, columns, some
from indexer.dense import Ids
from indexer.store import Store

REPEATED = 4
"""In so many documents a text stands before it counts as boilerplate."""


_FEW = 1000
"""A question or two ask for so many passages: those that its words find, and all that are scored."""


class Places:
    """The columns of one generation. The first `_FEW` passages are read as they are asked for, so that a single
    question from the command line waits for no more; from then on, all are read once and kept. Safe for many threads.
    """

    def __init__(self, store: Store, at: int) -> None:
        self._store, self._at = store, at
        self._asked = 0
        self._columns: Columns | None = None
        self._lock = Lock()

    def of(self, pids: Ids) -> Columns:
        """The entries of these passages, which ascend; one that has been purged since may be left out."""
        with self._lock:
            if self._columns is None and self._asked > _FEW:
                self._columns = columns(self._store, self._at, REPEATED)
            self._asked += len(pids)
            kept = self._columns
        return kept.of(pids) if kept is not None else some(self._store, self._at, REPEATED, pids)
