"""Text to units: the sentences, list items, headings and table rows that a careful reader sees as wholes.

Letters reach us hard-wrapped at some width, or with one paragraph a line. Which line breaks the author meant is
read off the lines themselves: a break is deliberate when the next word would still have fitted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# How strongly a unit is set apart from the one before it.
SENTENCE, WRAPPED, BROKEN, APART = 0, 1, 2, 3

MARKER = re.compile(
    r"""(?:[*_#>\s]|<[a-z]>)*                                   # Markdown dressing
    (?:(?P<word>(?:question|questions|query|q|item|part|answer|response|reply|a|ans|point
        |request)\b[ ]*(?:no\.?|number)?)[ .:#]*
       (?=\d|[a-h]\b|[ivx]+\b))?
    (?:\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[QRA]\d{1,2})(?:(?:[.\-]|[ ])?(?P<letter>[A-Za-h])(?=[ ]?[).:\]\s–-]))?
      |\(?(?P<alpha>[a-zA-Z]|[ivxIVX]{2,4}))
    (?P<close>[ ]?[.):\]]+(?=\D|\d{2}|$)|,(?=[ ](?-i:[A-Z][a-z]+)[ ][a-z])|[ ]?[-–—](?=[ ])|(?=[ ]*$)|(?=[ ]))[*_]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:q|question|questions|query|item|part|answer|response|reply|ans|a|r|point|request|[ivx]{2,4})\b|[qra]\d",
    re.IGNORECASE,
)
BULLET = re.compile(r"[>\s]*(?:[•·○●▪◦‣➢❖✓\uf0b7\uf0a7]|[-–—*+o](?=[ \t]+\S))[ \t]*")
# A sentence ends at a stop before a capital, a figure or a quotation, or at a question mark before anything.
SENTENCE_END = re.compile(r"""[.!]["”’')*_]{0,3}\s+(?=["“‘'(\[£]?[A-Z0-9•])|\?["”’')*_.]{0,4}\s*(?=[^\s?"”’').,;*_])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|no|nos|mr|mrs|ms|dr|s|v|vs|eg|ie|para|paras|ref|st|approx|cllr|prof|sch"
    r"|reg|fig)|(?:^|[\s(])[a-z]|^\d{1,2})\.$",
    re.I,
)
TRAILING_ANSWER = re.compile(
    r"""(?<=[A-Za-z).?’'])\s*[-–—:]\s+(?=(?:yes|no|none|nil|n/?a|not\ held|not\ known|not\ recorded
        |not\ applicable|unknown|zero|£?[\d,.]+[%mk]?)
        [.\s]*$|(?:yes|no),\s|(?:we|our|this\ information|the\ council|no\ information|not\ held|there\ (?:is
        |are|were|was)|please\ see)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_CELLS = re.compile(
    r"[| ]*((?:how|what|which|who|when|where|why|do|does|did|is|are|was|were|has|have|can|could|please"
    r"|if|q\d|\d+[.)])\b[^|\t]{12,}?)\s*(?:\||\t)\s*([^|\t]+?[| ]*)",
    re.IGNORECASE,
)
_FILE_SIZE = re.compile(r"[\d.,]+ ?[KMG]B?")
_FIELD = re.compile(r"\b(?:ref(?:erence)?|date|tel(?:ephone)?|phone|number|(?<!or )no|e-?mail)\W*$", re.IGNORECASE)
LABEL = re.compile(
    r"[*_#>\s]*(?:(?:our |the |council |trust |force )?(?:response|answer|reply|decision)"
    r"|(?:your )?(?:request|question)|you asked|q|a)"
    r"(?: (?:no\.? ?)?\d{1,2}[a-h]?)?[*_]*\s*[:–—-][*_]*\s*(?=\S)",
    re.IGNORECASE,
)
# "The total number of cases 1219", "Extra care housing (rent only)  Rents are £202": filled in on its own line.
_FILLED = re.compile(
    r"""^(?:the\ )?(?:total|number|no\.?\ of|average|mean|median|amount|cost|spend|percentage|length|longest|shortest)
        \b[^.?:\n]{6,90}?(?<!\bto)(?<!\bin)(?<!\bsince)(?<!\bfrom)(?<!\band)(?<!\bor)(?<!\bof)(?<!\bover)(?<!\bunder)
        (?<!\blast)(?<!\bpast)(?<!\bbetween)(?<!\bage)(?<!\baged)(?<!\bby)(?<!\bthe)(?<!\bsection)
        [ \t]+(?=(?!(?:19|20)\d\d(?:/\d\d)?[.)]*$)£?\d[\d,]*(?:\.\d+)?
        (?:[%mk]|\ (?:days?|weeks?|months?|years?|hours?))?$)""",
    re.VERBOSE | re.IGNORECASE,
)
_PASTED = re.compile(r"(?<=[\w)]) {2,4}(?=[A-Z£][^\n]{3,} [^\n]+ )")
_SAID = re.compile(r"^[ \t]*([A-Z][\w'’&]*(?: [\w'’&]+){0,2}:)(?=\s)", re.MULTILINE)
_Q = re.compile(r"^[ \t*_#>]*Q[.)][*_]* ", re.MULTILINE)
_Q_OR_A = re.compile(r"[ \t*_#>]*([QA])[.)][*_]* +(?=\S)")
_ASKED = re.compile(r"request|question|asked|\bq", re.IGNORECASE)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b[ ,]")
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
# Words that carry a capital only at the start of a sentence, and words that no sentence ends with.
_OPENING = re.compile(
    r"(?:As|This|These|Those|Please|We|It|There|If|However|Under|Our|You|Therefore|Although|While"
    r"|Whilst|They|What|How|Which|When|Where|Do|Does|Did|Are|Is|Have|Has|Can|Could)\b (?![A-Z])"
)
_RUNS_ON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "and",
        "or",
        "with",
        "from",
        "that",
        "which",
        "your",
        "our",
        "their",
        "is",
        "are",
        "was",
        "were",
        "be",
        "under",
        "dated",
        "between",
        "section",
        "sections",
        "act",
        "“",
        '"',
        "(",
    ]
)
_FIGURE = re.compile(r"[£<>~(*-]{0,3}\d[\d,./]*(?<![,.])[%mk]?[)*]?|[-–—]|n/?a", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marker:
    """A list number: its label ("1", "2b"), a style to tell lists apart, its rank, the word before it, if any."""

    label: str
    style: str
    value: int
    word: str


@dataclass(slots=True)
class Unit:
    """A sentence, list item, heading or row, `text[start:end]`, with how it is set apart from the one before."""

    start: int
    end: int
    apart: int
    words: str  # lower case, one space between words, no marker
    marker: Marker | None = None
    bullet: bool = False
    row: bool = False
    heading: int = 0  # 1 outermost … 4; 0 for what is no heading
    label: str = ""  # what it is labelled as: "a" in "Response: none", "q" in "Your request: …"; "o" for an option
    beside: int = 0  # the row of a table of questions and answers that it is in, from 1; 0 for all else
    blank_before: bool = False


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_LOOSE = {"part", "item", "point", "request", "answer", "response", "reply", "question", "questions", "query"}
_ASK = {"question", "questions", "query", "q", "item", "part", "point", "request"}


def marker(line: str) -> tuple[Marker, int] | None:
    """The list number that `line` starts with, and the length of the line it takes; None where it starts with none."""
    head = line[:3]
    if not (
        head[0].isdigit()
        or head[0] in "(*_#><"
        or head[1:2] in ".):, "
        or head[2:] in ".):"
        or (head[0] in "qQiIpPaArRvVxX" and _LISTED.match(line))
    ):
        return None
    m = MARKER.match(line)
    if not m:
        return None
    word, number, letter, alpha = (m["word"] or "").strip().lower(), m["number"], m["letter"], m["alpha"]
    close = m["close"].strip()
    rest = line[m.end() :].lstrip()
    if word in _LOOSE and not close and rest[:1].islower() and not rest.startswith(("and ", "to ", "or ")):
        return None  # "Part VI of the Act", "question 2 above"
    bracket = "(" if line.lstrip(" *_>#")[:1] == "(" else ""
    if number and number[0] in "Qq" and number[1:] in "1234" and _FIGURES.fullmatch(rest):
        return None  # a row of figures for a quarter: "Q1  118  109"
    if number and number[0] in "QqRrAa":
        word, number = number[0].lower(), number[1:]
    if not word and not close:
        return None
    if number:
        if not word and close in {"-", "–", "—"} and re.match(r"\d", rest):
            return None
        if close == "." and line[m.end() : m.end() + 1].isdigit() and not word:
            return None
        if not word and "." in number and close not in {")", "."} and not letter and not rest[:1].isupper():
            return None
        parts = number.split(".")
        label = number + (letter.lower() if letter else "")
        if letter:
            return Marker(label, f"{word[:1]}{parts[0]}+a", ord(letter.lower()) - 96, word), m.end()
        style = f"#{'q' if word in _ASK else word[:1]}{'.'.join(parts[:-1])}{bracket or close}"
        return Marker(label, style, int(parts[-1]), word), m.end()
    if not alpha or (not word and close in {"-", "–", "—", ":"} and alpha.isupper()):
        return None
    low = alpha.lower()
    if len(low) > 1 and low not in _ROMAN:
        return None
    if close in {"-", "–", "—", ""} and not word:
        return None
    if low in _ROMAN and low not in {"c", "d"}:
        return Marker(low, "i", _ROMAN[low], word), m.end()
    if alpha.isupper() and close.startswith(".") and len(rest) < 3:
        return None
    return Marker(low, "a", ord(low) - 96, word), m.end()


_FIGURES = re.compile(r"[£$]?\d[\d,.]*%?(?:[\s|]+[£$]?\d[\d,.]*%?)+")
_PLAIN = (("’", "'"), ("‘", "'"), ("*", " "), ("_", " "))


def plain(text: str) -> str:
    """Text as units hold it: lower case, one space between words, straight quotation marks, no emphasis."""
    for mark, instead in _PLAIN:
        if mark in text:
            text = text.replace(mark, instead)
    return " ".join(text.split()).lower()


_NONE = frozenset({"n/a", "N/A", "NA", "N/a"})
_ROW_ENDS = frozenset("0123456789%)*mMkK-–—aA")


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
    return len(tokens) > 1 and all(_FIGURE.fullmatch(t) for t in tokens[-2:])


def _full(lines: list[tuple[int, int]]) -> float:
    """How long a line of wrapped text is when it counts as full; 0 where each paragraph is one line.

    Many lines end just short of the margin; tables and links may be wider. In a proportional font the lines end
    further apart, so a line is full sooner.
    """
    lengths = [b - a for a, b in lines if b - a >= 40]
    if len(lengths) < 4:
        return 0.0
    count = [0] * 172
    for n in lengths:
        count[min(n, 171)] += 1
    near, width = max((sum(count[w - 9 : w + 1]), w) for w in range(50, 161))
    while width < 160 and sum(count[width + 1 : width + 7]) > 0.04 * len(lengths):
        width += 1
    if near < 0.3 * len(lengths) or count[171] > 0.3 * len(lengths):
        return 0.0
    if len(lengths) < 10 and sum(count[int(width * 1.4) :]) > 0.15 * len(lengths):
        return 0.0  # a short letter of unwrapped paragraphs, some of which happen to be alike
    spread = sum(count[width - 9 : width + 1]) < 0.5 * sum(count[int(width * 0.75) : width + 1])
    return width * (0.86 if spread else 0.95)


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


def units(
    text: str,
    titles: dict[int, int] | None = None,
    cuts: Sequence[int] = (),
    without: Sequence[tuple[int, int]] = (),
) -> list[Unit]:
    """Cut `text` into units in order; between them stands only white space.

    `titles` maps offsets of known titles to levels; no unit reaches over an offset in `cuts` (sorted); lines that start
    in one of the spans `without` (sorted, apart) are left out.
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        lead = len(body) - len(body.lstrip())
        if len(body) > lead:
            i = bisect_right(without, (at + lead, len(text))) - 1
            if i < 0 or at + lead >= without[i][1]:
                lines.append((at + lead, at + len(body)))
        at += len(raw)
    full = _full(lines)
    rows = [looks_like_row(text[a:b]) for a, b in lines]
    found: list[Unit] = []
    paragraph: list[tuple[int, int]] = []
    apart, blank = APART, True

    said: Counter[str] | None = None  # how often each label opens a line
    lettered = ("Q." in text or "Q)" in text) and _Q.search(text) is not None  # "Q. How many?": labels, no list items

    def flush() -> None:
        if paragraph:
            found.extend(sentences(text, paragraph, apart, blank, titles, lettered))
            paragraph.clear()

    previous: tuple[int, int] | None = None
    for i, span in enumerate(lines):
        if (
            previous is None
            or bisect_right(cuts, span[0]) > bisect_right(cuts, previous[0])
            or (without and bisect_right(without, span) > bisect_right(without, previous))
        ):
            step = APART
        else:
            step = _break(text, previous, span, full, rows[i - 1] or rows[i])
            if step == WRAPPED and (m := _SAID.match(text, span[0])):
                said = said or Counter(m[1] for m in _SAID.finditer(text))
                step = BROKEN if said[m[1]] > 1 else step
            if step == BROKEN and full and _runs_over(text, paragraph, span, full):
                step = WRAPPED
        if step > WRAPPED:
            flush()
            apart, blank = step, previous is None or text.count("\n", previous[1], span[0]) > 1
        paragraph.append(span)
        previous = span
    flush()
    return found


_CENTURY = re.compile(r"(?:19|20)\d\d\b")
_LONE_NUMBER = re.compile(r"\d{1,3}[.)]")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}[.)]|[a-z][.)]|q|question)", re.IGNORECASE)
_WEB = re.compile(r"https?:|www\.")


def _hangs(line: str) -> bool:
    """Whether a line ends in a word that no sentence ends with."""
    return line.rsplit(None, 1)[-1].lower() in _RUNS_ON


def _worded(line: str) -> bool:
    """Whether a line holds a letter or a figure."""
    return line[0].isalnum() or line[-1].isalnum() or any(map(str.isalnum, line))


_REPLIED = re.compile(r"(?:yes|no|none|nil|n/a|not held|not applicable|none of the above)\.?", re.IGNORECASE)


def _bulleted(line: str) -> bool:
    """Whether a line opens with a bullet."""
    return (not line[0].isalnum() or line[0] == "o") and BULLET.match(line) is not None


def _labelled(line: str) -> bool:
    """Whether a line opens with a label such as "Response:"."""
    return (":" in line or "-" in line or "–" in line or "—" in line) and LABEL.match(line) is not None


def _break(text: str, before: tuple[int, int], after: tuple[int, int], full: float, row: bool) -> int:
    """How far the line `after` stands apart from the line `before` it; lines from `full` characters on were wrapped."""
    a, b = text[slice(*before)], text[slice(*after)]
    if text.count("\n", before[1], after[0]) > 1 or b.startswith("#"):
        return APART
    if len(a) > 40 and b[0] in "12" and _CENTURY.match(b) and _DAY.search(a):
        return WRAPPED  # "… which we received on 2 May\n2024."
    if full and a[-1].isdigit() and len(a) > 0.6 * full and _MONTH.match(b) and a[-2:].strip().isdigit():
        return WRAPPED  # "… between 1 and 31\nDecember 2022"
    if a[-1] in ")?:." and (_REPLIED.fullmatch(b) or (b[0] == "[" and b[-1] == "]" and " " in b)):
        return BROKEN
    if row and full and len(a) > 0.6 * full and "\t" not in a and b.startswith(("and ", "or ")):
        return WRAPPED  # "… in each of (2020/21) (2021/22)\nand (2022/23)?"
    wrapped = bool(full) and full * 1.25 > len(a) and len(a) + 1 + len(b.split(None, 1)[0]) > full
    if wrapped and a[-1].isalnum() and _LONE_NUMBER.fullmatch(b):
        return WRAPPED
    if full and len(a) > (0.6 if wrapped else 0.8) * full and _hangs(a) and not _bulleted(b):
        return WRAPPED
    if b.startswith("**") and a.count("**") % 2 == 0:
        return BROKEN
    if marker(b):
        # "… in the years\n2018 to date": a figure that the margin pushed to the start of a line is no list number.
        return WRAPPED if wrapped and a[-1] not in ".?:;)" and not _NUMBERED.match(b) else APART
    if not full and 60 <= len(a) <= 120 and b[0].islower() and (a[-1].isalnum() or a[-1] == ",") and not row:
        return WRAPPED if not _bulleted(b) else BROKEN
    if not full or _bulleted(b) or not (_worded(a) and _worded(b)) or _labelled(b) or _FILE_SIZE.fullmatch(b):
        return BROKEN
    if a.rstrip("*_\"”'’)").endswith("?") or row or (" | " in a and " | " in b):
        return BROKEN
    if (
        b[:1].islower()
        and a[-1] not in ".!"
        and (0.45 * full < len(a) < 1.25 * full or (60 <= len(a) <= 110 and a.count(" ") > 7))
        and not _WEB.match(b)
    ):
        return WRAPPED
    if a[-1] not in ",;-–/&" and _OPENING.match(b):
        return BROKEN
    return WRAPPED if wrapped else BROKEN


def _runs_over(text: str, paragraph: Sequence[tuple[int, int]], after: tuple[int, int], full: float) -> bool:
    """Whether the line `after` ends what `paragraph` began: a bracket still open, a sentence that wrapped before."""
    line = text[slice(*after)]
    if not paragraph or _bulleted(line) or _labelled(line) or line.startswith(("http", "www.")):
        return False
    above = text[paragraph[0][0] : paragraph[-1][1]]
    if above.count("(") > above.count(")") and len(above) < 400:
        close = line.find(")")
        return close >= 0 and "(" not in line[:close]
    return (
        len(paragraph) > 1
        and line[0].islower()
        and (above[-1].isalnum() or above[-1] == ",")
        and any(b - a > 0.75 * full for a, b in paragraph)
        and not any(looks_like_row(text[a:b]) for a, b in paragraph)
    )


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
    labelled = ""
    if lettered and mark and (letter := _Q_OR_A.match(first)):
        mark, head, labelled = None, letter.end(), letter[1].lower()
    elif label := LABEL.match(text, start + head, end):
        head = label.end() - start
        labelled = "q" if _ASKED.search(label[0]) else "a"
    body = text[start + head : end]
    cuts = [
        head + m.end()
        for m in SENTENCE_END.finditer(body)
        if m[0][0] != "." or not _ABBREVIATION.search(body[max(0, m.start() - 8) : m.start() + 1])
    ]
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
        out.extend(_tail(text, unit))
    return out


def _filled_in(text: str, unit: Unit, head: int) -> list[Unit]:
    """A list item cut where an answer was typed after it: "Number of cases 1219"; none where nothing was."""
    while unit.start + head < unit.end and text[unit.start + head].isspace():
        head += 1
    body = text[unit.start + head : unit.end]
    if m := _FILLED.match(body):
        at = m.end()
    elif not unit.row and "\t" not in body and len(gaps := list(_PASTED.finditer(body))) == 1:
        at = gaps[0].end()
    else:
        return []
    if not body[:at].strip():
        return []
    rest = Unit(unit.start + head + at, unit.end, WRAPPED, plain(body[at:]))
    unit.words, unit.end, unit.row = plain(body[:at]), unit.start + head + len(body[:at].rstrip()), False
    return [unit, rest]


def _tail(text: str, unit: Unit) -> list[Unit]:
    """Cut "Please answer yes or no - No" before its answer."""
    piece = text[unit.start : unit.end]
    if (
        unit.row
        or len(piece) > 600
        or not ("- " in piece or "– " in piece or "— " in piece or ": " in piece)
        or not (m := TRAILING_ANSWER.search(piece, 20))
        or _FIELD.search(piece, 0, m.start())
    ):
        return [unit]
    rest = Unit(unit.start + m.end(), unit.end, SENTENCE, plain(piece[m.end() :]))
    head = piece[: m.end()].rstrip()
    unit.words, unit.end = plain(head), unit.start + len(head)
    return [unit, rest]
