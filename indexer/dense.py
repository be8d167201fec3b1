"""The dense index: passages by meaning, in FAISS. The only module that imports it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import faiss
import numpy as np
import numpy.typing as npt

from corpus.document import FoiError
from indexer.embed import Vectors

Ids = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


_SMALL = 50_000  # below this a scan takes a millisecond or two, and waking a team of threads costs more than it saves


_ROUGH = (8_000, 250_000)
"""From and up to how many vectors a search looks through their bytes first. Fewer are read as fast in full; the bytes
of more would take too long to make, and too much memory, while somebody waits."""

_LIKELY = 256
"""How many vectors of each half, by their bytes, are looked at further."""

_STEPS = 2.86
"""By how many rounding steps two products of rounded unit vectors ever change places: seven standard deviations."""


class VectorIndex(Protocol):
    """What the read path asks of a vector index; past one machine, Milvus answers the same calls."""

    def __len__(self) -> int: ...

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Scores]: ...

    def vectors(self, ids: Ids) -> Vectors: ...


class DenseIndex:
    """Unit vectors under their passage numbers, searched exactly by inner product (the cosine)."""

    def __init__(self, dimension: int) -> None:
        self._hold(faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)))

    def _hold(self, index: faiss.IndexIDMap2) -> None:
        self._index = index
        self._asked = 0
        self._bytes: _Bytes | None = None
        self._lock = Lock()

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
        self._hold(index)
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
        self._bytes = None
        self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), np.asarray(ids, dtype=np.int64))

    def remove(self, ids: Sequence[int]) -> None:
        if ids:
            self._bytes = None
            self._index.remove_ids(faiss.IDSelectorBatch(np.asarray(ids, dtype=np.int64)))

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Scores]:
        """The `k` passages nearest to `query` (shape (dimension,)), best first, among `allowed` (None: all).

        Filtering happens before the search, inside FAISS; its padding (-1) is dropped here and nowhere else.
        """
        if not len(self) or (allowed is not None and not len(allowed)):
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if len(self) < _SMALL:
            faiss.omp_set_num_threads(1)
        if allowed is None and k < _LIKELY and (rough := self._rounded()) is not None:
            found = rough.search(np.ascontiguousarray(query, np.float32), k)
            if found is not None:
                return found
        parameters = None
        if allowed is not None:
            parameters = faiss.SearchParameters()
            parameters.sel = faiss.IDSelectorBatch(np.ascontiguousarray(allowed, np.int64))
        scores, ids = self._index.search(query[np.newaxis, :], min(k, len(self)), params=parameters)
        real = ids[0] >= 0
        return ids[0][real], scores[0][real]

    def _rounded(self) -> _Bytes | None:
        """The vectors in bytes, from the second search on: a single question must not wait for them."""
        self._asked += 1
        if self._bytes is None and self._asked > 1 and _ROUGH[0] <= len(self) <= _ROUGH[1]:
            with self._lock:
                self._bytes = self._bytes or _Bytes(self._index)
        return self._bytes

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors of these passages, one row each; all must be held."""
        if not len(ids):
            return np.empty((0, self.dimension), np.float32)
        return np.asarray(self._index.reconstruct_batch(np.ascontiguousarray(ids, np.int64)), dtype=np.float32)


class _Bytes:
    """Unit vectors rounded to a byte a number, to find those worth weighing in full.

    What a search waits for is memory, and this reads a quarter of it, half of that in another thread. The vectors are
    turned first, all alike, which changes no product: else one axis much longer than the others would set the step for
    all, as coarse as its own.
    """

    def __init__(self, index: faiss.IndexIDMap2) -> None:
        self._flat: Any = faiss.downcast_index(index.index)
        self._products: Any = getattr(faiss, "fvec_inner_products_by_idx")  # noqa: B009 - its types do not know it
        self._ids = np.asarray(faiss.vector_to_array(index.id_map), dtype=np.int64)
        drawn = np.random.default_rng(0).standard_normal((int(index.d), int(index.d)))
        self._turn: Vectors = np.linalg.qr(drawn)[0].astype(np.float32)
        ends = (0, len(self._ids) // 2, len(self._ids))
        blocks = [(half, at, end) for half, (of, end) in enumerate(pairwise(ends)) for at in range(of, end, 4096)]
        self._step = max(float(np.abs(self._block(at, end)).max()) for _, at, end in blocks) / 127
        signed = faiss.ScalarQuantizer.QT_8bit_direct_signed
        self._halves = [faiss.IndexScalarQuantizer(int(index.d), signed, faiss.METRIC_INNER_PRODUCT) for _ in range(2)]
        for codes in self._halves:
            codes.train(np.zeros((1, int(index.d)), np.float32))
        for half, at, end in blocks:
            self._halves[half].add(np.rint(self._block(at, end) / self._step))
        self._beside = ThreadPoolExecutor(1, "bytes", initializer=faiss.omp_set_num_threads, initargs=(1,))

    def _block(self, at: int, end: int) -> Vectors:
        found = self._flat.reconstruct_n(at, min(4096, end - at))
        return np.asarray(found @ self._turn, np.float32)

    def search(self, query: Vectors, k: int) -> tuple[Ids, Scores] | None:
        """The `k` nearest with their cosines, as an exact search finds them; None where the bytes cannot tell."""
        turned = query @ self._turn
        step = float(np.abs(turned).max()) / 127
        if not step or not self._step:
            return None
        asked = np.rint(turned / step)[np.newaxis, :]
        beside = self._beside.submit(self._halves[1].search, asked, _LIKELY)
        (rough,), (near,) = self._halves[0].search(asked, _LIKELY)
        (other,), (far,) = beside.result()
        products = np.concatenate([rough, other])
        unsure = _STEPS * float(np.hypot(step, self._step)) / (step * self._step)
        least = np.partition(products, -k)[-k] - unsure
        if max(rough[-1], other[-1]) > least:
            return None
        at = np.concatenate([near, far + self._halves[0].ntotal])[products >= least]
        at = np.ascontiguousarray(np.sort(at)[::-1])  # of equal scores the later comes first, as in FAISS
        scores = np.empty(len(at), np.float32)
        given = faiss.swig_ptr(scores), faiss.swig_ptr(query), self._flat.get_xb(), faiss.swig_ptr(at)
        self._products(*given, int(self._flat.d), 1, len(at))
        best = np.argsort(-scores, kind="stable")[:k]
        return self._ids[at[best]], scores[best]
