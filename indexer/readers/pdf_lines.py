"""Lines of print: words side by side, with the white space that may divide columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from indexer.readers.pdf_words import Word

FIGURE = re.compile(r"[£$€(<]*[-–—+]?\d[\d.,]*%?\)?|[-–—]")
"""A number as tables print it, or the dash that stands for none."""


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of text side by side on one line of print; a piece is words no wider apart than a space or two."""

    pieces: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> list[Word]:
        return [word for piece in self.pieces for word in piece]

    @property
    def x0(self) -> float:
        return self.pieces[0][0].x0

    @property
    def x1(self) -> float:
        return self.pieces[-1][-1].x1

    @property
    def y0(self) -> float:
        return min(w.y0 for w in self.words)

    @property
    def y1(self) -> float:
        return max(w.y1 for w in self.words)

    @property
    def size(self) -> float:
        return median(w.size for w in self.words)

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """`words` as lines from top to bottom; on one line stand words whose middles lie within each other's height."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.middle):
        row = rows[-1] if rows else None
        if row is not None and _level(row, word):
            row.append(word)
        else:
            rows.append([word])
    return [Line(_pieces(sorted(row, key=lambda w: w.x0))) for row in rows]


def _level(row: list[Word], word: Word) -> bool:
    last = row[-1]
    anchor = max(row[-4:], key=lambda w: w.size)
    return word.middle - last.middle < 0.35 * min(last.size, word.size) or (
        anchor.y0 + 0.15 * anchor.size < word.middle < anchor.y1 - 0.3 * anchor.size
        and word.middle - anchor.middle < 0.4 * anchor.size
    )


def _pieces(row: list[Word]) -> tuple[tuple[Word, ...], ...]:
    pieces: list[list[Word]] = []
    for word in row:
        before = pieces[-1][-1] if pieces else word
        figures = FIGURE.fullmatch(word.text) and FIGURE.fullmatch(before.text)
        if pieces and word.x0 - before.x1 < (0.3 if figures else 0.85) * min(word.size, before.size):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return tuple(map(tuple, pieces))
