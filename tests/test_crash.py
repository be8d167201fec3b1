"""The indexer killed in the middle, on a few samples; `python -m eval.crash` does it at length on any folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from eval.crash import rounds
from tests.conftest import ROOT, SAMPLES


def test_an_index_finished_after_a_kill_answers_as_an_undisturbed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setitem(os.environ, "FOI_DATA", str(tmp_path / "unused"))
    asked = ["how many stalking protection orders were breached", "why was it refused", "how many PCNs were issued"]
    (tmp_path / "q.jsonl").write_text("\n".join(json.dumps({"id": q, "query": q}) for q in asked))
    paths = [str(path) for path in sorted(SAMPLES.glob("*.txt"))[:8]]
    found = rounds(paths, tmp_path / "q.jsonl", kills=2, seed=3)
    assert (found.answers, found.differing, found.unclean) == (3, [], [])
