"""`python -m eval paraphrases`: questions of invented letters, sought and asked in other words than their own.

Each of 120 invented letters (`eval/questions/unseen.jsonl`) asks and answers six to eight questions that are easily
taken for each other. Each of these is sought by a phrase that mostly names the authority, by a question and by a loose
paraphrase that names none; three queries a letter are answered by nothing in it. What counts of a search is the place
of the first hit that stands in the question or in its answer, and of an answer that it is cited from there. Searching
and asking as they are, beside either index alone. Nothing was fitted to these letters; one weight, `dense` of
`service.rank`, was raised with them in sight.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpus.document import FoiError
from eval.command import Cell, Parser, Table, format_option, keep_option, printed, told
from eval.invented import PLAIN, UNSEEN, letters, written
from eval.kept import Kept, keep, made
from eval.significance import interval
from indexer.embed import DEFAULT_MODEL, SentenceEncoder
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder
from service.index import Index
from service.modes import Mode

MODES: tuple[Mode, ...] = ("hybrid", "lexical", "dense")
KINDS = ("phrase", "question", "paraphrase")
DEPTH = 10
MEASURES = ("R@1", "R@5", "RR@10")


class Asked(NamedTuple):
    """A query, what kind it is, and the unit of its letter that it means, from 0; None: nothing in it."""

    query: str
    kind: str
    letter: str
    unit: int | None


class Spot(NamedTuple):
    """Where a unit stands: its letter, and from where to where in it."""

    letter: str
    start: int
    end: int

    def holds(self, uri: str, start: int, end: int) -> bool:
        """Whether what stands there is in the unit, at least in part."""
        return Path(uri).stem == self.letter and start < self.end and end > self.start


@dataclass(frozen=True)
class Found:
    """By query: the rank, from 1, of the first hit in the right unit by mode (None beyond the first `DEPTH`), and what
    asking it gave: "right", "wrong" or "nothing"."""

    asked: dict[str, Asked]
    ranks: dict[str, dict[str, int | None]]
    answers: dict[str, str]


def queries(every: int) -> list[Asked]:
    """The first query and each `every` th after it, those that nothing answers likewise."""
    chosen = letters(UNSEEN)
    meant = [
        Asked(query, kind, one.id, n)
        for one in chosen
        for n, unit in enumerate(one.units)
        for kind, query in zip(KINDS, unit.queries, strict=True)
    ]
    absent = [Asked(query, "absent", one.id, None) for one in chosen for query in one.absent]
    return [*meant[::every], *absent[::every]]


def measured(data: Path, every: int) -> Found:
    """The letters are written and indexed in `data`."""
    where = written(letters(UNSEEN), data / "letters")
    index([str(data / "letters")], data / "index", SentenceEncoder())
    keep_query_encoder(data / "index", DEFAULT_MODEL)
    opened = Index(data / "index")
    found = Found({}, {mode: {} for mode in MODES}, {})
    for number, one in enumerate(queries(every)):
        key = f"{one.letter} {one.kind} {number}"
        found.asked[key] = one
        (start, _), (_, end) = where[one.letter][one.unit] if one.unit is not None else ((0, 0), (0, 0))
        spot = Spot(one.letter, start, end)
        for mode in MODES if one.unit is not None else ():
            hits = opened.search(one.query, DEPTH, mode=mode).hits
            ranks = (hit.rank for hit in hits if spot.holds(hit.document.uri, hit.passage.start, hit.passage.end))
            found.ranks[mode][key] = next(ranks, None)
        answer = opened.ask(one.query).answer
        cited = answer.citations[:1]
        told_right = any(spot.holds(c.uri, c.start, c.end) for c in cited)
        found.answers[key] = "nothing" if answer.outcome == "not_found" else "right" if told_right else "wrong"
    return found


def values(ranks: dict[str, int | None]) -> dict[str, dict[str, float]]:
    """Measure → query → value, 0..1."""
    return {
        "R@1": {query: float(rank == 1) for query, rank in ranks.items()},
        "R@5": {query: float(rank is not None and rank <= 5) for query, rank in ranks.items()},
        "RR@10": {query: 1 / rank if rank else 0.0 for query, rank in ranks.items()},
    }


def table(found: Found) -> Table:
    """A row a mode, and a row a kind of query as searched by default, with 95 % bootstrap intervals."""
    sought = dict(found.ranks)
    for kind in KINDS:
        sought[f"hybrid, by {kind}"] = {q: r for q, r in found.ranks["hybrid"].items() if found.asked[q].kind == kind}
    rows: list[tuple[Cell, ...]] = []
    for name, ranks in sought.items():
        each = values(ranks)
        rows.append((name, len(ranks), *(str(interval(list(each[m].values()))) if ranks else None for m in MEASURES)))
    return Table(("search", "queries", *MEASURES), tuple(rows))


def shares(found: Found) -> dict[str, dict[str, float]]:
    """Kind of query → the share of its queries answered from the right unit, from elsewhere, and not at all."""
    made_of: dict[str, dict[str, float]] = {}
    for kind in (*KINDS, "absent"):
        told_of = [said for query, said in found.answers.items() if found.asked[query].kind == kind]
        made_of[kind] = {s: told_of.count(s) / len(told_of) if told_of else 0.0 for s in ("right", "wrong", "nothing")}
    return made_of


def answers(found: Found) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (kind, *(each[said] for said in ("right", "wrong", "nothing"))) for kind, each in shares(found).items()
    ]
    return Table(("asked", "right", "wrong", "nothing"), tuple(rows))


def result(found: Found, every: int) -> Kept:
    """What is kept: the means of every mode and kind, and ours by query."""
    scored = {mode: values(ranks) for mode, ranks in found.ranks.items()}
    figures = {
        f"{mode}: {name}": sum(row.values()) / len(row) for mode, each in scored.items() for name, row in each.items()
    }
    for kind in KINDS:
        of_kind = [row for query, row in scored["hybrid"]["R@1"].items() if found.asked[query].kind == kind]
        figures[f"{kind}: R@1"] = sum(of_kind) / len(of_kind) if of_kind else 0.0
    figures |= {f"{kind}: {said}": share for kind, each in shares(found).items() for said, share in each.items()}
    absent = sum(one.kind == "absent" for one in found.asked.values())
    settings = {
        "queries": len(found.asked) - absent,
        "absent": absent,
        "letters": len(letters(UNSEEN)),
        "every": every,
        "layout": PLAIN,
    }
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
    printed([("Invented letters searched", table(found)), ("Invented letters asked", answers(found))], given)
    if given.keep:
        keep(given.keep, result(found, given.every))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.paraphrases"))
