"""Replies typed into the requester's own questions: 48 invented letters by writers who had not seen the program.

`typed_in.jsonl` holds a letter a line: its text; of each question that it answers a piece of the question, a piece of
its answer, and what came of it; of each that it does not answer a piece.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from indexer.reading import Reading
from indexer.section import section

LETTERS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("typed_in.jsonl").read_text(encoding="utf-8").splitlines()
]


def counted(letter: dict[str, Any]) -> tuple[Counter[str], list[str]]:
    """How many answers are joined to their question, and have their outcome; and what is missed."""
    text = letter["text"]
    cut = section(Reading(text=text), f"{letter['name']}.txt")[0]
    found: Counter[str] = Counter()
    missed = []
    for pair in letter["pairs"]:
        found["pairs"] += 1
        at = text.find(pair["question"])
        asked = next(s for s in cut if s.start <= at < s.end)
        told = [s for s in cut if s.answers == asked.id and pair["answer"] in text[s.start : s.end]]
        found["joined"] += bool(told)
        found["outcome"] += any(pair["outcome"] in (s.outcome, asked.outcome) for s in told)
        if not told:
            missed.append(f"{letter['name']}: {pair['question']} -> {pair['answer']}")
    return found, missed


def test_answers_typed_into_the_questions_are_joined_to_them() -> None:
    total: Counter[str] = Counter()
    missed: list[str] = []
    for letter in LETTERS:
        found, more = counted(letter)
        total += found
        missed += more
    assert total["pairs"] == 400
    assert total["joined"] >= 0.82 * total["pairs"], "\n".join(missed)
    assert total["outcome"] >= 0.9 * total["joined"]


def test_every_printed_character_of_such_a_letter_is_in_one_section() -> None:
    for letter in LETTERS:
        text = letter["text"]
        cut = section(Reading(text=text), f"{letter['name']}.txt")[0]
        assert [a.end <= b.start for a, b in pairwise(cut)] == [True] * (len(cut) - 1)
        held = "".join("".join(text[s.start : s.end].split()) for s in cut)
        assert held == "".join(text.split()), letter["name"]
