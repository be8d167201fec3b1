"""`indexer.readers.pdf*`: reading order, tables, pages, furniture, what is refused."""

from __future__ import annotations

import time

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission
from PIL import Image

from corpus.document import Source, UnreadableDocument
from indexer.partition import partition
from indexer.reading import Category, Reading
from indexer.tables import tables


class Letter(FPDF):
    """Pages with a letterhead and a numbered foot."""

    def header(self) -> None:
        self.set_font("Helvetica", "B", 11)
        self.cell(0, 8, "Saltmoor Constabulary", new_x="LMARGIN", new_y="NEXT")
        self.ln(3)
        self.set_font("Helvetica", "", 11)

    def footer(self) -> None:
        self.set_y(-15)
        self.cell(0, 8, f"Page {self.page_no()} of {{nb}}", align="C")


def started(kind: type[FPDF] = FPDF) -> FPDF:
    pdf = kind()
    pdf.set_font("Helvetica", "", 11)
    pdf.add_page()
    return pdf


def read(pdf: FPDF) -> Reading:
    return partition(Source("/a/letter.pdf", bytes(pdf.output()), "letter.pdf"))


def shown(reading: Reading, *categories: Category) -> list[str]:
    return [reading.text[e.start : e.end] for e in reading.elements if not categories or e.category in categories]


def grid(reading: Reading, number: int = 0) -> list[list[str]]:
    table = reading.tables[number]
    return [line.split("\t") for line in reading.text[table.start : table.end].split("\n")]


def write(pdf: FPDF, *paragraphs: str) -> None:
    for paragraph in paragraphs:
        pdf.multi_cell(0, 5, paragraph, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(5)


def test_paragraphs_lines_and_one_character_answers() -> None:
    pdf = started()
    write(
        pdf, "Our reference: 12/22\nDate: 3 May 2022", "1. How many orders were breached?", "4", "2. And interim?", "0"
    )
    reading = read(pdf)
    assert shown(reading) == [
        "Our reference: 12/22\nDate: 3 May 2022",
        "1. How many orders were breached?",
        "4",
        "2. And interim?",
        "0",
    ]
    assert reading.pages == (0,) and {e.page for e in reading.elements} == {1}


def test_letterheads_and_page_numbers_are_furniture_and_pages_start_where_they_do() -> None:
    pdf = started(Letter)
    for text in ("We hold the first.", "We hold the second.", "We hold the third."):
        write(pdf, text)
        if "third" not in text:
            pdf.add_page()
    reading = read(pdf)
    assert shown(reading, "header") == ["Saltmoor Constabulary"] * 3
    assert shown(reading, "footer") == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert shown(reading, "narrative", "title", "text") == [f"We hold the {n}." for n in ("first", "second", "third")]
    assert [reading.text[at:].split("\n")[0] for at in reading.pages] == ["Saltmoor Constabulary"] * 3
    assert reading.page_at(reading.text.index("second")) == 2


def test_a_heading_with_another_number_on_each_page_is_no_furniture() -> None:
    pdf = started()
    for number, answer in ((4, "Yes, it is held."), (7, "No, it is not.")):
        write(pdf, f"Question {number}", answer)
        if number == 4:
            pdf.add_page()
    assert not shown(read(pdf), "header", "footer")


def test_two_columns_are_read_one_after_the_other() -> None:
    pdf = started()
    write(pdf, "A title that runs over both of the columns of this page and is long enough to cross the gap between")
    top = pdf.get_y()
    left = "The left column has a number of lines of ordinary prose that are to be read first of all. " * 5
    right = "The right column has other lines of prose that are to be read only when the left is done. " * 5
    pdf.set_xy(10, top)
    pdf.multi_cell(88, 4.6, left)
    pdf.set_xy(106, top + 1.3)
    pdf.multi_cell(88, 4.6, right)
    text = " ".join(read(pdf).text.split())
    assert left.strip() in text and right.strip() in text
    assert text.index("A title") < text.index("The left") < text.index("The right")


def test_two_addresses_side_by_side_are_read_one_after_the_other() -> None:
    ours = ["Information Governance", "Wexcombe House", "High Road", "Wexcombe WX1 1AA", "Tel: 01234 567890"]
    theirs = ["Mr A Requester", "1 Any Street", "Anytown", "AN1 1AA"]
    pdf = started()
    for x, lines in ((15, theirs), (120, ours)):
        for at, line in enumerate(lines):
            pdf.text(x, 20 + 5 * at, line)
    pdf.set_y(60)
    write(pdf, "Dear Mr Requester", "Thank you for your request, which we received on 1 April and have now considered.")
    reading = read(pdf)
    assert not reading.tables
    assert " ".join(reading.text.split()).startswith(" ".join([*theirs, *ours, "Dear Mr Requester"]))


RULED = [
    ("Offence", "2019", "2020", "Total"),
    ("Stalking", "5", "", "5"),
    ("Harassment with a name so long that it wraps over lines of its cell", "1,055", "-", "1,055"),
]


def test_ruled_table_keeps_blank_cells_and_joins_wrapped_ones() -> None:
    pdf = started()
    write(pdf, "2. Please give the offences by year.")
    with pdf.table(width=140) as table:
        for values in RULED:
            row = table.row()
            for value in values:
                row.cell(value)
    pdf.ln(6)
    write(pdf, "The total is what was printed.")
    reading = read(pdf)
    assert grid(reading) == [list(row) for row in RULED]
    blank = [c for c in reading.tables[0].cells if c.start == c.end]
    assert [(c.row, c.column) for c in blank] == [(1, 2)]
    assert reading.tables[0].page == 1
    assert shown(reading)[0].startswith("2. Please") and shown(reading)[-1] == "The total is what was printed."


def test_ruled_table_with_merged_header_cells() -> None:
    pdf = started()
    with pdf.table(width=120, num_heading_rows=2) as table:
        head = table.row()
        head.cell("Year", rowspan=2)
        head.cell("Orders", colspan=2)
        below = table.row()
        below.cell("Full")
        below.cell("Interim")
        for values in (("2019", "5", "6"), ("2020", "", "7")):
            row = table.row()
            for value in values:
                row.cell(value)
    (found,) = read(pdf).tables
    spans = {(c.row, c.column): (c.row_span, c.column_span) for c in found.cells}
    assert spans[0, 0] == (2, 1) and spans[0, 1] == (1, 2) and (0, 2) not in spans and (1, 0) not in spans


def test_aligned_table_keeps_blank_cells() -> None:
    rows = [["Year", "Calls", "Arrests"], ["2019", "100", "5"], ["2020", "", "7"], ["2021", "1,200", "-"]]
    pdf = started()
    write(pdf, "3. What about a table without rules?")
    for row in rows:
        for x, value in zip((20, 80, 120), row, strict=True):
            pdf.set_x(x)
            pdf.cell(30, 6, value)
        pdf.ln(6)
    pdf.ln(6)
    write(pdf, "And after it the letter goes on with another sentence that fills the line.")
    reading = read(pdf)
    assert grid(reading) == rows
    assert shown(reading)[-1].startswith("And after it")


def test_dots_that_lead_to_a_figure_are_left_out() -> None:
    pdf = started()
    write(pdf, "Contents.......................................3")
    assert read(pdf).text == "Contents 3"


def test_text_printed_twice_to_look_bold_is_read_once() -> None:
    pdf = started()
    for shift in (0, 0.15):
        pdf.text(20 + shift, 30, "Refusal notice")
    assert read(pdf).text == "Refusal notice"


@pytest.mark.parametrize("angle", [90, 180, 270])
@pytest.mark.parametrize("declared", [0, 90])
def test_text_turned_on_its_page_is_read_the_way_it_runs(angle: int, declared: int) -> None:
    pdf = started()
    with pdf.rotation(angle, 100, 150):
        for at, line in enumerate(("1. How many were breached?", "4 of them", "2. And of the interim ones?")):
            pdf.text(60, 120 + 15 * at, line)
    pdf.text(10, 10, "DRAFT")
    data = bytes(pdf.output()).replace(b"/Type /Page\n", b"/Type /Page\n/Rotate %d\n" % declared)
    reading = partition(Source("a.pdf", data, "a.pdf"))
    assert shown(reading)[:3] == ["1. How many were breached?", "4 of them", "2. And of the interim ones?"]
    assert "DRAFT" in reading.text


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is installed, no Tesseract."""
    monkeypatch.setattr("indexer.readers.ocr.missing", lambda: "install Tesseract and `pip install 'foi-search[ocr]'`")


@pytest.mark.usefixtures("without_ocr")
def test_a_scan_says_what_to_install() -> None:
    pdf = started()
    pdf.image(Image.new("L", (600, 800), 200), 0, 0, 200)
    with pytest.raises(UnreadableDocument, match=r"/a/letter\.pdf has no text layer.*foi-search\[ocr\]"):
        read(pdf)


@pytest.mark.usefixtures("without_ocr")
def test_one_scanned_page_among_others_is_noted() -> None:
    pdf = started()
    write(pdf, "The first page is text.")
    pdf.add_page()
    pdf.image(Image.new("L", (600, 800), 200), 0, 0, 200)
    reading = read(pdf)
    assert reading.notes == ("page 2 has no text layer (a scanned page?) and was not read",)
    assert len(reading.pages) == 2


def test_encrypted() -> None:
    pdf = started()
    write(pdf, "Secret")
    pdf.set_encryption(owner_password="owner", user_password="user", permissions=AccessPermission.none())
    with pytest.raises(UnreadableDocument, match="encrypted with a password"):
        read(pdf)


def test_owner_password_alone_does_not_hinder_reading() -> None:
    pdf = started()
    write(pdf, "Not so secret")
    pdf.set_encryption(owner_password="owner", permissions=AccessPermission.none())
    assert read(pdf).text == "Not so secret"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", b"%PDF-1.4\n" + bytes(range(256)) * 9]
)
def test_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="damaged PDF"):
        partition(Source("a.pdf", data, "a.pdf"))


def test_blank_pages_say_so() -> None:
    with pytest.raises(UnreadableDocument, match="its one page is blank"):
        read(started())


def test_attached_file_is_a_child() -> None:
    pdf = started()
    write(pdf, "See the attached figures.")
    pdf.embed_file(bytes=b"Year,Count\n2020,5\n", basename="figures.csv")
    (child,) = read(pdf).children
    assert (child.uri, child.data, child.parent) == (
        "/a/letter.pdf#figures.csv",
        b"Year,Count\n2020,5\n",
        "/a/letter.pdf",
    )


def test_text_typed_upon_a_page_is_text_and_notes_pinned_to_it_are_footers() -> None:
    pdf = started()
    write(pdf, "1. How many orders were breached?")
    pdf.free_text_annotation("Withheld under s40(2)", x=20, y=60, w=80, h=10)
    pdf.text_annotation(20, 100, "Check this with Legal", title="A Clerk")
    reading = read(pdf)
    assert "Withheld under s40(2)" in shown(reading, "narrative", "title", "text")
    assert shown(reading, "footer") == ["[Comment by A Clerk] Check this with Legal"]


def unruled(rows: list[list[str]], per_page: int) -> Reading:
    """Rows of a table without rules, so many a page, each page with its letterhead and foot."""
    pdf = started(Letter)
    for number, row in enumerate(rows):
        if number and number % per_page == 0:
            pdf.add_page()
        for text in row:
            pdf.cell(40, 6, text)
        pdf.ln(6)
    pdf.ln(10)
    write(pdf, "We hope that this is of help to you.")
    return read(pdf)


def test_one_row_over_the_page_is_still_of_the_table() -> None:
    rows = [["Ward", "2021", "2022"], *([f"Ward {n}", f"{n * 11:,}", f"{n * 130:,}"] for n in range(1, 9))]
    reading = unruled([*rows, ["Total", "396", ""]], len(rows))
    assert [grid(reading, 0), grid(reading, 1)] == [rows, [["Total", "396", ""]]]
    assert reading.tables[1].page == 2
    assert "We hope that this is of help" in shown(reading, "narrative")[-1]


def test_a_column_that_is_blank_on_the_second_page_is_kept() -> None:
    rows = [["Ward", "2021", "2022"], *([f"Ward {n}", f"{n * 11:,}", f"{n * 130:,}"] for n in range(1, 9))]
    rest = [[f"Ward {n}", "", f"{n * 7}"] for n in range(9, 14)]
    reading = unruled([*rows, *rest], len(rows))
    assert [row for number in range(len(reading.tables)) for row in grid(reading, number)] == [*rows, *rest]
    joined = tables(reading, ())
    assert len(joined) == 1 and max(cell.row for cell in joined[0].cells) == 13


def test_prose_at_the_top_of_the_next_page_is_no_row_of_the_table_before() -> None:
    rows = [["Ward", "2021", "2022"], *([f"Ward {n}", f"{n * 11:,}", f"{n * 130:,}"] for n in range(1, 9))]
    reading = unruled(rows, len(rows))
    assert len(reading.tables) == 1


def test_pages_of_tables_are_read_at_speed() -> None:
    """At least 5 pages a second here, where other work may run beside it; `python -m eval.reading` measures."""
    pdf = FPDF()
    pdf.set_font("Helvetica", "", 8)
    for _ in range(10):
        pdf.add_page()
        for row in range(40):
            for column in range(7):
                pdf.cell(26, 6, f"Ward {row}" if column == 0 else f"{row * column:,}", border=1)
            pdf.ln(6)
    data = bytes(pdf.output())
    start = time.process_time()
    reading = partition(Source("a.pdf", data, "a.pdf"))
    assert 10 / (time.process_time() - start) > 5
    assert len(reading.tables) == 10 and len(reading.tables[0].cells) == 280
