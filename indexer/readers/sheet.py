"""Spreadsheets: XLSX and CSV, each block of filled cells a table, every cell with its reference."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus import media
from corpus.document import Source, UnreadableDocument
from indexer.readers.draft import Draft, Field, check_length, squeezed
from indexer.readers.package import checked_office, member
from indexer.readers.sheet_format import shown
from indexer.reading import Reading

MAX_CELLS = 5_000_000
"""Most cells of a sheet, blank ones among them: the reader passes 200,000 a second."""

_MAX_HEADER_ROWS = 4
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_NOTE = re.compile(r"(?:notes?|source|sources|footnotes?|key|caveats?|\*+|\[?\d+\]?[.)])\b|\*", re.I)


@dataclass(frozen=True, slots=True)
class Value:
    """What a sheet's cell shows, and whether it holds a number."""

    text: str
    number: bool = False


BLANK = Value("")
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of a merged range, from 0."""


def read(source: Source) -> Reading:
    """The sheets of an XLSX workbook in order, or the one table of a CSV file.

    A sheet's name is a title; blank rows divide its blocks. A block of two columns or more is a table, text alone on
    a row above it is its caption; other text is paragraphs. Numbers and dates are written as the sheet shows them.
    """
    if source.data.startswith(b"PK"):
        return _read_xlsx(source)
    check_length(len(source.data) // 4)
    return _read_csv(media.decode(source.data).lstrip("\ufeff"))


def _read_csv(text: str) -> Reading:
    check_length(len(text))
    delimiter = _delimiter(text)
    csv.field_size_limit(1 << 24)
    try:
        rows = [[_typed(one) for one in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
    except csv.Error as error:
        raise UnreadableDocument(f"is not a well-formed CSV file ({error}); save it again as CSV") from None
    draft = Draft()
    write(draft, None, rows, [])
    return draft.reading()


def _delimiter(text: str) -> str:
    """The mark that divides the first lines into the most equal numbers of fields."""
    lines = text.split("\n")[:100]

    def evenness(mark: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=mark) if row]
        except csv.Error:
            return (0.0, 0)
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)

    return max(",;\t|", key=evenness)


_NUMBER = re.compile(r"[£$€]?\s*[-+(]?\s*[£$€]?\d[\d,]*(?:\.\d+)?\s*%?\)?")


def _typed(text: str) -> Value:
    return Value(text, _NUMBER.fullmatch(text.strip()) is not None)


def _read_xlsx(source: Source) -> Reading:
    archive = checked_office(source.data)
    import openpyxl  # here, since it takes a while to import

    try:
        book = openpyxl.load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
    except (KeyError, ValueError, TypeError, AttributeError, SyntaxError, OSError, zipfile.BadZipFile) as error:
        msg = f"is a damaged XLSX file ({str(error).splitlines()[0][:80]}); open it in Excel and save it again"
        raise UnreadableDocument(msg) from None
    draft = Draft()
    notes: list[str] = []
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                notes.append(f"sheet {sheet.title!r} is hidden")
            sheet.reset_dimensions()  # what the file says of its size is often wrong
            write(draft, sheet.title, _rows(sheet), _merges(archive, sheet))
        title = book.properties.title
    finally:
        book.close()
    reading = draft.reading(title, notes=notes)
    if not reading.tables and not any(e.category != "title" for e in reading.elements):
        raise UnreadableDocument("is a workbook whose sheets are all empty")
    return reading


def _rows(sheet: Any) -> list[list[Value]]:
    """The rows of a sheet without the blank cells at their ends: some sheets are formatted down to the last row."""
    rows: list[list[Value]] = []
    cells = characters = 0
    for row in sheet.rows:
        cells += len(row)
        if cells > MAX_CELLS:
            raise UnreadableDocument(f"has a sheet of more than {MAX_CELLS:,} cells; delete blank ones, or split it")
        values = [_value(cell) for cell in row]
        while values and not values[-1].text:
            values.pop()
        characters += sum(len(value.text) + 1 for value in values)
        check_length(characters)
        rows.append(values)
    return rows


def _value(cell: Any) -> Value:
    if cell.value is None:
        return BLANK
    number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    return Value(shown(cell.value, cell.number_format), number)


def _merges(archive: zipfile.ZipFile, sheet: Any) -> list[Merge]:
    """Merged ranges, which openpyxl leaves out when it streams: read from the sheet's own XML."""
    path = sheet._worksheet_path.lstrip("/")
    if path not in archive.namelist():
        return []
    found = _MERGE.finditer(member(archive, path))
    return [(int(m[2]) - 1, _column(m[1].decode()), int(m[4]) - 1, _column(m[3].decode())) for m in found]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        name = chr(65 + left) + name
    return name


def write(draft: Draft, name: str | None, rows: Sequence[Sequence[Value]], merges: Iterable[Merge]) -> None:
    """Write one sheet's `rows` into `draft`: its name, then its blocks. A sheet without a filled cell is nothing."""
    if not any(value.text.strip() for row in rows for value in row):
        return
    if name is not None:
        draft.paragraph(name, "title", 1)
    spans = _spans(merges, len(rows), max(map(len, rows)))
    covered = {
        (row, column)
        for (top, left), (tall, wide) in spans.items()
        for row in range(top, top + tall)
        for column in range(left, left + wide)
    } - spans.keys()
    prefix = f"{_quoted(name)}!" if name is not None else ""
    for start, end in _blocks(rows):
        _Block(rows, start, end, spans, covered, prefix).write(draft)


def _spans(merges: Iterable[Merge], height: int, width: int) -> dict[tuple[int, int], tuple[int, int]]:
    """How many rows and columns each merged range takes up, by its first cell, within a sheet of that size.

    Ranges that together hold more cells than a sheet may have, lie over each other: what comes after them is ignored.
    """
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    cells = 0
    for top, left, bottom, right in merges:
        tall, wide = min(bottom, height - 1) - top + 1, min(right, width - 1) - left + 1
        cells += max(0, tall) * max(0, wide)
        if cells > MAX_CELLS:
            break
        if tall > 0 and wide > 0:
            spans[top, left] = tall, wide
    return spans


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"\w+", name) else "'" + name.replace("'", "''") + "'"


def _blocks(rows: Sequence[Sequence[Value]]) -> Iterator[tuple[int, int]]:
    """Runs of rows that are not blank: first, and one past the last."""
    start: int | None = None
    for number, row in enumerate(rows):
        filled = any(value.text.strip() for value in row)
        if filled and start is None:
            start = number
        elif not filled and start is not None:
            yield start, number
            start = None
    if start is not None:
        yield start, len(rows)


@dataclass(frozen=True, slots=True)
class _Block:
    rows: Sequence[Sequence[Value]]
    start: int
    end: int
    spans: dict[tuple[int, int], tuple[int, int]]
    covered: set[tuple[int, int]]
    prefix: str

    def write(self, draft: Draft) -> None:
        """Captions, the table, notes below it; or paragraphs, where no row has two filled cells."""
        first, last = self.start, self.end
        while first < last and len(self._filled(first)) < 2:
            first += 1
        while last > first + 1 and len(self._filled(last - 1)) == 1 and self._is_note(last - 1):
            last -= 1
        if first == self.end or last - first < 1:
            first = last = self.end
        caption = [self._line(row) for row in range(self.start, first)]
        for text in caption:
            draft.paragraph(text)
        if first < last:
            draft.table(list(self._fields(first, last)), caption[-1] if caption else None)
        for row in range(last, self.end):
            draft.paragraph(self._line(row))

    def _filled(self, row: int) -> list[int]:
        return [column for column, value in enumerate(self.rows[row]) if value.text.strip()]

    def _line(self, row: int) -> str:
        return "\t".join(squeezed(value.text) for value in self.rows[row] if value.text.strip())

    def _is_note(self, row: int) -> bool:
        text = self._line(row)
        return len(text) > 60 or _NOTE.match(text) is not None

    def _fields(self, first: int, last: int) -> Iterator[list[Field]]:
        filled = [self._filled(row) for row in range(first, last)]
        left = min(columns[0] for columns in filled if columns)
        right = max(columns[-1] for columns in filled if columns)
        headers = self._header_rows(first, last)
        for row in range(first, last):
            values = self.rows[row]
            fields = []
            for column in range(left, right + 1):
                if (row, column) in self.covered:
                    continue
                tall, wide = self.spans.get((row, column), (1, 1))
                value = values[column] if column < len(values) else BLANK
                ref = f"{self.prefix}{_letters(column)}{row + 1}"
                tall, wide = min(tall, last - row), min(wide, right + 1 - column)
                fields.append(Field(value.text, column - left, row < first + headers, ref, tall, wide))
            yield fields

    def _header_rows(self, first: int, last: int) -> int:
        """How many rows from `first` are headers: those of words and years above the first with other numbers."""
        count = 0
        while first + count < last and count < _MAX_HEADER_ROWS and self._words_only(first + count, first):
            count += 1
        if first + count == last or count == _MAX_HEADER_ROWS:  # words all the way down: only the first is a header
            merged = any((first, column) in self.spans for column in self._filled(first))
            return min(2 if merged else 1, last - first - 1)
        return count

    def _words_only(self, row: int, first: int) -> bool:
        values = [self.rows[row][column] for column in self._filled(row)]
        years = [v for v in values if v.number]
        if not all(re.fullmatch(r"(?:19|20)\d\d", v.text.strip()) for v in years):
            return False
        return len(years) < len(values) or row > first  # years alone are a header under another
