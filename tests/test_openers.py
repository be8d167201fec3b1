"""Paragraphs that each take up a thing of their own are sections of their own."""

from __future__ import annotations

from indexer.reading import Reading
from indexer.section import Section, section

HEAD = "Tarnwick Harbour Board\n\nOur reference 77-23\n12 May 2023\n\nDear Mr Oakes\n\n"
FOOT = "\n\nYours sincerely\n\nR. Pell\nHarbour Master\n"

TITLED = "\n\n".join(
    (
        "You wrote to us in these terms:",
        '"Please could you tell me how many boats sank in the harbour last year, what it cost to raise them, '
        'who raised them, and whether any pilot has been dismissed."',
        "Taking these in turn:",
        "Sinkings. There were 14 in 2021 and 9 in 2022.",
        "Cost of salvage. £48,200 in 2022. The divers also mend moorings, and we cannot split their pay.",
        "Contractors. The work was done by Brine & Sons.",
        "Pilots. None has been dismissed in the last ten years.",
        "The next survey of the harbour bed takes place in the spring.",
    )
)
NUMBERED = "\n\n".join(
    (
        "1. Your letter about the lifeboat was passed to this office. It is answered below.",
        "2. Two boats were in service during the year. The crew were the Coxswain, the Mechanic and the Bowman.",
        "3. You asked whether any boat was lost. No boat was lost in 2022.",
        "4. As regards cost, the station spent £900 on ropes.",
        "5. You also wished to know who trains the crew. The crew are trained by the Coxswain.",
        "6. The station closed on 2 May for a week of repairs.",
    )
)
FIELDS = (
    "1. Crane hire\na. Supplier: Plumb Lifting\nb. Annual cost: £48,500\nc. Start date: 1 April 2022\n"
    "2. Dredging\na. Supplier: Silt & Co\nb. Annual cost: £36,200\nc. Start date: 15 July 2020\n"
    "3. Who manages these contracts?\nThe Harbour Master."
)


def cut(body: str) -> tuple[str, tuple[Section, ...]]:
    text = HEAD + body + FOOT
    return text, section(Reading(text=text), "letter.txt")[0]


def said(text: str, one: Section) -> str:
    return " ".join(text[one.start : one.end].split())


def test_a_title_that_runs_into_its_paragraph_heads_a_section() -> None:
    text, found = cut(TITLED)
    (asked,) = [one for one in found if one.kind == "question"]
    heads = {one.heading[-1]: said(text, one) for one in found if one.kind == "answer" and one.heading}
    assert list(heads) == ["Sinkings", "Cost of salvage", "Contractors", "Pilots"]
    assert heads["Contractors"] == "Contractors. The work was done by Brine & Sons."
    assert heads["Sinkings"].startswith("Taking these in turn: Sinkings.")  # what leads to them is no section alone
    assert all(one.answers == asked.id for one in found if one.kind == "answer")


def test_what_follows_the_last_title_is_not_under_it() -> None:
    text, found = cut(TITLED)
    (last,) = [one for one in found if "next survey" in text[one.start : one.end]]
    assert "Pilots" not in last.heading
    assert "dismissed in the last" not in text[last.start : last.end]


def test_short_sentences_and_the_steps_of_a_refusal_are_no_titles() -> None:
    steps = (
        "How many pilots were disciplined?\n\nThis information is exempt under section 40(2) of the Act.\n\n"
        "Factors for disclosure. The public pays for pilots and has an interest in how they behave at work.\n\n"
        "Factors against. The pilots are few, and each of them would be known to neighbours and colleagues.\n\n"
        "Balance. We find that the interest in withholding the information is the greater of the two."
    )
    _, found = cut(steps)
    assert sum(one.kind == "exemption" for one in found) == 1
    _, found = cut(
        "Was a survey made?\n\nYes. It was made in May.\n\nNo. It was not in June.\n\nNone. All of it is gone."
    )
    assert not any(one.heading for one in found)


def test_a_number_that_opens_a_paragraph_ends_the_answer_before_it() -> None:
    text, found = cut(NUMBERED)
    told = [said(text, one) for one in found if one.kind == "answer"]
    assert "No boat was lost in 2022." in told
    assert "4. As regards cost, the station spent £900 on ropes." in told
    assert any(one.startswith("2. Two boats") for one in told)
    asked = {one.id: said(text, one) for one in found if one.kind == "question"}
    pairs = {asked[one.answers]: said(text, one) for one in found if one.kind == "answer" and one.answers in asked}
    assert pairs["5. You also wished to know who trains the crew."] == "The crew are trained by the Coxswain."


def test_an_item_of_an_answer_does_not_end_it() -> None:
    rules = "1. Boats keep left.\n\n2. No swimming.\n\n3. Lamps lit.\n\n4. Anchors stowed."
    text, found = cut(f"What are the rules?\n\nThey are:\n\n{rules}")
    (told,) = [said(text, one) for one in found if one.kind == "answer"]
    assert told.endswith("4. Anchors stowed.")


def test_each_lettered_field_is_an_answer_under_its_label() -> None:
    text, found = cut(FIELDS)
    told = [(one.number, one.heading[-1:], said(text, one)) for one in found if one.kind == "answer"]
    assert told[0] == ("1", ("Supplier",), "a. Supplier: Plumb Lifting")
    assert told[4] == ("2", ("Annual cost",), "b. Annual cost: £36,200")
    assert told[6] == ("3", (), "The Harbour Master.")


def test_lettered_counts_stay_one_answer() -> None:
    body = "1. How many boats were moored, by basin?\na) North: 14\nb) South: 22\nc) Outer: 9"
    text, found = cut(body)
    assert [said(text, one) for one in found if one.kind == "answer"] == ["a) North: 14 b) South: 22 c) Outer: 9"]
