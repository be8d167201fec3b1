from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.document import FoiError
from indexer.dense import DenseIndex
from indexer.generation import STORE, current, publish, stamp, writing
from indexer.lexical import LexicalIndex
from indexer.pipeline import embed
from indexer.store import Store
from indexer.verify import verify
from service.snapshot import open_snapshot
from tests.conftest import WordEncoder, letter


def written(data: Path, words: WordEncoder, *letters: tuple[str, str, str]) -> None:
    with writing(data), Store(data / STORE, write=True) as store:
        with store.transaction():
            store.set_meta("model", words.name)
            for one in letters:
                store.put(letter(*one), "r1")
        embed(store, words, lambda *_: None)
        publish(data, store, words.name, words.dimension)


def test_catching_up_equals_building_anew(tmp_path: Path, words: WordEncoder) -> None:
    a, b, c = ("/a.txt", "How many?", "4"), ("/b.txt", "Which model?", "None is held."), ("/a.txt", "How many?", "5")
    written(tmp_path / "steps", words, a)
    written(tmp_path / "steps", words, b)
    written(tmp_path / "steps", words, c)
    assert list(verify(tmp_path / "steps", words)) == []
    folder = current(tmp_path / "steps")
    assert folder is not None and stamp(folder).passages == 4
    found = LexicalIndex(folder / "lexical").search(["5"], 5)[0]
    assert len(found) == 1
    assert found[0] in DenseIndex.read(folder / "dense.faiss").ids()


def test_an_open_reader_keeps_its_generation(tmp_path: Path, words: WordEncoder) -> None:
    written(tmp_path, words, ("/a.txt", "How many?", "4"))
    folder = current(tmp_path)
    assert folder is not None
    lexical, before = LexicalIndex(folder / "lexical"), stamp(folder)
    written(tmp_path, words, ("/a.txt", "How many?", "5"))
    with Store(tmp_path / STORE) as store:
        old = store.document("/a.txt", before.sequence)
        assert old is not None and store.text(old.version).endswith("4\n")
    written(tmp_path, words, ("/b.txt", "How many more?", "6"))
    assert len(lexical.search(["4"], 5)[0]) == 1


def test_a_damaged_index_is_rebuilt(tmp_path: Path, words: WordEncoder) -> None:
    written(tmp_path, words, ("/a.txt", "How many?", "4"))
    folder = current(tmp_path)
    assert folder is not None
    (folder / "dense.faiss").write_bytes(b"gone")
    assert any("FAISS" in problem for problem in verify(tmp_path, words))
    written(tmp_path, words)
    assert list(verify(tmp_path, words)) == []


def test_verify_sees_a_vector_and_a_text_that_changed(tmp_path: Path, words: WordEncoder) -> None:
    written(tmp_path, words, ("/a.txt", "How many?", "4"))
    with Store(tmp_path / STORE, write=True) as store:
        store.db.execute("UPDATE vectors SET vector = ?", (np.eye(64, dtype="<f4")[0].tobytes(),))
        store.db.execute("UPDATE documents SET text = replace(text, '4', '9')")
    problems = "\n".join(verify(tmp_path, words))
    assert "are not what words gives" in problems
    assert "is not the text it was embedded from" in problems


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with writing(tmp_path):
        code = f"""from pathlib import Path
from indexer.generation import writing
with writing(Path({str(tmp_path)!r})): pass"""
        second = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert second.returncode != 0
    assert "is being written by process" in second.stderr


def test_a_directory_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("x")
    with pytest.raises(FoiError, match="holds other files"), writing(tmp_path):
        pass
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_where_the_directory_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FoiError, match="not a directory"), writing(tmp_path / "file"):
        pass


@pytest.mark.parametrize(
    "part", ["dense.faiss", "lexical/passages/meta.json", "lexical/letters/meta.json", "generation.json"]
)
@pytest.mark.parametrize("gone", [True, False])
def test_a_damaged_generation_is_rebuilt_on_opening(tmp_path: Path, words: WordEncoder, part: str, gone: bool) -> None:
    written(tmp_path, words, ("/a.txt", "How many?", "4"))
    folder = current(tmp_path)
    assert folder is not None
    (folder / part).unlink()
    if not gone:
        (folder / part).write_bytes(b"rubbish")
    snapshot = open_snapshot(tmp_path)
    assert len(snapshot.lexical.search(["4"], 5)[0]) == 1
    assert len(snapshot.dense) == 2
    snapshot.close()
    assert list(verify(tmp_path, words)) == []
