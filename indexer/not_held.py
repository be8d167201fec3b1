"""Where an answer says that something is not held: not kept, not recorded, nowhere to be found, or held by another."""

from __future__ import annotations

import re

from indexer.given import figures

_TOLD = (
    r"(?:data|information|records?|figures?|lists?|details?|statistics|registers?|logs?|notes?|numbers?|breakdowns?"
    r"|reasons?|responses?|transcripts?|minutes|papers?|reports?)"
)
"""What tells of things, and is information."""
THINGS = (
    rf"(?!\s+(?:(?!{_TOLD}\b)\w+\s+){{0,3}}(?:waste|refuse|rubbish|bins?|recycling|litter|dogs?|horses?|animals?|hedges?"
    r"|trees?|grass|roads?|footpaths?|paths?|footbridges?|bridges?|gates?|fences?|walls?|drains?|gullies|lamps?|lights?"
    r"|parks?|buildings?|vehicles?|rents?|fees?|taxes|tolls?|social\s+media|staff\s+e-?mails)\b"
    rf"(?!\s+(?:\w+\s+){{0,2}}{_TOLD}\b))"
)
"""What is collected, kept or monitored and is no information."""
EVENTS = (
    r"(?!\s+(?:(?:any|an?|the|such|public|other|further)\s+){0,3}(?:events?|meetings?|elections?|hearings?|sessions?"
    rf"|consultations?)\b(?!\s+(?:\w+\s+)?{_TOLD}\b))"
)
"""What is held as one holds a meeting."""
SENSED = (
    rf"(?!\s+(?:(?!{_TOLD}\b)\w+\s+){{0,2}}(?:sounds?|audio|speech|voices?|conversations?|video|images?|faces?|pictures?)\b"
    rf"(?!\s+{_TOLD}\b))"
)
"""What a machine takes in or does not, which tells what it does."""
TO_BE_HAD = r"(?!\s+(?:at\s+the\s+time|to\s+be|for\s+(?:the|an?|use|hire|sale)\b))"
"""What is not to be had just now, or for a use."""
_PAPERS = r"(?:reports?|records?|documents?|minutes|surveys?|correspondence|e-?mails|files|breakdown)"
_NEGATED = r"(?:(?:do|does|did)\s*(?:not|n[’']t)|no\s+longer)"

_NOT_HELD = re.compile(
    rf"""\b(?:{_NEGATED}\s+(?:(?:currently|routinely|centrally|separately|specifically|formally)\s+)?
        (?:hold{EVENTS}|have\s+(?:[^\s.]+\s+){{0,5}}?(?:information|data|figures?|numbers?|records?|breakdowns?
        |details?|cop(?:y|ies)|statistics|documents?|totals?|evidence|correspondence|this|these|them|it)\b|(?:record|capture){SENSED}|collate
        |(?:keep|collect|maintain|monitor){THINGS}|possess|retain|identify|track
        |break\s+(?:\w+\s+){{0,5}}down|differentiate|distinguish|categori[sz]e)\b
      |(?:is|are|was|were)\s*(?:not|n[’']t)\s+(?:\w+\s+){{0,2}}(?:held|recorded|collected|collated|captured|kept
        |retained|available{TO_BE_HAD})
      |no\s+(?:specific\s+)?(?:recorded\s+)?(?:information|data|records?|breakdown)\s+(?:(?:\w+\s+){{0,8}}
        (?:is|are|has\s+been|have\s+been)\s+)?(?:held|recorded|available|retained|kept)
      |ha(?:s|ve)\s+no\s+(?:\w+\s+){{0,2}}(?:information|data|records?|record\s+of)\b
      |not\s+held\b|information\s+not\s+held|(?:nothing|none|nil|no\s+\w+)\s+(?:(?:is|are|was|were)\s+)?held\b
      |can(?:\s?not|[’']t)\s+be\s+(?:established|determined|ascertained)\b
      |not\s+(?:routinely\s+)?(?:recorded|available(?!\s+(?:at\s+the\s+time|to\s+be))|known|kept(?=\W*$)|collected)\b
      |unable\s+to\s+answer\s+(?:this|the|question|part|point|your|since|as|because)\b|not\s+in\s+possession|holds?\s+no\s+
      |(?:can\s?not|could\s+not|(?:are|is|were|was|been)\s+unable\s+to)\s+(?:locate|find|trace|identify|provide
        \s+(?:\w+\s+){{0,4}}(?:information|data|figures?|breakdown|details?))\b
      |there\s+(?:are|were|is|was|have\s+been)\s+no\s+(?:\w+\s+){{0,2}}{_PAPERS}\b
      |(?:is|are)\s+held\s+by\s+(?!us\b)[^.,;]{{2,40}}?,?\s+(?:and\s+)?not\s+(?:by\s+)?(?:us|the
        |(?:\w+\s+){{1,4}}(?:council|police|constabulary|trust|university|authority|service))\b)|^\W*no\s+(?:information|data|records?)\W*$""",
    re.VERBOSE,
)  # fmt: skip
"""In lower case."""
_NEVER_KEPT = re.compile(
    rf"""\bholds?\s+nothing\b(?!\s+(?:back|against))
      |\bno\s+recorded\s+(?:information|data)\b|\bnothing\s+(?:is\s+)?(?:on\s+(?:file|record)|recorded)\b
      |\bno\s+(?:separate|central|single|individual)\s+(?:\w+\s+){{0,4}}?(?:prices?|costs?|totals?|counts?|budgets?|{_TOLD})
        \s+(?:\w+\s+){{0,4}}?(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:held|recorded|maintained)\b
      |(?<!\bmeans\s)(?<!\bmeans\sthat\s)\bno\s+(?:\w+\s+){{0,2}}(?:notes?|minutes|figures?|prices?|breakdowns?|lists?
        |logs?|registers?|tally|statistics)\s+(?:(?:of|for|on|about|from)\s+(?:\w+\s+){{1,5}})?
        (?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?
        (?:held|kept|recorded|taken|made|maintained|retained)\b
      |\b(?:is|are)\s*(?:not|n[’']t)\s+(?:information|data|figures?|details?|anything|something)\s+(?:(?:that|which)\s+)?
        (?:we|the\s+\w+)\s+(?:\w+ly\s+)?(?:hold|keep|record|collect)s?\b
      |\b(?:we|i|the\s+(?:council|trust|force|university|department|service|authority|constabulary|board|college|school
        |agency|office))\s+do(?:es)?\s*(?:not|n[’']t)\s+know\b(?!\s+of\s+any)
      |\b(?:find|found|finds)\s+no\s+(?:trace\b|(?:\w+\s+){{0,2}}(?:records?|information|data|documents?|papers)\b
        (?!\s+(?:of\s+(?!(?:it|this|that|these|those|them|any|such|your|having)\b)|missing|lost|had|was|were)))
      |\b(?:has|have|had|was|were)\s+(?:\w+\s+)?(?:been\s+)?overwritten\b
      |\b(?:footage|recordings?|files|records|papers|documents|e-?mails|messages)\s+(?:has|have|had)\s+(?:\w+\s+)?been\s+
        (?:deleted|wiped|destroyed)\b""",
    re.VERBOSE,
)  # fmt: skip
"""What was never written down, or is there no more; in lower case."""
_ANSWERS = re.compile(r"\W*(?:(?:yes|no)\b\s*[,.;:–-]|\d)")
"""How an answer opens that gives what was asked, whatever it says besides."""
_HELD_BY = re.compile(
    r"""(?P<confirmed>\bconfirm\s[^.]{0,120})?\b(?:you\s+(?:have\s+)?(?:require|request|seek|are\s+seeking|ask)\w*|requested|this|the)
        \s*(?:information|data)?(?:\s+you\s+(?:have\s+)?(?:require|request\w*|seek|asked\s+for))?
        \s+(?:is|are|will\s+be|would\s+be)\s+(?:only\s+)?held\s+by\s+
        (?!us\b|(?:the|this|our)\s+(?:council|trust|force|university|department|service|authority|constabulary|board
        |college|school|agency|office)\b(?!\s+(?:of|for)\b))""",
    re.VERBOSE,
)  # fmt: skip
"""What may lie with another body, or with the letter's own; in lower case."""
_UNSORTED = re.compile(
    r"""\b(?:(?:do|does|did)\s*(?:not|n[’']t)\s+(?:\w+ly\s+)?(?:code|split|sort|classify|group|class|analyse|count)
        \s+(?:\w+\s+){1,4}?by\b(?!\s+(?:hand|machine)\b)
      |(?:is|are|was|were)\s*(?:not|n[’']t)\s+(?:\w+ly\s+)?(?:coded|split|sorted|classified|grouped|classed|analysed
        |counted|broken\s+down)\s+by\b(?!\s+(?:hand|machine)\b))""",
    re.VERBOSE,
)
"""What is not told apart as the question has it: "complaints are not split by company"; in lower case."""
_UNCOUNTABLE = re.compile(r"\b(?:held|recorded|kept|stored)\s+in\s+(?:a|any)\s+(?:way|form|format|manner)\b")
"""What is held, though not so that it can be counted; in lower case."""
_SENT_ON = re.compile(
    r"\b(?:contact|re-?direct|direct(?:ed)?|approach|them|their|not\s+(?:by\s+)?us|write\s+to"
    r"|request\s+(?:it|this)\s+from)\b|@"
)
_SET_OUT = re.compile(
    r"\b(?:set\s+out|given|provided|shown|listed|detailed)\s+(?:\w+\s+){0,3}?"
    r"(?:below|above|here|overleaf|in\s+the\s+table)\b"
)
_UNRECORDED = re.compile(r"\b(?:included?|counted|shown|given)\s+where\b[^.;]*")


def not_held(low: str) -> re.Match[str] | None:
    """Where `low`, a text in small letters, says that something is not held."""
    if "where" in low:
        low = _UNRECORDED.sub(lambda m: " " * len(m[0]), low)  # "included where the level was not recorded"
    hinted = "no" in low or "n't" in low or "n’t" in low or "held" in low or "unable" in low
    found = (_NOT_HELD.search(low) or _held_elsewhere(low)) if hinted else None
    if found is None and (hinted or "been" in low or "overwritten" in low) and not _ANSWERS.match(low):
        found = _NEVER_KEPT.search(low) or _UNSORTED.search(low)
    return found


def uncountable(low: str) -> bool:
    """True where `low`, in small letters, says that something is held, though not in a way that could be counted."""
    return _UNCOUNTABLE.search(low) is not None


def _held_elsewhere(low: str) -> re.Match[str] | None:
    """Where something is said to be held by another body: by one that is named, unless what it holds is then given."""
    found = _HELD_BY.search(low) if "held" in low else None
    if found is None or _SENT_ON.search(low, found.end()):
        return found
    given = found["confirmed"] or _SET_OUT.search(low, found.end()) or figures(low[found.end() :])
    return None if given else found
