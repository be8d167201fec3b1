"""Page furniture: letterheads, running titles, page numbers, told by standing at the same place on many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexer.readers.pdf_lines import Line, lines_of
from indexer.readers.pdf_words import Word

_PAGE_NUMBER = re.compile(r"page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*\|\s*page|[-–]\s*\d{1,4}\s*[-–]", re.I)
_DEPTH = 4  # lines from the top and from the bottom that may be furniture
_MARGIN = 0.14  # share of the page's height, above and below, where furniture stands
_BAND = 8.0  # points: the same line stands no further than this from where it stands on the other pages

Key = tuple[str, int]
Edge = list[tuple[Key, list[Word]]]


def furniture(pages: Sequence[tuple[float, Sequence[Word], bool]]) -> list[tuple[list[Word], list[Word]]]:
    """The words of each page's header and of its footer.

    A page is given as its height, its words outside ruled tables, and whether it has such tables.
    """
    edges = [
        (_edge(height, words, (number, len(pages)), top=True), _edge(height, words, (number, len(pages)), top=False))
        for number, (height, words, _) in enumerate(pages, 1)
    ]
    tops = Counter(key for top, _ in edges for key in {k for k, _ in top})
    bottoms = Counter(key for _, bottom in edges for key in {k for k, _ in bottom})
    found = []
    for (_, words, tables), (top, bottom) in zip(pages, edges, strict=True):
        head = [w for key, line in top if _is_one(key, tops, len(pages)) for w in line]
        foot = [w for key, line in bottom if _is_one(key, bottoms, len(pages)) for w in line]
        foot = [w for w in foot if not any(w is h for h in head)]
        # A page that is all furniture is a page of something else that happens to look alike.
        found.append((head, foot) if tables or len(head) + len(foot) < len(words) else ([], []))
    return found


def _edge(height: float, words: Sequence[Word], place: tuple[int, int], top: bool) -> Edge:
    """The first (or last) lines within the margin of a page, with what they have in common with other pages."""
    limit = height * _MARGIN
    lines = lines_of([w for w in words if (w.y0 < limit if top else w.y1 > height - limit)])
    lines = lines if top else lines[::-1]
    chosen: Edge = []
    for line, inner in zip(lines[:_DEPTH], [*lines[1:], None][:_DEPTH], strict=False):
        if _in_table(line) and inner is not None and _in_table(inner):
            break  # the first rows of an unruled table, its header repeated on each page
        chosen.append(((_common(line.text, place), round(line.y0 / _BAND)), line.words))
    return chosen


def _in_table(line: Line) -> bool:
    return len(line.pieces) > 2


def _common(text: str, place: tuple[int, int]) -> str:
    """`text` without what changes from page to page: the page's own number, wherever its numbering begins."""
    if re.fullmatch(r"\d{1,4}", text):
        return f"number {int(text) - place[0]}"
    return re.sub(r"\d+", lambda m: "#" if int(m[0]) in place else m[0], text.lower())


def _is_one(key: Key, counts: Counter[Key], pages: int) -> bool:
    text, height = key
    if _PAGE_NUMBER.fullmatch(text.replace("#", "1")):
        return True
    together = counts[key] + max(counts[(text, height - 1)], counts[(text, height + 1)])
    return pages > 1 and together >= max(2, 0.5 * (pages - 1))
