"""One document through reading and cutting: partition, tables, sections, passages. A pure function of its bytes."""

from __future__ import annotations

import hashlib
import math
from functools import cache
from importlib.metadata import version
from pathlib import Path

from corpus.document import Source
from corpus.manifest import overridden
from indexer.embed import DEFAULT_MODEL, window
from indexer.partition import SECONDS, partition
from indexer.passage import passages
from indexer.section import section
from indexer.stored import Parsed
from indexer.tables import tables


def parse(source: Source, tokenizer: str = DEFAULT_MODEL, seconds: float = SECONDS) -> Parsed:
    """Read and cut `source` into passages that fit the window of the model `tokenizer`.

    The OCR of scanned pages, if it needs any, ends in good time before `seconds` are over.

    Raises UnreadableDocument with one line that says why.

    Needs nothing but its arguments, so it runs in a worker process here and would as a map over many machines.
    """
    reading = partition(source, seconds)
    cut, read = section(reading, source.uri)
    metadata = overridden(read, source.said)
    found = tables(reading, cut)
    made = passages(source.id, reading, cut, found, metadata, window(tokenizer).fits)
    return Parsed(source, reading, cut, found, made, metadata)


@cache
def reader_version(tokenizer: str = DEFAULT_MODEL) -> str:
    """Names everything that decides how bytes become passages: our own code, `unstructured`, the encoder's window.

    A document is read again when its bytes change or when this does.
    """
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted([*here.glob("*.py"), *here.glob("readers/*.py"), *here.parent.joinpath("corpus").glob("*.py")]):
        digest.update(path.read_bytes())
    for package in ("unstructured", "pypdfium2", "python-docx", "openpyxl", "lxml"):
        digest.update(version(package).encode())
    digest.update(f"{tokenizer} {window(tokenizer).limit}".encode())
    return digest.hexdigest()[:16]


def pages(text: str) -> int:
    """Pages of 3,000 characters, the unit in which reading speed is given."""
    return math.ceil(len(text) / 3000)
