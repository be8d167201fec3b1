"""A search page by page: the pages together are one ranking, no hit twice and none left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.document import FoiError
from service.cursor import Expired, digest, pack, unpack
from service.filters import Asked
from service.index import Index
from service.modes import Mode
from service.search import Hit
from service.snapshot import Snapshot

DEEPEST = 1000
"""The hits that can be paged through at all."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some hits of a search, ranked within all of it, and the cursor of the next page; None where none follows."""

    hits: list[Hit]
    following: str | None
    took_ms: float


def page(
    index: Index, at: Snapshot, query: str, k: int, asked: Asked, mode: Mode = "hybrid", cursor: str | None = None
) -> Page:
    """The first `k` hits, or those that `cursor` says. A later page may have another `k`.

    The first page is the search as it always is, which weighs only as deep as `k` asks; what follows comes from a
    search as deep as there is, without what the first page showed. Raises FoiError for a query, filter or cursor that
    cannot be meant, and Expired for a cursor of a generation that has gone.
    """
    about = digest(query, asked, mode)
    if cursor is None:
        found = index.search(query, k, asked, mode, at)
        full = len(found.hits) == k and k < DEEPEST
        return Page(found.hits, pack(at.at, about, k, k) if full else None, found.took_ms)
    generation, list_of, first_k, offset = unpack(cursor, int, str, int, int)
    if list_of != about or not 1 <= int(first_k) <= int(offset) <= DEEPEST:
        raise FoiError("the cursor is of another search: give the same query, filters and mode, or leave it out")
    if generation != at.at:
        raise Expired("The index has changed since this cursor was given: start again without it.")
    first = index.search(query, int(first_k), asked, mode, at)
    whole = index.search(query, DEEPEST, asked, mode, at)
    rest = _after(first.hits, whole.hits)
    begins = int(offset) - int(first_k)
    hits = [replace(hit, rank=int(offset) + n) for n, hit in enumerate(rest[begins : begins + k], 1)]
    ends = int(offset) + len(hits)
    more = begins + k < len(rest) and ends < DEEPEST
    return Page(hits, pack(at.at, about, int(first_k), ends) if more else None, first.took_ms + whole.took_ms)


def _after(first: Sequence[Hit], whole: Sequence[Hit]) -> list[Hit]:
    """The hits of the whole ranking that the first page did not show, as themselves or folded into another."""
    shown = {(hit.document.uri, hit.passage.start, hit.passage.end) for hit in first}
    shown |= {folded for hit in first for folded in hit.duplicates}
    return [hit for hit in whole if (hit.document.uri, hit.passage.start, hit.passage.end) not in shown]
