"""Which units are question, answer, refusal or furniture: the likeliest reading of the letter as a whole.

Each unit has evidence of its own (`indexer.cues`, its form, its number, whether the quoted request holds its words).
A letter also has an order: an answer follows its question, reasoning runs on, complaint rights end it. Both are
weighed together by a Viterbi search over five states: question, answer, exemption, and other at the head or the tail.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from indexer.cues import evidence
from indexer.lines import APART, BROKEN, SENTENCE, WRAPPED, Unit

Q, A, E, H, T, K = range(6)  # K marks words that ask by themselves
_CHANGE = {SENTENCE: 3.4, WRAPPED: 2.6, BROKEN: 1.3, APART: 0.8}
_BARE = re.compile(
    r"[£$]?\(?[<>~c.]{0,2} ?[\d,.]+ ?(?:%|m|k|bn|million|days?|hours?|years?|months?|ftes?)?\)?\.?|[-–—]|n/?a\.?|nil\.?|none\.?|yes\.?|no\.?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}\.?",
    re.I,
)
_SIZE = re.compile(r"[\d,.]+ ?(?:k|m|kb|mb|gb|bytes)|page \d+(?: of \d+)?|\d+ of \d+ pages?", re.I)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|zip|msg|pptx?|jpe?g|png|html?|txt|ods|odt)$", re.I)
_STAMP = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} [a-z]{0,4} ?[\d/.-]{4,}|(?:\W*\d+\W*)?page \d+.{0,40}", re.I)
_ASKING = re.compile(
    r"\b(?:how|what|which|who|whom|whose|when|where|why|do|does|did|is|are|was|were|can|could|will|would|should|has|have|had|if|please|may|am)\b"
)
_ASKS_FIRST = re.compile(
    r"(?:how|what|which|who|when|where|why|do|does|did|is|are|was|were|can|could|will|would|has|have|if|please|i|also|and|for|under|provide|confirm|state|list|in|on|of)\b|.{0,200}\b(?:please|would like|request)\b"
)
_STATES = re.compile(
    r".{0,90}?(?<!which )(?<!that )(?<!who )(?<!what )(?<!there )\b(?:is|are|was|were|has been|have been) (?!there|the number|available\b|held\b|your|you|any|being|to be)|.{0,90}?\b(?:can|may|will) (?:be )?found\b"
)
_TITLE = re.compile(
    r"#* ?(?:(?:your |the )?(?:request|question)s?|request for information|(?:foi|information) request|request details|details of request)[ :]*"
)
_COUNTED = re.compile(r"[£$]?\d[\d,.]*%? [a-z]")
_LINK = re.compile(
    r"(?:\[?\d*\]?\s*)?(?:(?:https?:|www\.)\S+|mailto:.*|email address|\[\s*email address\s*\])(?:\s+\S+\.\.\.)?|\[\d+\]|\["
)
_FIGURE_LINE = re.compile(
    r"(?:[\w/&' .-]{1,40} ?[-–=:] ?[£$]?[\d,.]+[%mk]?(?: \w+){0,3}\.?)|(?:20\d\d(?:/\d\d)? ?[-–=:].*)"
)


def _form(unit: Unit, text: str, score: list[float]) -> None:
    """What the shape of a unit says."""
    words = unit.words
    last = text[unit.start : unit.end].rstrip("*_ \"”’')")[-1:]
    if last == "?":
        asks = _ASKING.search(words) is not None
        score[Q] += (
            4.2
            if asks or score[K] or unit.marker
            else 2.4
            if unit.bullet
            else 1.6
            if text[unit.start].isupper() and unit.apart >= BROKEN
            else 0.8
        )
        if asks or unit.marker:
            score[K] = 1
        if score[T] <= 0 and score[H] > 0:
            score[H] -= 2
    if not words:
        return
    if _SIZE.fullmatch(words) or _STAMP.fullmatch(words):
        score[H] += 8.0
        return
    if _LINK.fullmatch(words):
        score[:] = [0.0] * 6
        return
    if _BARE.fullmatch(words):
        score[A] += 4.5
        score[Q] -= 2.5
    elif unit.row or _FIGURE_LINE.fullmatch(words):
        score[A] += 2.6
        score[Q] -= 1.5
    if score[K] and score[Q] > score[A] > 0:
        score[A] *= 0.3
    if score[K] and score[Q] >= 3.0 and 0 < score[E] < 6.0:
        score[E] *= 0.3
    if score[Q] > 0 and last != "?" and not unit.marker and not _ASKS_FIRST.match(words) and _STATES.match(words):
        score[Q] -= 2.5
        score[K] = 0
    if not any(score[:5]) and len(words) > 12:
        score[A] += 0.15
        score[T] += 0.15
    if _COUNTED.match(words) and not unit.marker and last != "?":
        score[A] += 1.2
    if words[0] in '“"':
        score[Q] += 0.6
        score[A] -= 1.0


def _tables(units: Sequence[Unit], scores: list[list[float]]) -> None:
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
        elif i and _SIZE.fullmatch(unit.words) and _FILE.search(units[i - 1].words):
            scores[i - 1][:] = [0.0, 0.0, 0.0, 9.0, 0.0, 0.0]


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
        scores[i][K] = 1
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
            if (
                i + 1 < len(units)
                and len(units[i].words) < 50
                and units[i + 1].marker
                and units[i + 1].marker.style != units[i].marker.style
                and scores[i + 1][Q] > 3
            ):  # type: ignore[union-attr]
                s = scores[i + 1]
            asking += (
                1.0
                if s[Q] > max(s[A], s[E], s[T], 1.0)
                else 0.4
                if s[Q] + 0.5 >= max(s[A], s[E]) and len(units[i].words) > 3
                else 0.0
            )
        share = asking / len(run)
        for i in run:
            if share >= 0.5:
                scores[i][Q] += 2.6 if len(run) > 1 else 1.2
                if not units[i].words and i + 1 < len(units):
                    scores[i + 1][Q] += 2.2
            elif share < 0.25 and len(run) > 1:
                scores[i][Q] -= 2.0
                if units[i].words and not _LINK.fullmatch(units[i].words):
                    scores[i][A] += 0.8


_RUNNING = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}|\bpage\b|freedom of information|\b(?:council|police|constabulary|trust|university|department|official)\b|^[a-z]{0,4} ?[\d/.-]{5,}$"
)


def _repeated(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A short line that comes back and names the body, the date, the reference or the page is a running header or footer."""
    count = Counter(u.words for u in units if len(u.words) < 80)
    for unit, score in zip(units, scores, strict=True):
        if (
            count[unit.words] > 1
            and unit.apart >= BROKEN
            and not unit.marker
            and not _LINK.fullmatch(unit.words)
            and unit.words[-1:] not in ".?:"
            and _RUNNING.search(unit.words)
            and score[Q] < 3
            and score[A] < 3
        ):
            score[H] += 6.0
            score[Q] -= 3.0


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
        elif (
            unit.words and (unit.marker or unit.bullet or unit.words.count(" ") > 1) and not _BARE.fullmatch(unit.words)
        ):
            short = " ".join(re.findall(r"[a-z0-9£]+", unit.words))
            if len(short) > 4 and f" {short} " in flat:
                score[Q] += 2.5


def label(
    units: Sequence[Unit],
    text: str,
    request: str = "",
    furniture: Sequence[bool] = (),
    cited: Sequence[int] = (),
) -> list[int]:
    """The state of each unit of one reply: Q, A, E, H or T.

    `request` is the normalised text of the request where the document quotes it; `furniture[i]` is true for a unit
    that the document's own format marks as header, footer or navigation; `cited` are the offsets at which the text
    cites an exemption.
    """
    if not units:
        return []
    scores = weigh(units, text, request, furniture, cited)
    states = _viterbi(units, text, scores)
    for i in range(1, len(units)):  # a rule or a lone bracket belongs to what stands above it
        if not units[i].words and not units[i].marker:
            states[i] = states[i - 1]
    for i in range(len(units) - 2, -1, -1):  # a heading goes with what stands under it
        if units[i].heading and max(scores[i][:5]) < 3.0 and states[i] != states[i + 1]:
            states[i] = states[i + 1]
    for i in range(len(units) - 1, -1, -1):  # "Request for information" over no request is a mere heading
        if states[i] == Q and _TITLE.fullmatch(units[i].words) and (i + 1 == len(units) or states[i + 1] in (H, T)):
            states[i] = H
    return states


def weigh(
    units: Sequence[Unit],
    text: str,
    request: str = "",
    furniture: Sequence[bool] = (),
    cited: Sequence[int] = (),
) -> list[list[float]]:
    """The evidence on each unit, one figure a state (and one for K), from its words, its form and its place in lists."""
    starts = [u.start for u in units]
    scores = evidence([u.words for u in units])
    for unit, score in zip(units, scores, strict=True):
        _form(unit, text, score)
    for at in cited:
        i = bisect_right(starts, at) - 1
        if i >= 0 and at < units[i].end and scores[i][E] < 7.0:
            scores[i][E] += 2.0
    _tables(units, scores)
    _lists(units, scores)
    if request:
        _asked(units, scores, request)
    hello = next((i for i, u in enumerate(units[:40]) if u.words.startswith(("dear ", "to whom it may"))), None)
    if hello is not None:
        for i in range(hello + 1):
            scores[i][H] += 4.0
            scores[i][A] = min(scores[i][A], 0.0)
    for i in range(1, len(units)):
        if units[i].apart < BROKEN and scores[i - 1][E] >= 5.0 and scores[i][E] < 5.0:
            scores[i][E] += 1.5
        if units[i].apart < BROKEN and scores[i - 1][Q] >= 3.0 and text[units[i].start] == "(":
            scores[i][Q] += 2.0
        if units[i].apart < BROKEN and scores[i - 1][K] and scores[i][A] <= 0.5 and scores[i][E] <= 0:
            scores[i][K] = 1
    _repeated(units, scores)
    for i, is_furniture in enumerate(furniture):
        if is_furniture:
            scores[i] = [-9.0, -9.0, -9.0, 9.0, 0.0, 0.0]
    return scores


def _viterbi(units: Sequence[Unit], text: str, scores: list[list[float]]) -> list[int]:
    best = list(scores[0][:5])
    best[T] -= 4
    best[A] -= 0.5
    back: list[list[int]] = []
    for i in range(1, len(units)):
        q, a, e, h, t = _costs(units[i - 1], units[i], text, scores[i - 1], scores[i])
        b0, b1, b2, b3, b4 = best
        score = scores[i]
        now, came = [], []
        for s in range(5):
            routes = [b0 - q[s], b1 - a[s], b2 - e[s], b3 - h[s], b4 - t[s]]
            top = max(routes)
            came.append(routes.index(top))
            now.append(top + score[s])
        if score[H] > 0.0:
            now[T] += score[H]
        best = now
        back.append(came)
    state = best.index(max(best))
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def _costs(before: Unit, unit: Unit, text: str, last: list[float], score: list[float]) -> list[list[float]]:
    """What it costs to pass from each state at `before` to each state at `unit`."""
    cost = _CHANGE[unit.apart]
    tail = text[before.start : before.end].rstrip("*_ \"”’')")[-1:]
    listed = unit.marker is not None or unit.bullet
    table = [[cost] * 5 for _ in range(5)]
    for a in range(5):
        table[a][a] = 0.0
    # Reasoning and disclosure keep to their paragraphs.
    inside = unit.apart < BROKEN
    table[A][E] += (0.3 if score[E] >= 6 else 1.0) if inside else 0.2
    table[E][A] += 1.6 if inside else 0.7
    if score[E] < 4.0:  # a refusal says so from its start
        for a in (Q, A, H):
            table[a][E] += 3.0 if a == H else 1.2
    if tail == ":" or (unit.bullet and tail == "?" and "following" in before.words):
        for a in (Q, A, E):
            for b in range(5):
                if b != a and score[b] < 2.0:
                    table[a][b] += 1.0 if unit.apart >= APART and not listed else 1.6
    elif last[K] and (tail == "?" or unit.apart >= WRAPPED):
        # After a question comes its answer.
        near = unit.apart <= WRAPPED
        table[Q][A] = min(table[Q][A], 0.9 if near else 0.3)
        table[Q][E] = min(table[Q][E], 1.0 if near else 0.5) + 3.4 * (score[E] < 4.0)
        if not near and not unit.marker:
            if score[Q] > 0.5:
                table[Q][Q] += 0.0 if unit.bullet else 0.6 if score[Q] >= 2.5 else 1.4
            else:
                table[Q][Q] += 2.2 if not unit.bullet else 1.6 if tail == "?" else 0.0 if before.bullet else 1.2
        elif tail == "?" and score[Q] <= 0.5:
            table[Q][Q] += 2.0 if len(unit.words) < 80 else 0.6
        elif unit.apart == WRAPPED and score[Q] <= 0.5:
            table[Q][A] = min(table[Q][A], 0.6)
            table[Q][Q] += 1.6
    if not any(c.isalnum() for c in unit.words) and not unit.marker:
        for a in range(5):
            for b in range(5):
                table[a][b] += 1.0 if a != b else 0.0
    if unit.heading:
        table = [[0.6 * c for c in row] for row in table]
    if before.heading or (before.marker and not before.words):
        for a in range(4):
            for b in range(5):
                if a != b:
                    table[a][b] += 1.5
    for b in (Q, A, E):
        table[H][b] = 0.1 if tail == ":" else 0.4 if unit.apart >= BROKEN else 1.2
        table[T][b] += 3.2 if unit.apart < APART else 2.2
    if score[H] <= 0:
        table[H][H] += 1.0 if unit.apart >= BROKEN else 0.3
        for a in (Q, A, E):
            table[a][H] += 3.0
    if score[T] < 2.5:
        for a in (Q, A, E, H):
            table[a][T] += 5.0
    table[T][H] += 0.5
    return table
