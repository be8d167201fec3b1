"""`/compare`: one question asked of the authorities and years that a reader picks, one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from corpus.document import FoiError, document_id
from service import wording
from service.across import MOST, across
from service.comparison import Row
from service.live import Current
from service.now import Now
from service.pages.card import Line, Table, asked_at, in_short, said, table
from service.pages.drawing import draw, file_name, spot
from service.problems import said as sentence
from service.query import LONGEST

router = APIRouter(include_in_schema=False)

OFFERED = 200
"""Authorities to tick; one that is further down is written in the box."""


@router.get("/compare")
def compare_page(request: Request, now: Now) -> Response:
    """The form; with a question, a row for each authority and year, silence included."""
    given = request.query_params
    query = (given.get("query") or "").strip()[: LONGEST + 1]
    named = list(dict.fromkeys(one.strip() for one in given.getlist("authority") if one.strip()))
    years = re.split(r"[\s,;]+", " ".join(given.getlist("year")).strip())
    years = list(dict.fromkeys(year for year in years if year))
    known = now.snapshot.store.authorities(now.snapshot.at)
    values = {
        "query": query,
        "named": named,
        "years": " ".join(years),
        "known": known[:OFFERED],
        "more_known": max(0, len(known) - OFFERED),
        "most": MOST,
    }
    if not query:
        return draw("compare.html", **values, wrong=None, table=None)
    try:
        found = _table(now, across(now.index, query, named, years, at=now.snapshot))
    except FoiError as error:
        return draw("compare.html", 422, **values, wrong=sentence(error), table=None)
    asked = [("query", query), *(("authority", one) for one in named), *(("year", one) for one in years)]
    export = "/v1/compare?" + urlencode([*asked, ("format", "csv")])
    return draw("compare.html", **values, wrong=None, table=found, export=export)


def _table(now: Current, rows: Sequence[Row]) -> Table:
    return table([(_line(now, row), row.value, row.unit) for row in rows])


def _line(now: Current, row: Row) -> Line:
    words = said(row.answer, row.value, row.unit)
    id = document_id(row.source) if row.source is not None else None
    letter = now.snapshot.store.document(id, now.snapshot.at) if id else None
    cited = id is not None and row.start is not None and row.end is not None
    return Line(
        row.authority,
        row.period,
        words,
        wording.OUTCOMES[row.outcome] if words is None or row.outcome != "disclosed" else None,
        spot(id or "", row.start or 0, row.end or 0) if cited else None,
        in_short(letter) if letter else file_name(row.source) if row.source else None,
        asked_at(now, id, row.start) if id is not None and row.start is not None else None,
    )
