"""Kinds, outcomes, exemptions, dates and places in words, for the page."""

from __future__ import annotations

from datetime import date

from corpus.acts import exemption, title
from service.candidate import Citation

KINDS = {"question": "Question", "answer": "Answer", "exemption": "Refusal", "other": "Other text"}

OUTCOMES = {
    "disclosed": "Disclosed",
    "partly_disclosed": "Disclosed in part",
    "withheld": "Withheld",
    "not_held": "Not held",
    "cost_limit": "Refused for cost",
    "vexatious": "Refused as vexatious or repeated",
    "neither_confirm_nor_deny": "Neither confirmed nor denied",
    "referred": "Referred elsewhere",
    "not_found": "Nothing in this index answers this",
}

EXPLAINED = {
    "partly_disclosed": "The authority answered some of it and kept back the rest.",
    "withheld": "The authority holds it and refused to disclose it under an exemption.",
    "not_held": "The authority says that it does not hold this. It may exist elsewhere.",
    "cost_limit": "The authority says that finding it would take longer than the law requires of it.",
    "vexatious": "The authority treated the request as vexatious or a repeat, which says nothing about what it holds.",
    "neither_confirm_nor_deny": "The authority does not say whether it holds this.",
    "referred": "It is already published, or the letter points to another answer.",
    "not_found": (
        "That is a limit of the letters indexed here, not a statement by any authority. "
        "Other words, or fewer filters, may find it."
    ),
}

FILTERS = {
    "kind": "Kind",
    "authority": "Authority",
    "exemption": "Exemption",
    "outcome": "Outcome",
    "year": "Year",
    "since": "Replies since",
    "until": "Replies until",
}

SORTS = {
    "absolute": "absolute: no public interest test",
    "qualified": "qualified: the public interest is weighed",
    "refusal": "a ground to refuse the request, not an exemption",
}

STAGES = {
    "waiting": "Waiting for another indexing run to end",
    "reading": "Reading",
    "embedding": "Working out what the passages mean",
    "publishing": "Making it searchable",
}

_FORMATS = {
    "text/plain": "Text",
    "text/markdown": "Markdown",
    "text/html": "Web page",
    "text/csv": "CSV",
    "application/pdf": "PDF",
    "application/zip": "ZIP",
    "message/rfc822": "E-mail",
    "application/vnd.ms-outlook": "Outlook e-mail",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel workbook",
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument spreadsheet",
}


def amount(value: float, unit: str | None) -> str:
    """A value as a reader writes it: 1204 officers is "1,204 officers", 2.5 % is "2.5%", 2918400 £ is "£2,918,400"."""
    digits = f"{abs(value):,.10g}" if abs(value) < 1e15 else f"{abs(value):g}"
    sign = "-" if value < 0 else ""
    if unit in ("£", "€", "$"):
        return f"{sign}{unit}{digits}"
    return f"{sign}{digits}{unit}" if unit == "%" else f"{sign}{digits} {unit or ''}".rstrip()


def place(citation: Citation, line: int | None) -> str:
    """Where a citation stands: line or page, cell, characters."""
    parts = [f"page {citation.page}" if citation.page else f"line {line}" if line else ""]
    parts += [f"cell {citation.cell}" if citation.cell else ""]
    parts += [f"characters {citation.start}–{citation.end}"]
    return ", ".join(part for part in parts if part)


def format_of(media_type: str) -> str:
    return _FORMATS.get(media_type, media_type)


def size(characters: int) -> str:
    return f"{characters:,} character" + ("" if characters == 1 else "s")


def many(count: int, one: str, more: str | None = None) -> str:
    """`count` of something, with its thousands apart: "1 letter", "1,204 letters"."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def day(iso: str | None) -> str | None:
    """`2024-06-03` as "3 June 2024"."""
    if not iso:
        return None
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {found:%B %Y}"


def ground(code: str) -> str:
    """The title of the section that `code` falls under: `FOIA s31(1)(a)` is "Law enforcement"; empty where unknown."""
    return title(code) or ""


def weighed(code: str) -> str | None:
    """What sort of ground `code` is, in words."""
    found = exemption(code)
    if found is None:
        return None
    return SORTS["refusal" if found.refusal else "absolute" if found.absolute else "qualified"]
