"""What figures are measured in, as a label says ("Budget (£000)", "Upheld (%)"), and what sort of them is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from indexer.numbers import Number
from service.asking import COUNT
from service.money import MONEY, costs, priced
from service.query import Query
from service.said import MONIES
from service.terms import bag

Sort = Literal["money", "share", "count"]


@dataclass(frozen=True, slots=True)
class Measure:
    """The unit of figures, None where only their scale is printed, and what each is to be multiplied by."""

    unit: str | None
    scale: float = 1.0


_SCALES = (
    (1e3, r"['’‘`]?0{3}s?\b|k\b|thousands?\b"),
    (1e6, r"m\b|mn\b|mill?ions?\b"),
    (1e9, r"bn\b|billions?\b"),
)
_MONEY = tuple((scale, re.compile(rf"£\s?(?:{said})", re.IGNORECASE)) for scale, said in _SCALES)
_PLAIN = tuple(
    (scale, re.compile(rf"\(\s?(?:in )?(?:{said})\s?\)|\bin {words}\b", re.IGNORECASE))
    for (scale, said), words in zip(_SCALES, ("thousands", "millions", "billions"), strict=True)
)
_POUNDS = re.compile(r"£(?!\s?[\d.])")
_SHARE = re.compile(r"(?<!\d)(?<!\d )%|\bper\s?cent\b|\bpercentages?\b", re.IGNORECASE)
_LAPSE = re.compile(
    r"\((?:in )?(?:working |calendar )?(?P<in>days|hours|minutes|weeks|months|years|miles|km|tonnes|kg|FTEs?)\)"
    r"|\bin (?:working |calendar )?(?P<of>days|hours|minutes|weeks|months|miles|tonnes)\W*$",
    re.IGNORECASE,
)
_OVER_ALL = re.compile(r"\([^()]*(?:£|%|000)[^()]*\)|\bin £|£\s?['’‘`]?000s?\b", re.IGNORECASE)
"""How a caption says what all figures under it are in; it may name a sum besides."""


@lru_cache(maxsize=4096)
def measure(label: str) -> Measure | None:
    """What the figures under or beside a label are measured in; None where it does not say."""
    for scale, pattern in _MONEY:
        if pattern.search(label):
            return Measure("£", scale)
    unit = "£" if _POUNDS.search(label) else "%" if _SHARE.search(label) else None
    for scale, pattern in _PLAIN:
        if pattern.search(label):
            return Measure(unit, scale)
    if unit:
        return Measure(unit)
    lapse = _LAPSE.search(label)
    if lapse is None:
        return None
    named = lapse["in"] or lapse["of"]
    return Measure("FTE" if named[:3].upper() == "FTE" else named.lower())


def over_all(caption: str) -> Measure | None:
    """What all the figures of a table are measured in by its caption."""
    said = _OVER_ALL.search(caption)
    return measure(said[0]) if said else None


_SCALED = re.compile(r"\d\s?(?:k|mn?|bn|b|million|billion|thousand)\b", re.IGNORECASE)


def measured(figure: Number, printed: str, by: Measure | None) -> tuple[float, str | None]:
    """Value, in full units, and unit of a figure by what it is `printed` as, else by its label."""
    if by is None or (figure.unit is not None and figure.unit != by.unit):
        return figure.value, figure.unit
    scale = 1.0 if _SCALED.search(printed) else by.scale
    return figure.value * scale, figure.unit or by.unit


_ASKS_SHARE = re.compile(r"\b(?:percentages?|per\s?cent|proportions?)\b|%", re.IGNORECASE)


def sort_asked(query: Query) -> Sort | None:
    """The sort of figure that a query asks for: a share, a sum of money, or a count; None where it leaves that open."""
    if _ASKS_SHARE.search(query.text):
        return "share"
    if priced(query.text):
        return "money"
    return "count" if COUNT.search(query.text) and not costs(query.text) else None


def sort_words(query: Query) -> frozenset[str]:
    """The stems of the words by which a query asks for a sort of figure: "compensation", "percentage"."""
    return bag(" ".join(match[0] for pattern in (MONEY, _ASKS_SHARE) for match in pattern.finditer(query.text)))


def sort_of(unit: str | None) -> Sort:
    """The sort of a figure in `unit`."""
    return "share" if unit == "%" else "money" if unit in MONIES else "count"


def tells_share(text: str) -> bool:
    """True where a text says that figures are shares of a whole."""
    return _ASKS_SHARE.search(text) is not None
