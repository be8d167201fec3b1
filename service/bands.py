"""Ranges of whole numbers that name groups, ages above all: "18-24", "65+", "under 18s"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from service.periods import Period

Band = tuple[int, int]
"""Lowest and highest number, both included."""

_TOP = 1000
"""Above any number that a group is named by."""
_N = r"(?<![\d/£.,])\d{1,3}(?![\d/%]|[.,]\d)"
_BAND = re.compile(
    rf"(?P<low>{_N})\s?(?:-|‐|‑|–|to|and)\s?(?P<high>{_N})"
    rf"|(?:over|above|older than|more than|>)[\s-]?(?P<over>{_N})"
    rf"|(?P<up>{_N})\s?(?:\+|(?:years? )?(?:and|or) (?:over|above|older|more)\b|plus\b)"
    rf"|(?:under|below|younger than|less than|<)[\s-]?(?P<under>{_N})"
    rf"|(?P<down>{_N})\s(?:years? )?(?:and|or) (?:under|below|younger|less)\b",
    re.IGNORECASE,
)
_YEARS = r"(?:[\s-]?(?:year|yr)s?)?(?:[\s-]old)?s?"
_LABEL = re.compile(rf"(?:ages?|aged|between)?\s?(?:{_BAND.pattern}){_YEARS}", re.IGNORECASE)
_ONE = re.compile(
    r"\baged? (\d{1,3})\b(?!\s?(?:-|to|and|or|\+))|(?<![\d-])(\d{1,3})[\s-]year[\s-]olds?\b", re.IGNORECASE
)


@lru_cache(maxsize=2048)
def band(label: str) -> Band | None:
    """The band that a label is, and no more; None for any other label."""
    match = _LABEL.fullmatch(label.strip(" \t:.*"))
    return _read(match) if match else None


def asked(text: str, dated: Sequence[Period]) -> tuple[Band, ...]:
    """The bands, or single ages, that a query names outside its times."""
    found = [m for m in _BAND.finditer(text) if not any(p.start < m.end() and m.start() < p.end for p in dated)]
    if found:
        return tuple(one for match in found if (one := _read(match)) is not None)
    return tuple((int(m[1] or m[2]),) * 2 for m in _ONE.finditer(text))


def _read(match: re.Match[str]) -> Band | None:
    if match["low"]:
        low, high = int(match["low"]), int(match["high"])
        return (low, high) if low < high else None
    if match["over"] or match["up"]:  # who is "over 65" is counted among the "65+"
        return int(match["over"] or match["up"]), _TOP
    return 0, int(match["down"] or int(match["under"]) - 1)
