"""Answers that open by the number of their question: "In response to Q4b (outcomes), 88 were settled".

Each begins an answer of its own, in whatever sentence of a paragraph it stands: the letter numbers what it tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.named import numbers_in
from indexer.unit import BROKEN, NUMBERED, Unit

_FEWEST = 3  # sentences that take up a number, each another
_TAKES_UP = re.compile(
    r"(?:in (?:response|answer|reply|relation|regard) to|as (?:to|for|regards)|with (?:regards?|respect) to|turning to"
    r"|regarding|concerning|on) (?:your )?(?:question|q|point|part|item) ?(?:no\.? ?)?\d{1,2}[a-h]?"
    r"(?: ?\([^()]{1,300}\))?, (?!please\b)"
)


def taken_up(units: Sequence[Unit]) -> None:
    """Note in place which units take up a question by its number before they tell, where a letter does so throughout.

    Such a unit is labelled as an answer ("a"), stands apart from what is before it, and opens a thing of its own.
    """
    found = [unit for unit in units if not unit.marker and not unit.label and _takes_up(unit.words)]
    named = [numbers_in(unit.words) for unit in found]
    if len({labels[0] for labels in named if labels}) < max(_FEWEST, len(found)):
        return
    for unit in found:
        unit.label, unit.opens, unit.apart = "a", NUMBERED, max(unit.apart, BROKEN)


def _takes_up(words: str) -> bool:
    """Whether a sentence names a question by its number, and goes on to state something."""
    return words[-1:] not in "?" and _TAKES_UP.match(words) is not None
