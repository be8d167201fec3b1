"""One document, several messages: the reply, and the e-mails quoted under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

Role = Literal["reply", "request", "notice"]

_HEADER = re.compile(
    r"""^[> \t*|]*(?:from\s*:[^\n]*\n(?:[^\n]*\n){0,4}?[> \t*|]*(?:sent|to|date
        |subject)\s*:[^\n]*(?:\n[> \t*|]*(?:sent|to|cc|bcc|date|subject|importance|attachments)\s*:[^\n]*)*
      |-{2,}\s*(?:original|forwarded)\ message\s*-{2,}
      |on\ [^\n]{6,80}(?:\n[^\n]{0,80})?\bwrote:\s*$)""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_SALUTATION = re.compile(
    r"^[> \t*]*(?:dear|annwyl|to whom|hello|hi|good (?:morning|afternoon))\b[^\n]*$", re.IGNORECASE | re.MULTILINE
)
SIGN_OFF = re.compile(
    r"^[> \t*]*(?:yours? (?:sincerely|faithfully|truly)|kind(?:est)? regards|many thanks|best wishes"
    r"|(?:with )?(?:best |warm )?regards|sincerely|thanks(?: in advance)?|thank you(?: in advance)?"
    r"(?: for your (?:help|time|assistance)[^\n]*)?|i look forward to[^\n]*|we look forward to[^\n]*"
    r"|-{20,}|_{20,}|please use this email address)[,.!]*\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_NOTICE = re.compile(
    r"logged as|will be (?:dealt|processed|handled)|being (?:dealt with|processed)"
    r"|must respond to you within|acknowledg|aim to respond|you (?:should|can"
    r"|will) (?:therefore )?expect to"
    r"|we will (?:now )?(?:continue to )?(?:deal|respond)|automat(?:ic|ed) (?:reply|response)"
    r"|we will be in touch|will (?:now )?(?:search|look) for|has been passed to"
    r"|in order to (?:process|respond)[^.]{0,80}clarif",
)
_REPLY = re.compile(
    r"(?:response|reply|answer)s? to your (?:request|question)|our (?:responses?|reply|replies|answers?)\b"
    r"|thank you for your (?:request|email|e-mail|letter)|please find (?:below"
    r"|attached|our|the)|we (?:do not |don't )?hold\b|i can confirm|we can confirm|exempt (?:from|under)"
    r"|internal review (?:by|request)|further to your (?:request|e-?mail|letter|enquiry)"
    r"|i am writing (?:in response|further)"
    r"|unhappy with|remain dissatisfied|neither confirm nor deny|refusal notice"
    r"|not obliged to (?:comply|provide|supply)"
    r"|received your request|public interest test|is exempt\b",
)
_REQUEST = re.compile(
    r"freedom of information (?:act )?request\s*[-–:]|i (?:would like|am writing|request|wish"
    r"|would be grateful)|please (?:can|could|provide|confirm|state|send|supply|list|tell|give"
    r"|let me know|explain|advise|answer)|under the freedom|\?|yours faithfully",
)


_ANSWERS_MAIL = re.compile(r"subject:\s*(?:re|response|reply)\s*[:–-]", re.IGNORECASE)
_OFFICE = re.compile(
    r"from:[^\n]*\b(?:foia?|eir|freedom-?of-?information|information-?(?:rights|governance))[\w.-]{0,20}@", re.I
)
"""An e-mail that the office which answers requests has sent."""
_QUOTED = re.compile(r"^[ \t]*>[^\n]*$", re.MULTILINE)
_SENDER = re.compile(r"[> \t*|]*from\s*:[ \t*]*(?P<name>[^\n<\[(]{3,80})", re.IGNORECASE)
_QUOTES = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
_OPENS = re.compile(
    r"\W*(?:many thanks|thanks|thank you)(?: very much)? for (?:your|the) (?:[\w’'-]+ ){0,6}?request\b"
    r"(?! (?:to|for) (?:clarif|refine|narrow|more))",
    re.IGNORECASE,
)
"""How the office that answers a request opens: "Thank you for your information request"."""
_LETTERED = re.compile(
    r"^[> \t*_#]*(?:(?P<asked>q|question)|ans|answer|response|(?-i:A))(?: ?\d{1,2}[a-h]?)?[*_]*[.:][*_]*(?=\s)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that a letter labels as question or as answer: "Q. How many?", "A. 12"."""
_ASKS_ON = re.compile(
    r"\b(?:please (?:can|could|would|tell|provide|supply|send|confirm|let)|(?:could|can|would) you"
    r"|i (?:would|wish|request|ask))\b",
    re.IGNORECASE,
)
"""What asks, after questions and answers that are quoted from elsewhere."""
_SECOND = re.compile(r"^[> \t*_#]*B[.:)]", re.MULTILINE)
"""The second of a list of which "A." is the first."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message `text[start:end]`: its words begin at `body`; a request's end at `close`, before the signature."""

    start: int
    body: int
    close: int
    end: int
    role: Role
    header: bool


def messages(text: str) -> list[Message]:
    """The messages of a document in the order they stand; a document that is no e-mail is one reply."""
    starts = list(_HEADER.finditer(text))
    lead = len(text) - len(text.lstrip())
    edges = [0, *(m.start() for m in starts if m.start() > lead)]
    chain = len(edges) > 1
    below = {at for a, b in pairwise([*edges, len(text)]) if (at := _below(text, a, b)) is not None}
    edges = sorted({*edges, *below})
    heads = {m.start(): m.end() for m in starts}
    first = 0 if edges[0] in heads else next((m.start() for m in starts if m.start() <= lead), None)
    found: list[Message] = []
    for i, start in enumerate(edges):
        end = edges[i + 1] if i + 1 < len(edges) else len(text)
        head = heads.get(start, heads.get(first, start) if i == 0 and first is not None else start)
        header = start in heads or (i == 0 and first is not None and first in heads)
        body = head
        if header and (hello := _SALUTATION.search(text, head, min(end, head + 400))):
            body = hello.end()
        said = text[body:end]
        words = (_QUOTED.sub("", said).strip() or _QUOTES.sub("", said)).lower()  # a message may be quoted throughout
        if start in below or (i == 0 and (chain or not header)):
            role: Role = "reply"
        else:
            asks, replies, notes = len(_REQUEST.findall(words)), len(_REPLY.findall(words)), len(_NOTICE.findall(words))
            subject = text[head - 200 if head > 200 else 0 : body] if header else ""
            asks += 2 * bool(
                re.search(
                    r"subject:\s*(?:freedom of information|foi|eir|environmental)[^\n]*request\s*[-–]", subject, re.I
                )
            )
            replies += bool(re.search(r"subject:\s*(?:re|response|reply)\b", subject, re.I))
            if notes and notes >= replies - 1 and len(words) < 6000 and replies <= 2 and asks <= 3:
                role = "notice"
            elif (
                (i == 0 and (_ANSWERS_MAIL.search(subject) or _OFFICE.search(subject)))
                or replies >= 2
                or (replies and not asks)
                or (i == 0 and not asks)
            ):
                role = "reply"
            elif asks:
                role = "request"
            else:
                role = "notice" if i else "reply"
        if role == "request" and (
            _interleaved(said)
            or _lettered(said)
            or (i == 0 and _OPENS.match(said))
            or _filled_in(said, text[found[-1].body : start] if found else "")
        ):
            role = "reply"
        if role == "request" and i and (not header or _same_sender(text, found[0], start)):
            role = "notice" if header else "reply"
        close = end
        if role == "request" and (bye := SIGN_OFF.search(text, body, end)):
            close = bye.start()
        found.append(Message(start, body, close, end, role, header))
    return [part for message in found for part in _parted(text, message)]


def _below(text: str, start: int, end: int) -> int | None:
    """Where the letter goes on by itself below a message that it quotes throughout, header and all; None where not."""
    lines = text[start:end].splitlines(keepends=True)
    quoted = [line.lstrip(" \t").startswith(">") for line in lines]
    if not quoted or not quoted[0]:
        return None
    last = len(quoted) - quoted[::-1].index(True)
    if not all(said or not line.strip() for said, line in zip(quoted[:last], lines, strict=False)):
        return None
    rest = "".join(lines[last:])
    own = rest.lstrip()
    return end - len(own) if own and rest.count("\n", 0, len(rest) - len(own)) else None


def _same_sender(text: str, reply: Message, start: int) -> bool:
    """Whether the message at `start` is from whoever sent the reply above it, who asks only what was meant."""
    one, other = (_SENDER.match(text, at) for at in (reply.start, start))
    return bool(reply.header and one and other and one["name"].split() == other["name"].split())


def _interleaved(text: str) -> bool:
    """Whether lines stand again and again between those that a message quotes: the answers, each under its question."""
    quoted = [line.lstrip().startswith(">") for line in text.splitlines() if line.strip(" \t>")]
    return sum(a and not b for a, b in pairwise(quoted)) >= 2


def _lettered(text: str) -> bool:
    """Whether a message answers what it labels as questions: "Q. How many? A. 12", more than once."""
    marks = list(_LETTERED.finditer(text))
    ends = [*(m.start() for m in marks[2:]), len(text)]
    told = (
        bool(ask["asked"] and not reply["asked"] and text[reply.end() : end].strip())
        for (ask, reply), end in zip(pairwise(marks), ends, strict=False)
    )
    asks_on = bool(marks) and _ASKS_ON.search(text, marks[-1].end()) is not None
    return sum(told) >= 2 and _SECOND.search(text) is None and not asks_on


_WITHIN = re.compile(
    r"\b(?:answers?|responses?|repl(?:y|ies)|comments)\b(?: [\w’']+){0,8}?"
    r" (?:in (?:capitals|bold|red|blue|green|italics)|in ?-?line|in ?-?between|between"
    r"|(?:beneath|under|below|after|against|beside|next to) (?:each|every)"
    r"|(?:in|into|within|inside) (?:your|the) (?:own )?(?:text|body|request|e-?mail|message|questions?|letter))\b"
    r"|\b(?:inserted|typed|added|put|placed|given) (?:our|my|the|their) (?:answers?|responses?|repl(?:y|ies))",
    re.IGNORECASE,
)
"""How a covering note says that the answers stand among the questions quoted under it."""
_FIGURE = r"£?\d[\d,.]*[%mk]?(?: [a-z]+){0,4}[.]?[ \t]*$"
_BEHIND = re.compile(rf"\?[\"”’)]*[ \t]+(?:(?:yes|no|nil|none|n/a)\b|{_FIGURE})", re.IGNORECASE | re.MULTILINE)
_BELOW = re.compile(
    r"\?(?:[^\n?]{0,160}\n\s*?\n?|[^?]{0,240}?\n[ \t]*\n)"
    rf"(?:(?:yes|no|nil|none|n/a)\b|(?:(?-i:[A-Z])[a-z]+:? )?(?!\d{{1,2}}\.[ \t]*$){_FIGURE})",
    re.IGNORECASE | re.MULTILINE,
)
_SHORT = 400  # characters of a covering note that answers nothing itself


def _filled_in(text: str, note: str) -> bool:
    """Whether a quoted request holds its answers: the note above it says so, or they stand behind its questions."""
    behind = len(_BEHIND.findall(text)) + len(_BELOW.findall(text))
    return behind >= (2 if len(note) < _SHORT else 3) or (
        _WITHIN.search(note) is not None and behind + _loud(text) >= 2
    )


def _loud(text: str) -> int:
    """How many lines, or ends of lines behind what they ask, are in capitals."""
    ends = (line.rsplit("?", 1)[-1].strip() for line in text.splitlines())
    return sum(end.isupper() and " " in end for end in ends)


# "Dear Barset Council,": written to a body, so by someone who asks it.
_ADDRESSED = re.compile(
    r"^[> \t*“\"]*(?:dear|to) (?=[^\n]{3,90},?[ \t]*$)[^\n.?]*?"
    r"\b(?-i:Council|Police|Constabulary|Trust|University|Service"
    r"|Authority|Department|Ministry|Board|Executive|Ombudsman|Commissioner|Company|Agency|Office|Commission"
    r"|School|College"
    r"|Corporation|Limited|Ltd|Government|Museum|Transport|Borough|Parliament|Hospitals?|NHS|Association|Brigade)\b"
    r"[^\n.?]{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_REQUEST = 8000  # characters
_LONGEST_TITLE = 700  # characters of a page above the letter that it begins with
_REVIEW = re.compile(r"\b(?:request|conduct|carry out|ask for|like) an internal review\b")
_GIVES = re.compile(r"\b(?:can confirm|do not hold|does not hold|please find|is attached|are attached|exempt)\b")


_WHOM = re.compile(
    r"[> \t*]*(?:dear (?:sirs?|madam|sir(?: or |/| / |, )madam|foi (?:team|officer)"
    r"|freedom of information\b[^\n]{0,30})"
    r"|to whom it may concern)[ ,]*$",
    re.IGNORECASE | re.MULTILINE,
)


def _to_whom(text: str, message: Message) -> re.Match[str] | None:
    """The greeting of a letter to nobody by name, where another letter follows it that answers somebody by name."""
    greetings = list(_SALUTATION.finditer(text, message.body, message.end))
    if len(greetings) < 2 or not _WHOM.match(text, greetings[0].start()) or _WHOM.match(text, greetings[1].start()):
        return None
    said = text[greetings[0].end() : greetings[1].start()].lower()
    return greetings[0] if SIGN_OFF.search(said) and _REQUEST.search(said) and not _REPLY.search(said) else None


def _parted(text: str, message: Message) -> list[Message]:
    """A reply that opens with, or holds, the letter it answers: that letter is a request, what follows the reply."""
    hello = _ADDRESSED.search(text, message.body, message.end) if message.role == "reply" else None
    if hello is None and message.role == "reply":
        hello = _to_whom(text, message)
    if hello is None:
        return [message]
    bye = SIGN_OFF.search(text, hello.end(), min(message.end, hello.end() + _LONGEST_REQUEST))
    other = _SALUTATION.search(text, hello.end(), message.end)
    said = text[hello.end() : bye.start()].lower() if bye else ""
    if bye is None or (other and other.start() < bye.start()) or not _REQUEST.search(said):
        return [message]
    head = text[message.body : hello.start()]
    title = len(head) < _LONGEST_TITLE and not _SALUTATION.search(head)
    before = replace(message, close=hello.start(), end=hello.start(), role="notice" if title else "reply")
    role: Role = "notice" if _REVIEW.search(said) else "request"
    asked = Message(hello.start(), hello.end(), bye.start(), bye.end(), role, header=False)
    rest = replace(message, start=bye.end(), body=bye.end(), header=False)
    greetings = list(_SALUTATION.finditer(text, rest.start, rest.end))
    acknowledged = []
    if len(greetings) > 1 and not _ADDRESSED.match(text, greetings[0].start()):
        first = text[rest.start : greetings[1].start()].lower()
        if _NOTICE.search(first) and not _GIVES.search(first):
            at = greetings[1].start()
            acknowledged = [replace(rest, close=at, end=at, role="notice")]
            rest = replace(rest, start=at, body=at)
    return [*([before] if head.strip() else []), asked, *acknowledged, *_parted(text, rest)]
