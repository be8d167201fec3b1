"""Questions of one letter that lean on each other or differ in a number: which of them a query means.

"Of those in question 17, how many were grey?" says all that question 17 does, and "grey" besides: what is asked of grey
ones is meant for it. "Houses with 2 bins" and "houses with 3 bins" hold the same words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.leaning import leans_on
from indexer.markers import SPELT
from service.candidate import Candidate
from service.match import Weighed
from service.query import Query
from service.read import question_text
from service.terms import FAINT

_NEAR = 1.0
"""By how much less merit the narrower question may have."""
_ALIKE = 0.5
"""And one that differs in a number alone."""
_SPELT = {word: n for word, n in SPELT.items() if n > 1}  # "one" may stand for what was named before
_NUMBER = re.compile(rf"(?<![\w.,/£])(?:\d{{1,3}}|{'|'.join(_SPELT)})(?![\w/%]|[.,:]\d)", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:of|from|within|among|amongst) (?:these|those|them|which|whom|the (?:above|total)"
    r"|(?:question|number|point|part|q) ?\d{1,2}[a-z]?)\b",
    re.IGNORECASE,
)
"""How a question asks for a part of what another counts: "Of those, how many …", "the birds of question 4 that …"."""
_MARK = re.compile(r"[\W_]*(?:q(?:uestion)?\s?)?(?:\d{1,2}[a-z]?|[a-z])[.):]+\s*", re.IGNORECASE)


def meant(query: Query, weights: Weighed, units: Sequence[tuple[float, Candidate]]) -> int:
    """The place in `units`, merits with candidates, best first, of the one that is meant: 0 where no other is."""
    if not units or units[0][1].question is None:
        return 0
    best, first = units[0]
    near = [
        (i, one)
        for i, (merit, one) in enumerate(units)
        if i and one.question is not None and one.document.id == first.document.id and best - merit < _NEAR
    ]
    said = weights.held(weights.read(first).bag)
    lacking = [term for term in query.terms if term not in FAINT and not said[term]]
    if lacking:
        for i, one in near:
            if _part_of(one, first) and any(weights.held(weights.read(one).act)[term] >= 1.0 for term in lacking):
                return i
    wanted = _numbers(query.text)
    if wanted.isdisjoint(own := _numbers(_asked(first))) and own and wanted:
        for i, one in near:
            if best - units[i][0] < _ALIKE and not wanted.isdisjoint(_numbers(_asked(one))) and _alike(one, first):
                return i
    return 0


def _part_of(one: Candidate, other: Candidate) -> bool:
    """Whether the question of `one` asks for a part of what that of `other` does."""
    if one.question is None or other.question is None or one.question.start < other.question.start:
        return False
    if not _PART.search(" ".join(question_text(one).split())):
        return False
    return other.question.id in {s.id for s in leans_on(one.text, one.sections, one.question)}


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two questions share most of their words."""
    words = [set(re.findall(r"[a-z]{3,}", _asked(unit).lower())) for unit in (one, other)]
    return 2 * len(words[0] & words[1]) >= max(map(len, words))


def _asked(one: Candidate) -> str:
    return _MARK.sub("", question_text(one), count=1)


def _numbers(text: str) -> set[int]:
    """The small numbers that a text names, in digits or in words."""
    return {_SPELT.get(m[0].casefold()) or int(m[0]) for m in _NUMBER.finditer(text)}
