"""Tables whose columns show by where their cells stand."""

from __future__ import annotations

import time

import pytest

from indexer.grid import grid
from indexer.reading import Reading, Table
from indexer.tables import tables


def read(text: str) -> list[Table]:
    return list(tables(Reading(text), ()))


def cells(text: str) -> dict[tuple[str, str], str]:
    """(row, column) → what stands there, of the only table in `text`."""
    (table,) = read(text)
    seen = grid(table, text)
    return {(seen.rows[row], seen.columns.get(column, "")): entry.text for (row, column), entry in seen.body.items()}


def test_headings_that_wrap_belong_to_the_column_that_they_stand_over() -> None:
    found = cells(
        "Pool         Lane      Swim       Lost\n"
        "             hire      lessons    lockers\n"
        "             (hours)              keys\n"
        "Larkhill       310        88         14\n"
        "Mossbank        95       120          3\n"
    )
    assert found["Larkhill", "Lane hire (hours)"] == "310"
    assert found["Mossbank", "Swim lessons"] == "120"
    assert found["Mossbank", "Lost lockers keys"] == "3"


def test_a_heading_over_several_columns_is_of_each() -> None:
    found = cells(
        "                 2021              2022\n"
        "Depot        Vans    Cars      Vans    Cars\n"
        "Quay           14       3        16       5\n"
        "Moor           22       9        19       8\n"
    )
    assert found["Moor", "2021 Cars"] == "9" and found["Quay", "2022 Vans"] == "16"


def test_a_blank_cell_leaves_the_others_in_their_columns() -> None:
    text = (
        "Branch         Loans     Renewals    Fines (£)\n"
        "Alder           1,204         310        88.10\n"
        "Birch                         145        12.50\n"
        "Cedar             877         201\n"
        "Dogwood           640          98         4.00\n"
    )
    found = cells(text)
    assert found["Birch", "Loans"] == "" and found["Birch", "Renewals"] == "145"
    assert found["Cedar", "Renewals"] == "201" and found["Cedar", "Fines (£)"] == ""
    (table,) = read(text)
    assert any('"Birch / Loans" is empty' in note for note in table.notes)
    assert not any("not certain" in note for note in table.notes)


def test_rules_are_no_rows_and_a_sum_under_one_has_no_label() -> None:
    found = cells(
        "Ferry           Trips      Cars\n"
        "-------------------------------\n"
        "Tern              410     2,210\n"
        "Gannet            388     1,904\n"
        "               ------    ------\n"
        "                  798     4,114\n"
    )
    assert found["Gannet", "Cars"] == "1,904" and found["", "Trips"] == "798"
    assert len(found) == 6


def test_a_label_that_wraps_is_one() -> None:
    found = cells(
        "Team                 Posts    Vacant\n"
        "Kennels and            14         2\n"
        "boarding\n"
        "Road sweeping          31         6\n"
    )
    assert found["Kennels and boarding", "Vacant"] == "2" and found["Road sweeping", "Posts"] == "31"


def test_a_table_goes_on_over_the_foot_of_a_page() -> None:
    found = cells(
        "Year        Calls    Visits\n"
        "2020/21       118        40\n"
        "2021/22       131        52\n"
        "\n"
        "Our ref 24/88                          Page 1 of 2\n"
        "Marl Valley Council - Information Team\n"
        "\n"
        "2022/23       160        61\n"
        "2023/24       175        70\n"
    )
    assert found["2022/23", "Visits"] == "61" and found["2021/22", "Calls"] == "131"


def test_two_tables_one_above_the_other_stay_two() -> None:
    above, below = read(
        "            Open      Shut\n"
        "Gates          4         9\n"
        "Locks          6         1\n"
        "\n"
        "Table 2. Staff, at 30 June 2023\n"
        "\n"
        "            Full      Part\n"
        "            time      time\n"
        "Gates         11         2\n"
        "Locks          8         5\n"
    )
    assert len(above.cells) == 8 and sum(cell.header for cell in below.cells) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Mr A Reader    Our ref 12\n4 Long Lane    14 May 2024\n",
        "Gas      Water\nOil      Coal\n",
        "Total   4\nOther   5\n",
    ],
)
def test_what_shows_no_columns_of_figures_is_left_to_others(text: str) -> None:
    from indexer.placed import placed
    from indexer.tables import _lines

    lines = _lines(text, [(0, len(text))])
    assert placed(lines, [False] * len(lines)) == []


def test_many_rows_that_stand_nowhere_cost_no_more_than_their_number() -> None:
    line = ["{:>{}}  x{}   7\n".format("a", 3 + n % 40, "y" * (n % 23)) for n in range(20_000)]
    start = time.perf_counter()
    tables(Reading("".join(line)), ())
    assert time.perf_counter() - start < 20
