"""The authority's own reference, as a letter or the page around it prints it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexer.scan import lowered, matches

ENOUGH = 40_000  # characters within which a document names its authority and its reference
_REFERENCE_VALUE = (
    r"(?P<value>(?:(?:[A-Z]{2,5}[ ](?:FOI|EIR|RFI|IR)(?=[ ]\d)"
    r"|FOIA?|EIR|SAR|IR|IM|RFI|F|IAT|CAS|ENQ|REF|[A-Z]{2,4}(?=[ ]\d))\s?[-–/:.#]?\s?)?(?=[\w/.-]*\d)"
    r"[A-Z0-9a-z]+(?:(?:[ \t]?[/–-][ \t]?|[._])[A-Z0-9a-z]+)*(?:&\d{2,8})*(?:\s\d{2,4}(?=[ \t]*(?:\n|$)))?)"
)
# The first letter comes first, so that the pattern is looked for by it: a third of the time.
_REFERENCE = re.compile(
    rf"""(?P<word>(?-i:[rRcCfF])(?<!\w.)(?:(?<=r)ef(?:erence)?\b\.?|(?<=c)ase\s+(?:number|no\.?|id)
        |(?<=r)equest\s+(?:number|no\.?|id)|(?<=f)oi\s+(?:number|no\.?|id|request)\b
        |(?<=c)omplaint\s+(?:number|no\.?)))\s*(?:number|no\.?|num|id
        |:?\s*foi\s+request)?
        \s*[:#–-]*[*_]{{0,2}}\s*\n?\s*{_REFERENCE_VALUE}""",
    re.VERBOSE | re.IGNORECASE,
)
_REFERENCE_LEAD = re.compile(
    r"(?:\b(?P<ours>our|my)\s+)?(?P<kind>(?:\b(?:foia?|eir|request|case"
    r"|freedom\s+of\s+information(?:\s+act)?(?:\s+\d{4})?(?:\s+request)?"
    r"|environmental\s+information(?:\s+regulations)?(?:\s+request)?|internal\s+review|reply|response"
    r"|enquiry|unique|information\s+request)\s*[-–]?\s*)*)$",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"\byour\s*$|\btheir\s*$|previous(?:ly)?\s*$|crime\s*$|contract\s*$|application\s*$|planning\s*$"
    r"|tender\s*$|complaint\s*$|cabinet\s*$|grid\s*$|\(\s*$|document\s*$|purchase\s*$|order\s*$"
    r"|company\s*$",
    re.I,
)
_TOPIC = re.compile(r"[ \t][-–][ \t](?:[A-Z]?[a-z]{2,}).*")
"""What a subject line goes on with behind its reference: "FOI 88/24 - parking fines"."""
_NO_REFERENCE = re.compile(
    r"(?:(?:FOIA?|EIR)[ /-]?)?(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?|[A-Z]{1,2}\d{1,2}|to|the"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}|\d+(?:st|nd|rd|th)",
    re.I,
)
_FOOTER_PAIR = re.compile(
    r"^[ \t]*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s+([A-Z]{0,4}\s?\d{2,6}[A-Z]?/\d{2,4})[ \t]*$", re.MULTILINE
)
_HEADLINE = re.compile(
    r"^[^\w\n]*(?:(?:re|subject)\s*:\s*)?(?:your\s+)?(?:freedom\s+of\s+information|foi"
    r"|environmental\s+information|eir|request|information\s+request|internal\s+review"
    r"|response)\b[^\n]{0,60}?\s?[-–:]\s+"
    r"(?:ref(?:erence)?\.?\s*[-–:]?\s*)?"
    r"((?:FOIA?|EIR|IR|RFI)?\s?[/#-]?\s?\d{2,10}(?:[-/.]\d{2,7}){0,3}[A-Z]?)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TITLED = re.compile(
    r"^(?:[#*_ ]*|(?:subject|re)\s*:\s*(?:re\s*:\s*)?)(?:freedom of information request "
    r"|(?:outcome of )?internal review )?((?:FOIA?|EIR|IR"
    r"|RFI)[ /-]?(?:request\s+)?\d{2,6}(?:[-/.]\d{2,6}){0,3}[A-Z]?)\b",
    re.MULTILINE | re.IGNORECASE,
)
_SAID_OF = re.compile(  # "Freedom of Information request – RFI20230138", whatever follows on its line
    r"^[^\w\n]*(?i:(?:your )?(?:freedom of information|foi|eir|environmental information) (?:act )?request\s*[-–:(]\s*"
    r"|(?:request for information|complaint|internal review)(?:\s*[-–:]\s*|\s+(?:in respect of|regarding|of)\s+))"
    r"([A-Z]{2,6}[ /-]?\d{4}[\w/-]*|[A-Z]{2,5}\d{4,}[\w/-]*)(?=[\s).,:;–-]|$)",
    re.MULTILINE,
)
_HEADED = re.compile(  # a page's own title: "Parking fines (1648A/23)", "Crime - 641/12"
    r"^[#* ]*[A-Z][^\n?:]{2,70}?(?:\(|\s[-–]\s)(\d{3,6}[A-Z]?[/_]\d{2})\)?[* ]*$",
    re.MULTILINE,
)
_IN_BRACKETS = re.compile(  # the end of a subject line: "Request for information: ferries (ref LMC-24-0118)"
    r"^[^\n]{0,40}\b(?:request|information|foi|eir|review)\b[^\n]{0,100}\((?:our )?ref(?:erence)?[.:]?(?: no\.?:?)? "
    r"((?=[\w/. -]*\d)[\w/. -]{4,30})\)[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONE = re.compile(
    r"^[#*_ ]*(?:[^\n:]{4,70}:\s*)?((?:(?:FOIA?|EIR|IR|RFI|SAR)[ ]?[-/ .]?[ ]?[A-Z]{0,3}"
    r"|[A-Z]{2,5}(?=20\d\d/))\d{2,6}(?:[-/.]\d{2,6}){0,3})[^\w\n]*$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^[ \t#*]*([1-9]\d{5,9})[ \t*]*$", re.MULTILINE)
_SHORT = re.compile(
    r"^[ \t#*]*(?:(?:freedom of information|environmental information|information|foi|eir|disclosure)[ ])?request[ ]*"
    r"(?:no\.?|number|id)?[ :#–-]*"
    r"(\d[\d/.-]{4,}\d)[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_MAILED = re.compile(
    r"^[> \t*]*subject\s*:[^\n]*[-–:(\[]\s*((?:FOIA?|EIR|RFI|IR|IC|IM|REF)[ #:/-]*\d[\w/-]{3,})\W*$",
    re.IGNORECASE | re.MULTILINE,
)
# "OBP-F-2026-0319", "DH/FOI/0187", "2021-FOI-077", at the start of a line or behind its label.
_FILE_CODE = re.compile(
    r"^[ \t#*]*(?:(?:[A-Za-z][\w ]{1,30}(?:[:|]|[ \t]{2,})|(?i:your reference|our reference|reference number|foi)"
    r"|subject:[^\n]{0,80})[ \t]*)?"
    r"[\[(]?((?:(?:19|20)\d\d-[A-Z]{2,4}-\d{2,6}|[A-Z]{2,6}(?:[/-][A-Z0-9]{1,6}){2,4}))(?=[\s)\]:,.–-]|$)(?<=\d)",
    re.MULTILINE,
)
_FIRST_LINE = re.compile(r"\s*([A-Z]{2,5}[ /-]?\d{4,8})[ \t]*\n")
_CODED = re.compile(
    r"^[ \t#*]*((?!(?:PO|BOX|EXT|TEL|FAX|PAGE|ANNEX|ROOM|FLOOR|RM|ACT|NHS|EU|SI)\b)"
    r"[A-Z]{2,5}[ /-]\d{3,6}(?:[-/]\d{2,6}){0,2})[ \t*]*$",
    re.MULTILINE,
)
# "CLT/FOI/119", "TfS-0912-2425": letters, then figures, between strokes or hyphens, alone on a line.
_FILED_UNDER = re.compile(
    r"^[ \t#*]*((?!(?:PO|BOX|EXT|TEL|FAX|PAGE|ANNEX|ROOM|FLOOR|RM|ACT|NHS|EU|SI)\b)"
    r"[A-Z][A-Za-z]{1,6}(?:[/-][A-Z]{2,6}){0,2}(?:[/-]\d{2,6}){1,4}[A-Z]?)[ \t*]*$",
    re.MULTILINE,
)
_NAMED = re.compile(
    r"(?-i:[rReEcC])(?<!\w.)(?:(?<=r)equest|(?<=e)nquiry|(?<=c)ase)\s+(?:ref(?:erence)?\.?\s+)?"
    r"((?:FOIA?|EIR|RFI)[ ]?[/#-]?[ ]?\d{4,9}(?:[-/]\d{2,4})?)\b",
    re.IGNORECASE,
)
# "FOI 1234567 response.pdf" over its size: the authority names its files by its own reference.
_ATTACHED = re.compile(
    r"^[^\n]{0,100}?(?<![A-Za-z])((?:FOIA?|EIR|RFI|IR)[ _]?(?:request|response|ref(?:erence)?|no\.?)?[ _/#:-]{0,3}"
    r"(?!(?:19|20)\d\d[ _])\d{4,9}(?:[-/_]\d{2,4})?)"
    r"(?!\d)[^\n]{0,80}\.(?:pdf|docx?|xlsx?|csv|zip|msg|pptx?|ods|odt|rtf|txt|html?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ANSWERED_BEFORE = re.compile(r"subject\s*:\s*re\s*:\s*(?:response|internal review)\b", re.IGNORECASE)
_FILED = re.compile(r"\.(?:pdf|doc|xls|csv|zip|msg|ppt|od[st]|rtf|txt|htm)")


def reference(text: str, asked: Sequence[tuple[int, int]], replies: Sequence[tuple[int, int]]) -> str | None:
    """The letter's own reference as printed; None where it prints none. `asked` are the stretches of questions."""
    best: tuple[float, str] | None = None
    text = text[:ENOUGH]
    low = lowered(text)
    lines = [0, *(m.end() for m in re.finditer("\n", text))]

    reviewed = "review of" in low and re.search(r"internal review of|review of (?:the|our|your|its)", low[:3000])

    def offer(score: float, value: str, at: int) -> None:
        nonlocal best
        value = re.sub(r"\s+", " ", value).strip(" .,;:-–")
        if len(value) < 4 or _NO_REFERENCE.fullmatch(value) or not re.search(r"\d", value):
            return
        if any(a <= at < b for a, b in asked):
            score -= 3
        if not any(a <= at < b for a, b in replies):
            if not reviewed and _ANSWERED_BEFORE.search(text, max(0, at - 120), at + 40):
                return  # the requester answers an earlier reply, and asks for something new
            score -= 0.5
        if best is None or score > best[0]:
            best = (score, value)

    for m in _REFERENCE.finditer(text):
        line = text.rfind("\n", 0, m.start()) + 1
        lead = _REFERENCE_LEAD.search(text, max(line, m.start() - 70), m.start())
        first = lead.start() if lead else m.start()
        if _YOURS.search(text[max(0, first - 14) : first]):
            continue
        score = 2.0 + (1.5 if lead and lead["ours"] else 0) + (0.8 if not text[line:first].strip(" *_#>|") else 0)
        label = (lead["kind"] if lead else "").lower() + m["word"].lower()
        if "foi" in label or "information" in label or "eir" in label or "request" in label:
            score += 0.6
        value = _TOPIC.sub("", m["value"])
        if not re.search(r"[a-z]{4}", value):
            offer(score, value, m.start())
    for m in matches(_HEADLINE, text, lines):
        offer(2.2, m[1], m.start())
    for m in _TITLED.finditer(text[:1500]):
        offer(2.0, m[1], m.start())
    for m in _SAID_OF.finditer(text[:3000]):
        offer(1.9, m[1], m.start())
    if first_line := _FIRST_LINE.match(text):
        offer(1.4, first_line[1], first_line.start())
    for m in _FILE_CODE.finditer(text[:1500]):
        offer(1.3, m[1], m.start(1))
    for m in _HEADED.finditer(text[:400]):
        offer(1.4, m[1], m.start())
    for m in _IN_BRACKETS.finditer(text[:1500]):
        offer(1.9, m[1], m.start())
    for m in matches(_LONE, text, lines):
        offer(1.6, m[1], m.start())
    for m in _NUMBER.finditer(text[:800]):
        offer(1.7, m[1], m.start())
    for m in _SHORT.finditer(text[:1500]):
        offer(1.8, m[1], m.start())
    for m in _CODED.finditer(text[:600]):
        offer(1.2, m[1], m.start())
    for m in _FILED_UNDER.finditer(text[:600]):
        offer(1.1, m[1], m.start())
    for m in _NAMED.finditer(text):
        offer(1.5, m[1], m.start())
    for m in matches(_MAILED, text, lines) if "subject" in low else ():
        offer(1.9, m[1], m.start())
    filed = {text.rfind("\n", 0, m.start()) + 1 for m in _FILED.finditer(low)}
    attached = matches(_ATTACHED, text, sorted(filed))
    files = Counter(" ".join(m[1].replace("_", " ").split()) for m in attached)
    for value, count in files.most_common(1):
        offer(1.6 + 0.01 * min(count, 9), value, text.find(value))
    for m in matches(_FOOTER_PAIR, text, lines):
        offer(1.8, m[2], m.start())
    return best[1] if best and best[0] > 1 else None
