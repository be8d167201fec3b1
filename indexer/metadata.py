"""Who wrote a letter, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.authorities import canonical, company, headline, mentions
from indexer.dates import dates
from indexer.messages import Message
from indexer.references import ENOUGH
from indexer.scan import lowered, matches

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
    r"|reference.*|harm\b.*|request for information|yours .*|kind regards|name:.*|q?\d*)\W*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^[> \t*]*(?:subject|re|title)\s*:\s*(?:re\s*[:–-]\s*)?(?P<t>[^\n]{6,160})", re.I | re.M)
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
        if _OWNED.search(text[max(0, at - _NEAR) : at]):
            value *= _OWNER
        weight[name] = weight.get(name, 0.0) + value
    first, last = (text.strip().split("\n")[at] for at in (0, -1))
    # "BARSET COUNCIL Legal Services": the council
    headed = None if mentions(_small(first)) else next(filter(None, map(headline, _CELLS.split(first))), None)
    if headed and headed not in weight:
        weight[headed] = _HEADED + (_HEADED if headline(last) == headed else 0.0)
    for name in _over_lines(_small(text[:_HEAD])):
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


def _of_request(text: str, found: re.Match[str]) -> bool:
    """Whether what names a subject is what was asked for, and no argument for an exemption."""
    if found[0][:7].lower() == "request":
        return True
    at = found.start()
    before = re.split(r"(?<=[.?!])\s|\n\s*\n", text[max(0, at - _SENTENCE) : at])[-1]
    sentence = before + re.split(r"(?<=[.?!])\s|\n\s*\n", text[at : at + _SENTENCE])[0]
    return _ARGUING.search(sentence) is None and (at < _OPENING or _REQUESTING.search(sentence) is not None)


_SENTENCE = 300  # characters at most on either side
_REQUESTING = re.compile(
    r"\b(?:requests?(?:ed|ing)?|you|your|asked|like|please|provide|seek|wish|thank)\b", re.IGNORECASE
)
_ARGUING = re.compile(
    r"\bexempt|\bdisclosure\b|\bwithh[eo]ld|\bneither confirm|\bsections? \d|\bregulation \d", re.IGNORECASE
)


def _above(text: str) -> Iterator[tuple[str, bool]]:
    """The lines above a letter or a page, up to where it takes up the request; each with whether it stands apart."""
    lines = text[:_ABOVE].split("\n")
    for n, line in enumerate(lines):
        words = " ".join(line.split()).strip(" *_#")
        if n and _BEGUN.match(words):
            return
        near = lines[max(0, n - 1) : n] + lines[n + 1 : n + 2]
        yield words, n > 0 and not any(other.strip() for other in near)


def _labelled(text: str) -> str | None:
    """The subject behind the kind of a letter: "FOI 123 - Potholes in 2021"."""
    found = (m["t"] for words, _ in _above(text) if (m := _LABELLED.match(words)))
    return next(filter(None, map(_subject, found)), None)


def _alone(text: str) -> str | None:
    """The subject that stands on a line by itself above a letter."""
    lines = (words for words, apart in _above(text) if apart and _ALONE.fullmatch(words) and not _plain(words))
    return next(filter(None, map(_subject, lines)), None)


def _subject(words: str) -> str | None:
    """`words` where they may name a subject: several, most of them small, and no date, reference or body."""
    said = words.strip(' -–:*"“”')
    small = [word for word in said.split() if word[:1].islower() and len(word) > 3]
    if not 2 <= len(said.split()) <= _WORDS or not small or dates(said) or _NO_SUBJECT.search(said):
        return None
    return None if any(len(name) > len(said) - 12 for _, name in mentions(_small(said))) else said


_ABOVE, _OPENING = 1500, 800  # characters that a headline stands in, and in which a letter says what it is about
_WORDS = 18
_BEGUN = re.compile(
    r"(?:thank you|i am writing|i write|further to|you (?:asked|requested|wrote)|your request|request\b.{0,3}$|question"
    r"|q\s?1|1[.)]|a\)|[•*-] |>|from:|in response|please|we (?:have|received)|response\b|part \w\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:(?:your )?(?:request under the )?(?:freedom of information|environmental information|foi|eir|foisa"
    r"|information)(?: \(scotland\))?(?: act| regulations)?(?: \d{4})?(?: \([a-z]+\))?(?: requests?)?"
    r"(?: (?:for information|response|reply|ref(?:erence)?))?[ \w./-]{0,24}?|subject|re|title)\s*(?::|\s[-–]\s)\s*"
    r"(?P<t>[A-Z“\"].{7,150})$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[A-Z][^.:;?!@|>\[\]{}=/]{9,110}")
_NO_SUBJECT = re.compile(
    r"@|www\.|https?:|\b(?:ref|reference|cookies?|website|skip to|menu|search|sign in|log ?in|dear|good (?:morning"
    r"|afternoon)|via|email|e-mail|sent|date|telephone|address|published|copyright|page|please|freedom of information"
    r"|annex|request|requests?|response|reply|safe|our|your|we|us|street|road|house|reviewed?|outcome|you are here"
    r"|emergency|council tax)\b",
    re.IGNORECASE,
)


def title(text: str, heading: str | None, question: str | None) -> str | None:
    """What the letter is about: its stated subject, its heading, or its first question."""
    if m := next((m for m in _TITLE.finditer(text[:3000]) if _of_request(text, m)), None):
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
    if line := _labelled(text):
        return line
    own = heading is not None and not _plain(heading)
    if not own and (line := _alone(text)):
        return line
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
