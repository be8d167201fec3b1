"""The question numbers that the start of an answer names."""

from __future__ import annotations

import pytest

from indexer.lines import units
from indexer.named import note_at, notes_in, numbers_of


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("3. There were four.", "3"),
        ("Questions 1 to 3: there were four.", "1 2 3"),
        ("Questions 2 & 5", "2 5"),
        ("Q1-3: none.", "1 2 3"),
        ("1 – 3. There were four.", "1 2 3"),
        ("1 and 2. There were four.", "1 2"),
        ("(a) to (c) There were four.", "a b c"),
        ("In response to questions 4 and 5, there were four.", "4 5"),
        ("As to question 2, there were four.", "2"),
        ("As for questions 3 and 4, there were four.", "3 4"),
        ("Turning now to question 5: there were four.", "5"),
        ("As to (ii), there were four.", "ii"),
        ("In relation to item (c), there were four.", "c"),
        ("As to (fourth) things, there were none.", ""),
        ("Question Seven: there were four.", "7"),
        ("With regard to questions two and three, there were four.", "2 3"),
        ("1 to 3 officers were late.", ""),
        ("As to the one that was late, there were four.", ""),
        ("There were four.", ""),
    ],
)
def test_the_numbers_that_an_answer_takes_up(said: str, numbers: str) -> None:
    assert numbers_of(units(said)[0]) == numbers.split()


def test_the_notes_that_an_answer_refers_to_and_the_paragraphs_that_are_these() -> None:
    assert notes_in("| in part, see note b and refer to the annex 2 |") == ["note b", "annex 2"]
    assert notes_in("we took note a day later") == []
    assert [note_at(one) for one in ("note b. the chart is old.", "annex 2", "note that it is old.")] == [
        ["note b"],
        ["annex 2"],
        [],
    ]
