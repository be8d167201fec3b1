"""What the form of a letter says of what its words leave open."""

from __future__ import annotations

from indexer.reading import Reading
from indexer.section import section


def cut(text: str) -> list[tuple[str, str]]:
    found = section(Reading(text=text), "letter.txt")[0]
    return [(one.kind, " ".join(text[one.start : one.end].split())) for one in found]


def test_a_paragraph_over_response_asks_where_the_others_do() -> None:
    text = "\n\n".join(
        (
            "Fernhill Parish Council",
            "How many allotments are let?",
            "Response\n64.",
            "What is the yearly rent of a plot?",
            "Response\n£38.",
            "The oldest tenancy still running",
            "Response\n41 years.",
            "Who keeps the waiting list?",
            "Response\nThe clerk.",
        )
    )
    assert ("question", "The oldest tenancy still running") in cut(text)
    assert ("answer", "Response 41 years.") in cut(text)


def test_a_second_paragraph_of_an_answer_over_response_stays_answer() -> None:
    text = "\n\n".join(
        (
            "How many allotments are let?",
            "Response\n64.",
            "What is the yearly rent of a plot?",
            "Response\n£38.",
            "Who keeps the waiting list?",
            "Response\n\nThe clerk does.",
            "Response\n\nShe has done so since 2019.",
        )
    )
    assert not [words for kind, words in cut(text) if kind == "question" and "clerk" in words]


REVIEW = """Dear Mr Orr

I have carried out the review.

Question 1 - rents. The Council has let 64 plots for £38 each.

Question 2 - sheds. My colleague left this out. Each is hired for as long as its plot.

Question 3 - letters to the tenants. The Council holds 12 letters. They are attached.

Question 4 - tenants who left. The Council knows of 7 of them.

Yours sincerely
Clerk
"""


def test_what_goes_on_behind_the_title_of_a_question_answers_it() -> None:
    assert ("question", "Question 2 - sheds.") in cut(REVIEW)
    assert ("answer", "My colleague left this out. Each is hired for as long as its plot.") in cut(REVIEW)


def test_a_question_in_several_sentences_stays_whole() -> None:
    text = "Dear Mr Orr\n\nYou asked:\n\n" + "\n\n".join(
        (
            "Question 1 - rents. How many plots are let? Please give the rent of each.",
            "Question 2 - sheds. I mean those by the gate. Who hires them?",
            "Question 3 - letters. Please send those to tenants.",
            "Our response:",
            "We let 64 plots at £38. The sheds are hired by the day. The letters are attached.",
        )
    )
    assert [kind for kind, words in cut(text) if "by the gate" in words] == ["question"]
