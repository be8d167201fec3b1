"""Questions to their answers: blocks of one kind, cut where the letter numbers them, and joined.

The rules are those of a reader: an answer belongs to the question above it; an answer that carries a number belongs to
the question of that number; "Questions 1c and 1d" points to questions asked before; an answer under no question
belongs to the request quoted under the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from indexer.habits import REPLY
from indexer.markers import UNPRINTED
from indexer.named import note_at, notes_in, numbers_in, numbers_of, pointer
from indexer.unit import BROKEN, COUNTED, NUMBERED, TITLED, Unit

_ABOUT = re.compile(r"\b(?:questions?|q) ?(\d{1,2}[a-h]?)\b")
_CLOSING = re.compile(r"yours (?:sincerely|faithfully|truly)|(?:kind(?:est)? |best |warm )?regards")
_GREETING = re.compile(r"dear\b")  # opens another letter
_PIECE = re.compile(r"\d{1,2}[a-h]")
_DEFERRED = re.compile(
    r"(?:please )?(?:see|refer to) (?:the )?(?:table|tables|dates|figures|data|information|list"
    r"|details)? ?(?:\w+ )?below\.?$|^see below\.?$|^as below\.?$",
    re.I,
)


@dataclass(slots=True)
class Part:
    """A stretch of units of one kind that will be one section."""

    kind: str
    units: list[Unit]
    message: int
    numbers: list[str] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)  # by the offset of the unit that prints it
    answers: Part | None = None  # the question replied to; of the rest of a question, its beginning
    others: list[Part] = field(default_factory=list)  # further questions that this answer names
    passed: bool = False  # a question that the letter left for the next one

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end

    @property
    def printed(self) -> str | None:
        """The question's first number as the letter prints it: "1", "Q2", "2b"."""
        for unit in self.units:
            if (label := self.labels.get(unit.start)) and unit.marker and unit.marker.word != UNPRINTED:
                return ("Q" if unit.marker.word == "q" and label[0].isdigit() else "") + label
        return None


def parts(units: Sequence[Unit], kinds: Sequence[str], owner: Sequence[int], requests: frozenset[int]) -> list[Part]:
    """The parts of a document in text order, answers and refusals joined to their questions.

    `kinds[i]` and `owner[i]` are the kind and the message of unit i; `requests` are the messages that only ask.
    """
    blocks: list[Part] = []
    for unit, kind, message in zip(units, kinds, owner, strict=True):
        if blocks and blocks[-1].kind == kind and blocks[-1].message == message and _goes_on(blocks[-1], unit):
            blocks[-1].units.append(unit)
        else:
            blocks.append(Part(kind, [unit], message))
    _roman(blocks)
    _number(blocks)
    wanted, together = _wanted(blocks), _taken_together(blocks)
    out: list[Part] = []
    for i, block in enumerate(blocks):
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        if block.kind != "question":
            out.append(block)
            continue
        tabled = _tabled(blocks, i + 1)
        for part in _items(block, after):
            out.extend(_questions(part, wanted, together, tabled))
    return _join(out, requests, wanted)


_ROWS = 2  # that make a table


def _tabled(blocks: Sequence[Part], at: int) -> bool:
    """Whether the answer that stands first from `at` on opens with a table, before it names a question by number."""
    told = next((blocks[n] for n in range(at, len(blocks)) if blocks[n].kind != "other"), None)
    if told is None or told.kind != "answer":
        return False
    return _is_table(takewhile(lambda unit: not numbers_of(unit), told.units))


def _is_table(units: Iterable[Unit]) -> bool:
    """Whether there are rows of a table among `units`."""
    return sum(unit.row for unit in units) >= _ROWS


def _left(run: Sequence[Part], wanted: set[str]) -> list[Part]:
    """The questions that no answer names, of a run in which others are named; none where all or none are."""
    left = [part for part in run if wanted.isdisjoint(part.numbers)]
    return left if len(left) < len(run) else []


def _goes_on(block: Part, unit: Unit) -> bool:
    """Whether a unit of the same kind belongs to the block: each row of questions beside answers asks by itself."""
    last = block.units[-1]
    if block.kind != "question":
        return not unit.opens or block.kind == "other" or _leads(block.units)
    return last.beside == unit.beside and (last.label == "q+") == (unit.label == "q+")


def _leads(units: Sequence[Unit]) -> bool:
    """Whether these only head or lead to what follows: "Response", "Taking these in turn:"."""
    return all(u.heading or u.words[-1:] == ":" or REPLY.fullmatch(u.words) for u in units) and not units[-1].opens


_ROMAN = "i"


def _roman(blocks: Sequence[Part]) -> None:
    """Give roman numerals a style that counts where they, and no figures, number the questions and the answers too."""
    asked, told = (
        [u for block in blocks if block.kind in kinds for u in block.units if u.marker and u.apart >= BROKEN]
        for kinds in (("question",), ("answer", "exemption"))
    )
    if any(u.marker and u.marker.style[:1] == "#" for u in asked) or not (_counts(asked) and _counts(told)):
        return
    for unit in (*asked, *told):
        if unit.marker and unit.marker.style == _ROMAN:
            unit.marker = replace(unit.marker, style=COUNTED)


def _counts(units: Sequence[Unit]) -> bool:
    """Whether roman numerals are counted from one: i, ii."""
    values = [u.marker.value for u in units if u.marker and u.marker.style == _ROMAN]
    return (1, 2) in pairwise(values)


def _number(blocks: Sequence[Part]) -> None:
    """Note the numbers that each question block prints; a letter takes the number above it ("2", "a" → "2a")."""
    message, parent = -1, ""
    for block in blocks:
        if block.message != message:
            message, parent = block.message, ""
        if block.kind != "question":
            continue
        for unit in block.units:
            if not unit.marker or unit.marker.style == _ROMAN:
                continue
            label = unit.marker.label
            if label[0].isdigit():
                parent = label.rstrip("abcdefgh") if "+" in unit.marker.style else label
            elif unit.marker.style == "a" and parent:
                label = parent + label
            block.labels[unit.start] = label
        block.numbers = list(block.labels.values())


def _wanted(blocks: Sequence[Part]) -> set[str]:
    """The question numbers that answers name somewhere in the document."""
    found: set[str] = set()
    for block in blocks:
        if block.kind in {"answer", "exemption"}:
            for i, unit in enumerate(block.units):
                found.update(numbers_of(unit) if i == 0 or unit.apart >= BROKEN else numbers_in(unit.words))
        elif block.kind == "question":
            found.update(pointer(block.units))
    return found


def _taken_together(blocks: Sequence[Part]) -> set[tuple[str, str]]:
    """The numbers of neighbouring questions that are answered together, and never the second by itself."""
    named = [
        numbers_of(unit)
        for block in blocks
        if block.kind in {"answer", "exemption"}
        for i, unit in enumerate(block.units)
        if i == 0 or unit.apart >= BROKEN
    ]
    alone = {labels[0] for labels in named if labels}
    return {(a, b) for labels in named for a, b in pairwise(labels) if b not in alone}


def _slice(block: Part, edges: Sequence[int]) -> list[Part]:
    """A question block cut before each of the units in `edges`."""
    cut = []
    for a, b in pairwise([0, *edges, len(block.units)]):
        labels = {u.start: block.labels[u.start] for u in block.units[a:b] if u.start in block.labels}
        cut.append(Part("question", block.units[a:b], block.message, list(labels.values()), labels))
    return cut


def _items(block: Part, after: Part | None) -> list[Part]:
    """A run of questions, cut where an item of its list is asked apart from those above it.

    An answer typed behind an item answers that item, and the one that it is the first part of; and what is left of a
    question that was answered in part is not of the next one.
    """
    units = block.units
    edges: set[int] = set()
    if after is not None and after.kind in {"answer", "exemption"} and after.units[0].apart < BROKEN:
        last = next((i for i in range(len(units) - 1, -1, -1) if units[i].marker or units[i].bullet), 0)
        while last > 0 and (up := _above(units, last)) is not None:
            last = up
        while last > 0 and units[last - 1].heading:  # what heads an item goes with it
            last -= 1
        edges.add(last)
    numbered = (i for i, u in enumerate(units) if u.marker and u.marker.style[:1] == "#" and u.apart >= BROKEN)
    first = units[0]
    if first.bullet or (first.marker and first.marker.style[:1] in "ai" and first.marker.value > 1):
        edges.add(next(numbered, 0))
    cut = _slice(block, sorted(edges - {0}))
    for part in cut[:-1]:
        part.passed = True
    return cut


def _above(units: Sequence[Unit], i: int) -> int | None:
    """The item, or the paragraph, that item `i` is the first part of; None where it is the first of no list."""
    own = units[i].marker
    above = next((n for n in range(i - 1, -1, -1) if units[n].apart >= BROKEN), None)
    if own is None and not units[i].bullet and units[i].words[-1:] != ":":
        return None  # a paragraph that asks by itself
    if above is None or (own is not None and own.value != 1) or (own is None and units[above].bullet):
        return None
    over = units[above].marker
    return above if own is None or over is None or over.style != own.style else None


def _questions(block: Part, wanted: set[str], together: set[tuple[str, str]], tabled: bool) -> list[Part]:
    """A run of questions: one part where one answer serves all, else one for each that an answer names.

    `together` are the numbers of neighbours that one answer serves; `tabled` says that a table without a number answers
    those that no answer names.
    """
    named = [label for label in block.numbers if label in wanted]
    if len(named) < 2 and not (tabled and named) and not any(label[-1].isalpha() for label in named):
        return [block]
    lettered = any(label[-1].isalpha() for label in named)
    starts = [
        i
        for i, u in enumerate(block.units)
        if u.start in block.labels and (lettered or block.labels[u.start][-1].isdigit())
    ]
    labels = [block.labels[block.units[i].start] for i in starts]
    return _slice(
        block,
        [
            i
            for i, pair in zip(starts[1:], pairwise(labels), strict=True)
            if pair not in together and not (tabled and wanted.isdisjoint(pair))
        ],
    )


def _cut_answer(block: Part, known: dict[str, Part], current: Part | None, answered: set[int]) -> list[Part]:
    """A run of answers, cut where it takes up by number a question that nothing answers yet."""
    starts: list[tuple[int, list[str]]] = []
    for i, unit in enumerate(block.units):
        labels = numbers_in(unit.words) if unit.apart >= BROKEN or i == 0 else []
        if not labels and block.kind == "exemption" and len(unit.words) < 60 and (m := _ABOUT.search(unit.words)):
            labels = [m[1]]  # "Reasons for decision (question 5)"
        if not labels and (i == 0 or unit.apart >= BROKEN):
            labels = note_at(unit.words)
        explicit = bool(labels)
        if unit.marker and unit.marker.style != _ROMAN:
            labels = list(dict.fromkeys([*numbers_of(unit), *labels]))
            explicit = explicit or bool(unit.marker.word)
        owner = _named(labels, known)
        if owner is None or (owner is current and not starts and i == 0):
            if owner is not None:
                starts.append((i, labels))
            continue
        if explicit or id(owner) not in answered:
            starts.append((i, labels))
            answered.add(id(owner))
    if not starts:
        return [block]
    lead = block.units[: starts[0][0]]  # "Our response:" goes with what it heads
    most = 60 if not lead or lead[-1].heading or lead[-1].words[-1:] == ":" else 30
    noted = lead and note_at(block.units[starts[0][0]].words)  # what stands over a note refers to it
    if not noted and sum(len(u.words) for u in lead) < most:
        starts[0] = (0, starts[0][1])
    out = [Part(block.kind, block.units[: starts[0][0]], block.message)] if starts[0][0] else []
    for k, (i, labels) in enumerate(starts):
        stop = starts[k + 1][0] if k + 1 < len(starts) else len(block.units)
        out.append(Part(block.kind, block.units[i:stop], block.message, labels))
    return out


def _join(found: Sequence[Part], requests: frozenset[int], wanted: set[str]) -> list[Part]:
    """Set `answers` of each answer and refusal; the parts in order, answers cut where they change question.

    `wanted` are the question numbers that answers name.
    """
    quoted = [p for p in found if p.kind == "question" and p.message in requests]
    asked_below = {n: q for q in reversed(quoted) for n in q.numbers}
    out: list[Part] = []
    message = -1
    current: Part | None = None
    known: dict[str, Part] = {}
    answered: set[int] = set()
    deferred: list[Part] = []
    closed = False
    waiting = 0
    run: list[Part] = []  # the questions since the last answer
    refused: Part | None = None
    for part in found:
        if part.message != message:
            message, current, known, answered, deferred, closed = part.message, None, {}, set(), [], False
            waiting, refused = 0, None
            run.clear()
        if part.message in requests or part.kind == "other":
            for u in part.units:
                closed = (closed or _CLOSING.match(u.words) is not None) and not _GREETING.match(u.words)
            out.append(part)
            continue
        if part.kind == "question" and current and all(u.label in ("o", "q+") for u in part.units):
            if part.units[0].label == "q+":  # the rest of a question whose lines stand between those of its answer
                part.answers = current
            out.append(part)  # nor do the options left after one that was filled in ask anything new
            continue
        if part.kind == "question":
            earlier = next((known[n] for n in pointer(part.units) if n in known), None)
            current, closed = earlier or part, False
            waiting += not part.passed
            run.append(part)
            if earlier is None and not part.passed:
                _remember(part, known)
            out.append(part)
            continue
        names = known or asked_below
        if _elsewhere(part, current, names):
            current = None
        _note(takewhile(lambda unit: not note_at(unit.words), part.units), current, known)
        for piece in _cut_answer(part, names, current, answered):
            named = _named(piece.numbers, names)
            if named is None and current is not None and _foreword(piece, current, run, wanted):
                out.append(piece)
                continue
            listed = _left(run, wanted) if named is None and _is_table(piece.units) else []
            current = listed[0] if listed else current
            if named is not None and (named is not current or len(piece.numbers) == 1):
                current = named
            elif current is None and quoted:
                current = quoted[0]
            before = out[-1] if out else piece
            late = piece.kind == "exemption" and named is None and piece.units[0].heading and before.kind == "answer"
            if late and refused and refused is not current:  # reasoning set out after the last answer
                piece.answers = refused
                out.append(piece)
                continue
            if not (closed and named is None):  # an annex after the signature replies to no one question
                piece.answers = current
                piece.others = [names[n] for n in piece.numbers if n in names and names[n] is not current] + listed[1:]
                if current and waiting < 2:
                    answered.add(id(current))
            if piece.kind == "exemption" and piece.answers:
                refused = piece.answers
            _note(piece.units, piece.answers, known)
            out.append(piece)
            out.extend(_defer(piece, deferred))
            run.clear()
        if len(part.units) > 1 or part.units[0].words[-1:] != ":":  # "In response:" answers nothing yet
            waiting = 0
    return out


_RUN = 3  # questions that a foreword may stand under


def _foreword(piece: Part, current: Part, run: Sequence[Part], wanted: set[str]) -> bool:
    """Whether an answer without a number, right under a list of questions that others all answer by number, is none of
    the last one's own: "We have searched our records."."""
    if piece.kind != "answer" or len(run) < _RUN or run[-1] is not current or _is_table(piece.units):
        return False
    if not any(unit.words[-1:] == "." for unit in piece.units):
        return False  # a heading among the questions
    return all(part.numbers and part.numbers[0] in wanted for part in run)


def _named(labels: Sequence[str], known: Mapping[str, Part]) -> Part | None:
    """The first question of these numbers; "4a" names question 4 where that was asked in one piece."""
    exact = next((known[n] for n in labels if n in known), None)
    return exact or next((known[n[:-1]] for n in labels if _PIECE.fullmatch(n) and n[:-1] in known), None)


def _note(units: Iterable[Unit], question: Part | None, known: dict[str, Part]) -> None:
    """Note under which question those notes stand to which its answer refers: "see Note A"."""
    if question is not None and known:
        known.update((note, question) for unit in units for note in notes_in(unit.words))


def _elsewhere(part: Part, current: Part | None, names: Mapping[str, Part]) -> bool:
    """Whether a paragraph opens a thing of its own, which the question `current` above it did not ask for.

    A number says so where no question has it; a title does where the question itself stands under another.
    """
    first = part.units[0]
    if first.opens == TITLED:
        return current is not None and current.units[0].opens == TITLED
    return first.opens == NUMBERED and _named(numbers_of(first), names) is None


def _remember(part: Part, known: dict[str, Part]) -> None:
    """Note a question under its numbers; "1a" also stands for "1" and, where no other does, for "a"."""
    for label in part.numbers:
        known[label] = part
        if label[-1].isalpha() and label[0].isdigit():
            known.setdefault(label[:-1], part)
            known.setdefault(label[-1], part)


def _defer(part: Part, deferred: list[Part]) -> list[Part]:
    """Cut off a table that several questions were told to see below: it answers the first of them."""
    if part.kind != "answer" or part.answers is None:
        return []
    first = part.units[0].words
    if not _DEFERRED.search(first):
        return []
    deferred.append(part.answers)
    if len(part.units) < 4 or len({id(q) for q in deferred}) < 2:
        return []
    rest = Part("answer", part.units[1:], part.message, answers=deferred[0])
    part.units = part.units[:1]
    return [rest]
