"""What indexing costs beside encoding alone: `python -m eval indexing PATH…`.

Indexes the documents into a fresh directory, and encodes the same unique passage texts with plain
`SentenceTransformer.encode` in the same precision, before and after, all in one process with the model warm. The
ratio is what everything else costs: reading, cutting, storing, both indexes, publishing. The bar is 1.3.
"""

from __future__ import annotations

import json
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.document import FoiError
from eval.command import Parser, told
from indexer.embed import SentenceEncoder, plain_encode
from indexer.generation import STORE
from indexer.pipeline import index
from indexer.store import Store


def measure(paths: list[str]) -> dict[str, float | int | str]:
    """Seconds of indexing `paths` and of encoding alone, and their ratio."""
    encoder = SentenceEncoder()
    encoder.encode(["warm"])
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        first: dict[str, float] = {}
        last: dict[str, float] = {}
        start = time.perf_counter()

        def note(stage: str, done: int, total: int | None) -> None:
            last[stage] = time.perf_counter() - start
            first.setdefault(stage, last[stage])

        report = index(paths, data, encoder, note)
        whole = time.perf_counter() - start
        with Store(data / STORE) as store:
            texts = [text for text, _ in store.embedded(encoder.name, None)]
    texts = list(dict.fromkeys(texts))
    if not texts:
        raise FoiError(f"nothing in {paths[0]} could be read, so there is nothing to encode")
    before = encoded_alone(encoder.name, texts)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        index(paths, Path(folder) / "data", encoder)
        again = time.perf_counter() - start
    after = encoded_alone(encoder.name, texts)
    return {
        "documents": report.documents,
        "passages": report.passages,
        "unique_texts": len(texts),
        "index_seconds": round((whole + again) / 2, 2),
        "encode_seconds": round((before + after) / 2, 2),
        "ratio": round((whole + again) / (before + after), 3),
        "until_embedding_seconds": round(first.get("embedding", 0.0), 2),
        "until_all_read_seconds": round(last.get("reading", 0.0), 2),
        "until_publishing_seconds": round(first.get("publishing", 0.0), 2),
        "machine": f"{platform.machine()} {platform.processor() or ''}".strip(),
    }


def encoded_alone(model: str, texts: list[str]) -> float:
    """Seconds of plain `SentenceTransformer.encode` of `texts`."""
    start = time.perf_counter()
    plain_encode(model, texts)
    return time.perf_counter() - start


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval indexing", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    found = measure(parser.parse_args(arguments).paths)
    print(json.dumps(found, indent=2))
    return 0 if isinstance(found["ratio"], float) and found["ratio"] <= 1.3 else 1


if __name__ == "__main__":
    sys.exit(told(main, "eval.indexing"))
