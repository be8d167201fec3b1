"""A PDF page as marks on paper: words with their boxes, ruled lines, pictures. The one user of pdfium.

Coordinates are points from the top left of the page as it is shown, whatever its rotation.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_MAX_RULES = 6_000  # beyond this a page is a chart or a map, and its lines enclose no cells
_THIN = 3.0
_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf06e\uf0e0"), "•")
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], "\ufffd") | dict.fromkeys(map(ord, "\t\n\r"), " ")
_HYPHENS = dict.fromkeys([0x02, 0xFFFE, 0xAD], "-")  # pdfium gives the first two for one that ends a line
_NOTHING = dict.fromkeys([0x00, 0x0B, 0x0C, 0x200B, 0xFEFF])
_CLEAN: dict[int, str | None] = {**_CONTROLS, **_BULLETS, **_HYPHENS, **_NOTHING}
_DOTS = re.compile(r"[.…·]+")
_PRINTABLE = re.compile(r"[^\s\x00-\x1f\ufffd\ue000-\uf8ff]")


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
class Rule:
    """A straight line, horizontal or vertical: at `at`, from `start` to `end` along its direction."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on a page."""

    width: float
    height: float
    words: tuple[Word, ...]
    sideways: str
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    pictures: bool

    @property
    def mapped(self) -> bool:
        """Whether the characters are characters: some fonts give shapes without saying which letters they are."""
        text = "".join(w.text for w in self.words)
        return not text or len(_PRINTABLE.findall(text)) * 2 > len(text)


def read_page(page: Any) -> Page:
    """The marks of a pypdfium2 `page`."""
    width, height = page.get_size()
    place = _Placement(page.get_rotation(), page.get_cropbox())
    words, sideways = _words(page, place)
    across: list[Rule] = []
    down: list[Rule] = []
    pictures = False
    for kind, box in _drawn(page, place):
        if kind == "picture":
            pictures = True
        elif len(across) + len(down) < _MAX_RULES:
            _add_rules(box, across, down)
    if len(across) + len(down) >= _MAX_RULES:
        across, down = [], []
    return Page(width, height, tuple(_without_leaders(words)), sideways, tuple(across), tuple(down), pictures)


class _Placement:
    """From pdfium's coordinates (from the bottom left of the unrotated sheet) to ours."""

    def __init__(self, rotation: int, crop: tuple[float, float, float, float]) -> None:
        self.rotation = rotation
        self._left, self._bottom, self._right, self._top = crop

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, y0 (top), x1, y1 (bottom) as shown."""
        if self.rotation == 90:
            box = (bottom - self._bottom, left - self._left, top - self._bottom, right - self._left)
        elif self.rotation == 180:
            box = (self._right - right, bottom - self._bottom, self._right - left, top - self._bottom)
        elif self.rotation == 270:
            box = (self._top - top, self._right - right, self._top - bottom, self._right - left)
        else:
            box = (left - self._left, self._top - top, right - self._left, self._top - bottom)
        return box


def _words(page: Any, place: _Placement) -> tuple[list[Word], str]:
    """The words in the order of the file, and the text that does not run along the lines of the page."""
    text_page = page.get_textpage()
    handle = text_page.raw
    rect = pdfium.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    words: list[Word] = []
    sideways: list[str] = []
    run: list[str] = []
    box: tuple[float, float, float, float] | None = None
    upright = math.radians(place.rotation)
    previous: tuple[float, float, float, float] | None = None
    seen: set[tuple[int, int, int]] = set()
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
        blank = not char or char.isspace()
        if blank or pdfium.FPDFText_GetLooseCharBox(handle, index, rect) == 0:
            _close(run, box, words)
            box = None
            continue
        angle = pdfium.FPDFText_GetCharAngle(handle, index)
        if angle >= 0 and abs(math.sin(angle - upright)) > 0.3:
            sideways.append(char)
            continue
        pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        x0, y0, x1, y1 = place.box(rect.left, rect.bottom, rect.right, rect.top)
        tight = place.box(left.value, bottom.value, right.value, top.value)
        if tight[2] > tight[0]:
            x0, x1 = (max(x0, tight[0]), tight[2]) if x1 <= x0 else (min(x0, tight[0]), max(x1, tight[2]))
        joined = (x0, y0, x1, y1) == previous and (run[-1:] == ["f"] or [char] != run[-1:])
        previous = (x0, y0, x1, y1)
        if joined and run:  # the next letter of a ligature: pdfium gives each the box of the whole
            run.append(char)
            continue
        key = (code, round(x0), round(y0))
        if key in seen and box is not None and x0 < box[2] - 0.5 * (x1 - x0):
            continue  # printed twice, slightly shifted, to look bold
        seen.add(key)
        if box is not None and _apart(box, (x0, y0, x1, y1)):
            _close(run, box, words)
            box = None
        run.append(char)
        box = (x0, y0, x1, y1) if box is None else (box[0], min(box[1], y0), max(box[2], x1), max(box[3], y1))
    _close(run, box, words)
    return words, " ".join("".join(sideways).split())


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


def _apart(box: tuple[float, float, float, float], char: tuple[float, float, float, float]) -> bool:
    height = max(box[3] - box[1], 1.0)
    gap = char[0] - box[2]
    level = min(box[3], char[3]) - max(box[1], char[1])
    return gap > 0.25 * height or gap < -0.6 * height or level < 0.3 * min(height, max(char[3] - char[1], 1.0))


def _close(run: list[str], box: tuple[float, float, float, float] | None, words: list[Word]) -> None:
    if run and box is not None:
        words.append(Word("".join(run), *box))
    run.clear()


def _drawn(page: Any, place: _Placement) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Pictures and straight strokes (or thin, or shaded boxes) on the page and one level of forms inside it."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    for index in range(min(count, 50_000)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        yield from _of_object(item, None, place)


def _of_object(item: Any, outer: Any, place: _Placement) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        yield "picture", (0, 0, 0, 0)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and outer is None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(item), 20_000)):
            yield from _of_object(pdfium.FPDFFormObj_GetObject(item, index), matrix, place)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH and _visible(item):
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        for x0, y0, x1, y1 in _strokes(item):
            ax, ay = _moved(x0, y0, matrix)
            bx, by = _moved(x1, y1, matrix)
            if outer is not None:
                ax, ay = _moved(ax, ay, outer)
                bx, by = _moved(bx, by, outer)
            yield "stroke", place.box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _moved(x: float, y: float, m: Any) -> tuple[float, float]:
    return m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f


def _visible(path: Any) -> bool:
    """Whether the path leaves a mark: stroked, or filled with anything but white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:
        return True
    if not fill.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return alpha.value > 0 and min(red.value, green.value, blue.value) < 250


def _strokes(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The straight sides of a path, in its own coordinates."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), 5_000)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield (*last, *here)
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment) and last != first:
            yield (*last, *first)
            last = first


def _add_rules(box: tuple[float, float, float, float], across: list[Rule], down: list[Rule]) -> None:
    x0, y0, x1, y1 = box
    if y1 - y0 <= _THIN and x1 - x0 >= 4:
        across.append(Rule((y0 + y1) / 2, x0, x1))
    elif x1 - x0 <= _THIN and y1 - y0 >= 4:
        down.append(Rule((x0 + x1) / 2, y0, y1))


def opened(data: bytes) -> Any:
    """The document in `data`. Raises `PdfiumError`; `pypdfium2.PdfiumError` is exported as `Error`."""
    return pypdfium2.PdfDocument(data)


Error: type[Exception] = pypdfium2.PdfiumError
