"""The dense index: passages by meaning, in FAISS. The only module that imports it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import faiss
import numpy as np
import numpy.typing as npt

from corpus.document import FoiError
from indexer.embed import Vectors

Ids = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


_SMALL = 50_000  # below this a scan takes a millisecond or two, and waking a team of threads costs more than it saves


class VectorIndex(Protocol):
    """What the read path asks of a vector index; past one machine, Milvus answers the same calls."""

    def __len__(self) -> int: ...

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Scores]: ...

    def scores(self, query: Vectors, ids: Ids) -> Scores: ...


class DenseIndex:
    """Unit vectors under their passage numbers, searched exactly by inner product (the cosine)."""

    def __init__(self, dimension: int) -> None:
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))

    @classmethod
    def read(cls, path: Path) -> DenseIndex:
        """Raises FoiError when the file is not a FAISS index of ours."""
        try:
            index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise FoiError(f"{path} cannot be read as a FAISS index ({str(error).splitlines()[0][:80]})") from None
        if not isinstance(index, faiss.IndexIDMap2):
            raise FoiError(f"{path} holds {type(index).__name__}, not the IndexIDMap2 that foi-search writes")
        self = cls.__new__(cls)
        self._index = index
        return self

    def write(self, path: Path) -> None:
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def ids(self) -> Ids:
        """Every passage number held, in storage order."""
        return np.asarray(faiss.vector_to_array(self._index.id_map), dtype=np.int64)

    def add(self, ids: Sequence[int] | Ids, vectors: Vectors) -> None:
        self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), np.asarray(ids, dtype=np.int64))

    def remove(self, ids: Sequence[int]) -> None:
        if ids:
            self._index.remove_ids(faiss.IDSelectorBatch(np.asarray(ids, dtype=np.int64)))

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Scores]:
        """The `k` passages nearest to `query` (shape (dimension,)), best first, among `allowed` (None: all).

        Filtering happens before the search, inside FAISS; its padding (-1) is dropped here and nowhere else.
        """
        if not len(self) or (allowed is not None and not len(allowed)):
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if len(self) < _SMALL:
            faiss.omp_set_num_threads(1)
        parameters = None
        if allowed is not None:
            parameters = faiss.SearchParameters()
            parameters.sel = faiss.IDSelectorBatch(np.ascontiguousarray(allowed, np.int64))
        scores, ids = self._index.search(query[np.newaxis, :], min(k, len(self)), params=parameters)
        real = ids[0] >= 0
        return ids[0][real], scores[0][real]

    def scores(self, query: Vectors, ids: Ids) -> Scores:
        """The cosine of `query` with each of these passages; all must be held."""
        if not len(ids):
            return np.empty(0, np.float32)
        return np.asarray(self.vectors(ids) @ query, dtype=np.float32)

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors held for these passages, one row each."""
        return np.asarray(self._index.reconstruct_batch(np.ascontiguousarray(ids, np.int64)), dtype=np.float32)
