"""What a reader filled in, as a page gets it: strings, checked where they are used and handed on in addresses."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace

from fastapi import Request

from service import wording
from service.facets import Facets
from service.filters import Asked
from service.pages.drawing import address
from service.query import LONGEST

SHOWN = 10
"""Passages shown at first."""

MOST = 100
"""Passages shown at most."""

FILTERS = tuple(field.name for field in fields(Asked))


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that is set: its name and value in words, and the address without it."""

    name: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: its words, how many passages have it, the address that chooses it (or, where it is chosen,
    that lets it go), and what it stands for."""

    words: str
    count: int
    href: str
    chosen: bool
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The search box and its filters as filled in, blank ones None. `path` is the page that takes it."""

    path: str
    query: str
    asked: Asked
    k: int = SHOWN

    def link(self, **changes: str | int | None) -> str:
        """The address of this search with some of it changed."""
        values = {"query": self.query, **asdict(self.asked), "k": self.k if self.k != SHOWN else None}
        return address(self.path, **{**values, **changes})

    @property
    def filters(self) -> list[Filter]:
        """Each filter set. One year is one filter, though it has two ends."""
        asked, found = self.asked, []
        if asked.since is not None and asked.since == asked.until:
            found.append(Filter("Year" if len(asked.since) == 4 else "Date", asked.since, self._without_dates()))
            asked = replace(asked, since=None, until=None)
        for name, value in asdict(asked).items():
            if value is not None:
                found.append(Filter(wording.FILTERS[name], in_words(name, value), self.link(**{name: None})))
        return found

    def choices(self, found: Facets) -> dict[str, list[Choice]]:
        """The facets as ways to narrow this search. Those that would change nothing are left out."""
        made = {
            name: [
                Choice(
                    in_words(name, one.value), one.count, self._toggled(name, one.value), self._chosen(name, one.value),
                    one.label if name == "exemption" else None,
                )
                for one in values
            ]
            for name, values in found.items()
        }  # fmt: skip
        return {name: ways for name, ways in made.items() if len(ways) > 1 or any(way.chosen for way in ways)}

    def _chosen(self, name: str, value: str) -> bool:
        if name == "year":
            return self.asked.since == self.asked.until == value
        set_to: str | None = getattr(self.asked, name)
        return set_to is not None and set_to.casefold() == value.casefold()

    def _toggled(self, name: str, value: str) -> str:
        chosen = self._chosen(name, value)
        if name == "year":
            return self._without_dates() if chosen else self.link(since=value, until=value)
        return self.link(**{name: None if chosen else value})

    def _without_dates(self) -> str:
        return self.link(since=None, until=None)


def read(request: Request) -> Form:
    """The form that a request's address holds, whatever else it holds."""
    given = request.query_params
    asked = Asked(*((given.get(name) or "").strip() or None for name in FILTERS))
    k = given.get("k") or ""
    size = min(MOST, max(1, int(k))) if k.isascii() and k.isdigit() and len(k) < 6 else SHOWN
    return Form(request.url.path, (given.get("query") or "").strip()[: LONGEST + 1], asked, size)


def in_words(name: str, value: str) -> str:
    return {"kind": wording.KINDS, "outcome": wording.OUTCOMES}.get(name, {}).get(value, value)


def number(given: str | None, otherwise: int = 0) -> int:
    """A number in an address; `otherwise` where it is none."""
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 12 else otherwise
