"""The hits of a search for other programs: CSV for spreadsheets, JSON Lines for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from service.search import Hit
from service.sheet import sheet

COLUMNS = (
    "rank", "score", "kind", "outcome", "exemptions", "authority", "reference", "date", "title", "question", "text",
    "uri", "document", "passage", "start", "end", "page",
)  # fmt: skip


def as_csv(hits: Sequence[Hit]) -> str:
    """A line a hit under a line of headings, safe to open in a spreadsheet; several exemptions are parted by `; `."""
    return sheet(
        COLUMNS,
        (
            (
                hit.rank, round(hit.score, 6), hit.passage.kind, hit.passage.outcome, "; ".join(hit.passage.exemptions),
                hit.document.authority, hit.document.reference, hit.document.date, hit.document.title, hit.question,
                hit.text, hit.document.uri, hit.document.id, hit.passage.id, hit.passage.start, hit.passage.end,
                hit.passage.page,
            )
            for hit in hits
        ),
    )  # fmt: skip


def as_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line, in ASCII: a letter's own U+2028 would end the line for readers that split on it."""
    return "".join(json.dumps(row) + "\n" for row in rows)
