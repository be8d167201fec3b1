"""A PDF page as marks on paper: words with their boxes, ruled lines, pictures."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.readers.pdf_words import Box, Placement, Word, words_of

_MAX_RULES = 3_000  # beyond this a page is a chart or a map, and its lines enclose no cells
_THIN = 3.0
_NO_NOTES = frozenset(
    [
        pdfium.FPDF_ANNOT_LINK,
        pdfium.FPDF_ANNOT_POPUP,
        pdfium.FPDF_ANNOT_WIDGET,
        pdfium.FPDF_ANNOT_FILEATTACHMENT,
    ]
)
_PRINTABLE = re.compile(r"[^\s\x00-\x1f\ufffd\ue000-\uf8ff]")


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
    pixels: int = 0  # of its largest picture
    covered: float = 0.0  # share of the page, from 0 to 1, that its pictures cover
    typed: tuple[str, ...] = ()  # what was typed upon it and could not be placed among its words
    comments: tuple[str, ...] = ()  # notes that readers of the file pinned to it

    @property
    def mapped(self) -> bool:
        """Whether the characters are characters: some fonts give shapes without saying which letters they are."""
        text = "".join(w.text for w in self.words)
        return not text or len(_PRINTABLE.findall(text)) * 2 > len(text)


def read_page(page: Any) -> Page:
    """The marks of a pypdfium2 `page`."""
    words, sideways, place = words_of(page)
    across: list[Rule] = []
    down: list[Rule] = []
    pictures = False
    pixels = 0
    area = 0.0
    for size, box in _drawn(page, place):
        if size is not None:
            pictures = True
            pixels = max(pixels, size)
            area += max(0.0, min(box[2], place.width) - max(box[0], 0)) * max(
                0.0, min(box[3], place.height) - max(box[1], 0)
            )
        elif len(across) + len(down) < _MAX_RULES:
            _add_rules(box, across, down)
    if len(across) + len(down) >= _MAX_RULES:
        across, down = [], []
    share = min(1.0, area / max(1.0, place.width * place.height))
    return Page(place.width, place.height, tuple(words), sideways, tuple(across), tuple(down), pictures, pixels, share)


def comments(page: Any) -> tuple[list[str], list[str]]:
    """What was typed upon a pypdfium2 `page` for all to see, and the notes pinned to it, in the file's order."""
    typed: list[str] = []
    notes: list[str] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), 5_000)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        said = _string(note, b"Contents")
        if said and kind == pdfium.FPDF_ANNOT_FREETEXT:
            typed.append(said)
        elif said and kind not in _NO_NOTES:
            author = _string(note, b"T")
            notes.append(f"[Comment{f' by {author}' if author else ''}] {said}")
        pdfium.FPDFPage_CloseAnnot(note)
    return typed, notes


def flattened(page: Any) -> None:
    """Make what stands in form fields and what was typed upon a pypdfium2 `page` part of it."""
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)


def _string(note: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < size <= 100_000:
        return ""
    held = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(note, key, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), size)
    return " ".join(held.raw[:-2].decode("utf-16-le", "replace").split())


def _drawn(page: Any, place: Placement) -> Iterator[tuple[int | None, Box]]:
    """Pictures with their pixels, straight strokes without, on the page and in its forms, one level deep."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    for index in range(min(count, 50_000)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        yield from _of_object(item, None, place)


def _of_object(item: Any, outer: Any, place: Placement) -> Iterator[tuple[int | None, Box]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(item, wide, high)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)  # what it makes of the unit square is where the picture stands
        corners = [_moved(x, y, matrix) for x, y in ((0, 0), (0, 1), (1, 0), (1, 1))]
        corners = [_moved(x, y, outer) for x, y in corners] if outer is not None else corners
        xs, ys = zip(*corners, strict=True)
        yield wide.value * high.value, place.box(min(xs), min(ys), max(xs), max(ys))
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
            yield None, place.box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


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


def _strokes(path: Any) -> Iterator[Box]:
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


def _add_rules(box: Box, across: list[Rule], down: list[Rule]) -> None:
    x0, y0, x1, y1 = box
    if y1 - y0 <= _THIN and x1 - x0 >= 4:
        across.append(Rule((y0 + y1) / 2, x0, x1))
    elif x1 - x0 <= _THIN and y1 - y0 >= 4:
        down.append(Rule((x0 + x1) / 2, y0, y1))


def opened(data: bytes) -> Any:
    """The document in `data`. Raises `PdfiumError`; `pypdfium2.PdfiumError` is exported as `Error`."""
    return pypdfium2.PdfDocument(data)


Error: type[Exception] = pypdfium2.PdfiumError
