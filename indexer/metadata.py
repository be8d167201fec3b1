"""Who wrote a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.authorities import canonical, company, headline, mentions
from indexer.messages import Message
from indexer.references import ENOUGH
from indexer.scan import lowered

_CAPITALS = re.compile(r"^[ \t*#]*[A-Z][A-Z&'’ ,./-]{7,98}(?=$|\t)", re.MULTILINE)
_ABBREVIATIONS = frozenset({"NHS", "UK", "HM", "BBC", "MOD", "MPS"})
_HEADED = 2.7  # what the name at the head of a letter, or under it, counts
_OWNED = re.compile(r"\b(?:owned|controlled)(?: \w+)? by\s+(?:the\s+)?\Z", re.IGNORECASE)
_NEAR = 60  # characters in which a mention is said to be the owner of the body that writes
_OWNER = 0.2  # the share of its weight that the mention of an owner has
_CELLS = re.compile(r"[ \t]{0,3}[|–—][ \t]|\t")
_FOR = re.compile(r"[ \t]{0,9}(?:for(?: and on behalf of)?|on behalf of) ", re.IGNORECASE)
_SIGNATURE, _LINES = 300, 9  # characters, and lines, under a letter that may sign it
_SIGNED = re.compile(r"sincerely|faithfully|regards|behalf of")  # reads text in lower case


def authority(text: str, found: Sequence[Message], asked: Sequence[tuple[int, int]]) -> str | None:
    """The authority that wrote the reply: the one named most, weighed by where it stands."""
    weight: dict[str, float] = {}
    text = text[:ENOUGH]
    first_reply = next((m for m in found if m.role == "reply"), None)
    signed = [m.end() for m in _SIGNED.finditer(lowered(text))]
    for at, name in mentions(uncapitalized(text)):
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
        if _OWNED.search(text[max(0, at - _NEAR) : at]):
            value *= _OWNER
        weight[name] = weight.get(name, 0.0) + value
    first, last = (text.strip().split("\n")[at] for at in (0, -1))
    # "BARSET COUNCIL Legal Services": the council
    headed = None if mentions(uncapitalized(first)) else next(filter(None, map(headline, _CELLS.split(first))), None)
    if headed and headed not in weight:
        weight[headed] = _HEADED + (_HEADED if headline(last) == headed else 0.0)
    for name in _over_lines(uncapitalized(text[:_HEAD])):
        weight[name] = weight.get(name, 0.0) + _HEADED
    for name in _senders(text, found):
        weight[name] = weight.get(name, 0.0) + _HEADED
    _completed(weight)
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
            "Valuation Office Agency",
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
        return _signed_as(text, signed)
    return max(weight, key=lambda n: (weight[n], len(n)))


def _over_lines(head: str) -> list[str]:
    """The authorities whose names run over two lines of a letterhead."""
    lines = [line.strip(" *_#>|\t") for line in head.split("\n")]
    found: list[str] = []
    for above, below in pairwise(lines):
        if not above or not below or len(above) + len(below) > _NAME_AT_MOST or above[-1] in ".:,;?":
            continue
        if any(name in (above, below) for _, name in mentions(f"{above}\n{below}")):
            continue  # "University of Barset", and one of its offices
        joined = f"{above} {below}"
        for at, name in mentions(joined):
            if at == 0 and len(above) < len(name) and name == joined:
                found.append(name)
    return found


def _senders(text: str, found: Sequence[Message]) -> list[str]:
    """The bodies that the replies say they are from, where no name of a common kind is: "Records, Barset Agency"."""
    names: list[str] = []
    for one in found:
        head = text[one.start : one.body]
        if one.role == "reply" and one.header and (sender := _FROM.search(head)) and not mentions(sender[1]):
            names += [name for piece in sender[1].split(",") if (name := headline(piece))]
    return names


def _completed(weight: dict[str, float]) -> None:
    """What "NHS Barset" weighs goes to "NHS Barset and Melford Integrated Care Board", which it begins."""
    for short in [name for name in weight if name.startswith("NHS ")]:
        longer = [name for name in weight if name.startswith(short + " ")]
        if len(longer) == 1:
            weight[longer[0]] += weight.pop(short)


_HEAD = 600
_NAME_AT_MOST = 90
_FROM = re.compile(r"^[> \t*|]*from\s*:[ \t*]*([^\n<\[(]{3,120})", re.IGNORECASE | re.MULTILINE)


def _signed_as(text: str, signed: Sequence[int]) -> str | None:
    """The company or undertaking that is named on a line of its own under a letter's signature."""
    for end in signed:
        for line in text[end : end + _SIGNATURE].split("\n")[:_LINES]:
            for piece in _CELLS.split(line):
                if name := company(_FOR.sub("", piece)):
                    return name
    return None


def named_in(title: str | None) -> str | None:
    """The authority that a page's own title names, the last of several: "FOI 88 - potholes | Northmere Council"."""
    return next((name for _, name in reversed(mentions(title or ""))), None)


def uncapitalized(text: str) -> str:
    """`text` with its lines in capitals set as names are, letter for letter: "BARSET COUNCIL" → "Barset Council"."""

    def lower(line: re.Match[str]) -> str:
        words = re.split(r"([ ,./-])", line[0])
        keep = _ABBREVIATIONS | {"&"}
        small = {"OF", "AND", "THE", "FOR", "ON", "IN", "UPON"}
        return "".join(w.lower() if w in small else w if w in keep else w[:1] + w[1:].lower() for w in words)

    return _CAPITALS.sub(lower, text)
