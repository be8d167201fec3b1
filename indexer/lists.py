"""Lists of labels with their figures: "label = value", "label: value", "2019/20 - 14", a period above its figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.block import Block, Line, Row, printed
from indexer.grid import PERIOD, is_period
from indexer.numbers import number, state

LOOSE_END = frozenset(
    (
        *("of", "on", "in", "to", "the", "and", "for", "from", "by", "section", "a", "an", "than"),
        *("is", "was", "were", "are", "or", "with", "at"),
    )
)
"""Words that no label ends in: a line that does, before its figure, is a sentence."""

_BULLET = re.compile(r"^(?:[-–•*○◦▪·➢]|\(?[a-z]\)|\d{1,2}[.)])\s+")


_DIGIT = re.compile(r"\d")
_CLOCK = r"(?<=\d:)(?<!\d\d\d:)[0-5]\d(?!\d)"
_SIGN = re.compile(rf"\s*=\s*|\s*:(?:\s+|(?=[£\d])(?!{_CLOCK}))|\s+[-–—]+\s*|(?<=\w)–\s?")
"""What stands between a label and its figure; the colon of "9:48" is none."""
_MANY = re.compile(
    rf"(?<![\w/])(?P<label>{PERIOD.pattern})\s*(?:=|:|\s[-–—])\s*(?P<value>[£$€]?\d[\d,]*(?:\.\d+)?%?)(?![\w/])",
    re.IGNORECASE,
)


def _many(line: str) -> bool:
    """Whether a line holds one of the signs without which `_MANY` finds nothing in it."""
    return ("=" in line or ":" in line or "-" in line or "–" in line or "—" in line) and _DIGIT.search(line) is not None


def _pair(line: Line) -> Row | None:
    bullet = _BULLET.match(line.text)
    offset = bullet.end() if bullet else 0
    body = line.text[offset:]
    best = None
    if not ("=" in body or ":" in body or "-" in body or "–" in body or "—" in body):
        return None
    for match in _SIGN.finditer(body):
        label, value = body[: match.start()].strip(), body[match.end() :].strip()
        if not label or not value or len(label.split()) > 12:
            continue
        strong = "=" in match[0] or ":" in match[0]
        figure = _opens_with_figure(value)
        if figure or (is_period(label) and strong):
            best = (label, value, match)
            if strong and figure:
                break
    if best is None or (" " in best[0] and best[0].split()[-1].lower() in LOOSE_END):
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


def _dash_means_none(text: str) -> bool:
    """True for a row of figures in which a dash stands for one: "Dock Street S3 7AL - 2", not "2023 - 2"."""
    if " -" not in text and " –" not in text:
        return False
    before = re.match(r"(?:[-–•*]\s)?(.*\d) [-–](?: [\d,.]+)?$", text)
    return re.search(r" [-–] [\d,.]+ [\d,.]+$", text) is not None or (before is not None and not is_period(before[1]))


def pairs(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    found: list[Block] = []
    run: list[tuple[int, Row]] = []
    dashed = [i for i, line in enumerate(lines) if _dash_means_none(line.text)]

    def close() -> None:
        named = {printed(lines, *row.label[0]) for _, row in run}
        if len(run) >= 2 and len(named) == len(run):
            found.append(Block((), tuple(row for _, row in run), 1, True, run[0][0], run[-1][0]))
        run.clear()

    for at, line in enumerate(lines):
        if taken[at]:
            close()
            continue
        row = None if _many(line.text) and len(_MANY.findall(line.text)) > 1 else _pair(line)
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


def period_lists(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    """ "17/18 - 11   18/19 - 12" running over lines, and a period and its figure on lines of their own."""
    found = []
    at = 0
    while at < len(lines):
        rows: list[Row] = []
        end = at
        if not taken[at] and _many(lines[at].text) and _MANY.search(lines[at].text):
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


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    rf"\b({'|'.join(_MONTHS)})[a-z]{{0,6}}\.? (\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})(?![\w/:]|[.,]\d)", re.IGNORECASE
)
_TOTALLED = re.compile(
    r"\W{1,3}(?:and )?(?:a |the |in )?(total)s?(?: of| is| was)?\W{1,3}(\d{1,3}(?:,\d{3})+|\d{1,6})\b", re.IGNORECASE
)
_FEWEST_MONTHS = 3
_DAYS = 31


def in_turn(lines: Sequence[Line], taken: Sequence[bool]) -> list[Block]:
    """Months one after another, each before its figure, in a sentence: "April 12, May 40, June 9. Total 61".

    They might be dates, but for a figure that no day of a month has, or a total that all come to.
    """
    found = []
    at = 0
    while at < len(lines):
        if taken[at] or not _MONTH.search(lines[at].text):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and not taken[end] and not lines[end].gap and _MONTH.search(lines[end].text):
            end += 1
        joined, offsets = _join(lines[at:end])
        rows = _months_in_turn(joined)
        if rows:
            spans = [[(offsets[a], offsets[b - 1] + 1) for a, b in row] for row in rows]
            found.append(Block((), tuple(Row([label], [cell]) for label, cell in spans), 1, True, at, end - 1))
        at = end
    return found


def _months_in_turn(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The months of `text` that follow one another, as (name, figure), with their total where one is told."""
    run: list[re.Match[str]] = []
    for match in _MONTH.finditer(text):
        after = run and match.start() - run[-1].end() <= _BETWEEN
        if after and _MONTHS.index(match[1].casefold()) == (_MONTHS.index(run[-1][1].casefold()) + 1) % len(_MONTHS):
            run.append(match)
        elif len(run) < _FEWEST_MONTHS:
            run = [match]
        else:
            break
    if len(run) < _FEWEST_MONTHS:
        return []
    worth = [int(match[2].replace(",", "")) for match in run]
    total = _TOTALLED.match(text, run[-1].end())
    sums = total is not None and int(total[2].replace(",", "")) == sum(worth)
    if not sums and all(0 < one <= _DAYS or 1900 <= one < 2100 for one in worth):
        return []
    rows = [((match.start(), match.start(2) - 1), match.span(2)) for match in run]
    return [*rows, (total.span(1), total.span(2))] if total is not None and sums else rows


_BETWEEN = 6
"""Characters between a figure and the next month at most: "; and "."""


def _only_figure(text: str) -> bool:
    return state(text) in ("number", "none", "suppressed") and not is_period(text) and len(text.split()) <= 3


def _join(lines: Sequence[Line]) -> tuple[str, list[int]]:
    text, offsets = "", []
    for line in lines:
        text += line.text + "\n"
        offsets += [*range(line.start, line.end), line.end]
    return text, offsets
