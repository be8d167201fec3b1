"""What a letter's own form says of units whose words say little: it asks and answers in one way throughout.

Each habit adds to the evidence of `indexer.evidence`, in place, before the letter is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.cues import A, E, H, Q, T
from indexer.fields import runs
from indexer.unit import APART, BROKEN, SENTENCE, Unit

_FEWEST = 3  # items of a list that is read as one of questions
_ASKING = 0.6  # and the share of them that plainly ask
_SHORT = 220  # characters of a paragraph that may ask
_NAMING = frozenset({"question", "query", "q", "point", "item", "part", "request"})
_LEVEL = frozenset("•·●∙")  # bullets that one list has at its first level, as it was typed or pasted
REPLY = re.compile(
    r"#* ?(?:(?:our|the|council|trust|force) )?(?:response|answer|reply|decision|disclosure)s?"
    r"(?: to (?:your )?(?:question|part|point|item|q) ?\d{1,2}[a-h]?)?[ :]*"
)
_TAIL = re.compile(
    r"(?!(?:yes|no|none|nil|n/?a|not|we|our|this|these|the|there|it|they|all|information|see|attached|exempt|withheld"
    r"|refused|please (?:see|refer|find|note))\b)[^\d£]{4,90}$"
)
"""What a question goes on with behind its mark: "Amount please.", "Job titles, hours and grades."."""


def by_form(units: Sequence[Unit], text: str, scores: list[list[float]]) -> None:
    """Weigh in what bullets, headings, lists and paragraphs in turn say of each unit."""
    _habit(units, text, scores)
    _other_bullets(units, text, scores)
    _headed(units, scores)
    _count_on(units, text, scores)
    _take_turns(units, text, scores)
    _over_replies(units, text, scores)
    _run_into(units, scores)


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


def _headed(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Read what stands under "Answer", or under a bare "Question 2", as that says, where its words say little."""
    for i in range(len(units) - 1):
        head, unit, score = units[i], units[i + 1], scores[i + 1]
        if unit.marker is not None or unit.apart < BROKEN:
            continue
        if REPLY.fullmatch(head.words) and score[Q] < 2.5 and unit.words[-1:] not in ("?", ":"):
            score[A] = max(score[A], score[Q] + 2.5)
            for n in range(i + 2, len(units)):
                if units[n].apart != SENTENCE or units[n].words[-1:] == "?":
                    break
                scores[n][Q] = min(scores[n][Q], 0.0)
        elif head.marker and head.marker.word and not head.words and scores[i][Q] > scores[i][A] + 2.5 and _open(score):
            score[Q] = max(score[Q], score[A] + 2.5)


def _count_on(units: Sequence[Unit], text: str, scores: list[list[float]]) -> None:
    """Read a list as questions throughout, with an answer under each, where most of its items plainly ask."""
    for run in [*runs(units, styles="#ai"), *_bulleted(units, text)]:
        if len(run) < _FEWEST or not all(units[i].words for i in run):
            continue
        below = [next((n for n in range(i + 1, len(units)) if units[n].apart >= BROKEN), len(units)) for i in run]
        answered = [b for b, after in zip(below, [*run[1:], len(units)], strict=True) if b < after]
        asking = {i for i in run if scores[i][Q] >= max(scores[i][:5]) > 2.5}
        opened = [b for b in answered if units[b].apart == APART or not text[units[b].start].islower()]
        if len(opened) < len(run) or len(asking) < _ASKING * len(run):
            continue
        for i in run:
            if _open(scores[i]):
                scores[i][Q] = max(scores[i][Q], scores[i][A] + 3.0)
        for i, b in zip(run, below, strict=True):
            asked = i in asking and b < len(units) and units[b].apart == APART
            for n in range(i + 1, b if asked else i):
                if _TAIL.match(units[n].words) and units[n].apart == SENTENCE and scores[n][A] < 4.0:
                    scores[n][Q] = max(scores[n][Q], scores[n][A] + 2.5)
        for i in answered:
            unit, score = units[i], scores[i]
            if score[Q] >= 2.5 or unit.marker is not None or unit.bullet or unit.words[-1:] in ("?", ":"):
                continue
            if not _refused(units, scores, i):
                score[A] = max(score[A], score[Q] + 2.5 if unit.apart < APART else score[Q] + 1.5)
        for n in range(run[0], run[-1]):
            if units[n].apart == SENTENCE:  # inside a list, a paragraph does not turn into the letter's end
                scores[n][T] = min(scores[n][T], 2.0)


def _refused(units: Sequence[Unit], scores: Sequence[Sequence[float]], i: int) -> bool:
    """Whether the paragraph that begins with unit `i` comes to a refusal."""
    end = next((n for n in range(i + 1, len(units)) if units[n].apart >= BROKEN), len(units))
    return any(score[E] >= 5.0 for score in scores[i:end])


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


def _over_replies(units: Sequence[Unit], text: str, scores: list[list[float]]) -> None:
    """Read a paragraph right above a line "Response" as asking, where what stands above the other such lines asks."""
    replies = [i for i in range(2, len(units)) if units[i].apart >= BROKEN and REPLY.fullmatch(units[i].words)]
    asking = [i for i in replies if scores[i - 1][Q] >= max(scores[i - 1][:5]) > 2.5]
    if len(asking) < max(_FEWEST, _ASKING * len(replies)):
        return
    for i in set(replies) - set(asking):
        alone = units[i - 1].apart == APART and i - 2 not in replies
        if alone and _may_ask(units[i - 1], text, scores[i - 1]):
            scores[i - 1][Q] = scores[i - 1][A] + 3.0


def _run_into(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Read what a numbered paragraph goes on with as the answer to its title: "Question 2 - cost. It came to £90."

    The letter has three such paragraphs right under each other, no sentence in them asks, and most tell or refuse.
    """
    found: list[tuple[int, int]] = []
    for i, unit in enumerate(units):
        if unit.apart < BROKEN or not unit.marker or unit.marker.word not in _NAMING:
            continue
        end = next((n for n in range(i + 1, len(units)) if units[n].apart >= BROKEN), len(units))
        titled = unit.words[-1:] == "." and scores[i][Q] >= 2.5 and end > i + 1
        if titled and not any(u.words[-1:] == "?" or s[Q] >= 2.0 for u, s in _between(units, scores, i + 1, end)):
            found.append((i, end))
    follow = sum(stop == start for (_, stop), (start, _) in pairwise(found))
    tell = sum(any(max(s[A], s[E]) >= 2.0 for s in scores[i + 1 : end]) for i, end in found)
    if len(found) < _FEWEST or follow < _ASKING * (len(found) - 1) or 2 * tell < len(found):
        return
    for i, _ in found:
        score = scores[i + 1]
        if score[E] < 4.0:
            score[Q], score[A] = min(score[Q], 0.0), max(score[A], 4.0)


def _between(
    units: Sequence[Unit], scores: Sequence[list[float]], start: int, end: int
) -> Iterator[tuple[Unit, list[float]]]:
    """The units from `start` up to `end`, each with what speaks for it."""
    return zip(units[start:end], scores[start:end], strict=True)


def _may_ask(unit: Unit, text: str, score: Sequence[float]) -> bool:
    """Whether a paragraph that does not ask by its words may be a question all the same: short, and no reply."""
    said = text[unit.start : unit.end]
    plainly = unit.marker is None and not unit.bullet and not unit.row and said[:1].isalpha() and len(said) < _SHORT
    return plainly and score[A] < 2.0 and _open(score) and unit.label != "a"


def _bulleted(units: Sequence[Unit], text: str) -> list[list[int]]:
    """The bullets of each print, in order."""
    found: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        if unit.bullet:
            found.setdefault(text[unit.start], []).append(i)
    return list(found.values())


def _open(score: Sequence[float]) -> bool:
    """Whether nothing speaks for a refusal, or for the letter's head or end."""
    return max(score[E], score[H], score[T]) < 3.0
