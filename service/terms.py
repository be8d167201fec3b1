"""Words as queries and letters use them: stems, acronyms both ways, and words that mean the same in a disclosure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from service import thesaurus

_TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*")
_COMPOUND = re.compile(r"(?!(?:and|the|for|was|are|did|has|had|how|who|why|its|any|all|per|not|our)$)[a-z]{3,5}")
LAPSE = re.compile(r"(?<![\w/.])(\d{1,4}|one|two|three|six|twelve)[ -](day|week|month|year)s?\b", re.IGNORECASE)
_SPELT_COUNTS = {"one": 1, "two": 2, "three": 3, "six": 6, "twelve": 12}
_MONTHS_IN = {"day": 1 / 30.4, "week": 7 / 30.4, "month": 1.0, "year": 12.0}

STOP = frozenset(thesaurus.STOP.split())
"""Words that say nothing of what is asked for, or that every request holds."""

_GLUE = frozenset(["of", "the", "and", "in", "for", "to", "a", "an", "on", "at", "by", "with", "or"])
_ENGLISH = frozenset(thesaurus.ENGLISH.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`word` in lower case without possessive, plural and verb endings; good enough to compare, not to print."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'").replace("'", "")
    if len(word) <= 3 or word[0].isdigit():
        return word.replace(",", "")
    if word.endswith("ives") and word != "archives":
        word = word[:-3] + "fe"
    elif word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "sis")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and root[-1] != "e" and re.search(r"[aeiouy]", root):
            word = root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lszf" else root
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" and word[-2] not in "aeou" else word


def _load(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (line.split(":", 1) for line in text.strip().splitlines())
    return {short.strip(): tuple(full.strip().lower() for full in rest.split(";")) for short, rest in pairs}


def _alike() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for line in thesaurus.ALIKE.strip().splitlines():
        stems = {stem(word) for word in line.split()}
        for one in stems:
            groups.setdefault(one, set()).update(stems - {one})
    return {one: frozenset(others) for one, others in groups.items()}


def _phrase(wording: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _TOKEN.findall(wording) if word.lower() not in _GLUE)


ACRONYMS: Mapping[str, tuple[str, ...]] = _load(thesaurus.ACRONYMS)
"""Acronym in lower case to its wordings, the first the usual one. Policing, councils, schools, NHS and FOI itself."""

ALIKE: Mapping[str, frozenset[str]] = _alike()
"""Stem to stems of words that a requester and an authority use for the same thing."""

_PHRASES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "@" + short: tuple(_phrase(full) for full in wordings) for short, wordings in ACRONYMS.items()
}
_SPELT = tuple(
    (f" {' '.join(phrase)} ", mark) for mark, phrases in _PHRASES.items() for phrase in phrases if len(phrase) > 1
)


def words(text: str) -> list[str]:
    """The words and numbers of `text` in order, as printed."""
    return _TOKEN.findall(text)


def acronym(token: str, learnt: Mapping[str, tuple[str, ...]] | None = None) -> str | None:
    """The known acronym that `token` is, in lower case: "SPOs" and "SPO's" are spo; None for any other word.

    A word in lower case counts only where it is no English word ("ehcp", "spos"; not "it", "send", "app").
    """
    bare = re.sub(r"['’]s$", "", token)
    for form in (bare, bare[:-1] if bare.endswith("s") and len(bare) > 2 else bare):
        low = form.lower()
        if low in ACRONYMS or (learnt and low in learnt):
            if form.isupper() or (token[:-1].isupper() and token[-1] == "s"):
                return low
            if form.islower() and len(low) > 2 and low not in _ENGLISH:
                return low
    return None


def spelt(text: str) -> dict[str, tuple[str, ...]]:
    """The acronyms (as `@spo`) whose wording `text` holds, each with the stems of that wording.

    The longest where they overlap.
    """
    run = f" {' '.join(_phrase(text))} "
    found = {mark: tuple(phrase.split()) for phrase, mark in _SPELT if phrase in run}
    return {
        mark: stems
        for mark, stems in found.items()
        if not any(
            len(other) > len(stems) and f" {' '.join(stems)} " in f" {' '.join(other)} " for other in found.values()
        )
    }


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """The stems in `text`, with those of every acronym's wordings, `@spo` for each acronym named or spelt out, and
    `~12` for each lapse of time in months ("a year" is none, "12 months" and "365 days" are)."""
    run: list[str] = []
    stems: set[str] = set()
    for token in _TOKEN.findall(text):
        one = stem(token)
        stems.add(one)
        if token.lower() not in _GLUE:
            run.append(one)
        if len(token) > 1 and (short := acronym(token)):
            stems.add("@" + short)
            for phrase in _PHRASES["@" + short]:
                stems.update(phrase)
    for part in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)+", text):
        stems.add(stem(part.replace("-", "")))
    joined = f" {' '.join(run)} "
    stems.update(mark for phrase, mark in _SPELT if phrase in joined)
    stems.update(lapses(text))
    return frozenset(stems)


def lapses(text: str) -> set[str]:
    """Lapses of time in whole months: "6 months" is `~6`, "1 year" and "365 days" are both `~12`."""
    found = set()
    for match in LAPSE.finditer(text):
        count = _SPELT_COUNTS.get(match[1].lower()) or int(match[1])
        found.add(f"~{round(count * _MONTHS_IN[match[2].lower()])}")
    return found - {"~0"}


@lru_cache(maxsize=4096)
def _heads(stems: frozenset[str]) -> frozenset[str]:
    """The first six letters of each stem that long: what a longer or shorter form of it must share."""
    return frozenset(s[:6] for s in stems if len(s) >= 6)


def held(one: str, stems: frozenset[str]) -> float:
    """How surely the stem (or `@acronym`) `one` is in a bag.

    1 itself; 0.8 a word that means the same, or the words of an acronym apart; 0.6 a longer or shorter form; else 0.
    """
    if one in stems:
        return 1.0
    if one[:1] == "@":
        return 0.8 if any(stems.issuperset(phrase) for phrase in _PHRASES.get(one, ())) else 0.0
    if not ALIKE.get(one, frozenset()).isdisjoint(stems):
        return 0.8
    if (
        len(one) >= 6
        and one[:6] in _heads(stems)
        and any(s.startswith(one) or one.startswith(s) for s in stems if len(s) >= 6)
    ):
        return 0.6
    return 0.0


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
    run = f" {' '.join(_phrase(text))} "
    for short, full in (learnt or {}).items():
        found += [short.upper() for wording in full if f" {' '.join(_phrase(wording))} " in run]
    return tuple(dict.fromkeys(found))


def terms(text: str, learnt: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """What `text` asks about: content stems, `@acronym` for acronyms in either form, `~months`; each once, in order."""
    full = spelt(text)
    within = {one for stems in full.values() for one in stems}
    found: dict[str, None] = {}
    for token in words(LAPSE.sub(" ", text)):
        short = acronym(token, learnt)
        if short:
            found["@" + short] = None
        elif token.lower().replace("’", "'") not in STOP and len(token) > 1:
            one = stem(token)
            if one not in STOP and one not in within:
                found[one] = None
    return tuple(dict.fromkeys([*found, *full, *sorted(lapses(text))]))
