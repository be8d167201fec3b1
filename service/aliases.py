"""The names that a query may call an authority by: in full, short, by its place, by its initials."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from corpus.authorities import forms
from service import ordinary

_SUFFIX = re.compile(
    r"\b(?:metropolitan borough council|city council|county council|district council|borough council"
    r"|city and county council|council|county borough|police service"
    r"|police force|constabulary|police|university hospitals?|nhs foundation trust|nhs trust|university"
    r"|fire and rescue service|health board|of scotland|for scotland"
    r"|city|county|borough|district|metropolitan|the|royal|london)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    rf"{_SUFFIX.pattern}|\b(?:nhs|foundation|trust|teaching|hospitals?|mental health|community|healthcare|health|care"
    r"|partnership|fire|rescue|authority|service|university of|university|college|ambulance|parish|town|and|of)\b",
    re.IGNORECASE,
)
"""What names the kind of an institution, and not which one it is."""


class _Kind(NamedTuple):
    """Bodies of one kind: the pattern that tells it, what else in a name is not its place or proper name, and what they
    are called beside that, `|` between; `(?)` stands for "and" and "&"."""

    told: str
    rest: str
    called: str


_PCC = r"\bpolice (?:and|&) crime commissioner\b"
_KINDS = (
    _Kind(
        _PCC,
        rf"\b(?:office of the|for|the)\b|{_PCC}",
        "{0} pcc|{0} opcc|{0} police (?) crime commissioner|{0} commissioner",
    ),
    _Kind(r"\bintegrated care board\b", r"\b(?:nhs|integrated care board)\b", "{0} icb|{0} integrated care board"),
    _Kind(r"\b(?:police|constabulary)\b", r"\b(?:police|constabulary|service)\b", "{0} police|{0} constabulary"),
    _Kind(
        r"(?<!parish )(?<!town )(?<!community )\bcouncil\b|\bborough of\b",
        r"\b(?:the|metropolitan|royal|london|city|county|borough|district|council|of|and)\b",
        "{0} council|{0} city council|{0} borough council",
    ),
    _Kind(r"\buniversity\b(?! hospital)", r"\b(?:the|university|of)\b", "{0} university|university of {0}|{0} uni"),
    _Kind(
        r"\bfire\b",
        r"\b(?:the|fire|and|rescue|service|authority)\b|&",
        "{0} fire|{0} fire service|{0} fire (?) rescue|{0} fire (?) rescue service|{0} fire brigade",
    ),
    _Kind(
        r"\bambulance\b",
        r"\b(?:nhs|foundation|trust|ambulance|service|the)\b",
        "{0} ambulance|{0} ambulance service",
    ),
    _Kind(
        r"\bhospitals?\b",
        r"\b(?:nhs|foundation|trust|university|teaching|hospitals?|the)\b",
        "{0} trust|{0} nhs trust|{0} hospital|{0} hospitals",
    ),
    _Kind(r"\bhealth board\b", r"\b(?:nhs|health board)\b", "{0} health board"),
    _Kind(
        r"\bhomes\b|\bhousing\b",
        r"\b(?:homes|housing|group|association|limited|ltd)\b",
        "{0} homes|{0} housing",
    ),
)
"""The first that fits is the kind of a body."""

_SHORTEST = 4
"""Letters of a place or proper name at least."""
_TOPICAL = frozenset(["homes", "housing", "hospital", "hospitals", "trust", "fire", "ambulance"])
"""What names a body only where it has a capital: "Barset homes" are houses."""

_GENERIC = ("service", "ministry of", "department for")
_ORDINARY = frozenset(ordinary.WORDS.split())


@lru_cache(maxsize=4096)
def aliases(name: str) -> tuple[str, ...]:
    """The ways a query may name authority `name`, in lower case, longest first.

    In full, by the forms that `corpus.authorities` knows, by place, by initials.
    """
    full = plain(name)
    found = {full, *map(plain, forms(name))}
    place = " ".join(_SUFFIX.sub(" ", full).split()).strip(" &-")
    if "borough of" in full:
        place = place.removeprefix("of ")
    if len(place) > 3 and place not in _GENERIC and "commissioner" not in place:
        found.add(place)
    found |= _called(full)
    initials = "".join(w[0] for w in re.findall(r"[a-z]+", full) if w not in ("of", "and", "the", "for"))
    if len(initials) >= 3:
        found.add(initials)
    return tuple(sorted(found, key=len, reverse=True))


def _called(full: str) -> set[str]:
    """What a body is called beside its place or proper name, by its kind."""
    kind = next((one for one in _KINDS if re.search(one.told, full)), None)
    core = " ".join(re.sub(kind.rest, " ", full).split()).strip(" &-,") if kind else ""
    if kind is None or len(core) < _SHORTEST:
        return set()
    cores = {core, _BESIDE.sub("", core)}
    named = {shape.format(one) for one in cores if len(one) >= _SHORTEST for shape in kind.called.split("|")}
    return {one.replace("(?)", joined) for one in named for joined in ("and", "&")}


_BESIDE = re.compile(r"-(?:on|upon|in|under|by|super|next|le)-[\w-]+$")
"""What a place is told from its namesakes by, and is left out where it is spoken of: Barset-on-Sea."""


def topical(alias: str, written: str, name: str) -> bool:
    """Whether `written` is an alias of `name` that is a topic as it stands: "Barset homes" for Barset Homes Ltd."""
    last = alias.rsplit(" ", 1)[-1]
    return last in _TOPICAL and alias != plain(name) and not written.rsplit(" ", 1)[-1][:1].isupper()


def _core(full: str) -> str:
    """What tells a body from others of its kind: its place, or its proper name."""
    return " ".join(_INSTITUTION.sub(" ", full).split()).strip(" &-,")


@lru_cache(maxsize=64)
def placed(known: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The place or proper name of each institution of `known` whose full name says more, where no other answers to it:
    Larkfield of "Larkfield Mental Health NHS Foundation Trust"."""
    short = {name: _core(plain(name)) for name in known}
    taken = Counter([*short.values(), *(alias for name in known for alias in {*aliases(name)} - {short[name]})])
    return {
        name: (place,)
        for name, place in short.items()
        if len(place) > 4 and taken[place] == 1 and place not in aliases(name) and place not in _ORDINARY
    }


def plain(name: str) -> str:
    """A name in small letters, white space single and apostrophes straight."""
    return " ".join(name.lower().replace("’", "'").split())
