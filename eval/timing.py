"""Times, memory and disk: how they are taken, and how they grow."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99 in milliseconds."""
    found = np.percentile(np.asarray(seconds) * 1000, [50, 95, 99])
    return dict(zip(("p50_ms", "p95_ms", "p99_ms"), found.tolist(), strict=True))


def timed(call: Callable[[str], Any], queries: Sequence[str], threads: int = 1) -> dict[str, float]:
    """`call` on each query, `threads` of them at a time: percentiles of one call, and queries a second over all."""

    def one(query: str) -> float:
        start = time.perf_counter()
        call(query)
        return time.perf_counter() - start

    began = time.perf_counter()
    if threads == 1:
        took = [one(query) for query in queries]
    else:
        with ThreadPoolExecutor(threads) as pool:
            took = list(pool.map(one, queries))
    return percentiles(took) | {"per_second": len(queries) / (time.perf_counter() - began)}


def in_turn(calls: Mapping[str, Callable[[str], Any]], queries: Sequence[str]) -> dict[str, dict[str, float]]:
    """Each call on a query, then the next on the next, until no query is left; percentiles of each, by its name."""
    took: dict[str, list[float]] = {name: [] for name in calls}
    names = list(calls)
    for at, query in enumerate(queries):
        name = names[at % len(names)]
        start = time.perf_counter()
        calls[name](query)
        took[name].append(time.perf_counter() - start)
    return {name: percentiles(seconds) | {"per_second": len(seconds) / sum(seconds)} for name, seconds in took.items()}


def peak_mib() -> float:
    """The most memory that this process ever held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def children_peak_mib() -> float:
    """The most that one finished child of this process held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def disk(path: Path) -> int:
    """Bytes of a file, or of all files under a folder."""
    return sum(p.stat().st_size for p in ([path] if path.is_file() else path.rglob("*")) if p.is_file())


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float | None:
    """b of value = a · size^b, by least squares on logarithms; None for fewer than two sizes."""
    if len(set(sizes)) < 2 or min(values) <= 0:
        return None
    return float(np.polyfit(np.log(sizes), np.log(values), 1)[0])


def growth(rows: Sequence[Mapping[str, float]], size: str, names: Sequence[str]) -> dict[str, float]:
    """The exponent of each of `names` over rows of growing `size`."""
    found = {n: exponent([r[size] for r in rows], [r[n] for r in rows]) for n in names if all(n in r for r in rows)}
    return {name: value for name, value in found.items() if value is not None}
