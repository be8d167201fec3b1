"""Paragraphs that each take up a thing of their own: by a title that runs into them, by number, or by a label.

"Cost of repair. £900 in 2022." stands under a request that asked for many things in one sentence; "4. As to cost, …"
goes on from a paragraph 3 that began "You asked …"; "b. Annual cost: £90" is one field of several. Each such paragraph
is a section of its own, and its title the heading of that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.unit import BROKEN, CLOSES, FIELD, NUMBERED, TITLED, WRAPPED, Unit

_FEWEST = 3  # paragraphs with such titles
_SHARE = 0.6  # and their share of those from the first of them to the last
_FEWEST_NUMBERED = 4
_TITLE = re.compile(r"(?P<title>[A-Z][\w’'&/-]*(?: [\w’'&/(),-]{1,30}){0,6}?)(?P<mark>[.:])\s+(?=[\w£\"“‘(\[])")
_NO_TITLE = re.compile(
    r"(?:yes|no|none|nil|not|n/?a|unknown|zero|correct|sorry|dear|re|subject|ref|our|your|date|note|nb|thank|thanks|please"
    r"|summary|sections?|regulations?|articles?|questions?|q\d*|requests?|answers?|responses?|repl(?:y|ies)|response|point|item"
    r"|from|to|sent|cc|tel|telephone|email|e-mail|fax|address|withheld|refused|redacted|exempt|disclosed|attached"
    r"|enclosed|see|approximately|around|about|over|under|further|firstly|secondly|finally|however|in addition|also)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:i|we|you|it|they|there|he|she|this|these|those|that|who|which|what|is|are|was|were|be|been|has|have|had|do"
    r"|does|did|can|could|will|would|may|might|must|shall|should|asked|see)\b|\d{3}",
    re.IGNORECASE,
)
_ARGUES = re.compile(
    r"\b(?:factors?|arguments?|considerations?|balanc\w+|harms?|prejudice|public interest|reason\w*|conclusions?"
    r"|favour\w*|against|evidence)\b",
    re.IGNORECASE,
)
"""What heads a step in the reasoning of a refusal, and no topic."""
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|mr|mrs|ms|dr|prof|st|ltd|co|inc|plc|no|nos|vs|etc|cllr)$", re.IGNORECASE)
_RETOLD = re.compile(
    r"(?:(?:finally|last(?:ly)?|next|then|secondly|thirdly|also|in addition),? )?you (?:have |had |then |also |next )*"
    r"(?:asked|requested|enquired|wished|wanted|sought|queried|raised)\b"
)
"""How a numbered paragraph takes up what was asked, before it answers."""
_LISTED = re.compile(r"\((?:i|a)\) .{1,600}?\((?:ii|b)\) ")
"""What was asked, counted within a sentence."""
_LETTERED = re.compile(r"\(?[a-h][.)]\s+(?P<label>[A-Z][^:?.\n]{1,50}):\s+(?=\S)")
"""A field of a form that has letters: "b. Annual cost: £90"."""
_SENTENCE = 20  # characters at least behind a title


def opened(units: Sequence[Unit], text: str) -> None:
    """Note in `opens` which units begin a paragraph on a thing of its own, and which the first that no longer does."""
    if not units:
        return
    heads = [i for i, unit in enumerate(units) if unit.apart >= BROKEN]
    ends = dict(zip(heads, [*heads[1:], len(units)], strict=True))
    apart = [i for i in heads if units[i].blank_before]
    for mark in ".:":
        _titled([i for i in apart if _named(units, text, i, ends[i], mark)], apart, units, text)
    _numbered(units, text, ends)
    _lettered(units, text)


def retold(unit: Unit) -> bool:
    """Whether a unit takes up what was asked: "You also asked for the rents."."""
    return _RETOLD.match(unit.words) is not None


def title_at(text: str, start: int, end: int) -> str:
    """The title that runs into the paragraph `text[start:end]`, without its stop; empty where it has none."""
    m = _TITLE.match(text, start, end)
    if m is None or _NO_TITLE.match(m["title"]):
        return ""
    return "" if any(one.search(m["title"]) for one in (_CLAUSE, _ARGUES, _ABBREVIATED)) else m["title"]


def titled(text: str, start: int, end: int) -> str:
    """The title, or the label behind a letter, "b. Annual cost: £90", that opens `text[start:end]`; empty for none."""
    known = _LETTERED.match(text, start, end)
    return title_at(text, start, end) if known is None else known["label"]


def _named(units: Sequence[Unit], text: str, i: int, stop: int, mark: str) -> bool:
    """Whether the paragraph of units `i` up to `stop` has such a title, and says something behind it."""
    unit = units[i]
    if unit.marker or unit.bullet or unit.row or unit.label or unit.heading or unit.beside:
        return False
    start, end = unit.start, units[stop - 1].end
    name = title_at(text, start, end)
    if not name or text[start + len(name)] != mark:
        return False
    rest = text[start + len(name) + 1 : end].strip()
    return rest[-1:] in (".", ":", ";") and (mark == "." or len(rest) >= _SENTENCE)


def _titled(found: Sequence[int], apart: Sequence[int], units: Sequence[Unit], text: str) -> None:
    """Note the paragraphs `found` where they are most of those `apart`, each with another title; and what ends them."""
    names = [title_at(text, units[i].start, len(text)) for i in found]
    if len(found) < _FEWEST or len(set(names)) < len(names):
        return
    between = [i for i in apart if found[0] <= i <= found[-1]]
    if len(found) < _SHARE * len(between):
        return
    for i in found:
        units[i].opens = TITLED
    after = next((i for i in apart if i > found[-1]), None)
    if after is not None and len(between) == len(found) and not units[after].bullet:
        units[after].opens = CLOSES


def _numbered(units: Sequence[Unit], text: str, ends: dict[int, int]) -> None:
    """Note the paragraphs of a letter that numbers them all: 1, 2, 3, sentences each, and no number twice."""
    listed = [
        i
        for i in ends
        if (m := units[i].marker) and m.style == "#." and not m.word and units[i].blank_before and not units[i].label
    ]
    values = [m.value for i in listed if (m := units[i].marker)]
    others = {m.label for i, unit in enumerate(units) if i not in listed and (m := unit.marker) and m.style == "#."}
    if len(listed) < _FEWEST_NUMBERED or values[0] != 1 or any(b - a != 1 for a, b in pairwise(values)) or others:
        return
    if any(text[units[ends[i] - 1].end - 1] not in ".:" or _bare(units, i, ends[i]) for i in listed[:-1]):
        return
    said = [i for i in listed if retold(units[i])]
    if not any((ends[i] - i > 1 and units[i + 1].apart <= WRAPPED) or _LISTED.search(units[i].words) for i in said):
        return
    for i in listed:
        units[i].opens = NUMBERED


def _bare(units: Sequence[Unit], i: int, stop: int) -> bool:
    """Whether the paragraph of units `i` up to `stop` only asks, or leads to what stands under it."""
    return stop - i == 1 and units[i].words[-1:] in ("?", ":")


def _lettered(units: Sequence[Unit], text: str) -> None:
    """Note lettered fields, three or more from "a" on, of which some hold words and no figure."""
    run: list[int] = []
    for i, unit in enumerate(units):
        if unit.apart < BROKEN:
            continue  # what was filled in goes on
        own = unit.marker
        held = own is not None and own.style == "a" and not own.word and not unit.label
        if own is None or not held or not _LETTERED.match(text, unit.start, unit.end) or own.value != len(run) + 1:
            _fields(run, units, text)
            run = []
        if own is not None and held and own.value == len(run) + 1 and _LETTERED.match(text, unit.start, unit.end):
            run.append(i)
    _fields(run, units, text)


def _fields(run: Sequence[int], units: Sequence[Unit], text: str) -> None:
    values = [_LETTERED.sub("", text[units[i].start : units[i].end]) for i in run]
    if len(run) >= _FEWEST and any(one[:1].isalpha() and not any(map(str.isdigit, one)) for one in values):
        for i in run:
            units[i].opens = FIELD
