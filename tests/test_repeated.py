from __future__ import annotations

from indexer.repeated import LEAST, signature

RIGHTS = "If you are not content you may ask for an internal review within {} working days of {}."


def test_figures_case_and_layout_do_not_tell_texts_apart() -> None:
    one = signature(RIGHTS.format(20, "1/2/2024"))
    assert one is not None and one == signature("\n" + RIGHTS.format(40, "3/4/2025").upper().replace(" ", "\n  "))
    assert one != signature(RIGHTS.format(20, "receipt"))


def test_short_texts_have_no_signature() -> None:
    assert signature("word " * (LEAST - 1) + "2024 2025") is None
    assert signature("word " * LEAST) is not None
