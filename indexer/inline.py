"""Answers typed behind their questions: in a list that does so, the items whose answer no colon or stop sets apart.

"4. How many staff are employed by the Council 1,203" would be a question to its end in any other list. Where two items
or more of the same list hold their answers on their own line, and plainly, the others are looked at for less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from indexer.context import letterhead
from indexer.fields import runs
from indexer.markers import marker
from indexer.separators import asks
from indexer.unit import APART, BROKEN, WRAPPED, Unit, plain

_FEWEST = 2  # items of a list that hold their answers plainly
_SHARE = 0.25  # and their share of the list

_BEFORE = (
    "band grade stage ward level year years phase type category tier class zone section schedule part question item"
    " table form unit route version priority scale age aged under over than least most to of the for on by in at"
    " since from and or last past between until after before during within exceeding above below first"
    " next point page january february march april may june july august september october november december are is"
)
_LEADS_ON = frozenset(_BEFORE.split())
"""A figure behind these is a part of the question: "within band 7", "in the last 12", "under section 40"."""
_TYPED = re.compile(
    r"""(?<=[\w)%])(?:
        \ (?=\(\d[\d,]*\)$)                                                     # "were upheld (3)"
      |\ (?=\[[^\]\n]{1,160}\]$)                                               # "on hotel rooms [£12,950]"
      |\ =\ (?=\S)                                                             # "budget per episode = not held"
      |\ (?=(?P<figure>(?!(?:19|20)\d\d(?:/\d\d)?$)£?\d[\d,]*(?:\.\d+)?[%mk]?(?:\ [A-Z]{2,4}|\ (?:days?|weeks?|months?
          |years?|hours?))?                                                     # "employed by the Council 1,203"
          |\d{1,2}/\d{1,2}/\d{2,4})$)                                           # "the last inspection 14/02/2023"
      |\ (?:y/n|yes/no|\(y/n\)|\(yes/no\))\ (?=\S)                              # "an audit Y/N N"
      |\ [-–—=]\ (?=(?-i:[A-Z£\d])[^?]{0,80}$)                                  # "contractors used – Acme Ltd"
      |:\ (?=(?:19|20)\d\d(?:/\d\d)?\ ?[-–=:]\ ?\d)                              # "received in: 2019 - 4, 2020 - 5"
      |(?<!\bor)\ (?=(?:yes|no|none|nil|n/a|unknown)\.?$)
      |\ (?=(?P<often>annually|monthly|quarterly|weekly|daily)\.?$)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PLAINLY = re.compile(
    r"\W*(?:(?:yes|no)(?:[ ,;:–-][^?]{0,80})?|none|nil|zero|n/?a|unknown|not (?:held|known|applicable|recorded)"
    r"|~?£?\d[\d,]*(?:\.\d+)?[%mk]?(?: \w+){0,3}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
    r"|(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})\W*"
)
_ASKS_ON = re.compile(
    r"\W*(?:please|if|i|we|and|or|but|the|this|these|that|those|by|for|from|in|of|on|with|to|such|including|e\.?g|i\.?e"
    r"|how|what|which|who|when|where|why|do|does|did|is|are|was|were|has|have|can|could|would|you|your|ideally|broken)\b"
)
_OFTEN = re.compile(r"\bhow (?:often|frequently)\b|\bfrequency\b")
_ALIKE, _SHARE_ALIKE = 3, 0.4  # items of a numbered list that one mark parts, and their share of it
_LABEL = 240  # characters in which the mark stands
_SET_APART = {
    ":": re.compile(r"(?<=[\w)\"”'’]):\s+(?=\S)"),
    "-–—": re.compile(r"(?<=[^\s\d])\s+[-–—]\s+(?=\S)|(?<=\d)\s+[-–—]\s+(?=[^\s\d])"),
}
_ASKS_BEHIND = re.compile(
    r"(?:please|by|including|excluding|and|or|per|such|with|broken|split|e\.?g|i\.?e|for (?:each|every|the)"
    r"|in (?:each|every)|between)\b",
    re.IGNORECASE,
)
"""How what is asked goes on behind such a mark."""
_LONGEST = 120  # characters of an answer that is told by itself


def inline(units: Sequence[Unit], text: str) -> list[Unit]:
    """The units, with such items cut into question ("q") and what was typed in ("a")."""
    chosen: dict[int, int] = {}
    for run in [*runs(units, styles="#ai"), *_unnumbered(units)]:
        plainly = [i for i in run if _filled(units, text, i)]
        if len(plainly) >= max(_FEWEST, _SHARE * len(run)):
            asked = _asked(units, run)
            for i in run:
                if i in plainly:
                    if asked:
                        units[i].label, units[i + 1].label = units[i].label or "q", units[i + 1].label or "a"
                    continue
                if (at := _typed(units, text, i)) is not None:
                    chosen[i] = at
                elif units[i].words[-1:] == "?" and (below := _behind(units, text, i)) and not below.label:
                    below.label = "" if _ASKS_ON.match(below.words) else "a"
    chosen.update(_alike(units, text, chosen))
    if not chosen:
        return list(units)
    out: list[Unit] = []
    for i, unit in enumerate(units):
        out.append(unit)
        if (at := chosen.get(i)) is not None:
            out.append(Unit(at, unit.end, WRAPPED, plain(text[at : unit.end]), label="a"))
            head = text[unit.start : at].rstrip()
            said = len(plain(head)) - len(plain(text[unit.start : unit.end])) + len(unit.words)
            unit.end, unit.words = unit.start + len(head), unit.words[: max(0, said)]
            unit.label, unit.row, unit.heading = "q", False, 0
    return out


def _alike(units: Sequence[Unit], text: str, chosen: Mapping[int, int]) -> dict[int, int]:
    """Where the answers of further items begin, in numbered lists that set their plain ones apart by one mark.

    "3. Number seized: 14" and two more like it prove the list; "4. What became of them: all were rehomed." is then cut
    at its first colon. A list that takes up what was asked above it is itself an answer, and left whole.
    """
    found: dict[int, int] = {}
    for run in runs(units):
        plainly = [i for i in run if i in chosen or _filled(units, text, i)]
        ends = Counter(text[units[i].start : chosen.get(i, units[i].end)].rstrip()[-1] for i in plainly)
        mark = next((m for m in _SET_APART if sum(ends[c] for c in m) >= max(_ALIKE, _SHARE_ALIKE * len(run))), None)
        if mark is None or not (_asked(units, run) or not _asked_above(units, run[0])):
            continue
        for i in run:
            if i and i != run[0] and _over(units, i - 1):
                units[i - 1].heading = 3
            if i not in chosen and units[i].label != "a" and (at := _parted(units[i], text, _SET_APART[mark])):
                found[i] = at
    return found


def _over(units: Sequence[Unit], i: int) -> bool:
    """Whether unit `i` is a short line set apart from all around it, which heads the item below."""
    return units[i].apart == APART == units[i + 1].apart and units[i].blank_before and letterhead(units[i])


def _asked_above(units: Sequence[Unit], i: int) -> bool:
    """Whether anything is asked before unit `i`."""
    return any(unit.words[-1:] == "?" or asks(unit.words) for unit in units[:i])


def _parted(unit: Unit, text: str, mark: re.Pattern[str]) -> int | None:
    """Where the answer of an item begins, behind the first `mark` in it; None where none has words on both sides."""
    printed = text[unit.start : unit.end]
    known = marker(printed)
    m = mark.search(printed, known[1] if known else 0, _LABEL)
    if m is None or "?" in printed[: m.start()] or not printed[m.end() :].strip():
        return None
    return None if _ASKS_BEHIND.match(printed, m.end()) else unit.start + m.end()


def _unnumbered(units: Sequence[Unit]) -> list[list[int]]:
    """The bullets of each list, and lines that ask one after another: nothing else stands apart between two of one."""
    found: list[list[int]] = []
    bulleted: bool | None = None
    for i, unit in enumerate(units):
        if unit.apart < BROKEN:
            continue
        if not unit.bullet and (unit.marker is not None or not asks(unit.words)):
            bulleted = None
            continue
        if bulleted is unit.bullet:
            found[-1].append(i)
        else:
            found.append([i])
        bulleted = unit.bullet
    return found


def _asked(units: Sequence[Unit], run: Sequence[int]) -> bool:
    """Whether most items of a list begin as questions do, and it stands under no question whose answer it may be."""
    above = units[run[0] - 1].words if run[0] else ""
    return above[-1:] != "?" and 2 * sum(asks(units[i].words) for i in run) >= len(run)


def _behind(units: Sequence[Unit], text: str, i: int) -> Unit | None:
    """What stands behind item `i` on its own line, where that is one unit, and no question."""
    if i + 1 >= len(units) or units[i + 1].apart >= BROKEN or units[i + 1].marker is not None:
        return None
    if i + 2 < len(units) and units[i + 2].apart < BROKEN:
        return None
    below = units[i + 1]
    return None if "\n" in text[units[i].end : below.start] or below.words[-1:] in ("?", "") else below


def _filled(units: Sequence[Unit], text: str, i: int) -> bool:
    """Whether a figure, a yes or a no, or what a label sets apart, stands behind item `i` on its own line."""
    below = _behind(units, text, i)
    if below is None or len(below.words) > _LONGEST:
        return False
    return below.label == "a" or _PLAINLY.fullmatch(below.words) is not None


def _typed(units: Sequence[Unit], text: str, i: int) -> int | None:
    """Where what was typed in begins in item `i`; None where nothing is told from the question."""
    unit = units[i]
    if unit.label or unit.words[-1:] in "?:" or unit.end - unit.start > 240:
        return None
    if i + 1 < len(units) and units[i + 1].apart < BROKEN:
        return None
    for m in _TYPED.finditer(text, unit.start + 12, unit.end):
        if m["figure"] and text[unit.start : m.start()].rsplit(None, 1)[-1].lower() in _LEADS_ON:
            continue
        if not m["often"] or _OFTEN.search(unit.words):
            return m.end()
    return None
