"""Checking an index against itself: everything derived is recomputed from what it was derived from, and compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from corpus.document import FoiError
from indexer.dense import DenseIndex
from indexer.embed import Encoder, text_hash
from indexer.generation import STORE, current, stamp
from indexer.lexical import LexicalIndex
from indexer.store import Store
from indexer.stored import StoredDocument

SAMPLE = 64
"""How many vectors are encoded again unless all are asked for."""

CLOSE = 0.995
"""Least cosine between a vector kept and the same text encoded again: bf16 batches of other sizes differ by 0.002."""


def verify(data: Path, encoder: Encoder, *, everything: bool = False) -> Iterator[str]:
    """What is wrong with the index in `data`, one line each; nothing when it is clean.

    Checks bytes against their SHA-256, sections and passages against the canonical text, vectors against their texts
    (a sample, or with `everything` all), and both indexes against the store at the generation's sequence.
    """
    with Store(data / STORE) as store:
        damage = store.integrity()
        if damage:
            yield f"the store is damaged: {damage}"
            return
        for document in store.documents(store.sequence):
            yield from _document(store, document)
        yield from _vectors(store, encoder, everything)
        folder = current(data)
        if folder is None:
            yield "there is no published generation: run `foi index` again"
            return
        try:
            yield from _generation(store, folder, encoder.name)
        except FoiError as error:
            yield str(error)


def _document(store: Store, document: StoredDocument) -> Iterator[str]:
    name, text = document.uri, store.text(document.version)
    if hashlib.sha256(store.original(document.version)).hexdigest() != document.sha256:
        yield f"{name}: the bytes kept do not have the SHA-256 recorded"
    at = 0
    for section in store.sections(document.version):
        if not at <= section.start <= section.end <= len(text):
            yield f"{name}: section {section.id} ({section.start}–{section.end}) overlaps another or leaves the text"
        elif text[at : section.start].strip():
            yield f"{name}: characters {at}–{section.start} belong to no section"
        at = max(at, section.end)
    if text[at:].strip():
        yield f"{name}: characters {at}–{len(text)} belong to no section"
    at = 0
    for passage in sorted(store.passages_of(document.version), key=lambda p: p.start):
        if text[at : passage.start].strip():
            yield f"{name}: characters {at}–{passage.start} belong to no passage"
        at = max(at, passage.end)
        body = " ".join(text[passage.start : passage.end].split())
        if text_hash(f"{passage.context}\n{body}" if passage.context else body) != store.hash(passage.pid):
            yield f"{name}: passage {passage.id} is not the text it was embedded from"
    if text[at:].strip():
        yield f"{name}: characters {at}–{len(text)} belong to no passage"


def _vectors(store: Store, encoder: Encoder, everything: bool) -> Iterator[str]:
    missing = store.unembedded(encoder.name)
    if missing:
        yield f"{len(missing)} passages have no vector: run `foi index` again"
    kept = store.embedded(encoder.name, None if everything else SAMPLE)
    if not kept:
        return
    again = encoder.encode([text for text, _ in kept])
    vectors = np.stack([vector for _, vector in kept])
    wrong = int(np.sum(np.einsum("ij,ij->i", again, vectors) < CLOSE))
    if wrong:
        yield f"{wrong} of {len(kept)} vectors checked are not what {encoder.name} gives for their texts"


def _generation(store: Store, folder: Path, model: str) -> Iterator[str]:
    made = stamp(folder)
    if made.sequence != store.sequence:
        yield f"the indexes reflect change {made.sequence}, the store is at {store.sequence}: run `foi index` again"
    if made.model != model:
        yield f"the indexes hold vectors of {made.model}, not {model}"
    pids, versions = store.alive(made.sequence)
    dense = DenseIndex.read(folder / "dense.faiss")
    ids = dense.ids()
    if sorted(ids.tolist()) != pids:
        yield f"the dense index holds {len(ids)} passages, the store {len(pids)}, and they are not the same"
    else:
        for at in range(0, len(ids), 4096):
            chunk = ids[at : at + 4096]
            stored = {pid: vector for pid, _, _, _, vector in store.indexable(chunk.tolist(), made.model)}
            held = dense.vectors(chunk)
            wrong = sum(held[i].astype("<f4").tobytes() != stored.get(int(pid)) for i, pid in enumerate(chunk))
            if wrong:
                yield f"{wrong} vectors in the dense index are not those in the store"
    words = LexicalIndex(folder / "lexical").ids()
    if words != set(pids) | {-v for v in versions}:
        expected = len(pids) + len(versions)
        yield f"the lexical index holds {len(words)} entries, the store {expected}, and they are not the same"
