"""What a letter says of itself: the authority, its own reference, the date of the reply, a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from corpus.authorities import canonical, mentions
from indexer.messages import Message
from indexer.scan import lowered, matches

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
_CLAUSE = re.compile(r"(?<=\d)[.;|]\s+")  # "Received 4 May 2023. Answered 1 June 2023."
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
_TITLE = re.compile(
    r"(?:request\s+(?:for\s+information\s+|made\s+)?|information\s+|clarification\s+"
    r"|review\s+)(?:relating\s+to|regarding|concerning|about|in\s+relation\s+to|in\s+respect\s+of"
    r")\s+(?:the\s+)?(?P<t>.{2,160}?)(?:\s+(?:which|that|received|dated|under|made|submitted)\b|[.:]\s"
    r"|\.$|\s+on\s+\d|,\s+(?:which|received|under|dated))",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(
    r"\byou (?:ask|asked|enquired|enquire|wrote) (?:about|for|regarding) (?!the following)(?P<t>[^.:\n]{6,140})\.",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:request|e-?mail|letter)\s+(?:of"
    r"|dated)\s+[^.\n]{4,30}?\s+(?:for\s+information\s+)?(?:about|concerning|regarding)"
    r"\s+(?:the\s+)?(?P<t>[^.:]{4,120}?)[.:]\s",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"^[ \t*#]*[A-Z][A-Z&'’ ,.-]{7,78}(?=$|\t)", re.MULTILINE)
_ABBREVIATIONS = frozenset({"NHS", "UK", "HM", "BBC", "MOD", "MPS"})
_PLAIN_HEADING = re.compile(
    r"\W*(?:decision|request|response|your request|our response|disclosure|annex.*"
    r"|freedom of information.*|environmental information.*|foi.{0,12}|dear .*|complaint.*|official.*"
    r"|reference.*|request for information|yours .*|kind regards|name:.*|q?\d*)\W*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^[> \t*]*(?:subject|re|title)\s*:\s*(?:re\s*[:–-]\s*)?(?P<t>[^\n]{6,160})", re.I | re.M)


_SIGNED = re.compile(r"sincerely|faithfully|regards|behalf of")  # reads text in lower case
_FILED = re.compile(r"\.(?:pdf|doc|xls|csv|zip|msg|ppt|od[st]|rtf|txt|htm)")
_ENOUGH = 40_000  # characters within which a document names its authority and its reference


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
        iso = day(m[3], str(_MONTHS[m[2].lower()]), m[1]) if m[1] else day(m[6], str(_MONTHS[m[4].lower()]), m[5])
        if iso:
            found.append((m.start(), m.end(), iso))
    for m in _IN_WELSH.finditer(text) if "19" in text or "20" in text else ():
        if iso := day(m[3], str(_WELSH.index(m[2].lower()) + 1), m[1]):
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


def reference(text: str, asked: Sequence[tuple[int, int]], replies: Sequence[tuple[int, int]]) -> str | None:
    """The letter's own reference as printed; None where it prints none. `asked` are the stretches of questions."""
    best: tuple[float, str] | None = None
    text = text[:_ENOUGH]
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
        if re.search(r"[a-z]{4}", m["value"]):
            continue
        offer(score, m["value"], m.start())
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


def authority(text: str, found: Sequence[Message], asked: Sequence[tuple[int, int]]) -> str | None:
    """The authority that wrote the reply: the one named most, weighed by where it stands."""
    weight: dict[str, float] = {}
    text = text[:_ENOUGH]
    first_reply = next((m for m in found if m.role == "reply"), None)
    signed = [m.end() for m in _SIGNED.finditer(lowered(text))]
    for at, name in mentions(_small(text)):
        near_end = any(end <= at < end + 300 and text.count("\n", end, at) <= 9 for end in signed)
        value = 1.0
        if any(a <= at < b for a, b in asked):
            value = 0.3
        elif at < 600 or (first_reply and first_reply.body <= at < first_reply.body + 400):
            value = 2.0
        elif near_end:
            value = 2.5
        line = text[text.rfind("\n", 0, at) + 1 : at]
        if not line.strip(" *#_>") and re.match(r"[^\n.]{0,70}\n", text[at : at + 90]):
            value += 0.7
        if re.match(
            r"[^\n]{0,40}[’']s\s+response|[^\n]{0,60}\s(?:does|do|holds?|has|can|is able)\b",
            text[at : at + 110].replace("\n", " "),
        ):
            value += 0.6
        if re.match(r"dear\s+(?:the\s+)?$", line, re.I):
            value += 1.5
        weight[name] = weight.get(name, 0.0) + value
    for name in [
        n
        for n in weight
        if n
        in {
            "Office of the Scottish Information Commissioner",
            "Information Commissioner's Office",
            "National Archives",
            "National Police Chiefs' Council",
            "College of Policing",
            "House of Commons",
            "House of Lords",
            "Crown Prosecution Service",
            "Office for National Statistics",
            "Parliamentary and Health Service Ombudsman",
            "Legal Aid Agency",
            "General Medical Council",
            "Nursing and Midwifery Council",
            "National Institute for Health and Care Excellence",
            "NHS Digital",
            "Electoral Commission",
            "Equality and Human Rights Commission",
            "Ordnance Survey",
        }
    ]:
        weight[name] *= 0.15
    for host in re.findall(r"(?:@|www\.)(?:[\w-]+\.)*?([\w-]+)\.(?:(?:pnn\.)?police|gov|nhs|ac)\.uk\b", text):
        key = host.lower().replace("-", "")
        for name in weight:
            flat = re.sub(r"[^a-z]", "", name.lower())
            if flat.startswith(key) or key in flat:
                weight[name] += 0.8
        if not weight and (full := canonical(f"{host.title()} Police")):
            weight[full] = 1.0
    if not weight:
        return None
    return max(weight, key=lambda n: (weight[n], len(n)))


def _plain(heading: str) -> bool:
    """Whether a heading names no subject: "Response", a date, the authority's own name."""
    words = " ".join(heading.split()).strip(" *_#:")
    named = [name for _, name in mentions(_small(words))]
    return bool(_PLAIN_HEADING.fullmatch(words) or dates(words) or (named and len(words) < len(named[0]) + 12))


def _small(text: str) -> str:
    """`text` with its lines in capitals set as names are, letter for letter: "BARSET COUNCIL" → "Barset Council"."""

    def lower(line: re.Match[str]) -> str:
        words = re.split(r"([ ,.-])", line[0])
        keep = _ABBREVIATIONS | {"&"}
        small = {"OF", "AND", "THE", "FOR", "ON", "IN", "UPON"}
        return "".join(w.lower() if w in small else w if w in keep else w[:1] + w[1:].lower() for w in words)

    return _CAPITALS.sub(lower, text)


def title(text: str, heading: str | None, question: str | None) -> str | None:
    """What the letter is about: its stated subject, its heading, or its first question."""
    if m := _TITLE.search(text[:3000]):
        return " ".join(m["t"].split()).strip(" ,.-–‘’'\"")
    if m := _ASKED.search(text[:3000]) or _ABOUT.search(text[:3000]):
        return " ".join(m["t"].split()).strip(" ,.-–‘’'\"")
    for m in matches(_SUBJECT, text, [0, *(m.end() for m in re.finditer("\n", text))]):
        subject = re.sub(
            r"(?i)^(?:(?:your )?freedom of information(?: act(?: 2000)?)?(?: request)?"
            r"|foi(?: request)?|eir request|response|re|fw)\b\s*[-–:]*\s*",
            "",
            m["t"].strip(),
        ).strip(" -–:*")
        if len(subject) > 5 and not re.match(r"(?i)ref|foi\s*/|\d", subject):
            return subject
    for words in (heading, question, heading):
        if words and not (words is heading and question and _plain(words)):
            words = re.sub(
                r"(?i)^\W*(?:your |the )?(?:request|question|you asked|you requested"
                r"|q)s?(?: for(?: information)?)?\s*[:\n]\s*",
                "",
                words,
            )
            short = " ".join(words.split()).strip(" *_#:")
            if len(short) > 3:
                return short if len(short) <= 140 else short[:139].rsplit(" ", 1)[0] + "…"
    return None
