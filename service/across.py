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
from service.periods import Period, periods
from service.query import addressed, understand
from service.snapshot import Snapshot

MOST = 60
"""How many authorities times years are asked at once."""

_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d{2,4})?")
_HERE = "\ue000"  # stands where a name stood: a character that no question has
_ABOUT = re.compile(r"\b(?:about|against|concerning|regarding|involving|into|on|relating to)(?: the)? $", re.IGNORECASE)
_WITH = re.compile(r"\b(?:to|with|between|and)(?: the)? $", re.IGNORECASE)


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
    authorities first; where nothing is found its outcome is `not_found`. An authority that the question itself names
    keeps no other out: the question is put to each in its own name (`put_to`). Raises FoiError for a query, filter or
    year that cannot be meant, or more than `MOST` rows.
    """
    asked, at = asked or Asked(), at or index.snapshot()
    if not authorities and not years:
        return _anyone(index, query, asked, at)
    for year in years:
        if not _YEAR.fullmatch(year):
            raise FoiError(f"year {year[:40]!r} is not a year: write it as 2023 or 2023/24")
    understand(query, ())  # with a year behind it, an empty query would pass for one
    named, times = tuple(dict.fromkeys(authorities)) or (None,), tuple(dict.fromkeys(years)) or (None,)
    if len(named) * len(times) > MOST:
        asked_for = f"{len(named)} authorities in {len(times)} years"
        raise FoiError(f"the {asked_for} are more than {MOST} questions: ask for fewer")
    return list(_asked(index, query, named, times, asked, at))


def put_to(query: str, name: str, known: Sequence[str]) -> str:
    """`query` put to the authority `name` in place of the one that it asks; another that it is about stays in it.

    Of several names that one is asked which no word such as "about" stands before ("complaints about Northmarsh Council
    made to Saltmoor Police"), nor, if it can be, "to"; of these the first. One name alone is whom the question asks.
    """
    text = " ".join(query.replace(_HERE, " ").split())
    between = addressed(text, _HERE, known).split(_HERE)
    named = _names(text, between, known)
    owners = [re.sub("['’]s?$", "", one.casefold()) for one in named]
    if len(set(owners)) < 2:
        return addressed(text, name, known)
    aside = [2 if _ABOUT.search(before) else 1 if _WITH.search(before) else 0 for before in between[:-1]]
    asked = owners[aside.index(min(aside))]
    put = [name if owner == asked else one for one, owner in zip(named, owners, strict=True)]
    return " ".join("".join(a + b for a, b in zip(between, [*put, ""], strict=True)).split())


def _names(text: str, between: Sequence[str], known: Sequence[str]) -> list[str]:
    """What stands in `text` between these pieces of it, each the name of an authority; none where that is not clear."""
    for anything in ("(.+?)", "(.+)"):  # "Kent and Essex Police and Surrey Police": an "and" may belong to a name
        found = re.fullmatch(anything.join(map(re.escape, between)), text)
        if found and all(addressed(one, _HERE, known) == _HERE for one in found.groups()):
            return list(found.groups())
    return []


def _anyone(index: Index, query: str, asked: Asked, at: Snapshot) -> list[Row]:
    """The answer and the others; where the question names an authority, also what those that it does not name say."""
    found = rows(index.ask(query, asked, at).answer)
    to_all = addressed(query, "", at.store.authorities(at.at))
    if to_all != " ".join(query.split()) and asked.authority is None and re.search(r"\w", to_all):
        known = {(row.authority, row.period) for row in found} | {(row.source, row.start) for row in found}
        more = rows(index.ask(to_all, asked, at).answer)
        found += [row for row in more if known.isdisjoint({(row.authority, row.period), (row.source, row.start)})]
    return found


def _asked(
    index: Index,
    query: str,
    authorities: Sequence[str | None],
    years: Sequence[str | None],
    asked: Asked,
    at: Snapshot,
) -> Iterator[Row]:
    known = at.store.authorities(at.at)
    for authority in authorities:
        limits = replace(asked, authority=authority) if authority is not None else asked
        own = put_to(query, authority, known) if authority is not None else query
        for year in years:
            yield _row(index.ask(f"{own} in {year}" if year else own, limits, at).answer, authority, year)


def _row(found: Answer, authority: str | None, year: str | None) -> Row:
    """The row of one question: of the answer and the others the one that is about its time, so that an answer about
    another time is none."""
    made = rows(found)
    if year is not None:
        ranked = sorted(((_apart(row.period, year), n) for n, row in enumerate(made)), key=lambda pair: pair)
        made = [made[n] for apart, n in ranked if apart < _ELSEWHEN]
    if not made:
        return Row(authority, year, None, None, None, "not_found", None, None, None, None, None)
    return replace(made[0], period=made[0].period or year)


_ELSEWHEN = 3


def _apart(period: str | None, year: str) -> int:
    """How far what is about `period` is from an answer for `year`: 0 that very time, 1 partly, 2 unknown, 3 not."""
    if period is None:
        return 2
    pairs = [(a, b) for a in periods(period) for b in periods(year)]
    if any(a.same(b) for a, b in pairs):
        return 0
    return 1 if any(_meet(a, b) for a, b in pairs) else _ELSEWHEN


def _meet(a: Period, b: Period) -> bool:
    """Whether they have days in common. Two financial years have not, though both hold a part of the year between."""
    return a.kind != b.kind and a.first <= b.last and b.first <= a.last
