"""What a unit says when it does not simply answer.

Exemptions and their citing lines, not held, pointers to other answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.acts import neither_confirms_nor_denies
from indexer.foreseen import foreseen
from indexer.not_held import EVENTS, SENSED, THINGS, TO_BE_HAD, not_held
from indexer.outcome import ON_SITE
from indexer.passed_on import passed_on
from indexer.sectioned import Section
from service.candidate import Candidate
from service.spans import Piece, Span, clean, pieces, title, whole

_DENYING = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|can|could|would|will)\s?(?:not|n['’]t)|cannot|can['’]t|no longer"
    r"|not(?= held| recorded| available| routinely))\b"
    rf"[^.?!]{{0,60}}\b(?:hold{EVENTS}|held|holds|(?:record|capture){SENSED}|recorded|records|captured|collected"
    r"|have (?:a |any |the |this |that )?(?:\w+ )?(?:figures?|numbers?|information|data|records?|breakdowns?)"
    rf"|available{TO_BE_HAD}|kept|broken down|break down|possess"
    rf"|(?:collect|keep|maintain|monitor){THINGS}|identify|distinguish|differentiate)\b"
    r"|\bnot been able to (?:locate|find|trace)\b"
    r"|\bno (?:\w+ )?(?:information|data|records?)(?=\W*$|[^\w\s]|\s(?:is|are|was|were|has|have|had|on|of|about|for|in"
    r"|to|that|which|from|at|by|with|held|available|recorded|retained|relat\w+|regard\w+|concern\w+|\w+ly)\b)"
    r"[^.?!]{0,60}\b(?:held|available|recorded|retained)\b"
    r"|\bno (?:\w+ )?(?:information|data|records?) (?:\w+ ){0,2}found\b|\bnil return\b"
    r"|\bno (?:\w+ )?breakdown (?:is |are )?(?:available|held|recorded)\b",
    re.IGNORECASE,
)
"""What denies at some distance, which is a denial of what is asked only where it speaks of that."""
_POINTER = re.compile(
    r"\b(?:see|refer to|per|in|provided (?:in|at|under)|given (?:in|at|to)|as)\s+(?:the\s+|our\s+|my\s+)?(?:answers?"
    r"|respon[sc]es?|reply|figures?|table|data|information|details)?\s*"
    r"(?:given\s+|provided\s+)?(?:to|for|at|in|under|of)?\s*(?:the\s+)?(?:questions?|q|point|part|item|no\.?"
    r"|number)\s*\.?\s*\(?(?P<number>\d{1,2}\s?[a-z]?(?:\([a-z]\))?)\)?(?![\w/])"
    r"(?!\s+(?:in|of|to|from)\s+(?:our|the|my|your|an?)\s+(?:\w+\s)?(?:response|reply|letter|request|FOI))"
    r"|^\W*(?:please\s+)?(?:see|as)\s+(?:stated |answered |per |at |the )*(?P<above>above|previous (?:answer"
    r"|response|question)|answer above)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:please )?(?:see|refer to|find)(?: the)?(?: \w+){0,4} (?:below|overleaf|that follows?)\W*", re.IGNORECASE
)
_EXTERNAL = re.compile(
    rf"https?://|www\.|following link|\blink\b|(?<!\bbe )published|publicly available|section 21\b|{ON_SITE}"
    r"|otherwise accessible|regulation 6\(1\)\(b\)|on (?:the|a|our) public register"
    r"|accessible (?:to the applicant )?by other means",
    re.IGNORECASE,
)
_READ_AT = re.compile(
    r"\b(?:can|may) be (?:\w+ly )?(?:found|viewed|accessed|seen|read|downloaded|obtained)\b"
    r"|\b(?:is|are) (?:\w+ly )?(?:published|available)\b[^.]{0,80}(?:\b(?:at|on|via|here|online|link)\b)",
    re.IGNORECASE,
)
_CITING = re.compile(
    r"(?:\b(?:sections?|regulations?|sec|reg|article)\.?|\bs\.?|\br\.?)\s?(\d{1,2}[A-C]?)(?![\d/])", re.IGNORECASE
)
_SCAFFOLD = {"1", "8", "10", "11", "16", "17", "45", "50"}
_EXCEPTED = re.compile(r"(?:regulation|reg\.?|\br\.?)\s?(10)(?=\s?\([45]\))", re.IGNORECASE)
"""An exception of the Scottish regulations, whose number is elsewhere that of a rule."""
_OTHER_ACT = re.compile(
    r"(?:Crime Act|Data Protection Act|Harassment Act|Local Government Act|Equality Act|Housing Act|Highways Act"
    r"|Children(?:'s|’s)? Act|Education Act)",
    re.I,
)
_NCND = re.compile(
    r"neither confirms? n?or den(?:y|ies)|(?:refuse|excluded?|exempts?|not obliged|unable|allows?"
    r"|cannot)\b[^.]{0,60}confirm or deny",
    re.IGNORECASE,
)
_SUBSTANCE = re.compile(r"\b(?:attached|enclosed|appended)\b", re.IGNORECASE)
_REFUSING = re.compile(
    r"\b(?:attracts?|covered by|subject to|engages?) (?:an |the |certain )?exempt|\b(?:is|are|was|were|be) exempt"
    r"|\bwithh[eo]ld(?:ing)?\b"
    r"|\bnot (?:to )?(?:disclos|releas)|\bdeclin(?:e|es|ed|ing) to (?:name|give|provide|supply|state|answer)\b"
    r"|\b(?:we|I) (?:have|are|will|am)(?: not|n[’']t) (?:be )?(?:provid|suppl|name\b|naming\b)"
    r"|\brefus(?:e|ed|ing) (?:your|this|the|to)\b|\bblacked out\b",
    re.IGNORECASE,
)


_ACCESS = re.compile(r"Freedom of Information|FOI|EIR|Environmental Information")
_REASONED = re.compile(
    r"\bexempt|\bwithh[eo]ld|\brefus|public interest|\bprejudic|\bharm|\bsection \d|\bregulation \d|\bs\d\d\b"
    r"|confirm or deny|confirms? nor den(?:y|ies)|(?:cost|appropriate) limit"
    r"|\bvexatious|\bpersonal data\b",
    re.IGNORECASE,
)


_NONE_REFUSED = re.compile(
    r"\b(?:no|none|nothing|not)\b(?: (?!(?:as|because|since|which|and|so|but|who|that)\b)[\w’'-]+){0,6}"
    r" (?:withh[eo]ld|withholding|refused|exempt(?:ed)?)\b",
    re.IGNORECASE,
)
"""That nothing was refused: "No information has been withheld"."""
_KEPT_BACK = re.compile(
    r"\b(?:the|this|these|those|all) (?:withheld|exempt) (?=(?:information|material|data|pages|papers|documents|parts"
    r"|passages|names|figures|e-?mails)\b)",
    re.IGNORECASE,
)
"""What was refused, of which a sentence tells something: "the withheld material amounts to 40 pages"."""


def refusing(sentence: str) -> bool:
    """True for a sentence that refuses, and does not say that nothing is refused."""
    return _REFUSING.search(_KEPT_BACK.sub(" ", _NONE_REFUSED.sub(" ", sentence))) is not None


def refuses(part: Section, text: str) -> bool:
    """True for a section that refuses, or argues for refusing, and does not merely stand beside one that does."""
    return part.kind == "exemption" and (
        bool(part.exemptions) or _REASONED.search(_NONE_REFUSED.sub(" ", text[part.start : part.end])) is not None
    )


def outcome_of(part: Section, text: str) -> str:
    """The outcome that one section of a unit stands for.

    Its own where it says, else read off its kind, codes and words.
    """
    body = text[part.start : part.end]
    if refuses(part, text):
        if part.outcome not in (None, "disclosed", "partly_disclosed"):
            return str(part.outcome)
        codes = part.exemptions
        if any(re.match(r"FOIA s12\b|FOISA s12\b", c) for c in codes):
            return "cost_limit"
        if any(re.match(r"FOI\w*A s14\b", c) for c in codes):
            return "vexatious"
        if _NCND.search(body):
            return "neither_confirm_nor_deny"
        if codes and all(re.match(r"FOIA s21\b", c) for c in codes):
            return "referred"
        return "withheld"
    if part.outcome in (None, "partly_disclosed") or part.kind == "exemption":
        return "disclosed"
    if (
        part.outcome == "referred"
        and _SUBSTANCE.search(body)
        and not re.search(r"section 21\b|other means", body, re.IGNORECASE)
    ):
        return "disclosed"
    return part.outcome


def outcome_at(part: Section, text: str, span: Span) -> str:
    """The outcome that the paragraph of `part` around `span` stands for: by the codes that it cites, where it cites
    some of the section's and others stand elsewhere; else that of the section."""
    start = max((m.end() for m in _APART.finditer(text, part.start, span[0])), default=part.start)
    following = _APART.search(text, span[1], part.end)
    end = following.start() if following else part.end
    named = cited(text[start:end])
    codes = tuple(c for c in part.exemptions if (m := re.search(r"\bs(\d+[A-C]?)", c)) and m[1] in named)
    if not codes or len(codes) == len(part.exemptions):
        return outcome_of(part, text)
    if part.outcome == "neither_confirm_nor_deny" and all(_silent(code, part.exemptions) for code in codes):
        return part.outcome
    return outcome_of(replace(part, start=start, end=end, outcome=None, exemptions=codes), text)


def _silent(code: str, cited: Sequence[str]) -> bool:
    """Whether a provision neither confirms nor denies: itself, or named for all of it that is cited ("section 23 is
    absolute", of section 23(5))."""
    of_it = [one for one in cited if one.startswith(f"{code}(")]
    return neither_confirms_nor_denies(code) or (bool(of_it) and all(map(neither_confirms_nor_denies, of_it)))


_APART = re.compile(r"\n[ \t>]{0,8}\n")


@foreseen(65_536)
def denies(sentence: str) -> bool:
    """True for a sentence that says that something is not held, over however many lines it is printed."""
    flat = " ".join(sentence.split())
    return _DENYING.search(flat) is not None or not_held(flat.lower()) is not None


@lru_cache(maxsize=8192)
def pointed(part_text: str) -> str | None:
    """The question number that an answer points to ("5", "2a"), "above", or None where it answers for itself."""
    if _BELOW.fullmatch(" ".join(part_text.split())):
        return "below"
    match = _POINTER.search(part_text[:400])
    if match is None or len(part_text.split()) > 60:
        return None
    return re.sub(r"[\s()]", "", match["number"]).lower() if match["number"] else "above"


@lru_cache(maxsize=8192)
def external(part_text: str) -> bool:
    """True where an answer sends the reader to something published elsewhere, or to another body."""
    return _EXTERNAL.search(part_text) is not None or passed_on(" ".join(part_text.split()).lower())


@lru_cache(maxsize=8192)
def published(sentence: str) -> bool:
    """True for a sentence that says where what was asked for can be read: "can be viewed at the following link"."""
    flat = " ".join(sentence.split())
    return _READ_AT.search(flat) is not None and external(flat)


def target(candidate: Candidate, pointer: str) -> tuple[Section | None, tuple[Section, ...]]:
    """The question (and what answers it) that `pointer` names in the candidate's letter; empty where there is none."""
    questions = [s for s in candidate.sections if s.kind == "question"]
    here = candidate.question
    if pointer == "below":
        last = max((s.end for s in candidate.answers), default=0)
        below = [
            s
            for s in candidate.sections
            if s.start >= last and s.kind in ("answer", "exemption") and s.end - s.start > 60
        ]
        return here, tuple(s for s in below if s.answers == below[0].answers)
    if pointer == "above":
        before = [q for q in questions if here is not None and q.start < here.start]
        chosen = before[-1] if before else None
    else:
        named = [q for q in questions if q is not here and q.bare_number == pointer]
        chosen = next((q for q in named if _answers(candidate, q)), None)
    return chosen, _answers(candidate, chosen) if chosen else ()


def _answers(candidate: Candidate, question: Section) -> tuple[Section, ...]:
    return tuple(s for s in candidate.sections if s.answers == question.id and s.kind in ("answer", "exemption"))


def cites(sentence: str) -> bool:
    """True for a sentence that names a section or regulation to rely on."""
    return bool(cited(sentence))


@lru_cache(maxsize=8192)
def cited(sentence: str) -> frozenset[str]:
    """The sections and regulations that a sentence names to rely on."""
    named = {m[1].upper() for m in _CITING.finditer(sentence)} - _SCAFFOLD
    return frozenset(named | {m[1] for m in _EXCEPTED.finditer(sentence)})


@lru_cache(maxsize=8192)
def _elsewhere(sentence: str) -> bool:
    """True for a sentence that names another Act, and no access law beside it."""
    return _OTHER_ACT.search(sentence) is not None and _ACCESS.search(sentence) is None


def stating(text: str, part: Section) -> Span | None:
    """The sentence of a refusal that says that it is one, or cites what it relies on; None where none does."""
    found = (piece for piece in pieces(text, part.start, part.end) if states(piece.text))
    first = next(found, None)
    return clean(text, first.start, first.end) if first is not None else None


def states(sentence: str) -> bool:
    """True for a sentence that says that it refuses, or cites what it relies on."""
    return len(sentence) > 20 and bool(refusing(sentence) or _NCND.search(sentence) or cited(sentence))


def citing(text: str, parts: Sequence[Section], wanted: Sequence[str]) -> list[Span]:
    """The lines or sentences of `parts` that cite what is relied on, shortest run first that names every code.

    Lines that only name sections (a list of exemptions) are taken together; `wanted` (as `31(1)(a)`) narrows to those
    sections.
    """
    roots = {m[1] for part in parts for code in part.exemptions if (m := re.search(r"[sr](\d+[A-C]?)", code))}
    asked = {m[0] for w in wanted if (m := re.match(r"\d+[A-C]?", w))}
    roots = (roots & asked) or roots
    found: list[tuple[Piece, set[str]]] = []
    for part in parts:
        for piece in pieces(text, part.start, part.end):
            named = set(cited(piece.text))
            named &= roots or named
            if named and not _elsewhere(piece.text):
                found.append((piece, named))
    found = _untitled(found)
    spans: list[Span] = []
    seen: set[str] = set()
    for at, (piece, named) in enumerate(found):
        if named <= seen:
            continue
        last = piece
        seen |= named
        for following, more in found[at + 1 :]:
            if (
                text[last.end : following.start].strip()
                or following.end - piece.start > 500
                or len(following.text) > 200
            ):
                break
            heads = last is piece and not refusing(piece.text) and refusing(following.text)
            if more - seen or len(following.text) < 120 or heads:
                seen |= more
                last = following
        spans.append(clean(text, piece.start, last.end))
        if roots and roots <= seen:
            break
    return spans[:4]


def _untitled(found: Sequence[tuple[Piece, set[str]]]) -> list[tuple[Piece, set[str]]]:
    """`found` without the titles of sentences that name as much: those say it."""
    headed: dict[str, tuple[int, set[str]]] = {}
    for piece, named in found:
        if whole(piece):
            _, more = headed.get(piece.heading, (0, set()))
            headed[piece.heading] = piece.start, more | named
    kept = []
    for piece, named in found:
        last, more = headed.get(title(piece) or "", (0, set()))
        if piece.start >= last or not named <= more:
            kept.append((piece, named))
    return kept
