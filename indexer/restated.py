"""Where a reply says the request again: from the line that announces it to the line that announces the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.cues import A, E, H, K, Q, T, evidence
from indexer.lead_ins import stated
from indexer.unit import BROKEN, SENTENCE, Unit

# A whole line that says that the request follows.
_ASKED = re.compile(
    r"#* ?(?:(?:(?:your |the |full |original )*(?:foia? |eir |information )?(?:requests?|questions?|enquiry)"
    r"(?: (?:details|summary|text|(?:as )?(?:we )?received(?: it)?|as (?:sent|submitted|made)|for information))?"
    r"|(?:details|text|wording) of (?:the |your )?request"
    r"|(?:information|details) (?:requested|sought)|requested information"
    r"|you (?:have )?(?:asked|requested|wrote|said)(?: (?:for|us|for the following|the following"
    r"|for the following information|the following information|about))?)[ :;–-]*"
    r"|.{0,300}\b(?:you (?:then |also |have )?(?:wrote|asked|requested|said|sought|seek|asked for)"
    r"|you (?:are )?(?:seek|ask|request)(?:ing)?|asking|requesting|seeking)\b[^?:]{0,120}:[ -]*"
    r"|(?!.*\b(?:respon|repl|answer|find|provid|follow-up))"
    r".{0,300}\b(?:your |the )(?:\w+ ){0,2}(?:request|questions?|enquiry|e-?mail)\b[^?:]{0,120}:[ -]*)"
)
# A whole line that says that the answer follows.
_TOLD = re.compile(
    r"#* ?(?:in |here is |please find )?(?:(?:(?:our|the|my|your|full|foia?)|[\w'’&.-]+(?: [\w'’&.-]+){0,3}) )?"
    r"(?:responses?|answers?|reply|replies|decision)(?: (?:is|are|details|summary))?"
    r"(?: (?:as follows|below)|:? \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?[ :;.–-]*"
    r"|we (?:answered|replied|responded)[ :;.–-]*"
)
# A sentence of thanks that says what was asked: "Thank you for your e-mail, where you asked whether …".
_THANKED = re.compile(
    r"(?:(?:thank you|thanks) for|further to|(?:i|we) refer to|i write|i am writing|with reference to|in response to)"
    r".{0,160}?(?:\byou (?:asked|enquired|requested|wanted to know|wished to know|ask)"
    r"(?: us|[^.?:]{0,110}?) (?:whether|if|how|what|which|who|for|about|to)\b"
    r"|request for information (?:regarding|about|on|concerning)\b)"
    r"(?! the following)(?! information\.).{12,}[^:]"
)
# A sentence that says what was asked, before what answers it: "You also asked how many plots are vacant. 37 are."
_IN_PROSE = re.compile(
    r"(?:(?:finally|last(?:ly)?|also|secondly|thirdly|in addition|next),? )?you (?:have |had |then )?(?:also )?"
    r"(?:(?:asked|enquired)(?: us| first| next| then| last(?:ly)?| finally| also)?"
    r"|(?:wanted|wished|wish|would like) to know|sought|requested)"
    r" (?:for|whether|how|what|which|who|when|where|why|if|about|the|a list)"
    r" (?!the following|(?:an? )?(?:internal )?review).{6,}[^:?]"
)
_FURTHEST = 80
"""Units between the two lines: a request that goes on for longer is no request."""
_FEWEST = 3  # questions of a request that a letter copies at its foot
_QUOTED = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_LONGEST = 6000  # characters in quotation marks


def restated(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
    """Weigh as asked what stands between an announced request and an announced answer, or in its quotation marks."""
    i = 0
    while i < len(units) - 1:
        if units[i + 1].apart < BROKEN or not _announces(units[i], scores[i]):
            i += 1
            continue
        end = _quoted(units, text, i + 1) or _until(units, scores, i + 1)
        if end == i + 1 and _copied(units, scores, i):
            end = len(units)
        if end == i + 1 and units[i].words[-1:] == ":" and max(scores[end][A], scores[end][E], scores[end][H]) < 3.0:
            scores[end][Q] += 2.0  # the first of what follows at least
        for score in scores[i + 1 : end]:
            if max(score[H], score[T]) < 6.0 or score[Q] >= 3.0:
                score[Q] = max(score[Q], 0.0) + 4.0
                score[A], score[E] = min(score[A], 1.0), min(score[E], 1.0)
                score[H], score[T] = min(score[H], 0.0), min(score[T], 0.0)
                score[K] = 1
        if end < len(units) and is_told(units[end]):
            _replied(units, scores, end + 1)
        i = max(i + 1, end)


def is_told(unit: Unit) -> bool:
    """Whether a unit is a line that announces an answer and says no more: "Our response:"."""
    return unit.apart >= BROKEN and not unit.marker and len(unit.words) < 60 and _TOLD.fullmatch(unit.words) is not None


def _replied(units: Sequence[Unit], scores: list[list[float]], at: int) -> None:
    """Under an announced answer, a number does not make a question of words that do not ask."""
    for unit, score in zip(units[at : at + _FURTHEST], scores[at : at + _FURTHEST], strict=False):
        if _announces(unit, score) or unit.words[-1:] == "?" or score[Q] >= 4.0 or score[T] >= 4.0:
            return
        if score[Q] > 0.0 and not unit.label and evidence([unit.words])[0][Q] <= 0.5:
            score[Q], score[A] = 0.0, max(score[A], 0.5)


def _announces(unit: Unit, score: Sequence[float]) -> bool:
    words = unit.words
    led = words[-1:] in ":;-–" or len(words) < 60
    return led and score[E] < 5.0 and len(words) < 420 and _ASKED.fullmatch(words) is not None


def _quoted(units: Sequence[Unit], text: str, at: int) -> int:
    """One past the last unit of the quotation that opens with unit `at`; 0 where none does, or where it never ends."""
    start = units[at].start
    if _leans(text, start):  # set in italics, line by line
        return next((n for n in range(at, len(units)) if not _leans(text, units[n].start)), len(units))
    close = _QUOTED.get(text[start])
    if close is None:
        return 0
    ends = re.compile(re.escape(close) + r"[.,]?[ \t]*(?:\r?\n|$)").search(text, start + 1, start + _LONGEST)
    if ends is None or text.count("\n", start, ends.start()) < 1:
        return 0
    return next((n for n in range(at, len(units)) if units[n].start >= ends.end()), len(units))


def _copied(units: Sequence[Unit], scores: Sequence[Sequence[float]], i: int) -> bool:
    """Whether the list announced by unit `i`, which closes the letter, is one that was gone through above it."""
    below = {unit.marker.label for unit in units[i + 1 :] if unit.marker and unit.marker.style[:1] == "#"}
    above = {u.marker.label for u, s in zip(units[:i], scores, strict=False) if u.marker and s[Q] > s[A]}
    return len(units) - i < _FURTHEST and len(below) >= _FEWEST and below <= above and not units[i].marker


def _leans(text: str, at: int) -> bool:
    return text[at] == "*" and text[at + 1 : at + 2] not in ("*", " ", "")


def _until(units: Sequence[Unit], scores: Sequence[Sequence[float]], at: int) -> int:
    """The unit at which the answer to what stands from unit `at` on is announced; `at` where it is not."""
    for n in range(at, min(len(units), at + _FURTHEST)):
        unit = units[n]
        if is_told(unit):
            return n
        if unit.label == "a" or _announces(unit, scores[n]) or scores[n][E] >= 6.0 or scores[n][T] >= 6.0:
            return at
    return at


def in_prose(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """Weigh as asked a sentence that says what was, and as told what its paragraph goes on with."""
    for i in range(len(units) - 1):
        below = scores[i + 1]
        if units[i + 1].apart >= BROKEN or not _IN_PROSE.fullmatch(units[i].words):
            continue
        if _IN_PROSE.fullmatch(units[i + 1].words) or below[Q] >= 2.0 or max(below[H], below[T]) >= 2.0:
            continue
        scores[i][:] = [8.0 if units[i].apart == SENTENCE else 6.0, 0.0, 0.0, 0.0, 0.0, 1.0]
        if below[E] < 4.0:
            below[Q], below[A] = min(below[Q], 0.0), max(below[A], 0.0) + 5.0


def within_thanks(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """In a letter that asks nowhere else, the sentence of thanks that says what was asked is the question."""
    if any(score[K] and score[Q] >= 2.5 for score in scores):
        return
    thanked = [
        i for i, unit in enumerate(units[:40]) if _THANKED.fullmatch(unit.words) and stated(unit.words) == unit.words
    ]
    for i in thanked[:1]:
        scores[i][:] = [6.0, 0.0, 0.0, 0.0, 0.0, 1.0]
