"""Words as queries and letters use them: stems, acronyms both ways, and ordinary words that mean the same in a disclosure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from service import thesaurus

_TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*")

STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "if",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "do",
        "does",
        "did",
        "done",
        "has",
        "have",
        "had",
        "having",
        "how",
        "many",
        "much",
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "when",
        "where",
        "why",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "them",
        "their",
        "its",
        "our",
        "your",
        "my",
        "me",
        "us",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "than",
        "then",
        "so",
        "such",
        "not",
        "no",
        "nor",
        "any",
        "all",
        "some",
        "each",
        "every",
        "per",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "between",
        "during",
        "before",
        "after",
        "since",
        "until",
        "within",
        "through",
        "out",
        "up",
        "down",
        "off",
        "also",
        "please",
        "provide",
        "provided",
        "information",
        "data",
        "request",
        "requested",
        "requests",
        "foi",
        "eir",
        "figure",
        "figures",
        "number",
        "numbers",
        "count",
        "total",
        "totals",
        "regarding",
        "relating",
        "related",
        "concerning",
        "recorded",
        "record",
        "hold",
        "held",
        "holds",
        "make",
        "made",
        "get",
        "got",
        "give",
        "given",
        "s",
        "re",
        "etc",
        "via",
        "vs",
        "broken",
        "breakdown",
        "break",
        "year",
        "years",
        "annual",
        "annually",
        "calendar",
        "financial",
        "month",
        "months",
        "quarter",
        "period",
        "following",
        "council's",
        "force's",
        "other",
        "more",
        "most",
        "one",
        "used",
        "use",
        "using",
        "uses",
        "both",
        "only",
        "just",
        "ever",
        "however",
        "including",
        "include",
        "includes",
        "inc",
        "says",
        "say",
        "said",
        "told",
        "tell",
        "asked",
        "ask",
    ]
)
"""Words that say nothing of what is asked for, or that every request holds."""


def _load(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (line.split(":", 1) for line in text.strip().splitlines())
    return {short.strip(): tuple(full.strip().lower() for full in rest.split(";")) for short, rest in pairs}


ACRONYMS: Mapping[str, tuple[str, ...]] = _load(thesaurus.ACRONYMS)
"""Acronym in lower case to its wordings, the first the usual one. Policing, councils, schools, NHS and FOI itself."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`word` in lower case without possessive, plural and verb endings; good enough to compare, not to print."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'").replace("'", "")
    if len(word) <= 3 or word[0].isdigit():
        return word.replace(",", "")
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and root[-1] != "e" and re.search(r"[aeiouy]", root):
            word = root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lszf" else root
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _alike() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for line in thesaurus.ALIKE.strip().splitlines():
        stems = {stem(word) for word in line.split()}
        for one in stems:
            groups.setdefault(one, set()).update(stems - {one})
    return {one: frozenset(others) for one, others in groups.items()}


ALIKE: Mapping[str, frozenset[str]] = _alike()
"""Stem to stems of words that a requester and an authority use for the same thing."""

_PHRASES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    short: tuple(tuple(stem(w) for w in _TOKEN.findall(full) if w not in STOP) for full in wordings)
    for short, wordings in ACRONYMS.items()
}
_SPELT: tuple[tuple[str, str], ...] = tuple(
    (f" {' '.join(phrase)} ", "@" + short)
    for short, phrases in _PHRASES.items()
    for phrase in phrases
    if len(phrase) > 1
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


_ENGLISH = frozenset(
    ["it", "app", "send", "cad", "mash", "pace", "pals", "pit", "ta", "la", "lea", "da", "la", "gp", "hr", "ot", "ep"]
)
"""Acronyms that are words when written small."""


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """The stems in `text`, with those of every acronym's wordings, and `@spo` for each acronym named or spelt out."""
    run: list[str] = []
    stems: set[str] = set()
    for token in _TOKEN.findall(text):
        one = stem(token)
        stems.add(one)
        if token.lower() not in STOP:
            run.append(one)
        if len(token) > 1 and (short := acronym(token)):
            stems.add("@" + short)
            for phrase in _PHRASES[short]:
                stems.update(phrase)
    for part in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)+", text):
        stems.add(stem(part.replace("-", "")))
    joined = f" {' '.join(run)} "
    stems.update(mark for phrase, mark in _SPELT if phrase in joined)
    return frozenset(stems)


def held(one: str, stems: frozenset[str]) -> float:
    """How surely the stem (or `@acronym`) `one` is in a bag: 1 itself, 0.8 a word that means the same, 0.6 a longer or shorter form, else 0."""
    if one in stems:
        return 1.0
    if not ALIKE.get(one, frozenset()).isdisjoint(stems):
        return 0.8
    if len(one) >= 6 and any(s.startswith(one) or (len(s) >= 6 and one.startswith(s)) for s in stems):
        return 0.6
    return 0.0


def wordings(tokens: Iterable[str], learnt: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """What else the query could say: each acronym spelt out, and each spelt-out acronym's short form.

    `learnt` adds initialisms found in the corpus (lower case to wordings).
    """
    tokens = list(tokens)
    found: list[str] = []
    for token in tokens:
        short = acronym(token, learnt)
        if short:
            found += [*ACRONYMS.get(short, ()), *(learnt or {}).get(short, ())]
    stems = {stem(token) for token in tokens}
    known = [*ACRONYMS.items(), *(learnt or {}).items()]
    for short, wording in known:
        for full in wording:
            phrase = {stem(w) for w in words(full) if w.lower() not in STOP}
            if len(phrase) > 1 and phrase <= stems:
                found.append(short.upper())
    return tuple(dict.fromkeys(found))
