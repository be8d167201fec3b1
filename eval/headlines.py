"""The figures that stand in the tables: what each is called, where it is kept, the command that makes it, the bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.command import Cell, Table, shown
from eval.kept import Kept
from eval.significance import interval


@dataclass(frozen=True, slots=True)
class Headline:
    """One row: figures of one kept result. `bar` says what they are held to, where something is."""

    about: str
    result: str
    figures: tuple[str, ...]
    command: str
    bar: str = ""


HEADLINES: tuple[Headline, ...] = (
    Headline(
        "273 questions on the sample disclosures: recall@1, recall@5, MRR@10",
        "answers-samples", ("recall@1", "recall@5", "mrr@10"), "python -m eval answers",
    ),
    Headline(
        "the same: fully right; abstention precision, recall; verbatim quotations",
        "answers-samples", ("answer", "abstain_precision", "abstain_recall", "verbatim"), "python -m eval answers",
    ),
    Headline(
        "confidence on the samples: expected calibration error, Brier score",
        "calibration-samples", ("ECE", "Brier"), "python -m eval calibration",
    ),
    Headline(
        "cutting the samples: line accuracy, macro-F1, pairing, exemption F1",
        "sections-samples", ("line_accuracy", "macro_f1", "pairing", "exemption_f1"), "python -m eval sections",
    ),
    Headline(
        "71 answerable questions on 177 real letters: recall@1, recall@5, MRR@10",
        "answers-letters", ("recall@1", "recall@5", "mrr@10"), "python -m eval answers", "0.65, 0.88, 0.75",
    ),
    Headline(
        "83 questions, 12 of them unanswerable: fully right, citation; abstention precision, recall; verbatim",
        "answers-letters", ("answer", "citation", "abstain_precision", "abstain_recall", "verbatim"),
        "python -m eval answers", "0.60, 0.65; 0.80, 0.80; 1",
    ),
    Headline(
        "49 questions on five letters: recall@5, fully right",
        "answers-seeds", ("recall@5", "answer"), "python -m eval answers", "0.95, 0.90",
    ),
    Headline(
        "SciFact test, nDCG@10: ours; BM25, dense, rank fusion of passages",
        "beir-scifact",
        ("foi search: nDCG@10", "BM25: nDCG@10", "dense: nDCG@10", "RRF: nDCG@10"),
        "python -m eval beir DIR", "0.735; published 0.665–0.679, 0.645",
    ),
    Headline(
        "Cranfield, nDCG@10: the same",
        "beir-cranfield",
        ("foi search: nDCG@10", "BM25: nDCG@10", "dense: nDCG@10", "RRF: nDCG@10"),
        "python -m eval beir DIR", "above both parts",
    ),
    Headline(
        "other engines, same passages and questions, MRR@10: ours; FAISS, bm25s, txtai hybrid",
        "bench-compare",
        ("foi search: RR@10", "FAISS alone: RR@10", "bm25s alone: RR@10", "txtai hybrid: RR@10"),
        "python -m eval bench compare",
    ),
    Headline(
        "the same on the 177 real letters",
        "bench-compare-letters",
        ("foi search: RR@10", "FAISS alone: RR@10", "bm25s alone: RR@10", "txtai hybrid: RR@10"),
        "python -m eval bench compare",
    ),
    Headline(
        "indexing the samples: documents, pages, passages a second",
        "bench-index", ("documents_per_second", "pages_per_second", "passages_per_second"),
        "python -m eval bench index",
    ),
    Headline(
        "search p50 and ask p50 over encoding the query alone, 20,000 passages",
        "bench-search", ("search_over_encode at 20000", "ask_over_encode at 20000"),
        "python -m eval bench search", "1.5, 3",
    ),
    Headline(
        "search p50, p99 in ms at 100,000 passages; from the command line, cold",
        "bench-search", ("search_p50_ms at 100000", "search_p99_ms at 100000", "cold_ms at 100000"),
        "python -m eval bench search", "cold 1500",
    ),
    Headline(
        "the same at 1,000,000 passages",
        "bench-search-1m", ("search_p50_ms at 1000000", "search_p99_ms at 1000000", "cold_ms at 1000000"),
        "python -m eval bench search --sizes 1000000",
    ),
)  # fmt: skip


def table(results: Mapping[str, Kept], headlines: Sequence[Headline] = HEADLINES) -> Table:
    """A row for each headline whose result is kept; means over questions with their 95 % interval."""
    rows: list[tuple[Cell, ...]] = []
    for one in headlines:
        result = results.get(one.result)
        if result is not None and any(name in result.figures for name in one.figures):
            values = [_value(result, name) for name in one.figures]
            rows.append((one.about, f"`{one.command}`", "; ".join(values), one.bar))
    return Table(("what", "command", "figure", "bar"), tuple(rows))


def _value(result: Kept, name: str) -> str:
    if name not in result.figures:
        return "–"
    if name in result.queries and len(result.queries[name]) > 1:
        about = interval(list(result.queries[name].values()))
        return f"{about.mean:.3f} [{about.low:.2f}, {about.high:.2f}]"
    return shown(result.figures[name])
