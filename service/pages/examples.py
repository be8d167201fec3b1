"""Questions to begin with: some that letters of this index were asked, and answered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.sectioned import Section
from service.markup import bare
from service.pages.drawing import address, one_line
from service.shelf import Opened
from service.snapshot import Snapshot

SHOWN = 4

_READ = 24
"""Letters looked into for them, spread over the index."""

_NUMBER = re.compile(r"^\W*(?:Q(?:uestion)?\s?)?(?:\d{1,2}|[a-z])?[a-z]?[.):]+\s+", re.IGNORECASE)
_PLAIN = re.compile(r"(?:How|What|Which|When|Who|Where|Does|Do|Did|Is|Are|Has|Have)\b[^?]{20,100}\?", re.IGNORECASE)
_LEANING = re.compile(
    r"\b(?:this|these|those|they|them|their|it|its|above|same|you|your|each|such|please)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Example:
    """A question that stands by itself, the authority that answered it, and the address that asks it."""

    words: str
    authority: str
    href: str


def examples(snapshot: Snapshot) -> list[Example]:
    """At most `SHOWN`, each of another authority. None where no letter has such a question."""
    known = [one for one in snapshot.store.documents(snapshot.at) if one.authority]
    read = known[:: max(1, len(known) // _READ)][:_READ]
    made: dict[str, Example] = {}
    for document in read:
        opened = snapshot.shelf.open([document.version]).get(document.version)
        authority = document.authority or ""
        if opened is None or authority in made:
            continue
        words = next((said for one in opened.sections if (said := _asked(opened, one))), None)
        if words is not None:
            made[authority] = Example(words, authority, address("/", query=words, authority=authority))
            if len(made) == SHOWN:
                break
    return list(made.values())


def _asked(opened: Opened, section: Section) -> str | None:
    """A question that was answered, on one line without its number; None for what does not stand by itself."""
    if section.kind != "question" or section.outcome != "disclosed" or section.end - section.start > 200:
        return None
    words = _NUMBER.sub("", one_line(bare(opened.text, opened.marks, section.start, section.end)))
    return words if _PLAIN.fullmatch(words) and not _LEANING.search(words) else None
