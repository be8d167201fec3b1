"""The name of a document that came with a letter, or the letter's number, where that is what a query asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.sectioned import Section
from service.asides import SORRY, asks_file
from service.candidate import Candidate
from service.draw import Extract
from service.match import Weights, share
from service.periods import periods
from service.query import Query
from service.read import about
from service.refusals import refuses
from service.spans import Span, clean, ranked
from service.terms import bag

_ASKED = re.compile(
    r"\b(?:spreadsheets?|workbooks?|files?|documents?|data ?sets?|pdfs?|charts?|e-?mails?|papers?|correspondence"
    r"|attachments?|templates?|messages?|photographs?|photos?|plans?|maps?|drawings?)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:spreadsheet|workbook|file|document|data ?set|pdf|attachment)\b", re.IGNORECASE)
"""One document as such: it is meant even where its name shares no word with the query, if it is the only one."""
_NAME = re.compile(
    r"^[ \t]*(?P<name>[^\n]{2,120}\.(?:pdf|docx?|xlsx?|xlsm|csv|zip|msg|pptx?|ods|odt|txt|rtf|jpe?g|png))[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENCLOSED = re.compile(r"\b(?:attach|enclos|append)\w*", re.IGNORECASE)
_HOW = re.compile(r"(?:how|where)\b", re.IGNORECASE)
_FORMS = ("other", "which", "list", "who")
_BARE = 100
"""An answer of at most so many characters says only that something is attached: "Please see attached documents."."""
_KNOWN = 0.4
_TIMELY = 0.3
"""What it counts that a name has the time that is asked for."""
_LEAST = 0.3
"""The weighted share of the query that a name must hold, unless names are what is asked for: any will do then."""


@lru_cache(maxsize=2048)
def names(text: str) -> tuple[Span, ...]:
    """Where `text` prints the name of a file on a line of its own, in order."""
    return tuple(m.span("name") for m in _NAME.finditer(text))


def sent(query: Query, candidate: Candidate, weights: Weights) -> tuple[Span, Span] | None:
    """Where the name of the document asked for stands, and where the answer says that it was sent, or the name again.

    None where no document is asked for, or none can be told. Asked what a file is called, its name answers whatever
    else is said, but for a refusal and what is not held. Of several documents the one whose name shares most with the
    query is meant, if no other shares as much.
    """
    text, named = candidate.text, asks_file(query.text)
    if query.form not in _FORMS or _HOW.match(query.text) or not (named or _ASKED.search(query.text)):
        return None
    named = named and not any(refuses(p, text) or _lacking(text, p) for p in candidate.answers)
    said = next(
        (
            (p.start, p.end)
            for p in candidate.answers
            if (named or p.end - p.start <= _BARE) and _ENCLOSED.search(text, p.start, p.end)
        ),
        None,
    )
    found = names(text) if said or named else ()
    if not found:
        return None
    known = about(candidate)  # what the whole letter is about tells none of its documents from another
    telling = {term: weights[term] * (_KNOWN if term in known else 1.0) for term in query.terms}
    printed = [re.sub(r"[_.-]+", " ", text[slice(*one)]) for one in found]
    held_by = [bag(one) for one in printed]
    timely = [any(p.same(o) for p in query.periods for o in periods(one)) for one in printed]
    likest = [share(query.terms, telling, stems) + _TIMELY * then for stems, then in zip(held_by, timely, strict=True)]
    shares = [share(query.terms, weights, stems) for stems in held_by]
    most = max(likest)
    told = (max(shares) >= _LEAST or (named and most > 0)) and likest.count(most) == 1
    if not told and not (len(found) == 1 and (named or _WHOLE.search(query.text))):
        return None
    name = found[likest.index(most)]
    return name, said or name


def _lacking(text: str, part: Section) -> bool:
    """Whether a section says that something is not held, and encloses nothing."""
    return part.outcome == "not_held" and _ENCLOSED.search(text, part.start, part.end) is None


def late(query: Query, candidate: Candidate, weights: Weights) -> Extract | None:
    """What the letter says of its being late, where the unit itself says nothing of it; None where neither does."""
    text = candidate.text
    if any(SORRY.search(text, p.start, p.end) for p in candidate.answers if p.kind != "other"):
        return None
    said = [
        (merit, piece)
        for part in candidate.sections
        if part.kind == "other" and SORRY.search(text, part.start, part.end)
        for merit, piece in ranked(query, text, part.start, part.end, weights, about(candidate))
        if SORRY.search(piece.text)
    ]
    if not said:
        return None
    merit, piece = max(said, key=lambda one: one[0])
    span = clean(text, piece.start, piece.end)
    return Extract("disclosed", span, (span,), sure=min(1.0, merit))


def numbered(candidate: Candidate) -> Extract | None:
    """The letter's own number as it is first printed; None where it has none, or prints another."""
    reference = candidate.document.reference
    if not reference:
        return None
    printed = re.search(r"[\s/:–-]*".join(map(re.escape, re.findall(r"\w+", reference))), candidate.text)
    return Extract("disclosed", printed.span(), (printed.span(),), sure=0.5) if printed else None
