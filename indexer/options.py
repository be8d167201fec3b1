"""Forms that offer choices: the options were asked, what the authority typed behind one of them answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.unit import BROKEN, WRAPPED, Unit, plain

_CHOOSE = re.compile(
    r"\b(?:select|choose|tick|circle|indicate|mark|highlight|pick)\b.{0,60}\b(?:options?|one|all|any|which|from|below|appl\w+"
    r"|following)\b|\b(?:each|following|these|the) options?\b|\bfrom the (?:list|options?|following)\b"
    r"|\bdelete as (?:appropriate|applicable)\b"
)
_HINTS = ("select", "choose", "tick", "circle", "indicate", "mark", "highlight", "pick", "option", "from the", "delete")
"""One of these stands wherever `_CHOOSE` matches: most units are told by them in a tenth of the time."""
_DASH = re.compile(r"\s+[-–—]\s+(?=\S)")

_MARK = re.compile(r"^\s*\(?\w{1,4}[).]+")


def options(units: Sequence[Unit], text: str) -> list[Unit]:
    """The units, with the options under "Please select one:" labelled "o" and cut from what was typed behind them.

    A list of options in which nothing was filled in is left as it is: it may itself be the answer.
    """
    out: list[Unit] = []
    i = 0
    while i < len(units):
        out.append(units[i])
        i += 1
        words = units[i - 1].words
        if not any(map(words.__contains__, _HINTS)) or not _CHOOSE.search(words):
            continue
        stop = i
        while stop < len(units) and (_item(units[stop], units[i]) or (stop > i and units[stop].apart < BROKEN)):
            stop += 1
        cut = [_typed(unit, text) if _item(unit, units[i]) else None for unit in units[i:stop]]
        if not any(cut):
            continue
        filled = False
        for unit, at in zip(units[i:stop], cut, strict=True):
            if _item(unit, units[i]):
                filled = at is not None
                out.extend(_halves(unit, at, text))
            else:  # a further sentence of what was typed
                unit.label = "a" if filled else "o"
                out.append(unit)
        i = stop
    return out


def _item(unit: Unit, first: Unit) -> bool:
    """Whether a unit is an item of the list that `first` opens."""
    if first.marker:
        return unit.marker is not None and unit.marker.style == first.marker.style and not unit.marker.word
    return first.bullet and unit.bullet


def _typed(unit: Unit, text: str) -> int | None:
    """Where in the text of an option the reply to it starts: after the first dash outside brackets."""
    for m in _DASH.finditer(text, unit.start, unit.end):
        before = _MARK.sub("", text[unit.start : m.start()])
        if before.count("(") <= before.count(")") and sum(c.isalpha() for c in before) > 2:
            return m.end()
    return None


def _halves(unit: Unit, at: int | None, text: str) -> list[Unit]:
    unit.label, unit.row, unit.heading = "o", False, 0
    if at is None:
        return [unit]
    reply = Unit(at, unit.end, WRAPPED, plain(text[at : unit.end]), label="a")
    unit.end = unit.start + len(text[unit.start : at].rstrip())
    kept = plain(text[unit.start : unit.end])
    unit.words = unit.words[: max(0, len(unit.words) - len(reply.words))].rstrip() or kept
    return [unit, reply]
