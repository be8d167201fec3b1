"""What came of a question, read off the words of its answer: disclosed, withheld, not held, …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.acts import neither_confirms_nor_denies
from indexer.given import GIVING, URL, attached, figures
from indexer.not_held import not_held
from indexer.passed_on import passed_on
from indexer.sectioned import Outcome

_SILENCE = re.compile(
    r"neither\s+confirm|(?:refuse|decline|exempt\w*|not\s+(?:obliged"
    r"|required))\s+(?:\w+\s+){0,4}to\s+(?:either\s+)?confirm\s+or\s+deny"
    r"|confirm\w*\s+(?:\(?or\s+deny\w*\)?|nor\s+deny)",
    re.I,
)
ON_SITE = r"\b(?:is|are)\s+on\s+(?:our|the)\s+(?:\w+\s+)?web\s?site\b"
"""That something stands on a web site."""
_REFERRED = re.compile(
    r"""\b(?:(?:(?:please\s+)?(?:see|refer\s+to)|as\s+(?:per|stated|in)|same\s+as|covered\s+(?:in|by)
        |answered\s+(?:in|by|at|under))\s+(?:\w+\s+){0,4}(?:answer|response|reply|question
        |q)s?\.?\s*(?:to\s+)?(?:above|below|(?:question|q|no)?\s*\.?\s*\d+)
      |(?:reasonably|otherwise)\s+accessible|regulation\s+6\(1\)\(b\)|(?:is|are)\s+on\s+(?:the|a|our)\s+public\s+register
        |accessible\s+(?:to\s+the\s+applicant\s+)?by\s+other\s+means|already\s+(?:\w+\s+){0,3}(?:published
        |available|in\s+the\s+public\s+domain)|nationally\s+published
      |publicly\s+available|""" + ON_SITE + r"""
      |(?<!will\sbe\s)published\s+(?:\w+ly\s+)?(?:on|at|by|in|data|information|quarterly|annually)|in\s+the\s+public\s+(?:realm
        |domain)|(?:can|may)\s+(?:also\s+)?(?:be\s+)?(?:viewed|found|accessed|seen|downloaded|obtained
        |inspected|consulted)\s+(?:\w+\s+){0,4}?
        (?:on|at|via|here|from|online|through|under|using|by\s+(?:visiting|following))\b
      |(?:is|are|recorded,)\s+(?:made\s+)?available\s+(?:\w+\s+){0,3}?(?:on|at|via|here|from|online|through|by)\b
      |response\s+to\s+q\w*\s*\d
        |answer\s+to\s+(?:question\s+)?\d
      |we\s+(?:\w+\s+)?publish\s+(?:\w+\s+){1,8}(?:on|at|in|via)\s+(?:our|the|this)\b)
      |(?:^\W{0,8}|[.•]\s{0,3}[*_"(]{0,3})(?:please\s+)?(?:as|see|refer\s+to)\s+(?:above|below)\b""",
    re.VERBOSE,
)  # fmt: skip
_LEAD = re.compile(
    r"^\W*(?:in (?:response|answer|reply|relation) to|with regards? to|regarding"
    r"|for) (?:your )?(?:(?:questions?|q|points?)\b|q(?=\d))[\s\d,a-h&.and-]*(?:\([^()]{1,300}\),)?"
    r"|^\W*(?:our )?(?:response|answer|reply) to (?:your )?(?:questions?|q|points?|parts?|items?) ?\d{1,2}[a-h]?\b"
    r"(?=[ :.–-]+\S)",
    re.I,
)
_ITEM = re.compile(r"^\W{0,8}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\w)", re.IGNORECASE)
"""The mark of a question before its answer: "9) ", "iv. "."""
_COST = re.compile(
    r"cost\s+(?:limit|threshold|ceiling)|appropriate\s+limit|exceed\w*\s+(?:the\s+)?(?:18|24)\s+hours"
    r"|cost\s+of\s+compl|18\s+hours",
    re.I,
)
_VEXATIOUS = re.compile(r"vexatious|repeated\s+request", re.I)
_LINK = re.compile(r"https?://|www\.|\.gov\.uk|following\s+link|link\s+below|link\s+above", re.I)
_NOTES = re.compile(r"\W*(?:please\s+note|note|therefore|this\s+is|as\s+such|nb|it\s+(?:is|was)|they)\b", re.IGNORECASE)


_UNSAID = re.compile(
    r"\b(?:not\s+able|unable|can\s?not|neither|refuse|decline)\b[^.]{0,40}\bconfirms?\s+(?:n?or|and)\s+den(?:y|ies)\b",
    re.I,
)
_ADVICE = re.compile(
    r"\W*(?:under\s+)?section\s+16\b|in accordance with (?:our|the) duty|.{0,60}advice and assistance", re.IGNORECASE
)
_ASKS_BACK = re.compile(
    r"\b(?:could|can|would)\s+you\s+(?:please\s+)?clarify\b|\bplease\s+clarify\b|\bextend(?:ing|ed)?\s+the\s+(?:deadline"
    r"|time\s+limit)\b|\bdisregard\s+our\s+previous\b",
    re.IGNORECASE,
)
"""What asks the requester, puts the answer off or takes it back: nothing has come of the question."""
_DECLINES = re.compile(
    r"\b(?:declin|refus)\w*\s+(?:to\s+\w+\s+)?(?:your|the|this)\s+(?:\w+\s+){0,2}request\b", re.IGNORECASE
)
_INVALID = re.compile(r"\b(?:section|s\.?)\s*8\b", re.IGNORECASE)
"""What turns a request down as none that the law knows: no exemption, but nothing is given either."""
_KEPT = re.compile(r"\bno\s+(?:information|data|records?)\s[^.]{0,60}\b(?:retained|held|available|recorded)\b")


def turns(sentences: Sequence[str], paragraphs: Sequence[bool]) -> list[int]:
    """Where an answer turns from what it gives to what is not held or lies elsewhere, or back.

    `paragraphs[i]` says that sentence i opens a paragraph. Returns the indices of the sentences that open a new
    stretch; none for an answer that is all of one sort, or that gives no figure and attaches nothing.
    """
    sorts: list[str] = []
    for said, opens in zip(sentences, paragraphs, strict=True):
        sort = _sort(said)
        if sort == "" and sorts:  # what says nothing itself goes with what it follows, or opens the next stretch
            sort = sorts[-1] if not opens or not any(c.isalpha() for c in URL.sub("", said)) else "other"
        sorts.append(sort or "other")
    if "given" not in sorts or not {"not_held", "referred"} & set(sorts):
        return []
    plain = [s if s in {"not_held", "referred"} else "given" for s in sorts]
    return [
        i
        for i in range(1, len(plain))
        if plain[i] != plain[i - 1] and (sentences[i - 1].rstrip()[-1:] != ":" or plain[i] != "given")
    ]


def _sort(said: str) -> str:
    """What one sentence does: it gives, it says that nothing is held, it refers elsewhere, or none of these."""
    words = said.split()
    low = said.lower()
    sent, elsewhere = attached(said, low), _REFERRED.search(low)
    if sent and not (elsewhere and elsewhere.start() < sent.start()):
        return "given"
    if len(words) >= 5 and not figures(said) and "\t" not in said:
        if not_held(low) and words[-1][-1:] in ".)’'\"abcdefghijklmnopqrstuvwxyz":
            return "not_held"
        if elsewhere:
            return "referred"
    if figures(said) and not _NOTES.match(said):
        return "given"
    return ""


def of_part(kind: str, text: str, codes: Sequence[str]) -> Outcome | None:
    """The outcome that one answer or refusal has by itself, from its words and the codes it relies on."""
    said = " ".join(text.split())
    if kind == "answer" or not said:
        return None if not said or _advises(said) else of_question([said], [], codes)
    refusal = _refusal(said, codes)
    if refusal != "withheld":
        return refusal
    sentences = re.split(r"(?<=[.;:])\s+", said)
    plain = [_REDACTED.sub(" ", one) for one in sentences]
    gives = any((attached(one, one.lower()) or _STATED.search(one)) and not _REFUSES.search(one) for one in plain)
    return "partly_disclosed" if gives else "withheld"


_REDACTED = re.compile(
    r"\bredacted\s+(?=(?:documents?|cop(?:y|ies)|versions?|e-?mails?|correspondence|files?|minutes)\b)", re.I
)
"""What says of a paper that is given that parts of it are not."""
_STATED = re.compile(r"\b(?:is|are|was|were|totals?|totalled)\s+[£]?(?!(?:19|20)\d\d\b)\d")
_REFUSES = re.compile(
    r"exempt|withh|redact|refus|section|regulation|article|act\b|public\s+interest|prejudic|\bhours?\b|principle|page"
    r"|paragraph|would",
    re.IGNORECASE,
)


def of_question(answers: Sequence[str], refusals: Sequence[str], codes: Iterable[str]) -> Outcome | None:
    """The outcome of a question from the texts of its answers and refusals and the codes these rely on.

    None where nothing answers it.
    """
    codes = tuple(codes)
    said = " ".join(" ".join(answers).split())
    refused = " ".join(" ".join(refusals).split())
    if (not said and not refused) or (not refused and _asks_back(said)):
        return None
    refusal = _refusal(refused, codes) if refused else None
    if refusal is None:
        if any(neither_confirms_nor_denies(c) for c in codes):
            return "neither_confirm_nor_deny"
        return _together([_plain(" ".join(one.split())) for one in answers if one.strip()])
    if refusal in {"referred", "neither_confirm_nor_deny"} or not any(_gives(" ".join(one.split())) for one in answers):
        return refusal
    return "partly_disclosed"


def _together(kinds: Sequence[Outcome]) -> Outcome:
    """The outcome of several answers to one question, none of which refuses."""
    found = set(kinds)
    if len(found) == 1:
        return kinds[0]
    if "withheld" in found:
        return "partly_disclosed" if found & {"disclosed", "partly_disclosed"} else "withheld"
    if "disclosed" in found:
        return "partly_disclosed" if found & {"not_held", "partly_disclosed"} else "disclosed"
    return "partly_disclosed" if "partly_disclosed" in found else "referred"


def _refusal(text: str, codes: Sequence[str]) -> Outcome:
    sections = {re.sub(r"\(.*", "", c.split()[-1]) for c in codes}
    foi = any(c.startswith(("FOIA", "FOISA")) for c in codes)
    if any(neither_confirms_nor_denies(c) for c in codes) or (
        _SILENCE.search(text[:1500]) and not (foi and sections & {"s12", "s14"})
    ):
        return "neither_confirm_nor_deny"
    if ("s12" in sections and foi) or (not codes and _COST.search(text)):
        return "cost_limit"
    if ("s14" in sections and foi) or (not codes and _VEXATIOUS.search(text)):
        return "vexatious"
    if (sections and sections <= {"s21"} and foi) or (
        sections == {"s25"} and any(c.startswith("FOISA") for c in codes)
    ):
        return "referred"
    if codes and all(c.endswith(("r12(4)(a)", "r10(4)(a)")) for c in codes):
        return "not_held"
    return "withheld"


def _advises(said: str) -> bool:
    """Whether an answer is advice on how to ask anew, and does not end in a figure."""
    return _ADVICE.match(said) is not None and not re.search(r"\d[\d,]{0,12}\Z", said)


def _asks_back(said: str) -> bool:
    """Whether an answer does no more than ask the requester, or put its answer off."""
    return len(said) < 900 and _ASKS_BACK.search(said) is not None and attached(said, said.lower()) is None


def _gives(said: str) -> bool:
    """Whether the answer itself gives something, rather than only advice or a statement that nothing is held."""
    if _advises(said):
        return False
    plain = _plain(said)
    return plain not in {"not_held"}


@lru_cache(maxsize=256)  # asked of an answer by itself and again with all that answers its question
def _plain(said: str) -> Outcome:
    """The outcome of an answer that refuses nothing."""
    said = _LEAD.sub("", _ITEM.sub("", said[:2000]))
    if _DECLINES.search(said) and _INVALID.search(said):
        return "withheld"
    if _UNSAID.search(said):
        return "neither_confirm_nor_deny"
    given = figures(said)
    low = said.lower()
    held = not_held(low)
    if held and not given and attached(said, low):
        return "disclosed"
    if held and GIVING.search(low):
        return "partly_disclosed"
    if held and not given and len(said) < 900 and _KEPT.search(low):
        return "not_held"
    if held and (len(said) < 500 or held.start() < 200) and given < 4:
        rest = said[: held.start()].strip()
        if given and len(rest) > 60:
            return "partly_disclosed"
        return "not_held"
    if held and given >= 4 and len(said) < 400:
        return "disclosed"
    where = _REFERRED.search(low)
    sent = attached(said, low)
    if where and len(said) < 420 and given < 3 and not (sent and sent.start() < where.start()):
        return "referred"
    if (
        len(said) < 260
        and _LINK.search(said)
        and re.match(
            r"\W*(?:please\s+)?(?:see|find|refer|this information|the information|\[\d+\]|https?:)", said, re.I
        )
        and given < 2
    ):
        return "referred"
    return "referred" if passed_on(low) else "disclosed"


def of_document(outcomes: Sequence[Outcome | None]) -> Outcome | None:
    """The outcome of a whole letter from those of its questions and unpaired parts; None where there are none."""
    known = [o for o in outcomes if o]
    if not known:
        return None
    kinds = Counter(known)
    if len(kinds) == 1:
        return known[0]
    given = sum(kinds[o] for o in ("disclosed", "partly_disclosed", "referred"))
    if not given:
        return kinds.most_common(1)[0][0]
    if set(kinds) - {"disclosed", "referred", "not_held"} or (kinds["disclosed"] and kinds["not_held"]):
        return "partly_disclosed"
    return "disclosed" if kinds["disclosed"] else kinds.most_common(1)[0][0]
