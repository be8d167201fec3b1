"""Tables drawn with rules in plain text."""

from __future__ import annotations

import pytest

from indexer.grid import grid
from indexer.reading import Reading
from indexer.tables import tables

BOXED = """┌───────────────┬───────────┬──────────┐
│Appeals        │Decided    │Upheld    │
│heard          │ │ │
├───────────────┼───────────┼──────────┤
│2021           │54 │4 │
├───────────────┼───────────┼──────────┤
│2022, first    │ │3 │
│half only      │ │ │
└───────────────┴───────────┴──────────┘
"""

PLUS = """+--------+-------+
| Ward   | Count |
+========+=======+
| East   | 12    |
+--------+-------+
| West   | 7     |
+--------+-------+
"""

SPANNED = """┌──────────────┬─────┐
│Both headings │Sum  │
├──────┬───────┼─────┤
│North │3      │10   │
├──────┼───────┼─────┤
│South │5      │12   │
└──────┴───────┴─────┘
"""


def test_box_characters_are_a_table_with_wrapped_rows_joined() -> None:
    (table,) = tables(Reading(f"The figures are:\n\n{BOXED}\nYours"), ())
    text = f"The figures are:\n\n{BOXED}\nYours"
    seen = grid(table, text)
    assert [*seen.rows.values()] == ["2021", "2022, first half only"]
    assert seen.columns == {0: "Appeals heard", 1: "Decided", 2: "Upheld"}
    assert [entry.text for entry in seen.body.values()] == ["54", "4", "", "3"]
    assert any("is empty" in note for note in table.notes)


@pytest.mark.parametrize("text", [BOXED, PLUS, SPANNED])
def test_every_cell_is_verbatim(text: str) -> None:
    (table,) = tables(Reading(text), ())
    for cell in table.cells:
        assert text[cell.start : cell.end] == text[cell.start : cell.end].strip()
        assert not set(text[cell.start : cell.end]) & set("│┌├└|+")


def test_plus_and_bar_tables() -> None:
    (table,) = tables(Reading(PLUS), ())
    seen = grid(table, PLUS)
    assert {seen.rows[row]: entry.text for (row, _), entry in seen.body.items()} == {"East": "12", "West": "7"}


def test_a_heading_over_two_columns_spans_them() -> None:
    (table,) = tables(Reading(SPANNED), ())
    head = next(cell for cell in table.cells if SPANNED[cell.start : cell.end] == "Both headings")
    assert head.column == 0 and head.column_span == 2
    assert grid(table, SPANNED).columns[2] == "Sum"


def test_a_rule_alone_is_no_table() -> None:
    text = "Dear Sir\n\n+----------+\n\nYours\n"
    assert tables(Reading(text), ()) == ()


TWO = """┌──────────────┬────────┬──────┐
│April 2020 -  │Paid in │£140  │
│March 2021    │        │      │
├──────────────┼────────┼──────┤
│              │Expired │£84   │
└──────────────┴────────┴──────┘
┌──────────────┬──────┐
│Month         │Spent │
├──────────────┼──────┤
│May           │£7    │
└──────────────┴──────┘
"""


def test_a_drawing_ends_where_it_is_closed() -> None:
    found = tables(Reading(TWO), [])
    assert [TWO[t.start : t.start + 14].strip() for t in found] == ["April 2020 -", "Month"]


def test_a_groups_name_counts_for_all_its_rows() -> None:
    found = tables(Reading(TWO), [])
    assert list(grid(found[0], TWO).rows.values()) == [
        "April 2020 - March 2021 Paid in",
        "April 2020 - March 2021 Expired",
    ]


NESTED = """┌────────────────┬──────────┬───────────┐
│Season          │Mooring   │Boats      │
├────────────────┼──────────┼───────────┤
│Summer 2031     │Swinging  │117        │
│ ├──────────┼───────────┤
│ │Pontoon   │64         │
├────────────────┼──────────┼───────────┤
│Winter 2031     │Swinging  │39         │
├────────────────┼──────────┼───────────┤
│ │Pontoon   │52         │
└────────────────┴──────────┴───────────┘
"""


def test_a_cell_beside_several_rows_counts_for_each() -> None:
    (table,) = tables(Reading(NESTED), ())
    seen = grid(table, NESTED)
    seasons = ["Summer 2031 Swinging", "Summer 2031 Pontoon", "Winter 2031 Swinging", "Winter 2031 Pontoon"]
    assert [*seen.rows.values()] == seasons
    assert [one.text for one in seen.body.values()] == ["117", "64", "39", "52"]


def test_a_label_on_the_line_of_such_a_rule_is_not_taken_for_the_one_above() -> None:
    text = NESTED.replace(
        "│ ├──────────┼───────────┤\n│ │Pontoon   │64         │",
        "│Spring ├──────────┼───────────┤\n│ │Pontoon   │64         │",
    )
    found = tables(Reading(text), ())
    assert found
    for table in found:
        assert not any("Summer" in label and "Pontoon" in label for label in grid(table, text).rows.values())
