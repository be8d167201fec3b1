"""The shapes of units: figures, dates, links, file sizes; sentences that ask or state; and what each shape says."""

from __future__ import annotations

import re

from indexer.cues import A, E, H, K, Q, T
from indexer.unit import BROKEN, Unit

_SET_APART = frozenset(":-–—=")
"""What a label ends in, before what was filled in."""
BARE = re.compile(
    r"[£$]?\(?[<>~c.]{0,2} ?[\d,.]+ ?(?:%|m|k|bn|million|days?|hours?|years?|months?"
    r"|ftes?)?\)?\.?|[-–—]|n/?a\.?|nil(?: return)?\.?|none\.?"
    r"|yes\.?|no\.?"
)
_IN_WORDS = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|zero)\."
)
"""A number in words that is a sentence of its own: "Fourteen."."""
DATE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?: \d{1,2}:\d\d(?: ?[ap]m)?)?|(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)?,? (?:of )?)?(?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
    r",? \d{4}(?:,? \d{1,2}:\d\d(?: ?[ap]m)?)?\.?"
)
SIGNED = re.compile(r"yours (?:sincerely|faithfully|truly)|(?:kind(?:est)? |best |warm )?regards")
SIZE = re.compile(r"[\d,.]+ ?(?:k|m|kb|mb|gb|bytes)|page \d+(?: of \d+)?|\d+ of \d+ pages?|attachments? \d{1,2}", re.I)
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|zip|msg|pptx?|jpe?g|png|html?|txt|ods|odt)$", re.I)
_STAMP = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} [a-z]{0,4} ?[\d/.-]{4,}|(?:\W*\d+\W*)?page \d+.{0,40}", re.I)
_SUM = re.compile(r"£\d[\d,]*(?:\.\d+)?[mk]?(?: [^\d£]|\.?$)")
_ASKING = re.compile(
    r"\b(?:how|what|which|who|whom|whose|when|where|why|do|does|did|is|are|was|were|can|could|will"
    r"|would|should|has|have|had|if|please|may|am)\b"
)
ASKS_FIRST = re.compile(
    r"(?:how|what|which|who|when|where|why|do|does|did|is|are|was|were|can|could|will|would|has|have"
    r"|if|please|i|also|and|for|under|provide|confirm|state|list|in|on"
    r"|of (?:these|those|the above|them|which),? (?:how|what|which|who|please))\b|.{0,200}\b(?:please"
    r"|would like|request)\b"
)
STATES = re.compile(
    r".{0,90}?(?<!which )(?<!that )(?<!who )(?<!what )(?<!there )\b(?:is|are|was|were|has been"
    r"|have been) (?!there|the number|available\b|held\b|your|you|any|being|to be)|.{0,160}?\b(?:can|may"
    r"|will) (?:be )?found\b|.{0,60}?(?<!which )(?<!that )(?<!who )\bwill be\b"
)
_LABELLED = re.compile(r"[a-z][\w/&' .()-]{1,40} [<£]?\d[\d,.]*%?")  # "Ahmed 22"
_COUNTED = re.compile(r"[£$]?\d[\d,.]*%? [a-z]")
_TOLD = re.compile(  # "In 2022 we granted 183 visas."
    r"(?:(?:in|during|between|since|as at|at|on|by|for) [^.?]{3,50}?,? )?(?:we|there (?:is|are|was|were)"
    r"|the (?:council|trust|force|university|department|service|authority|board|college|school|company"
    r"|stud(?:y|ies)|surveys?|audit|results?)) [^?]*\d"
)
_REMOVED = re.compile(r"\[\s?(?:\w+ ){1,3}(?:removed|hidden)\s?\]")  # what the site's moderators put in a letter's text
_DIGIT = re.compile(r"\d")
_DAYS = re.compile(r"(?:from )?\d{1,2}[/.]\d{1,2}[/.]\d{2,4} ?(?:-|–|to) ?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_LONG_NUMBER = re.compile(r"\d{3} ?\d{3}")
_ABOUT_HOW = re.compile(r"(?:approximately|roughly|about|around),? (?:how|what|which)\b")
LINK = re.compile(
    r"(?:\[?\d*\]?\s*)?(?:(?:https?:|www\.)\S+|mailto:.*|email address"
    r"|\[\s*email address\s*\])(?:\s+\S+\.\.\.)?|\[\d+\]|\["
)
_FIGURE_LINE = re.compile(
    r"(?:[\w/&' .-]{1,40}(?: ?[=:] ?| [-–] |(?<=[a-z])[-–] ?)[£$]?[\d,.]+[%mk]?(?: \w+){0,3}\.?)"
    r"|(?:20\d\d(?:/\d\d)? ?[-–=:].*)|20\d\d[/-]\d\d £\d[\d,.]*(?:[mk]|bn| million| billion)?"
)

_MENU = re.compile(r"(?:[^\W\d][^|\d.?!:;]{1,30} \| ){2,}[^\W\d][^|\d.?!:;]{1,30}")
"""A line of a site's own links: "Home | News | Contact us"."""
_TRAIL = re.compile(r"home ?(?:[>/»›]|&gt;)[^?!]{3,150}")
"""Where a page stands in its site: "Home > Your council > Disclosure log"."""

_TALLIED = re.compile(
    r"(?!.*\bplease\b)[^?:]{3,120}: [<£$]?\d[\d,.]*%?\.?"
    r"(?: [^?:]{3,120}: [<£$]?\d[\d,.]*%?\.?)*"
)
"""What is counted with its figure behind a colon: "Number of applicants with a date of discharge: 28."."""
_TOLD_IF = re.compile(
    r"if (?!so|yes|not|no|you|your|possible|available)\b(?!.*\bplease\b)[^?]{0,200}?"
    r" (?:is|are|will be|would be|must be|may be) (?:also |then |not |usually |normally )?"
    r"(?:required|needed|necessary|liable|charged|considered|treated|subject)\b[^?]{0,200}\."
)
"""A condition that states what follows from it: "If the use has changed, permission is required."."""
_WOULD = re.compile(
    r"if (?!so|yes|not|no|you|your|possible|available)\b[^?,]{3,200}, (?!would|could|can|please|i|we)\b[^?,]{2,60}"
    r"\bwould\b[^?]{0,300}\."
)
"""What would follow from something: "If the prices were public, bidders would raise theirs."."""
_TO_READER = re.compile(r"\byou\b|\binternal review\b|\bworking days\b")
_REVIEWED = re.compile(
    r"[^?£]{0,120}\b(?:you (?:can|may|could|should)|by writing|writing to)\b[^?£]{0,80}?"
    r"\bwithin \w+(?: \w+)? (?:days|months)\b[^?]{0,120}"
)
"""By when the reader may ask for a review."""
_CAN_YOU = re.compile(
    r"(?:in addition,? |also,? |and |finally,? )?(?:please )?(?:can|could) you (?:please |also )?(?:state|confirm"
    r"|provide|tell|advise|say|give|list|supply|explain|clarify|specify|indicate)\b"
)

_AMOUNTS = re.compile(
    r"(?:the |a )?(?:(?:total|overall|average|annual) )*"
    r"(?:numbers?|totals?|amounts?|costs?|values?|percentage|proportion)\b"
    r"[^?]{4,260}? (?:is|are|was|were|came to|amounts? to|amounted to|stands at) (?:approximately |around |about )?"
    r"[£$]?\d[\d,.]*%?(?: \w+){0,4}\."
)
"""A sentence that says what something amounts to: "The number of requests received in 2023 is 21."."""

_HELD = re.compile(
    r"(?:i|we) (?:can |do |hereby )?confirm that .{0,90}\b(?:holds?|(?:does|do) hold)"
    r" (?:the|this|some of the|all of the|all the|information|some information|relevant)\b[^.]{0,80}\."
)
"""A sentence that says that what was asked for is held, and no more."""

_RECEIVED = re.compile(
    r"(?:\b(?:your|this|the) (?:[\w'-]+ ){0,5}?(?:requests?|e-?mails?|letter|enquiry|correspondence|clarification)\b"
    r"[^.?]{0,200}|\byour complaint [^.?]{0,200}|\b(?:which|this|it) (?:was|were) )"
    r"\breceived (?:by us )?on (?:the )?(?:\d|mon|tues|wednes|thurs|fri|satur|sun)"
)
"""When the request came: "Your request about the ferry was received on 4 May 2023."."""

_UNREFUSED = r"(?:(?!\b(?:section|regulation|exempt))[^.])"
_CATCH_ALL = re.compile(
    rf"(?:nothing in )?(?:this|our|the) (?:letter|response|reply|e-?mail|answer)\b{_UNREFUSED}{{0,60}}"
    rf"\bconfirms? n?or den(?:y|ies) (?:any|whether any){_UNREFUSED}{{0,80}}"
    rf"\b(?:beyond|other|further|else|more)\b{_UNREFUSED}*\."
)
"""A closing sentence that speaks for the whole letter: "This letter does not confirm or deny anything beyond it."."""

_CASE_LAW = re.compile(r"\b(?:ea|gia|ua)/\d{4}/\d{2,4}\b|\bdecision notice (?:\(?ref\w*[:.]? )?(?:fs|fer|ic)[ -]?\d")
"""A tribunal's case or a commissioner's decision by its number: it is argued from, and no notice of rights."""


_EXEMPTS = re.compile(r"\bexempt(?!ion)|\b(?:tax|vat|rates|licen[cs]e|class|charges?|dut(?:y|ies))\b", re.IGNORECASE)
_BEFORE = 160
"""In so many characters before "Exempt." stands what else than a request may be exempt: "Is training VAT exempt?"."""


def told(unit: Unit) -> bool:
    """Whether a unit is a sentence that states something."""
    return unit.words[-1:] == "." and STATES.match(unit.words) is not None and not ASKS_FIRST.match(unit.words)


def formed(unit: Unit, text: str, score: list[float]) -> None:
    """Add to `score` what the shape of a unit says: its end, its label, whether it is a figure, a date, a link."""
    words = unit.words
    last = text[unit.start : unit.end].rstrip("*_ \"”’')")[-1:]
    if last == "?" and score[H] < 6.5:
        asks = _ASKING.search(words) is not None
        score[Q] += (
            4.2
            if asks or score[K] or unit.marker
            else 2.4
            if unit.bullet
            else 1.6
            if text[unit.start].isupper() and unit.apart >= BROKEN
            else 0.8
        )
        if asks or unit.marker:
            score[K] = 1
        if score[T] <= 0 and score[H] > 0:
            score[H] -= 2
        if _ABOUT_HOW.match(words):
            score[Q], score[A], score[K] = max(score[Q], 3.5), min(score[A], 0.0), 1
    elif last == ":" and unit.marker and _ASKING.match(words):  # "b. Who is your current provider: n/a"
        score[Q], score[K] = score[Q] + 2.0, 1
    if unit.label == "a":
        score[A] += 4.6
        score[E] += 3.5
        score[Q] -= 3.0
    elif unit.label == "o":
        score[Q], score[A], score[E], score[K] = max(score[Q], 0.0) + 9.0, -3.0, -3.0, 1
    elif unit.label == "q":
        score[Q] += 4.0
        score[K] = 1
        if unit.marker and last in _SET_APART:  # "5. Reasons for refusing a permit:" refuses nothing
            score[E] = min(score[E], 1.0)
    if not words:
        return
    if words in {"exempt", "exempt."} and not _EXEMPTS.search(text, max(0, unit.start - _BEFORE), unit.start):
        score[E] += 4.0
    figure = _DIGIT.search(words) is not None
    if _REMOVED.fullmatch(words):
        score[:] = [0.0, 0.0, 0.0, 8.0, 0.0, 0.0]
        return
    if figure and (SIZE.fullmatch(words) or _STAMP.fullmatch(words)):
        score[H] += 8.0
        return
    if _CATCH_ALL.fullmatch(words):
        score[:] = [0.0, 0.0, 0.0, 6.0, 6.0, 0.0]
        return
    if _MENU.fullmatch(words) or _TRAIL.fullmatch(words):
        score[:] = [0.0, 0.0, 0.0, 8.0, 0.0, 0.0]
        return
    if LINK.fullmatch(words) or (figure and _DAYS.fullmatch(words)):  # says nothing of whose words they are
        score[:] = [0.0] * 6
        return
    if figure and DATE.fullmatch(words):
        score[A] += 2.0
        score[Q] -= 1.5
    elif words[0] == "£" and last != "?" and _SUM.match(words):  # "£1.37m (invoices are published)"
        score[A] += 1.3
    elif BARE.fullmatch(words) or _IN_WORDS.fullmatch(words):
        score[A] += 4.5
        score[Q] -= 2.5
    elif unit.row or (figure and _FIGURE_LINE.fullmatch(words)):
        score[A] += 2.6
        score[Q] -= 1.5
        if " = " in words:
            score[H] = min(score[H], 1.0)  # "Freedom of Information requests = 730"
        if unit.row and not _LONG_NUMBER.search(words):
            score[T] = min(score[T], 0.0)  # "Appeals lodged 28 35" is no notice of rights
    if score[K] and score[Q] > score[A] > 0:
        score[A] *= 0.3
    if score[K] and score[Q] >= 3.0 and 0 < score[E] < 6.0:
        score[E] *= 0.3
    if score[Q] > 0 and last != "?" and not unit.marker and not ASKS_FIRST.match(words) and STATES.match(words):
        score[Q] -= 2.5
        score[K] = 0
    if score[Q] > 0 and last == "." and not unit.marker and (_TOLD_IF.fullmatch(words) or _WOULD.fullmatch(words)):
        score[Q], score[A], score[K] = score[Q] - 2.5, max(score[A], 0.0) + 1.5, 0
    if figure and not unit.marker and score[Q] > 0 and _TALLIED.fullmatch(words):
        score[Q], score[A], score[K] = score[Q] - 2.0, max(score[A], 0.0) + 2.6, 0
    if figure and _CASE_LAW.search(words):
        score[E], score[T] = score[E] + 3.0, 0.0
    if figure and score[Q] > 0 and last == "." and _AMOUNTS.match(words):
        score[Q], score[A], score[K] = min(score[Q], 0.0), max(score[A], 0.0) + 3.0, 0
    if "review" in words and score[Q] < 2.0 and _TO_READER.search(words) and _REVIEWED.fullmatch(words):
        score[A], score[T] = min(score[A], 0.0), max(score[T], 5.0)
    if score[Q] < 2.0 and _HELD.fullmatch(words):
        score[A] += 1.5
    if figure and "received" in words and _RECEIVED.search(words):
        score[H] = max(score[H], 4.5)
    if _CAN_YOU.match(words):
        score[Q], score[A], score[K] = max(score[Q], 3.5), min(score[A], 0.5), 1
    if not any(score[:5]) and len(words) > 12:
        score[A] += 0.15
        score[T] += 0.15
    if figure and not unit.marker and _LABELLED.fullmatch(words):
        score[A] += 1.2
    if figure and not unit.marker and last != "?" and _COUNTED.match(words):
        score[A] += 1.2
    if figure and last == "." and score[Q] < 2.0 and score[H] < 3.0 and " you" not in words and _TOLD.match(words):
        score[A] += 1.5 if score[E] > 0 else 2.2
    if words[0] in '“"':
        score[Q] += 0.6
        score[A] -= 1.0
