"""Any document to a `Reading`: its canonical text, and elements that cover every printable character of it.

The one importer of `unstructured`. A reader of ours gives the canonical text, since `unstructured` loses some
(the one-character answers, for instance); `unstructured` says what the paragraphs are. Text and Markdown it divides
itself: what it gives back is aligned to the canonical text, and whatever it dropped comes back as elements of its
own. Of the other formats the readers know the paragraphs, headings and tables, and `unstructured` judges each
paragraph: its own partitioners for them come to the same categories in six times the time.
"""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any

from corpus import media
from corpus.document import Source, UnreadableDocument
from indexer import grammar
from indexer.align import Piece, align, cover
from indexer.reading import Category, Element, Reading

SECONDS = 60.0
"""Time a document may take; nothing here measures it but the OCR of scanned pages, which can end with some done."""

_SLICE = 1_000_000  # characters handed to `unstructured` at once: it holds many times its input in memory

# Runs of one mark, which `unstructured` and Markdown pass in the square of their length; alignment sees none of them.
_RUNS = re.compile(r"([^\w\n])\1{32,}")

# What Markdown's parser passes in the square of its number: brackets that nothing closes and headings underlined,
# within a block; tags that nothing closes, in the whole text; and, worse, sections of character data.
_OPEN_IN_BLOCK = re.compile(r"\[(?![^\[\]\n]{0,500}\])|\]\((?![^()\n]{0,500}\))|^[=-]+ *$", re.M)
_OPEN_IN_TEXT = re.compile(r"</?[A-Za-z][^<>]{0,500}(?=<|\Z)")
_MOST_OPEN = 2_000
_MOST_CHARACTER_DATA = 50

# The module of `indexer.readers` that reads each kind.
_READERS = {
    media.TEXT: "text",
    media.MARKDOWN: "text",
    media.HTML: "html",
    media.DOCX: "docx",
    media.PDF: "pdf",
    media.XLSX: "sheet",
    media.CSV: "sheet",
    media.ODT: "opendocument",
    media.ODS: "opendocument",
    media.MAIL: "mail",
    media.ZIP: "archive",
}

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

_ZIP_CODE = re.compile(r"\d{5}")  # what an American address has at least: looking for a whole one is slow

# What Markdown keeps from a reader of the page: addresses of links and pictures, tags, entities.
_MARKDOWN_HIDDEN = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|</?[A-Za-z][^<>\n]*>|&#?\w{1,8};")


def partition(source: Source, seconds: float = SECONDS) -> Reading:
    """Read `source`, whatever its format; OCR, if it needs any, takes three quarters of `seconds` at most.

    The elements are in text order, do not overlap, and cover every character that is not white space.
    Nothing is fetched from anywhere. Raises `UnreadableDocument` with the URI, what is wrong and what to do.
    """
    try:
        kind = media.media_type(source.data, source.name)
        reader = import_module(f"indexer.readers.{_READERS[kind]}")
        reading: Reading = reader.read(source, 0.75 * seconds) if kind == media.PDF else reader.read(source)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{source.uri} {error}") from None
    except MemoryError:
        raise
    except Exception as error:  # the libraries of the formats raise anything at all on a file that is damaged
        msg = f"{source.uri} cannot be read ({type(error).__name__}): it may be damaged, get it again"
        raise UnreadableDocument(msg) from error
    if kind in (media.TEXT, media.MARKDOWN):
        elements = list(_whole(reading.text, kind))
    else:
        elements = [
            replace(e, category=category_of(reading.text[e.start : e.end])) if e.category == "text" else e
            for e in reading.elements
        ]
    return replace(reading, elements=cover(reading.text, elements, category_of), media_type=kind)


def category_of(text: str) -> Category:
    """What a paragraph is by its words alone, as `unstructured` judges it."""
    return _judged(" ".join(text.split()))[1]


def _whole(text: str, kind: str) -> Iterator[Element]:
    """The elements of a plain or Markdown text, all of them by `unstructured`."""
    for start, end in _slices(text):
        given = _RUNS.sub(lambda m: m[1] * 32, text[start:end])
        if kind == media.MARKDOWN and not _is_tangled(given):
            found = align(text[start:end], _pieces(_partition_md(given)), _MARKDOWN_HIDDEN)
        else:
            found = align(text[start:end], _partition_text(given))
        if not start:
            yield from found
            continue
        for element in found:
            yield replace(element, start=element.start + start, end=element.end + start)


def _is_tangled(text: str) -> bool:
    """Whether Markdown's parser would take minutes over `text`; no letter is so. It is then read as plain text."""
    blocks = (len(_OPEN_IN_BLOCK.findall(block)) for block in re.split(r"\n\s*\n", text))
    return (
        sum(count * count for count in blocks) > _MOST_OPEN * _MOST_OPEN
        or len(_OPEN_IN_TEXT.findall(text)) > _MOST_OPEN
        or text.count("<![") > _MOST_CHARACTER_DATA
    )


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most `_SLICE` characters that end at a blank line or, failing that, at a line."""
    start = 0
    while len(text) - start > _SLICE:
        cut = max(text.rfind("\n\n", start + 1, start + _SLICE), start)
        cut = cut if cut > start else text.rfind("\n", start + 1, start + _SLICE)
        cut = cut if cut > start else start + _SLICE
        yield start, cut
        start = cut
    yield start, len(text)


def _pieces(elements: list[Any]) -> Iterator[Piece]:
    for element in elements:
        category = _CATEGORIES.get(element.category, "text")
        depth = element.metadata.category_depth if category == "title" else None
        yield Piece(element.text, category, None if depth is None else depth + 1)


def _partition_text(text: str) -> list[Piece]:
    """`partition_text` of `unstructured`, less the deep copy of equal metadata for each paragraph: half its time."""
    _prepare()
    from unstructured.partition.text import PARAGRAPH_PATTERN, auto_paragraph_grouper

    blocks = map(str.strip, re.split(PARAGRAPH_PATTERN, auto_paragraph_grouper(text).strip()))
    return [Piece(*judged) for block in blocks if block and (judged := _judged(block))[0]]


@lru_cache(maxsize=4096)  # letters share their lines: salutations, complaint rights, table cells
def _judged(block: str) -> tuple[str, Category]:
    """A paragraph as `unstructured` hands it back, its bullet taken off, and what it is.

    `element_from_text` of `unstructured`, less the objects that it makes, by the same questions in the same order.
    """
    _prepare()
    from unstructured.partition import text as judge

    if judge.is_bulleted_text(block):
        return judge.clean_bullets(block), "list_item"
    if judge.is_email_address(block):
        return block, "email"
    if _ZIP_CODE.search(block) and judge.is_us_city_state_zip(block):
        return block, "address"
    if judge.is_possible_numbered_list(block):
        return block, "list_item"
    if judge.is_possible_narrative_text(block):
        return block, "narrative"
    return block, "title" if judge.is_possible_title(block) else "text"


def _partition_md(text: str) -> list[Any]:
    """`partition_md` of `unstructured`, less the decorators that copy, hash and report: a third of its time."""
    _prepare()
    from unstructured.partition.html import partition_html

    page = _markdown().reset().convert(text)
    return list(inspect.unwrap(partition_html)(text=page, languages=[""])) if page.strip() else []


@cache
def _markdown() -> Any:
    """The converter that `partition_md` makes anew for each text, less what only makes its HTML pleasant to read."""
    from unstructured.partition.md import markdown

    made = markdown.Markdown(extensions=["tables", "fenced_code"])
    made.treeprocessors.deregister("prettify")
    return made


@cache
def _prepare() -> None:
    """Make `unstructured` silent, offline and free of spaCy, before it is first imported.

    It would report its use at import and download a spaCy model at the first sentence. Both are forestalled here:
    telemetry by its own switches, the model by standing in for the one module that loads it,
    `unstructured.nlp.tokenize`, with `indexer.grammar`. All imports of it are inside functions that call this first.
    """
    os.environ.update(DO_NOT_TRACK="1", SCARF_NO_ANALYTICS="1", UNSTRUCTURED_DISABLE_NOTICE="1")
    seam = ModuleType("unstructured.nlp.tokenize", "Stand-in of foi-search for the module that loads spaCy.")
    vars(seam).update(sent_tokenize=grammar.sentences, word_tokenize=grammar.words, pos_tag=grammar.tags)
    sys.modules.setdefault(seam.__name__, seam)
    from unstructured.partition import text_type

    judge: Any = text_type
    judge.under_non_alpha_ratio = grammar.is_mostly_marks
    judge.exceeds_cap_ratio = grammar.is_mostly_capitals
    judge.sentence_count, judge.contains_verb = grammar.sentence_count, grammar.has_verb
    judge.contains_english_word = bool  # it asks even where it takes no heed of the answer
    if text_type.pos_tag is not grammar.tags:  # something else imported it first
        judge.sent_tokenize, judge.word_tokenize, judge.pos_tag = grammar.sentences, grammar.words, grammar.tags
