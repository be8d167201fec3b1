"""What a letter says whatever is asked: worked out when it is indexed, stored beside it, and read back piece by piece.

Its units, with their stems and times, and what the functions marked `foreseen` say while an answer is drawn from each
to a stock question. Only a saving: where a gist is missing, damaged, or made by other rules, all of it is worked out
when a question first needs it, with the same result.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any
from zlib import crc32

from indexer import acronyms, given, leaning, not_held, numbers
from indexer.foreseen import Foreseen, rehearsing
from indexer.numbers import Number, whole_numbers
from indexer.sectioned import Section
from indexer.stored import Beside, Parsed
from service import terms
from service.candidate import Candidate, Origin
from service.extract import extract
from service.match import Weighed
from service.periods import Period, periods
from service.query import understand
from service.read import Unit, around, is_letter, letter_days, read, stated, unit_text
from service.refusals import denies
from service.said import Seen, seen
from service.spans import Piece, pieces
from service.tally import Tally, headed_by_years, tallies

LONGEST = 400_000
"""Characters of the longest text whose gist is made: one longer would keep the reader of documents busy."""

ASKED = "How many in 2020?"
"""The stock question: one for a figure of a year has an answer looked at from most sides."""

FORESEEN: Mapping[str, Foreseen[Any, Any]] = {
    one.name: one
    for one in (
        terms.bag,
        periods,
        stated,
        around,
        letter_days,
        is_letter,
        pieces,
        seen,
        tallies,
        headed_by_years,
        whole_numbers,
        denies,
    )
}
_NAMES = tuple(FORESEEN)
_RECORDS: tuple[Any, ...] = (Period, Number, Piece, Seen, Tally)
_FLAT = 2  # the first records, which hold nothing but numbers and short words
_RULES = ("aliases.py", "bands.py", "candidate.py", "gist.py", "match.py", "months.py", "ordinary.py", "periods.py",
          "query.py", "refusals.py", "said.py", "scales.py", "spans.py", "stems.py", "synonyms.keys", "synonyms.py",
          "tally.py", "terms.py", "thesaurus.py", "amounts.py", "aptness.py", "asked.py", "asking.py", "beside.py",
          "bounds.py", "introduced.py", "agreement.py", "money.py", "read.py")  # fmt: skip
_READ = (acronyms, given, leaning, not_held, numbers)
_QUOTED = 12  # a string as long as that is told by its place in the letter, where it stands there

_TUPLE, _PLACE, _RECORD = 0, 1, 2  # what the first number of a list says of the rest
_STEMS, _PLAIN = "#", "'"  # what the first character of a string says of the rest
_FIRST = 0x30  # the character that stands for a letter's first stem, the next one for its second
_SURROGATES = 0xD800

_ODD = (LookupError, TypeError, ValueError)
"""What reading a gist raises where it is not what its first line says; no question fails for that."""


def beside() -> Beside:
    """How the write path makes the gist of each document."""
    return Beside(gist, rules())


@cache
def rules() -> str:
    """Names the rules that gists are made by; one made by others is not read."""
    here, digest = Path(__file__).parent, hashlib.sha256()
    for path in (*(here / name for name in _RULES), *(Path(str(one.__file__)) for one in _READ)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def gist(parsed: Parsed) -> bytes:
    """The gist of a letter on its way into the store; empty for a text that is too long for one."""
    text = parsed.reading.text
    if len(text) > LONGEST:
        return b""
    write = _Writer(text)
    one = Candidate(_origin(parsed), text, parsed.sections, parsed.tables, None, (), 0.0, 0.0, 0.0, 1)
    for function in FORESEEN.values():
        function.forget()
    with rehearsing() as heard:
        stated(text)
        around(text)
        letter_days(text)
        is_letter(text)
        terms.bag(text)
    letter = heard.told
    names: list[str] = []
    lines: list[str] = []
    query = understand(ASKED, ())
    for question, answers in _units(parsed.sections):
        asked = Candidate(one.document, text, one.sections, one.tables, question, answers, 0.0, 0.0, 0.0, 1)
        for function in FORESEEN.values():
            function.forget()
        _tell(letter)
        unit = read(asked)
        said = (unit.bag, unit.asked, unit.context, unit.own, unit.act, unit.about, unit.money, unit.funded, unit.times)
        with rehearsing() as heard:
            extract(query, asked, Weighed(query.terms))
            for start, end in [key[1:] for name, key, _ in heard.told if name == pieces.name]:
                whole_numbers(text[start:end])
        names.append(_name(asked))
        lines += [_json([write.value(part) for part in said]), _json(write.told(heard.told))]
    whole = _json(write.told(letter))  # before the list of stems, to which it adds its own
    lines[:0] = ["\t".join(write.words), ",".join(names), whole]
    body = "\n".join(lines).encode()
    return _head(body) + body if len(write.words) < _SURROGATES - _FIRST else b""


def _head(body: bytes) -> bytes:
    """The first line of a gist: the rules that it was made by, and what tells whether it is whole."""
    return f"{rules()} {crc32(body):08x}\n".encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _origin(parsed: Parsed) -> Origin:
    of, said = parsed.source, parsed.metadata
    return Origin(of.id, of.uri, said.title, said.authority, said.reference, said.date)


def _units(sections: Sequence[Section]) -> Iterator[tuple[Section | None, tuple[Section, ...]]]:
    """Each question with what answers it, and each answer or refusal that has no question."""
    for one in sections:
        if one.kind == "question":
            yield one, tuple(other for other in sections if other.answers == one.id)
        elif one.kind != "other" and not one.answers:
            yield None, (one,)


def _name(unit: Candidate) -> str:
    return " ".join([unit.question.id if unit.question else "", *[section.id for section in unit.answers]])


def _tell(told: Iterable[tuple[str, tuple[Any, ...], Any]]) -> None:
    for name, key, result in told:
        FORESEEN[name].give(key, result)


class _Writer:
    """Values as JSON can hold them: stems by their numbers in the letter's own list, quotations by their places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words: dict[str, int] = {}

    def told(self, heard: Iterable[tuple[str, tuple[Any, ...], Any]]) -> list[Any]:
        return [[_NAMES.index(name), self.value(key), self.value(result)] for name, key, result in heard]

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            at = self._text.find(value) if len(value) >= _QUOTED else -1
            return [_PLACE, at, at + len(value)] if at >= 0 else _PLAIN + value
        if isinstance(value, tuple):
            return [_TUPLE, *map(self.value, value)]
        if isinstance(value, frozenset):
            return _STEMS + "".join(
                chr(_FIRST + self.words.setdefault(stem, len(self.words))) for stem in sorted(value)
            )
        if is_dataclass(value):
            sort, held = _RECORDS.index(type(value)), [getattr(value, one.name) for one in fields(value)]
            return [_RECORD + sort, *(held if sort < _FLAT else map(self.value, held))]
        return value


class Gist:
    """A gist as the read path uses it: nothing of a unit is read before a question asks for that unit."""

    def __init__(self, body: bytes, text: str) -> None:
        """Of a letter's `text`. Empty where `body` is, or is damaged, or was made by other rules."""
        self._text = text
        self._at: dict[str, int] = {}
        self._met: dict[str, Unit] = {}
        made, end, rest = body.partition(b"\n")
        if not body.startswith(rules().encode()) or made + end != _head(rest):
            return
        words, names, letter, *self._lines = rest.decode().split("\n")
        self._words = dict(enumerate(map(intern, words.split("\t")), _FIRST))
        self._at = {name: at for at, name in enumerate(names.split(","))}
        terms.meet(self._words.values())
        self._give(letter)

    def unit(self, candidate: Candidate) -> Unit | None:
        """What the candidate's unit says; None where it is none of the letter's own."""
        name = _name(candidate)
        known = self._met.get(name)
        if known is None and (at := self._at.get(name)) is not None:
            with suppress(*_ODD):
                known = self._met[name] = self._unit(candidate, self._lines[2 * at])
        return known

    def tell(self, candidate: Candidate) -> None:
        """Have the functions that an answer is drawn with know what they say of this unit."""
        at = self._at.get(_name(candidate))
        if at is not None and (line := self._lines[2 * at + 1]):
            self._lines[2 * at + 1] = ""
            self._give(line)

    def _unit(self, candidate: Candidate, line: str) -> Unit:
        bag, asked, context, own, act, about, money, funded, times = map(self._value, json.loads(line))
        whole = context if candidate.question else context | bag
        unit = Unit(unit_text(candidate), candidate.text, "", bag, asked, context, whole, own, act, money, funded)
        unit.__dict__.update(about=about, times=times)
        return unit

    def _give(self, line: str) -> None:
        with suppress(*_ODD):
            for number, key, result in json.loads(line):
                FORESEEN[_NAMES[number]].give(self._value(key), self._value(result))

    def _value(self, node: Any) -> Any:
        if type(node) is str:
            return node[1:] if node[0] == _PLAIN else frozenset(map(self._words.__getitem__, map(ord, node[1:])))
        if type(node) is not list:
            return node
        sort, *rest = node
        if sort == _PLACE:
            return self._text[rest[0] : rest[1]]
        if sort == _TUPLE:
            return tuple([self._value(one) for one in rest])
        if sort < _RECORD + _FLAT:
            return _RECORDS[sort - _RECORD](*rest)
        return _RECORDS[sort - _RECORD](*[one if type(one) is int else self._value(one) for one in rest])
