"""What a letter's own layout says: its tables, running headers, bold type, lines set in pairs, labels and bullets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexer.context import runs_on
from indexer.cues import A, E, H, K, Q, T
from indexer.forms import BARE, FILE, LINK, SIZE
from indexer.lines import BROKEN, WRAPPED, Unit


def tables(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """The short lines above a table's rows are its header; file names above their sizes are a list of attachments."""
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


_PAGE = re.compile(r"\W*\d{1,3}\W*")
_RUNNING = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}|\bpage\b|freedom of information|\b(?:council|police|constabulary|trust"
    r"|university|department|official)\b|^[a-z]{0,4} ?[\d/.-]{5,}$"
)


def repeated(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A short line that comes back and names the body, the date, the reference or the page is a running header."""
    count = Counter(u.words for u in units if len(u.words) < 80)
    for unit, score in zip(units, scores, strict=True):
        if (
            count[unit.words] > 1
            and unit.apart >= BROKEN
            and not unit.marker
            and not LINK.fullmatch(unit.words)
            and unit.words[-1:] not in ".?:"
            and _RUNNING.search(unit.words)
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
        if len(above) < 2 or len(led) < max(2, 0.6 * len(above)) or any(scores[i][H] > 3 for i in marked):
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


_FOLLOWING = re.compile(r"\b(?:following|below|these|those)\b")
_OFFERED = re.compile(r"please (?:specify|state|explain|give|elaborate|list)|^if (?:yes|no|so)\b|^other\b.{0,3}$")
_ANSWERING = re.compile(r"\b(?:we|our|the (?:council|trust|force|department|university|role|team|service|authority))\b")


def bullets(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A run of bullets is of one kind: choices that a question offers, what it lists, or what an answer lists."""
    i = 0
    while i < len(units):
        if not units[i].bullet:
            i += 1
            continue
        run, k = [i], i + 1
        while k < len(units) and (units[k].bullet or units[k].apart < BROKEN):
            if units[k].bullet:
                run.append(k)
            k += 1
        _one_kind(units, scores, run)
        i = k


def _one_kind(units: Sequence[Unit], scores: list[list[float]], run: Sequence[int]) -> None:
    """Settle the run of bullets whose units are `run`."""
    lead = run[0] - 1
    if len(run) < 2 or lead < 0:
        return
    words = [units[i].words.strip(" .") for i in run]
    above = units[lead].words
    told = [i for i in run if scores[i][A] >= 2.0 or scores[i][E] >= 4.0]
    choices = "yes" in words and "no" in words
    offered = any(_OFFERED.search(one) for one in words) and not told
    asks_above = scores[lead][K] and scores[lead][Q] >= 3.0
    if (
        choices
        or (asks_above and offered)
        or (asks_above and not told and (above[-1:] == ":" or _FOLLOWING.search(above)))
    ):
        for i in run:
            scores[i][Q] += 6.0 if choices else 3.0 if offered else 2.6
            after = units[i + 1] if i + 1 < len(units) else None
            if i == run[-1] and after and after.apart >= BROKEN:
                scores[i][K] = 1
            scores[i][A] = min(scores[i][A], 0.0) if choices else scores[i][A]
    elif (
        above[-1:] == ":"
        and not asks_above
        and scores[lead][H] < 3.0
        and scores[lead][Q] <= max(scores[lead][A], 0.1)
        and not any(units[i].words[-1:] == "?" for i in run)
        and (_ANSWERING.search(above) or scores[lead][A] >= 1.0)
    ):
        for i in run:
            if scores[i][Q] < 4.0:
                scores[i][Q] = min(scores[i][Q], 0.0)
                scores[i][A] = max(scores[i][A], 1.0)


def apart_bullets(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
    """Bullets that each stand over lines of their own, and mostly ask, are a list of questions."""
    over: dict[str, list[int]] = {}
    for i, unit in enumerate(units[:-1]):
        if unit.bullet and not units[i + 1].bullet and not units[i + 1].marker and units[i + 1].apart >= BROKEN:
            over.setdefault(text[unit.start], []).append(i)
    for run in over.values():
        asking = [i for i in run if scores[i][K] and scores[i][Q] > max(scores[i][A], scores[i][E])]
        if len(run) > 1 and len(asking) >= 0.6 * len(run):
            for i in run:
                if max(scores[i][A], scores[i][E]) < 3.0:
                    _asks(scores[i], 2.0)


def sublists(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Lettered items under a question that are each followed by a figure, or that only name what is wanted, ask."""
    for run in _lettered(units):
        filled = [i for i in run if scores[i][A] - scores[i][Q] >= 3.0 and BARE.fullmatch(units[i].words) is None]
        if len(filled) >= 3 and len(filled) >= 0.7 * len(run):  # "a) 2021 - None": each holds a label and its answer
            for i in run:
                if i in filled or not (i + 1 < len(units) and _replies(units[i + 1], scores[i + 1])):
                    scores[i][Q] = min(scores[i][Q], 0.0)
                    scores[i][A] = max(scores[i][A], 1.0)
            continue
        replied = [i for i in run if i + 1 < len(units) and _replies(units[i + 1], scores[i + 1])]
        plain = [i for i in replied if max(scores[i][A], scores[i][E]) < 3.0 or BARE.fullmatch(units[i].words)]
        if len(run) > 1 and len(plain) >= 0.6 * len(run):
            for i in run:
                _asks(scores[i], 3.0)
            continue
        above = next((k for k in range(run[0] - 1, max(-1, run[0] - 4), -1) if units[k].marker), None)
        if above is None or not scores[above][K] or scores[above][Q] < 3.0:
            continue
        told = any(max(scores[i][A], scores[i][E]) >= 2.0 for i in run)
        fields = all(len(units[i].words) < 60 and units[i].words[-1:] != "." for i in run)
        if _FOLLOWING.search(units[above].words) and units[above].words[-1:] in "?:" and above == run[0] - 1:
            for i in run:
                _asks(scores[i], 3.0)
                after = i + 1
                if after < len(units) and units[after].apart < BROKEN and any(c.isdigit() for c in units[after].words):
                    scores[after][A] += 4.0
        elif fields and not told and units[above].words[-1:] in "?:":
            for i in run:
                _asks(scores[i], 2.6)


def _lettered(units: Sequence[Unit]) -> list[list[int]]:
    """The runs of list items that stand under numbered ones: a, b, c; i, ii, iii; 1, 2, 3 under "Q2"."""
    runs: list[list[int]] = []
    under = False
    for i, unit in enumerate(units):
        m = unit.marker
        if m and m.word:
            under = True
        if not m or m.word or not unit.words or not (m.style in {"a", "i"} or (under and m.style[:1] == "#")):
            continue
        last = units[runs[-1][-1]].marker if runs else None
        if last and last.style == m.style and m.value == last.value + 1:
            runs[-1].append(i)
        elif m.value == 1:
            runs.append([i])
    return runs


def _replies(unit: Unit, score: Sequence[float]) -> bool:
    """Whether a unit below a list item answers it: no list item itself, and it tells or refuses."""
    return not unit.marker and not unit.bullet and unit.apart >= WRAPPED and (score[A] >= 1.0 or score[E] >= 4.0)


def _asks(score: list[float], weight: float) -> None:
    score[Q] = max(score[Q], 0.0) + weight
    score[A] = min(score[A], 0.5)
    score[K] = 1


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
    marked = [text.startswith(">", u.start) for u in units]
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
