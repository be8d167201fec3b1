"""Tables drawn with rules: box characters (┌ ─ │) as a browser's text export draws them, or `+---+` and `|`.

A rule line tells where the columns are; the lines between two rules are one row, however many lines its cells take.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.block import Line

Span = tuple[int, int]
Row = dict[int, tuple[list[Span], int]]
"""Column → (the spans of the cell's lines, how many columns it covers)."""

_RULE = re.compile(r"[┌├└╔╠╚┏┣┗+][─━═┬┼┴╦╬╩┳╋┻+=-]*[┐┤┘╗╣╝┓┫┛+]")
_PART_RULE = re.compile(r"[│┃║|][\s│┃║|]*[├╠┣][─━═┬┼┴╦╬╩┳╋┻]+[┤╣┫]|[├╠┣][─━═┬┼┴╦╬╩┳╋┻]+[┤╣┫][\s│┃║|]*[│┃║|]")
"""A rule that parts the rows of some columns, while a cell beside it goes on and prints nothing there."""
_UPRIGHT = re.compile(r"[│┃║|]")
_DOWN = frozenset("┌┬┐├┼┤╔╦╗╠╬╣┏┳┓┣╋┫+")
_OPENED, _CLOSED = frozenset("┌╔┏"), frozenset("└╚┗")
_MOST_GAP = 1  # blank lines that a drawing may hold


def drawn(lines: Sequence[Line]) -> tuple[list[list[Row]], list[Line]]:
    """(the tables drawn in `lines`, each as its rows; the lines that belong to none)."""
    found: list[list[Row]] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        end = _extent(lines, at)
        rows = _rows(lines[at:end]) if end - at >= 3 else []
        if rows:
            found.append(rows)
            at = end
        else:
            rest.append(lines[at])
            at += 1
    return found, rest


def _extent(lines: Sequence[Line], at: int) -> int:
    """The line after the drawing that starts at line `at` with a rule; `at` where none starts there."""
    if not _is_rule(lines[at]):
        return at
    end = at + 1
    while end < len(lines) and lines[end].gap <= _MOST_GAP and any(is_so(lines[end]) for is_so in _DRAWN):
        end += 1
        if end < len(lines) and lines[end - 1].text.strip()[:1] in _CLOSED and lines[end].text.strip()[:1] in _OPENED:
            break  # the next line opens a table of its own
    return end


def _is_rule(line: Line) -> bool:
    return _RULE.fullmatch(line.text.strip()) is not None


def _is_row(line: Line) -> bool:
    text = line.text.strip()
    return len(text) > 1 and _UPRIGHT.match(text) is not None and _UPRIGHT.fullmatch(text[-1]) is not None


def _is_part_rule(line: Line) -> bool:
    return _PART_RULE.fullmatch(line.text.strip()) is not None


_DRAWN = (_is_rule, _is_row, _is_part_rule)


def _rows(lines: Sequence[Line]) -> list[Row]:
    rules = [line.text.strip() for line in lines if _is_rule(line)]
    edges = sorted({i for rule in rules for i, mark in enumerate(rule) if mark in _DOWN or i in (0, len(rule) - 1)})
    rows: list[Row] = []
    above, current = "", []
    for line in [*lines, None]:
        if line is not None and not _is_rule(line) and not _is_part_rule(line):
            current.append(line)
            continue
        if current:
            rows.append(_row(current, above, edges))
            current = []
        above = line.text.strip() if line is not None and _is_rule(line) else ""
    return rows if len(rows) >= 2 and max(max(row) for row in rows) >= 1 else []


def _row(lines: Sequence[Line], above: str, edges: Sequence[int]) -> Row:
    """One row: its cells start where the rule above it has an arm that goes down."""
    starts = [i for i, mark in enumerate(above) if mark in _DOWN]
    row: Row = {}
    for line in lines:
        marks = [m.start() for m in _UPRIGHT.finditer(line.text)]
        count = len(marks) - 1
        placed = [edges.index(i) for i in starts] if len(starts) == count + 1 else list(range(count + 1))
        for nth in range(count):
            body = line.text[marks[nth] + 1 : marks[nth + 1]]
            lead = len(body) - len(body.lstrip())
            start = line.start + marks[nth] + 1 + (lead if body.strip() else 0)
            span = (start, start + len(body.strip()))
            pieces, _ = row.setdefault(placed[nth], ([], placed[nth + 1] - placed[nth]))
            pieces.append(span)
    return {column: (_filled(pieces), wide) for column, (pieces, wide) in row.items()}


def _filled(pieces: Sequence[Span]) -> list[Span]:
    """The lines of a cell that hold something; its first, empty, where none does."""
    return [piece for piece in pieces if piece[1] > piece[0]] or list(pieces[:1])
