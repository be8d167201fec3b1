"""What a query names so surely that it limits the search: an authority in full, or a letter's own reference."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from indexer.stored import Filters
from service.query import Query
from service.snapshot import Snapshot

_SHORTEST = 5  # characters of a reference that could be no other


@dataclass(frozen=True, slots=True)
class Limits:
    """The filters to search under, and what the answer says of those that the query itself set."""

    filters: Filters
    notes: tuple[str, ...] = ()


def limited(query: Query, filters: Filters, snapshot: Snapshot) -> Limits:
    """`filters`, narrowed to the letters that `query` names by reference, else to the authorities it names in full.

    What the user set stays as it is. A name in part ("Kent") or in initials only weighs, in ranking.
    """
    if filters.documents is None and query.references:
        wanted = {_bare(one) for one in query.references} - {""}
        named = [d for d in snapshot.store.documents(snapshot.at) if d.reference and _bare(d.reference) in wanted]
        named = [d for d in named if len(_bare(d.reference or "")) >= _SHORTEST]
        if named:
            said = ", ".join(dict.fromkeys(str(d.reference) for d in named))
            note = f"For the answer only the letter with the reference {said} was read, since the question names it."
            return Limits(replace(filters, documents=tuple(d.id for d in named)), (note,))
    if filters.authorities is None and query.authorities and query.stranger is None:
        low = " ".join(query.text.lower().replace("’", "'").split())
        full = [name for name in query.authorities if name.lower().replace("’", "'") in low]
        if len(full) == len(query.authorities):
            note = (
                f"For the answer only letters of {' and '.join(full)} were read, since the question names it in full."
            )
            return Limits(replace(filters, authorities=tuple(full)), (note,))
    return Limits(filters)


def _bare(reference: str) -> str:
    return re.sub(r"\W", "", reference).lower()
