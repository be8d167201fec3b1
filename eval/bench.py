"""`python -m eval bench index|search|vectors|compare`: speed and cost."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from corpus.document import FoiError
from eval.command import told

KINDS = {
    "index": ("eval.bench_index", "documents, pages and passages a second, by stage; memory and disk"),
    "search": ("eval.bench_search", "latency by concurrency, cold start, memory and disk, as the index grows"),
    "vectors": ("eval.bench_vectors", "exact search against approximate indexes, with recall"),
    "compare": ("eval.bench_compare", "the same work through other search engines that are installed"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] in (["-h"], ["--help"]):
        print("usage: python -m eval bench KIND …\n")
        print("\n".join(f"  {name:8} {about}" for name, (_, about) in KINDS.items()))
        return 0
    if not given or given[0] not in KINDS:
        said = f"there is no bench {given[0]!r}" if given else "say what to measure"
        raise FoiError(f"{said}: {', '.join(KINDS)}")
    return int(import_module(KINDS[given[0]][0]).main(given[1:]))


if __name__ == "__main__":
    sys.exit(told(main, "eval.bench"))
