"""What the kept results have to say, piece by piece: quality, misses, calibration, what parts earn, speed, growth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval import plots
from eval.command import Cell, Table
from eval.headlines import interval_of
from eval.headlines import table as headline_table
from eval.kept import Kept
from eval.timing import growth

WORST = 12
"""Misses shown of each set of questions, the surest first: a sure mistake is the worst."""

READ = (
    "The rules were written, and their weights fitted, while these samples and letters were read: letters never seen "
    "before give less, and `eval/by-hand.md` says how much."
)
"""What a reader must know of every figure on letters."""

Captioned = tuple[str, Table]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the report under its own heading: a paragraph, tables under their captions, a plot by its name, and
    the results that all of it comes from."""

    title: str
    text: str = ""
    tables: tuple[Captioned, ...] = ()
    plot: tuple[str, str] | None = None
    of: tuple[Kept, ...] = ()


def pieces(found: Mapping[str, Kept]) -> Iterator[Piece]:
    """What the results have to say, in the order of reading."""
    yield Piece("The figures", f"{provenance(found)} {READ}", (("", headline_table(found)),))
    yield from _retrieval(found)
    yield from _engines(found)
    yield from _answers(found)
    yield from _misses(found)
    yield from _calibration(found)
    yield from _ablations(found)
    yield from _speed(found)
    yield from _vectors(found)
    yield Piece(
        "Where each result comes from",
        "Each was measured in a checkout of that commit; + stands where files differed from it.",
        (("", _sources(found)), ("Versions and settings", _settings(found))),
    )


def provenance(found: Mapping[str, Kept]) -> str:
    """Commits, days and machines of the results, in a sentence each."""
    commits = sorted({one.commit for one in found.values()})
    days = sorted({one.when[:10] for one in found.values()})
    machines = sorted({machine(one) for one in found.values()})
    span = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"Commit {', '.join(commits)}; {span}; {'; '.join(machines)}. Brackets hold 95 % bootstrap intervals."


def machine(one: Kept) -> str:
    m = one.machine
    return f"{m.get('processor')}, {m.get('cores')} cores, {m.get('memory_gib')} GiB, {m.get('system')}"


def _named(found: Mapping[str, Kept], start: str) -> dict[str, Kept]:
    """The results whose name starts so, by the rest of it."""
    return {name.removeprefix(start): one for name, one in found.items() if name.startswith(start)}


def _retrieval(found: Mapping[str, Kept]) -> Iterator[Piece]:
    collections = _named(found, "beir-")
    if not collections:
        return
    published = {name: [(str(s), float(v)) for s, v in one.tables["published"]] for name, one in collections.items()}
    bars, doubts = _by_run(collections, "nDCG@10")
    yield Piece(
        "Retrieval on public collections",
        "BM25 and dense are over whole documents, as the published figures are, which are drawn as lines; the others "
        "over the same passages. All queries of the test split count.",
        tuple((f"{name}: differences", _stored(one.tables["differences"])) for name, one in collections.items()),
        ("retrieval", plots.bars(bars, "foi search", "nDCG@10", doubts, published)),
        tuple(collections.values()),
    )


def _by_run(
    groups: Mapping[str, Kept], measure: str
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, tuple[float, float]]]]:
    """(group → run → value, the same of its interval) of one measure."""
    values = {
        group: {n.rpartition(": ")[0]: value for n, value in one.figures.items() if n.endswith(f": {measure}")}
        for group, one in groups.items()
    }
    doubts = {
        group: {run: doubt for run in row if (doubt := interval_of(groups[group], f"{run}: {measure}"))}
        for group, row in values.items()
    }
    return values, doubts


def _engines(found: Mapping[str, Kept]) -> Iterator[Piece]:
    compared = {str(one.settings["label"]): one for one in _named(found, "bench-compare").values()}
    if compared:
        bars, doubts = _by_run(compared, "RR@10")
        yield Piece(
            "Beside other search engines",
            "The same passages, vectors and labelled questions; judged by the same spans. Times are of one run.",
            tuple((label, _stored(one.tables["engines"])) for label, one in compared.items()),
            ("engines", plots.bars(bars, "foi search", "MRR@10", doubts)),
            tuple(compared.values()),
        )


def _answers(found: Mapping[str, Kept]) -> Iterator[Piece]:
    names = ("recall@1", "recall@5", "mrr@10", "answer", "citation", "abstain_precision", "abstain_recall")
    for name, one in _named(found, "answers-").items():
        rows: list[tuple[Cell, ...]] = [
            (kind, int(values["questions"]), *(values.get(n) for n in names))
            for kind, values in one.tables["by kind"].items()
        ]
        whole: list[tuple[Cell, ...]] = [
            (figure, value, *(interval_of(one, figure) or (None, None)))
            for figure, value in one.figures.items()
            if figure != "questions"
        ]
        said = (
            "Fully right (`answer`) is outcome, words and citation as labelled, or nothing said where nothing answers; "
            "the rules are those of `eval/verdicts.py`."
        )
        tables = (
            (f"All {one.figures['questions']:.0f} questions", Table(("figure", "value", "low", "high"), tuple(whole))),
            ("By kind of question", Table(("kind", "questions", *names), tuple(rows))),
        )
        yield Piece(f"Answers: {name}", said, tables, None, (one,))


def _misses(found: Mapping[str, Kept]) -> Iterator[Piece]:
    for name, one in _named(found, "answers-").items():
        if one.misses:
            told = any(miss.get("query") for miss in one.misses)
            names = ("id", "kind", "query", "wanted", "given", "cited", "confidence", "rank", "wrong")
            columns = tuple(n for n in names if told or n not in ("query", "wanted", "given", "cited"))
            rows = tuple(tuple(_read(miss.get(n)) for n in columns) for miss in one.misses[:WORST])
            said = f"{len(one.misses)} in all, the surest first; `rank` is where the search had the labelled place."
            if not told:
                said += (
                    " The letters and the questions on them are not this project's, so their text is not kept: "
                    "the same command with --show prints it."
                )
            yield Piece(f"The worst misses: {name}", said, (("", Table(columns, rows)),), None, (one,))


def _read(value: Any) -> Cell:
    """What a miss says, for a reader: a quotation's line ends and tabs as marks."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return re.sub(r"(\\[nt])+", lambda m: " ⏎ " if "n" in m[0] else " ⇥ ", value) if isinstance(value, str) else value


def _calibration(found: Mapping[str, Kept]) -> Iterator[Piece]:
    if one := found.get("calibration"):
        yield Piece(
            "Confidence",
            "Over the best draft of every question, given or withheld. Fitted weights are judged on letters that they "
            "were not fitted to: each set of questions left out in turn, or of one set each eighth of its documents.",
            (("By set of questions", _stored(one.tables["figures"])), ("Weights", _stored(one.tables["weights"]))),
            None,
            (one,),
        )
        for name, curve in one.tables["curves"].items():
            plot = f"calibration-{re.sub(r'[^a-z0-9]+', '-', name.lower())}"
            yield Piece(f"Confidence: {name}", "", (), (plot, plots.reliability(curve["bins"], curve["risk"])))


def _ablations(found: Mapping[str, Kept]) -> Iterator[Piece]:
    for name, one in _named(found, "ablation-").items():
        parts = _stored(one.tables["parts"])
        yield Piece(
            f"What each part earns: {name}",
            "One part left out at a time: the figure without it, and what is lost, with a 95 % interval and p of the "
            "randomisation test. p is of that row alone: of 40 rows, two fall below 0.05 by luck. A part may earn "
            "nothing here because these questions do not need it.",
            (("", parts),),
            (f"ablation-{name}", plots.earnings(_earned(parts, "mrr@10"), "MRR@10")),
            (one,),
        )


def _earned(table: Table, measure: str) -> list[tuple[str, float, float, float]]:
    at = table.columns.index(measure)
    rows = [(str(row[0]), row[at + 1], row[at + 2], row[at + 3]) for row in table.rows]
    return [
        (n, float(m), float(a), float(b)) for n, m, a, b in rows if m is not None and a is not None and b is not None
    ]


def _speed(found: Mapping[str, Kept]) -> Iterator[Piece]:
    if indexed := _named(found, "bench-index"):
        names = dict.fromkeys(name for one in indexed.values() for name in one.figures)
        lines = tuple((name, *(one.figures.get(name) for one in indexed.values())) for name in names)
        of = (", ".join(map(str, one.settings.get("paths", ()))) for one in indexed.values())
        tables = (("", Table(("figure", *of), lines)),)
        yield Piece("Indexing", "Pages are of 3,000 characters.", tables, None, tuple(indexed.values()))
    asked = _named(found, "bench-search")
    rows = sorted((row for one in asked.values() for row in one.tables["rows"]), key=lambda row: row["passages"])
    if rows:
        threads = next(iter(asked.values())).settings["threads"]
        columns = ("figure", *(f"{row['passages']:,.0f}" for row in rows))
        cells = tuple((key, *(_whole(key, row.get(key)) for row in rows)) for key in rows[0] if key != "passages")
        yield Piece(
            "Latency, memory and disk",
            "Made-up letters (`eval/synthetic.py`), the real encoder, no query asked twice. A column a number of "
            "passages. `build_seconds` includes exporting the query encoder, which takes about 7 seconds of any size."
            + _beside(asked.values()),
            (("", Table(columns, cells)), _growth(rows, asked)),
            ("latency", plots.latencies(rows, threads)),
            tuple(asked.values()),
        )


def _beside(asked: Iterable[Kept]) -> str:
    """What a reader must know of times that were taken while the machine did other things."""
    loaded = [one for one in asked if one.machine.get("load", 0) > 2 * one.machine.get("cores", 1)]
    said = (f"{one.name} at a load of {one.machine['load']} on {one.machine['cores']} cores" for one in loaded)
    slower = f" Measured beside other work, so slower than alone, and its growth too steep: {', '.join(said)}."
    return slower if loaded else ""


def _growth(rows: Sequence[Mapping[str, float]], asked: Mapping[str, Kept]) -> Captioned:
    """Exponents over every size that is kept, whichever command measured it."""
    names = [key.removeprefix("growth of ") for one in asked.values() for key in one.figures if key[:6] == "growth"]
    grown = growth(rows, "passages", list(dict.fromkeys(names)))
    return "Growth: value = a · passages^b", Table(("figure", "b"), tuple(grown.items()))


def _vectors(found: Mapping[str, Kept]) -> Iterator[Piece]:
    kept_ones = _named(found, "bench-vectors")
    rows = sorted((row for one in kept_ones.values() for row in one.tables["rows"]), key=lambda row: row["passages"])
    if not rows:
        return
    columns = ("passages", "kind", "recall@10", "p50_ms", "p99_ms", "build_seconds", "bytes")
    tables: list[Captioned] = [("", Table(columns, tuple(tuple(_whole(n, r[n]) for n in columns) for r in rows)))]
    names = ("build_seconds", "bytes", "p50_ms")
    kinds = dict.fromkeys(row["kind"] for row in rows)
    grown = {kind: growth([row for row in rows if row["kind"] == kind], "passages", names) for kind in kinds}
    lines = tuple((kind, *(b.get(name) for name in names)) for kind, b in grown.items() if b)
    tables += [("Growth: value = a · vectors^b", Table(("kind", *names), lines))] if lines else []
    beside = [table for one in kept_ones.values() for table in one.tables.get("beside", ())]
    tables += [("Real vectors and as many made-up ones: tenth, median, last tenth", _stored(table)) for table in beside]
    yield Piece(
        "Exact and approximate vector search",
        "Made-up vectors (`eval/synthetic.py`), one query at a time in one thread." + _beside(kept_ones.values()),
        tuple(tables),
        ("vectors", plots.approximations(rows)),
        tuple(kept_ones.values()),
    )


def _whole(name: str, value: Any) -> Cell:
    return int(value) if value is not None and name.endswith(("bytes", "passages")) else value


def _sources(found: Mapping[str, Kept]) -> Table:
    rows = tuple((n, f"`{o.command}`", o.commit, o.when, machine(o), o.machine.get("load")) for n, o in found.items())
    return Table(("result", "command", "commit", "when", "machine", "load"), rows)


def _settings(found: Mapping[str, Kept]) -> Table:
    rows = tuple((name, _listed(one.versions), _listed(one.settings)) for name, one in found.items())
    return Table(("result", "versions", "settings"), rows)


def _listed(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())


def _stored(rows: Sequence[Sequence[Any]]) -> Table:
    return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))
