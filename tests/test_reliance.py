"""Who relied on what, over the samples."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from indexer.stored import Filters
from service.facets import ground
from service.reliance import as_csv, passages, relied, uses
from service.snapshot import Snapshot, open_snapshot


@pytest.fixture(scope="module")
def snapshot(sampled: Path) -> Snapshot:
    return open_snapshot(sampled)


def letters(snapshot: Snapshot, code: str) -> set[str]:
    """The letters that rely on a ground, counted the slow way."""
    found = set()
    for document in snapshot.store.documents(snapshot.at):
        for passage in snapshot.store.passages_of(document.version):
            if code in {ground(one) for one in passage.exemptions}:
                found.add(document.uri.partition("#")[0])
    return found


def test_every_letter_that_relies_on_a_ground_is_counted_once(snapshot: Snapshot) -> None:
    grounds = relied(snapshot, Filters())
    assert len(grounds) > 5
    assert [one.letters for one in grounds] == sorted((one.letters for one in grounds), reverse=True)
    for one in grounds:
        assert one.letters == len(letters(snapshot, one.code)) > 0, one.code
        assert sum(count for _, count in one.authorities) <= one.letters <= one.passages
        assert one.title


def test_a_passage_that_relies_on_two_provisions_of_a_ground_is_counted_once(snapshot: Snapshot) -> None:
    cited = [
        [ground(code) for code in passage.exemptions]
        for document in snapshot.store.documents(snapshot.at)
        for passage in snapshot.store.passages_of(document.version)
    ]
    assert any(len(set(codes)) < len(codes) for codes in cited)
    for one in relied(snapshot, Filters()):
        assert one.passages == sum(one.code in codes for codes in cited), one.code


def test_the_counts_by_authority_and_year_add_up(snapshot: Snapshot) -> None:
    rows = uses(snapshot, Filters())
    for one in relied(snapshot, Filters()):
        own = [row for row in rows if row.code == one.code]
        assert sum(row.letters for row in own) == one.letters and sum(row.passages for row in own) == one.passages
        assert dict(one.years) == {
            year: sum(row.letters for row in own if row.year == year) for year in {r.year for r in own} if year
        }


def test_filters_leave_out_what_does_not_pass(snapshot: Snapshot) -> None:
    only = relied(snapshot, Filters(exemption="FOIA s31(1)(a)"))
    assert [one.code for one in only] == ["FOIA s31"]
    assert {name for name, _ in only[0].provisions} == {"FOIA s31(1)(a)"}
    authority = only[0].authorities[0][0]
    assert {row.authority for row in uses(snapshot, Filters(authorities=(authority,)))} == {authority}
    assert uses(snapshot, Filters(until="1999")) == []


def test_what_is_no_exemption_is_said_to_be_a_refusal(snapshot: Snapshot) -> None:
    sorts = {one.code: one.sort for one in relied(snapshot, Filters())}
    assert sorts["FOIA s31"] == "qualified" and sorts["FOIA s12"] == "refusal"


def test_passages_are_paged_without_a_gap(snapshot: Snapshot) -> None:
    filters, seen, after, more = Filters(exemption="FOIA s31"), [], 0, True
    while more:
        page, total, more = passages(snapshot, filters, 3, after)
        seen += page
        after = page[-1].pid
    assert len(seen) == total == len({one.pid for one in seen})
    assert all(any(ground(code) == "FOIA s31" for code in one.exemptions) for one in seen)


def test_as_csv(snapshot: Snapshot) -> None:
    rows = uses(snapshot, Filters())
    table = list(csv.DictReader(io.StringIO(as_csv(rows))))
    assert [(row["exemption"], int(row["letters"])) for row in table] == [(one.code, one.letters) for one in rows]
