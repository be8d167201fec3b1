"""CSV that a spreadsheet may open."""

from __future__ import annotations

import csv
import io

import pytest

from service.sheet import sheet


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+44 20", "-cmd|' /C calc'!A0", "\t=1", " =1", "\r=1"])
def test_what_starts_like_a_formula_is_marked_as_text(cell: str) -> None:
    rows = list(csv.reader(io.StringIO(sheet(["a"], [[cell]]), newline="")))
    assert rows[0] == ["a"] and rows[1][0] == "'" + cell


@pytest.mark.parametrize("cell", ["-5", "+3.5%", "1,204", -5, 2.5, 0, None, "plain", 'a "quoted", line\nbreak'])
def test_numbers_and_plain_text_stay_as_they_are(cell: str | float | None) -> None:
    rows = list(csv.reader(io.StringIO(sheet(["a", "b"], [[cell, "x"]]), newline="")))
    assert rows[1] == ["" if cell is None else str(cell), "x"]
