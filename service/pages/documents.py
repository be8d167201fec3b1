"""`/documents`: what is indexed, from where, and what could not be read and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from fastapi import APIRouter, Request, Response

from indexer.stored import StoredDocument
from service import uploads
from service.now import NowWithFailures
from service.pages.drawing import address, changed, draw
from service.pages.form import number

router = APIRouter(include_in_schema=False)

PAGE = 50
"""Documents, or failures, on a page."""

MOST_GROUPS = 40

UPLOADED = "Uploaded"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that have something in common, and the address of the list of them."""

    name: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """One page of a list: which of how many, and the addresses of those beside it."""

    first: int
    last: int
    total: int
    before: str | None
    after: str | None


@router.get("/documents")
def documents_page(request: Request, now: NowWithFailures) -> Response:
    """The documents, those of an authority, of a folder or site, or with some words in name or title; and failures."""
    store, given = now.snapshot.store, request.query_params
    wanted = {name: (given.get(name) or "").strip()[:500] for name in ("authority", "place", "words")}
    known = store.documents(now.snapshot.at)
    found = [one for one in known if _fits(one, wanted, now.snapshot.data)]
    failed = store.failures()
    at, failed_at = number(given.get("from"), 0), number(given.get("failed"), 0)
    rows, turned = _page(found, at, wanted, "from")
    failures, failures_turned = _page(failed, failed_at, {**wanted, "from": at}, "failed", "failures")
    return draw(
        "documents.html",
        wanted=wanted,
        narrowed=any(wanted.values()),
        rows=rows,
        turned=turned,
        known=len(known),
        dates=_dates(known),
        passages=store.counts(now.snapshot.at)[1],
        authorities=_groups("authority", (one.authority or "" for one in known), wanted),
        places=_groups("place", (place(one.uri, now.snapshot.data) for one in known), wanted),
        kinds_of_file=Counter(one.media_type for one in known).most_common(),
        failures=failures,
        failures_turned=failures_turned,
    )


def place(uri: str, data: Path) -> str:
    """Where a document comes from: the web site, or the folder; of one sent to the service over `data`, `UPLOADED`."""
    scheme, mark, rest = uri.partition("://")
    if mark and scheme in ("http", "https"):
        return rest.partition("/")[0]
    file = uri.partition("#")[0]
    return UPLOADED if uploads.is_upload(data, file) else file.rpartition("/")[0] or "/"


def _fits(one: StoredDocument, wanted: dict[str, str], data: Path) -> bool:
    if wanted["authority"] and (one.authority or "").casefold() != wanted["authority"].casefold():
        return False
    if wanted["place"] and place(one.uri, data) != wanted["place"]:
        return False
    words = f"{one.uri} {one.title or ''} {one.reference or ''} {one.authority or ''}".casefold()
    return all(word in words for word in wanted["words"].casefold().split())


def _page(
    rows: Sequence[T], at: int, values: Mapping[str, str | int], name: str, fragment: str = "list"
) -> tuple[Sequence[T], Turned]:
    at = min(at, max(0, len(rows) - 1)) // PAGE * PAGE
    shown = rows[at : at + PAGE]

    def to(first: int) -> str:
        return changed("/documents", {**values, name: first or None}) + f"#{fragment}"

    before = to(at - PAGE) if at else None
    after = to(at + PAGE) if at + PAGE < len(rows) else None
    return shown, Turned(at + 1, at + len(shown), len(rows), before, after)


def _groups(name: str, values: Iterable[str], wanted: dict[str, str]) -> list[Group]:
    counts = Counter(value for value in values if value)
    groups = []
    for value, count in counts.most_common(MOST_GROUPS):
        chosen = wanted[name].casefold() == value.casefold()
        href = address("/documents", **{**wanted, name: None if chosen else value})
        groups.append(Group(value, count, href, chosen))
    return groups


def _dates(known: Sequence[StoredDocument]) -> tuple[str, str] | None:
    """The years of the earliest and the latest reply."""
    dated = sorted(one.date[:4] for one in known if one.date)
    return (dated[0], dated[-1]) if dated else None
