"""Tables without rules: lines whose pieces stand in columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from statistics import median

from indexer.readers.draft import Field
from indexer.readers.pdf_lines import Line
from indexer.readers.pdf_ruled import Grid, slot
from indexer.readers.pdf_words import Word


def aligned_tables(lines: Sequence[Line]) -> list[tuple[int, int, Grid]]:
    """Runs of lines whose pieces stand in columns: index of the first line, one past the last, the table."""
    found: list[tuple[int, int, Grid]] = []
    at = 0
    while at < len(lines):
        end = _run_end(lines, at)
        grid = _aligned(lines[at:end]) if end - at >= 3 else None
        if grid is None:
            at += 1
        else:
            found.append((at, end, grid))
            at = end
    return found


def _run_end(lines: Sequence[Line], at: int) -> int:
    """One past the last line of a run of many-pieced lines, with single pieces between them (wrapped cells)."""
    if len(lines[at].pieces) < 2:
        return at
    end = at + 1
    last_many = end
    while end < len(lines):
        gap = lines[end].y0 - lines[end - 1].y1
        if gap > 2.2 * lines[end].size:
            break
        if len(lines[end].pieces) >= 2:
            last_many = end + 1
        elif end - last_many >= 2:
            break
        end += 1
    return last_many


def _aligned(lines: Sequence[Line]) -> Grid | None:
    """The table that `lines` are, if enough of them divide at the same gutters into short cells."""
    edges = _gutters(lines)
    if not edges:
        return None
    bounds = [min(line.x0 for line in lines), *edges, max(line.x1 for line in lines)]
    table: list[list[list[Word]]] = []
    for line in lines:
        row: list[list[Word]] = [[] for _ in range(len(bounds) - 1)]
        for piece in line.pieces:
            row[slot(bounds, (max(piece[0].x0, bounds[0]) + piece[-1].x1) / 2)].extend(piece)
        table.append(row)
    full = [row for row in table if sum(map(bool, row)) >= 2]
    cells = [" ".join(w.text for w in cell) for row in table for cell in row if cell]
    numeric = sum(_is_figure(text) for text in cells)
    if len(full) < 3 or len(full) < 0.6 * len(table):
        return None
    if len(bounds) == 3 and numeric < 0.3 * len(cells):
        return None  # two columns of words are a layout, not a table
    if numeric < 0.15 * len(cells) and sum(map(len, cells)) > 25 * len(cells):
        return None
    rows = _unwrapped(table)
    fields = tuple(
        tuple(Field(" ".join(w.text for w in cell), column) for column, cell in enumerate(row)) for row in rows
    )
    return Grid(bounds[0], lines[0].y0, bounds[-1], lines[-1].y1, fields, tuple(bounds))


def continued(lines: Sequence[Line], before: Grid) -> tuple[int, Grid] | None:
    """How many of `lines`, the first of a page, go on with the table that ended the page before, and that part of it.

    It has the columns of `before`, whichever of them are blank here and however few its rows are.
    """
    bounds = list(before.bounds)
    table: list[list[list[Word]]] = []
    for line in lines:
        row = _placed(line, bounds)
        apart = bool(table) and line.y0 - max(w.y1 for cell in table[-1] for w in cell) > 2.2 * line.size
        if row is None or apart or not (_is_row(row) or (table and _wraps(row, table[-1]))):
            break
        table.append(row)
    if not table:
        return None
    rows = _unwrapped(table)
    fields = tuple(
        tuple(Field(" ".join(w.text for w in cell), column) for column, cell in enumerate(row)) for row in rows
    )
    used = lines[: len(table)]
    return len(table), Grid(bounds[0], used[0].y0, bounds[-1], used[-1].y1, fields, before.bounds)


def _placed(line: Line, bounds: list[float]) -> list[list[Word]] | None:
    """The pieces of a line by column; None where one stands across two."""
    row: list[list[Word]] = [[] for _ in range(len(bounds) - 1)]
    for piece in line.pieces:
        column = slot(bounds, (max(piece[0].x0, bounds[0]) + piece[-1].x1) / 2)
        inner = bounds[column] if column else float("-inf"), bounds[column + 1] if column < len(row) - 1 else 1e9
        if row[column] or piece[0].x0 < inner[0] or piece[-1].x1 > inner[1]:
            return None
        row[column].extend(piece)
    return row


def _is_row(row: list[list[Word]]) -> bool:
    """Whether a line is a row of a table: a label and a figure at least, or figures."""
    filled = [" ".join(w.text for w in cell) for cell in row if cell]
    return len(filled) >= 2 and any(_is_figure(text) for text in filled[1:])


def _wraps(row: list[list[Word]], above: list[list[Word]]) -> bool:
    filled = [i for i, cell in enumerate(row) if cell]
    return filled == [0] and bool(above[0]) and row[0][0].text[:1].islower()


def _is_figure(text: str) -> bool:
    """Whether a cell is a figure, a date or the dash for none, and no telephone number or postcode."""
    digits = sum(c.isdigit() for c in text)
    return text in ("-", "–", "—") or (2 * digits >= len(text.replace(" ", "")) and 0 < digits < 10)


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Where a vertical white band runs through all of `lines`, but for few that cross it."""
    size = median(line.size for line in lines)
    spans = [(piece[0].x0, piece[-1].x1) for line in lines for piece in line.pieces]
    left, right = min(a for a, _ in spans), max(b for _, b in spans)
    change = [0] * (int(right - left) + 3)  # how many more pieces cover each whole point than the one before it
    for a, b in spans:
        change[int(a - left) + 1] += 1
        change[max(int(b - left), int(a - left) + 1)] -= 1
    edges: list[float] = []
    white_from: int | None = None
    for point, covering in enumerate(accumulate(change)):
        if covering <= len(lines) // 10:
            white_from = point if white_from is None else white_from
        elif white_from is not None:
            if point - white_from >= 0.4 * size:
                edges.append(left + (white_from + point) / 2)
            white_from = None
    return [e for e in edges if e > left + size]


def _unwrapped(table: list[list[list[Word]]]) -> list[list[list[Word]]]:
    """Rows with a line that only continues the one above (nothing in its number columns) joined to it."""
    rows: list[list[list[Word]]] = []
    for row in table:
        filled = [i for i, cell in enumerate(row) if cell]
        above = rows[-1] if rows else None
        continues = (
            above is not None
            and filled == [0]
            and bool(above[0])
            and row[0][0].text[:1].islower()
            and row[0][0].y0 - max(w.y1 for w in above[0]) < 0.5 * row[0][0].size
        )
        if continues and above is not None:
            above[0].extend(row[0])
        else:
            rows.append([list(cell) for cell in row])
    return rows
