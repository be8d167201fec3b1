"""Where pieces of text stand in the canonical text, and the law that nothing printable is left out.

A partitioner hands back what it read, not where: with whitespace collapsed, bullets stripped, quotes and
markup changed. Letters and digits survive all of that, so a piece is found by its letters and digits alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from indexer.reading import Category, Element
from indexer.scan import lowered

_FIRST_WINDOW = 4_096
_SHORT = 12
_SHORT_REACH = 400
_ANCHOR = 24
_ALNUM = re.compile(r"[^\W_]+")
_LIST_MARK = re.compile(r"\W*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})[.)])*\W*")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Piece:
    """What a partitioner made of a stretch of text: its words as it gave them back, its category, a title's depth."""

    text: str
    category: Category
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a text, case folded one to one, and where they came from.

    They are kept as runs: run n is the letters from `firsts[n]` on, and stood in the text from `starts[n]` on.
    """

    folded: str
    firsts: list[int]
    starts: list[int]

    @staticmethod
    def of(text: str) -> _Letters:
        parts: list[str] = []
        firsts: list[int] = []
        starts: list[int] = []
        count = 0
        for run in _ALNUM.finditer(text):
            part = run[0]
            parts.append(part)
            firsts.append(count)
            starts.append(run.start())
            count += len(part)
        return _Letters(lowered("".join(parts)), firsts, starts)

    def offset(self, letter: int) -> int:
        """Where a letter stood in the text."""
        run = bisect_right(self.firsts, letter) - 1
        return self.starts[run] + letter - self.firsts[run]

    def letter(self, offset: int) -> int:
        """Which letter is the first at or after `offset`, where no letter stands right before it."""
        run = bisect_left(self.starts, offset)
        return self.firsts[run] if run < len(self.firsts) else len(self.folded)


def align(text: str, pieces: Iterable[Piece], hidden: re.Pattern[str] | None = None) -> list[Element]:
    """Find `pieces`, which follow the order of `text`, in it; a piece that cannot be found is left out.

    `hidden` matches what a partitioner never gives back (the address of a link, an entity), so that it does not
    stand between the letters of a piece. The elements are in order and do not overlap; each takes in the list
    mark or markup before it and the punctuation after it on its lines. Linear in the length of `text`: the
    window searched doubles with every miss, up to a total of 64 readings of the text.
    """
    shadow = hidden.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text) if hidden else text
    letters: _Letters | None = None
    budget = 64 * len(text) + 1_000_000
    found: list[Element] = []
    window, floor = _FIRST_WINDOW, 0
    here = _next(shadow, 0)  # where the first letter stands that no piece has yet
    for piece in pieces:
        core = _core(piece.text)
        if not core:
            continue
        span = _right_here(shadow, core, here)
        if span is None:
            letters = letters or _Letters.of(shadow)
            wanted = lowered("".join(_ALNUM.findall(core)))
            at = letters.letter(here)
            reach = min(window, _SHORT_REACH) if len(wanted) < _SHORT else window
            stop = min(len(letters.folded), at + reach + len(wanted))
            budget -= stop - at
            among = _find(shadow, letters, wanted, at, stop)
            if among is None:
                window = min(window * 2, len(text)) if budget > 0 else _FIRST_WINDOW
                continue
            span = letters.offset(among[0]), letters.offset(among[1] - 1) + 1
        window = _FIRST_WINDOW
        here = _next(shadow, span[1])
        start, end = _with_markup(text, *span, floor, here)
        found.append(Element(piece.category, start, end, level=piece.level))
        floor = end
    return found


def _core(text: str) -> str:
    """`text` from its first letter or digit to its last; empty where it has none."""
    start, end = 0, len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return text[start:end]


def _next(shadow: str, offset: int) -> int:
    """Where the first letter at or after `offset` stands; the end of the text where none does."""
    found = _ALNUM.search(shadow, offset)
    return found.start() if found else len(shadow)


def _right_here(shadow: str, core: str, here: int) -> tuple[int, int] | None:
    """Where `core` stands if it is, word for word, what comes next: so it is with most pieces of plain text."""
    end = here + len(core)
    return (here, end) if shadow.startswith(core, here) and not shadow[end : end + 1].isalnum() else None


def _find(shadow: str, letters: _Letters, wanted: str, at: int, stop: int) -> tuple[int, int] | None:
    """Where `wanted` stands among the letters between `at` and `stop`, whole words only; else from its first
    letters to its last, if they lie near enough together; else None."""
    span = _find_whole(shadow, letters, wanted, at, stop)
    if span or len(wanted) < 2 * _ANCHOR:
        return span
    head = _find_whole(shadow, letters, wanted[:_ANCHOR], at, stop, end_free=True)
    if head is None:
        return None
    limit = min(len(letters.folded), head[0] + 2 * len(wanted) + 64)
    tail = letters.folded.find(wanted[-_ANCHOR:], head[1], limit)
    return (head[0], tail + _ANCHOR) if tail >= 0 else None


def _find_whole(
    shadow: str, letters: _Letters, wanted: str, at: int, stop: int, end_free: bool = False
) -> tuple[int, int] | None:
    start = letters.folded.find(wanted, at, stop)
    while start >= 0:
        first, last = letters.offset(start), letters.offset(start + len(wanted) - 1)
        begins = first == 0 or not shadow[first - 1].isalnum()
        ends = end_free or last + 1 >= len(shadow) or not shadow[last + 1].isalnum()
        if begins and ends:
            return start, start + len(wanted)
        start = letters.folded.find(wanted, start + 1, stop)
    return None


def _with_markup(text: str, start: int, end: int, floor: int, following: int) -> tuple[int, int]:
    """`start`, `end` widened over the list mark before and the punctuation after on the same line."""
    line = max(text.rfind("\n", floor, start) + 1, floor)
    if line < start <= line + 60 and _LIST_MARK.fullmatch(text, line, start):
        start = line
    stop = text.find("\n", end)
    stop = min(len(text) if stop < 0 else stop, following)
    tail = text[end:stop]
    if following > stop or stop == len(text):
        end += len(tail.rstrip())
    else:  # the next letters stand on this line: take closing marks only, up to the first space
        end += len(tail.split(None, 1)[0]) if tail and not tail[0].isspace() and " " in tail else 0
    while start < end and text[start].isspace():
        start += 1
    return start, end


def cover(text: str, elements: Sequence[Element], category_of: Callable[[str], Category]) -> tuple[Element, ...]:
    """`elements` (in order, not overlapping) with an element for each paragraph of `text` that none of them covers.

    Together they cover every character that is not white space. `category_of` names what a recovered
    paragraph is.
    """
    out: list[Element] = []
    at = 0
    for element in [*elements, None]:
        until = element.start if element else len(text)
        if at < until and not text[at:until].isspace():
            for start, end in paragraphs(text, at, until):
                out.append(Element(category_of(text[start:end]), start, end))
        if element:
            out.append(element)
            at = element.end
    return tuple(out)


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of `text[start:end]` between blank lines, without white space around them."""
    spans = []
    at = start
    for gap in [*_BLANK_LINES.finditer(text, start, end), None]:
        until = gap.start() if gap else end
        block = text[at:until]
        stripped = block.strip()
        if stripped:
            first = at + len(block) - len(block.lstrip())
            spans.append((first, first + len(stripped)))
        at = gap.end() if gap else end
    return spans
