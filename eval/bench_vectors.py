"""`python -m eval bench vectors [--sizes N…]`: exact search in FAISS against its approximate indexes.

HNSW, inverted lists and scalar quantisation, on made-up clustered vectors (`eval.synthetic`), one query at a time in
one thread: time to build, bytes, latency, and recall@10 against the exact result; and how each grows. This is where a
change of index type would be decided, which is why FAISS is imported here beside `indexer.dense`.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from eval.command import Cell, Table, format_option, printed, told
from eval.kept import Kept, keep, made
from eval.synthetic import DIMENSION, block, vectors
from eval.timing import disk, growth, percentiles
from indexer.embed import Vectors

SIZES = (1_000, 10_000, 100_000)
K = 10
QUERIES = 200
_QUERY_BLOCK = 1_000_000_007
"""A block of vectors that no corpus reaches: queries are of the same clusters, and none of the passages."""

GROWING = ("build_seconds", "bytes", "p50_ms")


def _lists(count: int) -> int:
    """FAISS's guideline of about 4·√n inverted lists, with enough vectors to train each."""
    return max(1, min(4 * math.isqrt(count), count // 39))


KINDS: dict[str, tuple[str, str]] = {
    "flat": ("Flat", ""),
    "HNSW (M 32, efSearch 64)": ("HNSW32", "efConstruction=80,efSearch=64"),
    "IVF (1/16 probed)": ("IVF{lists},Flat", "nprobe={probes}"),
    "SQ8": ("SQ8", ""),
    "IVF + SQ8 (1/16 probed)": ("IVF{lists},SQ8", "nprobe={probes}"),
}
"""Name → FAISS's own description of the index, and of its parameters."""


def _made(kind: str, count: int) -> Any:
    lists = _lists(count)
    recipe, parameters = KINDS[kind]
    index = faiss.index_factory(DIMENSION, recipe.format(lists=lists), faiss.METRIC_INNER_PRODUCT)
    if parameters:
        space: Any = faiss.ParameterSpace()
        space.set_index_parameters(index, parameters.format(probes=max(1, lists // 16)))
    return index


def measured(count: int) -> list[dict[str, Any]]:
    """Each kind over the same `count` vectors; the exact one first."""
    held, asked = vectors(count), block(_QUERY_BLOCK, 0)[:QUERIES]
    rows: list[dict[str, Any]] = []
    exact: list[set[int]] = []
    for name in KINDS:
        start = time.perf_counter()
        index = _made(name, count)
        if not index.is_trained:
            index.train(held[: 256 * _lists(count)])
        index.add(held)
        took = time.perf_counter() - start
        found, seconds = _searched(index, asked)
        exact = exact or found
        recall = sum(len(a & b) for a, b in zip(found, exact, strict=True)) / (K * len(asked))
        row = {"kind": name, "passages": float(count), "build_seconds": took, "bytes": float(_bytes(index))}
        rows.append(row | {"recall@10": recall} | percentiles(seconds))
        print(f"{count:,} vectors, {name}: built in {took:.1f} s, recall {recall:.3f}", file=sys.stderr)
    return rows


def _searched(index: Any, asked: Vectors) -> tuple[list[set[int]], list[float]]:
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        found, seconds = [], []
        for n, query in enumerate(np.concatenate([asked[:10], asked])):
            start = time.perf_counter()
            _, ids = index.search(query[np.newaxis, :], K)
            if n >= 10:  # the first ten only warm the caches
                seconds.append(time.perf_counter() - start)
                found.append(set(ids[0].tolist()))
        return found, seconds
    finally:
        faiss.omp_set_num_threads(threads)


def _bytes(index: Any) -> int:
    with tempfile.TemporaryDirectory() as folder:
        faiss.write_index(index, f"{folder}/index")
        return disk(Path(folder))


def grown(rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Kind → growth exponents."""
    found = {k: growth([r for r in rows if r["kind"] == k], "passages", GROWING) for k in KINDS}
    return {kind: exponents for kind, exponents in found.items() if exponents}


def tables(rows: Sequence[dict[str, Any]]) -> list[tuple[str, Table]]:
    columns = ("passages", "kind", "recall@10", "p50_ms", "p95_ms", "p99_ms", "build_seconds", "bytes")
    lines: list[tuple[Cell, ...]] = [tuple(row[c] for c in columns) for row in rows]
    curves: list[tuple[Cell, ...]] = [(kind, *(b[name] for name in GROWING)) for kind, b in grown(rows).items()]
    found = [("Vectors", Table(columns, tuple(lines)))]
    return [*found, ("Growth exponents", Table(("kind", *GROWING), tuple(curves)))] if curves else found


def result(name: str, rows: Sequence[dict[str, Any]]) -> Kept:
    figures = {f"{r['kind']}: {key} at {r['passages']:.0f}": r[key] for r in rows for key in ("recall@10", "p50_ms")}
    settings = {"k": K, "queries": QUERIES, "dimension": DIMENSION}
    return made(name, figures, settings=settings, tables={"rows": list(rows), "growth": grown(rows)})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval bench vectors", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="vectors")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the figures as JSON")
    format_option(parser)
    given = parser.parse_args(arguments)
    rows = [row for size in sorted(given.sizes) for row in measured(size)]
    printed(tables(rows), given)
    if given.keep:
        keep(given.keep, result(given.keep.stem, rows))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.bench_vectors"))
