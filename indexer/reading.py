"""What reading a document yields: its canonical text, and where everything in it stands.

Every `start`/`end` is an offset in Unicode code points into `Reading.text`, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from corpus.document import Source

Category = Literal[
    "title", "narrative", "list_item", "table", "header", "footer", "navigation", "address", "email", "text"
]


@dataclass(frozen=True, slots=True)
class Element:
    """A stretch of the canonical text that belongs together.

    `level` is a title's depth (1 outermost) where the format states it. `header`, `footer` and
    `navigation` mark page furniture, banners, menus and share links: never part of what was asked or answered.
    """

    category: Category
    start: int
    end: int
    page: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: `text[start:end]` is its raw content, stripped (start == end when blank).

    `row` and `column` count from 0 in the table as printed, header rows among them; `ref` is the
    spreadsheet reference (`Sheet1!B7`) where there is one. A merged cell appears once, at its top left,
    with its spans.
    """

    row: int
    column: int
    start: int
    end: int
    header: bool = False
    ref: str | None = None
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, wherever it came from. `start`/`end` enclose it in the canonical text.

    `caption` is the title or question printed with it. `notes` say what a careful reader must know:
    a total that does not add up, an empty or unreadable cell, columns that had to be guessed.
    """

    start: int
    end: int
    cells: tuple[Cell, ...]
    page: int | None = None
    caption: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: canonical text, elements in text order covering every printable character, tables.

    `pages[i]` is the offset where page i+1 starts (empty for formats without pages). `children` are the
    attachments or archive members found inside, each to be indexed as a document of its own. `notes` are
    warnings about the reading itself ("page 3 has no text layer"). `site` is what a web page calls itself outside its
    text, which often ends in whose it is.
    """

    text: str
    elements: tuple[Element, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[int, ...] = ()
    children: tuple[Source, ...] = field(default=(), repr=False)
    title: str | None = None
    media_type: str = "text/plain"
    notes: tuple[str, ...] = ()
    site: str | None = None

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which the character at `offset` stands; None where there are no pages."""
        return bisect_right(self.pages, offset) or 1 if self.pages else None
