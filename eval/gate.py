"""`python -m eval gate NEW… [--against DIR]`: fails where a result is significantly worse than the kept one.

Both are kept results (`--keep`) of the same questions. A figure fails when its mean over the questions that both have
is worse, and chance alone gives so much in fewer than one case in twenty, counting how many are compared (Holm).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from eval.command import Cell, Parser, Table, format_option, printed, told
from eval.kept import RESULTS, Kept, kept
from eval.significance import Difference, difference, holm

ALPHA = 0.05
LOWER_IS_BETTER = frozenset({"Brier"})


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure, new against kept; `p` is adjusted for how many were compared."""

    figure: str
    kept: float
    new: float
    difference: Difference
    p: float

    @property
    def worse(self) -> bool:
        gone = self.difference.mean > 0 if self.figure in LOWER_IS_BETTER else self.difference.mean < 0
        return gone and self.p < ALPHA


def compared(new: Kept, old: Kept) -> list[Compared]:
    """Every figure that both keep by question. Raises FoiError where they have too little in common to be compared."""
    found = []
    for figure in [name for name in old.queries if name in new.queries]:
        ours, theirs = new.queries[figure], old.queries[figure]
        both = [query for query in theirs if query in ours]
        if 2 * len(both) < max(len(ours), len(theirs)):
            raise FoiError(f"{new.name}: {figure} is of other questions than the kept result: keep a new one")
        pair = difference({q: ours[q] for q in both}, {q: theirs[q] for q in both})
        found.append((figure, _mean(theirs, both), _mean(ours, both), pair))
    if not found:
        raise FoiError(f"{new.name} and {old.name} have no figure by question in common")
    adjusted = holm([pair.p for *_, pair in found])
    return [
        Compared(f, old_mean, new_mean, d, p) for (f, old_mean, new_mean, d), p in zip(found, adjusted, strict=True)
    ]


def _mean(values: object, queries: Sequence[str]) -> float:
    return sum(values[query] for query in queries) / len(queries)  # type: ignore[index]


def table(rows: Sequence[Compared]) -> Table:
    columns = ("figure", "kept", "new", "difference", "low", "high", "p", "verdict")
    lines: list[tuple[Cell, ...]] = [
        (r.figure, r.kept, r.new, d.mean, d.low, d.high, r.p, "WORSE" if r.worse else "")
        for r in rows
        for d in [r.difference]
    ]
    return Table(columns, tuple(lines))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval gate", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("new", nargs="+", type=Path, metavar="NEW", help="results made with --keep")
    parser.add_argument(
        "--against", type=Path, default=RESULTS, metavar="DIR", help="where the kept ones of the same name lie"
    )
    format_option(parser)
    given = parser.parse_args(arguments)
    failed = False
    tables = []
    for path in given.new:
        old = given.against / path.name
        if old.resolve() == path.resolve():
            raise FoiError(f"{path} is the kept result itself: keep the new one elsewhere")
        if len(given.new) > 1 and not kept(path).queries.keys() & kept(old).queries.keys():
            print(f"eval gate: {path.stem} keeps nothing by question, so it is left out", file=sys.stderr)
            continue
        rows = compared(kept(path), kept(old))
        failed = failed or any(row.worse for row in rows)
        tables.append((f"{path.stem}: {kept(path).commit} against {kept(old).commit}", table(rows)))
    if not tables:
        raise FoiError("none of these results keeps figures by question, so there is nothing to compare")
    printed(tables, given)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.gate"))
