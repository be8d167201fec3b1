"""Columns of questions and of answers: the headings by which they are known, and which printed lines make one row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.markers import marker
from indexer.unit import plain

_ASKED = re.compile(
    r"(?:(?:your|the|foi|foisa|eir|original|specific) )*(?:questions?|requests?|query|queries|points?"
    r"|information (?:requested|sought)|(?:what )?you (?:asked|requested|wanted)(?: for| to know)?)"
    r"(?: (?:asked|raised|text|details?|received|for information))*"
)
_TOLD = re.compile(
    r"(?:[\w’'&-]+ ){0,4}(?:responses?|answers?|reply|replies|comments?|decision|outcome"
    r"|information (?:provided|disclosed|held|supplied|released)|we (?:answer|reply|hold|said|found))"
    r"(?: (?:provided|given|from|by|of|and|to your|to the)\b.{0,40})?"
)
_COUNTED = re.compile(r"(?:(?:q|qu|question|item|request|ref|part|point)\W*)?(?:no|nr|num|number|ref|id|#)?\W*")
_NUMBER = re.compile(r"\(?(?:q(?:uestion)?\s*)?\d{1,2}(?:\.\d{1,2})?[a-h]?[.):]*|\(?[a-h][.)]", re.IGNORECASE)


def headed(names: Sequence[str]) -> bool:
    """Whether these are the headings of a table of questions and answers: two columns, or three with their numbers."""
    bare = [plain(name).strip(" .:") for name in names]
    if len(bare) not in (2, 3) or not _ASKED.fullmatch(bare[-2]) or not _TOLD.fullmatch(bare[-1]):
        return False
    return len(bare) == 2 or _COUNTED.fullmatch(bare[0]) is not None


def is_number(cell: str) -> bool:
    """Whether a cell holds the number of a question and no more."""
    return _NUMBER.fullmatch(cell) is not None


def grouped(lines: Sequence[Sequence[str]], gaps: Sequence[bool]) -> list[list[int]]:
    """Printed lines as rows, each the places of its lines, headings among them.

    `lines` are the cells of each line from the left, blank where the line has none; the last two are what is asked and
    what is told, and a number may stand before them. `gaps` says which lines stand apart from the one above. A row
    begins with its number where rows are numbered; else after a blank or the end of a sentence.
    """
    first = 1 if lines and headed(lines[0]) else 0
    body = range(first, len(lines))
    numbered = len(body) > 0 and _opens(lines[first])
    whole = all(lines[n][-2] and lines[n][-1] and not lines[n][-2][:1].islower() for n in body)
    rows = [[n] for n in range(first)]
    above, told = "", False  # how the question of the row ends so far, and whether anything is told beside it
    for n in body:
        fresh = n == first or (whole and not numbered) or (numbered and _opens(lines[n]))
        if not fresh and not numbered:
            ended = gaps[n] or above.rstrip(" *_").endswith(("?", ".", ":"))
            fresh = lines[n][-2][:1].isupper() and ended and told
        if fresh:
            rows.append([n])
            above, told = "", False
        else:
            rows[-1].append(n)
        above, told = lines[n][-2] or above, told or bool(lines[n][-1])
    return rows


def _opens(line: Sequence[str]) -> bool:
    """Whether a line opens with the number of a question, in a column of its own or before it."""
    if len(line) > 2 and line[0]:
        return is_number(line[0])
    return bool(line[-2]) and marker(line[-2]) is not None
