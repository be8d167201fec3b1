"""Exemption citations: from "Sections 31(1)(a)(b) and 40" to codes, and which of them a text relies on.

The grammar is that of UK drafting: a section number, then brackets. Brackets of one depth side by side are siblings
("31(1)(a)(b)" is two provisions), brackets of growing depth nest ("40(5B)(a)(i)" is one).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.acts import is_ground, prefix

_BRACKET = r"(?:,?\s?sub-?sections?)?\s?\(\s?(?:\d{1,2}[A-Z]{0,2}|[a-zA-Z]|[ivx]{1,4})\s?\)"
_NUMBER = rf"\d{{1,3}}[A-C]?(?![\w/])(?!\.\d)(?:{_BRACKET})*"
_JOIN = r"\s*(?:,\s*(?:and|or)?|;|&(?:amp;)?|and/or|and|or|/|to|[-–—](?=\s?\())\s*"
_TAIL = rf"(?:{_JOIN}(?:(?:sections?|regulations?|s\.?|r\.?)\s?)?(?:{_NUMBER}|(?:{_BRACKET})+))*"
# A pattern that starts with a set of letters is found in a third of the time: so the first letter comes first, then
# what may stand before it, then the rest of each word.
_CITE = re.compile(
    rf"""(?P<lead>(?-i:[sSeErRfF])(?<![\w£.].)(?:(?<=s)(?:ub-?sections?|ections?|ect?s?\.|s?\.?)|(?<=e)(?:xemptions?
        |xceptions?|IRs?|ISRs?)|(?<=r)(?:r?\.?(?=\s?1[0-3]\s?\()|egulations?|egs?\.?)|(?<=f)(?:OIA|OISA)))
         (?P<gap>\s*\[\d+\]|\s*[-–:(]?\s*)(?P<list>{_NUMBER}{_TAIL})""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE = re.compile(rf"\d{{1,2}}[A-C]?(?:{_BRACKET})+{_TAIL}", re.IGNORECASE)
_PART = re.compile(
    rf"(?P<join>{_JOIN})?(?:(?:sections?|regulations?|s\.?"
    rf"|r\.?)\s?)?(?:(?P<number>\d{{1,3}}[A-C]?)(?![\w/]))?(?P<brackets>(?:{_BRACKET})*)",
    re.I,
)
_ONE_BRACKET = re.compile(r"\(\s?(\w+)\s?\)")

# "paragraph (4)(b) of regulation 12", "subsection (2) of section 40": the brackets before the number.
_INVERTED = re.compile(
    rf"(?-i:[sSpP])(?:(?<=s)ub-?sections?|(?<=p)aragraphs?)\s*(?P<brackets>(?:{_BRACKET})+|\d)\s+of\s+(?P<lead>sections?|regulations?)\s+"
    r"(?P<number>\d{1,2}[A-C]?)(?![\w(])",
    re.IGNORECASE,
)

# Another enactment named beside the number: "section 76 Serious Crime Act", "section 3 of the Data Protection Act".
_OURS = (
    r"freedom\s+of\s+information|environmental\s+information|FOIA?\b|FOISA|EIRs?\b|EISRs?\b|(?:the"
    r"|this|said)\s+(?:FOI\s+)?(?:act|regulations)\b"
)
_OTHER_AFTER = re.compile(
    r"""\s*(?:\)|,|[-–—])?\s*(?:(?:of|to|in|under|from)\s+)?(?:the\s+|that\s+|schedule\s+\d+\s+(?:of|to)\s+the\s+)?
        (?:(?!(?:freedom|environmental)\b)(?:[A-Z][\w'’&.()-]*|of|and|the|for|in|to|etc\.?|\(
        |\))\s+){1,9}?(?-i:Act|Regulations|Order|Rules|Code|Measure
        |Directive)\b(?!\s+(?:\w+\s+){0,3}request)
      |\s*(?:\)|,)?\s*(?:of|to|in|under)\s+(?:the\s+)?(?:(?:19|20)\d\d\s+(?:act|regulations)
        |(?:UK\s+)?GDPR|DPA|PACE|RIPA|HRA|LASPO|NCA|LGA|TCPA|code\s+of\s+practice|data\s+protection|code)\b
      |\s*(?:DPA|PACE|RIPA|GDPR|LGA|TCPA|notices?|agreements?|enquir|inquir|assessments?|contributions?
        |order|funding|payments?|EHCP|EHC|of\s+(?:the|their|an|each|any)\s+(?:EHC|plan|form|report|policy
        |document|contract|agreement|statement|guidance|manual|constitution))\b""",
    re.VERBOSE,
)  # fmt: skip
_OTHER_BEFORE = re.compile(
    r"(?P<act>(?:[A-Z][\w'’&-]*\s+(?:(?:of|and|the|for|etc\.?|\(\w+\)|[A-Z][\w'’&-]*)\s+){0,7}?)"
    r"(?:Act|Regulations|Order|Rules|Code)\b(?:\s+\(?(?:19|20)\d\d\)?)?"
    r"|\b(?:19|20)\d\d\s+[Aa]ct\b|\bDPA\b(?:\s+\d{4})?|\bGDPR\b|\bPACE\b)",
)  # fmt: skip
_OURS_RE = re.compile(_OURS, re.IGNORECASE)
_FOISA = re.compile(
    r"freedom\s+of\s+information\s+\(?scotland\)?|FOISA|information\s+\(scotland\)\s+act", re.IGNORECASE
)
_EISR = re.compile(r"environmental\s+information\s+\(scotland\)|EI\(?S\)?Rs?\b|EISRs?", re.IGNORECASE)
_NAMED_SCOTTISH = re.compile(r"\s*,?\s*(?:of|under|in)?\s*(?:the\s+)?(?:FOISA|EIS?RS|FOI\(S\)A)\b")
_FOIA = re.compile(r"freedom\s+of\s+information\s+act|\bFOIA\b", re.IGNORECASE)
_SCOTTISH = re.compile(
    r"scottish information commissioner|itspublicknowledge|foi\.scot\b|police scotland"
    r"|scottish (?:government|ministers)",
    re.IGNORECASE,
)

# Said of a provision that is not relied on, or that the requester or an earlier letter speaks of.
_DENIED = re.compile(
    r"""(?:no\ longer|not|never|cease[ds]?\ to)\s+(?:be\s+)?(?:rely|relied|relying|seek(?:ing)?\ to\ rely
        |consider(?:ed)?\ that\ section)
      |(?:exemption|exception|section\s[^.]{1,30}|regulation\s[^.]{1,20}|\bit|\bthis)\s+(?:does|do|did|is
        |are|was|were|has|have|would|can)\ ?n(?:o|['’])t\s+(?:been\s+)?(?:appl|engag|rel|exempt|invok)
      |not\ exempt\ information\ by\ virtue
      |^\W*you\ (?:have\ )?asked\ (?:how\ many|which|for\ the\ number)
      |you\ (?:state|argue|claim|say|suggest|believe|contend|dispute|disagree)
        |you\ (?:have\ )?asked\ (?:why|whether|if|us|me)\b
        |your\ (?:view|argument|complaint|contention|request\ for\ (?:an?\ )?(?:internal\ )?review)
        |we\ considered\ whether|initially\ (?:considered|relied)|withdraw|originally\ relied|overturn
      |should\ not\ be\ surmised|not\ need(?:ed)?\ to\ (?:consider|rely|apply)
      |appeal\ (?:to|against|rights?|under)|right\ (?:of|to)\ (?:appeal|complain)
      |complain\ to\b
      |(?:may|can|wish\ to|entitled\ to)\ (?:appeal|complain)
      |(?:process|handl|deal|consider|treat|answer|respond)\w*(?:\ \w+){0,5}\ under\ (?:the\ )?(?:EIR|environmental)
      |no\ need\ to\ (?:consider|rely|apply)""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
# Said of a provision that is named in passing, where the sentence does not refuse under it.
_MENTION = re.compile(
    r"""such\ as\s+(?:section|those)|for\ example,?\s+(?:under\ )?section|(?:may|might
        |could)\s+(?:also\s+)?(?:\w+\s+)?(?:be\s+)?(?:subject\ to|fall\ under|apply|attract|engage
        |be\ exempt|be\ refused|be\ relevant|exempt)
      |reserve\s+the\ right|as\ defined\ by|aggregat|definition\ of|defined\ (?:in
        |by|at|under)|within\ the\ meaning(?!\s+of\s+s\w*\s*14)
      |future\ requests?|any\ (?:revised|refined|new|resubmitted
        |subsequent)\ request|revised\ request
      |complaints?\ (?:procedure|process|rights?|under|to)\b
      |you\ (?:have\ )?asked|your\ request\ for""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
# "is exempt from disclosure under", "I am refusing your request for … under", "we have applied": before a provision.
_REFUSED_UNDER = re.compile(
    r"""\b(?:(?:is|are|am|(?<!would\ have\ )been|being|and)\s+(?:(?:also|therefore|hereby|being|both)\s+)?
          (?:refus(?:ed|ing)|withh(?:eld|olding)|exempt(?:ed)?|excepted|redacted|vexatious)
        |(?:we|i)\s+(?:(?:also|therefore|hereby|must)\s+)?(?:refuse|withhold)
        |(?:consider|deem|regard|judge)s?\b[^.;]{1,120}?\b(?:is|as|be)\s+vexatious)
      \b(?:(?!\bnot\b)[^.;]){0,160}?\b(?:under|by|by\s+virtue\s+of|pursuant\s+to)
      \s+(?:the\s+exemptions?\s+(?:at|in|under|of)\s+)?\Z
      |\b(?:have|has|am|are)\s+(?:also\s+)?(?:applied|applying|relied\s+on|relying\s+on)\s+\Z""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
# "applies to the names you asked for", "your request is refused": behind one.
_REFUSES_BY = re.compile(
    r"""(?:\s+of\s+the\s+(?:\w+\s+)?Act)?,?\s+(?:therefore\s+|also\s+)?(?:applies|apply)\b
      |(?:(?!aggregat)[^.;]){0,80}?\b(?:is|are)\s+(?:therefore\s+)?(?:refused|withheld|exempt|engaged|vexatious)\b""",
    re.VERBOSE | re.IGNORECASE,
)


_LIFTED = re.compile(
    r"""(?:wrongly|incorrectly|improperly)\ (?:applied|relied|cited|engaged)
      |no\ longer\ (?:relies|rely|relying|applies|apply)
      |should\ not\ have\ (?:been\ )?(?:applied|relied|cited|withheld)|overturn|(?:have|has|had)\ been\ lifted
      |do\ not\ (?:find|accept|agree|believe|consider)\ that\ (?:section|regulation|the\ exe)
      |do\ not\ (?:find|accept|agree|believe|consider)\ that\ .{0,60}\bwould
         \ (?:be\ likely\ to\ )?(?:prejudice|harm|endanger)
      |do\ not\ uphold\ (?:the\ )?(?:use|application|refusal|reliance|section|regulation|exemption|exception)
      |(?:is|are|was|were)\ (?:not|never)\ engaged|withdraw\w*\ (?:our\ )?reliance""",
    re.VERBOSE | re.IGNORECASE,
)


_TAKEN_BACK = (
    *("wrongly", "incorrectly", "improperly", "no longer", "should not", "overturn", "lifted", "do not", "engaged"),
    "withdraw",
)
"""One of these stands wherever `_LIFTED` matches."""


def lifted(words: str) -> bool:
    """Whether a sentence, in small letters, takes back an exemption, or finds that it does not apply."""
    return any(map(words.__contains__, _TAKEN_BACK)) and _LIFTED.search(words) is not None


@dataclass(frozen=True, slots=True)
class Citation:
    """The provisions one phrase cites: `codes`, and where the phrase stands in the text."""

    start: int
    end: int
    codes: tuple[str, ...]


def regime(text: str) -> str:
    """The Act that a bare "section 38" of this document means: FOISA for Scottish authorities, else FOIA."""
    low = text.lower()
    if "scot" not in low and "foisa" not in low and "itspublicknowledge" not in low:
        return "FOIA"
    named, scots, other = len(_FOISA.findall(text)), len(_SCOTTISH.findall(text)), len(_FOIA.findall(text))
    if not named and not other and _EISR.search(text):
        return "FOISA"
    return "FOISA" if (named and named * 2 >= other) or (scots and not other) else "FOIA"


def codes(text: str, regime: str = "FOIA") -> tuple[str, ...]:
    """Every exemption code that `text` names, in order, each once: "Sections 31(1)(a)(b) and 40" → three codes.

    `regime` is the Act that a bare "section" means: FOIA or FOISA. Sections of other Acts, and sections that are no
    ground for refusal, give nothing.
    """
    if _BARE.fullmatch(text.strip()):
        return _codes(text.strip(), regime)
    return tuple(dict.fromkeys(code for one in citations(text, regime) for code in one.codes))


def citations(text: str, regime: str = "FOIA") -> list[Citation]:
    """The citations of exemptions in `text`, other Acts' sections left out."""
    found = []
    if not _DIGIT.search(text):
        return []
    for m in _CITE.finditer(text):
        lead = m["lead"].lower()
        if lead.startswith("sub") or (lead in {"s", "ss", "r"} and m["gap"].strip() and m["gap"].strip() != "."):
            continue
        if lead in {"s", "ss"} and m["gap"] and not m["list"][:1].isdigit():
            continue
        if lead in {"s", "ss"} and _POSTCODE.match(text, m.end()):
            continue
        act = _act(text, m, regime)
        if act is None:
            continue
        got = _codes(m["list"], act)
        if got:
            found.append(Citation(m.start(), m.end(), got))
    found += _listed(text, regime)
    for m in _INVERTED.finditer(text):
        whole = next((one for one in found if m.start() <= one.start < m.end()), None)
        act = whole.codes[0].split()[0] if whole else "EIR" if m["lead"][0] in "Rr" else None
        brackets = m["brackets"] if "(" in m["brackets"] else f"({m['brackets']})"
        if act is None or not (got := _codes(m["number"] + brackets, act)):
            continue
        found = [one for one in found if one is not whole]
        found.append(Citation(m.start(), m.end(), got))
    return sorted(found, key=lambda one: one.start)


_OVER_LIST = re.compile(
    r"\b(?:exempt(?:ions?)?|exceptions?)\b[^.\n]{0,80}?\b(?P<lead>sections?|regulations?)(?:\(s\))?[ \t]*[;:]?[ \t]*\n",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(
    rf"[ \t]*(?:\n[ \t]*)?(?:[•*–-][ \t]*)?(?P<list>\d{{1,2}}[A-C]?(?:{_BRACKET})+{_TAIL})[^\n]*\n?", re.I
)


def _listed(text: str, regime: str) -> list[Citation]:
    """The codes of list items under "an exemption under sections:", each item its numbers alone: "• 30(b)(i)"."""
    found = []
    for over in _OVER_LIST.finditer(text):
        act = regime if over["lead"][0] in "sS" else "EIR" if regime == "FOIA" else "EISR"
        at = over.end()
        while (item := _LIST_ITEM.match(text, at)) and item.end() > at:
            if got := _codes(item["list"], act):
                found.append(Citation(item.start("list"), item.end("list"), got))
            at = item.end()
    return found


_DIGIT = re.compile(r"\d")
_REFUSES = re.compile(
    r"exempt|exception|redact|withh|prevent|refus|engaged|\bappl(?:y|ied|ies)\b|by virtue|prohibit|remov"
    r"|vexatious|otherwise accessible|appropriate limit|\bcosts?\b|declin|not obliged",
    re.IGNORECASE,
)


_OVER_LIMIT = re.compile(
    r"(?:more\s+than|exceed\w*|over|above)\s+(?:the\s+)?(?:\w+\s+)?(?:appropriate|costs?)\s+(?:limit|threshold)",
    re.IGNORECASE,
)


def relied(text: str, regime: str = "FOIA", *, refusal: bool = True) -> tuple[str, ...]:
    """The codes that `text` relies on: those it names, but for sentences that only mention them.

    `refusal` says that the whole text refuses; elsewhere a sentence must say that it does.
    """
    got: dict[str, None] = {}
    for one in citations(text, regime):
        a, b = _sentence(text, one.start, one.end)
        if (
            _DENIED.search(text, a, b)
            or _NOT_UNDER.search(text, a, one.start)
            or _LIFTED.search(text, a, b)
            or not (refusal or _REFUSES.search(text, a, b))
        ):
            continue
        if _MENTION.search(text, a, b) and not _performed(text, a, one, b):
            continue
        got.update(dict.fromkeys(one.codes))
    if refusal and not any(" s12" in code or code.startswith("E") for code in got) and _OVER_LIMIT.search(text):
        got[f"{regime} s12"] = None  # refused for cost, the section left unsaid
    return _grounds(tuple(got))


def _performed(text: str, start: int, cited: Citation, end: int) -> bool:
    """Whether the sentence `text[start:end]` itself refuses under what it cites, and not only if something happens."""
    return _IF.search(text, start, cited.start) is None and (
        _REFUSED_UNDER.search(text, start, cited.start) is not None
        or _REFUSES_BY.match(text, cited.end, end) is not None
    )


_IF = re.compile(r"\b(?:if|had you)\b|\b(?:may|might|could|would) (?:also )?be (?:refus|withh|exempt)", re.IGNORECASE)
_NOT_UNDER = re.compile(
    r"\b(?:not|never|no information (?:has been|is being|is|was)) (?:being |been )?"
    r"(?:withheld|withholding|refused|refusing|exempt)\b(?:(?!\b(?:but|however)\b)[^.;,]){0,60}\Z",
    re.IGNORECASE,
)
"""What stands before a provision under which nothing is refused."""


_PURPOSES = ("FOIA s31(2)", "FOISA s35(2)")
"""They list the functions that section 31(1)(g), in Scotland 35(1)(g), protects, and exempt nothing by themselves."""


def _grounds(codes: tuple[str, ...]) -> tuple[str, ...]:
    """`codes` without the purposes that are named beside the ground they belong to."""
    named = {purposes for purposes in _PURPOSES if any(code.startswith(purposes[:-2] + "1)") for code in codes)}
    return tuple(code for code in codes if not code.startswith(tuple(named)))


_POSTCODE = re.compile(r"[ ]?\d[A-Z]{2}\b|[ ]?[/-]\d")
_STOP = re.compile(r"[.?!]\s+(?=[A-Z“\"(])|\n\s*\n")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around `text[start:end]`."""
    low = max(0, start - 400)
    a = low
    for m in _STOP.finditer(text, low, start):
        a = m.end()
    after = _STOP.search(text, end, min(len(text), end + 400))
    return a, after.start() if after else min(len(text), end + 400)


def _act(text: str, m: re.Match[str], regime: str) -> str | None:
    """The Act a citation belongs to, or None where it is another Act's or none's."""
    lead = m["lead"].lower()
    after = text[m.end() : m.end() + 130]
    regulation = lead.startswith(("reg", "ei", "r"))
    near = text[max(0, m.start() - 90) : m.end() + 130]
    if _NAMED_SCOTTISH.match(after):
        return "EISR" if regulation else "FOISA"
    if _OTHER_AFTER.match(after) and not re.match(
        rf"\s*\)?,?\s*(?:of|to|in|under|from)?\s*(?:the\s+)?(?:{_OURS})", after, re.IGNORECASE
    ):
        return None
    a, _ = _sentence(text, m.start(), m.end())
    before = text[a : m.start()]
    named = [n for n in _OTHER_BEFORE.finditer(before) if not _OURS_RE.search(n["act"])]
    ours = list(_OURS_RE.finditer(before))
    ours_after = re.match(rf"[^.;]{{0,60}}?(?:{_OURS})", after, re.IGNORECASE)
    if named and not ours_after and (not ours or ours[-1].start() < named[-1].start()):
        between = before[named[-1].end() :]
        # Named first and then the number: "the 2018 Act … at section 34"; not "… Act. Section 31 is engaged".
        if (
            re.search(r"\b(?:at|under|in|of|see|by|,)\s*(?:the\s+)?$|^\s*,?\s*$|^\s*[-–(]\s*$", between)
            or len(between) < 60
        ):
            return None
    if regulation:
        if re.match(r"[^.]{0,40}scotland", after, re.IGNORECASE) or _EISR.search(near):
            return "EISR"
        number = re.match(r"\d+", m["list"])
        if regime == "FOISA" and number and number[0] in {"10", "11"}:
            return "EISR"
        return "EIR"
    if lead.startswith("exception") and not re.match(r"\d+\s?\(", m["list"]):
        return None
    if lead.startswith("exception"):
        return "EISR" if regime == "FOISA" else "EIR"
    if lead == "foisa":
        return "FOISA"
    return regime


def _depth(token: str, above: str | None) -> int:
    """How deep a bracket stands: 1 for a number, 2 for a letter, 3 for a roman numeral under a letter."""
    if token[0].isdigit():
        return 1
    roman = re.fullmatch(r"[ivx]+", token) is not None
    if roman and ((len(token) > 1 and token not in {"x"}) or (token == "i" and above is not None and above != "h")):
        return 3
    return 2


def _codes(listed: str, act: str) -> tuple[str, ...]:
    """The codes of a list such as `31(1)(a)(b) and 40(2)`; sections that are no ground for refusal are dropped."""
    out: list[str] = []
    number: str | None = None
    path: list[str] = []
    for part in _PART.finditer(listed):
        if not part["number"] and not part["brackets"]:
            continue
        tokens = _ONE_BRACKET.findall(part["brackets"])
        if number == "40" and part["number"] and _SUBSECTION.fullmatch(part["number"]):
            tokens = [part["number"], *tokens]  # "Section 40(2) and 3A(a)": a bracket left out
        elif part["number"]:
            number, path = part["number"].upper(), []
        if number is None:
            continue
        ranged = bool(part["join"]) and part["join"].strip().lower() in {"to", "-", "–", "—"}
        if not tokens:
            if is_ground(act, number) and not (act in {"EIR", "EISR"} and number in {"12", "10"}):
                out.append(_code(act, number, []))
            continue
        for token in tokens:
            token = token.upper() if token[0].isdigit() else token.lower()
            above = path[-1] if path else None
            depth = _depth(token, above)
            if depth == 3 and not any(p.isalpha() for p in path):
                depth = 2
            kept = [p for p in path if _rank(p, path) < depth]
            sibling = len(kept) < len(path)
            if ranged and sibling and len(token) == 1 and token.isalpha() and path[-1].isalpha() and path[-1] < token:
                out.extend(_code(act, number, [*kept, chr(c)]) for c in range(ord(path[-1]) + 1, ord(token)))
            if not sibling and out and path and out[-1] == _code(act, number, path):
                out.pop()
            path = [*kept, token]
            if is_ground(act, number) and (
                number not in {"12", "10"} or act not in {"EIR", "EISR"} or path[0] in {"3", "4", "5"}
            ):
                out.append(_code(act, number, path))
            ranged = False
    return tuple(dict.fromkeys(out))


_SUBSECTION = re.compile(r"[345][AB]", re.IGNORECASE)


def _rank(token: str, path: list[str]) -> int:
    if token[0].isdigit():
        return 1
    return 2 if sum(p[0].isalpha() for p in path[: path.index(token)]) == 0 else 3


def _code(act: str, number: str, path: list[str]) -> str:
    return f"{act} {prefix(act)}{number}" + "".join(f"({p})" for p in path)
