"""Kinds of thing that a query names, and what of a sentence is of that kind: a provision, a case's mark, a harm."""

from __future__ import annotations

import re
from functools import lru_cache

from service.query import Query
from service.terms import letters, stem

_PROVISION = (
    r"(?:articles?|paragraphs?|sections?|sub-?sections?|regulations?|conditions?|principles?|clauses?|provisions?"
    r"|schedules?)"
)
_ASKS_PROVISION = re.compile(
    rf"^(?:(?:which|what|the|a|an) )?(?:[\w’'-]+ ){{0,3}}?"
    rf"(?:(?P<kind>{_PROVISION})(?= (?:that|which|in|of|under|for|to|behind|is|was|did|does|\w+ed)\b|\W*$)"
    rf"|part of (?:the )?[\w ]{{0,30}}?(?:policy|law|act))\b",
    re.IGNORECASE,
)
"""A query for where something stands in a law or a policy: "GDPR article footnoted in the refusal"."""
_PROVIDES = re.compile(rf"\b{_PROVISION}\s(?:no\.?\s)?\d", re.IGNORECASE)
_ASKS_MARK = re.compile(
    r"\b(?:case|reference|tribunal|appeal|decision(?: notice)?|file|ref)(?: case)? (?:number|no\.?|reference)\b", re.I
)
"""A query for the mark by which a case is known."""
_MARK = re.compile(r"\b(?=[\w/.-]*\d{2})[A-Z]{2,}[/ -]?[\w/.-]*\d\b")
_HARMING = re.compile(
    r"\b(?:would|could|may|might|likely)\b[^.]{0,90}\b(?:harm|prejudic\w*|risks?|damag\w*|distress|undermin\w*|danger\w*"
    r"|crime|fraud|threat\w*|expos\w*|disadvantag\w*)\b",
    re.IGNORECASE,
)
"""What says that a harm would follow."""
_EXTREMES = tuple(
    re.compile(rf"\b(?:{group})\b", re.IGNORECASE)
    for group in (
        "highest|largest|biggest|greatest|most expensive|maximum|top|peak",
        "lowest|smallest|least|cheapest|minimum",
        "longest|oldest|furthest",
        "shortest|youngest|nearest",
        "average|mean|median|typical(?:ly)?",
    )
)
"""What singles one figure out of many: a query that begins so wants a sentence that does."""
_FIRST = 5
HIDDEN = re.compile(
    r"\b(?:redact\w*|withh[eo]ld\w*|bla(?:cked|nked)[ -]out|bla(?:ck|nk)(?:ing)? out|held back|h[oe]ld(?:ing)? back"
    r"|kept (?:back|secret|private|confidential|(?:until|till)(?= \w))|hidden"
    r"|obscured|anonymi[sz]\w*|left out|missing names?|(?:remov|delet)(?:e|ed|ing)\b.{0,30}\b(?:names?|details)"
    r"|(?:what|which)\b.{0,20}\b(?:information|data|details|names?|parts?|text|words)\b.{0,20}\b(?:removed|taken out"
    r"|edited out)"
    r"|(?:not|n[’']t|refus\w+|declin\w+|won[’']t) (?:to )?(?:[A-Z]\w+ |the \w+ |they |you )?"
    r"(?:name|disclos\w*|releas\w*|reveal\w*|hand(?:ed|ing)? over)"
    r"|(?:won[’']t|will not|refus\w+ to|declin\w+ to|for not) (?:[A-Z]\w+ |the \w+ |they )?"
    r"(?:publish|giv|suppl|shar|hand)(?:e|y|ing|ying)?)\b",
    re.IGNORECASE,
)
"""A query about what was kept back."""
_HIDING = re.compile(r"\b(?:redact\w*|withh[eo]ld\w*|exempt|blacked out|anonymi[sz]ed|removed)\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def numbered_kind(text: str) -> tuple[str, re.Pattern[str]] | None:
    """Of a query "which X", the stem of X and how an X is numbered."""
    named = _WHICH.match(text)
    return (stem(named[1]), re.compile(rf"\b{re.escape(named[1])}\s+(?:no\.?\s?)?\d", re.I)) if named else None


_WHICH = re.compile(r"(?:which|what)\s+(\w{4,})", re.IGNORECASE)


_HARM = re.compile(r"\b(?:harm|prejudice|damage|risk|why|reasons?)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|favou?r\w*|toward)\b.{0,30}\b(?:disclos|releas|publi)", re.IGNORECASE)
_AGAINST = re.compile(r"\bnon\b|\bagainst\b|\bwithh|\bmaintain|\bnot (?:disclos|releas)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def named_kind(asked: str, said: str) -> float:
    """What a piece gains for holding the kind of thing that a query names: a provision, a case's mark, a harm."""
    sought, wanted = _sought(asked)
    got = 0.0
    for worth, patterns in sought:
        got += worth if any(one.search(said) for one in patterns) else 0.0
    return got + (0.4 if wanted and wanted <= letters(said) else 0.0)


@lru_cache(maxsize=256)
def _sought(asked: str) -> tuple[list[tuple[float, list[re.Pattern[str]]]], set[str]]:
    """What a piece gains for which patterns, as far as the query asks for them; and the letters of names it wants."""
    asks, first = _ASKS_PROVISION.search(asked), " ".join(asked.split()[:_FIRST])
    sought = []
    if asks is not None:
        sought.append((0.3, [_PROVIDES]))
        if asks["kind"]:
            sought.append((0.2, [re.compile(rf"\b{asks['kind']}", re.IGNORECASE)]))
    sought.append((0.3, [one for one in _EXTREMES if one.search(first)]))
    if asks is None and HIDDEN.search(asked):
        sought.append((0.3, [_HIDING]))
    if _ASKS_MARK.search(asked):
        sought.append((0.4, [_MARK]))
    if _HARM.search(asked):
        sought.append((0.25, [_HARMING]))
    return [one for one in sought if one[1]], letters(asked)


@lru_cache(maxsize=8192)
def heading_merit(asked: str, heading: str) -> float:
    """What a heading of a public interest test adds for a query about harm.

    About arguments for disclosure or against.
    """
    if _AGAINST.search(heading):
        return 0.4 if _AGAINST.search(asked) else -0.4 if _FOR.search(asked) else 0.0
    if _FOR.search(heading):
        return 0.4 if _FOR.search(asked) and not _AGAINST.search(asked) else -0.2
    return 0.25 if _HARM.search(heading) and _HARM.search(asked) else 0.0


def asks_mark(query: Query) -> bool:
    """True where a query is for the number by which a case is known."""
    return _ASKS_MARK.search(query.text) is not None
