"""What a unit is where the rules are in doubt: a linear model over its form, its place and what stands around it.

The rules of `indexer.kinds` weigh a letter as a whole; how far the best reading with a unit as one kind leads the best
reading with it as any other says how sure they are. Where that lead is small, a multinomial logistic regression is
asked, which `python -m eval line_model` fits to labelled letters as read by rules that had forgotten a part of what
they know: so it learns what to think of wording and layout that no rule foresaw. What it sees is `indexer.features`;
its weights are `doubt.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indexer.features import KINDS, Features, Four, Letter, features, lead, letter_of
from indexer.unit import Unit

DOUBT = 2.0
"""Below this lead of the best kind over the next, the model is asked."""
LEAD = 2.0
"""By so many log odds the model must prefer another kind than the rules do."""
WEIGHTS = Path(__file__).with_name("doubt.json")

_FARTHEST = -8.0


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` of each feature for the four kinds; `trust` is what the rules' own lead counts."""

    trust: float
    weights: dict[str, Four]

    def odds(self, found: Features, leads: Sequence[float]) -> list[float]:
        """The log odds of the four kinds, but for a constant, of a unit with these features and leads (0 or less)."""
        q, a, e, o = (self.trust * max(_FARTHEST, lead) for lead in leads)
        for name, value in found.items():
            if (row := self.weights.get(name)) is not None:
                q, a, e, o = q + value * row[0], a + value * row[1], e + value * row[2], o + value * row[3]
        return [q, a, e, o]


def load(path: Path = WEIGHTS) -> Model:
    """The model kept in a JSON file. Raises ValueError where the file is none."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    weights = {str(name): tuple(map(float, row)) for name, row in kept["weights"].items()}
    if bad := [name for name, row in weights.items() if len(row) != len(KINDS)]:
        raise ValueError(f"{path}: {bad[0]!r} has not {len(KINDS)} weights")
    return Model(float(kept["trust"]), weights)  # type: ignore[arg-type]


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return load()


def settled(units: Sequence[Unit], text: str, leads: Sequence[Four], model: Model) -> Iterator[tuple[int, int]]:
    """The units that the rules doubt and the model reads otherwise, each with the kind it is (an index of KINDS).

    `leads[i]` holds, for each kind, by how much the best reading of the letter with unit i as that kind falls behind
    the best of all: 0 for the kind that the rules choose.
    """
    letter: Letter | None = None
    for i, own in enumerate(leads):
        if lead(own) < DOUBT:
            letter = letter or letter_of(units, text, leads)
            odds = model.odds(features(letter, i), own)
            rules, best = own.index(0.0), odds.index(max(odds))
            if best != rules and odds[best] - odds[rules] >= LEAD:
                yield i, best
