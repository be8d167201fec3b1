"""What a query asks: its words, times, authorities, references, exemptions, and the form of the question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from corpus.authorities import forms, mentions
from corpus.document import FoiError
from service.periods import Period, periods
from service.terms import LAPSE, acronym, lapses, spelt, stem, terms, wordings, words

LONGEST = 10_000
"""The longest query, in characters."""

Form = Literal["how_many", "exemption", "why", "who", "when", "yes_no", "list", "held", "which", "other"]


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood.

    `terms` are the stems (or `@acronym`) of its content words, each once, in order, without the words that only name an
    authority or a period; `authorities` are names of the index's own list; `stranger` is an authority that the
    query names and the list lacks. `exemptions` are written `31(1)(a)`; `wordings` are acronyms spelt out and back,
    for the lexical index. `total` says that a total is asked for; `names` are those of `terms` printed as names are.
    """

    text: str
    words: tuple[str, ...]
    terms: tuple[str, ...]
    periods: tuple[Period, ...]
    authorities: tuple[str, ...]
    stranger: str | None
    exemptions: tuple[str, ...]
    references: tuple[str, ...]
    form: Form
    wordings: tuple[str, ...]
    total: bool
    names: tuple[str, ...]


_REFERENCE = re.compile(
    r"(?<![\w/.])(?:\d{2}[./](?:FOI|foi)[./]\d{2}[./]\d{4,6}|\d{3,6}[A-Za-z]?/\d{2,4}|[A-Z]{2,5}[-/]\d{4,}[-/\d]*"
    r"|[A-Z]{3,5} ?\d{5,}|\d{4}-\d{2}-\d{3,5}|\d{6,}[A-Z]?)(?![\w/])"
)
_NUMBERED = re.compile(r"\b(?:request|foi|reference|ref|case)\s+(?:no\.?\s*|number\s*|#)?(\d{3,})\b", re.IGNORECASE)
_CITED = re.compile(
    r"\b(?:sections?|s\.?|regulations?|reg\.?|r\.?|exemption)\s?(\d{1,2}[A-C]?(?:\(\w{1,3}\))*)", re.IGNORECASE
)
_NAMED = {
    "law enforcement": "31",
    "personal data": "40",
    "personal information": "40",
    "commercial interests": "43",
    "legal professional privilege": "42",
    "investigations": "30",
    "future publication": "22",
    "national security": "24",
    "health and safety": "38",
    "cost limit": "12",
    "vexatious": "14",
}
_TOPIC = (
    r"(?:exemptions?|exceptions?|sub-?sections?|sections?|provisions?|regulations?|grounds?|legal basis|clauses?"
    r"|legislation)"
)
_ASKS_EXEMPTION = re.compile(
    rf"\b(?:which|what)\b[^?]{{0,40}}?\b{_TOPIC}\b(?![^?]{{0,20}}\b(?:of the (?:council|force)|department|team"
    rf"|regulates))"
    rf"|\b(?:exemptions?|exceptions?|sub-?sections?)\b.{{0,30}}\b(?:used|cited|relied|applied|applies|invoked"
    rf"|engaged|quoted|for|to|covers?)\b"
    r"|\b(?:grounds|basis|provision)\b.{0,12}\b(?:for|of|on which)\b.{0,30}\b(?:refus|withh|hold|redact|reject"
    r"|not (?:disclos|releas))",
    re.IGNORECASE,
)
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        "why",
        re.compile(
            r"^(?:why|for what reason|what (?:was|were|is|are) the reasons?|reasons?\b|explain why)|\bwhy\b"
            r"|\bon what grounds\b",
            re.I,
        ),
    ),
    (
        "how_many",
        re.compile(
            r"\bhow (?:many|much|long|often|old)\b|\b(?:number|count|amount|percentage|proportion|total) of\b"
            r"|^(?:total|average|number)\b",
            re.I,
        ),
    ),
    (
        "when",
        re.compile(
            r"^(?:when|since when|what (?:date|year|month)|from when|until when|by when)\b|\b(?:date of|expiry date"
            r"|date)\b|\bwhen (?:did|does|was|is|will|were)\b",
            re.I,
        ),
    ),
    (
        "who",
        re.compile(
            r"^(?:who|whom|whose)\b|\bname of\b|\bwh(?:ich|at) (?:company|supplier|provider|contractor|firm|team"
            r"|department)\b",
            re.I,
        ),
    ),
    ("held", re.compile(r"\b(?:does|do|did|is|are)\b.{0,40}\b(?:hold|held)\b", re.I)),
    (
        "yes_no",
        re.compile(
            r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)\b|\?$(?<=in use\?)",
            re.I,
        ),
    ),
    ("list", re.compile(r"^(?:list|name|what are|which|what were)\b", re.I)),
    ("which", re.compile(r"^(?:what|which|where|how)\b", re.I)),
)
_TOTAL = re.compile(r"\b(?:total|totals|overall|altogether|in all|combined|grand total|sum)\b", re.IGNORECASE)
_QUESTIONING = re.compile(r"^(?:(?:How|What|Which|Did|Does|Has|The|In|By|For|Is|Are|Was|Why|When|Who)\s+)+(?:many\s+)?")
_BODY = re.compile(
    r"\b(?:Police(?: Service| Force)?|Constabulary|(?:City|County|District|Borough|Metropolitan|Town"
    r"|Parish)?\s?(?:Borough\s)?Council|NHS (?:Foundation )?Trust|"
    r"University|Fire (?:and|&) Rescue Service|Health Board|Ambulance Service|Combined Authority)\b"
)
_SUFFIX = re.compile(
    r"\b(?:metropolitan borough council|city council|county council|district council|borough council"
    r"|city and county council|council|county borough|police service"
    r"|police force|constabulary|police|university hospitals?|nhs foundation trust|nhs trust|university"
    r"|fire and rescue service|health board|of scotland|for scotland"
    r"|city|county|borough|district|metropolitan|the|royal|london)\b",
    re.IGNORECASE,
)


def understand(query: str, authorities: Sequence[str], learnt: Mapping[str, tuple[str, ...]] | None = None) -> Query:
    """`query` as a `Query`, its authorities matched against `authorities`, the index's own names.

    `learnt` maps further acronyms (lower case) to wordings, such as a corpus defines. Raises FoiError where the query
    is empty, longer than 10,000 characters or without a single letter or digit.
    """
    text = " ".join(query.split())
    if not text:
        raise FoiError("the query is empty: ask something, for example: how many orders were breached in 2023")
    if len(query) > LONGEST:
        raise FoiError(
            f"the query has {len(query):,} characters and at most {LONGEST:,} are read: "
            "shorten it to the question itself"
        )
    if not re.search(r"\w", text):
        raise FoiError(
            "the query has no word or number in it: ask something, for example: how many orders were breached in 2023"
        )
    named, spans = _authorities(text, tuple(authorities))
    stranger = _stranger(text, named, tuple(authorities))
    when = periods(text)
    references = tuple(
        dict.fromkeys(
            [m[0] for m in _REFERENCE.finditer(text) if not _dated(m, when) and not _is_year(m[0])]
            + [m[1] for m in _NUMBERED.finditer(text)]
        )
    )
    cited = [m.span() for m in _REFERENCE.finditer(text) if m[0] in references]
    plain = re.sub(r"\bin charge\b", " " * 9, text)  # who is in charge, not what is charged
    bare = _blanked(plain, [*spans, *cited, *((p.start, p.end) for p in when)])
    tokens = tuple(words(text))
    return Query(
        text=text,
        words=tokens,
        terms=terms(bare, learnt),
        periods=tuple(p for p in when if not any(text[p.start : p.end] in r for r in references)),
        authorities=named,
        stranger=stranger,
        exemptions=_exemptions(text),
        references=references,
        form=_form(text),
        wordings=wordings(text, learnt),
        total=bool(_TOTAL.search(text)),
        names=tuple(
            stem(w) for i, w in enumerate(words(plain)) if i and w[:1].isupper() and w[1:].islower() and len(w) > 3
        ),
    )


def printed(query: Query, term: str) -> str | None:
    """The query's own words for one of its `terms`, which is a stem or `@acronym`; None where none gave rise to it."""
    own = query.words
    for word in own:
        if term in (stem(word), f"@{acronym(word)}"):
            return word
    if term.startswith("~"):
        return next((m[0] for m in LAPSE.finditer(query.text) if lapses(m[0]) == {term}), None)
    if term.startswith("@"):
        runs = (" ".join(own[i : i + size]) for size in range(2, 12) for i in range(len(own) - size + 1))
        return next((run for run in runs if term in spelt(run)), None)
    return next((f"{first} {second}" for first, second in pairwise(own) if stem(first + second) == term), None)


def _is_year(text: str) -> bool:
    """True for "2019/20", which looks like a reference and is a year."""
    return any(p.kind in ("financial", "span") and p.end - p.start == len(text) for p in periods(text))


def _dated(match: re.Match[str], when: Sequence[Period]) -> bool:
    return any(p.start <= match.start() and match.end() <= p.end for p in when)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _form(text: str) -> Form:
    if _ASKS_EXEMPTION.search(text):
        return "exemption"
    form: Form = next((form for form, pattern in _FORMS if pattern.search(text)), "other")
    return "which" if form == "yes_no" and re.search(r"\bor\b", text) else form


def _exemptions(text: str) -> tuple[str, ...]:
    found = [m[1] for m in _CITED.finditer(text)]
    low = text.lower()
    if re.search(r"exempt|exception|withh|refus|section|argue|rel(?:y|ied)", low):
        found += [section for name, section in _NAMED.items() if name in low]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def aliases(name: str) -> tuple[str, ...]:
    """The ways a query may name authority `name`, in lower case, longest first.

    In full, by the forms that `corpus.authorities` knows, by place, by initials.
    """
    full = _plain(name)
    found = {full, *map(_plain, forms(name))}
    place = " ".join(_SUFFIX.sub(" ", full).split()).strip(" &-")
    if len(place) > 3 and place not in ("service", "ministry of", "department for"):
        found.add(place)
        if "police" in full or "constabulary" in full:
            found |= {f"{place} police", f"{place} constabulary"}
        if "council" in full:
            found |= {f"{place} council", f"{place} city council", f"{place} borough council"}
    initials = "".join(w[0] for w in re.findall(r"[a-z]+", full) if w not in ("of", "and", "the", "for"))
    if len(initials) >= 3:
        found.add(initials)
    return tuple(sorted(found, key=len, reverse=True))


def _authorities(text: str, known: tuple[str, ...]) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Authorities of `known` that `text` names, and where; a longer name wins over a shorter inside it."""
    low = text.lower().replace("’", "'")
    hits: list[tuple[int, int, str]] = []
    for name in known:
        for alias in aliases(name):
            short = len(alias) <= 4 and " " not in alias
            for match in re.finditer(rf"(?<![\w-]){re.escape(alias)}(?:'s|s')?(?![\w-])", low):
                written = text[match.start() : match.start() + len(alias)]
                if short and not written.isupper() and written not in forms(name):
                    continue
                hits.append((match.start(), match.end(), name))
    best = [h for h in hits if not any(o[0] <= h[0] and h[1] <= o[1] and o[1] - o[0] > h[1] - h[0] for o in hits)]
    return tuple(dict.fromkeys(name for _, _, name in sorted(best))), [(a, b) for a, b, _ in best]


def _stranger(text: str, named: Sequence[str], known: Sequence[str]) -> str | None:
    """An authority that answers to the public and is none of `known`: "Kent Police" where the index holds no Kent."""
    for _, name in mentions(text):
        bare = _QUESTIONING.sub("", name)
        if _BODY.search(bare) and not any(
            alias in _plain(bare) for one in known for alias in aliases(one) if len(alias) > 3
        ):
            return bare
    return None


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())
