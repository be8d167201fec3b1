"""The figures that stand in the tables: what each is called, where it is kept, the command that makes it, the bar."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.command import Cell, Table, shown
from eval.kept import Kept
from eval.significance import interval


@dataclass(frozen=True, slots=True)
class Headline:
    """One row: figures of one kept result. `about` may name counts of the result in braces; `bar` says what the
    figures are held to, where something is."""

    about: str
    result: str
    figures: tuple[str, ...]
    command: str
    bar: str = ""


HEADLINES: tuple[Headline, ...] = (
    Headline(
        "{answerable} questions on {documents} sample disclosures: recall@1, recall@5, MRR@10",
        "answers-samples", ("recall@1", "recall@5", "mrr@10"), "python -m eval answers",
    ),
    Headline(
        "with {unanswerable} that nothing answers: fully right, citation; abstention precision, recall; verbatim",
        "answers-samples", ("answer", "citation", "abstain_precision", "abstain_recall", "verbatim"),
        "python -m eval answers",
    ),
    Headline(
        "{answerable} questions on {documents} real letters: recall@1, recall@5, MRR@10",
        "answers-letters", ("recall@1", "recall@5", "mrr@10"), "python -m eval answers", "0.65, 0.88, 0.75",
    ),
    Headline(
        "with {unanswerable} that nothing answers: fully right, citation; abstention precision, recall; verbatim",
        "answers-letters", ("answer", "citation", "abstain_precision", "abstain_recall", "verbatim"),
        "python -m eval answers", "0.60, 0.65; 0.80, 0.80; 1",
    ),
    Headline(
        "{questions} questions on {documents} letters: recall@5, fully right",
        "answers-seeds", ("recall@5", "answer"), "python -m eval answers", "0.97, 0.85",
    ),
    Headline(
        "confidence, {drafts} drafts: expected calibration error, area under the curve, Brier score",
        "calibration", ("ECE", "AUC", "Brier"), "python -m eval calibration",
    ),
    Headline(
        "the same by weights fitted to other letters than they are judged on",
        "calibration", ("held out: ECE", "held out: AUC", "held out: Brier"), "python -m eval calibration",
    ),
    Headline(
        "cutting {documents} sample disclosures: line accuracy, macro-F1, pairing, exemption F1",
        "sections-samples", ("line_accuracy", "macro_f1", "pairing", "exemption_f1"), "python -m eval sections",
    ),
    Headline(
        "cutting {documents} real letters: the same",
        "sections-letters", ("line_accuracy", "macro_f1", "pairing", "exemption_f1"), "python -m eval sections",
    ),
    Headline(
        "cutting {documents} real letters: the same",
        "sections-seeds", ("line_accuracy", "macro_f1", "pairing", "exemption_f1"), "python -m eval sections",
        "line accuracy 0.98, pairing 1",
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
        "bench-compare-samples",
        ("foi search: RR@10", "FAISS alone: RR@10", "bm25s alone: RR@10", "txtai hybrid: RR@10"),
        "python -m eval bench compare",
    ),
    Headline(
        "the same on {documents} real letters",
        "bench-compare-letters",
        ("foi search: RR@10", "FAISS alone: RR@10", "bm25s alone: RR@10", "txtai hybrid: RR@10"),
        "python -m eval bench compare",
    ),
    Headline(
        "indexing {documents} sample disclosures: documents, pages, passages a second",
        "bench-index", ("documents_per_second", "pages_per_second", "passages_per_second"),
        "python -m eval bench index",
    ),
    Headline(
        "indexing {documents} real letters: the same; times plain encoding of the same texts",
        "bench-index-letters",
        ("documents_per_second", "pages_per_second", "passages_per_second", "times_encoding_alone"),
        "python -m eval bench index PATH…", "1.3 times",
    ),
    Headline(
        "search p50 and ask p50 over encoding the query alone, 20,000 passages",
        "bench-search", ("search_over_encode at 20000", "ask_over_encode at 20000"),
        "python -m eval bench search", "1.5, 3",
    ),
    Headline(
        "search p50, p95, p99 and ask p50 in ms at 20,000 passages; `foi search`, cold",
        "bench-search",
        ("search_p50_ms at 20000", "search_p95_ms at 20000", "search_p99_ms at 20000", "ask_p50_ms at 20000",
         "cold_ms at 20000"),
        "python -m eval bench search", "cold 1500",
    ),
    Headline(
        "the same at 100,000 passages",
        "bench-search",
        ("search_p50_ms at 100000", "search_p95_ms at 100000", "search_p99_ms at 100000", "ask_p50_ms at 100000",
         "cold_ms at 100000"),
        "python -m eval bench search",
    ),
    Headline(
        "the same at 1,000,000 passages",
        "bench-search-1m",
        ("search_p50_ms at 1000000", "search_p95_ms at 1000000", "search_p99_ms at 1000000", "ask_p50_ms at 1000000",
         "cold_ms at 1000000"),
        "python -m eval figures --million",
    ),
    Headline(
        "FAISS, 100,000 vectors, recall@10 against exact: HNSW, IVF, SQ8; p50 in ms of exact, HNSW, IVF, SQ8",
        "bench-vectors",
        ("HNSW (M 32, efSearch 64): recall@10 at 100000", "IVF (1/16 probed): recall@10 at 100000",
         "SQ8: recall@10 at 100000", "flat: p50_ms at 100000", "HNSW (M 32, efSearch 64): p50_ms at 100000",
         "IVF (1/16 probed): p50_ms at 100000", "SQ8: p50_ms at 100000"),
        "python -m eval bench vectors",
    ),
    Headline(
        "`kill -9` while indexing, {kills} times: answers that differ afterwards, of {answers}; `foi verify` not clean",
        "crash", ("differing answers", "not clean"), "python -m eval crash", "0, 0",
    ),
)  # fmt: skip


def table(results: Mapping[str, Kept], headlines: Sequence[Headline] = HEADLINES) -> Table:
    """A row for each headline whose result is kept; means over questions with their 95 % interval."""
    rows: list[tuple[Cell, ...]] = []
    for one in headlines:
        result = results.get(one.result)
        if result is not None and any(name in result.figures for name in one.figures):
            values = [_value(result, name) for name in one.figures]
            rows.append((_about(one.about, result), f"`{one.command}`", "; ".join(values), one.bar))
    return Table(("what", "command", "figure", "bar"), tuple(rows))


def _about(about: str, result: Kept) -> str:
    """`about` with the counts that it names in braces."""
    counts = {**result.settings, **result.figures}
    if recall := result.queries.get("recall@1"):
        counts |= {"answerable": len(recall), "unanswerable": int(result.figures["questions"]) - len(recall)}
    named = re.findall(r"{(\w+)}", about)
    return about.format_map({name: f"{counts[name]:,.0f}" if name in counts else "some" for name in named})


def _value(result: Kept, name: str) -> str:
    if name not in result.figures:
        return "–"
    if name in result.queries and len(result.queries[name]) > 1:
        about = interval(list(result.queries[name].values()))
        return f"{about.mean:.3f} [{about.low:.2f}, {about.high:.2f}]"
    return shown(result.figures[name])
