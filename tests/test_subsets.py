"""Which row or column counts the whole, and which the part that a query names."""

from __future__ import annotations

import pytest

from service.query import understand
from service.subsets import part_of

CHASES = {1: "Chases", 2: "Resulting in collision", 3: "Fatal"}
FLEET = {1: "Petrol", 2: "Diesel", 3: "All boats"}


@pytest.mark.parametrize(
    ("query", "labels", "whole", "part"),
    [
        ("fatal boat chases", CHASES, 1, 3),
        ("boat chases that ended in a collision", CHASES, 1, 2),
        ("boat chases", CHASES, 1, None),
        ("fatal boat chases and those with a collision", CHASES, 1, None),
        ("boat chases abandoned", CHASES, 1, None),
        ("diesel boats", FLEET, 3, 2),
        ("fatal boat chases", CHASES, None, None),
        ("visitors on boat visits", {1: "Visits", 2: "Visitors"}, 2, None),  # what stands before is no part of it
    ],
)
def test_the_part_that_is_named_beside_the_whole(
    query: str, labels: dict[int, str], whole: int | None, part: int | None
) -> None:
    assert part_of(understand(query, ()), labels, whole) == part
