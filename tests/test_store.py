from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer.store import Store
from indexer.stored import Filters
from tests.conftest import WordEncoder, letter


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "foi.db", write=True)
    with made.transaction():
        made.put(letter("/a.txt", "How many orders were breached?", "4"), "r1")
        made.put(
            letter("/b.txt", "How many orders were made?", "17", authority="Northmarsh Council", date="2023-01-02"),
            "r1",
        )
    return made


def test_a_round_trip_returns_what_was_put(store: Store) -> None:
    parsed = letter("/a.txt", "How many orders were breached?", "4")
    found = store.document("/a.txt", store.sequence)
    assert found is not None
    assert store.document(found.id, store.sequence) == found
    assert store.text(found.version) == parsed.reading.text
    assert store.original(found.version) == parsed.source.data
    assert store.sections(found.version) == parsed.sections
    assert [(p.id, p.start, p.end, p.context) for p in store.passages_of(found.version)] == [
        (p.id, p.start, p.end, p.context) for p in parsed.passages
    ]


def test_whole_documents_come_out_as_their_parts_do(store: Store) -> None:
    versions = [document.version for document in store.documents(store.sequence)]
    found = {one.document.version: one for one in store.contents([*versions, 999])}
    assert sorted(found) == sorted(versions)
    for version, one in found.items():
        assert one.document == store.versions([version])[version]
        assert (one.text, one.sections) == (store.text(version), store.sections(version))
        assert (one.tables, one.pages) == (store.tables(version), store.pages(version))


def test_an_older_reader_still_sees_the_version_that_was_replaced(store: Store) -> None:
    before = store.sequence
    with store.transaction():
        store.put(letter("/a.txt", "How many orders were breached?", "5"), "r1")
    old, new = store.document("/a.txt", before), store.document("/a.txt", store.sequence)
    assert old and new and old.version != new.version and old.id == new.id
    assert store.text(old.version).endswith("4\n")
    assert store.counts(before) == store.counts(store.sequence) == (2, 4)


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    before = store.sequence
    with pytest.raises(RuntimeError), store.transaction():
        store.put(letter("/c.txt", "How many?", "9"), "r1")
        raise RuntimeError
    assert store.sequence == before
    assert store.document("/c.txt", store.sequence) is None


def test_filters(store: Store) -> None:
    def found(**asked: object) -> int:
        return len(store.matching(Filters(**asked), store.sequence))  # type: ignore[arg-type]

    assert found(kind="answer") == 2
    assert found(authorities=("Northmarsh Council",)) == 2
    assert found(authorities=()) == 0
    assert found(since="2024") == 2
    assert found(until="2023") == 2
    assert found(until="2023-01-01") == 0
    assert found(since="2023-01-02", until="2024-05") == 4
    assert found(outcome="withheld") == 0


def test_exemption_filter_takes_what_the_section_contains(tmp_path: Path) -> None:
    parsed = letter("/a.txt", "May I see it?", "Withheld under section 31(1)(a).")
    refusal = parsed.sections[1]
    parsed = replace(
        parsed, sections=(parsed.sections[0], replace(refusal, kind="exemption", exemptions=("FOIA s31(1)(a)",)))
    )
    with Store(tmp_path / "x.db", write=True) as store:
        with store.transaction():
            store.put(parsed, "r1")
        for code, count in (
            ("FOIA s31", 1),
            ("FOIA s31(1)", 1),
            ("FOIA s31(1)(a)", 1),
            ("FOIA s3", 0),
            ("FOIA s31(1)(b)", 0),
        ):
            assert len(store.matching(Filters(exemption=code), store.sequence)) == count, code


def test_each_text_is_embedded_once(store: Store, words: WordEncoder) -> None:
    with store.transaction():
        store.put(letter("/copy.txt", "How many orders were breached?", "4"), "r1")
    missing = store.unembedded(words.name)
    assert len(missing) == 4
    with store.transaction():
        store.put_vectors(words.name, [key for key, _ in missing], words.encode([text for _, text in missing]))
    assert store.unembedded(words.name) == []
    assert len(store.unembedded("another model")) == 4


def test_removing_takes_what_is_inside_too(store: Store) -> None:
    inside = letter("/a.txt#figures.csv", "How many?", "12")
    with store.transaction():
        store.put(replace(inside, source=replace(inside.source, parent="/a.txt")), "r1")
    assert store.children() == {"/a.txt": ["/a.txt#figures.csv"]}
    with store.transaction():
        assert store.remove("/a.txt") == 2
        assert store.remove("/nowhere.txt") == 0
    assert [d.uri for d in store.documents(store.sequence)] == ["/b.txt"]


def test_numbers_are_never_used_again(store: Store) -> None:
    last = max(p.pid for d in store.documents(store.sequence) for p in store.passages_of(d.version))
    with store.transaction():
        store.remove("/a.txt")
        store.remove("/b.txt")
        store.purge(store.sequence)
        store.put(letter("/c.txt", "How many?", "9"), "r1")
    found = store.document("/c.txt", store.sequence)
    assert found and min(p.pid for p in store.passages_of(found.version)) > last


def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "foi.db"
    with sqlite3.connect(theirs) as db:
        db.execute("CREATE TABLE precious (x)")
    db.close()
    before = theirs.read_bytes()
    with pytest.raises(FoiError, match="not a foi-search index"):
        Store(theirs, write=True)
    assert theirs.read_bytes() == before


def test_rubbish_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "foi.db").write_bytes(b"rubbish " * 1000)
    with pytest.raises(FoiError, match="choose another directory"):
        Store(tmp_path / "foi.db", write=True)


def test_text_that_stands_in_many_documents_is_known(tmp_path: Path) -> None:
    reasons = "Disclosure of the records of {} would harm the prevention and detection of crime in every part of it."
    with Store(tmp_path / "x.db", write=True) as store:
        with store.transaction():
            for n in range(4):
                parsed = letter(f"/{n}.txt", "How many were there?", reasons.format(2000 + n))
                refused = replace(parsed.sections[1], kind="exemption")
                passages = tuple(replace(p, kind="exemption") if p.section == "s2" else p for p in parsed.passages)
                store.put(replace(parsed, sections=(parsed.sections[0], refused), passages=passages), "r1")
            store.put(letter("/answer.txt", "How many were there?", reasons.format("all")), "r1")
        pids, at = store.alive(store.sequence)[0], store.sequence
        found = store.repeated(pids, at, 4)
        assert {store.passages(found)[pid].kind for pid in found} == {"exemption"} and len(found) == 4
        assert store.repeated(pids, at, 6) == set()
        with store.transaction():
            store.remove("/0.txt")
            store.remove("/answer.txt")
        assert store.repeated(pids, store.sequence, 4) == set()
        assert store.repeated(pids, at, 4) == found


def test_what_is_kept_beside_a_document_comes_out_and_goes_with_it(store: Store) -> None:
    with store.transaction():
        store.put(replace(letter("/c.txt", "How many?", "9"), gist=b"a gist"), "r1")
    made = store.document("/c.txt", store.sequence)
    assert made is not None
    assert next(store.contents([made.version])).gist == b"a gist"
    with store.transaction():
        store.put(letter("/c.txt", "How many?", "10"), "r1")
        store.purge(store.sequence)
    assert store.db.execute("SELECT count(*) FROM gists").fetchone() == (0,)
    assert all(one.gist == b"" for one in store.contents(d.version for d in store.documents(store.sequence)))


def test_an_index_made_before_gists_is_read_and_gains_them(store: Store, tmp_path: Path) -> None:
    store.db.execute("DROP TABLE gists")
    store.close()
    with Store(tmp_path / "foi.db") as old:
        assert [one.gist for one in old.contents([1, 2])] == [b"", b""]
    with Store(tmp_path / "foi.db", write=True) as new, new.transaction():
        new.put(replace(letter("/a.txt", "How many?", "9"), gist=b"a gist"), "r1")
        assert [one.gist for one in new.contents([1, 2, 3])] == [b"", b"", b"a gist"]
