"""The write path as a whole, on files in a folder."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.document import FoiError
from indexer import pending, pipeline
from indexer.embed import Vectors, unit
from indexer.generation import STORE
from indexer.pipeline import index, remove
from indexer.store import Store
from indexer.stored import Beside
from indexer.verify import verify
from service.gist import beside
from tests.conftest import SAMPLES, WordEncoder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "letters"
    made.mkdir()
    for path in sorted(SAMPLES.glob("*.txt"))[:4]:
        shutil.copy(path, made)
    return made


def test_indexing_twice_changes_nothing_and_embeds_nothing(folder: Path, tmp_path: Path, words: WordEncoder) -> None:
    data = tmp_path / "data"
    first = index([str(folder)], data, words)
    assert (first.added, first.updated, first.unchanged, first.failed) == (4, 0, 0, [])
    with Store(data / STORE) as store:
        sequence = store.sequence
    words.encoded.clear()
    again = index([str(folder)], data, words)
    assert (again.added, again.updated, again.unchanged, again.failed) == (0, 0, 4, [])
    assert (again.documents, again.passages, again.embedded) == (first.documents, first.passages, 0)
    assert words.encoded == []
    with Store(data / STORE) as store:
        assert store.sequence == sequence


def test_changing_one_letter_reads_and_embeds_that_one(folder: Path, tmp_path: Path, words: WordEncoder) -> None:
    data = tmp_path / "data"
    index([str(folder)], data, words)
    changed = sorted(folder.iterdir())[1]
    changed.write_text(changed.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    words.encoded.clear()
    report = index([str(folder)], data, words)
    assert (report.added, report.updated, report.unchanged) == (0, 1, 3)
    assert 0 < report.embedded < 5
    assert list(verify(data, words)) == []


def test_a_batch_with_bad_files_indexes_the_good_and_names_the_bad(
    folder: Path, tmp_path: Path, words: WordEncoder
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "rubbish.bin").write_bytes(bytes(range(256)) * 40)
    report = index([str(folder), str(tmp_path / "nowhere")], tmp_path / "data", words)
    assert report.added == 4
    assert {Path(uri).name for uri, _ in report.failed} == {"empty.txt", "rubbish.bin", "nowhere"}
    assert all("\n" not in error for _, error in report.failed)


def test_a_file_that_went_bad_keeps_its_last_good_version(folder: Path, tmp_path: Path, words: WordEncoder) -> None:
    data = tmp_path / "data"
    index([str(folder)], data, words)
    victim = sorted(folder.iterdir())[0]
    victim.write_bytes(b"\x00\x01\x02\x03" * 500)
    report = index([str(folder)], data, words)
    assert len(report.failed) == 1 and report.documents == 4
    with Store(data / STORE) as store:
        assert store.document(str(victim.resolve()), store.sequence) is not None
        assert [uri for uri, _ in store.failures()] == [str(victim.resolve())]


def test_members_of_an_archive_come_and_go_with_it(folder: Path, tmp_path: Path, words: WordEncoder) -> None:
    data, packed = tmp_path / "data", tmp_path / "letters.zip"
    names = [path.name for path in sorted(folder.iterdir())]

    def pack(members: list[str]) -> None:
        with zipfile.ZipFile(packed, "w") as archive:
            for name in members:
                archive.write(folder / name, name)

    pack(names[:3])
    first = index([str(packed)], data, words)
    assert first.added == first.documents >= 3
    assert index([str(packed)], data, words).unchanged == first.documents
    pack(names[1:4])
    index([str(packed)], data, words)
    with Store(data / STORE) as store:
        held = {d.name for d in store.documents(store.sequence) if d.parent}
    assert held == set(names[1:4])
    gone = remove([str(packed)], data, words)
    assert gone.documents == 0
    assert list(verify(data, words)) == []


def test_members_that_a_stopped_run_did_not_reach_are_read_by_the_next(
    folder: Path, tmp_path: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, packed = tmp_path / "data", tmp_path / "letters.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)

    def stopped(stage: str, done: int, total: int | None) -> None:
        if done == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "_COMMIT_EVERY", 2)
    with pytest.raises(KeyboardInterrupt):
        index([str(packed)], data, words, stopped)
    with Store(data / STORE) as store:
        assert len(store.documents(store.sequence)) == 2
    index([str(packed)], data, words)
    with Store(data / STORE) as store:
        held = {d.name for d in store.documents(store.sequence) if d.parent}
    assert held == {path.name for path in folder.iterdir()}
    assert index([str(packed)], data, words).unchanged == 5
    assert list(verify(data, words)) == []


class BatchEncoder(WordEncoder):
    """A WordEncoder whose vectors depend on what they are encoded with, as those of bf16 do, only more."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        return unit(super().encode(texts) + len(texts) / 10)


def vectors(data: Path) -> dict[bytes, bytes]:
    with Store(data / STORE) as store:
        return dict(store.db.execute("SELECT hash, vector FROM vectors"))


@pytest.mark.parametrize("stop", [3, 7, 11])
def test_a_stopped_run_finished_later_holds_the_vectors_of_an_undisturbed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    paths = [str(path) for path in sorted(SAMPLES.glob("*.txt"))[:12]]
    monkeypatch.setattr(pipeline, "_COMMIT_EVERY", 2)
    monkeypatch.setattr(pending, "AT_ONCE", 10)
    index(paths, tmp_path / "whole", BatchEncoder())

    def stopped(stage: str, done: int, total: int | None) -> None:
        if stage == "reading" and done == stop:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index(paths, tmp_path / "stopped", BatchEncoder(), stopped)
    index(paths, tmp_path / "stopped", BatchEncoder())
    assert vectors(tmp_path / "stopped") == vectors(tmp_path / "whole")


def test_documents_are_read_while_others_are_encoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_COMMIT_EVERY", 2)
    monkeypatch.setattr(pending, "AT_ONCE", 10)
    said: list[tuple[str, int | None]] = []
    paths = [str(path) for path in sorted(SAMPLES.glob("*.txt"))[:8]]
    report = index(paths, tmp_path / "data", WordEncoder(), lambda stage, _, total: said.append((stage, total)))
    stages = [stage for stage, _ in said]
    assert "embedding" in stages[: stages.index("publishing")]
    assert stages.index("embedding") < len(stages) - 1 - stages[::-1].index("reading")
    assert [total for stage, total in said if stage == "embedding"][-1] == report.embedded


def test_removing_what_is_not_there_is_said(folder: Path, tmp_path: Path, words: WordEncoder) -> None:
    data = tmp_path / "data"
    index([str(folder)], data, words)
    report = remove(["/nowhere.txt", str(sorted(folder.iterdir())[0])], data, words)
    assert (report.removed, len(report.failed), report.documents) == (1, 1, 3)


def test_another_model_is_refused(folder: Path, tmp_path: Path, words: WordEncoder) -> None:
    data = tmp_path / "data"
    index([str(folder)], data, words)
    words.name = "other"
    with pytest.raises(FoiError, match="made with the model 'words', not 'other'"):
        index([str(folder)], data, words)


def test_a_full_disk_is_one_clear_line_and_changes_nothing(
    folder: Path, tmp_path: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    index([str(folder)], data, words)
    with Store(data / STORE) as store:
        before = [(d.uri, d.version) for d in store.documents(store.sequence)]
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    for n in range(40):
        (folder / f"more{n}.txt").write_text(f"1. How many in {n}?\n\n{n}\n" + "filler text about orders. " * 2000)

    class Small(Store):
        """A store on a disk that holds a few pages more, and no more."""

        def __init__(self, path: Path, *, write: bool = False) -> None:
            super().__init__(path, write=write)
            self.db.execute(f"PRAGMA max_page_count = {pages + 8}")

    monkeypatch.setattr(pipeline, "Store", Small)
    with pytest.raises(FoiError, match=r"full.*free some disk space"):
        index([str(folder)], data, words)
    monkeypatch.undo()
    with Store(data / STORE) as store:
        assert [(d.uri, d.version) for d in store.documents(store.sequence)][: len(before)] == before
    assert index([str(folder)], data, words).documents == 44
    assert list(verify(data, words)) == []


def test_documents_are_read_again_when_the_rules_of_what_is_kept_beside_them_change(
    folder: Path, tmp_path: Path, words: WordEncoder
) -> None:
    made, data = beside(), tmp_path / "data"
    first = index([str(folder)], data, words, beside=made)
    assert first.added and index([str(folder)], data, words, beside=made).unchanged == first.added
    with Store(data / STORE) as store:
        assert all(one.gist.startswith(made.rules.encode()) for one in store.contents(store.alive(store.sequence)[1]))
    words.encoded.clear()
    again = index([str(folder)], data, words, beside=Beside(made.make, "other"))
    assert (again.updated, again.unchanged, words.encoded) == (first.added, 0, [])
