"""What a section is: its kind, its outcome, and where it stands.

The record alone, which every reader of an index needs; the rules that cut a document are in `indexer.section`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["question", "answer", "exemption", "other"]

Outcome = Literal[
    "disclosed",
    "partly_disclosed",
    "withheld",
    "not_held",
    "cost_limit",
    "vexatious",
    "neither_confirm_nor_deny",
    "referred",
]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of one kind. Sections tile the text in order: each printable character lies in exactly one.

    `id` is unique within the document ("s1", "s2", …). `heading` is the path of headings above it; `number` the
    question's own number as printed, on the question and on what answers it; `answers` the id of the question section
    that an answer or exemption replies to; `outcome` of a question what came of it in all, of an answer or exemption
    what this section itself does (an answer that gives one thing and does not hold another is cut there);
    `exemptions` the codes that the section's text relies on to refuse.
    """

    id: str
    kind: Kind
    start: int
    end: int
    page: int | None
    heading: tuple[str, ...]
    number: str | None
    answers: str | None
    outcome: Outcome | None
    exemptions: tuple[str, ...]

    @property
    def bare_number(self) -> str:
        """The number alone, in small letters: "2b" of "Q2 (b)"; empty where there is none."""
        return _AROUND.sub("", (self.number or "").lower())


_AROUND = re.compile(r"^(?:question|q)(?=\W*\d)|\W")
