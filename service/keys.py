"""Keys to the service: made here, kept as hashes only, looked up in the same time whether right or wrong.

A key is `foi_<id>_<secret>`, the secret 32 random bytes: nobody guesses it, so one SHA-256 keeps it, and a slow hash
(which is for passwords) would only slow each request.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hmac import compare_digest
from pathlib import Path
from secrets import token_hex, token_urlsafe
from threading import Lock
from typing import Literal, get_args

from corpus.document import FoiError
from service.uploads import claim

FILE = "keys.json"

Scope = Literal["read", "write"]
"""`write` allows reading too."""

_TOKEN = re.compile(r"foi_([0-9a-f]{8})_([\w-]{43})", re.ASCII)
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept. `hash` is the SHA-256 of the whole key in hexadecimal, `created` RFC 3339 in UTC."""

    id: str
    name: str
    scope: Scope
    hash: str
    created: str

    def allows(self, scope: Scope) -> bool:
        return scope == "read" or self.scope == "write"


def add(data: Path, name: str, scope: str) -> tuple[Key, str]:
    """Make a key for `data` and return it with its token, which is shown this once. Raises FoiError for a name or
    scope that cannot be meant."""
    if scope not in get_args(Scope):
        raise FoiError(f"scope {scope[:40]!r} is not one of {', '.join(get_args(Scope))}")
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise FoiError(f"name {name[:40]!r} is no name for a key: say in 1 to {_LONGEST_NAME} characters whose it is")
    claim(data)
    id, secret = token_hex(4), token_urlsafe(32)
    token = f"foi_{id}_{secret}"
    created = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    key = Key(id, name.strip(), "write" if scope == "write" else "read", _hash(token), created)
    with _changing(data):
        _write(data, [*read(data), key])
    return key, token


def revoke(data: Path, id: str) -> Key:
    """Take the key with this id (or this whole token) out: it opens nothing from now on. Raises FoiError where there
    is none."""
    found = _TOKEN.fullmatch(id.strip())
    id = found[1] if found else id.strip()
    if not (data / FILE).exists():
        raise FoiError(f"{data} has no keys: `foi key add NAME` makes one")
    with _changing(data):
        keys = read(data)
        gone = next((key for key in keys if key.id == id), None)
        if gone is None:
            raise FoiError(f"no key has the id {id[:40]!r}: `foi key list` shows those that there are")
        _write(data, [key for key in keys if key.id != id])
    return gone


def read(data: Path) -> list[Key]:
    """The keys of `data`, oldest first. Raises FoiError where the file cannot be read: no keys is not the same."""
    try:
        rows = json.loads((data / FILE).read_text(encoding="utf-8"))
        return [Key(**row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise FoiError(f"{data / FILE} cannot be read ({type(error).__name__}): restore it, or delete it") from None


class Keyring:
    """The keys of a data directory as a service uses them; a change to the file is seen at the next request."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._seen: tuple[int, int] | None = None
        self._keys: dict[str, Key] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._current())

    def find(self, token: str) -> Key | None:
        """The key that `token` is; None where it is none, or one that was revoked."""
        found = _TOKEN.fullmatch(token)
        key = self._current().get(found[1]) if found else None
        # Compared even where no key has the id, so that the time taken tells nothing.
        same = compare_digest(_hash(token), key.hash if key else "0" * 64)
        return key if same else None

    def _current(self) -> dict[str, Key]:
        try:
            status = (self._data / FILE).stat()
            seen = status.st_mtime_ns, status.st_ino
        except OSError:
            seen = (0, 0)
        with self._lock:
            if seen != self._seen:
                self._keys = {key.id: key for key in read(self._data)}
                self._seen = seen
            return self._keys


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


@contextmanager
def _changing(data: Path) -> Iterator[None]:
    with (data / "keys.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write(data: Path, keys: list[Key]) -> None:
    fresh = data / f"{FILE}.new"
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump([asdict(key) for key in keys], file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(data / FILE)
