"""Letters and vectors made up from a seed, as many as are wanted: to measure growth past any real corpus.

Their words are those of the sample disclosures, as often as there, and their shape is a letter's: questions, each with
an answer or a copied refusal. Their vectors are a mixture made like an archive: letters on subjects, some subjects much
commoner than others, pairs of question and answer in each letter, and noise; all of it drawn with variances that fall
off as those of real embeddings do, around a common direction. Independent directions would make every approximate index
look worse than it is, and separate round clusters better: `eval.likeness` measures how near these are to real ones.
Nothing is measured on them but time, space, and what approximate indexes lose.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from corpus.document import Metadata, Source
from eval.samples import SAMPLES
from indexer.embed import DEFAULT_MODEL, Vectors, text_hash, unit
from indexer.generation import STORE, publish, writing
from indexer.passage import Passage
from indexer.query_encoder import keep_query_encoder
from indexer.reading import Reading
from indexer.section import Section
from indexer.store import Store
from indexer.stored import Parsed
from service.gist import gist

DIMENSION = 384

SUBJECTS = 1000
_COMMONNESS = 0.8
"""The n-th subject is written about in proportion to n ** -_COMMONNESS."""

_OF_SUBJECT, _OF_LETTER, _OF_PAIR = 0.3, 0.25, 0.18
"""Shares of a passage's variance that it has in common with its subject, its letter, its question or answer."""

_COMMON = 0.4
"""Length of the direction that all passages share: two of them at random have a cosine of about its square."""

_FALL, _END = 0.75, 120.0
"""The variance along the i-th axis is in proportion to i ** -_FALL · exp(-i / _END)."""

_ASKED, _ASKED_COMMON = (0.2, 0.6), 0.8
"""A question has between these shares of its variance from the passage it asks for, and this much of what all share."""

PER_LETTER = 20
"""Passages a letter: ten questions, each with its answer or refusal."""

_AUTHORITIES = tuple(f"{place} {body}" for place in ("Wexcombe", "Saltmoor", "Harrowmere", "Northmarsh", "Eastlea")
                     for body in ("Police", "Council", "NHS Trust"))  # fmt: skip
_REFUSALS = 12
_AT_ONCE = 2000


def vectors(count: int, seed: int = 0) -> Vectors:
    """`count` unit vectors, shape (count, DIMENSION). The first n of any count are the same."""
    made = np.empty((count, DIMENSION), np.float32)
    for n, at in enumerate(range(0, count, _AT_ONCE)):
        made[at : at + _AT_ONCE] = block(n, seed)[: count - at]
    return made


def block(number: int, seed: int) -> Vectors:
    """One block of `vectors`, by its number: no more than it needs be in memory at a time."""
    return unit(_COMMON * _shared(seed) + math.sqrt(1 - _COMMON**2) * _passages(number, seed))


def question_vectors(count: int, seed: int = 0) -> Vectors:
    """Unit vectors of questions, shape (count, DIMENSION), each near one of the first 1000 passages: in any corpus."""
    draw = np.random.default_rng((seed, 5))
    of = _passages(0, seed)[draw.integers(0, 1000, count)]
    share = np.asarray(draw.uniform(*_ASKED, (count, 1)), np.float32)
    own = np.asarray(np.sqrt(share) * of + np.sqrt(1 - share) * _drawn(draw, count), np.float32)
    return unit(_ASKED_COMMON * _COMMON * _shared(seed) + math.sqrt(1 - _COMMON**2) * own)


def _passages(number: int, seed: int) -> Vectors:
    """Passages of one block without what all share: mean 0, and about 1 long."""
    draw = np.random.default_rng((seed, 1, number))
    letters, pairs = _AT_ONCE // PER_LETTER, _AT_ONCE // 2
    weights = np.arange(1, SUBJECTS + 1, dtype=np.float64) ** -_COMMONNESS
    subjects = _subjects(seed)[draw.choice(SUBJECTS, letters, p=weights / weights.sum())]
    of_letters = math.sqrt(_OF_SUBJECT) * subjects + math.sqrt(_OF_LETTER) * _drawn(draw, letters)
    of_pairs = np.repeat(of_letters, PER_LETTER // 2, axis=0) + math.sqrt(_OF_PAIR) * _drawn(draw, pairs)
    left = 1 - _OF_SUBJECT - _OF_LETTER - _OF_PAIR
    return np.asarray(np.repeat(of_pairs, 2, axis=0) + math.sqrt(left) * _drawn(draw, _AT_ONCE), np.float32)


def _drawn(draw: np.random.Generator, count: int) -> Vectors:
    """Rows about 1 long, whose variance falls off along the axes."""
    at = np.arange(1, DIMENSION + 1, dtype=np.float64)
    variances = at**-_FALL * np.exp(-at / _END)
    lengths: Vectors = np.sqrt(variances / variances.sum()).astype(np.float32)
    return np.asarray(draw.standard_normal((count, DIMENSION), np.float32) * lengths, np.float32)


@cache
def _subjects(seed: int) -> Vectors:
    return _drawn(np.random.default_rng((seed, 6)), SUBJECTS)


@cache
def _shared(seed: int) -> Vectors:
    return unit(np.random.default_rng((seed, 7)).standard_normal((1, DIMENSION), np.float32))


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """(words of the sample disclosures, their cumulative shares), the commonest first."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    counts = Counter(re.findall(r"[a-z]{2,}", text.lower())).most_common()
    shares = np.cumsum([count for _, count in counts])
    return tuple(word for word, _ in counts), tuple((shares / shares[-1]).tolist())


def sentences(draw: np.random.Generator, count: int, length: int) -> list[str]:
    """`count` runs of about `length` words each."""
    words, shares = vocabulary()
    found = []
    for size in draw.integers(max(3, length // 2), 2 * length, count):
        picked = np.searchsorted(shares, draw.random(size))
        found.append(" ".join(words[i] for i in picked).capitalize())
    return found


def queries(count: int, seed: int = 0) -> list[str]:
    """Questions in the same words, none twice."""
    draw = np.random.default_rng((seed, 2))
    made = [f"How many {words.lower()} in {2015 + n % 10}?" for n, words in enumerate(sentences(draw, count, 6))]
    return list(dict.fromkeys(made))


def letters(count: int, seed: int = 0) -> Iterator[Parsed]:
    """`count` letters as the write path hands them to the store."""
    reasons = sentences(np.random.default_rng((seed, 3)), _REFUSALS, 90)
    for number in range(count):
        yield _letter(number, np.random.default_rng((seed, 4, number)), reasons)


def _letter(number: int, draw: np.random.Generator, reasons: list[str]) -> Parsed:
    year, authority = 2015 + number % 10, _AUTHORITIES[number % len(_AUTHORITIES)]
    asked = sentences(draw, PER_LETTER // 2, 12)
    answers = sentences(draw, PER_LETTER // 2, 45)
    text, sections, made = f"{authority}\n\n", [], []
    title = f"Request {number}: {' '.join(asked[0].split()[:6])}"
    for n, (question, answer) in enumerate(zip(asked, answers, strict=True), 1):
        refused = draw.random() < 0.15
        said = (
            reasons[int(draw.integers(_REFUSALS))] if refused else f"{int(draw.integers(1, 5000))} in {year}. {answer}"
        )
        kind, codes = ("exemption", ("FOIA s31(1)(a)",)) if refused else ("answer", ())
        outcome = "withheld" if refused else "disclosed"
        for section, of, its, cited in ((f"q{n}", None, "question", ()), (f"a{n}", f"q{n}", kind, codes)):
            words = f"{n}. How many {question.lower()}?" if of is None else said
            start, end = len(text), len(text) + len(words)
            sections.append(Section(section, its, start, end, None, (), str(n), of, outcome, cited))  # type: ignore[arg-type]
            context = title if of is None else f"{title} | {question}"
            made.append(Passage(f"{number:x}-{section}", section, its, start, end, None, of, context))
            text += words + "\n\n"
    metadata = Metadata(title, authority, f"{number}/{year % 100}", f"{year}-06-01", "disclosed")
    source = Source(f"/synthetic/{number:07}.txt", text.encode(), f"{number:07}.txt")
    return Parsed(source, Reading(text), tuple(sections), (), tuple(made), metadata)


def corpus(data: Path, passages: int, seed: int = 0) -> None:
    """Write an index of about `passages` made-up passages into `data`, with the default query encoder."""
    with writing(data), Store(data / STORE, write=True) as store:
        with store.transaction():
            store.set_meta("model", DEFAULT_MODEL)
        batch: list[Parsed] = []
        for letter in letters(passages // PER_LETTER, seed):
            batch.append(letter)
            if len(batch) * PER_LETTER >= _AT_ONCE:
                _store(store, batch, seed)
                batch = []
        _store(store, batch, seed)
        publish(data, store, DEFAULT_MODEL, DIMENSION)
    keep_query_encoder(data, DEFAULT_MODEL)


def _store(store: Store, batch: list[Parsed], seed: int) -> None:
    if not batch:
        return
    hashes = [text_hash(p.embedded(letter.reading.text)) for letter in batch for p in letter.passages]
    found = block(int(batch[0].source.name[:7]) * PER_LETTER // _AT_ONCE, seed)[: len(hashes)]
    with store.transaction():
        for letter in batch:
            store.put(replace(letter, gist=gist(letter)), "synthetic")
        store.put_vectors(DEFAULT_MODEL, hashes, found)
