"""Which of several like questions of one letter a query means."""

from __future__ import annotations

import pytest

from service.candidate import Candidate
from service.query import understand
from service.rank import Ranking
from tests.test_answer import letter

HERONS = (
    ("question", "4. The total number of herons and other birds that were ringed on the lake island."),
    ("answer", "512"),
    ("question", "5. Of those in question 4, how many were grey?"),
    ("answer", "77"),
    ("question", "6. If so, please name the grey keeper."),
    ("answer", "NA"),
)
LEAD = "Please tell us of the boats that are moored at {}.\nFor each kind state:\n1) How many moorings are let -"
BOATS = (
    ("question", LEAD.format("Wren Wharf")),
    ("answer", "61"),
    ("question", "2) How many keys -"),
    ("answer", "98"),
    ("question", "3) The number of owners with 2 boats -"),
    ("answer", "14"),
    ("question", "4) The number of owners with 3 boats or more -"),
    ("answer", "9"),
    ("question", LEAD.format("Gull Quay")),
    ("answer", "33"),
    ("question", "2) How many keys -"),
    ("answer", "45"),
    ("question", "3) The number of owners with 2 boats -"),
    ("answer", "8"),
    ("question", "4) The number of owners with 3 boats or more -"),
    ("answer", "1"),
)


def first(query: str, units: list[Candidate]) -> str:
    """What the unit that ranks first answers."""
    asked = understand(query, ())
    best = Ranking(asked, units).ranked(units)[0].candidate
    return best.text[best.answers[0].start : best.answers[0].end]


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("grey herons ringed on the lake island", "77"),
        ("herons and other birds ringed on the lake island", "512"),
        ("total number of birds ringed on the lake island", "512"),
    ],
)
def test_the_part_is_meant_where_it_alone_has_a_word_of_the_query(query: str, figure: str) -> None:
    assert first(query, letter(list(HERONS))) == figure


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("owners at Wren Wharf with two boats", "14"),
        ("owners at Wren Wharf with three boats or more", "9"),
        ("owners at Gull Quay with 3 boats or more", "1"),
        ("how many keys at Gull Quay", "45"),
        ("moorings let at Gull Quay", "33"),
    ],
)
def test_an_item_is_asked_of_what_its_list_stands_under_and_told_by_its_number(query: str, figure: str) -> None:
    assert first(query, letter(list(BOATS))) == figure
