"""`python -m eval beir DIR`: a collection in BEIR's layout through this project's own index and search.

Beside it, over the same documents: BM25 and dense over whole documents, as the published figures are made (the dense
one cut at the encoder's window), both over passages, the best passage counting for its document, and reciprocal rank
fusion of those two. With --data the index is kept, and a run that stopped goes on.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from corpus.document import FoiError
from eval.command import Parser, Table, format_option, keep_option, printed, told
from eval.kept import Kept, keep, made
from eval.measures import Scored, scored
from eval.progress import resumed
from eval.qrels import Collection, read_collection
from eval.runs import Run, best, cut, fused, ranked, write_run
from eval.score import comparisons, intervals, means
from eval.systems import published
from indexer.dense import DenseIndex
from indexer.embed import DEFAULT_MODEL, SentenceEncoder
from indexer.lexical import terms
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder
from service.index import Index

OURS = "foi search"
DEPTH = 100
"""Documents a query; twice as many passages are asked for, since a document has several."""

PUBLISHED = {
    "scifact": (
        ("BM25 (Anserini, flat; Kamalloo et al., SIGIR 2024)", 0.679),
        ("BM25 (Thakur et al., BEIR, NeurIPS 2021)", 0.665),
        ("all-MiniLM-L6-v2 (MTEB leaderboard)", 0.645),
    ),
}
"""nDCG@10 on the test queries as published, by the name of the collection's folder."""


def write_documents(collection: Collection, folder: Path) -> dict[str, str]:
    """Each document as a text file, title first, where it is not there already. Returns file name → document."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {}
    for n, (document, (title, body)) in enumerate(collection.documents.items()):
        text = "\n\n".join(part for part in (title, body) if part.strip())
        path = folder / f"{n:07}.txt"
        if text.strip():
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
            names[path.name] = document
    return names


def indexed(collection: Collection, folder: Path, say: Callable[[str], None]) -> tuple[Index, dict[str, str]]:
    """The collection indexed in `folder`, and which document each file is."""
    names = write_documents(collection, folder / "documents")
    last = [time.monotonic()]

    def progress(stage: str, done: int, total: int | None) -> None:
        if time.monotonic() - last[0] > 10:
            last[0] = time.monotonic()
            say(f"{stage} {done}" + (f" of {total}" if total else ""))

    index([str(folder / "documents")], folder / "index", SentenceEncoder(), progress)
    keep_query_encoder(folder / "index", DEFAULT_MODEL)
    return Index(folder / "index"), names


def ours(opened: Index, collection: Collection, names: dict[str, str], going: Path) -> Run:
    """This project's search with its default settings."""
    generation = opened.snapshot().stamp

    def work(text: str) -> list[str]:
        return [names[Path(hit.document.uri).name] for hit in opened.search(text, 2 * DEPTH).hits]

    settings = {"model": generation.model, "generation": generation.sequence, "depth": DEPTH}
    found = resumed(going, settings, collection.queries.items(), work)
    going.unlink()
    return cut({query: ranked(row) for query, row in found.items()}, DEPTH)


def parts(opened: Index, collection: Collection, names: dict[str, str], letters: DenseIndex) -> dict[str, Run]:
    """The parts that the search is made of, and rank fusion of them.

    `letters` hold a vector for each document, and are asked by the model as it was published, as dense baselines are.
    """
    plain = published(opened.encoder)
    snapshot = opened.snapshot()
    documents = {d.version: names[Path(d.uri).name] for d in snapshot.store.documents(snapshot.at)}
    pids, _ = snapshot.store.alive(snapshot.at)
    owner = {pid: documents[version] for pid, (version, _) in snapshot.store.places(pids).items()}
    order = list(collection.documents)
    found: dict[str, Run] = {name: {} for name in ("BM25", "dense", "BM25 of passages", "dense of passages", "RRF")}

    def documents_of(found: Iterable[np.ndarray], named: Callable[[int], str]) -> dict[str, float]:
        return best((named(int(n)), float(score)) for n, score in zip(*found, strict=True))

    for query, text in collection.queries.items():
        vector, words = opened.encoder.encode([text])[0], terms(text)
        worded = documents_of(snapshot.lexical.search(words, 4 * DEPTH), owner.__getitem__)
        near = documents_of(snapshot.dense.search(vector, 4 * DEPTH), owner.__getitem__)
        found["BM25"][query] = documents_of(snapshot.lexical.letters(words, DEPTH), documents.__getitem__)
        found["dense"][query] = documents_of(letters.search(plain.encode([text])[0], DEPTH), order.__getitem__)
        found["BM25 of passages"][query], found["dense of passages"][query] = worded, near
        found["RRF"][query] = fused(worded, near)
    return {name: cut(run, DEPTH) for name, run in found.items()}


def _whole(collection: Collection, path: Path, say: Callable[[str], None]) -> DenseIndex:
    """Whole documents by one vector each, cut at the encoder's window: how dense baselines are published.

    They are kept at `path`, with what they are of beside them.
    """
    texts = [f"{title} {body}".strip() for title, body in collection.documents.values()]
    encoder = SentenceEncoder()
    mark = hashlib.sha256(json.dumps([encoder.name, texts]).encode()).hexdigest()
    of = path.with_name(path.name + ".of")
    if path.exists() and of.exists() and of.read_text(encoding="utf-8") == mark:
        return DenseIndex.read(path)
    say(f"encoding {len(texts)} whole documents")
    made = DenseIndex(encoder.dimension)
    made.add(np.arange(len(texts)), encoder.encode(texts))
    of.unlink(missing_ok=True)
    made.write(path)
    of.write_text(mark, encoding="utf-8")
    return made


def measured(folder: Path, split: str, data: Path, most: int | None, say: Callable[[str], None]) -> dict[str, Run]:
    """All runs on the queries of `split`, ours first, the first `most` of them where it is given."""
    collection = read_collection(folder, split)
    if most:
        queries = dict(list(collection.queries.items())[:most])
        qrels = {query: collection.qrels[query] for query in queries}
        collection = Collection(collection.name, collection.documents, queries, qrels)
    opened, names = indexed(collection, data, say)
    say(f"searching, {len(collection.queries)} queries")
    runs = {OURS: ours(opened, collection, names, data / f"{split}.part")}
    return runs | parts(opened, collection, names, _whole(collection, data / "whole.faiss", say))


def scores(folder: Path, split: str, runs: dict[str, Run]) -> dict[str, Scored]:
    """Every run on the judged queries that were asked."""
    qrels = read_collection(folder, split).qrels
    asked = {query: qrels[query] for query in runs[OURS]}
    return {name: scored(asked, run) for name, run in runs.items()}


def result(folder: Path, split: str, found: dict[str, Scored]) -> Kept:
    """What is kept: every run's means, and ours by query."""
    name = folder.resolve().name
    figures = {f"{run}: {measure}": value for run, one in found.items() for measure, value in one.means.items()}
    queries = {f"{run}: nDCG@10": one.values["nDCG@10"] for run, one in found.items()}
    published = [list(row) for row in PUBLISHED.get(name, ())] if split == "test" else []
    compared = comparisons(found, "nDCG@10")
    return made(
        f"beir-{name}",
        figures,
        queries=queries,
        settings={"collection": name, "split": split, "queries": len(next(iter(queries.values())))},
        tables={"published": published, "differences": [list(compared.columns), *map(list, compared.rows)]},
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval beir", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds corpus.jsonl, queries.jsonl and qrels/")
    parser.add_argument("--split", default="test")
    parser.add_argument("--most", type=int, help="only the first N judged queries")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the index here, and go on from what is there")
    parser.add_argument("--runs", type=Path, metavar="DIR", help="write the runs here, as TREC files")
    keep_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    if given.most is not None and given.most < 1:
        raise FoiError(f"--most {given.most} asks no query: give 1 or more")
    read_collection(given.folder, given.split)  # what is wrong with it is told before an hour of indexing
    with tempfile.TemporaryDirectory() as made_here:
        data = given.data or Path(made_here)
        said = f"eval beir {given.folder.name}: "
        runs = measured(given.folder, given.split, data, given.most, lambda what: print(said + what, file=sys.stderr))
    found = scores(given.folder, given.split, runs)
    tables: list[tuple[str, Table]] = [
        (f"{given.folder.name}, {given.split}", means(found)),
        ("95 % bootstrap intervals", intervals(found, "nDCG@10")),
        ("Differences", comparisons(found, "nDCG@10")),
    ]
    printed(tables, given)
    if given.runs:
        given.runs.mkdir(parents=True, exist_ok=True)
        for name, run in runs.items():
            write_run(given.runs / f"{name.replace(' ', '-')}.trec", run, name)
    if given.keep:
        keep(given.keep, result(given.folder, given.split, found))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.beir"))
