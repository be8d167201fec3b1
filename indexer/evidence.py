"""What each unit says of itself: its words, its form, its number, its place in lists and tables, the quoted request."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from indexer.citations import lifted
from indexer.context import letterhead, reasoned, reported, spaced_out
from indexer.cues import A, E, H, K, Q, T, evidence
from indexer.forms import BARE, DATE, SIGNED, formed, told
from indexer.items import apart_bullets, bullets, filled, periods, sublists, topics
from indexer.layout import bold, capitals, couplets, own_labels, quoted_lines, repeated, tables
from indexer.lead_ins import stated
from indexer.numbered import listed
from indexer.openers import retold
from indexer.quoted import asked
from indexer.restated import in_prose, is_told, restated, within_thanks
from indexer.unit import APART, BROKEN, NUMBERED, Unit

_SALUTE = re.compile(
    r"(?:dear(?:mrs?|ms|miss|dr|sir)?|annwyl|to whom it may|hello|hi|good (?:morning|afternoon|day))\b"
)
_LOOSE_REFERENCE = re.compile(r"(?:foi|eir|rfi|ir|ref)?[ :/#-]{0,3}[a-z]{0,4}[\d][\d/.-]{3,}")
_GOES_ON = re.compile(
    r"(?:i\.e\b|e\.g\b|for example|for instance|such as|including|namely"
    r"|(?:(?:nb|n\.b\.|note)\W+)?i (?:am (?:only )?(?:interested|looking|asking|seeking)|mean|want"
    r"|do(?: not|n't) (?:want|need)))"
)
_GIVES = re.compile(  # what is attached, or where it is found, is given, whatever was taken out of it
    r"(?:please (?:find|see) (?:the )?(?:\w+ )?(?:attached|enclosed)"
    r"|(?:(?:full|further|more) )?(?:details?|information)\b.{0,80}\b(?:can|may) be found"
    r"|(?:we|i) (?:have |are |am )?(?:also )?(?:attach|enclos)\w*)\b"
)
# Why the request was handled under the environmental regulations, which refuses nothing.
_REGIME = re.compile(
    r"\b(?:process|handl|deal|consider|treat|answer|respond)\w*(?: \w+){0,5} under (?:the )?(?:eir|environmental)"
)
_WITHHELD = re.compile(r"exempt|withh|refus|section|regulation|exception|been redacted|public interest")
_DATED = re.compile(
    r"(?:[\w ]{0,24}\bdate(?: of \w+| \w+)?|responded|requested|published|received|completed)(?: on)?:?"
)
_SENDS = re.compile(
    r"\b(?:(?:i|we) (?:have |am |are |now )?(?:attach|enclos)|(?:reply|response|documents?|letters?|spreadsheet|records"
    r"|information|data|files?|report) (?:is|are) (?:now )?(?:attached|enclosed))\w*\b"
    r"(?!.{0,60}\b(?:leaflet|rights|complain|appeal|review))"
)
_ENCLOSED = re.compile(r"(?:please )?(?:see|find) (?:the |our )?(?:attach|enclos)\w*(?: \w+){0,4}\.?")
_COUNTS = re.compile(r"[a-z] \((?!(?:19|20)\d\d\))\d[\d,]*\)")
"""A count behind what it is of: "damp (29)"."""
_WE_REFUSE = re.compile(r"\b(?:we|i) (?:are |am |have |do |must )?(?:withh|refus|declin)")
_STILL = 0.15  # what stands between the last thing told and the end of the letter leans to the answer
_SOUGHT = re.compile(
    r"(?:please (?:provide|supply|send|confirm|state) )?(?:copies|copy|details|a copy|a list|lists?|minutes"
    r"|(?:the )?number|the total|any (?:correspondence|emails?|documents?|policies|guidance|internal))\b"
    r"|i (?:request|would like)\b"
)
_TOLD_OF = re.compile(
    r"\b(?:is|are|was|were|has been|have been|we|our|this|i (?:have|am|can))\b.{0,80}"
    r"\b(?:exempt|withheld|refus|redact|attach|enclos|provided|held|publish)"
    r"|\b(?:is|are) (?:exempt|[£$]?\d)|not held"
)
_INTERROGATIVE = re.compile(r"(?:how (?:many|much|often|long)|what|which|when|who|where|did|does|has|have)\b")
_SECTION = re.compile(r"\b(?:sections?|s\.?|regulations?) ?\d")
_REFUSING = re.compile(
    r"exempt|withh|redact|covered by|falls? (?:under|within)|excepted|refus|public interest|exception|engaged"
    r"|not obliged|appropriate limit|duty|duties|£\d|\b(?:we|i) rely on"
)


def weigh(
    units: Sequence[Unit],
    text: str,
    request: str = "",
    furniture: Sequence[bool] = (),
    cited: Sequence[int] = (),
    numbers: Collection[str] = (),
) -> list[list[float]]:
    """The evidence on each unit, from its words, its form and its place in lists: one figure a state, and K."""
    starts = [u.start for u in units]
    scores = evidence([stated(u.words, units[i - 1].words if i else "") for i, u in enumerate(units)])
    for unit, score in zip(units, scores, strict=True):
        formed(unit, text, score)
    for unit, score in zip(units, scores, strict=True):
        _acronym(unit, text, score)
    citing = set()
    for at in cited:
        i = bisect_right(starts, at) - 1
        if i >= 0 and at < units[i].end:
            citing.add(i)
            if scores[i][E] < 7.0:
                scores[i][E] += 2.0
    for i, unit in enumerate(units):
        if _SOUGHT.match(unit.words) and scores[i][E] > 0 and not _TOLD_OF.search(unit.words):
            score = scores[i]  # "Copies of any section 31 assessments" are asked for
            score[Q], score[E], score[K] = max(score[Q], 2.5), min(score[E], 1.5), 1
            continue
        if i in citing and _REFUSING.search(unit.words):
            scores[i][E] = min(9.0, scores[i][E] + 1.5)
            scores[i][A] = min(scores[i][A], max(1.0, 0.5 * scores[i][A]))
            scores[i][H] = min(scores[i][H], 2.0) if scores[i][E] >= 5.0 else scores[i][H]
        if unit.words[-1:] == "?" and scores[i][K] and scores[i][Q] >= 6.0 and _INTERROGATIVE.match(unit.words):
            scores[i][E] = min(scores[i][E], 2.0)  # "How many times was section 40 used?"
        if scores[i][E] > 0 and lifted(unit.words):
            scores[i][E], scores[i][A] = min(scores[i][E], 1.0), scores[i][A] + 2.0
    for i, unit in enumerate(units):  # a section that is no ground for refusal, or another Act's
        if scores[i][E] > 2.0 and i not in citing and _SECTION.search(unit.words) and not _REFUSING.search(unit.words):
            scores[i][E] = 2.0
    for i, (unit, score) in enumerate(zip(units, scores, strict=True)):
        if i not in citing and score[E] > 0 and _GIVES.match(unit.words) and not _WITHHELD.search(unit.words):
            score[E], score[A] = 0.0, max(score[A], 5.0)
        if 0 < score[H] < 7.0 and score[E] <= 1.0 and _SENDS.search(unit.words):
            score[H], score[A] = min(score[H], 1.0), score[A] + 2.0
        counts = i not in citing and len(_COUNTS.findall(unit.words)) > 1  # "overcharging (19), refusal to stop (4)"
        if counts and not _WE_REFUSE.search(unit.words):
            score[E], score[A] = min(score[E], 1.0), score[A] + 2.5
        if _ENCLOSED.fullmatch(unit.words):  # "Please see attachment." before what was kept back
            score[A] += 2.0
        if _REGIME.search(unit.words) and not unit.marker:
            score[E], score[A] = min(score[E], 1.0), max(score[A], 1.5)
        if unit.bullet and i and 0 < score[T] < 3.0 and (units[i - 1].bullet or scores[i - 1][A] >= 3.0):
            score[T] = 0.0  # "• 1 Team Manager" is no signature
    _subjects(units, scores)
    tables(units, scores)
    reported(units, scores)
    reasoned(units, scores, text, spaced_out(units))
    listed(units, scores, numbers)
    for i in range(1, len(units)):  # an apology in the midst of what is told
        if units[i].apart < BROKEN and scores[i - 1][A] > max(2.0, scores[i - 1][H]) and 0 < scores[i][H] < 9.0:
            scores[i][H] *= 0.5
    if request:
        asked(units, scores, request)
    sublists(units, scores)
    filled(units, scores)
    periods(units, scores)
    bullets(units, scores)
    apart_bullets(units, scores, text)
    own_labels(units, scores)
    _own_paragraphs(units, scores)
    topics(units, scores, text)
    first = next((i for i, s in enumerate(scores) if s[K] and s[Q] >= 3.0), 0)
    for i in range(first):  # a date above all that was asked is the letter's own
        if DATE.fullmatch(units[i].words):
            scores[i][A], scores[i][H] = 0.0, scores[i][H] + 2.0
    for i in range(1, len(units)):  # "Response date", and the date under it
        if units[i].label != "a" and DATE.fullmatch(units[i].words) and _DATED.fullmatch(units[i - 1].words):
            scores[i][A], scores[i][H] = 0.0, scores[i][H] + 3.0
    closed = False
    for i, (unit, score) in enumerate(zip(units, scores, strict=True)):  # and so is one under the signature
        closed = closed or SIGNED.match(unit.words) is not None
        foot = i >= len(units) - 3 and (BARE.fullmatch(unit.words) or _LOOSE_REFERENCE.fullmatch(unit.words))
        if closed and (foot or DATE.fullmatch(unit.words)):
            score[A], score[T] = 0.0, score[T] + (3.0 if foot else 2.0)
    hello = next((i for i, u in enumerate(units[:40]) if len(u.words) < 60 and _SALUTE.match(u.words)), None)
    if hello is not None and not any(is_told(unit) for unit in units[:hello]):  # a page may print the request last
        for i in range(hello + 1):
            scores[i][H] += 4.0
            scores[i][A] = min(scores[i][A], 0.0)
    for unit, score in zip(units[:14], scores, strict=False):  # a letter that greets no one: the same of its letterhead
        said = score[A] >= 2.5 and not (BARE.fullmatch(unit.words) or DATE.fullmatch(unit.words))
        if hello is not None or said or max(score[Q], score[E]) >= 2.5:
            break
        if score[H] < 3.0 and letterhead(unit):
            score[A], score[H] = min(score[A], 0.0), score[H] + 0.6
    _headed(units, scores)
    spaced = spaced_out(units)
    for i in range(1, len(units)):
        above = units[i - 1].words
        if text[units[i].start] in "“\"‘'" and above[-1:] == ":" and ("request" in above or "asked" in above):
            scores[i][Q] += 4.0
        near = [n for n in (i - 1, i + 1) if n < len(units) and units[max(i, n)].apart < BROKEN]
        refusing = any(scores[n][E] >= 3.0 for n in near)
        if max(scores[i][:5]) < 0.5 and not scores[i][K] and not refusing and told(units[i]):
            scores[i][A] += 0.5
        if units[i].apart < BROKEN and scores[i - 1][E] >= 5.0 and scores[i][E] < 5.0:
            scores[i][E] += 1.5
        if units[i].apart < BROKEN and scores[i - 1][Q] >= 3.0 and text[units[i].start] == "(":
            scores[i][Q] += 2.0
        if units[i].apart < BROKEN and scores[i - 1][Q] >= 3.0 and _GOES_ON.match(units[i].words):
            scores[i][Q] += 2.5
        beside = units[i].apart < BROKEN or (spaced and units[i].apart == BROKEN and not units[i].blank_before)
        if beside and scores[i - 1][K] and scores[i][A] <= 0.5 and scores[i][E] <= 0:
            scores[i][K] = 1
    tail = next((i for i, s in enumerate(scores) if s[T] >= 5.0), 0)
    sure = max((i for i, s in enumerate(scores[:tail]) if max(s[Q], s[A], s[E]) >= 2.5), default=tail)
    told_last = sure < tail and scores[sure][Q] < max(scores[sure][A], scores[sure][E])
    for i in range(sure + 1, tail if told_last else 0):  # what says nothing itself there is still what it tells
        if max(scores[i][:5]) < 0.5 and not scores[i][K]:
            scores[i][A] += _STILL
    couplets(units, scores)
    bold(units, scores, text)
    capitals(units, scores, text)
    quoted_lines(units, scores, text)
    repeated(units, scores)
    restated(units, scores, text)
    in_prose(units, scores)
    within_thanks(units, scores)
    for i, is_furniture in enumerate(furniture):
        if is_furniture:
            scores[i] = [-9.0, -9.0, -9.0, 9.0, 0.0, 0.0]
    return scores


def _headed(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A first line that names what a page is about, above what asks for it, is the page's title."""
    if len(units) < 3 or units[1].apart < BROKEN:
        return
    title = units[0]
    plain = not (title.marker or title.bullet or title.row or title.label) and title.words[-1:] not in ".?:"
    told = max(scores[1][A], scores[1][E]) >= 2.5 and scores[1][H] < 3.0
    if plain and len(title.words) < 110 and not told and any(s[K] and s[Q] >= 3.0 for s in scores[1:12]):
        scores[0][H] += 3.0
        scores[0][Q], scores[0][K] = min(scores[0][Q], 0.0), 0.0


_RIGHTS = re.compile(r"(?:complaints|reviews?|appeals?)[ :]*")
_ADDRESSED = re.compile(r"\byou(?:r|rs)?\b|\breview|\bcommissioner\b|\bico\b|\bombudsman\b|\btribunal\b|@")
_NEAR = 4  # units below a heading that show what it is over


def _subjects(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """A bare "Complaints" over what tells the reader of no right of theirs heads what is told of complaints."""
    for i, unit in enumerate(units[:-1]):
        if not _RIGHTS.fullmatch(unit.words):
            continue
        below = range(i + 1, min(len(units), i + 1 + _NEAR))
        first = next((n for n in below if n > i + 1 and units[n].apart >= APART), below.stop)
        rights = any(scores[n][T] >= 3.0 or _ADDRESSED.search(units[n].words) for n in range(i + 1, first))
        if not rights and scores[i + 1][H] < 3.0:
            scores[i][T] = 0.0


def _own_paragraphs(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """In a letter that numbers its own paragraphs, nothing asks but by a question mark, or by saying what was asked."""
    within = False
    for unit, score in zip(units, scores, strict=True):
        within = unit.opens == NUMBERED or (within and not unit.heading)
        if within and unit.words[-1:] not in "?:" and not unit.label and not retold(unit):
            score[Q], score[K] = min(score[Q], 0.0), 0


_FIRST_WORD = re.compile(r"[A-Z]{3,}\b")


def _acronym(unit: Unit, text: str, score: list[float]) -> None:
    """Take back what the first word says as a verb where it stands in capitals: "SEND - Provider Ltd"."""
    word = unit.words.split(" ", 1)[0]
    at = text.find(word.upper(), unit.start, unit.end) if score[Q] > 0 and word.isalpha() else -1
    if at >= 0 and _FIRST_WORD.match(text, at) and not text[unit.start : unit.end].isupper():
        plain, rest = evidence([unit.words, f"x{unit.words}"])
        for state in (Q, A, K):
            score[state] -= plain[state] - rest[state]
