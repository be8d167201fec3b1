"""From one unit to what it says on the question: outcome, quotation, value, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.not_held import uncountable
from indexer.numbers import numbers
from indexer.passed_on import passed_on
from indexer.sectioned import Section
from service import aptness, denials, refusals, spans
from service.asides import asks_delay, asks_file, asks_reference
from service.asking import COUNT
from service.candidate import Candidate
from service.cells import of_other_times
from service.draw import Extract, grown, told
from service.figure import from_lines, from_tables, of_cell, rather
from service.match import Weights, share
from service.money import MONEY, costs, priced
from service.part import LINK, part_of
from service.partial import lessened, remaining, sent_cut
from service.query import Query, wants_figure
from service.read import about
from service.said import YES_NO
from service.sent import late, numbered, sent
from service.spans import Span
from service.terms import bag, held
from service.withheld import exemptions, given, referral, refusal

__all__ = ["Extract", "extract"]

_LABEL = re.compile(
    r"\s*+(?:[#*_ ]*(?:(?:our |the )?(?:response|answer|reply|findings|disclosure|decision)"
    r"(?: to (?:question|q)?\s?\w{1,3})?"
    r"|(?:question|q)\s?\d{1,2}[a-z]?)[ :.*_–-]*(?:\n\s*|$))+",
    re.IGNORECASE,
)


_LABELLED = re.compile(
    r"\s*(?:[AQ]\s?\d{1,2}[.:)]*|(?:answer|response|reply)(?: \d{1,2})? ?[:–-])\s+(?=\S)", re.IGNORECASE
)
"""What stands before an answer on its own line: "A1.", "Answer:"."""

_LETTER = re.compile(r"\(?[a-h][.)]\s+")
_LEAD = 80
"""Characters that may lead to the title which runs into an answer."""
_WHERE = re.compile(
    r"\bwhere\b|\bpublished\b|\bwebsite\b|\bonline\b|\blinks?\b|\balready (?:public|available|out)\b|\bpublic domain\b",
    re.IGNORECASE,
)


_DRAWN = re.compile("[\u2500-\u257f]|\t[^\t\n]*\t[^\n]*\n[^\t\n]*\t[^\t\n]*\t")
"""Lines of a table, drawn or with tabs."""
_SHORT = 90
"""Characters of an answer that is the whole of what another one points to, however little it says of the query."""
_BESIDE_TABLES = 150
"""Characters beside its tables of an answer that is hardly more than they are: its number, a caption, a note."""
_NEARLY = 0.6
"""The share of the merit of what fits best that a sentence with the figure asked for may have to go first."""
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
    if found is not None and (dear := _too_dear(moved, found)) is not None:
        found = refusal(query, moved, dear, "cost_limit", weights)
    found = lessened(query, moved, found) if found is not None else None
    if pointer_span is not None and found is not None:
        short = len(parts) == 1 and parts[0].end - parts[0].start <= _SHORT
        if found.cell is None and found.outcome == "disclosed" and found.sure < 0.5 and not short:
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
    return any(refusals.denies(p.text) or any(held(t, bag(p.text)) == 1 for t in query.terms) for p in said)


def _extract(query: Query, candidate: Candidate, weights: Weights) -> Extract | None:
    text, parts = candidate.text, candidate.answers
    refused = [p for p in parts if refusals.refuses(p, text)]
    if query.form == "exemption":
        return exemptions(query, candidate, refused, weights)
    if (enclosed := sent(query, candidate, weights)) is not None:
        return Extract("disclosed", enclosed[0], enclosed, sure=0.3)
    if asks_reference(query):
        return numbered(candidate)
    if not refused and asks_delay(query) and (told_late := late(query, candidate, weights)) is not None:
        return told_late
    if asks_file(query.text) and all(p.kind == "other" for p in parts):
        return None  # lines around the names of files, none of which could be told to be meant
    answers = [p for p in parts if p not in refused]
    picked = from_tables(query, candidate, answers, weights) if answers else None
    part = part_of(query, candidate, parts, weights, picked)
    outcome = refusals.outcome_of(part, text)
    if part in refused:
        said = spans.ranked(query, text, part.start, part.end, weights, about(candidate))
        # In a refusal for its cost it is the reason, and what is neither confirmed nor denied is not said to lack.
        reason = outcome in ("cost_limit", "neither_confirm_nor_deny")
        lacking = None if reason else denials.within(query, said, weights)
        if lacking is not None:
            whole = spans.clean(text, lacking.start, lacking.end)
            return _not_held(text, whole, [lacking], lacking, said[0][0])
        if told := (
            sent_cut(query, candidate, part)
            or remaining(query, candidate, part, weights)
            or given(query, candidate, part, weights)
        ):
            return told
    if part not in refused:
        lines = [one for p in answers if (one := from_lines(query, candidate, p, weights)) is not None]
        counted = max(lines, key=lambda one: (one.sure, one.cites[0][0] >= part.start), default=None)
        if counted is not None and rather(query, text, part, counted, picked, weights):
            return counted
        if picked is not None and picked.sure >= 0.35:
            return of_cell(picked, text)
    if (part.kind == "exemption" and outcome != "not_held") or (
        outcome in _REFUSED and not _says(query, part, text, weights)
    ):
        return refusal(
            query, candidate, part if part.kind == "exemption" or not refused else refused[0], outcome, weights
        )
    if picked is None and outcome == "disclosed" and _of_other_times(query, candidate, part):
        return None
    return _tabular(candidate, part, outcome) or _span(query, candidate, part, outcome, weights)


def _of_other_times(query: Query, candidate: Candidate, part: Section) -> bool:
    """Whether a figure is asked for of a time that no table has of an answer that is hardly more than tables."""
    inside = [t for t in candidate.tables if part.start <= t.start and t.end <= part.end]
    said = part.end - part.start - sum(t.end - t.start for t in inside)
    if not inside or said > _BESIDE_TABLES or not wants_figure(query):
        return False
    return all(of_other_times(query, table, candidate.text) for table in inside)


def _too_dear(candidate: Candidate, found: Extract) -> Section | None:
    """The refusal for its cost of what `found` says is held, though not in a way that can be counted."""
    text, (start, end) = candidate.text, found.cites[0]
    if found.outcome != "not_held" or not uncountable(" ".join(text[start:end].split()).lower()):
        return None
    refused = (p for p in candidate.answers if p.start >= end and refusals.refuses(p, text))
    return next((p for p in refused if refusals.outcome_of(p, text) == "cost_limit"), None)


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


def _figureless(query: Query, best: Sequence[tuple[float, spans.Piece]]) -> bool:
    """True where a figure is asked for and no sentence that fits holds one of that sort."""
    if not (query.form == "how_many" or query.total or MONEY.search(query.text)):
        return False
    near = [piece.text for merit, piece in best if merit >= 0.5 * best[0][0]]
    worded = query.form == "how_many" and not costs(query.text) and not aptness.lasting(query)
    return not any(aptness.apt(query, one) or (worded and aptness.counts(one)) for one in near)


def _span(query: Query, candidate: Candidate, part: Section, outcome: str, weights: Weights) -> Extract:
    """The quotation from an answer in words: whole where short, else its list, its sentence, its date or its line."""
    text = candidate.text
    start, end = spans.clean(text, _after_question(candidate, part), part.end)
    body = text[start:end]
    best = spans.ranked(query, text, start, end, weights, about(candidate))
    best = [one for one in best if not _DRAWN.search(one[1].text)] or best  # no sentence: its cells were looked at
    if not best:
        return Extract(outcome, None, ((start, end),), sure=0.1)
    best = _figures_first(query, best) if outcome == "disclosed" else best
    merit, piece = best[0]
    denying = [p for _, p in best if refusals.denies(p.text)]
    denied = [
        p
        for p in denying
        if not (query.form == "when" and spans.dated(p.text)) and not denials.aside(query, p, weights)
    ]
    if outcome == "not_held" and not denied and (denying or denials.none(body)):
        outcome = "disclosed"
    refused = next((p for p in candidate.answers if refusals.refuses(p, text)), None)
    if refused is not None and refusals.refusing(piece.text) and outcome == "disclosed":
        cites = [spans.clean(text, piece.start, piece.end), *refusals.citing(text, [refused], query.exemptions)]
        return Extract(refusals.outcome_of(refused, text), None, tuple(cites), sure=min(1.0, merit))
    instead = denials.instead(query, best, weights) if denied else None
    question = text[candidate.question.start : candidate.question.end] if candidate.question else ""
    asked = denials.whole(query, denied, question, weights) if outcome == "not_held" else 0.0
    if instead is not None and not denials.beyond(query, instead, asked, weights):
        instead = None
    if instead is not None and outcome == "not_held" and denials.of_nothing(query, instead):
        instead = None
    if instead is not None and outcome == "not_held":
        outcome, piece = "disclosed", instead
    if outcome == "not_held" and _tells(query, best, denied) and denials.beyond(query, piece, asked, weights):
        outcome = "disclosed"
    if instead is not None:
        denied = []
    if outcome == "not_held" or (denied and outcome != "referred" and (denied[0] is piece or _figureless(query, best))):
        if denied and denied[0] is piece and denials.of_some(piece.text):
            return replace(_not_held(text, (start, end), denied, piece, merit), outcome="partly_disclosed")
        return _not_held(text, (start, end), denied, piece, merit)
    if (
        outcome == "disclosed"
        and wants_figure(query)
        and _figureless(query, best)
        and (other := _denial(query, candidate, part, weights))
    ):
        return other
    where = _WHERE.search(query.text) is not None
    named = query.form == "who" and spans.names(piece.text)
    plainly = not where and (named or YES_NO.match(body) or aptness.apt(query, piece.text))
    if outcome == "referred" and plainly and not refusals.pointed(piece.text) and not refusals.external(piece.text):
        outcome = "disclosed"
    away = passed_on(" ".join(body.split()).lower())
    if outcome == "referred" and not where and not away and _answers_itself(query, best, weights):
        outcome = "disclosed"
    counted = wants_figure(query) and len(best) > 1 and aptness.apt(query, piece.text)
    if outcome == "disclosed" and not counted and query.form != "how_many":
        least = 0.0 if where else 0.6 * merit
        sending = ((m, p) for m, p in best if where or not _besides(query, p, weights))
        link = next((p for m, p in sending if m >= least and refusals.published(p.text)), None)
        if link is None and where:
            link = next((p for m, p in best if m >= 0.6 * merit and LINK.search(p.text)), None)
        if link is not None:
            outcome, piece = "referred", link
    if outcome == "referred":
        quote = referral(candidate, spans.clean(text, piece.start, piece.end))
        return Extract(outcome, quote, (quote,), sure=min(1.0, merit))
    if (nothing := spans.none_of(spans.pieces(text, start, end), piece)) is not None:
        return Extract(outcome, nothing, (nothing,), sure=min(1.0, merit))
    guessed = query.form == "other" and not query.total  # that a figure is asked for, since a time is named
    dated_one = query.form == "when" and spans.dated(piece.text)
    singled = (counted and not guessed) or query.form == "how_many" or dated_one
    if len(body) <= spans.WHOLE and (not singled or len(numbers(body)) <= 1 or len(best) == 1):
        return told(query, outcome, (start, end), text, merit, piece, question)
    if denied and len(body) <= spans.WHOLE and len(denied) == len(best):
        return _not_held(text, (start, end), denied, piece, merit)
    dated = [p for _, p in best if spans.dated(p.text)] if query.form == "when" else []
    if dated and dated[0] is not piece and (len(dated) == 1 or share(query.terms, weights, bag(dated[0].text)) > 0.1):
        piece = dated[0]
    if (
        query.form == "when"
        and not (spans.dated(piece.text) and share(query.terms, weights, bag(piece.text)) > 0.1)
        and (date := spans.near_date(query, text, start, end, weights))
    ):
        return Extract(outcome, date, (date,), sure=min(1.0, merit))
    within = spans.pieces(text, start, end)
    listed = spans.listed(text, within, piece) or spans.items(query, within, piece)
    if listed is not None and not counted and query.form != "how_many":
        return told(query, outcome, listed, text, merit, piece, question)
    span = (
        grown(text, part, piece, best)
        if query.form != "how_many" and query.form != "when" and not counted
        else spans.led(within, piece) or spans.clean(text, piece.start, piece.end)
    )
    return told(query, outcome, span, text, merit, piece, question)


def _figures_first(query: Query, best: list[tuple[float, spans.Piece]]) -> list[tuple[float, spans.Piece]]:
    """`best`, where a figure is asked for and the first of them tells none, with the next that holds one of that sort
    at its head: "The bus gate went live on 8 January. 38,912 notices were issued."."""
    money = priced(query.text)
    merit, first = best[0]
    if not (money or COUNT.search(query.text)) or first.text.endswith(":") or refusals.denies(first.text):
        return best
    if aptness.apt(query, first.text) or aptness.TOLD_OF.search(first.text):
        return best
    if not money and (aptness.counts(first.text) or aptness.worded(query, first.text) or aptness.spelt(first.text)):
        return best
    for one in best[1:]:
        if one[0] >= _NEARLY * merit and aptness.apt(query, one[1].text) and not refusals.denies(one[1].text):
            return [(merit, one[1]), *(other for other in best if other is not one)]
    return best


def _denial(query: Query, candidate: Candidate, part: Section, weights: Weights) -> Extract | None:
    """What another section of the unit denies, where this one holds no figure of the sort asked for."""
    text = candidate.text
    for other in candidate.answers:
        if other is not part and other.kind == "answer" and other.outcome == "not_held":
            best = spans.ranked(query, text, other.start, other.end, weights, about(candidate))
            if denied := [p for _, p in best if refusals.denies(p.text)]:
                return _not_held(text, spans.clean(text, other.start, other.end), denied, denied[0], best[0][0])
    return None


def _answers_itself(query: Query, best: Sequence[tuple[float, spans.Piece]], weights: Weights) -> bool:
    """True where what is asked for is not what sends the reader elsewhere, and fits better, or nothing sends them."""
    merit, piece = best[0]
    if not any(_sends(p) for _, p in best) or _besides(query, piece, weights):
        return True
    if _sends(piece) or (wants_figure(query) and not aptness.counts(piece.text)):
        return False
    return merit - max((m for m, p in best if _sends(p)), default=0.0) >= 0.25


def _besides(query: Query, piece: spans.Piece, weights: Weights) -> bool:
    """True for a sentence that tells what is asked in one clause, and sends the reader elsewhere in another."""
    if not _sends(piece) or piece.text.startswith("["):  # the latter is the name of a link
        return False
    told = sent_on = 0.0
    for clause, _ in denials.clauses(piece.text):
        said = share(query.terms, weights, bag(clause))
        if refusals.external(clause) or refusals.pointed(clause):
            sent_on = max(sent_on, said)
        else:
            told = max(told, said)
    return told - sent_on >= 0.25


def _sends(piece: spans.Piece) -> bool:
    return refusals.pointed(piece.text) is not None or refusals.external(piece.text)


def _tells(query: Query, best: Sequence[tuple[float, spans.Piece]], denied: Sequence[spans.Piece]) -> bool:
    """True where an answer that denies holding one thing plainly gives another, which is the one asked for."""
    merit, piece = best[0]
    if piece in denied or denials.sends_on(query, best):
        return False
    lead = merit - next((m for m, p in best if denied and p is denied[0]), 0.15)
    if wants_figure(query) and not aptness.apt(query, piece.text) and not piece.text.endswith(":"):
        return lead >= 0.6 and aptness.worded(query, piece.text)
    return lead >= 0.25


def _after_question(candidate: Candidate, part: Section) -> int:
    """Where a section's own words begin: behind the end of a question that runs over into it."""
    opening = _LABEL.match(candidate.text, part.start, part.end) or _LABELLED.match(
        candidate.text, part.start, part.end
    )
    if opening and opening.end() < part.end:
        return opening.end()
    if part.heading and (title := _title(part.heading[-1], candidate.text, part)):
        return title
    head = candidate.text[part.start : part.start + 120]
    mark = head.find("?")
    question = candidate.question
    open_ended = question is not None and not candidate.text[question.start : question.end].rstrip(" *_\n").endswith(
        ("?", ".")
    )
    return part.start + mark + 1 if open_ended and mark >= 0 and part.start + mark + 2 < part.end else part.start


def _title(name: str, text: str, part: Section) -> int | None:
    """Where what a title says begins, "£90" in "Cost of repair. £90 a year", where `name` runs into its paragraph."""
    at = text.find(name, part.start, min(part.end, part.start + len(name) + _LEAD))
    after = at + len(name) + 1
    runs_in = at >= 0 and text[after - 1 : after] in (".", ":") and text[after : after + 1].isspace()
    begins = not text[text.rfind("\n", 0, at) + 1 : at].strip() or _LETTER.fullmatch(text, part.start, at)
    return after if runs_in and begins and text[after : part.end].strip() else None


def _not_held(text: str, whole: Span, denied: Sequence[spans.Piece], piece: spans.Piece, merit: float) -> Extract:
    """The words that say that it is not held: all of a short answer, else the sentence."""
    said = denied[0] if denied else piece
    span = whole if whole[1] - whole[0] <= spans.WHOLE else spans.clean(text, said.start, said.end)
    return Extract("not_held", span, (span,), sure=min(1.0, merit + 0.2))
