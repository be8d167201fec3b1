"""Text to units: the sentences, list items, headings and table rows that a careful reader sees as wholes.

Letters reach us hard-wrapped at some width, or with one paragraph a line. Which line breaks the author meant is
read off the lines themselves: a break is deliberate when the next word would still have fitted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from indexer.markers import BULLET, marker
from indexer.sentences import LABEL, looks_like_row, sentences
from indexer.separators import asks, cut, separator
from indexer.unit import APART, BROKEN, WRAPPED, Unit, plain

_FILE_SIZE = re.compile(r"[\d.,]+ ?[KMG]B?")
_SAID = re.compile(r"^[ \t]*([A-Z][\w'’&]*(?: [\w'’&]+){0,2}:)(?=\s)", re.MULTILINE)
_Q = re.compile(r"^[ \t*_#>]*Q[.)][*_]* ", re.MULTILINE)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b[ ,]")
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
# Words that carry a capital only at the start of a sentence, and words that no sentence ends with.
_OPENING = re.compile(
    r"(?:As|This|These|Those|Please|We|It|There|If|However|Under|Our|You|Therefore|Although|While"
    r"|Whilst|They|What|How|Which|When|Where|Do|Does|Did|Are|Is|Have|Has|Can|Could)\b (?![A-Z])"
)
_FILLED = re.compile(r"[?:] \S+(?: \S+){0,2}$")  # a line that ends in a word or three behind what it asks
_ITEM = re.compile(r"(?:Total|Number|Average|Names?|Amount|Percentage|Cost)\b [a-z]")
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


_WIDEST = 140  # characters of a line that some margin wrapped
_ENDS = 4  # long lines with another right below
_GOING_ON = 0.2  # and the share of those below that go on in the middle of a sentence, where text was wrapped


def _full(text: str, lines: list[tuple[int, int]]) -> float:
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
    ends = [
        text[below].islower() or _hangs(text[a:b])
        for (a, b), (below, _) in pairwise(lines)
        if b - a >= 0.8 * width and text.count("\n", b, below) == 1
    ]
    if len(ends) >= _ENDS and sum(ends) < _GOING_ON * len(ends):
        return 0.0  # lines that the author ended, some of which happen to be alike
    spread = sum(count[width - 9 : width + 1]) < 0.5 * sum(count[int(width * 0.75) : width + 1])
    return width * (0.86 if spread else 0.95)


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
    full = _full(text, lines)
    rows = [looks_like_row(text[a:b]) for a, b in lines]
    mark = separator([text[a:b] for a, b in lines])
    parted = [cut(text[a:b], mark) if mark else None for a, b in lines]
    blocks: list[_Block] = []
    paragraph: list[tuple[int, int]] = []
    apart, blank = APART, True

    said: Counter[str] | None = None  # how often each label opens a line

    def flush() -> None:
        if paragraph:
            blocks.append((tuple(paragraph), apart, blank))
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
        if parted[i] == 0 or (i and parted[i - 1] is not None and asks(text[slice(*span)])):
            step = max(step, BROKEN)
        if step > WRAPPED:
            flush()
            apart, blank = step, previous is None or text.count("\n", previous[1], span[0]) > 1
        paragraph.append(span)
        previous = span
    flush()
    return _cut(text, blocks, titles)


_Block = tuple[tuple[tuple[int, int], ...], int, bool]
"""The lines of a paragraph, how far it stands apart, and whether a blank line is above it."""


def _cut(text: str, blocks: Sequence[_Block], titles: dict[int, int] | None) -> list[Unit]:
    """The units of each paragraph; of one that the letter's own mark parts, those of question and answer."""
    found: list[Unit] = []
    lettered = ("Q." in text or "Q)" in text) and _Q.search(text) is not None  # "Q. How many?": labels, no list items
    mark = separator([text[lines[0][0] : lines[-1][1]] for lines, _, _ in blocks])
    for lines, apart, blank in blocks:
        start, end = lines[0][0], lines[-1][1]
        at = None if mark is None else cut(text[start:end], mark)
        if at is None:
            found.extend(sentences(text, lines, apart, blank, titles, lettered))
            continue
        asked, told = _split(text, lines, start + at)
        if asked:
            head = sentences(text, asked, apart, blank, titles, lettered)
            head[0].label, head[0].row = head[0].label or "q", False
            found.extend(head)
        tail = sentences(text, told, WRAPPED if asked else apart, blank and not asked, titles, lettered)
        tail[0].label, tail[0].row, tail[0].marker, tail[0].bullet = "a", False, None, False
        tail[0].words = plain(text[tail[0].start : tail[0].end])
        found.extend(tail)
    return found


def _split(text: str, lines: Sequence[tuple[int, int]], at: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The lines before and from offset `at` on."""
    before = [(a, min(b, at)) for a, b in lines if a < at]
    after = [(max(a, at), b) for a, b in lines if b > at]
    if before:
        a, b = before[-1]
        before[-1] = a, a + len(text[a:b].rstrip())
    return before, after


_CENTURY = re.compile(r"(?:19|20)\d\d\b")
_SPAN_FIGURE = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}(?: ?(?:-|–|to) ?\d{1,2}[./]\d{1,2}[./]\d{2,4})?"
    r"(?: ?[:=–-] ?| +)(?:£?\d[\d,.]*[%mk]?|none|nil|n/a)\.?",
    re.IGNORECASE,
)
"""A time with its figure, which stands on a line of its own: "01.01.2023 - 31.12.2023: 3"."""
_LONE_NUMBER = re.compile(r"\d{1,3}[.)]")
_NUMBERED = re.compile(
    r"[> \t]*\(?(?:\d{1,2}[.)]|[a-z][.)]|q|question|(?:item|part|point|request) \d"
    r"|\d{1,2} (?-i:How|What|Which|Who|When|Where|Why|Do|Does|Did|Is|Are|Has|Have)\b)",
    re.IGNORECASE,
)
_REPLY_NUMBER = re.compile(r"(?:A|R|Answer|Response|Reply) ?\d{1,2} ?[.:)–-]\s?\S")
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
    if len(a) > 40 and b[0] in "12" and _CENTURY.match(b) and _DAY.search(a) and not looks_like_row(b):
        return WRAPPED  # "… which we received on 2 May\n2024."
    if full and a[-1].isdigit() and len(a) > 0.6 * full and _MONTH.match(b) and a[-2:].strip().isdigit():
        return WRAPPED  # "… between 1 and 31\nDecember 2022"
    if a[-1] in ")?:." and (_REPLIED.fullmatch(b) or (b[0] == "[" and b[-1] == "]" and " " in b)):
        return BROKEN
    if row and full and len(a) > 0.6 * full and "\t" not in a and b.startswith(("and ", "or ")):
        return WRAPPED  # "… in each of (2020/21) (2021/22)\nand (2022/23)?"
    if b[0] in "AR" and _REPLY_NUMBER.match(b):
        return BROKEN
    if a[-1] == ":" and (b[0].isupper() or b[0] in '“"‘'):
        return BROKEN
    if b[0].isdigit() and _SPAN_FIGURE.fullmatch(b):
        return BROKEN
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
    if row and wrapped and b[0].islower() and a[-1].isalpha() and marker(a) and not looks_like_row(a):
        return WRAPPED  # "7. Number of pupils taught at independent special\nschools - 173"
    if not full and 60 <= len(a) <= _WIDEST and b[0].isdigit() and not row and _hangs(a):
        return WRAPPED  # "… is exempt under section\n31(1)."
    if not full and 60 <= len(a) <= _WIDEST and b[0].islower() and (a[-1].isalnum() or a[-1] == ",") and not row:
        return WRAPPED if not _bulleted(b) else BROKEN
    if not full or _bulleted(b) or not (_worded(a) and _worded(b)) or _labelled(b) or _FILE_SIZE.fullmatch(b):
        return BROKEN
    if a.rstrip("*_\"”'’)").endswith("?") or row or (" | " in a and " | " in b):
        return BROKEN
    if (
        b[:1].islower()
        and a[-1] not in ".!"
        and (0.45 * full < len(a) < 1.25 * full or (60 <= len(a) <= _WIDEST and a.count(" ") > 7))
        and not _WEB.match(b)
    ):
        return WRAPPED
    if a[-1] not in ",;-–/&" and (_OPENING.match(b) or (_ITEM.match(b) and _FILLED.search(a))):
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
