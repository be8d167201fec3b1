"""Who relied on which exemption, how often and when: the whole index counted, not a search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.acts import Exemption, exemption, title
from indexer.stored import Filters, StoredPassage
from indexer.tallies import reliances
from service.facets import ground
from service.sheet import sheet
from service.snapshot import Snapshot

Sort = Literal["absolute", "qualified", "refusal"]
"""Whether the public interest is weighed; `refusal` is s12, s14 and their like, which are not exemptions."""

COLUMNS = ("exemption", "title", "authority", "year", "letters", "passages")


@dataclass(frozen=True, slots=True)
class Use:
    """One authority's reliance on one ground in one year: in how many letters, in how many passages of them.

    A letter is of one authority and one year, so both numbers add up over either.
    """

    code: str
    authority: str | None
    year: str | None
    letters: int
    passages: int


@dataclass(frozen=True, slots=True)
class Relied:
    """A ground with all that rely on it. `sort` is None where the ground is not one that the Acts list.

    `authorities`, `years` and `provisions` are (name, letters), most letters first, years in order; a letter may cite
    several provisions of one ground.
    """

    code: str
    title: str | None
    sort: Sort | None
    letters: int
    passages: int
    authorities: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    provisions: tuple[tuple[str, int], ...]


def uses(snapshot: Snapshot, filters: Filters) -> list[Use]:
    """One row for each ground, authority and year, in that order. What `filters` leave out is not counted."""
    letters: dict[tuple[str, str | None, str | None], set[str]] = {}
    passages: dict[tuple[str, str | None, str | None], set[int]] = {}
    for code, uri, authority, year, relying in reliances(snapshot.store, filters, snapshot.at):
        if not _asked_for(code, filters.exemption):
            continue
        key = ground(code), authority, year
        letters.setdefault(key, set()).add(_letter(uri))
        passages.setdefault(key, set()).update(relying)  # one may rely on two provisions of a ground
    made = [Use(*key, len(found), len(passages[key])) for key, found in letters.items()]
    return sorted(made, key=lambda one: (one.code, one.authority or "", one.year or ""))


def relied(snapshot: Snapshot, filters: Filters) -> list[Relied]:
    """Every ground relied on, most letters first."""
    rows = uses(snapshot, filters)
    provisions: dict[str, dict[str, set[str]]] = {}
    for code, uri, *_ in reliances(snapshot.store, filters, snapshot.at):
        if _asked_for(code, filters.exemption):
            provisions.setdefault(ground(code), {}).setdefault(code, set()).add(_letter(uri))
    grounds = []
    for code in provisions:
        own = [row for row in rows if row.code == code]
        known = exemption(code)
        grounds.append(
            Relied(
                code,
                title(code),
                _sort(known) if known else None,
                sum(row.letters for row in own),
                sum(row.passages for row in own),
                _summed((row.authority, row.letters) for row in own),
                tuple(sorted(_summed((row.year, row.letters) for row in own))),
                _summed((cited, len(found)) for cited, found in provisions[code].items()),
            )
        )
    return sorted(grounds, key=lambda one: (-one.letters, one.code))


def passages(snapshot: Snapshot, filters: Filters, limit: int, after: int = 0) -> tuple[list[StoredPassage], int, bool]:
    """(up to `limit` passages that pass `filters`, in the order they were indexed, from the one numbered `after` on;
    how many pass in all; whether more follow). The next page begins after the last one's `pid`."""
    among = snapshot.store.matching(filters, snapshot.at)
    rest = among[among > after]
    wanted = [int(pid) for pid in rest[:limit]]
    found = snapshot.store.passages(wanted)
    return [found[pid] for pid in wanted if pid in found], len(among), len(rest) > limit


def as_csv(rows: Sequence[Use]) -> str:
    """`rows` as CSV with a line of headings, safe to open in a spreadsheet."""
    values = ((row.code, title(row.code), row.authority, row.year, row.letters, row.passages) for row in rows)
    return sheet(COLUMNS, values)


def _asked_for(code: str, wanted: str | None) -> bool:
    """A passage that passes the filter may rely on other grounds too: those are not what was asked about."""
    return wanted is None or code == wanted or code.startswith(wanted + "(")


def _sort(known: Exemption) -> Sort:
    return "refusal" if known.refusal else "absolute" if known.absolute else "qualified"


def _letter(uri: str) -> str:
    """The letter that a document came with: an attachment's is the message that carries it."""
    return uri.partition("#")[0]


def _summed(pairs: Iterable[tuple[str | None, int]]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for name, letters in pairs:
        if name is not None:
            counts[name] += letters
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
