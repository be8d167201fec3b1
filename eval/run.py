"""`python -m eval run`: search for every query of a file and write what was found as a TREC run.

A run over `place` names stretches of documents (document:start-end), to be scored against labels on spans; over
`document`, file names, the best passage counting. A run that stops half-way goes on when the command is given again.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.document import FoiError
from eval.command import Parser, destination, read_queries, system_options
from eval.judgements import named, place
from eval.progress import resumed
from eval.runs import Run, ranked, write_run
from eval.systems import Object, System, opened

DEPTH = 100
UNITS = ("place", "document")


def searched(system: System, queries: Mapping[str, str], depth: int, unit: str, going: Path) -> Run:
    """The run of `system` on `queries`, `depth` hits each. `going` keeps what is done, for the caller to delete."""
    settings = dict(system.settings) | {"depth": depth, "unit": unit}

    def work(text: str) -> list[str]:
        return names(system.search(text, depth), unit)

    found = resumed(going, settings, queries.items(), work)
    return {query: ranked(row) for query, row in found.items()}


def names(found: Object, unit: str) -> list[str]:
    """The hits of a search, best first, as places or as documents (each where it is first)."""
    hits = sorted(found["hits"], key=lambda hit: hit["rank"])
    if unit == "document":
        return list(dict.fromkeys(named(hit["document"]["uri"]) for hit in hits))
    return [place(named(hit["document"]["uri"]), hit["start"], hit["end"]) for hit in hits]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval run", description=(__doc__ or "").split("\n\n")[0])
    system_options(parser)
    parser.add_argument("--queries", type=Path, required=True, help="JSON lines (id, query), or id, tab, text")
    parser.add_argument("--run", type=destination, required=True, metavar="OUT", help="the file to write")
    parser.add_argument("-k", type=int, default=DEPTH, help=f"hits a query (default {DEPTH})")
    parser.add_argument("--unit", choices=UNITS, default="place", help="what a hit is named by (default place)")
    parser.add_argument("--tag", default="foi-search", help="the name of the run, its last column")
    given = parser.parse_args(arguments)
    if given.k < 1:
        raise FoiError(f"-k {given.k} asks for no hits: give 1 or more")
    queries = read_queries(given.queries)
    system = opened(given.data, given.url)
    going = given.run.with_name(given.run.name + ".part")
    run = searched(system, queries, given.k, given.unit, going)
    write_run(given.run, run, given.tag)
    going.unlink()
    empty = sum(not row for row in run.values())
    print(f"{len(run)} queries, {empty} of them without a hit: {given.run}", file=sys.stderr)
    return 0
