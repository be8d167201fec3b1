"""Where a passage says what was asked, as offsets: the words of the query, its acronyms in either form, and words and
phrases that mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.synonyms import SPELT, kin
from service.terms import ACRONYMS, STOP, Term, acronym, stem, terms

Span = tuple[int, int]
"""(start, end) in code points of the text looked at, end exclusive."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_GAP = re.compile(r"[\s-]{1,2}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in a text: stems of single words, acronyms in lower case, and runs of stems that spell one."""

    stems: frozenset[str]
    acronyms: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


def sought(query: str, learnt: Mapping[str, tuple[str, ...]] | None = None) -> Sought:
    """What to mark for `query`: its content words, "SPO" as well as "stalking protection order", and what means the
    same ("sacked" for "dismissed"), which finds a passage as the words do. `learnt` are acronyms of the letters."""
    asked = terms(query, learnt)
    akin = [one.akin if isinstance(one, Term) else kin(one) for one in asked]
    every = dict.fromkeys([*asked, *sorted(same for one in akin for same in one.same)])
    short = frozenset(one[1:] for one in every if one[:1] == "@" and " " not in one)
    runs = [tuple(one[1:].split(" ")) for one in every if one[:1] == "@" and " " in one]
    runs += [run for one in every for run in SPELT.get(one, ())]
    runs += [run for one in asked if isinstance(one, Term) for run in one.runs]
    full = (tuple(stem(word[0]) for word in _content(wording)) for one in short for wording in ACRONYMS.get(one, ()))
    # A short number ("24" of "2023/24") would be marked in every table.
    plain = frozenset(one for one in every if one[:1] not in "@~" and not (one.isdigit() and len(one) < 3))
    return Sought(plain, short, tuple(dict.fromkeys(run for run in (*runs, *full) if run)))


def highlights(text: str, wanted: Sought) -> tuple[Span, ...]:
    """The spans of `text` to mark, in order, none touching another; words side by side are one span."""
    tokens = list(_WORD.finditer(text))
    stems = [stem(token[0]) for token in tokens]
    marked = {n for n, one in enumerate(stems) if one in wanted.stems}
    if wanted.acronyms:
        marked |= {n for n, token in enumerate(tokens) if acronym(token[0]) in wanted.acronyms}
    for phrase in wanted.phrases:
        marked.update(n for run in _runs(tokens, stems, phrase) for n in run)
    return tuple(_joined(text, [tokens[n].span() for n in sorted(marked)]))


def _content(text: str) -> Iterator[re.Match[str]]:
    return (word for word in _WORD.finditer(text) if word[0].lower() not in STOP)


def _runs(tokens: Sequence[re.Match[str]], stems: Sequence[str], phrase: tuple[str, ...]) -> Iterator[range]:
    """The stretches of tokens that spell `phrase`, words that say nothing ("of the") passed over."""
    for first, one in enumerate(stems):
        if one != phrase[0]:
            continue
        at, held = first, 0
        while at < len(stems) and held < len(phrase):
            if stems[at] == phrase[held]:
                held += 1
            elif tokens[at][0].lower() not in STOP:
                break
            at += 1
        if held == len(phrase):
            yield range(first, at)


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    held: Span | None = None
    for start, end in spans:
        if held is not None and _GAP.fullmatch(text, held[1], start):
            held = held[0], end
            continue
        if held is not None:
            yield held
        held = start, end
    if held is not None:
        yield held
