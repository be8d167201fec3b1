"""Long evaluations go on where they stopped: what each query gave is kept, line by line, until all is done."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from corpus.document import FoiError
from eval.kept import source

_EVERY = 20
"""Seconds between two lines that say how far it is."""


def resumed(
    path: Path, settings: Mapping[str, Any], items: Iterable[tuple[str, str]], work: Callable[[str], Any]
) -> dict[str, Any]:
    """`work(text)` for each (id, text) of `items`, by id, in their order; JSON values.

    Each result is appended to `path` as soon as it is there. A run that ended half-way, by a kill or an error, goes on
    behind the last whole line when it is started again with the same `settings`, items and code; the file is the
    caller's to delete when all is done. How far it is stands on stderr from time to time. Raises FoiError where `path`
    is of another run, and what `work` raises, with where the rest is kept.
    """
    wanted = list(items)
    mark = hashlib.sha256(json.dumps([settings, wanted, source()], sort_keys=True).encode()).hexdigest()[:16]
    done = _before(path, mark)
    said = time.monotonic()
    if done:
        print(f"{path.name}: {len(done)} of {len(wanted)} were done already", file=sys.stderr)
    with path.open("a", encoding="utf-8") as kept:
        if not done and not path.stat().st_size:
            kept.write(json.dumps({"run": mark}) + "\n")
        for name, text in wanted:
            if name not in done:
                try:
                    done[name] = work(text)
                except FoiError as error:
                    raise FoiError(f"{error}; what is done is kept in {path}") from None
                kept.write(json.dumps([name, done[name]], ensure_ascii=False) + "\n")
                kept.flush()
                os.fsync(kept.fileno())
                if time.monotonic() - said > _EVERY:
                    said = time.monotonic()
                    print(f"{path.name}: {len(done)} of {len(wanted)}", file=sys.stderr)
    return {name: done[name] for name, _ in wanted}


def _before(path: Path, mark: str) -> dict[str, Any]:
    """What an earlier run of the same kind left; a line that a kill cut short is cut off."""
    if not path.exists():
        return {}
    whole, _, rest = path.read_bytes().rpartition(b"\n")
    if rest:
        os.truncate(path, len(whole) + bool(whole))
    try:
        rows: list[Any] = [json.loads(line) for line in whole.decode("utf-8").split("\n") if line]
    except ValueError:
        rows = [{}]
    if not rows:
        return {}
    pairs = all(isinstance(row, list) and len(row) == 2 and isinstance(row[0], str) for row in rows[1:])
    if not isinstance(rows[0], dict) or rows[0].get("run") != mark or not pairs:
        raise FoiError(f"{path} holds what another run found (other queries, options, index or code): delete it")
    return dict(rows[1:])
