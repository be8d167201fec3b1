"""Questions to their answers: blocks of one kind, cut where the letter numbers them, and joined.

The rules are those of a reader: an answer belongs to the question above it; an answer that carries a number belongs to
the question of that number; "Questions 1c and 1d" points to questions asked before; an answer under no question
belongs to the request quoted under the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.lines import Unit

_POINTER = re.compile(
    r"(?:in (?:response|relation|answer|reply|regard|regards) to |with regards? to |as regards |regarding |for |your |response to |answer to |re |and )*"
    r"(?:(?:questions?|q|points?|parts?|items?|requests?)\s*(?:no\.?\s*)?)(\d{1,2}[a-h]?|[a-h])\b((?:\s*(?:,|&|and|to|-|–)\s*(?:questions?|q)?\s*(?:\d{1,2}[a-h]?|[a-h])\b)*)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\d{1,2}[a-h]?|\b[a-h]\b", re.IGNORECASE)
_DEFERRED = re.compile(r"(?:please )?(?:see|refer to) (?:the )?(?:table|tables|dates|figures|data|information|list|details)? ?(?:\w+ )?below\.?$|^see below\.?$|^as below\.?$", re.I)


@dataclass(slots=True)
class Part:
    """A stretch of units of one kind that will be one section."""

    kind: str
    units: list[Unit]
    message: int
    numbers: list[str] = field(default_factory=list)
    answers: Part | None = None
    heading: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end


def parts(units: Sequence[Unit], kinds: Sequence[str], owner: Sequence[int], requests: frozenset[int]) -> list[Part]:
    """The parts of a document in text order, answers and refusals joined to their questions.

    `kinds[i]` and `owner[i]` are the kind and the message of unit i; `requests` are the messages that only ask.
    """
    blocks: list[Part] = []
    for unit, kind, message in zip(units, kinds, owner, strict=True):
        if blocks and blocks[-1].kind == kind and blocks[-1].message == message:
            blocks[-1].units.append(unit)
        else:
            blocks.append(Part(kind, [unit], message))
    wanted = _wanted(blocks)
    out: list[Part] = []
    for block in blocks:
        if block.kind == "question":
            out.extend(_questions(block, wanted))
        elif block.kind in {"answer", "exemption"}:
            out.extend(_answers(block))
        else:
            out.append(block)
    _join(out, requests)
    return out


def _labels(words: str) -> list[str]:
    """The question numbers that a phrase such as "questions 1c and 1d" names; a range gives all of its numbers."""
    m = _POINTER.match(words)
    if not m:
        return []
    found = [x.lower() for x in _LABEL.findall(m[1] + " " + m[2])]
    if re.search(r"\bto\b|[-–]", m[2]) and len(found) == 2 and found[0].isdigit() and found[1].isdigit():
        return [str(n) for n in range(int(found[0]), min(int(found[1]), int(found[0]) + 30) + 1)]
    return found


def _pointer(part: Part) -> list[str]:
    """The numbers that a question made of nothing else names: "Questions 1c and 1d."."""
    unit = part.units[0]
    if len(part.units) > 1 or not unit.marker or unit.marker.word not in {"question", "questions", "q", "point", "item", "part", "request"}:
        return []
    rest = unit.words.strip(" .:-–")
    more = [x.lower() for x in _LABEL.findall(rest)]
    if re.sub(r"\d{1,2}[a-h]?|\band\b|\b[a-h]\b|[,&.:–-]|\bquestions?\b|\bq\b|\bto\b|\s", "", rest):
        return []
    return [unit.marker.label, *more]


def _wanted(blocks: Sequence[Part]) -> set[str]:
    """The question numbers that answers name somewhere in the document."""
    found: set[str] = set()
    for block in blocks:
        if block.kind in {"answer", "exemption"}:
            for i, unit in enumerate(block.units):
                if unit.marker and (i == 0 or unit.apart >= 2):
                    found.add(unit.marker.label)
                found.update(_labels(unit.words))
        elif block.kind == "question":
            found.update(_pointer(block))
    return found


def _top(units: Sequence[Unit]) -> str | None:
    """The style of the outermost list among `units`: that of the first list number."""
    return next((u.marker.style for u in units if u.marker and u.marker.style[:1] != "i"), None)


def _questions(block: Part, wanted: set[str]) -> list[Part]:
    """A run of questions: one part where one answer serves all, else one for each that an answer names."""
    cut: list[Part] = []
    parent = ""
    labelled: list[tuple[int, str]] = []
    top = _top(block.units)
    for i, unit in enumerate(block.units):
        if not unit.marker:
            continue
        label = unit.marker.label
        if unit.marker.style == "a" and top != "a" and parent:
            label = parent + label
        elif unit.marker.label[:1].isdigit():
            parent = re.sub(r"[a-h]$", "", label) if "+" in unit.marker.style else label
        labelled.append((i, label))
    named = [(i, label) for i, label in labelled if label in wanted]
    if len(named) < 2 and not (named and len(labelled) > 1 and any(label[-1:].isalpha() for _, label in named)):
        block.numbers = [label for _, label in labelled]
        return [block]
    levels = labelled if any(label[-1:].isalpha() and label[:1].isdigit() for _, label in named) else [x for x in labelled if x[1][-1:].isdigit() or top == "a"]
    at = 0
    for k, (i, label) in enumerate(levels):
        stop = levels[k + 1][0] if k + 1 < len(levels) else len(block.units)
        first = at if k == 0 else i
        cut.append(Part("question", block.units[first:stop], block.message, [label]))
        at = stop
    return cut or [block]


def _answers(block: Part) -> list[Part]:
    """A run of answers, cut where it takes up another question by number."""
    starts: list[tuple[int, list[str]]] = []
    style: str | None = None
    for i, unit in enumerate(block.units):
        labels = _labels(unit.words) if unit.apart >= 1 or i == 0 else []
        if unit.marker and unit.marker.style != "i" and (style is None or unit.marker.style == style):
            style = unit.marker.style
            starts.append((i, [unit.marker.label]))
        elif labels and unit.apart >= 2:
            starts.append((i, labels))
    if not starts:
        return [block]
    out = [Part(block.kind, block.units[: starts[0][0]], block.message)] if starts[0][0] else []
    for k, (i, labels) in enumerate(starts):
        stop = starts[k + 1][0] if k + 1 < len(starts) else len(block.units)
        out.append(Part(block.kind, block.units[i:stop], block.message, labels))
    return out


def _join(found: list[Part], requests: frozenset[int]) -> None:
    """Set `answers` of each answer and refusal."""
    quoted = [p for p in found if p.kind == "question" and p.message in requests]
    message = -1
    current: Part | None = None
    target: Part | None = None
    known: dict[str, Part] = {}
    deferred: list[Part] = []
    cut_off = False
    split: list[tuple[Part, Part]] = []
    numbered = False
    for part in found:
        if part.message != message:
            message, current, target, known, deferred, cut_off, numbered = part.message, None, None, {}, [], False, False
        if part.message in requests:
            continue
        if part.kind == "question":
            refers = _pointer(part)
            earlier = next((known[n] for n in refers if n in known), None)
            if earlier is not None:
                target = earlier
                current = earlier
                continue
            for n in part.numbers:
                if len(part.numbers) == 1 or n not in known:
                    known[n] = part
                    if n[-1:].isalpha() and n[:1].isdigit() and n[:-1] not in known:
                        known[n[:-1]] = part
            if current is None or found[max(0, found.index(part) - 1)].kind != "question" or part.message != current.message:
                pass
            current, target, cut_off, numbered = part, part, False, False
        elif part.kind == "other":
            if len(part.units) > 12 or any("sincerely" in u.words or "regards" in u.words or "faithfully" in u.words for u in part.units):
                cut_off = True
        else:
            own = next((known[n] for n in part.numbers if n in known), None)
            if own is None and part.numbers and not known and quoted:
                own = next((q for n in part.numbers for q in quoted if n in q.numbers), None)
            if own is not None and (own is not current or len(part.numbers) == 1):
                target, numbered = own, True
            elif not numbered or not part.numbers:
                target = target or current
            if cut_off and part.kind == "exemption" and own is None:
                part.answers = None
                continue
            if target is None and quoted:
                target = quoted[0]
            part.answers = target
            split.extend(_defer(part, deferred))
    for whole, rest in split:
        found.insert(found.index(whole) + 1, rest)


def _defer(part: Part, deferred: list[Part]) -> list[tuple[Part, Part]]:
    """A table that several questions were told to see below answers the first of them; it is cut from the last one's answer."""
    if part.kind != "answer" or part.answers is None:
        return []
    first = part.units[0].words
    if not _DEFERRED.search(first):
        return []
    deferred.append(part.answers)
    if len(part.units) < 4 or len({id(q) for q in deferred}) < 2:
        return []
    rest = Part("answer", part.units[1:], part.message, [], deferred[0])
    part.units = part.units[:1]
    return [(part, rest)]
