"""Which of the labels of a table's rows or columns is most like a query."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from service.match import Weights
from service.query import Query
from service.terms import STOP, bag, held, letters, words

_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDED = {word: n for n, word in enumerate(_COUNTS, 1)}
_LASTING = re.compile(
    rf"(?<![\w.,/£])(\d{{1,3}}|{'|'.join(_WORDED)})[ -](?:hour|minute|day|week|month|year|mile|time|bed(?:room)?)"
    r"s?\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _quantities(text: str) -> frozenset[int]:
    """The small quantities that tell labels apart, in digits or words: the 12 of "Over 12 hours"."""
    return frozenset(_WORDED.get(m[1].casefold()) or int(m[1]) for m in _LASTING.finditer(text))


_COMPASS = bag("north south east west")
_TIED = 0.01
"""Two labels that fit alike, to about this share, are not told apart."""
TIE = 0.3
"""How surely one of them is taken nevertheless."""


def _formed(term: str, stems: frozenset[str]) -> float:
    """0.9 where a label has the word itself in another form ("spent" of "spending"): that is nearer than a synonym."""
    return (
        0.9
        if len(term) > 4 and any(len(s) > 4 and s[:4] == term[:4] and abs(len(s) - len(term)) < 2 for s in stems)
        else 0.0
    )


def likest(
    query: Query,
    labels: dict[int, str],
    weights: Weights,
    context: frozenset[str],
    asked: frozenset[str],
    faint: float,
    remarks: Mapping[int, str] = MappingProxyType({}),
) -> tuple[int | None, float]:
    """The one label most like the query, with how surely; None where none shares a telling word with it.

    A term that `context` already holds counts `faint`; one that most labels hold tells nothing by itself. `remarks` are
    words printed beside labels, which are looked at too.
    """
    bags = {at: bag(label) for at, label in labels.items()}
    wide = {at: stems | bag(remarks.get(at, "")) for at, stems in bags.items()}
    marks = {at: letters(label) for at, label in labels.items()}
    wanted = letters(query.text)
    counted = _quantities(query.text)
    counts = {at: _quantities(label) for at, label in labels.items()}
    often = Counter(s for b in bags.values() for s in b)
    heaviest = max(weights.values(), default=1.0) or 1.0
    worth = {}
    for term in query.terms:
        holders = sum(held(term, b) > 0 for b in wide.values())
        rare = math.log(1 + len(bags) / max(1, holders)) * (holders <= max(1.0, 0.5 * len(bags)) or 0.3)
        worth[term] = (
            rare * (faint if held(term, context) >= 0.8 else 1.0) * (0.3 + 0.7 * weights.get(term, heaviest) / heaviest)
        )
    scores: list[tuple[float, int]] = []
    points = asked & _COMPASS
    for at, stems in bags.items():
        if points and not stems & _COMPASS <= points:
            continue  # "North East" where the North West is asked for
        got = sum(max(held(term, wide[at]), _formed(term, stems)) * worth[term] for term in query.terms)
        if wanted and marks[at]:
            got += 1.0 if marks[at] <= wanted else -1.0
        if counted and counts[at]:
            got += 1.0 if counts[at] <= counted else -1.0
        content = [s for s in stems if not s.startswith("@") and not s.isdigit() and (s not in STOP or len(stems) == 1)]
        said = _said_by_phrases(stems, asked)
        precise = sum(max(held(s, asked), said.get(s, 0.0)) / often[s] for s in content) / max(
            0.01, sum(1 / often[s] for s in content)
        )
        if got > 0:
            scores.append((got * (0.35 + 0.65 * precise), at))
    if not scores:
        return None, 0.0
    scores.sort(key=lambda s: (-s[0], s[1]))
    lead = scores[0][0]
    second = scores[1][0] if len(scores) > 1 else 0.0
    if lead < (0.12 if second else 0.05):
        return None, 0.0
    apart = (lead - second) / lead
    return scores[0][1], min(1.0, 0.55 + 0.45 * apart) if apart > _TIED else TIE


def _said_by_phrases(stems: frozenset[str], asked: frozenset[str]) -> dict[str, float]:
    """How surely each word of a label is asked for by the phrases that it stands in: "not yet heard" by "pending"."""
    found: dict[str, float] = {}
    for mark in stems:
        if mark[:1] == "@" and " " in mark and (worth := held(mark, asked)):
            for one in mark[1:].split():
                found[one] = max(worth, found.get(one, 0.0))
    return found


def printed(query: Query, labels: Mapping[int, str]) -> int | None:
    """The one label, of two words or more, that the query holds word for word: "Out of hours" beside "In hours"."""
    said = f" {' '.join(query.words).lower()} "
    found = [
        at for at, label in labels.items() if len(own := words(label)) > 1 and f" {' '.join(own).lower()} " in said
    ]
    return found[0] if len(found) == 1 else None


def only_worded(asked: frozenset[str], labels: Mapping[int, str]) -> int | None:
    """The one label all of whose own words, common ones too, are asked for: "Complaints made" beside "upheld"; else the
    one that has none but what all have: "Complaints" beside "Complaints upheld"."""
    bags = {at: frozenset(s for s in bag(label) if s[:1] not in "@~") for at, label in labels.items()}
    common = frozenset.intersection(*bags.values()) if bags else frozenset[str]()
    own = {at: stems - common for at, stems in bags.items()}
    found = [at for at, stems in own.items() if stems and _asked(stems, asked)]
    if not found and len(bags) > 1 and common and _asked(common, asked):
        found = [at for at, stems in own.items() if not stems]
    return found[0] if len(found) == 1 else None


def _asked(stems: frozenset[str], asked: frozenset[str]) -> bool:
    """True where all words are asked for, and none is one that any query may hold."""
    return stems <= asked and not any(len(s) < _WORD or s in _LITTLE for s in stems)


_WORD = 3  # letters
_LITTLE = bag(
    "a all an and any are been did does each for from had has have how in into its many not of on or out over per that"
    " the their there they this to under was were what when which who with"
)
"""Words that any query may hold."""
