"""The user's own word on documents: read from a CSV file, and put before the letters'."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.document import FoiError, Metadata
from corpus.manifest import Manifest, mark, overridden, read_manifest
from indexer.generation import STORE
from indexer.pipeline import Report, index
from indexer.store import Store
from indexer.stored import StoredDocument
from indexer.verify import verify
from service.cli import main
from tests.conftest import SAMPLES, WordEncoder

MAIL = "eastlea-school-transport.eml"
CSV = f"{MAIL}#transport-spend.csv"


def manifest(folder: Path, *lines: str) -> Manifest:
    path = folder / "manifest.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_manifest(path)


def test_what_is_said_overrides_what_was_read_and_nothing_else() -> None:
    read = Metadata("Orders", "Old Council", "1/24", "2024-01-01", "disclosed")
    said = Metadata(authority="New Council", date="2024-02-03")
    assert overridden(read, said) == Metadata("Orders", "New Council", "1/24", "2024-02-03", "disclosed")
    assert overridden(read, None) == read


def test_a_path_is_relative_to_the_manifest_and_goes_before_a_glob(tmp_path: Path) -> None:
    made = manifest(
        tmp_path, "path,authority,date", 'letters/a.txt,"Marsh, Town Council",2024-05-06', "letters/*.txt,Wexcombe,"
    )
    letters = tmp_path.resolve() / "letters"
    assert made.says(f"{letters}/a.txt") == Metadata(authority="Marsh, Town Council", date="2024-05-06")
    assert made.says(f"{letters}/b.txt") == Metadata(authority="Wexcombe")
    assert made.says(f"{letters}/deep/b.txt") is None
    assert made.says(f"{letters}/b.txt.pdf") is None


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("**/*.pdf", ["a.pdf", "x/y/a.pdf"], ["a.txt"]),
        ("20[12]?/*", ["2019/a.txt", "2024/b"], ["2031/a.txt", "2019/x/a.txt"]),
        ("b.zip#*", ["b.zip#a.txt"], ["b.zip", "c.zip#a.txt"]),
        ("[!a].txt", ["b.txt"], ["a.txt"]),
        ("odd[.txt", ["odd[.txt"], ["odd.txt"]),
        ("a+b (1)*.txt", ["a+b (1).txt"], ["aab 1.txt"]),
    ],
)
def test_globs(tmp_path: Path, pattern: str, yes: list[str], no: list[str]) -> None:
    made = manifest(tmp_path, "path,authority", f"{pattern},Wexcombe")
    for name in yes:
        assert made.says(f"{tmp_path.resolve()}/{name}"), name
    for name in no:
        assert made.says(f"{tmp_path.resolve()}/{name}") is None, name


def test_a_uri_is_meant_as_it_stands(tmp_path: Path) -> None:
    made = manifest(tmp_path, "URI, Title ", "https://example.org/foi?id=1*,  The   title ")
    assert made.says("https://example.org/foi?id=1*") == Metadata(title="The title")
    assert made.says("https://example.org/foi?id=12") is None


def test_what_is_said_of_a_message_goes_for_what_it_holds_but_for_the_title(tmp_path: Path) -> None:
    made = manifest(tmp_path, "path,authority,title", f"{MAIL},Eastlea,The letter", f"{CSV},,The figures")
    parent = made.says(f"{tmp_path.resolve()}/{MAIL}")
    assert made.says(f"{tmp_path.resolve()}/{CSV}", parent) == Metadata(authority="Eastlea", title="The figures")
    assert made.says(f"{tmp_path.resolve()}/{MAIL}#other.csv", parent) == Metadata(authority="Eastlea")


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([""], "is empty"),
        (["authority,date", "A,2024-01-01"], "neither a column path nor a column uri"),
        (["path", "a.txt"], "says nothing"),
        (["path,author", "a.txt,A"], "column 'author'"),
        (["path;authority", "a.txt;A"], "separated by commas"),
        (["path,date,date", "a.txt,,"], "two columns 'date'"),
        (["path,date", "a.txt,06/05/2024"], "line 2: '06/05/2024' is not a date: write it as YYYY-MM-DD"),
        (["path,date", "a.txt,2024-02-30"], "not a date"),
        (["path,date", "a.txt,20240230"], "not a date"),
        (["path,authority", "a.txt,A", "", "./a.txt,B"], "line 4 names ./a.txt again, as line 2 does"),
        (["path,uri,authority", "a.txt,/a.txt,A"], "both a path and a uri"),
        (["path,authority", ",A"], "names no document"),
        (["path,authority", "a.txt,Marsh, Council"], "3 cells"),
        (["path,authority", 'a.txt,"A'], "not CSV"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, lines: list[str], complaint: str) -> None:
    with pytest.raises(FoiError) as raised:
        manifest(tmp_path, *lines)
    assert complaint in str(raised.value) and "\n" not in str(raised.value)


def test_a_file_that_is_no_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FoiError, match="does not exist"):
        read_manifest(tmp_path / "none.csv")
    with pytest.raises(FoiError, match="cannot be read"):
        read_manifest(tmp_path)
    (tmp_path / "latin.csv").write_bytes("path,authority\na.txt,Café".encode("latin-1"))
    with pytest.raises(FoiError, match="not UTF-8"):
        read_manifest(tmp_path / "latin.csv")


def test_the_same_said_has_the_same_mark() -> None:
    assert mark(None) == ""
    assert mark(Metadata(date="2024-01-01")) == mark(Metadata(date="2024-01-01"))
    assert mark(Metadata(title="A")) != mark(Metadata(authority="A")) != ""


def test_the_command_says_what_is_wrong_and_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.csv").write_text("path,date\na.txt,May\n", encoding="utf-8")
    given = ["index", str(tmp_path), "--data", str(tmp_path / "d"), "--manifest"]
    for name in ("m.csv", "none.csv"):
        assert main([*given, str(tmp_path / name)]) == 2
        said = capsys.readouterr()
        assert said.out == "" and said.err.count("\n") == 1 and name in said.err
    assert not (tmp_path / "d").exists()


def test_only_documents_of_which_something_else_is_said_are_stored_anew(tmp_path: Path, words: WordEncoder) -> None:
    folder, data = tmp_path / "letters", tmp_path / "data"
    folder.mkdir()
    for name in (MAIL, "wexcombe-drones.txt", "saltmoor-horses-not-held.txt"):
        shutil.copy(SAMPLES / name, folder)

    def run(*lines: str) -> Report:
        return index([str(folder)], data, words, None, manifest(tmp_path, *lines) if lines else None)

    def stored(name: str) -> StoredDocument:
        with Store(data / STORE) as store:
            found = store.document(f"{folder.resolve()}/{name}", store.sequence)
        assert found
        return found

    header, one = "path,authority,date,title", "letters/wexcombe-drones.txt,Marsh Council,2020-02-03,Kites"
    first = run(header, one, "letters/none.txt,Nobody,,")
    assert (first.added, first.failed) == (4, []) and first.unused == ["line 3 (letters/none.txt)"]
    drones = stored("wexcombe-drones.txt")
    assert (drones.authority, drones.date, drones.title) == ("Marsh Council", "2020-02-03", "Kites")
    read = stored(MAIL)
    again = run(header, one)
    assert (again.added, again.updated, again.unchanged, again.embedded) == (0, 0, 4, 0)
    assert stored("wexcombe-drones.txt") == drones

    changed = run(header, one.replace("2020", "2021"))
    assert (changed.added, changed.updated, changed.unchanged) == (0, 1, 3)
    assert stored("wexcombe-drones.txt").date == "2021-02-03"

    inside = run(header, one.replace("2020", "2021"), f"letters/{CSV},,,Spend")
    assert (inside.added, inside.updated, inside.unchanged) == (0, 2, 2)
    assert stored(CSV).title == "Spend" and stored(MAIL).title == read.title

    without = run()
    assert (without.added, without.updated, without.unchanged) == (0, 3, 1)
    assert stored("wexcombe-drones.txt").authority != "Marsh Council"
    assert list(verify(data, words)) == []
