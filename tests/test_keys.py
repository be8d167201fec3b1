"""Keys to the service."""

from __future__ import annotations

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer.pipeline import index
from service import keys
from service.keys import Keyring
from tests.conftest import SAMPLES, WordEncoder


def test_a_key_is_found_by_its_token_and_kept_as_a_hash(tmp_path: Path) -> None:
    made, token = keys.add(tmp_path / "data", "alice", "write")
    file = tmp_path / "data" / keys.FILE
    kept = file.read_text()
    assert token not in kept and token.split("_", 2)[2] not in kept
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    found = Keyring(tmp_path / "data").find(token)
    assert found == made and found.allows("read") and found.allows("write")
    reader, _ = keys.add(tmp_path / "data", "bob", "read")
    assert reader.allows("read") and not reader.allows("write")
    assert [one.name for one in keys.read(tmp_path / "data")] == ["alice", "bob"]


def test_what_is_no_key_opens_nothing(tmp_path: Path) -> None:
    _, token = keys.add(tmp_path, "alice", "read")
    _, other = keys.add(tmp_path, "bob", "read")
    ring = Keyring(tmp_path)
    mixed = token[:13] + other[13:]  # the id of one with the secret of another
    for wrong in ("", "foi_", token[:-1], token + "x", token.upper(), mixed, "foi_00000000_" + "a" * 43, "é" * 99, " "):
        assert ring.find(wrong) is None, wrong


def test_a_revoked_key_opens_nothing_from_the_next_request_on(tmp_path: Path) -> None:
    made, token = keys.add(tmp_path, "alice", "read")
    _, other = keys.add(tmp_path, "bob", "read")
    ring = Keyring(tmp_path)
    assert ring.find(token) and len(ring) == 2
    assert keys.revoke(tmp_path, made.id) == made
    assert ring.find(token) is None and ring.find(other) is not None and len(ring) == 1


@pytest.mark.parametrize(
    ("name", "scope", "said"),
    [
        ("a", "admin", "is not one of read, write"),
        (" ", "read", "no name"),
        ("a\nb", "read", "no name"),
        ("x" * 101, "read", "no name"),
    ],
)
def test_a_key_that_cannot_be_meant_is_refused(tmp_path: Path, name: str, scope: str, said: str) -> None:
    with pytest.raises(FoiError, match=said):
        keys.add(tmp_path, name, scope)


def test_revoking_what_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(FoiError, match="has no keys"):
        keys.revoke(tmp_path, "00000000")
    keys.add(tmp_path, "a", "read")
    with pytest.raises(FoiError, match="no key has the id '00000000'"):
        keys.revoke(tmp_path, "00000000")


def test_keys_may_come_before_any_document(tmp_path: Path) -> None:
    data = tmp_path / "data"
    _, token = keys.add(data, "alice", "write")
    assert index([str(SAMPLES / "wexcombe-drones.txt")], data, WordEncoder()).added == 1
    assert Keyring(data).find(token)


def test_a_directory_of_something_else_gets_no_keys(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(FoiError, match="holds other files"):
        keys.add(tmp_path, "alice", "read")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_keys_made_at_once_are_all_kept(tmp_path: Path) -> None:
    keys.add(tmp_path, "first", "read")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: keys.add(tmp_path, f"key {n}", "read"), range(24)))
    assert len(keys.read(tmp_path)) == 25


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"id": "x"}]', "\xff"])
def test_a_damaged_file_is_not_the_same_as_no_keys(tmp_path: Path, content: str) -> None:
    (tmp_path / keys.FILE).write_text(content, encoding="latin-1")
    with pytest.raises(FoiError, match="cannot be read"):
        keys.read(tmp_path)


def test_the_file_is_json(tmp_path: Path) -> None:
    keys.add(tmp_path, "alice", "read")
    assert set(json.loads((tmp_path / keys.FILE).read_text())[0]) == {"id", "name", "scope", "hash", "created"}
