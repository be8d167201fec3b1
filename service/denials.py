"""Whether an answer that says that something is not held says so of what was asked, or of something beside it.

A sentence may do both: "We keep no list, but the two sites are Aldgate and Moor Row". It is taken clause by clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from service import aptness, refusals, spans
from service.match import Weights, share
from service.money import MONEY, costs
from service.periods import periods
from service.query import Query, wants_figure
from service.spans import Piece
from service.terms import bag

_CUT = re.compile(
    r"(?<=;)\s+|\s+[–-]\s+|,?\s+(?=(?:but|however|although|though|because|therefore|whereas)\b)"
    r"|,\s+(?=(?:and|as|so|or|which)\b|the \w+(?: \w+)? (?:is|are|was|were|can)\b)"
    r"|\s+(?=(?:as|since)\s+(?:we|the|this|these|it|such|our)\b)"
    r"|\s+(?=and (?:as such|so|therefore|we|the|no|there|this)\b)",
    re.IGNORECASE,
)
_GIVING = re.compile(
    r"\b(?:attached|enclosed|appended|(?:closest|nearest|only) (?:data|information|figures?|match)"
    r"|can (?:only )?provide|(?:have|has|are|is) (?:been )?(?:provided|included|supplied))\b",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"\b(?:on|of|about|for|regarding) (?:this|these|that|those|them|it)\W*$", re.IGNORECASE)
_DENYING = re.compile(r"\b(?:not|no|never|none|cannot|without|unable|lack(?:s|ing)?|un\w+ed)\b|n[’']t\b", re.IGNORECASE)
"""A query that itself says that something is not so, and asks about that."""
_SO = re.compile(
    r"(?:and )?(?:so|as such|therefore|thus)"
    r" (?:that|this|it|they|these|none|the (?:information|data|figures?|records?))"
    r" (?:is|are)(?: therefore)? not (?:held|recorded|available|known)\b.{0,20}"
    r"|(?:and )?(?:so|therefore|thus) (?:(?:we|it) )?holds? (?:no|none)\b.{0,40}",
    re.IGNORECASE,
)
"""What follows from the clause before it, which says of what: "…, so that is not held"."""

_KIND = re.compile(r"\b(?:to|from|at|of|by) (?:what|which) \w+", re.IGNORECASE)
"""A query that names what kind of thing it asks for: "up to what age is it paid"."""

_THEN = re.compile(r"\b(?:is|are|was|were)(?: not|n[’']t) available (?:at the time|to be|for)\b", re.IGNORECASE)
_QUANTITY = re.compile(
    r"(?:\bnot|n[’']t|\bno)\b(?: \w+){0,4} (?:numbers?|figures?|counts?|totals?|averages?|percentages?)\b",
    re.IGNORECASE,
)
"""The denial of a quantity: who asks for something else is not answered by it."""
_TALLY = re.compile(r"(?:\bnot|n[’']t|\bno)\b(?: \w+){0,4} (?:numbers?|counts?) (?:of|on|for)\b", re.IGNORECASE)
"""The denial of a count, which no sum of money is."""
_PLURAL = re.compile(
    r"(?!.*\b(?:causes|reasons|factors|explanations)\b)"
    r"(?:(?!(?:that|who|which|of|in|for|to|by|on|at|with)\b)[\w-]+ ){0,3}?[\w-]*[^\Ws]s\b(?![’'])"
)
"""A request in key words for several things, which may be for how many there are."""

_NONE = re.compile(
    r"\b(?:do|does|did)(?: not|n[’']t) (?:currently )?have (?:any|an?|[‘“\"'])(?! ?(?:\w+ ){0,2}(?:information|data"
    r"|figures?|numbers?|records?|details|breakdown|lists?|reports?|documents?|copy|copies|correspondence|e-?mails)\b)",
    re.IGNORECASE,
)
"""There is none of a thing, which is an answer: "We do not have any contracts with them"."""

_ASK_THEM = re.compile(
    r"\b(?:suggest|advise|recommend)\w* (?:that )?you (?:ask|contact|approach|try|write to)\b"
    r"|\byou (?:may|might|could|can|should|will need to) (?:wish to |want to |like to )?"
    r"(?:ask|contact|approach|try|write to)\b",
    re.IGNORECASE,
)
"""What sends the reader of a denial to whoever holds it."""

_LEAD = 0.3
"""By how much of the query what is told must say more than what is denied."""


@lru_cache(maxsize=16_384)
def clauses(sentence: str) -> tuple[tuple[str, bool], ...]:
    """The clauses of a sentence, each with whether it says that something is not held.

    One that says so of "this", or as what follows, is taken with the clause before it, which says of what.
    """
    found: list[tuple[str, bool]] = []
    for part in _CUT.split(" ".join(sentence.split())):
        if part and found and refusals.denies(part) and (_OF_THIS.search(part) or _SO.fullmatch(part)):
            found[-1] = (f"{found[-1][0]} {part}", True)
        elif part:
            found.append((part, refusals.denies(part)))
    return tuple(found)


def none(body: str) -> bool:
    """True for an answer that says that there is no such thing, or that something was not to be had at some time, and
    not that nothing is known of it."""
    flat = " ".join(body.split())
    if _NONE.search(flat):
        return True
    rest = _THEN.sub(" ", flat)
    return rest != flat and _DENYING.search(rest) is None


def asks_amount(query: Query) -> bool:
    """True where a figure or a sum of money is asked for."""
    money = query.form == "other" and MONEY.search(query.text) is not None and not _KIND.search(query.text)
    return wants_figure(query) or money


def shares(query: Query, sentence: str, weights: Weights) -> tuple[float, float]:
    """The share of the query's words in the best clause that tells something, and in the best that denies it.

    Where a figure is asked for, a clause without one tells nothing.
    """
    told = denied = 0.0
    for clause, denies in clauses(sentence):
        said = share(query.terms, weights, bag(clause))
        if denies:
            denied = max(denied, said)
        elif not asks_amount(query) or aptness.apt(query, clause):
            told = max(told, said)
    return told, denied


def aside(query: Query, piece: Piece, weights: Weights) -> bool:
    """True for a sentence that gives something and says only why it is that ("Attached is …, as we do not record …"),
    or that denies a quantity where none is asked for."""
    if _uncounted(query, piece):
        return True
    if query.form in ("held", "yes_no") or _DENYING.search(query.text) or not _GIVING.search(piece.text):
        return False
    told, denied = shares(query, piece.text, weights)
    return told >= denied - _LEAD and any(
        _GIVING.search(clause) for clause, denies in clauses(piece.text) if not denies
    )


def _uncounted(query: Query, piece: Piece) -> bool:
    """True where all that is denied is a quantity, and another one, or none, is asked for."""
    money = costs(query.text)
    counting = asks_amount(query) or query.form == "held" or (query.form == "other" and _PLURAL.match(query.text))
    if counting and not money:
        return False
    denied = [clause for clause, denies in clauses(piece.text) if denies]
    return bool(denied) and all(
        (_TALLY if money else _QUANTITY).search(clause) and not (money and costs(clause)) for clause in denied
    )


def sends_on(query: Query, best: Sequence[tuple[float, Piece]]) -> bool:
    """True where who holds or does something is asked, and a denial sends the reader to them: whoever is named is
    whom to ask, and nothing is disclosed."""
    return query.form == "who" and any(refusals.denies(p.text) and _ASK_THEM.search(p.text) for _, p in best)


def instead(query: Query, best: Sequence[tuple[float, Piece]], weights: Weights) -> Piece | None:
    """The piece of an answer that tells what is asked, where all that is denied is something else; None without one."""
    if query.form in ("why", "held") or _DENYING.search(query.text):
        return None
    if sends_on(query, best):
        return None
    found: tuple[float, Piece] | None = None
    most = 0.0
    for _, piece in best:
        told, denied = shares(query, piece.text, weights)
        most = max(most, denied)
        if found is None or told > found[0]:
            found = told, piece
        if query.form == "who" and told > 0.1 and spans.names(piece.text) and not refusals.denies(piece.text):
            return piece
    # A figure of the sort asked for tells more than words do.
    enough = _LEAD if not asks_amount(query) or (found and found[0] < _LEAD) else 0.05
    return found[1] if found and found[0] - most >= enough else None


_NOTHING = re.compile(r"\W*no (?!\d)(?:\w+ ){1,3}(?:is|are|was|were|has|have|had|will be) ", re.IGNORECASE)


def of_nothing(query: Query, piece: Piece) -> bool:
    """True where a sum or a stretch of time is asked for, and a sentence beside a denial only says what was not done:
    "No valuation was made"."""
    wanted = asks_amount(query) or costs(query.text)
    return wanted and _NOTHING.match(piece.text) is not None and not aptness.apt(query, piece.text)


_WHOLE = re.compile(
    r"(?:.{0,60}\b)?(?:do|does|did)(?: not|n[’']t) (?:\w+ )?hold (?:this|the requested|the|such|any such|any)"
    r" (?:information|data)(?: (?:that )?(?:you )?(?:have )?(?:requested|asked for|sought))?\W*"
    r"|(?:the|this) (?:information|data)(?: (?:you )?(?:have )?requested)? is not held\W*|not held\W*"
    r"|no (?:such |recorded )?(?:information|data|records?)(?: (?:is|are))?(?: held| recorded)?\W*"
    r"|.{0,60}\bhold (?:it|this|these|that)\W*",
    re.IGNORECASE,
)
"""The denial of all that was asked, by no name of its own."""
_BEYOND = 0.15
"""By how much more of the query a sentence must say than a question that is wholly denied, to answer in its stead."""


def whole(query: Query, denied: Sequence[Piece], question: str, weights: Weights) -> float:
    """The share of the query's words in a question whose answer says that "this information" is not held; else 0."""
    if not any(denies and _WHOLE.fullmatch(clause) for piece in denied for clause, denies in clauses(piece.text)):
        return 0.0
    return share(query.terms, weights, bag(question))


def beyond(query: Query, piece: Piece, asked: float, weights: Weights) -> bool:
    """True where a sentence says more of what is asked for than the question does, of which all (`asked`) is denied."""
    return not asked or share(query.terms, weights, bag(piece.text)) - asked >= _BEYOND


def weight(query: Query, body: str, weights: Weights) -> float:
    """The share of the query's words in what `body` denies: what it tells besides is no reason to call it not held."""
    said = [
        bag(clause) for piece in spans.pieces(body, 0, len(body)) for clause, denies in clauses(piece.text) if denies
    ]
    return share(query.terms, weights, frozenset().union(*said)) if said else 1.0


_ASKED = 0.4
"""The share of the query that a denial must hold to answer it from within a refusal of something else."""


def within(query: Query, best: Sequence[tuple[float, Piece]], weights: Weights) -> Piece | None:
    """The sentence of a refusal that says that what is asked is not held, as it fits best; None where none does."""
    if not best or query.form == "why" or _DENYING.search(query.text):
        return None
    piece = best[0][1]
    if not refusals.denies(piece.text) or refusals.refusing(piece.text) or refusals.cites(piece.text):
        return None
    told, denied = shares(query, piece.text, weights)
    return piece if denied >= max(_ASKED, told) and not aside(query, piece, weights) else None


_NOT_ALL = re.compile(
    r"(?:\bnot|n[’']t) (?:\w+ )?(?:have|hold|keep) (?:(?:the|a|an|any) )?(?:full|complete|whole|entire|all)\b"
    r"[^.;]{0,80}\b(?:but|however|although)\b",
    re.IGNORECASE,
)


def of_some(sentence: str) -> bool:
    """True for a sentence that denies only that all of something is held, and goes on to what is."""
    return _NOT_ALL.search(" ".join(sentence.split())) is not None


def passing(query: Query, body: str) -> bool:
    """True where something is denied for a time alone that the query does not name: "In 2020/21 we kept no list"."""
    if query.periods or _DENYING.search(query.text):
        return False
    denied = [clause for piece in spans.pieces(body, 0, len(body)) for clause, denies in clauses(piece.text) if denies]
    return bool(denied) and all(any(p.kind in _LONG for p in periods(clause)) for clause in denied)


_LONG = ("year", "financial", "span")
