"""One question asked of several authorities and years, one by one: a row for each, silence included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.document import FoiError
from service.candidate import Answer
from service.comparison import Row, rows
from service.filters import Asked
from service.index import Index
from service.periods import periods
from service.query import understand
from service.snapshot import Snapshot

MOST = 60
"""How many authorities times years are asked at once."""

_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d{2,4})?")


def across(
    index: Index,
    query: str,
    authorities: Sequence[str] = (),
    years: Sequence[str] = (),
    asked: Asked | None = None,
    at: Snapshot | None = None,
) -> list[Row]:
    """The answers to `query` as rows.

    Where neither authorities nor years are named: the best answer and what other letters say to the same question, as
    many as are found. Else a row for each authority named (or any, where none is) and each year ("2023", "2023/24"),
    authorities first; where nothing is found its outcome is `not_found`. Raises FoiError for a query, filter or year
    that cannot be meant, or more than `MOST` rows.
    """
    asked, at = asked or Asked(), at or index.snapshot()
    if not authorities and not years:
        return rows(index.ask(query, asked, at).answer)
    for year in years:
        if not _YEAR.fullmatch(year):
            raise FoiError(f"year {year[:40]!r} is not a year: write it as 2023 or 2023/24")
    understand(query, ())  # with a year behind it, an empty query would pass for one
    named, times = tuple(dict.fromkeys(authorities)) or (None,), tuple(dict.fromkeys(years)) or (None,)
    if len(named) * len(times) > MOST:
        asked_for = f"{len(named)} authorities in {len(times)} years"
        raise FoiError(f"the {asked_for} are more than {MOST} questions: ask for fewer")
    return list(_asked(index, query, named, times, asked, at))


def _asked(
    index: Index,
    query: str,
    authorities: Sequence[str | None],
    years: Sequence[str | None],
    asked: Asked,
    at: Snapshot,
) -> Iterator[Row]:
    for authority in authorities:
        limits = replace(asked, authority=authority) if authority is not None else asked
        for year in years:
            yield _row(index.ask(f"{query} in {year}" if year else query, limits, at).answer, authority, year)


def _meets(period: str, year: str) -> bool:
    return any(a.first <= b.last and b.first <= a.last for a in periods(period) for b in periods(year))


def _row(found: Answer, authority: str | None, year: str | None) -> Row:
    """The row of one question; an answer that is about another time is none to it."""
    made = [one for one in rows(found)[:1] if year is None or one.period is None or _meets(one.period, year)]
    if not made:
        return Row(authority, year, None, None, None, "not_found", None, None, None, None, None)
    return replace(made[0], period=made[0].period or year)
