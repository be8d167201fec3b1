"""Numbers as letters print them: what they are worth, where they stand, and what stands where no number is.

Handled: thousands (`1,383`, `33, 000`), currency with a scale (`£12.5m`, `$1.2 billion`), metres (`20m high`),
percentages, brackets and minus signs for negatives, counts hidden for being small (`<5`, `fewer than 5`, `*`), dashes
for none. Dates, references (`1234/25`), years of account (`2019/20`), section numbers, `5G`, `Year 1` are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from indexer.foreseen import foreseen

State = Literal["number", "none", "suppressed", "blank", "unreadable", "text"]

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9}
_DIGITS = (
    r"(?(money)\d{1,3}(?:,\s?\d{3})+(?!\d)(?:\.\d+)?|(?!))|\A\d{1,3}, \d{3}(?=\s*\Z)"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})*(?:, ?000)+(?![\d,])"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
)
"""A space behind the comma of thousands is for sums, noughts and what stands alone: "310, 286 and 401" are three. Alone
it makes thousands where it is one that keeps them together."""
_NUMBER = re.compile(
    rf"(?<![\w/.])(?P<less><|>|≤|≥|~|c\.)?\s?(?P<money>[£$€])?\s?(?P<sign>[-−](?=[\d£.]))?(?P<digits>{_DIGITS})"
    r"(?:\s?(?P<scale>k|mn|m|bn|million|billion|thousand)\b)?(?:\s?(?P<percent>%|per\s?cent\b|p\.?c\.?\b))?(?:\s?\+)?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s*-?(FTEs?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|employees|staff|people|officers"
    r"|miles|km|metres|tonnes|kg|kb|mb|gb|mph)\b",
    re.IGNORECASE,
)
_NOT_A_NUMBER_AFTER = re.compile(r"\s?/\s?\d|\(\w{1,2}\)|\^?(?:st|nd|rd|th)\b|[A-Za-z](?![a-z]{0,3}\b|[KMG]?B\b)|:\d\d")
_ENUMERATOR = re.compile(r"\d{1,2}[.)]\)?[ \t]+\S|\d{1,2}[.)]\s*\n\s*\S")
_NAMED = re.compile(
    r"\b(?:question|section|table|page|paragraph|para|regulation|article|appendix|annex|stage)s?\s$", re.IGNORECASE
)
_NAMES = r"(?:Year|Phase|Tier|Level|Band|Grade|Lot|Step|Option|Category|Round|Wave)"
_NUMBERED = re.compile(
    rf"\b(?:{_NAMES}s? (?:\d{{1,2}}[-–])?|{_NAMES}s \d{{1,2}} (?:to|and|&) )$"
    r"|\b[A-Z]{1,2}\d{1,2}[-–]$|\([A-Z]{1,2}\d{1,2} [-–] $"
    r"|\b(?:in|the|an?|of|see|to) (?:(?:foot)?note|category|type) $"
)
"""What a figure of one or two digits is the name of: "Year 1", "Bands 6 to 8", "Y7-11", "a category 2 defect"."""
_METRES = re.compile(r" ?(?:high|wide|long|deep|tall|radius|diameter|away|from|in (?:height|length|width|depth))\b")
_NONE = {"-", "–", "—", "−", "--", "nil", "none", "zero", "n/a", "na", "n.a.", "not applicable", "nothing", "no"}
_SUPPRESSED = re.compile(
    r"(?:<|≤|less than|fewer than|under|below|up to)\s?\d+|\*+|[1-9] (?:or|and) (?:fewer|under|less)"
    r"|(?-i:c)|x|z|\[[a-z]\]|suppressed|redacted|withheld|#",
    re.I,
)
_DIGIT_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: n for n, word in enumerate(["zero", *_DIGIT_WORDS, *_TEENS])}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_SPELT = re.compile(
    rf"(?<!hundred and )(?<!thousand and )\b(?P<first>{'|'.join(_WORDS)})(?:[- ](?P<more>{'|'.join(_DIGIT_WORDS)}))?"
    rf"(?: (?P<large>{'|'.join(_LARGE)})(?! and \w))?"
    r"\b(?!-|['’]| (?:or more|and a half|thirds?|quarters?|times|hundred|thousand)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: `text[start:end]` is its printed form, sign, currency, scale and per cent sign included.

    `value` is in full units (`£12.5m` is 12500000.0) and `unit` is `£`, `%`, `days` … or None. `bound` is
    `<`, `>` … where the text gives a limit and not the figure itself.
    """

    value: float
    unit: str | None
    start: int
    end: int
    bound: str | None = None


_SMALL = 2  # digits
_GENERATION = re.compile(r"G(?![\w])")
"""What makes a code of a figure: "5G"."""

_KEPT = 4000
"""Characters of a text whose numbers are kept: a line or an answer, which question after question is asked of."""


def numbers(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Every number in `text[start:end]`, in order; offsets are into `text`."""
    if start == 0 and end is None and len(text) <= _KEPT:
        return whole_numbers(text)
    return _numbers(text, start, len(text) if end is None else end)


@foreseen(65_536)
def whole_numbers(text: str) -> tuple[Number, ...]:
    return _numbers(text, 0, len(text))


def _numbers(text: str, start: int, stop: int) -> tuple[Number, ...]:
    found = []
    for match in _NUMBER.finditer(text, start, stop):
        after = text[match.end() : match.end() + 12]
        if _NAMED.search(text, max(0, match.start() - 12), match.start("digits")):
            continue
        if not match["scale"] and not match["percent"] and _NOT_A_NUMBER_AFTER.match(after):
            continue
        if (
            match.start() > 0
            and not match["percent"]
            and text[match.start() - 1] in "(["
            and after[:1] in ")]"
            and _citation(text, match.start())
        ):
            continue
        if _ENUMERATOR.match(text, match.start("digits")) and not text[
            text.rfind("\n", 0, match.start()) + 1 : match.start("digits")
        ].strip(" (\t"):
            continue
        small = match["digits"].isdigit() and len(match["digits"]) <= _SMALL
        named = _NUMBERED.search(text, max(0, match.start() - 24), match.start("digits")) if small else None
        if named or (small and _GENERATION.match(after)):
            continue
        long = match["scale"] == "m" and not match["money"] and _METRES.match(after) is not None
        scale = 1.0 if long else _SCALES.get((match["scale"] or "").lower(), 1.0)
        value = round(float(re.sub(r"[,\s]", "", match["digits"])) * scale, 6)  # 4.10m is no 4,099,999.99…
        value = -value if match["sign"] else value
        unit = match["money"] or ("%" if match["percent"] else "m" if long else None)
        if unit is None and (counted := _UNIT.match(text, match.end())):
            unit = "FTE" if counted[1].startswith("FTE") else counted[1].lower()
        printed_end = match.start() + len(match[0].rstrip())
        printed_start = match.end() - len(match[0].lstrip())
        found.append(Number(value, unit, printed_start, printed_end, match["less"]))
    return tuple(found)


def _citation(text: str, at: int) -> bool:
    """True when the bracket before `at` closes on a section number or a link mark ("31(1)", "[1]here")."""
    return (
        text[at - 1] == "["
        or re.search(r"(?:\d|\(\w\)|[Ss]ection|[Rr]egulation)\s?\($", text[max(0, at - 16) : at]) is not None
    )


def in_words(text: str) -> tuple[Number, ...]:
    """The numbers of `text` that are spelt out: "twenty-one", "six thousand"; "one" only where the text begins."""
    found = []
    for match in _SPELT.finditer(text):
        value = _WORDS[match["first"].casefold()]
        if match["more"] and (value < 20 or value % 10):
            continue  # "two three": no number
        more, large = (match["more"] or "zero").casefold(), (match["large"] or "").casefold()
        value = (value + _WORDS[more]) * _LARGE.get(large, 1)
        if value > 1 or (match.start() == 0 and not text.startswith(" of", match.end())):
            found.append(Number(float(value), None, match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=4096)  # the same cell is asked of many times, and cells repeat
def number(raw: str) -> Number | None:
    """The one number that `raw` (a cell, a value after "=") is or opens with; None where it is no number.

    A bracketed figure is negative as in accounts; a spelt one up to twenty counts, and whole tens.
    """
    text = raw.strip()
    if (word := text.lower().rstrip(".")) in _WORDS:
        return Number(float(_WORDS[word]), None, 0, len(word))
    if bracketed := re.fullmatch(r"\(([£$€]?[\d,.]+)\)", text):
        inner = number(bracketed[1])
        return None if inner is None else Number(-inner.value, inner.unit, 0, len(text))
    if _NUMBER.match(text) is None:  # most texts asked about are sentences: not all of one is searched
        return None
    found = numbers(text)
    return found[0] if found and found[0].start == 0 else None


@lru_cache(maxsize=4096)
def state(raw: str) -> State:
    """What a cell of a column of numbers holds, read from its printed text `raw`.

    `unreadable` is one or two marks that are neither a number nor a known sign: what OCR leaves of one.
    """
    text = raw.strip()
    if not text:
        return "blank"
    if text.lower() in _NONE:
        return "none"
    if _SUPPRESSED.fullmatch(text):
        return "suppressed"
    found = number(text)
    if found is not None and (found.end >= len(text) - 1 or found.end - found.start >= len(text) / 2 or found.unit):
        return "number"
    if found is not None:
        return "text"
    if len(text) <= 2 and not text.isdigit() and text.lower() not in {"y", "n", "no"}:
        return "unreadable"
    return "text"


def plain(value: float) -> int | float:
    """`value` as JSON should show it: 4 and not 4.0."""
    return int(value) if value.is_integer() else value
