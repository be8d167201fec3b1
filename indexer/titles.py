"""What a letter is about: its title, which heads every passage and citation of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.authorities import mentions
from indexer.dates import dates
from indexer.metadata import uncapitalized
from indexer.scan import matches

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
_PLAIN_HEADING = re.compile(
    r"\W*(?:decision|request|response|your request|our response|disclosure|annex.*"
    r"|freedom of information.*|environmental information.*|foi.{0,12}|dear .*|complaint.*|official.*"
    r"|reference.*|harm\b.*|request for information|yours .*|kind regards|name:.*|q?\d*)\W*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^[> \t*]*(?:subject|re|title)\s*:\s*(?:re\s*[:–-]\s*)?(?P<t>[^\n]{6,160})", re.I | re.M)


def _plain(heading: str) -> bool:
    """Whether a heading names no subject: "Response", a date, the authority's own name."""
    words = " ".join(heading.split()).strip(" *_#:")
    named = [name for _, name in mentions(uncapitalized(words))]
    return bool(_PLAIN_HEADING.fullmatch(words) or dates(words) or (named and len(words) < len(named[0]) + 12))


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
    return None if any(len(name) > len(said) - 12 for _, name in mentions(uncapitalized(said))) else said


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
