"""Forms of labelled fields: "Name of supplier(s): ACME Ltd" is a question and its answer on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.markers import marker
from indexer.unit import BROKEN, WRAPPED, Unit, plain

# What is asked for in such forms; letterheads and e-mails have labels of other sorts ("Our ref", "Sent", "Tel").
_WANTED = re.compile(
    r"(?:the )?(?:(?:total|overall|current|annual|average|approximate|estimated|original|primary|brief|actual|existing"
    r"|incumbent) )*"
    r"(?:numbers?|no\.? of|names? of|dates? of|costs?|values?|amounts?|spend\w*|budget|percentage|length|contracts?"
    r"|suppliers?|providers?|vendors?|start|end|expiry|renewal|review|software|systems?|types? of|description|duration"
    r"|quantity|frequency|users|licen[cs]es|contact details|(?:\w+ ){1,2}(?:spend|costs?|budget|value|date))\b"
)
_LABEL = re.compile(r"(?P<label>[A-Z][^:?!\n]{2,80}):[ \t]+(?=\S)")
_NUMBER = re.compile(r"(?P<label>[A-Z][^:?!.\n]{6,80}?[a-z)])[ \t]+(?=£?\d[\d,]*(?:\.\d+)?[%mk]?$)")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MARK = re.compile(r"[\s*_>]*(?:\(?(?:[qQ]\s?)?\w{1,3}[).:]+|[•*–-])?\s+|")
_ASKING = re.compile(r"(?:please|how|what|which|who|when|where|do|does|is|are|can|could|i would like)\b")


def fields(units: Sequence[Unit], text: str) -> list[Unit]:
    """The units, with labelled fields cut into label ("q") and what was filled in ("a").

    A form has two such items in one numbered list, or three such lines together; under a question that the letter
    states before, they are its answer and stay whole.
    """
    cut = [_filled(unit, text) for unit in units]
    for i, unit in enumerate(units):
        below = units[i + 1] if i + 1 < len(units) else None
        if cut[i] == unit.end and (below is None or below.apart >= WRAPPED or below.label):
            cut[i] = None
    if sum(at is not None for at in cut) < 2:
        return list(units)
    asks = [u.words[-1:] == "?" or _ASKING.match(u.words) is not None for u in units]
    chosen: set[int] = set()
    for run in runs(units, cut):
        form = [i for i in run if cut[i] is not None]
        listed = units[run[0]].marker is not None
        if len(form) < (2 if listed else 3):
            continue
        if not any(asks[: run[0]]) or (listed and any(asks[i] for i in run)):
            chosen.update(form)
    out: list[Unit] = []
    for i, unit in enumerate(units):
        at = cut[i]
        if i not in chosen or at is None:
            out.append(unit)
            continue
        if at == unit.end:
            unit.label, units[i + 1].label = "q", "a"
            out.append(unit)
            continue
        reply = Unit(at, unit.end, WRAPPED, plain(text[at : unit.end]), label="a")
        head = text[unit.start : at].rstrip()
        unit.end, unit.words = unit.start + len(head), plain(head[_mark(head) :])
        unit.label, unit.row, unit.heading = "q", False, 0
        out.extend([unit, reply])
    return out


def _mark(line: str) -> int:
    if (known := marker(line)) is not None and known[0].word:
        return known[1] + len(line[known[1] :]) - len(line[known[1] :].lstrip())  # "Question 2: Number of dogs"
    m = _MARK.match(line)
    return m.end() if m else 0


def _filled(unit: Unit, text: str) -> int | None:
    """Where in the text the value of a labelled field starts; None for any other unit."""
    if unit.apart < BROKEN or unit.label or unit.end - unit.start > 160 or not _WANTED.match(unit.words):
        return None
    body = unit.start + _mark(text[unit.start : unit.end])
    m = _LABEL.match(text, body, unit.end) or _NUMBER.match(text, body, unit.end)
    if m is None and unit.words[-1:] == ":" and "\n" not in text[unit.start : unit.end]:
        return unit.end  # cut already before a figure
    if m is None or "\n" in text[unit.start : unit.end] or _YEAR.match(text, m.end(), unit.end):
        return None
    return m.end()


def runs(units: Sequence[Unit], cut: Sequence[int | None] = (), styles: str = "#") -> list[list[int]]:
    """Lists of the styles given (by their first letter), and lines of fields that stand together.

    Such lines are those for which `cut` says where their value starts.
    """
    lists: dict[str, list[int]] = {}
    done: list[list[int]] = []
    plain_run: list[int] = []
    for i, unit in enumerate(units):
        m = unit.marker
        if m is None:
            field = i < len(cut) and cut[i] is not None
            if field and plain_run and plain_run[-1] == i - 1:
                plain_run.append(i)
            elif field:
                plain_run = [i]
                done.append(plain_run)
            continue
        if m.style[:1] not in styles:
            continue
        run = lists.get(m.style)
        last = units[run[-1]].marker if run else None
        if run and last and last.value < m.value:
            run.append(i)
        else:
            lists[m.style] = [i]
            done.append(lists[m.style])
    return done
