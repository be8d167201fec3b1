"""Whether a text asks for money, or only counts or names what costs some."""

from __future__ import annotations

import re
from functools import lru_cache

from service.stems import stem

MONEY = re.compile(
    r"\b(?:costs?|spen[dt]|spending|pay(?! gap)|price|budgets?|income|bill|salar(?:y|ies)|expenditure|revenue|money"
    r"|contract values?|values? of (?:the )?(?:\w+ ){0,8}contracts?|compensation|funding|fees?|worth|tariffs?"
    r"|pay-?outs?|subsid(?:y|ies)|refunds?|wages?|rents?|allowances?|expenses"
    r"|how much (?:\w+ ){0,4}(?:paid|raised|owed|saved|fined)"
    r"|how much (?:did|do|does|has|have|had|will|would) (?:\w+ ){1,5}?(?:receive|earn|raise|make|charge|recoup|claim"
    r"|award|lose|owe|pay|get|take in|bring in)(?:d|n|ed)?)\b|£",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def costs(asked: str) -> bool:
    """Whether a query asks for money. One for a count does not by what it counts: "how many personal budgets"."""
    asked = _LINGERED.sub(" ", asked)
    return MONEY.search(asked) is not None and not (_COUNT.match(asked) and not _SUM.search(_THRESHOLD.sub(" ", asked)))


_LINGERED = re.compile(
    r"\b(?:time|long|minutes|hours|days|nights|weeks|months|years)\b(?: (?!costs?\b)[\w’']+){0,8} spen[dt]\b",
    re.IGNORECASE,
)
"""Time that is spent: "average time families spend in a hostel"."""
_THRESHOLD = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower) than|over|under|above|below|at least|up to|exceeding) £[\d,.]+\w*",
    re.IGNORECASE,
)
"""A sum that only limits what is counted: "paid more than £1,000"."""
_COUNT = re.compile(
    r"\W*(?:(?:q(?:uestion)?\s?)?(?:\d{1,2}[a-z]?|[a-z])[.):]+\s+)?"
    r"(?:(?:please )?(?:(?:can|could) you )?(?:please )?(?:confirm|provide|state|tell me|advise)(?: us)? )?"
    r"(?:how many\b|(?:the )?(?:total )?(?:number|count|tally) of\b)",
    re.IGNORECASE,
)
_SUM = re.compile(r"\bhow much\b|\bcosts?\b|\bworth\b|\bspen[dt]\b|\bvalue\b|\bpounds?\b|£", re.IGNORECASE)
"""What asks for money beside a count, or counts it."""


_RELATES = re.compile(
    r"\s(?:in|of|for|by|over|on|at|to|from|since|during|with|without|about|because|after|before|that|who|which|whose)\s",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def _only_counted(asked: str) -> frozenset[str]:
    """The words for money that a question only counts: "budgets" in "how many personal budgets"."""
    if not _COUNT.match(asked) or costs(asked):
        return frozenset()
    return frozenset(stem(match[0]) for match in MONEY.finditer(asked))


def counts_of(query: str, question: str) -> bool:
    """Whether all that speaks of money in a query is what a question only counts."""
    told = _only_counted(question)
    return bool(told) and all(stem(match[0]) in told for match in MONEY.finditer(query))


@lru_cache(maxsize=1024)
def priced(asked: str) -> bool:
    """Whether money is what a query asks for, and not only what that is about: "fees unpaid", but not "people taken to
    court over unpaid fees"."""
    return costs(_RELATES.split(asked, maxsplit=1)[0])
