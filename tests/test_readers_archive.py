"""`indexer.readers.archive` and `package`: members as documents, and the limits."""

from __future__ import annotations

import io
import zipfile

import pytest

from corpus.document import Source, UnreadableDocument
from indexer.partition import partition
from indexer.readers import package
from indexer.reading import Reading


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def read(data: bytes) -> Reading:
    return partition(Source("/z/reply.zip", data, "reply.zip"))


def test_members_are_children() -> None:
    reading = read(
        zipped(
            **{"b/letter.txt": b"We hold this.", "a.csv": b"x,y\n1,2\n", "__MACOSX/b": b"x", ".hidden": b"x", "c/": b""}
        )
    )
    assert [(c.uri, c.name, c.parent, c.data) for c in reading.children] == [
        ("/z/reply.zip#b/letter.txt", "letter.txt", "/z/reply.zip", b"We hold this."),
        ("/z/reply.zip#a.csv", "a.csv", "/z/reply.zip", b"x,y\n1,2\n"),
    ]
    assert reading.text == "b/letter.txt\n\na.csv"
    assert {e.category for e in reading.elements} == {"navigation"}


def test_bomb_by_ratio() -> None:
    with pytest.raises(UnreadableDocument, match="ZIP bombs"):
        read(zipped(bomb=bytes(32 << 20)))


def test_bomb_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TOTAL", 100)
    with pytest.raises(UnreadableDocument, match="unpacks to more than"):
        read(zipped(a=b"x" * 60, b=b"y" * 60))
    monkeypatch.setattr(package, "MAX_MEMBER", 50)
    with pytest.raises(UnreadableDocument, match="in one member"):
        read(zipped(a=b"x" * 60))


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_MEMBERS", 1)
    with pytest.raises(UnreadableDocument, match="holds 2 members, more than 1"):
        read(zipped(a=b"x", b=b"y"))


def test_a_member_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    data = bytearray(zipped(a=b"x" * 1000))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    try:
        assert len(read(bytes(data)).children[0].data) <= 11
    except UnreadableDocument as error:
        assert "damaged" in str(error)


def test_encrypted_damaged_and_empty() -> None:
    data = bytearray(zipped(a=b"some text that is long enough to be packed"))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableDocument, match="encrypted"):
        read(bytes(data))
    with pytest.raises(UnreadableDocument, match="damaged or cut-off"):
        read(zipped(a=b"x" * 100)[:60])
    with pytest.raises(UnreadableDocument, match="without files"):
        read(zipped(**{"only-a-folder/": b""}))
