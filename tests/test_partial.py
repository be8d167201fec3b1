"""What is given only in part: redacted papers, tables with gaps, ceilings, and some of the names."""

from __future__ import annotations

import pytest

from service.candidate import Candidate
from tests.test_answer import letter
from tests.test_extract import drawn, unit

CUT = unit(
    "3. Please send the survey of the weir.",
    ("answer", "We have attached a redacted copy. The drawings of the sluice chamber have been taken out for safety."),
)
LEFT_OUT = unit(
    "3. Please send the survey of the weir.",
    ("answer", "A redacted version of the survey is enclosed."),
    ("exemption", "Names of divers have been removed under section 40(2).", "withheld", ("FOIA s40(2)",)),
)


@pytest.mark.parametrize("units", [CUT, LEFT_OUT])
def test_a_redacted_paper_is_partly_disclosed_to_who_asks_for_it(units: list[Candidate]) -> None:
    assert drawn("survey of the weir", units)[0].outcome == "partly_disclosed"


def test_a_fact_beside_a_redacted_paper_is_disclosed() -> None:
    units = unit(
        "3. Who wrote the survey of the weir? Please send it.",
        ("answer", "Harriet Lomas wrote it. A redacted version of the survey is enclosed."),
        ("exemption", "Names of divers have been removed under section 40(2).", "withheld", ("FOIA s40(2)",)),
    )
    assert drawn("who wrote the survey of the weir", units)[0].outcome == "disclosed"


def test_a_paper_sent_whole_is_disclosed() -> None:
    units = unit("3. Please send the survey of the weir.", ("answer", "A copy of the survey is attached."))
    assert drawn("survey of the weir", units)[0].outcome == "disclosed"


def test_a_ceiling_whose_exact_number_is_kept_back_is_partly_disclosed() -> None:
    kept = ("exemption", "The exact number is exempt under section 40(2).", "withheld", ("FOIA s40(2)",))
    asked = "5. How many divers are off sick?"
    got, said = drawn("divers off sick", unit(asked, ("answer", "Fewer than five."), kept))
    assert (got.outcome, said) == ("partly_disclosed", "Fewer than five.") and len(got.cites) == 2
    assert drawn("divers off sick", unit(asked, ("answer", "Fourteen."), kept))[0].outcome == "disclosed"
    assert drawn("divers off sick", unit(asked, ("answer", "Fewer than five.")))[0].outcome == "disclosed"


def test_a_table_with_cells_kept_back_is_partly_disclosed() -> None:
    table = "| Cause | Dives |\n|---|---|\n| Blocked sluice | 4 |\n| Lost anchor | * |\n| Training | 12 |"
    kept = ("exemption", "\\* The figures are withheld under section 40(2).", "withheld", ("FOIA s40(2)",))
    asked = "6. What were the causes of dives?"
    assert drawn("causes of dives", unit(asked, ("answer", table), kept))[0].outcome == "partly_disclosed"
    assert drawn("how many training dives", unit(asked, ("answer", table), kept))[0].outcome == "disclosed"
    assert drawn("dives for a lost anchor", unit(asked, ("answer", table), kept))[0].outcome == "disclosed"


def some(text: str) -> list[Candidate]:
    return letter([("question", "7. Our request."), ("exemption", text, "partly_disclosed", ("FOIA s40(2)",))])


def test_some_of_the_papers() -> None:
    got, said = drawn(
        "letters between the mill and the weir keeper",
        some(
            "Some of the letters are enclosed as Annex B. Parts on named anglers have been redacted under section "
            "40(2), and one letter has been withheld."
        ),
    )
    assert got.outcome == "partly_disclosed" and said == "Some of the letters are enclosed as Annex B."


def test_some_of_the_names() -> None:
    wardens = some(
        "There are 14 wardens. Names are withheld under section 40(2) for wardens below the grade of Chief. "
        "The Chief Wardens are Ada Holt (north) and Piers Okoro (south)."
    )
    got, said = drawn("names of the wardens", wardens)
    assert got.outcome == "partly_disclosed" and "Ada Holt" in said
    got, _ = drawn("why were wardens' names held back", wardens)
    assert got.outcome == "withheld"


def test_annexes_sent_of_papers_that_are_withheld() -> None:
    units = letter(
        [
            (
                "exemption",
                "I uphold the complaint in part. Two annexes, 19 pages in all, are enclosed. The other notes were "
                "rightly withheld under section 35(1)(a).",
                "withheld",
                ("FOIA s35(1)(a)",),
            )
        ]
    )
    got, said = drawn("weir review: annexes released", units)
    assert got.outcome == "partly_disclosed" and said.startswith("Two annexes")


def test_a_paper_sent_with_parts_left_out_is_partly_disclosed() -> None:
    units = unit(
        "3. Please send the sluice handbook.",
        ("answer", "Attached, with two passages removed."),
        (
            "exemption",
            "These tell how the sluice is locked and are exempt under section 38(1)(b).",
            "withheld",
            ("FOIA s38(1)(b)",),
        ),
    )
    got, said = drawn("can anybody read how the sluice handbook goes", units)
    assert (got.outcome, said) == ("partly_disclosed", "Attached, with two passages removed.")
    assert drawn("why was the sluice handbook redacted", units)[0].outcome == "withheld"


def test_a_row_with_a_ceiling_where_small_numbers_are_not_given_is_partly_disclosed() -> None:
    table = "Divers off sick      fewer than 5\nDivers on leave      31"
    kept = ("exemption", "Numbers from one to four are not given: section 40(2).", "withheld", ("FOIA s40(2)",))
    units = unit("5. How many divers were off sick or on leave?", ("answer", table), kept)
    assert drawn("how many divers are off sick", units)[0].outcome == "partly_disclosed"
    assert drawn("how many divers are on leave", units)[0].outcome == "disclosed"
