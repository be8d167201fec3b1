"""The name of a document that came with a letter answers who asks for the document."""

from __future__ import annotations

import pytest

from service.sent import names
from tests.test_answer import ask, letter

LETTER = letter(
    [
        ("other", "Ferry tolls 2021 to 2023.xlsx\nSlipway_drawings_redacted.pdf\nDear Requester"),
        ("question", "1. The tolls taken by the ferry, and drawings of the slipway."),
        ("answer", "Please see attached documents."),
        ("question", "2. How many boats are there?"),
        (
            "answer",
            "Two boats, and a map of the moorings is attached to this letter with the plan of the harbour wall as "
            "it stood when the boats were bought.",
        ),
    ],
    "Northmarsh City Council",
)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("spreadsheet of Northmarsh ferry tolls", "Ferry tolls 2021 to 2023.xlsx"),
        ("drawings of the Northmarsh ferry slipway", "Slipway_drawings_redacted.pdf"),
    ],
)
def test_the_document_asked_for_is_named_and_the_answer_cited(query: str, name: str) -> None:
    got = ask(query, LETTER)
    assert (got.outcome, got.answer) == ("disclosed", name)
    assert [c.quote for c in got.citations] == [name, "Please see attached documents."]


def test_an_answer_that_says_more_is_quoted_itself() -> None:
    assert "map of the moorings" in (ask("Northmarsh map of the moorings with the ferry boats", LETTER).answer or "")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (
            "file name of the plan of the ferry moorings and slipway drawings, Northmarsh",
            "Slipway_drawings_redacted.pdf",
        ),
        ("what is the spreadsheet with the Northmarsh ferry tolls called?", "Ferry tolls 2021 to 2023.xlsx"),
        ("attachment with Northmarsh ferry tolls by year", "Ferry tolls 2021 to 2023.xlsx"),
    ],
)
def test_asked_what_a_file_is_called_its_name_answers(query: str, name: str) -> None:
    assert ask(query, LETTER).answer == name


def test_the_only_file_is_named_whatever_the_answer_says() -> None:
    only = letter(
        [
            ("other", "FOI 20417 reply.pdf\nDear Requester"),
            ("question", "How many moorings are let at the ferry, and for how much?"),
            (
                "answer",
                "We gave you the latest numbers that we hold on moorings let at the ferry, since you named no year.",
            ),
        ],
        "Northmarsh City Council",
    )
    assert ask("attachment with Northmarsh moorings let at the ferry", only).answer == "FOI 20417 reply.pdf"
    assert ask("how many moorings are let at the Northmarsh ferry", only).answer != "FOI 20417 reply.pdf"


@pytest.mark.parametrize(
    ("kind", "said", "outcome", "codes"),
    [
        ("exemption", "The survey is exempt under section 40(2), since it names people.", "withheld", ("FOIA s40(2)",)),
        ("answer", "We do not hold a survey of the harbour wall.", "not_held", ()),
    ],
)
def test_what_is_refused_or_not_held_has_no_file_name(
    kind: str, said: str, outcome: str, codes: tuple[str, ...]
) -> None:
    only = letter(
        [
            ("other", "FOI 20417 reply.pdf\nDear Requester"),
            ("question", "Please send the survey of the harbour wall."),
            (kind, said, outcome, codes),
        ],
        "Northmarsh City Council",
    )
    got = ask("file name of the Northmarsh harbour wall survey", only)
    assert (got.outcome, got.answer) != ("disclosed", "FOI 20417 reply.pdf")
    assert got.outcome == outcome


def test_names_are_lines_of_their_own() -> None:
    text = "See toll.csv for all.\n  A b.XLSX \nnothing.here\nx.pdf\nfar/away.docx"
    assert [text[slice(*one)] for one in names(text)] == ["A b.XLSX", "far/away.docx"]


def test_what_the_letter_is_about_tells_none_of_its_documents_from_another() -> None:
    works = letter(
        [
            (
                "other",
                "Fwd Mill Lane cobbles being taken up today.pdf\nFwd Note from the ferry form.pdf\nDear Requester",
            ),
            ("question", "Please send all that you hold on the Mill Lane cobbles."),
            ("answer", "Please see attached documents."),
        ],
        "Northmarsh City Council",
    )
    got = ask("message sent through the ferry form about the Mill Lane cobbles, Northmarsh", works)
    assert got.answer == "Fwd Note from the ferry form.pdf"


def test_of_two_names_the_one_with_the_time_asked_for_is_meant() -> None:
    dated = letter(
        [
            ("other", "Ferry tolls 2021 to 2023.xlsx\nFerry tolls 2017 to 2020.xlsx\nDear Requester"),
            ("question", "1. The tolls taken by the ferry."),
            ("answer", "Please see attached documents."),
        ],
        "Northmarsh City Council",
    )
    assert ask("spreadsheet of Northmarsh ferry tolls 2017-2020", dated).answer == "Ferry tolls 2017 to 2020.xlsx"


def test_what_is_not_held_beside_what_is_attached_does_not_hide_its_name() -> None:
    partly = letter(
        [
            ("other", "Ferry tolls.xlsx\nDear Requester"),
            ("question", "1. The tolls taken by the ferry since 2014."),
            ("answer", "Please see the attached file. We do not record the tide.", "not_held", ()),
        ],
        "Northmarsh City Council",
    )
    assert ask("spreadsheet of Northmarsh ferry tolls since 2014", partly).answer == "Ferry tolls.xlsx"
