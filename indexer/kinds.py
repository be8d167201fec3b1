"""Which units are question, answer, refusal or furniture: the likeliest reading of the letter as a whole.

Each unit has evidence of its own (`indexer.cues`, its form, its number, whether the quoted request holds its words).
A letter also has an order: an answer follows its question, reasoning runs on, complaint rights end it. Both are
weighed together by a Viterbi search over five states: question, answer, exemption, and other at the head or the tail.
Where that leaves doubt, the model of `indexer.doubt` is asked, and the letter is read again with what it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from indexer import doubt
from indexer.context import letterhead, spaced_out
from indexer.cues import A, E, H, K, Q, T
from indexer.evidence import weigh
from indexer.features import Four
from indexer.fields import runs
from indexer.unit import APART, BROKEN, SENTENCE, WRAPPED, Unit

_Table = list[list[float]]  # a row a state that is left, a column a state that is entered
_CHANGE = {SENTENCE: 3.4, WRAPPED: 2.6, BROKEN: 1.3, APART: 0.8}
_PASSING = {  # what it costs to leave each state for each other, before anything is known of the units
    apart: [[0.0 if a == b else cost for b in range(5)] for a in range(5)] for apart, cost in _CHANGE.items()
}
_MARKS = 20  # the longest run of marks that may close a unit
_PUSH = 0.3  # by how much a kind that the model prefers leads at first
_FEWEST = 3  # items of a list that is read as one of questions
_ASKING = 0.6  # and the share of them that plainly ask
_SHORT = 220  # characters of a paragraph that may ask
_LEVEL = frozenset("•·●∙")  # bullets that one list has at its first level, as it was typed or pasted
_REPLY = re.compile(r"#* ?(?:(?:our|the|council|trust|force) )?(?:response|answer|reply|decision|disclosure)s?[ :]*")
_TITLE = re.compile(
    r"#* ?(?:(?:your |the )?(?:request|question)s?|request for information|(?:foi|information) request"
    r"|request details|details of request)[ :]*"
)


def label(
    units: Sequence[Unit],
    text: str,
    request: str = "",
    furniture: Sequence[bool] = (),
    cited: Sequence[int] = (),
    numbers: Collection[str] = (),
) -> list[int]:
    """The state of each unit of one reply: Q, A, E, H or T.

    `request` is the normalised text of the request where the document quotes it; `furniture[i]` is true for a unit
    that the document's own format marks as header, footer or navigation; `cited` are the offsets at which the text
    cites an exemption; `numbers` those of the quoted request's questions.
    """
    if not units:
        return []
    scores = weigh(units, text, request, furniture, cited, numbers)
    _habit(units, text, scores)
    _other_bullets(units, text, scores)
    _count_on(units, text, scores)
    _take_turns(units, text, scores)
    states = _settled(units, text, scores)
    for i in range(1, len(units)):  # a rule or a lone bracket belongs to what stands above it
        if not units[i].words and not units[i].marker:
            states[i] = states[i + 1] if i + 1 < len(units) and states[i + 1] in (H, T) else states[i - 1]
    for i in range(len(units) - 2, -1, -1):  # a heading goes with what stands under it
        mere = units[i].heading and max(scores[i][:5]) < 3.0
        if mere or (states[i + 1] in (A, E) and _REPLY.fullmatch(units[i].words)):
            states[i] = states[i + 1]
    for i in range(len(units) - 2, -1, -1):  # a word or two that stand alone head what follows them
        alone = units[i].apart == APART == units[i + 1].apart and letterhead(units[i]) and len(units[i].words) < 30
        if states[i] == Q and states[i + 1] in (A, E) and alone and max(scores[i][:5]) < 0.5:
            states[i] = states[i + 1]
    for i in range(len(units) - 1, -1, -1):  # "Request for information" over no request is a mere heading
        if states[i] == Q and _TITLE.fullmatch(units[i].words) and (i + 1 == len(units) or states[i + 1] in (H, T)):
            states[i] = H
    return states


def _settled(units: Sequence[Unit], text: str, scores: list[list[float]]) -> list[int]:
    """The likeliest states; where the rules are in doubt, those that the model prefers, with what follows from them."""
    states, costs, forward = _viterbi(units, text, scores)
    leads = _leads(scores, costs, forward)
    weighed = list(scores)
    for i, kind in doubt.settled(units, text, leads, doubt.shipped()):
        more = _PUSH - leads[i][kind]
        weighed[i] = list(scores[i])
        weighed[i][kind] += more
        if kind == H and weighed[i][H] <= 0.0:  # what speaks for the head speaks for the tail as well
            weighed[i][T] += more
    return states if weighed == scores else _viterbi(units, text, weighed)[0]


def _habit(units: Sequence[Unit], text: str, scores: list[list[float]]) -> None:
    """Read the bullets that say nothing as the letter uses that bullet elsewhere."""
    sure: dict[str, list[int]] = {}
    open_: dict[str, list[int]] = {}
    for i, (unit, score) in enumerate(zip(units, scores, strict=True)):
        if unit.bullet:
            margin = max(score[A], score[E]) - score[Q]
            (sure if abs(margin) >= 2.0 else open_).setdefault(text[unit.start], []).append(i)
    for glyph, unsure in open_.items():
        known = sure.get(glyph, [])
        asks = sum(scores[i][Q] > scores[i][A] for i in known)
        if len(known) < 2 or 0 < asks < len(known):
            continue
        for i in unsure:
            if max(scores[i][H], scores[i][T]) < 2.0:
                scores[i][Q if asks else A] += 2.0


def _other_bullets(units: Sequence[Unit], text: str, scores: list[list[float]]) -> None:
    """Read as answers the bullets of another print that follow those of a question at the same level."""
    met: set[str] = set()
    for i in range(1, len(units)):
        glyph, above = text[units[i].start], text[units[i - 1].start]
        if units[i - 1].bullet:
            met.add(above)
        if not (units[i].bullet and units[i - 1].bullet and {glyph, above} <= _LEVEL and glyph != above):
            continue
        asked = scores[i - 1][Q] > scores[i - 1][A] and glyph not in met
        run = i
        while asked and run < len(units) and units[run].bullet and text[units[run].start] == glyph:
            if units[run].words[-1:] not in "?:" and scores[run][Q] < 4.0:
                scores[run][A] += 4.0
            run += 1


def _count_on(units: Sequence[Unit], text: str, scores: list[list[float]]) -> None:
    """Read a list as questions throughout, with an answer under each, where most of its items plainly ask."""
    for run in [*runs(units, styles="#ai"), *_bulleted(units, text)]:
        if len(run) < _FEWEST or not all(units[i].words for i in run):
            continue
        below = [next((n for n in range(i + 1, len(units)) if units[n].apart >= BROKEN), len(units)) for i in run]
        answered = [b for b, after in zip(below, [*run[1:], len(units)], strict=True) if b < after]
        asking = [i for i in run if scores[i][Q] >= max(scores[i][:5]) > 2.5]
        opened = [b for b in answered if units[b].apart == APART or not text[units[b].start].islower()]
        if len(opened) < len(run) or len(asking) < _ASKING * len(run):
            continue
        for i in run:
            if max(scores[i][E], scores[i][H], scores[i][T]) < 3.0:
                scores[i][Q] = max(scores[i][Q], scores[i][A] + 3.0)
        for i in answered:
            unit, score = units[i], scores[i]
            if score[Q] < 2.5 and unit.marker is None and not unit.bullet and unit.words[-1:] not in ("?", ":"):
                score[A] = max(score[A], score[Q] + 2.5 if unit.apart < APART else score[Q] + 1.5)
        for n in range(run[0], run[-1]):
            if units[n].apart == SENTENCE:  # inside a list, a paragraph does not turn into the letter's end
                scores[n][T] = min(scores[n][T], 2.0)


def _take_turns(units: Sequence[Unit], text: str, scores: list[list[float]]) -> None:
    """Read what stands between two answers as asking, in a letter that asks and answers a paragraph each."""
    heads = [i for i, unit in enumerate(units) if unit.apart == APART]
    asking = [n for n, i in enumerate(heads) if scores[i][Q] >= max(scores[i][:5]) > 2.5 and units[i].marker is None]
    if len(asking) < _FEWEST or 2 * sum(b - a == 2 for a, b in pairwise(asking)) < len(asking):
        return
    ends = [n for n, i in enumerate(heads) if max(scores[i][H], scores[i][T]) >= 3.0 and n > asking[-1]]
    for a, b in pairwise([*asking, *ends[:1]]):
        between = heads[a + 2 : b : 2]
        if b - a < 4 or (b - a) % 2 or not all(_may_ask(units[i], text, scores[i]) for i in between):
            continue
        for i in between:
            scores[i][Q] = max(scores[i][Q], scores[i][A] + 3.0)


def _may_ask(unit: Unit, text: str, score: Sequence[float]) -> bool:
    """Whether a paragraph that does not ask by its words may be a question all the same: short, and no reply."""
    said = text[unit.start : unit.end]
    plainly = unit.marker is None and not unit.bullet and not unit.row and said[:1].isalpha() and len(said) < _SHORT
    return plainly and score[A] < 2.0 and max(score[E], score[H], score[T]) < 3.0 and unit.label != "a"


def _bulleted(units: Sequence[Unit], text: str) -> list[list[int]]:
    """The bullets of each print, in order."""
    found: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        if unit.bullet:
            found.setdefault(text[unit.start], []).append(i)
    return list(found.values())


def _viterbi(
    units: Sequence[Unit], text: str, scores: list[list[float]]
) -> tuple[list[int], list[_Table], list[list[float]]]:
    """The likeliest states, what each change of state costs, and how good the best reading up to each unit is."""
    best = list(scores[0][:5])
    best[T] -= 4
    best[E] -= 3 * (scores[0][E] < 4.0)
    best[A] -= 0.5
    costs: list[_Table] = []
    forward = [best]
    spaced = spaced_out(units)
    # Up to the first unit that asks, answers or refuses, what says nothing is letterhead.
    begun = next((i for i, s in enumerate(scores) if max(s[Q], s[A], s[E]) >= 2.5 and s[H] < 3.0), 0)
    begun = begun if begun <= 14 else 0
    for i in range(1, len(units)):
        table = _costs(
            units[i - 1], units[i], text, scores[i - 1], scores[i], spaced, i < begun and letterhead(units[i])
        )
        b0, b1, b2, b3, b4 = best
        score = scores[i]
        best = [
            max(b0 - q, b1 - a, b2 - e, b3 - h, b4 - t) + s for q, a, e, h, t, s in zip(*table, score, strict=False)
        ]
        if score[H] > 0.0:
            best[T] += score[H]
        costs.append(table)
        forward.append(best)
    state = best.index(max(best))
    path = [state]
    for table, before in zip(reversed(costs), reversed(forward[:-1]), strict=True):
        routes = [b - row[state] for b, row in zip(before, table, strict=True)]
        state = routes.index(max(routes))
        path.append(state)
    return path[::-1], costs, forward


def _leads(scores: list[list[float]], costs: list[_Table], forward: list[list[float]]) -> list[Four]:
    """By how much the best reading with each unit as each kind falls behind the best of all: 0 or less."""
    b0 = b1 = b2 = b3 = b4 = 0.0
    out: list[Four] = []
    for i in range(len(forward) - 1, -1, -1):
        f0, f1, f2, f3, f4 = forward[i]
        q, a, e, h, t = f0 + b0, f1 + b1, f2 + b2, f3 + b3, f4 + b4
        o = h if h > t else t
        top = max(q, a, e, o)
        out.append((q - top, a - top, e - top, o - top))
        if i:
            s0, s1, s2, s3, s4, _ = scores[i]
            b4 += s4 + s3 if s3 > 0.0 else s4
            b0, b1, b2, b3 = b0 + s0, b1 + s1, b2 + s2, b3 + s3
            b0, b1, b2, b3, b4 = [
                max(b0 - c0, b1 - c1, b2 - c2, b3 - c3, b4 - c4) for c0, c1, c2, c3, c4 in costs[i - 1]
            ]
    return out[::-1]


def _costs(
    before: Unit, unit: Unit, text: str, last: list[float], score: list[float], spaced: bool, opening: bool
) -> list[list[float]]:
    """What it costs to pass from each state at `before` to each state at `unit`."""
    cost = _CHANGE[unit.apart]
    tail = text[max(before.start, before.end - _MARKS) : before.end].rstrip("*_ \"”’')")[-1:]
    listed = unit.marker is not None or unit.bullet
    table = [row.copy() for row in _PASSING[unit.apart]]
    # Reasoning and disclosure keep to their paragraphs.
    inside = unit.apart < BROKEN
    table[A][E] += (0.3 if score[E] >= 6 else 1.0) if inside else 0.2
    table[E][A] += 1.6 if inside else 0.7
    if score[Q] < 4.0:  # nor does a question stand in the midst of a refusal but by saying so
        table[E][Q] += 1.0
    if score[E] < 4.0:  # a refusal says so from its start
        for a in (Q, A, H):
            table[a][E] += 3.0 if a == H else 1.2
    if (tail == ":" and (listed or not (before.marker and last[K]))) or (
        unit.bullet and tail == "?" and "following" in before.words
    ):
        for a in (Q, A, E):
            for b in range(5):
                if b != a and score[b] < 2.0:
                    table[a][b] += 1.0 if unit.apart >= APART and not listed else 1.6
    elif last[K] and (tail == "?" or unit.apart >= WRAPPED or (last[Q] >= 2.0 and before.marker and score[A] >= 4.0)):
        # After a question comes its answer.
        near = unit.apart <= WRAPPED
        table[Q][A] = min(table[Q][A], 0.9 if near else 0.3)
        table[Q][E] = min(table[Q][E], 1.0 if near else 0.5) + 3.4 * (score[E] < 4.0)
        if not near and not unit.marker:
            if score[Q] > 0.5:
                table[Q][Q] += 0.0 if unit.bullet else 0.6 if score[Q] >= 2.5 else 1.4
            elif tail != "?" and spaced and unit.apart == BROKEN and not unit.blank_before:
                table[Q][Q] += 0.2
                table[Q][A], table[Q][E] = cost, cost + 3.4 * (score[E] < 4.0)
            else:
                table[Q][Q] += 2.2 if not unit.bullet else 1.6 if tail == "?" else 0.0 if before.bullet else 1.2
        elif tail == "?" and score[Q] <= 0.5:
            table[Q][Q] += 2.0 if len(unit.words) < 80 else 0.6
        elif unit.apart == WRAPPED and score[Q] <= 0.5:
            table[Q][A] = min(table[Q][A], 0.6)
            table[Q][Q] += 1.6
    if not unit.marker and not unit.words[:1].isalnum() and not any(c.isalnum() for c in unit.words):
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
        if b == E and score[E] < 4.0:
            table[H][b] += 1.0
        table[T][b] += 3.2 if unit.apart < APART else 2.2
    if score[H] <= 0 and not opening:
        table[H][H] += 1.0 if unit.apart >= BROKEN else 0.3
        for a in (Q, A, E):
            table[a][H] += 3.0
    if score[T] < 2.5:
        for a in (Q, A, E, H):
            table[a][T] += 5.0
    table[T][H] += 0.5
    return table
