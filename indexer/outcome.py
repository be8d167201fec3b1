"""What came of a question, read off the words of its answer: disclosed, withheld, not held, …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from corpus.acts import neither_confirms_nor_denies

Outcome = Literal[
    "disclosed",
    "partly_disclosed",
    "withheld",
    "not_held",
    "cost_limit",
    "vexatious",
    "neither_confirm_nor_deny",
    "referred",
]

_SILENCE = re.compile(
    r"neither\s+confirm|(?:refuse|decline|exempt\w*|not\s+(?:obliged"
    r"|required))\s+(?:\w+\s+){0,4}to\s+(?:either\s+)?confirm\s+or\s+deny"
    r"|confirm\w*\s+(?:\(?or\s+deny\w*\)?|nor\s+deny)",
    re.I,
)
_NOT_HELD = re.compile(
    r"""(?:do(?:es)?\s*(?:not|n[’']t)|did\s+not|no\s+longer)\s+(?:currently\s+|routinely\s+|centrally\s+
        |separately\s+)?(?:hold|have|record|keep|collect|capture|possess|retain|maintain)\b
      |(?:is|are|was|were)\s*(?:not|n[’']t)\s+(?:\w+\s+){0,2}(?:held|recorded|collected|captured|kept
        |available)|no\s+(?:specific\s+)?(?:recorded\s+)?(?:information|data|records?)\s+(?:is\s+
        |are\s+)?(?:held|recorded|available)?|not\s+held\b|information\s+not\s+held|nothing\s+(?:is\s+)?held
      |not\s+(?:routinely\s+)?(?:recorded|available|known|collected)\b|not\s+in\s+possession|holds?\s+no\s+""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_REFERRED = re.compile(
    r"""(?:(?:please\s+)?(?:see|refer\s+to)|as\s+(?:per|stated|in)|same\s+as|covered\s+(?:in|by)
        |answered\s+(?:in|by|at|under))\s+(?:\w+\s+){0,4}(?:answer|response|reply|question
        |q)s?\.?\s*(?:to\s+)?(?:above|below|(?:question|q|no)?\s*\.?\s*\d+)
      |^\W*(?:as|see)\s+(?:above|below)\b|reasonably\s+accessible
        |accessible\s+(?:to\s+the\s+applicant\s+)?by\s+other\s+means|already\s+(?:\w+\s+){0,3}(?:published
        |available|in\s+the\s+public\s+domain)|nationally\s+published
      |publicly\s+available|published\s+(?:on|at|data|information)|response\s+to\s+q\w*\s*\d
        |answer\s+to\s+(?:question\s+)?\d""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_LEAD = re.compile(
    r"^\W*(?:in (?:response|answer|reply|relation) to|with regards? to|regarding"
    r"|for) (?:your )?(?:questions?|q|points?)\b[\s\d,a-h&.and-]*",
    re.I,
)
_COST = re.compile(
    r"cost\s+(?:limit|threshold|ceiling)|appropriate\s+limit|exceed\w*\s+(?:the\s+)?(?:18|24)\s+hours"
    r"|cost\s+of\s+compl|18\s+hours",
    re.I,
)
_VEXATIOUS = re.compile(r"vexatious|repeated\s+request", re.I)
_LINK = re.compile(r"https?://|www\.|\.gov\.uk|following\s+link|link\s+below|link\s+above", re.I)


def of_question(answers: Sequence[str], refusals: Sequence[str], codes: Iterable[str]) -> Outcome | None:
    """The outcome of a question from the texts of its answers and refusals and the codes these rely on.

    None where nothing answers it.
    """
    codes = tuple(codes)
    said = " ".join(" ".join(answers).split())
    refused = " ".join(" ".join(refusals).split())
    if not said and not refused:
        return None
    refusal = _refusal(refused, codes) if refused else None
    if refusal is None:
        if any(neither_confirms_nor_denies(c) for c in codes):
            return "neither_confirm_nor_deny"
        return _plain(said)
    if refusal in {"referred", "neither_confirm_nor_deny"} or not (said and _gives(said)):
        return refusal
    return "partly_disclosed"


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


def _gives(said: str) -> bool:
    """Whether the answer itself gives something, rather than only advice or a statement that nothing is held."""
    if re.match(
        r"\W*(?:under\s+)?section\s+16\b|in accordance with (?:our|the) duty|.{0,60}advice and assistance", said, re.I
    ) and not re.search(r"\d[\d,]*\s*(?:$|\n)|\t", said):
        return False
    plain = _plain(said)
    return plain not in {"not_held"}


def _plain(said: str) -> Outcome:
    """The outcome of an answer that refuses nothing."""
    said = _LEAD.sub("", said[:2000])
    figures = len(
        re.findall(
            r"(?<![\w/.])[£]?\d[\d,.]*%?(?![\w/])",
            re.sub(r"\b(?:19|20)\d\d\b|(?:question|section|q)\s*\d+", "", said, flags=re.I),
        )
    )
    held = _NOT_HELD.search(said)
    if held and (len(said) < 500 or held.start() < 200) and figures < 4:
        rest = said[: held.start()].strip()
        if figures and len(rest) > 60:
            return "partly_disclosed"
        return "not_held"
    if held and figures >= 4 and len(said) < 400:
        return "disclosed"
    where = _REFERRED.search(said)
    if where and len(said) < 420 and figures < 3:
        return "referred"
    if (
        len(said) < 260
        and _LINK.search(said)
        and re.match(
            r"\W*(?:please\s+)?(?:see|find|refer|this information|the information|\[\d+\]|https?:)", said, re.I
        )
        and figures < 2
    ):
        return "referred"
    return "disclosed"


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
    if any(o in kinds for o in ("withheld", "cost_limit", "vexatious", "neither_confirm_nor_deny", "partly_disclosed")):
        return "partly_disclosed"
    return "disclosed" if kinds["disclosed"] >= kinds["not_held"] or kinds["disclosed"] else kinds.most_common(1)[0][0]
