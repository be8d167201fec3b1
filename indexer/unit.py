"""The unit of reading: a sentence, list item, heading or table row, and how its words are held."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.markers import Marker

# How strongly a unit is set apart from the one before it.
SENTENCE, WRAPPED, BROKEN, APART = 0, 1, 2, 3
COUNTED = "r"
"""The style of roman numerals and letters that count, where a list has no figures: those of its questions."""
TITLED, NUMBERED, FIELD, CLOSES = "t", "#", "f", "-"
_PLAIN = (("’", "'"), ("‘", "'"), ("*", " "), ("_", " "))


@dataclass(slots=True)
class Unit:
    """A sentence, list item, heading or row, `text[start:end]`, with how it is set apart from the one before."""

    start: int
    end: int
    apart: int
    words: str  # lower case, one space between words, no marker
    marker: Marker | None = None
    bullet: bool = False
    row: bool = False
    heading: int = 0  # 1 outermost … 4; 0 for what is no heading
    label: str = ""  # what it is labelled as: "a" in "Response: none", "q" in "Your request: …"; "o" for an option
    beside: int = 0  # the row of a table of questions and answers that it is in, from 1; 0 for all else
    blank_before: bool = False
    opens: str = ""  # begins what is on a thing of its own, by title, number or label, or the first that no longer is


def plain(text: str) -> str:
    """Text as units hold it: lower case, one space between words, straight quotation marks, no emphasis."""
    for mark, instead in _PLAIN:
        if mark in text:
            text = text.replace(mark, instead)
    return " ".join(text.split()).lower()
