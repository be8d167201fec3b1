"""The exemptions of the four laws."""

from __future__ import annotations

import pytest

from corpus.acts import EXEMPTIONS, by_title, exemption, is_ground, neither_confirms_nor_denies, title


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("FOIA s31(1)(a)", "Law enforcement"),
        ("FOIA s40(5B)(a)(i)", "Personal information"),
        ("FOISA s35(1)(a)", "Law enforcement"),
        ("FOISA s31(1)", "National security and defence"),
        ("EIR r12(4)(b)", "Manifestly unreasonable request"),
        ("EISR r11(2)", "Personal data"),
        ("FOIA s45", None),
        ("EIR r5", None),
        ("nonsense", None),
    ],
)
def test_title_of_a_code(code: str, wanted: str | None) -> None:
    assert title(code) == wanted


def test_classes_follow_section_2_of_the_act() -> None:
    absolute = {one.section for one in EXEMPTIONS if one.act == "FOIA" and one.absolute}
    assert absolute == {"21", "23", "32", "34", "40", "41", "44"}
    prejudice = {one.section for one in EXEMPTIONS if one.act == "FOIA" and one.prejudice}
    assert {"26", "27", "28", "29", "31", "33", "36", "43"} <= prejudice
    assert prejudice.isdisjoint({"30", "35", "42", "23"})
    assert [one.section for one in EXEMPTIONS if one.act == "FOIA" and one.refusal] == ["12", "14"]


def test_scaffolding_is_no_ground() -> None:
    assert not any(is_ground("FOIA", n) for n in ("1", "8", "10", "11", "16", "17", "45", "50"))
    assert is_ground("FOIA", "22A")
    assert not is_ground("FOISA", "42")


def test_codes_are_unique_and_findable_by_title() -> None:
    assert len({one.code for one in EXEMPTIONS}) == len(EXEMPTIONS)
    assert [one.code for one in by_title("law enforcement")] == ["FOIA s31", "FOISA s35"]
    assert by_title("") == ()
    found = exemption("FOIA s43(2)")
    assert found is not None
    assert found.code == "FOIA s43"


def test_neither_confirm_nor_deny_has_its_own_subsections() -> None:
    assert neither_confirms_nor_denies("FOIA s40(5B)(a)(i)")
    assert neither_confirms_nor_denies("FOIA s31(3)")
    assert not neither_confirms_nor_denies("FOIA s31(1)(a)")
    assert not neither_confirms_nor_denies("FOIA s30(1)")
