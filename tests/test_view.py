"""Documents as a page shows them: nothing lost, the cited span marked exactly, tables whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.load import Found, load
from indexer.partition import partition
from indexer.reading import Cell, Table
from indexer.section import Section, section
from indexer.tables import notes, tables
from service import pieces, tabular, view
from tests.conftest import SAMPLES

READ = [p for p in sorted(SAMPLES.iterdir()) if p.suffix in (".txt", ".md", ".html", ".csv", ".pdf")]


def cut(start: int, end: int, kind: str = "answer", id: str = "s1", answers: str | None = None) -> Section:
    return Section(id, kind, start, end, None, (), None, answers, None, ())  # type: ignore[arg-type]


def shown(parts: list[view.Part]) -> str:
    return "".join("".join(p.text for part in parts for b in part.blocks for p in b.pieces).split())


def marked(parts: list[view.Part]) -> str:
    return "".join("".join(p.text for part in parts for b in part.blocks for p in b.pieces if p.marked).split())


@pytest.mark.parametrize("path", READ, ids=lambda p: p.name)
def test_no_printable_character_of_a_sample_is_lost_and_any_span_can_be_marked(path: Path) -> None:
    found = next(iter(load([str(path)])))
    assert isinstance(found, Found)
    reading = partition(found.source)
    sections, _ = section(reading, found.source.uri)
    read, text = tables(reading, sections), reading.text
    step = max(1, len(text) // 12)
    for start in range(0, len(text), step):
        span = (start, min(len(text), start + step + 7))
        parts = view.parts(text, sections, read, reading.pages, span)
        assert shown(parts) == "".join(text.split())
        assert marked(parts) == "".join(text[slice(*span)].split())


@given(st.text("ab \n\t1é🐎", max_size=60), st.data())
def test_pieces_are_the_text_and_the_mark_is_the_span(text: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(text))
    start, end = sorted((data.draw(offsets), data.draw(offsets)))
    low, high = sorted((data.draw(offsets), data.draw(offsets)))
    pages = sorted(data.draw(st.sets(offsets, max_size=3)))
    found = pieces.cut(text, low, high, (start, end), pages)
    assert "".join(p.text for p in found) == text[low:high]
    assert "".join(p.text for p in found if p.marked) == text[max(low, start) : max(max(low, start), min(high, end))]


def test_text_between_sections_is_shown_as_other() -> None:
    text = "Before\nAnswer\nafter"
    parts = view.parts(text, [cut(7, 13)], [], (), None)
    assert [p.section.kind for p in parts] == ["other", "answer", "other"]
    assert shown(parts) == "BeforeAnswerafter"


def test_a_table_that_runs_past_page_furniture_is_shown_whole_where_it_begins() -> None:
    text = "North 4\nPage 1 of 2\nSouth 5"
    cells = (Cell(0, 0, 0, 5), Cell(0, 1, 6, 7), Cell(1, 0, 20, 25), Cell(1, 1, 26, 27))
    sections = [cut(0, 7), cut(8, 19, "other", "s2"), cut(20, 27, "answer", "s3")]
    first, _, last = view.parts(text, sections, [Table(0, 27, cells)], (), (26, 27))
    rows = first.blocks[0].rows
    assert [["".join(p.text for p in c.pieces) for c in row] for row in rows] == [["North", "4"], ["South", "5"]]
    assert rows[1][1].pieces[0].marked
    assert not last.blocks[0].rows and last.blocks[0].pieces[-1].marked


def test_gaps_and_spans_of_a_table_keep_its_columns() -> None:
    text = "H A B 1 2"
    cells = (
        Cell(0, 0, 0, 1, True, column_span=3),
        Cell(1, 1, 2, 3),
        Cell(2, 0, 4, 5, row_span=10**9),
        Cell(2, 2, 6, 7),
    )
    rows = view.parts(text, [cut(0, 9)], [Table(0, 9, cells)], (), None)[0].blocks[0].rows
    assert [[c.column_span for c in row] for row in rows] == [[3], [1, 1], [1, 1, 1]]
    assert rows[2][0].row_span == 1


def test_an_absurd_span_makes_no_absurd_page() -> None:
    wide = Cell(0, 0, 0, 1, column_span=10**9, row_span=10**9)
    rows = view.parts("A", [cut(0, 1)], [Table(0, 1, (wide,))], (), None)[0].blocks[0].rows
    assert rows[0][0].column_span <= 1000 and rows[0][0].row_span == 1


def test_a_huge_table_is_shown_as_printed() -> None:
    text = "1 " * 5000
    cells = tuple(Cell(i, 0, 2 * i, 2 * i + 1) for i in range(5000))
    block = view.parts(text, [cut(0, 9999)], [Table(0, 9999, cells, notes=("A note.",))], (), None)[0].blocks[0]
    assert not block.rows and block.notes == ("This table has 5,000 cells, so it is shown as printed.", "A note.")


def test_a_cell_that_a_note_names_is_flagged() -> None:
    text = "Area 2020 2021\nNorth 4 5\nSouth ı 6\n"
    spans = [(0, 4), (5, 9), (10, 14), (15, 20), (21, 22), (23, 24), (25, 30), (31, 32), (33, 34)]
    cells = tuple(Cell(i // 3, i % 3, a, b, header=i < 3) for i, (a, b) in enumerate(spans))
    note = 'Cell "South / 2020" is unreadable: it shows "ı".'
    rows = view.parts(text, [cut(0, 35)], [Table(0, 34, cells, notes=(note,))], (), None)[0].blocks[0].rows
    assert [[c.doubt for c in row] for row in rows] == [[None] * 3, [None] * 3, [None, note, None]]


def test_questions_and_answers_are_joined() -> None:
    sections = [cut(0, 1, "question", "s1"), cut(2, 3, "answer", "s2", "s1"), cut(4, 5, "exemption", "s3", "s1")]
    question, answer, refusal = view.parts("Q A E", sections, [], (), None)
    assert [s.id for s in question.answers] == ["s2", "s3"]
    assert answer.question == refusal.question == sections[0]


@pytest.mark.parametrize(("start", "end"), [(None, 3), (3, None), (3, 3), (4, 3), (-1, 3), (0, 99)])
def test_a_span_that_the_text_lacks_is_not_marked(start: int | None, end: int | None) -> None:
    assert pieces.cited("12345", start, end) is None


def test_the_words_around_a_quotation_are_cut_between_words() -> None:
    text = "alpha beta gamma 42 delta epsilon zeta"
    found = pieces.around(text, 17, 19, cut(0, len(text)), most=8)
    assert [(p.text, p.marked) for p in found] == [
        ("… ", False),
        ("gamma ", False),
        ("42", True),
        (" delta", False),
        (" …", False),
    ]


def test_lines_are_counted_as_splitlines_does() -> None:
    text = "a\nb\r\nc\x0bd\u2028e"
    for offset, character in enumerate(text):
        if character.isalpha():
            assert pieces.line_at(text, offset) == "abcde".index(character) + 1


def test_spans_are_highlighted_and_no_text_is_lost() -> None:
    found = pieces.highlighted("Orders breached: 4", ((0, 6), (7, 15)))
    assert [p.text for p in found if p.marked] == ["Orders", "breached"]
    assert "".join(p.text for p in found) == "Orders breached: 4"


def test_a_short_answer_is_shown_with_the_lines_around_it() -> None:
    text = "Number of orders breached\n4\nNumber of officers\n7"
    found = pieces.around(text, 26, 27, cut(26, 27))
    assert [(p.text, p.marked) for p in found] == [
        ("Number of orders breached\n", False),
        ("4", True),
        ("\nNumber of officers\n7", False),
    ]


def test_a_cell_printed_in_two_places_is_one_cell() -> None:
    text = "Schools run by\nthe county 4"
    cells = (Cell(0, 0, 0, 14), Cell(0, 0, 15, 25), Cell(0, 1, 26, 27))
    rows = view.parts(text, [cut(0, 27)], [Table(0, 27, cells)], (), (15, 25))[0].blocks[0].rows
    assert [["".join(p.text for p in c.pieces) for c in row] for row in rows] == [["Schools run by\nthe county", "4"]]
    assert rows[0][0].cited and not rows[0][1].cited


def test_headings_of_rows_and_columns_are_known() -> None:
    text = "Area 2020 2021\nNorth 4 5\nSouth 3 6\n"
    spans = [(0, 4), (5, 9), (10, 14), (15, 20), (21, 22), (23, 24), (25, 30), (31, 32), (33, 34)]
    cells = tuple(Cell(i // 3, i % 3, a, b, header=i < 3) for i, (a, b) in enumerate(spans))
    table = Table(0, 34, cells)
    rows = view.parts(text, [cut(0, 35)], [table], (), None)[0].blocks[0].rows
    assert [[c.header for c in row] for row in rows] == [["col"] * 3, ["row", None, None], ["row", None, None]]
    assert tabular.cell_at(text, [table], (31, 32)) == "South / 2020"
    assert tabular.cell_at(text, [table], (25, 34)) is None


def test_a_total_that_does_not_add_up_is_flagged_where_it_stands() -> None:
    text = "Area 2020 2021 Total\nNorth 4 5 10\nSouth 3 6 9\nEast 1 1 2\n"
    at, cells = 0, []
    for n, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        cells.append(Cell(n // 4, n % 4, start, at, header=n < 4))
    made = Table(0, len(text) - 1, tuple(cells))
    noted = replace(made, notes=notes(made, text))
    rows = view.parts(text, [cut(0, len(text))], [noted], (), None)[0].blocks[0].rows
    doubtful = [(c.pieces[0].text, c.doubt) for row in rows for c in row if c.doubt]
    assert doubtful == [("10", 'Row "North" does not add up: its cells sum to 9, "Total" says 10.')]
