"""The question numbers that a unit names: "3.", "Questions 1c and 1d", "1 – 3.", "In response to question 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.markers import SPELT, quarters
from indexer.unit import Unit

_ONE = rf"(?:\d{{1,2}}[a-h]?|[a-h]|{'|'.join(SPELT)})\b"
_FURTHER = rf"\s*(?:,|&|and|to|-|–)\s*(?:questions?|q)?\s*{_ONE}"
_POINTER = re.compile(
    r"(?:in (?:response|relation|answer|reply|regard|regards) to |with regards? to |as regards "
    r"|as (?:to|for) |(?:turning|moving)(?: now| on| next)? to "
    r"|regarding |concerning |for |your |response to |answer to |re |and )*"
    rf"(?:(?:questions?|q|points?|parts?|items?|requests?)\s*(?:no\.?\s*)?)({_ONE})((?:{_FURTHER})*)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"(?:in (?:response|relation|answer|reply|regard|regards) to |with (?:regards?|respect) to |as regards "
    r"|as (?:to|for) |(?:turning|moving)(?: now| on| next)? to |regarding |concerning |for )(?:your )?"
    r"(?:(?:points?|parts?|items?) )?\(([a-h]|[ivx]{1,4})\)",
    re.IGNORECASE,
)
"""A pointer to an item that was asked within a sentence: "As to (iii), …"."""
_MORE = re.compile(rf"(?:{_FURTHER})+(?=\s*(?:[.:)–—-]|$))", re.IGNORECASE)
_ASKED = frozenset({"question", "questions", "q", "point", "item", "part", "request"})
_LABEL = re.compile(rf"\d{{1,2}}[a-h]?|\b(?:[a-h]|{'|'.join(SPELT)})\b", re.IGNORECASE)


def numbers_in(words: str) -> list[str]:
    """The question numbers that a phrase such as "questions 1c and 1d" names; a range gives all of its numbers."""
    if (m := _POINTER.match(words)) and not quarters(words):
        return _counted(m[1], m[2])
    bracketed = _BRACKETED.match(words)
    return [bracketed[1].lower()] if bracketed else []


def _counted(first: str, more: str) -> list[str]:
    """The question number `first` and those that follow it, "to 3" or ", 2 and 3"; a range gives all of its numbers."""
    said = [x.lower() for x in _LABEL.findall(f"{first} {more}")]
    found = [str(SPELT.get(x, x)) for x in said]
    if re.search(r"\bto\b|[-–]", more) and len(found) == 2 and found[0].isdigit() and found[1].isdigit():
        return [str(n) for n in range(int(found[0]), min(int(found[1]), int(found[0]) + 30) + 1)]
    return found


_NOTE = r"(notes?|footnotes?|annex|appendix) ([a-h]|\d{1,2})\b"
_SEE_NOTE = re.compile(rf"\b(?:see|per|refer to|explained in|set out in|given in) (?:the )?{_NOTE}")
_NOTE_AT = re.compile(rf"\W{{0,4}}{_NOTE} ?(?:[.:)–—-]|$)")


def notes_in(words: str) -> list[str]:
    """The notes to which an answer refers: "note a" of "Withheld in part, see Note A"."""
    return [f"{m[1].rstrip('s')} {m[2]}" for m in _SEE_NOTE.finditer(words)]


def note_at(words: str) -> list[str]:
    """The name of the note that a paragraph is, by which answers refer to it; empty where it is none."""
    m = _NOTE_AT.match(words)
    return [f"{m[1].rstrip('s')} {m[2]}"] if m else []


def numbers_of(unit: Unit) -> list[str]:
    """The question numbers that a unit names at its start: by its list number, with what that goes on to, or in words.

    "3." gives one, "Questions 1 to 3:" and "1 – 3." three each.
    """
    if unit.marker is None:
        return numbers_in(unit.words)
    more = _MORE.match(unit.words) if unit.marker.word in _ASKED else None
    own = _counted(unit.marker.label, more[0]) if more else [unit.marker.label]
    return list(dict.fromkeys([*own, *unit.marker.others, *numbers_in(unit.words)]))


def pointer(units: Sequence[Unit]) -> list[str]:
    """The numbers that a question made of nothing else names: "Questions 1c and 1d."."""
    unit = units[0]
    if len(units) > 1 or not unit.marker or unit.marker.word not in _ASKED:
        return []
    rest = unit.words.strip(" .:-–")
    more = [x.lower() for x in _LABEL.findall(rest)]
    if re.sub(r"\d{1,2}[a-h]?|\band\b|\b[a-h]\b|[,&.:–-]|\bquestions?\b|\bq\b|\bto\b|\s", "", rest):
        return []
    return [unit.marker.label, *more]
