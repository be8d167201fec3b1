"""Tables without rules that set questions beside their answers, known by the headings over them."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.asked_columns import grouped, headed
from indexer.markers import marker
from indexer.readers.draft import Field
from indexer.readers.pdf_lines import Line
from indexer.readers.pdf_ruled import Grid
from indexer.readers.pdf_words import Word

_STRAY = 3.0  # points by which a cell may start off its column
_APART = 0.35  # of a line's height: how much more white than the least between lines parts rows
_SPACE = 0.42  # what is nearer than that to the word before it goes on with it
_FAR = 2.5  # of a line's height: the white that ends a table


def asked_tables(lines: Sequence[Line]) -> list[tuple[Grid, list[Word]]]:
    """Such tables on the lines of a page, each with the words that it holds."""
    found: list[tuple[Grid, list[Word]]] = []
    at = 0
    while at < len(lines):
        end, grid = at + 1, None
        if headed([" ".join(w.text for w in piece) for piece in lines[at].pieces]):
            end, grid = _table(lines, at)
        if grid is not None:
            found.append((grid, [w for line in lines[at:end] for w in line.words]))
        at = end
    return found


def _table(lines: Sequence[Line], at: int) -> tuple[int, Grid | None]:
    """The line after the table whose headings stand on line `at`, and the table."""
    columns = [piece[0].x0 for piece in lines[at].pieces]
    rows = [[list(piece) for piece in lines[at].pieces]]
    whites = [0.0]
    for above, line in zip(lines[at:], lines[at + 1 :], strict=False):
        row = _placed(line, columns)
        white = (line.y0 - above.y1) / line.size
        if row is None or white > _FAR:
            break
        rows.append(row)
        whites.append(white)
    usual = min(whites[1:], default=0.0)
    gaps = [white > usual + _APART for white in whites]
    told = next((n for n, row in enumerate(rows) if n and row[-1]), len(rows))
    for n in range(told + 1, len(rows)):  # what stands under the table, and is no longer than its left column
        opens = (len(columns) > 2 and rows[n][0]) or marker(_said(rows[n][-2]) or "-") is not None
        if gaps[n] and not rows[n][-1] and not opens:
            rows, gaps = rows[:n], gaps[:n]
            break
    cells = [[_said(cell) for cell in row] for row in rows]
    together = _parted(cells, gaps) or grouped(cells, gaps)
    while together and not any(rows[n][-1] for n in together[-1]):
        together.pop()
    if len(together) < 2:
        return at + 1, None
    end = at + 1 + together[-1][-1]
    fields = tuple(
        tuple(Field(" ".join(filter(None, (_said(rows[n][i]) for n in row))), i) for i in range(len(columns)))
        for row in together
    )
    held = lines[at:end]
    x0, x1 = min(line.x0 for line in held), max(line.x1 for line in held)
    return end, Grid(x0, held[0].y0, x1, held[-1].y1, fields)


def _parted(cells: Sequence[Sequence[str]], gaps: Sequence[bool]) -> list[list[int]]:
    """The rows, where white space parts them all: a question may stand at half the height of its answer.

    Empty where it does not: a row then asks nothing, or asks twice.
    """
    rows: list[list[int]] = []
    for n, gap in enumerate(gaps):
        if gap or n < 2:
            rows.append([n])
        else:
            rows[-1].append(n)
    body = rows[1:]
    opened = [sum(bool(cells[n][0]) and marker(cells[n][0] + " ") is not None for n in row) for row in body]
    if len(body) < 2 or any(count > 1 for count in opened) or not all(any(cells[n][-2] for n in row) for row in body):
        return []
    return rows if any(opened) and all(opened) else []


def _placed(line: Line, columns: Sequence[float]) -> list[list[Word]] | None:
    """The words of a line by the columns that start at `columns`; None where the line runs across them."""
    row: list[list[Word]] = [[] for _ in columns]
    for word in line.words:
        column = max((i for i, x in enumerate(columns) if word.x0 >= x - _STRAY), default=0)
        row[column].append(word)
        if column + 1 < len(columns) and word.x1 > columns[column + 1] - _STRAY / 3:
            return None
    for left, x, cell in zip(row, columns[1:], row[1:], strict=False):
        if cell and cell[0].x0 > x + 4 * line.size:
            return None  # words of a line that happens to part near the column
        if cell and left and cell[0].x0 - left[-1].x1 < _SPACE * line.size:
            return None
    return row


def _said(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)
