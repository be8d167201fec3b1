from __future__ import annotations

import tiktoken
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Metadata
from indexer.embed import window
from indexer.passage import CONTEXT_TOKENS, ENCODING, count, passages
from indexer.reading import Cell, Reading, Table
from indexer.section import Section


def cut(text: str, *, kind: str = "answer", tables: tuple[Table, ...] = (), title: str | None = None):
    sections = (Section("s1", kind, 0, len(text), None, (), None, None, None, ()),)
    return passages("d", Reading(text), sections, tables, Metadata(title), window().fits)


def test_counts_by_the_published_encoding() -> None:
    assert count("Freedom of Information Act 2000") == 7


def test_one_character_answer_is_a_passage_of_its_own() -> None:
    sections = (
        Section("s1", "question", 0, 9, None, (), None, None, None, ()),
        Section("s2", "answer", 11, 12, None, (), None, "s1", None, ()),
    )
    made = passages("d", Reading("How many?\n\n4"), sections, (), Metadata("stalking orders"), window().fits)
    assert [(p.start, p.end, p.question) for p in made] == [(0, 9, None), (11, 12, "s1")]
    assert made[1].embedded("How many?\n\n4") == "stalking orders | How many?\n4"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300), min_size=1, max_size=12)
)
def test_no_printable_character_is_lost_and_nothing_is_truncated(parts: list[str]) -> None:
    text = "\n".join(parts)
    made = cut(text, title="a subject that is long enough to matter " * 6)
    covered = [False] * len(text)
    for passage in made:
        for i in range(passage.start, passage.end):
            assert not covered[i], "passages overlap"
            covered[i] = True
        assert window().fits(passage.embedded(text))
    assert all(covered[i] or text[i].isspace() for i in range(len(text)))


def test_a_long_answer_is_cut_at_its_paragraphs() -> None:
    paragraph = "The Constabulary holds this information in its crime recording system and reviews it each year. " * 6
    text = "\n\n".join([paragraph.strip()] * 4)
    made = cut(text)
    assert len(made) >= 3
    assert all(text[p.end - 1] == "." for p in made)


def test_table_rows_are_cut_whole_with_the_header_repeated() -> None:
    lines = ["Offence\t2022\t2023"] + [f"Burglary of dwelling number {n}\t{n * 3}\t{n * 5}" for n in range(80)]
    text = "\n".join(lines)
    cells, at = [], 0
    for row, line in enumerate(lines):
        for column, value in enumerate(line.split("\t")):
            start = at + sum(len(v) + 1 for v in line.split("\t")[:column])
            cells.append(Cell(row, column, start, start + len(value), header=row == 0))
        at += len(line) + 1
    made = cut(text, tables=(Table(0, len(text), tuple(cells)),))
    assert len(made) > 3
    for passage in made:
        assert text[passage.start - 1 : passage.start] in ("", "\n")
        assert text[passage.end : passage.end + 1] in ("", "\n")
    assert all("Offence 2022 2023" in p.context for p in made[1:])
    assert "Offence" not in made[0].context


def test_context_gives_way_before_the_quoted_text() -> None:
    text = "word " * 300
    made = cut(text.strip(), title="subject " * 500)
    assert all(count(p.context) <= CONTEXT_TOKENS for p in made)


def test_ids_are_stable_and_distinct() -> None:
    first, again = cut("No\n\n" + "Yes. " * 400), cut("No\n\n" + "Yes. " * 400)
    assert [p.id for p in first] == [p.id for p in again]
    assert len({p.id for p in first}) == len(first)


@given(st.text(max_size=200))
def test_a_text_has_the_tokens_of_its_words(text: str) -> None:
    squeezed = " ".join(text.split())
    assert count(text) == len(tiktoken.get_encoding(ENCODING).encode_ordinary(squeezed))
