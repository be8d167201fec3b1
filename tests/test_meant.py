"""Which refusal of several is meant."""

from __future__ import annotations

import pytest

from service.candidate import Candidate
from tests.test_answer import letter
from tests.test_extract import drawn

CODES = ("FOIA s27(1)(a)", "FOIA s35(1)(a)", "FOIA s42(1)")
SEVERAL = letter(
    [
        ("question", "All notes to the Lord Warden on the eel weir, all letters from Denmark, and any legal opinion."),
        (
            "exemption",
            "Most of it is withheld, as set out here.\n\nLetters from Denmark\n\nThere are nine. They are exempt under "
            "section 27(1)(a). Denmark objects to release.\n\nIt would be less open with us in talks on herring.\n\n"
            "Notes to the Lord Warden\n\nThe four notes were written to form policy and are exempt under\nsection "
            "35(1)(a). The weir has not been decided on.\n\nLegal opinion\n\nA barrister wrote in confidence. It is "
            "exempt under section\n42(1). No factor outweighs privilege.",
            "withheld",
            CODES,
        ),
    ]
)


def cited(query: str, units: list[Candidate]) -> str:
    """The first citation of what is drawn."""
    got, _ = drawn(query, units)
    return " ".join(units[0].text[slice(*got.cites[0])].split())


@pytest.mark.parametrize(
    ("query", "section"),
    [
        ("letters from Denmark about the weir", "27(1)(a)"),
        ("notes to the Lord Warden forming policy", "35(1)(a)"),
        ("which exemption was used for the notes to the Lord Warden", "35(1)(a)"),
        ("what the barrister wrote", "42(1)"),
        ("herring talks with Denmark, which exemption was relied on", "27(1)(a)"),
    ],
)
def test_of_several_refusals_the_one_of_what_is_asked_is_cited(query: str, section: str) -> None:
    assert section in cited(query, SEVERAL)


def test_a_general_refusal_is_cited_where_none_fits_better() -> None:
    assert cited("oyster beds", SEVERAL).startswith("Most of it is withheld")


def test_two_exemptions_in_one_paragraph() -> None:
    units = letter(
        [
            (
                "exemption",
                "The tide manual can be bought, so it is exempt under section 21(1). Our own mooring drill is being "
                "rewritten. It will be printed in May and section 22(1) applies to it.",
                "withheld",
                ("FOIA s21(1)", "FOIA s22(1)"),
            )
        ]
    )
    assert "22(1)" in cited("section relied on for the mooring drill until May", units)
    assert "21(1)" in cited("section relied on for the tide manual", units)


def test_an_exception_is_told_by_its_paragraph() -> None:
    units = letter(
        [
            ("question", "The logs of the culvert, and what the divers drew."),
            (
                "exemption",
                "The culvert logs are refused under regulation 12(4)(b) as manifestly unreasonable. They fill a "
                "barn, and it would take two clerks a winter to sort them.\n\nThe divers' "
                "sketches are withheld under regulation 12(5)(c), intellectual property rights.",
                "withheld",
                ("EIR r12(4)(b)", "EIR r12(5)(c)"),
            ),
        ]
    )
    assert "12(5)(c)" in cited("sketches by the divers", units)


def test_what_argues_for_a_refusal_is_no_other_refusal() -> None:
    units = letter(
        [
            (
                "exemption",
                "The rota is withheld under section 31(1)(a).\n\nHarm\n\nTo tell when the quay is watched would help "
                "smugglers. Section 31 is engaged since smuggling would follow.",
                "withheld",
                ("FOIA s31(1)(a)",),
            )
        ]
    )
    assert cited("exemption used for when the quay is watched for smugglers", units).startswith("The rota is withheld")


def test_a_section_that_the_query_names_goes_first() -> None:
    units = letter(
        [
            ("exemption", "Names of the skippers are exempt under section 40(2).", "withheld", ("FOIA s40(2)",)),
            ("exemption", "Skippers' prices are exempt under section 43(2).", "withheld", ("FOIA s43(2)",)),
        ]
    )
    assert "40(2)" in cited("section 40 exemption claimed for names of skippers, not their prices", units)


def test_an_exception_of_the_scottish_regulations_is_cited() -> None:
    units = letter(
        [
            ("question", "1. The owner's tide gauge logs."),
            ("answer", "We have the logs and do not release them."),
            ("exemption", "Regulation 10(5)(e) provides an exception for trade.", "withheld", ("EISR r10(5)(e)",)),
        ]
    )
    assert "10(5)(e)" in cited("regulation used to withhold the tide gauge logs", units)


TITLED = letter(
    [
        ("question", "2. The moorings of the harbour launch."),
        (
            "exemption",
            "Section 31 - moorings of the launch\n\nYour message asks for the berths and for the tide log.\n\n"
            "We decline to give the berths, which are exempt under section 31(1)(a).\n\nWeighing up\n\nWe find that "
            "the safety of the crew outweighs what readers would learn.\n\nSeals\n\nNone were seen.",
            "withheld",
            ("FOIA s31(1)(a)",),
        ),
    ]
)


@pytest.mark.parametrize(
    ("query", "begins"),
    [
        ("moorings of the harbour launch", "We decline to give the berths"),
        ("which exemption covers the moorings of the launch", "We decline to give the berths"),
        ("why were launch moorings refused on weighing up the public interest", "We find that the safety"),
        ("how was the balance weighing up the launch moorings struck", "We find that the safety"),
    ],
)
def test_a_title_is_never_quoted_for_the_sentence_under_it(query: str, begins: str) -> None:
    assert cited(query, TITLED).startswith(begins)


def test_a_title_that_alone_names_its_section_is_cited() -> None:
    units = letter(
        [("exemption", "Section 31 - moorings of the launch\n\nThese are not given.", "withheld", ("FOIA s31(1)",))]
    )
    assert "Section 31" in cited("moorings of the launch", units)


def test_a_sentence_that_another_leans_on_is_no_title() -> None:
    said = "Names of skippers are exempt under section 40(2). Of these, nine are exempt under section 40(2) by name."
    units = letter([("exemption", said, "withheld", ("FOIA s40(2)",))])
    assert cited("names of skippers", units).startswith("Names of skippers")
