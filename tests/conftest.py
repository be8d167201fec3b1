"""Shared by the tests: where the labelled data lies, an encoder that needs no model, and a small letter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Metadata, Source
from indexer.embed import DEFAULT_MODEL, Vectors, unit
from indexer.passage import passages
from indexer.pipeline import index
from indexer.reading import Reading
from indexer.section import Section
from indexer.stored import Parsed

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "corpus" / "samples"


@pytest.fixture
def shared() -> Path:
    """The labelled data, where it is at hand."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there: this test needs the labelled letters")
    return SHARED


class WordEncoder:
    """Bags of hashed words as unit vectors: an Encoder that is quick and the same everywhere."""

    name = "words"
    dimension = 64
    tokenizer = DEFAULT_MODEL

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded.extend(texts)
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[int.from_bytes(hashlib.sha256(word.encode()).digest()[:2], "big") % self.dimension] += 1
        return unit(rows)


@pytest.fixture
def words() -> WordEncoder:
    return WordEncoder()


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with all text samples, indexed once by WordEncoder. Read it, and change nothing in it."""
    data = tmp_path_factory.mktemp("sampled") / "data"
    index([str(path) for path in sorted(SAMPLES.glob("*.txt"))], data, WordEncoder())
    return data


def letter(
    uri: str, question: str, answer: str, *, authority: str = "Wexcombe Constabulary", date: str = "2024-05-01"
) -> Parsed:
    """A parsed letter of one question and its answer, as the write path would hand it to the store."""
    text = f"{question}\n\n{answer}\n"
    start = len(question) + 2
    sections = (
        Section("s1", "question", 0, len(question), None, (), "1", None, "disclosed", ()),
        Section("s2", "answer", start, start + len(answer), None, (), "1", "s1", "disclosed", ()),
    )
    source = Source(uri, text.encode(), Path(uri).name)
    reading, metadata = Reading(text), Metadata("orders", authority, "1/24", date, "disclosed")
    made = passages(source.id, reading, sections, (), metadata, lambda text: len(text) < 1000)
    return Parsed(source, reading, sections, (), made, metadata)
