"""Runs of a document's text as a page shows them, with what is cited or searched for marked. Plain text in and out:
what Markdown emphasises is said of a piece, never written into it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.sectioned import Section
from service.flow import flowed
from service.markup import NONE, Look, Marks

Span = tuple[int, int]

_TELLING = 20  # characters beside a quotation without which its section tells nothing about it


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `marked` where it is cited, `page` where a new page starts with it, `look` as Markdown has it.

    Where that is `syntax` it is not to be shown: the pieces of a text put together are the text all the same.
    """

    text: str
    marked: bool = False
    page: int | None = None
    look: Look = ""


def cut(
    text: str, start: int, end: int, cited: Span | None, pages: Sequence[int] = (), marks: Marks = NONE
) -> tuple[Piece, ...]:
    """`text[start:end]` cut at the cited span's ends, at page starts, and where its look changes."""
    return painted(text, start, end, (cited,) if cited else (), pages, marks)


def painted(
    text: str, start: int, end: int, spans: Sequence[Span], pages: Sequence[int] = (), marks: Marks = NONE
) -> tuple[Piece, ...]:
    """`text[start:end]` with these spans of it marked; they are in order, and none overlaps another."""
    cuts = {start, end, *(p for p in pages[bisect_left(pages, start) : bisect_left(pages, end)])}
    cuts.update(marks.between(start, end))
    cuts.update(min(max(offset, start), end) for span in spans for offset in span)
    starts = {offset: number for number, offset in enumerate(pages, 1) if number > 1} if pages else {}
    firsts = [span[0] for span in spans]
    made = []
    for a, b in pairwise(sorted(cuts)):
        at = bisect_right(firsts, a) - 1
        made.append(Piece(text[a:b], at >= 0 and b <= spans[at][1], starts.get(a), marks.look(a)))
    return tuple(made)


def shortened(text: str, start: int, end: int, lines: int, most: int) -> int:
    """Where to cut `text[start:end]` so that at most `lines` printed lines and `most` characters of it are left."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        lines -= bool(line.strip())
        if lines < 0:
            break
        at += len(line)
    last = start + len(text[start:at].rstrip())
    if last - start <= most:
        return last
    at = start + most
    while at > start and not text[at].isspace():
        at -= 1
    return start + len(text[start:at].rstrip()) if at > start else start + most


def around(
    text: str, start: int, end: int, section: Section | None, most: int = 160, marks: Marks = NONE
) -> tuple[Piece, ...]:
    """The cited span in its section, with at most `most` characters of it on either side, cut between words.

    Where the section says hardly more than the span ("4"), the lines around it are shown too.
    """
    low, high = (section.start, section.end) if section else (start, end)
    if len(text[low:start].strip()) + len(text[end:high].strip()) < _TELLING:
        low, high, most = 0, len(text), most // 2
    left, right = max(low, start - most), min(high, end + most)
    while low < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < high and not text[right].isspace():
        right -= 1
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    shown = text[:left] + flowed(text[left:right]) + text[right:]
    found = list(cut(shown, left, right, (start, end), (), marks))
    if left > low and text[low:left].strip():
        found.insert(0, Piece("… "))
    if right < high and text[right:high].strip():
        found.append(Piece(" …"))
    return tuple(found)


def quoted(text: str, start: int, end: int, marks: Marks = NONE) -> tuple[Piece, ...]:
    """`text[start:end]`, broken lines run together."""
    return cut(text[:start] + flowed(text[start:end]), start, end, None, (), marks)


def highlighted(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """`text` with these spans of it marked; they are in order, and none touches another."""
    return painted(text, 0, len(text), spans)


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """The section in which the character at `offset` lies."""
    at = bisect_right([s.start for s in sections], offset) - 1
    return sections[at] if at >= 0 and offset < sections[at].end else None


def line_at(text: str, offset: int) -> int:
    """The line, from 1, on which the character at `offset` stands, as `str.splitlines` counts."""
    return len((text[:offset] + "|").splitlines())


def cited(text: str, start: int | None, end: int | None) -> Span | None:
    """The span that an address asks for, where the text has it."""
    if start is None or end is None or not 0 <= start < end <= len(text):
        return None
    return start, end
