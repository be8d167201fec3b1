"""The figure of a sentence that a query asks for, of the several that stand in it."""

from __future__ import annotations

import re
from itertools import pairwise

from indexer.numbers import Number, in_words
from service.aptness import DURATION, EACH, head, spelt, told, wanted_stems
from service.asking import COUNT
from service.beside import beside, counted, yearly
from service.bounds import bounded
from service.money import MONEY, costs
from service.query import Query, figures_told
from service.said import LAPSES, MONIES, seen
from service.terms import bag, held, stem

_SHARE = re.compile(r"\b(?:percentage|per cent|proportion|rate|share)\b|%", re.IGNORECASE)


def value(query: Query, text: str, question: str = "") -> Number | None:
    """The number of `text` that is asked for: not a year, of the unit asked for, near the query's words.

    `question` is what the text answers: of as many figures as times that it asks for, each is of its own.
    """
    found = told(query, text)
    if question and query.periods and not seen(text).named and len(found) > 1:
        of_each = _in_their_order(query, text, found, question)
        if of_each:
            return of_each[0]
    if DURATION.search(query.text) and (lasting := [n for n in found if n.unit and stem(n.unit) in LAPSES]):
        return min(lasting, key=_lasts) if EACH.search(query.text) else max(lasting, key=_lasts)
    if DURATION.search(query.text) and spelt(text):
        return None
    found = (*found, *_worded(query, text))
    if len(found) < 2:
        return found[0] if found else None
    limits = {n.value for n in seen(query.text).figures if bounded(query.text, n)}
    found = tuple([n for n in found if n.value not in limits]) or found
    if (shares(query) and not MONEY.search(query.text)) or COUNT.search(query.text):
        found = tuple([n for n in found if (n.unit == "%") == shares(query)]) or found
    sums = any(n.unit in MONIES for n in found)
    return max(found, key=lambda n: (_about(query, text, n) + _measured(query, text, n, sums), -n.start))


def shares(query: Query) -> bool:
    """Whether a share is asked for."""
    return _SHARE.search(query.text) is not None


def _in_their_order(query: Query, text: str, found: tuple[Number, ...], question: str) -> tuple[Number | None, ...]:
    """Of figures that are listed, as many as the times that their question names, the one for the time asked for;
    empty where they are not."""
    each = yearly(seen(question).named)
    between = [text[a.end : b.start] for a, b in pairwise(found)]
    listed = all(_LISTED.fullmatch(gap) for gap in between) or "respectively" in text
    if not listed or len(each) != len(found) or len({n.unit for n in found}) > 1:
        return ()
    return (next((n for n, p in zip(found, each, strict=True) if any(w.same(p) for w in query.periods)), None),)


def _about(query: Query, text: str, found: Number) -> float:
    """How well what stands beside a figure is what a query names, in points."""
    place, thing = beside(text, found), head(query.text)
    points = sum(0.5 * held(t, place.around) + place.said(t) + place.counts(t) for t in query.terms)
    points += 2 * place.counts(thing) if thing else 0
    points -= 1.5 if found.value in figures_told(query.text) else 0
    points += 3 if _parts(query, text, found) else 0
    points -= 2 if place.whole and not any(place.gains(t) for t in query.terms) else 0
    if query.periods and place.named:
        points += 3 if any(p.same(o) for p in query.periods for o in place.named) else -3
    return points


def _parts(query: Query, text: str, found: Number) -> bool:
    """Whether a figure is that of a part, "126 lorries of which 118 are open", which the query tells by a word that the
    whole is not told by."""
    of_which = _OF_WHICH.search(text, max(0, found.start - 20), found.start)
    if of_which is None:
        return False
    told_by = _CLAUSE.match(text, found.end)
    whole, part = bag(text[: of_which.start()]), bag(told_by[0] if told_by else "")
    return any(held(term, part) == 1 and held(term, whole) < 0.5 for term in query.terms)


def _measured(query: Query, text: str, found: Number, sums: bool) -> float:
    """How well a figure's unit is what a query asks for, in points; `sums` says that one beside it is of money."""
    money = MONEY.search(query.text) is not None
    if found.unit and stem(found.unit) in wanted_stems(query.text.lower()) and not (money and sums):
        return 3
    if found.unit in MONIES:
        return 3 if money else -2
    if found.unit == "%":
        return 3 if shares(query) else -1
    if found.unit is not None and stem(found.unit) in LAPSES:
        return -1.5
    return -2 if money and "£" in text else 0


_LISTED = re.compile(r"\s*(?:,|and|&|/|;)+\s*(?:and\s+)?|,\s*and\s+")
"""What stands between figures that are listed: "66 and 79"."""

_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60, "day": 480, "week": 2400, "month": 10_000, "year": 120_000}


def _lasts(found: Number) -> float:
    """How many minutes of work a lapse of time is, about: of the parts and the whole of it, the whole lasts longest."""
    return found.value * next((m for name, m in _MINUTES.items() if (found.unit or "").startswith(name)), 1)


def _worded(query: Query, text: str) -> tuple[Number, ...]:
    """The counts of `text` in words, where things are counted: "Two.", or with a word of the query right behind."""
    if query.form != "how_many" or costs(query.text) or EACH.search(query.text):
        return ()
    found = in_words(text)
    if seen(text).figures:
        thing = head(query.text)
        return tuple(
            [
                one
                for one in found
                if _OF_WHICH.search(text, max(0, one.start - 20), one.start)
                or _OF_THEM.match(text, one.end)
                or (thing is not None and held(thing, bag(counted(text, one))) >= 0.5)
            ]
        )
    behind = [bag(" ".join(text[one.end : one.end + 60].split()[:3])) for one in found]
    meant = [
        one
        for one, stems in zip(found, behind, strict=True)
        if _CLOSED.match(text, one.end) or any(held(t, stems) >= 0.5 for t in query.terms)
    ]
    return found if meant and query.periods and len(seen(text).named) > 1 else tuple(meant)


_OF_THEM = re.compile(r" of (?:them|these|those)\b", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[.,;(]|$)")
_OF_WHICH = re.compile(r"\bof\s(?:which|whom|these|those),?\s(?:only\s|just\s)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:(?!\band\b)[^.,;:()]){0,80}")
"""What is said of a figure before the next is told."""
