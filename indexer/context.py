"""What a sentence owes to those around it: lines that lead in, announce or report; reasons that come to a refusal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.cues import A, E, H, K, Q, T
from indexer.unit import BROKEN, SENTENCE, Unit

# A line that says whose words follow, and ends in a colon: "You asked for the following information:".
_LEAD_IN = re.compile(
    r"(?!(?:please|can|could|i|we would|the (?:information|data|figures?|answers?))\b)"
    r"(?:.{0,300}\b)?"
    r"(?:you (?:have |had |also |then |were )*(?:asked|requested|asking|requesting|wrote|said|enquired|sought)"
    r"|(?:your|the) (?:\w+ ){0,2}(?:request|questions?|enquiry|e-?mail|letter)"
    r"|(?:requesting|seeking|asking for) the following)\b[^?:]{0,120}:"
)
_OWN_WORDS = re.compile(  # the requester's, not the letter's
    r"\b(?:can|could|may) i (?:ask|have|request|get|see)\b"
    r"|\bi(?:'d| would) (?:be grateful|like to (?:request|know|ask|receive|see))"
    r"|\b(?:i|we) (?:(?:hereby |also )?(?:request|ask)|(?:am|are) (?:requesting|asking|seeking)"
    r"|(?:am|are) (?:writing|looking) to (?:request|ask)|wish to (?:request|ask))\b"
    r"|\bi (?:write|am writing)\b.{0,80}\bto (?:request|ask)\b"
    r"|\bplease (?:answer|provide|supply|send|confirm|tell)\b"
)
_LIMIT = re.compile(r"\bappropriate limit\b|\bexempt|\bpublic interest\b")
_REPORTED = re.compile(
    r"you (?:wrote|e-?mailed)\b.{0,40} (?:asking|requesting|to ask|to request)\b(?! information)"
    r"|(?:(?:finally|last(?:ly)?|also|secondly|thirdly|in addition|on \d[^,.:;]{3,20}"
    r"|in your (?:e-?mail|letter)[^,.:;]{0,30}),? )?you (?:have |had |then )?(?:also )?(?:asked|requested)(?: us)?"
    r"(?: again)? (?:for|whether|how|what|which|if|about|to) "
)
# Titles and lines that only say where the reply stands.
_ANNOUNCED = re.compile(
    r"(?:.{0,80}\b)?(?:(?:our|my|the (?:\w+ ){0,5}\w+'s|the) (?:answers?|responses?|repl(?:y|ies))"
    r"|we (?:reply|respond|answer)|your (?:\w+ ){0,2}(?:request|questions?)(?: for information)?)\b[^?:]{0,60}"
    r"\b(?:below|beneath|follows?|in red|in blue|in bold|under each"
    r"|set out|replicated|reproduced)\b[^?]{0,60}[.:]?"
    r"|(?:please )?see (?:our |the )?(?:answers?|responses?|repl(?:y|ies)) (?:below|under|beneath|after|to each)\b"
    r"[^?]{0,60}"
    r"|please (?:find|see) (?:below |herewith )?(?:our|(?:the )?\w+'s|(?:the )?\w+ \w+'s|the)"
    r" (?:answer|response|reply|replie)s?\b(?! (?:is |are )?(?:attached|enclosed))[^?]{0,80}[.:]?"
)
_PLACES = ("below", "beneath", "follow", "in red", "in blue", "in bold", "under", "set out", "repl", "reproduc", "see ")
_SUBJECT = re.compile(
    r"(?:(?:re|subject)\W+)?(?:internal review(?: of)?\W+)?(?:your )?(?:request for information"
    r"|(?:freedom of information|foi|eir|environmental information|information)(?: act| regulations)?"
    r"(?: \d{4})?[ -]*(?:request)?)\b[^?]{0,80}"
)
_DATED = re.compile(
    r"(?:date|responded|replied|sent|issued|published|received|completed|request|response|reply)[a-z ]{0,25}"
    r": ?\d[^?]{5,24}"
    r"|(?:\d{1,2}[.)] )?(?:requested|responded|(?:request|response) (?:received|sent|issued|published)"
    r"|replied|answered|received|released|closed|published|issued)(?: on)? (?:\w{3,9} )?\d{1,2} \w{3,9} \d{4}"
)


def _announces(words: str) -> bool:
    """Whether one of the phrases stands in `words` without which `_ANNOUNCED` never matches."""
    return words.startswith(("please find", "please see")) or any(map(words.__contains__, _PLACES))


def reported(units: Sequence[Unit], scores: list[list[float]]) -> None:
    """What the letter says of the request: a lead-in is the letter's own, what it leads to was asked."""
    for i, (unit, score) in enumerate(zip(units, scores, strict=True)):
        words = unit.words
        if (
            len(words) < 160
            and score[E] < 6.0
            and (
                (_announces(words) and _ANNOUNCED.fullmatch(words))
                or ((":" in words or words[-5:].strip(" .").isdigit()) and _DATED.fullmatch(words.rstrip(".")))
                or (
                    " = " not in words
                    and _SUBJECT.fullmatch(words)
                    and unit.apart >= BROKEN
                    and words[-1:] not in ".:"
                    and not unit.label
                )
            )
        ):
            score[H] += 4.5
            score[Q], score[A], score[E], score[K] = min(score[Q], 0.0), min(score[A], 0.0), min(score[E], 0.0), 0.0
            if words.startswith("internal review"):
                score[T] = 0.0
        elif words[-1:] == ":" and score[H] < 7.0 and score[E] < 3.0 and _OWN_WORDS.search(words):
            score[Q], score[H], score[K] = max(score[Q], 0.0) + 4.0, min(score[H], 0.0), 1
        elif (
            words[-1:] == ":"
            and score[E] < 5.0
            and not _LIMIT.search(words)
            and _LEAD_IN.fullmatch(words)
            and not (unit.apart < BROKEN and i and scores[i - 1][Q] >= 3.0)  # the requester speaks of an earlier letter
        ):
            score[H] += 5.0
            score[Q], score[A], score[K] = min(score[Q], 0.0), min(score[A], 0.0), 0.0
            first = units[i + 1].marker if i + 1 < len(units) else None
            style = first.style if first else None
            last = 0
            for below, its in zip(units[i + 1 : i + 30], scores[i + 1 : i + 30], strict=True):
                listed = (
                    below.bullet
                    if style is None
                    else below.marker is not None and below.marker.style == style and below.marker.value > last
                )
                last = below.marker.value if listed and below.marker else last
                if not listed:
                    if below.apart >= BROKEN:
                        break
                    continue
                its[Q] += 3.0
                its[K] = 1
        elif words[-1:] not in ":" and len(words) > 36 and _REPORTED.match(words) and "review" not in words:
            score[Q] += 5.0
            score[H] = min(score[H], 0.0)
            score[A], score[E], score[K] = score[A] * 0.3, score[E] * 0.3, 1


_REFERS_BACK = re.compile(
    r"(?:it|they|this|these|both|section|regulation|under|therefore|consequently|accordingly|as such|since|disclos\w+"
    r"|releas\w+|to \w+|the (?:\w+ )?(?:figures?|information|request|exceptions?|exemptions?|records?|details?"
    r"|documents?|reports?|submission|data|annex))\b"
)
_FIGURE = re.compile(r"[£$]?\d")


_GIVEN = re.compile(r"\b(?:attached|enclosed|are listed|is listed|please see)\b")


def reasoned(units: Sequence[Unit], scores: list[list[float]], text: str, spaced: bool) -> None:
    """Within a paragraph that comes to a refusal, what is said before it gives the reason, unless it discloses."""
    carried = -1
    for i in range(len(units) - 1, 0, -1):
        above = scores[i - 1]
        if (
            scores[i][E] >= 4.5
            and ((carried == i and units[i].apart == SENTENCE) or _REFERS_BACK.match(units[i].words))
            and not _FIGURE.match(units[i - 1].words)
            and (units[i].apart < BROKEN or (spaced and runs_on(units[i])))
            and scores[i][E] > scores[i][A]
            and above[E] < 5.0
            and above[A] < 2.0
            and above[Q] < 2.0
            and above[H] <= 0
            and units[i - 1].words
            and not _GIVEN.search(units[i - 1].words)
            and text[units[i - 1].end - 1] == "."
        ):
            above[E] = max(above[E] + 1.5, 4.5)
            carried = i - 1


def runs_on(unit: Unit) -> bool:
    """Whether a unit on a line of its own still belongs to the paragraph above, where blank lines part paragraphs."""
    return unit.apart == BROKEN and not (unit.blank_before or unit.marker or unit.bullet or unit.heading or unit.row)


def letterhead(unit: Unit) -> bool:
    """Whether a unit has the shape of a line of letterhead: short, no sentence, no list item."""
    return len(unit.words) < 60 and not unit.marker and not unit.bullet and unit.words[-1:] not in list(".?!:;,")


def spaced_out(units: Sequence[Unit]) -> bool:
    """Whether blank lines set the paragraphs apart."""
    blank = [u.blank_before for u in units if u.apart >= BROKEN]
    return sum(blank) > 0.3 * len(blank)
