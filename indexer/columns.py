"""What scoring asks of every passage, as arrays: its letter, its kind, and whether its words are copied text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.store import Store

KINDS = ("question", "answer", "exemption", "other")
"""What the numbers in `Columns.kinds` mean."""

_ALIVE = "d.born <= :at AND (d.died IS NULL OR d.died > :at)"


@dataclass(frozen=True, slots=True)
class Columns:
    """One entry a passage, in the order of `pids`, which ascend: 18 bytes a passage in all.

    `kinds` index into KINDS; `copied` says that a passage is a refusal or page furniture whose words stand in many
    documents.
    """

    pids: npt.NDArray[np.int64]
    versions: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.int8]
    copied: npt.NDArray[np.bool_]

    def of(self, pids: npt.NDArray[np.int64]) -> Columns:
        """The entries of these passages, which ascend; those that are not there are left out."""
        if not len(self.pids):
            return self
        at = np.minimum(np.searchsorted(self.pids, pids), len(self.pids) - 1)
        at = at[self.pids[at] == pids]
        return Columns(self.pids[at], self.versions[at], self.kinds[at], self.copied[at])


def columns(store: Store, at: int, least: int) -> Columns:
    """The columns of all passages alive at sequence `at`; `copied` are those in at least `least` documents."""
    repeated = {
        words
        for (words,) in store.db.execute(
            "SELECT p.words FROM passages p JOIN documents d USING (version) "
            f"WHERE p.words IS NOT NULL AND {_ALIVE} GROUP BY p.words HAVING count(DISTINCT d.id) >= :least",
            {"at": at, "least": least},
        )
    }
    rows = store.db.execute(
        "SELECT p.pid, p.version, p.kind, p.words FROM passages p JOIN documents d USING (version) "
        f"WHERE {_ALIVE} ORDER BY p.pid",
        {"at": at},
    ).fetchall()
    return _made([(pid, version, kind, words in repeated) for pid, version, kind, words in rows])


def some(store: Store, at: int, least: int, pids: npt.NDArray[np.int64]) -> Columns:
    """The columns of these passages alone: quicker than all of them for a single question."""
    places = store.places(pids.tolist())
    copied = store.repeated(places, at, least)
    return _made([(pid, *places[pid], pid in copied) for pid in sorted(places)])


def _made(rows: list[tuple[Any, ...]]) -> Columns:
    pids, versions, kinds, copied = zip(*rows, strict=True) if rows else ((), (), (), ())
    names = np.asarray([KINDS.index(kind) for kind in kinds], np.int8)
    refusing = names >= KINDS.index("exemption")
    return Columns(
        np.asarray(pids, np.int64), np.asarray(versions, np.int64), names, np.asarray(copied, np.bool_) & refusing
    )
