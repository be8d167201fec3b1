"""What came of a question, read off the words of its answer: disclosed, withheld, not held, …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.acts import neither_confirms_nor_denies
from indexer.sectioned import Outcome

_SILENCE = re.compile(
    r"neither\s+confirm|(?:refuse|decline|exempt\w*|not\s+(?:obliged"
    r"|required))\s+(?:\w+\s+){0,4}to\s+(?:either\s+)?confirm\s+or\s+deny"
    r"|confirm\w*\s+(?:\(?or\s+deny\w*\)?|nor\s+deny)",
    re.I,
)
# These two read text in lower case.
_NOT_HELD = re.compile(
    r"""\b(?:(?:do(?:es)?\s*(?:not|n[’']t)|did\s+not|no\s+longer)\s+(?:(?:currently|routinely|centrally|separately|specifically
        |formally)\s+)?(?:hold|have\s+(?:[^\s.]+\s+){0,5}?(?:information|data|figures?|numbers?|records?|breakdowns?
        |details?|cop(?:y|ies)|statistics|documents?|totals?|evidence|correspondence|this|these|them|it)\b|record|keep|collect|collate
        |capture|possess|retain|maintain|identify|monitor|track
        |break\s+(?:\w+\s+){0,5}down|differentiate|distinguish|categori[sz]e)\b
      |(?:is|are|was|were)\s*(?:not|n[’']t)\s+(?:\w+\s+){0,2}(?:held|recorded|collected|collated|captured|kept
        |retained|available(?!\s+(?:at\s+the\s+time|to\s+be|for\s+(?:the|an?|use|hire|sale)\b)))
        |no\s+(?:specific\s+)?(?:recorded\s+)?(?:information|data|records?|breakdown)\s+(?:(?:\w+\s+){0,8}
        (?:is|are|has\s+been|have\s+been)\s+)?(?:held|recorded|available|retained|kept)
        |ha(?:s|ve)\s+no\s+(?:\w+\s+){0,2}(?:information|data|records?|record\s+of)\b
        |not\s+held\b|information\s+not\s+held|(?:nothing|none|nil|no\s+\w+)\s+(?:(?:is|are|was|were)\s+)?held\b
        |can(?:\s?not|[’']t)\s+be\s+(?:established|determined|ascertained)\b
      |not\s+(?:routinely\s+)?(?:recorded|available(?!\s+(?:at\s+the\s+time|to\s+be))|known|collected)\b
      |unable\s+to\s+answer\s+(?:this|the|question|part|point|your)\b|not\s+in\s+possession|holds?\s+no\s+
      |(?:can\s?not|could\s+not|(?:are|is|were|was|been)\s+unable\s+to)\s+(?:locate|find|trace|identify|provide
        \s+(?:\w+\s+){0,4}(?:information|data|figures?|breakdown|details?))\b
      |there\s+(?:are|were|is|was|have\s+been)\s+no\s+(?:\w+\s+){0,2}(?:reports?|records?|documents?|minutes|surveys?
        |correspondence|e-?mails|files|breakdown)\b
      |(?:is|are)\s+held\s+by\s+(?!us\b)[^.,;]{2,40}?,?\s+(?:and\s+)?not\s+(?:by\s+)?(?:us|the|\w+\s+(?:council|police)
        |\w+\s+(?:city|county|borough)\s+council)\b)|^\W*no\s+(?:information|data|records?)\W*$""",
    re.VERBOSE,
)  # fmt: skip
_HELD_BY = re.compile(
    r"""(?P<confirmed>\bconfirm\s[^.]{0,120})?\b(?:you\s+(?:have\s+)?(?:require|request|seek|are\s+seeking|ask)\w*|requested|this|the)
        \s*(?:information|data)?(?:\s+you\s+(?:have\s+)?(?:require|request\w*|seek|asked\s+for))?
        \s+(?:is|are|will\s+be|would\s+be)\s+(?:only\s+)?held\s+by\s+
        (?!us\b|(?:the|this|our)\s+(?:council|trust|force|university|department|service|authority|constabulary|board
        |college|school|agency|office)\b(?!\s+(?:of|for)\b))""",
    re.VERBOSE,
)  # fmt: skip
"""What may lie with another body, or with the letter's own; in lower case."""
_SENT_ON = re.compile(
    r"\b(?:contact|re-?direct|direct(?:ed)?|approach|them|their|not\s+(?:by\s+)?us|write\s+to"
    r"|request\s+(?:it|this)\s+from)\b|@"
)
_SET_OUT = re.compile(
    r"\b(?:set\s+out|given|provided|shown|listed|detailed)\s+(?:\w+\s+){0,3}?(?:below|above|here|overleaf|in\s+the\s+table)\b"
)
_REFERRED = re.compile(
    r"""\b(?:(?:(?:please\s+)?(?:see|refer\s+to)|as\s+(?:per|stated|in)|same\s+as|covered\s+(?:in|by)
        |answered\s+(?:in|by|at|under))\s+(?:\w+\s+){0,4}(?:answer|response|reply|question
        |q)s?\.?\s*(?:to\s+)?(?:above|below|(?:question|q|no)?\s*\.?\s*\d+)
      |reasonably\s+accessible
        |accessible\s+(?:to\s+the\s+applicant\s+)?by\s+other\s+means|already\s+(?:\w+\s+){0,3}(?:published
        |available|in\s+the\s+public\s+domain)|nationally\s+published
      |publicly\s+available|\bis\s+on\s+(?:our|the)\s+(?:\w+\s+)?web\s?site\b|(?<!will\sbe\s)published\s+(?:\w+ly\s+)?(?:on|at|by|in|data|information|quarterly|annually)|in\s+the\s+public\s+(?:realm
        |domain)|(?:can|may)\s+(?:also\s+)?(?:be\s+)?(?:viewed|found|accessed|seen|downloaded|obtained)\s+(?:\w+\s+){0,4}?
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
_MARKS = re.compile(r"\[\d+\]|\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b|(?:question|section|q)\s*\d+", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w/.])[£]?\d[\d,.]*%?(?![\w/^])")
_ATTACHED = re.compile(
    r"(?:see|find|in|provided)\s+(?:the\s+|an?\s+)?(?:attach|enclos)|find\s+(?:[\w'’]+\s+){1,8}(?:attached|enclosed)|(?:is|are|have)\s+(?:(?:also|now)\s+)?(?:been\s+)?"
    r"(?:attached|enclosed)|we\s+(?:are\s+)?(?:attach|enclos|send)",
    re.IGNORECASE,
)
_NOTES = re.compile(r"\W*(?:please\s+note|note|therefore|this\s+is|as\s+such|nb|it\s+(?:is|was)|they)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_URL = re.compile(r"(?:https?:|www\.)\S*", re.IGNORECASE)


def _attached(said: str, low: str) -> re.Match[str] | None:
    """Where something is said to be attached; `low` is `said` in small letters."""
    return _ATTACHED.search(said) if "attach" in low or "enclos" in low or "send" in low else None


_UNSAID = re.compile(
    r"\b(?:not\s+able|unable|can\s?not|neither|refuse|decline)\b[^.]{0,40}\bconfirms?\s+(?:n?or|and)\s+den(?:y|ies)\b",
    re.I,
)
_GIVING = re.compile(
    r"\b(?:see|find)\s+the\s+(?:figures?|table|list|data|dates|numbers)\b|\bbut\s+the\s+following\b"
    r"|\bthere\s+(?:are|were|is|was|have\s+been|has\s+been)\s+(?:currently\s+)?(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)\b"
)
"""What gives something beside what is not held; in lower case."""
_ADVICE = re.compile(
    r"\W*(?:under\s+)?section\s+16\b|in accordance with (?:our|the) duty|.{0,60}advice and assistance", re.IGNORECASE
)
_ASKS_BACK = re.compile(
    r"\b(?:could|can|would)\s+you\s+(?:please\s+)?clarify\b|\bplease\s+clarify\b|\bextend(?:ing|ed)?\s+the\s+(?:deadline"
    r"|time\s+limit)\b|\bdisregard\s+our\s+previous\b",
    re.IGNORECASE,
)
"""What asks the requester, puts the answer off or takes it back: nothing has come of the question."""
_KEPT = re.compile(r"\bno\s+(?:information|data|records?)\s[^.]{0,60}\b(?:retained|held|available|recorded)\b")
_UNRECORDED = re.compile(r"\b(?:included?|counted|shown|given)\s+where\b[^.;]*")


def _not_held(low: str) -> re.Match[str] | None:
    """Where something is said not to be held."""
    if "where" in low:
        low = _UNRECORDED.sub(lambda m: " " * len(m[0]), low)  # "included where the level was not recorded"
    hinted = "no" in low or "n't" in low or "n’t" in low or "held" in low or "unable" in low
    return (_NOT_HELD.search(low) or _held_elsewhere(low)) if hinted else None


def _held_elsewhere(low: str) -> re.Match[str] | None:
    """Where something is said to be held by another body: by one that is named, unless what it holds is then given."""
    found = _HELD_BY.search(low) if "held" in low else None
    if found is None or _SENT_ON.search(low, found.end()):
        return found
    given = found["confirmed"] or _SET_OUT.search(low, found.end()) or _figures(low[found.end() :])
    return None if given else found


def _figures(said: str) -> int:
    """How many figures are given, years and link marks not counted."""
    if not _DIGIT.search(said):
        return 0
    return len(_FIGURE.findall(_MARKS.sub("", _URL.sub("", said))))


def turns(sentences: Sequence[str], paragraphs: Sequence[bool]) -> list[int]:
    """Where an answer turns from what it gives to what is not held or lies elsewhere, or back.

    `paragraphs[i]` says that sentence i opens a paragraph. Returns the indices of the sentences that open a new
    stretch; none for an answer that is all of one sort, or that gives no figure and attaches nothing.
    """
    sorts: list[str] = []
    for said, opens in zip(sentences, paragraphs, strict=True):
        sort = _sort(said)
        if sort == "" and sorts:  # what says nothing itself goes with what it follows, or opens the next stretch
            sort = sorts[-1] if not opens or not any(c.isalpha() for c in _URL.sub("", said)) else "other"
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
    attached, elsewhere = _attached(said, low), _REFERRED.search(low)
    if attached and not (elsewhere and elsewhere.start() < attached.start()):
        return "given"
    if len(words) >= 5 and not _figures(said) and "\t" not in said:
        if _not_held(low) and words[-1][-1:] in ".)’'\"abcdefghijklmnopqrstuvwxyz":
            return "not_held"
        if elsewhere:
            return "referred"
    if _figures(said) and not _NOTES.match(said):
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
    gives = any((_attached(one, one.lower()) or _STATED.search(one)) and not _REFUSES.search(one) for one in plain)
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
    return len(said) < 900 and _ASKS_BACK.search(said) is not None and _attached(said, said.lower()) is None


def _gives(said: str) -> bool:
    """Whether the answer itself gives something, rather than only advice or a statement that nothing is held."""
    if _advises(said):
        return False
    plain = _plain(said)
    return plain not in {"not_held"}


@lru_cache(maxsize=256)  # asked of an answer by itself and again with all that answers its question
def _plain(said: str) -> Outcome:
    """The outcome of an answer that refuses nothing."""
    said = _LEAD.sub("", said[:2000])
    if _UNSAID.search(said):
        return "neither_confirm_nor_deny"
    figures = _figures(said)
    low = said.lower()
    held = _not_held(low)
    if held and not figures and _attached(said, low):
        return "disclosed"
    if held and _GIVING.search(low):
        return "partly_disclosed"
    if held and not figures and len(said) < 900 and _KEPT.search(low):
        return "not_held"
    if held and (len(said) < 500 or held.start() < 200) and figures < 4:
        rest = said[: held.start()].strip()
        if figures and len(rest) > 60:
            return "partly_disclosed"
        return "not_held"
    if held and figures >= 4 and len(said) < 400:
        return "disclosed"
    where = _REFERRED.search(low)
    attached = _attached(said, low)
    if where and len(said) < 420 and figures < 3 and not (attached and attached.start() < where.start()):
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
    if set(kinds) - {"disclosed", "referred", "not_held"} or (kinds["disclosed"] and kinds["not_held"]):
        return "partly_disclosed"
    return "disclosed" if kinds["disclosed"] else kinds.most_common(1)[0][0]
