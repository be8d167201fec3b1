"""A covering phrase before a statement: "Further to your request, the force has 12 drones" tells of the drones."""

from __future__ import annotations

import re

from indexer.cues import A, E, H, evidence

_LEAD_IN = re.compile(
    r"(?:further|in (?:response|reply|answer|reference)|with (?:reference|regards?)) to your (?:\w+ ){0,4}?"
    r"(?:request|e-?mail|letter|enquiry)(?: for information)?"
    r"(?: (?:of|dated|received on) (?:the )?\d[^,]{3,20}?)?"
    r"(?:(?: (?:for|about|regarding|concerning|on) [^,]{3,120})?, "
    r"| (?=(?:the|there|we|i|an?|this|it|our|no|\d[\d,]*)\b))"
)
_OF_THE_REQUEST = re.compile(
    r"\b(?:your?|requests?|requested|respon\w+|repl(?:y|ies)|enquiry|e-?mails?|letters?|foia?|eir|act|regulations"
    r"|apolog\w+|deadline|working days|writ(?:e|ing))\b|[:?]$"
)
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?: \d{4})?\b|\b(?:19|20)\d\d(?:/\d\d)?\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
)
_FIGURE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none)\b")


def stated(words: str, above: str = "") -> str:
    """What a covering phrase leads into, where that is a statement about something else than the request; else all.

    `words` are those of a unit, `above` those of the one before it: under a question, whatever tells is a statement.
    A statement gives a figure, or speaks for an answer or a refusal by its own words.
    """
    lead = _LEAD_IN.match(words)
    if lead is None or (above[-1:] != "?" and _OF_THE_REQUEST.search(words, lead.end())):
        return words
    rest = words[lead.end() :]
    (score,) = evidence([rest])
    tells = _FIGURE.search(_DATE.sub(" ", rest)) is not None or max(score[A], score[E]) >= 1.0
    return rest if tells and score[H] <= 0 else words
