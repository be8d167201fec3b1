"""Canonical text in the making: what is written is written once, so its offsets are known as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Source, UnreadableDocument
from indexer.reading import Category, Cell, Element, Reading, Table

MAX_CHARACTERS = 3_000_000
"""Longest canonical text: 1,000 pages, which take half of a worker's minute to cut into sections and passages."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in one cell of a table to be written, at the column where it is printed."""

    text: str = ""
    column: int = 0
    header: bool = False
    ref: str | None = None
    row_span: int = 1
    column_span: int = 1


def squeezed(text: str) -> str:
    """`text` on one line: each run of white space is one space, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def check_length(characters: int) -> None:
    """Raise `UnreadableDocument` where a text of so many characters is too long to be one document."""
    if characters > MAX_CHARACTERS:
        msg = f"holds {characters:,} characters or more, and a document may hold {MAX_CHARACTERS:,}"
        raise UnreadableDocument(f"{msg} (about {MAX_CHARACTERS // 3000:,} pages); split it")


class Draft:
    """Collects paragraphs and tables in reading order, and hands them over as a `Reading`.

    Paragraphs are set apart by a blank line, items of a list by a newline. A table's row is one line, its cells
    joined by tabs, so that the n-th field of the line is the n-th column; a cell that a merged one covers is an
    empty field and no `Cell`.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._elements: list[Element] = []
        self._tables: list[Table] = []
        self._pages: list[int] = []
        self._new_page = False

    def page(self) -> None:
        """The next thing written stands on a new page."""
        if self._new_page or (self._pages and self._pages[-1] == self._length and not self._length):
            self._pages.append(self._length)
        self._new_page = True

    def paragraph(self, text: str, category: Category = "text", level: int | None = None) -> None:
        """Write `text` (its line breaks kept, blank ends dropped) as one element; blank text is nothing."""
        text = text.strip()
        if not text:
            return
        previous = self._elements[-1].category if self._elements else None
        start = self._begin("\n" if previous == category == "list_item" else "\n\n")
        self._write(text)
        self._elements.append(Element(category, start, self._length, len(self._pages) or None, level))

    def table(self, rows: Sequence[Sequence[Field]], caption: str | None = None, notes: Sequence[str] = ()) -> None:
        """Write `rows` as a table; each row's fields are in column order. A table without a word in it is nothing.

        A cell spans no more rows and columns than there are, whatever its file says.
        """
        if not any(squeezed(f.text) for row in rows for f in row):
            return
        width = max((f.column for row in rows for f in row), default=0) + 1
        start = self._begin("\n\n")
        cells: list[Cell] = []
        for number, row in enumerate(rows):
            if number:
                self._write("\n")
            column = 0
            for one in row:
                self._write("\t" * (one.column - column))
                column = one.column
                at = self._length
                self._write(squeezed(one.text))
                cells.append(
                    Cell(
                        number,
                        one.column,
                        at,
                        self._length,
                        header=one.header,
                        ref=one.ref,
                        row_span=min(one.row_span, len(rows) - number),
                        column_span=min(one.column_span, width - one.column),
                    )
                )
            self._write("\t" * (width - 1 - column))
        page = len(self._pages) or None
        self._elements.append(Element("table", start, self._length, page))
        self._tables.append(Table(start, self._length, tuple(cells), page, caption, tuple(notes)))

    def reading(self, title: str | None = None, children: Sequence[Source] = (), notes: Sequence[str] = ()) -> Reading:
        """All that was written."""
        if self._new_page:
            self._pages.append(self._length)
            self._new_page = False
        return Reading(
            text="".join(self._parts),
            elements=tuple(self._elements),
            tables=tuple(self._tables),
            pages=tuple(self._pages),
            children=tuple(children),
            title=squeezed(title) or None if title else None,
            notes=tuple(notes),
        )

    def _begin(self, gap: str) -> int:
        if self._length:
            self._write(gap)
        if self._new_page:
            self._pages.append(self._length)
            self._new_page = False
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        check_length(self._length)
