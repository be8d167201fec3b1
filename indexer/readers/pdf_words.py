"""The words on a PDF page, the way round that they are read.

Coordinates are points from the top left of the page, turned so that most of its text runs from left to right.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]

_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf06e\uf0e0"), "•")
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], "\ufffd") | dict.fromkeys(map(ord, "\t\n\r"), " ")
_HYPHENS = dict.fromkeys([0x02, 0xFFFE, 0xAD], "-")  # pdfium gives the first two for one that ends a line
_NOTHING = dict.fromkeys([0x00, 0x0B, 0x0C, 0x200B, 0xFEFF])
_CLEAN: dict[int, str | None] = {**_CONTROLS, **_BULLETS, **_HYPHENS, **_NOTHING}
_DOTS = re.compile(r"[.…·]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space; `y0` is its top and `y1` its bottom, `size` the height of its line."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def size(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character, the quarter turns that make it upright, its boxes as pdfium gives them: of its line, of its ink."""

    char: str
    turns: int
    line: Box
    ink: Box


class Placement:
    """From pdfium's coordinates (from the bottom left of the sheet as stored) to ours, `turns` quarters clockwise."""

    def __init__(self, turns: int, crop: Box) -> None:
        self.turns = turns
        self._left, self._bottom, self._right, self._top = crop
        sides = self._right - self._left, self._top - self._bottom
        self.width, self.height = sides[::-1] if turns % 2 else sides

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """x0, y0 (top), x1, y1 (bottom) as shown."""
        if self.turns == 1:
            box = (bottom - self._bottom, left - self._left, top - self._bottom, right - self._left)
        elif self.turns == 2:
            box = (self._right - right, bottom - self._bottom, self._right - left, top - self._bottom)
        elif self.turns == 3:
            box = (self._top - top, self._right - right, self._top - bottom, self._right - left)
        else:
            box = (left - self._left, self._top - top, right - self._left, self._top - bottom)
        return box


def words_of(page: Any) -> tuple[list[Word], str, Placement]:
    """The words in the order of the file, the text that does not run along the lines of the page, the way it is turned.

    A page without text is turned as the file says it is shown.
    """
    glyphs = list(_glyphs(page))
    ways = Counter(glyph.turns for glyph in glyphs if glyph is not None)
    turns = ways.most_common(1)[0][0] if ways else page.get_rotation() // 90
    place = Placement(turns, page.get_cropbox())
    words: list[Word] = []
    sideways: list[str] = []
    run: list[str] = []
    box: Box | None = None
    previous: Box | None = None
    seen: set[tuple[str, int, int]] = set()
    for glyph in glyphs:
        if glyph is None:
            _close(run, box, words)
            box = None
            sideways.append(" ")
            continue
        if glyph.turns != turns:
            sideways.append(glyph.char)
            continue
        here = _placed(glyph, place)
        joined = here == previous and (run[-1:] == ["f"] or run[-1:] != [glyph.char])
        previous = here
        if joined and run:  # the next letter of a ligature: pdfium gives each the box of the whole
            run.append(glyph.char)
            continue
        key = (glyph.char, round(here[0]), round(here[1]))
        if key in seen and box is not None and here[0] < box[2] - 0.5 * (here[2] - here[0]):
            continue  # printed twice, slightly shifted, to look bold
        seen.add(key)
        if box is not None and _apart(box, here):
            _close(run, box, words)
            box = None
        run.append(glyph.char)
        box = here if box is None else (box[0], min(box[1], here[1]), max(box[2], here[2]), max(box[3], here[3]))
    _close(run, box, words)
    return list(_without_leaders(words)), " ".join("".join(sideways).split()), place


def _glyphs(page: Any) -> Iterator[_Glyph | None]:
    """The characters of a page in the order of the file, None for each space."""
    text_page = page.get_textpage()
    handle = text_page.raw
    rect = pdfium.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    high = 0
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        char = chr(code).translate(_CLEAN) if not 0xD800 <= code < 0xE000 else "\ufffd"
        if not char or char.isspace() or not pdfium.FPDFText_GetLooseCharBox(handle, index, rect):
            yield None
            continue
        pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        angle = pdfium.FPDFText_GetCharAngle(handle, index)
        turns = round(-angle / (math.pi / 2)) % 4 if angle > 0 else 0
        ink = (left.value, bottom.value, right.value, top.value)
        yield _Glyph(char, turns, (rect.left, rect.bottom, rect.right, rect.top), ink)


def _placed(glyph: _Glyph, place: Placement) -> Box:
    """The box of a glyph: as high as its line, as wide as its ink at least."""
    x0, y0, x1, y1 = place.box(*glyph.line)
    ink0, _, ink1, _ = place.box(*glyph.ink)
    if ink1 <= ink0:
        return x0, y0, x1, y1
    return (max(x0, ink0), y0, ink1, y1) if x1 <= x0 else (min(x0, ink0), y0, max(x1, ink1), y1)


def _without_leaders(words: list[Word]) -> Iterator[Word]:
    """The words without the rows of dots that lead the eye from a label to its figure."""
    words = [part for word in words for part in _parts(word)]
    dots = [_DOTS.fullmatch(w.text) is not None for w in words]
    for index, word in enumerate(words):
        beside = any(dots[max(0, index - 1) : index] + dots[index + 1 : index + 2])
        if not (dots[index] and (len(word.text) > 2 or beside)):
            yield word


def _parts(word: Word) -> Iterator[Word]:
    """`word` without the dots inside it: `Contents.......3` is two words."""
    if "...." not in word.text:
        yield word
        return
    step = (word.x1 - word.x0) / len(word.text)
    for part in re.finditer(r"(?:(?!\.{4}).)+", word.text):
        text = part[0].lstrip(".") if part.start() else part[0]
        if text:
            start = word.x0 + step * (part.end() - len(text))
            yield Word(text, start, word.y0, word.x0 + step * part.end(), word.y1)


def _apart(box: Box, char: Box) -> bool:
    height = max(box[3] - box[1], 1.0)
    gap = char[0] - box[2]
    level = min(box[3], char[3]) - max(box[1], char[1])
    return gap > 0.25 * height or gap < -0.6 * height or level < 0.3 * min(height, max(char[3] - char[1], 1.0))


def _close(run: list[str], box: Box | None, words: list[Word]) -> None:
    if run and box is not None:
        words.append(Word("".join(run), *box))
    run.clear()
