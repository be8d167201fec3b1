"""Lines of plain text to rows of tables: every layout in which letters print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.block import Block, Line, Row, Span, printed
from indexer.figures import figures
from indexer.grid import is_period
from indexer.lists import in_turn, pairs, period_lists
from indexer.numbers import state
from indexer.placed import placed
from indexer.stacked import stacked

_FURNITURE = re.compile(r"^(?:page\s+\d+(?:\s+of\s+\d+)?|\d+\s+of\s+\d+)$", re.IGNORECASE)
_MARKDOWN_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_COUNT = re.compile(r"\(\d[\d,]*\)")


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Every table that stands on `lines` (those of one answer, without page furniture), in order, none overlapping."""
    lines = [line for line in lines if not _FURNITURE.match(line.text)]
    found: list[Block] = []
    taken = [False] * len(lines)
    for finder in (_delimited, placed, pairs, period_lists, in_turn, stacked, figures):
        for block in finder(lines, taken):
            for at in range(block.first, block.last + 1):
                taken[at] = True
            found.append(_counted(block, lines))
    return sorted(found, key=lambda block: block.first)


def _counted(block: Block, lines: Sequence[Line]) -> Block:
    """A list that sets each count in brackets behind its name, "Quay Street (97)", as one of counts.

    Brackets make a figure negative in accounts, where others stand without them or a currency is named.
    """
    cells = [row.cells[0] for row in block.rows if len(row.cells) == 1 and row.label]
    if len(cells) < len(block.rows) or not all(_COUNT.fullmatch(printed(lines, *cell)) for cell in cells):
        return block
    return replace(block, rows=tuple(Row(row.label, [(a + 1, b - 1) for a, b in row.cells]) for row in block.rows))


def _delimited(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    found = []
    at = 0
    while at < len(lines):
        mark = "\t" if "\t" in lines[at].text else "|" if lines[at].text.count("|") >= 2 else None
        if mark is None and (end := _with_commas(lines, at)) > at:
            found.append(_split_run([(i, _split(lines[i], _COMMA)) for i in range(at, end)]))
            at = end
            continue
        if mark is None:
            at += 1
            continue
        run = [at]
        probe = at + 1
        while probe < len(lines) and probe - run[-1] <= 3:
            if mark in lines[probe].text:
                run.append(probe)
            probe += 1
        for part in _parted(lines, run):
            if len(part) >= 2:
                found.append(_split_run([(i, _split(lines[i], mark)) for i in part]))
        at = run[-1] + 1
    return [block for block in found if block is not None]


def _parted(lines: Sequence[Line], run: Sequence[int]) -> list[list[int]]:
    """The lines of a run between marks as tables: in Markdown a rule stands under the headings of each."""
    parts: list[list[int]] = [[]]
    for at in run:
        if len(parts[-1]) > 1 and parts[-1][-1] == at - 1 and _MARKDOWN_RULE.fullmatch(lines[at].text):
            parts.append([parts[-1].pop()])
        parts[-1].append(at)
    return parts


def _with_commas(lines: Sequence[Line], at: int) -> int:
    """The line after the rows between commas that begin at line `at`, "Kiosk, 12, 40", with their headings; else `at`.

    All have as many cells, the first a name and the others figures. Two rows are few where they hold one figure each.
    """
    width = lines[at].text.count(_COMMA)
    if not width:
        return at
    rows, end = 0, at
    while end < len(lines) and (end == at or not lines[end].gap):
        name, *cells = lines[end].text.split(_COMMA)
        if len(cells) != width or not name[:1].isalpha():
            break
        figures = all(state(cell) in ("number", "none", "suppressed") and not is_period(cell) for cell in cells)
        if not figures and (rows or end > at or any(len(cell.split()) > _HEADING for cell in cells)):
            break
        rows, end = rows + figures, end + 1
    return end if rows >= (2 if width > 1 else _FEWEST) else at


_COMMA = ", "
_FEWEST = 3
"""Rows of a name and one figure."""
_HEADING = 5
"""Words of a heading between commas."""


def _split(line: Line, mark: str) -> list[Span]:
    spans, at = [], line.start
    parts = line.text.split(mark)
    for number_, part in enumerate(parts):
        outer = mark == "|" and number_ in (0, len(parts) - 1) and not part.strip()
        if not outer:
            lead = len(part) - len(part.lstrip())
            spans.append((at + lead, at + lead + len(part.strip())) if part.strip() else (at, at))
        at += len(part) + len(mark)
    return spans


def _split_run(run: list[tuple[int, list[Span]]]) -> Block | None:
    rows = [(i, cells) for i, cells in run if len(cells) > 1]
    if len(rows) < 2:
        return None
    width = max(len(cells) for _, cells in rows)
    return Block((), tuple(Row([], cells) for _, cells in rows), width, False, rows[0][0], rows[-1][0])
