"""What letters and file names say, as a terminal may print it."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` with U+FFFD for each character that steers a terminal, turns the direction of writing, or is none."""
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n"))
