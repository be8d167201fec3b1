"""What each unit says of itself: its words, its form, its number, its place in lists and tables, the quoted request."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from indexer.context import letterhead, reasoned, reported, runs_on, spaced_out
from indexer.cues import A, E, H, K, Q, T, evidence
from indexer.lines import BROKEN, Unit

_BARE = re.compile(
    r"[£$]?\(?[<>~c.]{0,2} ?[\d,.]+ ?(?:%|m|k|bn|million|days?|hours?|years?|months?"
    r"|ftes?)?\)?\.?|[-–—]|n/?a\.?|nil\.?|none\.?"
    r"|yes\.?|no\.?"
)
_DATE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)?,? (?:of )?)?(?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december),? \d{4}\.?"
)
_SIGNED = re.compile(r"yours (?:sincerely|faithfully|truly)|(?:kind(?:est)? |best |warm )?regards")
_SIZE = re.compile(r"[\d,.]+ ?(?:k|m|kb|mb|gb|bytes)|page \d+(?: of \d+)?|\d+ of \d+ pages?", re.I)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|zip|msg|pptx?|jpe?g|png|html?|txt|ods|odt)$", re.I)
_STAMP = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} [a-z]{0,4} ?[\d/.-]{4,}|(?:\W*\d+\W*)?page \d+.{0,40}", re.I)
_ASKING = re.compile(
    r"\b(?:how|what|which|who|whom|whose|when|where|why|do|does|did|is|are|was|were|can|could|will"
    r"|would|should|has|have|had|if|please|may|am)\b"
)
_ASKS_FIRST = re.compile(
    r"(?:how|what|which|who|when|where|why|do|does|did|is|are|was|were|can|could|will|would|has|have"
    r"|if|please|i|also|and|for|under|provide|confirm|state|list|in|on"
    r"|of (?:these|those|the above|them|which),? (?:how|what|which|who|please))\b|.{0,200}\b(?:please"
    r"|would like|request)\b"
)
_STATES = re.compile(
    r".{0,90}?(?<!which )(?<!that )(?<!who )(?<!what )(?<!there )\b(?:is|are|was|were|has been"
    r"|have been) (?!there|the number|available\b|held\b|your|you|any|being|to be)|.{0,90}?\b(?:can|may"
    r"|will) (?:be )?found\b|.{0,60}?(?<!which )(?<!that )(?<!who )\bwill be\b"
)
_LABELLED = re.compile(r"[a-z][\w/&' .()-]{1,40} [<£]?\d[\d,.]*%?")  # "Ahmed 22"
_COUNTED = re.compile(r"[£$]?\d[\d,.]*%? [a-z]")
_TOLD = re.compile(  # "In 2022 we granted 183 visas."
    r"(?:(?:in|during|between|since|as at|at|on|by) [^.?]{3,50}? )?(?:we|there (?:is|are|was|were)"
    r"|the (?:council|trust|force|university|department|service|authority|board|college|school|company)) [^?]*\d"
)
_LINK = re.compile(
    r"(?:\[?\d*\]?\s*)?(?:(?:https?:|www\.)\S+|mailto:.*|email address"
    r"|\[\s*email address\s*\])(?:\s+\S+\.\.\.)?|\[\d+\]|\["
)
_FIGURE_LINE = re.compile(
    r"(?:[\w/&' .-]{1,40}(?: ?[=:] ?| [-–] |(?<=[a-z])[-–] ?)[£$]?[\d,.]+[%mk]?(?: \w+){0,3}\.?)"
    r"|(?:20\d\d(?:/\d\d)? ?[-–=:].*)"
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
    if unit.label == "a":
        score[A] += 4.6
        score[E] += 4.1
        score[Q] -= 3.0
    elif unit.label == "q":
        score[Q] += 4.0
        score[K] = 1
    if not words:
        return
    if _SIZE.fullmatch(words) or _STAMP.fullmatch(words):
        score[H] += 8.0
        return
    if _LINK.fullmatch(words):
        score[:] = [0.0] * 6
        return
    if _DATE.fullmatch(words):
        score[A] += 2.0
        score[Q] -= 1.5
    elif _BARE.fullmatch(words):
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
    if _LABELLED.fullmatch(words) and not unit.marker:
        score[A] += 1.2
    if _COUNTED.match(words) and not unit.marker and last != "?":
        score[A] += 1.2
    if last == "." and score[Q] < 2.0 and " you" not in words and _TOLD.match(words):
        score[A] += 1.5
    if words[0] in '“"':
        score[Q] += 0.6
        score[A] -= 1.0


_SALUTE = re.compile(r"(?:dear|to whom it may|hello|hi|good (?:morning|afternoon|day))\b")
_LOOSE_REFERENCE = re.compile(r"(?:foi|eir|rfi|ir|ref)?[ :/#-]{0,3}[a-z]{0,4}[\d][\d/.-]{3,}")
_SECTION = re.compile(r"\b(?:sections?|s\.?|regulations?) ?\d")
_REFUSING = re.compile(
    r"exempt|withh|redact|refus|public interest|exception|engaged|not obliged|appropriate limit|duty|duties|£\d"
)


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


_ANSWERED = frozenset({"answer", "response", "reply", "ans", "a", "r"})


def _asking(units: Sequence[Unit], scores: list[list[float]], i: int) -> float:
    """How far list item `i` asks, 0 to 1; a bare number or a heading over a sublist asks as what follows it."""
    unit, score = units[i], scores[i]
    if i + 1 < len(units):
        below = units[i + 1].marker
        sublist = below is not None and unit.marker is not None and below.style != unit.marker.style
        if not unit.words or (sublist and len(unit.words) < 50 and scores[i + 1][Q] > 3):
            score = scores[i + 1]
    if score[Q] > max(score[A], score[E], score[T], 1.0):
        return 1.0
    return 0.4 if score[Q] + 0.5 >= max(score[A], score[E]) and len(unit.words) > 3 else 0.0


def _lists(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A list whose items mostly ask is a list of questions; one whose items never ask is not."""
    asks = [s[K] > 0 and s[Q] >= 2.0 for s in scores]
    runs: dict[str, list[int]] = {}
    done: list[list[int]] = []
    for i, unit in enumerate(units):
        m = unit.marker
        if not m:
            continue
        if m.word in _ANSWERED:
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
        asking = sum(_asking(units, scores, i) for i in run)
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
    _restated(units, scores, asks)


_PAGE = re.compile(r"\W*\d{1,3}\W*")
_RUNNING = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}|\bpage\b|freedom of information|\b(?:council|police|constabulary|trust"
    r"|university|department|official)\b|^[a-z]{0,4} ?[\d/.-]{5,}$"
)


def _restated(units: Sequence[Unit], scores: list[list[float]], asks: Sequence[bool]) -> None:
    """A number that comes again: with the same words it restates the question, with others it answers it.

    `asks[i]` says that the words of unit i ask, whatever its number says.
    """
    seen: dict[str, int] = {}
    for i, unit in enumerate(units):
        m = unit.marker
        if not m or not unit.words or m.word in _ANSWERED or _LINK.fullmatch(unit.words):
            continue
        first = seen.setdefault(m.label, i)
        original = units[first].marker
        if (
            first == i
            or not original
            or scores[first][Q] <= scores[first][A]
            or ("(" in m.style) != ("(" in original.style)
        ):
            continue
        mine, its = set(unit.words.split()), set(units[first].words.split())
        shared = len(mine & its) / len(mine)
        told = _STATES.match(unit.words) is not None and not _ASKS_FIRST.match(unit.words)
        if shared >= 0.6 and len(mine) > 1 and not (told and shared < 0.9):
            scores[i][Q] += 3.0
        elif (shared < 0.34 or told) and not asks[i]:
            scores[i][A] += 3.0
            scores[i][Q] = min(scores[i][Q], 0.0)


def _repeated(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A short line that comes back and names the body, the date, the reference or the page is a running header."""
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


def _bold(units: Sequence[Unit], scores: list[list[float]], text: str) -> None:
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


def _couplets(units: Sequence[Unit], scores: list[list[float]]) -> None:
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


def weigh(
    units: Sequence[Unit],
    text: str,
    request: str = "",
    furniture: Sequence[bool] = (),
    cited: Sequence[int] = (),
) -> list[list[float]]:
    """The evidence on each unit, from its words, its form and its place in lists: one figure a state, and K."""
    starts = [u.start for u in units]
    scores = evidence([u.words for u in units])
    for unit, score in zip(units, scores, strict=True):
        _form(unit, text, score)
    citing = set()
    for at in cited:
        i = bisect_right(starts, at) - 1
        if i >= 0 and at < units[i].end:
            citing.add(i)
            if scores[i][E] < 7.0:
                scores[i][E] += 2.0
    for i, unit in enumerate(units):  # a section that is no ground for refusal, or another Act's
        if scores[i][E] > 2.0 and i not in citing and _SECTION.search(unit.words) and not _REFUSING.search(unit.words):
            scores[i][E] = 2.0
    _tables(units, scores)
    reported(units, scores)
    reasoned(units, scores, text, spaced_out(units))
    _lists(units, scores)
    if request:
        _asked(units, scores, request)
    first = next((i for i, s in enumerate(scores) if s[K] and s[Q] >= 3.0), 0)
    for i in range(first):  # a date above all that was asked is the letter's own
        if _DATE.fullmatch(units[i].words):
            scores[i][A], scores[i][H] = 0.0, scores[i][H] + 2.0
    closed = False
    for i, (unit, score) in enumerate(zip(units, scores, strict=True)):  # and so is one under the signature
        closed = closed or _SIGNED.match(unit.words) is not None
        foot = i >= len(units) - 3 and (_BARE.fullmatch(unit.words) or _LOOSE_REFERENCE.fullmatch(unit.words))
        if closed and (foot or _DATE.fullmatch(unit.words)):
            score[A], score[T] = 0.0, score[T] + (3.0 if foot else 2.0)
    hello = next((i for i, u in enumerate(units[:40]) if len(u.words) < 60 and _SALUTE.match(u.words)), None)
    if hello is not None:
        for i in range(hello + 1):
            scores[i][H] += 4.0
            scores[i][A] = min(scores[i][A], 0.0)
    for unit, score in zip(units[:14], scores, strict=False):  # a letter that greets no one: the same of its letterhead
        told = score[A] >= 2.5 and not (_BARE.fullmatch(unit.words) or _DATE.fullmatch(unit.words))
        if hello is not None or told or max(score[Q], score[E]) >= 2.5:
            break
        if score[H] < 3.0 and letterhead(unit):
            score[A], score[H] = min(score[A], 0.0), score[H] + 0.3
    spaced = spaced_out(units)
    for i in range(1, len(units)):
        above = units[i - 1].words
        if text[units[i].start] in '“"' and above[-1:] == ":" and ("request" in above or "asked" in above):
            scores[i][Q] += 4.0
        if units[i].apart < BROKEN and scores[i - 1][E] >= 5.0 and scores[i][E] < 5.0:
            scores[i][E] += 1.5
        if units[i].apart < BROKEN and scores[i - 1][Q] >= 3.0 and text[units[i].start] == "(":
            scores[i][Q] += 2.0
        beside = units[i].apart < BROKEN or (spaced and units[i].apart == BROKEN and not units[i].blank_before)
        if beside and scores[i - 1][K] and scores[i][A] <= 0.5 and scores[i][E] <= 0:
            scores[i][K] = 1
    _couplets(units, scores)
    _bold(units, scores, text)
    _repeated(units, scores)
    for i, is_furniture in enumerate(furniture):
        if is_furniture:
            scores[i] = [-9.0, -9.0, -9.0, 9.0, 0.0, 0.0]
    return scores
