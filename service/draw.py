"""What a unit says, drawn from it: the record and the ways to make one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.numbers import number, plain
from indexer.sectioned import Section
from service import amounts, bounds, spans
from service.money import costs
from service.query import Query
from service.said import seen
from service.spans import Span


@dataclass(frozen=True, slots=True)
class Extract:
    """What a unit says.

    `quote` is the answer's span (None where nothing is disclosed), `cites` every span it rests on, best first, `sure`
    (0..1) how well the spot fits the question, apart from how well the unit does.
    """

    outcome: str
    quote: Span | None
    cites: tuple[Span, ...]
    value: float | None = None
    unit: str | None = None
    cell: str | None = None
    notes: tuple[str, ...] = ()
    sure: float = 0.5


_BARE_YEAR = re.compile(r"(?:19|20)\d\d\s?[:=–-]\s*\D+")
"""A year and, behind it, no figure: "2022 - none"."""

_SHORT = 24
"""Characters of a quotation that may be all figure: "£1,234.50 (estimated)"."""


def told(
    query: Query, outcome: str, span: Span, text: str, merit: float, piece: spans.Piece, question: str = ""
) -> Extract:
    """`span` of a letter's `text` as what is told, with its figure; `piece` is its best sentence, `question` what it
    answers."""
    quote = text[slice(*span)]
    short = len(quote) < _SHORT and not _BARE_YEAR.fullmatch(quote) and len(seen(quote).figures) < 2
    alone = number(quote) if short else None
    within = piece.text if piece.text in quote and amounts.value(query, piece.text) else quote
    figure = alone if alone is not None else amounts.value(query, within, question) if _figure_asked(query) else None
    if figure is None and _figure_asked(query) and spans.counting(text, span[0], sure=True):
        figure = number(quote[: quote.index(".")])
    bound = bounds.bounded(quote if figure is alone else within, figure) if figure else None
    figure_told = figure if bound in (None, "limit") else None
    return Extract(
        outcome,
        span,
        (span,),
        plain(figure_told.value) if figure_told else None,
        figure_told.unit if figure_told else None,
        notes=(INEXACT,) if bound else (),
        sure=min(1.0, merit),
    )


INEXACT = "The figure is not given exactly: it is a limit, or the end of a range."


def _figure_asked(query: Query) -> bool:
    """False for a query with "which" or "how" that asks for no figure: one in the sentence is none of its answer."""
    if query.form == "which":
        return query.total or costs(query.text)
    return query.form in ("how_many", "other")


def grown(text: str, part: Section, piece: spans.Piece, best: Sequence[tuple[float, spans.Piece]] = ()) -> Span:
    """A piece with the sentences around it, those that fit best first, up to a readable length.

    `best` are the pieces of the section with their merits; where two fit alike, the one that follows comes first.
    """
    merits = {p.start: merit for merit, p in best}
    around = spans.pieces(text, part.start, part.end)
    at = next((i for i, p in enumerate(around) if p.start <= piece.start < p.end), None)
    start, end = piece.start, piece.end
    if at is None:
        return spans.clean(text, start, end)
    first = last = at
    while True:
        ahead = [
            (merits.get(around[i].start, 0.0), i > last, i)
            for i in (first - 1, last + 1)
            if 0 <= i < len(around)
            and max(end, around[i].end) - min(start, around[i].start) <= spans.WHOLE
            and "\n\n" not in text[min(end, around[i].end) : max(start, around[i].start)]
        ]
        if not ahead:
            return spans.clean(text, start, end)
        chosen = max(ahead)[2]
        first, last = min(first, chosen), max(last, chosen)
        start, end = min(start, around[chosen].start), max(end, around[chosen].end)
