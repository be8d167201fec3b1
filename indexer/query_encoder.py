"""Encoding a query without waiting for PyTorch: the encoder as an ONNX file, made once when the index is built.

Starting PyTorch and sentence-transformers takes seconds; ONNX Runtime takes a third of one. The file is checked
against the model it was made from before it is kept: a cosine of at least CLOSE on texts of many lengths.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.document import FoiError
from indexer.embed import (
    DEFAULT_MODEL,
    Vectors,
    Window,
    export_onnx,
    model_folder,
    reference_vectors,
    unit,
    window,
)
from indexer.query_adapter import mark

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

CLOSE = 0.999
"""Least cosine between a vector of the ONNX file and one of the model in fp32."""

_CHECKED = (
    "4",
    "how many SPOs were breached",
    "Which exemption did the force rely on to withhold the longest time taken to arrest after a breach, and why?",
    "stalking protection orders " * 30,
    "Ynys Môn — £12,345.67 (2018/19) s31(1)(a)",
)


@dataclass(frozen=True, slots=True)
class QueryEncoder:
    """The ONNX file as an Encoder. Texts longer than the window are cut there, as the model itself cuts them."""

    name: str
    dimension: int
    session: InferenceSession
    window: Window

    @property
    def tokenizer(self) -> str:
        return self.name

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = [self._one(text) for text in texts]
        return unit(np.concatenate(rows)) if rows else np.zeros((0, self.dimension), np.float32)

    def _one(self, text: str) -> Vectors:
        ids = np.asarray([self.window.ids(text)], dtype=np.int64)
        found = self.session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
        return np.asarray(found, dtype=np.float32)


def open_query_encoder(data: Path, model: str) -> QueryEncoder | None:
    """The ONNX encoder kept in `data` for `model`; None where there is none, or it is damaged or another model's."""
    folder = data / "encoder"
    try:
        made = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
        weights = (folder / "encoder.onnx").stat().st_size
    except (OSError, ValueError):
        return None
    if not isinstance(made, dict) or made.get("model") != model or made.get("bytes") != weights:
        return None
    if model_folder(model) is None or made.get("source") != _source(model):
        return None
    session = _session(folder / "encoder.onnx")
    return None if session is None else QueryEncoder(model, int(made["dimension"]), session, window(model))


def keep_query_encoder(data: Path, model: str) -> bool:
    """Make and keep the ONNX encoder of `model` in `data`, unless it is there. Whether there is one now.

    A model that cannot be exported, or whose export is not close enough, is left to PyTorch: slower, never wrong.
    """
    if open_query_encoder(data, model) is not None:
        return True
    if model_folder(model) is None:
        return False
    folder = data / "encoder"
    folder.mkdir(exist_ok=True)
    fresh = folder / "encoder.onnx.new"
    try:
        export_onnx(model, fresh)
        session = _session(fresh)
        if session is None:
            return False
        expected = reference_vectors(model, _CHECKED)
        made = QueryEncoder(model, expected.shape[1], session, window(model))
        if float(np.einsum("ij,ij->i", made.encode(_CHECKED), expected).min()) < CLOSE:
            return False
        (folder / "encoder.json").unlink(missing_ok=True)
        fresh.replace(folder / "encoder.onnx")
        stamp = {
            "model": model,
            "dimension": made.dimension,
            "bytes": (folder / "encoder.onnx").stat().st_size,
            "source": _source(model),
        }
        (folder / "encoder.json.new").write_text(json.dumps(stamp), encoding="utf-8")
        (folder / "encoder.json.new").replace(folder / "encoder.json")
        return True
    except FoiError:
        return False
    finally:
        fresh.unlink(missing_ok=True)


def _session(path: Path) -> InferenceSession | None:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a second thread mostly spins, and takes the core from other requests
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception:  # a damaged file raises one of a dozen types of the runtime's own: PyTorch serves instead
        return None


def _source(model: str) -> str:
    """Names the weights that an export was made from: their names and sizes, cheaper than hashing them each start, and
    what the default model learnt of queries."""
    folder = model_folder(model)
    files = sorted(folder.rglob("*.safetensors")) if folder else []
    said = "|".join(f"{p.name} {p.stat().st_size}" for p in files)
    if model == DEFAULT_MODEL:
        said += f"|{mark()}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]
