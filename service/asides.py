"""What a letter says beside its answers that a query may ask for: the files it came with, its number, when it was asked
for, and why it is late.

Such text is page furniture to any other query, and no unit is made of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from service.asking import NUMBER
from service.query import Query

_PAPER = re.compile(
    r"\b(?:spreadsheets?|workbooks?|files?|documents?|data ?sets?|pdfs?|charts?|e-?mails?|papers?|correspondence"
    r"|attachments?|templates?|messages?|photographs?|photos?|maps?|drawings?|letters?)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:releas\w*|disclos\w*|sent|suppli\w*|came|attach\w*|enclos\w*|repl(?:y|ies)|response|with|holding"
    r"|containing|hand\w* over)\b",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\bfile ?names? (?:of|for)\b|\bfile ?name\W*$|^what (?:is|was|are|were) the file ?names?\b"
    r"|\b(?:name|title)s? of (?:the |its |any )?(?:[\w-]+ )?(?:file|attachment|spreadsheet|workbook|pdf)s?\b"
    r"|\b(?:name|title)s? of (?:the |its |any )?(?:[\w-]+ )?documents?"
    r" (?:attached|sent|released|supplied|enclosed|that came)\b"
    r"|^(?:the |which |what )?attachment (?:with|about|showing|holding|containing|listing)\b"
    r"|^(?:the )?(?:[\w’'-]+ )?(?:spreadsheet|workbook|csv|pdf) (?:of|on|with|for|about|showing|listing)\b",
    re.IGNORECASE,
)
"""Asks what a file is called. An "attachment of earnings" is none."""

_CALLED = re.compile(r"\b(?:called|named|titled)\W*$", re.IGNORECASE)
_SHEET = re.compile(r"^what\b[^?]{0,40}\b(?:file|attachment|spreadsheet|workbook|pdf)\b", re.IGNORECASE)
_FORMS = ("other", "which", "list")
_REQUEST = re.compile(r"\b(?:request|enquiry|foia?|eir|freedom of information)s?\b", re.IGNORECASE)
_CAME = re.compile(r"\b(?:receiv\w*|gets?|got|arriv\w*|came in|made|submitted|lodged|sent|put)\b", re.IGNORECASE)

_ASKED = re.compile(r"\b(?:was|were|got) (?:first )?asked\b", re.IGNORECASE)
_RECEIVED = re.compile(r"\byour (?:\w+ )?(?:request|enquiry|clarification|e-?mail|letter)\b", re.IGNORECASE)
"""Where a letter says what it answers: a unit to hang its number on."""

_NAMES = re.compile(
    r"^[ \t]*[^\n]{2,120}\.(?:pdf|docx?|xlsx?|xlsm|csv|zip|msg|pptx?|ods|odt|txt|rtf|jpe?g|png)\b",
    re.IGNORECASE | re.MULTILINE,
)
_DATED = re.compile(
    r"\b(?:receiv\w+|dated|request (?:of|on)|wrote|submitted)\b[^.]{0,60}?"
    r"\b\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[A-Z][a-z]{2,8})\b",
    re.IGNORECASE,
)

_NOT_ITS_OWN = re.compile(r"\b(?:crime|incident|police|planning|application|court|tribunal|complaint)\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:late|later than|lateness|delay\w*|overdue|slow|took so long|out of time)\b", re.IGNORECASE)
_REPLY = re.compile(
    r"\b(?:foia?|eir)\b(?! (?:requests|officers?|teams?|act)\b)"
    r"|\b(?:my|this|the|an?|information) (?:freedom of )?(?:information )?request\b",
    re.IGNORECASE,
)
"""One request, and none of many that are asked about."""
SORRY = re.compile(r"\b(?:delay\w*|apologi[sz]\w*|apolog(?:y|ies)|sorry|later than)\b", re.IGNORECASE)
"""What a letter says of being late."""

_APPLICATION = re.compile(r"(?<![\w/])(?:\d{2,4}/\d{3,6}/[A-Z]{2,6}|[A-Z]{1,4}/\d{2,4}/\d{3,6})(?![\w/])")
"""The number of a planning application: "22/01234/FUL"."""


_NOT_SUBJECT = r"(?<!\brelating to\s)(?<!\bregarding\s)(?<!\bconcerning\s)(?<!\babout\s)"
"""A letter that thanks for a request about an application tells nothing of it there."""


@lru_cache(maxsize=256)
def asks_file(asked: str) -> bool:
    """Whether a query asks which file came with a letter: what it is called, or the attachment itself."""
    return _FILE.search(asked) is not None or (_CALLED.search(asked) is not None and _SHEET.search(asked) is not None)


def asks_reference(query: Query) -> bool:
    """Whether a query asks which number a request was given, and does not name one."""
    said = query.text
    return (
        query.form == "which"
        and NUMBER.search(said) is not None
        and not query.references
        and not _NOT_ITS_OWN.search(said)
    )


def asks_delay(query: Query) -> bool:
    """Whether a query asks if, or why, a request was answered late."""
    said = query.text
    return (
        query.form in ("why", "yes_no", "other") and _LATE.search(said) is not None and _REPLY.search(said) is not None
    )


def wanted(query: Query) -> re.Pattern[str] | None:
    """What text beside the answers must hold to be what `query` asks for; None where it asks for no such thing."""
    said = query.text
    if query.form == "when" and ((_REQUEST.search(said) and _CAME.search(said)) or _ASKED.search(said)):
        return _DATED
    if asks_reference(query):
        return _RECEIVED
    if asks_delay(query):
        return SORRY
    if asks_file(said):
        return _NAMES
    if query.form in _FORMS and _PAPER.search(said) and _GIVEN.search(said):
        return _NAMES
    if numbered := _APPLICATION.search(said):
        return re.compile(rf"{_NOT_SUBJECT}{re.escape(numbered[0])}", re.IGNORECASE)
    return None
