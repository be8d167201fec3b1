"""The spreadsheet: out, filled in, and back as labels that point at their documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from corpus.document import FoiError
from eval.judgements import read_questions
from eval.label import COLUMNS, labels, main, written

TEXT = "Barset Council\n\n1. How many bins do you own?\n\nWe own 412 bins,\nall of them green.\n"


def filled(path: Path, *rows: dict[str, Any]) -> Path:
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, 3):
        for name, value in row.items():
            book["questions"].cell(number, COLUMNS.index(name) + 1, value)
    book.save(path)
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    written(tmp_path / "labels.xlsx", ["a.txt"], [])
    return tmp_path / "labels.xlsx"


def test_a_filled_sheet_comes_back_as_labels(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (tmp_path / "queries.tsv").write_text("1\thow many bins\n2\t=how many boats\n")
    options = [str(folder), "--sheet", str(tmp_path / "l.xlsx")]
    assert main([*options, "--queries", str(tmp_path / "queries.tsv")]) == 0
    book = openpyxl.load_workbook(tmp_path / "l.xlsx")
    assert [book["questions"].cell(n, 1).value for n in (3, 4)] == ["how many bins", "'=how many boats"]
    assert book["documents"].cell(1, 1).value == "a.txt"
    filled(tmp_path / "l.xlsx", {"document": "a.txt", "answer": 412.0, "evidence": "412 bins, all of  them green"})
    assert main([*options, "--read", "--out", str(tmp_path / "l.jsonl")]) == 0
    first, second = read_questions(tmp_path / "l.jsonl", {"a.txt": TEXT}.__getitem__)
    start, end = first.targets[0].spans[0]
    assert (TEXT[start:end], first.targets[0].answer) == ("412 bins,\nall of them green", "412")
    assert (second.query, second.outcome) == ("=how many boats", "not_found")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"query": "x", "document": "b.txt", "answer": "4"}, "row 3: the document 'b.txt' is not there"),
        ({"query": "x", "document": "a.txt", "answer": "4 bins"}, "row 3: '4 bins' does not stand in a.txt"),
        ({"query": "x", "document": "a.txt"}, "row 3: neither answer nor evidence"),
        ({"query": "x", "outcome": "refused"}, "row 3: the outcome 'refused' is none of"),
        ({"query": "x", "document": "a.txt", "outcome": "not_found"}, "row 3: not_found, and yet a.txt is named"),
        ({}, "has no question"),
    ],
)
def test_a_row_that_cannot_be_meant_is_named(row: dict[str, Any], said: str, sheet: Path) -> None:
    with pytest.raises(FoiError) as error:
        labels(filled(sheet, row), {"a.txt": TEXT.replace("412 bins", "412 boats")})
    assert said in str(error.value) and "\n" not in str(error.value)


def test_what_is_no_spreadsheet_is_told(tmp_path: Path) -> None:
    (tmp_path / "l.xlsx").write_text("query,document\n")
    with pytest.raises(FoiError, match="cannot be read as a spreadsheet"):
        labels(tmp_path / "l.xlsx", {})


def test_a_sheet_is_not_written_over(tmp_path: Path, sheet: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(FoiError, match="is there already"):
        main([str(tmp_path), "--sheet", str(sheet)])


def test_labels_survive_as_json(sheet: Path) -> None:
    found = labels(filled(sheet, {"query": "x", "document": "a.txt", "answer": "412"}), {"a.txt": TEXT})
    assert json.loads(json.dumps(found)) == found
