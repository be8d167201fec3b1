"""The thesaurus: what its file must be like, and how words and phrases find each other through it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import service.synonyms
from service.stems import TOKEN, stem
from service.synonyms import key, keyed, kin, lines, synonyms
from service.terms import STOP, Term, bag, held, terms

FOLDER = Path(service.synonyms.__file__).parent
CHOSEN, WIDER = ((FOLDER / name).read_text(encoding="utf-8") for name in ("synonyms.txt", "wider.txt"))
GROUPS = [*lines(CHOSEN), *lines(WIDER)]


def best(query: str, text: str) -> list[float]:
    """How surely each term of `query` is in `text`."""
    return [held(term, bag(text)) for term in terms(query)]


def test_the_thesaurus_is_broad_and_every_group_joins_something() -> None:
    assert len(list(lines(CHOSEN))) >= 1700 and len(list(lines(WIDER))) >= 7000
    assert [(same, close) for same, close in GROUPS if len(same) + len(close) < 2] == []
    assert [close for same, close in lines(CHOSEN) if not same] == []
    assert [same for same, close in lines(WIDER) if same] == []


def test_no_member_stands_twice_in_a_group_and_no_group_twice() -> None:
    keys = [[key(member) for member in (*same, *close)] for same, close in GROUPS]
    assert [one for one in keys if len(set(one)) < len(one)] == []
    whole = Counter((frozenset(map(key, same)), frozenset(map(key, close))) for same, close in GROUPS)
    assert [group for group, count in whole.items() if count > 1] == []


def test_no_member_is_a_word_that_says_nothing() -> None:
    members = {member for same, close in GROUPS for member in (*same, *close)}
    empty = {m for m in members if all(w.lower() in STOP or stem(w) in STOP for w in TOKEN.findall(m))}
    assert empty == set()
    assert {m for m in members if m != m.strip() or not TOKEN.search(m) or "~" in m} == set()


def test_the_stemmed_groups_are_those_of_the_written_ones() -> None:
    kept = Path(service.synonyms.__file__).with_suffix(".keys").read_text(encoding="utf-8")
    assert kept == keyed(f"{CHOSEN}\n{WIDER}"), "run `python -m service.synonyms`"


def test_every_member_finds_its_group() -> None:
    where = synonyms().where
    for number, (same, close) in enumerate(GROUPS):
        assert all(number in where[key(member)] for member in (*same, *close))


def test_groups_do_not_chain() -> None:
    assert "dwell" in kin("hom").same and "eviction" not in kin("hom").same | kin("hom").close


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("office supplies", "stationery"),
        ("stationery", "The bill for office supplies was £40."),
        ("in the red", "a deficit at the end of the year"),
        ("deficit", "The account was in the red."),
        ("change hands", "the change of ownership of the hall"),
        ("lollipop lady", "School Crossing Patrols were cut"),
        ("sacked", "two officers were dismissed"),
        ("parking ticket", "PCNs issued"),
        ("temporary accommodation", "emergency housing"),
    ],
)
def test_other_words_for_the_same_thing_count_nearly_as_much(query: str, text: str) -> None:
    assert terms(query) and min(best(query, text)) >= 0.8


def test_a_word_only_close_counts_less_than_one_that_means_the_same() -> None:
    assert 0 < held("landlord", bag("the property owner")) < held("landlord", bag("the lessor"))


def test_a_word_of_the_wider_groups_is_close_and_never_the_same() -> None:
    assert 0 < held("escort", bag("accompanied by a steward")) <= 0.5


def test_a_phrase_says_more_than_its_words_apart() -> None:
    assert held("stationeri", bag("supplies for the head office")) < held("stationeri", bag("office supplies"))
    assert held("deficit", bag("a red door")) == 0.0


def test_a_term_in_a_phrase_is_still_its_own_stem() -> None:
    found = terms("office supplies")
    assert found == ("offic", "suppli") and all(isinstance(one, Term) for one in found)
    assert held(found[1], bag("supplies")) == 1.0


def test_a_learnt_acronym_is_found_by_itself_and_by_its_words() -> None:
    learnt = {"hqx": ("harbour quay exchange",)}
    short = terms("cost of the HQX", learnt)[-1]
    assert held(short, bag("the HQX was sold")) >= 0.8
    assert held(short, bag("the Harbour Quay Exchange was sold")) >= 0.8
    assert held(short, bag("the harbour was sold")) == 0.0
    assert all(held(term, bag("the HQX")) >= 0.8 for term in terms("harbour quay exchange", learnt))
