"""The figure that a query asks for, from a unit's tables or from figures printed a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.numbers import plain
from indexer.sectioned import Section
from service import cells, refusals, spans, tally
from service.asking import COUNT
from service.candidate import Candidate
from service.draw import Extract
from service.match import Weights, share
from service.money import costs
from service.query import Query, wants_figure
from service.read import about
from service.said import MONIES
from service.spans import Span
from service.terms import bag


def from_tables(query: Query, candidate: Candidate, answers: Sequence[Section], weights: Weights) -> cells.Pick | None:
    """The cell asked for of the tables in `answers`, the surest and likest of them; None where none can be told."""
    if query.form in ("why", "who", "exemption", "yes_no"):
        return None
    context = about(candidate)
    counting = COUNT.search(query.text) is not None and not costs(query.text)
    best: cells.Pick | None = None
    lead = 0.0
    for table in candidate.tables:
        if any(p.start <= table.start < p.end for p in answers):
            one = cells.pick(query, table, candidate.text, weights, context)
            if one is None or not _timely(query, one) or (counting and one.unit in MONIES):
                continue
            own = bag(" ".join([one.label, one.text, one.about, one.beside]))
            one = replace(one, sure=one.sure * (0.4 + 0.6 * share(query.terms, weights, own | context)))
            # The question may name what stands over every table: only a table's own words tell it from the others.
            apart = one.sure + 0.3 * share(query.terms, weights, own)
            if best is None or apart > lead + 0.01:
                best, lead = one, apart
    return best


def _timely(query: Query, picked: cells.Pick) -> bool:
    """False for a cell with a date where none is asked for, or with none where one is."""
    dated = spans.DATE.search(picked.text) is not None
    return dated if query.form == "when" else not (dated and picked.value is None and wants_figure(query))


def of_cell(picked: cells.Pick, text: str) -> Extract:
    """What a cell of `text` says: its figure, that it is not held, or that it cannot be read."""
    span = (picked.start, picked.end)
    if not picked.readable:
        line = _line(text, picked.start)
        return Extract(
            "disclosed",
            None,
            (span if picked.end > picked.start else line,),
            None,
            None,
            picked.label,
            picked.notes,
            picked.sure,
        )
    if refusals.denies(picked.text):
        return Extract("not_held", span, (span,), None, None, picked.label, picked.notes, picked.sure)
    return Extract("disclosed", span, (span,), picked.value, picked.unit, picked.label, picked.notes, picked.sure)


def _line(text: str, at: int) -> Span:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return spans.clean(text, start, len(text) if end < 0 else end)


def from_lines(query: Query, candidate: Candidate, part: Section, weights: Weights) -> Extract | None:
    """The line asked for of an answer that prints figures a line each; None where there is no such list."""
    text = candidate.text
    context = about(candidate)
    one = tally.chosen(query, text, part.start, part.end, weights, context)
    if one is None:
        return None
    line = one.tally
    said = share(query.terms, weights, bag(line.label) | context | bag(text[part.start : line.span[0]][-300:]))
    found = line.found
    return Extract(
        "not_held" if line.unknown else "disclosed",
        line.span,
        (line.span,),
        plain(found.value) if found else None,
        found.unit if found else None,
        cell=one.cell,
        notes=one.notes,
        sure=one.sure * (0.4 + 0.6 * said),
    )


def rather(
    query: Query, text: str, part: Section, counted: Extract, picked: cells.Pick | None, weights: Weights
) -> bool:
    """True where a line fits better than the cell of a table: more surely, or, of two that are sure, by what stands
    over each."""
    if picked is not None and counted.cites[0] == (picked.start, picked.end):  # a cell whose heading is known
        return False
    if picked is None or min(counted.sure, picked.sure) < _SURE:
        return counted.sure > (picked.sure if picked else 0.0)
    start, at = counted.cites[0][0], picked.start

    def over(label: str, place: int) -> float:
        return share(query.terms, weights, bag(f"{label} {text[max(part.start, place - tally.OVER) : place]}"))

    line = over(counted.cell or text[slice(*counted.cites[0])], start)
    return counted.sure + 0.5 * line > picked.sure + 0.5 * over(f"{picked.label} {picked.about}", at)


_SURE = 0.5
