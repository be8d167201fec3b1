"""Tables as a page shows them: the rows around a quotation, under their headings."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from indexer.reading import Cell, Table
from service import tabular
from service.tabular import GridCell


def table(rows: Sequence[Sequence[str]], headings: int = 1) -> tuple[str, Table]:
    """A text and the table in it: a row a line, cells parted by tabs, the first rows headings."""
    text, cells = "", []
    for row, said in enumerate(rows):
        for column, one in enumerate(said):
            cells.append(Cell(row, column, len(text), len(text) + len(one), header=row < headings))
            text += one + "\t"
        text += "\n"
    return text, Table(0, len(text), tuple(cells))


def said(rows: Sequence[Sequence[GridCell]]) -> list[list[str]]:
    return [["".join(piece.text for piece in cell.pieces) for cell in row] for row in rows]


WARDS = [["Ward", "2022", "2023"], *([f"Ward {n}", str(n), str(100 + n)] for n in range(20))]


def test_one_cell_is_shown_in_its_row_under_its_headings() -> None:
    text, wards = table(WARDS)
    start = text.index("107")
    rows = tabular.excerpt(text, [wards], (start, start + 3))
    assert said(rows) == [["Ward", "2022", "2023"], ["Ward 7", "7", "107"]]
    assert [cell.cited for cell in rows[1]] == [False, False, True]
    assert tabular.telling(rows) == {0, 2}, "a narrow screen shows the row's name and the cell"
    assert [cell.among({0, 2}) for cell in rows[0]] == [True, False, True]


def test_several_cells_are_marked_and_none_tells_more_than_another() -> None:
    text, wards = table(WARDS)
    start, end = text.index("Ward 3"), text.index("\nWard 5")
    rows = tabular.excerpt(text, [wards], (start, end))
    assert [row[0] for row in said(rows)] == ["Ward", "Ward 3", "Ward 4"]
    assert all(cell.cited for row in rows[1:] for cell in row) and tabular.telling(rows) == frozenset()


def test_a_small_table_is_shown_whole() -> None:
    text, wards = table(WARDS[:6])
    assert said(tabular.excerpt(text, [wards], (text.index("101"), text.index("101") + 3))) == WARDS[:6]


def test_what_stands_in_no_table_or_in_too_much_of_one_is_no_excerpt() -> None:
    text, wards = table([["Ward"], *([f"Ward {n}"] for n in range(tabular.MOST_ROWS + 1))])
    assert tabular.excerpt(text, [wards], (text.index("Ward 0"), len(text))) == ()
    assert tabular.excerpt(text + "after", [wards], (len(text), len(text) + 5)) == ()
    huge = Table(0, 1, tuple(Cell(row, 0, 0, 1) for row in range(tabular.LARGEST_TABLE + 1)))
    assert tabular.excerpt("x", [huge], (0, 1)) == () and tabular.rows("x", huge) == ()


def test_a_cell_that_reaches_into_the_rows_from_above_comes_too() -> None:
    text = "Area Year Orders North 2022 4 2023 5"
    at = {word: text.index(word) for word in text.split()}
    cells = [
        Cell(0, n, at[word], at[word] + len(word), header=True) for n, word in enumerate(("Area", "Year", "Orders"))
    ]
    cells += [Cell(1, 0, at["North"], at["North"] + 5, row_span=9), Cell(1, 1, at["2022"], at["2022"] + 4)]
    cells += [Cell(1, 2, at["4"], at["4"] + 1)]
    cells += [Cell(2, 1, at["2023"], at["2023"] + 4), Cell(2, 2, len(text) - 1, len(text))]
    rows = tabular.rows(text, Table(0, len(text), tuple(cells)), only={2})
    assert said(rows) == [["Area", "Year", "Orders"], ["North", "2023", "5"]]
    assert rows[1][0].row_span == 1


@given(
    st.lists(st.lists(st.sampled_from(["", "4", "North"]), min_size=1, max_size=4), min_size=1, max_size=8), st.data()
)
def test_only_the_rows_asked_for_and_headings_are_shown(cells: list[list[str]], data: st.DataObject) -> None:
    text, made = table(cells, headings=data.draw(st.integers(0, 2)))
    only = data.draw(st.sets(st.integers(0, len(cells) - 1)))
    shown, every = said(tabular.rows(text, made, only=only)), said(tabular.rows(text, made))
    assert every == cells
    left = iter(every)
    assert all(row in left for row in shown), "in order, and no row that is not the table's"
    assert len(shown) >= len(only)
