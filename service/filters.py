"""Filters as a user writes them, checked and turned into what the store compares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import get_args

from corpus.authorities import canonical
from corpus.document import FoiError
from indexer.sectioned import Kind, Outcome
from indexer.stored import Filters
from service.snapshot import Snapshot

_CODE = re.compile(
    r"(?:(FOIA|FOISA|EIRs?|EISRs?)\s*)?(?:(sections?|regulations?|reg|s|r)\.?\s*)?(\d{1,2}[A-Z]?)((?:\s*\(\w{1,4}\))*)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
SEEN = (
    r"[^\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffd]"
)
"""A character that leaves ink, as a pattern that means the same to Python, ECMAScript and Rust, which `\\S` does not.

U+FFFD is none, since it stands for half a surrogate pair. Beyond the first 65,536 nothing is left out.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one call, as written: each a string, or None for any."""

    kind: str | None = None
    authority: str | None = None
    exemption: str | None = None
    outcome: str | None = None
    since: str | None = None
    until: str | None = None


def filters(asked: Asked, snapshot: Snapshot) -> Filters:
    """What `asked` means in this index. Raises FoiError with one line where a value cannot be meant.

    An authority is matched by its name, a short name or a part of it against those indexed; one that is not there
    matches nothing. `since` and `until` may be a year, a month or a day, both ends included.
    """
    _one_of("kind", asked.kind, get_args(Kind))
    _one_of("outcome", asked.outcome, get_args(Outcome))
    return Filters(
        kind=asked.kind,
        authorities=_authorities(asked.authority, snapshot),
        exemption=_exemption(asked.exemption),
        outcome=asked.outcome,
        since=_date("since", asked.since),
        until=_date("until", asked.until),
    )


def sensible(asked: Asked) -> None:
    """Raise FoiError where no letter could pass `asked`, whatever is indexed: a person has mistyped. To a program the
    answer is that there is none."""
    since, until = _date("since", asked.since), _date("until", asked.until)
    if since and until and since[: len(until)] > until[: len(since)]:
        raise FoiError(f"since {since} is after until {until}: no letter has a date between them; exchange the two")


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise FoiError(f"{name} {value[:60]!r} is not one of {', '.join(allowed)}")


def _authorities(name: str | None, snapshot: Snapshot) -> tuple[str, ...] | None:
    if name is None:
        return None
    if not re.search(SEEN, name):
        raise FoiError("authority is empty: give a name such as 'West Midlands Police', or leave it out")
    known = snapshot.store.authorities(snapshot.at)
    wanted = " ".join((canonical(name) or name).casefold().split())
    exact = tuple(one for one in known if one.casefold() == wanted)
    return exact or tuple(one for one in known if wanted in one.casefold())


def _exemption(code: str | None) -> str | None:
    """A code as the store writes it: Act, `s` or `r`, section, brackets. With no Act, `s` is FOIA's and `r` EIR's."""
    if code is None:
        return None
    found = _CODE.fullmatch(code.strip())
    act, letter, number, brackets = found.groups() if found else ("", "", "", "")
    act = act.upper().rstrip("S") if act else "EIR" if letter and letter[0] in "rR" else "FOIA"
    if found is None or (letter and (letter[0] in "rR") != act.startswith("E")):
        raise FoiError(
            f"exemption {code[:60]!r} is not one section: write it as 'FOIA s31(1)(a)', 's40(2)' or 'EIR r12(4)(b)'"
        )
    return f"{act} {'r' if act.startswith('E') else 's'}{number.upper()}{''.join(brackets.split())}"


def _date(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    found = _DATE.fullmatch(value.strip())
    try:
        if found is None:
            raise ValueError
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise FoiError(f"{name} {value[:40]!r} is not a date: write YYYY-MM-DD, YYYY-MM or YYYY") from None
    return found[0]
