"""What parts question from answer in a letter that types the one behind the other: a dash, a bracket, "Ans.", "(ABC)".

No such mark says so by itself; but a letter keeps to its own. What stands in most of the paragraphs that ask, once and
with something behind it, parts them all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_FEWEST = 3
"""Paragraphs that a mark must part."""
_SHARE = 0.4
"""And their share of the paragraphs that ask."""
_HEAD = 8  # characters of a question

_VERBS = "how what which who when where why do does did is are was were has have had can could will please"
_NAMES = (
    "total number numbers average name names cost costs date dates amount amounts value percentage length copy copies"
    " list details reason reasons supplier type annual highest lowest longest"
)
_ASKS = re.compile(
    r"\W*(?:(?:\(?(?:q(?:uestion)?\s?)?(?:\d{1,2}[a-h]?|[a-h]|[ivx]{1,4})[.):]?\s*[-–]?\s*)|[-–•·○◦▪*o]\s+)?\W*"
    r"(?:and |also |please |(?:if so|of these|of those|for each),? )*"
    rf"(?:{_VERBS.replace(' ', '|')}|(?:the |any |a |an )?(?:{_NAMES.replace(' ', '|')})"
    r"|i (?:would|should) (?:also )?like|all|each|every)\b",
    re.IGNORECASE,
)
_FIRST = frozenset(f"{_VERBS} {_NAMES} i all each every".split())
"""One of these is among the first six words of a paragraph that asks: told in an eighth of the pattern's time."""
_QUESTION = re.compile(
    r"\?|\b(?:how (?:many|much|often|long)|what|which|who|when|where|why|please|did you|do you|can i)\b", re.I
)
_ASKS_ON = re.compile(r"\b(?:please (?:provide|give|include|state|break|exclude|do not)|i (?:would|only))\b", re.I)
_GOES_ON = re.compile(
    r"\W{0,3}(?:by|broken|including|excluding|and|or|per|if|such|for (?:each|every|the)|in (?:each|every)|with|from"
    r"|between|e\.?g|i\.?e|ideally|split)\b"
)
"""How what is asked goes on behind a dash."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """`pattern` ends where the answer begins, or where its label does where `labels`."""

    pattern: re.Pattern[str]
    labels: bool = False


_MARKS = (
    _Mark(re.compile(r"(?<=\S)[\s.?](?=\(?(?:response|answer|reply|ans)\)?\s?[-–—:.]\s?\S)", re.I), labels=True),
    _Mark(re.compile(r"(?<=\S)\s+(?=\[[^\[\]]{1,1500}\]\W?\Z)")),
    _Mark(re.compile(r"(?<=\w)[ ]?(?:\.{3,}|…)\s*(?=[^\s.…])")),
    _Mark(re.compile(r"(?<=\S)\s+=\s+(?=\S)")),
    _Mark(re.compile(r"(?<=[^\s\d])\s+[-–—]\s+(?=\S)|(?<=\d)\s+[-–—]\s+(?=[^\s\d])|(?<=\d)\s+[-–—]\s+(?=\S{1,30}\Z)")),
    _Mark(re.compile(r"(?<=[\w?).:])(?:[ ]{3,}|\t+)(?=\S[^\n]{0,200}\Z)")),
)
_INITIALS = re.compile(r"(?:^|(?<=[.?)\s]))(\([A-Z]{2,6}\)|[A-Z]{2,6}:)(?=\s)", re.MULTILINE)
_INITIALS_TRIED = 3
_HEADINGS = "NOTE NB FROM SENT TO CC BCC DATE TEL FAX EMAIL SUBJECT REF RE FAO FOI FYI PS QUERY"
_HEADERS = frozenset(_HEADINGS.split())
"""Words in capitals with a colon that are no authority's initials."""
_DRESS = "()[].,:;-–•·○◦▪*_>#'\"“”’"


def separator(paragraphs: Sequence[str]) -> _Mark | None:
    """The mark that parts questions from answers in these paragraphs, which are a letter's in order; None for none."""
    asking = [one for one in paragraphs if asks(one)]
    if len(asking) < _FEWEST or not any(_QUESTION.search(one) for one in asking):
        return None
    said = Counter(_INITIALS.findall("\n".join(paragraphs)))
    for own, count in said.most_common(_INITIALS_TRIED):
        if count >= _FEWEST and own.rstrip(":") not in _HEADERS:
            mark = _Mark(re.compile(rf"(?:\A|(?<=[.?)\s]))\s?(?={re.escape(own)}\s)"), labels=True)
            if sum(one.startswith(own) for one in paragraphs) >= _FEWEST or _parts(asking, mark):
                return mark
    return next((mark for mark in _MARKS if _parts(asking, mark)), None)


def _parts(asking: Sequence[str], mark: _Mark) -> bool:
    """Whether a mark parts enough of the paragraphs that ask, a question among them."""
    parted = [one for one in asking if _at(one, mark) is not None]
    return len(parted) >= max(_FEWEST, _SHARE * len(asking)) and any(_QUESTION.search(one) for one in parted)


def asks(line: str) -> bool:
    """Whether a line begins as what is asked for begins."""
    first = line[:80].lower().split(None, 6)[:6]
    return not _FIRST.isdisjoint([word.strip(_DRESS) for word in first]) and _ASKS.match(line) is not None


def cut(paragraph: str, mark: _Mark) -> int | None:
    """Where the answer begins in a paragraph; 0 where it is all answer, None where the mark does not part it."""
    if mark.labels and mark.pattern.match(paragraph):
        return 0
    return _at(paragraph, mark) if mark.labels or asks(paragraph) else None


def _at(paragraph: str, mark: _Mark) -> int | None:
    found = next((m for m in mark.pattern.finditer(paragraph) if m.start() >= _HEAD), None)
    if found is None or not paragraph[found.end() :].strip():
        return None
    tail = paragraph[found.end() :]
    if tail.rstrip().endswith("?") or _ASKS_ON.search(tail) or (not mark.labels and _GOES_ON.match(tail)):
        return None
    return found.end()
