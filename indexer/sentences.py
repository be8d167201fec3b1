"""A paragraph to units: its sentences, its list number, and an answer typed behind its question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.markers import BULLET, marker
from indexer.separators import asks
from indexer.unit import APART, SENTENCE, WRAPPED, Unit, plain

# A sentence ends at a stop before a capital, a figure or a quotation, or at a question mark before anything.
SENTENCE_END = re.compile(r"""[.!]["”’')*_]{0,3}\s+(?=["“‘'(\[£]?[A-Z0-9•])|\?["”’')*_.]{0,4}\s*(?=[^\s?"”’').,;*_])""")
_NEXT_ITEM = re.compile(
    r"(?<!\b[a-z])[.?)]\s*(?=[b-h][.)] (?:Is|Are|Do|Does|Did|Was|Were|Has|Have|Can|Could|How|What|Which|When|Where|Who"
    r"|Why|Please|If)\b)"
)
"""Where the next item of a list begins behind an answer on the same line: "£1.37m. e. Is there an intent to …?"."""
_RUNNING = re.compile(
    r"(?:\A|(?<=[.?!:;,)])[\"”’)]{0,2}\s*)(?=(?P<item>[\"“‘]?(?P<number>\d{1,2})[.)])\s+[\"“‘]?[A-Z])"
)
"""Where an item of a list may begin in running text: "… in 2022? 2. How many were upheld?"."""
_GAP = re.compile(r"[)?] {2,}(?=\S{1,20}\Z)")  # "(a range will do)   26"
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|no|nos|mr|mrs|ms|dr|s|v|vs|eg|ie|para|paras|ref|st|approx|cllr|prof|sch"
    r"|reg|fig)|(?:^|[\s(])[a-z]|^[a-h]?\d{1,2})\.$",
    re.I,
)
TRAILING_ANSWER = re.compile(
    r"""(?<=[A-Za-z).?’'])\s*[-–—:=]\s+(?=(?:yes|no|none|nil|n/?a|not\ held|not\ known|not\ recorded
        |not\ applicable|unknown|zero|£?[\d,.]+[%mk]?)
        [.\s]*$|(?:yes|no),\s|(?:we|our|this\ information|the\ council|no\ information|not\ held|there\ (?:is
        |are|were|was)|please\ see|see\ (?:attached|above|below|table))\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_CELLS = re.compile(
    r"[| ]*((?:how|what|which|who|when|where|why|do|does|did|is|are|was|were|has|have|can|could|please"
    r"|if|q\d|\d+[.)])\b[^|\t]{12,}?)\s*(?:\||\t)\s*([^|\t]+?[| ]*)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"(?:(?-i:[A-Z][\w&]{1,12} )?(?:our |the )?(?:answer|response|reply))(?: (?:no\.? ?)?\d{1,2}[a-h]?)?\s?[:–—-]\s",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\b(?:ref(?:erence)?|date|tel(?:ephone)?|phone|number|(?<!or )no|e-?mail)\W*$", re.IGNORECASE)
LABEL = re.compile(
    r"[*_#>\s]*(?:(?:our |the |council |trust |force )?(?:response|answer|reply|decision)"
    r"|(?:your )?(?:request|question)|summary of (?:the |your )?request|you asked|q|a)"
    r"(?: (?:no\.? ?)?\d{1,2}[a-h]?)?[*_]*\s*[:–—-][*_]*\s*(?=\S)",
    re.IGNORECASE,
)
# "The total number of cases 1219", "Extra care housing (rent only)  Rents are £202": filled in on its own line.
_FILLED = re.compile(
    r"""^(?:the\ )?(?:total|number|no\.?\ of|average|mean|median|amount|cost|spend|percentage|length|longest|shortest)
        \b[^.?:\n]{6,90}?(?<!\bto)(?<!\bin)(?<!\bsince)(?<!\bfrom)(?<!\band)(?<!\bor)(?<!\bof)(?<!\bover)(?<!\bunder)
        (?<!\blast)(?<!\bpast)(?<!\bbetween)(?<!\bage)(?<!\baged)(?<!\bby)(?<!\bthe)(?<!\bsection)(?<!\bwithin)(?<!\bthan)
        (?<!\bafter)(?<!\bbefore)(?<!\bexceeding)(?<!\babove)(?<!\bbelow)(?<!\bleast)(?<!\bmost)(?<!\bfirst)(?<!\bnext)
        [ \t]+(?=(?!(?:19|20)\d\d(?:/\d\d)?[.)]*$)£?\d[\d,]*(?:\.\d+)?
        (?:[%mk]|\ (?:days?|weeks?|months?|years?|hours?))?$)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Name of supplier(s) ACME LTD", "When is the contract end date 30 September 2025", "Provide the amount £0": the same
# with no colon between.
_KNOWN_FIELD = re.compile(
    r"""(?:(?:full\ |contact\ )?name(?:\ of\ (?:the\ )?(?:supplier|provider|contractor|company|organisation|officer
        |contact)(?:\(s\)|s)?)?|job\ title|(?:contract\ )?(?:start|end|expiry|renewal)\ date|e-?mail(?:\ address)?
        |(?:tele)?phone(?:\ number)?)
        [ \t]+(?!(?:and|or|of|for|in|the|if|number|address|date|name|job|title|details|contract|start|end
        |e-?mail|phone|telephone|required|needed)\b)(?=(?-i:[A-Z])|\[?\d)
      |(?:when|what)\b[^?\n]*\bdate[ \t]+
        (?=\d{1,2}(?:st|nd|rd|th)?[ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))
      |(?:please\ )?(?:provide|state|give|confirm|the|total|annual|contract)\b[^.?:£\n]{0,80}
        \b(?:amount|value|cost|costs|spend|price|fee|budget|sum)(?:\ \w+){0,2}
        (?<!\bof)(?<!\bover)(?<!\bthan)(?<!\bto)(?<!\babove)(?<!\bunder)(?<!\bexceeding)(?<!\bexceeds)(?<!\bbelow)
        (?<!\bat)(?<!\bbetween)(?<!\bfrom)(?<!\bby)(?<!\bor)(?<!\band)(?<!\bwas)(?<!\bis)
        [ \t]+(?=£[\d,.]+[mk]?\b(?!\ (?:or|and|to)\b))""",
    re.VERBOSE | re.IGNORECASE,
)
_PASTED = re.compile(r"(?<=[\w)]) {2,4}(?=[A-Z£][^\n]{3,} [^\n]+ )")
_Q_OR_A = re.compile(r"[ \t*_#>]*([QA])[.)][*_]* +(?=\S)")
_ASKED = re.compile(r"request|question|asked|\bq", re.IGNORECASE)
_FIGURE = re.compile(r"[£<>~(*-]{0,3}\d[\d,./]*(?<![,.])[%mk]?[)*]?|[-–—]|n/?a", re.IGNORECASE)
_HOW_MANY = re.compile(r"[ \t*_]*(?:how (?:many|much|long|often)|what|which|when|who)\b[^-–]*[a-z)] [-–] \S+$", re.I)
_NONE = frozenset({"n/a", "N/A", "NA", "N/a"})
_ROW_ENDS = frozenset("0123456789%)*mMkK-–—aA")


def sentences(
    text: str,
    paragraph: Sequence[tuple[int, int]],
    apart: int,
    blank: bool = False,
    titles: dict[int, int] | None = None,
    lettered: bool = False,
) -> list[Unit]:
    """The units of one paragraph, given as its lines: its list number stays with its first sentence.

    `titles` are as in `units`; `lettered` says that "Q." and "A." are labels in this document, no list items.
    """
    start, end = paragraph[0][0], paragraph[-1][1]
    first = text[start : paragraph[0][1]]
    mark = marker(first)
    bullet = None if mark else BULLET.match(first)
    head = mark[1] if mark else bullet.end() if bullet else 0
    labelled, label = "", None
    if lettered and mark and (letter := _Q_OR_A.match(first)):
        mark, head, labelled = None, letter.end(), letter[1].lower()
    elif first.startswith((">>", "> >>")) and text.endswith("<<", start, end):  # ">>> 47 <<<" in a quoted request
        labelled = "a"
    elif label := LABEL.match(text, start + head, end):
        head = label.end() - start
        labelled = "q" if _ASKED.search(label[0]) else "a"
    body = text[start + head : end]
    if label and not mark and _running(body, 0) and (own := marker(body)):  # "Request: 1. How many? 2. Which?"
        mark, head, body = own, head + own[1], body[own[1] :]
    cuts = [
        head + m.end()
        for m in SENTENCE_END.finditer(body)
        if m[0][0] != "." or not _ABBREVIATION.search(body[max(0, m.start() - 8) : m.start() + 1])
    ]
    items = {head + m.end() for m in _NEXT_ITEM.finditer(body)}
    if running := _running(body, mark[0].value if mark and mark[0].style[:1] == "#" else 0):
        cuts = [at for at in cuts if not any(head + a < at <= head + b + 2 for a, b in running)]
        items.update(head + a for a, _ in running)
    if mark and "?" in body and "  " in body and (wide := _GAP.search(body)):
        cuts.append(head + wide.end())
    cuts = sorted(items.union(cuts))
    cells = _CELLS.fullmatch(first) if len(paragraph) == 1 and ("|" in first or "\t" in first) else None
    if cells:  # "How many were repaired? | 3,998"
        cuts = [cells.start(2)]
    edges = [0, *cuts, end - start]
    out: list[Unit] = []
    for a, b in pairwise(edges):
        lo, hi = start + a, start + b
        piece = text[lo:hi].rstrip()
        if not piece:
            continue
        gap = text[out[-1].end : lo] if out else ""
        step = apart if a == 0 else WRAPPED if "\n" in gap or len(gap) > 2 else SENTENCE
        shown = piece[head:] if a == 0 else piece
        unit = Unit(lo, lo + len(piece), step, plain(shown))
        if a == 0:
            unit.marker, unit.bullet, unit.blank_before = mark[0] if mark else None, bool(bullet), blank
            unit.label = labelled
            unit.row = looks_like_row(first[head:]) and len(first) > 6 and not cells
            unit.heading = (
                _heading(first, (titles or {}).get(start, 0)) if len(paragraph) == 1 and len(edges) == 2 else 0
            )
            if (mark or bullet) and (pieces := _filled_in(text, unit, head)):
                out.extend(pieces)
                continue
        elif _ANSWERED.match(piece):
            unit.label = "a"
        elif a in items and (item := marker(piece)):
            unit.marker, unit.words, unit.apart = item[0], plain(piece[item[1] :]), APART
        out.extend(_tail(text, unit, head if a == 0 else 0))
    return out


def _running(body: str, first: int) -> list[tuple[int, int]]:
    """Where the questions that a paragraph counts on begin, and where their numbers end: "1. How many? 2. Which?".

    `first` is the number that the paragraph itself has, 0 for none. Most must ask, and no statement may lead to them.
    """
    found: list[tuple[int, int]] = []
    wanted = first + 1
    for m in _RUNNING.finditer(body):
        if int(m["number"]) == wanted:
            found.append(m.span("item"))
            wanted += 1
    edges = [*([0] if first else []), *(a for a, _ in found), len(body)]
    if len(edges) <= _FEWEST:
        return []
    if not first and body[: found[0][0]].rstrip(_CLOSES)[-1:] not in ("", "?", ":"):
        return []
    asking = sum(asks(body[a:b]) or body[a:b].rstrip(_CLOSES).endswith("?") for a, b in pairwise(edges))
    asking += body[: edges[-2]].rstrip(_CLOSES).endswith("?")  # the last may name what is wanted, and no more
    return found if asking >= _ASKING * (len(edges) - 1) else []


_CLOSES = ' \n"”’'
_FEWEST, _ASKING = 2, 0.6  # items of a running list, and the share of them that ask


def _heading(line: str, level: int) -> int:
    stripped = line.strip()
    if stripped.startswith("#"):
        return min(4, len(stripped) - len(stripped.lstrip("#")))
    if level:
        return min(4, level)
    bare = stripped.strip("*_ ")
    if (
        stripped.startswith(("**", "<u>", "__"))
        and stripped.endswith(("**", "</u>", "__", ":**"))
        and len(bare) < 90
        and "?" not in bare
    ):
        return 3
    if (
        len(bare) < 70
        and bare.isupper()
        and "\t" not in bare
        and sum(c.isdigit() for c in bare) < 5
        and sum(c.isalpha() for c in bare) > 5
    ):
        return 2
    return 0


def looks_like_row(line: str) -> bool:
    """Whether a line reads as a row of a table: tab- or pipe-separated, or ending in two or more figures."""
    if line[-1:] in ".?:;,":
        return False
    if ("\t" in line and "\t" in line.strip()) or line.count("|") >= 2 or line.count("│") >= 2:
        return True
    if line[-1:] not in _ROW_ENDS:
        return False
    tokens = line.rsplit(None, 2)
    if tokens[-1] in _NONE and tokens[0][-1:].isalpha() and len(line) > 20:  # "Please answer yes or no – N/A"
        return False
    if tokens[-2:-1] in (["-"], ["–"]) and _HOW_MANY.match(line):  # "How many permits were issued - 51"
        return False
    return len(tokens) > 1 and all(_FIGURE.fullmatch(t) for t in tokens[-2:])


def _filled_in(text: str, unit: Unit, head: int) -> list[Unit]:
    """A list item cut where an answer was typed after it: "Number of cases 1219"; none where nothing was."""
    while unit.start + head < unit.end and text[unit.start + head].isspace():
        head += 1
    body = text[unit.start + head : unit.end]
    labelled = False
    if m := _FILLED.match(body):
        at = m.end()
    elif m := _KNOWN_FIELD.match(body):
        at, labelled = m.end(), True
    elif not unit.row and "\t" not in body and len(gaps := list(_PASTED.finditer(body))) == 1:
        at = gaps[0].end()
    else:
        return []
    if not body[:at].strip():
        return []
    rest = Unit(unit.start + head + at, unit.end, WRAPPED, plain(body[at:]))
    unit.words, unit.end, unit.row = plain(body[:at]), unit.start + head + len(body[:at].rstrip()), False
    if labelled:
        unit.label, rest.label = "q", "a"
    return [unit, rest]


def _tail(text: str, unit: Unit, first: int) -> list[Unit]:
    """Cut "Please answer yes or no - No" before its answer. The unit's words begin at `first`, behind its number."""
    piece = text[unit.start : unit.end]
    if (
        unit.row
        or len(piece) > 600
        or not ("- " in piece or "– " in piece or "— " in piece or ": " in piece or "= " in piece)
        or not (m := TRAILING_ANSWER.search(piece, 20))
        or _FIELD.search(piece, 0, m.start())
    ):
        return [unit]
    rest = Unit(unit.start + m.end(), unit.end, SENTENCE, plain(piece[m.end() :]))
    head = piece[: m.end()].rstrip()
    unit.words, unit.end = plain(head[first:]), unit.start + len(head)
    return [unit, rest]
