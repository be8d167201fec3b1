"""One whole generation of an index, open for reading: the store as of its sequence, and both indexes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from indexer import acronyms
from indexer.dense import VectorIndex
from indexer.generation import STORE, Stamp, current, open_indexes, publish, stamp, writing
from indexer.lexical import LexicalIndex
from indexer.store import Store
from service.places import Places
from service.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a reader sees: never half a batch, never two generations at once.

    `authorities` are the names printed on its letters; `learnt` are acronyms that the letters themselves define, in
    lower case, with their wordings.
    """

    data: Path
    stamp: Stamp
    store: Store
    dense: VectorIndex
    lexical: LexicalIndex
    shelf: Shelf
    places: Places
    authorities: tuple[str, ...]
    learnt: Mapping[str, tuple[str, ...]]

    @property
    def at(self) -> int:
        """The change sequence that this snapshot shows."""
        return self.stamp.sequence

    def close(self) -> None:
        self.store.close()


def open_snapshot(data: Path, *, catch_up: bool = True) -> Snapshot:
    """Open the current generation of the index in `data`.

    Where an indexing run ended before it could publish, and no writer is at work, and every vector is there, the
    indexes are caught up first (with `catch_up`); else the last whole generation is opened. Raises FoiError when
    there is none.
    """
    if catch_up:
        _catch_up(data)
    folder = current(data)
    if folder is None:
        Store(data / STORE).close()  # says it when nothing is there, or when it is not ours
        raise FoiError(f"the indexing of {data} did not finish: run `foi index` again")
    try:
        made = stamp(folder)
        dense, lexical = open_indexes(folder, made)
    except FoiError:
        if not catch_up or not _publish(data):
            raise
        return open_snapshot(data, catch_up=False)
    store = Store(data / STORE)
    learnt = acronyms.learnt(acronyms.read(folder))
    authorities = tuple(store.authorities(made.sequence))
    places = Places(store, made.sequence)
    return Snapshot(data, made, store, dense, lexical, Shelf(store), places, authorities, learnt)


def _catch_up(data: Path) -> None:
    if not (data / STORE).exists():
        return
    with Store(data / STORE) as store:
        sequence = store.sequence
    if not _whole(data, sequence):
        _publish(data)


def _publish(data: Path) -> bool:
    """Make the indexes anew from the store, or catch them up, where that takes no encoding. Whether it was done."""
    if not os.access(data, os.W_OK):
        return False
    with Store(data / STORE) as store:
        model = store.meta("model")
        dimension = store.dimension(model) if model else 0
        if model is None or not dimension or store.unembedded(model):
            return False
    try:
        with writing(data), Store(data / STORE, write=True) as store:
            publish(data, store, model, dimension)
    except FoiError:
        return False  # a writer is at work: it will publish; until then the last generation serves
    return True


def _whole(data: Path, sequence: int) -> bool:
    """Whether the current generation shows the store's last change."""
    folder = current(data)
    if folder is None:
        return False
    try:
        return (
            stamp(folder).sequence == sequence and (folder / "dense.faiss").exists() and (folder / "lexical").exists()
        )
    except FoiError:
        return False
