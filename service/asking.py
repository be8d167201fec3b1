"""What kind of thing a query asks for, told by how it is put, and what it says beside what it asks."""

from __future__ import annotations

import re
from typing import Literal

Form = Literal["how_many", "exemption", "why", "who", "when", "yes_no", "list", "held", "which", "other"]

_TOPIC = (
    r"(?:exemptions?|exceptions?|sub-?sections?|sections?|provisions?|regulations?|grounds?|legal basis|clauses?"
    r"|legislation)"
)
_RELIED = r"(?:used|cited|relied|relying|applied|applies|invoked|engaged|quoted|named|given|claimed|mentioned)"
_ASKS_EXEMPTION = re.compile(
    rf"\b(?:which|what)\b[^?]{{0,40}}?\b{_TOPIC}\b(?![^?]{{0,20}}\b(?:of the (?:council|force)|department|team"
    rf"|regulates))"
    rf"|(?<!tax )(?<!rates )(?<!rate )(?<!fee )(?<!charge )\b(?:exemptions?|exceptions?|sub-?sections?)\b.{{0,30}}"
    rf"\b(?:{_RELIED}|for|to|covers?|behind|over|against|under which)\b"
    r"|[,:;–-]\s(?:the )?exemption\W*$|\brefusal (?:section|sub-?section|exemption|provision)\b"
    r"|\b(?:which|what) parts? of (?:the )?(?:foi|freedom of information|act|law|environmental information)"
    rf"|\b(?:regulations?|sections?|provisions?|clauses?)\b.{{0,30}}\b{_RELIED}\b.{{0,40}}"
    r"\b(?:redact|withh|refus|remov|blacked|hid|delet)\w*"
    r"|\b(?:sections?|regulations?|provisions?|clauses?)\b.{0,50}\b(?:cited|relied|invoked|engaged|quoted)\b"
    rf"|\b(?:sections?|regulations?|provisions?|clauses?|paragraphs?|part|article)\b.{{0,12}}"
    rf"\b(?:acts?|foia?|eirs?|law|legislation|regulations)\b.{{0,40}}"
    rf"\b(?:{_RELIED}|withh\w+|refus\w+|redact\w*|hold\w* back|keep\w* back|hid\w*)\b"
    rf"|^(?:the )?(?:foia? )?(?:section|regulation|provision|clause)s?\b.{{0,20}}\b{_RELIED}\b"
    r"|\b(?:grounds|basis|provision)\b.{0,12}\b(?:for|of|on which)\b.{0,30}\b(?:refus|withh|hold|redact|reject"
    r"|not (?:disclos|releas|say|tell|confirm|answer|nam))",
    re.IGNORECASE,
)
_BODY_ASKED = (
    r"(?:company|supplier|provider|contractor|firm|team|department|officer|organisation|agency|person|consultancy"
    r"|manufacturer|vendor|bank|insurer|charity|operator|landlord|owner|solicitors?)"
)
_MEASURE = (
    r"(?:hours|minutes|days|weeks|months|years|miles|tonnes|litres|acres|hectares|average|mean|median|total|count|number"
    r"|percentage|proportion|per ?cent|share|ratio|rate|amount|sum|cost|costs|price|fee|fees|value|spend|spending"
    r"|expenditure|budget|income|revenue|salary|size|length|frequency|population|headcount|turnout|capacity|mileage"
    r"|quantity|estimate|score|rent|tariff|fine|bill|speed|height|weight|age|distance|debt|arrears|profit|deficit)"
)
_HEADED = (
    r"(?:covered|centres?|policy|policies|method|limit|code|report|plan|stream|manager|officer|team|names?|date|cameras?"
    r"|collection|collectors?|management|lists?|assessments?|plates?|appeals?|sacrifice|recovery|advice|relief|limits"
    r"|control|support|increases?|reviews?|setting|cap|capping|enforcement|awareness|indicators?|humps?|bumps?"
    r"|restrictions?|verification|schemes?|services?|systems?|banding|bands?|groups?|discrimination|recognition"
    r"|suppliers?|providers?|contracts?|contractors?|agency|agencies)"
)
"""What a measure describes, and is not asked for then: "speed cameras", "debt recovery", "price list"."""
_DONE = (
    r"(?:completed|issued|recorded|received|made|reported|carried out|dealt with|conducted|served|granted|refused"
    r"|awarded|fixed|repaired|seized|stolen|arrested|dismissed|logged|registered|collected|submitted|upheld"
    r"|investigated|prosecuted|convicted|charged|installed|planted|felled|removed|bought|sold|lost|injured|killed"
    r"|evicted|rehoused|excluded|suspended|cancelled|missed|answered|solved|attended|closed|opened)"
)
_COUNTED = re.compile(
    rf"^(?!.*\b(?:documents|details|policies|records|reports|letters|emails|copies|minutes|names|reasons|steps|measures"
    rf"|terms|types|ways|views|comments)\b)(?:[\w’'-]+ ){{0,5}}?(?P<thing>[\w’'-]+s) (?:[\w’'-]+ )?{_DONE}\b",
    re.IGNORECASE,
)
"""A request in key words for things done, as a statistic is headed: "pothole repairs completed"."""
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        "why",
        re.compile(
            r"^(?:why|for what reason|what (?:was|were|is|are) the (?:reasons?|rationale|justification|cause)"
            r"|what (?:reasons?|justification|explanation|caused)|reasons?\b|rationale|justification|explain why"
            r"|explanation (?:for|of why)|causes? of|the reasons?)\b|\bwhy\b|\bon what grounds\b|\bhow come\b"
            r"|\breasons? (?:for|given|why|behind|stated)\b|^(?:the )?reasoning\b"
            r"|\breasoning (?:about|behind|for|given|on)\b",
            re.I,
        ),
    ),
    (
        "how_many",
        re.compile(
            r"\bhow (?:many|much|long|often|old|big|large|far|fast|high|frequently)\b"
            r"|^(?!which\b|who\b|where\b|when\b).*\b(?:number|count|amount|percentage|proportion|total|tally) of\b"
            rf"|^(?:the |a )?(?:(?!date|name|which|whose|what kind)[a-z’'-]+ ){{0,2}}?{_MEASURE}\b(?<!minutes)"
            rf"(?! {_HEADED}\b)"
            r"|^time (?:per|taken|spent|to|it|needed|allowed|between)\b"
            r"|^what(?:'s|’s| is| was| are| were| did| does| do| has| will)\b.*\b(?:costs?|spend|spent|price|value"
            r"|budget|fees?|salary|wage|percentage|proportion|average)\b"
            r"|^what (?:number|percentage|proportion|amount|share|sum|price|fee|fraction|age)\b",
            re.I,
        ),
    ),
    (
        "when",
        re.compile(
            r"^(?:when|since when|(?:what|which|on what|on which) (?:date|year|month|day)|from when|until when|by when"
            r"|how (?:soon|recently))\b|\b(?:date of|expiry date)\b|(?<!to )(?<!of )\bdate\b(?! (?:range|back)s?\b)"
            r"|\bwhen (?:did|does|was|is|will|were|are)\b|\bby when\W*$"
            r"|^(?:the )?(?:(?:original|first|last|latest|earliest|exact|final|planned|new) (?:possible |planned )?)?"
            r"(?:deadline|expiry|year|month|day)\b"
            r"(?! (?:centres?|care|by|on|group)\b)",
            re.I,
        ),
    ),
    (
        "who",
        re.compile(
            r"^(?:who|whom|whose)\b|\bname of\b|\bnames? and (?:job )?titles?\b|\bjob titles? and names?\b"
            rf"|\bwh(?:ich|at) {_BODY_ASKED}\b|\bby wh(?:om|ich {_BODY_ASKED})\b"
            rf"|^(?:the |current )?{_BODY_ASKED} (?:who|that|which|responsible|used|behind|for|of|chosen|appointed)\b",
            re.I,
        ),
    ),
    ("held", re.compile(r"\b(?:does|do|did|is|are)\b.{0,40}\b(?:hold|held)\b", re.I)),
    (
        "yes_no",
        re.compile(
            r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may(?! \d)|must)\b"
            r"|\?$(?<=in use\?)|^(?:\w+ ){0,2}(?:if|whether)\b",
            re.I,
        ),
    ),
    (
        "list",
        re.compile(
            r"^(?:list|lists|name|names|types?|kinds?|categories|what are|which|what were|roles|job titles|criteria"
            r"|locations|duties|responsibilities|members|steps|features|topics)\b",
            re.I,
        ),
    ),
    ("which", re.compile(r"^(?:(?:above|at|below|by|for|from|in|of|on|to|under) )?(?:what|which|where|how)\b", re.I)),
    ("how_many", _COUNTED),
)

_EDGE = re.compile(
    r"\b(?:end|start|beginning|close|middle|turn) of (?:the )?(?=\s{4})|(?<=\s{4})inclusive\b", re.IGNORECASE
)
"""What a query says of a time beside naming it, which is blank here: "the end of       "."""

_NO = (
    r"(?:ref(?:erence)?(?: (?:number|no\.?|code))?|number(?! (?:of(?! (?:the|this|my)\b)|per|plates?)\b)|no\.)"
    r"(?![\w’'])"
)
NUMBER = re.compile(
    r"\b(?:foia?|eirs?)(?:['’]?s)? (?:case |request |review )number(?! per\b)(?![\w’'])"
    rf"|\b(?:foia?|eirs?)(?:['’]?s)? (?:case |request |review )?{_NO}|\brequest(?:['’]?s)? {_NO}"
    r"|\bref(?:erence)?(?: number| no\.?)? (?:of|for|on) (?:the |this |my |an? )?(?:foia? |eir |information )?"
    r"(?:request|reply|response|disclosure|foi)\b(?! for (?:proposals?|tenders?|quotations?)\b)",
    re.IGNORECASE,
)
"""What names the number that a request was given; what it is a request for stands elsewhere in a query."""

_LETTER = r"(?:(?:foia?|eir|information) )?(?:requests?|enquiry|query|foia?|eir|letter|response|reply)"
_WHEN = re.compile(
    rf"(?<=\s{{4}}){_LETTER}\b|\b{_LETTER} (?:of|from|dated|made|received|sent|in|on)(?: on| in)?(?=\s{{4}})"
    r"|\b(?:asked(?: for)?|requested|received|made|submitted|sent|answered)(?: in| on)?(?=\s{4})",
    re.IGNORECASE,
)
"""What a query says of the letter beside its date, which is blank here: "      request", "asked for in      "."""

COUNT = re.compile(
    r"\bhow many\b|\b(?<!serial )(?<!phone )(?<!mobile )(?<!reference )(?<!ref )(?<!registration )(?<!account )"
    r"(?<!house )(?<!contract )(?<!policy )(?<!licence )(?<!company )(?<!charity )"
    r"(?<!case )(?<!room )(?:number|count|tally) of\b",
    re.IGNORECASE,
)
"""A query for a count, which no sum of money answers; the serial number of a thing is none."""

_MANY = re.compile(r"\bhow (?:many|much|long|often)\b", re.IGNORECASE)


_CLAIMED = re.compile(rf"[,:;–-]\s(?:the |which |what )?(?:exemptions?|exceptions?) {_RELIED}\b", re.IGNORECASE)
"""What asks for the exemption, behind words for what was asked: "how many are kept, exemption claimed"."""
_OF_REFUSING = re.compile(
    r"exempt(?!ions? (?:(?:was|were|is|are|has|have) )?(?:granted|awarded|allowed))|exceptions? under which"
    r"|\bfoi(?:a|sa)?\b|\beirs?\b|refus"
    r"|with?h[eo]ld|redact|\bact\b|\brel(?:y|ied)|\bcit(?:e|ed|es)\b|\binvok|\bengage|\bappl(?:y|ied)|\bused?\b|disclos"
    r"|releas|\bke(?:pt|ep|eping)\b|\bhid|\bden(?:y|ied)|reject|public interest|legal basis|remov|blacked|justif"
    r"|confirm|claimed|quoted|turn\w* down|h[eo]ld\w* back|stat(?:ed|ing)|\bcovers?\b"
    r"|not (?:giv|suppl|provid|answer|say|tell|nam)",
    re.IGNORECASE,
)
"""What a query for an exemption says of refusing or relying, besides naming a section, a provision or a ground."""


def counted(text: str) -> str | None:
    """The things done that a request in key words counts: the "repairs" of "pothole repairs completed"."""
    match = _COUNTED.search(text)
    return match["thing"] if match else None


def form_of(text: str) -> Form:
    """The form of a query: the first that its wording fits."""
    many = _MANY.search(text) and not _CLAIMED.search(text)
    if _ASKS_EXEMPTION.search(text) and _OF_REFUSING.search(text) and not many:
        return "exemption"
    form: Form = next((form for form, pattern in _FORMS if pattern.search(text)), "other")
    if form in ("how_many", "other") and NUMBER.search(text) and not _MANY.search(text):
        return "which"
    return "which" if form == "yes_no" and re.search(r"\bor\b", text) else form


def beside(asked: str) -> str:
    """`asked`, its times and references blank, without what it says of these and of the letter it means."""
    return NUMBER.sub(" ", _WHEN.sub(" ", _EDGE.sub(" ", _LIGHT.sub(" ", asked))))


_LIGHT = re.compile(
    r"(?<=\bhow many )(?:cases|instances|occurrences|incidents|examples)(?= of\b)|(?<=\bnumber of )"
    r"(?:cases|instances|occurrences|incidents)(?= of\b)|(?<=\bhow much )money\b",
    re.IGNORECASE,
)
"""What a question counts by and does not ask for: "how many cases of mumps", "how much money"."""
