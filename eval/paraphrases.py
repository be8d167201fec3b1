"""`python -m eval paraphrases`: questions of invented letters, sought in other words than their own.

Each of 256 invented letters asks and answers five to nine questions that are easily taken for each other; each question
is sought by queries that share few words with it, two in three of which name no authority. What counts is the place of
the first hit that stands in the question or in its answer. Searching as it is, beside either index alone.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpus.document import FoiError
from eval.command import Cell, Parser, Table, format_option, keep_option, printed, told
from eval.invented import LAYOUTS, Letter, Span, letters
from eval.kept import Kept, keep, made
from eval.significance import interval
from indexer.embed import DEFAULT_MODEL, SentenceEncoder
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder
from service.index import Index
from service.modes import Mode

MODES: tuple[Mode, ...] = ("hybrid", "lexical", "dense")
DEPTH = 10
MEASURES = ("R@1", "R@5", "RR@10")
_LAYOUT = "numbered paragraphs"

Ranks = dict[str, int | None]
"""Query → the rank, from 1, of the first hit in the right question or its answer; None beyond the first `DEPTH`."""


def queries(every: int) -> list[tuple[str, Letter, int]]:
    """(query, letter, number of the unit that it means, from 0), the first and each `every` th of them."""
    found = [(query, one, n) for one in letters() for n, unit in enumerate(one.units) for query in unit.queries]
    return found[::every]


def measured(data: Path, every: int) -> dict[str, Ranks]:
    """The ranks by mode. The letters are written and indexed in `data`."""
    folder = data / "letters"
    folder.mkdir(parents=True, exist_ok=True)
    where: dict[str, tuple[tuple[Span, Span], ...]] = {}
    for one in letters():
        laid = LAYOUTS[_LAYOUT](one)
        (folder / f"{one.id}.txt").write_text(laid.text, encoding="utf-8")
        where[f"{one.id}.txt"] = laid.pairs
    index([str(folder)], data / "index", SentenceEncoder())
    keep_query_encoder(data / "index", DEFAULT_MODEL)
    opened = Index(data / "index")
    found: dict[str, Ranks] = {mode: {} for mode in MODES}
    for at, (query, letter, n) in enumerate(queries(every)):
        (start, _), (_, end) = where[f"{letter.id}.txt"][n]
        for mode in MODES:
            hits = opened.search(query, DEPTH, mode=mode).hits
            right = (
                hit.rank
                for hit in hits
                if Path(hit.document.uri).stem == letter.id and hit.passage.start < end and hit.passage.end > start
            )
            found[mode][f"{letter.id} {at * every}"] = next(right, None)
    return found


def values(ranks: Ranks) -> dict[str, dict[str, float]]:
    """Measure → query → value, 0..1."""
    return {
        "R@1": {query: float(rank == 1) for query, rank in ranks.items()},
        "R@5": {query: float(rank is not None and rank <= 5) for query, rank in ranks.items()},
        "RR@10": {query: 1 / rank if rank else 0.0 for query, rank in ranks.items()},
    }


def table(found: dict[str, Ranks]) -> Table:
    """A row a mode, with 95 % bootstrap intervals."""
    rows: list[tuple[Cell, ...]] = []
    for mode, ranks in found.items():
        each = values(ranks)
        rows.append((mode, len(ranks), *(str(interval(list(each[name].values()))) for name in MEASURES)))
    return Table(("search", "queries", *MEASURES), tuple(rows))


def result(found: dict[str, Ranks], every: int) -> Kept:
    """What is kept: the means of every mode, and ours by query."""
    scored = {mode: values(ranks) for mode, ranks in found.items()}
    figures = {
        f"{mode}: {name}": sum(row.values()) / len(row) for mode, each in scored.items() for name, row in each.items()
    }
    settings = {"queries": len(found["hybrid"]), "letters": len(letters()), "every": every, "layout": _LAYOUT}
    return made("paraphrases", figures, queries=scored["hybrid"], settings=settings)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval paraphrases", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--every", type=int, default=4, metavar="N", help="only each N th query (default: %(default)s)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep letters and index here")
    keep_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    if given.every < 1:
        raise FoiError(f"--every {given.every} asks no query: give 1 or more")
    with tempfile.TemporaryDirectory() as here:
        found = measured(given.data or Path(here), given.every)
    printed([("Paraphrased questions of invented letters", table(found))], given)
    if given.keep:
        keep(given.keep, result(found, given.every))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.paraphrases"))
