"""The hits of a search for other programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from service import exports, objects
from service.index import Index
from tests.conftest import WordEncoder


def test_csv_holds_every_hit_word_for_word(sampled: Path) -> None:
    hits = Index(sampled, encoder=WordEncoder()).search("prejudice to law enforcement", 20).hits
    table = list(csv.DictReader(io.StringIO(exports.as_csv(hits), newline="")))
    assert len(table) == len(hits) > 5
    for row, hit in zip(table, hits, strict=True):
        assert row["text"].removeprefix("'") == hit.text
        assert (int(row["start"]), int(row["end"]), row["passage"]) == (
            hit.passage.start,
            hit.passage.end,
            hit.passage.id,
        )
        assert row["exemptions"] == "; ".join(hit.passage.exemptions)


def test_json_lines_hold_one_object_a_line(sampled: Path) -> None:
    hits = Index(sampled, encoder=WordEncoder()).search("council", 5).hits
    rows = [objects.hit(hit) for hit in hits]
    rows[0]["text"] = "one\u2028two\x85three"
    lines = exports.as_lines(rows).splitlines()
    assert [json.loads(line) for line in lines] == rows
