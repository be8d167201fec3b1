"""`python -m eval score --qrels FILE RUN…`: measures of TREC runs, and whether two runs differ by more than luck.

Judgements are TREC's qrels, BEIR's, or labelled questions on spans (JSON lines; then the runs are over places, and
--data or --url says where the documents' text is). Every judged query counts: one that a run lacks scores zero. The
first run is compared with each other one.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from corpus.document import FoiError
from eval.command import Cell, Parser, Table, format_option, keep_option, printed
from eval.judgements import at_place, on_targets, read_questions
from eval.kept import keep, made
from eval.measures import MEASURES, Scored, scored
from eval.qrels import Qrels, known, of_this, read_qrels
from eval.runs import Run, read_run
from eval.significance import difference, holm, interval
from eval.systems import opened

Named = dict[str, Scored]


def means(runs: Named) -> Table:
    """Macro averages of each run."""
    return Table(("run", *MEASURES), tuple((name, *(one.means[m] for m in MEASURES)) for name, one in runs.items()))


def intervals(runs: Named, measure: str) -> Table:
    """One measure of each run with its 95 % bootstrap interval."""
    rows: list[tuple[Cell, ...]] = []
    for name, one in runs.items():
        about = interval(list(one.values[measure].values()))
        rows.append((name, about.mean, about.low, about.high))
    return Table(("run", measure, "low", "high"), tuple(rows))


def comparisons(runs: Named, measure: str) -> Table:
    """The first run against each other one: mean difference with its interval, p of the randomisation test, and p
    adjusted for the number of comparisons (Holm)."""
    (first, ours), *others = runs.items()
    found = [(name, difference(ours.values[measure], one.values[measure])) for name, one in others]
    adjusted = holm([d.p for _, d in found])
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"{first} − {name}", d.mean, d.low, d.high, d.p, p, d.better, d.worse, d.same)
        for (name, d), p in zip(found, adjusted, strict=True)
    )
    return Table((measure, "difference", "low", "high", "p", "p (Holm)", "better", "worse", "same"), rows)


def per_query(runs: Named, measure: str) -> Table:
    """One measure of every query, those first where the first run loses most to the best other one."""
    first, *others = runs.values()
    queries = first.values[measure]

    def lost(query: str) -> float:
        return queries[query] - max((one.values[measure][query] for one in others), default=0.0)

    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (q, *(one.values[measure][q] for one in runs.values())) for q in sorted(queries, key=lost)
    )
    return Table((f"{measure} of query", *runs), rows)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval score", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN")
    parser.add_argument("--qrels", type=Path, required=True, help="TREC or BEIR judgements, or labelled questions")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the index with the documents of labels on spans")
    parser.add_argument("--url", metavar="URL", help="the service with the documents of labels on spans")
    parser.add_argument("--measure", choices=MEASURES, default="nDCG@10", help="the one compared (default nDCG@10)")
    parser.add_argument("--per-query", action="store_true", help="every query's value too")
    parser.add_argument("--judged-only", action="store_true", help="unknown ids in a run are no error")
    keep_option(parser, "the first run's figures")
    format_option(parser)
    given = parser.parse_args(arguments)
    names = [path.stem for path in given.runs]
    if len(set(names)) < len(names):
        raise FoiError(f"two runs are called {next(n for n in names if names.count(n) > 1)}: rename one")
    read = {name: read_run(path) for name, path in zip(names, given.runs, strict=True)}
    runs = {name: scored(*_judged(given, name, run)) for name, run in read.items()}
    tables = [
        ("Means over all judged queries", means(runs)),
        ("95 % bootstrap intervals", intervals(runs, given.measure)),
    ]
    if len(runs) > 1:
        tables.append(("Differences", comparisons(runs, given.measure)))
    if given.per_query:
        tables.append(("By query", per_query(runs, given.measure)))
    printed(tables, given)
    if given.keep:
        first = runs[names[0]]
        keep(given.keep, made(given.keep.stem, first.means, queries=first.values, settings={"run": str(given.runs[0])}))
    return 0


def _judged(given: argparse.Namespace, name: str, run: Run) -> tuple[Qrels, Run]:
    if given.qrels.suffix != ".jsonl":
        qrels = read_qrels(given.qrels)
        if not given.judged_only:
            known(run, qrels, name)
            of_this(run, qrels, name)
        return qrels, run
    if given.data is None and given.url is None:
        raise FoiError(f"{given.qrels} judges spans: say with --data DIR or --url URL where the documents' text is")
    system = opened(given.data, given.url)
    questions = read_questions(given.qrels, system.text)
    if not given.judged_only:
        known(run, (q.id for q in questions), name)
        for document in dict.fromkeys(at_place(one)[0] for row in run.values() for one in row):
            if not system.holds(document):
                raise FoiError(f"{name} names {document}, which is not in {given.data or given.url}: search that again")
    return on_targets(questions, run)
