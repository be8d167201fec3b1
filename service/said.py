"""What a stretch of text holds, whatever is asked of it: its words, times and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.foreseen import foreseen
from indexer.numbers import Number, numbers
from service.periods import Period, periods
from service.terms import bag, stem

LAPSES = frozenset(stem(unit) for unit in ("days", "hours", "hrs", "minutes", "mins", "weeks", "months", "years"))
MONIES = ("£", "$", "€")
"""The units of sums of money."""
COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b(?! or more)",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^(?:please (?:note|see|find|be advised)|thank you|we can confirm|we are (?:now )?in a position"
    r"|you (?:have )?asked|under section 16|if you (?:would|have|are))",
    re.I,
)
_RETOLD = re.compile(
    r"\W*(?:we (?:wrote|replied|responded) to you|you (?:have )?(?:wrote|written) to us"
    r"|it has come to our (?:notice|attention)"
    r"|your (?:latest |last |first |recent )?(?:message|e-?mail|letter|request|enquiry) (?:asks|asked|concern|relate)"
    r"|you (?:wanted|wished|would like|wish|want|enquired|sought)\b)",
    re.IGNORECASE,
)
"""A sentence that says what was asked or written before."""
_TITLED = re.compile(r"[^a-z\n]*[A-Z]{4}[^a-z\n]*")
"""A heading in capitals."""


DIGIT = re.compile(r"\d")
YES_NO = re.compile(r"\W*(?:yes|no)\b", re.IGNORECASE)
"""How an answer begins that says yes or no."""
_MARKED = re.compile(
    r"[A-Za-z]{2,}[-/]$"
    r"|\b(?:Act|Regulations?|Order|Rules|[Ss]ections?|[Aa]rticle|[Pp]aragraph|Schedule|[Qq]uestion)(?: of)?\s$"
)
"""What makes a mark of a figure: "FOI-21801", "Covid-19", "section 12", "Education Act 1996"."""
_NONE = re.compile(r"\W*(?:zero|nil|none)\b", re.IGNORECASE)
"""A count that is no digit."""
_VERB = re.compile(r"\b(?:we|i|do|does|did|is|are|was|were|has|have|had|cannot)\b", re.IGNORECASE)
"""What makes a sentence of a short line, and no heading."""
_GROUP = re.compile(
    r"\d+(?:[ -](?:year|month)s?[ -]olds?\b(?<!s old)|% (?:most|least|poorest|richest|wealthiest)\b"
    r"|m (?:high|tall|wide|long|deep)\b)",
    re.IGNORECASE,
)
"""What describes a thing, and is no figure: "5-year-olds", "the 20% most deprived areas", "a 20m high mast"."""
_ADDRESS = re.compile(
    r"\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'’.-]* ){1,3}"
    r"(?:Road|Rd|Street|St|Lane|Avenue|Ave|Close|Drive|Crescent|Terrace|Gardens|Grove|Mews)\b"
    r"(?=,?\s(?:[A-Z][\w'’ -]{1,30},?\s)?[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b)"
)
"""A house with its postcode: "46 Church Street, SX35 9WE"."""
_DATED = re.compile(
    r"(?<!\d)\d{1,2}[-.]\d{1,2}[-.](?:(?:19|20)\d\d|\d\d)(?![\d.-])"
    r"|\b\d{1,2} (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|(?:em|o)ber)?\b"
)
"""A day: "11-9-2023", "9 January"."""
_AGED = re.compile(
    r"\b(?:(?:some|any)(?:one|body)|people|persons?|those|children|pupils|boys|girls|men|women)(?: aged)?"
    r" (?:under|over) $",
    re.IGNORECASE,
)
"""What stands before an age that describes people: "someone under 18"."""
_LATELY = re.compile(r"\b(?:last|past|previous|next)\s+$", re.IGNORECASE)
"""What stands before a stretch of time that is about no thing asked for: "over the last 2 years"."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a stretch of text holds, whatever is asked: worked out once, and kept for the questions that follow.

    `figures` are its numbers that are no time, `units` the stems of what these count in. `talk` begins as no answer
    does; `retold` says what was asked or written, or heads what follows.
    """

    stems: frozenset[str]
    named: tuple[Period, ...]
    numbers: tuple[Number, ...]
    figures: tuple[Number, ...]
    units: frozenset[str]
    counts: bool
    talk: bool
    retold: bool
    headed: bool


@foreseen(65_536)
def seen(text: str) -> Seen:
    named, found = periods(text), numbers(text) if DIGIT.search(text) else ()
    days = [match.span() for match in _DATED.finditer(text)] if found else []
    figures = tuple(
        [
            n
            for n in found
            if not any(p.start <= n.start < p.end for p in named)
            and not any(start <= n.start < end for start, end in days)
            and not _GROUP.match(text, n.start)
            and not _ADDRESS.match(text, n.start)
            and not _AGED.search(text, max(0, n.start - 24), n.start)
            and not _MARKED.search(text, max(0, n.start - 16), n.start)
            and not (n.unit and stem(n.unit) in LAPSES and _LATELY.search(text, max(0, n.start - 12), n.start))
        ]
    )
    none = _NONE.match(text) is not None
    return Seen(
        stems=bag(text),
        named=named,
        numbers=found,
        figures=figures,
        units=frozenset(stem(n.unit) for n in figures if n.unit),
        counts=bool(figures) or COUNTED.search(text) is not None or none,
        talk=_TALK.match(text) is not None,
        retold=_RETOLD.match(text) is not None or _TITLED.fullmatch(text) is not None,
        headed=len(text.split()) <= 9 and text[-1:] not in ".?!" and not (figures or none or _VERB.search(text)),
    )
