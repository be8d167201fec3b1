"""The sentence, list, line or date of an answer that says what was asked.

All spans are offsets into the canonical text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from indexer.numbers import Number, numbers
from service.match import MONEY, Weights, among, costs
from service.periods import Period, periods
from service.query import TOTAL, Query, wants_figure
from service.terms import bag, held, stem, words

Span = tuple[int, int]


WHOLE = 420
"""An answer of at most so many characters is quoted whole."""

LONGEST = 700
"""A quotation is at most about so long."""

_END = re.compile(
    r"(?<=[.?!])[\"'”’)]*\s+(?=[\"'“‘(\[]?[A-Z0-9£•–-])|\n\s*\n|\n(?=\s*(?:[•○▪·*–-]\s|\(?[a-z0-9]{1,3}[.)]\s|#))"
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
LAPSES = frozenset(stem(unit) for unit in ("days", "hours", "hrs", "minutes", "mins", "weeks", "months", "years"))
MONIES = ("£", "$", "€")
"""The units of sums of money."""
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b(?! or more)",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\bhow long\b|\btime (?:per|for each|to|it|needed|required|estimate)|\bstaff time\b", re.IGNORECASE
)
_TALK = re.compile(
    r"^(?:please (?:note|see|find|be advised)|thank you|we can confirm|we are (?:now )?in a position"
    r"|you (?:have )?asked|under section 16|if you (?:would|have|are))",
    re.I,
)


_NAMED = re.compile(r"[A-Z][a-z]+ [A-Z][\w’'-]+ *[-–,:(]")
_SHARE = re.compile(r"\b(?:percentages?|per ?cent|proportions?|share of|rate of)\b|%", re.IGNORECASE)
_COUNTS = 2
"""Within so many words behind a figure stands what it counts: "28 Afghan families"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, a list item or a line, with the heading it stands under."""

    start: int
    end: int
    text: str
    heading: str


@lru_cache(maxsize=32_768)
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
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        at += len(line)
        short = len(line.rstrip()) < 0.72 * min(width, 90) - len((following.split() or [""])[0]) + 12
        opens = following[:1].isupper() or following[:1] in "•-–*[(£0123456789" or line.rstrip().endswith(":")
        if following and (short or width > 120) and opens:
            cuts.add(at)
    ordered = sorted(cuts)
    found: list[Piece] = []
    heading = ""
    for a, b in pairwise(ordered):
        part = body[a:b]
        lead, stripped = len(part) - len(part.lstrip()), part.strip()
        if not stripped:
            continue
        found.append(Piece(start + a + lead, start + a + lead + len(stripped), stripped, heading))
        plain = stripped.strip("*#_:<>u/ ")
        if len(plain.split()) <= 9 and not stripped.endswith((".", "?")) and not re.fullmatch(r"[\W\d]*", plain):
            heading = plain
    return tuple(found)


def clean(text: str, start: int, end: int) -> Span:
    """The span without white space, bullets and Markdown marks at its ends."""
    while start < end and (text[start].isspace() or text[start] in "*_#>"):
        start += 1
    bullet = re.match(r"[•○▪·]\s*|\(?\d{1,2}[.)]\s+(?=\S)|\(?[a-h][.)]\s+(?=\S)", text[start:end])
    start += bullet.end() if bullet else 0
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a stretch of text holds, whatever is asked: worked out once, and kept for the questions that follow.

    `figures` are its numbers that are no time, `units` the stems of what these count in.
    """

    stems: frozenset[str]
    named: tuple[Period, ...]
    numbers: tuple[Number, ...]
    figures: tuple[Number, ...]
    units: frozenset[str]
    counts: bool
    talk: bool
    headed: bool


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=65_536)
def _seen(text: str) -> _Seen:
    named, found = periods(text), numbers(text) if _DIGIT.search(text) else ()
    figures = tuple([n for n in found if not any(p.start <= n.start < p.end for p in named)])
    return _Seen(
        stems=bag(text),
        named=named,
        numbers=found,
        figures=figures,
        units=frozenset(stem(n.unit) for n in figures if n.unit),
        counts=bool(figures) or _COUNTED.search(text) is not None,
        talk=_TALK.match(text) is not None,
        headed=len(text.split()) <= 9 and text[-1:] not in ".?!" and not figures,
    )


@lru_cache(maxsize=8192)
def _dates(text: str) -> int:
    return len(DATE.findall(text)) if _DIGIT.search(text) else 0


@lru_cache(maxsize=65_536)
def _reasons(text: str) -> bool:
    return _WHY.search(text) is not None


@lru_cache(maxsize=8192)
def _body_or_name(text: str) -> tuple[bool, bool]:
    """Whether `text` names who by what they are, and by a name."""
    return _BY_BODY.search(text) is not None, _NAME.search(text) is not None


@lru_cache(maxsize=256)
def _wanted(text: str) -> frozenset[str]:
    """The stems of a query's words: the units that it may name among them."""
    return frozenset([stem(w) for w in words(text)])


@lru_cache(maxsize=256)
def _kind(text: str) -> tuple[str, re.Pattern[str]] | None:
    """Of a query "which X", the stem of X and how an X is numbered."""
    named = _WHICH.match(text)
    return (stem(named[1]), re.compile(rf"\b{re.escape(named[1])}\s+(?:no\.?\s?)?\d", re.I)) if named else None


_WHICH = re.compile(r"(?:which|what)\s+(\w{4,})", re.IGNORECASE)
_YES_NO = re.compile(r"(?:yes|no)\b", re.IGNORECASE)
_BY_BODY = re.compile(
    r"\bby (?:the|our|an?)\s|\b(?:team|department|officer|service|manager|ltd|limited)\b", re.IGNORECASE
)


def score(query: Query, piece: Piece, heavy: Weights, weights: Weights) -> float:
    """How well one piece answers: its words, those of its heading, and whether it holds the kind of thing asked for.

    `heavy` are the terms' weights, less for words that the question already says: they do not tell one sentence of
    its answer from another.
    """
    seen, above = _seen(piece.text), bag(piece.heading)
    stems, figures = seen.stems, seen.figures
    whole = sum(heavy.values()) or 1.0
    said = among(query.terms, weights, stems)
    if above:
        higher = among(query.terms, weights, above)
        got = sum([heavy[t] * max(said[t], 0.6 * higher[t]) for t in query.terms]) / whole
    else:
        got = sum([heavy[t] * said[t] for t in query.terms]) / whole
    got += _timely(query, piece) if query.periods else 0.0
    if query.form == "how_many":
        got += 0.25 if seen.counts else 0.0
        got += 0.4 if "%" in seen.units and _SHARE.search(query.text) else 0.0
    elif query.form == "when":
        dates = _dates(piece.text)
        got += (0.4 if dates == 1 else 0.3) if dates else 0.0
    elif query.form == "why":
        got += 0.15 if _reasons(piece.text) else 0.0
    elif query.form == "yes_no":
        got += 0.35 if _YES_NO.match(piece.text) else 0.0
    elif figures and query.form == "other":
        got += 0.05
    if query.total and figures and TOTAL.search(piece.text):
        got += 0.2
    if (kind := _kind(query.text)) is not None:
        got += 0.2 * (kind[0] in stems) + 0.2 * bool(kind[1].search(piece.text))
    if query.form == "who":
        by_body, by_name = _body_or_name(piece.text)
        got += 0.15 * by_body + 0.1 * by_name
    got += 0.0 if seen.units.isdisjoint(_wanted(query.text)) else 0.5
    if seen.talk:
        got -= 0.1
    if seen.headed and wants_figure(query):
        got -= 0.4
    if piece.heading:
        got += _heading_merit(query.text, piece.heading)
    return got


_HARM = re.compile(r"\b(?:harm|prejudice|damage|risk|why|reasons?)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|favou?r\w*|toward)\b.{0,30}\b(?:disclos|releas|publi)", re.IGNORECASE)
_AGAINST = re.compile(r"\bnon\b|\bagainst\b|\bwithh|\bmaintain|\bnot (?:disclos|releas)", re.IGNORECASE)


def _timely(query: Query, piece: Piece) -> float:
    """What a piece gains for naming the time asked for, itself or in its heading, or loses for naming only others."""
    named = _seen(piece.text).named
    above = periods(piece.heading)
    printed = (*named, *above)
    gained = sum(0.25 for p in query.periods if any(p.same(o) or p.holds(o) for o in printed))
    other = [o for o in (named or above) if o.kind in ("year", "financial", "month", "quarter")]
    if gained or not query.periods or not other:
        return gained
    return 0.0 if any(p.within(o) or o.within(p) for p in query.periods for o in other) else -0.25


@lru_cache(maxsize=8192)
def _heading_merit(asked: str, heading: str) -> float:
    """What a heading of a public interest test adds for a query about harm.

    About arguments for disclosure or against.
    """
    if _AGAINST.search(heading):
        return 0.4 if _AGAINST.search(asked) else -0.4 if _FOR.search(asked) else 0.0
    if _FOR.search(heading):
        return 0.4 if _FOR.search(asked) and not _AGAINST.search(asked) else -0.2
    return 0.25 if _HARM.search(heading) and _HARM.search(asked) else 0.0


def ranked(
    query: Query, text: str, start: int, end: int, weights: Weights, context: frozenset[str] = frozenset()
) -> list[tuple[float, Piece]]:
    """The pieces of `text[start:end]`, best first; ties in text order."""
    heavy = {t: weights[t] * (0.4 if t in context else 1.0) for t in query.terms}
    scored = [(score(query, piece, heavy, weights), piece) for piece in pieces(text, start, end)]
    return sorted(scored, key=lambda s: (-s[0], s[1].start))


def value(query: Query, text: str) -> Number | None:
    """The number of `text` that is asked for: not a year or a limit, of the unit asked for, near the query's words."""
    found = _seen(text).figures
    if _DURATION.search(query.text) and (lasting := [n for n in found if n.unit and stem(n.unit) in LAPSES]):
        return min(lasting, key=_lasts) if EACH.search(query.text) else max(lasting, key=_lasts)
    if len(found) < 2:
        return found[0] if found else None
    low = query.text.lower()
    wanted = _wanted(low)
    money = MONEY.search(low)
    share = re.search(r"\b(?:percentage|per cent|proportion|rate|%)", low)
    head = _head(query.text)
    sums = any(n.unit in MONIES for n in found)

    def merit(n: Number) -> tuple[float, int]:
        around, clause, counted, named = _beside(text, n)
        points = 0.5 * sum(held(t, around) for t in query.terms)
        points += sum(held(t, clause) + held(t, counted) for t in query.terms)
        points += 2 * held(head, counted) if head else 0
        if query.periods and named:
            points += 3 if any(p.same(o) for p in query.periods for o in named) else -3
        if n.unit and stem(n.unit) in wanted and not (money and sums):
            points += 3
        elif n.unit in MONIES:
            points += 3 if money else -2
        elif n.unit == "%":
            points += 3 if share else -1
        elif n.unit is not None and stem(n.unit) in LAPSES:
            points -= 1.5
        elif money and re.search(r"£", text):
            points -= 2
        return points, -n.start

    return max(found, key=merit)


_HEAD = re.compile(
    r"\bhow many ((?:(?!(?:did|do|does|was|were|is|are|has|have|had|can|will|would|in|on|of|at|for|from|by|with|who"
    r"|that|which|to|per|each|the)\b)[\w’'-]+ ?){1,5})",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def _head(text: str) -> str | None:
    """The stem of what a query counts: "how many Afghan people did …" counts people."""
    match = _HEAD.search(text)
    return stem(match[1].split()[-1]) if match and match[1].split() else None


EACH = re.compile(r"\b(?:per|each|every|average)\b", re.IGNORECASE)
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60, "day": 480, "week": 2400, "month": 10_000, "year": 120_000}


def _lasts(found: Number) -> float:
    """How many minutes of work a lapse of time is, about: of the parts and the whole of it, the whole lasts longest."""
    return found.value * next((m for name, m in _MINUTES.items() if (found.unit or "").startswith(name)), 1)


@lru_cache(maxsize=4096)
def _beside(text: str, found: Number) -> tuple[frozenset[str], frozenset[str], frozenset[str], tuple[Period, ...]]:
    """The stems near a number, those of its clause, those of what it counts, and the times that its clause names."""
    clause = _clause(text, found)
    counted = " ".join(text[found.end : found.end + 60].split()[:_COUNTS])
    return bag(text[max(0, found.start - 60) : found.end + 60]), bag(clause), bag(counted), periods(clause)


def _clause(text: str, found: Number) -> str:
    """The stretch between commas, brackets and stops that a number stands in."""
    start = max(text.rfind(mark, 0, found.start) for mark in (", ", "; ", ". ", "(", " and ", "\n\n"))
    ends = [at for mark in (", ", "; ", ". ", ")", " and ", "\n\n") if (at := text.find(mark, found.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


def measures(query: Query, text: str) -> bool:
    """True where `text` holds a figure in a unit that the query names ("hours", "days")."""
    wanted = _wanted(query.text)
    if _DURATION.search(query.text):
        wanted |= LAPSES
    return any(n.unit is not None and n.unit.isalpha() and stem(n.unit) in wanted for n in _seen(text).numbers)


def names(text: str) -> bool:
    """True where `text` holds a name of two words or more."""
    return _NAME.search(text) is not None or _NAMED.match(text) is not None


def counts(text: str) -> bool:
    """True where `text` holds a figure that is no time, in digits or in words."""
    return _seen(text).counts


def apt(query: Query, text: str) -> bool:
    """True where `text` holds a figure of the sort asked for: money where money is, else no time, share or sum."""
    wanted, found = _wanted(query.text), _seen(text).figures
    if costs(query.text):
        return any(n.unit in MONIES for n in found)
    return any(n.unit is None or stem(n.unit) in wanted or stem(n.unit) not in LAPSES for n in found)


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
