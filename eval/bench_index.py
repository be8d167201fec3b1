"""`python -m eval bench index [PATH…]`: what indexing costs, and where the time goes.

Documents, pages (of 3,000 characters) and passages a second, the share of each stage, peak memory and bytes on disk a
passage, for the whole write path on real documents; without a PATH on the sample disclosures. Nothing is kept from
earlier runs: every document is read and every text encoded. Beside it, in the same process, the same unique texts by
plain `SentenceTransformer.encode` in the same precision: what indexing takes times that is `times_encoding_alone`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.document import FoiError
from eval.command import Parser, Table, format_option, keep_option, printed, told
from eval.indexing import encoded_alone
from eval.kept import Kept, keep, made
from eval.samples import SAMPLES
from eval.timing import children_peak_mib, disk, peak_mib
from indexer.embed import SentenceEncoder
from indexer.generation import STORE, current
from indexer.parse import pages
from indexer.pipeline import index
from indexer.store import Store

STAGES = ("reading", "embedding", "publishing")


def measured(paths: Sequence[str], data: Path) -> dict[str, float]:
    """Index `paths` into `data`, the model warm, and say what it took."""
    encoder = SentenceEncoder()
    encoder.encode(["warm"])
    encoded_alone(encoder.name, ["warm"])
    starts: dict[str, float] = {}

    def progress(stage: str, done: int, total: int | None) -> None:
        starts.setdefault(stage, time.perf_counter())

    began = time.perf_counter()
    report = index(paths, data, encoder, progress)
    ended = time.perf_counter()
    edges = [began, *(starts.get(stage, ended) for stage in STAGES[1:]), ended]
    whole = ended - began
    shares = {f"share_{s}": (edges[i + 1] - edges[i]) / whole for i, s in enumerate(STAGES)}
    with Store(data / STORE) as store:
        alive = store.documents(store.sequence)
        sheets = sum(pages(store.text(document.version)) for document in alive)
        texts = list(dict.fromkeys(text for text, _ in store.embedded(encoder.name, None)))
    if not texts:
        raise FoiError(f"nothing in {', '.join(paths)} could be read: {report.failed[0][1] if report.failed else ''}")
    alone = encoded_alone(encoder.name, texts)
    generation = current(data) or data
    return {
        "documents": float(report.documents),
        "pages": float(sheets),
        "passages": float(report.passages),
        "seconds": whole,
        "documents_per_second": report.documents / whole,
        "pages_per_second": sheets / whole,
        "passages_per_second": report.passages / whole,
        **shares,
        "times_encoding_alone": whole / alone,
        "peak_mib": peak_mib(),
        "reader_peak_mib": children_peak_mib(),
        "store_bytes_per_passage": disk(data / STORE) / report.passages,
        "dense_bytes_per_passage": disk(generation / "dense.faiss") / report.passages,
        "lexical_bytes_per_passage": disk(generation / "lexical") / report.passages,
    }


def result(name: str, figures: dict[str, float], settings: dict[str, Any]) -> Kept:
    return made(name, figures, settings=settings)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval bench index", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("paths", nargs="*", metavar="PATH", default=[str(SAMPLES)])
    keep_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(given.paths, Path(folder) / "data")
    printed([("Indexing", Table(("figure", "value"), tuple(figures.items())))], given)
    if given.keep:
        named = [Path(path).name for path in given.paths]
        keep(given.keep, result(given.keep.stem, figures, {"paths": named}))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.bench_index"))
