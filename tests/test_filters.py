from __future__ import annotations

import pytest

from corpus.document import FoiError
from service.filters import Asked, _date, _exemption, sensible


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


@pytest.mark.parametrize(("since", "until"), [("2024", "2023-12"), ("2024-05-02", "2024-05-01"), ("2025-01", "2024")])
def test_an_end_before_the_start_is_told(since: str, until: str) -> None:
    with pytest.raises(FoiError, match=f"since {since} is after until {until}"):
        sensible(Asked(since=since, until=until))


@pytest.mark.parametrize(("since", "until"), [("2024", "2024-01"), ("2024-05", "2024"), ("2024-05-01", "2024-05-01")])
def test_an_end_that_the_start_lies_in_is_none_before_it(since: str, until: str) -> None:
    sensible(Asked(since=since, until=until))
