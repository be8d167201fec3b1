"""What a unit says, whatever is asked: its words, its times, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from indexer.acronyms import definitions
from indexer.foreseen import foreseen
from indexer.leaning import leans_on, stem_of
from indexer.sectioned import Section
from service.candidate import Candidate
from service.introduced import introduced
from service.money import MONEY, costs
from service.periods import Period, periods
from service.terms import FAINT, STOP, bag


@dataclass(frozen=True)
class Unit:
    """What a unit says, whatever is asked: worked out once, and kept for the questions that follow.

    `text` are the question and its answers, `letter` the whole text that they stand in, `subject` the words that
    `about` is made of, empty where that is known already. `bag` are the stems of `text`; `asked` those of the question
    or the headings, with the questions that it leans on or stands under; `context` are those of the letter, of such
    questions and of what was named before, `whole` those of text and context where the unit has no question; `own` the
    telling stems of `asked`, `act` those of a leaning question alone; `money` and `funded` say whether the question,
    and the letter, ask for money.
    """

    text: str
    letter: str
    subject: str
    bag: frozenset[str]
    asked: frozenset[str]
    context: frozenset[str]
    whole: frozenset[str]
    own: frozenset[str]
    act: frozenset[str]
    money: bool
    funded: bool

    @cached_property
    def about(self) -> frozenset[str]:
        """The stems of the question, or the headings, and of what the letter is about."""
        return bag(self.subject)

    @cached_property
    def times(self) -> tuple[Period, ...]:
        """The times that the unit names, each once."""
        return _each(periods(self.text))

    @cached_property
    def years(self) -> tuple[Period, ...]:
        """Those of `times` that a figure may be about: years, quarters and spans."""
        return tuple(p for p in self.times if p.kind in LONG or p.kind == "quarter")

    @cached_property
    def stretches(self) -> bool:
        """Whether `years` are several, or one is longer than a year."""
        named = {(p.first, p.last) for p in self.years}
        return len(named) > 1 or any(last > first for first, last in named)

    @property
    def stated(self) -> tuple[Period, ...]:
        """The years and spans that the letter names where it begins."""
        return stated(self.letter)

    @property
    def around(self) -> tuple[Period, ...]:
        """Every time that the letter names where it begins."""
        return around(self.letter)


LONG = ("year", "financial", "span")
"""The kinds of times that a figure of a letter is mostly about."""


@foreseen(8192)
def stated(text: str) -> tuple[Period, ...]:
    """The years and spans that a letter names where it begins."""
    return tuple(p for p in _each(periods(text[:2500])) if p.kind in LONG)


@foreseen(8192)
def around(text: str) -> tuple[Period, ...]:
    """Every time that a letter names where it begins."""
    return _each(periods(text[:3000]))


def _each(found: Sequence[Period]) -> tuple[Period, ...]:
    """Each time once, wherever it stands."""
    return tuple({(p.kind, p.first, p.last, p.part): p for p in reversed(found)}.values())


_SPOKEN = re.compile(
    r"\bdear\b|\byour? (?:request|letter|e-?mail)|freedom of information|environmental information"
    r"|\bfois?a?\b|\beirs?\b",
    re.IGNORECASE,
)


@foreseen(8192)
def is_letter(text: str) -> bool:
    """Whether a text speaks of a request or to somebody: `Dear`, `your request`, an access law by name."""
    return _SPOKEN.search(text) is not None


_units: dict[tuple[object, ...], Unit] = {}
_UNITS = 16_384
"""Units kept at most: some 200 MB of stems."""


def read(candidate: Candidate) -> Unit:
    """What the unit says, by its words."""
    if candidate.gist is not None and (told := candidate.gist.unit(candidate)) is not None:
        return told
    key = _key(candidate)
    found = _units.get(key)
    if found is None:
        found = _read(candidate)
        if len(_units) >= _UNITS:
            _units.clear()
        _units[key] = found
    return found


def _key(candidate: Candidate) -> tuple[object, ...]:
    asked, document = candidate.question, candidate.document
    places = [(s.id, s.start, s.end) for s in candidate.answers]
    head = (asked.id, asked.start, asked.end) if asked else None
    return (candidate.text, document.title, document.authority, head, *places)


def _read(candidate: Candidate) -> Unit:
    said, asked, about = unit_text(candidate), question_text(candidate), subject(candidate)
    letter = candidate.text
    stems, asked_stems = bag(_both_ways(said, letter)), bag(_both_ways(asked, letter))
    before, over = _before(candidate), _over(candidate)
    context = bag(" ".join((about, before, over, _named(candidate))))
    act = _telling(asked_stems) if before else frozenset[str]()
    asked_stems |= bag(before)
    own = _telling(asked_stems)
    asked_stems |= bag(over)
    return Unit(
        text=said,
        letter=letter,
        subject=f"{asked} {about}",
        bag=stems,
        asked=asked_stems,
        context=context,
        whole=context if candidate.question else context | stems,
        own=own,
        act=act,
        money=costs(asked if candidate.question is not None else about),
        funded=MONEY.search(about) is not None,
    )


def _telling(stems: frozenset[str]) -> frozenset[str]:
    """Those stems that tell what is asked: no mark, no figure, and nothing that any question may say."""
    return frozenset(
        s for s in stems if s not in STOP and s not in FAINT and s[:1] != "@" and len(s) > 1 and not s[:1].isdigit()
    )


def _both_ways(text: str, letter: str) -> str:
    """`text` with what its acronyms are short for, and the acronyms of what it spells out, as its letter defines them.

    What one letter alone defines holds within it, though not for every query.
    """
    if not text:
        return text
    more = [
        long if met[0].lower() in (short, f"{short}s") else short.upper()
        for short, long, either in _defined(letter)
        if (met := either.search(text))
    ]
    return " ".join([text, *more])


_DEFINED = 100
"""Acronyms of one letter that are looked for in each of its units."""


@lru_cache(maxsize=512)
def _defined(letter: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The acronyms that a letter defines, and what they are short for, each with a pattern that finds the one or the
    other."""
    found = []
    for short, long in sorted(definitions(letter))[:_DEFINED]:
        spelt = r"\W+".join(map(re.escape, long.removesuffix("s").split()))
        found.append((short, long, re.compile(rf"\b(?:{short.upper()}s?|(?i:{spelt})s?)\b")))
    return tuple(found)


def about(candidate: Candidate) -> frozenset[str]:
    """The stems of the question, or the headings, and of what the letter is about: they tell no line from another."""
    if candidate.gist is not None and (told := candidate.gist.unit(candidate)) is not None:
        return told.about
    known = _units.get(_key(candidate))  # a unit that a reference led to is not read for this alone
    return known.about if known is not None else bag(question_text(candidate) + " " + subject(candidate))


def unit_text(candidate: Candidate) -> str:
    """The question and the sections of a candidate, one after another, each without its number where that looks like a
    quarter of a year: "Q4"."""
    parts = [candidate.question, *candidate.answers] if candidate.question else list(candidate.answers)
    return "\n".join(candidate.text[_unnumbered(candidate.text, s) : s.end] for s in parts)


def _unnumbered(text: str, section: Section) -> int:
    """Where a section begins behind the number that it is known by."""
    mark = _NUMBERED.match(text, section.start, section.end)
    return mark.end() if mark and mark[1] == section.bare_number else section.start


_NUMBERED = re.compile(r"\W{0,8}Q\s?([1-4])(?![\w/]|\W{0,3}(?:19|20)\d\d)", re.IGNORECASE)


def question_text(candidate: Candidate) -> str:
    """The question's words, or the headings where the unit has none."""
    if candidate.question is not None:
        return candidate.text[candidate.question.start : candidate.question.end]
    return " ".join(h for s in candidate.answers[:1] for h in s.heading)


@lru_cache(maxsize=1024)
def _opening(text: str) -> str:
    """What the letter says it is about: the sentence on the request, else its first lines."""
    about = re.search(
        r"(?:information|request|review|clarification)\s+(?:relating to|regarding|about|concerning|in relation to"
        r"|for)\s([^.]{5,220})",
        text[:2500],
    )
    return re.split(r",?\s+(?:which|that|dated|received|submitted|as set out)\b", about[1])[0] if about else text[:200]


def subject(candidate: Candidate) -> str:
    """Title, headings and subject of the letter that the unit stands in."""
    headings = {
        h for s in [*candidate.answers, *([candidate.question] if candidate.question else [])] for h in s.heading
    }
    return " ".join(
        [
            candidate.document.title or "",
            candidate.document.authority or "",
            *sorted(headings),
            _opening(candidate.text),
        ]
    )


def _before(candidate: Candidate) -> str:
    """The questions that this one leans on ("How many of these …")."""
    own = candidate.question
    if own is None:
        return ""
    return " ".join(candidate.text[s.start : s.end] for s in leans_on(candidate.text, candidate.sections, own))


def _named(candidate: Candidate) -> str:
    """What was named before the question that asks more of it."""
    own = candidate.question
    return introduced(candidate.text, candidate.sections, own) if own is not None else ""


def _over(candidate: Candidate) -> str:
    """What the list is asked of that the question is an item of ("For each yard please state:")."""
    own = candidate.question
    found = stem_of(candidate.text, candidate.sections, own) if own is not None else None
    return candidate.text[slice(*found)] if found else ""


@foreseen(8192)
def letter_days(text: str) -> tuple[Period, ...]:
    """The days named at the head of a letter: when it was asked for, and when it was written."""
    return tuple(p for p in periods(text[:1200]) if p.kind == "day")
