"""Which units are question, answer, refusal or furniture: the likeliest reading of the letter as a whole.

Each unit has evidence of its own (`indexer.cues`, its form, its number, whether the quoted request holds its words).
A letter also has an order: an answer follows its question, reasoning runs on, complaint rights end it. Both are
weighed together by a Viterbi search over five states: question, answer, exemption, and other at the head or the tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.cues import evidence
from indexer.lines import APART, BROKEN, SENTENCE, WRAPPED, Unit

Q, A, E, H, T = range(5)
_CHANGE = {SENTENCE: 3.4, WRAPPED: 2.6, BROKEN: 1.3, APART: 0.8}
_BARE = re.compile(r"[£$]?\(?[<>~c.]{0,2} ?[\d,.]+ ?(?:%|m|k|bn|million|days?|hours?|years?|months?|ftes?)?\)?\.?|[-–—]|n/?a\.?|nil\.?|none\.?|yes\.?|no\.?", re.I)
_FIGURE_LINE = re.compile(r"(?:[\w/&' .-]{1,40} ?[-–=:] ?[£$]?[\d,.]+[%mk]?(?: \w+){0,3}\.?)|(?:20\d\d(?:/\d\d)? ?[-–=:].*)")


def _form(unit: Unit, text: str, score: list[float]) -> None:
    """What the shape of a unit says."""
    words = unit.words
    last = text[unit.start : unit.end].rstrip("*_ \"”’')")[-1:]
    if last == "?":
        score[Q] += 4.2
        if score[T] <= 0 and score[H] > 0:
            score[H] -= 2
    if not words:
        return
    if _BARE.fullmatch(words):
        score[A] += 4.5
        score[Q] -= 2.5
    elif unit.row or _FIGURE_LINE.fullmatch(words):
        score[A] += 2.6
        score[Q] -= 1.5
    if words.startswith(("[", "http", "www.")) and len(words) < 60:
        score[A] += 1.0


def _lists(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A list whose items mostly ask is a list of questions; one whose items never ask is not."""
    runs: dict[str, list[int]] = {}
    done: list[list[int]] = []
    for i, unit in enumerate(units):
        m = unit.marker
        if not m:
            continue
        if m.word in {"answer", "response", "reply", "ans", "a", "r"}:
            scores[i][A] += 6
            continue
        if m.word:
            scores[i][Q] += 4.5
        run = runs.get(m.style)
        if run and 0 < m.value - _value(units[run[-1]]) <= 2:
            run.append(i)
            continue
        runs[m.style] = [i]
        done.append(runs[m.style])
    for run in done:
        asking = 0.0
        for i in run:
            s = scores[i]
            if not units[i].words and i + 1 < len(units):
                s = scores[i + 1]
            asking += 1.0 if s[Q] > max(s[A], s[E], s[T], 1.0) else 0.4 if s[Q] >= max(s[A], s[E]) and len(units[i].words) > 3 else 0.0
        share = asking / len(run)
        for i in run:
            if share >= 0.5:
                scores[i][Q] += 2.6 if len(run) > 1 else 1.2
                if not units[i].words and i + 1 < len(units):
                    scores[i + 1][Q] += 2.2
            elif share < 0.25 and len(run) > 1:
                scores[i][Q] -= 2.0
                scores[i][A] += 0.8


def _value(unit: Unit) -> int:
    return unit.marker.value if unit.marker else 0


def _grams(words: str) -> set[tuple[str, ...]]:
    tokens = re.findall(r"[a-z0-9£]+", words)
    return set(zip(tokens, tokens[1:], tokens[2:], strict=False))


def _asked(units: Sequence[Unit], scores: list[list[float]], request: str) -> None:
    """Words that the quoted request holds were asked."""
    known = _grams(request)
    if len(known) < 8:
        return
    flat = " " + " ".join(re.findall(r"[a-z0-9£]+", request)) + " "
    for unit, score in zip(units, scores, strict=True):
        grams = _grams(unit.words)
        if len(grams) >= 2:
            share = len(grams & known) / len(grams)
            if share >= 0.5:
                score[Q] += 7.0 * share
                score[H] -= 2.0
            elif share < 0.15 and len(grams) > 4:
                score[Q] -= 2.0
        elif unit.words and not _BARE.fullmatch(unit.words):
            short = " ".join(re.findall(r"[a-z0-9£]+", unit.words))
            if len(short) > 4 and f" {short} " in flat:
                score[Q] += 2.5


def label(units: Sequence[Unit], text: str, request: str = "", furniture: Sequence[bool] = ()) -> list[int]:
    """The state of each unit of one reply: Q, A, E, H or T.

    `request` is the normalised text of the request where the document quotes it; `furniture[i]` is true for a unit
    that the document's own format marks as header, footer or navigation.
    """
    if not units:
        return []
    scores = evidence([u.words for u in units])
    for unit, score in zip(units, scores, strict=True):
        _form(unit, text, score)
    _lists(units, scores)
    if request:
        _asked(units, scores, request)
    hello = next((i for i, u in enumerate(units[:60]) if u.words.startswith(("dear ", "to whom it may"))), None)
    if hello is not None:
        for i in range(hello + 1):
            scores[i][H] += 4.0
    for i, is_furniture in enumerate(furniture):
        if is_furniture:
            scores[i] = [-9.0, -9.0, -9.0, 9.0, 0.0]
    return _viterbi(units, text, scores)


def _viterbi(units: Sequence[Unit], text: str, scores: list[list[float]]) -> list[int]:
    best = list(scores[0])
    best[T] -= 4
    best[A] -= 0.5
    back: list[tuple[int, ...]] = []
    for i in range(1, len(units)):
        unit, before, score = units[i], units[i - 1], scores[i]
        cost = _CHANGE[unit.apart]
        ended = text[before.end - 1]
        tail = text[before.start : before.end].rstrip("*_ \"”’')")[-1:]
        opens = tail == ":"
        asks = tail == "?"
        listed = unit.marker is not None or unit.bullet
        table: list[list[float]] = []
        for a in range(5):
            row = [cost] * 5
            row[a] = 0.0
            table.append(row)
        if opens:
            for a in (Q, A, E):
                for b in range(5):
                    if b != a:
                        table[a][b] += 1.0 if unit.apart >= APART and not listed else 1.6
            for b in (Q, A, E):
                table[H][b] = 0.1
        # After a question comes its answer.
        if asks or (unit.apart >= BROKEN and not opens and not unit.bullet):
            done = asks or ended in ".;" or unit.apart >= BROKEN
            if done:
                table[Q][A] = min(table[Q][A], 0.9 if unit.apart <= WRAPPED else 0.3)
                table[Q][E] = min(table[Q][E], 1.0 if unit.apart <= WRAPPED else 0.5)
                if not listed and unit.apart >= BROKEN:
                    table[Q][Q] += 1.2
        if unit.heading:
            for a in range(5):
                for b in range(5):
                    table[a][b] *= 0.6
        if before.heading or (before.marker and not before.words):
            for a in range(4):
                for b in range(5):
                    if a != b:
                        table[a][b] += 1.5
        for b in (Q, A, E):
            table[H][b] = min(table[H][b], 0.4)
            table[T][b] += 3.2 if unit.apart < APART else 2.2
        if score[H] <= 0:
            table[H][H] += 1.0 if unit.apart >= BROKEN else 0.3
            for a in (Q, A, E):
                table[a][H] += 3.0
        if score[T] <= 0:
            for a in (Q, A, E, H):
                table[a][T] += 5.0
        table[T][H] += 0.5
        now, came = [], []
        for b in range(5):
            top, arg = max((best[a] - table[a][b], -a) for a in range(5))
            now.append(top + score[b])
            came.append(-arg)
        best = now
        back.append(tuple(came))
    state = max(range(5), key=lambda s: best[s])
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]
