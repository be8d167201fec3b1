"""The label of a row or column that a query is most like."""

from __future__ import annotations

import pytest

from service.labels import likest, only_worded, printed
from service.query import understand
from service.terms import bag


def chosen(
    query: str, labels: list[str], context: str = "", remarks: dict[int, str] | None = None
) -> tuple[int | None, float]:
    asked = understand(query, ())
    weights = dict.fromkeys(asked.terms, 1.0)
    return likest(asked, dict(enumerate(labels)), weights, bag(context), bag(query), 0.35, remarks or {})


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("twelve-hour waits", 1),
        ("waits of more than 4 hours", 0),
        ("spending on boats", 3),
        ("pay in Band B", 4),
    ],
)
def test_the_label_most_like_the_query(query: str, label: int) -> None:
    labels = ["Over 4 hours", "Over 12 hours", "Paid in", "Spent", "Band B", "Band C"]
    assert chosen(query, labels)[0] == label


def test_labels_that_fit_alike_are_hardly_sure() -> None:
    assert chosen("boats for hire", ["Large boats", "Small boats", "Sheds"])[1] == 0.3
    assert chosen("small boats for hire", ["Large boats", "Small boats", "Sheds"])[1] > 0.5


def test_a_remark_beside_a_label_is_looked_at() -> None:
    assert chosen("given to other bodies", ["Moved", "Kept"], remarks={0: "Given to other bodies"})[0] == 0
    assert chosen("given to other bodies", ["Moved", "Kept"]) == (None, 0.0)


def test_common_words_tell_labels_apart_where_no_other_does() -> None:
    labels = {1: "Complaints made", 2: "Complaints upheld"}
    assert only_worded(bag("how many complaints were made in 2022"), labels) == 1
    assert only_worded(bag("how many complaints were there in 2022"), labels) is None
    assert only_worded(bag("how many made and upheld"), labels) is None
    assert only_worded(bag("how many were in stock"), {1: "Boats in", 2: "Boats out"}) is None


def test_a_label_that_is_asked_for_word_for_word_is_told_from_one_of_the_same_words() -> None:
    labels = {1: "In harbour", 2: "Out of harbour"}
    assert printed(understand("boats in repair yards out of harbour", ()), labels) == 2
    assert printed(understand("boats in repair yards", ()), labels) is None
    assert printed(understand("boats in harbour and out of harbour", ()), labels) is None
