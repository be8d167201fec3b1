"""Tables on a page: by the lines ruled round their cells, or by words that stand in columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median

from indexer.readers.draft import Field
from indexer.readers.pdf_page import Page, Rule, Word

_SNAP = 3.0
_FIGURE = re.compile(r"[£$€(<]*[-–—+]?\d[\d.,]*%?\)?|[-–—]")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table found on a page: where it stands and its rows."""

    x0: float
    y0: float
    x1: float
    y1: float
    rows: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of text side by side on one line of print; a piece is words no wider apart than a space or two."""

    pieces: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> list[Word]:
        return [word for piece in self.pieces for word in piece]

    @property
    def x0(self) -> float:
        return self.pieces[0][0].x0

    @property
    def x1(self) -> float:
        return self.pieces[-1][-1].x1

    @property
    def y0(self) -> float:
        return min(w.y0 for w in self.words)

    @property
    def y1(self) -> float:
        return max(w.y1 for w in self.words)

    @property
    def size(self) -> float:
        return median(w.size for w in self.words)

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """`words` as lines from top to bottom; on one line stand words whose middles lie within each other's height."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.middle):
        row = rows[-1] if rows else None
        if row is not None and _level(row, word):
            row.append(word)
        else:
            rows.append([word])
    return [Line(_pieces(sorted(row, key=lambda w: w.x0))) for row in rows]


def _level(row: list[Word], word: Word) -> bool:
    last = row[-1]
    anchor = max(row[-4:], key=lambda w: w.size)
    return word.middle - last.middle < 0.35 * min(last.size, word.size) or (
        anchor.y0 + 0.15 * anchor.size < word.middle < anchor.y1 - 0.3 * anchor.size
        and word.middle - anchor.middle < 0.4 * anchor.size
    )


def _pieces(row: list[Word]) -> tuple[tuple[Word, ...], ...]:
    pieces: list[list[Word]] = []
    for word in row:
        before = pieces[-1][-1] if pieces else word
        figures = _FIGURE.fullmatch(word.text) and _FIGURE.fullmatch(before.text)
        if pieces and word.x0 - before.x1 < (0.3 if figures else 0.85) * min(word.size, before.size):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return tuple(map(tuple, pieces))


# --- ruled -----------------------------------------------------------------------------------------------------------


def ruled_tables(page: Page) -> tuple[list[Grid], list[Word]]:
    """The tables whose cells are ruled off, and the words of the page that stand in none of them."""
    grids: list[Grid] = []
    left = list(page.words)
    for across, down in _connected(_joined(page.across), _joined(page.down)):
        ys = _positions(down, across)
        xs = _positions(across, down)
        if len(ys) < 2 or len(xs) < 3 or (len(ys) - 1) * (len(xs) - 1) < 4:
            continue
        inside = [w for w in left if xs[0] <= (w.x0 + w.x1) / 2 <= xs[-1] and ys[0] <= w.middle <= ys[-1]]
        labels = _labels(left, xs, ys)
        if labels:
            inside += labels
            xs = [min(w.x0 for w in labels) - 1, *xs]
        rows = _ruled_rows(xs, ys, across, down, inside)
        if len(inside) < 2 or sum(bool(f.text) for row in rows for f in row) < 3 or _is_coarse(xs, ys, inside):
            continue
        longest, whole = max(len(f.text) for row in rows for f in row), sum(len(w.text) + 1 for w in inside)
        if longest > 0.8 * whole > 600:
            continue  # a frame round a page of text
        grids.append(Grid(xs[0], ys[0], xs[-1], ys[-1], rows))
        taken = set(map(id, inside))
        left = [w for w in left if id(w) not in taken]
    return grids, left


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that lie on one another or meet end to end, as one."""
    out: list[Rule] = []
    lanes: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if lanes and rule.at - lanes[-1][-1].at < 1.5 and rule.at - lanes[-1][0].at < _SNAP:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    for lane in lanes:
        at = median(r.at for r in lane)
        start = end = None
        for rule in sorted(lane, key=lambda r: r.start):
            if start is not None and end is not None and rule.start <= end + _SNAP:
                end = max(end, rule.end)
                continue
            if start is not None and end is not None:
                out.append(Rule(at, start, end))
            start, end = rule.start, rule.end
        if start is not None and end is not None:
            out.append(Rule(at, start, end))
    return out


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that cross or touch one another."""
    parent = list(range(len(across) + len(down)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if h.start - _SNAP <= v.at <= h.end + _SNAP and v.start - _SNAP <= h.at <= v.end + _SNAP:
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, h in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(down):
        groups.setdefault(root(len(across) + j), ([], []))[1].append(v)
    found = [g for g in groups.values() if g[0] and g[1]]
    return sorted(found, key=lambda g: min(h.at for h in g[0]))


def _positions(crossing: list[Rule], rules: list[Rule]) -> list[float]:
    """Where `rules` stand, and where those `crossing` them end beyond the outermost, as in a table without sides."""
    found: list[float] = []
    for at in sorted(r.at for r in rules):
        if not found or at - found[-1] > _SNAP:
            found.append(at)
    start, end = min(r.start for r in crossing), max(r.end for r in crossing)
    return [*([start] if start < found[0] - 2 * _SNAP else []), *found, *([end] if end > found[-1] + 2 * _SNAP else [])]


def _labels(words: list[Word], xs: list[float], ys: list[float]) -> list[Word]:
    """Words left of a ruled box that label most of its rows."""
    near = [w for w in words if ys[0] <= w.middle <= ys[-1] and xs[0] - 120 < w.x0 and w.x1 <= xs[0] + 2]
    labelled = {_slot(ys, w.middle) for w in near}
    return near if len(labelled) >= max(3, 0.6 * (len(ys) - 1)) else []


def _is_coarse(xs: list[float], ys: list[float], words: list[Word]) -> bool:
    """Whether the rules only divide groups of rows, each slot holding column over column of figures."""
    figures: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        if _FIGURE.fullmatch(word.text):
            figures.setdefault((_slot(ys, word.middle), _slot(xs, (word.x0 + word.x1) / 2)), []).append(word)
    return any(len(lines_of(held)) >= 4 for held in figures.values())


def _ruled_rows(
    xs: list[float], ys: list[float], across: list[Rule], down: list[Rule], words: list[Word]
) -> tuple[tuple[Field, ...], ...]:
    """Cells by the rules between them: where one is missing, two slots of the grid are one cell."""
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        slot = (_slot(ys, word.middle), _slot(xs, (word.x0 + word.x1) / 2))
        held.setdefault(slot, []).append(word)
    height, width = len(ys) - 1, len(xs) - 1

    def wall_right(row: int, column: int) -> bool:
        middle = (ys[row] + ys[row + 1]) / 2
        return any(abs(v.at - xs[column + 1]) <= _SNAP and v.start <= middle <= v.end for v in down)

    def wall_below(row: int, column: int) -> bool:
        middle = (xs[column] + xs[column + 1]) / 2
        return any(abs(h.at - ys[row + 1]) <= _SNAP and h.start <= middle <= h.end for h in across)

    used: set[tuple[int, int]] = set()
    rows: list[tuple[Field, ...]] = []
    for row in range(height):
        fields: list[Field] = []
        for column in range(width):
            if (row, column) in used:
                continue
            wide = tall = 1
            while column + wide < width and (row, column + wide) not in used and not wall_right(row, column + wide - 1):
                wide += 1
            while row + tall < height and not any(wall_below(row + tall - 1, column + c) for c in range(wide)):
                tall += 1
            slots = [(row + r, column + c) for r in range(tall) for c in range(wide)]
            used.update(slots)
            inside = [word for slot in slots for word in held.get(slot, ())]
            fields.append(Field(_cell_text(inside), column, False, None, tall, wide))
        rows.append(tuple(fields))
    return tuple(rows)


def _slot(edges: list[float], at: float) -> int:
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def _cell_text(words: list[Word]) -> str:
    return " ".join(line.text for line in lines_of(words))


# --- aligned ---------------------------------------------------------------------------------------------------------


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
            row[_slot(bounds, (max(piece[0].x0, bounds[0]) + piece[-1].x1) / 2)].extend(piece)
        table.append(row)
    full = [row for row in table if sum(map(bool, row)) >= 2]
    cells = [" ".join(w.text for w in cell) for row in table for cell in row if cell]
    numeric = sum(any(c.isdigit() for c in text) and len(text) <= 24 for text in cells)
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
    return Grid(bounds[0], lines[0].y0, bounds[-1], lines[-1].y1, fields)


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
