"""What the default model learnt of queries: small changes to its weights, used where a query is encoded.

Passages are encoded by the model as it was published; only a query's vector is drawn nearer to those of the questions
and answers that it means. The changes are of low rank (LoRA, Hu et al. 2021, https://arxiv.org/abs/2106.09685): for a
weight matrix W of shape (out, in) the model uses W + b·a, `b` of shape (out, rank), `a` of shape (rank, in). They were
learnt by `python -m eval adapter` from invented letters. No other model has any.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.document import FoiError

FILE = Path(__file__).with_name("query_adapter.safetensors")

Changes = dict[str, npt.NDArray[np.float32]]
"""Name of a module of the model → what is added to its weight matrix, shape (out, in)."""


def changes(path: Path = FILE) -> Changes:
    """What is added to the model's weights. Raises FoiError where the file cannot be read."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        parts = load_file(path)
        names = sorted(name.removesuffix(".a") for name in parts if name.endswith(".a"))
        return {name: parts[f"{name}.b"].astype(np.float32) @ parts[f"{name}.a"].astype(np.float32) for name in names}
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise FoiError(f"{path} cannot be read ({str(error).splitlines()[0][:80]}): reinstall foi-search") from None


@cache
def mark(path: Path = FILE) -> str:
    """Names the changes: the first 16 hexadecimal digits of the file's SHA-256."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        raise FoiError(f"{path} cannot be read ({error.strerror}): reinstall foi-search") from None
