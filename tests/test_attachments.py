"""An answer that only points to an attachment, followed to what the attachment says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indexer.embed import SentenceEncoder
from indexer.generation import STORE
from indexer.pipeline import index, remove
from indexer.store import Store
from service.attachments import named, points
from service.candidate import Answer
from service.index import Index
from service.query import understand
from tests.conftest import SAMPLES, WordEncoder

MAIL = "eastlea-school-transport.eml"
LETTER, SHEET = "tarrick-staffing-letter.txt", "tarrick-agency-spend.xlsx"
FERRIES = """Port Ravensby Council
3 March 2024

Dear Ms Grey,

1. How many passengers used the harbour ferry in each year?

The figures are in the enclosed document Ferry_Passenger Counts.csv.

2. How many ferries does the Council own?

The Council owns 3 ferries. Their dimensions are in the attached drawings.

Yours sincerely
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("attachments")
    for name in (MAIL, LETTER, SHEET):
        shutil.copy(SAMPLES / name, folder)
    (folder / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    (folder / "Ferry Passenger_Counts.csv").write_text(
        "Year,Passengers\n2021,40112\n2022,51934\n2023,60775\n", encoding="utf-8"
    )
    index([str(folder)], folder / ".data", SentenceEncoder())
    return Index(folder / ".data")


def asked(opened: Index, query: str) -> tuple[Answer, list[str]]:
    answer = opened.ask(query).answer
    snapshot = opened.snapshot()
    for citation in answer.citations:
        document = snapshot.store.document(citation.document.id, snapshot.at)
        assert document is not None
        assert snapshot.store.text(document.version)[citation.start : citation.end] == citation.quote
    return answer, [Path(citation.uri).name for citation in answer.citations]


def test_the_cell_of_a_spreadsheet_named_in_the_letter_is_quoted(opened: Index) -> None:
    answer, cited = asked(opened, "what did the Tarrick Trust spend on agency nurses in October 2023")
    assert answer.value == 201145 and cited[0] == SHEET and answer.citations[0].cell
    if LETTER in cited:
        assert any(note.startswith(f"The letter {LETTER} refers to its attachment {SHEET}") for note in answer.notes)


def test_the_file_in_a_message_is_quoted_and_the_way_told(opened: Index) -> None:
    answer, cited = asked(opened, "Eastlea spend on home to school transport in each of the last three years")
    assert cited == [f"{MAIL}#transport-spend.csv", MAIL]
    assert answer.answer is not None and "7,904,310" in answer.answer
    assert f"The letter {MAIL} refers to its attachment transport-spend.csv" in answer.notes[0]


def test_a_series_asked_for_is_never_answered_by_one_of_its_figures(opened: Index) -> None:
    answer, cited = asked(opened, "how many agency shifts were filled by agency staff in each department at Tarrick")
    assert answer.value is None
    assert cited == [LETTER]
    assert any(
        SHEET in note and note.endswith(str(Path(answer.citations[0].uri).parent / SHEET)) for note in answer.notes
    )


def test_a_name_with_other_spaces_is_the_same_file(opened: Index) -> None:
    answer, cited = asked(opened, "how many passengers used the harbour ferry in each year")
    assert cited[0] == "Ferry Passenger_Counts.csv" or any(
        "Ferry Passenger_Counts.csv" in note for note in answer.notes
    )


def test_an_answer_that_says_something_itself_stays(opened: Index) -> None:
    answer, cited = asked(opened, "how many ferries does Port Ravensby Council own")
    assert answer.value == 3 and cited == ["ferries.txt"]
    assert not any("refers to its attachment" in note for note in answer.notes)


def test_a_pointer_stays_where_the_attachment_is_gone(tmp_path: Path) -> None:
    for name in (LETTER, SHEET):
        shutil.copy(SAMPLES / name, tmp_path)
    index([str(tmp_path)], tmp_path / ".data", SentenceEncoder())
    remove([str(tmp_path / SHEET)], tmp_path / ".data", SentenceEncoder())
    answer, cited = asked(Index(tmp_path / ".data"), "what did Tarrick spend on agency nurses in each month of 2023/24")
    assert answer.answer is not None and answer.answer.startswith("Please see attached spreadsheet")
    assert cited == [LETTER] and not any("indexed" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("quote", "pointer"),
    [
        ("Please see attached.", True),
        ("Please see the attached spreadsheet, 2nd tab (figures for 2022/23).", True),
        ("The data are in Stops by ward.xlsx.", True),
        ("Documents enclosed. Values under five are suppressed.", True),
        ("The force made 45 stops; please see attached for each of them.", False),
        ("Yes. Please see attached.", False),
        ("The force does not hold this. A list of what it holds is attached.", False),
        ("Trackers were fitted. The attached list names the officers.", False),
        ("Four trackers were attached to the vehicles.", False),
        ("Four.", False),
    ],
)
def test_what_only_points(quote: str, pointer: bool) -> None:
    assert points(understand("how many trackers were fitted", ()), quote) is pointer


@pytest.mark.parametrize(
    ("name", "text", "is_named"),
    [
        ("agency-spend.xlsx", "see agency spend.xlsx", True),
        ("agency_spend.xlsx", "see Agency-\nSpend.XLSX, first sheet", True),
        ("Agency Spend.xlsx", "see the sheet 'Agency spend'", True),
        ("agency-spend.xlsx", "see agency-spend.pdf.", True),
        ("data.csv", "see data.csv", True),
        ("data.csv", "the data are below", False),
        ("spend.xlsx", "see outspend.xlsx", False),
        ("letters/stops 1.pdf", "stops_1.pdf", True),
        ("stops-1.pdf", "stops-12.pdf", False),
    ],
)
def test_file_names(name: str, text: str, is_named: bool) -> None:
    assert named(name, text) is is_named


def test_family_and_folder_are_read_from_the_store(tmp_path: Path, words: WordEncoder) -> None:
    (tmp_path / "x").mkdir()
    for name in (MAIL, LETTER, "x/deep.txt"):
        shutil.copy(SAMPLES / Path(name).name if "/" not in name else SAMPLES / LETTER, tmp_path / name)
    index([str(tmp_path)], tmp_path / ".data", words)
    with Store(tmp_path / ".data" / STORE) as store:
        at = store.sequence
        mail = store.document(str(tmp_path.resolve() / MAIL), at)
        assert mail
        inside, together = store.family(mail, at)
        assert [one.name for one in inside] == ["transport-spend.csv"] and together == []
        assert store.family(inside[0], at) == ([], [])
        assert [one.name for one in store.beside(mail.uri, at)] == [LETTER]
