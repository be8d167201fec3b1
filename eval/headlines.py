"""The figures that stand in the tables: what each is called, where it is kept, the bar; the command that makes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.command import Cell, Table, shown
from eval.kept import Kept
from eval.significance import interval


@dataclass(frozen=True, slots=True)
class Headline:
    """One row: figures of one kept result under the names that a reader knows. `about` may name counts of the result in
    braces; `bar` says what the figures are held to, where something is."""

    about: str
    result: str
    figures: Mapping[str, str]
    bar: str = ""

    @property
    def command(self) -> str:
        """What measures it again, with all that it needs."""
        million = "--million " if self.result.endswith("-1m") else ""
        return f"python -m eval figures {million}--only {self.result}"


_FOUND = {"recall@1": "recall@1", "recall@5": "recall@5", "MRR@10": "mrr@10"}
_ANSWERED = {
    "fully right": "answer", "citation": "citation", "abstention precision": "abstain_precision",
    "its recall": "abstain_recall", "verbatim": "verbatim",
}  # fmt: skip
_CUT = {"lines": "line_accuracy", "macro-F1": "macro_f1", "pairs": "pairing", "exemption F1": "exemption_f1"}
_COLLECTION = {run.partition(" ")[0]: f"{run}: nDCG@10" for run in ("foi search", "BM25", "dense", "RRF")}
_ENGINES = {
    name: f"{engine}: RR@10"
    for name, engine in {
        "foi": "foi search",
        "FAISS": "FAISS alone",
        "bm25s": "bm25s alone",
        "txtai": "txtai hybrid",
    }.items()
}
_READ = {"documents": "documents_per_second", "pages": "pages_per_second", "passages": "passages_per_second"}


def _latency(size: int) -> dict[str, str]:
    names = {"search p50": "search_p50_ms", "p95": "search_p95_ms", "p99": "search_p99_ms", "ask p50": "ask_p50_ms",
             "`foi search`, cold": "cold_ms"}  # fmt: skip
    return {name: f"{figure} at {size}" for name, figure in names.items()}


def _vectors(size: int) -> dict[str, str]:
    kinds = {"exact": "flat", "HNSW": "HNSW (M 32, efSearch 64)", "IVF": "IVF (1/16 probed)", "SQ8": "SQ8"}
    recall = {f"recall@10 {k}": f"{kind}: recall@10 at {size}" for k, kind in kinds.items() if k != "exact"}
    return recall | {f"p50 ms {k}": f"{kind}: p50_ms at {size}" for k, kind in kinds.items()}


_ABSTAINED = "the same, and {unanswerable} that nothing answers"
HEADLINES: tuple[Headline, ...] = (
    Headline("{answerable} questions on {documents} sample disclosures", "answers-samples", _FOUND),
    Headline(_ABSTAINED, "answers-samples", _ANSWERED),
    Headline("{answerable} questions on {documents} real letters", "answers-letters", _FOUND, "0.65, 0.88, 0.75"),
    Headline(_ABSTAINED, "answers-letters", _ANSWERED, "0.60, 0.65; 0.80, 0.80; 1"),
    Headline("{answerable} more on others of them, by other readers", "answers-letters-questions", _FOUND),
    Headline(_ABSTAINED, "answers-letters-questions", _ANSWERED),
    Headline("{answerable} whose wrong answers nobody has looked at", "answers-letters-unread", _FOUND),
    Headline(_ABSTAINED, "answers-letters-unread", _ANSWERED),
    Headline("{answerable} questions on {documents} invented letters much alike", "answers-neighbours", _FOUND),
    Headline(_ABSTAINED, "answers-neighbours", _ANSWERED),
    Headline("{answerable} questions on {documents} invented letters of other bodies", "answers-bodies", _FOUND),
    Headline(_ABSTAINED, "answers-bodies", _ANSWERED),
    Headline("{answerable} questions on {documents} invented letters of other layouts", "answers-layouts", _FOUND),
    Headline(_ABSTAINED, "answers-layouts", _ANSWERED),
    Headline("{answerable} questions on {documents} invented letters of yet others", "answers-formats", _FOUND),
    Headline(_ABSTAINED, "answers-formats", _ANSWERED),
    Headline(
        "{answerable} on {documents} more whose wrong answers nobody has looked at", "answers-strangers", _FOUND
    ),
    Headline(_ABSTAINED, "answers-strangers", _ANSWERED),
    Headline(
        "{questions} questions on {documents} letters", "answers-seeds",
        {"recall@5": "recall@5", "fully right": "answer"}, "0.97, 0.85",
    ),
    Headline(
        "confidence of {drafts} drafts: calibration error, area under the curve, Brier score", "calibration",
        {"ECE": "ECE", "AUC": "AUC", "Brier": "Brier"},
    ),
    Headline(
        "the same by weights fitted to other letters than they are judged on", "calibration",
        {name: f"held out: {name}" for name in ("ECE", "AUC", "Brier")},
    ),
    Headline("cutting {documents} sample disclosures", "sections-samples", _CUT),
    Headline("cutting {documents} real letters", "sections-letters", _CUT),
    Headline("cutting {documents} real letters", "sections-seeds", _CUT, "lines 0.98, pairs 1"),
    Headline(
        "SciFact test, {queries} queries, nDCG@10; RRF is rank fusion of passages", "beir-scifact", _COLLECTION,
        "foi 0.735; published: BM25 0.665–0.679, dense 0.645",
    ),
    Headline("Cranfield, {queries} queries, nDCG@10", "beir-cranfield", _COLLECTION, "foi above BM25 and dense"),
    Headline(
        "{queries} queries for the questions of {letters} invented letters, R@1", "paraphrases",
        {
            "foi": "hybrid: R@1", "BM25": "lexical: R@1", "dense": "dense: R@1", "foi R@5": "hybrid: R@5",
            "of phrases": "phrase: R@1", "of questions": "question: R@1", "of paraphrases": "paraphrase: R@1",
        },
    ),
    Headline(
        "the same asked, answered from the right unit; and {absent} that nothing answers, not answered", "paraphrases",
        {
            "phrases": "phrase: right", "questions": "question: right", "paraphrases": "paraphrase: right",
            "nothing": "absent: nothing",
        },
    ),
    Headline("other engines, same passages and questions on the samples, MRR@10", "bench-compare-samples", _ENGINES),
    Headline("the same on {documents} real letters", "bench-compare-letters", _ENGINES),
    Headline("indexing {documents} sample disclosures, a second", "bench-index", _READ),
    Headline(
        "indexing {documents} real letters, a second; and times plain encoding of the same", "bench-index-letters",
        _READ | {"times encoding": "times_encoding_alone"}, "1.3 times",
    ),
    Headline(
        "20,000 made-up passages: p50 over that of encoding the query alone, after 600 questions, and at first",
        "bench-search",
        {
            "search": "search_over_encode at 20000", "ask": "ask_over_encode at 20000",
            "search at first": "unmet_search_over_encode at 20000", "ask at first": "unmet_ask_over_encode at 20000",
        },
        "1.5, 3",
    ),
    Headline("the same after 600 questions: milliseconds", "bench-search", _latency(20_000), "cold 1500"),
    Headline("100,000 made-up passages, after 600 questions: milliseconds", "bench-search", _latency(100_000)),
    Headline("1,000,000 made-up passages: milliseconds", "bench-search-1m", _latency(1_000_000)),
    Headline("FAISS against exact search, 100,000 made-up vectors", "bench-vectors", _vectors(100_000)),
    Headline("FAISS against exact search, 1,000,000 made-up vectors", "bench-vectors-1m", _vectors(1_000_000)),
    Headline(
        "`kill -9` while indexing, {kills} times, {answers} answers each", "crash",
        {"answers that differ": "differing answers", "`foi verify` not clean": "not clean"}, "0, 0",
    ),
)  # fmt: skip


def table(results: Mapping[str, Kept], headlines: Sequence[Headline] = HEADLINES) -> Table:
    """A row for each headline whose result is kept; means over questions with their 95 % interval."""
    rows: list[tuple[Cell, ...]] = []
    for one in headlines:
        result = results.get(one.result)
        if result is not None and any(name in result.figures for name in one.figures.values()):
            values = [f"{said} {valued(result, name)}" for said, name in one.figures.items()]
            rows.append((_about(one.about, result), "; ".join(values), one.bar, f"`{one.command}`"))
    return Table(("what", "figures", "bar", "command"), tuple(rows))


def _about(about: str, result: Kept) -> str:
    """`about` with the counts that it names in braces."""
    counts = {**result.settings, **result.figures}
    if recall := result.queries.get("recall@1"):
        counts |= {"answerable": len(recall), "unanswerable": int(result.figures["questions"]) - len(recall)}
    named = re.findall(r"{(\w+)}", about)
    said = about.format_map({name: f"{counts[name]:,.0f}" if name in counts else "some" for name in named})
    load, cores = result.machine.get("load", 0), result.machine.get("cores", 1)
    timed = any(name.endswith(("_ms", "_per_second", "_over_encode")) for name in _bare(result.figures))
    return f"{said} (beside other work: load {load} on {cores} cores)" if timed and load > 2 * cores else said


def _bare(names: Iterable[str]) -> Iterator[str]:
    """Names of figures without the size that they are of."""
    return (name.partition(" at ")[0] for name in names)


def valued(result: Kept, name: str) -> str:
    """A figure with its interval where it has one."""
    if name not in result.figures:
        return "–"
    value = result.figures[name]
    doubt = interval_of(result, name)
    if doubt is None:
        return f"{value:.0f}" if value == 0 and not result.queries else shown(value)
    return f"{value:.3f} [{doubt[0]:.2f}, {doubt[1]:.2f}]"


def interval_of(result: Kept, name: str) -> tuple[float, float] | None:
    """The 95 % interval of a figure that is a mean over questions, or that was kept with one."""
    if len(result.queries.get(name, ())) > 1:
        about = interval(list(result.queries[name].values()))
        return about.low, about.high
    low, high = result.tables.get("intervals", {}).get(name, (None, None))
    return None if low is None or high is None else (float(low), float(high))
