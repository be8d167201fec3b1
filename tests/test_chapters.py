"""Numbered headings of a letter's own parts are no questions."""

from __future__ import annotations

from indexer.chapters import sublists
from indexer.lines import units
from indexer.reading import Reading
from indexer.section import Section, section

REVIEW = "\n\n".join(
    (
        "Tarnwick Harbour Board",
        "Internal Review Decision",
        "Dear Ms Pell",
        "1. Background",
        "On 4 May 2023 you asked the Board for the price of the new crane, the number of break-ins and the "
        "survey of the quay wall.",
        "2. The original response",
        "The Board gave the price as £2.1 million. It refused the number of break-ins under section 31(1)(a) "
        "and refused the survey under the same exemption.",
        "3. My findings",
        "Price. You queried this as the minutes gave a greater sum. The full price was £3.4 million with the rails.",
        "Break-ins. I do not uphold the use of section 31. I can now tell you that there were 14 break-ins in 2022.",
        "Survey of the wall. I uphold the refusal. The report shows weak points, and the public interest in "
        "keeping the quay safe outweighs that in seeing it.",
        "4. Conclusion",
        "Your complaint is upheld in part.",
        "Harbour Master\n",
    )
)


def cut(text: str) -> dict[str, Section]:
    return {" ".join(text[s.start : s.end].split()): s for s in section(Reading(text=text), "review.txt")[0]}


def test_the_parts_of_a_review_are_headings() -> None:
    found = cut(REVIEW)
    assert not [one for one in found.values() if one.kind == "question"]
    assert any("3. My findings" in one.heading for one in found.values())


def test_findings_that_give_something_are_answers() -> None:
    found = cut(REVIEW)
    kinds = {one.heading[-1]: one.kind for one in found.values() if one.heading and one.kind != "other"}
    assert kinds["Price"] == kinds["Break-ins"] == "answer"
    assert kinds["Survey of the wall"] == "exemption"


def test_numbered_topics_that_were_asked_stay_questions() -> None:
    body = (
        "Dear Ms Pell\n\n1. Number of cranes\n\nThe Board has 12 cranes.\n\n"
        "2. Decision on the wall\n\nNone was taken.\n\n"
        "3. Cost of lamps\n\n£3,400 was spent on lamps.\n\nYours sincerely\n\nHarbour Master\n"
    )
    assert [one.number for one in cut(body).values() if one.kind == "question"] == ["1", "2", "3"]


def test_topics_that_sound_like_chapters_stay_questions() -> None:
    body = (
        "Dear Ms Pell\n\n1. Number of cranes\n\nThe Board has 12 cranes.\n\n"
        "2. Summary of the wall policy\n\nThe wall is looked at each May.\n\n"
        "3. Review of the lamps\n\nWe do not hold one.\n\nYours sincerely\n\nHarbour Master\n"
    )
    assert [one.number for one in cut(body).values() if one.kind == "question"] == ["1", "2", "3"]


def test_where_some_numbered_topics_ask_all_of_them_were_asked() -> None:
    topics = {
        "Cranes inspected": "Year             Inspected     Passed\n2021                   12         10\n"
        "2022                   14         13",
        "Failed cranes by pier and maker, 2022": "To give this we should need to open each file. At eight minutes a "
        "file that comes to 53 hours. Section 12(1) of the Freedom of Information Act applies.",
        "Repairs, 2022": "Pier              Jib     Mast\nEast               12        4\nWest   3   9",
        "Divers": "The Board has never kept divers of its own. Wrecks are looked for by pilots and marked.",
        "Buoys": "There were 40 buoys in 2022; 6 were lost, 31 painted, and 3 sold.",
        "Keepers fined for sleeping": "Fewer than five. The exact number is withheld under section 40(2).",
        "The name of the pilot who drew the chart": "Mr Silas Brine.",
    }
    listed = "\n\n".join(f"{n}.  {topic}\n\n{told}" for n, (topic, told) in enumerate(topics.items(), 1))
    found = cut(f"Tarnwick Harbour Board\n\nDear Ms Pell\n\nThank you for writing.\n\n{listed}\n\nYours sincerely\n")
    assert [one.number for one in found.values() if one.kind == "question"] == list("1234567")
    assert [one.number for one in found.values() if one.outcome == "cost_limit" and one.kind == "exemption"] == ["2"]


PLOTS = """Fernhill Parish Council

1. How many allotments are let?

64.

2. Waiting list

2a. Names on it

31

2b. Longest wait

Six years

3. Sheds
(a) Sheds let for the summer
12
(b) Rent and deposit
£20 a year and £5
(c) Names of those who hire them
Refused under section 40(2) of the Freedom of Information Act 2000.
(d) Padlocks
We lent three, in 2022. None has come back.

4. Who keeps the keys?

The clerk.
"""


def test_the_items_under_a_topic_are_questions() -> None:
    found = cut(PLOTS)
    asked = [words for words, one in found.items() if one.kind == "question"]
    assert asked == [
        "1. How many allotments are let?",
        "2. Waiting list 2a. Names on it",
        "2b. Longest wait",
        "3. Sheds (a) Sheds let for the summer",
        "(b) Rent and deposit",
        "(c) Names of those who hire them",
        "(d) Padlocks",
        "4. Who keeps the keys?",
    ]
    assert found["We lent three, in 2022. None has come back."].number == "3d"


def test_a_list_under_what_asks_is_none_of_topics() -> None:
    items = "(a) The long shed\nBuilt in 1998\n(b) The tool shed\nBuilt in 2004\n"
    assert [items for _, items in sublists(units(f"3. Sheds\n{items}"))] == [[1, 3]]
    assert not sublists(units(f"3. Which sheds are there?\n{items}"))
    assert not sublists(units("3. Sheds\n(a) The long shed\n(b) The tool shed\n"))
