"""Tables printed a cell a line."""

from __future__ import annotations

import pytest

from indexer.grid import grid
from indexer.reading import Reading
from indexer.tables import tables

PIERS = ["Pier", "Car", "Bicycle", "Upper Lock", "41", "88", "Mill Reach", "1,017", "*", "Old Quay", "-", "3"]


@pytest.mark.parametrize("corner", [0, 1])
def test_names_head_the_columns_and_a_label_opens_each_row(corner: int) -> None:
    text = "\n".join(PIERS[corner:])
    (table,) = tables(Reading(text), ())
    seen = grid(table, text)
    assert list(seen.rows.values()) == ["Upper Lock", "Mill Reach", "Old Quay"]
    assert {c: name for c, name in seen.columns.items() if c} == {1: "Car", 2: "Bicycle"}
    assert [entry.text for entry in seen.body.values()] == ["41", "88", "1,017", "*", "-", "3"]


@pytest.mark.parametrize("corner", [0, 1])
def test_names_may_take_two_lines_each(corner: int) -> None:
    heads = ["Pier", "Cars", "2022", "Bicycles", "2022", "Cars", "2023"][corner:]
    text = "\n".join([*heads, "Upper Lock", "41", "88", "17", "Mill Reach", "1,017", "*", "940"])
    (table,) = tables(Reading(text), ())
    seen = grid(table, text)
    assert {c: name for c, name in seen.columns.items() if c} == {1: "Cars 2022", 2: "Bicycles 2022", 3: "Cars 2023"}
    assert list(seen.rows.values()) == ["Upper Lock", "Mill Reach"]


def test_a_blank_line_may_part_the_cells() -> None:
    text = "Please see below.\n\nTable 2 - Moorings\n\n" + "\n\n".join(PIERS)
    (table,) = tables(Reading(text), ())
    seen = grid(table, text)
    assert list(seen.rows.values()) == ["Upper Lock", "Mill Reach", "Old Quay"] and seen.columns[2] == "Bicycle"


@pytest.mark.parametrize("lost", [4, 8, 11])
def test_where_a_cell_is_lost_no_column_is_told(lost: int) -> None:
    text = "\n".join(PIERS[:lost] + PIERS[lost + 1 :])
    found = tables(Reading(text), ())
    assert all(grid(table, text).columns.get(1) != "Car" for table in found)


def test_sentences_among_the_lines_are_no_cells() -> None:
    lines = ["Upper Lock was shut.", "41", "88", "Mill Reach was not.", "17", "3"]
    assert all(not grid(one, "\n".join(lines)).columns for one in tables(Reading("\n".join(lines)), ()))


def test_a_name_and_its_figure_in_turn_under_a_name_over_each_are_a_table() -> None:
    text = "Question 4\nKind of boat\nNumber\nRowing boats\n1,402\nBarges, lighters and tugs\n566\nOther\n58"
    (table,) = tables(Reading(text), ())
    seen = grid(table, text)
    assert seen.columns == {0: "Kind of boat", 1: "Number"}
    assert [(seen.rows[row], entry.text) for (row, _), entry in seen.body.items()] == [
        ("Rowing boats", "1,402"),
        ("Barges, lighters and tugs", "566"),
        ("Other", "58"),
    ]
