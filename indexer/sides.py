"""Tables that set each question beside its answer: asked on the left, answered on the right, row by row.

They come as real tables (DOCX, HTML, PDF), as lines divided by tabs or `|`, or, from PDF-to-text, as two columns of
aligned text in which the lines of a question and of its answer stand mixed. A heading says what the columns are
("Question", "Response"), or their content does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indexer.asked_columns import headed, is_number
from indexer.asked_rows import Line, Span, printed, table_rows
from indexer.cues import A, E, Q, evidence
from indexer.markers import Marker, marker
from indexer.reading import Reading
from indexer.sentences import sentences
from indexer.unit import APART, Unit, plain


@dataclass(frozen=True, slots=True)
class Side:
    """A stretch of one column of such a table: `h` its heading, `q` what a row asks, `a` what it answers.

    `lines` are what is printed, `start`/`end` the stretch with the marks that divide the cells; the sides of a table
    cover its lines. `row` counts the rows of a document. A question or an answer of which the lines stand apart, with
    those of the other column between, is several sides of one row; `first` marks the first. `number` is what a column
    of its own says of the row.
    """

    kind: Literal["h", "q", "a"]
    row: int
    start: int
    end: int
    lines: tuple[Span, ...]
    first: bool = True
    number: Marker | None = None


_SAMPLE = 20  # rows that tell whether the rest are worth a look


def sides(reading: Reading) -> list[Side]:
    """The sides of every such table of a document, in text order; they do not overlap."""
    text = reading.text
    found: list[Side] = []
    for table in reading.tables:
        found += _sides(text, table_rows(table, text), len(found))
    inside = [(table.start, table.end) for table in reading.tables]
    if "|" in text or "\t" in text or "   " in text:
        for rows in printed(text, inside):
            found += _sides(text, rows, (found[-1].row + 1) if found else 0)
    found.sort(key=lambda side: side.start)
    return found if all(a.end <= b.start for a, b in pairwise(found)) else []


def units_of(text: str, found: Sequence[Side]) -> list[Unit]:
    """The units of these sides, each labelled by its column: "h", "q", "a", or "q+" for more of a row's question."""
    out: list[Unit] = []
    for side in found:
        made = sentences(text, list(side.lines), APART) if side.kind != "h" else []
        if side.kind == "q" and made:  # a question is one, however many sentences it takes
            last = made[-1]
            made = [Unit(made[0].start, last.end, APART, " ".join(u.words for u in made), made[0].marker)]
            made[0].marker = side.number or made[0].marker
        if not made:
            words = " ".join(plain(text[a:b]) for a, b in side.lines)
            made = [Unit(side.start, side.end, APART, words)]
        made[0].start, made[-1].end = side.start, side.end
        for unit in made:
            unit.label = side.kind if side.first or side.kind != "q" else "q+"
            unit.row, unit.heading, unit.bullet, unit.beside = False, 0, False, side.row + 1
            if side.kind == "a":
                unit.marker = None  # "17. The average was 8": a figure, since what is numbered here are the questions
        if not side.first:
            made[0].marker = None
        out += made
    return out


def within(found: Sequence[Side], at: int) -> Side | None:
    """The side in which the character at `at` stands."""
    i = bisect_right(found, at, key=lambda side: side.start) - 1
    return found[i] if i >= 0 and at < found[i].end else None


def _asks(texts: Sequence[str]) -> list[bool]:
    scores = evidence([plain(one) for one in texts])
    return [
        one.rstrip(" *_|").endswith("?") or (score[Q] >= 2.5 and score[Q] > max(score[A], score[E]))
        for one, score in zip(texts, scores, strict=True)
    ]


def _sides(text: str, rows: list[list[Line]], at: int) -> list[Side]:
    """The sides of a table with these rows, the first numbered `at`; none where it does not ask and answer."""
    width = max((len(line.cells) for row in rows for line in row), default=0)
    if width not in (2, 3) or len(rows) < 2:
        return []
    said = [[_said(text, row, column) for column in range(width)] for row in rows]
    numbered = width == 3
    left, right = width - 2, width - 1
    if numbered and not all(not row[0] or is_number(row[0]) for row in said[1:]):
        return []
    known = headed(said[0])
    body = said[1:] if known else said
    if numbered and not known and not all(row[0] for row in body):
        return []
    filled = sum(bool(row[left] and row[right]) for row in body)
    if not known:
        if sum(_asks([row[left] for row in body[:_SAMPLE]])) < 0.5 * min(len(body), _SAMPLE):
            return []
        asked, told = _asks([row[left] for row in body]), _asks([row[right] for row in body])
        if filled < 2 or sum(asked) < max(2, 0.6 * len(body)) or sum(told) > 0.2 * len(body):
            return []
    elif not filled or filled < 0.5 * len(body):
        return []
    out: list[Side] = []
    for n, row in enumerate(rows):
        if known and (n == 0 or said[n] == said[0]):
            out += [Side("h", at + n, line.start, line.end, ((line.start, line.end),)) for line in row]
        else:
            out += _row_sides(text, row, at + n, left, numbered)
    return out


def _said(text: str, row: Sequence[Line], column: int) -> str:
    cells = (line.cells[column] if column < len(line.cells) else None for line in row)
    return " ".join(text[a:b] for a, b in filter(None, cells))


def _row_sides(text: str, row: Sequence[Line], at: int, left: int, numbered: bool) -> list[Side]:
    """A row's question and answer, each as often as its lines stand apart."""
    number = None
    if numbered and (cell := next((line.cells[0] for line in row if line.cells[0]), None)):
        read = marker(f"{text[slice(*cell)].rstrip(' .):')}. X")
        number = read[0] if read else None
    pieces: list[tuple[Literal["q", "a"], int, int, list[Span]]] = []

    def put(kind: Literal["q", "a"], start: int, end: int, cell: Span) -> None:
        if pieces and pieces[-1][0] == kind:
            pieces[-1] = kind, pieces[-1][1], end, [*pieces[-1][3], cell]
        else:
            pieces.append((kind, start, end, [cell]))

    for line in row:
        cells = [*line.cells, *[None] * (left + 2 - len(line.cells))]
        asked, told = cells[left] or (cells[0] if numbered else None), cells[left + 1]
        if asked and told:
            edge = asked[1]
            put("q", line.start, edge, asked)
            put("a", _after(text, edge), line.end, told)
        elif asked or told:
            put("q" if asked else "a", line.start, line.end, asked or told or (line.start, line.end))
        else:
            put(pieces[-1][0] if pieces else "q", line.start, line.end, (line.start, line.end))
    seen: set[str] = set()
    out = []
    for kind, start, end, lines in pieces:
        out.append(Side(kind, at, start, end, tuple(lines), kind not in seen, number if kind not in seen else None))
        seen.add(kind)
    return out


def _after(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
