"""Any document to a `Reading`: its canonical text, and elements that cover every printable character of it.

The one importer of `unstructured`. A reader of ours gives the canonical text, since `unstructured` loses some
(the one-character answers, for instance); `unstructured` says what the paragraphs are. What it gives back is
aligned to the canonical text, and whatever it dropped comes back as elements of its own.
"""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from corpus import media
from corpus.document import Source, UnreadableDocument
from indexer import grammar
from indexer.align import Piece, align, cover
from indexer.reading import Category, Element, Reading

_SLICE = 1_000_000  # characters handed to `unstructured` at once: it holds many times its input in memory

# What Markdown keeps from a reader of the page: addresses of links and pictures, comments, tags, entities.
_MARKDOWN_HIDDEN = re.compile(
    r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|<!--.*?-->|</?[A-Za-z][^<>\n]*>|&#?\w{1,8};", re.S
)

_CATEGORIES: dict[str, Category] = {
    "Title": "title",
    "NarrativeText": "narrative",
    "ListItem": "list_item",
    "Table": "table",
    "Header": "header",
    "PageNumber": "footer",
    "Footer": "footer",
    "Address": "address",
    "EmailAddress": "email",
}


def partition(source: Source) -> Reading:
    """Read `source`, whatever its format.

    The elements are in text order, do not overlap, and cover every character that is not white space.
    Nothing is fetched from anywhere. Raises `UnreadableDocument` with the URI, what is wrong and what to do.
    """
    try:
        kind = media.media_type(source.data, source.name)
        reading = _READERS[kind](source)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{source.uri} {error}") from None
    elements = cover(reading.text, _named(reading, kind), category_of)
    return replace(reading, elements=elements, media_type=kind)


def _reader(name: str) -> Callable[[Source], Reading]:
    """The `read` of one reader module, imported when first used: the PDF and spreadsheet libraries are slow to load."""

    def read(source: Source) -> Reading:
        reading = import_module(f"indexer.readers.{name}").read(source)
        assert isinstance(reading, Reading)
        return reading

    return read


_READERS: dict[str, Callable[[Source], Reading]] = {
    media.TEXT: _reader("text"),
    media.MARKDOWN: _reader("text"),
    media.HTML: _reader("html"),
    media.DOCX: _reader("docx"),
    media.PDF: _reader("pdf"),
    media.XLSX: _reader("sheet"),
    media.CSV: _reader("sheet"),
}


def _named(reading: Reading, kind: str) -> list[Element]:
    """The reader's own elements with the categories of `unstructured`, or its elements where the reader has none."""
    if kind == media.MARKDOWN:
        return [e for start, end in _slices(reading.text) for e in _aligned_markdown(reading.text, start, end)]
    if kind == media.TEXT:
        return [e for start, end in _slices(reading.text) for e in _aligned_text(reading.text, start, end)]
    text = reading.text
    return [
        replace(e, category=category_of(text[e.start : e.end])) if e.category == "text" else e for e in reading.elements
    ]


def _aligned_text(text: str, start: int, end: int) -> Iterator[Element]:
    yield from _shifted(align(text[start:end], _pieces(_partition_text(text[start:end]))), start)


def _aligned_markdown(text: str, start: int, end: int) -> Iterator[Element]:
    pieces = _partitioner("md")(text=text[start:end], languages=[""])
    yield from _shifted(align(text[start:end], _pieces(pieces), _MARKDOWN_HIDDEN), start)


def _shifted(elements: list[Element], by: int) -> Iterator[Element]:
    return (replace(e, start=e.start + by, end=e.end + by) for e in elements)


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most `_SLICE` characters that end at a blank line or, failing that, at a line."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _SLICE)
        if end < len(text):
            end = max(text.rfind("\n\n", start, end), start) or end
            end = end if end > start else (text.rfind("\n", start, start + _SLICE) + 1 or start + _SLICE)
        yield start, max(end, start + 1)
        start = max(end, start + 1)


def _pieces(elements: list[Any]) -> Iterator[Piece]:
    for element in elements:
        category = _CATEGORIES.get(element.category, "text")
        depth = element.metadata.category_depth if category == "title" else None
        yield Piece(element.text, category, None if depth is None else depth + 1)


def category_of(text: str) -> Category:
    """What a paragraph is by its words alone, as `unstructured` judges it."""
    element = _unstructured("unstructured.partition.text").element_from_text(" ".join(text.split()))
    return _CATEGORIES.get(element.category, "text")


def _partition_text(text: str) -> list[Any]:
    """`partition_text` of `unstructured`, less the deep copy of equal metadata for each paragraph: half its time."""
    ours = _unstructured("unstructured.partition.text")
    grouped = ours.auto_paragraph_grouper(text).strip()
    return [ours.element_from_text(p) for p in map(str.strip, re.split(ours.PARAGRAPH_PATTERN, grouped)) if p]


def _partitioner(name: str) -> Callable[..., list[Any]]:
    """`partition_<name>` of `unstructured` without its decorators: copying, hashing and reporting is half its time."""
    module = _unstructured(f"unstructured.partition.{name}")
    function: Callable[..., list[Any]] = inspect.unwrap(getattr(module, f"partition_{name}"))
    return function


@cache
def _unstructured(name: str) -> Any:
    """A module of `unstructured`, imported on first use, silent, offline and without spaCy.

    It would report its use at import and download a spaCy model at the first sentence. Both are forestalled here:
    telemetry by its own switches, the model by standing in for the one module that loads it,
    `unstructured.nlp.tokenize`, with `indexer.grammar`.
    """
    os.environ.update(DO_NOT_TRACK="1", SCARF_NO_ANALYTICS="1", UNSTRUCTURED_DISABLE_NOTICE="1")
    seam = ModuleType("unstructured.nlp.tokenize", "Stand-in of foi-search for the module that loads spaCy.")
    vars(seam).update(sent_tokenize=grammar.sentences, word_tokenize=grammar.words, pos_tag=grammar.tags)
    sys.modules.setdefault(seam.__name__, seam)
    judge: Any = import_module("unstructured.partition.text_type")
    if judge.pos_tag is not grammar.tags:
        judge.sent_tokenize, judge.word_tokenize, judge.pos_tag = grammar.sentences, grammar.words, grammar.tags
    return import_module(name)
