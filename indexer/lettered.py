"""Questions numbered by letter and figure: "A1. Number of berths", "A2. Repairs", "B1. Fees", under "A. Harbour".

The letter names a group, the figure counts in it. By itself "A1." may as well be the answer to question 1; what shows
the difference is that a second letter counts on where the first ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.markers import Marker
from indexer.unit import BROKEN, Unit, plain

_MARK = re.compile(r"[*_#>\s]{0,8}(?P<letter>[A-H])(?P<figure>\d{1,2})[*_]{0,2}[.):][*_]{0,2}\s+(?=\S)")
_FEWEST = 4  # marks of such a list
_TOPICS = 0.6  # the share of them that stand over an answer, from which on the list is one of questions
_LEVEL = 2


def lettered(units: Sequence[Unit], text: str) -> None:
    """Number the units of `text` that such a list numbers, as asked ("q") where each is a topic over its answer.

    The lines that name a group, "A. Harbour", become headings.
    """
    marks = {
        i: found
        for i, unit in enumerate(units)
        if unit.apart >= BROKEN and (found := _MARK.match(text, unit.start, unit.end))
    }
    for run in _runs(marks):
        over = [i for i in run if _topic(units, i, marks)]
        for i in run:
            letter, figure = marks[i]["letter"], int(marks[i]["figure"])
            units[i].marker = Marker(f"{letter}{figure}", f"#{letter}.", figure, "")
            units[i].words, units[i].label = plain(text[marks[i].end() : units[i].end]), ""
            if figure == 1 and i:
                _title(units[i - 1], letter.lower(), text)
        for i in over if len(over) >= _TOPICS * len(run) else []:
            units[i].label = "q"


def _runs(marks: dict[int, re.Match[str]]) -> list[list[int]]:
    """The units of each list that counts A1, A2, B1, …: in order, of two letters at least."""
    found: list[list[int]] = []
    last = ("", 0)
    for i, mark in marks.items():
        own = mark["letter"], int(mark["figure"])
        if own == ("A", 1):
            found.append([i])
        elif found and own in ((last[0], last[1] + 1), (chr(ord(last[0]) + 1), 1)):
            found[-1].append(i)
        else:
            continue
        last = own
    return [run for run in found if len(run) >= _FEWEST and len({marks[i]["letter"] for i in run}) > 1]


def _topic(units: Sequence[Unit], i: int, marks: dict[int, re.Match[str]]) -> bool:
    """Whether unit `i` is no sentence that states something, and stands over a line of its own answer."""
    below = units[i + 1] if i + 1 < len(units) else None
    return below is not None and i + 1 not in marks and below.apart >= BROKEN and units[i].words[-1:] not in ".;,"


def _title(unit: Unit, letter: str, text: str) -> None:
    """Make a heading of the line that names the group of this letter."""
    if unit.marker is not None and unit.marker.label == letter and unit.words[-1:] not in ".;:?":
        unit.marker, unit.heading, unit.words = None, _LEVEL, plain(text[unit.start : unit.end])
