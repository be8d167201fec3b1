"""What letters and file names say, as a terminal may print it, and a page."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")


def straight(text: str) -> str:
    """`text` with U+FFFD for each character that turns the direction of writing: "402" must not be seen as "204"."""
    return text.translate(_TURNS)


def printable(text: str) -> str:
    """`text` with U+FFFD for each character that steers a terminal, turns the direction of writing, or is none."""
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n"))
