"""The command that searches and asks invented letters, on six of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import paraphrases
from eval.invented import BRIEFS, letters


def test_invented_letters_are_searched_and_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paraphrases, "letters", lambda _: letters(BRIEFS)[:6])
    found = paraphrases.measured(tmp_path, 2)
    absent = [query for query, one in found.asked.items() if one.unit is None]
    assert len(absent) == 9 and not any(query in found.ranks["hybrid"] for query in absent)
    shown = {row[0]: row for row in paraphrases.table(found).rows}
    assert (
        shown["hybrid"][1] == len(found.asked) - 9 == sum(shown[f"hybrid, by {kind}"][1] for kind in paraphrases.KINDS)
    )
    kept = paraphrases.result(found, 2)
    assert kept.figures["hybrid: R@1"] > kept.figures["lexical: R@1"]
    assert kept.figures["absent: right"] == 0.0
    for each in paraphrases.shares(found).values():
        assert sum(each.values()) == pytest.approx(1.0)
    assert kept.settings["absent"] == 9
