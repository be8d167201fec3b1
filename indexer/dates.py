"""Dates as letters print them, and which of them is the reply's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = {
    m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_WORDED = re.compile(
    r"\b(\d{1,2})(?:\s?\^?(?:st|nd|rd|th))?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?,?\s+((?:19|20)\d\d)\b"
    r"|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WELSH = [
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
]
_IN_WELSH = re.compile(rf"\b(\d{{1,2}})(?:fed|af|ain|eg)? ({'|'.join(_WELSH)}) ((?:19|20)\d\d)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d\d)\b|\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_CLAUSE = re.compile(r"(?<=\d)[.;|]\s+")  # "Received 4 May 2023. Answered 1 June 2023."
_DATE_LABEL = re.compile(
    r"^\W*(?:date(?:\s+(?:of\s+(?:response|reply|letter|issue|disclosure|decision|release)|sent|issued"
    r"|responded|replied|answered|released|closed|completed|disclosed|published))?"
    r"|(?:response|reply|disclosure|decision|issue|publication)\s+date|dated|sent|issued|released|answered|closed"
    r"|(?:responded|replied)(?:\s+(?:to|on))?|published(?:\s+date)?)[\s:*_|–-]*(?:\w{3,9},?\s+)?$",
    re.I,
)
_OF_REPLY = re.compile(r"date\s+of\s+(?:response|reply)|(?:response|reply)\s+date", re.IGNORECASE)
_REPLIED_ON = re.compile(  # "Responded Fri 1 September 2023", "Response 15-07-2024"
    r"^[#* \t]*(?:responded|replied|response|reply|answered)(?:[ :]*on)?[ :]*(?:\w{3,9},? )?"
    r"(?=\d{1,2}(?:[ /.-]|st|nd|rd|th))",
    re.IGNORECASE | re.MULTILINE,
)
_UPDATED = re.compile(r"last (?:updated|modified|reviewed)|first published|page (?:updated|published)", re.IGNORECASE)
_SENT = re.compile(r"\W*(?:sent|published)", re.IGNORECASE)
_ASKED_ON = re.compile(r"\W*(?:request(?:ed)?\b|date\b.*(?:request|receiv))", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"(?:\w{3,} .*|^)\b(?:on|of|by|received|from|between|and|since|until|before|after|the|was|dated)\s*$", re.I
)
_SELF_DATED = re.compile(
    r"\b(?:our|this)\s+(?:response|reply|answers?|letter|decision)\s+(?:\w+\s+){0,4}?(?:is"
    r"|are|was)\s+(?:\w+\s+){0,4}?dated\s+(?=\d)",
    re.IGNORECASE,
)


def day(y: str, m: str, d: str) -> str | None:
    """ISO date of a year, month and day as printed; None where there is no such day."""
    year = int(y) + (2000 if len(y) == 2 else 0)
    try:
        return date(year, int(m), int(d)).isoformat()
    except ValueError:
        return None


_DIGIT = re.compile(r"\d")


def dates(text: str) -> list[tuple[int, int, str]]:
    """The dates in `text`, as (start, end, ISO date); days that do not exist are left out, never corrected."""
    found = []
    if not _DIGIT.search(text):
        return []
    for m in _WORDED.finditer(text) if "19" in text or "20" in text else ():
        iso = day(m[3], str(_MONTHS[m[2].casefold()]), m[1]) if m[1] else day(m[6], str(_MONTHS[m[4].casefold()]), m[5])
        if iso:
            found.append((m.start(), m.end(), iso))
    for m in _IN_WELSH.finditer(text) if "19" in text or "20" in text else ():
        if iso := day(m[3], str(_WELSH.index(m[2].casefold()) + 1), m[1]):
            found.append((m.start(), m.end(), iso))
    for m in _FIGURES.finditer(text):
        iso = day(m[3], m[2], m[1]) if m[1] else day(m[4], m[5], m[6])
        if iso:
            found.append((m.start(), m.end(), iso))
    return sorted(found)


def reply_date(text: str, own: Sequence[tuple[int, int]]) -> str | None:
    """The date of the reply, ISO. `own` are the stretches that are the letter's furniture, not its quoted e-mails.

    A date alone on its line, or labelled as the letter's, counts; dates within sentences are of other things.
    """
    best: tuple[float, str] | None = None
    for a, b in own:
        for start, end, iso in dates(text[a:b]):
            start, end = a + start, a + end
            line = text.rfind("\n", 0, start) + 1
            stop = text.find("\n", end)
            before, after = _CLAUSE.split(text[line:start])[-1], text[end : stop if stop >= 0 else len(text)]
            bare = re.sub(r"^\W*(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?)?\W*$", "", before, flags=re.I)
            above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
            if _UPDATED.search(before) or (not before.strip() and _UPDATED.search(above)):
                continue  # of the web page, not of the reply
            if _DATE_LABEL.match(before) or (
                not before.strip() and _DATE_LABEL.match(above) and not _SENT.match(above)
            ):
                score = 3.0
                if re.match(r"\W*(?:sent|published)", before, re.I):
                    score = 2.0
                elif _OF_REPLY.search(before) or (not before.strip() and _OF_REPLY.search(above)):
                    score = 3.2
            elif not bare and len(after.strip()) < 3:
                score = 2.5
            elif (not bare and len(after.strip()) < 40 and not re.search(r"(?<!\w)(?!ref)[a-z]{3}", after)) or (
                not after.strip() and len(before) > 12 and re.search(r"\s{3,}$|[,|]\s*$|@\S+\s$", before)
            ):
                score = 1.8
            elif m := re.search(
                r"(?:^|\W)date(?:\s+of\s+(?:response|reply|issue)|\s+published)?\s*:\s*$", before, re.I
            ):
                score = 2.4
                if re.search(r"request|receiv", before[: m.start() + 4], re.I):
                    continue
            else:
                continue
            if re.search(r"request|receiv", before, re.I) or (not before.strip() and _RUNS_ON.search(above)):
                continue
            if not re.search(r"\d{4}", above) and _ASKED_ON.match(above):
                continue
            if best is None or score > best[0]:
                best = (score, iso)
    if best is None and (m := _REPLIED_ON.search(text)):
        return next((iso for start, _, iso in dates(text[m.end() : m.end() + 30]) if start == 0), None)
    if best is None and "dated" in text and (m := _SELF_DATED.search(text)):
        return next((iso for start, _, iso in dates(text[m.end() : m.end() + 30]) if start == 0), None)
    return best[1] if best else None
