"""Counts over the store, for views of a whole index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from indexer.store import Store
from indexer.stored import Filters


class Reliance(NamedTuple):
    """The passages of one document, by their numbers, that rely on one code. `year` is that of the reply."""

    code: str
    uri: str
    authority: str | None
    year: str | None
    passages: frozenset[int]


def reliances(store: Store, filters: Filters, at: int) -> Iterator[Reliance]:
    """Every (code, document) of which a passage that passes `filters`, alive at sequence `at`, relies on the code."""
    among = store.matching(filters, at)
    rows = store.db.execute(
        "SELECT e.value, d.uri, d.authority, substr(d.date, 1, 4), json_group_array(p.pid) FROM json_each(:pids) asked "
        "JOIN passages p ON p.pid = asked.value JOIN documents d USING (version), json_each(p.exemptions) e "
        "WHERE p.exemptions != '[]' GROUP BY 1, 2 ORDER BY 1, 2",
        {"pids": json.dumps(among.tolist())},
    )
    return (
        Reliance(code, uri, authority, year, frozenset(json.loads(pids))) for code, uri, authority, year, pids in rows
    )
