"""What a query asks: its words, times, authorities, references, exemptions, and the form of the question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.authorities import forms, mentions
from corpus.document import FoiError
from service import ordinary
from service.aliases import aliases, placed, plain, topical
from service.asking import Form, beside, form_of
from service.periods import Period, periods
from service.stems import CODE
from service.synonyms import synonyms
from service.terms import LAPSE, acronym, codes, lapses, spelt, stem, terms, wordings, words

LONGEST = 10_000
"""The longest query, in characters."""


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


@lru_cache(maxsize=256)
def figures_told(text: str) -> frozenset[float]:
    """The figures that a query itself tells, and so hardly asks for: "of the 18 appeals, how many were upheld"."""
    return frozenset(float(m[1].replace(",", "")) for m in _OF.finditer(text))


_OF = re.compile(
    r"\bof (?:the |those |these |all |all the )?(\d{2}|\d{1,3}(?:,\d{3})+|\d{3,7})(?= [a-z])", re.IGNORECASE
)
"""A smaller figure may well be the answer, too."""

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
    "accessible": "21",
    "already published": "21",
    "security bodies": "23",
    "defence": "26",
    "international relations": "27",
    "the economy": "29",
    "audit": "33",
    "government policy": "35",
    "public affairs": "36",
    "free and frank": "36",
    "honours": "37",
    "health or safety": "38",
    "confidence": "41",
    "confidential": "41",
    "legally privileged": "42",
    "legal privilege": "42",
    "trade secret": "43",
    "commercially sensitive": "43",
}
TOTAL = re.compile(r"\b(?:total|totals|overall|altogether|in all|combined|grand total|sum)\b", re.IGNORECASE)
_QUESTIONING = re.compile(r"^(?:(?:How|What|Which|Did|Does|Has|The|In|By|For|Is|Are|Was|Why|When|Who)\s+)+(?:many\s+)?")
_BODY = re.compile(
    r"\b(?:Police(?: Service| Force)?|Constabulary|(?:City|County|District|Borough|Metropolitan|Town"
    r"|Parish)?\s?(?:Borough\s)?Council|NHS (?:Foundation )?Trust|"
    r"University|Fire (?:and|&) Rescue Service|Health Board|Ambulance Service|Combined Authority)\b"
)


def understand(query: str, authorities: Sequence[str], learnt: Mapping[str, tuple[str, ...]] | None = None) -> Query:
    """`query` as a `Query`, its authorities matched against `authorities`, the index's own names.

    `learnt` maps further acronyms (lower case) to wordings, such as a corpus defines. Raises FoiError where the query
    is empty, longer than 10,000 characters or without a single letter or digit.
    """
    text = " ".join(sound(query).split())
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
    stranger = _stranger(text, spans, tuple(authorities))
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
        terms=terms(beside(bare), learnt),
        periods=tuple(p for p in when if not any(text[p.start : p.end] in r for r in references)),
        authorities=named,
        stranger=stranger,
        exemptions=_exemptions(text),
        references=references,
        form=form_of(_bared(text, spans)),
        wordings=wordings(text, learnt),
        total=bool(TOTAL.search(text)),
        names=(
            *codes(plain),
            *_names(words(plain)),
        ),
    )


_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"]
)  # fmt: skip


def _names(said: Sequence[str]) -> list[str]:
    """The stems of those words of a query, in order, that are printed as names; none where all are."""
    long = [w for w in said if len(w) > 3]
    if len(long) > 2 and all(w[:1].isupper() for w in long):
        return []
    titled = (w for w in said[1:] if w[:1].isupper() and w[1:].islower() and len(w) > 3)
    return [stem(w) for w in titled if w.lower() not in _MONTHS]


def sound(query: str) -> str:
    """`query` with U+FFFD for each half of a surrogate pair, which JSON and command lines may hold: no character."""
    return re.sub(r"[\ud800-\udfff]", "\ufffd", query)


def addressed(query: str, name: str, authorities: Sequence[str]) -> str:
    """`query` put to another authority: `name` in the place of each that it names, of `authorities` or a stranger."""
    text = " ".join(query.split())
    _, spans = _authorities(text, tuple(authorities))
    stranger = _stranger(text, spans, tuple(authorities))
    if stranger and (at := text.find(stranger)) >= 0 and not any(a < at + len(stranger) and at < b for a, b in spans):
        spans.append((at, at + len(stranger)))
    for start, end in sorted(set(spans), reverse=True):
        text = text[:start] + name + text[end:]
    return " ".join(text.split())


def printed(query: Query, term: str) -> str | None:
    """The query's own words for one of its `terms`, which is a stem or `@acronym`; None where none gave rise to it."""
    own = query.words
    for word in own:
        if term in (stem(word), f"@{acronym(word)}", f"@{stem(word)}"):
            return word
    if term in codes(query.text):
        return next(m[0] for m in CODE.finditer(query.text) if m[0].lower() == term)
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


def _bared(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` without the names of authorities: the "Department" of one is no department that is asked for."""
    return " ".join(_blanked(text, spans).split()) or text


def _exemptions(text: str) -> tuple[str, ...]:
    found = [m[1] for m in _CITED.finditer(text)]
    low = text.lower()
    if re.search(r"exempt|exception|withh|refus|section|argue|rel(?:y|ied)", low):
        found += [section for name, section in _NAMED.items() if name in low]
    return tuple(dict.fromkeys(found))


def _authorities(text: str, known: tuple[str, ...]) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Authorities of `known` that `text` names, and where; a longer name wins over a shorter inside it."""
    low = text.lower().replace("’", "'")
    hits: list[tuple[int, int, str, bool]] = []
    places = placed(known)
    for name in known:
        for alias in (*aliases(name), *places.get(name, ())):
            if alias not in low:
                continue
            short = len(alias) <= 4 and " " not in alias
            for match in re.finditer(rf"(?<![\w-]){re.escape(alias)}(?:'s|s')?(?![\w-])", low):
                written = text[match.start() : match.start() + len(alias)]
                if short and not written.isupper() and written not in forms(name):
                    continue
                if topical(alias, written, name):
                    continue
                if alias in places.get(name, ()) and not _standing(text, match.start(), match.end()):
                    continue
                exact = alias == plain(name) or alias in map(plain, forms(name))
                hits.append((match.start(), match.end(), name, exact))
    best = [h for h in hits if not any(o[0] <= h[0] and h[1] <= o[1] and o[1] - o[0] > h[1] - h[0] for o in hits)]
    whole = {(start, end) for start, end, _, exact in best if exact}  # where one is named in full, no other is meant
    best = [h for h in best if h[3] or h[:2] not in whole]
    return tuple(dict.fromkeys(name for _, _, name, _ in sorted(best))), [(a, b) for a, b, _, _ in best]


def _standing(text: str, start: int, end: int) -> bool:
    """Whether a place stands for an institution: at the beginning, or where what it does follows, and not "in" it nor
    before the noun of a street or of another body."""
    return text[start].isupper() and not _AT.search(text, 0, start) and not _PART_OF_NAME.match(text, end)


_AT = re.compile(r"\b(?:in|at|near|on|from|to|around|outside|within|across|for|of)\s+(?:the\s+)?$", re.IGNORECASE)
_PART_OF_NAME = re.compile(
    r"\s+(?:Road|Street|Lane|Avenue|Close|Drive|Way|Park|Hill|Green|Bridge|Station|House|Estate|Ward|School|Primary|Academy"
    r"|City|County|Borough|District|Town|Parish|Metropolitan|Council|Police|Constabulary|Market|Square|Common|North|South"
    r"|East|West|road|street|lane|estate|council|police|park|school)\b"
)


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _stranger(text: str, spans: Sequence[tuple[int, int]], known: Sequence[str]) -> str | None:
    """An authority that answers to the public and is none of `known`: "Kent Police" where the index holds no Kent.

    `spans` are where `text` names one that is.
    """
    unknown = [(at, name) for at, name in mentions(text) if not _within(at, spans)]
    for _, name in unknown:
        bare = _QUESTIONING.sub("", name)
        if _BODY.search(bare) and not any(
            alias in plain(bare) for one in known for alias in aliases(one) if len(alias) > 3
        ):
            return bare
    for match in _PLACED.finditer(text):
        if _within(match.start(), spans):
            continue
        if not match.start() and " " not in match[1] and not _place(match[1]):
            continue  # "Female police officers": any word has a capital at the beginning
        place = re.sub(r"(?: (?:City|County|Borough|District|Town|Parish|Metropolitan))+$", "", match[1])
        place = _QUESTIONING.sub("", place)
        if place and not _KIND_OF.fullmatch(place) and not any(plain(place) in aliases(one) for one in known):
            return _QUESTIONING.sub("", f"{match[1]} {match[2]}")
    return None


_PLACED = re.compile(
    r"\b((?:[A-Z][a-z]+(?:-[a-z]+)*[ -]){0,2}[A-Z][a-z]{3,})(?:['’]s)?"
    r" (council|police|constabulary|university|fire service)\b"
)
"""A place with the noun of its authority in lower case: "Rotherham council"."""
_KIND_OF = re.compile(
    r"(?:City|County|Parish|Town|District|Borough|Local|Unitary|Community|Metropolitan|British|English|Scottish|Welsh"
    r"|Transport|Labour|Conservative|Open|Former|Royal|National)(?: \w+)?"
)


_QUALITY = re.compile(r"(?:ed|able|ible|ing|less|ful|ive|al|ous|ly)$")
_ORDINARY = frozenset(ordinary.WORDS.split())


@lru_cache(maxsize=1024)
def _place(word: str) -> bool:
    """Whether a word with a capital at the beginning of a query is a name: no common word, none of the thesaurus, and
    without an adjective's ending ("Unmarked")."""
    low = word.lower()
    return low not in _ORDINARY and stem(low) not in synonyms().where and not _QUALITY.search(low)


def wants_figure(query: Query) -> bool:
    """True where a number is asked for, or a thing in a period, which in a disclosure is a number."""
    return query.form == "how_many" or query.total or (query.form == "other" and bool(query.periods))
