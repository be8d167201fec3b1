"""`indexer.partition`: the law that nothing printable is lost, the seam in `unstructured`, and no network."""

from __future__ import annotations

import ast
import importlib.util
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import media
from corpus.document import Source, UnreadableDocument
from indexer import grammar
from indexer import partition as module
from indexer.partition import partition
from indexer.reading import Reading
from tests.test_align import assert_law


def read(text: str, name: str = "letter.txt") -> Reading:
    return partition(Source(name, text.encode("utf-8"), name))


def shown(reading: Reading) -> list[str]:
    return [reading.text[e.start : e.end] for e in reading.elements]


def test_one_character_answers_survive() -> None:
    text = "## **REQUEST**\n\n**How many were breached?**\n\n4\n\n**And interim?**\n\n0\n\n5"
    reading = read(text, "letter.md")
    assert reading.text == text
    assert shown(reading) == ["## **REQUEST**", "**How many were breached?**", "4", "**And interim?**", "0", "5"]
    assert (reading.elements[0].category, reading.elements[0].level) == ("title", 2)


def test_hard_wrapped_letter_without_blank_lines_is_read_line_by_line() -> None:
    lines = ["Question 1", "How many trees were felled in", "the year?", "4", "Yours sincerely"]
    assert shown(read("\n".join(lines))) == lines


def test_a_text_longer_than_a_slice_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SLICE", 50)
    text = "A paragraph of a few words.\n\n4\n\n" * 40 + "x" * 200
    reading = read(text)
    assert_law(reading.text, reading.elements)
    assert shown(reading)[:2] == ["A paragraph of a few words.", "4"]


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["a.txt", "a.md", "a.html", "a.csv", "a.eml"]))
def test_law_for_any_text_under_any_name(text: str, name: str) -> None:
    try:
        reading = read(text, name)
    except UnreadableDocument as error:
        assert len(str(error).splitlines()) == 1
        return
    assert_law(reading.text, reading.elements)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=list("ab 1.\n*#_>-|`[](:)<&;\t•"), min_size=1))
def test_law_for_markup(text: str) -> None:
    for prefix in ("# h\n\n**b**\n\n**c**\n\n", "<html><body>", ""):
        try:
            reading = read(prefix + text, "a")
        except UnreadableDocument:
            continue
        assert_law(reading.text, reading.elements)


@pytest.mark.parametrize("folder", ["letters", "seeds"])
def test_law_over_the_labelled_letters(shared: Path, folder: str) -> None:
    paths = sorted((shared / folder).iterdir())
    assert paths
    for path in paths:
        reading = partition(Source(path.name, path.read_bytes(), path.name))
        assert reading.text == path.read_text(encoding="utf-8"), path
        assert_law(reading.text, reading.elements)


def test_law_and_offsets_over_files_of_every_format(shared: Path) -> None:
    kinds = set()
    for path in sorted((shared / "files").glob("*/*")):
        try:
            reading = partition(Source(path.name, path.read_bytes(), path.name))
        except UnreadableDocument as error:
            assert str(error).startswith(path.name), "the message names the document"
            assert len(str(error).splitlines()) == 1
            continue
        kinds.add(reading.media_type)
        assert_law(reading.text, reading.elements)
        for table in reading.tables:
            for cell in table.cells:
                assert table.start <= cell.start <= cell.end <= table.end
                assert reading.text[cell.start : cell.end] == reading.text[cell.start : cell.end].strip()
        assert list(reading.pages) == sorted(reading.pages)
    assert {media.PDF, media.DOCX, media.XLSX, media.MAIL, media.TEXT} <= kinds


@pytest.mark.parametrize("run", [" ", "\n", ".", "-", "[", "&", "\\", "*", "\t"])
def test_long_runs_are_passed_in_time(run: str) -> None:
    text = "# Title\n\n**How many?**\n\n4\n" + run * 20_000 + "end"
    start = time.process_time()
    for name in ("a.txt", "a.md"):
        reading = read(text, name)
        assert_law(reading.text, reading.elements)
    assert time.process_time() - start < 10


def test_unreadable_names_the_document() -> None:
    with pytest.raises(UnreadableDocument, match=r"^empty\.txt is empty"):
        read("", "empty.txt")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError(f"a connection was opened to {args[1:]}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = (
        '<html><body><img src="http://a.example/x.png"><link href="http://a.example"><p>We hold this.</p></body></html>'
    )
    assert "We hold this." in read(page, "a.html").text
    assert read("# Title\n\n![x](http://a.example/x.png)\n\nText that was written.", "a.md").elements
    assert read("We hold no such information. It is published.").elements[0].category == "narrative"


def test_first_use_opens_no_socket_and_loads_neither_spacy_nor_a_model() -> None:
    program = """
import socket, sys
def refuse(*args): raise SystemExit(f"a connection was opened to {args[1:]}")
socket.socket.connect = refuse; socket.getaddrinfo = refuse
from corpus.document import Source
import indexer.partition
assert "unstructured" not in sys.modules, "unstructured is imported before it is needed"
reading = indexer.partition.partition(Source("a", b"We hold no such record. It was destroyed.", "a.txt"))
assert reading.elements[0].category == "narrative", reading
assert "spacy" not in sys.modules and "torch" not in sys.modules, "spaCy was loaded"
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout


def test_the_seam_is_where_this_version_of_unstructured_has_it() -> None:
    """Fails when a new version moves what `_unstructured` stands in for: look there, then here."""
    module.category_of("A title")
    from unstructured.partition import text_type

    assert text_type.sent_tokenize is grammar.sentences
    assert text_type.word_tokenize is grammar.words
    assert text_type.pos_tag is grammar.tags
    package = importlib.util.find_spec("unstructured")
    assert package is not None and package.origin is not None
    root = Path(package.origin).parent
    seam = ast.parse((root / "nlp" / "tokenize.py").read_text())
    public = {n.name for n in seam.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")}
    assert public == {"sent_tokenize", "word_tokenize", "pos_tag"}, "the stand-in must offer what the original offers"
    loaders = [p for p in root.rglob("*.py") if "import spacy" in p.read_text() and p.name != "tokenize.py"]
    assert not loaders, f"spaCy is now loaded in {loaders} too"


def test_our_short_ways_through_unstructured_give_what_its_partitioners_give(shared: Path) -> None:
    module._prepare()
    from unstructured.partition.md import partition_md
    from unstructured.partition.text import partition_text

    for path in [*sorted((shared / "letters").iterdir())[::60], *sorted((shared / "seeds").iterdir())]:
        text = path.read_text(encoding="utf-8")
        for ours, whole in ((module._partition_text, partition_text), (module._partition_md, partition_md)):
            theirs = list(module._pieces(whole(text=text, languages=[""])))
            mine = ours(text) if ours is module._partition_text else list(module._pieces(ours(text)))
            assert [(p.text, p.category) for p in mine] == [(p.text, p.category) for p in theirs], path


def test_reading_is_cheap(shared: Path) -> None:
    """At least 40 pages a second here, where other work may run beside it; `python -m eval.reading` measures."""
    sources = [Source(p.name, p.read_bytes(), p.name) for p in sorted((shared / "letters").iterdir())[:60]]
    partition(sources[0])
    start = time.process_time()
    size = sum(len(partition(source).text) for source in sources)
    assert size / 3000 / (time.process_time() - start) > 40
