"""What stands beside the answers of a letter, and which queries mean it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from indexer.pipeline import index
from indexer.stored import Filters
from service.asides import asks_delay, asks_file, asks_reference, wanted
from service.index import Index
from service.query import understand
from service.retrieve import found
from service.snapshot import open_snapshot
from service.units import candidates
from tests.conftest import WordEncoder

_LETTER = """Marrowdale Council

Reference: FOI 4471/23

Dear Requester,

Thank you for your request for information relating to otter holts on the River Wend, which we received on 14/03/2023.

otter_holts_survey_Wend.xlsx

1. How many otter holts are recorded on the River Wend?

We record 11 otter holts on the River Wend.

Yours sincerely,
Information Team
"""


@pytest.mark.parametrize(
    ("asked", "beside"),
    [
        ("when did Marrowdale receive the request about otter holts", "which we received on 14/03/2023"),
        ("spreadsheet released with the reply on otter holts", "otter_holts_survey_Wend.xlsx"),
    ],
)
def test_a_query_for_what_stands_beside_the_answers_finds_it(asked: str, beside: str) -> None:
    pattern = wanted(understand(asked, ()))
    assert pattern is not None and pattern.search(_LETTER) is not None
    assert pattern.search(beside) is not None and pattern.search("We record 11 otter holts.") is None


def test_the_number_of_a_planning_application_is_looked_for_as_printed() -> None:
    pattern = wanted(understand("outcome of planning application 21/04417/FUL", ()))
    assert pattern is not None and pattern.search("21/04417/FUL Boat shed Refused")
    assert pattern.search("21/04418/FUL Boat shed Granted") is None
    assert pattern.search("  21/04417/FUL Refused at the applicant's request")
    assert pattern.search("Thank you for your request for information relating to\n21/04417/FUL, a shed") is None
    assert wanted(understand("outcome of request 01/02/2021", ())) is None


@pytest.mark.parametrize(
    "asked",
    [
        "how many otter holts are recorded",
        "why were otter holts surveyed",
        "when were the otter holts surveyed",
        "who surveyed the otter holts",
    ],
)
def test_any_other_query_leaves_it_aside(asked: str) -> None:
    assert wanted(understand(asked, ())) is None


def test_a_unit_is_made_of_it_only_where_it_is_asked_for(tmp_path: Path, words: WordEncoder) -> None:
    (tmp_path / "otters.txt").write_text(_LETTER, encoding="utf-8")
    index([str(tmp_path / "otters.txt")], tmp_path / "data", words)
    snapshot = open_snapshot(tmp_path / "data")

    def quoted(asked: str) -> list[str]:
        query = understand(asked, ())
        units = candidates(snapshot, found(snapshot, words, query, Filters()), beside=wanted(query))
        return [one.text[part.start : part.end] for one in units for part in one.answers]

    asked = "when did Marrowdale receive the request about otter holts"
    assert any("14/03/2023" in part for part in quoted(asked))
    assert not any("14/03/2023" in part for part in quoted("how many otter holts are recorded"))


@pytest.mark.parametrize(
    ("asked", "file"),
    [
        ("file name of the otter survey", True),
        ("otter survey Marrowdale file name", True),
        ("how many file names were blacked out", False),
        ("who approves file names", False),
        ("name of the document that sets the otter policy", False),
        ("name of the spreadsheet that lists the otter holts", True),
        ("what is the spreadsheet of otter holts called?", True),
        ("attachment with the otter holts by year", True),
        ("spreadsheet of otter holts since 2014", True),
        ("attachment of earnings orders for council tax", False),
        ("attachments about otters that our filter stopped", False),
        ("name of the document management system", False),
        ("who wrote the document called Otters and Us", False),
    ],
)
def test_a_file_is_asked_for_by_what_it_is_called(asked: str, file: bool) -> None:
    assert asks_file(asked) is file


def test_a_long_query_is_told_at_once() -> None:
    start = time.process_time()
    assert not asks_file("what " + "file " * 10_000)
    assert time.process_time() - start < 1.0


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("FOI case number of the otter holts reply", True),
        ("average case number per social worker", False),
        ("Covid case number 2020", False),
        ("disclosure number of DBS checks", False),
        ("request number of school places", False),
        ("reference of the request for proposals", False),
        ("what is the reference number of the request about otters", True),
        ("request reference otters Marrowdale", True),
        ("crime reference numbers of the otter thefts", False),
        ("how many requests about otters", False),
        ("number of otter holts in the request", False),
        ("planning application number of the otter hide", False),
    ],
)
def test_the_number_of_a_request_is_asked_for(asked: str, number: bool) -> None:
    assert asks_reference(understand(asked, ())) is number


@pytest.mark.parametrize(
    ("asked", "delay"),
    [
        ("why was the reply to the request on otters late", True),
        ("why are replies to housing benefit claims slow", False),
        ("were any FOI requests answered late in 2022", False),
        ("delay in answering 999 calls", False),
        ("why was the internal review of the children's home delayed", False),
        ("reasons for the delay in answering the FOI on otters", True),
        ("was the answer to my request about otters overdue", True),
        ("why are ambulance responses delayed", False),
        ("how many replies were late", False),
    ],
)
def test_it_is_asked_why_a_request_was_answered_late(asked: str, delay: bool) -> None:
    assert asks_delay(understand(asked, ())) is delay


def test_a_letter_tells_its_number_and_why_it_is_late(tmp_path: Path, words: WordEncoder) -> None:
    late = _LETTER.replace(
        "\notter_holts", "\nWe apologise for the delay, caused by floods at our stores.\n\notter_holts"
    )
    (tmp_path / "otters.txt").write_text(late, encoding="utf-8")
    index([str(tmp_path / "otters.txt")], tmp_path / "data", words)
    opened = Index(tmp_path / "data", encoder=words)
    assert (
        opened.ask("FOI case number of the request about otter holts on the River Wend").answer.answer == "FOI 4471/23"
    )
    said = opened.ask("why was the reply to the request about otter holts on the River Wend late").answer.answer
    assert said == "We apologise for the delay, caused by floods at our stores."
