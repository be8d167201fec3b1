"""The numbers Word prints before list paragraphs, which the document stores as counters, not as text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


class Numbering:
    """Counts through a document's list paragraphs in order."""

    def __init__(self, document: Any) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}  # numId to abstractNumId
        self._overrides: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[str] = set()
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._style_lists: dict[str, tuple[str | None, int | None, str | None]] = {}
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering"):
                self._read(relation.target_part.element)
            elif relation.reltype.endswith("/styles"):
                self._read_styles(relation.target_part.element)

    def _read(self, root: Any) -> None:
        for abstract in root.iterfind(f"{_W}abstractNum"):
            levels = {
                _number(level.get(f"{_W}ilvl")): _Level(
                    _number(_value(level, "start"), 1),
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText") or "",
                )
                for level in abstract.iterfind(f"{_W}lvl")
            }
            self._abstract[abstract.get(f"{_W}abstractNumId", "")] = levels
        for num in root.iterfind(f"{_W}num"):
            number = num.get(f"{_W}numId", "")
            self._of[number] = _value(num, "abstractNumId") or ""
            for override in num.iterfind(f"{_W}lvlOverride"):
                start = _value(override, "startOverride")
                if start is not None:
                    self._overrides[number][_number(override.get(f"{_W}ilvl"))] = _number(start, 1)

    def _read_styles(self, root: Any) -> None:
        for style in root.iterfind(f"{_W}style"):
            properties = style.find(f"{_W}pPr/{_W}numPr")
            number = _value(properties, "numId") if properties is not None else None
            level = _value(properties, "ilvl") if properties is not None else None
            key = style.get(f"{_W}styleId", "")
            self._style_lists[key] = (number, None if level is None else _number(level), _value(style, "basedOn"))

    def mark(self, paragraph: Any) -> str | None:
        """What is printed before `paragraph` ("2.", "(a)", "•"), counting it; None where it is in no list."""
        number, level = self._list_of(paragraph)
        if number is None or number == "0" or number not in self._of:
            return None
        key = self._of[number]
        levels = self._abstract.get(key, {})
        if level not in levels:
            return None
        counts = self._counts[key]
        if number not in self._started:
            self._started.add(number)
            for at, start in self._overrides[number].items():
                counts[at] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return self._printed(levels, counts, level)

    def _list_of(self, paragraph: Any) -> tuple[str | None, int]:
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        number = _value(properties, "numId") if properties is not None else None
        level = _value(properties, "ilvl") if properties is not None else None
        style = _value(paragraph.find(f"{_W}pPr"), "pStyle") if paragraph.find(f"{_W}pPr") is not None else None
        for _ in range(16):  # styles may be based on one another in a ring
            if (number is not None and level is not None) or style not in self._style_lists:
                break
            theirs, their_level, based_on = self._style_lists[style]
            number = theirs if number is None else number
            level = str(their_level) if level is None and their_level is not None else level
            style = based_on
        return number, _number(level)

    @staticmethod
    def _printed(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str | None:
        own = levels[level]
        if own.form == "bullet":
            return "•"
        if own.form == "none" or not own.text:
            return None

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            known = levels.get(at)
            return _formed(counts.get(at, known.start if known else 1), known.form if known else "decimal")

        return re.sub(r"%(\d)", shown, own.text).strip() or None


def _value(node: Any, name: str) -> str | None:
    found = node.find(f"{_W}{name}")
    value = found.get(f"{_W}val") if found is not None else None
    return None if value is None else str(value)


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


def _formed(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        left = number
        for value, sign in _ROMAN:
            roman += sign * (left // value)
            left %= value
        roman += _ROMAN_UNITS[left]
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
