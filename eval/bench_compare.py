"""`python -m eval bench compare`: the same passages and questions through other search engines that are installed.

Every engine gets the same texts (each passage with its context, as this project's encoder sees them), the same vectors
where it takes any, and the same labelled questions; it is judged by the same spans. `pip install "foi-search[compare]"`
brings bm25s and txtai. Times are of one process in one run, each with the encoding of the query where it needs it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from corpus.document import FoiError
from eval.ablation import indexed
from eval.answers import QUESTIONS
from eval.command import Cell, Parser, Table, format_option, keep_option, printed, told
from eval.judgements import Question, named, on_targets, place, read_questions
from eval.kept import Kept, keep, made
from eval.measures import Scored, scored
from eval.runs import Run, fused, ranked
from eval.samples import SAMPLES
from eval.significance import difference
from eval.systems import Local, published
from eval.timing import percentiles
from indexer.dense import DenseIndex
from indexer.embed import Vectors
from indexer.lexical import terms

DEPTH = 100
OURS = "foi search"
MEASURES = ("R@1", "R@5", "R@10", "RR@10", "nDCG@10")
Search = Callable[[str], Sequence[str]]
"""A question → places, best first."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What every engine is given: places, texts and vectors of the same passages, and how a query is encoded."""

    places: tuple[str, ...]
    texts: tuple[str, ...]
    vectors: Vectors
    encode: Callable[[str], Vectors]


def corpus_of(system: Local) -> Corpus:
    """Every passage of the index."""
    snapshot, encoder = system.index.snapshot(), published(system.index.encoder)
    pids, _ = snapshot.store.alive(snapshot.at)
    passages = snapshot.store.passages(pids)
    uris = {d.version: d.uri for d in snapshot.store.documents(snapshot.at)}
    places, texts, vectors = [], [], []
    for pid, _, context, text, vector in snapshot.store.indexable(pids, snapshot.stamp.model):
        one = passages[pid]
        places.append(place(named(uris[one.version]), one.start, one.end))
        texts.append(f"{context}\n{text}" if context else text)
        vectors.append(np.frombuffer(vector, dtype="<f4"))
    return Corpus(tuple(places), tuple(texts), np.stack(vectors), lambda query: encoder.encode([query])[0])


def plain_faiss(corpus: Corpus) -> Search:
    """Cosine alone, over FAISS."""
    held = DenseIndex(corpus.vectors.shape[1])
    held.add(range(len(corpus.places)), corpus.vectors)
    return lambda query: [corpus.places[i] for i in held.search(corpus.encode(query), DEPTH)[0]]


def bm25s(corpus: Corpus) -> Search:
    """BM25 alone, by bm25s with its defaults, over this project's index terms."""
    retriever = import_module("bm25s").BM25()
    retriever.index([terms(text) for text in corpus.texts], show_progress=False)
    known, depth = retriever.vocab_dict, min(DEPTH, len(corpus.texts))

    def search(query: str) -> list[str]:
        words = [word for word in terms(query) if word in known]
        if not words:
            return []
        found, scores = retriever.retrieve([words], k=depth, show_progress=False)
        return [corpus.places[i] for i, score in zip(found[0], scores[0], strict=True) if score > 0]

    return search


def rank_fusion(corpus: Corpus) -> Search:
    """bm25s and FAISS by reciprocal rank fusion: what many hybrid searches do."""
    near, worded = plain_faiss(corpus), bm25s(corpus)

    def search(query: str) -> list[str]:
        both = fused(ranked(near(query)), ranked(worded(query)))
        return sorted(both, key=lambda one: -both[one])[:DEPTH]

    return search


def txtai(corpus: Corpus) -> Search:
    """txtai's own hybrid (its FAISS and its BM25, half and half), with these vectors."""
    known = dict(zip(corpus.texts, corpus.vectors, strict=True))

    def transform(texts: Sequence[str]) -> Vectors:
        return np.stack([known[text] if text in known else corpus.encode(text) for text in texts])

    made_here: Any = import_module("txtai").Embeddings(
        {"method": "external", "transform": transform, "hybrid": True, "content": False}
    )
    made_here.index([(i, text, None) for i, text in enumerate(corpus.texts)])
    return lambda query: [corpus.places[int(i)] for i, _ in made_here.search(query, DEPTH)]


ENGINES: dict[str, tuple[tuple[str, ...], Callable[[Corpus], Search]]] = {
    "FAISS alone": (("faiss-cpu",), plain_faiss),
    "bm25s alone": (("bm25s",), bm25s),
    "bm25s + FAISS, RRF": (("bm25s", "faiss-cpu"), rank_fusion),
    "txtai hybrid": (("txtai",), txtai),
}
"""Name → (packages it needs, how it is made)."""


def measured(system: Local, questions: Sequence[Question]) -> tuple[dict[str, Scored], dict[str, dict[str, float]]]:
    """(values, times) of each engine that is installed, ours first."""
    corpus = corpus_of(system)
    asked = [question for question in questions if not question.negative]
    values: dict[str, Scored] = {}
    times: dict[str, dict[str, float]] = {}
    makers: dict[str, Callable[[Corpus], Search]] = {OURS: lambda _: _ours(system)}
    for name, (packages, make) in ENGINES.items():
        if all(map(_installed, packages)):
            makers[name] = make
        else:
            print(f'eval bench compare: {name} left out: pip install "foi-search[compare]"', file=sys.stderr)
    for name, make in makers.items():
        start = time.perf_counter()
        search = make(corpus)
        times[name] = {} if name == OURS else {"index_seconds": time.perf_counter() - start}
        search("warm the engine")
        run, seconds = _asked(search, asked)
        values[name] = scored(*on_targets(asked, run))
        times[name] |= percentiles(seconds)
    return values, times


def _ours(system: Local) -> Search:
    def search(query: str) -> list[str]:
        hits = system.search(query, DEPTH)["hits"]
        return [place(named(hit["document"]["uri"]), hit["start"], hit["end"]) for hit in hits]

    return search


def _asked(search: Search, questions: Sequence[Question]) -> tuple[Run, list[float]]:
    run: Run = {}
    seconds = []
    for question in questions:
        start = time.perf_counter()
        found = search(question.query)
        seconds.append(time.perf_counter() - start)
        run[question.id] = ranked(found)
    return run, seconds


def _installed(package: str) -> bool:
    try:
        version(package)
    except ModuleNotFoundError:
        return False
    return True


def table(values: dict[str, Scored], times: dict[str, dict[str, float]]) -> Table:
    ours = values[OURS].values["RR@10"]
    rows: list[tuple[Cell, ...]] = []
    for name, one in values.items():
        gap = None if name == OURS else difference(ours, one.values["RR@10"])
        means = (one.means[measure] for measure in MEASURES)
        less: tuple[Cell, ...] = (gap.mean, gap.low, gap.high, gap.p) if gap else (None,) * 4
        rows.append((name, *means, *less, times[name]["p50_ms"], times[name].get("index_seconds")))
    columns = ("engine", *MEASURES, "RR@10 of ours − its", "low", "high", "p", "p50_ms", "index_seconds")
    return Table(columns, tuple(rows))


def result(name: str, values: dict[str, Scored], shown: Table, settings: dict[str, Any]) -> Kept:
    figures = {f"{engine}: {measure}": one.means[measure] for engine, one in values.items() for measure in MEASURES}
    packages = sorted({p for needed, _ in ENGINES.values() for p in needed if _installed(p)})
    return made(
        name,
        figures,
        queries={f"{engine}: RR@10": one.values["RR@10"] for engine, one in values.items()},
        settings=settings | {"engines": {package: version(package) for package in packages}},
        tables={"engines": [list(shown.columns), *map(list, shown.rows)]},
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval bench compare", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--data", type=Path, metavar="DIR", help="an index (default: of the sample disclosures)")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, metavar="FILE", help="labelled questions on it")
    parser.add_argument("--label", help="what the report calls the questions")
    keep_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    if given.data is not None and not given.data.is_dir():
        raise FoiError(f"{given.data} is not a data directory: make one with `foi index PATH --data {given.data}`")
    with tempfile.TemporaryDirectory() as folder:
        system = Local(given.data or indexed(Path(folder) / "data", [SAMPLES]))
        values, times = measured(system, read_questions(given.questions, system.text))
        settings = dict(system.settings) | {
            "questions": given.questions.name,
            "label": given.label or given.questions.stem,
        }
    shown = table(values, times)
    printed([("The same passages, questions and vectors", shown)], given)
    if given.keep:
        keep(given.keep, result(given.keep.stem, values, shown, settings))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.bench_compare"))
