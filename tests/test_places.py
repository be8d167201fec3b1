"""Columns of passages are what the store says of each, read for one question or for all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from indexer.columns import KINDS, columns, some
from indexer.generation import STORE
from indexer.store import Store
from service.places import REPEATED, Places


def test_columns_say_what_the_store_says(sampled: Path) -> None:
    with Store(sampled / STORE) as store:
        at = store.sequence
        pids = np.asarray(store.alive(at)[0], np.int64)
        every = columns(store, at, 2)
        assert every.pids.tolist() == pids.tolist()
        places, copied = store.places(pids.tolist()), store.repeated(pids.tolist(), at, 2)
        read = zip(every.pids.tolist(), every.versions.tolist(), every.kinds.tolist(), strict=True)
        assert {pid: (version, KINDS[kind]) for pid, version, kind in read} == places
        assert copied and set(every.pids[every.copied].tolist()) == copied
        few = some(store, at, 2, pids[3:40:5])
        for name in ("pids", "versions", "kinds", "copied"):
            assert getattr(few, name).tolist() == getattr(every.of(pids[3:40:5]), name).tolist()


def test_a_later_question_finds_what_the_first_found_and_strangers_are_left_out(
    sampled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.places._FEW", 3)
    with Store(sampled / STORE) as store:
        places = Places(store, store.sequence)
        wanted = np.asarray([1, 2, 5, 10**9], np.int64)
        first = places.of(wanted)
        assert places._columns is None
        second = places.of(wanted)
        assert places._columns is not None
        assert first.pids.tolist() == second.pids.tolist() == [1, 2, 5]
        assert first.kinds.tolist() == second.kinds.tolist() and first.versions.tolist() == second.versions.tolist()
        assert not len(Places(store, store.sequence).of(np.empty(0, np.int64)).pids)
        assert REPEATED > 1
