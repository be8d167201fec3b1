"""What a letter's own layout says: its tables, running headers, bold type, lines set in pairs, labels and bullets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexer.context import runs_on
from indexer.cues import A, E, H, K, Q, T
from indexer.forms import BARE, FILE, LINK, SIZE
from indexer.unit import BROKEN, Unit


def tables(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """The short lines above a table's rows are its header; file names above their sizes are a list of attachments."""
    _headings_of_bars(units, scores)
    _stacked(units, scores)
    for i, unit in enumerate(units):
        if unit.row and scores[i][A] > 0:
            for k in range(i - 1, max(-1, i - 4), -1):
                above = units[k]
                if (
                    above.row
                    or above.marker
                    or len(above.words) > 90
                    or above.words[-1:] in ".:;?"
                    or units[k + 1].apart < BROKEN
                ):
                    break
                scores[k][A] += 1.4
        elif i and SIZE.fullmatch(unit.words) and FILE.search(units[i - 1].words):
            scores[i - 1][:] = [0.0, 0.0, 0.0, 9.0, 0.0, 0.0]


def _headings_of_bars(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A line of names between bars over rows of as many cells heads them, and is no list of a site's own links."""
    for unit, below, score in zip(units, units[1:], scores, strict=False):
        bars = unit.words.count("|")
        over = below.row and below.apart == BROKEN and below.words.count("|") == bars
        if unit.row and bars > 1 and over and score[H] > 0 and re.search(r"\d", below.words):
            score[H], score[A] = 0.0, max(score[A], 2.6)


_FEWEST_FIGURES = 4
"""Lines of a figure each that a table printed a cell a line has at least."""


def _stacked(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """In a table that is printed a cell a line no cell is a site's own word: "Home" heads a column there."""
    at = 0
    while at < len(units):
        end = at + 1
        while end < len(units) and units[end].apart == BROKEN and not units[end].blank_before and _is_cell(units[end]):
            end += 1
        run = range(at, end) if _is_cell(units[at]) else range(at, at)
        if sum(BARE.fullmatch(units[n].words) is not None for n in run) >= _FEWEST_FIGURES:
            for n in run:
                scores[n][H] = scores[n][T] = 0.0
        at = end


def _is_cell(unit: Unit) -> bool:
    """Whether a unit is a short line that is no sentence, label or item of a list."""
    return not (unit.marker or unit.bullet or unit.label) and len(unit.words) < 60 and unit.words[-1:] not in ".?:;"


_PAGE = re.compile(r"\W*\d{1,3}\W*")
_RUNNING = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}|\bpage\b|freedom of information|\b(?:council|police|constabulary|trust"
    r"|university|department|official)\b|^[a-z]{0,4} ?[\d/.-]{5,}$"
)
_YEARS = re.compile(r"(?:19|20)\d\d ?[/–-] ?(?:20)?\d\d")
"""A year of account, which labels a row of one table after another."""


def repeated(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A short line that comes back and names the body, the date, the reference or the page is a running header."""
    count = Counter(u.words for u in units if len(u.words) < 80)
    for unit, score in zip(units, scores, strict=True):
        if (
            count[unit.words] > 1
            and unit.apart >= BROKEN
            and not unit.marker
            and not unit.bullet
            and not LINK.fullmatch(unit.words)
            and unit.words[-1:] not in ".?:"
            and _RUNNING.search(unit.words)
            and not _YEARS.fullmatch(unit.words)
            and score[Q] < 3
            and score[A] < 3
        ):
            score[H] += 6.0
            score[Q] -= 3.0
    for i in range(1, len(units)):  # and so is the page number beside it
        above = units[i - 1].words
        if (
            scores[i - 1][H] >= 4.0
            and units[i].apart == BROKEN
            and _PAGE.fullmatch(units[i].words)
            and _RUNNING.search(above)
            and above[-1:] not in ".?:"
        ):
            scores[i][A], scores[i][H] = 0.0, scores[i][H] + 4.0


def bold(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
    """Where no question is set in bold and the lines under the questions are, bold is how the letter answers."""
    if text.count("**") < 6:
        return
    bold = [text.startswith("**", u.start) and text.endswith("**", u.start, u.end) for u in units]
    asks = [s[K] > 0 and s[Q] >= 3.0 for s in scores]
    answered = sum(asks[i - 1] and bold[i] for i in range(1, len(units)))
    if answered < 2 or any(a and b for a, b in zip(asks, bold, strict=True)):
        return
    for unit, score, dark in zip(units, scores, bold, strict=True):
        if dark and score[H] < 3.0 and score[T] < 3.0:
            score[A] += 2.5
            unit.heading = 0


def couplets(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Two lines between blank ones, of which the first asks: the second answers it."""
    for i in range(1, len(units) - 1):
        above, unit = units[i - 1], units[i]
        if (
            above.blank_before
            and units[i + 1].blank_before
            and runs_on(unit)
            and scores[i - 1][K]
            and scores[i - 1][Q] >= 2.0
            and scores[i][Q] <= 0.5
            and len(unit.words) < 60
        ):
            scores[i][A] += 1.4


_LABEL = re.compile(r"([a-z][a-z'&/() -]{1,30}?) ?:(?: |$)")
_FIELD = re.compile(  # what forms, e-mails and tables have before a colon
    r"(?:e-?mail|tel(?:ephone)?|phone|fax|from|to|cc|sent|subject|date|re|ref(?:erence)?|our ref|your ref|name"
    r"|job title|title|role|address|website|web|notes?|nb|source|totals?|key|male|female|yes|no|other|page"
    r"|table|figure|example|https?|mailto)"
)


def own_labels(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A label of the letter's own ("FINDINGS:", "Trust:") that comes again and again below other lines marks them."""
    at: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        if i and unit.apart >= BROKEN and not unit.marker and not unit.bullet and (m := _LABEL.match(unit.words)):
            at.setdefault(m[1], []).append(i)
    for label, marked in at.items():
        if _FIELD.fullmatch(label) or label.count(" ") > 2:
            continue
        here = set(marked)
        above = [i - 1 for i in marked if i - 1 not in here]
        led = [k for k in (_head(units, i) for i in above) if units[k].marker or units[k].bullet or scores[k][K]]
        if len(above) < 2 or len(led) < max(2, 0.6 * len(above)):
            continue
        if any(scores[i][H] > 3 or (scores[i][K] and scores[i][Q] >= 3) for i in marked):  # "Please indicate:" asks
            continue
        for i in marked:
            scores[i][A] += 4.0
            scores[i][E] += 3.5
            scores[i][Q] = min(scores[i][Q], 0.0)
        for k in led:
            scores[k][Q] += 3.5
            scores[k][A] = min(scores[k][A], 0.5)
            scores[k][K] = 1


def _head(units: Sequence[Unit], i: int) -> int:
    """The unit that starts the paragraph of unit `i`."""
    while i and units[i].apart < BROKEN:
        i -= 1
    return i


def capitals(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
    """Where questions are not set in capitals and the lines under them are, capitals are how the letter answers."""
    shout = [_shouted(text[u.start : u.end]) for u in units]
    heads = [i for i in range(1, len(units)) if shout[i] and units[i].apart >= BROKEN and scores[i - 1][Q] >= 3.0]
    if len(heads) < 2 or any(scores[i][Q] >= 3.0 and shout[i] for i in range(len(units))):
        return
    for i in range(heads[0], len(units)):
        if shout[i] and max(scores[i][H], scores[i][T], scores[i][Q]) < 3.0 and scores[i][K] == 0:
            scores[i][A] += 3.0
            units[i].heading = 0


def _shouted(words: str) -> bool:
    return words.isupper() and sum(c.isalpha() for c in words) > 3


def quoted_lines(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
    """Where a reply quotes the request line by line (">"), what is quoted was asked and what stands between answers."""
    marked = [text.startswith(">", u.start) and u.label != "a" for u in units]
    turns = [i for i in range(1, len(units)) if marked[i - 1] and not marked[i]]
    if len(turns) < 2 or marked[0]:
        return
    inside = False
    for i, (score, mark) in enumerate(zip(scores, marked, strict=True)):
        inside = inside or mark
        if mark and score[H] < 6.0:
            score[Q] += 4.0
            score[A] = min(score[A], 0.0)
            score[K] = 1
        elif inside and not mark and max(score[H], score[T]) < 2.0:
            score[A] += 1.5
            score[Q] = min(score[Q], 0.0) if units[i].words[-1:] != "?" else score[Q]
