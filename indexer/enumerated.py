"""Requests that a letter lists within a sentence: "You asked for: (i) the rents; (ii) the leases".

Where what follows takes the items up one by one, "As to (ii), …", each of them was asked by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.markers import Marker, marker
from indexer.named import numbers_in, numbers_of
from indexer.unit import BROKEN, COUNTED, WRAPPED, Unit, plain

__all__ = ["enumerated"]

_FEWEST = 2  # items of such a list, and of them that are taken up
_ITEM = re.compile(r"(?<![^\s“\"‘'])\((?P<label>[a-z]|[ivx]{1,4})\)\s+(?=\S)")
_ASKED = re.compile(
    r"\b(?:you|your (?:e-?mail|letter|request))\b.{0,80}\b(?:ask|request|wish|want|sought|seek|was for)"
)


def enumerated(units: Sequence[Unit], text: str) -> list[Unit]:
    """The units of `text`, with each such sentence cut before its items, which are labelled as asked ("q").

    What takes one of them up is labelled as an answer ("a").
    """
    listed = {i: items for i, unit in enumerate(units) if len(items := _counted(unit, text)) >= _FEWEST}
    if not listed:
        return list(units)
    last = {n: i for i, unit in enumerate(units) if unit.apart >= BROKEN for n in numbers_of(unit)}
    out: list[Unit] = []
    asked: set[str] = set()
    for i, unit in enumerate(units):
        out.append(unit)
        if asked and unit.apart >= BROKEN and unit.words[-1:] != "?" and not asked.isdisjoint(numbers_in(unit.words)):
            unit.label = unit.label or "a"
        items = listed.get(i, [])
        if sum(last.get(item["label"], -1) > i for item in items) >= _FEWEST:
            out.extend(_cut(unit, items, text))
            asked.update(item["label"] for item in items)
    return out


def _counted(unit: Unit, text: str) -> list[re.Match[str]]:
    """The items that a sentence which says what was asked counts on: (i), (ii); none where it does not."""
    if "(i) " not in unit.words and "(a) " not in unit.words:
        return []
    found: list[re.Match[str]] = []
    style = ""
    for item in _ITEM.finditer(text, unit.start, unit.end):
        known = marker(item[0] + "x")
        if known is None or known[0].value != len(found) + 1 or (found and known[0].style != style):
            continue
        style = known[0].style
        found.append(item)
    if not found or not _ASKED.search(plain(text[unit.start : found[0].start()])):
        return []
    return found


def _cut(unit: Unit, items: Sequence[re.Match[str]], text: str) -> list[Unit]:
    """The items as units of their own, taken from the end of `unit`, which leads to them and has no number itself."""
    ends = [*(item.start() for item in items[1:]), unit.end]
    own: list[Unit] = []
    for value, (item, end) in enumerate(zip(items, ends, strict=True), 1):
        said = text[item.start() : end].rstrip()
        number = Marker(item["label"], COUNTED, value, "")
        words = plain(said[item.end() - item.start() :])
        own.append(Unit(item.start(), item.start() + len(said), WRAPPED, words, number, label="q"))
    lead = text[unit.start : items[0].start()].rstrip()
    known = marker(lead)
    unit.end, unit.words, unit.marker = unit.start + len(lead), plain(lead[known[1] if known else 0 :]), None
    unit.label = "q"
    return own
