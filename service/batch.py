"""Many queries at once: JSON lines in, and a TREC run out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from corpus.document import FoiError
from service.filters import Asked
from service.search import Hit


@dataclass(frozen=True, slots=True)
class BatchQuery:
    """One line of a query file."""

    id: str
    query: str
    asked: Asked


def read_queries(path: Path, default: Asked) -> list[BatchQuery]:
    """The queries of a JSON-lines file with `id`, `query` and optional `filters`, which override `default`.

    Raises FoiError that names the line when one is malformed, so that nothing runs on half a file.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise FoiError(f"cannot read {path}: {reason}") from None
    return list(_queries(path, lines, default))


def _queries(path: Path, lines: Iterable[str], default: Asked) -> Iterator[BatchQuery]:
    known = {field.name for field in fields(Asked)}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise FoiError(f"{path}:{number} is not JSON ({error})") from None
        if (
            not isinstance(row, dict)
            or not isinstance(row.get("query"), str)
            or not isinstance(row.get("id"), str | int)
        ):
            raise FoiError(f'{path}:{number} needs an "id" and a "query"')
        filters = row.get("filters") or {}
        if (
            not isinstance(filters, dict)
            or not set(filters) <= known
            or not all(isinstance(v, str) for v in filters.values())
        ):
            raise FoiError(f'{path}:{number} has "filters" that are not strings under {", ".join(sorted(known))}')
        yield BatchQuery(str(row["id"]), row["query"], replace(default, **filters))


def run_lines(query: str, hits: Sequence[Hit]) -> Iterator[str]:
    """The hits as lines of a TREC run: query, Q0, passage id, rank, score, tag."""
    for hit in hits:
        yield f"{query} Q0 {hit.passage.id} {hit.rank} {hit.score:.6f} foi-search\n"
