"""Tables in plain text whose columns show: in every row the cells stand under one another, with white space between.

The columns are read off the rows of figures; then a heading belongs to the column that it stands over, however many
lines it wraps over, and a row with fewer cells than columns has gaps where nothing stands. What does not fit so is left
to `indexer.figures`, which needs no columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.block import Block, Head, Line, Row, Span, printed
from indexer.grid import is_period
from indexer.lists import LOOSE_END
from indexer.numbers import state

_CHUNK = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[-=_–—+ ]{3,}")
_SUM = re.compile(r"(?:^|\s)\d{1,3}(?:,\d{3})+(?:\.\d\d)?(?=\s|$)")
_PAGE = re.compile(r"\bpage\W{0,3}\d+\b|\b\d+ of \d+\b", re.IGNORECASE)
_FEWEST = 3
"""Columns, that of the labels among them."""
_HEADINGS = 6
"""Lines that headings may wrap over."""
_LONGEST = 60
"""Characters of a line that stands alone in one column."""
_INDENTED = 4
"""Characters from the margin at which a lone piece of a heading stands."""
_TRIES = 8
"""Rows, one below the other, that a table is looked for from."""
_BETWEEN = 4
"""Lines of furniture between two pages of one table."""


def placed(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    """Every such table on `lines`, one that goes on over the page as one."""
    found: list[Block] = []
    standing: list[Span] = []
    at = tries = 0
    while at < len(lines):
        if taken[at] or not _is_row(lines[at]):
            at, tries = at + 1, 0
            continue
        made = _table(lines, taken, at, found) if tries < _TRIES else None
        goes_on = made is not None and bool(found) and _goes_on(lines, found[-1], made[0], standing, made[1])
        if made is None or not (goes_on or made[0].heads):
            at, tries = at + 1, tries + 1
            continue
        block, standing = made
        if goes_on:
            found[-1] = replace(found[-1], rows=(*found[-1].rows, *block.rows), last=block.last)
        else:
            found.append(block)
        at, tries = block.last + 1, 0
    return found


def _table(
    lines: Sequence[Line], taken: Sequence[bool], at: int, found: Sequence[Block]
) -> tuple[Block, list[Span]] | None:
    """The table whose first row of figures is line `at`, and where its columns stand; None where they do not show."""
    columns = _columns(lines, taken, at)
    if len(columns) < _FEWEST:
        return None
    body = _body(lines, taken, at, columns)
    if body is None:
        return None
    rows, last = body
    full = [row for row in rows if len(row.cells) == len(columns) - 1]
    if 2 * len(full) < len(rows):
        return None
    if len(rows) == 1 and not all(_is_figure(printed(lines, *cell)) for cell in rows[0].cells):
        return None
    heads, first = _headings(lines, taken, at, columns, found[-1].last if found else -1)
    if not heads and not (found and lines[at].gap):
        return None
    return Block(heads, tuple(rows), len(columns) - 1, True, first, last), columns


def _chunks(line: Line) -> list[Span]:
    """Where the pieces of a line that gaps of two spaces part stand, counted from the margin."""
    return [(line.indent + m.start(), line.indent + m.end()) for m in _CHUNK.finditer(line.text)]


def _said(line: Line, chunk: Span) -> str:
    return line.text[chunk[0] - line.indent : chunk[1] - line.indent]


def _span(line: Line, chunk: Span) -> Span:
    shift = line.start - line.indent
    return chunk[0] + shift, chunk[1] + shift


def _is_figure(text: str) -> bool:
    return state(text) in ("number", "none", "suppressed") and not is_period(text)


def _is_whole(text: str) -> bool:
    """Whether a cell is a figure or words: a sum among words is a cell that ran into another."""
    return _SUM.search(text) is None or len(text.split()) < 3


def _is_rule(line: Line) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _is_row(line: Line) -> bool:
    """Whether a line holds a label and, behind wide gaps, a figure."""
    if "  " not in line.text or "\t" in line.text or _is_rule(line):
        return False
    first, *rest = _chunks(line)
    return not _is_figure(_said(line, first)) and any(_is_figure(_said(line, chunk)) for chunk in rest)


def _columns(lines: Sequence[Line], taken: Sequence[bool], at: int) -> list[Span]:
    """The stretches from the margin that the rows of figures from line `at` on fill, each a column."""
    filled: list[Span] = []
    for row in range(at, len(lines)):
        if taken[row] or (row > at and lines[row].gap > 1):
            break
        if _is_rule(lines[row]):
            continue
        if not _is_row(lines[row]):
            if row > at and "  " in lines[row].text:
                break
            continue
        wider = _merged([*filled, *_chunks(lines[row])])
        if filled and len(wider) < len(filled):
            break  # another table's columns
        filled = wider
    return filled


def _merged(spans: Sequence[Span]) -> list[Span]:
    """`spans` with those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _under(columns: Sequence[Span], chunk: Span) -> list[int]:
    return [n for n, (start, end) in enumerate(columns) if start < chunk[1] and chunk[0] < end]


def _body(
    lines: Sequence[Line], taken: Sequence[bool], at: int, columns: Sequence[Span]
) -> tuple[list[Row], int] | None:
    """The rows from line `at` on, and the line that the last one ends on; None where a line among them may be part of
    the row above it or of that below."""
    rows: list[Row] = []
    pending: list[Span] = []
    last = at
    for n in range(at, len(lines)):
        line = lines[n]
        if taken[n] or "\t" in line.text or (n > at and line.gap > 1):
            break
        if _is_rule(line):
            continue
        chunks = _chunks(line)
        under = [_under(columns, chunk) for chunk in chunks]
        places = [one[0] for one in under if len(one) == 1]
        said = [_said(line, chunk) for chunk in chunks]
        if len(places) < len(chunks) or len(set(places)) < len(places):
            if not line.gap and any(map(_is_figure, said)):
                return None  # a row that stands elsewhere: these are no columns
            break
        if not all(map(_is_whole, said)) or (places[0] == 0 and _is_figure(said[0])):
            return None
        if places == [0]:  # a label that wraps
            if line.gap or len(line.text) > _LONGEST or line.text.endswith((".", "?", ":", ";")):
                break
            label = lines[last].text if rows else ""
            if (
                rows
                and not pending
                and last == n - 1
                and rows[-1].label
                and _reads_on(printed(lines, *rows[-1].label[-1]), line.text)
            ):
                rows[-1].label.append((line.start, line.end))
                last = n
            elif _opens_row(lines, n, columns):
                pending.append((line.start, line.end))
            elif label and _has_row(lines, taken, n, columns):
                return None
            else:
                break
            continue
        if places[0] != 0 and not pending and not (rows and _is_rule(lines[n - 1]) and all(map(_is_figure, said))):
            break  # a row without a label is the sum under a rule
        if not any(_is_figure(_said(line, chunk)) for chunk in chunks[1 - bool(places[0]) :]) and not rows:
            break
        label_spans = [_span(line, chunks[0])] if places[0] == 0 else []
        row = Row([*pending, *label_spans], [_span(line, chunk) for chunk in chunks[len(label_spans) :]])
        row.at = [place for place in places if place]
        rows.append(row)
        pending, last = [], n
    return (rows, last) if rows else None


def _reads_on(above: str, below: str) -> bool:
    """Whether `below` goes on with the label `above`."""
    words = above.split()
    begun = below[:1].islower() or below.startswith(("(", "/", "&", "–", "-"))
    return begun or above.endswith((",", "-", "–", "/", "&")) or words[-1].lower() in LOOSE_END


def _opens_row(lines: Sequence[Line], n: int, columns: Sequence[Span]) -> bool:
    """Whether the label on line `n` goes on below it, with the figures: "Fixed penalty" over "notices   4   6"."""
    if n + 1 >= len(lines) or lines[n + 1].gap or "  " not in lines[n + 1].text:
        return False
    below = lines[n + 1]
    chunks = _chunks(below)
    if _under(columns, chunks[0]) != [0]:
        return any(_is_figure(_said(below, chunk)) for chunk in chunks)
    return _is_row(below) and _reads_on(lines[n].text, _said(below, chunks[0]))


def _has_row(lines: Sequence[Line], taken: Sequence[bool], n: int, columns: Sequence[Span]) -> bool:
    """Whether a row in the same columns follows right below line `n`."""
    if n + 1 >= len(lines) or taken[n + 1] or lines[n + 1].gap > 1 or not _is_row(lines[n + 1]):
        return False
    return all(len(_under(columns, chunk)) == 1 for chunk in _chunks(lines[n + 1]))


def _headings(
    lines: Sequence[Line], taken: Sequence[bool], at: int, columns: Sequence[Span], floor: int
) -> tuple[tuple[tuple[Head, ...], ...], int]:
    """The headings over the rows that begin on line `at`, and the first line that they stand on."""
    found: list[tuple[Head, ...]] = []
    first = n = at
    edges = [(start, end) for start, end in columns]
    while n - 1 > floor and not taken[n - 1] and len(found) < _HEADINGS and lines[n].gap <= 1:
        n -= 1
        line = lines[n]
        if _is_rule(line):
            continue
        if "\t" in line.text or (found and lines[n + 1].gap and not _is_rule(lines[n + 1])):
            break
        chunks = _chunks(line)
        if len(chunks) == 1 and (line.indent < _INDENTED or _under(edges, chunks[0]) == [0]):
            break  # words at the margin are a caption
        placed_ = _groups(chunks, edges, lines, found) or _assigned(chunks, edges, bool(found))
        if placed_ is None or any(_is_figure(_said(line, chunk)) for chunk in chunks):
            break
        found.insert(0, tuple((column, _span(line, chunk), wide) for column, chunk, wide in placed_))
        for column, chunk, wide in placed_:
            if wide == 1:  # what stands over it stands over its heading too
                edges[column] = min(edges[column][0], chunk[0]), max(edges[column][1], chunk[1])
        if any(a[1] > b[0] for a, b in pairwise(edges)):
            edges = [(start, end) for start, end in columns]
        first = n
    if not any(column for head in found for column, _, _ in head):
        return (), at
    return tuple(found), first


def _groups(
    chunks: Sequence[Span], columns: Sequence[Span], lines: Sequence[Line], below: Sequence[Sequence[Head]]
) -> list[tuple[int, Span, int]] | None:
    """The pieces of a line each over as many columns, which are named alike from group to group below: two years, and
    "Vans", "Cars" under each."""
    chunks = [chunk for chunk in chunks if _under(columns, chunk) != [0]]
    width = len(columns) - 1
    each = width // len(chunks) if chunks else 0
    if len(chunks) < 2 or each < 2 or width % each or each * len(chunks) != width:
        return None
    for line in below:
        names = [printed(lines, *span) for column, span, wide in line if column and wide == 1]
        if len(names) == width and names == names[:each] * len(chunks):
            break
    else:
        return None
    groups = [(1 + each * n, chunk, each) for n, chunk in enumerate(chunks)]
    inside = all(columns[at][0] <= start and end <= columns[at + each - 1][1] for at, (start, end), _ in groups)
    return groups if inside else None


def _assigned(chunks: Sequence[Span], columns: Sequence[Span], below: bool) -> list[tuple[int, Span, int]] | None:
    """(column, piece, columns that it spans) of each piece of a heading; None where one stands over none for sure.

    A piece may span columns only where the lines `below` it name each of them.
    """
    found: list[tuple[int, Span, int]] = []
    if len(chunks) == len(columns) or (len(chunks) == len(columns) - 1 and chunks[0][0] >= columns[0][1]):
        return [(n, chunk, 1) for n, chunk in enumerate(chunks, len(columns) - len(chunks))]
    for chunk in chunks:
        under = _under(columns, chunk)
        if not under:
            near = sorted((max(start - chunk[1], chunk[0] - end), n) for n, (start, end) in enumerate(columns))
            if len(near) > 1 and near[0][0] == near[1][0]:
                return None
            under = [near[0][1]]
        if len(under) > 1 and (not below or under[0] == 0):
            return None
        found.append((under[0], chunk, len(under)))
    taken = [n for column, _, wide in found for n in range(column, column + wide)]
    if len(set(taken)) < len(taken):
        return None
    if len(chunks) == len(columns) - 1 and taken == list(range(len(chunks))):  # pushed to the left: the last has none
        return [(n, chunk, 1) for n, chunk in enumerate(chunks, 1)]
    return found


def _goes_on(
    lines: Sequence[Line], above: Block, below: Block, standing: Sequence[Span], columns: Sequence[Span]
) -> bool:
    """Whether the table `below` is the rest of the one `above` on the next page: without headings, in its columns."""
    between = lines[above.last + 1 : below.first]
    if below.heads or above.width != below.width or not 0 < len(between) <= _BETWEEN:
        return False
    return any(_PAGE.search(line.text) for line in between) and all(
        a < d and c < b for (a, b), (c, d) in zip(standing, columns, strict=True)
    )
