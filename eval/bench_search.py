"""`python -m eval bench search [--sizes N…]`: latency by concurrency, cold start, memory and disk, as the index grows.

Each size is a made-up corpus (`eval.synthetic`), built in one process and asked in another, so that each one's peak
memory is its own. The encoder is the one that queries go through (the ONNX file made with the index, one thread), and
no question is asked twice. `unmet_` are a process's first questions, on letters it has hardly read; the others come
after 600 more: what a letter says is read from the store when a question first meets it, and kept. Words and vectors
of a made-up letter have nothing to do with each other, as they have in a real one: with --of, an index of yours is
asked instead, after a third of the questions.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from corpus.document import FoiError
from eval.command import Cell, Table, format_option, printed, read_queries, told
from eval.kept import Kept, keep, made
from eval.progress import resumed
from eval.synthetic import corpus, queries
from eval.timing import disk, growth, in_turn, peak_mib, timed
from indexer.generation import STORE, current
from service.index import Index

SIZES = (1_000, 10_000, 20_000, 100_000)
THREADS = (1, 2, 4, 8)
GROWING = ("build_seconds", "disk_bytes", "ask_peak_mib", "search_p50_ms", "search_p99_ms", "ask_p50_ms")
_ASKED = 60
"""Queries for each figure."""
_WARMING = 600
"""Questions, half searched and half asked, before the figures of a warm process; fewer where that takes a minute."""
_LONGEST = 60  # seconds
_FEWEST = 30


def built(passages: int, data: Path) -> dict[str, float]:
    """Make the corpus; what it took."""
    start = time.perf_counter()
    corpus(data, passages)
    took = time.perf_counter() - start
    generation = current(data) or data
    return {
        "build_seconds": took,
        "build_peak_mib": peak_mib(),
        "disk_bytes": float(disk(data / STORE) + disk(generation)),
        "store_bytes": float(disk(data / STORE)),
        "dense_bytes": float(disk(generation / "dense.faiss")),
        "lexical_bytes": float(disk(generation / "lexical")),
    }


def asked(data: Path) -> dict[str, float]:
    """Open the index and ask; latencies in milliseconds, `search_4_p95_ms` being that of four threads at once.

    Encoding alone, searching and asking take turns, so that whatever else the machine does slows all three alike.
    """
    start = time.perf_counter()
    index = Index(data)
    opened = time.perf_counter() - start
    fresh = iter(queries(_ASKED * (len(THREADS) + 7) + _WARMING))

    def take(count: int = _ASKED) -> list[str]:
        return [next(fresh) for _ in range(count)]

    first = timed(index.search, take(1))["p50_ms"]
    timed(index.search, take(5))
    timed(index.ask, take(5))
    calls = _calls(index)
    found = {"open_ms": opened * 1000, "first_search_ms": first} | _turns("unmet_", calls, take(len(calls) * _ASKED))
    start = time.perf_counter()
    for n, query in enumerate(take(_WARMING)):
        if time.perf_counter() - start < _LONGEST:
            (index.ask if n % 2 else index.search)(query)
    found |= _turns("", calls, take(len(calls) * _ASKED))
    for threads in THREADS[1:]:
        found |= {f"search_{threads}_{key}": value for key, value in timed(index.search, take(), threads).items()}
    return found | {"ask_peak_mib": peak_mib()}


def of(data: Path, files: Sequence[Path]) -> dict[str, float]:
    """Latencies of the questions in `files` put to the index in `data`, the first third of them for warming.

    Raises FoiError where there are too few.
    """
    texts = list(dict.fromkeys(text for file in files for text in read_queries(file).values()))
    if len(texts) < _FEWEST:
        raise FoiError(f"{len(texts)} questions are too few to time: give {_FEWEST} or more")
    random.Random(0).shuffle(texts)
    index, warming = Index(data), len(texts) // 3
    for n, text in enumerate(texts[:warming]):
        (index.ask if n % 2 else index.search)(text)
    passages = {"passages": float(len(index.snapshot().dense)), "questions": float(len(texts))}
    return passages | _turns("", _calls(index), texts[warming:])


def _calls(index: Index) -> dict[str, Callable[[str], object]]:
    return {"encode": lambda query: index.encoder.encode([query]), "search": index.search, "ask": index.ask}


def _turns(prefix: str, calls: Mapping[str, Callable[[str], object]], asked: Sequence[str]) -> dict[str, float]:
    """The percentiles of each call, in turn, and what searching and asking take beside encoding alone."""
    rows = in_turn(calls, asked)
    found = {f"{prefix}{name}_{key}": value for name, row in rows.items() for key, value in row.items()}
    over = {name: rows[name]["p50_ms"] / rows["encode"]["p50_ms"] for name in ("search", "ask")}
    return found | {f"{prefix}{name}_over_encode": value for name, value in over.items()}


def cold(data: Path, times: int = 3) -> float:
    """Milliseconds of `foi search` from the command line, process and all; the median of a few."""
    took = []
    for query in queries(times, seed=9):
        start = time.perf_counter()
        command = [sys.executable, "-m", "service.cli", "search", query, "--data", str(data), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        took.append((time.perf_counter() - start) * 1000)
        if done.returncode:
            raise FoiError(f"foi search failed: {done.stderr.strip()[-200:]}")
    return statistics.median(took)


def measured(passages: int, folder: Path) -> dict[str, float]:
    """One size, built and asked in processes of their own."""
    data = folder / f"made-{passages}"
    shutil.rmtree(data, ignore_errors=True)  # what a run that was stopped left
    figures = {"passages": float(passages)} | _alone("build", passages, data) | _alone("ask", passages, data)
    figures |= {"cold_ms": cold(data)}
    shutil.rmtree(data)
    took = f"built in {figures['build_seconds']:.0f} s, search p50 {figures['search_p50_ms']:.0f} ms"
    print(f"{passages:,} passages: {took}", file=sys.stderr)
    return figures


def _alone(step: str, passages: int, data: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "eval.bench_search", "--step", step, "--sizes", str(passages), "--data", str(data)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FoiError(f"measuring {passages:,} passages failed: {done.stderr.strip()[-200:]}")
    return {name: float(value) for name, value in json.loads(done.stdout).items()}


def tables(rows: Sequence[dict[str, float]]) -> list[tuple[str, Table]]:
    names = list(rows[0])
    lines: list[tuple[Cell, ...]] = [(name, *(row[name] for row in rows)) for name in names[1:]]
    found = [("By passages", Table(("figure", *(f"{row['passages']:,.0f}" for row in rows)), tuple(lines)))]
    grown: list[tuple[Cell, ...]] = list(growth(rows, "passages", GROWING).items())
    return [*found, ("Growth: value = a · passages^b", Table(("figure", "b"), tuple(grown)))] if grown else found


def result(name: str, rows: Sequence[dict[str, float]]) -> Kept:
    figures = {f"{key} at {row['passages']:.0f}": value for row in rows for key, value in row.items()}
    grown = {f"growth of {key}": value for key, value in growth(rows, "passages", GROWING).items()}
    return made(name, figures | grown, settings={"queries": _ASKED, "threads": THREADS}, tables={"rows": list(rows)})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval bench search", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="passages")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="make the indexes here, and go on from what was done",
    )
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the figures as JSON")
    asked_help = "ask this index these files of questions, and nothing made up"
    parser.add_argument("--of", type=Path, nargs="+", metavar=("DATA", "QUERIES"), help=asked_help)
    parser.add_argument("--step", choices=("build", "ask"), help=argparse.SUPPRESS)
    format_option(parser)
    given = parser.parse_args(arguments)
    if given.step:
        print(json.dumps(built(given.sizes[0], given.data) if given.step == "build" else asked(given.data)))
        return 0
    if given.of:
        figures = of(given.of[0], given.of[1:])
        printed([("Questions to an index", Table(("figure", "value"), tuple(figures.items())))], given)
        return 0
    if min(given.sizes) < 1000:
        raise FoiError(f"--sizes {min(given.sizes)} is too small to tell anything: give 1000 or more")
    sizes = sorted(set(given.sizes))
    with tempfile.TemporaryDirectory() as folder:
        where = given.data or Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        going = where / f"bench-search-{sizes[-1]}.going"
        settings = {"queries": _ASKED, "threads": THREADS}
        found = resumed(going, settings, [(str(n), str(n)) for n in sizes], lambda size: measured(int(size), where))
        going.unlink()
    rows = list(found.values())
    printed(tables(rows), given)
    if given.keep:
        keep(given.keep, result(given.keep.stem, rows))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.bench_search"))
