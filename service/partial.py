"""What is given only in part, of a thing that is asked for as a whole: a redacted copy, a list with gaps, a ceiling."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.sectioned import Section
from service import asked, refusals, spans
from service.candidate import Candidate
from service.draw import Extract
from service.match import Weights
from service.query import Query, wants_figure
from service.read import about
from service.spans import Span

_WHOLE = ("other", "list", "which")
"""The forms of a query that may ask for all of something."""
_PAPERS = re.compile(
    r"\b(?:e-?mails?|correspondence|communications?|documents?|papers?|letters|messages|minutes|files?|cop(?:y|ies)"
    r"|annex(?:es)?|appendix|appendices)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\bnames of\b|\bnames\W*$", re.IGNORECASE)
_CUT_COPY = re.compile(
    r"\bredacted (?:\w+ )?(?:documents?|cop(?:y|ies)|versions?|e-?mails?|correspondence|files?|minutes|reports?)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:attach|enclos|append)\w*|\bannex\b", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"\b(?:redacted|removed|taken out|left out|withheld|blacked out|edited out)\b(?! cop| version)", re.IGNORECASE
)
_BLANKED = re.compile(
    r"(?:^|[|\t│])[ ]*\\?(?:\*{1,2}|\[?withheld\]?|\[?redacted\]?)[ ]*(?=$|[|\t│])", re.IGNORECASE | re.M
)
"""A cell of a table that holds a mark in the place of its figure."""
_CEILING = re.compile(
    r"\W*(?:(?:fewer|less) than (?:two|three|four|five|six|ten|\d{1,2})|[<≤]\s?\d{1,2})\W*(?:\w+\W*)?", re.IGNORECASE
)
_NAMED_CEILING = re.compile(r"[^\d\n]{1,80}(?:\t|[ ]{2,}|: )" + _CEILING.pattern, re.IGNORECASE)
"""A row of a table with a ceiling for its figure."""
_EXACT = re.compile(
    r"\b(?:exact|actual|precise|true) (?:figures?|numbers?|counts?)\b"
    r"|\b(?:figures?|numbers?|counts?|values?) (?:of |that are |which are )?(?:(?:from|between) \w+ (?:to|and) \w+"
    r"|(?:fewer|less|lower|smaller) than \w+|(?:below|under) \w+|of \w+ or (?:fewer|less))"
    r" (?:is|are|has been|have been) (?:not |with|suppress|exempt|kept|hidden)",
    re.IGNORECASE,
)


def lessened(query: Query, candidate: Candidate, found: Extract) -> Extract:
    """`found`, as partly disclosed where its unit says that the rest of what is asked for is kept back."""
    if found.outcome != "disclosed" or found.quote is None or asked.HIDDEN.search(query.text):
        return found
    text = candidate.text
    said = text[slice(*found.quote)]
    refused = [p for p in candidate.answers if refusals.refuses(p, text)]
    kept_back = " ".join(" ".join(text[p.start : p.end].split()) for p in refused)
    if (
        ((_CEILING.fullmatch(said) or _NAMED_CEILING.fullmatch(said)) and _EXACT.search(kept_back))
        or (refused and query.form not in ("how_many", "who", "when") and _gaps(found, said))
        or (_whole(query) and _cut_copy(said, kept_back))
    ):
        cites = refusals.citing(text, refused, query.exemptions)
        return replace(found, outcome="partly_disclosed", cites=tuple(dict.fromkeys((*found.cites, *cites))))
    return found


def _gaps(found: Extract, said: str) -> bool:
    """True for a table, and no single cell of one, in which marks stand beside what is given."""
    return found.cell is None and "\n" in said and _BLANKED.search(said) is not None


def _whole(query: Query) -> bool:
    return query.form in _WHOLE and not wants_figure(query)


def _cut_copy(said: str, kept_back: str) -> bool:
    """True where a redacted copy is given, and something is said to have been left out."""
    flat = " ".join(said.split())
    rest = _CUT_COPY.sub(" ", f"{flat} {kept_back}")
    return bool(_CUT_COPY.search(flat) and _GIVEN.search(flat) and _LEFT_OUT.search(rest))


def remaining(query: Query, candidate: Candidate, part: Section, weights: Weights) -> Extract | None:
    """What a section that refuses a part of the papers or the names asked for gives of the others; None without any."""
    papers, names = _PAPERS.search(query.text), _NAMES.search(query.text)
    if part.outcome not in ("partly_disclosed", "withheld") or not (papers or names) or query.form not in _WHOLE:
        return None
    if asked.HIDDEN.search(query.text):
        return None
    text = candidate.text
    best = spans.ranked(query, text, part.start, part.end, weights, about(candidate))
    giving = _GIVEN if papers else _NAMED
    plain = ((merit, cut) for merit, piece in best for cut in _sentences(piece) if giving.search(text, *cut))
    first = next(((merit, cut) for merit, cut in plain if not _refuses(text[slice(*cut)])), None)
    if first is None:
        return None
    merit, cut = first
    span = spans.clean(text, *cut)
    cites = refusals.citing(text, [part], query.exemptions)
    return Extract("partly_disclosed", span, tuple(dict.fromkeys((span, *cites))), sure=min(1.0, 0.1 + merit))


_NAMED = re.compile(r"\b(?:is|are|was|were)\s+(?:[A-Z][\w’'-]+\s+){1,3}[A-Z(]")
"""What gives names of people: "The wardens are Ada Holt (north) and Jo Pike"."""


def _sentences(piece: spans.Piece) -> list[Span]:
    """The piece cut at every full stop before a capital, also behind a letter that may be an initial: "Annex A."."""
    ends = [piece.start + m.end() for m in re.finditer(r"(?<=\w{2} \w|\w{3}[\w)])\.(?=\s+[A-Z])", piece.text)]
    return list(zip([piece.start, *ends], [*ends, piece.end], strict=True))


def sent_cut(query: Query, candidate: Candidate, part: Section) -> Extract | None:
    """The answer before a refusal that sends the paper asked for, with parts left out: "Attached, less two pages"."""
    if query.form not in (*_WHOLE, "yes_no", "held") or wants_figure(query) or asked.HIDDEN.search(query.text):
        return None
    text = candidate.text
    before = [p for p in candidate.answers if p.kind == "answer" and p.end <= part.start]
    if not before or before[-1].end - before[-1].start > _BRIEF:
        return None
    span = spans.clean(text, before[-1].start, before[-1].end)
    said = " ".join(text[slice(*span)].split())
    if not (_GIVEN.match(said) and _LEFT_OUT.search(said)):
        return None
    cites = refusals.citing(text, [part], query.exemptions)
    return Extract("partly_disclosed", span, tuple(dict.fromkeys((span, *cites))), sure=0.5)


_BRIEF = 150
"""Characters of an answer that only sends a paper."""


def _refuses(said: str) -> bool:
    return refusals.refusing(said) or refusals.cites(said)
