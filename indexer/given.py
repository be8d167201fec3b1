"""What an answer plainly gives: figures, or papers sent with it."""

from __future__ import annotations

import re

URL = re.compile(r"(?:https?:|www\.)\S*", re.IGNORECASE)
_MARKS = re.compile(r"\[\d+\]|\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b|(?:question|section|q)\s*\d+", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w/.])[£]?\d[\d,.]*%?(?![\w/^])")
_DIGIT = re.compile(r"\d")
_ATTACHED = re.compile(
    r"(?:see|find|in|provided)\s+(?:the\s+|an?\s+)?(?:attach|enclos)|find\s+(?:[\w'’]+\s+){1,8}(?:attached|enclosed)|(?:is|are|have)\s+(?:(?:also|now)\s+)?(?:been\s+)?"
    r"(?:attached|enclosed)|we\s+(?:are\s+)?(?:attach|enclos|send)",
    re.IGNORECASE,
)
GIVING = re.compile(
    r"\b(?:see|find)\s+the\s+(?:figures?|table|list|data|dates|numbers)\b|\bbut\s+the\s+following\b"
    r"|\bthere\s+(?:are|were|is|was|have\s+been|has\s+been)\s+(?:currently\s+)?(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)\b"
)
"""What gives something beside what is not held; in lower case."""


def attached(said: str, low: str) -> re.Match[str] | None:
    """Where something is said to be attached; `low` is `said` in small letters."""
    return _ATTACHED.search(said) if "attach" in low or "enclos" in low or "send" in low else None


def figures(said: str) -> int:
    """How many figures are given, years and link marks not counted."""
    if not _DIGIT.search(said):
        return 0
    return len(_FIGURE.findall(_MARKS.sub("", URL.sub("", said))))
