"""Tables that set each question beside its answer, in every form in which letters bring them."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Sequence

import docx
import pytest
from fpdf import FPDF

from corpus.document import Source
from indexer.partition import partition
from indexer.passage import passages
from indexer.reading import Reading
from indexer.section import Section, section
from indexer.tables import tables

HEAD = ("Question", "Response")
ROWS = (
    ("1. How many fires did your service attend in 2023/24?", "412"),
    (
        "2. How many of those were in high-rise blocks, and what was the average response time?",
        "17. The average response time was 8 minutes 12 seconds.",
    ),
    (
        "3. Please provide a copy of your evacuation policy.",
        "This information is exempt under section 31(1)(a) of the Freedom of Information Act 2000 as disclosure would "
        "be likely to prejudice the prevention of crime.",
    ),
    ("4. How much was spent on foam?", "We do not hold this information."),
)
BEFORE = (
    "Brackendale Fire and Rescue Service",
    "Our reference: FOI 2231/24",
    "14 May 2024",
    "Dear Mr Ellery",
    "Thank you for your request for information received on 18 April 2024.",
)
AFTER = (
    "If you are dissatisfied with this response you may ask for an internal review within 40 working days.",
    "Yours sincerely",
    "Information Governance Team",
)
Rows = Sequence[tuple[str, ...]]


def letter(table: str) -> str:
    return "\n\n".join([*BEFORE, table, *AFTER]) + "\n"


def aligned(rows: Rows, *, blank: bool = False, bars: bool = False, left: int = 40, right: int = 48) -> str:
    lines = []
    for asked, told in rows:
        a, b = textwrap.wrap(asked, left), textwrap.wrap(told, right)
        for n in range(max(len(a), len(b))):
            x, y = a[n] if n < len(a) else "", b[n] if n < len(b) else ""
            lines.append(f"| {x:<{left}} | {y:<{right}} |" if bars else f"{x:<{left + 4}}{y}".rstrip())
        if blank:
            lines.append("")
    return "\n".join(lines)


def word(rows: Rows) -> bytes:
    made = docx.Document()
    for words in BEFORE:
        made.add_paragraph(words)
    table = made.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for words in AFTER:
        made.add_paragraph(words)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def page(rows: Rows) -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    said = [f"<p>{words}</p>" for words in (*BEFORE, f"</p><table>{body}</table><p>", *AFTER)]
    return f"<html><body>{''.join(said)}</body></html>".encode()


def printed(rows: Rows, *, ruled: bool = True, padding: int = 0) -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=11)
    for words in BEFORE:
        made.multi_cell(0, 6, words, new_x="LMARGIN", new_y="NEXT")
    widths = (1, 5, 5) if len(rows[0]) == 3 else (2, 3)
    layout = "ALL" if ruled else "NONE"
    with made.table(col_widths=widths, borders_layout=layout, padding=padding, v_align="T") as table:
        for row in rows:
            line = table.row()
            for cell in row:
                line.cell(cell)
    for words in AFTER:
        made.multi_cell(0, 6, words, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


NUMBERED = tuple((str(n), asked[3:], told) for n, (asked, told) in enumerate(ROWS, 1))

FORMS = {
    "aligned.txt": letter(aligned((HEAD, *ROWS))).encode(),
    "apart.txt": letter(aligned((HEAD, *ROWS), blank=True)).encode(),
    "headless.txt": letter(aligned(ROWS, blank=True)).encode(),
    "bars.txt": letter(aligned((HEAD, *ROWS), bars=True)).encode(),
    "tabs.txt": letter("\n".join("\t".join(row) for row in (HEAD, *ROWS))).encode(),
    "piped.md": letter("\n".join(["|Question|Response|", "|---|---|", *(f"| {a} | {b} |" for a, b in ROWS)])).encode(),
    "reply.docx": word((HEAD, *ROWS)),
    "numbered.docx": word((("No.", *HEAD), *NUMBERED)),
    "reply.html": page((HEAD, *ROWS)),
    "headless.html": page(ROWS),
    "reply.pdf": printed((HEAD, *ROWS)),
    "unruled.pdf": printed((HEAD, *ROWS), ruled=False),
    "apart.pdf": printed((HEAD, *ROWS), ruled=False, padding=2),
    "numbered.pdf": printed((("No.", *HEAD), *NUMBERED), ruled=False),
}


def cut(name: str, data: bytes) -> tuple[Reading, tuple[Section, ...]]:
    reading = partition(Source(f"/{name}", data, name))
    return reading, section(reading, name)[0]


def bare(words: str) -> str:
    return "".join(re.sub(r"-{3,}|[|+\t]", " ", words).split())


def drawn(rows: Rows) -> str:
    """Rows under rules of "+", with no border around them."""
    lines = []
    for number, asked, told in rows:
        a, b = textwrap.wrap(asked, 36), textwrap.wrap(told, 40)
        for n in range(max(len(a), len(b))):
            x, y = a[n] if n < len(a) else "", b[n] if n < len(b) else ""
            lines.append(f" {number if n == 0 else '':<4}| {x:<36} | {y}".rstrip())
        lines.append("-----+--------------------------------------+-----------------------------")
    return "\n".join(lines)


FORMS["drawn.txt"] = letter(drawn((("No", *HEAD), *NUMBERED))).encode()


@pytest.mark.parametrize("name", FORMS)
def test_questions_are_joined_to_what_stands_beside_them(name: str) -> None:
    reading, found = cut(name, FORMS[name])
    text = reading.text
    questions = [one for one in found if one.kind == "question" and one.outcome]
    assert [one.number for one in questions] == ["1", "2", "3", "4"]
    assert [one.outcome for one in questions] == ["disclosed", "disclosed", "withheld", "not_held"]
    for question, (_, told) in zip(questions, ROWS, strict=True):
        replies = [one for one in found if one.answers == question.id]
        assert bare("".join(text[one.start : one.end] for one in replies)) == bare(told)
    refused = [one for one in found if one.kind == "exemption"]
    assert {code for one in refused for code in one.exemptions} == {"FOIA s31(1)(a)"}


@pytest.mark.parametrize("name", FORMS)
def test_no_character_is_lost_and_none_is_in_two_sections(name: str) -> None:
    reading, found = cut(name, FORMS[name])
    at = 0
    for one in found:
        assert at <= one.start < one.end and not reading.text[at : one.start].strip()
        at = one.end
    assert not reading.text[at:].strip()


@pytest.mark.parametrize("name", ["aligned.txt", "bars.txt"])
def test_an_answer_is_embedded_with_all_lines_of_its_question(name: str) -> None:
    reading, found = cut(name, FORMS[name])
    metadata = section(reading, name)[1]
    made = passages("d", reading, found, tables(reading, found), metadata, lambda words: len(words) < 1000)
    told = next(one for one in made if "8 minutes" in reading.text[one.start : one.end])
    assert "and what was the average" in told.context and "response time?" in told.context


def test_a_table_of_figures_is_no_table_of_answers() -> None:
    table = "Which year    Calls answered\n2022          1,204\n2023          1,377\n2024          1,401"
    reading, found = cut("figures.txt", letter("1. How many calls were answered?\n\n" + table).encode())
    held = next(one for one in found if one.kind == "answer")
    assert reading.text[held.start : held.end].endswith("1,401") and "1,204" in reading.text[held.start : held.end]


def test_what_stands_under_the_table_is_not_its_last_row() -> None:
    reading, found = cut("aligned.txt", FORMS["aligned.txt"])
    assert reading.text[found[-1].start : found[-1].end].endswith("Information Governance Team")
    assert found[-1].kind == "other"


def test_two_columns_of_prose_stay_as_they_are() -> None:
    words = "The service attends fires in four counties and keeps a record of each of them for seven years after it. "
    left, right = textwrap.wrap(words * 3, 40), textwrap.wrap(words[::-1] * 3, 40)
    text = "\n".join(f"{a:<44}{b}" for a, b in zip(left, right, strict=False))
    _, found = cut("prose.txt", letter(text).encode())
    assert not any(one.kind == "question" for one in found)


def test_numbers_without_a_stop_number_the_rows() -> None:
    rows = (
        ("1  Total spent on moorings", "2021/22     £6,400"),
        ("2  Of which chains", "2021/22     £3,800"),
        ("3  Dearest single chain bought for a\n   mooring in 2022/23", "£138.50, paid for a chain of\nforty feet"),
        ("4  Has the Board bought any anchors?", "Yes, 63 of them"),
    )
    lines = [f"{'Question':<44}Answer", ""]
    for asked, told in rows:
        a, b = asked.split("\n"), told.split("\n")
        lines += [f"{a[n] if n < len(a) else '':<44}{b[n] if n < len(b) else ''}".rstrip() for n in range(len(a))]
        lines += [""]
    text = letter("\n".join(lines))
    cut = section(Reading(text), "letter.txt")[0]
    told = [(one.number, text[one.start : one.end]) for one in cut if one.kind == "answer"]
    assert told == [
        *(("1", "2021/22     £6,400"), ("2", "2021/22     £3,800")),
        *(("3", "£138.50, paid for a chain of"), ("3", "forty feet"), ("4", "Yes, 63 of them")),
    ]
