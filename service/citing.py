"""A document or a quotation as a reference manager takes it: CSL-JSON, RIS, BibTeX; or as one line to paste."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date as Date
from typing import Any, Literal, get_args

from indexer.stored import StoredDocument
from service.candidate import Citation, Origin

Form = Literal["json", "csl", "ris", "bibtex", "text"]
FORMS: tuple[Form, ...] = get_args(Form)

MEDIA_TYPES: dict[Form, str] = {
    "json": "application/json",
    "csl": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems",
    "bibtex": "application/x-bibtex",
    "text": "text/plain",
}
SUFFIXES: dict[Form, str] = {"json": "json", "csl": "csl.json", "ris": "ris", "bibtex": "bib", "text": "txt"}

GENRE = "Freedom of Information response"
_LONGEST_QUOTE = 1000
_LONGEST_TITLE = 500
_UNTITLED = "Reply to a Freedom of Information request"


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited: a document and, where there is one, the quotation and its place.

    `link` is an address at which a reader sees it; `date` and `accessed` are ISO `YYYY-MM-DD`. `asked` is the question
    that the quotation answers, `title` the document's where that is its own.
    """

    document: Origin
    title: str | None
    link: str | None
    accessed: str
    asked: str | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None
    cell: str | None = None
    quote: str | None = None


def reference(
    document: Origin | StoredDocument,
    citation: Citation | None = None,
    *,
    asked: str | None = None,
    titled: bool = True,
    link: str | None = None,
    accessed: Date | None = None,
) -> Reference:
    """The reference to `document`, or to one quotation from it, given to what was `asked`. A letter found on the web is
    linked to there, where no `link` is given. `accessed` is today, where not given. A letter that is not `titled` has
    no title of its own, and is called what it is."""
    origin = Origin(
        document.id, document.uri, document.title, document.authority, document.reference, document.date
    )  # fmt: skip
    if link is None and document.uri.startswith(("http://", "https://")):
        link = document.uri
    day = (accessed or Date.today()).isoformat()
    title = origin.title if titled else None
    if citation is None:
        return Reference(origin, title, link, day)
    place = citation.start, citation.end, citation.page, citation.cell, citation.quote or None
    return Reference(origin, title, link, day, asked, *place)


def cite(cited: Reference, form: Form) -> str:
    """`cited` in one of `FORMS`, ending in a line end. Nothing that a letter says can end a field or add one."""
    made = {"json": _json, "csl": _csl, "ris": _ris, "bibtex": _bibtex, "text": _text}[form](cited)
    return made if made.endswith("\n") else made + "\n"


def _json(cited: Reference) -> str:
    document = cited.document
    said = {
        "uri": document.uri,
        "start": cited.start,
        "end": cited.end,
        "page": cited.page,
        "cell": cited.cell,
        "quote": cited.quote,
        "question": cited.asked,
        "document": {
            "id": document.id,
            "uri": document.uri,
            "title": document.title,
            "authority": document.authority,
            "reference": document.reference,
            "date": document.date,
        },
        "link": cited.link,
        "accessed": cited.accessed,
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _csl(cited: Reference) -> str:
    """CSL-JSON 1.0: an array of one item."""
    document = cited.document
    item: dict[str, Any] = {
        "id": _key(cited),
        "type": "document",
        "genre": GENRE,
        "title": _title(cited),
        "author": [{"literal": _line(document.authority)}] if document.authority else None,
        "publisher": _line(document.authority) if document.authority else None,
        "number": _line(document.reference) if document.reference else None,
        "issued": {"date-parts": [[int(part) for part in document.date.split("-")]]} if document.date else None,
        "accessed": {"date-parts": [[int(part) for part in cited.accessed.split("-")]]},
        "page": str(cited.page) if cited.page else None,
        "URL": cited.link,
        "note": _note(cited) or None,
    }
    return json.dumps(
        [{name: value for name, value in item.items() if value is not None}], ensure_ascii=False, indent=2
    )


def _ris(cited: Reference) -> str:
    document = cited.document
    fields = [
        ("TY", "GOVDOC"),
        ("ID", _key(cited)),
        ("AU", document.authority),
        ("TI", _title(cited)),
        ("PB", document.authority),
        ("PY", document.date[:4] if document.date else None),
        ("DA", document.date.replace("-", "/") + "/" if document.date else None),
        ("M1", document.reference),
        ("M3", GENRE),
        ("SP", str(cited.page) if cited.page else None),
        ("UR", cited.link),
        ("Y2", cited.accessed.replace("-", "/") + "/"),
        ("N1", _note(cited)),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _bibtex(cited: Reference) -> str:
    document = cited.document
    fields = [
        ("author", "{" + _tex(document.authority) + "}" if document.authority else None),
        ("title", "{" + _tex(_title(cited)) + "}"),
        ("year", document.date[:4] if document.date else None),
        ("date", document.date),
        ("howpublished", GENRE),
        ("number", _tex(document.reference) if document.reference else None),
        ("pages", str(cited.page) if cited.page else None),
        ("url", _url(cited.link) if cited.link else None),
        ("urldate", cited.accessed),
        ("note", _tex(_note(cited)) or None),
    ]
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
    return "@misc{" + _key(cited) + ",\n" + ",\n".join(lines) + "\n}\n"


def _text(cited: Reference) -> str:
    document = cited.document
    told = [_line(document.authority) if document.authority else "Authority not stated", f"“{_title(cited)}”"]
    if document.reference:
        told.append(_line(document.reference))
    if document.date:
        day = Date.fromisoformat(document.date)
        told.append(f"{day.day} {day:%B %Y}")
    told += [f"page {cited.page}"] if cited.page else []
    told += [cited.link] if cited.link else []
    return " ".join([", ".join(told), *_answered(cited)])


def _title(cited: Reference) -> str:
    return _cut(cited.title or "", _LONGEST_TITLE) or _UNTITLED


def _note(cited: Reference) -> str:
    """The quotation with its exact place, for those who check it."""
    if cited.quote is None:
        return ""
    places = [f"page {cited.page}"] if cited.page else []
    places += [f"cell {_line(cited.cell)}"] if cited.cell else []
    places += [f"characters {cited.start}–{cited.end}"]
    return " ".join([*_answered(cited), f"({', '.join(places)})"])


def _answered(cited: Reference) -> list[str]:
    """The quotation, and the question that it answers."""
    quoted = [f"“{_cut(cited.quote, _LONGEST_QUOTE)}”"] if cited.quote else []
    return [*quoted, f"in answer to “{_cut(cited.asked, _LONGEST_TITLE)}”"] if quoted and cited.asked else quoted


def _cut(text: str, most: int) -> str:
    line = _line(text)
    return line if len(line) <= most else line[:most].rstrip() + " …"


def _key(cited: Reference) -> str:
    """A citation key of ASCII letters, digits and hyphens: authority, year, document id, start of the quotation."""
    document = cited.document
    name = unicodedata.normalize("NFKD", document.authority or "foi").encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", name.lower())[:3] or ["foi"]
    parts = [*words, document.date[:4] if document.date else "", document.id[:6]]
    parts += [str(cited.start)] if cited.start is not None else []
    return "-".join(part for part in parts if part)


def _line(text: str) -> str:
    """`text` on one line, without characters that control a terminal or a parser."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in _line(text))


def _url(link: str) -> str:
    """An address inside braces: its own braces and backslashes, which a URL must not hold, are percent-encoded."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", link)
