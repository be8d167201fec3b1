"""Builds the sample disclosures that no text editor can write: `python -m eval.samples` (needs the `test` extra).

The bytes are the same on every machine and at every time: nothing is compressed (a new zlib would change it),
every date inside a file is `WRITTEN`, and the members of a ZIP container keep one fixed order and time. The
authorities, people and figures are invented; so are the mistakes, which eval/questions/README.md lists.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from fpdf import FPDF
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

SAMPLES = Path(__file__).resolve().parents[1] / "corpus" / "samples"
WRITTEN = datetime(2024, 9, 2, 9, 0, tzinfo=UTC)

Row = tuple[str, ...]


def leisure_centres() -> bytes:
    """A DOCX letter: letterhead and page number in header and footer, a table with merged header cells."""
    letter = _blank_docx()
    letter.core_properties.title = "FOI/49920 response"
    letter.core_properties.author = "Port Ravensby City Council"
    letter.sections[0].header.paragraphs[0].text = "PORT RAVENSBY CITY COUNCIL\tDemocratic and Legal Services"
    footer = letter.sections[0].footer.paragraphs[0]
    footer.text = "Exchange Street, Port Ravensby - FOI/49920"
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER

    for line in ("22 August 2024", "Our reference: FOI/49920", "Dear Ms Sallowfield", LEISURE_OPENING):
        letter.add_paragraph(line)
    letter.add_heading("Response", level=2)
    _bold(letter, "1. How many visits were made to each leisure centre in 2022/23 and 2023/24, by adults and juniors?")
    grid = letter.add_table(rows=2 + len(LEISURE_VISITS), cols=5, style="Table Grid")
    grid.cell(0, 0).merge(grid.cell(1, 0)).text = "Centre"
    grid.cell(0, 1).merge(grid.cell(0, 2)).text = "2022/23"
    grid.cell(0, 3).merge(grid.cell(0, 4)).text = "2023/24"
    for column, heading in enumerate(("Adults", "Juniors", "Adults", "Juniors"), start=1):
        grid.cell(1, column).text = heading
    for at, row in enumerate(LEISURE_VISITS, start=2):
        for column, value in enumerate(row):
            grid.cell(at, column).text = value
    for question, replies in LEISURE_ANSWERS:
        _bold(letter, question)
        for reply in replies:
            letter.add_paragraph(reply)
    letter.add_heading("If you are not satisfied", level=2)
    for line in LEISURE_CLOSING:
        letter.add_paragraph(line)
    out = io.BytesIO()
    letter.save(out)
    return _fixed_zip(out.getvalue())


def emergency_waits() -> bytes:
    """A PDF letter whose ruled table runs over a page break, some of its cells blank."""
    pdf = _Letter("Tarrick NHS Foundation Trust", "Trust Offices, Royal Tarrick Infirmary", "T/24/671")
    for line in WAITS_OPENING:
        pdf.paragraph(line)
    pdf.paragraph(WAITS_QUESTIONS[0], bold=True)
    pdf.ruled(WAITS_HEADING, WAITS_MONTHS, widths=(40, 34, 34, 34, 40))
    for question, reply in zip(WAITS_QUESTIONS[1:], WAITS_REPLIES, strict=True):
        pdf.paragraph(question, bold=True)
        for line in reply:
            pdf.paragraph(line)
    for line in WAITS_CLOSING:
        pdf.paragraph(line)
    return pdf.bytes()


def fly_tipping() -> bytes:
    """A PDF letter with a table set by alignment alone: no rules, blank cells, a printed total."""
    pdf = _Letter("Northmarsh Borough Council", "Civic Centre, Tollgate Road, Northmarsh", "EIR-20577")
    for line in TIPPING_OPENING:
        pdf.paragraph(line)
    pdf.paragraph("1. Reports of fly-tipping by ward, 2021/22 to 2023/24", bold=True)
    pdf.aligned(TIPPING_HEADING, TIPPING_WARDS, widths=(60, 30, 30, 30))
    for line, bold in TIPPING_REST:
        pdf.paragraph(line, bold=bold)
    return pdf.bytes()


def agency_spend() -> bytes:
    """An XLSX attachment: two sheets of data and one of notes, a merged header, `<5`, a wrong total."""
    book = Workbook()
    months = book.worksheets[0]
    months.title = "Spend by month"
    months.append(["Tarrick NHS Foundation Trust: agency nursing spend, 2023/24 (T/24/562)"])
    months.append([])
    months.append(["Month", "Royal Tarrick Infirmary", None, "Fellside Hospital", None, "Both sites (£)"])
    months.append([None, "Nights (£)", "Days (£)", "Nights (£)", "Days (£)", None])
    for month, *values in AGENCY_MONTHS:
        months.append([month, *values])
    _style(months, merged=("A1:F1", "A3:A4", "B3:C3", "D3:E3", "F3:F4"), bold=(1, 3, 4, 17))

    shifts = book.create_sheet("Shifts by department")
    shifts.append(["Department", "Registered nurse shifts", "Healthcare assistant shifts"])
    for row in AGENCY_SHIFTS:
        shifts.append(list(row))
    _style(shifts, merged=(), bold=(1,))

    notes = book.create_sheet("Notes")
    for line in AGENCY_NOTES:
        notes.append([line])
    book.properties.creator = "Tarrick NHS Foundation Trust"
    book.properties.created = WRITTEN.replace(tzinfo=None)
    out = io.BytesIO()
    book.save(out)
    return _fixed_zip(out.getvalue())


FILES: dict[str, Callable[[], bytes]] = {
    "port-ravensby-leisure-centres.docx": leisure_centres,
    "tarrick-emergency-waits.pdf": emergency_waits,
    "northmarsh-fly-tipping.pdf": fly_tipping,
    "tarrick-agency-spend.xlsx": agency_spend,
}


class _Letter(FPDF):  # type: ignore[misc]  # fpdf2 has no stubs
    """An A4 letter with a letterhead and a page number on every page, in a font that every reader has."""

    def __init__(self, authority: str, address: str, reference: str) -> None:
        super().__init__(format="A4")
        self.authority, self.address, self.reference = authority, address, reference
        self.set_compression(False)
        self.set_creation_date(WRITTEN)
        self.set_title(f"{authority} {reference}")
        self.set_margin(20)
        self.set_auto_page_break(True, margin=25)
        self.add_page()

    def header(self) -> None:
        self.set_font("Helvetica", "B", 14)
        self.cell(0, 7, self.authority, new_x="LMARGIN", new_y="NEXT")
        self.set_font("Helvetica", "", 8)
        self.cell(0, 5, self.address, new_x="LMARGIN", new_y="NEXT")
        self.ln(6)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", "", 8)
        self.cell(0, 5, f"{self.reference}   Page {self.page_no()} of {{nb}}", align="C")

    def paragraph(self, text: str, bold: bool = False) -> None:
        self.set_font("Helvetica", "B" if bold else "", 10.5)
        self.multi_cell(0, 5.2, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(2)

    def ruled(self, heading: Row, rows: Sequence[Row], widths: Sequence[float]) -> None:
        """A table with lines round every cell; the heading is printed once, so page two starts with figures."""
        for row in (heading, *rows):
            self.set_font("Helvetica", "B" if row is heading or row[0].startswith("Total") else "", 9.5)
            for value, width in zip(row, widths, strict=True):
                self.cell(width, 7.5, value, border=1, align="L" if value == row[0] else "R")
            self.ln()
        self.ln(3)

    def aligned(self, heading: Row, rows: Sequence[Row], widths: Sequence[float]) -> None:
        """The same without lines."""
        for row in (heading, *rows):
            self.set_font("Helvetica", "B" if row is heading else "", 9.5)
            for value, width in zip(row, widths, strict=True):
                self.cell(width, 5.5, value, align="L" if value == row[0] else "R")
            self.ln()
        self.ln(3)

    def bytes(self) -> bytes:
        return bytes(self.output())


def _blank_docx() -> DocxDocument:
    """The default template without what makes it 40 times as big as the letter: spare parts and table styles."""
    letter = Document()
    for relations in (letter.part.rels, letter.part.package.rels):
        for name in [
            n for n, r in relations.items() if r.reltype.endswith(("stylesWithEffects", "thumbnail", "customXml"))
        ]:
            del relations[name]
    for style in list(letter.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    return letter


def _bold(letter: DocxDocument, text: str) -> None:
    letter.add_paragraph().add_run(text).bold = True


def _style(sheet: Worksheet, merged: Sequence[str], bold: Sequence[int]) -> None:
    for area in merged:
        sheet.merge_cells(area)
        sheet[area.split(":")[0]].alignment = Alignment(horizontal="center", vertical="center")
    for row in bold:
        for cell in sheet[row]:
            cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = 34


def _fixed_zip(data: bytes) -> bytes:
    """The same ZIP container with its members sorted, uncompressed and dated `WRITTEN`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            body = old.read(name)
            if name == "docProps/core.xml":  # the libraries write the present time here, whatever they are told
                stamp = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, body)
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.create_system = 0
            new.writestr(entry, body)
    return out.getvalue()


LEISURE_OPENING = (
    "Freedom of Information Act 2000: I refer to your request of 25 July 2024 about the city's leisure centres. "
    "The Council holds the information and most of it is given here."
)
LEISURE_VISITS: tuple[Row, ...] = (
    ("Rope Lane Baths", "61,204", "38,915", "64,880", "41,002"),
    ("Minster Sports Hall", "22,310", "9,876", "20,145", "10,333"),
    ("Quayside Gym", "48,770", "-", "53,412", "-"),
    ("Total", "132,284", "48,791", "138,437", "51,335"),
)
LEISURE_ANSWERS = (
    (
        "2. Which company runs the leisure centres, and when does its contract end?",
        ("Brightwater Leisure CIC. The contract ends on 31 March 2029.",),
    ),
    (
        "3. What management fee does the Council pay to the company, and what share of the profit does it receive?",
        (
            "I have decided not to disclose the fee or the share. They are exempt under section 43(2) of the Freedom "
            "of Information Act 2000, since disclosure would be likely to prejudice the commercial interests of both "
            "the company and the Council.",
            "The company is bidding at present to run centres for two other councils. Its rivals would learn how it "
            "prices risk, and the Council would find it harder to get good terms when it next goes to market.",
            "There is a public interest in knowing what a public service costs. It is met in part by the Council's "
            "published accounts, which show spending on leisure as a whole. I find that the public interest in "
            "keeping the exemption outweighs that in disclosure until the contract is next let.",
        ),
    ),
    ("4. How many jobs were lost when the Coal Wharf pool closed?", ("0",)),
    (
        "5. How many people hold a concessionary pass?",
        ("9,418 on 1 July 2024. See also the answer to question 1: visits made with a pass are counted there.",),
    ),
)
LEISURE_CLOSING = (
    "You may ask for an internal review within 40 working days of this letter. If you remain dissatisfied you may "
    "then complain to the Information Commissioner.",
    "Yours sincerely",
    "A. Farthingale",
    "Solicitor to the Council",
)

WAITS_OPENING = (
    "30 August 2024",
    "Our ref: T/24/671",
    "Dear Requester,",
    "Freedom of Information request: emergency department waits",
    "Thank you for your request, which was received on 2 August 2024. It was for the information in the five "
    "questions that are printed below with the answer to each.",
    "The figures are drawn from the Trust's emergency care data set as it stood on 12 August 2024. They cover the "
    "department at the Royal Tarrick Infirmary and not the minor injuries unit at Fellside, which is run by another "
    "body. People who came back within the same day are counted each time. The system that notes when a person "
    "leaves before being seen failed for some weeks in each of two summers: a blank cell means that no figure was "
    "recorded for the month, not that the figure was nought.",
)
WAITS_QUESTIONS = (
    "Q1. For each month from April 2022 to March 2024, how many people came to the emergency department, how many "
    "waited more than four hours and more than twelve hours, and how many left before they were seen?",
    "Q2. What was the longest wait in the emergency department in 2023/24?",
    "Q3. How many people died in the department while waiting for a bed in 2023/24?",
    "Q4. How many patients were treated in a corridor?",
    "Q5. What did the Trust pay in compensation for delays in the department?",
)
WAITS_REPLIES = (
    ("61 hours and 14 minutes, in January 2024.",),
    (
        "The number is small. To give it would allow families and others to know the circumstances of a particular "
        "death. The figure is withheld under section 38(1)(a) of the Freedom of Information Act 2000, as its "
        "disclosure would be likely to endanger the mental health of the relatives, two of whom have told the "
        "Trust how earlier press reports affected them.",
        "In favour of disclosure, the safety of emergency care is a matter of great public concern. Against it, each "
        "death is examined by the coroner in open court, so that scrutiny does not depend on this reply. The "
        "balance of the public interest lies in withholding the number.",
    ),
    ("This is not recorded, so the information is not held.",),
    (
        "The payments made by the Trust's insurer are published each year by the insurer and are exempt under "
        "section 21 of the Act, being reasonably accessible to you: https://claims.tarrick.example/annual-report",
    ),
)
WAITS_CLOSING = (
    "If you are not content with this response you may ask for an internal review by writing to the Trust Secretary "
    "within 40 working days, and then complain to the Information Commissioner.",
    "Yours sincerely",
    "Freedom of Information Officer",
)
WAITS_HEADING: Row = ("Month", "Attendances", "Over 4 hours", "Over 12 hours", "Left before seen")
WAITS_MONTHS: tuple[Row, ...] = (
    ("April 2022", "8,104", "2,011", "96", "402"),
    ("May 2022", "8,560", "2,214", "88", "417"),
    ("June 2022", "8,377", "2,305", "131", "455"),
    ("July 2022", "8,493", "2,560", "170", ""),
    ("August 2022", "8,012", "2,198", "121", ""),
    ("September 2022", "8,240", "2,477", "158", ""),
    ("October 2022", "8,611", "2,930", "244", "560"),
    ("November 2022", "8,529", "2,871", "251", "538"),
    ("December 2022", "8,902", "3,640", "417", "711"),
    ("January 2023", "8,188", "3,022", "389", "544"),
    ("February 2023", "7,655", "2,410", "260", "431"),
    ("March 2023", "8,420", "2,795", "302", "502"),
    ("April 2023", "8,209", "2,366", "188", "440"),
    ("May 2023", "8,733", "2,401", "140", "452"),
    ("June 2023", "8,690", "2,588", "166", "497"),
    ("July 2023", "8,475", "2,390", "149", "463"),
    ("August 2023", "8,119", "2,204", "117", ""),
    ("September 2023", "8,466", "2,717", "205", "519"),
    ("October 2023", "8,840", "3,108", "290", "603"),
    ("November 2023", "8,705", "3,011", "318", "577"),
    ("December 2023", "8,966", "3,512", "402", "688"),
    ("January 2024", "8,801", "3,690", "511", "702"),
    ("February 2024", "8,254", "3,020", "366", "541"),
    ("March 2024", "8,777", "3,154", "349", "566"),
    ("Total", "203,126", "65,594", "5,828", "10,608"),
)

TIPPING_OPENING = (
    "14 June 2024",
    "Our reference: EIR-20577",
    "Dear requester,",
    "Your request about fly-tipping reached the Council on 17 May 2024 and has been handled under the Environmental "
    "Information Regulations 2004.",
)
TIPPING_HEADING: Row = ("Ward", "2021/22", "2022/23", "2023/24")
TIPPING_WARDS: tuple[Row, ...] = (
    ("Abbey", "214", "260", "301"),
    ("Brickfields", "877", "912", "1,040"),
    ("Castle and Moat", "96", "", "88"),
    ("Dyke End", "31", "27", "-"),
    ("Four Gates", "402", "388", "415"),
    ("Merrow Green", "150", "171", "190"),
    ("Old Tannery", "533", "610", "702"),
    ("Saltings", "", "", "64"),
    ("Whinmoor", "268", "240", "233"),
    ("Borough", "2,571", "2,608", "3,033"),
)
TIPPING_REST = (
    (
        "Saltings became a ward in May 2023. The blank for Castle and Moat is an error that we cannot now correct.",
        False,
    ),
    ("2. How many fixed penalty notices were issued for fly-tipping in 2023/24?", True),
    ("47", False),
    ("3. How many cases led to a conviction in 2023/24?", True),
    ("2", False),
    ("4. At which places are cameras hidden to catch those who fly-tip?", True),
    (
        "This is refused under regulation 12(5)(b) of the Regulations (the course of justice). To give away where "
        "cameras stand would adversely affect the Council's ability to conduct an inquiry of a criminal nature, for "
        "waste would merely be left elsewhere. The Council has had regard to the presumption in favour of "
        "disclosure and to the wish of residents to know that something is being done, and concludes that the "
        "public interest in catching offenders is greater.",
        False,
    ),
    ("5. What did it cost to clear fly-tipped waste in 2023/24?", True),
    ("£318,450", False),
    ("You may ask the Council to reconsider under regulation 11 within 40 working days.", False),
    ("Information Governance, Northmarsh Borough Council", False),
)

AGENCY_MONTHS: tuple[tuple[str | int, ...], ...] = (
    ("April 2023", 84210, 51340, 30115, 12080, 177745),
    ("May 2023", 90455, 48990, 28760, 13305, 181510),
    ("June 2023", 79980, 47215, 31040, 11890, 170125),
    ("July 2023", 88120, 50660, 35275, 14410, 188465),
    ("August 2023", 101330, 62045, 38900, 15020, 217295),
    ("September 2023", 92760, 55180, 33415, 12735, 194090),
    ("October 2023", 95015, 57320, 34850, 13960, 201145),
    ("November 2023", 97640, 58875, 36120, 14225, 206860),
    ("December 2023", 128905, 77410, 49330, 20115, 275760),
    ("January 2024", 119470, 73985, 46010, 18840, 258305),
    ("February 2024", 98225, 60130, 37745, 15360, 211460),
    ("March 2024", 86990, 52405, 32180, 12975, 184550),
    ("Total", 1163100, 695555, 433740, 174915, 2476310),
)
AGENCY_SHIFTS: tuple[tuple[str | int, ...], ...] = (
    ("Emergency department", 1904, 611),
    ("Acute medicine", 2377, 1820),
    ("Maternity", 142, "<5"),
    ("Paediatrics", 98, "<5"),
    ("Theatres", 655, 40),
    ("Critical care", 1016, 0),
    ("Outpatients", "<5", 12),
)
AGENCY_NOTES = (
    "Notes",
    "1. Figures are taken from invoices received by 30 June 2024 and include commission and VAT.",
    "2. A number of shifts from one to four is shown as <5 so that no member of staff can be identified.",
    "3. Critical care does not use agency healthcare assistants.",
    "4. Midwives are counted as registered nurses.",
)


def main() -> int:
    """Writes every file of `FILES` into corpus/samples."""
    for name, build in FILES.items():
        (SAMPLES / name).write_bytes(build())
        print(f"wrote corpus/samples/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
