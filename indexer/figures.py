"""Rows whose figures end the line, as wide gaps or the single spaces of PDF-to-text leave them.

Nothing here guesses which column a figure belongs to when cells are missing from its row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from indexer.block import Block, Line, Row, Span, printed
from indexer.grid import PERIOD, TOTAL, is_period
from indexer.headings import columns, heading_like
from indexer.lists import LOOSE_END
from indexer.numbers import state

_VALUE = re.compile(
    r"(?:[£$€]?[-−]?\d[\d,]*(?:\.\d+)?(?:%|k|m|bn)?|\([£$€]?\d[\d,]*(?:\.\d+)?\)|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)"
    r"|\d{1,3}:[0-5]\d(?::[0-5]\d)?|[-–—*ı]|<\s?\d+|[£$€]\.\d+)",
    re.IGNORECASE,
)

_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_HEADING = re.compile(r"^(?:Table|Question)\b|^Q?\d+[.)a-z]|https?:|www\.")
"""What no heading of a column begins with or holds: a table's own number, a question's, the address of a page."""


def _cut(line: Line) -> tuple[list[Span], list[Span], bool]:
    """A line as (label, cells, wide): the words that open it, the figures that close it.

    It is wide where gaps of two spaces part them.
    """
    bullet = re.match(r"[-–•*○▪·]\s+(?=\S+\s)", line.text)
    chunks = [
        (m.start(), m.end()) for m in re.compile(r"\S+(?: \S+)*").finditer(line.text, bullet.end() if bullet else 0)
    ]
    label: list[Span] = []
    cells: list[Span] = []
    for index, (start, end) in enumerate(chunks):
        words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", line.text[start:end])]
        if index == 0:
            period = PERIOD.match(line.text, start)
            named = 0
            if period and (period.end() == end or line.text[period.end() : period.end() + 1] == " "):
                named = sum(w[1] <= period.end() for w in words)
            keep = len(words)
            while keep > named and _VALUE.fullmatch(line.text[slice(*words[keep - 1])]):
                keep -= 1
            if keep:
                label = [(words[0][0], words[keep - 1][1])]
            cells += words[keep:]
        elif all(_VALUE.fullmatch(line.text[slice(*w)]) for w in words):
            cells += words
        else:
            cells.append((start, end))
    shift = line.start
    return [(a + shift, b + shift) for a, b in label], [(a + shift, b + shift) for a, b in cells], len(chunks) > 1


def _is_figure(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None


def figures(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    cuts = [_cut(line) for line in lines]
    good = [not taken[i] and _row_like(lines[i], cuts[i]) for i in range(len(lines))]
    for i in [n for n, row in enumerate(good[:-1]) if row and good[n + 1] and _years_over(lines, cuts, n)]:
        good[i] = False
    found, at = [], 0
    while at < len(lines):
        if taken[at] or not (good[at] or _all_periods(lines[at].text)):
            at += 1
            continue
        if _all_periods(lines[at].text):
            block = _under_periods(lines, cuts, taken, at)
            if block:
                found.append(block)
                at = block.last + 1
                continue
        members = [at] if good[at] else []
        probe = at + 1
        while probe < len(lines) and not taken[probe]:
            if good[probe]:
                members.append(probe)
            elif not members or probe - members[-1] > 12 or not _wrap_like(lines[probe].text):
                break
            probe += 1
        for cut in range(1, len(members)):
            label = printed(lines, *cuts[members[cut]][0][0]) if cuts[members[cut]][0] else ""
            if members[cut] - members[cut - 1] > 1 and is_period(label):
                members = members[:cut]  # what stands between two periods is the heading of the next table
                break
        block = _table_of(lines, cuts, taken, members, found[-1].last if found else -1) if members else None
        if block:
            found.append(block)
        at = (members[-1] if members else at) + 1
    return found


def _row_like(line: Line, cut: tuple[list[Span], list[Span], bool]) -> bool:
    label, cells, wide = cut
    text = line.text
    if not cells or _all_periods(text) or text.rstrip().endswith((".", "?", ";", ",")):
        return False
    said = [text[a - line.start : b - line.start] for a, b in cells]
    figures = sum(map(_is_figure, said))
    if wide and not figures and label and all(state(one) == "suppressed" for one in said):
        figures = len(said)
    if wide and not figures:
        return False
    if len(cells) == 1 and not wide and not re.search(r"\d", text[cells[0][0] - line.start : cells[0][1] - line.start]):
        return False
    words = text[: label[0][1] - line.start].split() if label else []
    loose = bool(words) and (words[-1].lower().strip("(") in LOOSE_END or len(words) > 16)
    if loose and wide and figures == len(cells) >= 2 and len(words) <= 16:
        loose = False  # "Theft from the      45    52    61", and "person" under it
    return not loose and figures > 0


def _years_over(lines: Sequence[Line], cuts: Sequence[tuple[list[Span], list[Span], bool]], at: int) -> bool:
    """Whether line `at` heads a column of labels and columns of years, one on from the other: "Customer 2021 2022"."""
    label = cuts[at][0]
    above, below = ([printed(lines, *cell) for cell in cut[1]] for cut in (cuts[at], cuts[at + 1]))
    if not label or len(printed(lines, *label[0]).split()) > 4 or not 2 <= len(above) == len(below):
        return False
    if not all(map(_YEAR.fullmatch, above)) or all(map(_YEAR.fullmatch, below)):
        return False
    return {int(b) - int(a) for a, b in pairwise(above)} in ({1}, {-1})


def _wrap_like(text: str) -> bool:
    inside = [w for w in text.split() if _VALUE.fullmatch(w)]
    if len(inside) > 1 or any(w.count("/") == 2 for w in inside):
        return False
    return (
        len(text) <= 64
        and not text.endswith("?")
        and not re.match(r"^(?:Q?\d+[.):]|Question|Questions|Table|Dear)\b", text)
    )


_PERIODS_OPEN = re.compile(
    r"\W*(?:\d|q|fy|year|calendar|financial|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|grand|overall|total|period|date|month)",
    re.IGNORECASE,
)


def _all_periods(text: str) -> bool:
    if not _PERIODS_OPEN.match(text):  # most lines: the patterns below take their time
        return False
    parts = [m[0] for m in PERIOD.finditer(text)]
    rest = PERIOD.sub(" ", text)
    return (
        len(parts) >= 2
        and re.fullmatch(
            r"\W*(?:grand|overall)?\W*(?:totals?)?\W*|\W*(?:year|period|date|month)\W*", rest, re.IGNORECASE
        )
        is not None
    )


def _under_periods(
    lines: Sequence[Line], cuts: Sequence[tuple[list[Span], list[Span], bool]], taken: Sequence[bool], at: int
) -> Block | None:
    """A line of years with a line (or more) of as many figures under it."""
    line = lines[at]
    heads = [
        (m.start(), m.end())
        for m in re.finditer(rf"{PERIOD.pattern}|(?:grand |overall )?totals?", line.text, re.IGNORECASE)
    ]
    rows = []
    probe = at + 1
    while probe < len(lines) and not taken[probe]:
        label, cells, _ = cuts[probe]
        if len(cells) != len(heads) or _all_periods(lines[probe].text):
            break
        rows.append(Row(label, cells))
        probe += 1
    if not rows:
        return None
    labelled = any(row.label for row in rows)
    first = tuple((i + labelled, (line.start + a, line.start + b), 1) for i, (a, b) in enumerate(heads))
    return Block((first,), tuple(rows), len(heads), labelled, at, probe - 1)


def _table_of(
    lines: Sequence[Line],
    cuts: Sequence[tuple[list[Span], list[Span], bool]],
    taken: Sequence[bool],
    members: list[int],
    floor: int,
) -> Block | None:
    rows: list[Row] = []
    starts: list[int] = []
    longest = max((b - a for at in members for a, b in cuts[at][0]), default=0) if cuts[members[0]][2] else 0
    for at in members:
        label, cells, _ = cuts[at]
        if not label and rows and at - 1 in members and (not starts or at != starts[-1]):
            rows[-1].cells.extend(cells)
            continue
        wraps = list(range((members[members.index(at) - 1] if rows else at - 1) + 1, at))
        while rows and wraps and _is_tail(rows[-1], wraps, at, lines, label, longest):
            tail = lines[wraps.pop(0)]
            rows[-1].label.append((tail.start, tail.end))
        rows.append(Row([(lines[i].start, lines[i].end) for i in wraps] + label, list(cells)))
        starts.append(at)
    counts = Counter(len(row.cells) for row in rows)
    width = max(counts)
    strong = sum(n >= 2 for row in rows if (n := len(row.cells)))
    above, lifted = _heading(lines, cuts, taken, starts[0] if starts else 0, floor, width, rows, starts)
    text_of = {line.start: line for line in lines}

    def label_text(row: Row) -> str:
        return " ".join(
            text_of[s].text if s in text_of and text_of[s].end == e else printed(lines, s, e) for s, e in row.label
        )

    named = [label_text(row) for row in rows]
    if (
        (strong >= 2 and width >= 2)
        or (strong == 1 and above and (is_period(named[0]) or TOTAL.search(named[0])) and len(rows) == 1)
        or (
            width == 1
            and len(rows) >= 2
            and all(_label_like(label) for label in named)
            and members[-1] - members[0] < 2 * len(members)
        )
    ):
        pass
    else:
        return None
    if lifted:
        rows[0].label[:0] = [(lines[i].start, lines[i].end) for i in lifted]
    first = above[0] if above else (lifted[0] if lifted else starts[0])
    heads, guessed = columns([lines[i] for i in above], width)
    return Block(heads, tuple(rows), width, True, first, members[-1], guessed)


def _is_tail(
    row: Row, wraps: Sequence[int], at: int, lines: Sequence[Line], label: Sequence[Span], longest: int
) -> bool:
    """Whether the first of the lines `wraps` before the row on line `at` ends the label of the row above.

    Else it begins that of the row on `at`, which goes on with `label`. Blank lines tell, then small letters, then room:
    a label is wrapped where its next word would have made it longer than the longest, `longest`, is.
    """
    above = printed(lines, *row.label[-1]) if row.label else ""
    line = lines[wraps[0]]
    if _closes(above, line.text):
        return True
    if not longest or not above or len(line.text) > longest + 2 or line.text.endswith(":"):
        return False
    below = lines[at].text if label else ""
    after = lines[wraps[1]] if len(wraps) > 1 else lines[at]
    if bool(line.gap) != bool(after.gap):
        return not line.gap
    if line.text[:1].islower() != below[:1].islower():
        return line.text[:1].islower()
    ended = len(above) + 1 + len(line.text.split()[0]) > longest
    begun = len(line.text) + 1 + len(after.text.split()[0]) > longest
    return ended and not begun


def _closes(label: str, text: str) -> bool:
    """True where a line of words ends the label of the row above it: it closes its bracket or opens with a stroke."""
    return text.startswith("/") or (label.count("(") > label.count(")") and text.count(")") > text.count("("))


def _label_like(label: str) -> bool:
    words = label.split()
    return bool(words) and (
        is_period(label) or (len(words) <= 8 and not label[0].islower() and words[-1].lower() not in LOOSE_END)
    )


def _heading(
    lines: Sequence[Line],
    cuts: Sequence[tuple[list[Span], list[Span], bool]],
    taken: Sequence[bool],
    start: int,
    floor: int,
    width: int,
    rows: Sequence[Row],
    starts: Sequence[int],
) -> tuple[list[int], list[int]]:
    """Lines above the first row, as (heading lines, lines that open the first row's label)."""
    above: list[int] = []
    at = start - 1
    while at > floor and not taken[at] and len(above) < 8 and not lines[at + 1].gap > 1:
        text = lines[at].text
        if any(_VALUE.fullmatch(w) and w[-1:].isdigit() and not is_period(w) for w in text.split()):
            break
        sentence = text.endswith((".", "?", ";")) or (text.endswith(":") and len(text.split()) > 4)
        if sentence or len(text) > 110 or _NO_HEADING.search(text):
            break
        above.insert(0, at)
        if _wide_heads(lines[at].text, width) or _over_values(lines[at], width) or _years_over(lines, cuts, at):
            break  # its heading is this one line; what is above is a caption
        at -= 1
    label = printed(lines, *rows[0].label[-1]) if rows[0].label else ""
    if is_period(label) or TOTAL.search(label) or not above:
        return above, []
    usual = median([len(row.label) - 1 for row in rows[1:] if row.label] or [0])
    lifted: list[int] = []
    while above and len(lifted) < 8:
        words = lines[above[-1]].text.split()
        capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in words)
        if heading_like(lines[above[-1]].text, width) or _wide_heads(lines[above[-1]].text, width):
            break
        if lines[above[-1]].indent > len(label) and any(_over_values(lines[i], width) for i in above):
            break  # the rest of a heading
        if not (len(lifted) < usual or label[:1].islower() or (capitals < width and width >= 4 and len(words) > 2)):
            break
        label = lines[above[-1]].text
        lifted.insert(0, above.pop())
    return above, lifted


def _wide_heads(text: str, width: int) -> bool:
    return len(re.findall(r"\S {2,}\S", text)) >= min(2, width)


def _over_values(line: Line, width: int) -> bool:
    """True for a line that names two columns of figures and leaves that of the labels blank."""
    return width == 2 and line.indent > 0 and len(re.findall(r"\S {2,}\S", line.text)) == width - 1
