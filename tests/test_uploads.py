"""Uploaded documents as files."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.generation import STORE
from indexer.store import Store
from service import uploads
from tests.conftest import letter


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("reply.pdf", "reply.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\letters\\reply.docx", "reply.docx"),
        ("/", "document"),
        ("..", "document"),
        ("...hidden.txt", "hidden.txt"),
        ("a\x00b\n<c>.txt", "a_b__c_.txt"),
        ("résumé – 2024.pdf", "résumé – 2024.pdf"),
        ("part#member.zip", "part_member.zip"),
        ("x" * 500 + ".pdf", "x" * 116 + ".pdf"),
        ("é" * 300 + ".pdf", "é" * 58 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(name: str, safe: str) -> None:
    assert uploads.safe_name(name) == safe


@given(st.text(max_size=400))
def test_no_name_leaves_its_folder_or_hides(name: str) -> None:
    safe = uploads.safe_name(name)
    assert safe and not safe.startswith(".") and Path(safe).name == safe and "\\" not in safe
    assert len(safe.encode()) < 256 and safe.isprintable() and uploads.safe_name(safe) == safe


def test_the_same_document_lies_in_one_place_and_another_in_another(tmp_path: Path) -> None:
    first = uploads.keep(tmp_path, "a.txt", io.BytesIO(b"We hold 4."))
    assert uploads.keep(tmp_path, "a.txt", io.BytesIO(b"We hold 4.")) == first
    second = uploads.keep(tmp_path, "a.txt", io.BytesIO(b"We hold 5."))
    assert second != first and first.read_bytes() == b"We hold 4." and second.name == first.name == "a.txt"
    assert uploads.is_upload(tmp_path, str(first.resolve()))
    assert len(list((tmp_path / uploads.FOLDER).iterdir())) == 2


def test_a_document_is_replaced_in_its_place(tmp_path: Path) -> None:
    first = uploads.keep(tmp_path, "a.txt", io.BytesIO(b"We hold 4."))
    assert uploads.replace(tmp_path, str(first), io.BytesIO(b"We hold 5.")) == first
    assert first.read_bytes() == b"We hold 5."
    assert uploads.replace(tmp_path, str(first), io.BytesIO(b"We hold 5.")) == first
    assert [path.name for path in (tmp_path / uploads.FOLDER).iterdir()] == [first.parent.name]


def test_only_uploads_are_forgotten(tmp_path: Path) -> None:
    kept = uploads.keep(tmp_path, "a.txt", io.BytesIO(b"x"))
    other = tmp_path / "letter.txt"
    other.write_text("mine")
    for uri in (str(other), str(kept) + "#member", f"{kept.parent}/../../foi.db", "https://example.org/uploads/a/b"):
        assert not uploads.is_upload(tmp_path, uri)
        uploads.forget(tmp_path, uri)
    assert other.exists() and kept.exists() and (tmp_path / "foi.db").exists()
    uploads.forget(tmp_path, str(kept))
    assert not kept.exists()


def test_uploads_that_the_index_does_not_hold_are_discarded(tmp_path: Path) -> None:
    """What could not be read, or was cut off, would else lie there for ever: no page leads to it."""
    unread, read = (uploads.keep(tmp_path, f"{name}.txt", io.BytesIO(name.encode())) for name in ("a", "b"))
    with Store(tmp_path / STORE, write=True) as store, store.transaction():
        store.put(letter(f"{read}", "1. How many?", "There are 4."), "reader")
    other = tmp_path / "mine.txt"
    other.write_text("mine")
    uploads.discard(tmp_path, [str(unread), str(read), str(other)])
    assert not unread.parent.exists() and read.exists() and other.exists()


def test_uploads_stay_where_the_index_cannot_be_read(tmp_path: Path) -> None:
    kept = uploads.keep(tmp_path, "a.txt", io.BytesIO(b"We hold 4."))
    (tmp_path / STORE).write_bytes(b"no database")
    uploads.discard(tmp_path, [str(kept)])
    assert kept.exists()
