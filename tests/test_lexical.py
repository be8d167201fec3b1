from __future__ import annotations

from pathlib import Path

import numpy as np

from indexer.lexical import LexicalIndex, terms


def test_terms_are_stemmed_and_numbers_joined() -> None:
    assert terms("The force's Orders breached: 7,069") == ["the", "forc", "order", "breach", "7069"]
    assert terms("1,2 and 12,345,678") == ["1", "2", "and", "12345678"]


def test_adds_deletes_and_filters(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.update(
        [(1, "stalking orders breached"), (2, "stalking orders applied for"), (3, "potholes")],
        [(7, "stalking letter")],
        [],
    )
    assert index.search(terms("breaches of orders"), 5)[0].tolist() == [1, 2]
    assert index.search(terms("orders"), 5, np.array([2, 3]))[0].tolist() == [2]
    assert index.letters(terms("stalking"), 5)[0].tolist() == [7]
    index.update([], [], [1, -7])
    assert index.search(terms("breached"), 5)[0].tolist() == []
    assert LexicalIndex(tmp_path).ids() == {2, 3}


def test_a_repeated_word_counts_more(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.update([(1, "alpha"), (2, "beta")], [], [])
    assert index.search(["beta", "beta", "alpha"], 5)[0].tolist() == [2, 1]


def test_nothing_asked_finds_nothing(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.update([(1, "alpha")], [], [])
    assert index.search([], 5)[0].tolist() == []
    assert index.search(terms("!!!"), 5)[0].tolist() == []
    assert index.search(terms("gamma"), 5, np.array([], np.int64))[0].tolist() == []
