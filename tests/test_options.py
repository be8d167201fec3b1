"""Forms that offer choices."""

from __future__ import annotations

from indexer.lines import units
from indexer.options import options
from indexer.reading import Reading
from indexer.section import section

FORM = """Dear Mr Low

Thank you for your request. Our response is set out below.

1. How is garden waste stored at your sites?
Please select one option:
a) In a covered bay
b) In an open bay (please say how many) – four of our six sites
c) Mixed with other waste
2. Do you charge for it? Please answer yes or no - Yes, we charge £5 a bag.

Yours sincerely

A Clerk
"""


def test_what_was_typed_behind_an_option_is_the_answer() -> None:
    cut = section(Reading(text=FORM), "form.txt")[0]
    first = next(s for s in cut if s.kind == "question" and "How is garden waste" in FORM[s.start : s.end])
    assert [FORM[s.start : s.end] for s in cut if s.answers == first.id] == ["four of our six sites"]
    assert "a) In a covered bay" in FORM[first.start : first.end]
    assert next(s.kind for s in cut if "c) Mixed" in FORM[s.start : s.end]) == "question"


def test_a_reply_of_several_words_is_cut_from_please_answer_yes_or_no() -> None:
    cut = section(Reading(text=FORM), "form.txt")[0]
    assert [FORM[s.start : s.end] for s in cut if s.kind == "answer"][-1] == "Yes, we charge £5 a bag."


def test_a_dash_inside_brackets_belongs_to_the_option() -> None:
    text = "Please select one option:\na) Burnt (type - coal) - no longer\nb) Buried\n"
    assert [u.words for u in options(units(text), text) if u.label == "a"] == ["no longer"]


def test_options_without_a_reply_are_left_alone() -> None:
    text = "Please select one option:\na) Burnt\nb) Buried\n"
    assert {u.label for u in options(units(text), text)} == {""}
