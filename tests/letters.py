"""Letters in many authorities' house styles, each line labelled: what is cut wrong here is cut wrong in life.

Every authority, person and figure is invented. A line is `tag| text`: q1 and q2 are lines of the first and the second
question, a1 and e1 what answers and refuses the first, a0 and e0 what replies to none, o the rest, - is not judged.
The letters themselves are in `tests.letters_*`, by the kind of body that writes so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shape:
    """A labelled letter: what is read off it, and its lines."""

    name: str
    authority: str | None
    reference: str | None
    date: str | None
    exemptions: tuple[str, ...]
    lines: str

    @property
    def text(self) -> str:
        return "\n".join(line.partition("| ")[2] for line in self.lines.strip("\n").split("\n"))

    def row(self) -> dict[str, Any]:
        """The letter as a line of a gold file."""
        kinds = {"q": "question", "a": "answer", "e": "exemption", "o": "other", "-": "skip"}
        labels, asked, replied = [], {}, {}
        for n, line in enumerate(self.lines.strip("\n").split("\n"), 1):
            tag, bar, words = line.partition("|")
            if not words.strip():
                continue
            tag = tag.strip()
            assert bar and tag[:1] in kinds, line
            labels.append({"from": n, "to": n, "kind": kinds[tag[0]]})
            if tag[0] == "q":
                asked.setdefault(tag[1:], []).append(n)
            elif tag[0] in "ae" and tag[1:] != "0":
                replied.setdefault(tag[1:], []).append(n)
        return {
            "document": f"{self.name}.txt",
            "authority": self.authority,
            "reference": self.reference,
            "date": self.date,
            "exemptions": list(self.exemptions),
            "lines": labels,
            "pairs": [{"question": asked[k], "answer": lines} for k, lines in replied.items()],
        }
