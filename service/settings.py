"""Where the index lies, and what reading a document may take, when the user does not say."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from corpus.document import FoiError

if TYPE_CHECKING:
    from indexer.worker import Limits

_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
_LEAST_MEMORY = 64 << 20  # below this not even a letter is read


def data_directory(given: str | None) -> Path:
    """The data directory: as given, else `$FOI_DATA`, else the user's own data directory."""
    chosen = given or os.environ.get("FOI_DATA")
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("foi-search"))


def limits(timeout: str | None, memory: str | None) -> Limits:
    """What one document may take: as given, else `$FOI_TIMEOUT` and `$FOI_MEMORY`, else 60 seconds and 2 GiB.

    Raises FoiError with the option or variable, its value and what it should look like.
    """
    from indexer.worker import Limits  # here, since most calls read no document

    usual = Limits()
    time_name, time_said = _said("--timeout", timeout, "FOI_TIMEOUT")
    memory_name, memory_said = _said("--memory", memory, "FOI_MEMORY")
    seconds = usual.seconds if time_said is None else _seconds(time_name, time_said)
    return Limits(seconds, usual.memory if memory_said is None else _bytes(memory_name, memory_said))


def _said(option: str, given: str | None, variable: str) -> tuple[str, str | None]:
    return (option, given) if given is not None else (f"${variable}", os.environ.get(variable) or None)


def _seconds(name: str, said: str) -> float:
    found = re.fullmatch(r"(\d{1,6}(?:\.\d+)?)\s*s?", said.strip())
    if found is None or not float(found[1]):
        raise FoiError(f"{name} {said!r} is no time: give a number of seconds above 0, such as 120")
    return float(found[1])


def _bytes(name: str, said: str) -> int:
    found = re.fullmatch(r"(\d{1,15}(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?", said.strip(), re.IGNORECASE)
    if found is None or (size := int(float(found[1]) * _UNITS[found[2].upper()])) < _LEAST_MEMORY:
        raise FoiError(f"{name} {said!r} is no size of at least {_LEAST_MEMORY >> 20}M: give one such as 512M or 4G")
    return size
