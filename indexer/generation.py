"""Generations: the two indexes as derived from the store at one change, published by rename.

`generations/<sequence>/` holds the FAISS index, the tantivy index and `generation.json`; the file `CURRENT` names the
one that readers use. A generation is built beside the others and never changed once `CURRENT` has named it.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from corpus.document import FoiError
from indexer import acronyms
from indexer.dense import DenseIndex
from indexer.embed import Vectors
from indexer.lexical import PARTS, LexicalIndex
from indexer.store import Store

STORE = "foi.db"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a generation reflects: the store's change sequence, the model whose vectors it holds, and how much of it.

    `passages` is how many vectors the dense index holds, `entries` how many passages and letters the lexical one.
    """

    sequence: int
    model: str
    dimension: int
    passages: int
    entries: int


def current(data: Path) -> Path | None:
    """The folder of the generation that readers use; None before the first."""
    try:
        name = (data / "CURRENT").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    folder = data / "generations" / name
    return folder if name.isdigit() and (folder / "generation.json").exists() else None


def stamp(folder: Path) -> Stamp:
    """Raises FoiError when the generation's own record cannot be read."""
    try:
        return Stamp(**json.loads((folder / "generation.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise FoiError(f"{folder} is damaged ({error}): run `foi index` to rebuild it") from None


def open_indexes(folder: Path, made: Stamp) -> tuple[DenseIndex, LexicalIndex]:
    """Both indexes of a generation. Raises FoiError where one is gone, damaged, or not what the stamp says."""
    remedy = f"{folder} is damaged: run `foi index` on any document to rebuild it"
    held = [folder / "dense.faiss", *(folder / "lexical" / part / "meta.json" for part in PARTS)]
    if not all(path.is_file() for path in held):
        raise FoiError(remedy)
    dense, lexical = DenseIndex.read(folder / "dense.faiss"), LexicalIndex(folder / "lexical")
    acronyms.read(folder)
    if (len(dense), dense.dimension, len(lexical)) != (made.passages, made.dimension, made.entries):
        raise FoiError(remedy)
    return dense, lexical


@contextmanager
def writing(data: Path) -> Iterator[None]:
    """Hold the writer's lock of a data directory. Raises FoiError at once when another process holds it."""
    _claim(data)
    with (data / "lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise FoiError(
                f"{data} is being written by process {holder}: wait until it ends, then run this again"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _claim(data: Path) -> None:
    """Make `data`, or see that it is ours: never write into a directory that holds something else."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        names = {entry.name for entry in data.iterdir()}
    except NotADirectoryError:
        raise FoiError(f"{data} is not a directory: give another with --data DIR") from None
    except FileExistsError:
        raise FoiError(f"{data} is a file, not a directory: give another with --data DIR") from None
    except OSError as error:
        raise FoiError(f"{data} cannot be used ({error.strerror}): give another directory with --data DIR") from None
    if names and STORE not in names and not names <= {"lock"}:
        raise FoiError(
            f"{data} holds other files and no foi-search index: give an empty or new directory with --data DIR"
        )


def publish(data: Path, store: Store, model: str, dimension: int) -> Stamp:
    """Bring the indexes up to the store's last change and make that generation the current one.

    Catches up from the current generation where it is of the same model, else builds anew. Every live passage must
    have its vector. Returns the new stamp; does nothing when the current generation is already there.
    """
    sequence = store.sequence
    old = current(data)
    before = _usable(old, model, dimension, sequence)
    if before is not None and old is not None and before.sequence == sequence:
        _sweep(data, store, {before.sequence})
        return before
    building = data / "generations" / f"building-{os.getpid()}"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    try:
        if before is not None and old is not None:
            (building / "lexical").mkdir()
            for part in PARTS:
                _link(old / "lexical" / part, building / "lexical" / part)
            dense, after = DenseIndex.read(old / "dense.faiss"), before.sequence
        else:
            dense, after = DenseIndex(dimension), -1
        lexical = LexicalIndex(building / "lexical")
        born, died = store.changed(after, sequence)
        dense.remove(died)
        known = acronyms.read(old) if before is not None and old is not None else Counter()
        letters, gone = store.changed_documents(after, sequence)
        acronyms.write(building, acronyms.tallied(known, map(store.text, letters), map(store.text, gone)))
        _fill(store, dense, lexical, born, died, after, sequence, model)
        dense.write(building / "dense.faiss")
        made = Stamp(sequence, model, dimension, len(dense), len(lexical))
        (building / "generation.json").write_text(json.dumps(asdict(made)), encoding="utf-8")
        _sync(building)
        final = data / "generations" / str(sequence)
        shutil.rmtree(final, ignore_errors=True)
        building.rename(final)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    _point(data, str(sequence))
    _sweep(data, store, {sequence} | ({before.sequence} if before is not None else set()))
    return made


def _usable(folder: Path | None, model: str, dimension: int, sequence: int) -> Stamp | None:
    """The stamp of a generation that can be caught up from: whole, of this model, not ahead of the store."""
    if folder is None:
        return None
    with suppress(FoiError):
        found = stamp(folder)
        if (found.model, found.dimension) == (model, dimension) and found.sequence <= sequence:
            open_indexes(folder, found)
            return found
    return None


def _fill(
    store: Store,
    dense: DenseIndex,
    lexical: LexicalIndex,
    born: list[int],
    died: list[int],
    after: int,
    at: int,
    model: str,
) -> None:
    added = 0

    def passages() -> Iterator[tuple[int, str]]:
        nonlocal added
        ids: list[int] = []
        vectors: list[Vectors] = []
        for pid, _, context, text, vector in store.indexable(born, model):
            ids.append(pid)
            vectors.append(np.frombuffer(vector, dtype="<f4"))
            yield pid, f"{context}\n{text}"
            added += 1
            if len(ids) == 4096:
                dense.add(ids, np.stack(vectors))
                ids, vectors = [], []
        if ids:
            dense.add(ids, np.stack(vectors))

    letters, gone = store.changed_documents(after, at)
    lexical.update(passages(), ((v, store.text(v)) for v in letters), [*died, *(-v for v in gone)])
    if added != len(born):
        raise FoiError(f"{len(born) - added} of {len(born)} passages have no vector of {model}: run `foi index` again")


def _link(old: Path, new: Path) -> None:
    """A copy of a tantivy folder that shares its immutable segments; tantivy replaces its own records by rename."""
    new.mkdir()
    for entry in old.iterdir():
        if entry.name.endswith(".lock"):
            continue
        if entry.suffix == ".json":
            shutil.copy2(entry, new / entry.name)
        else:
            try:
                os.link(entry, new / entry.name)
            except OSError:
                shutil.copy2(entry, new / entry.name)


def _sync(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _point(data: Path, name: str) -> None:
    fresh = data / "CURRENT.new"
    fresh.write_text(name, encoding="utf-8")
    _sync_file(fresh)
    fresh.replace(data / "CURRENT")
    _sync_file(data)


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(data: Path, store: Store, keep: set[int]) -> None:
    """Drop generations that no new reader will open, and document versions that only they showed."""
    for folder in (data / "generations").iterdir():
        if not (folder.name.isdigit() and int(folder.name) in keep):
            shutil.rmtree(folder, ignore_errors=True)
    with store.transaction():
        store.purge(min(keep))
