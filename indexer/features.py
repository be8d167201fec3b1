"""Features of a unit for the model of `indexer.doubt`: its form, its place, its neighbours, what the letter asks.

They are names and figures: marks of form, the kinds of the neighbours as the rules have them, what the same form is
elsewhere in the letter, pronouns, verbs and the like, how the unit begins, and how much of it is in the words of the
questions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from indexer.unit import BROKEN, Unit

KINDS = "qaeo"
"""Question, answer, exemption and other, in the order of all figures here."""
SURE = 3.0
"""From this lead on, a unit's kind is taken as known when its neighbours are judged."""

Four = tuple[float, float, float, float]
Features = dict[str, float]

_NEAR = 5  # units either way
_FAR = 60  # as many are looked at for one that is sure, and for what heads a list
_TOKEN = re.compile(r"[a-z']+")
_CONTENT = re.compile(r"[a-z]{4,}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s")
_CLOSING = re.compile(r"yours (?:sincerely|faithfully|truly)|(?:kind(?:est)? |best |warm )?regards")
_GREETING = re.compile(r"(?:dear|annwyl|hello|hi|good (?:morning|afternoon|day))\b")
_REPLY = re.compile(r"(?:(?:our|the|council|trust|force|\w+) )?(?:response|answer|reply)s?[ :.]*$")
_REPLIES = ("response", "answer", "reply")
_GROUPS = {
    name: frozenset(words.split())
    for name, words in {
        "we": "we our us",
        "you": "you your",
        "i": "i my me",
        "was": "was were had did",
        "is": "is are has have do does",
        "may": "can could would will should may",
        "what": "what which how who when where why whether",
        "not": "not no none nil n",
        "please": "please",
        "the": "the a an",
        "verb": "is are was were be been have has had do does did will would can could may should",
    }.items()
}
_COMMON = """
    about above after against also because been before being below between both could does doing during each either
    following from further given having have here however into itself more most must only other over please same shall
    should since some such than that their them then there these they this those through total under until upon very
    were what when where whether which while whom whose will with within without would your
"""
_FUNCTION = frozenset(_COMMON.split())
_NOWHERE: Counter[str] = Counter()


def lead(own: Sequence[float]) -> float:
    """How far the best of the four kinds leads the next, where `own` says by how much each falls behind."""
    return -sorted(own)[2]


@dataclass(slots=True)
class Letter:
    """The units of one letter with what the rules think of them."""

    units: Sequence[Unit]
    text: str
    best: str  # the kind of each, as the rules have it
    known: str  # the same, "-" for those that are not sure
    asked: list[int]  # the units that are surely questions
    answered: list[int]
    greeting: int  # the unit that greets, -1 where none does
    closing: int
    labelled: bool  # whether replies stand under a heading that says so
    stems: dict[int, frozenset[str]] = field(default_factory=dict)
    ends: dict[int, str] = field(default_factory=dict)
    forms: dict[int, str] = field(default_factory=dict)
    kinds_of_forms: dict[str, Counter[str]] | None = None
    shares: dict[str, float] = field(default_factory=dict)

    def form(self, i: int) -> str:
        """The form of unit i: its list number, label, bullet, heading or row; "p" for a plain sentence."""
        if i not in self.forms:
            self.forms[i] = _form(self.units[i])
        return self.forms[i]

    def elsewhere(self, form: str) -> Counter[str]:
        """How many units of this form are surely of each kind."""
        if self.kinds_of_forms is None:
            self.kinds_of_forms = {}
            for i, kind in enumerate(self.known):
                if kind != "-":
                    self.kinds_of_forms.setdefault(self.form(i), Counter())[kind] += 1
        return self.kinds_of_forms.get(form, _NOWHERE)

    def marked(self) -> float:
        """The share of the questions that end in a question mark."""
        if "marked" not in self.shares:
            self.shares["marked"] = sum(self.last(n) == "?" for n in self.asked) / len(self.asked)
        return self.shares["marked"]

    def stems_of(self, i: int) -> frozenset[str]:
        """The stems of the words of unit i that carry meaning."""
        if i not in self.stems:
            words = (w for w in _CONTENT.findall(self.units[i].words) if w not in _FUNCTION)
            self.stems[i] = frozenset(map(stem, words))
        return self.stems[i]

    def asking(self) -> frozenset[str]:
        """The stems of all words in what is surely asked."""
        if -1 not in self.stems:
            self.stems[-1] = frozenset().union(*map(self.stems_of, self.asked))
        return self.stems[-1]

    def first(self, i: int) -> str:
        """What unit i begins with: a capital (U), a small letter (l), a figure (d), a quotation mark, a bracket."""
        unit = self.units[i]
        start = self.text[unit.start : min(unit.end, unit.start + 20)].lstrip("*_# ")[:1]
        if start.isalpha():
            return "U" if start.isupper() else "l"
        return "d" if start.isdigit() else '"' if start in {'"', "'", "“", "‘"} else "(" if start == "(" else "."

    def last(self, i: int) -> str:
        """What unit i ends with: a mark, a figure (d) or anything else (w)."""
        if i not in self.ends:
            unit = self.units[i]
            end = self.text[max(unit.start, unit.end - 20) : unit.end].rstrip("*_ \"”’')")[-1:]
            self.ends[i] = end if end in {".", "?", ":", ";", ","} else "d" if end.isdigit() else "w"
        return self.ends[i]


def letter_of(units: Sequence[Unit], text: str, leads: Sequence[Four]) -> Letter:
    """What `features` needs to know of a letter.

    `leads[i]` holds, for each kind, by how much the best reading of the letter with unit i as that kind falls behind
    the best of all: 0 for the kind that the rules choose.
    """
    best = "".join([KINDS[own.index(0.0)] for own in leads])
    known = "".join([kind if lead(own) >= SURE else "-" for kind, own in zip(best, leads, strict=True)])
    greeting = (i for i, unit in enumerate(units[:40]) if len(unit.words) < 60 and _GREETING.match(unit.words))
    closing = (i for i in range(len(units) - 1, -1, -1) if _CLOSING.match(units[i].words))
    return Letter(
        units,
        text,
        best,
        known,
        [i for i, kind in enumerate(known) if kind == "q"],
        [i for i, kind in enumerate(known) if kind == "a"],
        next(greeting, -1),
        next(closing, len(units)),
        any(unit.label == "a" or (len(unit.words) < 30 and _heads_reply(unit.words)) for unit in units),
    )


def features(letter: Letter, i: int) -> Features:
    """The features of unit i: a name and a figure each."""
    found: Features = dict.fromkeys(chain(_own(letter, i), _neighbours(letter, i), _in_letter(letter, i)), 1.0)
    found.update(_shares(letter, i))
    return found


def _own(letter: Letter, i: int) -> Iterator[str]:
    """The unit's form, its length, its first and last mark, its person and tense."""
    unit, form, first, last = letter.units[i], letter.form(i), letter.first(i), letter.last(i)
    long = "1" if (n := len(unit.words)) < 12 else "2" if n < 30 else "3" if n < 70 else "4" if n < 150 else "5"
    yield from ("always", f"form {form}", f"apart {unit.apart}", f"first {first}", f"last {last}")
    yield from (f"ends {first}{last}", f"long {long}", f"long {long}{form[:2]}", f"long {long}{last}")
    yield f"place {min(4, 5 * i // len(letter.units))}"
    if unit.blank_before:
        yield "blank"
    for mark in "£%@":
        if mark in unit.words:
            yield f"mark {mark}"
    if "http" in unit.words or "www." in unit.words:
        yield "link"
    if letter.text.startswith(("**", "__"), unit.start):
        yield "bold"
    tokens = _TOKEN.findall(unit.words)
    if tokens:
        yield from (f"begins {tokens[0]}", f"begins {' '.join(tokens[:2])}!")
    words = set(tokens)
    for group, members in _GROUPS.items():
        if not words.isdisjoint(members):
            yield f"says {group}"
            yield f"says {group}{last}"


def _neighbours(letter: Letter, i: int) -> Iterator[str]:
    """The kinds and forms of the units before and after, of the nearest that are sure, and of what heads a list."""
    units, best, known, form = letter.units, letter.best, letter.known, letter.form
    own = form(i)
    end = len(units) - 1
    first, last = letter.first(i), letter.last(i)
    for side, n in (("before", i - 1), ("after", i + 1)):
        if not 0 <= n <= end:
            yield f"{side} none"
            continue
        yield f"{side} {best[n]}{'' if known[n] != '-' else '~'}"
        yield f"{side} {best[n]}{units[max(i, n)].apart}"
        yield f"{side} {best[n]} last {letter.last(n)}"
        yield f"{side} form {form(n)[:2]}{'=' if form(n) == own else ''}"
    if i and first == "l" and letter.last(i - 1) in "w,;":
        yield f"goes on {best[i - 1]}"
    if i < end and letter.first(i + 1) == "l" and last in "w,;":
        yield f"goes on into {best[i + 1]}"
    if 0 < i < end:
        both = best[i - 1] + best[i + 1]
        yield f"between {both}"
        yield f"between {both}{'b' * (units[i].apart >= BROKEN)}{'n' * (units[i + 1].apart >= BROKEN)}!"
    if i and known[i - 1] == "-":
        yield f"run {form(i - 1)[:2]}{own[:2]}"
    above = next((n for n in range(i - 1, max(-1, i - _FAR), -1) if known[n] != "-"), None)
    below = next((n for n in range(i + 1, min(end + 1, i + _FAR)) if known[n] != "-"), None)
    over, under = "-" if above is None else best[above], "-" if below is None else best[below]
    yield from (f"above {over}", f"below {under}", f"above, below {over}{under}")
    if letter.labelled:
        yield from ("replies headed", f"replies headed {over}")
    if above is not None:
        yield f"above {over}{'1' if i - above == 1 else '2' if i - above <= 3 else '9'}"
        yield f"above {over}{letter.last(above)}{'=' if form(above) == own else ''}!"
    if own != "p":
        head = next((n for n in range(i - 1, max(-1, i - _FAR), -1) if form(n) != own), None)
        if head is not None:
            yield f"head {best[head]}{'' if known[head] != '-' else '~'}"
            yield f"head {best[head]} last {letter.last(head)}"
            yield f"item {'1' if i - head == 1 else '2' if i - head <= 3 else '9'}"


def _in_letter(letter: Letter, i: int) -> Iterator[str]:
    """Where the unit stands among the questions and answers of the letter, its greeting and its close."""
    for name, members in (("asked", letter.asked), ("answered", letter.answered)):
        yield f"{name} {min(2, len(members))}"
        if members:
            yield f"{name} {'before' if i > members[-1] else 'after' if i < members[0] else 'around'}"
    yield "closed" if i > letter.closing else "open"
    since = i - letter.greeting
    yield "no greeting" if letter.greeting < 0 else "greeting after" if since <= 0 else "greeting before"
    if letter.greeting >= 0 and since > 0:
        yield f"since greeting {'1' if since == 1 else '2' if since < 4 else '9'}"
    if letter.asked:
        marked = letter.marked()
        share = "1" if marked > 0.7 else "0" if marked < 0.3 else "m"
        yield f"marked {share}{'?' if letter.last(i) == '?' else ''}"


def _shares(letter: Letter, i: int) -> Iterator[tuple[str, float]]:
    """Figures: what stands near, what its form is elsewhere in the letter, how many of its words the questions hold."""
    units, unit, form = letter.units, letter.units[i], letter.form(i)
    if digits := sum(map(str.isdigit, unit.words)):
        yield "figures", min(1.0, 4 * digits / len(unit.words))
    low, high = max(0, i - _NEAR), min(len(units), i + _NEAR + 1)
    if around := high - low - 1:
        near = letter.known[low:high]  # which says "-" of the unit itself
        for kind in KINDS:
            if count := near.count(kind):
                yield f"near {kind}", count / around
        others = [n for n in range(low, high) if n != i]
        if count := sum(units[n].row for n in others):
            yield "near rows", count / around
        if count := sum(len(units[n].words) < 35 and letter.last(n) in "wd" for n in others):
            yield "near fragments", count / around
            yield f"near fragments {letter.last(i)}", count / around
    if form != "p":
        same = letter.elsewhere(form)
        for kind in KINDS if same else "":
            yield f"elsewhere {kind}", same[kind] / same.total()
        yield "nowhere else", float(not same)
    own = letter.stems_of(i)
    if own and letter.asked:
        share = len(own & letter.asking()) / len(own)
        yield "in questions", share
        if len(own) >= 3:
            yield "in questions, long", share
        for name, n in (("in the last", _before(letter.asked, i)), ("in the next", _after(letter.asked, i))):
            if n is not None:
                yield f"{name} question", len(own & letter.stems_of(n)) / len(own)


def _heads_reply(words: str) -> bool:
    return words.rstrip("s :.").endswith(_REPLIES) and _REPLY.match(words) is not None


def _form(unit: Unit) -> str:
    if (mark := unit.marker) is not None:
        return f"m{mark.style[:1]}{'w' if mark.word else ''}"
    if unit.label:
        return f"l{unit.label}"
    return "b" if unit.bullet else f"h{unit.heading}" if unit.heading else "r" if unit.row else "p"


def stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _before(members: Sequence[int], i: int) -> int | None:
    at = bisect_left(members, i)
    return members[at - 1] if at else None


def _after(members: Sequence[int], i: int) -> int | None:
    at = bisect_right(members, i)
    return members[at] if at < len(members) else None
