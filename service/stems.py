"""Words cut down to what their forms share, and phrases as runs of such stems."""

from __future__ import annotations

import re
from functools import lru_cache

TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*")
"""A word or a number as printed."""

CODE = re.compile(
    r"(?<![\w£$€/.-])(?<![\d)]\()(?!(?i:sec|reg|art|pp?|pg|par|cl|vol|fig|fy|ay|foi|eir|jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec|[sqr])\d|[Nn]o\d)(?:[A-Z]{1,3}\d{1,4}(?:[A-Z]|(?=s\b))?|[a-z]{1,3}\d{1,4}[a-z]?|[2-6]G)"
    r"(?!\d|\.\d|[/(])(?=s?\b)"
)
"""A name of letters and figures together: a road, a form, a company, a band of masts. Sections, regulations, questions,
pages, months, quarters (`s31`, `reg12`, `Q2`, `dec22`), ordinals and sums are none."""

GLUE = frozenset(["of", "the", "and", "in", "for", "to", "a", "an", "on", "at", "by", "with", "or"])
"""Small words that a phrase may be written with or without."""

_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`word` in lower case without possessive, plural and verb endings; good enough to compare, not to print."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'").replace("'", "")
    if len(word) <= 3 or word[0].isdigit():
        return word.replace(",", "")
    if word.endswith("ives") and word != "archives":
        word = word[:-3] + "fe"
    elif word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "sis")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and root[-1] != "e" and _VOWEL.search(root):
            word = root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lszf" else root
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" and word[-2] not in "aeou" else word


def phrase(wording: str) -> tuple[str, ...]:
    """The stems of `wording` in order, without its small words."""
    return tuple(stem(word) for word in TOKEN.findall(wording) if word.lower() not in GLUE)


GLUED = frozenset(map(stem, GLUE))
"""The stems of `GLUE`."""
