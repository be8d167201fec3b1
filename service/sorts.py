"""Rows and columns that may hold a figure of the sort asked for: a count, a share or a sum of money."""

from __future__ import annotations

from collections.abc import Mapping

from service.scales import Sort, tells_share
from service.terms import STOP, bag

Sorts = Mapping[tuple[int, int], Sort]
"""The sort of the figure at each row and column that holds one."""


def of_sort(sort: Sort | None, lines: list[int], sorts: Sorts, side: int) -> list[int]:
    """Those rows (`side` 0) or columns (1) that may hold a figure of the sort asked for; all where none has one."""
    if sort is None or sort not in sorts.values():
        return lines
    other = {at[side] for at in sorts} - {at[side] for at, one in sorts.items() if one == sort}
    return [line for line in lines if line not in other]


def counted(lines: list[int], labels: Mapping[int, str], sorts: Sorts, side: int) -> list[int]:
    """Rows (`side` 0) or columns (1) without those of the shares of what another counts: "Upheld (%)" by "Upheld"."""
    kinds: dict[int, set[Sort]] = {line: set() for line in lines}
    for at, one in sorts.items():
        kinds.setdefault(at[side], set()).add(one)
    said = {line: frozenset(s for s in bag(labels[line]) if s not in STOP and not tells_share(s)) for line in lines}
    counts = [said[line] for line in lines if "count" in kinds[line]]
    return [line for line in lines if kinds[line] != {"share"} or said[line] not in counts]


def adds(total: int, sorts: Sorts) -> bool:
    """False for a row of figures of another sort than those of all others, which are not their sums: "Total paid"."""
    own = {one for (row, _), one in sorts.items() if row == total}
    others = {one for (row, _), one in sorts.items() if row != total}
    return not (own and others) or not own.isdisjoint(others)
