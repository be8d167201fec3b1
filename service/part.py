"""Which section of a unit a query is about: an answer, or the refusal of a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.sectioned import Section
from service import aptness, asked, cells, denials, spans
from service.asking import COUNT
from service.candidate import Candidate
from service.match import Weights, share
from service.money import costs
from service.periods import periods
from service.query import Query
from service.read import question_text
from service.refusals import refuses
from service.said import MONIES, YES_NO, seen
from service.terms import bag

LINK = re.compile(r"https?://|www\.|\[\d+\]\s?[A-Z]|\b(?:portal|website|web ?page)\b", re.IGNORECASE)
_PUBLIC = re.compile(r"\balready (?:public|published|available|out)\b|\bpublic domain\b", re.IGNORECASE)
"""A query for what can be read elsewhere already."""
_REFUSAL = re.compile(r"\brefus(?:al|als|e|ed|es|ing)\b|\bturn(?:ed|ing)? down\b|\breject\w*", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:customer|complainant|person|people|individual|resident|tenant|staff|employee|worker|officer|owner|applicant"
    r"|requester|patient|pupil|victim|witness|author|sender|neighbour|member of the public)s?\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\W*(?:I|we) (?:can )?confirm that [^.]{0,60}\b(?:hold|held)s?\b[^.]{0,80}\.?", re.IGNORECASE)
"""That something is held, and no more."""
_PAPERS = (
    r"(?:e-?mails?|letters?|messages|correspondence|documents?|papers?|pages|files?|records|reports?|reviews?|minutes"
    r"|information|data|items|this|it|these|them)"
)
_OPENS = re.compile(
    r"\W*(?:\w{1,4}[.)]\s+)?(?:[^.]{0,60}\bconfirm that\s+)?"
    r"(?:(?:I|we|the \w+)\s+(?:\w+\s+)?(?:hold|identified|located|found|traced)s?\b"
    rf"[^.]{{0,60}}\b{_PAPERS}\b[^.]{{0,60}}"
    rf"|[^.]{{0,60}}\b{_PAPERS}\s+(?:is|are)\s+held"
    r"|[^.]{1,90}\b(?:is|are)\s+(?:\w+ly\s+)?(?:stored|filed|logged|recorded)\s+(?:as|in|on|by|within)\b[^.]{0,90})\.?",
    re.IGNORECASE,
)
"""That something is held, or how it is stored, which before a refusal says what is refused."""
_KEEPING = re.compile(r"\b(?:stor(?:e|es|ed|age)|recorded|logged|filed|kept|systems?)\b", re.IGNORECASE)
"""A query for how something is kept."""
_SENT = re.compile(r"\b(?:attach|enclos|append)\w*|\bannex\b|\bbelow\b", re.IGNORECASE)
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|may)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:who|whom|whose|which|where)\b", re.IGNORECASE)
"""A query for a name or a place, which a few words may give that share none with it."""
_BRIEF = 150
"""Characters of an answer that may do no more than lead to the refusal that follows it."""
_ADVICE = re.compile(r"\bsection 16\b|\badvi[cs]e[ds]?\b|\bsuggest|\bnarrow|\brefin", re.IGNORECASE)
_ADVISING = re.compile(r"\bsection 16\b|\brefin|\bnarrow|\bmay wish\b|\bsuggest", re.IGNORECASE)
"""A query for the advice that goes with a refusal, and such advice."""
_HARM = re.compile(r"\b(?:harm|prejudice|damage)\b.*\b(?:disclos|releas|publi|claim|argu|giv)", re.IGNORECASE)
"""A query for the harm that disclosure would do."""
_FIGURE_KEPT = re.compile(
    r"\bfigures? (?:is|are|has been|have been) (?:also )?(?:withheld|exempt|suppressed)", re.IGNORECASE
)
_NAMES = re.compile(r"\bnames?\b|\bpersonal (?:data|information|details)\b|\bidentit(?:y|ies)\b", re.IGNORECASE)


def part_of(
    query: Query, candidate: Candidate, parts: Sequence[Section], weights: Weights, picked: cells.Pick | None
) -> Section:
    """The section of the unit that the query is about.

    By words that tell the sections apart, by its period, answers first.
    """
    text = candidate.text
    if len(parts) == 1:
        return parts[0]
    common = [h for h in parts[0].heading if all(h in p.heading for p in parts)]  # over those with a title of their own
    heads = [" ".join(dict.fromkeys([*common, *p.heading[-1:]])) for p in parts]
    bags = [bag(f"{head} {text[p.start : p.end]}") for head, p in zip(heads, parts, strict=True)]
    counting = query.form == "other" and COUNT.search(question_text(candidate)) is not None
    given = any(p.kind == "answer" and seen(text[p.start : p.end]).figures for p in parts)
    refused = [p.start for p in parts if refuses(p, text)]
    hidden = asked.HIDDEN.search(query.text) is not None
    best, lead = parts[0], -9.0
    for before, part, stems in zip((None, *parts[:-1]), parts, bags, strict=True):
        body = text[part.start : part.end]
        led = hidden and part.kind == "exemption" and before is not None and before.kind == "answer"
        merit = share(query.terms, weights, stems | bag(_last(text, before)) if led and before else stems)
        if part.outcome == "not_held":
            merit = min(merit, denials.weight(query, body, weights))
            merit -= 1.0 if denials.passing(query, body) else 0.0
        merit += 0.3 * any(p.same(o) or p.holds(o) for p in query.periods for o in periods(body))
        merit += asked.named_kind(query.text, body)
        if part.kind == "answer":
            merit += 0.12
            merit -= _LEADING * _leads(query, part, body, refused, share(query.terms, weights, bag(body)))
            merit += 0.3 if counting and seen(body).figures else 0.0
            merit += 0.2 if query.form == "yes_no" and YES_NO.match(body) else 0.0
            merit += 0.35 * picked.sure if picked and part.start <= picked.start < part.end else 0.0
            merit += 0.5 * bool(_PUBLIC.search(query.text) and LINK.search(body))
            counted = query.form == "how_many" and aptness.counting(query, body)
            paid = bool(refused) and costs(query.text) and not seen(body).units.isdisjoint(MONIES)
            merit += 0.3 * (counted or paid)
            merit -= 1.0 * bool(len(parts) > 1 and _HELD.fullmatch(body.strip()))
            if _ADVICE.search(query.text):
                merit += 0.8 * bool(_ADVISING.search(body))
            elif not counted:
                merit -= 0.5 * bool(re.match(r"\W*under section 16\b", body, re.IGNORECASE))
        if query.form == "why" and part.kind == "exemption":
            merit += 0.1
        elif counting and not given and _FIGURE_KEPT.search(body):
            merit += 1.2
        if part.kind == "exemption" and (
            (query.form == "why" and _REFUSAL.search(query.text))
            or hidden
            or (_HARM.search(query.text) and part.exemptions)
            or (query.form == "who" and _PERSON.search(query.text) and _NAMES.search(body) and part.exemptions)
        ):
            merit += 1.0
        if merit > lead + 1e-9:
            best, lead = part, merit
    return best


def _last(text: str, part: Section) -> str:
    """What a refusal that follows a section may go on from: all of a short one, else its last paragraph."""
    body = text[part.start : part.end].strip()
    return body if len(body) <= spans.WHOLE else _PARAGRAPH.split(body)[-1]


_PARAGRAPH = re.compile(r"\n[ \t]{0,8}\n")
_LEADING = 0.6
"""What an answer loses that only leads to a refusal."""


def _leads(query: Query, part: Section, body: str, refused: Sequence[int], said: float) -> bool:
    """True for a short answer before a refusal that says what is held or how it is kept, and gives no count asked for;
    or that says nothing of what is asked (`said`, the share of the query's words in it), and no figure."""
    if len(body) > _BRIEF or not any(start >= part.end for start in refused) or _SENT.search(body) or LINK.search(body):
        return False
    if (
        query.form in ("held", "yes_no", "who")
        or _NAMED.search(query.text)
        or (query.form == "how_many" and seen(body).counts)
    ):
        return False
    if _OPENS.fullmatch(body.strip()):
        return _KEEPING.search(query.text) is None
    telling = said > 0 or query.form == "why" or seen(body).counts or spans.dated(body) or YES_NO.match(body)
    return not telling and _STATES.search(body) is not None
