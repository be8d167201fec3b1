"""A document as a page shows it: sections of text and tables in turn, with the cited span marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.reading import Table
from indexer.sectioned import Section
from service import tabular
from service.flow import flowed
from service.markup import NONE, Marks, bare
from service.pieces import Piece, Span, painted
from service.tabular import GridCell


@dataclass(frozen=True, slots=True)
class Block:
    """Text as printed; where it is a table that could be read, also its rows, caption and notes. `told`: the caption
    is the question that the table answers, or stands in the text before it, so that it need not be shown."""

    pieces: tuple[Piece, ...]
    rows: tuple[tuple[GridCell, ...], ...] = ()
    caption: str | None = None
    notes: tuple[str, ...] = ()
    told: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A section as shown, with the question it answers and the words of that, or with what answers it. `joined`: the
    question stands right above it."""

    section: Section
    blocks: tuple[Block, ...]
    question: Section | None
    answers: tuple[Section, ...]
    asked: str = ""
    joined: bool = False


def parts(
    text: str,
    sections: Sequence[Section],
    tables: Sequence[Table],
    pages: Sequence[int],
    cited: Span | None,
    marks: Marks = NONE,
) -> list[Part]:
    """The document, section by section; printable text that lies in none is shown as `other`. `marks` are Markdown's,
    in the whole text."""
    drawn = _Drawn(text, flowed(text), pages, (cited,) if cited else (), marks)
    by_id = {s.id: s for s in sections}
    replies: dict[str, list[Section]] = {}
    for one in sections:
        if one.answers:
            replies.setdefault(one.answers, []).append(one)
    apart = tabular.apart(tables)
    made: list[Part] = []
    for one in _tiled(text, sections):
        question = by_id.get(one.answers or "")
        asked = bare(text, marks, question.start, question.end) if question else ""
        blocks = tuple(_blocks(drawn, one, apart, asked))
        if blocks:
            joined = bool(made and question and made[-1].section.id == question.id)
            made.append(Part(one, blocks, question, tuple(replies.get(one.id, ())), asked, joined))
    return made


def blocks(
    text: str, start: int, end: int, tables: Sequence[Table], spans: Sequence[Span] = (), marks: Marks = NONE
) -> tuple[Block, ...]:
    """`text[start:end]` with `spans` of it marked: its text and tables in turn. Of a table it holds in part, the rows
    that stand in it, under their headings."""
    drawn = _Drawn(text, text[:start] + flowed(text[start:end]), (), spans, marks)
    made: list[Block] = []
    at = start
    for table in tabular.apart(tables):
        first, last = max(table.start, start), min(table.end, end)
        if first < last and (inside := tabular.within(table, first, last)):
            made += _text(drawn, at, first)
            found = tabular.rows(text, table, spans, marks, inside)
            made.append(Block(painted(text, first, last, spans), found))
            at = last
    return (*made, *_text(drawn, at, end))


def _tiled(text: str, sections: Sequence[Section]) -> Iterator[Section]:
    at = 0
    for n, one in enumerate(sections):
        if text[at : one.start].strip():
            yield _loose(at, one.start, n)
        yield one
        at = max(at, one.end)
    if text[at:].strip():
        yield _loose(at, len(text), len(sections))


def _loose(start: int, end: int, n: int) -> Section:
    return Section(f"between{n}", "other", start, end, None, (), None, None, None, ())


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What every part of one drawing needs: the text as it is and as it is shown, and what is marked in it."""

    text: str
    shown: str
    pages: Sequence[int]
    spans: Sequence[Span]
    marks: Marks


def _blocks(drawn: _Drawn, section: Section, tables: Sequence[Table], asked: str) -> Iterator[Block]:
    """A section's text and tables in turn.

    A table that goes on after the section (page furniture stood in it) is shown whole where it begins; what the
    later sections hold of it is shown there as printed, so that no text is left out.
    """
    at = section.start
    first = bisect_left([t.start for t in tables], section.start)
    for table in tables[first:]:
        if table.start >= section.end:
            break
        end = min(table.end, section.end)
        yield from _text(drawn, at, table.start)
        rows = tabular.rows(drawn.text, table, drawn.spans, drawn.marks)
        large = () if rows else (f"This table has {len(table.cells):,} cells, so it is shown as printed.",)
        told = _said(table.caption or "", asked + drawn.text[section.start : table.start])
        printed = painted(drawn.text, table.start, end, drawn.spans, drawn.pages)
        yield Block(printed, rows, table.caption, large + table.notes, told)
        at = end
    yield from _text(drawn, at, section.end)


def _said(caption: str, before: str) -> bool:
    return "".join(filter(str.isalnum, caption.casefold())) in "".join(filter(str.isalnum, before.casefold()))


def _text(drawn: _Drawn, start: int, end: int) -> Iterator[Block]:
    """The text from its first printed line to its last; nothing where it is all blank."""
    text = drawn.text
    printed = text[start:end].strip()
    if not printed:
        return
    first = text.index(printed[0], start)
    first = max(start, text.rfind("\n", start, first) + 1)  # its indent belongs to it
    last = start + len(text[start:end].rstrip())
    yield Block(painted(drawn.shown, first, last, drawn.spans, drawn.pages, drawn.marks))
