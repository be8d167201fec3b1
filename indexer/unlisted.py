"""Figures that look like list numbers: "41." between questions 2 and 3 is the answer to 2, no item of the list.

A list counts on. What stands between an item and the next one, and is itself a number that nothing leads to or goes on
from, answers the item above it; so does "(a) 5 days (b) 31 days" under a question that says "(a) … (b) …" itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.separators import asks
from indexer.unit import BROKEN, Unit, plain

_ASKING = re.compile(r"(?:how|what|which|who|when|where|why|please|do|does|did|can|could|is|are|was|were|has|have)\b")
_LONGEST = 2000  # characters of a question that is looked into
_PARTS = re.compile(r"\((?:a|i)\)[^\n]*\((?:b|ii)\)")


def unlisted(units: Sequence[Unit], text: str) -> None:
    """Take the list number from each unit of `text` that is such an answer, and label it as one."""
    listed = [
        i for i, unit in enumerate(units) if unit.marker and unit.marker.style[:1] == "#" and unit.apart >= BROKEN
    ]
    for n, i in enumerate(listed[1:], 1):
        above, below = units[listed[n - 1]], units[listed[n + 1]] if n + 1 < len(listed) else None
        if _figure(above, units[i], below):
            _answer(units[i], text)
    for n, i in enumerate(listed):
        near = [units[other] for other in (*listed[max(0, n - 1) : n], *listed[n + 1 : n + 2])]
        if i and units[i].marker and _alone(units[i - 1], units[i], near):
            _answer(units[i], text)
    for i in range(1, len(units)):
        if _by_parts(units, text, i):
            _answer(units[i], text)


def _answer(unit: Unit, text: str) -> None:
    unit.marker, unit.words, unit.label = None, plain(text[unit.start : unit.end]), unit.label or "a"


def _figure(above: Unit, unit: Unit, below: Unit | None) -> bool:
    """Whether the number of `unit` is none of the list that goes from `above` to `below`."""
    over, own, under = above.marker, unit.marker, below.marker if below else None
    if (
        over is None
        or own is None
        or own.word
        or above.label == "a"
        or _ASKING.match(unit.words)
        or unit.words[-1:] == "?"
    ):
        return False
    if under is not None and below is not None:
        if under.style != over.style or under.value != over.value + 1:
            return False
        again = own.value == under.value and own.style == under.style
        return not again or (not asks(unit.words) and (asks(below.words) or below.words[-1:] == "?"))
    return own.value != over.value + 1 and (above.words[-1:] == "?" or asks(above.words))


def _alone(above: Unit, unit: Unit, near: Sequence[Unit]) -> bool:
    """Whether the number of `unit`, under what asks, has no neighbour in a list."""
    own = unit.marker
    if own is None or own.word or own.style[1:] not in (".", ":") or own.value == 1:
        return False
    if any(other.marker and abs(other.marker.value - own.value) <= 1 for other in near):
        return False
    return (above.words[-1:] == "?" or asks(above.words)) and not (_ASKING.match(unit.words) or unit.words[-1:] == "?")


def _by_parts(units: Sequence[Unit], text: str, i: int) -> bool:
    """Whether unit `i` answers in parts a question that was asked in the same parts, on one line."""
    unit, above = units[i], units[i - 1]
    if unit.marker is None or unit.marker.value != 1 or unit.apart < BROKEN or unit.words[-1:] == "?":
        return False
    asked = text[above.start : min(above.end, above.start + _LONGEST)]
    return _PARTS.search(asked) is not None and text.startswith("(", unit.start) and not asks(unit.words)
