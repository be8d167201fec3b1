"""Invented letters of invented authorities, question by question, and the ways in which letters lay them out.

`paraphrases.jsonl`, `briefs.jsonl` and `unseen.jsonl` of `eval/questions` hold a letter a line: its authority, subject
and time, and units of a question, its answer and three queries in a researcher's own words. What each question and
answer is, is known without labelling, however the letter is laid out.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PARAPHRASES = Path(__file__).parent / "questions" / "paraphrases.jsonl"
"""256 letters, whose queries share few words with what they mean. The encoder has learnt from them."""

BRIEFS = PARAPHRASES.with_name("briefs.jsonl")
"""200 others, by other writers: a noun phrase, a question and a paraphrase for each unit, and queries that none of the
letter's units answers."""

UNSEEN = PARAPHRASES.with_name("unseen.jsonl")
"""120 more, like those of `BRIEFS`, by yet other writers: nothing was fitted to them."""

PLAIN = "numbered paragraphs"
_WIDTH = 76  # characters of a line of wrapped text
_END = "Yours faithfully\n\nInformation Governance Team\n"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A question, its answer, and queries that mean it and no other of its letter. No line breaks in any."""

    question: str
    answer: str
    queries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter holds, before it is laid out; `absent` are queries like the others that nothing in it answers."""

    id: str
    authority: str
    subject: str
    year: str
    units: tuple[Unit, ...]
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A letter as text, and where each unit's question and answer stand in it."""

    text: str
    pairs: tuple[tuple[Span, Span], ...]


@cache
def letters(path: Path = PARAPHRASES) -> tuple[Letter, ...]:
    """All letters of a file, in its order."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        units = tuple(Unit(one["question"], one["answer"], tuple(one["queries"])) for one in row["units"])
        absent = tuple(row.get("absent", ()))
        found.append(Letter(row["id"], row["authority"], row["subject"], row["year"], units, absent))
    return tuple(found)


def written(chosen: Iterable[Letter], folder: Path, layout: str = PLAIN) -> dict[str, tuple[tuple[Span, Span], ...]]:
    """Write a file `<id>.txt` a letter into `folder`; where each one's questions and answers stand, by its id."""
    folder.mkdir(parents=True, exist_ok=True)
    where = {}
    for one in chosen:
        laid = LAYOUTS[layout](one)
        (folder / f"{one.id}.txt").write_text(laid.text, encoding="utf-8")
        where[one.id] = laid.pairs
    return where


def _opening(letter: Letter) -> str:
    return (
        f"{letter.authority}\n\nFreedom of Information Act 2000\n\nRequest for information: {letter.subject}\n\n"
        f"Dear Sir or Madam\n\nThank you for your request for information about {letter.subject} ({letter.year}), which"
        " we received on 4 March 2024. Our response is below.\n\n"
    )


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _in_turn(asked: str, told: str, *, wrap: bool = False) -> Callable[[Letter], Laid]:
    """Each question with its answer under it: `{n}` is its number, `{l}` its letter, `{q}` and `{a}` the words."""

    def lay(letter: Letter) -> Laid:
        text, pairs = _opening(letter), []
        for n, unit in enumerate(letter.units, 1):
            spans = []
            for shape, words in ((asked, unit.question), (told, unit.answer)):
                whole = shape.format(n=n, l=chr(96 + n), q=words, a=words)
                body, end = whole.rstrip("\n"), whole[len(whole.rstrip("\n")) :]
                body = "\n".join(map(_wrapped, body.split("\n"))) if wrap else body
                at = len(text) + (0 if wrap else body.rindex(words))
                spans.append((at, len(text) + len(body) if wrap else at + len(words)))
                text += body + end
            pairs.append((spans[0], spans[1]))
        return Laid(text + _END, tuple(pairs))

    return lay


def _apart(heads: tuple[str, str], asked: str, told: str) -> Callable[[Letter], Laid]:
    """All questions, under the first heading, and then all answers, under the second."""

    def lay(letter: Letter) -> Laid:
        text, spans = _opening(letter), []
        for head, shape in zip(heads, (asked, told), strict=True):
            text += head
            for n, unit in enumerate(letter.units, 1):
                words = unit.question if shape is asked else unit.answer
                whole = shape.format(n=n, q=words, a=words)
                at = len(text) + whole.rindex(words)
                spans.append((at, at + len(words)))
                text += whole
            text = text.rstrip("\n") + "\n\n"
        count = len(letter.units)
        return Laid(text + _END, tuple(zip(spans[:count], spans[count:], strict=True)))

    return lay


def _answered_mail(letter: Letter) -> Laid:
    """A wrapped reply that restates the questions, over the e-mail that asked them."""
    above = _in_turn("{n}. {q}\n\n", "{a}\n\n", wrap=True)(letter)
    asked = "\n\n".join(_wrapped(f"{n}. {unit.question}") for n, unit in enumerate(letter.units, 1))
    mail = (
        f"\n-----Original Message-----\nFrom: A Requester\nSent: 04 March 2024 10:11\nTo: FOI\nSubject: Freedom of"
        f" Information request - {letter.subject}\n\nDear {letter.authority},\n\nPlease provide the following:\n\n"
        f"{asked}\n\nYours faithfully,\n\nA Requester\n"
    )
    return Laid(above.text + mail, above.pairs)


LAYOUTS: Mapping[str, Callable[[Letter], Laid]] = {
    "numbered paragraphs": _in_turn("{n}. {q}\n\n", "{a}\n\n"),
    "numbered, answer on the next line": _in_turn("{n}. {q}\n", "{a}\n\n"),
    "numbered, no blank lines": _in_turn("{n}) {q}\n", "{a}\n"),
    "Q1 and A1": _in_turn("Q{n}: {q}\n", "A{n}: {a}\n\n"),
    "Q1 and a paragraph": _in_turn("Q{n}. {q}\n\n", "{a}\n\n"),
    "Question 1 and Answer as headings": _in_turn("Question {n}\n{q}\n\n", "Answer\n{a}\n\n"),
    "Question 1 and Response": _in_turn("Question {n}: {q}\n\n", "Response: {a}\n\n"),
    "Q and A": _in_turn("Q. {q}\n", "A. {a}\n\n"),
    "Request 1 and our answer": _in_turn("Request {n} – {q}\n\n", "Our answer: {a}\n\n"),
    "paragraphs in turn": _in_turn("{q}\n\n", "{a}\n\n"),
    "bullets": _in_turn("• {q}\n\n", "{a}\n\n"),
    "dashes": _in_turn("- {q}\n", "{a}\n\n"),
    "letters": _in_turn("{l}) {q}\n\n", "{a}\n\n"),
    "letters in brackets": _in_turn("({l}) {q}\n", "{a}\n\n"),
    "bold": _in_turn("**{n}. {q}**\n\n", "{a}\n\n"),
    "wrapped, numbered paragraphs": _in_turn("{n}. {q}\n\n", "{a}\n\n", wrap=True),
    "wrapped, answer on the next line": _in_turn("{n}. {q}\n", "{a}\n\n", wrap=True),
    "wrapped paragraphs in turn": _in_turn("{q}\n\n", "{a}\n\n", wrap=True),
    "a list, then a list": _apart(("You asked:\n\n", "Our response:\n\n"), "{n}. {q}\n", "{n}. {a}\n\n"),
    "a list, then Question 1": _apart(("Your request:\n\n", "Response:\n\n"), "{n}. {q}\n\n", "Question {n}: {a}\n\n"),
    "a list, then Answer to question 1": _apart(
        ("You requested the following information:\n\n", "Our answers are as follows:\n\n"),
        "{n}) {q}\n", "Answer to question {n}\n{a}\n\n",
    ),
    "over the e-mail that asked": _answered_mail,
    "rows between bars": _in_turn("| {q} ", "| {a} |\n"),
    "a tab between": _in_turn("{n}. {q}\t", "{a}\n"),
}  # fmt: skip
"""The layouts by their names."""
