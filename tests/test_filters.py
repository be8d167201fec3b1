from __future__ import annotations

import pytest

from corpus.document import FoiError
from service.filters import _date, _exemption


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("s31", "FOIA s31"),
        ("31(1)(a)", "FOIA s31(1)(a)"),
        ("section 40 (2)", "FOIA s40(2)"),
        ("FOIA s31(1)(a)", "FOIA s31(1)(a)"),
        ("EIR r12(4)(b)", "EIR r12(4)(b)"),
        ("regulation 12(5)(e)", "EIR r12(5)(e)"),
        ("FOISA s35(1)(a)", "FOISA s35(1)(a)"),
        ("EISRs r10(4)(b)", "EISR r10(4)(b)"),
        ("s22a", "FOIA s22A"),
        (None, None),
    ],
)
def test_exemptions_as_people_write_them(written: str | None, code: str | None) -> None:
    assert _exemption(written) == code


@pytest.mark.parametrize("written", ["", "forty", "s31 and s40", "EIR s12", "r", "s400(1)"])
def test_what_is_no_single_section(written: str) -> None:
    with pytest.raises(FoiError, match="is not one section"):
        _exemption(written)


def test_dates() -> None:
    assert [_date("since", d) for d in ("2019", "2019-04", "2019-04-30", None)] == [
        "2019",
        "2019-04",
        "2019-04-30",
        None,
    ]
    for wrong in ("2019-04-31", "April 2019", "19", "2019-13"):
        with pytest.raises(FoiError, match="is not a date"):
            _date("until", wrong)
