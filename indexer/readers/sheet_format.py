"""How a spreadsheet shows a value: number formats of XLSX, as far as disclosures use them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_BRACKETS = re.compile(r"\[(?:\$([^\]-]*)[^\]]*|[^\]]*)\]")


@dataclass(frozen=True, slots=True)
class _Pattern:
    currency: str
    decimals: int
    thousands: bool
    percent: bool


def shown(value: object, number_format: str | None) -> str:
    """`value` as a cell with `number_format` shows it: thousands, decimals, percent, currency, dates.

    A format beyond these gives the plain value, so that nothing is shown that the cell does not hold.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        has_time = value.time() != time(0) or "h" in (number_format or "").lower()
        return _dated(value, number_format or "") if not has_time else value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return _dated(datetime(value.year, value.month, value.day), number_format or "")
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    if isinstance(value, int | float):
        return _numbered(value, number_format or "General")
    return str(value)


def _numbered(value: float, number_format: str) -> str:
    pattern = _pattern(number_format, value < 0)
    if pattern is None:
        return _general(value)
    amount = abs(value) * (100 if pattern.percent else 1)
    text = f"{amount:,.{pattern.decimals}f}" if pattern.thousands else f"{amount:.{pattern.decimals}f}"
    sign = "-" if value < 0 and float(text.replace(",", "")) != 0 else ""
    return f"{sign}{pattern.currency}{text}{'%' if pattern.percent else ''}"


@lru_cache(maxsize=256)
def _pattern(number_format: str, negative: bool) -> _Pattern | None:
    """What a format says of numbers; None where it is of another kind."""
    sections = number_format.split(";")
    pattern = sections[1] if negative and len(sections) > 1 and re.search(r"[0#]", sections[1]) else sections[0]
    currency = next((m[1] for m in _BRACKETS.finditer(pattern) if m[1]), "")
    plain = _BRACKETS.sub("", pattern)
    literal = "".join(m[1] or m[2] or "" for m in _QUOTED.finditer(plain))
    currency = currency or next((c for c in "£$€" if c in plain or c in literal), "")
    digits = _QUOTED.sub("", plain)
    if not re.search(r"[0#]", digits) or re.search(r"[E/?hdmy]", digits, re.I):
        return None
    decimals = len(re.findall(r"[0#]", digits.partition(".")[2]))
    return _Pattern(currency, decimals, "," in digits, "%" in digits)


def _general(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return str(value) if isinstance(value, int) else f"{value:.11g}"


def _dated(value: datetime, number_format: str) -> str:
    """A date in its own format where that is made of day, month and year, else as day/month/year."""
    plain = _QUOTED.sub(lambda m: m[1] or m[2] or "", _BRACKETS.sub("", number_format.partition(";")[0])).lower()
    if plain == "mm-dd-yy":  # the built-in short date, shown in the order of the reader's country
        plain = "dd/mm/yyyy"
    if not re.fullmatch(r"[dmy\s,./-]+", plain) or "y" not in plain:
        plain = "dd/mm/yyyy"
    names = {
        "dddd": "%A",
        "ddd": "%a",
        "dd": "%d",
        "d": str(value.day),
        "mmmm": "%B",
        "mmm": "%b",
        "mm": "%m",
        "m": str(value.month),
        "yyyy": "%Y",
        "yy": "%y",
    }
    return value.strftime(re.sub(r"d+|m+|y+", lambda m: names.get(m[0], "%Y"), plain)).strip()
