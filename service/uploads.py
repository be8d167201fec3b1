"""Documents that are sent to the service: kept as files in the data directory, under names that are only names."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from corpus.document import FoiError
from indexer.generation import STORE, writing
from indexer.store import Store

FOLDER = "uploads"

LARGEST = 64 << 20
"""Bytes of one request's documents."""

MOST = 20
"""Documents of one request."""

TOO_MANY = f"More than {MOST} documents at once are too many: send fewer, or index their folder with foi index."

_LONGEST_NAME = 120  # bytes: file systems take 255, and the folder's own name is not short


def keep(data: Path, name: str, content: BinaryIO) -> Path:
    """Write `content` below `data` and return where: the same place for the same name and bytes.

    Raises FoiError where the disk refuses. Whole or not at all: it is renamed into place.
    """
    try:
        claim(data)
        root = data.resolve() / FOLDER
        root.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=root, prefix=".", delete=False) as fresh:
            try:
                shutil.copyfileobj(content, fresh)
                fresh.flush()
                os.fsync(fresh.fileno())
            except BaseException:
                Path(fresh.name).unlink()
                raise
        safe = safe_name(name)
        folder = root / _token(safe, Path(fresh.name))
        folder.mkdir(exist_ok=True)
        return Path(fresh.name).replace(folder / safe)
    except OSError as error:
        raise FoiError(f"the document {name[:80]!r} cannot be kept ({error.strerror}): free some disk space") from None


def replace(data: Path, uri: str, content: BinaryIO) -> Path:
    """Write `content` in place of the uploaded document at `uri`. Raises FoiError as `keep` does."""
    old = Path(uri)
    assert is_upload(data, uri)
    kept = keep(data, old.name, content)
    if kept == old:
        return old
    made = kept.replace(old)
    shutil.rmtree(kept.parent, ignore_errors=True)
    return made


def forget(data: Path, uri: str) -> None:
    """Delete the file of a document that was uploaded; others are not ours to delete."""
    if is_upload(data, uri):
        shutil.rmtree(Path(uri).parent, ignore_errors=True)


def discard(data: Path, uris: Iterable[str]) -> None:
    """Delete those uploads of `uris` that the index holds nothing of, in no version. Where the index cannot be read
    they stay."""
    sent = [uri for uri in uris if is_upload(data, uri)]
    if not sent:
        return
    try:
        with Store(data / STORE) as store:
            held = {uri.partition("#")[0] for uri in store.fingerprints()}
    except FoiError:
        return
    for uri in sent:
        if uri not in held:
            forget(data, uri)


def is_upload(data: Path, uri: str) -> bool:
    """Whether the document at `uri` is the file of an upload; what was found inside one is not."""
    path, root = Path(uri), data.resolve() / FOLDER
    return path.parent.parent == root and ".." not in path.parts and "#" not in uri


def safe_name(name: str) -> str:
    """`name` as a plain file name: no folder, no control character, no leading dot, not too long; its ending stays."""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(c if c.isprintable() and c not in '<>:"|?*#%' else "_" for c in name).strip(" .")
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, ending) if dot and len(ending.encode()) <= 16 else (name, "")
    room = _LONGEST_NAME - len(ending.encode()) - 1
    stem = stem.encode()[:room].decode("utf-8", "ignore").strip(" .") or "document"
    return f"{stem}.{ending}" if ending else stem


def claim(data: Path) -> None:
    """Make `data` a data directory of ours, where it is none yet: keys and uploads may come before any document."""
    if not (data / STORE).exists():
        with writing(data):
            Store(data / STORE, write=True).close()


def _token(name: str, path: Path) -> str:
    digest = hashlib.sha256(name.encode() + b"\0")
    with path.open("rb") as content:
        while chunk := content.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()[:16]
