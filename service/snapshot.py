"""One whole generation of an index, open for reading: the store as of its sequence, and both indexes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from indexer.dense import DenseIndex, VectorIndex
from indexer.generation import STORE, Stamp, current, publish, stamp, writing
from indexer.lexical import LexicalIndex
from indexer.store import Store
from service.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a reader sees: never half a batch, never two generations at once."""

    data: Path
    stamp: Stamp
    store: Store
    dense: VectorIndex
    lexical: LexicalIndex
    shelf: Shelf

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
    made = stamp(folder)
    dense = DenseIndex.read(folder / "dense.faiss")
    if (len(dense), dense.dimension) != (made.passages, made.dimension):
        raise FoiError(
            f"{folder} is damaged ({len(dense)} vectors, {made.passages} recorded): run `foi index` to rebuild it"
        )
    store = Store(data / STORE)
    return Snapshot(data, made, store, dense, LexicalIndex(folder / "lexical"), Shelf(store))


def _catch_up(data: Path) -> None:
    if not (data / STORE).exists() or not os.access(data, os.W_OK):
        return
    with Store(data / STORE) as store:
        model = store.meta("model")
        dimension = store.dimension(model) if model else 0
        if model is None or not dimension or _whole(data, store.sequence) or store.unembedded(model):
            return
    try:
        with writing(data), Store(data / STORE, write=True) as store:
            publish(data, store, model, dimension)
    except FoiError:
        return  # a writer is at work: it will publish; until then the last generation serves


def _whole(data: Path, sequence: int) -> bool:
    """Whether the current generation shows the store's last change, and can be opened."""
    folder = current(data)
    if folder is None:
        return False
    try:
        return (
            stamp(folder).sequence == sequence and (folder / "dense.faiss").exists() and (folder / "lexical").exists()
        )
    except FoiError:
        return False
