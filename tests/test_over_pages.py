"""`indexer.over_pages`: tables that run over pages, as a PDF gives them and as they are."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from corpus.document import Source
from indexer.grid import grid
from indexer.over_pages import heading_rows, whole_tables
from indexer.partition import partition
from indexer.reading import Reading, Table
from indexer.tables import tables

HEAD = ("Ward", "Calls", "Arrests")


class Report(FPDF):
    """Pages with a letterhead and a numbered foot, between which a table goes on."""

    def header(self) -> None:
        self.set_font("Helvetica", "B", 11)
        self.cell(0, 8, "Saltmoor Constabulary", new_x="LMARGIN", new_y="NEXT")
        self.ln(3)
        self.set_font("Helvetica", "", 9)

    def footer(self) -> None:
        self.set_y(-15)
        self.cell(0, 8, f"Page {self.page_no()} of {{nb}}", align="C")


def printed(pages: list[list[tuple[str, ...]]], border: int, foot: str = "") -> Reading:
    """Each page's rows, ruled off where `border` is 1; `foot` is printed after the last."""
    pdf = Report()
    for rows in pages:
        pdf.add_page()
        for row in rows:
            for text in row:
                pdf.cell(58, 6, text, border=border)
            pdf.ln(6)
    if foot:
        pdf.ln(8)
        pdf.multi_cell(0, 5, foot)
    return partition(Source("/a/report.pdf", bytes(pdf.output()), "report.pdf"))


def rows_of(table: Table, text: str) -> list[tuple[str, ...]]:
    """The data rows of `table`, the pieces of a cell joined by a space."""
    rows: dict[int, dict[int, list[str]]] = {}
    for cell in table.cells:
        if not cell.header:
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(text[cell.start : cell.end])
    return [tuple(" ".join(pieces) for _, pieces in sorted(row.items())) for _, row in sorted(rows.items())]


@pytest.mark.parametrize("border", [0, 1])
@pytest.mark.parametrize("repeated", [True, False])
def test_every_row_of_sixty_pages_is_there_once_headings_and_furniture_apart(border: int, repeated: bool) -> None:
    rest = [f"with its {one}{two}shire farms" for one in "abcdefgh" for two in "aeioukrs"]
    wanted, pages = [], []
    for page in range(60):
        rows: list[tuple[str, ...]] = [HEAD] if repeated or not page else []
        if page:  # the label of the row that the page before began ends here
            rows.append((rest[page - 1], "", ""))
        for number in range(18):
            wanted.append((f"Ward {page}-{number}", f"{page * 31 + number:,}", f"{number}"))
            rows.append(wanted[-1])
        if page < 59:
            wanted.append((f"Parish {page} {rest[page]}", f"{page}", "3"))
            rows.append((f"Parish {page}", f"{page}", "3"))
        pages.append(rows)
    reading = printed(pages, border)
    (table,) = whole_tables(reading)
    assert rows_of(table, reading.text) == wanted
    assert not any("Constabulary" in reading.text[c.start : c.end] for c in table.cells)


@pytest.mark.parametrize("border", [0, 1])
def test_a_row_whose_figures_stand_on_the_next_page_is_one_row(border: int) -> None:
    first = [HEAD, *((f"Ward {n}", f"{n * 7}", f"{n}") for n in range(1, 9)), ("Harassment and malicious", "", "")]
    second = [("communications", "40", "12"), ("Total", "292", "48")]
    reading = printed([first, second], border, "We hope that this is of help to you.")
    (table,) = tables(reading, ())
    assert rows_of(table, reading.text)[-2:] == [
        ("Harassment and malicious communications", "40", "12"),
        ("Total", "292", "48"),
    ]
    assert not [note for note in table.notes if "add up" in note or "empty" in note]
    cell = grid(table, reading.text).body[9, 1].cell
    assert reading.text[cell.start : cell.end] == "40" and reading.page_at(cell.start) == 2


def test_a_cell_of_words_that_the_page_breaks_is_one_cell() -> None:
    head = ("Question", "Answer", "Basis")
    first = [head, ("Is it held?", "It is.", "Policy"), ("Is it used?", "It is used by officers and", "Guidance of")]
    second = [head, ("", "staff of the unit", "the College"), ("Is it kept?", "It is.", "Policy")]
    reading = printed([first, second], 1)
    (table,) = whole_tables(reading)
    assert rows_of(table, reading.text) == [
        ("Is it held?", "It is.", "Policy"),
        ("Is it used?", "It is used by officers and staff of the unit", "Guidance of the College"),
        ("Is it kept?", "It is.", "Policy"),
    ]


def test_two_tables_of_equal_width_on_two_pages_are_two() -> None:
    first = [HEAD, *((f"Ward {n}", f"{n * 7}", f"{n}") for n in range(1, 6))]
    second = [("Street", "Lamps", "Repairs"), *((f"Road {n}", f"{n * 3}", f"{n}") for n in range(1, 6))]
    assert len(whole_tables(printed([first, second], 1))) == 2


def test_rows_that_begin_in_small_letters_throughout_are_rows() -> None:
    rows = [HEAD, *((f"offence {n}", f"{n * 7}", "") for n in range(1, 6))]
    reading = printed([rows, [("theft", "", "4"), ("fraud", "", "5")]], 1)
    assert len(rows_of(whole_tables(reading)[0], reading.text)) == 7


def test_a_repeated_heading_may_say_that_it_is_continued() -> None:
    pages = [[HEAD, *((f"Ward {n}", f"{n * 7}", f"{n}") for n in range(1, 6))]]
    pages.append([("Ward (continued)", "Calls", "Arrests"), ("Ward 6", "42", "6")])
    reading = printed(pages, 1)
    (table,) = whole_tables(reading)
    assert [row[0] for row in rows_of(table, reading.text)] == [f"Ward {n}" for n in range(1, 7)]


def test_words_or_years_over_figures_are_headings() -> None:
    assert heading_rows([["Ward", "2021"], ["Abbey", "4"]]) == 1
    assert heading_rows([["Abbey", "4"], ["Bere", "5"]]) == 0
    ages = [["", "Total", ""], ["Offence", "Under 18", "18 years"], ["", "", "and over"], ["Theft", "4", "7"]]
    assert heading_rows(ages) == 3
    assert heading_rows([["Ward", "Orders", "Calls"], ["Abbey", "under 5", "7"], ["Bere", "6", "7"]]) == 1
    assert heading_rows([["", "Orders"], ["Year", "Full"], ["2021", "4"]]) == 2
