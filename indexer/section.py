"""Elements to sections: what was asked, what was answered, what was refused, and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["question", "answer", "exemption", "other"]
Outcome = Literal["disclosed", "partly_disclosed", "withheld", "not_held", "cost_limit", "vexatious", "neither_confirm_nor_deny", "referred"]

@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of one kind. Sections tile the text in order: each printable character lies in exactly one.

    `id` is unique within the document ("s1", "s2", …). `heading` is the path of headings above it; `number` the question's own number as
    printed, on the question and on what answers it; `answers` the id of the question section that an answer or
    exemption replies to; `outcome` the outcome of that question (on the question and on its answers); `exemptions` the
    codes that the section's text relies on to refuse.
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
