"""The sentence, list, line or date of an answer that says what was asked.

All spans are offsets into the canonical text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from indexer.foreseen import foreseen
from service.aptness import apt, wanted_stems
from service.asked import heading_merit, named_kind, numbered_kind
from service.match import Weights, among
from service.money import priced
from service.periods import periods
from service.query import TOTAL, Query, wants_figure
from service.said import DIGIT, YES_NO, seen
from service.terms import FAINT, STOP, bag, held, near

Span = tuple[int, int]


WHOLE = 420
"""An answer of at most so many characters is quoted whole."""

LONGEST = 700
"""A quotation is at most about so long."""

_BULLETS = "•○◦▪▫·‣●■□➢✓"
_END = re.compile(
    r"(?<=[.?!])[\"'”’)]*\s+(?=[\"'“‘(\[]?[A-Z0-9£•–-])|\n\s*\n"
    rf"|\n(?=\s*(?:[{_BULLETS}*–-]\s|\(?[a-z0-9]{{1,3}}[.)]\s|#))"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|no|nos|approx|dr|mr|mrs|ms|st|para|paras|ltd|inc|vs|cf|sec|s|reg)|\b[A-Z])\.$|(?:^|\n)\s*\(?(?:\d{1,2}|[a-z])[.)]$",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}(?:\^?(?:st|nd|rd|th))?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)[a-z]*\b(?:,?\s+(?:19|20)\d\d)?"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*(?:/[a-z]+)?\s+(?:(?:19|20)\d\d|\d\d)\b"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:because|due to|as a result|in order to|reasons?|therefore|since|would (?:be likely to|enable|allow"
    r"|undermine|reveal|prejudice|compromise|identify)|could|intended|harm|so that|would mean)\b",
    re.I,
)
_NAME = re.compile(
    r"(?<=[a-z,;:(] )(?!(?:I|The|Please)\b)[A-Z][a-z]+(?: [A-Z][\w’'-]+)+|^[A-Z][a-z]+(?: [A-Z][\w’'-]+)+$"
)
_NAMED = re.compile(r"[A-Z][a-z]+ [A-Z][\w’'-]+ *[-–,:(]")
_SHARE = re.compile(r"\b(?:percentages?|per ?cent|proportions?|share of|rate of)\b|%", re.IGNORECASE)


_LEANS = re.compile(r"(?:Of (?:this|these|those|which|whom|them)\b|The equivalent\b|The (?:same|corresponding) )")
_OVER = 240
"""A sentence that begins so is about what the one before it, of at most so many characters, is about."""
_RUNS_ON = re.compile(
    r"\b(?:of|the|an?|and|or|to|for|in|at|by|with|from|was|were|is|are|than|between|about|approximately|under"
    r"|sections?|regulations?)\s*$",
    re.IGNORECASE,
)
"""How a line ends that the next one goes on with: "at a cost of"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, a list item or a line, with the heading it stands under."""

    start: int
    end: int
    text: str
    heading: str


@foreseen(32_768)
def pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """`text[start:end]` in sentences and list items, each with the short line above it that heads it."""
    body = text[start:end]
    width = max((len(line) for line in body.splitlines()), default=0)
    cuts = {0, len(body)}
    for match in _END.finditer(body):
        if not _ABBREVIATED.search(body[max(0, match.start() - 8) : match.start() or 1]):
            cuts.add(match.end())
    at = 0
    lines = body.splitlines(keepends=True)
    before = start - (text.rfind("\n", 0, start) + 1)
    for line, following in zip(lines, [*lines, ""][1:], strict=True):
        at += len(line)
        printed = len(line.rstrip()) + (before if at == len(line) else 0)
        short = printed < 0.72 * min(width, 90) - len((following.split() or [""])[0]) + 12
        introduces = line.rstrip().endswith(":")
        opens = following[:1].isupper() or following[:1] in "•-–*[(£0123456789" or introduces
        if _RUNS_ON.search(line):
            continue
        if following and (short or width > 120 or introduces) and opens:
            cuts.add(at)
    ordered = sorted(cuts)
    found: list[Piece] = []
    heading = ""
    for a, b in pairwise(ordered):
        part = body[a:b]
        lead, stripped = len(part) - len(part.lstrip()), part.strip()
        if not stripped:
            continue
        over = found[-1].text if found and _LEANS.match(stripped) and len(found[-1].text) <= _OVER else heading
        found.append(Piece(start + a + lead, start + a + lead + len(stripped), stripped, over))
        plain = bare(stripped)
        if len(plain.split()) <= 9 and not stripped.endswith((".", "?")) and not re.fullmatch(r"[\W\d]*", plain):
            heading = plain
    return tuple(found)


_BULLET = re.compile(rf"[{_BULLETS}]\s*|\(?(?P<number>\d{{1,2}})[.)]\s+(?=\S)|\(?[a-h][.)]\s+(?=\S)")
_NUMBERED = re.compile(
    r"(?:^[ \t>*_#|-]{0,12}\(?|\b(?:question|q|request|part|point|item|no|number|para|paragraph)[ .]{0,2})(\d{1,2})\b",
    re.IGNORECASE | re.MULTILINE,
)


@lru_cache(maxsize=256)
def _numbered(text: str) -> Counter[int]:
    """The numbers that begin a line of `text`, or are those of a question, with how often they do."""
    return Counter(int(number) for number in _NUMBERED.findall(text))


def counting(text: str, at: int, *, sure: bool = False) -> bool:
    """True where "4. All were new." at `at` of `text` may open with a count: nothing around is numbered so.

    It does surely where nothing else is numbered, or other things are, one after another.
    """
    mark = _BULLET.match(text, at)
    if mark is None or not mark["number"] or mark[0][0] == "(" or ")" in mark[0]:
        return False
    number, numbered = int(mark["number"]), _numbered(text)
    if number < 2 or numbered[number] > 1 or numbered[number - 1] or numbered[number + 1]:
        return False
    others = [other for other in numbered if other != number]
    return not sure or not others or any(numbered[other + 1] for other in others)


def bare(title: str) -> str:
    """A line without the marks that make it a title: what `Piece.heading` holds of it."""
    return title.strip("*#_:<>u/ ")


def title(piece: Piece) -> str | None:
    """What a piece is called, as `Piece.heading` holds it, where it may be a title; None for a sentence."""
    return None if piece.text.endswith((".", "?", "!", ";", ",", ":")) else bare(piece.text)


def whole(piece: Piece) -> bool:
    """Whether a piece is a sentence, and no title, item or cell."""
    return piece.text.endswith((".", "?", "!", '"', "”")) and len(piece.text.split()) >= _SENTENCE


_SENTENCE = 6
"""Words that make more than a title or an item of a list."""


def under(found: tuple[Piece, ...], piece: Piece) -> Piece:
    """The sentence that `piece`, one of `found`, is no more than the title of; `piece` where it is none."""
    after = next((one for one in found if one.start >= piece.end), None)
    return after if after is not None and whole(after) and after.heading == title(piece) else piece


_RULE = re.compile(r"[ \t]*[-=+|]{4,}[ \t]*")


def clean(text: str, start: int, end: int) -> Span:
    """The span without white space, bullets, Markdown marks, rules and the bars of a table's cell at its ends."""
    while start < end and (text[start].isspace() or text[start] in "*_#>|"):
        start += 1
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet and not counting(text, start) else start
    while True:
        while end > start and (text[end - 1].isspace() or text[end - 1] in "*_|"):
            end -= 1
        line = max(start, text.rfind("\n", start, end) + 1)
        if line == start or not _RULE.fullmatch(text, line, end):
            return start, end
        end = line


@lru_cache(maxsize=8192)
def _dates(text: str) -> int:
    return len(DATE.findall(_LAW.sub(" ", text))) if DIGIT.search(text) else 0


_LAW = re.compile(r"\b(?:Act|Regulations?|Order|Rules)(?:\s\([^)\n]{1,40}\))?\s(?:of\s)?(?:19|20)\d\d\b")
"""A law with its year, which is no date that anything happened on."""


def dated(text: str) -> bool:
    """True where `text` holds a date, or a year that is not that of a law."""
    return _dates(text) > 0


@lru_cache(maxsize=65_536)
def _reasons(text: str) -> bool:
    return _WHY.search(text) is not None


@lru_cache(maxsize=8192)
def _body_or_name(text: str) -> tuple[bool, bool]:
    """Whether `text` names who by what they are, and by a name."""
    return _BY_BODY.search(text) is not None, _NAME.search(text) is not None


_BY_BODY = re.compile(
    r"\bby (?:the|our|an?)\s|\b(?:team|department|officer|service|manager|ltd|limited)\b", re.IGNORECASE
)


def score(query: Query, piece: Piece, heavy: Weights, weights: Weights) -> float:
    """How well one piece answers: its words, those of its heading, and whether it holds the kind of thing asked for.

    `heavy` are the terms' weights, less for words that the question already says: they do not tell one sentence of
    its answer from another.
    """
    holds, above = seen(piece.text), bag(piece.heading)
    stems, figures = holds.stems, holds.figures
    whole = sum(heavy.values()) or 1.0
    said = among(query.terms, weights, stems)
    if above:
        higher = among(query.terms, weights, above)
        got = sum([heavy[t] * max(said[t], 0.6 * higher[t]) for t in query.terms]) / whole
    else:
        got = sum([heavy[t] * said[t] for t in query.terms]) / whole
    got += _timely(query, piece) if query.periods else 0.0
    if query.form == "how_many":
        if priced(query.text):
            got += 0.35 if apt(query, piece.text) else 0.0
        else:
            got += (0.1 if holds.counts else 0.0) + (0.15 if apt(query, piece.text) else 0.0)
        got += 0.6 if "%" in holds.units and _SHARE.search(query.text) else 0.0
    elif query.form == "when":
        dates = _dates(piece.text)
        got += (0.4 if dates == 1 else 0.3) if dates else 0.0
    elif query.form == "why":
        got += 0.15 if _reasons(piece.text) else 0.0
    elif query.form == "yes_no":
        got += 0.35 if YES_NO.match(piece.text) else 0.0
    elif figures and query.form == "other":
        got += 0.3 if priced(query.text) and apt(query, piece.text) else 0.05
    if query.total and figures and TOTAL.search(piece.text):
        got += 0.2
    if (kind := numbered_kind(query.text)) is not None:
        got += 0.2 * (kind[0] in stems) + 0.2 * bool(kind[1].search(piece.text))
    got += named_kind(query.text, piece.text)
    own = _own(piece.text)
    got += 0.1 * near(query.text).held(own) / max(4, len(own))
    if query.form == "who":
        by_body, by_name = _body_or_name(piece.text)
        got += 0.15 * by_body + 0.1 * by_name
    got += 0.0 if holds.units.isdisjoint(wanted_stems(query.text)) else 0.5
    if holds.talk:
        got -= 0.1
    if holds.retold:
        got -= 0.35
    if holds.headed and wants_figure(query):
        got -= 0.4
    if piece.heading:
        got += heading_merit(query.text, piece.heading)
    return got


@lru_cache(maxsize=16_384)
def _own(text: str) -> frozenset[str]:
    """The stems of a piece that say something: of two with as much of a query, the one that says less else fits."""
    return frozenset([s for s in seen(text).stems if s not in STOP and s not in FAINT and s[:1] != "@"])


def _timely(query: Query, piece: Piece) -> float:
    """What a piece gains for naming the time asked for, itself or in its heading, or loses for naming only others."""
    named = seen(piece.text).named
    above = periods(piece.heading)
    printed = (*named, *above)
    gained = sum(0.25 for p in query.periods if any(p.same(o) or p.holds(o) for o in printed))
    other = [o for o in (named or above) if o.kind in ("year", "financial", "month", "quarter")]
    if gained or not query.periods or not other:
        return gained
    return 0.0 if any(p.within(o) or o.within(p) for p in query.periods for o in other) else -0.25


def ranked(
    query: Query, text: str, start: int, end: int, weights: Weights, context: frozenset[str] = frozenset()
) -> list[tuple[float, Piece]]:
    """The pieces of `text[start:end]`, best first; ties in text order."""
    heavy = {t: weights[t] * (0.4 if t in context else 1.0) for t in query.terms}
    scored = [(score(query, piece, heavy, weights), piece) for piece in pieces(text, start, end)]
    return sorted(scored, key=lambda s: (-s[0], s[1].start))


def names(text: str) -> bool:
    """True where `text` holds a name of two words or more."""
    return _NAME.search(text) is not None or _NAMED.match(text) is not None


def near_date(query: Query, text: str, start: int, end: int, weights: Weights) -> Span | None:
    """The date printed nearest to the line that names what was asked, where lines of a table run together."""
    lines, at = [], start
    for line in text[start:end].splitlines(keepends=True):
        lines.append((at, line))
        at += len(line)
    marks = [
        (sum(weights[t] for t in query.terms if held(t, bag(line)) == 1.0), i) for i, (_, line) in enumerate(lines)
    ]
    best, row = max(marks, key=lambda m: (m[0], -m[1]), default=(0.0, 0))
    if best <= 0:
        return None
    dates = [
        (abs(i - row), i > row, a + m.start(), a + m.end())
        for i, (a, line) in enumerate(lines)
        for m in DATE.finditer(line)
    ]
    if not dates or min(dates)[0] > 2:
        return None
    return min(dates)[2:]


def listed(text: str, found: tuple[Piece, ...], best: Piece) -> Span | None:
    """The whole list that `best` introduces or belongs to.

    Short items, one a line, under a line that ends in a colon.
    """
    for at, piece in enumerate(found):
        if not piece.text.endswith(":"):
            continue
        items: list[Piece] = []
        for item in found[at + 1 :]:
            if len(item.text) > 90 or item.text.endswith(("?", ":")) or (items and item.text.count(".") > 1):
                break
            items.append(item)
        if len(items) >= 2 and piece.start <= best.start <= items[-1].end and items[-1].end - piece.start <= LONGEST:
            return piece.start, items[-1].end
    return None


def led(found: tuple[Piece, ...], best: Piece) -> Span | None:
    """A line without a figure that ends in a colon, with the one that it leads to: "Their ages were:" and the ages."""
    after = next((piece for piece in found if piece.start >= best.end), None)
    if not best.text.endswith(":") or re.search(r"\d", best.text) or after is None or after.text.endswith(("?", ":")):
        return None
    return (best.start, after.end) if after.end - best.start <= LONGEST else None


_ITEM = re.compile(rf"[{_BULLETS}*–-]\s")


def items(query: Query, found: tuple[Piece, ...], best: Piece) -> Span | None:
    """The whole run of bulleted items that `best` is one of, where the query asks for a list."""
    if query.form != "list" or best not in found or not _ITEM.match(best.text):
        return None
    first = last = found.index(best)
    while first and _ITEM.match(found[first - 1].text) and best.end - found[first - 1].start <= LONGEST:
        first -= 1
    for after in found[last + 1 :]:
        if not _ITEM.match(after.text) or after.end - found[first].start > LONGEST:
            break
        last += 1
    return (found[first].start, found[last].end) if last > first else None


def none_of(found: tuple[Piece, ...], best: Piece) -> Span | None:
    """An item with the line over its list, where that says that there is none: "Nothing was spent on: (1) …"."""
    above = [piece for piece in found if piece.start < best.start]
    opening = next((piece for piece in reversed(above) if piece.text.endswith(":")), None)
    if opening is None or not _NOTHING.match(opening.text) or best.end - opening.start > LONGEST:
        return None
    return opening.start, best.end


_NOTHING = re.compile(r"\W*(?:nothing|none|nil|zero|no)\b", re.IGNORECASE)
