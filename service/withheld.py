"""What a refusal says: which exemption, that it refuses, the passage asked about, or what it gives after all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.numbers import plain
from indexer.sectioned import Section
from service import amounts, aptness, asked, bounds, refusals, spans
from service.candidate import Candidate
from service.draw import Extract, grown, told
from service.match import Weights, share
from service.meant import Refused, meant
from service.money import costs
from service.query import Query, wants_figure
from service.read import about
from service.said import seen
from service.spans import Span
from service.terms import bag


def exemptions(query: Query, candidate: Candidate, refused: Sequence[Section], weights: Weights) -> Extract | None:
    """Asked which exemption: the lines that cite it, in this unit or, where it has none, in its letter."""
    text = candidate.text
    parts = list(refused)
    if not parts or not any(p.exemptions for p in parts):
        parts = parts + [
            s for s in candidate.sections if s.kind == "exemption" and s.exemptions and s not in parts and not s.answers
        ]
    if not parts:
        parts = [p for p in candidate.answers if p.exemptions]
    if not parts:
        return None
    cites = refusals.citing(text, parts, query.exemptions)
    if not cites:  # "exempt under 12 of the Act": no line cites it as lines do
        stated = ((p, span) for p in refused if (span := refusals.stating(text, p)) is not None)
        cites = [span for p, span in stated if any(_numbered(code, text[slice(*span)]) for code in p.exemptions)][:1]
    if not cites:
        return None
    one = meant(query, text, parts, weights, citing=True)
    cites = _led(text, one, cites)
    outcome = refusals.outcome_of(one.part if one is not None else parts[0], text)
    return Extract(outcome, cites[0], tuple(cites), sure=0.8)


def _led(text: str, one: Refused | None, cites: Sequence[Span]) -> list[Span]:
    """`cites` with the refusal that is meant, or the one of them that holds it, before the others."""
    if one is None:
        return list(cites)
    start, end = one.span(text)
    first = next((span for span in cites if span[0] < end and start < span[1]), (start, end))
    return [first, *(span for span in cites if span != first)]


def _numbered(code: str, said: str) -> bool:
    """Whether `said` holds the number of the section that `code` is of: the 12 of `FOIA s12(1)`."""
    number = re.search(r"\d+[A-C]?", code)
    return number is not None and re.search(rf"\b{number[0]}\b", said) is not None


def refusal(query: Query, candidate: Candidate, part: Section, outcome: str, weights: Weights) -> Extract:
    """A refusal: the quotation is the answer only where the query asks about the refusal itself or what it says."""
    text = candidate.text
    within = spans.pieces(text, part.start, part.end)
    ranked = spans.ranked(query, text, part.start, part.end, weights, about(candidate))
    best = [(merit, spans.under(within, piece)) for merit, piece in ranked]
    lead = best[0] if best else None
    refusing = [p for p in candidate.answers if refusals.refuses(p, text) and p.start <= part.start] or [part]
    chosen = meant(query, text, refusing, weights)
    stated = chosen.span(text) if chosen is not None else None
    cites = _adjoined(text, [*([stated] if stated else []), *refusals.citing(text, [part], query.exemptions)])
    cites = cites or [_first(text, part)]
    if lead is None:
        return Extract(outcome, None, tuple(cites), sure=0.4)
    merit, piece = lead
    if outcome != "not_held":
        outcome = refusals.outcome_at(part, text, (piece.start, piece.end))
    measuring = [p for _, p in best if aptness.measures(query, p.text)]
    each = aptness.EACH.search(query.text) is not None
    measured = next((p for p in measuring if (aptness.EACH.search(p.text) is not None) == each), (*measuring, None)[0])
    piece = measured or piece
    span = spans.clean(text, piece.start, piece.end)
    if query.form == "how_many" and measured is None:
        counted = (p for _, p in best if aptness.counting(query, p.text))
        searched = next((p for _, p in best if _searches(query, p.text)), None) if outcome == "cost_limit" else None
        piece = next(counted, searched or piece)
        span = spans.clean(text, piece.start, piece.end)
    figure = amounts.value(query, piece.text)
    if figure is not None and bounds.bounded(piece.text, figure) == "ceiling":
        figure = None
    if query.form == "why":
        return Extract(
            outcome, grown(text, part, piece, best), (grown(text, part, piece, best), *cites), sure=min(1.0, merit)
        )
    appears = next((p for _, p in best if _appears(query, p.text)), None) if outcome == "withheld" else None
    if appears is not None:
        span = spans.clean(text, appears.start, appears.end)
        return Extract(outcome, span, (span, *cites), sure=min(1.0, 0.3 + merit))
    telling = share(query.terms, weights, bag(piece.text)) if query.terms else 0.0
    dated = query.form == "when" and spans.dated(piece.text) and not refusals.refusing(piece.text)
    if dated and outcome == "withheld" and telling >= _DATED:
        return Extract(outcome, span, (span, *cites), sure=min(1.0, merit))
    if outcome == "referred":
        quote = referral(candidate, span)
        return Extract(outcome, quote, (quote,), sure=min(1.0, merit))
    if measured is not None:
        value, unit = (plain(figure.value), figure.unit) if figure else (None, None)
        return Extract(outcome, span, (span, *cites), value, unit, sure=min(1.0, 0.3 + merit))
    counting = aptness.counting(query, piece.text) or (outcome == "cost_limit" and _searches(query, piece.text))
    if query.form == "how_many" and figure is not None and (telling >= 0.35 or counting):
        return Extract(outcome, span, (span, *cites), plain(figure.value), figure.unit, sure=min(1.0, merit))
    if query.form == "how_many" and telling >= 0.35 and aptness.counts(piece.text):
        return Extract(outcome, span, (span, *cites), sure=min(1.0, merit))
    asks_said = asked.asks_mark(query) or re.search(
        r"\b(?:argument|factor|consideration|harm|balance|public interest|effect|impact|risk|article|condition"
        r"|principle|guidance|test)",
        query.text,
        re.IGNORECASE,
    )
    named = query.form in ("who", "which", "list") and asked.HIDDEN.search(
        query.text
    )  # what was kept back, in its words
    if named and not asks_said:
        said = _hidden(text, part, best, cites[0])
        return Extract(outcome, said, tuple(dict.fromkeys((said, *cites))), sure=min(1.0, 0.1 + merit))
    if asks_said or (telling >= 0.6 and candidate.question is None):
        return Extract(
            outcome, span if asks_said else None, (span, *[c for c in cites if c != span]), sure=min(1.0, merit)
        )
    return Extract(outcome, None, tuple(cites), sure=min(1.0, 0.1 + merit))


_TO_APPEAR = re.compile(
    r"\b(?:will|to|shall) be (?:\w+ ){0,3}?(?:publish|put|placed|released|printed|available)", re.IGNORECASE
)
_PUBLISHING = re.compile(r"\bpubli(?:sh|cation)|\breleas|\bavailable\b", re.IGNORECASE)


def _appears(query: Query, said: str) -> bool:
    """True where a query asks when something will be published, and `said` gives the day."""
    asks = query.form == "when" and _PUBLISHING.search(query.text) is not None
    return asks and spans.dated(said) and _TO_APPEAR.search(said) is not None


_SEARCHING = re.compile(
    r"\b(?:search|check|review|examin|open|read|look|trawl|retriev|extract|go(?:ing)? through)\w*", re.IGNORECASE
)
_PAPERS = re.compile(
    r"(?:records?|files?|cases?|documents?|e-?mails?|entries|folders?|reports?|forms?|letters|pages|items)\b",
    re.IGNORECASE,
)


def _searches(query: Query, said: str) -> bool:
    """True where a query asks how many papers would have to be looked through, and `said` counts some: "262 records"
    for "files to check"."""
    if aptness.head(query.text) is None or not (_SEARCHING.search(query.text) and _SEARCHING.search(said)):
        return False
    asked = re.search(rf"\b(?:how many|number of) (?:\w+ )?{_PAPERS.pattern}", query.text, re.IGNORECASE)
    return asked is not None and any(_PAPERS.match(said, n.end + 1) for n in seen(said).figures)


_INCLUDING = re.compile(
    r"(?:this|these|they|it|the (?:redacted|withheld|exempt) \w+)\s+(?:includes?|consists?|comprises?|covers?"
    r"|relates?)\b",
    re.IGNORECASE,
)
_KEEPING = re.compile(
    r"\b(?:redact\w*|withh[eo]ld\w*|removed|left out|not\s+(?:to\s+)?(?:releas\w*|disclos\w*|nam\w*))\b", re.IGNORECASE
)


def _hidden(text: str, part: Section, best: Sequence[tuple[float, spans.Piece]], stated: Span) -> Span:
    """What was kept back: the sentence that states it, with one that says what that includes, or another that fits
    the query better and speaks of keeping back, too."""
    merits = {p.start: merit for merit, p in best}
    own = max((m for at, m in merits.items() if stated[0] <= at < stated[1]), default=0.0)
    merit, piece = best[0]
    if merit - own >= _BETTER and _KEEPING.search(piece.text):
        return spans.clean(text, piece.start, piece.end)
    after = next((p for p in spans.pieces(text, part.start, part.end) if p.start >= stated[1]), None)
    if after is not None and _INCLUDING.match(after.text) and after.end - stated[0] <= spans.LONGEST:
        return stated[0], spans.clean(text, after.start, after.end)[1]
    return stated


_BETTER = 0.25
"""By how much another sentence must fit better than the one that refuses."""


_DATED = 0.3
"""The share of the query that a sentence with a date must hold, in a refusal."""
_PLAINLY = 0.6
"""The share of the query that a figure's sentence must hold, in a section that gives nothing otherwise."""


def given(query: Query, candidate: Candidate, part: Section, weights: Weights) -> Extract | None:
    """What a section that refuses one thing gives of another: "The longest is 71 miles. The name is withheld"."""
    text = candidate.text
    if part.outcome not in ("partly_disclosed", "withheld", "referred", "vexatious") or query.form in (
        "why",
        "exemption",
    ):
        return None
    best = spans.ranked(query, text, part.start, part.end, weights, about(candidate))
    if (shown := _shown(query, best, weights)) is not None:
        return told(query, "disclosed", spans.clean(text, shown[1].start, shown[1].end), text, *shown)
    if not best or refusals.refusing(best[0][1].text) or refusals.cites(best[0][1].text):
        return None
    merit, piece = best[0]
    gives = re.search(r"\b(?:enclos|attach|provid|below|as follows)", piece.text, re.IGNORECASE) or (
        aptness.apt(query, piece.text) or (query.form == "how_many" and aptness.worded(query, piece.text))
    )
    if not gives or share(query.terms, weights, bag(piece.text)) < 0.3:
        return None
    if part.outcome != "partly_disclosed" and not (
        (query.form == "how_many" or costs(query.text))
        and (aptness.apt(query, piece.text) or aptness.worded(query, piece.text))
        and share(query.terms, weights, bag(piece.text)) >= _PLAINLY
    ):
        return None
    return told(query, "disclosed", spans.clean(text, piece.start, piece.end), text, merit, piece)


_OPENLY = re.compile(
    r"\W{0,8}(?:\d{1,2}[.)]\s+)?(?:[\w,]{1,30} ){0,12}?(?:we|I) can (?:however |nevertheless |though )?"
    r"(?:say|tell you|confirm|advise|disclose|state)\b(?! or)",
    re.IGNORECASE,
)
"""How a sentence of a refusal begins that tells something after all."""
_SENT = re.compile(r"\b(?:enclosed|attached|released|disclosed|provided|supplied|sent)\b", re.IGNORECASE)


def _shown(
    query: Query, best: Sequence[tuple[float, spans.Piece]], weights: Weights
) -> tuple[float, spans.Piece] | None:
    """What a refusal tells of its own accord, where that is what is asked: "We can tell you that …"; or how much was
    sent, asked for that: "97 are enclosed"."""
    for merit, piece in best:
        said = piece.text
        if refusals.refusing(said) or refusals.denies(said):
            continue
        if query.form == "how_many" and _SENT.search(query.text) and _SENT.search(said) and aptness.counts(said):
            return merit, piece
        if (
            piece is best[0][1]
            and _OPENLY.match(said)
            and share(query.terms, weights, bag(said)) >= _LITTLE
            and (not wants_figure(query) or aptness.apt(query, said))
        ):
            return merit, piece
    return None


_LITTLE = 0.15
"""The share of the query that what a refusal tells of its own accord must hold."""


def referral(candidate: Candidate, span: Span) -> Span:
    """Where the answer sends the reader, with what it says of it: all of it where that is short."""
    parts = candidate.answers
    whole = spans.clean(candidate.text, parts[0].start, parts[-1].end)
    return whole if whole[1] - whole[0] <= spans.WHOLE + 100 else span


def _first(text: str, part: Section) -> Span:
    found = spans.pieces(text, part.start, part.end)
    if not found:
        return part.start, part.end
    first = spans.under(found, found[0])
    return spans.clean(text, first.start, first.end)


def _adjoined(text: str, found: Sequence[Span]) -> list[Span]:
    """Spans with nothing but white space between them, or that overlap, as one; the first stays first."""
    joined: list[Span] = []
    for start, end in found:
        last = joined[-1] if joined else None
        if last and last[0] <= start and not text[last[1] : start].strip() and end - last[0] <= spans.LONGEST:
            joined[-1] = (last[0], max(last[1], end))
        else:
            joined.append((start, end))
    return joined
