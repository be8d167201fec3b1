"""Page furniture: letterheads, running titles, page numbers, told by standing at the same place on many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexer.readers.pdf_page import Page, Word
from indexer.readers.pdf_table import lines_of

_PAGE_NUMBER = re.compile(r"(?:page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*\|\s*page|[-–]\s*\d{1,4}\s*[-–])", re.I)
_DEPTH = 4  # lines from the top and from the bottom that may be furniture
_MARGIN = 0.14  # share of the page's height, above and below, where furniture stands

Key = tuple[str, int]


def furniture(pages: Sequence[Page]) -> list[tuple[list[Word], list[Word]]]:
    """For each page the words of its header and of its footer."""
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    tops = Counter(key for top, _ in edges for key in {k for k, _ in top})
    bottoms = Counter(key for _, bottom in edges for key in {k for k, _ in bottom})
    return [
        ([w for k, words in top if _is_one(k, tops, len(pages)) for w in words],
         [w for k, words in bottom if _is_one(k, bottoms, len(pages)) for w in words])
        for top, bottom in edges
    ]  # fmt: skip


def _edge(page: Page, top: bool) -> list[tuple[Key, list[Word]]]:
    """The first (or last) lines within the margin of a page, with their digits made alike and their height."""
    limit = page.height * _MARGIN
    near = [w for w in page.words if (w.y0 < limit if top else w.y1 > page.height - limit)]
    lines = lines_of(near)
    chosen = lines[:_DEPTH] if top else lines[-_DEPTH:]
    return [((re.sub(r"\d+", "#", line.text.lower()), round(line.y0 / 8)), line.words) for line in chosen]


def _is_one(key: Key, counts: Counter[Key], pages: int) -> bool:
    text, height = key
    if _PAGE_NUMBER.fullmatch(text.replace("#", "1")):
        return True
    together = counts[key] + max(counts[(text, height - 1)], counts[(text, height + 1)])
    return pages > 1 and together >= max(2, 0.5 * (pages - 1))
