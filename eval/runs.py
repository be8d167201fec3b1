"""Runs: which documents a system returned for each query, and how it scored them. TREC's six columns in and out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from corpus.document import FoiError

Run = dict[str, dict[str, float]]
"""Query → document → score, higher is better. A query that found nothing may be missing: it scores zero."""


def ranked(documents: Iterable[str]) -> dict[str, float]:
    """Documents in the order they were returned, as scores that keep it; one returned twice counts where it is first.

    What a reader sees is an order, so an order is what is judged: scores that tie are resolved differently by every
    evaluation program.
    """
    order = list(dict.fromkeys(documents))
    return {document: float(len(order) - at) for at, document in enumerate(order)}


def best(scored: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each document with the best score of its passages."""
    found: dict[str, float] = {}
    for document, score in scored:
        found[document] = max(score, found.get(document, score))
    return found


def fused(*rankings: Mapping[str, float], k: int = 60) -> dict[str, float]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): the sum of 1 / (k + rank)."""
    sums: dict[str, float] = {}
    for ranking in rankings:
        for rank, document in enumerate(sorted(ranking, key=lambda d: -ranking[d]), 1):
            sums[document] = sums.get(document, 0.0) + 1 / (k + rank)
    return sums


def write_run(path: Path, run: Mapping[str, Mapping[str, float]], tag: str) -> None:
    """`run` as TREC lines: query, Q0, document, rank, score, tag. The file is written whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text("".join(line for query, row in run.items() for line in lines(query, row, tag)), encoding="utf-8")
    fresh.replace(path)


def lines(query: str, row: Mapping[str, float], tag: str) -> Iterator[str]:
    """One query's part of a TREC run, best first."""
    for rank, (document, score) in enumerate(sorted(row.items(), key=lambda one: -one[1]), 1):
        yield f"{column(query)} Q0 {column(document)} {rank} {score:.6f} {column(tag)}\n"


def column(name: str) -> str:
    """`name` as one column: white space, which parts columns, as in a URL."""
    return "".join(quote(c) if c.isspace() else c for c in name) or "%20"


def read_run(path: Path) -> Run:
    """A TREC run. Raises FoiError that names the line where one is malformed, or where nothing is in the file."""
    run: Run = {}
    for number, line in numbered(path):
        parts = line.split()
        if len(parts) != 6:
            raise FoiError(
                f"{path}:{number} is not a line of a TREC run: it needs query, Q0, document, rank, score, tag"
            )
        query, _, document, _, score, _ = parts
        row = run.setdefault(query, {})
        if document in row:
            raise FoiError(f"{path}:{number} gives {document} a second time for query {query}: keep its best line only")
        row[document] = _number(path, number, score)
    if not run:
        raise FoiError(f"{path} holds no line of a run")
    return run


def numbered(path: Path) -> Iterator[tuple[int, str]]:
    """(number from 1, line) of each line that is not blank. Raises FoiError where `path` cannot be read as text."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FoiError(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise FoiError(f"cannot read {path}: it is not UTF-8 text") from None
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _number(path: Path, number: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise FoiError(f"{path}:{number} has the score {text!r}, which is not a number")
    return value


def cut(run: Mapping[str, Mapping[str, float]], depth: int) -> Run:
    """`run` with at most `depth` documents a query."""
    return {query: dict(sorted(row.items(), key=lambda one: -one[1])[:depth]) for query, row in run.items()}
