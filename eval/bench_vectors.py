"""`python -m eval bench vectors [--sizes N…]`: exact search in FAISS against its approximate indexes.

HNSW, inverted lists and scalar quantisation, on made-up vectors (`eval.synthetic`), one query at a time in one thread:
time to build, bytes, latency, and recall@10 against the exact result; and how each grows. With --beside, real indexes
and as many made-up vectors as they hold are measured the same way, and how near their vectors lie, so that what the
made-up ones tell can be doubted. This is where a change of index type would be decided, which is why FAISS is imported
here beside `indexer.dense`.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from corpus.document import FoiError
from eval.command import Cell, Parser, Table, format_option, going_of, going_option, keep_option, printed, told
from eval.kept import Kept, keep, made
from eval.likeness import Cosines, cosines, real
from eval.progress import resumed
from eval.synthetic import DIMENSION, question_vectors, vectors
from eval.timing import disk, growth, percentiles
from indexer.embed import Vectors

SIZES = (1_000, 10_000, 100_000)
K = 10
QUERIES = 200
_TRAINED = 40
"""Vectors a list that inverted lists are trained on: FAISS warns below 39, with more a million take half an hour."""

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


def measured(held: Vectors, asked: Vectors, kinds: Sequence[str] = tuple(KINDS)) -> list[dict[str, Any]]:
    """Each of `kinds` over the same vectors, asked the same."""
    exact = nearest(held, asked)
    return [row(kind, held, asked, exact) for kind in kinds]


def nearest(held: Vectors, asked: Vectors) -> list[set[int]]:
    """The exact result: the places of the K nearest to each of `asked`."""
    _, ids = faiss.knn(asked, held, K, metric=faiss.METRIC_INNER_PRODUCT)
    return [set(one.tolist()) for one in ids]


def row(kind: str, held: Vectors, asked: Vectors, exact: Sequence[set[int]]) -> dict[str, Any]:
    """One kind of index, built and asked."""
    start = time.perf_counter()
    index = _made(kind, len(held))
    if not index.is_trained:
        index.train(held[: _TRAINED * _lists(len(held))])
    index.add(held)
    took = time.perf_counter() - start
    found, seconds = _searched(index, asked)
    recall = sum(len(a & b) for a, b in zip(found, exact, strict=True)) / (K * len(asked))
    print(f"{len(held):,} vectors, {kind}: built in {took:.1f} s, recall {recall:.3f}", file=sys.stderr)
    sizes = {"kind": kind, "passages": float(len(held)), "build_seconds": took, "bytes": float(_bytes(index))}
    return sizes | {"recall@10": recall} | percentiles(seconds)


def grown_rows(sizes: Sequence[int], going: Path) -> list[dict[str, Any]]:
    """Every kind at every size, made up. `going` keeps what is done, for the caller to delete."""

    @lru_cache(maxsize=1)
    def of(size: int) -> tuple[Vectors, Vectors, list[set[int]]]:
        held, asked = vectors(size), question_vectors(QUERIES)
        return held, asked, nearest(held, asked)

    def work(text: str) -> dict[str, Any]:
        size, _, kind = text.partition(" ")
        return row(kind, *of(int(size)))

    items = [f"{size} {kind}" for size in sizes for kind in KINDS]
    return list(resumed(going, {"k": K, "queries": QUERIES}, [(one, one) for one in items], work).values())


@dataclass(frozen=True, slots=True)
class Beside:
    """A real index beside as many made-up vectors: how near they lie, and kind → recall@10."""

    name: str
    passages: int
    cosines: tuple[Cosines, Cosines]
    recall: tuple[dict[str, float], dict[str, float]]


def beside(data: Path, queries: Path) -> Beside:
    """Raises FoiError where `data` holds too few passages."""
    held, questions = real(data, queries)
    pairs = ((held, questions), (vectors(len(held)), question_vectors(QUERIES)))
    recalls = [{row["kind"]: row["recall@10"] for row in measured(*pair)} for pair in pairs]
    nearness = [cosines(*pair) for pair in pairs]
    name = data.parent.name if data.name == "index" else data.name
    return Beside(name, len(held), (nearness[0], nearness[1]), (recalls[0], recalls[1]))


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


def tables(rows: Sequence[dict[str, Any]], compared: Sequence[Beside] = ()) -> list[tuple[str, Table]]:
    columns = ("passages", "kind", "recall@10", "p50_ms", "p95_ms", "p99_ms", "build_seconds", "bytes")
    lines: list[tuple[Cell, ...]] = [tuple(row[c] for c in columns) for row in rows]
    curves: list[tuple[Cell, ...]] = [(kind, *(b[name] for name in GROWING)) for kind, b in grown(rows).items()]
    found = [("Vectors", Table(columns, tuple(lines)))]
    if curves:
        found.append(("Growth exponents", Table(("kind", *GROWING), tuple(curves))))
    return [*found, *((f"Beside the {one.passages:,} passages of {one.name}", of_beside(one)) for one in compared)]


def of_beside(one: Beside) -> Table:
    """Cosines as tenth, median and last tenth; then recall by kind of index."""
    (of_real, of_made), (there, here) = one.cosines, one.recall
    lines: list[tuple[Cell, ...]] = [
        (f"cosine, {name}", _three(of_real[name]), _three(of_made[name])) for name in of_real
    ]
    lines += [(f"recall@10, {kind}", there[kind], here[kind]) for kind in there]
    return Table((f"{one.name}, {one.passages:,} passages", "real", "made up"), tuple(lines))


def _three(values: tuple[float, float, float]) -> str:
    return " / ".join(f"{value:.2f}" for value in values)


def result(name: str, rows: Sequence[dict[str, Any]], compared: Sequence[Beside] = ()) -> Kept:
    figures = {f"{r['kind']}: {key} at {r['passages']:.0f}": r[key] for r in rows for key in ("recall@10", "p50_ms")}
    for one in compared:
        for which, recall in zip(("real", "made up"), one.recall, strict=True):
            figures |= {f"{one.name}, {which}: recall@10 of {kind}": value for kind, value in recall.items()}
    settings = {"k": K, "queries": QUERIES, "dimension": DIMENSION}
    shown = [[list(table.columns), *map(list, table.rows)] for table in map(of_beside, compared)]
    return made(name, figures, settings=settings, tables={"rows": list(rows), "growth": grown(rows), "beside": shown})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval bench vectors", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="vectors")
    beside_help = "an index, and questions to it: how alike the made-up vectors are; may be given again"
    parser.add_argument(
        "--beside", type=Path, nargs=2, action="append", default=[], metavar=("DATA", "QUERIES"), help=beside_help
    )
    keep_option(parser)
    going_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    sizes = sorted(set(given.sizes))
    if sizes[0] < 1000:
        raise FoiError(f"--sizes {sizes[0]} is too small to tell anything: give 1000 or more")
    compared = [beside(data, queries) for data, queries in given.beside]
    with tempfile.TemporaryDirectory() as folder:
        going = going_of(given) or Path(folder) / "rows"
        rows = grown_rows(sizes, going)
        printed(tables(rows, compared), given)
        if given.keep:
            keep(given.keep, result(given.keep.stem, rows, compared))
        going.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.bench_vectors"))
