"""Words as queries and letters use them: stems, acronyms both ways, and words that mean the same in a disclosure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from threading import Lock

from indexer.foreseen import foreseen
from service import thesaurus
from service.stems import CODE, GLUED, TOKEN, phrase, stem
from service.synonyms import ACRONYMS, CLOSE, NONE, SAME, SPELT, Kin, Phrases, kin, phrases, synonyms

__all__ = ["ACRONYMS", "STOP", "acronym", "bag", "held", "lapses", "spelt", "stem", "terms", "wordings", "words"]

_COMPOUND = re.compile(r"(?!(?:and|the|for|was|are|did|has|had|how|who|why|its|any|all|per|not|our)$)[a-z]{3,5}")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPELT_COUNTS = {word: count for count, word in enumerate(_COUNTS, 1)}
LAPSE = re.compile(
    rf"(?<![\w/.])(\d{{1,4}}|{'|'.join(_COUNTS)})[ -](?:(?:working|calendar|school)[ -])?(day|week|month|year)s?\b",
    re.IGNORECASE,
)
_MONTHS_IN = {"day": 1 / 30.4, "week": 7 / 30.4, "month": 1.0, "year": 12.0}

_HYPHENED = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")

STOP = frozenset(thesaurus.STOP.split())
"""Words that say nothing of what is asked for, or that every request holds."""

FAINT = frozenset(stem(word) for word in thesaurus.FAINT.split())
"""Stems of words that matter little to what is asked."""

_ENGLISH = frozenset(thesaurus.ENGLISH.split())


def words(text: str) -> list[str]:
    """The words and numbers of `text` in order, as printed."""
    return TOKEN.findall(text)


def letters(text: str) -> set[str]:
    """Single capitals and figures that tell names of a kind apart: the B of "Stadium B"."""
    return {w.lower() for w in words(text) if len(w) == 1 and w.isupper() and w != "I"}


@lru_cache(maxsize=512)
def flat(text: str) -> str:
    """`text` in lower case, white space single."""
    return " ".join(text.lower().split())


def acronym(token: str, learnt: Mapping[str, tuple[str, ...]] | None = None) -> str | None:
    """The known acronym that `token` is, in lower case: "SPOs" and "SPO's" are spo; None for any other word.

    A word in lower case counts only where it is no English word ("ehcp", "spos"; not "it", "send", "app").
    """
    return _plain_acronym(token) if not learnt else _acronym(token, learnt)


@lru_cache(maxsize=65536)
def _plain_acronym(token: str) -> str | None:
    return _acronym(token, {})


def _acronym(token: str, learnt: Mapping[str, tuple[str, ...]]) -> str | None:
    bare = token[:-2] if token.endswith(("'s", "’s")) else token
    for form in (bare, bare[:-1] if bare.endswith("s") and len(bare) > 2 else bare):
        low = form.lower()
        if low in ACRONYMS or low in learnt:
            mixed = low in ACRONYMS and sum(letter.isupper() for letter in form) > 1  # "DfE", "SuDS"
            if form.isupper() or mixed or (token[:-1].isupper() and token[-1] == "s"):
                return low
            # A learnt one in small letters may be any word: "act", "ice".
            if form.islower() and len(low) > 2 and low in ACRONYMS and low not in _ENGLISH:
                return low
    return None


class Term(str):
    """A term of a query that may be said in other words: equal to its stem, and knowing what it is akin to.

    `akin` adds to the kin of the stem that of the phrases which the word stands in, such as "ownership" in "change of
    ownership"; `runs` are the stems of what an acronym is short for.
    """

    akin: Kin
    runs: tuple[tuple[str, ...], ...]

    def __new__(cls, one: str, akin: Kin, runs: tuple[tuple[str, ...], ...] = ()) -> Term:
        made = super().__new__(cls, one)
        made.akin, made.runs = akin, runs
        return made


def spelt(text: str) -> dict[str, tuple[str, ...]]:
    """The acronyms (as `@spo`) whose wording `text` holds, each with the stems of that wording.

    The longest where they overlap.
    """
    return {mark: stems for stems, mark in _longest(phrase(text), synonyms().plain) if mark in SPELT}


def _longest(run: Sequence[str], known: Phrases) -> list[tuple[tuple[str, ...], str]]:
    """The phrases in `run`, none of them inside another: their stems and marks."""
    found = [(at, at + len(stems), stems, mark) for at, stems, mark in phrases(run, known)]
    return [
        (stems, mark)
        for start, end, stems, mark in found
        if not any(a <= start and end <= b and b - a > end - start for a, b, _, _ in found)
    ]


@foreseen(65_536)
def bag(text: str) -> frozenset[str]:
    """The stems in `text`, with those of every acronym's wordings, `@spo` for each acronym named or spelt out, names
    like "a57" whole and in parts, and `~12` for each lapse of time in months ("a year" is none, "12 months" and "365
    days" are)."""
    run: list[str] = []
    whole: list[str] = []
    stems: set[str] = set()
    for token in TOKEN.findall(text):
        one, glued, marks = _said(token)
        whole.append(one)
        if not glued:
            run.append(one)
        if marks:
            stems.update(marks)
    stems.update(whole)
    if "-" in text:
        stems.update(meet([stem(part.replace("-", "")) for part in _HYPHENED.findall(text)]))
    known = synonyms()
    stems.update(mark for _, _, mark in phrases(run, known.plain))
    stems.update(mark for _, _, mark in phrases(whole, known.glued))
    stems.update(meet(lapses(text)))
    stems.update(meet(codes(text)))
    return frozenset(stems)


def codes(text: str) -> list[str]:
    """The names of letters and figures in `text`, in lower case: "g4s", "a57"."""
    return [match[0].lower() for match in CODE.finditer(text)]


@lru_cache(maxsize=65536)
def _said(token: str) -> tuple[str, bool, frozenset[str]]:
    """What a token puts into a bag: its stem, whether phrases leave that out, and what its acronym says."""
    one = stem(token)
    short = acronym(token) if len(token) > 1 else None
    marks = {"@" + short} if short else set()
    for wording in SPELT["@" + short] if short else ():
        marks.update((*meet(wording), "@" + " ".join(wording)))
    meet([one])
    return one, one in GLUED, frozenset(marks)


def lapses(text: str) -> set[str]:
    """Lapses of time in whole months: "6 months" is `~6`, "1 year" and "365 days" are both `~12`."""
    found: set[str] = set()
    low = text.lower()
    if not ("year" in low or "month" in low or "day" in low or "week" in low):
        return found
    for match in LAPSE.finditer(text):
        count = _SPELT_COUNTS.get(match[1].casefold()) or int(match[1])
        found.add(f"~{round(count * _MONTHS_IN[match[2].casefold()])}")
    return found - {"~0"}


_met: set[str] = set()
_forms: dict[str, list[str]] = {}
_meeting = Lock()


def meet(stems: Collection[str]) -> Collection[str]:
    """`stems`, which are to go into a bag, and are known from now on as longer and shorter forms of each other."""
    if not _met.issuperset(stems):
        with _meeting:
            for one in set(stems) - _met:
                if len(one) >= _LONG:
                    _forms.setdefault(one[:_LONG], []).append(one)
                _met.add(one)
    return stems


def vocabulary() -> int:
    """How many stems have been met: where that has not changed, `longer` gives what it gave."""
    return len(_met)


def longer(term: str) -> list[str]:
    """The stems met so far that are longer or shorter forms of `term`, or itself."""
    return [one for one in _forms.get(term[:_LONG], ()) if one.startswith(term) or term.startswith(one)]


def _longer(term: str, stems: frozenset[str]) -> bool:
    """Whether a bag holds a longer or shorter form of `term`, the first letters of which both must share."""
    for one in _forms.get(term[:_LONG], ()):  # noqa: SIM110 - in the innermost loop a generator costs as much again
        if one in stems and (one.startswith(term) or term.startswith(one)):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Form:
    """A term with what it may be said as, ready to be looked for in many bags."""

    term: str
    same: frozenset[str]
    close: frozenset[str]
    runs: tuple[tuple[str, ...], ...]
    head: str

    def held(self, stems: frozenset[str]) -> float:
        """What `held` says of the term."""
        term = self.term
        if term in stems:
            return 1.0
        if not self.same.isdisjoint(stems):
            return SAME
        if self.runs:
            for run in self.runs:
                if stems.issuperset(run):
                    return SAME
        elif self.head and _longer(term, stems):
            return LONGER
        return CLOSE if self.close and not self.close.isdisjoint(stems) else 0.0


LONGER = 0.6
"""What a longer or shorter form of a word is worth."""

_LONG = 6  # letters that two forms must share


def form(one: str) -> Form:
    """The term, stem or mark `one` with all that it may be said as."""
    akin = one.akin if isinstance(one, Term) else kin(one)
    if one[:1] == "@":
        runs = one.runs if isinstance(one, Term) else SPELT.get(one, ())
        return Form(one, akin.same, akin.close, runs, "")
    return Form(one, akin.same, akin.close, (), one[:_LONG] if len(one) >= _LONG else "")


def held(one: str, stems: frozenset[str]) -> float:
    """How surely the term, stem or mark `one` is in a bag.

    1 itself; 0.8 a word or phrase that means the same, or the words of an acronym apart; 0.6 a longer or shorter
    form; 0.5 a word or phrase close to it; else 0.
    """
    if one in stems:
        return 1.0
    return (form(one) if isinstance(one, Term) else _form(one)).held(stems)


@lru_cache(maxsize=16384)
def _form(one: str) -> Form:
    return form(one)


@dataclass(frozen=True, slots=True)
class Near:
    """A bag with every plain stem that `held` would find in it: to ask many stems of one bag, and not the reverse."""

    bag: frozenset[str]
    same: frozenset[str]
    close: frozenset[str]
    heads: frozenset[str]

    def held(self, stems: frozenset[str]) -> float:
        """The sum of `held(one, bag)` over `stems`, none of them a mark."""
        rest = stems - self.bag
        total = float(len(stems) - len(rest))
        if not rest:
            return total
        if not rest.isdisjoint(self.same):
            alike = rest & self.same
            total, rest = total + SAME * len(alike), rest - alike
        for one in rest:
            if len(one) >= _LONG and one[:_LONG] in self.heads:
                total += held(one, self.bag)
            elif one in self.close:
                total += CLOSE
        return total


@lru_cache(maxsize=256)
def near(text: str) -> Near:
    """The bag of `text` with what is akin to it."""
    stems = bag(text)
    same = frozenset[str]().union(*(kin(one).same for one in stems))
    close = frozenset[str]().union(*(kin(one).close for one in stems))
    return Near(stems, same, close, frozenset(s[:_LONG] for s in stems if len(s) >= _LONG))


def wordings(text: str, learnt: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """What else `text` could say: acronyms spelt out, the short forms of spelt ones, short words as one ("chatbot").

    `learnt` adds initialisms found in the corpus (lower case to wordings).
    """
    found: list[str] = []
    for token in words(text):
        short = acronym(token, learnt)
        if short:
            found += [*ACRONYMS.get(short, ()), *(learnt or {}).get(short, ())]
    found += [mark[1:].upper() for mark in spelt(text)]
    found += [a + b for a, b in pairwise(words(text)) if _COMPOUND.fullmatch(a) and _COMPOUND.fullmatch(b)]
    run = f" {' '.join(phrase(text))} "
    for short, full in (learnt or {}).items():
        found += [short.upper() for wording in full if f" {' '.join(phrase(wording))} " in run]
    return tuple(dict.fromkeys(found))


def terms(text: str, learnt: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """What `text` asks about: names like "a57", content stems, `@acronym` for acronyms in either form, `~months`;
    each once.

    Words that stand in a phrase of the thesaurus, or in the wording of a learnt acronym, are `Term`s that know its
    other names.
    """
    full = spelt(text)
    within = {one for stems in full.values() for one in stems}
    named = _named(text, learnt or {})
    found: dict[str, None] = {}
    bare = LAPSE.sub(" ", text)
    found.update(dict.fromkeys(codes(bare)))
    for token in words(CODE.sub(" ", bare)):
        short = acronym(token, learnt)
        if short:
            found[_acronym_term(short, learnt or {})] = None
        elif token.lower().replace("’", "'") not in STOP and len(token) > 1:
            one = stem(token)
            if one not in STOP and one not in within:
                found[Term(one, kin(one) | named[one]) if one in named else one] = None
    spelled = [Term(mark, kin(mark) | kin("@" + " ".join(run)), SPELT[mark]) for mark, run in full.items()]
    return tuple(dict.fromkeys([*found, *spelled, *sorted(lapses(text))]))


def _acronym_term(short: str, learnt: Mapping[str, tuple[str, ...]]) -> Term:
    mark = "@" + short
    runs = (*SPELT.get(mark, ()), *map(phrase, learnt.get(short, ())))
    akin = kin(mark) | Kin(frozenset([short])) if short not in ACRONYMS else kin(mark) | kin(short)
    for run in runs:
        spelled = "@" + " ".join(run)
        akin |= Kin(frozenset([spelled])) | kin(spelled)
    return Term(mark, akin, runs)


def _named(text: str, learnt: Mapping[str, tuple[str, ...]]) -> dict[str, Kin]:
    """What the stems of `text` are akin to by the phrases they stand in."""
    known, run = synonyms(), phrase(text)
    found: dict[str, Kin] = {}
    glued = _longest([stem(token) for token in words(text)], known.glued)
    for stems, mark in [*_longest(run, known.plain), *glued]:
        akin = Kin(frozenset([mark])) | kin(mark)
        for one in stems:
            found[one] = found.get(one, NONE) | akin
    joined = f" {' '.join(run)} "
    for short, full in learnt.items():
        for stems in map(phrase, full):
            if f" {' '.join(stems)} " in joined:
                for one in stems:
                    found[one] = found.get(one, NONE) | Kin(frozenset([short]))
    return found
