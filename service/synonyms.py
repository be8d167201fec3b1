"""Words and phrases that mean the same, read from `synonyms.txt` and `wider.txt`: what a stem or a phrase is akin to.

A single word is known by its stem ("levi"), a phrase by the mark `@` with its stems ("@chang hand"), and one that
spells a known acronym by the acronym as well ("@pcn"). `python -m service.synonyms` writes `synonyms.keys`, the groups
of both ready stemmed, after a change to either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from service import thesaurus
from service.stems import GLUED, TOKEN, phrase, stem

SAME = 0.8
"""What a word that means the same is worth beside the word itself."""

CLOSE = 0.5
"""What a word that is only close is worth."""

Phrases = Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], str]]]]
"""First stem, then second, to the phrases that begin with the two: all their stems, and the mark."""


@dataclass(frozen=True, slots=True)
class Kin:
    """What a word or phrase is akin to: stems and marks that mean the same, and those only close."""

    same: frozenset[str] = frozenset()
    close: frozenset[str] = frozenset()

    def __or__(self, other: Kin) -> Kin:
        return Kin(self.same | other.same, self.close | other.close)


NONE = Kin()
"""What a word of no group is akin to."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The groups as lines of keys, in which lines each key stands, and the phrases to look for in a text.

    `plain` phrases are looked for among the
    stems of a text without its small words, `glued` ones ("in the red") among all.
    """

    groups: Sequence[str]
    where: Mapping[str, Sequence[int]]
    plain: Phrases
    glued: Phrases


def load(text: str) -> dict[str, tuple[str, ...]]:
    """Acronyms from lines "short: wording; wording", all in lower case."""
    pairs = (line.split(":", 1) for line in text.strip().splitlines())
    return {short.strip(): tuple(full.strip().lower() for full in rest.split(";")) for short, rest in pairs}


ACRONYMS: Mapping[str, tuple[str, ...]] = load(thesaurus.ACRONYMS)
"""Acronym in lower case to its wordings, the first the usual one. Policing, councils, schools, NHS and FOI itself."""

SPELT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "@" + short: tuple(phrase(full) for full in wordings) for short, wordings in ACRONYMS.items()
}
"""Mark of an acronym ("@spo") to the stems of each of its wordings."""


def lines(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The groups as `synonyms.txt` writes them: members that mean the same, and members that are close to these.

    Where a group has only members after its tilde, each is close to the others.
    """
    for line in text.splitlines():
        if line and line[0] != "#":
            same, _, close = f" {line}".partition(" ~ ")
            yield same.strip().split(", ") if same else [], close.split(", ") if close else []


def key(member: str) -> str:
    """The stem of a word, the mark of a phrase.

    Small words of a phrase are left out unless a single word would be left ("in the red").
    """
    run = phrase(member)
    if len(run) < 2:
        run = tuple(stem(token) for token in TOKEN.findall(member))
    return "@" + " ".join(run) if len(run) > 1 else run[0]


def keyed(text: str) -> str:
    """What `synonyms.keys` holds: the groups of `text` by their keys, for reading in a tenth of the time.

    A line is a group, its keys parted by commas, those only close after a tilde; where none stands before it, all are
    close to each other.
    """
    groups = ((dict.fromkeys(map(key, same)), dict.fromkeys(map(key, close))) for same, close in lines(text))
    return "".join(",".join(same) + ("~" if close else "") + ",".join(close) + "\n" for same, close in groups)


@lru_cache(maxsize=1)
def synonyms() -> Synonyms:
    """All groups and the wordings of acronyms, read once, on first use."""
    where: dict[str, list[int]] = {}
    groups = Path(__file__).with_suffix(".keys").read_text(encoding="utf-8").splitlines()
    for number, group in enumerate(groups):
        for one in group.replace("~", ",").lstrip(",").split(","):
            if one in where:
                where[one].append(number)
            else:
                where[one] = [number]
    plain: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    glued: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for one in where:
        if one[0] == "@":
            run = tuple(one[1:].split(" "))
            begun = (plain if GLUED.isdisjoint(run) else glued).setdefault(run[0], {})
            begun.setdefault(run[1], []).append((run, one))
    for mark, wordings in SPELT.items():
        for run in wordings:
            if len(run) > 1:
                plain.setdefault(run[0], {}).setdefault(run[1], []).append((run, mark))
    return Synonyms(groups, where, plain, glued)


@lru_cache(maxsize=65536)
def kin(one: str) -> Kin:
    """What the stem or mark `one` is akin to."""
    known = synonyms()
    same: set[str] = set()
    near: set[str] = set()
    for number in known.where.get(one, ()):
        alike, _, close = known.groups[number].partition("~")
        members = alike.split(",")
        if not alike or one in members:
            same.update(members if alike else ())
            near.update(close.split(",") if close else ())
        else:
            near.update(members)
    return Kin(frozenset(same - {one}), frozenset(near - same - {one})) if same or near else NONE


def phrases(run: Sequence[str], known: Phrases) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """The phrases that stand in `run`, a text's stems in order: where each begins, its stems and its mark."""
    for at, (one, following) in enumerate(pairwise(run)):
        begun = known.get(one)
        if begun is not None and following in begun:
            for stems, mark in begun[following]:
                if len(stems) == 2 or tuple(run[at : at + len(stems)]) == stems:
                    yield at, stems, mark


if __name__ == "__main__":
    written = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("synonyms.txt", "wider.txt"))
    Path(__file__).with_suffix(".keys").write_text(keyed("\n".join(written)), encoding="utf-8")
