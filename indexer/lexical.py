"""The lexical index: passages and whole letters by their words, scored by BM25. The one importer of tantivy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from corpus.document import FoiError
from indexer.dense import Ids, Scores

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_WRITER_MEMORY = 50_000_000

PARTS = ("passages", "letters")
"""Folders of the two indexes."""

_FUNCTION_WORDS = """
a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was
will with what which who whom how when where why did does do has have had were from been being its can could would
should may i me my we our you your
"""

_analyzer = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.ascii_fold())
    .filter(tantivy.Filter.stemmer("english"))
    .build()
)


def terms(text: str) -> list[str]:
    """The index terms of `text`: lower case, stemmed, possessives and thousands separators undone ("7,069" is 7069)."""
    plain = _POSSESSIVE.sub("", _THOUSANDS.sub("", text))
    return [str(term) for term in _analyzer.analyze(plain)]


FUNCTION_WORDS = frozenset(terms(_FUNCTION_WORDS))
"""Index terms of words that carry no meaning of their own."""


def sought(text: str) -> list[str]:
    """The index terms that a query `text` is searched by: its `terms` without function words, unless it has no other.

    "What is the rate of …" must not find what merely asks questions; on SciFact this alone gives BM25 0.005 nDCG@10.
    """
    plain = terms(text)
    return [term for term in plain if term not in FUNCTION_WORDS] or plain


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=False, indexed=True, fast=True)
    builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class LexicalIndex:
    """BM25 over passages (each with its context) and over whole letters.

    They are two tantivy indexes, since BM25 divides by the average length of a field over all entries of an index:
    in one index letters would count as twenty times too long. Text is analysed by `terms` before it is handed over, so
    that queries and documents cannot be cut differently.
    """

    def __init__(self, folder: Path) -> None:
        """Open the indexes in `folder`, creating them where it is empty. Raises FoiError when they cannot be read."""
        self._passages = _Field(folder / PARTS[0])
        self._letters = _Field(folder / PARTS[1])

    def update(self, add: Iterable[tuple[int, str]], letters: Iterable[tuple[int, str]], remove: Iterable[int]) -> None:
        """Take out the numbers in `remove` (passages, and minus the versions of letters); put in passages (number,
        text) and letters (version, text); commit."""
        gone = list(remove)
        self._passages.update(add, [number for number in gone if number > 0])
        self._letters.update(letters, [-number for number in gone if number < 0])

    def __len__(self) -> int:
        return len(self._passages) + len(self._letters)

    def ids(self) -> set[int]:
        """Every number held: passages positive, letters (minus their version numbers) negative."""
        return self._passages.ids() | {-version for version in self._letters.ids()}

    def search(self, words: Sequence[str], k: int, allowed: Ids | None = None) -> tuple[Ids, Scores]:
        """The `k` passages with the best BM25 score for these terms, among `allowed` (None: all), best first."""
        return self._passages.search(words, k, allowed)

    def letters(self, words: Sequence[str], k: int) -> tuple[Ids, Scores]:
        """The version numbers of the `k` whole letters with the best BM25 score for these terms."""
        return self._letters.search(words, k, None)

    def document_frequency(self, term: str) -> int:
        """In how many passages `term` (as `terms` gives it) stands."""
        return self._passages.document_frequency(term)


class _Field:
    """One tantivy index of one text field, its entries under their numbers."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._schema = _schema()
            self._index = tantivy.Index(self._schema, path=str(folder))
            self._searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            raise FoiError(f"{folder} cannot be read as a tantivy index ({str(error)[:80]})") from None

    def update(self, add: Iterable[tuple[int, str]], remove: Iterable[int]) -> None:
        writer = self._index.writer(heap_size=_WRITER_MEMORY, num_threads=1)
        for number in remove:
            writer.delete_documents_by_term("id", number)
        for number, text in add:
            writer.add_document(tantivy.Document(id=number, body=" ".join(terms(text))))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def ids(self) -> set[int]:
        found = self._searcher.search(tantivy.Query.all_query(), max(1, len(self)))
        return set(self._numbers([address for _, address in found.hits]))

    def document_frequency(self, term: str) -> int:
        return int(self._searcher.doc_freq("body", term))

    def search(self, words: Sequence[str], k: int, allowed: Ids | None) -> tuple[Ids, Scores]:
        if not words or not len(self) or (allowed is not None and not len(allowed)):
            return np.empty(0, np.int64), np.empty(0, np.float32)
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, self._term(w, n)) for w, n in Counter(words).items()]
        )
        if allowed is not None:
            among = tantivy.Query.term_set_query(self._schema, "id", allowed.tolist())
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.Must, tantivy.Query.const_score_query(among, 0.0))]
            )
        hits = self._searcher.search(query, k, count=False).hits
        numbers = self._numbers([address for _, address in hits])
        return np.asarray(numbers, dtype=np.int64), np.asarray([score for score, _ in hits], dtype=np.float32)

    def _term(self, word: str, times: int) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, "body", word, index_option="freq")
        return query if times == 1 else tantivy.Query.boost_query(query, float(times))

    def _numbers(self, addresses: list[Any]) -> list[int]:
        return [int(n) for n in self._searcher.fast_field_values("id", addresses)] if addresses else []
