"""What the search hands to the answer, and what the answer hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indexer.reading import Table
from indexer.sectioned import Section

if TYPE_CHECKING:
    from service.gist import Gist


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that a candidate or a citation comes from. `date` is ISO `YYYY-MM-DD`."""

    id: str
    uri: str
    title: str | None = None
    authority: str | None = None
    reference: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One unit found: a question with the sections that answer or refuse it, or such a section that has no question.

    `text` is the document's whole canonical text, `sections` and `tables` all of that document's. `score` is the fused
    score (0..1 over the candidates), `dense` the best cosine of the unit's passages, `lexical` their best raw BM25,
    `rank` the place in the search, from 1. `gist` is what was worked out of the letter when it was indexed.
    """

    document: Origin
    text: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    question: Section | None
    answers: tuple[Section, ...]
    score: float
    dense: float
    lexical: float
    rank: int
    pages: tuple[int, ...] = ()
    gist: Gist | None = field(default=None, compare=False, repr=False)

    @property
    def unit(self) -> tuple[str, str]:
        """What names the unit, however it was found: its document's id, and that of its question or its section."""
        return self.document.id, (self.question or self.answers[0]).id


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quotation: `quote` is `text[start:end]` of the document. `cell` is `row / column` or `Sheet1!B7`."""

    uri: str
    start: int
    end: int
    page: int | None
    cell: str | None
    quote: str
    document: Origin


@dataclass(frozen=True, slots=True)
class Other:
    """Another document's answer to the same question; of `not_found`, the nearest that there is.

    `period` is the time it is about ("2023/24"), where one is printed.
    """

    answer: str | None
    outcome: str
    citations: tuple[Citation, ...]
    value: float | None = None
    unit: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query.

    `answer` is a quotation or None; `value` its number in full units, `unit` what it counts in, `period` the time that
    it is about ("2023/24"), where one is printed.

    `confidence` (0..1) is how likely the answer is right; below the threshold the outcome is `not_found`.
    """

    outcome: str
    answer: str | None
    value: float | None
    unit: str | None
    confidence: float
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]
    others: tuple[Other, ...]
    period: str | None = None


NOT_FOUND = Answer("not_found", None, None, None, 0.0, (), (), ())
"""The answer where nothing was found at all."""
