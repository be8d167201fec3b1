"""Damaged files: a short seeded run of `python -m eval.mutations`, which does it at length."""

from __future__ import annotations

import io
import zipfile
from itertools import islice

import pytest

from corpus.document import Source
from eval.mutations import damage, mutants
from indexer.partition import partition
from tests.conftest import SAMPLES
from tests.test_against import ODS, ODT, ZIP


def test_the_same_seed_gives_the_same_damage() -> None:
    assert list(islice(mutants(ZIP, 7), 20)) == list(islice(mutants(ZIP, 7), 20))
    assert len(set(islice(mutants(ZIP, 7), 40))) > 20


def test_damaged_files_are_read_or_refused_in_one_line() -> None:
    letter = SAMPLES / "northmarsh-fly-tipping.pdf"
    files = [("reply.odt", ODT), ("gulls.ods", ODS), ("reply.zip", ZIP), (letter.name, letter.read_bytes())]
    found = damage(files, seed=1, seconds=200, most=100)
    assert found.read + found.refused == 100
    assert found.wrong == []
    assert found.read > 10 and found.refused > 10


def test_members_of_one_name_are_each_a_document() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("reply.txt", "We hold 4.")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("reply.txt", "We hold 5.")
    reading = partition(Source("/a.zip", held.getvalue(), "a.zip"))
    assert [child.uri for child in reading.children] == ["/a.zip#reply.txt", "/a.zip#reply.txt#2"]
    assert [child.data for child in reading.children] == [b"We hold 4.", b"We hold 5."]


def test_a_member_that_starts_before_the_archive_is_damage() -> None:
    data = bytearray(ZIP)
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 42 : entry + 46] = (0x7FFFFFFF).to_bytes(4, "little")
    with pytest.raises(Exception, match="damaged"):
        partition(Source("/a.zip", bytes(data), "a.zip"))
