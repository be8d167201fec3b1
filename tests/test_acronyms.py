"""Acronyms that letters define themselves."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FoiError
from indexer.acronyms import definitions, learnt, read, tallied, write


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Each private hire vehicle (PHV) needs a plate.", {("phv", "private hire vehicle")}),
        ("PHV (private hire vehicle) plates", {("phv", "private hire vehicle")}),
        ("two Vessel Mooring Orders (VMOs) were made", {("vmo", "vessel mooring orders")}),
        ("the Court of Quays (CoQ) sat", {("coq", "court of quays")}),
        ("the Board of Harbour Pilots (BHP)", {("bhp", "board of harbour pilots")}),
        ("the non-domestic quay rate (NDQR)", {("ndqr", "non domestic quay rate")}),
        ("the harbour\nquay exchange (HQX)", set()),
        ("the total (GBP) was paid (in full)", set()),
        ("It rose. Harbour (QX) fell", set()),
        (
            "The Harbour Quay Fund paid. The Harbour Quay Fund (see below) grew; HQF rules.",
            {("hqf", "harbour quay fund")},
        ),
        ("The Harbour Quay Fund paid. HQF rules.", set()),
        ("", set()),
    ],
)
def test_definitions_in_letters(text: str, pairs: set[tuple[str, str]]) -> None:
    assert definitions(text) == pairs


@given(st.lists(st.text(alphabet="AaBb CQ(). \n", max_size=60), max_size=6))
def test_letters_that_came_and_went_leave_no_trace(texts: list[str]) -> None:
    kept = tallied(Counter(), ["harbour quay levy (HQL)"], [])
    assert tallied(tallied(kept, texts, []), [], texts) == kept


def test_the_commonest_wording_comes_first_and_a_slip_is_left_out() -> None:
    tally = Counter(
        {("hql", "harbour quay levy"): 30, ("hql", "harbour quay list"): 9, ("hql", "harbour queue lore"): 1}
    )
    assert learnt(tally) == {"hql": ("harbour quay levy", "harbour quay list")}


def test_a_tally_is_read_as_it_was_written(tmp_path: Path) -> None:
    tally = Counter({("hql", "harbour quay levy"): 3, ("coq", "court of quays"): 1})
    write(tmp_path, tally)
    assert read(tmp_path) == tally


@pytest.mark.parametrize(
    "damaged", ["", "[]", '{"HQ/..": {"x": 1}}', '{"hq": {"x": "1"}}', '{"hq": 3}', '{"hq": {"": 1}}']
)
def test_a_damaged_tally_is_one_clear_line(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "acronyms.json").write_text(damaged)
    with pytest.raises(FoiError, match=r"damaged.*foi index") as caught:
        read(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_tally_that_is_gone_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(FoiError, match="damaged"):
        read(tmp_path)
