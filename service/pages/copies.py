"""A citation to copy, in each form that reference managers and writers take."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.stored import StoredDocument
from service import citing, links
from service.candidate import Citation, Origin
from service.pages.drawing import address

NAMES: dict[citing.Form, str] = {"text": "Text", "csl": "CSL-JSON", "ris": "RIS", "bibtex": "BibTeX"}


@dataclass(frozen=True, slots=True)
class Copy:
    """One form of a citation: its name, what is copied, and where it is saved from as a file."""

    form: str
    name: str
    text: str
    href: str


def copies(document: StoredDocument | Origin, quoted: Citation | None, base: str) -> tuple[Copy, ...]:
    """The citation of `document`, or of what is `quoted` from it. `base` is this service's address, ending in a
    slash."""
    start, end = (quoted.start, quoted.end) if quoted else (None, None)
    cited = citing.reference(document, quoted, link=links.document(base, document.id, start, end))
    path = f"/v1/documents/{document.id}/citation"
    return tuple(
        Copy(form, name, citing.cite(cited, form).strip(), address(path, format=form, start=start, end=end))
        for form, name in NAMES.items()
    )
