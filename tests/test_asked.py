"""Kinds of thing that a query names."""

from __future__ import annotations

import pytest

from service.asked import asks_mark, named_kind
from service.query import understand


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        ("GDPR article cited for the ferry names", "See GDPR, Article 5(1)(a).", "The ferry names are kept back."),
        (
            "paragraph of the ferry policy that is quoted",
            "However, paragraph 121 of it says so.",
            "The policy is long.",
        ),
        ("part of national ferry policy quoted", "However, paragraph 121 of it says so.", "It is national policy."),
        (
            "tribunal case number relied on over ferries",
            "In case EA/2031/0055 the ferry won.",
            "In 2031 the ferry won.",
        ),
        ("what harm could come to ferrymen", "It would raise the risk of theft from them.", "They are ferrymen."),
        ("highest ferry toll", "The highest was £9.", "Ferry tolls are £3."),
        ("how long did Band B wait", "Band A: 80 days, Band B: 184 days.", "All bands: 182 days."),
        ("whose names were blacked out", "The names of staff were redacted.", "The names are in the register."),
    ],
)
def test_a_sentence_with_the_kind_of_thing_asked_for_gains(asked: str, right: str, wrong: str) -> None:
    assert named_kind(asked, right) > named_kind(asked, wrong)


def test_a_report_on_the_condition_of_a_thing_is_no_condition_of_a_law() -> None:
    assert named_kind("how many condition reports were released", "Section 12 applies.") == 0


def test_a_case_by_its_number() -> None:
    assert asks_mark(understand("tribunal case number relied on", ()))
    assert not asks_mark(understand("number of tribunal cases", ()))
