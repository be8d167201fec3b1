"""Where the next page of a list begins, as an opaque mark that a client hands back."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re

from corpus.document import FoiError

_LONGEST = 20_000  # characters: the longest URI there can be, in base64


class Expired(Exception):
    """A cursor of an index generation that is no longer served; the message says so for a reader."""


def pack(*values: str | int) -> str:
    """`values` as letters, digits, `-` and `_`."""
    text = json.dumps(values, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode("ascii")).decode("ascii").rstrip("=")


def unpack(cursor: str, *types: type[str] | type[int]) -> list[str | int]:
    """What `pack` was given, which was of these types. Raises FoiError for a cursor that is not ours."""
    try:
        if len(cursor) > _LONGEST or not re.fullmatch(r"[\w-]+", cursor, re.ASCII):
            raise ValueError
        found = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not isinstance(found, list) or [type(value) for value in found] != list(types):
            raise ValueError
        if any(isinstance(value, int) and not 0 <= value < 1 << 53 for value in found):
            raise ValueError
        return found
    except (binascii.Error, ValueError, RecursionError):
        raise FoiError("the cursor is not one that this service gave out: start again without it") from None


def digest(*values: object) -> str:
    """A short name for what a list is of: a cursor of one list is refused by another."""
    return hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()[:12]
