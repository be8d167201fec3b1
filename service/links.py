"""Addresses of this service's own pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode


def document(base: str, id: str, start: int | None = None, end: int | None = None) -> str:
    """The page of a document, or of the spot in it from `start` to `end`; `base` ends in a slash."""
    spot = f"?start={start}&end={end}#cited" if start is not None and end is not None else ""
    return f"{base}documents/{id}{spot}"


def search(base: str, path: str, values: dict[str, Any]) -> str:
    """`path` with these parameters, those that are None left out."""
    return f"{base}{path}?" + urlencode(
        {name: value for name, value in values.items() if value is not None}, errors="replace"
    )
