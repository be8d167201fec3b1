"""Lines of plain text to rows of a table: tabs, pipes, wide gaps, "label = value", and the single spaces that PDF-to-text leaves.

Every span is a pair of offsets into the canonical text. Nothing here guesses which column a figure belongs to when
cells are missing from its row: such figures stay together and the row is marked doubtful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from indexer.grid import PERIOD, TOTAL, is_period
from indexer.numbers import number, state

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of an answer, stripped: `text` stands at `start`; `gap` counts lines left out before it."""

    start: int
    text: str
    gap: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Row:
    """A row as printed: its label, which may stand in several pieces, and its cells from left to right."""

    label: list[Span] = field(default_factory=list)
    cells: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Block:
    """A table found in text: heading lines (each a list of (column, span, columns spanned)), rows, number of value columns.

    `labelled` says whether column 0 holds row labels; `first` and `last` are the lines it stands on.
    """

    heads: tuple[tuple[tuple[int, Span, int], ...], ...]
    rows: tuple[Row, ...]
    width: int
    labelled: bool
    first: int
    last: int
    guessed: bool = False


_VALUE = re.compile(
    r"(?:[£$€]?[-−]?\d[\d,]*(?:\.\d+)?(?:%|k|m|bn)?|\([£$€]?\d[\d,]*(?:\.\d+)?\)|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|[-–—*ı]|<\s?\d+|[£$€]\.\d+)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-–•*○◦▪·➢]|\(?[a-z]\)|\d{1,2}[.)])\s+")
_PAIR = re.compile(
    r"^(?P<label>[^=\t|]{1,90}?)(?:\s*=\s*|\s*:(?:\s+|(?=[£\d]))|\s+[-–—]+\s*|\s?–\s?)(?P<value>[^\s].*)$"
)
_MANY = re.compile(
    rf"(?<![\w/])(?P<label>{PERIOD.pattern})\s*(?:=|:|\s[-–—])\s*(?P<value>[£$€]?\d[\d,]*(?:\.\d+)?%?)(?![\w/])",
    re.IGNORECASE,
)
_STARTERS = set(
    [
        "total",
        "number",
        "primary",
        "secondary",
        "male",
        "female",
        "cost",
        "value",
        "count",
        "percentage",
        "grand",
        "overall",
        "adult",
        "adults",
        "children",
        "childrens",
        "amount",
        "average",
        "rate",
        "no",
        "requests",
        "received",
        "granted",
        "refused",
        "issued",
        "spend",
        "budget",
        "q1",
        "q2",
        "q3",
        "q4",
    ]
)
_LOOSE_END = {
    "of",
    "on",
    "in",
    "to",
    "the",
    "and",
    "for",
    "from",
    "by",
    "section",
    "a",
    "an",
    "than",
    "is",
    "was",
    "were",
    "are",
    "or",
    "with",
    "at",
}
_FURNITURE = re.compile(r"^(?:page\s+\d+(?:\s+of\s+\d+)?|\d+\s+of\s+\d+)$", re.IGNORECASE)


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Every table that stands on `lines` (one answer's lines, furniture already left out), in order, none overlapping."""
    lines = [line for line in lines if not _FURNITURE.match(line.text)]
    found: list[Block] = []
    taken = [False] * len(lines)
    for finder in (_delimited, _pairs, _period_lists, _figures):
        for block in finder(lines, taken):
            for at in range(block.first, block.last + 1):
                taken[at] = True
            found.append(block)
    return sorted(found, key=lambda block: block.first)


# Tabs and pipes ----------------------------------------------------------------------------------------------------


def _delimited(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    found = []
    at = 0
    while at < len(lines):
        mark = "\t" if "\t" in lines[at].text else "|" if lines[at].text.count("|") >= 2 else None
        if mark is None:
            at += 1
            continue
        run = [at]
        probe = at + 1
        while probe < len(lines) and probe - run[-1] <= 3:
            if mark in lines[probe].text:
                run.append(probe)
            probe += 1
        if len(run) >= 2:
            found.append(_split_run([(i, _split(lines[i], mark)) for i in run]))
        at = run[-1] + 1
    return [block for block in found if block is not None]


def _split(line: Line, mark: str) -> list[Span]:
    spans, at = [], line.start
    parts = line.text.split(mark)
    for number_, part in enumerate(parts):
        outer = mark == "|" and number_ in (0, len(parts) - 1) and not part.strip()
        if not outer:
            lead = len(part) - len(part.lstrip())
            spans.append((at + lead, at + lead + len(part.strip())) if part.strip() else (at, at))
        at += len(part) + 1
    return spans


def _split_run(run: list[tuple[int, list[Span]]]) -> Block | None:
    rows = [(i, cells) for i, cells in run if len(cells) > 1]
    if len(rows) < 2:
        return None
    width = max(len(cells) for _, cells in rows)
    return Block((), tuple(Row([], cells) for _, cells in rows), width, False, rows[0][0], rows[-1][0])


# "label = value" ---------------------------------------------------------------------------------------------------


def _pair(line: Line) -> Row | None:
    bullet = _BULLET.match(line.text)
    offset = bullet.end() if bullet else 0
    body = line.text[offset:]
    best = None
    for match in re.finditer(r"\s*=\s*|\s*:(?:\s+|(?=[£\d]))|\s+[-–—]+\s*|(?<=\w)–\s?", body):
        label, value = body[: match.start()].strip(), body[match.end() :].strip()
        if not label or not value or len(label.split()) > 12:
            continue
        strong = "=" in match[0] or ":" in match[0]
        figure = _opens_with_figure(value)
        if figure or (is_period(label) and strong):
            best = (label, value, match)
            if strong and figure:
                break
    if best is None or (" " in best[0] and best[0].split()[-1].lower() in _LOOSE_END):
        return None
    label, value, match = best
    begin = line.start + offset
    lead = body[: match.start()]
    label_at = begin + len(lead) - len(lead.lstrip())
    value_at = begin + match.end() + (len(body[match.end() :]) - len(body[match.end() :].lstrip()))
    return Row([(label_at, label_at + len(label))], [(value_at, value_at + len(value))])


def _opens_with_figure(value: str) -> bool:
    found = number(value)
    return state(value) in ("number", "none", "suppressed") or (found is not None and len(value.split()) <= 14)


def _pairs(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    found: list[Block] = []
    run: list[tuple[int, Row]] = []
    dashed = [
        i
        for i, line in enumerate(lines)
        if re.search(r"\S \d[\d,.]* [-–]$|\d [-–] \d[\d,.]*$| [-–] [\d,.]+ [\d,.]+$", line.text)
    ]

    def close() -> None:
        named = {_slice(lines, *row.label[0]) for _, row in run}
        if len(run) >= 2 and len(named) == len(run):
            found.append(Block((), tuple(row for _, row in run), 1, True, run[0][0], run[-1][0]))
        run.clear()

    for at, line in enumerate(lines):
        if taken[at]:
            close()
            continue
        row = None if len(_MANY.findall(line.text)) > 1 else _pair(line)
        if row is not None and re.search(r"\s[-–]\s", line.text) and any(abs(i - at) <= 8 for i in dashed if i != at):
            row = None  # a dash that means "none" in the rows around is no sign for "equals" here
        if row is not None:
            run.append((at, row))
        elif (
            run
            and line.text[:1].islower()
            and line.text[1:2].isalpha()
            and at == run[-1][0] + 1
            and len(line.text) < 60
        ):
            start, _ = run[-1][1].cells[0]
            run[-1][1].cells[0] = (start, line.end)
        else:
            close()
    close()
    return found


def _period_lists(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    """ "17/18 - 11   18/19 - 12" running over lines, and a period and its figure on lines of their own."""
    found = []
    at = 0
    while at < len(lines):
        rows: list[Row] = []
        end = at
        if not taken[at] and _MANY.search(lines[at].text):
            while (
                end < len(lines)
                and not taken[end]
                and end - at < 12
                and re.match(r"[\s\d£]|" + PERIOD.pattern, lines[end].text, re.I)
            ):
                end += 1
            joined, offsets = _join(lines[at:end])
            for match in _MANY.finditer(joined):
                if "\n" in match[0] and joined[match.start() : match.end()].count("\n") > 1:
                    continue
                label, value = match.span("label"), match.span("value")
                rows.append(
                    Row(
                        [(offsets[label[0]], offsets[label[1] - 1] + 1)],
                        [(offsets[value[0]], offsets[value[1] - 1] + 1)],
                    )
                )
        elif not taken[at] and is_period(lines[at].text):
            while end + 1 < len(lines) and is_period(lines[end].text) and _only_figure(lines[end + 1].text):
                rows.append(Row([(lines[end].start, lines[end].end)], [(lines[end + 1].start, lines[end + 1].end)]))
                end += 2
        if len(rows) >= 2:
            found.append(Block((), tuple(rows), 1, True, at, end - 1))
            at = end
        else:
            at += 1
    return found


def _only_figure(text: str) -> bool:
    return state(text) in ("number", "none", "suppressed") and not is_period(text) and len(text.split()) <= 3


def _join(lines: Sequence[Line]) -> tuple[str, list[int]]:
    text, offsets = "", []
    for line in lines:
        text += line.text + "\n"
        offsets += [*range(line.start, line.end), line.end]
    return text, offsets


# Figures at the end of lines -----------------------------------------------------------------------------------------


def _cut(line: Line) -> tuple[list[Span], list[Span], bool]:
    """A line as (label, cells, wide): the words that open it, the figures that close it; wide when gaps of two spaces part them."""
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


def _figures(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    cuts = [_cut(line) for line in lines]
    good = [not taken[i] and _row_like(lines[i], cuts[i]) for i in range(len(lines))]
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
            label = _slice(lines, *cuts[members[cut]][0][0]) if cuts[members[cut]][0] else ""
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
    figures = sum(_is_figure(text[a - line.start : b - line.start]) for a, b in cells)
    if wide and not figures:
        return False
    if len(cells) == 1 and not wide and not re.search(r"\d", text[cells[0][0] - line.start : cells[0][1] - line.start]):
        return False
    words = text[: label[0][1] - line.start].split() if label else []
    loose = bool(words) and (words[-1].lower().strip("(") in _LOOSE_END or len(words) > 16)
    return not loose and figures > 0


def _wrap_like(text: str) -> bool:
    inside = [w for w in text.split() if _VALUE.fullmatch(w)]
    if len(inside) > 1 or any(w.count("/") == 2 for w in inside):
        return False
    return (
        len(text) <= 64
        and not text.endswith("?")
        and not re.match(r"^(?:Q?\d+[.):]|Question|Questions|Table|Dear)\b", text)
    )


def _all_periods(text: str) -> bool:
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
    for at in members:
        label, cells, _ = cuts[at]
        if not label and rows and at - 1 in members and (not starts or at != starts[-1]):
            rows[-1].cells.extend(cells)
            continue
        wraps = list(range((members[members.index(at) - 1] if rows else at - 1) + 1, at))
        while (
            rows
            and wraps
            and _closes(_slice(lines, *rows[-1].label[-1]) if rows[-1].label else "", lines[wraps[0]].text)
        ):
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
            text_of[s].text if s in text_of and text_of[s].end == e else _slice(lines, s, e) for s, e in row.label
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
    heads, guessed = _columns([lines[i] for i in above], width)
    return Block(heads, tuple(rows), width, True, first, members[-1], guessed)


def _closes(label: str, text: str) -> bool:
    """True where a line of words ends the label of the row above it: it closes its bracket or opens with a stroke."""
    return text.startswith("/") or (label.count("(") > label.count(")") and text.count(")") > text.count("("))


def _slice(lines: Sequence[Line], start: int, end: int) -> str:
    for line in lines:
        if line.start <= start and end <= line.end:
            return line.text[start - line.start : end - line.start]
    return ""


def _label_like(label: str) -> bool:
    words = label.split()
    return bool(words) and (
        is_period(label) or (len(words) <= 8 and not label[0].islower() and words[-1].lower() not in _LOOSE_END)
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
        if sentence or len(text) > 110 or re.match(r"^(?:Table|Question)\b|^Q?\d+[.)a-z]", text):
            break
        above.insert(0, at)
        if _wide_heads(lines[at].text, width):  # its heading is this one line; what is above is a caption
            break
        at -= 1
    label = _slice(lines, *rows[0].label[-1]) if rows[0].label else ""
    if is_period(label) or TOTAL.search(label) or not above:
        return above, []
    usual = median([len(row.label) - 1 for row in rows[1:] if row.label] or [0])
    lifted: list[int] = []
    while above and len(lifted) < 8:
        words = lines[above[-1]].text.split()
        capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in words)
        if _heading_like(lines[above[-1]].text, width):
            break
        if not (len(lifted) < usual or label[:1].islower() or (capitals < width and width >= 4 and len(words) > 2)):
            break
        label = lines[above[-1]].text
        lifted.insert(0, above.pop())
    return above, lifted


def _wide_heads(text: str, width: int) -> bool:
    return len(re.findall(r"\S {2,}\S", text)) >= min(2, width)


def _heading_like(text: str, width: int) -> bool:
    words = [w.strip("(),.").lower() for w in text.split()]
    repeated = len(words) - len(set(words))
    return (
        repeated >= max(1, width // 3)
        or len(PERIOD.findall(text)) >= 2
        or bool({"total", "number", "year", "date", "postcode"} & set(words))
    )


def _columns(lines: Sequence[Line], width: int) -> tuple[tuple[tuple[tuple[int, Span, int], ...], ...], bool]:
    """Heading lines cut into columns 0 (labels) to `width`; True where the cuts had to be guessed."""
    heads, guessed = [], False
    for line in lines:
        spans, sure = _cut_heading(line.text, width)
        guessed = guessed or not sure
        columns = range(width + 1 - len(spans), width + 1)
        if len(spans) == 1 and not sure:
            last = TOTAL.match(lines[-1].text.split()[-1]) is not None and re.fullmatch(
                r"(?:grand|overall)", line.text, re.I
            )
            heads.append(((width, (line.start, line.end), 1),) if last else ((1, (line.start, line.end), width),))
            continue
        heads.append(tuple((c, (line.start + a, line.start + b), 1) for c, (a, b) in zip(columns, spans, strict=True)))
    return tuple(heads), guessed


def _cut_heading(text: str, width: int) -> tuple[list[Span], bool]:
    """A heading line as spans, at most `width` + 1, right-aligned to the columns; True where the text itself shows the cuts."""
    chunks = [(m.start(), m.end()) for m in re.finditer(r"\S+(?: \S+)*", text)]
    periods = [
        m.span()
        for m in PERIOD.finditer(text)
        if text[m.start() - 1 : m.start()] in ("", " ") and text[m.end() : m.end() + 1] in ("", " ")
    ]
    if len(periods) >= 2 and len(periods) >= width - 1:
        rest = text[periods[-1][1] :].strip()
        spans = periods + ([(len(text) - len(rest), len(text))] if rest else [])
        lead = text[: periods[0][0]].strip()
        return ([(0, len(lead)), *spans] if lead and len(spans) == width else spans)[-(width + 1) :], len(
            spans
        ) == width
    if len(chunks) in (width, width + 1) and len(chunks) > 1:
        return (_halved(text, chunks) if len(chunks) == width else chunks), True
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    if len(words) < 2 or width < 1:
        return [(0, len(text))], width == 1 and len(words) < 2
    if len(words) in (width, width + 1) and len({text[a:b] for a, b in words}) < len(words):
        return words, True
    want = width if len(words) >= width + 1 else min(width, len(words)) - 1
    scored = sorted((_break_score(text, words, i), i) for i in range(1, len(words)))
    cuts = sorted(i for score, i in scored[::-1][:want] if score > 0)
    if len(cuts) < max(1, want - 1):
        return [(0, len(text))], False
    bounds = [0, *cuts, len(words)]
    return [(words[a][0], words[b - 1][1]) for a, b in zip(bounds, bounds[1:], strict=False)], False


def _halved(text: str, chunks: list[Span]) -> list[Span]:
    """Headings over the value columns alone, or all of them where one chunk holds two of a kind ("Stand A Stand B")."""
    for at, (start, end) in enumerate(chunks):
        words = text[start:end].split(" ")
        again = [i for i in range(1, len(words)) if words[i] == words[0]]
        if len(again) == 1 and len(words) == 2 * again[0]:
            cut = start + len(" ".join(words[: again[0]]))
            return [*chunks[:at], (start, cut), (cut + 1, end), *chunks[at + 1 :]]
    return chunks


def _break_score(text: str, words: Sequence[Span], at: int) -> float:
    """How likely a new column heading starts at word `at`."""
    word, before = text[slice(*words[at])], text[slice(*words[at - 1])]
    if not (word[:1].isupper() or word[:1] == "("):
        return 0.0
    first = text[slice(*words[0])]
    score = 1.0 + 2.0 * (word.lower().strip("().,") in _STARTERS) + 0.01 * at
    score += 1.5 * (before[:1].islower() or before.endswith((")", "-"))) + 1.0 * (word == first and len(word) > 2)
    score += 2.0 * (words[at][0] - words[at - 1][1] > 1)
    return score - 1.5 * (word.isupper() and len(word) > 1) - 1.5 * (word[:1] == "(")
