"""What a refusal says beside refusing."""

from __future__ import annotations

import pytest

from indexer.section import Outcome
from service.candidate import Candidate
from tests.test_answer import letter
from tests.test_extract import drawn


def refused(text: str, code: str = "FOIA s40(2)", outcome: Outcome = "withheld") -> list[Candidate]:
    return letter([("exemption", text, outcome, (code,))])


LONG = refused(
    "The information is exempt under section 12 of the Freedom of Information Act 2000. We would need to search 262 "
    "files and it would take 10 minutes to search each file. Therefore, it would take us 43 hours to collate the "
    "information, which is more than the limit of 18 hours.",
    "FOIA s12",
    "cost_limit",
)


@pytest.mark.parametrize(
    ("query", "value", "unit"),
    [
        ("how long would it take to collate what each goose cost", 43, "hours"),
        ("how many minutes would it take per file to search", 10, "minutes"),
        ("number of files that would have to be searched", 262, None),
    ],
)
def test_the_figure_of_an_estimate(query: str, value: float, unit: str | None) -> None:
    got, _ = drawn(query, LONG)
    assert (got.outcome, got.value, got.unit) == ("cost_limit", value, unit)


def test_a_time_in_words_is_quoted_without_a_value() -> None:
    got, said = drawn(
        "time per letter assumed for reading",
        refused(
            "This is exempt under section 12. We have 2069 letters, and reading takes at least two minutes for each "
            "letter. This would take 69 hours, which is more than the limit of 18 hours.",
            "FOIA s12",
            "cost_limit",
        ),
    )
    assert "two minutes" in said and got.value is None


def test_whose_names_were_kept_back_is_told_in_the_words_of_the_refusal() -> None:
    got, said = drawn(
        "whose names were blacked out in the mill papers",
        refused(
            "The names of third parties and of some staff have been redacted under section 40(2) of the Freedom of "
            "Information Act 2000. Disclosure would be unfair to them."
        ),
    )
    assert got.outcome == "withheld" and said.startswith("The names of third parties")


def test_what_was_removed_is_told_with_what_it_includes() -> None:
    got, said = drawn(
        "what kinds of information were removed from the mill papers",
        refused(
            "Some of the information in the mill papers is exempt under section 40(2) of the Freedom of Information "
            "Act 2000, as it is personal data. This includes the names and home addresses of millers.\n\nThe mill "
            "papers were written in 1974."
        ),
    )
    assert got.outcome == "withheld"
    assert said.startswith("Some of the information") and said.endswith("home addresses of millers.")


def test_what_every_sentence_of_the_letter_is_about_tells_no_reason_from_another() -> None:
    got, said = drawn(
        "why were the junior millers not named in the papers on the weir repairs",
        letter(
            [
                (
                    "exemption",
                    "You asked for the papers on the weir repairs, and for the papers on the weir.\n\nThe millers are "
                    "not named because junior staff could not expect it; this is exempt under section 40(2).",
                    "withheld",
                    ("FOIA s40(2)",),
                )
            ],
            name="weir repairs",
        ),
    )
    assert got.outcome == "withheld" and "junior staff" in said


def test_a_section_whose_number_alone_is_printed_is_quoted_where_it_refuses() -> None:
    got, said = drawn(
        "which section was relied on to refuse the count of geese",
        refused(
            "We refuse to count the geese, as 14 of the Act allows. Counting them again and again serves nobody.",
            "FOIA s14",
            "vexatious",
        ),
    )
    assert got.outcome == "vexatious" and said.endswith("as 14 of the Act allows.")


def test_what_was_taken_away_in_the_world_is_no_question_about_a_refusal() -> None:
    trees = letter(
        [
            ("question", "1. Which trees on Mill Road were taken down, and by whom?"),
            ("answer", "The oaks and two limes were removed in 2031."),
            ("exemption", "The contractor is exempt under section 43 of the Act.", "withheld", ("FOIA s43",)),
        ]
    )
    got, said = drawn("which trees were removed on Mill Road", trees)
    assert got.outcome == "disclosed" and said.startswith("The oaks")


def test_a_heading_of_a_section_is_cited_with_the_sentence_that_relies_on_it() -> None:
    got, said = drawn(
        "which exemption was used for the mill confidences",
        refused(
            "Section 41 of the Freedom of Information Act 2000\nThe information you have requested "
            "is exempt from disclosure "
            "under section 41(1)(a) of the Freedom of Information Act 2000, since it was given to us in confidence.",
            "FOIA s41(1)(a)",
        ),
    )
    assert got.outcome == "withheld" and "41(1)(a)" in said


def test_harm_is_what_would_follow() -> None:
    _, said = drawn(
        "what harm could come to millers if their rents got out",
        refused(
            "Some of the papers are those of millers. Millers pay us each month. Publication would "
            "raise the risk of theft "
            "from an empty house, and cause distress to those who own it."
        ),
    )
    assert "risk of theft" in said


def test_a_question_of_another_letter_is_not_one_of_this() -> None:
    units = letter(
        [
            ("question", "Q2: How many boats were licensed, and for what reasons?"),
            ("answer", "23 boats were licensed."),
            ("question", "Q4: How many complaints were made about boats?"),
            ("answer", "See Q2 in our response to FOI-21801, which is attached. There were 141.", "referred", ()),
        ]
    )
    assert drawn("complaints about boats", units[1:])[0].value == 141


def test_a_figure_given_within_a_refusal_is_given() -> None:
    said = (
        "The bids for the north mill are withheld under section 43(2), as they would help rival bidders. "
        "The south mill has been let at a rent of £6,500 a year."
    )
    units = letter([("question", "1. What becomes of the mills?"), ("exemption", said, "withheld", ("FOIA s43(2)",))])
    got, quote = drawn("rent of the south mill", units)
    assert (got.outcome, got.value) == ("disclosed", 6500)
    assert "43" not in quote
    assert drawn("bids for the north mill", units)[0].outcome == "withheld"


def test_when_a_thing_is_to_come_out_is_quoted_from_its_refusal() -> None:
    said = "The plan falls within section 22. It will be published in May 2025."
    units = letter([("question", "1. A copy of the mill plan"), ("exemption", said, "withheld", ("FOIA s22",))])
    got, quote = drawn("when will the mill plan be published", units)
    assert got.outcome == "withheld"
    assert "May 2025" in quote


def test_advice_and_figures_beside_a_refusal_are_found_where_they_are_asked_for() -> None:
    units = letter(
        [
            ("question", "1. All letters on looms, and how many mill visits were made"),
            ("exemption", "Reading 9,000 letters would exceed the limit of section 12.", "cost_limit", ("FOIA s12",)),
            ("answer", "Under section 16 you may wish to refine your request. There were 14 mill visits."),
        ]
    )
    assert drawn("how many mill visits were made", units)[0].value == 14
    assert "refine" in drawn("what was advised under section 16", units)[1]


def test_a_ceiling_named_in_a_refusal_is_no_figure() -> None:
    said = "Under section 40(2) we do not give looms by mill, as numbers of looms below five could tell whose they are."
    units = letter([("question", "1. How many looms by mill?"), ("exemption", said, "withheld", ("FOIA s40(2)",))])
    assert drawn("how many looms by mill", units)[0].value is None


def test_how_many_papers_would_have_to_be_looked_through() -> None:
    units = refused(
        "The cost of goose counsel is exempt under section 12. We would need to search 262 records. We would then need "
        "to work out whether the goose counsel of each file was hired, and check it.",
        "FOIA s12",
        "cost_limit",
    )
    got, said = drawn("number of files to check for goose counsel", units)
    assert got.value == 262 and said.startswith("We would need to search 262")


def test_what_a_refusal_tells_of_its_own_accord_is_disclosed() -> None:
    units = refused(
        "The models of the boats are withheld under section 31(1)(a). We can tell you that all were built at one of "
        "two yards, Hebblewhite and Orla Marine.",
        "FOIA s31(1)(a)",
    )
    got, said = drawn("which yards built the boats", units)
    assert (got.outcome, said[:11]) == ("disclosed", "We can tell")
    assert drawn("which models are the boats", units)[0].outcome == "withheld"


def test_how_much_was_withheld_is_disclosed() -> None:
    units = refused("You did not dispute section 42. I can say that the withheld papers come to 81 sheets.")
    got, _ = drawn("how many sheets are withheld", units)
    assert (got.outcome, got.value) == ("disclosed", 81)


def test_how_many_were_sent_of_those_that_there_are() -> None:
    units = refused(
        "There are 316 postcards. 97 are enclosed with the senders' names removed (regulation 13(1)). 219 are withheld "
        "under regulation 12(4)(e).",
        "EIR r12(4)(e)",
        "partly_disclosed",
    )
    got, _ = drawn("number of postcards released", units)
    assert (got.outcome, got.value) == ("disclosed", 97)


def test_when_what_is_withheld_will_be_published() -> None:
    units = refused(
        "The chart was drawn on 2 May 2031 and will be put on our pages by 9 June 2031. It is exempt until then under "
        "section 22(1). The plan to publish the chart was made in April 2031.",
        "FOIA s22(1)",
    )
    got, said = drawn("weir chart future publication by when", units)
    assert got.outcome == "withheld" and "9 June 2031" in said


NCND = (
    "The Mill Board can neither confirm nor deny that it holds any information on otters, by virtue of the "
    "following exemptions:\n\nSection 24(2) - National security\nSection 31(3) - Law enforcement\n\n"
    "Harm in confirming or denying: to say whether an otter trap is or is not available to a mill would let "
    "poachers choose another.\n\n"
    "Factors favouring s31(3): millers would be better informed of otter traps."
)


@pytest.mark.parametrize("query", ["does the mill use otter traps?", "are otter traps available to a mill?"])
def test_what_is_neither_confirmed_nor_denied_stays_so_whichever_paragraph_fits(query: str) -> None:
    got, _ = drawn(query, refused(NCND, "FOIA s24(2)", "neither_confirm_nor_deny"))
    assert got.outcome == "neither_confirm_nor_deny"
    both = letter([("exemption", NCND, "neither_confirm_nor_deny", ("FOIA s24(2)", "FOIA s31(3)"))])
    got, _ = drawn(query, both)
    assert got.outcome == "neither_confirm_nor_deny"
    short = "\n\nSection 24 is qualified: whether a mill uses otter traps, or has them available, matters to millers."
    named = ("FOIA s24(2)", "FOIA s31(3)", "FOIA s24")
    got, _ = drawn(query, letter([("exemption", NCND + short, "neither_confirm_nor_deny", named)]))
    assert got.outcome == "neither_confirm_nor_deny"
