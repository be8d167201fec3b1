"""List numbers and bullets: what a line starts with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

MARKER = re.compile(
    r"""(?:[*_#>\s]|<[a-z]>)*[“"]?                             # Markdown dressing, a quotation that opens
    (?:(?P<word>(?:question|questions|query|q|item|part|answer|response|reply|a|ans|point
        |request)\b[ ]*(?:no\.?|number)?)[ .:#]*
       (?=\d|[a-h]\b|[ivx]+\b|\((?:\d{1,2}|[a-h]|[ivx]{1,4})\)[ .:]*$))?
    (?:\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[QRA]\d{1,2})(?:(?:[.\-]|[ ])?(?P<letter>[A-Za-h])(?=[ ]?[).:\]\s–-]))?
      |\(?(?P<alpha>[a-zA-Z]|[ivxIVX]{2,4}))
    (?P<close>[ ]?[.):\]]+(?=\D|\d{2}|$)|,(?=[ ](?-i:[A-Z][a-z]+)[ ][a-z])|[ ]?[-–—](?=[ ])|(?=[ ]*$)|(?=[ ]))[*_]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:qs?|questions?|query|items?|parts?|answers?|responses?|reply|ans|a|r|points?|requests?|[ivx]{2,4})\b|[qra]\d",
    re.IGNORECASE,
)
BULLET = re.compile(r"[>\s]*(?:[•·○●▪◦‣➢❖✓\uf0b7\uf0a7]|[-–—*+o](?=[ \t]+\S))[ \t]*")


@dataclass(frozen=True, slots=True)
class Marker:
    """A list number: its label ("1", "2b"), a style to tell lists apart, its rank, the word before it, if any.

    `others` are the further labels that the same number names: "2" and "3" of "1 – 3.".
    """

    label: str
    style: str
    value: int
    word: str
    others: tuple[str, ...] = ()


UNPRINTED = "•"
"""The word of a marker that counts the items of a list which the letter does not number."""

_JOINT = re.compile(
    r"[ \t*_#>]*(?P<bracket>\(?)(?P<first>\d{1,2}|[a-h])(?P<close>\)?) ?(?P<by>-|–|to|and|&) ?"
    r"\(?(?P<last>\d{1,2}|[b-h])[.)](?=[ \t]+[^\W\d_])"
)
_ITEM = r"\(?q?(?:\d{1,2}|[a-h])\)?(?!\w)"
_ALONE = re.compile(
    r"(?P<dress>[ \t*_#>]*)"
    r"(?:(?P<word>questions?|queries|items?|parts?|points?|requests?|answers?|responses?|qs?)[ .]*)?"
    rf"(?P<numbers>{_ITEM}(?: ?(?:, and|,|&|-|–|to|and) ?{_ITEM}){{0,8}})[ *_.:]*",
    re.IGNORECASE,
)
"""Numbers alone on a line over an answer: "### 3", "Items 1 and 4.", "Questions (a) to (c):"."""
_JOINED = re.compile(r"[ \t*_#>]*(\d{1,2})\.(?=A [a-z])")  # "1.A list of": no space, and no item "1.A"
_MOST_JOINT = 20
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_LOOSE = {"part", "item", "point", "request", "answer", "response", "reply", "question", "questions", "query"}
_ASK = {"question", "questions", "query", "q", "item", "part", "point", "request"}
_ASKS = re.compile(
    r"(?:how (?:many|much|often|long)|what|which|who|when|where|why|do you|does the|did the|please"
    r"|(?:can|could) you)\b|(?-i:Do|Does|Did|Is|Are|Was|Were|Has|Have|Will|Would) (?:you|your|the|there|any|it|this)\b",
    re.I,
)
_AGAIN = re.compile(r"\s*([Qq]?\d{1,2})[.):]\s+[^\d\s]")
_FIGURES = re.compile(r"[£$]?\d[\d,.]*%?(?:[\s|]+[£$]?\d[\d,.]*%?)+")


_QUARTERS = re.compile(
    r"[*_|\s]*Q[1-4]\W{0,9}(?:(?:Q[1-4]|total|year)\W{0,9})+$"
    r"|[*_\s]*Q[1-4] (?:is|=|means|runs?|covers|refers to)\W{1,3}(?:from )?(?:1 )?"
    r"(?:jan(?:uary)?|apr(?:il)?|july?|oct(?:ober)?)\b",
    re.IGNORECASE,
)


def quarters(line: str) -> bool:
    """Whether the "Q1" that a line begins with is a quarter's name: over columns, or where it is explained."""
    return _QUARTERS.match(line) is not None


SPELT = {
    word: n
    for n, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        1,
    )
}
_SPELT = re.compile(
    r"[*_#>\s]*[“\"]?(?P<word>question|query|answer|response|reply|request) "
    rf"(?P<number>{'|'.join(SPELT)})(?:[*_]*[ ]?(?:[).:]+|[-–—](?=[ ]))[*_]*|[*_]*(?=[ ]*$))",
    re.IGNORECASE,
)
"""A list number in words: "Question Four:"."""


def marker(line: str) -> tuple[Marker, int] | None:
    """The list number that `line` starts with, and the length of the line it takes; None where it starts with none."""
    head = line[:3]
    if not (
        head[0].isdigit()
        or head[0] in '(*_#><“"'
        or head[1:2] in ".):, "
        or head[2:] in ".):"
        or (head[0] in "qQiIpPaArRvVxX" and _LISTED.match(line))
    ):
        return None
    if spelt := _SPELT.match(line):
        word, value = spelt["word"].lower(), SPELT[spelt["number"].casefold()]
        return Marker(str(value), f"#{'q' if word in _ASK else word[:1]}", value, word), spelt.end()
    if joined := _JOINED.match(line):
        return Marker(joined[1], "#.", int(joined[1]), ""), joined.end()
    if (joint := _JOINT.match(line)) and (several := _several(joint)):
        return several, joint.end()
    if (alone := _ALONE.fullmatch(line)) and (several := _over(alone)):
        return several, alone.end()
    m = MARKER.match(line)
    if not m:
        return None
    word, number, letter, alpha = (m["word"] or "").strip().lower(), m["number"], m["letter"], m["alpha"]
    close = m["close"].strip()
    if number and close and (again := _AGAIN.match(line, m.end())) and again[1].lstrip("Qq") == number:
        inner = marker(line[again.start(1) :])  # "1. Q1. How many": numbered by the requester and again by the letter
        return (inner[0], again.start(1) + inner[1]) if inner else None
    rest = line[m.end() :].lstrip()
    if word in _LOOSE and not close and rest[:1].islower() and not rest.startswith(("and ", "to ", "or ")):
        return None  # "Part VI of the Act", "question 2 above"
    bracket = "(" if line.lstrip(' *_>#“"')[:1] == "(" else ""
    if number and bracket and close == ")" and re.match(r"[,;] (?!(?:and )?\()", rest):
        return None  # "… overcharging\n(15), and rudeness (4)": a count that the margin pushed to the start of a line
    if number and number[0] in "Qq" and number[1:] in "1234" and (_FIGURES.fullmatch(rest) or quarters(line)):
        return None  # a row of figures for a quarter: "Q1  118  109"
    if number and number[0] in "QqRrAa":
        word, number = number[0].lower(), number[1:]
    set_off = alpha and len(alpha) == 1 and line[m.end() : m.end() + 2] == "  "  # "a     Is the service run by"
    if not word and not close and not ((set_off or number) and _ASKS.match(rest)):
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
    if close in {"-", "–", "—", ""} and not word and not set_off:
        return None
    if low in _ROMAN and low not in {"c", "d"}:
        return Marker(low, "i", _ROMAN[low], word), m.end()
    if alpha.isupper() and close.startswith(".") and len(rest) < 3:
        return None
    return Marker(low, "a", ord(low) - 96, word), m.end()


def _over(m: re.Match[str]) -> Marker | None:
    """The list number of a line that holds nothing but numbers, as a heading or behind a word that says what they
    number; None where it is none of these, or has one number with a word, which is read as any other."""
    word = (m["word"] or "").lower()
    found = re.findall(r"\d{1,2}|\b[a-h]\b|-|–|\bto\b", m["numbers"], re.IGNORECASE)
    labels = [one.lower() for one in found if one.lower() not in {"-", "–", "to"}]
    if (not word and "#" not in m["dress"]) or (word and len(labels) < 2):
        return None
    if len({label.isdigit() for label in labels}) > 1:
        return None
    ranks = [int(one) if one.isdigit() else ord(one) - 96 for one in labels]
    if len(found) > len(labels):
        if len(labels) != 2 or not 0 < ranks[0] < ranks[1] < ranks[0] + _MOST_JOINT:
            return None
        ranks = list(range(ranks[0], ranks[1] + 1))
    elif any(b <= a for a, b in pairwise(ranks)):
        return None
    numbered = labels[0].isdigit()
    names = tuple(str(n) if numbered else chr(n + 96) for n in ranks)
    kind = "q" if word.rstrip("s") in _ASK or word == "queries" else word[:1]
    return Marker(names[0], f"#{kind}" if numbered else "a", ranks[-1], word.rstrip("s"), names[1:])


def _several(m: re.Match[str]) -> Marker | None:
    """The list number of items that are taken together: "1 and 2.", "1 – 3.", "(a) to (c)"; None where it is none."""
    numbers = m["first"].isdigit(), m["last"].isdigit()
    first, last = (int(one) if one.isdigit() else ord(one) - 96 for one in (m["first"], m["last"]))
    if numbers[0] != numbers[1] or not 0 < first < last < first + _MOST_JOINT:
        return None
    others = [last] if m["by"] in {"and", "&"} else range(first + 1, last + 1)
    labels = [str(n) if numbers[0] else chr(n + 96) for n in others]
    style = f"#{m['bracket'] or m[0][-1]}" if numbers[0] else "a"
    return Marker(m["first"], style, last, "", tuple(labels))
