"""What a letter has named before a question that asks more of it: a supplier, and then the contract's value."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from indexer.sectioned import Section

_NAMES = re.compile(
    r"\b(?:who|which|what|name)\b[^?\n]{0,80}?\b(?:providers?|suppliers?|contractors?|compan(?:y|ies)|firms?|vendors?"
    r"|operators?|manufacturers?|partners?|organisations?|systems?|platforms?|software|products?|packages?|tools?|apps?"
    r"|solutions?|services?)\b"
    r"|\b(?:supplier|provider|contractor|vendor|operator|manufacturer|system|software|product) names?\b"
    r"|^\W*(?:\w{1,3}[.):]\s+)?(?:supplier|provider|contractor|vendor|operator|manufacturer|system|software|product)\W*$",
    re.IGNORECASE,
)
"""A question for the name of somebody or something that a body has a contract for: "Which system do you use?"."""
_MORE = re.compile(
    r"\b(?:contracts?|contractual|agreement|licen[cs]es?|values?|costs?|spen[dt]|spending|price|paid|pay|fees?"
    r"|start|end|expir\w+|renew\w*|exten\w+|term|duration|length|tender\w*|re-?tender\w*|procure\w*|framework|awarded"
    r"|implement\w*|introduced|live|users?|modules?)\b",
    re.IGNORECASE,
)
"""What is asked of such a thing: "When does the contract end?"."""
_NAME = re.compile(r"[A-Z][A-Za-z]|\d[A-Z]")
_LONGEST = 120
"""Characters of an answer that may be a name with little beside it."""
_REACH = 8
"""Questions before one that are looked at."""


def introduced(text: str, sections: Sequence[Section], question: Section) -> str:
    """The nearest question before this one that asks for a name, with the name given; empty where this one asks for a
    name itself, or for nothing that such things have."""
    said = text[question.start : question.end]
    if _NAMES.search(said) or not _MORE.search(said):
        return ""
    at, left = bisect_left(sections, question.start, key=lambda one: one.start), _REACH
    while at > 0 and left:
        at -= 1
        before = sections[at]
        if before.kind != "question":
            continue
        left -= 1
        asked = text[before.start : before.end]
        if _NAMES.search(asked):
            given = [text[s.start : s.end] for s in sections[at:] if s.answers == before.id and s.kind == "answer"]
            named = len(given) == 1 and len(given[0]) <= _LONGEST and _NAME.search(given[0])
            return f"{asked} {given[0]}" if named else ""
    return ""
