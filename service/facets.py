"""Facets: how the passages that a search weighed divide by authority, year, kind, outcome and exemption."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.acts import exemption, title
from indexer.stored import StoredDocument, StoredPassage
from service.snapshot import Snapshot
from service.wording import KINDS, OUTCOMES

MOST = 30
"""Values given of one facet, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value with the number of passages that have it; `label` says it in words where the value does not.

    As a filter the value is `authority`, `kind`, `outcome` or `exemption`; of a year, both `since` and `until`.
    """

    value: str
    label: str | None
    count: int


Facets = dict[str, tuple[Facet, ...]]
"""`authority`, `year`, `kind`, `outcome`, `exemption`, in this order, to their values."""


def facets(snapshot: Snapshot, pids: Iterable[int]) -> Facets:
    """The facets of these passages, given by number: the candidates of a search, before any is left out or folded.

    Choosing a value as a filter gives at least as many candidates as it counts here, since filters go before the
    search. Exemptions are counted as sections (`FOIA s31`), a passage once for each however often it cites it.
    """
    passages = snapshot.shelf.passages(pids)
    documents = snapshot.store.versions(passage.version for passage in passages.values())
    held = [(p, documents[p.version]) for p in passages.values() if p.version in documents]
    return {
        "authority": _ranked(Counter(d.authority for _, d in held if d.authority)),
        "year": tuple(sorted(_ranked(Counter(year for _, d in held if (year := _year(d)))), key=_newest)),
        "kind": _ranked(Counter(p.kind for p, _ in held), KINDS),
        "outcome": _ranked(Counter(p.outcome for p, _ in held if p.outcome), OUTCOMES),
        "exemption": _exemptions(p for p, _ in held),
    }


def ground(code: str) -> str:
    """The ground that a code falls under, as exemptions are counted: `FOIA s31(1)(a)` → `FOIA s31`."""
    found = exemption(code)
    return found.code if found else code.partition("(")[0]


def _exemptions(passages: Iterable[StoredPassage]) -> tuple[Facet, ...]:
    counts = Counter(code for passage in passages for code in {ground(one) for one in passage.exemptions})
    return _ranked(counts, {code: said for code in counts if (said := title(code))})


def _year(document: StoredDocument) -> str | None:
    return document.date[:4] if document.date else None


def _newest(facet: Facet) -> int:
    return -int(facet.value)


def _ranked(counts: Counter[str], labels: Mapping[str, str] | None = None) -> tuple[Facet, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return tuple(Facet(value, (labels or {}).get(value), count) for value, count in ordered)
