"""Rows and columns that count a part of what another counts, the whole: "Fatal" beside "Pursuits"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from indexer.grid import TOTAL, Grid, worth
from service.query import Query
from service.sorts import Sorts
from service.synonyms import SAME
from service.terms import FAINT, STOP, bag, held

OF_ALL = re.compile(r"\b(?:(?:all|any) (?!others?\b)[a-z]+|overall|in total)\b", re.IGNORECASE)
"""What a heading says of the whole, besides "total": "Absences (all reasons)"."""


def part_of(query: Query, labels: Mapping[int, str], whole: int | None) -> int | None:
    """The row or column of a part, where the query names it beside the whole: "fatal pursuits", where pursuits are
    counted in one column and the fatal ones of them in a later one. All telling words of its label must be asked for.
    """
    if whole is None:
        return None
    common = frozenset.intersection(*map(bag, labels.values()))
    terms = frozenset(t for t in query.terms if held(t, bag(labels[whole]) | common) < 1)
    after = not (OF_ALL.search(labels[whole]) or TOTAL.search(labels[whole]))
    meant, named = [], []
    for line, label in labels.items():
        said = [s for s in bag(label) - common if s not in STOP and s[:1] not in "@~"]
        own = frozenset([s for s in said if s not in FAINT] or said)
        if line == whole or not own or (after and line < whole):
            continue
        if all(any(held(t, frozenset((s,))) >= SAME for t in terms) for s in own):
            meant.append(line)
            if own <= terms:
                named.append(line)
    meant = named or meant
    return meant[0] if len(meant) == 1 else None


def whole_of(seen: Grid, lines: Collection[int], sorts: Sorts, side: int) -> int | None:
    """The row (`side` 0) or column (1) of counts that are nowhere less than those of another, and somewhere more."""
    counts: dict[int, dict[int, float]] = {line: {} for line in lines}
    for at, one in sorts.items():
        figure = worth(seen.body[at])
        if one == "count" and figure is not None and at[side] in counts:
            counts[at[side]][at[1 - side]] = figure
    for line, own in counts.items():
        others = [one for at, one in counts.items() if at != line]
        pairs = [(own[across], figure) for one in others for across, figure in one.items() if across in own]
        if pairs and all(a >= b for a, b in pairs) and any(a > b for a, b in pairs):
            return line
    return None
