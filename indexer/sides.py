"""Tables that set each question beside its answer: asked on the left, answered on the right, row by row.

They come as real tables (DOCX, HTML, PDF), as lines divided by tabs or `|`, or, from PDF-to-text, as two columns of
aligned text in which the lines of a question and of its answer stand mixed. A heading says what the columns are
("Question", "Response"), or their content does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indexer.asked_columns import grouped, headed, is_number
from indexer.cues import A, E, Q, evidence
from indexer.lines import APART, Marker, Unit, marker, plain, sentences
from indexer.reading import Reading, Table

Span = tuple[int, int]
_Text = tuple[int, str, bool]
"""A printed line: where it starts, its text up to its end, and whether it stands apart from the one above."""


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


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line of a table: where it stands, its cells from the left (None for a column in which it has none)."""

    start: int
    end: int
    cells: tuple[Span | None, ...]
    gap: bool = False  # a blank line, or a rule, above it


_OPENS = re.compile(
    r"\W*(?:(?:q(?:uestion)?\s*)?\w{1,3}[.):]+\s+)?(?:how|what|which|when|where|who|why|do|does|did|is|are|was|were|has|have"
    r"|had|can|could|please|would|will|if|(?:the )?(?:total )?number|(?:the )?total|a (?:copy|list|breakdown)|copies"
    r"|details|for (?:each|the)|in (?:each|the|total))\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s|:+=_—–-]*")
_GAP = re.compile(r"\S( {2,})(?=\S)")
_STRAY = 3  # columns by which a cell's start may be off: text from a proportional font
_MOST_LINES = 60  # of one row; what goes on longer is no such table
_SAMPLE = 20  # rows that tell whether the rest are worth a look
_FEWEST_LEFT = 12  # characters from the margin to the second column


def sides(reading: Reading) -> list[Side]:
    """The sides of every such table of a document, in text order; they do not overlap."""
    text = reading.text
    found: list[Side] = []
    for table in reading.tables:
        found += _sides(text, _table_rows(table, text), len(found))
    inside = [(table.start, table.end) for table in reading.tables]
    if "|" in text or "\t" in text or "   " in text:
        for rows in _printed(text, inside):
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


# What is such a table


def _asks(texts: Sequence[str]) -> list[bool]:
    scores = evidence([plain(one) for one in texts])
    return [
        one.rstrip(" *_|").endswith("?") or (score[Q] >= 2.5 and score[Q] > max(score[A], score[E]))
        for one, score in zip(texts, scores, strict=True)
    ]


def _sides(text: str, rows: list[list[_Line]], at: int) -> list[Side]:
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
        if filled < 2 or sum(asked) < max(2, 0.7 * len(body)) or sum(told) > 0.2 * len(body):
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


def _said(text: str, row: Sequence[_Line], column: int) -> str:
    cells = (line.cells[column] if column < len(line.cells) else None for line in row)
    return " ".join(text[a:b] for a, b in filter(None, cells))


def _row_sides(text: str, row: Sequence[_Line], at: int, left: int, numbered: bool) -> list[Side]:
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


# Where its rows are


def _table_rows(table: Table, text: str) -> list[list[_Line]]:
    """The rows of a real table, each cell as the lines it is printed on."""
    rows: dict[int, list[tuple[int, Span]]] = {}
    for cell in table.cells:
        if cell.row_span > 1 or cell.column_span > 1:
            return []
        if cell.end > cell.start:
            rows.setdefault(cell.row, []).append((cell.column, (cell.start, cell.end)))
    width = max((column for row in rows.values() for column, _ in row), default=0) + 1
    if width not in (2, 3):
        return []
    out = []
    for cells in rows.values():
        row: list[_Line] = []
        placed = sorted(cells, key=lambda one: one[1])
        if [column for column, _ in placed] != sorted(column for column, _ in placed):
            return []
        for column, (start, end) in placed:
            at = start
            for raw in text[start:end].splitlines(keepends=True):
                body = raw.strip()
                lead = at + len(raw) - len(raw.lstrip())
                at += len(raw)
                if not body:
                    continue
                one: list[Span | None] = [None] * width
                one[column] = lead, lead + len(body)
                row.append(_Line(lead, lead + len(body), tuple(one)))
        out.append(row)
    return [row for row in out if row]


def _printed(text: str, inside: Sequence[Span]) -> Iterator[list[list[_Line]]]:
    """The rows of what may be such tables, as lines of text print them."""
    lines: list[_Text] = []
    at, gap, done = 0, True, 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        while done < len(inside) and inside[done][1] <= at:
            done += 1
        if body.strip() and not (done < len(inside) and inside[done][0] <= at + len(body)):
            lines.append((at, body, gap))
            gap = False
        else:
            gap = True
        at += len(raw)
    n = 0
    while n < len(lines):
        for reader in (_divided, _aligned):
            found, taken = reader(lines, n)
            if taken:
                yield found
                n += taken
                break
        else:
            n += 1


def _divided(lines: Sequence[_Text], n: int) -> tuple[list[list[_Line]], int]:
    """Rows of cells divided by tabs or `|` from line `n` on, and how many lines they take."""
    mark = "\t" if "\t" in lines[n][1].strip() else "|" if "|" in lines[n][1] else ""
    if not mark:
        return [], 0
    found: list[_Line] = []
    taken = 0
    width = 0
    gap = False
    for start, body, blank in lines[n:]:
        if mark not in body:
            break
        taken += 1
        if mark == "|" and _RULE.fullmatch(body) and found:  # the rule goes with the line above it
            last = found[-1]
            found[-1] = _Line(last.start, start + len(body), last.cells, last.gap)
            gap = True
            continue
        cells = _cells(start, body, mark)
        if not found:
            width = len(cells)
        if len(cells) != width or width not in (2, 3):
            taken -= 1
            break
        lead = len(body) - len(body.lstrip()) if mark == "|" else 0
        found.append(_Line(start + lead, start + len(body), tuple(cells), blank or gap))
        gap = False
    if len(found) < 2:
        return [], 0
    if mark == "\t":
        return [[line] for line in found], taken
    return _grouped(found, _reader(lines[n : n + taken])), taken


def _cells(start: int, body: str, mark: str) -> list[Span | None]:
    cells: list[Span | None] = []
    at = start
    parts = body.split(mark)
    for i, part in enumerate(parts):
        outer = mark == "|" and i in (0, len(parts) - 1) and not part.strip()
        if not outer:
            lead = at + len(part) - len(part.lstrip())
            cells.append((lead, lead + len(part.strip())) if part.strip() else None)
        at += len(part) + 1
    return cells


def _grouped(found: Sequence[_Line], text_of: Callable[[Span], str]) -> list[list[_Line]]:
    """Printed lines to rows."""
    cells = [[text_of(cell) if cell else "" for cell in line.cells] for line in found]
    return [[found[n] for n in row] for row in grouped(cells, [line.gap for line in found])]


def _told(row: Sequence[_Line], left: int) -> bool:
    return any(line.cells[left + 1] for line in row)


def _aligned(lines: Sequence[_Text], n: int) -> tuple[list[list[_Line]], int]:
    """Rows of two columns of aligned text from line `n` on, and how many lines they take."""
    body = lines[n][1]
    if "  " not in body.strip():
        return [], 0
    segments = _segments(body)
    if not headed([body[a:b] for a, b in segments]):
        wide = [i for i in range(1, len(segments)) if segments[i][0] - segments[i - 1][1] >= 3]
        if len(wide) != 1 or not _OPENS.match(body) or len(segments) > 3:
            return [], 0
        columns = [segments[0][0], segments[wide[0]][0]]
    else:
        columns = [a for a, _ in segments]
    if columns[-1] - columns[0] < _FEWEST_LEFT:
        return [], 0
    left = len(columns) - 2
    found: list[_Line] = []
    complete = False
    for at, one, gap in lines[n : n + _MOST_LINES * 8]:
        cells = _placed(at, one, columns)
        if cells is None:
            break
        if complete and gap and cells[left + 1] is None and marker(one.strip()) is None and not (left and cells[0]):
            break  # what stands under the table, and is no longer than its left column
        complete = complete or (cells[left + 1] is not None and bool(found))
        lead = len(one) - len(one.lstrip())
        found.append(_Line(at + lead, at + len(one), cells, gap))
    if len(found) < 2:
        return [], 0
    text_of = _reader(lines[n : n + len(found)])
    rows = _grouped(found, text_of)
    while rows and not _told(rows[-1], left):
        rows.pop()
    if len(rows) < 2 or max(map(len, rows)) > _MOST_LINES:
        return [], 0
    return rows, sum(map(len, rows))


def _segments(body: str) -> list[Span]:
    edges = [len(body) - len(body.lstrip())]
    for m in _GAP.finditer(body):
        edges += [m.start(1), m.end(1)]
    edges.append(len(body))
    return list(zip(edges[::2], edges[1::2], strict=True))


def _placed(at: int, body: str, columns: Sequence[int]) -> tuple[Span | None, ...] | None:
    """The cells of a line whose columns start at `columns`; None for a line that runs across them."""
    cells: list[Span | None] = [None] * len(columns)
    for a, b in _segments(body):
        column = max((i for i, c in enumerate(columns) if a >= c - _STRAY), default=0)
        if column + 1 < len(columns) and b > columns[column + 1] - 1:
            return None
        held = cells[column]
        cells[column] = (held[0] if held else at + a, at + b)
    return tuple(cells)


def _reader(lines: Sequence[_Text]) -> Callable[[Span], str]:
    """What stands at a span within one of these lines."""
    starts = [start for start, _, _ in lines]

    def read(span: Span) -> str:
        start, body, _ = lines[bisect_right(starts, span[0]) - 1]
        return body[span[0] - start : span[1] - start]

    return read
