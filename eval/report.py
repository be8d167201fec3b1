"""`python -m eval report`: the kept results as one self-contained HTML page and a Markdown file, with plots.

Quality beside baselines, ablations, calibration, latency and growth, and the worst misses with their text. The table
between the marks of `eval/README.md` is written anew from the same results.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.document import FoiError
from eval import plots
from eval.command import Cell, Table, shown, told
from eval.headlines import table as headline_table
from eval.kept import RESULTS, Kept, kept

README = Path(__file__).parent / "README.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")
WORST = 12
"""Misses shown of each set of questions, the surest first: a sure mistake is the worst."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the report under its own heading: a paragraph, tables, and a plot by its name."""

    title: str
    text: str = ""
    tables: tuple[Table, ...] = ()
    plot: tuple[str, str] | None = None


def results(folder: Path) -> dict[str, Kept]:
    """Every kept result in `folder`, by name. Raises FoiError where there is none."""
    found = {path.stem: kept(path) for path in sorted(folder.glob("*.json"))}
    if not found:
        raise FoiError(f"{folder} holds no kept result: make some with --keep, or all with `python -m eval figures`")
    return found


def pieces(found: Mapping[str, Kept]) -> Iterator[Piece]:
    """What the results have to say, in the order of reading."""
    yield Piece("The figures", provenance(found), (headline_table(found),))
    yield from _retrieval(found)
    yield from _engines(found)
    yield from _answers(found)
    yield from _calibration(found)
    yield from _ablations(found)
    yield from _speed(found)
    yield from _misses(found)
    yield Piece("Where each result comes from", "", (_sources(found),))


def provenance(found: Mapping[str, Kept]) -> str:
    """Commits, days and machines of the results, in a sentence each."""
    commits = sorted({one.commit for one in found.values()})
    days = sorted({one.when[:10] for one in found.values()})
    machines = sorted({_machine(one) for one in found.values()})
    span = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"Commit {', '.join(commits)}; {span}; {'; '.join(machines)}. Brackets hold 95 % bootstrap intervals."


def _machine(one: Kept) -> str:
    m = one.machine
    return f"{m.get('processor')}, {m.get('cores')} cores, {m.get('memory_gib')} GiB, {m.get('system')}"


def _retrieval(found: Mapping[str, Kept]) -> Iterator[Piece]:
    collections = {name.removeprefix("beir-"): one for name, one in found.items() if name.startswith("beir-")}
    if not collections:
        return
    bars = {name: _by_run(one, "nDCG@10") for name, one in collections.items()}
    published = {name: [(str(s), float(v)) for s, v in one.tables["published"]] for name, one in collections.items()}
    yield Piece(
        "Retrieval on public collections",
        "BM25 and dense are over whole documents, as the published figures are; the others over the same passages. "
        "Dashed: as published. "
        + " ".join(f"{source}: {value:.3f}." for rows in published.values() for source, value in rows),
        tuple(_stored(one.tables["differences"]) for one in collections.values()),
        ("retrieval", plots.bars(bars, "foi search", "nDCG@10", published)),
    )


def _by_run(one: Kept, measure: str) -> dict[str, float]:
    return {name.rpartition(": ")[0]: value for name, value in one.figures.items() if name.endswith(f": {measure}")}


def _engines(found: Mapping[str, Kept]) -> Iterator[Piece]:
    compared = {name: one for name, one in found.items() if name.startswith("bench-compare")}
    if compared:
        groups = {str(one.settings["label"]): _by_run(one, "RR@10") for one in compared.values()}
        yield Piece(
            "Beside other search engines",
            "The same passages, vectors and labelled questions; judged by the same spans. Times are of one run.",
            tuple(_stored(one.tables["engines"]) for one in compared.values()),
            ("engines", plots.bars(groups, "foi search", "MRR@10")),
        )


def _answers(found: Mapping[str, Kept]) -> Iterator[Piece]:
    names = ("recall@1", "recall@5", "mrr@10", "answer", "citation", "abstain_precision", "abstain_recall")
    for name, one in found.items():
        if name.startswith("answers-"):
            rows: list[tuple[Cell, ...]] = [
                (kind, int(values["questions"]), *(values.get(n) for n in names))
                for kind, values in [*one.tables["by kind"].items(), ("all", one.figures)]
            ]
            columns = ("kind", "questions", *names)
            yield Piece(f"Answers: {name.removeprefix('answers-')}", "", (Table(columns, tuple(rows)),))


def _calibration(found: Mapping[str, Kept]) -> Iterator[Piece]:
    if one := found.get("calibration"):
        yield Piece(
            "Confidence",
            "Over the best draft of every question, given or withheld. Fitted weights are judged on letters that they "
            "were not fitted to: each set of questions left out in turn, or of one set each eighth of its documents.",
            (_stored(one.tables["figures"]), _stored(one.tables["weights"])),
        )
        for name, curve in one.tables["curves"].items():
            plot = f"calibration-{re.sub(r'[^a-z0-9]+', '-', name.lower())}"
            yield Piece(f"Confidence: {name}", "", (), (plot, plots.reliability(curve["bins"], curve["risk"])))


def _ablations(found: Mapping[str, Kept]) -> Iterator[Piece]:
    for name, one in found.items():
        if name.startswith("ablation-"):
            shown_table = _stored(one.tables["parts"])
            yield Piece(
                f"What each part earns: {name.removeprefix('ablation-')}",
                "One part left out at a time; what is lost, with a 95 % interval and p of the randomisation test.",
                (shown_table,),
                (name, plots.earnings(_earned(shown_table, "mrr@10"), "MRR@10")),
            )


def _earned(table: Table, measure: str) -> list[tuple[str, float, float, float]]:
    at = table.columns.index(measure)
    rows = [(str(row[0]), row[at + 1], row[at + 2], row[at + 3]) for row in table.rows]
    return [
        (n, float(m), float(a), float(b)) for n, m, a, b in rows if m is not None and a is not None and b is not None
    ]


def _speed(found: Mapping[str, Kept]) -> Iterator[Piece]:
    if indexed := {name: one for name, one in found.items() if name.startswith("bench-index")}:
        names = dict.fromkeys(name for one in indexed.values() for name in one.figures)
        lines = tuple((name, *(one.figures.get(name) for one in indexed.values())) for name in names)
        of = (", ".join(map(str, one.settings.get("paths", ()))) for one in indexed.values())
        yield Piece("Indexing", "Pages are of 3,000 characters.", (Table(("figure", *of), lines),))
    rows = [row for name in ("bench-search", "bench-search-1m") if name in found for row in found[name].tables["rows"]]
    if rows:
        rows = [{key: int(v) if key.endswith(("bytes", "passages")) else v for key, v in row.items()} for row in rows]
        threads = next(found[n].settings["threads"] for n in ("bench-search", "bench-search-1m") if n in found)
        columns = ("figure", *(f"{row['passages']:,.0f}" for row in rows))
        cells = tuple((key, *(row.get(key) for row in rows)) for key in rows[0] if key != "passages")
        grown = {k: v for k, v in found.get("bench-search", Kept("", {})).figures.items() if k.startswith("growth")}
        said = "; ".join(f"{key.removeprefix('growth of ')} {value:.2f}" for key, value in grown.items())
        yield Piece(
            "Latency, memory and disk",
            f"Made-up corpora. Growth exponents (value = a · passages^b): {said}." if said else "Made-up corpora.",
            (Table(columns, cells),),
            ("latency", plots.latencies(rows, threads)),
        )
    vectors = [row for n in ("bench-vectors", "bench-vectors-1m") if n in found for row in found[n].tables["rows"]]
    if vectors:
        columns = ("passages", "kind", "recall@10", "p50_ms", "p99_ms", "build_seconds", "bytes")
        shown_rows = tuple(tuple(int(r[n]) if n in _WHOLE else r[n] for n in columns) for r in vectors)
        tables = [Table(columns, shown_rows)]
        if exponents := found.get("bench-vectors", Kept("", {})).tables.get("growth"):
            measures = tuple(next(iter(exponents.values())))
            curves = tuple((kind, *(b[name] for name in measures)) for kind, b in exponents.items())
            tables.append(Table(("growth exponent b", *measures), curves))
        yield Piece(
            "Exact and approximate vector search",
            "Clustered made-up vectors, one query at a time in one thread; value = a · vectors^b.",
            tuple(tables),
            ("vectors", plots.approximations(vectors)),
        )


_WHOLE = ("passages", "bytes")


def _misses(found: Mapping[str, Kept]) -> Iterator[Piece]:
    for name, one in found.items():
        if name.startswith("answers-") and one.misses:
            names = ("id", "query", "wanted", "given", "confidence", "rank", "wrong")
            rows = tuple(tuple(", ".join(m[n]) if n == "wrong" else m[n] for n in names) for m in one.misses[:WORST])
            title = f"The worst misses: {name.removeprefix('answers-')}"
            yield Piece(title, f"{len(one.misses)} in all, the surest first.", (Table(names, rows),))


def _sources(found: Mapping[str, Kept]) -> Table:
    rows = tuple((n, f"`{o.command}`", o.commit, o.when, _machine(o), o.machine.get("load")) for n, o in found.items())
    return Table(("result", "command", "commit", "when", "machine", "load"), rows)


def _stored(rows: Sequence[Sequence[Any]]) -> Table:
    return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))


# Two ways to write it

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>foi-search: what was measured</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }}
h2 {{ margin-top: 2.5rem }} svg {{ max-width: 100%; height: auto }}
.wide {{ overflow-x: auto }} table {{ border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums }}
th, td {{ border-bottom: 1px solid #ccc; padding: .25rem .6rem; text-align: left; vertical-align: top }}
</style></head><body>
<h1>foi-search: what was measured</h1>
{body}
</body></html>
"""


def as_html(found: Sequence[Piece]) -> str:
    """One page with nothing outside it."""
    out = []
    for piece in found:
        out.append(f"<h2>{html.escape(piece.title)}</h2>")
        out += [f"<p>{html.escape(piece.text)}</p>"] if piece.text else []
        out += [f"<figure>{piece.plot[1]}</figure>"] if piece.plot else []
        out += [_html_table(table) for table in piece.tables]
    return _PAGE.format(body="\n".join(out))


def _html_table(table: Table) -> str:
    def row(cells: Sequence[Any], tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        said = (re.sub(r"`([^`]*)`", r"<code>\1</code>", html.escape(shown(c).replace("\\|", "|"))) for c in cells)
        return "<tr>" + "".join(f"<{tag}{scope}>{cell}</{tag}>" for cell in said) + "</tr>"

    lines = "\n".join(row(line, "td") for line in table.rows)
    head = row(table.columns, "th")
    return f'<div class="wide" tabindex="0"><table><thead>{head}</thead><tbody>\n{lines}\n</tbody></table></div>'


def as_markdown(found: Sequence[Piece]) -> str:
    """The same, its plots beside it in `plots/`."""
    out = ["# What was measured\n"]
    for piece in found:
        out.append(f"## {piece.title}\n")
        out += [f"{piece.text}\n"] if piece.text else []
        out += [f"![{piece.title}](plots/{piece.plot[0]}.svg)\n"] if piece.plot else []
        out += [_one_line(table).text("markdown") for table in piece.tables]
    return "\n".join(out)


def _one_line(table: Table) -> Table:
    """Cells that quote letters hold line ends, which a Markdown table cannot."""
    return Table(
        table.columns, tuple(tuple(" ".join(c.split()) if isinstance(c, str) else c for c in r) for r in table.rows)
    )


def with_table(readme: str, found: Mapping[str, Kept]) -> str:
    """`readme` with the current table between its marks. Raises FoiError where it has none."""
    before, first, rest = readme.partition(MARKS[0])
    _, last, after = rest.partition(MARKS[1])
    if not first or not last:
        raise FoiError(f"the README has no marks {MARKS[0]} and {MARKS[1]} to write the table between")
    table = headline_table(found).text("markdown")
    return f"{before}{first}\n{provenance(found)}\n\n{table}{last}{after}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval report", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR", help="where the kept results lie")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the report goes (default: beside them)")
    parser.add_argument("--readme", type=Path, metavar="FILE", help="a README whose table is written anew, too")
    given = parser.parse_args(arguments)
    found = results(given.results)
    said = list(pieces(found))
    out = given.out or given.results
    (out / "plots").mkdir(parents=True, exist_ok=True)
    for piece in said:
        if piece.plot:
            (out / "plots" / f"{piece.plot[0]}.svg").write_text(piece.plot[1], encoding="utf-8")
    (out / "report.html").write_text(as_html(said), encoding="utf-8")
    (out / "report.md").write_text(as_markdown(said), encoding="utf-8")
    if given.readme:
        given.readme.write_text(with_table(given.readme.read_text(encoding="utf-8"), found), encoding="utf-8")
    print(f"{out / 'report.html'}, {out / 'report.md'}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.report"))
