"""`/exemptions`: who relied on which section how often, over time, and the passages in which they did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from corpus.document import FoiError
from indexer.stored import StoredDocument, StoredPassage
from service import pieces, wording
from service.filters import Asked, filters
from service.live import Current
from service.now import Now
from service.pages.charts import Bars, Columns, bars, columns
from service.pages.drawing import address, changed, draw, spot
from service.pages.form import number
from service.problems import said
from service.reliance import Relied, Use, passages, relied, uses

router = APIRouter(include_in_schema=False)

DRAWN = 6
"""Sections in the chart over time, the most relied on first."""

MOST_YEARS = 12
"""Years in the chart and the table, the latest; what is older is counted in the totals."""

MOST_AUTHORITIES = 15

PAGE = 20
"""Passages on a page."""

_SHOWN = 600
_TALL = 15  # lines
_FILTERS = ("authority", "exemption", "since", "until")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of letters, and the address of the passages behind it; None where there are none."""

    letters: int
    href: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A section in the table: how many letters relied on it, in each year and in all."""

    one: Relied
    href: str
    sort: str | None
    years: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage in the list, with its letter."""

    passage: StoredPassage
    document: StoredDocument
    text: tuple[pieces.Piece, ...]
    longer: bool
    href: str


@router.get("/exemptions")
def exemptions_page(request: Request, now: Now) -> Response:
    """The counts; with a section or another filter chosen, the passages too."""
    given = request.query_params
    wanted: dict[str, str | int | None] = {name: (given.get(name) or "").strip()[:300] or None for name in _FILTERS}
    values = {"wanted": wanted, "authorities": now.snapshot.store.authorities(now.snapshot.at)}
    asked = Asked(**{name: str(value) for name, value in wanted.items() if value is not None})
    try:
        limits = filters(asked, now.snapshot)
    except FoiError as error:
        return draw("exemptions.html", 422, **values, wrong=said(error))
    grounds, counted = relied(now.snapshot, limits), uses(now.snapshot, limits)
    years = sorted({one.year for one in counted if one.year})[-MOST_YEARS:]
    chosen = any(wanted.values())
    shown, total, following = _passages(now, asked, number(given.get("after"))) if chosen and grounds else ([], 0, None)
    return draw(
        "exemptions.html",
        **values,
        wrong=None,
        chosen=chosen,
        rows=[_row(one, counted, years, wanted) for one in grounds],
        years=years,
        undated=sum(one.letters for one in counted if one.year is None),
        chart=_chart(grounds[:DRAWN], counted, years),
        drawn=min(DRAWN, len(grounds)),
        who=_who(counted, wanted),
        letters=_who_chart(counted) if not wanted["authority"] else None,
        shown=shown,
        total=total,
        after=bool(number(given.get("after"))),
        first=changed("/exemptions", wanted),
        following=changed("/exemptions", wanted, after=following) + "#passages" if following else None,
        export=address("/v1/exemptions", **wanted, format="csv"),
    )


def _row(one: Relied, counted: Sequence[Use], years: Sequence[str], wanted: dict[str, str | int | None]) -> Row:
    by_year: Counter[str] = Counter()
    for use in counted:
        if use.code == one.code and use.year:
            by_year[use.year] += use.letters
    counts = []
    for year in years:
        href = changed("/exemptions", wanted, exemption=one.code, since=year, until=year) + "#passages"
        label = f"{one.code} in {year}: {wording.many(by_year[year], 'letter')}"
        counts.append(Count(by_year[year], href if by_year[year] else None, label))
    href = changed("/exemptions", wanted, exemption=one.code) + "#passages"
    return Row(one, href, wording.SORTS[one.sort] if one.sort else None, tuple(counts))


def _chart(grounds: Sequence[Relied], counted: Sequence[Use], years: Sequence[str]) -> Columns | None:
    """Letters a year, a row for each of the sections relied on most; None where no year is known."""
    if not years or not grounds:
        return None
    rows = []
    for one in grounds:
        by_year: Counter[str] = Counter()
        for use in counted:
            if use.code == one.code and use.year:
                by_year[use.year] += use.letters
        label = f"{one.code} {one.title}" if one.title else one.code
        rows.append((label, [by_year[year] for year in years]))
    return columns(rows, years)


def _who(counted: Sequence[Use], wanted: dict[str, str | int | None]) -> list[tuple[str, int, str]]:
    """(authority, letters times sections, address of what it relied on), most first."""
    counts = _by_authority(counted)
    return [(name, count, changed("/exemptions", wanted, authority=name)) for name, count in counts.most_common()]


def _who_chart(counted: Sequence[Use]) -> Bars | None:
    counts = _by_authority(counted).most_common(MOST_AUTHORITIES)
    return bars([(name, f"{count:,}", count) for name, count in counts]) if len(counts) > 1 else None


def _by_authority(counted: Sequence[Use]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for use in counted:
        counts[use.authority or "Authority not stated"] += use.letters
    return counts


def _passages(now: Current, asked: Asked, after: int) -> tuple[list[Shown], int, int | None]:
    """(passages that rely on the section chosen, or refuse at all; how many; number of the last where more follow)."""
    limits = filters(asked if asked.exemption else replace(asked, kind="exemption"), now.snapshot)
    found, total, more = passages(now.snapshot, limits, PAGE, after)
    opened = now.snapshot.shelf.open(one.version for one in found)
    shown = []
    for one in found:
        if one.version not in opened:
            continue
        letter = opened[one.version]
        last = pieces.shortened(letter.text, one.start, one.end, _TALL, _SHOWN)
        text = pieces.quoted(letter.text, one.start, last, letter.marks)
        longer = last < one.start + len(letter.text[one.start : one.end].rstrip())
        shown.append(Shown(one, letter.document, text, longer, spot(letter.document.id, one.start, one.end)))
    return shown, total, found[-1].pid if found and more else None
