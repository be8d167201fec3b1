"""From what the user named (files, folders, web addresses) to the bytes of each document."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from corpus.document import FoiError, Source, UnreadableDocument

MAX_BYTES = 1 << 30
"""Largest file read from disk: more than any disclosure, less than memory."""

MAX_DOWNLOAD = 200 << 20
"""Largest page or file fetched from the web, in bytes, as it arrives and unpacked."""

TIMEOUT = 30.0
"""Longest wait for a web server to connect or to send the next bytes, in seconds."""

_AGENT = "foi-search (fetches only the addresses its user names)"


@dataclass(frozen=True, slots=True)
class Found:
    """A document whose bytes are at hand."""

    source: Source


@dataclass(frozen=True, slots=True)
class Failed:
    """Something named, or met in a folder, that cannot be had; the error's message names it and says why."""

    uri: str
    error: FoiError


def load(paths: Iterable[str]) -> Iterator[Found | Failed]:
    """The documents at `paths`, in the order given, each once; a folder's files in the order of their names.

    A path may be a file, a folder (with all below it, but for names that start with a dot) or an http(s) address:
    nothing is fetched that is not named here itself. A file's URI is its absolute resolved path. Each document is
    read when it is asked for, so a folder of any size streams.
    """
    seen: set[str] = set()
    for path in paths:
        if path.lower().startswith(("http://", "https://")):
            uri = urldefrag(path).url
            if uri not in seen:
                seen.add(uri)
                yield _fetch(uri)
            continue
        for one in _files(path):
            uri = one.uri if isinstance(one, Failed) else str(one)
            if uri in seen:
                continue
            seen.add(uri)
            yield one if isinstance(one, Failed) else _read(one)


def _files(path: str) -> Iterator[Path | Failed]:
    if not path:
        yield Failed(path, FoiError("an empty path was given: name a file, a folder or a web address"))
        return
    try:
        root = Path(path).expanduser().resolve(strict=True)
        mode = root.stat().st_mode
    except FileNotFoundError:
        yield Failed(path, FoiError(f"{path} does not exist: check the path"))
        return
    except (OSError, RuntimeError, ValueError) as error:  # a symlink loop, a name too long, a null byte
        yield Failed(path, FoiError(f"{path!r} cannot be opened ({_reason(error)})"))
        return
    if not stat.S_ISDIR(mode):
        yield root
        return
    empty = True
    for one in _walk(root, set()):
        empty = False
        yield one
    if empty:
        yield Failed(str(root), FoiError(f"{path} holds no files: name a folder with documents in it"))


def _walk(folder: Path, above: set[tuple[int, int]]) -> Iterator[Path | Failed]:
    """The files below `folder`, sorted; a link back to a folder `above` is passed over."""
    try:
        here = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        yield Failed(str(folder), FoiError(f"{folder} cannot be opened ({_reason(error)})"))
        return
    key = (here.st_dev, here.st_ino)
    if key in above:
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir():
                yield from _walk(path, above | {key})
            else:
                yield path.resolve(strict=True)
        except (OSError, RuntimeError) as error:
            yield Failed(str(path), FoiError(f"{path} cannot be opened ({_reason(error)})"))


def _read(path: Path) -> Found | Failed:
    uri = str(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Failed(uri, UnreadableDocument(f"{uri} is not a regular file"))
        if found.st_size > MAX_BYTES:
            return Failed(uri, UnreadableDocument(_too_large(uri, MAX_BYTES)))
        return Found(Source(uri, path.read_bytes(), path.name))
    except OSError as error:
        return Failed(uri, UnreadableDocument(f"{uri} cannot be read ({_reason(error)})"))


def _fetch(uri: str) -> Found | Failed:
    import httpx  # here, since most calls fetch nothing

    data = bytearray()
    try:
        with (
            httpx.Client(follow_redirects=True, max_redirects=5, timeout=TIMEOUT) as client,
            client.stream("GET", uri, headers={"User-Agent": _AGENT}) as response,
        ):
            if response.status_code != 200:
                why = f"{response.status_code} {response.reason_phrase}".strip()
                return Failed(uri, FoiError(f"{uri} was not sent: the server answered {why}"))
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > MAX_DOWNLOAD:
                    return Failed(uri, UnreadableDocument(_too_large(uri, MAX_DOWNLOAD)))
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        return Failed(
            uri, FoiError(f"{uri} cannot be fetched ({_reason(error)}): check the address and the connection")
        )
    name = unquote(urlsplit(uri).path.rpartition("/")[2]) or "index.html"
    return Found(Source(uri, bytes(data), name))


def _too_large(uri: str, limit: int) -> str:
    return f"{uri} is larger than {limit >> 20} MiB: split it"


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text.splitlines()[0] if text else type(error).__name__
