"""Tables found in plain text, and what is noted on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Source
from indexer.grid import Grid, grid
from indexer.partition import partition
from indexer.reading import Cell, Reading, Table
from indexer.section import Section
from indexer.tables import tables


def one(text: str) -> tuple[Table, Grid]:
    (table,) = tables(Reading(text), ())
    return table, grid(table, text)


def row(seen: Grid, label: str) -> dict[str, str]:
    (at,) = [r for r, name in seen.rows.items() if name == label]
    return {seen.columns.get(c, str(c)): entry.text for (r, c), entry in seen.body.items() if r == at}


TABBED = (
    "Offence\t2021\t2022\tGrand Total\n"
    "THEFT OF BOATS\t-\t1,105\t1,105\n"
    "PIRACY\tı\t2\t2\n"
    "MUTINY, LED BY AN OFFICER (NAVAL OR\t\t\t\n"
    "MERCHANT)\t3\t\t3\n"
    "SMUGGLING\t4\t1\t6\n"
    "Grand Total\t7\t1,108\t1,116\n"
)


def test_tabs_make_cells_with_labels() -> None:
    _, seen = one(TABBED)
    assert row(seen, "THEFT OF BOATS") == {"2021": "-", "2022": "1,105", "Grand Total": "1,105"}
    assert [seen.rows[r] for r in seen.total_rows] == ["Grand Total"]
    assert [seen.columns[c] for c in seen.total_columns] == ["Grand Total"]


def test_a_row_label_that_wraps_is_joined_to_its_figures() -> None:
    _, seen = one(TABBED)
    assert row(seen, "MUTINY, LED BY AN OFFICER (NAVAL OR MERCHANT)")["2021"] == "3"


def test_what_does_not_add_up_is_empty_or_unreadable_is_noted() -> None:
    table, _ = one(TABBED)
    said = "\n".join(table.notes)
    assert 'Row "SMUGGLING" does not add up: its cells sum to 5' in said
    assert '"PIRACY / 2021" is unreadable: it shows "ı"' in said
    assert '/ 2022" is empty' in said
    assert "PIRACY" not in "".join(n for n in table.notes if n.startswith("Row"))


def test_a_suppressed_figure_at_the_end_of_a_row_is_a_cell() -> None:
    _, seen = one(
        "Site      2021/22   2022/23   2023/24\n"
        "Highmoor  7         8         *\n"
        "Old Quay  *         5         *\n"
        "East Pier 12        9         4\n"
    )
    assert row(seen, "Highmoor") == {"2021/22": "7", "2022/23": "8", "2023/24": "*"}
    assert row(seen, "Old Quay") == {"2021/22": "*", "2022/23": "5", "2023/24": "*"}


def test_emphasis_around_a_row_is_no_part_of_its_last_cell() -> None:
    table, _ = one("Site 2021/22 2022/23\n**Highmoor 7 8**\nOld Quay 12 9\nEast Pier 4 4\n")
    text = "Site 2021/22 2022/23\n**Highmoor 7 8**\n"
    assert "8" in [text[c.start : c.end] for c in table.cells]


def test_every_cell_is_where_it_says() -> None:
    table, _ = one(TABBED)
    shown = [TABBED[c.start : c.end] for c in table.cells]
    assert shown[:4] == ["Offence", "2021", "2022", "Grand Total"]
    assert all(text == text.strip() for text in shown)


def test_a_table_goes_on_behind_page_furniture() -> None:
    text = "How many?\nType\t2021\t2022\nCats\t1\t2\nHarbour Board 3/21\nDogs\t3\t4\n"
    table_at, furniture, rest = text.index("Type"), text.index("Harbour"), text.index("Dogs")
    cuts = [
        ("question", 0, table_at),
        ("answer", table_at, furniture),
        ("other", furniture, rest),
        ("answer", rest, len(text)),
    ]
    sections = [
        Section(f"s{i}", kind, a, b, None, (), None, "s1" if kind == "answer" else None, None, ())  # type: ignore[arg-type]
        for i, (kind, a, b) in enumerate(cuts, 1)
    ]
    (table,) = tables(Reading(text), sections)
    assert row(grid(table, text), "Dogs") == {"2021": "3", "2022": "4"}
    assert table.caption == "How many?"


WRAPPED = (
    "Setting Type Total number of Primary Secondary\n"
    "Barge 5 4 1\n"
    "Ferry (chain, rope or\n"
    "cable) 19 4 15\n"
    "Grand Total 24 8 16\n"
)


def test_single_spaces_and_labels_over_lines() -> None:
    table, seen = one(WRAPPED)
    assert list(row(seen, "Ferry (chain, rope or cable)").values()) == ["19", "4", "15"]
    assert row(seen, "Barge")["Secondary"] == "1"
    assert [seen.columns[c] for c in seen.total_columns] == ["Total number of"]
    assert any("inferred" in note for note in table.notes)


def test_a_row_that_lost_its_blank_cells_is_not_guessed() -> None:
    text = (
        "Kind 2019/20 2020/21 2021/22 Total\n"
        "Arson 2 4 1 7\nRobbery 5 6 7 18\nTheft 1 1 1 3\nPoaching 2 9 11\nWrecking 3\nTotal 13 20 9 42\n"
    )
    table, seen = one(text)
    poaching = row(seen, "Poaching")
    assert poaching == {"2019/20": "2 9", "Total": "11"}
    assert list(row(seen, "Wrecking").values()) == ["3"]
    assert any("not certain in 2 rows" in note for note in table.notes)


def test_years_over_a_line_of_figures() -> None:
    _, seen = one("2020 2021 2022\n7,069 8,275 8,726\nSome words on how these were counted.\n")
    assert {seen.columns[c]: e.text for (_, c), e in seen.body.items()} == {
        "2020": "7,069",
        "2021": "8,275",
        "2022": "8,726",
    }


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("18/19 = 6794\n19/20 = £12.5m\n", {"18/19": "6794", "19/20": "£12.5m"}),
        (
            "18/19 = Not available, as systems changed.\n19/20 = 5131\n",
            {"18/19": "Not available, as systems changed.", "19/20": "5131"},
        ),
        ("- 2022 - 5\n- 2023 – 65\n", {"2022": "5", "2023": "65"}),
        ("Orders - 5\n\nInterim - 6\n", {"Orders": "5", "Interim": "6"}),
        ("Senior: 32\nJunior: 57\n", {"Senior": "32", "Junior": "57"}),
        (
            "17/18 - 11      18/19 - 12      19/20 -\n13     20/21 - 17\n",
            {"17/18": "11", "18/19": "12", "19/20": "13", "20/21": "17"},
        ),
        ("- 2021/22 £734,800\n- 2022/23 £763,055\n", {"2021/22": "£734,800", "2022/23": "£763,055"}),
        ("2021\n34\n2022\n50\n", {"2021": "34", "2022": "50"}),
    ],
)
def test_lists_of_labels_and_figures(text: str, want: dict[str, str]) -> None:
    _, seen = one(text)
    assert {seen.rows[r]: e.text for (r, _), e in seen.body.items()} == want


def test_wide_gaps_and_a_row_over_two_lines() -> None:
    text = (
        "Year          Pier A      Pier B      Jetty A Jetty B\n"
        "2018/19             3              4\n3                      not built\n"
        "2019/20             5              10\n2                      not built\n"
    )
    _, seen = one(text)
    assert row(seen, "2019/20") == {"Pier A": "5", "Pier B": "10", "Jetty A": "2", "Jetty B": "not built"}


def test_a_dash_for_none_is_not_a_sign_between_label_and_figure() -> None:
    text = "Site Fast Rapid\nQuay Lane S2 4HT 4 -\nSlip Road S2 4LN - 4\nDock Street S3 7AL - 2\nTotal 4 6\n"
    _, seen = one(text)
    assert list(row(seen, "Slip Road S2 4LN").values()) == ["-", "4"]
    assert not [n for n in one(text)[0].notes if "add up" in n]


@pytest.mark.parametrize(
    "text",
    [
        "We received your request on\n14 May 2021 and it would take us\nmore than 18\nhours to answer.",
        "Yes.",
        "105.",
        "Please see the answer to question 1",
        "",
    ],
)
def test_sentences_are_no_table(text: str) -> None:
    assert tables(Reading(text), ()) == ()


def test_tables_of_the_format_are_kept_and_checked() -> None:
    text = "Year Boats Total\n2021 5 6"
    words = [(0, 4), (5, 10), (11, 16), (17, 21), (22, 23), (24, 25)]
    cells = tuple(Cell(i // 3, i % 3, a, b, ref=f"S!{'ABC'[i % 3]}{i // 3 + 1}") for i, (a, b) in enumerate(words))
    (table,) = tables(Reading(text, tables=(Table(0, len(text), cells, notes=("From a scan.",)),)), ())
    assert [c.header for c in table.cells] == [True] * 3 + [False] * 3
    assert table.notes[0] == "From a scan."


def test_a_table_over_two_pages_is_one() -> None:
    text = "Month Boats\nMay 4\nBoard paper, page 2\nJune 5\nTotal 9"

    def cells(lines: list[str]) -> tuple[Cell, ...]:
        made = []
        for r, line in enumerate(lines):
            at = text.index(line)
            for c, word in enumerate(line.split()):
                start = text.index(word, at)
                made.append(Cell(r, c, start, start + len(word)))
        return tuple(made)

    first = Table(0, text.index("\nBoard"), cells(["Month Boats", "May 4"]), page=1)
    second = Table(text.index("June"), len(text), cells(["June 5", "Total 9"]), page=2)
    (table,) = tables(Reading(text, tables=(first, second), pages=(0, text.index("Board"))), ())
    seen = grid(table, text)
    assert list(seen.rows.values()) == ["May", "June", "Total"]
    assert seen.columns[1] == "Boats"
    assert table.notes == ()


@given(
    st.lists(
        st.sampled_from(
            ["Cats 1 2", "Total 3", "a\tb", "| x | 4 |", "2020 2021", "12 13", "", "A = 1", "2019/20 -", "Name:", "-"]
        ),
        max_size=12,
    )
)
def test_any_lines_give_cells_inside_their_table(lines: list[str]) -> None:
    text = "\n".join(lines)
    for table in tables(Reading(text), ()):
        assert all(table.start <= c.start <= c.end <= table.end for c in table.cells)
        assert all("\n" not in text[c.start : c.end] or not c.header for c in table.cells)
        grid(table, text)


def test_real_letters_never_break_it_and_offsets_hold(shared: Path) -> None:
    for path in sorted((shared / "letters").glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for table in tables(Reading(text), ()):
            assert all(0 <= c.start <= c.end <= len(text) for c in table.cells)


def test_a_table_over_three_pages_is_one_table() -> None:
    lines = ["Year\tCount", *(f"20{n}\t{n}" for n in range(10, 19))]
    text = "\n".join(lines)
    pages: list[Table] = []
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    for page, rows in enumerate((range(4), range(4, 7), range(7, 10)), 1):
        cells = []
        for row, n in enumerate(rows):
            label = lines[n].split("\t")[0]
            at = starts[n]
            head = n == 0
            cells.append(Cell(row, 0, at, at + len(label), header=head))
            cells.append(Cell(row, 1, at + len(label) + 1, at + len(lines[n]), header=head))
        pages.append(Table(starts[rows[0]], starts[rows[-1]] + len(lines[rows[-1]]), tuple(cells), page=page))
    found = tables(Reading(text, tables=tuple(pages), pages=(0, starts[4], starts[7])), ())
    assert len(found) == 1
    assert len({cell.row for cell in found[0].cells}) == 10


def test_a_total_that_most_rows_do_not_come_to_is_a_total_of_something_else() -> None:
    rows = "".join(f"Ward {n}\t{n}\t{n * 3}\t{n * 40}\n" for n in range(1, 7))
    assert not one(f"Ward\tCalls\tArrests\tTotal staff\n{rows}")[0].notes


def test_averages_are_not_added_up_and_codes_of_two_letters_are_readable() -> None:
    text = "Ward\tType\tCalls\tAverage cost\nAbbey\tVC\t4\t7.5\nBere\tOJ\t5\t2.5\nCove\tVC\t1\t5.0\nTotal\t\t10\t5.0\n"
    assert not [note for note in one(text)[0].notes if "add up" in note or "unreadable" in note]


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (["Theft from the          45     52", "person"], "Theft from the person"),
        (["Theft from the", "person                  45     52"], "Theft from the person"),
        (
            ["Violence with", "injury against          45     52", "the person"],
            "Violence with injury against the person",
        ),
        (["Possession of Firearms  45     52", "Offences"], "Possession of Firearms Offences"),
        (["Possession of Firearms", "Offences                45     52"], "Possession of Firearms Offences"),
        (["Community support       45     52", "officer (PCSO)"], "Community support officer (PCSO)"),
        (["", "Theft, and all          45     52", "Fraud", ""], "Theft, and all Fraud"),
    ],
)
def test_a_label_on_several_lines_is_one_row_wherever_its_figures_stand(lines: list[str], label: str) -> None:
    head = "Offence               2021   2022"
    text = "\n".join([head, "Burglary               120    131", *lines, "Robbery                 12     15", ""])
    (table,) = tables(Reading(text), ())
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(" ".join(text[cell.start : cell.end].split()))
    said = [" ".join(row) for row in rows.values()]
    assert said == ["Offence 2021 2022", "Burglary 120 131", f"{label} 45 52", "Robbery 12 15"]


def test_clock_times_are_whole_cells() -> None:
    _, seen = one("Lock Road 32 9:48 64 2:37\nMill Basin 12 0:30 40 11:05\nOld Quay 7 1:02 9 1:03\n")
    assert row(seen, "Lock Road") == {"1": "32", "2": "9:48", "3": "64", "4": "2:37"}


def test_years_over_columns_are_their_headings_in_a_line_with_what_the_rows_are() -> None:
    _, seen = one("Moorings let\n\nCustomer 2021 2022 2023\nBrine Ltd 12 14 9\nPilot & Co 3 0 44\nDredgers 1 2 3\n")
    assert list(seen.rows.values()) == ["Brine Ltd", "Pilot & Co", "Dredgers"]
    assert row(seen, "Pilot & Co") == {"2021": "3", "2022": "0", "2023": "44"}


def test_rows_of_years_alone_are_no_headings() -> None:
    _, seen = one("Lock Road 2019 2020\nMill Basin 2021 2022\nOld Quay 2018 2023\n")
    assert seen.columns == {}
    assert len(seen.rows) == 3


def test_counts_in_brackets_behind_names_are_no_negatives() -> None:
    _, seen = one("The worst were:\n- Lock Road (118)\n- Mill Basin (97)\n- Old Quay (60)\n")
    assert [entry.text for entry in seen.body.values()] == ["118", "97", "60"]
    _, seen = one("Income 1,200\nDeficit (300)\nCarried over (20)\n")
    assert [entry.text for entry in seen.body.values()] == ["1,200", "(300)", "(20)"]


def test_rows_between_commas_are_a_table_with_their_headings() -> None:
    _, seen = one("Stall, 2021, 2022\nPies, 2, 11\nEels, -, 5\nTotal, 2, 16\n")
    assert row(seen, "Eels") == {"2021": "-", "2022": "5"}
    assert [seen.rows[r] for r in seen.total_rows] == ["Total"]
    _, seen = one("Put on a list, 131\nSent away at the gate, 84\nBarred, 4\n")
    assert {seen.rows[r]: entry.text for (r, _), entry in seen.body.items()} == {
        "Put on a list": "131",
        "Sent away at the gate": "84",
        "Barred": "4",
    }


def test_months_in_turn_before_their_figures_are_a_table() -> None:
    _, seen = one("Kites lost since the fair opened:\nMarch 2, April 5, May 14,\nJune 1. Total 22.\n")
    assert {seen.rows[r]: e.text for (r, _), e in seen.body.items()} == {
        "March": "2",
        "April": "5",
        "May": "14",
        "June": "1",
        "Total": "22",
    }
    _, seen = one("By month: Nov. 40; Dec. 1,061; Jan. 9\n")
    assert [entry.text for entry in seen.body.values()] == ["40", "1,061", "9"]


@pytest.mark.parametrize(
    "said", ["We met on March 2, April 5, May 14 and June 1.", "We met on March 2, April 5. Total 7."]
)
def test_days_of_months_are_no_figures(said: str) -> None:
    assert tables(Reading(said), ()) == ()


def test_a_heading_over_lines_has_no_address_of_a_page_and_is_not_cut_behind_a_small_word() -> None:
    table, seen = one(
        "Fares are kept by the pier at www.pier.example for all\n"
        "Number of tickets for Number of passes or cards\nferries sold by HQ\n01/04/20 - 31/03/21 20 20\n"
        "01/04/21 - 31/03/22 48 2\n"
    )
    assert seen.columns == {
        1: "Number of tickets for ferries sold by HQ",
        2: "Number of passes or cards ferries sold by HQ",
    }
    assert table.caption is None and "inferred" in table.notes[0]


def test_a_table_that_begins_in_one_part_of_an_answer_and_goes_on_in_the_next_keeps_its_headings() -> None:
    text = "Pier\t2021\t2022\nUpper\t4\t5\nLower\t6\t7\n"
    parts = [
        Section("s1", "question", 0, 0, None, (), "1", None, None, ()),
        Section("s2", "answer", 0, 15, None, (), "1", "s1", "referred", ()),
        Section("s3", "answer", 15, len(text), None, (), "1", "s1", "disclosed", ()),
    ]
    (table,) = tables(Reading(text.replace("\t", " ")), parts)
    assert row(grid(table, text.replace("\t", " ")), "Lower") == {"2021": "6", "2022": "7"}


def test_a_heading_that_wraps_goes_on_under_its_own_column() -> None:
    _, seen = one(
        "Answer\n\n"
        "                    Moorings     Of which with\n"
        "                                 a crane\n"
        "Upper Lock             61              9\n"
        "Mill Reach            118             77\n"
    )
    assert row(seen, "Upper Lock") == {"Moorings": "61", "Of which with a crane": "9"}


def test_a_row_whose_figures_are_all_hidden_is_a_row() -> None:
    _, seen = one(
        "                 On the quay    Afloat\n"
        "Rowing boats         40           31\n"
        "Houseboats            c            c\n"
        "Tugs / barges        66           38\n"
    )
    assert row(seen, "Houseboats") == {"On the quay": "c", "Afloat": "c"}
    assert row(seen, "Tugs / barges") == {"On the quay": "66", "Afloat": "38"}


def test_a_column_of_ranks_names_rows_with_the_next_one() -> None:
    _, seen = one(
        "| Place | Quay | Boats |\n|---|---|---|\n"
        "| 1 | Upper Lock | 90 |\n| 2 | Mill Reach | 71 |\n| 3 | Old Quay | 12 |\n"
    )
    assert row(seen, "2 Mill Reach") == {"Boats": "71"}
    _, figures = one("| Boats | Quay | Cranes |\n|---|---|---|\n| 3 | Upper Lock | 9 |\n| 8 | Mill Reach | 7 |\n")
    assert figures.labels == ()


def test_each_table_of_markdown_has_headings_of_its_own() -> None:
    text = "| Pier | Cars |\n|---|---|\n| Upper | 41 |\n\n| Lock | Boats | Barges |\n|:--|--:|--:|\n| Quay | 3 | 9 |\n"
    above, below = tables(Reading(text), ())
    assert grid(above, text).columns == {0: "Pier", 1: "Cars"}
    assert grid(below, text).columns == {0: "Lock", 1: "Boats", 2: "Barges"}


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Table 2. Piers, at 30 June 2023", "Table 2. Piers, at 30 June 2023"),
        ("As at 30 June 2023", None),
        ("Item 2", None),
    ],
)
def test_a_caption_may_end_in_a_year_and_is_no_date_or_number_alone(line: str, caption: str | None) -> None:
    text = f"{line}\n\nPier      Cars     Boats\nUpper       41         3\nQuay        17         9\n"
    (table,) = tables(Reading(text), ())
    assert table.caption == caption


def test_a_header_cell_that_opens_a_row_names_the_row() -> None:
    page = (
        "<table><tr><th rowspan=2>Pier</th><th colspan=2>2022</th></tr><tr><th>Cars</th><th>Boats</th></tr>"
        "<tr><th>Upper Lock</th><td>41</td><td>3</td></tr><tr><th>Quay</th><td>17</td><td>9</td></tr></table>"
    )
    reading = partition(Source("/a.html", page.encode(), "a.html"))
    (table,) = tables(reading, ())
    seen = grid(table, reading.text)
    assert list(seen.rows.values()) == ["Upper Lock", "Quay"]
    assert seen.columns == {0: "Pier", 1: "2022 Cars", 2: "2022 Boats"}
