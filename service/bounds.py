"""Figures that are not given exactly: "fewer than 5", "over 50", "5-10"."""

from __future__ import annotations

import re

from indexer.numbers import Number
from service.said import seen


def bounded(text: str, found: Number) -> str | None:
    """What a figure of `text` is that is not given exactly: "limit" ("over 50"), "ceiling" ("<5"), "range" ("5-10")."""
    before = text[max(0, found.start - 30) : found.start]
    figures = seen(text).figures
    at = figures.index(found) if found in figures else -1
    pairs = [figures[i : i + 2] for i in (at - 1, at) if 0 <= i < len(figures) - 1]
    if any(_ranges(text, low, high) for low, high in pairs):
        return "range"
    if found.bound in ("<", "≤") or _BELOW.search(before):
        return "ceiling"
    return "limit" if found.bound in (">", "≥") or _ABOVE.search(before) else None


def _ranges(text: str, low: Number, high: Number) -> bool:
    """Whether two figures are the ends of a range: "5-10", "between 5 and 10", but not "cut from 52 to 41"."""
    gap, before = text[low.end : high.start], text[max(0, low.start - 12) : low.start]
    between = gap.strip() == "and" and _BETWEEN.search(before) is not None
    return abs(low.value) < abs(high.value) and (_TO.fullmatch(gap) is not None or between) and not _BY.search(before)


_BELOW = re.compile(r"\b(?:(?:fewer|less) than|under|below|at most|up to)\s*$", re.IGNORECASE)
_ABOVE = re.compile(
    r"\b(?:(?:more|greater) than|over|above|exceed(?:s|ed|ing)?|at least|in excess of)\s*$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_TO = re.compile(r"[-–]?|\s+to\s+")
_BY = re.compile(r"\b(?:from|by)\s+$", re.IGNORECASE)
"""What leads from one figure to another, both of them exact: "cut from 52 to 41"."""
