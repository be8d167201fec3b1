"""Which refusal of several a query means: the sentence that states it, told by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.sectioned import Section
from service import refusals
from service.match import Weights, share
from service.query import Query
from service.spans import Piece, Span, clean, pieces, title, whole
from service.terms import bag

_LEAD = 0.1
"""By how much more of the query a later refusal must say than the first."""
_RELYING = re.compile(r"\b(?:appl(?:y|ies|ied)|engaged?|rel(?:y|ies|ied))\b", re.IGNORECASE)
_CODE = re.compile(r"\b(\d{1,2}[A-C]?)(?:\s?\(\w{1,3}\)){0,4}")
_OF_IT = re.compile(r"(?:it|they|this|these|that|those)\b", re.IGNORECASE)
"""How a sentence begins that is about what the one before it names."""
_APART = re.compile(r"\n\s*\n")


@dataclass(slots=True, eq=False)
class Refused:
    """A sentence of `part` that refuses, and what it refuses and argues: the sentences around it, its headings among
    them."""

    piece: Piece
    part: Section
    around: list[str] = field(default_factory=list)

    def span(self, text: str) -> Span:
        """Where the sentence stands."""
        return clean(text, self.piece.start, self.piece.end)


def meant(query: Query, text: str, parts: Sequence[Section], weights: Weights, citing: bool = False) -> Refused | None:
    """The refusal in `parts` whose words say the most of the query; the first unless another says clearly more.

    One that names a section which the query does goes before all that name none of these. `citing` leaves out those
    that name no section, where one does. None where nothing refuses.
    """
    found = [one for part in parts for one in stated(text, part)]
    if citing:
        found = [one for one in found if refusals.cites(one.piece.text)] or found
    asked = {m[0] for wanted in query.exemptions if (m := re.match(r"\d+[A-C]?", wanted))}
    found = [one for one in found if refusals.cited(one.piece.text) & asked] or found
    if not found:
        return None
    first, *others = [(_fit(query, one, weights), one) for one in [found[0], *_others(found)]]
    best = max(others, key=lambda pair: pair[0], default=first)
    return best[1] if best[0] - first[0] >= _LEAD else first[1]


def _others(found: Sequence[Refused]) -> list[Refused]:
    """Those that refuse something else than the ones before them: they rely on a section that none of these names."""
    known, others = _codes(found[0].piece.text), []
    for one in found[1:]:
        named = _codes(one.piece.text)
        fresh = any(not any(code.startswith(old) or old.startswith(code) for old in known) for code in named)
        if fresh and (refusals.refusing(one.piece.text) or _RELYING.search(one.piece.text)):
            others.append(one)
        known |= named
    return others


def _codes(sentence: str) -> set[str]:
    """The sections that a sentence relies on, each with its brackets: `31(1)(a)`."""
    roots = refusals.cited(sentence)
    found = {re.sub(r"\s", "", m[0]) for m in _CODE.finditer(sentence) if m[1] in roots}
    return found or set(roots)


def stated(text: str, part: Section) -> list[Refused]:
    """The sentences of a section that refuse.

    A sentence of the same paragraph goes with the refusals next to it, but the one before "It is exempt" with that
    alone; a paragraph that refuses nothing with the refusal before it, for which it argues; and a heading with the one
    after it.
    """
    found = pieces(text, part.start, part.end)
    stating = [piece for piece in found if refusals.states(piece.text)]
    titles = {piece.heading for piece in stating if whole(piece)}
    made = [Refused(piece, part) for piece in stating if title(piece) not in titles]
    paragraphs = _paragraphs(text, found)
    starts = [one.piece.start for one in made]
    for piece, following in zip(found, [*found[1:], None], strict=True):
        at, past = bisect_left(starts, piece.start), bisect_right(starts, piece.start)
        before, after = made[max(0, past - 1) : past], made[past : past + 1]
        if at < past:  # it is a refusal itself
            before[0].around.append(piece.text)
            continue
        paragraph = paragraphs[piece.start]
        beside = [one for one in before + after if paragraphs[one.piece.start] == paragraph]
        if len(beside) == 2 and following and after[0].piece is following and _OF_IT.match(following.text):
            beside = after
        headed = not piece.text.endswith((".", "?", "!"))
        for one in beside or ((after or before) if headed else (before or after)):
            one.around.append(piece.text)
    return made


def _paragraphs(text: str, found: Sequence[Piece]) -> dict[int, int]:
    """The number of the paragraph that each piece stands in, by where the piece starts."""
    numbers, last, number = {}, 0, 0
    for piece in found:
        number += _APART.search(text, last, piece.start) is not None if last else 0
        numbers[piece.start] = number
        last = piece.end
    return numbers


def _fit(query: Query, one: Refused, weights: Weights) -> float:
    """How much of the query a refusal says: its own sentence, and the whole of what goes with it."""
    own = bag(f"{one.piece.heading} {one.piece.text}")
    return (share(query.terms, weights, own) + 2 * share(query.terms, weights, bag(" ".join(one.around)))) / 3
