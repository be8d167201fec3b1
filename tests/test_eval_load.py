"""The measurement of the service under load: what it counts, and when it says that the service holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from eval.load import Asked, Indexing, Measured, main, measure
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder
from tests.conftest import SAMPLES

GOOD = Measured(
    Asked([0.1] * 40, Counter({200: 40})),
    Asked([0.05] * 90 + [0.5] * 10, Counter({200: 100})),
    Indexing(60.0, 1),
    (400.0, 600.0, 600.0, 610.0, 610.0, 612.0),
)


def test_what_holds_and_what_does_not() -> None:
    assert GOOD.ratio == pytest.approx(5.0) and GOOD.holds
    slow = Asked([0.05] * 90 + [0.7] * 10, Counter({200: 100}))
    refused = Asked([0.1] * 100, Counter({200: 99, 503: 1}))
    broken = Asked([0.1] * 100, Counter({200: 100}), broken=1)
    assert refused.errors == broken.errors == 1
    assert not any(replace(GOOD, together=one).holds for one in (slow, refused, broken))
    assert not replace(GOOD, alone=refused).holds
    assert not replace(GOOD, memory=(400.0, 600.0, 700.0, 800.0)).holds
    assert not replace(GOOD, indexing=Indexing(60.0, 1, failed=1)).holds


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("load") / "data"
    encoder = SentenceEncoder()
    index([str(SAMPLES / "wexcombe-spo-2023-24.txt")], folder, encoder)
    keep_query_encoder(folder, encoder.name)
    return folder


def test_a_service_is_asked_by_many_while_indexing_is_killed(data: Path) -> None:
    batch = [str(SAMPLES / name) for name in ("wexcombe-drones.txt", "saltmoor-anpr-refusal.md")]
    queries = ["how many SPOs were breached", "how many drones are owned", "why are cameras withheld"]
    found = measure(data, batch, queries, clients=3, seconds=6, pace=0.2, kill=1.5)
    assert found.alone.statuses == Counter({200: 3}) and found.together.statuses[200] > 10
    assert found.alone.errors == found.together.errors == 0
    assert found.indexing.killed >= 2 and found.indexing.seconds > 3
    assert len(found.memory) >= 5 and min(found.memory) > 20
    assert sorted(path.name for path in data.iterdir()) and not (data / "jobs.lock").exists(), "a copy is served"


def test_what_cannot_be_measured_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from eval.command import told

    queries = tmp_path / "queries.tsv"
    queries.write_text("1\thow many\n")
    given = ["x", "--data", str(tmp_path), "--queries", str(queries), "--clients", "0"]
    assert told(main, "eval load", given) == 2
    assert "--clients" in capsys.readouterr().err
