"""Which units are question, answer, refusal or furniture: the likeliest reading of the letter as a whole.

Each unit has evidence of its own (`indexer.cues`, its form, its number, whether the quoted request holds its words).
A letter also has an order: an answer follows its question, reasoning runs on, complaint rights end it. Both are
weighed together by a Viterbi search over five states: question, answer, exemption, and other at the head or the tail.
Where that leaves doubt, the model of `indexer.doubt` is asked, and the letter is read again with what it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from indexer import doubt
from indexer.chapters import numbered_lines, sublists
from indexer.context import letterhead, spaced_out
from indexer.cues import A, E, H, K, Q, T
from indexer.evidence import weigh
from indexer.features import Four
from indexer.habits import REPLY, by_form
from indexer.numbered import ANSWERED
from indexer.unit import APART, BROKEN, SENTENCE, TITLED, WRAPPED, Unit

_Table = list[list[float]]  # a row a state that is left, a column a state that is entered
_CHANGE = {SENTENCE: 3.4, WRAPPED: 2.6, BROKEN: 1.3, APART: 0.8}
_PASSING = {  # what it costs to leave each state for each other, before anything is known of the units
    apart: [[0.0 if a == b else cost for b in range(5)] for a in range(5)] for apart, cost in _CHANGE.items()
}
_MARKS = 20  # the longest run of marks that may close a unit
_PUSH = 0.3  # by how much a kind that the model prefers leads at first
_POINTS = 0.4  # the share of the numbered lines of a letter that ask, from which on all of them do
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
    by_form(units, text, scores)
    states = _settled(units, text, scores)
    for i in range(1, len(units)):  # a rule or a lone bracket belongs to what stands above it
        if not units[i].words and not units[i].marker:
            states[i] = states[i + 1] if i + 1 < len(units) and states[i + 1] in (H, T) else states[i - 1]
    for i, unit in enumerate(units[:-1]):  # an answer by its number is none of the letter's head, whatever law it names
        if states[i] == H and states[i + 1] in (A, E) and unit.marker and unit.marker.word in ANSWERED:
            states[i] = states[i + 1]
    for i in range(len(units) - 2, -1, -1):  # a heading goes with what stands under it
        mere = units[i].heading and max(scores[i][:5]) < 3.0
        runs_in = units[i].opens == TITLED and units[i + 1].apart < BROKEN and states[i + 1] in (A, E)
        if mere or runs_in or (states[i + 1] in (A, E) and REPLY.fullmatch(units[i].words)):
            states[i] = states[i + 1]
    for i in range(len(units) - 2, 0, -1):  # nor does a line that heads a refusal end the answer above it
        if {states[i], states[i + 1]} == {A, E} and max(scores[i][:5]) < 1.6 and _heads(units, i):
            states[i] = states[i + 1]
    for i in range(len(units) - 2, 0, -1):  # a line right over a paragraph, with nothing right over itself, heads it
        over = units[i].blank_before and not units[i + 1].blank_before and _heads(units, i)
        if over and states[i] in (H, T) and states[i + 1] in (A, E) and max(scores[i][:5]) < 1.6:
            states[i] = states[i + 1]
    for i in range(len(units) - 2, -1, -1):  # a word or two that stand alone head what follows them
        alone = units[i].apart == APART == units[i + 1].apart and letterhead(units[i]) and len(units[i].words) < 30
        if states[i] == Q and states[i + 1] in (A, E) and alone and max(scores[i][:5]) < 0.5:
            states[i] = states[i + 1]
    for run in numbered_lines(units):  # numbered lines over replies, of which some ask, are the points of the request
        if sum(states[i] == Q for i in run) >= max(2.0, _POINTS * len(run)):
            for i in run:
                states[i] = Q
    for topic, items in sublists(units):  # what stands under a topic that was asked about, each over a reply, was asked
        if states[topic] == Q and all(states[i + 1] in (A, E) for i in items):
            for i in items:
                states[i] = Q
    for i in range(len(units) - 1, -1, -1):  # "Request for information" over no request is a mere heading
        if states[i] == Q and _TITLE.fullmatch(units[i].words) and (i + 1 == len(units) or states[i + 1] in (H, T)):
            states[i] = H
    return states


def _heads(units: Sequence[Unit], i: int) -> bool:
    """Whether unit `i` is a short line between a paragraph that ends, or a blank line, and one that it stands over."""
    above, unit, below = units[i - 1], units[i], units[i + 1]
    short = letterhead(unit) and not unit.row and unit.words[-1:].isalpha() and min(unit.apart, below.apart) >= BROKEN
    return short and (above.words[-1:] == "." or (unit.blank_before and not below.blank_before))


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
    if unit.heading or unit.opens == TITLED:
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
