"""What parts question from answer in a letter that types the one behind the other: a dash, a bracket, "Ans.", "(LFRS)".

No such mark says so by itself; but a letter keeps to its own. What stands in most of the paragraphs that ask, once and
with something behind it, parts them all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FEWEST = 3
"""Paragraphs that a mark must part."""
_SHARE = 0.4
"""And their share of the paragraphs that ask."""
_HEAD = 8  # characters of a question

_ASKS = re.compile(
    r"\W*(?:(?:\(?(?:q(?:uestion)?\s?)?(?:\d{1,2}[a-h]?|[a-h]|[ivx]{1,4})[.):]?\s*[-–]?\s*)|[-–•·○◦▪*o]\s+)?\W*"
    r"(?:and |also |please |(?:if so|of these|of those|for each),? )*"
    r"(?:how|what|which|who|when|where|why|do|does|did|is|are|was|were|has|have|had|can|could|will|please"
    r"|(?:the |any |a |an )?(?:total|numbers?|average|names?|costs?|dates?|amounts?|value|percentage|length|copy|copies"
    r"|list|details|reasons?|supplier|type|annual|highest|lowest|longest|mileage)\b|i (?:would|should) (?:also )?like"
    r"|(?:all|each|every) )",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|\b(?:how (?:many|much|often|long)|what|which|who|when|where|why|please|did you|do you|can i)\b", re.I
)
_ASKS_ON = re.compile(r"\b(?:please (?:provide|give|include|state|break|exclude|do not)|i (?:would|only))\b", re.I)


@dataclass(frozen=True, slots=True)
class _Mark:
    """`pattern` ends where the answer begins, or where its label does where `labels`."""

    pattern: re.Pattern[str]
    labels: bool = False


_MARKS = (
    _Mark(re.compile(r"(?<=\S)[\s.?](?=\(?(?:response|answer|reply|ans)\)?\s?[-–—:.]\s?\S)", re.I), labels=True),
    _Mark(re.compile(r"(?<=\S)\s+(?=\[[^\[\]]+\]\W*\Z)")),
    _Mark(re.compile(r"(?<=\w)[ ]?(?:\.{3,}|…)\s*(?=\S)")),
    _Mark(re.compile(r"(?<=\S)\s+=\s+(?=\S)")),
    _Mark(re.compile(r"(?<=[^\s\d])\s+[-–—]\s+(?=\S)|(?<=\d)\s+[-–—]\s+(?=[^\s\d])|(?<=\d)\s+[-–—]\s+(?=\S+\W*\Z)")),
    _Mark(re.compile(r"(?<=[\w?).:])(?:[ ]{3,}|\t+)(?=\S[^\n]*\Z)")),
)
_INITIALS = re.compile(r"(?:^|(?<=[.?)\s]))(\([A-Z]{2,6}\)|[A-Z]{2,6}:)(?=\s)")


def separator(paragraphs: Sequence[str]) -> _Mark | None:
    """The mark that parts questions from answers in these paragraphs, which are a letter's in order; None for none."""
    asking = [one for one in paragraphs if _ASKS.match(one)]
    if len(asking) < _FEWEST or not any(_QUESTION.search(one) for one in asking):
        return None
    marks = [*_MARKS]
    said = [m[1] for one in paragraphs for m in _INITIALS.finditer(one)]
    for own in dict.fromkeys(said):
        if said.count(own) >= _FEWEST:
            marks.insert(0, _Mark(re.compile(rf"(?:\A|(?<=[.?)\s]))\s?(?={re.escape(own)}\s)"), labels=True))
    for mark in marks:
        if mark.labels and sum(mark.pattern.match(one) is not None for one in paragraphs) >= _FEWEST:
            return mark
        parted = [one for one in asking if _at(one, mark) is not None]
        if len(parted) >= max(_FEWEST, _SHARE * len(asking)) and any(_QUESTION.search(one) for one in parted):
            return mark
    return None


def asks(line: str) -> bool:
    """Whether a line begins as what is asked for begins."""
    return _ASKS.match(line) is not None


def cut(paragraph: str, mark: _Mark) -> int | None:
    """Where the answer begins in a paragraph; 0 where it is all answer, None where the mark does not part it."""
    if mark.labels and (m := mark.pattern.match(paragraph)) and m.end() <= 1:
        return m.end() if m.end() == 0 else None
    return _at(paragraph, mark) if mark.labels or _ASKS.match(paragraph) else None


def _at(paragraph: str, mark: _Mark) -> int | None:
    found = next((m for m in mark.pattern.finditer(paragraph) if m.start() >= _HEAD), None)
    if found is None or not paragraph[found.end() :].strip():
        return None
    tail = paragraph[found.end() :]
    return None if tail.rstrip().endswith("?") or _ASKS_ON.search(tail) else found.end()
