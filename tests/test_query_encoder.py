from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from indexer.embed import DEFAULT_MODEL, SentenceEncoder
from indexer.query_encoder import CLOSE, keep_query_encoder, open_query_encoder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("encoder")
    assert keep_query_encoder(made, DEFAULT_MODEL)
    return made


def test_it_gives_what_the_model_gives(data: Path) -> None:
    quick = open_query_encoder(data, DEFAULT_MODEL)
    assert quick is not None and quick.dimension == 384
    texts = ["4", "how many orders were breached?", "interim stalking protection orders " * 200, ""]
    cosines = np.einsum("ij,ij->i", quick.encode(texts), SentenceEncoder(of_queries=True).encode(texts))
    assert cosines.min() >= CLOSE - 0.003  # SentenceEncoder may be in bf16


def test_it_does_not_load_torch(data: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from indexer.query_encoder import open_query_encoder\n"
        f"print(open_query_encoder(Path({str(data)!r}), {DEFAULT_MODEL!r}).encode(['orders']).shape)\n"
        "sys.exit('torch' in sys.modules or 'sentence_transformers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "(1, 384)"


def test_another_models_or_a_damaged_file_is_not_used(data: Path, tmp_path: Path) -> None:
    assert open_query_encoder(data, "another/model") is None
    assert open_query_encoder(tmp_path, DEFAULT_MODEL) is None
    (tmp_path / "encoder").mkdir()
    (tmp_path / "encoder" / "encoder.onnx").write_bytes(b"broken")
    stamp = json.loads((data / "encoder" / "encoder.json").read_text()) | {"bytes": 6}
    (tmp_path / "encoder" / "encoder.json").write_text(json.dumps(stamp))
    assert open_query_encoder(tmp_path, DEFAULT_MODEL) is None
    (tmp_path / "encoder" / "encoder.json").write_text("{")
    assert open_query_encoder(tmp_path, DEFAULT_MODEL) is None
