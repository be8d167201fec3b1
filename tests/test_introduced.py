"""What a letter has named before a question that asks more of it."""

from __future__ import annotations

import pytest

from service.introduced import introduced
from tests.test_answer import Part, ask, letter

OPENING = ("other", "Thank you for your letter on the harbour. " * 6)
ASKED: list[Part] = [
    OPENING,
    ("question", "1. Which system do you use for berth bookings?"),
    ("answer", "Tidewright"),
    ("question", "1a. When does the contract end?"),
    ("answer", "30 June 2027"),
    ("question", "2. Who is the supplier of the harbour radios?"),
    ("answer", "Gullcall Marine"),
    ("question", "2a. What is the contract value?"),
    ("answer", "£48,200"),
    ("question", "3. How many moorings are there?"),
    ("answer", "212"),
]


def named(parts: list[Part]) -> list[str]:
    """What was named before each question of a letter."""
    found = []
    for unit in letter(parts, "Northmarsh City Council"):
        if unit.question is not None:
            found.append(introduced(unit.text, unit.sections, unit.question))
    return found


def test_a_contract_is_that_of_what_was_named_last() -> None:
    first, booking, second, radios, moorings = named(ASKED)
    assert booking == "1. Which system do you use for berth bookings? Tidewright"
    assert radios == "2. Who is the supplier of the harbour radios? Gullcall Marine"
    assert not first and not second and not moorings


def test_a_contract_is_found_by_the_name_that_another_answer_gives() -> None:
    units = letter(ASKED, "Northmarsh City Council")
    assert ask("how much is the Northmarsh Gullcall contract worth", units).value == 48200
    assert ask("expiry date of the Northmarsh contract for Tidewright", units).answer == "30 June 2027"


@pytest.mark.parametrize("given", ["none of these", "Several of the Tidewright kind are in use. " * 10])
def test_what_names_nobody_or_more_introduces_nothing(given: str) -> None:
    assert named([OPENING, ("question", "Which system do you use?"), ("answer", given), *ASKED[3:5]]) == ["", ""]
