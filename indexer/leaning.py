"""What a question leans on: "How many of these were settled?" says of what only by the question before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from indexer.sectioned import Section

_MARK = re.compile(r"[\W_]*(?:(?:q(?:uestion)?\s?)?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.):]+\s*)*", re.IGNORECASE)
"""A list mark before a question: "2.", "Q3)", "b)"."""
_ELIDED = re.compile(
    r"(?:(?:also|and|or|then|finally|lastly|please|can you|could you|would you|(?:please )?(?:confirm|state|say|advise)"
    r"|tell (?:me|us))[,\s]+)*"
    r"(?:of (?:these|those|this|that|them|which|whom|the (?:above|total))\b|if (?:so|yes|not|no|none|any|applicable)\b"
    r"|(?:how many|what (?:number|proportion|percentage|share)|which)\s*"
    r"(?:(?:was|were|is|are|has|have|had|did|do|does|will|would)\b|\?|,|$)"
    r"|(?:how much|how often|why|when|where|how|who|by whom|to whom|for how long|at what cost)\s*(?:\?|$))",
    re.IGNORECASE,
)
"""A question whose noun was named before: "And how many did you settle?", "If so, when?"."""
_PRONOUN = re.compile(
    r"\b(?:[Tt]hese|[Tt]hose|[Tt]hem|[Tt]hey|[Tt]heirs?|[Ii]ts?|[Ss]uch(?! as\b)|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im"
    r"|[Tt]he (?:above|former|latter)|each one)\b"
    r"|\b(?:of|for|on|about|by|in|to|with|from|did|was|is|does|has|will|and)\s(?:this|that)\b"
    r"(?=\W*$|\s*[?,.;:]|\s(?:figure|number|total|amount|sum|cost|decision|policy|one|contract|work|data|list|group)\b)"
    r"|\b(?:much|many|part|share|any|some|all) of (?:this|that)\b"
)
"""What stands for something named before; `IT` and "such as" do not."""
_OPEN = re.compile(
    r"\b(?:is|was|would|will|if|has|does|can|could|may|might|be|makes?|made|find|found|consider) it\b", re.IGNORECASE
)
"""An "it" that may stand for what follows: "is it possible"."""
_THAT = re.compile(
    r"\b(?:of|for|on|about|by|in|to|with|from|under|after|behind|did|was|is|does|has|will|and) (?:this|that) "
    r"(?!(?:council|authority|force|trust|board|body|year|month|week|day|date|time|period|quarter|way|matter|request"
    r"|letter|information|area)\b)(?P<noun>[a-z]{4,})\b",
    re.IGNORECASE,
)
"""Something that an earlier question speaks of, if it does: "the cost of that report"."""
_NUMBERED = re.compile(r"\b(?:question|point|part|item|q|number|no)\.?\s?\(?(\d{1,2}[a-z]?)\b", re.IGNORECASE)
_ITEM = re.compile(r"[\W_]*(?:(?P<figure>\d{1,2})|(?P<letter>[a-h]))[.)]\s")
_STEM = re.compile(
    r"(?P<stem>[^\n]{12,300}(?:\n[^\n]{1,300}){0,6}?:)[ \t]*\n\s{0,40}\(?(?:(?P<figure>1)|(?P<letter>a))[.)]\s"
)
"""What a list of questions stands under, with its first item: "For each yard please state:\n1) its length"."""
_TOPIC = re.compile(r"[\W_]*\d{1,2}[.)]\s+(?P<stem>[^\n?:]{4,80})\n\s{0,40}\(?a[.)]\s")
"""A numbered topic with the first of the questions listed under it: "2. Allotments\na) how many are let?"."""
_BACK = 8
"""Questions before one in which a noun that it points back to is looked for."""
_DEEPEST = 3
"""Questions that one may lean on, one through the other."""
_REACH = 40
"""Questions before one that are looked at."""


def leans_on(text: str, sections: Sequence[Section], question: Section) -> tuple[Section, ...]:
    """The questions that `question` leans on, nearest first; none where it stands by itself."""
    before = _asked_before(sections, question)
    found: list[Section] = []
    while before and len(found) < _DEEPEST and (nearest := _nearest(text, before, question)) is not None:
        found.append(nearest)
        before = [one for one in before if one.start < nearest.start]
        question = nearest
    return tuple(found)


def stem_of(text: str, sections: Sequence[Section], question: Section) -> tuple[int, int] | None:
    """Where what the list is asked of stands, where `question` is an item, and no first one, of a list under it.

    The first item is of one question with it; the others follow, with nothing asked between.
    """
    own = _ITEM.match(text, question.start, question.end)
    if own is None:
        return None
    for one in reversed(_asked_before(sections, question)):
        if own["letter"] and (topic := _TOPIC.match(text, one.start, one.end)) is not None:
            return topic.span("stem")
        if (found := _STEM.match(text, one.start, one.end)) is not None:
            same = (found["figure"] is None) == (own["figure"] is None)
            return found.span("stem") if same and _ITEM.match(text, one.start, one.end) is None else None
        above = _ITEM.match(text, one.start, one.end)
        if above is None or (above["figure"] is None) != (own["figure"] is None):
            return None
    return None


def _asked_before(sections: Sequence[Section], question: Section) -> list[Section]:
    """The questions before `question`, in order, the nearest of them where there are many."""
    found: list[Section] = []
    at = bisect_left(sections, question.start, key=lambda one: one.start)
    while at > 0 and len(found) < _REACH:
        at -= 1
        if sections[at].kind == "question":
            found.append(sections[at])
    return found[::-1]


def _nearest(text: str, before: Sequence[Section], question: Section) -> Section | None:
    """The question that this one leans on by itself: the one that it names by its number, else the one right before."""
    said = " ".join(text[question.start : question.end].split())
    mark = _MARK.match(said)
    said = said[mark.end() :] if mark else said
    if (meant := _NUMBERED.search(said)) is not None:
        named = [one for one in before if one.bare_number == meant[1].lower()]
        if named:
            return named[-1]
    for meant in _THAT.finditer(said):
        noun = re.compile(rf"\b{meant['noun']}\b", re.IGNORECASE)
        if named := [one for one in before[-_BACK:] if noun.search(text, one.start, one.end)]:
            return named[-1]
    leans = _ELIDED.match(said) or _PRONOUN.search(_OPEN.sub(" ", said))
    return before[-1] if leans else None
