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


_FORMS = """
arise arose arisen, begin began begun, bite bitten, break broke broken, bring brought, build built, buy bought,
catch caught, choose chose chosen, deal dealt, draw drew drawn, drive drove driven, eat ate eaten, fall fell fallen,
fight fought, flee fled, fly flew flown, forget forgot forgotten, freeze froze frozen, grow grew grown,
hear heard, hide hid hidden, hold held, lend lent, lose lost, overpay overpaid,
overspend overspent, overtake overtook overtaken, pay paid, repay repaid, ride rode ridden, rise rose risen, run ran,
seek sought, sell sold, shake shook shaken, shoot shot, shrink shrank shrunk, sink sank sunk, speak spoke spoken,
spend spent, steal stole stolen, stick stuck, strike struck, swear swore sworn, sweep swept, swim swam swum,
teach taught, tear tore torn, throw threw thrown, undergo underwent undergone,
underpay underpaid, underspend underspent, understand understood, undertake undertook undertaken, wake woke woken,
win won, withdraw withdrew withdrawn, withhold withheld, write wrote written,
appendix appendices, analysis analyses, child children, crisis crises, criterion criteria, diagnosis diagnoses,
foot feet, goose geese, half halves, index indices, loaf loaves, man men, mouse mice, shelf shelves,
thief thieves, tooth teeth, wolf wolves, woman women
"""
"""Words with the forms of theirs that no ending tells; forms that are words of another sense besides ("left", "found",
"met", "sent", which is no SEND, "worn" of body-worn) are left out, and so are verbs that say little ("took place")."""
_IRREGULAR = {form: group[0] for group in (line.split() for line in _FORMS.split(",")) for form in group[1:]}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`word` in lower case without possessive, plural and verb endings, "paid" as "pay"; good enough to compare, not to
    print."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'").replace("'", "")
    word = _IRREGULAR.get(word, word)
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
