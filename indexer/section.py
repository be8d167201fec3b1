"""Elements to sections: what was asked, what was answered, what was refused, and the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document import Metadata
from indexer.chapters import chapters
from indexer.citations import citations, regime, relied
from indexer.dates import reply_date
from indexer.enumerated import enumerated
from indexer.fields import fields
from indexer.in_turn import in_turn
from indexer.inline import inline
from indexer.kinds import label
from indexer.lettered import lettered
from indexer.lines import units
from indexer.messages import Message, messages
from indexer.metadata import authority, named_in
from indexer.openers import opened, titled
from indexer.options import options
from indexer.outcome import of_document, of_part, of_question, turns
from indexer.pairs import Part, parts
from indexer.reading import Reading
from indexer.references import reference
from indexer.sectioned import Kind, Outcome, Section
from indexer.sides import Side, sides, units_of, within
from indexer.taken_up import taken_up
from indexer.titles import title
from indexer.unit import BROKEN, FIELD, TITLED, Unit
from indexer.unlisted import unlisted

__all__ = ["Kind", "Outcome", "Section", "section"]

_KINDS: tuple[Kind, ...] = ("question", "answer", "exemption", "other", "other")
_PLEASANTRY = re.compile(
    r"thank|many thanks|i (?:sincerely |really |very much )?(?:look|hope|trust|appreciate|thank)|we look|let me know if"
    r"|(?:please )?(?:do not|don't) hesitate"
    r"|please feel free|if you (?:have|need|require) any|should you|kind|best|regards|\[|https?:|$"
)
_RUN_IN = 5
"""The level of a title that runs into its paragraph: below all headings."""
_FURNITURE = frozenset({"header", "footer", "navigation"})


def section(reading: Reading, uri: str) -> tuple[tuple[Section, ...], Metadata]:
    """Cut a document into sections, join answers to questions, and read off what the letter says of itself.

    Takes what `indexer.reading` holds of one document; `uri` is used only where the text names no subject at all.
    Returns the sections in text order and the document's metadata. Never raises for odd text: a document in which
    nothing is asked or answered is one of `other` sections.
    """
    text = reading.text
    found = messages(text)
    titles = {e.start: e.level for e in reading.elements if e.category == "title" and e.level is not None}
    edges = sorted({at for m in found for at in (m.start, m.body, m.close)})
    beside = sides(reading)
    cut = units(text, titles, edges, [(side.start, side.end) for side in beside])
    unlisted(cut, text)
    lettered(cut, text)
    chapters(cut, text)
    cut = fields(options(sorted([*cut, *units_of(text, beside)], key=lambda unit: unit.start), text), text)
    cut = inline(cut, text)
    opened(cut, text)
    cut = enumerated(cut, text)
    taken_up(cut)
    owner = [bisect_right([m.start for m in found], u.start) - 1 for u in cut]
    act = regime(text)
    cited = [one.start for one in citations(text, act)]
    kinds = _kinds(reading, found, cut, owner, cited, beside)
    in_turn(cut, kinds, owner, text)
    requests = frozenset(i for i, m in enumerate(found) if m.role == "request")
    joined = parts(cut, kinds, owner, requests)
    asked = [(p.start, p.end) for p in joined if p.kind == "question"]
    author = authority(text, found, asked) or named_in(reading.site)
    plain = _own(text, author) if author else text
    whole = [piece for part in joined for piece in _turned(part, plain)]
    said = _said(plain, whole, beside)
    codes = [
        relied(words, act, refusal=p.kind == "exemption") if p.kind in {"answer", "exemption"} else ()
        for p, words in zip(whole, said, strict=True)
    ]
    outcomes = _outcomes(whole, said, codes)
    sections = _sections(reading, whole, codes, outcomes)
    return sections, _metadata(reading, uri, author, found, cut, kinds, owner, whole, outcomes)


def _kinds(
    reading: Reading,
    found: Sequence[Message],
    cut: Sequence[Unit],
    owner: Sequence[int],
    cited: Sequence[int],
    beside: Sequence[Side],
) -> list[Kind]:
    """The kind of each unit, message by message."""
    text = reading.text
    furniture = sorted((e.start, e.end) for e in reading.elements if e.category in _FURNITURE)
    kinds: list[Kind] = ["other"] * len(cut)
    asked = " ".join(
        u.words
        for u, i in zip(cut, owner, strict=True)
        if found[i].role == "request" and found[i].body <= u.start < found[i].close
    )
    numbers = {
        u.marker.label
        for u, i in zip(cut, owner, strict=True)
        if u.marker and found[i].role == "request" and found[i].body <= u.start < found[i].close
    }
    for i, message in enumerate(found):
        if message.role == "notice":
            continue
        own = [n for n, u in enumerate(cut) if owner[n] == i and message.body <= u.start < message.close]
        if not _answered_below(own, cut, text) and message.role == "request":
            while own and _PLEASANTRY.match(cut[own[-1]].words):
                own.pop()
            for n in own:
                kinds[n] = "question"
            continue
        marked = [_inside(furniture, cut[n].start) for n in own]
        for n, state in zip(own, label([cut[n] for n in own], text, asked, marked, cited, numbers), strict=True):
            kinds[n] = _KINDS[state]
            if (column := within(beside, cut[n].start)) is not None:
                kinds[n] = _of_side(column, kinds[n])
    return kinds


_ANSWERED = ">>"
_FEWEST_ANSWERED = 2


def _answered_below(own: Sequence[int], cut: Sequence[Unit], text: str) -> bool:
    """Whether a message holds its answers, each on lines marked ">>" under its question, which bears no such mark.

    Units of both are labelled so.
    """
    asked = [n for n in own if cut[n].marker is not None and text[cut[n].start] != ">"]
    marked = {n for n in own if text.startswith(_ANSWERED, cut[n].start)}
    under = [n for n in marked if n - 1 not in marked]
    if len(under) < _FEWEST_ANSWERED or 2 * len(under) < len(asked) or not asked or min(under) < asked[0]:
        return False
    for n in asked:
        cut[n].label = "q"
    for n in marked:
        cut[n].label, cut[n].marker = "a", None
    return True


def _of_side(side: Side, read: Kind) -> Kind:
    """The kind of a unit in a column of questions or of answers, which was `read` by its words."""
    if side.kind != "a":
        return "question" if side.kind == "q" else "other"
    return read if read in {"answer", "exemption"} else "answer"


def _said(text: str, whole: Sequence[Part], beside: Sequence[Side]) -> list[str]:
    """The words of each part; of one whose lines stand between those of another column, all that its row says so."""
    rows = [within(beside, part.start) for part in whole]
    words = [text[part.start : part.end] for part in whole]
    words = [one if side is None else one.replace("|", " ") for one, side in zip(words, rows, strict=True)]
    together: dict[tuple[int, str], list[str]] = {}
    for part, side, one in zip(whole, rows, words, strict=True):
        if side is not None:
            together.setdefault((side.row, part.kind), []).append(one)
    return [
        one if side is None else " ".join(together[side.row, part.kind])
        for part, side, one in zip(whole, rows, words, strict=True)
    ]


def _own(text: str, author: str) -> str:
    """`text`, letter for letter, with "us" for what its own author is said to hold: "held by Barset Council"."""
    name = r"\s+".join(map(re.escape, author.split()))
    return re.sub(
        rf"(held\s+by\s+)((?:the\s+)?{name})\b", lambda m: m[1] + "us".ljust(len(m[2])), text, flags=re.IGNORECASE
    )


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    i = bisect_right(spans, (at, 1 << 60)) - 1
    return i >= 0 and spans[i][0] <= at < spans[i][1]


def _turned(part: Part, text: str) -> list[Part]:
    """An answer that gives one thing and does not hold another, cut where it turns; all answer the same question."""
    if part.kind != "answer" or len(part.units) < 2:
        return [part]
    at = turns([text[u.start : u.end] for u in part.units], [u.apart >= BROKEN for u in part.units])
    edges = [0, *(i for i in at if not part.units[i - 1].heading), len(part.units)]
    pieces = [replace(part, units=part.units[a:b]) for a, b in pairwise(edges)]
    return pieces if len(pieces) > 1 else [part]


def _outcomes(whole: Sequence[Part], said: Sequence[str], codes: Sequence[tuple[str, ...]]) -> dict[int, Outcome]:
    """The outcome of each answered question, and of each answer and refusal by itself, by the part's identity."""
    replies: dict[int, list[int]] = {}
    found: dict[int, Outcome] = {}
    for i, part in enumerate(whole):
        if part.kind in {"answer", "exemption"}:
            if part.answers:
                replies.setdefault(id(part.answers), []).append(i)
            for other in part.others:
                replies.setdefault(id(other), []).append(i)
            if own := of_part(part.kind, said[i], codes[i]):
                found[id(part)] = own
    for key, members in replies.items():
        told = [said[i] for i in members if whole[i].kind == "answer"]
        refused = [said[i] for i in members if whole[i].kind == "exemption"]
        outcome = of_question(told, refused, [c for i in members for c in codes[i]])
        if outcome:
            found[key] = outcome
    return found


def _sections(
    reading: Reading, whole: Sequence[Part], codes: Sequence[tuple[str, ...]], outcomes: dict[int, Outcome]
) -> tuple[Section, ...]:
    names = {id(part): f"s{i}" for i, part in enumerate(whole, 1)}
    out = []
    path: list[tuple[int, str]] = []
    for part, cited in zip(whole, codes, strict=True):
        if part.units[0].opens or part.kind in {"other", "question"}:
            path = [h for h in path if h[0] < _RUN_IN]
        above = tuple(words for _, words in path)
        told = part.kind in {"answer", "exemption"}
        for i, unit in enumerate(part.units):
            runs_in = told and unit.opens in {TITLED, FIELD}
            if runs_in or unit.heading:
                printed = titled(reading.text, unit.start, part.end) if runs_in else reading.text[unit.start : unit.end]
                level = _RUN_IN if runs_in else unit.heading
                path = [h for h in path if h[0] < level]
                path.append((level, " ".join(printed.split()).strip(" #*_:")))
                if i == 0 or runs_in:
                    above = tuple(w for _, w in path)
        question = part.answers or (part if part.kind == "question" else None)
        number = question.printed if question else None
        out.append(
            Section(
                id=names[id(part)],
                kind=part.kind,  # type: ignore[arg-type]
                start=part.start,
                end=part.end,
                page=reading.page_at(part.start),
                heading=above,
                number=number,
                answers=names[id(part.answers)] if part.answers and part.kind != "question" else None,
                outcome=outcomes.get(id(part)),
                exemptions=cited,
            )
        )
    return tuple(out)


def _metadata(
    reading: Reading,
    uri: str,
    author: str | None,
    found: Sequence[Message],
    cut: Sequence[Unit],
    kinds: Sequence[Kind],
    owner: Sequence[int],
    whole: Sequence[Part],
    outcomes: dict[int, Outcome],
) -> Metadata:
    text = reading.text
    asked = [(p.start, p.end) for p in whole if p.kind == "question"]
    replies = [(m.start, m.end) for m in found if m.role == "reply"]
    first = next((i for i, m in enumerate(found) if m.role == "reply"), 0)
    own = [(u.start, u.end) for u, k, i in zip(cut, kinds, owner, strict=True) if k == "other" and i == first]
    spoken = [u for p in whole if p.kind == "question" for u in p.units if not u.heading and len(u.words) > 12]
    question = text[spoken[0].start : spoken[0].end] if spoken else next((text[a:b] for a, b in asked), None)
    heading = next((text[u.start : u.end] for u in cut[:25] if u.heading), reading.title)
    overall = [outcomes[id(p)] for p in whole if id(p) in outcomes and (p.kind == "question" or p.answers is None)]
    return Metadata(
        title=title(text, heading, question) or (uri.rsplit("/", 1)[-1] or None),
        authority=author,
        reference=reference(text, asked, replies),
        date=reply_date(text, own),
        outcome=of_document(overall),
    )
