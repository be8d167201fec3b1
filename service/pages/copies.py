"""A citation to copy, in each form that reference managers and writers take."""

from __future__ import annotations

from dataclasses import dataclass

from service import citing, links, pieces, quoting
from service.pages.drawing import address
from service.shelf import Opened

NAMES: dict[citing.Form, str] = {"text": "Text", "csl": "CSL-JSON", "ris": "RIS", "bibtex": "BibTeX"}


@dataclass(frozen=True, slots=True)
class Copy:
    """One form of a citation: its name, what is copied, and where it is saved from as a file."""

    form: str
    name: str
    text: str
    href: str


def copies(letter: Opened, span: pieces.Span | None, base: str) -> tuple[Copy, ...]:
    """The citation of `letter`, or of the stretch `span` of it. `base` is this service's address, ending in a slash."""
    start, end = span or (None, None)
    id = letter.document.id
    cited = quoting.reference(letter, span, links.document(base, id, start, end))
    path = f"/v1/documents/{id}/citation"
    return tuple(
        Copy(form, name, citing.cite(cited, form).strip(), address(path, format=form, start=start, end=end))
        for form, name in NAMES.items()
    )
