"""The sentence, list, line or date of an answer that says what was asked.

All spans are offsets into the canonical text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from indexer.numbers import Number, numbers
from service.match import MONEY, Weights
from service.periods import periods
from service.query import Query, wants_figure
from service.terms import bag, held, stem, words

Span = tuple[int, int]

WHOLE = 330
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
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|thousand)\b(?! or more)",
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, a list item or a line, with the heading it stands under."""

    start: int
    end: int
    text: str
    heading: str


@lru_cache(maxsize=512)
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


def score(query: Query, piece: Piece, weights: Weights, context: frozenset[str]) -> float:
    """How well one piece answers: its words, those of its heading, and whether it holds the kind of thing asked for.

    Words that the question (`context`) already says count less: they do not tell one sentence of its answer from
    another.
    """
    stems, above = bag(piece.text), bag(piece.heading)
    heavy = {t: weights[t] * (0.4 if t in context else 1.0) for t in query.terms}
    whole = sum(heavy.values()) or 1.0
    got = sum(heavy[t] * max(held(t, stems), 0.6 * held(t, above)) for t in query.terms) / whole
    got += _timely(query, piece)
    figures = [n for n in numbers(piece.text) if not _time(piece.text, n)]
    if query.form == "how_many":
        got += 0.25 if figures or _COUNTED.search(piece.text) else 0.0
    elif query.form == "when":
        dates = DATE.findall(piece.text)
        got += (0.4 if len(dates) == 1 else 0.3) if dates else 0.0
    elif query.form == "why":
        got += 0.15 if _WHY.search(piece.text) else 0.0
    elif query.form == "yes_no":
        got += 0.35 if re.match(r"(?:yes|no)\b", piece.text, re.I) else 0.0
    elif figures and query.form == "other":
        got += 0.05
    if named := re.match(r"(?:which|what)\s+(\w{4,})", query.text, re.I):
        got += 0.2 * (stem(named[1]) in stems) + 0.2 * bool(
            re.search(rf"\b{re.escape(named[1])}\s+(?:no\.?\s?)?\d", piece.text, re.I)
        )
    if query.form == "who" and re.search(
        r"\bby (?:the|our|an?)\s|\b(?:team|department|officer|service|manager|ltd|limited)\b", piece.text, re.I
    ):
        got += 0.15
    if query.form == "who" and _NAME.search(piece.text):
        got += 0.1
    wants_unit = {stem(w) for w in words(query.text)}
    got += 0.5 if any(n.unit and stem(n.unit) in wants_unit for n in figures) else 0.0
    if _TALK.match(piece.text):
        got -= 0.1
    if len(piece.text.split()) <= 9 and piece.text[-1:] not in ".?!" and not figures and wants_figure(query):
        got -= 0.4
    if piece.heading:
        got += _heading_merit(query.text, piece.heading)
    return got


_HARM = re.compile(r"\b(?:harm|prejudice|damage|risk|why|reasons?)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|favou?r\w*|toward)\b.{0,30}\b(?:disclos|releas|publi)", re.IGNORECASE)
_AGAINST = re.compile(r"\bnon\b|\bagainst\b|\bwithh|\bmaintain|\bnot (?:disclos|releas)", re.IGNORECASE)


def _timely(query: Query, piece: Piece) -> float:
    """What a piece gains for naming the time asked for, itself or in its heading, or loses for naming only others."""
    named = periods(piece.text)
    above = periods(piece.heading)
    gained = sum(0.25 for p in query.periods if any(p.same(o) for o in (*named, *above)))
    other = [o for o in (named or above) if o.kind in ("year", "financial", "month", "quarter")]
    if gained or not query.periods or not other:
        return gained
    return 0.0 if any(p.within(o) or o.within(p) for p in query.periods for o in other) else -0.25


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
    scored = [(score(query, piece, weights, context), piece) for piece in pieces(text, start, end)]
    return sorted(scored, key=lambda s: (-s[0], s[1].start))


def _time(text: str, found: Number) -> bool:
    return any(p.start <= found.start < p.end for p in periods(text))


def value(query: Query, text: str) -> Number | None:
    """The number of `text` that is asked for: not a year or a limit, of the unit asked for, near the query's words."""
    found = [n for n in numbers(text) if not _time(text, n)]
    if not found:
        return None
    low = query.text.lower()
    wanted = {stem(w) for w in words(low)}
    money = MONEY.search(low)
    share = re.search(r"\b(?:percentage|per cent|proportion|rate|%)", low)

    def merit(n: Number) -> tuple[float, int]:
        around = bag(text[max(0, n.start - 60) : n.end + 60])
        points = 0.5 * sum(held(t, around) for t in query.terms)
        clause = bag(_clause(text, n))
        points += sum(held(t, clause) for t in query.terms)
        if n.unit and stem(n.unit) in wanted:
            points += 3
        elif n.unit in ("£", "$", "€"):
            points += 3 if money else -2
        elif n.unit == "%":
            points += 3 if share else -1
        elif n.unit is not None and stem(n.unit) in LAPSES:
            points -= 1.5
        elif money and re.search(r"£", text):
            points -= 2
        return points, -n.start

    return max(found, key=merit)


def _clause(text: str, found: Number) -> str:
    """The stretch between commas, brackets and stops that a number stands in."""
    start = max(text.rfind(mark, 0, found.start) for mark in (", ", "; ", ". ", "(", " and ", "\n\n"))
    ends = [at for mark in (", ", "; ", ". ", ")", " and ", "\n\n") if (at := text.find(mark, found.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


def measures(query: Query, text: str) -> bool:
    """True where `text` holds a figure in a unit that the query names ("hours", "days")."""
    wanted = {stem(w) for w in words(query.text)}
    if _DURATION.search(query.text):
        wanted |= LAPSES
    return any(n.unit is not None and n.unit.isalpha() and stem(n.unit) in wanted for n in numbers(text))


def apt(query: Query, text: str) -> bool:
    """True where `text` holds a figure of the sort asked for: money where money is, else no time, share or sum."""
    wanted = {stem(w) for w in words(query.text)}
    found = [n for n in numbers(text) if not _time(text, n)]
    if MONEY.search(query.text):
        return any(n.unit in ("£", "$", "€") for n in found)
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
