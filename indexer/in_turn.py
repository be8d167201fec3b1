"""Titles that take a list of requests in turn: bullets ask, and each answer stands under a title with their words.

"• How many applications were made?" … "• What fees were received?" is answered under "Applications" and "Fees". None of
them has a number; a reader finds the item that a title takes up by what they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from indexer.features import stem
from indexer.habits import REPLY
from indexer.markers import UNPRINTED, Marker
from indexer.named import numbers_of
from indexer.openers import title_at
from indexer.sectioned import Kind
from indexer.unit import APART, BROKEN, TITLED, Unit

_FEWEST = 3  # items of such a list, and titles that take one up
_MOST = 200  # items, and titles, that are compared with one another
_SHARE = 0.6  # of the titles that must, and of the items that must be
_LONGEST = 70  # characters of a title
_BRIEF = 60  # characters of a reply that is known by its title alone
_CLOSING = re.compile(
    r"\b(?:yours|regards|sincerely|if you|you (?:can|may|have)|please|contact|write|copyright|crown|page|e-?mail)\b|@"
)
_TOLD = frozenset({"answer", "exemption"})
_BODY = 0.5  # what a word of what stands under a title counts beside one of the title
_SENTENCES = 3  # of what stands under it that are looked at
_ENOUGH = 0.75  # of words that no other item has, for a title to take one up
_COMMON = frozenset(
    word
    for line in (
        "the and for from with how many much what which who when where why did does was were are has have been any",
        "each all please provide number numbers total list information copy copies details amount your you our this",
        "that not held between since per during year years request response reasons exemption public",
        "interest test section council trust force university board service there their they also asked wanted",
    )
    for word in line.split()
)
_REFUSES = re.compile(
    r"\b(?:exempt|with(?:held|hold)|(?:section|regulation|s\.?) ?\d|refus\w++(?!:)|neither confirm|cannot|unable|redact"
    r"|not (?:obliged|able|held|hold)\b|except(?:ed|ions?)\b|costs? (?:limit|threshold)|prejudic|personal data)"
)


def in_turn(units: Sequence[Unit], kinds: list[Kind], owner: Sequence[int], text: str) -> None:
    """Give each bullet of such a list, and the title that takes it up, a number that the letter does not print.

    Sets `marker` of those units in place, and in `kinds` that a title is of the kind of what it stands over.
    """
    edges = [i for i in range(1, len(units)) if (kinds[i] == "question") != (kinds[i - 1] == "question")]
    for a, b in pairwise([0, *edges, len(units)]):
        if a == b or kinds[a] != "question":
            continue
        items = _items(units, a, b)
        end = next((i for i in range(b, len(units)) if kinds[i] == "question" or owner[i] != owner[a]), len(units))
        titles = _titles(units, kinds, b, end, text)
        unlike = min(len(items), len(titles)) < _FEWEST or max(len(items), len(titles)) > _MOST
        if not unlike and not any(
            numbers_of(units[i]) for i in range(b, end) if units[i].apart >= BROKEN and kinds[i] in _TOLD
        ):
            _join(units, kinds, items, titles, (b, end), text)


def _items(units: Sequence[Unit], start: int, end: int) -> list[list[int]]:
    """The items of a request, each as its units: its bullets and the sentences behind them, or all its sentences."""
    block = range(start, end)
    numbered = [i for i in block if units[i].marker and units[i].apart >= BROKEN]
    if numbered:
        return [list(range(a, b)) for a, b in pairwise([*numbered, end])]
    listed = sum(units[i].bullet for i in block) >= _FEWEST
    first = next(i for i in block if units[i].bullet or not listed)
    found: list[list[int]] = []
    for i in range(first, end):
        if not found or units[i].bullet or units[i].apart >= BROKEN or not units[found[-1][-1]].bullet:
            found.append([i])
        else:
            found[-1].append(i)
    return found


def _titles(units: Sequence[Unit], kinds: Sequence[str], start: int, end: int, text: str) -> list[int]:
    """The short lines that stand apart over what is told, or run into it, from `start` to `end`."""
    found: list[int] = []
    for i in range(start, end - 1):
        unit, below = units[i], units[i + 1]
        if unit.opens == TITLED and (kinds[i] in _TOLD or _brief(below)):
            found.append(i)
            continue
        plain = not (unit.marker or unit.bullet or unit.row or unit.label) and unit.words[-1:] not in ".?:;,"
        alone = unit.blank_before and below.apart >= BROKEN and len(unit.words) <= _LONGEST
        told = kinds[i + 1] in _TOLD or _brief(below)
        if plain and alone and text[unit.start].isupper() and told and not REPLY.fullmatch(unit.words):
            found.append(i)
    return found


def _brief(unit: Unit) -> bool:
    """Whether what stands under a title is so short a reply that nothing but the title shows it to be one: "Four"."""
    return len(unit.words) <= _BRIEF and not (unit.heading or unit.words[-1:] in "?:" or _CLOSING.search(unit.words))


def _join(
    units: Sequence[Unit],
    kinds: list[Kind],
    items: Sequence[Sequence[int]],
    titles: Sequence[int],
    within: tuple[int, int],
    text: str,
) -> None:
    """Number the `items` that `titles`, which stand `within` so many units, take up, and these, where most are."""
    asked = [_stems(" ".join(units[i].words for i in item)) for item in items]
    common = Counter(stem for stems in asked for stem in stems)
    blocks = list(pairwise([*titles, within[1]]))
    sure = [kinds[i] in _TOLD or kinds[i + 1] in _TOLD for i in titles]
    said = [_stems(_title(units[i], text)) for i in titles]
    told = [_stems(" ".join(u.words for u in units[a : min(b, a + 1 + _SENTENCES)])) for a, b in blocks]
    merits = [
        (sum((1 if s in said[n] else _BODY * sure[n]) / common[s] for s in told[n] & own), -abs(n - k), n, k)
        for n in range(len(titles))
        for k, own in enumerate(asked)
    ]
    shared = sorted((one for one in merits if one[0] >= _ENOUGH), reverse=True)
    taken: dict[int, list[int]] = {}
    whose: dict[int, int] = {}
    for _, _, n, k in shared:
        if n not in taken and k not in whose:
            taken[n], whose[k] = [k], n
    for _, _, n, k in shared:  # a title may name several
        if k not in whose:
            taken[n].append(k)
            whose[k] = n
    if len(taken) < max(_FEWEST, _SHARE * sum(sure)) or len(whose) < _SHARE * len(items):
        return
    labels = [own.label if (own := units[item[0]].marker) else str(k) for k, item in enumerate(items, 1)]
    for n, named in taken.items():
        at, (first, *others) = titles[n], [labels[k] for k in sorted(named)]
        units[at].marker, units[at].apart = _marker(first, others), APART
        under = slice(at + (units[at].opens != TITLED), blocks[n][1])
        if not any(_REFUSES.search(unit.words) for unit in units[under]):
            kinds[under] = ["answer" if kind in _TOLD else kind for kind in kinds[under]]
        if kinds[at + 1] not in _TOLD:
            kinds[at + 1] = "answer"
        kinds[at] = kinds[at + 1]
    lead = next((i for i in range(within[0], titles[0]) if kinds[i] in _TOLD), None)
    if lead is not None and titles[0] - lead > 1:  # what is said before the first title goes with the first item
        units[lead].marker = _marker(labels[min(whose)])
    for k in whose:
        unit = units[items[k][0]]
        unit.marker, unit.apart = unit.marker or _marker(labels[k]), max(unit.apart, BROKEN)


def _marker(label: str, others: Sequence[str] = ()) -> Marker:
    """The number of an item, and of those `others` that are answered with it."""
    return Marker(label, "#." if label.isdigit() else label[:1], _value(label), UNPRINTED, tuple(others))


def _value(label: str) -> int:
    return int(label) if label.isdigit() else ord(label[0].lower()) - ord("a") + 1


def _title(unit: Unit, text: str) -> str:
    return title_at(text, unit.start, len(text)) if unit.opens == TITLED else unit.words


def _stems(words: str) -> frozenset[str]:
    """What a line says, without the words that any request has."""
    plain = (word.strip("?.,;:()[]\"'“”‘’").removesuffix("'s") for word in words.lower().split())
    return frozenset(stem(word) for word in plain if len(word) > 2 and word not in _COMMON)
