"""A BEIR-layout collection through this project's own index and search: `python -m eval.beir DIR [--split test]`.

Beside it, over the same passages: BM25 alone, dense alone, and plain reciprocal rank fusion (k = 60). A passage's
score counts for its document, the best one winning. Measures are ir_measures', averaged over all judged queries: a
query missing from a run scores zero.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import ir_measures
import numpy as np
from ir_measures import RR, P, Qrel, R, ScoredDoc, nDCG

from corpus.document import FoiError
from indexer.embed import DEFAULT_MODEL, SentenceEncoder
from indexer.lexical import terms
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder
from service.index import Index

MEASURES = [nDCG @ 10, RR @ 10, R @ 10, R @ 100, P @ 1]
Run = dict[str, dict[str, float]]


def read_qrels(path: Path) -> list[Qrel]:
    """BEIR's qrels: tab-separated query, document, relevance, under one header line."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))[1:]
    if any(len(row) != 3 or not row[2].lstrip("-").isdigit() for row in rows):
        raise FoiError(f"{path} is not a BEIR qrels file: each line after the first needs query, document, relevance")
    return [Qrel(query, document, int(relevance)) for query, document, relevance in rows]


def read_jsonl(path: Path) -> dict[str, dict[str, str]]:
    """BEIR's corpus or queries, by `_id`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {row["_id"]: row for row in rows}


def write_documents(corpus: dict[str, dict[str, str]], folder: Path) -> dict[str, str]:
    """Each document as a text file, title first. Returns file name → document id."""
    names = {}
    for n, (name, row) in enumerate(corpus.items()):
        text = "\n\n".join(part for part in (row.get("title", ""), row["text"]) if part.strip())
        if text.strip():
            (folder / f"{n:07}.txt").write_text(text, encoding="utf-8")
            names[f"{n:07}.txt"] = name
    return names


def runs(opened: Index, queries: dict[str, str], names: dict[str, str], depth: int = 100) -> dict[str, Run]:
    """The four runs over one index: ours, and its parts."""
    snapshot = opened.snapshot()
    found: dict[str, Run] = {"foi search": {}, "BM25": {}, "dense": {}, "RRF": {}}
    owner = _owners(opened, names)
    for query, text in queries.items():
        vector = opened.encoder.encode([text])[0]
        words = list(zip(*snapshot.lexical.search(terms(text), 4 * depth), strict=True))
        near = list(zip(*snapshot.dense.search(vector, 4 * depth), strict=True))
        found["BM25"][query] = _documents(words, owner)
        found["dense"][query] = _documents(near, owner)
        found["RRF"][query] = _rrf(found["BM25"][query], found["dense"][query])
        hits = opened.search(text, depth).hits
        found["foi search"][query] = _best((names[Path(h.document.uri).name], h.score) for h in hits)
    return found


def _owners(opened: Index, names: dict[str, str]) -> Callable[[int], str]:
    snapshot = opened.snapshot()
    documents = {d.version: names[Path(d.uri).name] for d in snapshot.store.documents(snapshot.at)}
    pids, _ = snapshot.store.alive(snapshot.at)
    owners = {pid: documents[version] for pid, (version, _) in snapshot.store.places(pids).items()}
    return owners.__getitem__


def _documents(scored: Iterable[tuple[np.int64, np.float32]], owner: Callable[[int], str]) -> dict[str, float]:
    return _best((owner(int(pid)), float(score)) for pid, score in scored)


def _best(scored: Iterable[tuple[str, float]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for document, score in scored:
        best[document] = max(score, best.get(document, score))
    return best


def _rrf(*rankings: dict[str, float], k: int = 60) -> dict[str, float]:
    fused: dict[str, float] = {}
    for ranking in rankings:
        for rank, document in enumerate(sorted(ranking, key=lambda d: -ranking[d]), 1):
            fused[document] = fused.get(document, 0.0) + 1 / (k + rank)
    return fused


def measure(folder: Path, split: str, most: int | None = None) -> dict[str, dict[str, float]]:
    """Index `folder`'s corpus and score the four runs on its queries of `split`."""
    qrels = read_qrels(folder / "qrels" / f"{split}.tsv")
    judged = list(dict.fromkeys(qrel.query_id for qrel in qrels))[:most]
    texts = read_jsonl(folder / "queries.jsonl")
    queries = {query: texts[query]["text"] for query in judged}
    with tempfile.TemporaryDirectory() as made:
        documents, data = Path(made) / "documents", Path(made) / "data"
        documents.mkdir()
        names = write_documents(read_jsonl(folder / "corpus.jsonl"), documents)
        index([str(documents)], data, SentenceEncoder())
        keep_query_encoder(data, DEFAULT_MODEL)
        found = runs(Index(data), queries, names)
    wanted = [qrel for qrel in qrels if qrel.query_id in queries]
    return {name: _score(wanted, run) for name, run in found.items()}


def _score(qrels: list[Qrel], run: Run) -> dict[str, float]:
    docs = [ScoredDoc(query, document, score) for query, row in run.items() for document, score in row.items()]
    found = ir_measures.calc_aggregate(MEASURES, qrels, docs)
    return {str(measure): round(float(found[measure]), 4) for measure in MEASURES}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="test")
    parser.add_argument("--most", type=int, help="only the first N judged queries")
    given = parser.parse_args()
    try:
        print(json.dumps(measure(given.folder, given.split, given.most), indent=2))
    except (FoiError, OSError, KeyError, ValueError) as error:
        print(f"eval.beir: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
