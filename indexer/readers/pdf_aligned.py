"""Tables without rules: lines whose pieces stand in columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from statistics import median

from indexer.readers.draft import Field
from indexer.readers.pdf_lines import Line
from indexer.readers.pdf_ruled import Grid, slot
from indexer.readers.pdf_words import Word

_MOST_HEADINGS = 4


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
    bands = _gutters(lines)
    if not bands:
        return None
    bounds = [min(line.x0 for line in lines), *_middles(bands), max(line.x1 for line in lines)]
    table: list[list[list[Word]]] = []
    for line in lines:
        row: list[list[Word]] = [[] for _ in range(len(bounds) - 1)]
        for piece in line.pieces:
            row[slot(bounds, (max(piece[0].x0, bounds[0]) + piece[-1].x1) / 2)].extend(piece)
        table.append(row)
    full = [row for row in table if sum(map(bool, row)) >= 2]
    cells = [_said(cell) for row in table for cell in row if cell]
    numeric = sum(_is_figure(text) for text in cells)
    if len(full) < 3 or len(full) < 0.6 * len(table):
        return None
    if len(bounds) == 3 and numeric < 0.3 * len(cells):
        return None  # two columns of words are a layout, not a table
    if numeric < 0.15 * len(cells) and sum(map(len, cells)) > 25 * len(cells):
        return None
    rows = _unwrapped(table)
    fields = tuple(tuple(Field(_said(cell), column) for column, cell in enumerate(row)) for row in rows)
    return Grid(bounds[0], lines[0].y0, bounds[-1], lines[-1].y1, fields, tuple(bands))


def continued(lines: Sequence[Line], before: Grid) -> tuple[int, Grid] | None:
    """How many of `lines`, the first of a page, go on with the table that ended the page before, and that part of it.

    It has the columns of `before`, whichever of them are blank here and however few its rows are. It may begin with
    the headings of `before` printed again, and with the rest of a row that the page broke.
    """
    heads = [[field.text for field in row] for row in before.rows[:_MOST_HEADINGS]]
    table: list[list[list[Word]]] = []
    headings = 0
    for line in lines:
        row = _placed(line, before)
        apart = bool(table) and line.y0 - max(w.y1 for cell in table[-1] for w in cell) > 2.2 * line.size
        if row is None or apart:
            break
        if len(table) == headings and not _is_row(row) and [_said(cell) for cell in row] in heads:
            headings += 1
        elif not (_is_row(row) or (_wraps(row, table[-1]) if len(table) > headings else _is_rest(row))):
            break
        table.append(row)
    if len(table) == headings:
        return None
    rows = _unwrapped(table)
    fields = tuple(tuple(Field(_said(cell), column) for column, cell in enumerate(row)) for row in rows)
    used = lines[: len(table)]
    return len(table), Grid(before.x0, used[0].y0, before.x1, used[-1].y1, fields, before.bands)


def _placed(line: Line, table: Grid) -> list[list[Word]] | None:
    """The pieces of a line by the columns of `table`; None where one stands across two."""
    bounds = [table.x0, *_middles(table.bands), table.x1]
    row: list[list[Word]] = [[] for _ in range(len(bounds) - 1)]
    for piece in line.pieces:
        column = slot(bounds, (max(piece[0].x0, bounds[0]) + piece[-1].x1) / 2)
        after = table.bands[column - 1][0] if column else float("-inf")  # where the columns beside it leave off
        until = table.bands[column][1] if column < len(table.bands) else float("inf")
        if row[column] or piece[0].x0 < after or piece[-1].x1 > until:
            return None
        row[column].extend(piece)
    return row


def with_broken_row(lines: Sequence[Line], before: Grid, following: Sequence[Line]) -> Grid | None:
    """`before`, which ends right above the last `lines` of a page, with these as a row that the page breaks.

    They are the beginning of a label, and the first line of the next page has the rest of it and its figures.
    None where it is not so.
    """
    rows = [_placed(line, before) for line in lines]
    heads = [[field.text for field in row] for row in before.rows[:_MOST_HEADINGS]]
    after = [_placed(line, before) for line in following]
    rest = next((row for row in after if row is None or [_said(cell) for cell in row] not in heads), None)
    if not 0 < len(lines) <= 3 or rest is None or not rest[0] or not rest[0][0].text[:1].islower() or not _is_row(rest):
        return None
    if lines[0].y0 - before.y1 > 0.8 * lines[0].size:
        return None
    label: list[Word] = []
    for row in rows:
        if row is None or [i for i, cell in enumerate(row) if cell] != [0]:
            return None
        label += row[0]
    if _said(label).endswith((":", ".", "?")):
        return None
    fields = tuple(Field(_said(label) if column == 0 else "", column) for column in range(len(before.bands) + 1))
    return Grid(before.x0, before.y0, before.x1, lines[-1].y1, (*before.rows, fields), before.bands)


def _is_rest(row: list[list[Word]]) -> bool:
    """Whether the first line of a page is the rest of a row of words: each of its cells begins in small letters."""
    filled = [cell for cell in row if cell]
    return bool(filled) and all(cell[0].text[:1].islower() for cell in filled)


def _said(cell: Sequence[Word]) -> str:
    return " ".join(w.text for w in cell)


def _is_row(row: list[list[Word]]) -> bool:
    """Whether a line is a row of a table: a label and a figure at least, or figures."""
    filled = [_said(cell) for cell in row if cell]
    return len(filled) >= 2 and any(_is_figure(text) for text in filled[1:])


def _wraps(row: list[list[Word]], above: list[list[Word]]) -> bool:
    filled = [i for i, cell in enumerate(row) if cell]
    return filled == [0] and bool(above[0]) and row[0][0].text[:1].islower()


def _is_figure(text: str) -> bool:
    """Whether a cell is a figure, a date or the dash for none, and no telephone number or postcode."""
    digits = sum(c.isdigit() for c in text)
    return text in ("-", "–", "—") or (2 * digits >= len(text.replace(" ", "")) and 0 < digits < 10)


def _middles(bands: Sequence[tuple[float, float]]) -> list[float]:
    return [(start + end) / 2 for start, end in bands]


def _gutters(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The vertical white bands, left and right edge, that run through all of `lines`, but for few that cross them."""
    size = median(line.size for line in lines)
    spans = [(piece[0].x0, piece[-1].x1) for line in lines for piece in line.pieces]
    left, right = min(a for a, _ in spans), max(b for _, b in spans)
    change = [0] * (int(right - left) + 3)  # how many more pieces cover each whole point than the one before it
    for a, b in spans:
        change[int(a - left) + 1] += 1
        change[max(int(b - left), int(a - left) + 1)] -= 1
    bands: list[tuple[float, float]] = []
    white_from: int | None = None
    for point, covering in enumerate(accumulate(change)):
        if covering <= len(lines) // 10:
            white_from = point if white_from is None else white_from
        elif white_from is not None:
            if point - white_from >= 0.4 * size:
                bands.append((left + white_from, left + point))
            white_from = None
    return [band for band in bands if sum(band) / 2 > left + size]


def _unwrapped(table: list[list[list[Word]]]) -> list[list[list[Word]]]:
    """Rows whose label takes several lines, each as one: its figures may stand on the first line or on the last."""
    rows: list[list[list[Word]]] = []
    for at, row in enumerate(table):
        above = rows[-1] if rows else None
        if above is not None and _runs_on(row, above):
            if [i for i, cell in enumerate(row) if cell] == [0]:
                above[0].extend(row[0])
                continue
            following = table[at + 1] if at + 1 < len(table) else None
            if [i for i, cell in enumerate(above) if cell] == [0] and not _is_lower(following) and len(rows) > 1:
                rows[-1] = [[*above[0], *row[0]], *(list(cell) for cell in row[1:])]
                continue
        rows.append([list(cell) for cell in row])
    return rows


def _runs_on(row: list[list[Word]], above: list[list[Word]]) -> bool:
    """Whether the label of a line goes on with that of the line right above it."""
    return (
        _is_lower(row)
        and bool(above[0])
        and not _said(above[0]).endswith((":", "."))
        and row[0][0].y0 - max(w.y1 for w in above[0]) < 0.5 * row[0][0].size
    )


def _is_lower(row: list[list[Word]] | None) -> bool:
    return bool(row and row[0]) and row is not None and row[0][0].text[:1].islower()
