"""From one unit to what it says on the question: outcome, quotation, value, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.numbers import numbers
from indexer.sectioned import Section
from service import cells, refusals, spans, tally
from service.candidate import Candidate
from service.draw import Extract, grown, plain_value, told
from service.match import MONEY, Weights, about, costs, share
from service.periods import periods
from service.query import Query, wants_figure
from service.sent import sent
from service.spans import Span
from service.terms import bag, held
from service.withheld import exemptions, given, referral, refusal

__all__ = ["Extract", "extract"]

_LABEL = re.compile(
    r"\s*(?:[#*_ ]*(?:(?:our |the )?(?:response|answer|reply|findings|disclosure|decision)"
    r"(?: to (?:question|q)?\s?\w{1,3})?"
    r"|(?:question|q)\s?\d{1,2}[a-z]?)[ :.*_–-]*(?:\n\s*|$))+",
    re.IGNORECASE,
)


_WHERE = re.compile(r"\bwhere\b|\bpublished\b|\bwebsite\b|\bonline\b|\blinks?\b", re.IGNORECASE)

_HIDDEN = re.compile(
    r"\b(?:redact\w*|withh[eo]ld\w*|blacked[ -]out|black(?:ing)? out|held back|h[oe]ld(?:ing)? back|kept back|hidden"
    r"|obscured|anonymi[sz]\w*|left out|missing names?|(?:remov|delet)(?:e|ed|ing)\b.{0,30}\b(?:names?|details)"
    r"|(?:not|n[’']t|refus\w+|declin\w+|won[’']t) (?:to )?(?:name|disclos\w*|releas\w*|reveal\w*|hand over))\b",
    re.IGNORECASE,
)
"""A query about what was kept back."""
_REFUSAL = re.compile(r"\brefus(?:al|als|e|ed|es|ing)\b|\bturn(?:ed|ing)? down\b|\breject\w*", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:customer|complainant|person|people|individual|resident|tenant|staff|employee|worker|officer|owner|applicant"
    r"|requester|patient|pupil|victim|witness|author|sender|neighbour|member of the public)s?\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\bnames?\b|\bpersonal (?:data|information|details)\b|\bidentit(?:y|ies)\b", re.IGNORECASE)

_LINK = re.compile(r"https?://|www\.|\[\d+\]\s?[A-Z]|\b(?:portal|website|web ?page)\b", re.IGNORECASE)

_COUNT = re.compile(r"\bhow many\b|\b(?:number|count|tally) of\b", re.IGNORECASE)
"""A query for a count, which no sum of money answers."""

_REFUSED = ("withheld", "cost_limit", "vexatious", "neither_confirm_nor_deny")


def extract(query: Query, candidate: Candidate, weights: Weights) -> Extract | None:
    """What `candidate` says on `query`, references followed; None where it has no section that says anything."""
    notes: list[str] = []
    question, parts = candidate.question, candidate.answers
    met: set[str] = {question.id} if question else set()
    pointer_span: Span | None = None
    for _ in range(6):
        told = "\n".join(candidate.text[p.start : p.end] for p in parts)
        pointer = refusals.pointed(told) if parts else None
        if pointer is None or _own_words(query, candidate, parts, told):
            break
        aim, further = refusals.target(candidate, pointer)
        if not further or (pointer != "below" and (aim is None or aim.id in met)):
            break
        if pointer == "below":
            parts = further
            continue
        assert aim is not None
        met.add(aim.id)
        pointer_span = pointer_span or spans.clean(candidate.text, parts[0].start, parts[-1].end)
        name = f"question {question.number}" if question and question.number else "this question"
        notes.append(
            f'The answer to {name} points to question {aim.number or pointer}: "{" ".join(told.split())[:120]}".'
        )
        question, parts = aim, further
    if not parts:
        return None
    moved = candidate if parts is candidate.answers else replace(candidate, question=question, answers=parts)
    found = _extract(query, moved, weights)
    if pointer_span is not None and found is not None:
        if found.cell is None and found.outcome == "disclosed" and found.sure < 0.5:
            return Extract(
                "referred", pointer_span, (pointer_span, *found.cites), notes=(*notes, *found.notes), sure=found.sure
            )
        found = replace(found, cites=(*found.cites, pointer_span), notes=(*notes, *found.notes))
    return found


def _own_words(query: Query, candidate: Candidate, parts: Sequence[Section], told: str) -> bool:
    """True where an answer that points elsewhere also says something itself: "We do not separately record …"."""
    said = [
        p
        for part in parts
        for p in spans.pieces(candidate.text, part.start, part.end)
        if refusals.pointed(p.text) is None
    ]
    return any(refusals.NOT_HELD.search(p.text) or any(held(t, bag(p.text)) == 1 for t in query.terms) for p in said)


def _extract(query: Query, candidate: Candidate, weights: Weights) -> Extract | None:
    text, parts = candidate.text, candidate.answers
    refused = [p for p in parts if refusals.refuses(p, text)]
    if query.form == "exemption":
        return exemptions(query, candidate, refused)
    if (enclosed := sent(query, candidate, weights)) is not None:
        return Extract("disclosed", enclosed[0], enclosed, sure=0.3)
    answers = [p for p in parts if p not in refused]
    picked = _cell(query, candidate, answers, weights) if answers else None
    part = _part(query, candidate, parts, weights, picked)
    outcome = refusals.outcome_of(part, text)
    if part in refused and (told := given(query, candidate, part, weights)):
        return told
    if part not in refused:
        lines = [one for p in answers if (one := _counted(query, candidate, p, weights)) is not None]
        counted = max(lines, key=lambda one: (one.sure, one.cites[0][0] >= part.start), default=None)
        if counted is not None and counted.sure > (picked.sure if picked else 0.0):
            return counted
        if picked is not None and picked.sure >= 0.35:
            return _from_cell(picked, text)
    if part.kind == "exemption" or (outcome in _REFUSED and not _says(query, part, text, weights)):
        return refusal(
            query, candidate, part if part.kind == "exemption" or not refused else refused[0], outcome, weights
        )
    return _tabular(candidate, part, outcome) or _span(query, candidate, part, outcome, weights)


def _counted(query: Query, candidate: Candidate, part: Section, weights: Weights) -> Extract | None:
    """The line asked for of an answer that prints figures a line each."""
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
        plain_value(found.value) if found else None,
        found.unit if found else None,
        cell=one.cell,
        notes=one.notes,
        sure=one.sure * (0.4 + 0.6 * said),
    )


def _tabular(candidate: Candidate, part: Section, outcome: str) -> Extract | None:
    """An answer that is all table, where no cell of it could be told to be the one asked for."""
    inside = [t for t in candidate.tables if part.start <= t.start and t.end <= part.end]
    covered = sum(t.end - t.start for t in inside)
    if not inside or covered < 0.7 * (part.end - part.start) or outcome != "disclosed":
        return None
    first = max(inside, key=lambda t: t.end - t.start)
    span = (first.start, first.end)
    return Extract(
        outcome, span if span[1] - span[0] <= spans.LONGEST else None, (span,), notes=first.notes[:3], sure=0.1
    )


def _says(query: Query, part: Section, text: str, weights: Weights) -> bool:
    """True where a section under a refused question still tells something asked for (advice with figures)."""
    body = text[part.start : part.end]
    if re.match(r"\W*(?:under section 16|in line with section 16|section 16)", body, re.IGNORECASE):
        return False
    return share(query.terms, weights, bag(body)) > 0.5


def _part(
    query: Query, candidate: Candidate, parts: Sequence[Section], weights: Weights, picked: cells.Pick | None
) -> Section:
    """The section of the unit that the query is about.

    By words that tell the sections apart, by its period, answers first.
    """
    text = candidate.text
    if len(parts) == 1:
        return parts[0]
    bags = [bag(" ".join(p.heading[-1:]) + " " + text[p.start : p.end]) for p in parts]
    best, lead = parts[0], -9.0
    for part, stems in zip(parts, bags, strict=True):
        body = text[part.start : part.end]
        merit = share(query.terms, weights, stems)
        merit += 0.3 * any(p.same(o) for p in query.periods for o in periods(body))
        if part.kind == "answer":
            merit += 0.12
            merit += 0.35 * picked.sure if picked and part.start <= picked.start < part.end else 0.0
            merit -= 0.5 * bool(re.match(r"\W*under section 16\b", body, re.IGNORECASE))
        if query.form == "why" and part.kind == "exemption":
            merit += 0.1
        if part.kind == "exemption" and (
            (query.form == "why" and _REFUSAL.search(query.text))
            or _HIDDEN.search(query.text)
            or (query.form == "who" and _PERSON.search(query.text) and _NAMES.search(body) and part.exemptions)
        ):
            merit += 1.0
        if merit > lead + 1e-9:
            best, lead = part, merit
    return best


def _cell(query: Query, candidate: Candidate, answers: Sequence[Section], weights: Weights) -> cells.Pick | None:
    if query.form in ("why", "who", "exemption", "yes_no"):
        return None
    context = about(candidate)
    counting = _COUNT.search(query.text) is not None and not costs(query.text)
    best: cells.Pick | None = None
    lead = 0.0
    for table in candidate.tables:
        if any(p.start <= table.start < p.end for p in answers):
            one = cells.pick(query, table, candidate.text, weights, context)
            if one is None or not _timely(query, one) or (counting and one.unit in spans.MONIES):
                continue
            own = bag(" ".join([one.label, one.text, one.about]))
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


def _from_cell(picked: cells.Pick, text: str) -> Extract:
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
    if refusals.NOT_HELD.search(picked.text):
        return Extract("not_held", span, (span,), None, None, picked.label, picked.notes, picked.sure)
    return Extract("disclosed", span, (span,), picked.value, picked.unit, picked.label, picked.notes, picked.sure)


def _line(text: str, at: int) -> Span:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return spans.clean(text, start, len(text) if end < 0 else end)


def _figureless(query: Query, best: Sequence[tuple[float, spans.Piece]]) -> bool:
    """True where a figure is asked for and no sentence that fits holds one of that sort."""
    if not (query.form == "how_many" or query.total or MONEY.search(query.text)):
        return False
    near = [piece.text for merit, piece in best if merit >= 0.5 * best[0][0]]
    return not any(spans.apt(query, one) or (query.form == "how_many" and spans.counts(one)) for one in near)


def _span(query: Query, candidate: Candidate, part: Section, outcome: str, weights: Weights) -> Extract:
    """The quotation from an answer in words: whole where short, else its list, its sentence, its date or its line."""
    text = candidate.text
    start, end = spans.clean(text, _after_question(candidate, part), part.end)
    body = text[start:end]
    best = spans.ranked(query, text, start, end, weights, about(candidate))
    if not best:
        return Extract(outcome, None, ((start, end),), sure=0.1)
    merit, piece = best[0]
    denied = [
        p for _, p in best if refusals.denies(p.text) and not (query.form == "when" and spans.DATE.search(p.text))
    ]
    refused = next((p for p in candidate.answers if refusals.refuses(p, text)), None)
    if refused is not None and refusals.REFUSING.search(piece.text) and outcome == "disclosed":
        cites = [spans.clean(text, piece.start, piece.end), *refusals.citing(text, [refused], query.exemptions)]
        return Extract(refusals.outcome_of(refused, text), None, tuple(cites), sure=min(1.0, merit))
    if outcome == "not_held" and _tells(query, best, denied):
        outcome = "disclosed"
    if outcome == "not_held" or (denied and outcome != "referred" and (denied[0] is piece or _figureless(query, best))):
        return _not_held(text, (start, end), denied, piece, merit)
    where = _WHERE.search(query.text) is not None
    named = query.form == "who" and spans.names(piece.text)
    plainly = not where and (named or re.match(r"\W*(?:yes|no)\b", body, re.IGNORECASE) or spans.apt(query, piece.text))
    if outcome == "referred" and plainly and not refusals.pointed(piece.text) and not refusals.external(piece.text):
        outcome = "disclosed"
    if outcome == "referred" and not where and _answers_itself(query, best):
        outcome = "disclosed"
    counted = wants_figure(query) and len(best) > 1 and spans.apt(query, piece.text)
    if outcome == "disclosed" and not counted and query.form != "how_many":
        least = 0.0 if where else 0.6 * merit
        link = next((p for m, p in best if m >= least and refusals.published(p.text)), None)
        if link is None and where:
            link = next((p for m, p in best if m >= 0.6 * merit and _LINK.search(p.text)), None)
        if link is not None:
            outcome, piece = "referred", link
    if outcome == "referred":
        quote = referral(candidate, spans.clean(text, piece.start, piece.end))
        return Extract(outcome, quote, (quote,), sure=min(1.0, merit))
    if len(body) <= spans.WHOLE and (
        not (counted or query.form == "how_many") or len(numbers(body)) <= 1 or len(best) == 1
    ):
        return told(query, outcome, (start, end), text, merit, piece)
    if denied and len(body) <= spans.WHOLE and len(denied) == len(best):
        return _not_held(text, (start, end), denied, piece, merit)
    dated = [p for _, p in best if spans.DATE.search(p.text)] if query.form == "when" else []
    if dated and dated[0] is not piece and (len(dated) == 1 or share(query.terms, weights, bag(dated[0].text)) > 0.1):
        piece = dated[0]
    if (
        query.form == "when"
        and not (spans.DATE.search(piece.text) and share(query.terms, weights, bag(piece.text)) > 0.1)
        and (date := spans.near_date(query, text, start, end, weights))
    ):
        return Extract(outcome, date, (date,), sure=min(1.0, merit))
    listed = spans.listed(text, spans.pieces(text, start, end), piece)
    if listed is not None and not counted and query.form != "how_many":
        return told(query, outcome, listed, text, merit, piece)
    span = (
        grown(text, part, piece, best)
        if query.form != "how_many" and query.form != "when" and not counted
        else spans.clean(text, piece.start, piece.end)
    )
    return told(query, outcome, span, text, merit, piece)


def _answers_itself(query: Query, best: Sequence[tuple[float, spans.Piece]]) -> bool:
    """True where the sentence asked for is not the one that sends the reader elsewhere, and fits better."""
    merit, piece = best[0]
    if _sends(piece) or (wants_figure(query) and not spans.counts(piece.text)):
        return False
    return merit - max((m for m, p in best if _sends(p)), default=0.0) >= 0.25


def _sends(piece: spans.Piece) -> bool:
    return refusals.pointed(piece.text) is not None or refusals.external(piece.text)


def _tells(query: Query, best: Sequence[tuple[float, spans.Piece]], denied: Sequence[spans.Piece]) -> bool:
    """True where an answer that denies holding one thing plainly gives another, which is the one asked for."""
    merit, piece = best[0]
    if piece in denied:
        return False
    lead = merit - next((m for m, p in best if denied and p is denied[0]), 0.15)
    if wants_figure(query) and not spans.apt(query, piece.text) and not piece.text.endswith(":"):
        return lead >= 0.6 and spans.counts(piece.text)
    return lead >= 0.25


def _after_question(candidate: Candidate, part: Section) -> int:
    """Where a section's own words begin: behind the end of a question that runs over into it."""
    opening = _LABEL.match(candidate.text, part.start, part.end)
    if opening and opening.end() < part.end:
        return opening.end()
    head = candidate.text[part.start : part.start + 120]
    mark = head.find("?")
    asked = candidate.question
    open_ended = asked is not None and not candidate.text[asked.start : asked.end].rstrip(" *_\n").endswith(("?", "."))
    return part.start + mark + 1 if open_ended and mark >= 0 and part.start + mark + 2 < part.end else part.start


def _not_held(text: str, whole: Span, denied: Sequence[spans.Piece], piece: spans.Piece, merit: float) -> Extract:
    """The words that say that it is not held: all of a short answer, else the sentence."""
    said = denied[0] if denied else piece
    span = whole if whole[1] - whole[0] <= spans.WHOLE else spans.clean(text, said.start, said.end)
    return Extract("not_held", span, (span,), sure=min(1.0, merit + 0.2))
