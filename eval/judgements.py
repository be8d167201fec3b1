"""Labelled questions: what is asked, and the places, as spans of documents, that answer it.

A label names a document and where in its canonical text the answer stands, never a passage, so that it outlives every
change to how text is cut. Two layouts are read: `evidence`, verbatim quotes (`eval/questions/README.md`), and `lines`,
line numbers from 1 as `str.splitlines` counts them. The `answer` is text, or where it stands: `[start, end]`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote

from corpus.document import FoiError
from eval.qrels import Qrels
from eval.runs import Run, numbered, ranked

Span = tuple[int, int]
Texts = Callable[[str], str]
"""A document's file name → its canonical text. Raises FoiError where there is no such document."""


@dataclass(frozen=True, slots=True)
class Target:
    """One right answer: overlapping any of `spans` of `document` finds it. `answer` must stand in what is answered."""

    document: str
    spans: tuple[Span, ...]
    outcome: str
    answer: str | None
    value: float | None = None
    accept: tuple[str, ...] = ()

    def at(self, uri: str, start: int, end: int) -> bool:
        """Whether the stretch [start, end) of the document at `uri` overlaps a place of this target."""
        return named(uri) == named(self.document) and any(start < last and first < end for first, last in self.spans)


@dataclass(frozen=True, slots=True)
class Question:
    """A labelled question. `targets` is empty where nothing in the documents answers it (`not_found`)."""

    id: str
    query: str
    kind: str
    outcome: str
    targets: tuple[Target, ...]

    @property
    def negative(self) -> bool:
        return self.outcome == "not_found"


def named(uri: str) -> str:
    """What a label calls the document at `uri`: its file name, with the member's where it came out of another."""
    return PurePosixPath(unquote(uri) if uri.startswith("file://") else uri).name


def read_questions(path: Path, texts: Texts) -> list[Question]:
    """The labelled questions of a JSON-lines file, their places looked up in `texts`.

    Raises FoiError that names the line where a label is malformed, or points at what is not there.
    """
    found, seen = [], set()
    for number, line in numbered(path):
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not all(isinstance(row.get(k), str) for k in ("id", "query", "outcome")):
            raise FoiError(f'{where} needs a JSON object with "id", "query" and "outcome"')
        if not row["query"].strip():
            raise FoiError(f"{where} has an empty query")
        if row["id"] in seen:
            raise FoiError(f"{where} has the id {row['id']} a second time")
        seen.add(row["id"])
        also = row.get("also") or []
        if not isinstance(also, list) or not all(isinstance(one, dict) for one in also):
            raise FoiError(f'{where}: "also" must be a list of objects, each with "document" and "evidence"')
        labels = [] if row["outcome"] == "not_found" else [row, *({**row, **one} for one in also)]
        targets = tuple(_target(label, texts, where) for label in labels)
        found.append(Question(row["id"], row["query"], str(row.get("kind") or "other"), row["outcome"], targets))
    if not found:
        raise FoiError(f"{path} holds no question")
    return found


def _target(label: Mapping[str, Any], texts: Texts, where: str) -> Target:
    document = label.get("document")
    if not isinstance(document, str) or not ("lines" in label or "evidence" in label):
        raise FoiError(f'{where} needs a "document" and its "evidence" or "lines", or the outcome "not_found"')
    try:
        text = texts(document)
    except FoiError as error:
        raise FoiError(f"{where}: {error}") from None
    spans = _lines(text, label["lines"], where) if "lines" in label else _quotes(text, label["evidence"], where)
    if not spans:
        raise FoiError(f"{where} points at no place in {document}")
    value, answer, accept = label.get("value"), label.get("answer"), label.get("accept") or []
    if isinstance(answer, list):
        answer = _standing(text, answer, where)
    if not isinstance(answer, str | None):
        raise FoiError(f'{where}: the "answer" must be text, [start, end] of it, or null')
    if not isinstance(accept, list):
        raise FoiError(f'{where}: "accept" must be a list of outcomes')
    return Target(
        document,
        tuple(spans),
        label["outcome"],
        answer,
        float(value) if isinstance(value, int | float) else None,
        tuple(map(str, accept)),
    )


def _standing(text: str, place: list[Any], where: str) -> str:
    """The words of `text` at `[start, end]`."""
    if len(place) != 2 or not all(type(at) is int for at in place) or not 0 <= place[0] < place[1] <= len(text):
        raise FoiError(f'{where}: the "answer" {place} is no [start, end] in a document of {len(text)} characters')
    if not (words := text[slice(*place)].strip()):
        raise FoiError(f'{where}: nothing but white space stands at the "answer" {place}')
    return words


def line_spans(text: str) -> list[Span]:
    """Where each line of `text` starts and ends, its line break left out; lines as `str.splitlines` counts them."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        spans.append((at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    return spans or [(0, 0)]


def _lines(text: str, wanted: Any, where: str) -> list[Span]:
    if not isinstance(wanted, list) or not all(isinstance(n, int) for n in wanted):
        raise FoiError(f'{where}: "lines" must be a list of line numbers')
    spans = line_spans(text)
    return [spans[n - 1] for n in wanted if 1 <= n <= len(spans)]


def _quotes(text: str, evidence: Any, where: str) -> list[Span]:
    """Every place of each quote, or the one that is meant."""
    spans: list[Span] = []
    for piece in evidence if isinstance(evidence, list) else [{}]:
        quoted, nth = (piece.get("quote"), piece.get("occurrence", 1)) if isinstance(piece, dict) else (None, None)
        if not isinstance(quoted, str) or not quoted.strip() or not isinstance(nth, int) or nth < 1:
            raise FoiError(f'{where}: "evidence" must be a list of objects, each with the words it quotes in "quote"')
        stands = [m.start() for m in re.finditer(f"(?={re.escape(quoted)})", text)]
        if "occurrence" in piece:
            stands = stands[nth - 1 : nth]
        if not stands:
            raise FoiError(f"{where} quotes {quoted[:60]!r}, which does not stand in the document")
        spans += [(at, at + len(quoted)) for at in stands]
    return spans


# A run over spans: its documents are places, `name:start-end`.

_PLACE = re.compile(r"(.+):(\d+)-(\d+)\Z", re.DOTALL)


def place(uri: str, start: int, end: int) -> str:
    """A stretch of a document as one name, to stand in a run."""
    return f"{quote(uri, safe='/:#.-_~')}:{start}-{end}"


def at_place(name: str) -> tuple[str, int, int]:
    """(document, start, end) of `place`. Raises FoiError where `name` is none."""
    match = _PLACE.fullmatch(name)
    if match is None:
        raise FoiError(f"{name!r} is not a place (document:start-end): judgements on spans need a run of spans")
    return unquote(match[1]), int(match[2]), int(match[3])


def on_targets(questions: Iterable[Question], run: Run) -> tuple[Qrels, Run]:
    """Judgements and run with the targets for documents, so that any retrieval measure applies.

    Each target counts once, where it is first overlapped; it is relevant whether or not any passage covers it, so that
    what was lost in cutting is a miss. Questions that nothing answers are not judged here.
    """
    qrels: Qrels = {}
    found: Run = {}
    for question in questions:
        if question.negative:
            continue
        qrels[question.id] = {f"{question.id}/{n}": 1 for n in range(len(question.targets))}
        row = run.get(question.id, {})
        order: list[str] = []
        for name in sorted(row, key=lambda one: -row[one]):
            where = at_place(name)
            hit = [f"{question.id}/{n}" for n, target in enumerate(question.targets) if target.at(*where)]
            order += [one for one in hit if one not in order] or [name]
        found[question.id] = ranked(order)
    return qrels, found
