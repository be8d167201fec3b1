"""Tables whose cells are ruled off: lines on the page to rows and cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from indexer.readers.draft import Field
from indexer.readers.pdf_lines import FIGURE, lines_of
from indexer.readers.pdf_page import Page, Rule
from indexer.readers.pdf_words import Word

_SNAP = 3.0  # points: rules no further apart are one


@dataclass(frozen=True, slots=True)
class Grid:
    """A table found on a page: where it stands and its rows; the white bands between its columns, if no rules are."""

    x0: float
    y0: float
    x1: float
    y1: float
    rows: tuple[tuple[Field, ...], ...]
    bands: tuple[tuple[float, float], ...] = ()


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
        if (len(ys) - 1) * (len(xs) - 1) > 50 * max(10, len(inside)):
            continue  # squared paper, a map, a chart
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
    labelled = {slot(ys, w.middle) for w in near}
    return near if len(labelled) >= max(3, 0.6 * (len(ys) - 1)) else []


def _is_coarse(xs: list[float], ys: list[float], words: list[Word]) -> bool:
    """Whether the rules only divide groups of rows, each slot holding column over column of figures."""
    figures: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        if FIGURE.fullmatch(word.text):
            figures.setdefault((slot(ys, word.middle), slot(xs, (word.x0 + word.x1) / 2)), []).append(word)
    return any(len(lines_of(held)) >= 4 for held in figures.values())


def _ruled_rows(
    xs: list[float], ys: list[float], across: list[Rule], down: list[Rule], words: list[Word]
) -> tuple[tuple[Field, ...], ...]:
    """Cells by the rules between them: where one is missing, two slots of the grid are one cell."""
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        held.setdefault((slot(ys, word.middle), slot(xs, (word.x0 + word.x1) / 2)), []).append(word)
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
            inside = [word for place in slots for word in held.get(place, ())]
            fields.append(Field(_cell_text(inside), column, False, None, tall, wide))
        rows.append(tuple(fields))
    return tuple(rows)


def slot(edges: list[float], at: float) -> int:
    """Which of the spaces between `edges` (in order) holds `at`; the first or last where it lies outside."""
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def _cell_text(words: list[Word]) -> str:
    return " ".join(line.text for line in lines_of(words))
