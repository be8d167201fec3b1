"""What a reply says again of the request that it quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.cues import H, Q
from indexer.forms import BARE
from indexer.unit import Unit


def _grams(words: str) -> set[tuple[str, ...]]:
    tokens = re.findall(r"[a-z0-9£]+", words)
    return set(zip(tokens, tokens[1:], tokens[2:], strict=False))


def asked(units: Sequence[Unit], scores: list[list[float]], request: str) -> None:
    """Words that the quoted request holds were asked."""
    known = _grams(request)
    if len(known) < 8:
        return
    flat = " " + " ".join(re.findall(r"[a-z0-9£]+", request)) + " "
    for unit, score in zip(units, scores, strict=True):
        grams = _grams(unit.words)
        if len(grams) >= 2:
            share = len(grams & known) / len(grams)
            if share >= 0.5:
                score[Q] += 7.0 * share
                score[H] -= 2.0
            elif share < 0.15 and len(grams) > 4:
                score[Q] -= 2.0
        elif (
            unit.words and (unit.marker or unit.bullet or unit.words.count(" ") > 1) and not BARE.fullmatch(unit.words)
        ):
            short = " ".join(re.findall(r"[a-z0-9£]+", unit.words))
            if len(short) > 4 and f" {short} " in flat:
                score[Q] += 2.5
