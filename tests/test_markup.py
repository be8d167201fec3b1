"""Markdown's marks are found as places; the text stays what it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service import pieces
from service.markup import bare, marks

MARKDOWN, PLAIN = "text/markdown", "text/plain"


def seen(text: str, media_type: str = MARKDOWN) -> str:
    return bare(text, marks(media_type, text))


def looks(text: str, look: str, media_type: str = MARKDOWN) -> list[str]:
    found = pieces.cut(text, 0, len(text), None, (), marks(media_type, text))
    return [piece.text for piece in found if piece.look == look]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("## **Request and response**", "Request and response"),
        ("**1) How many?**\n\n4", "1) How many?\n\n4"),
        ("**over two\nlines**", "over two\nlines"),
        ("<u>Evidence of harm</u>", "Evidence of harm"),
        ("***both*** and __under__", "both and under"),
        ("*a note* of _ours_", "a note of ours"),
        ("| Ward | 2023 |\n|------|:---:|\n| Abbey | 4 |\n", "Ward | 2023\nAbbey | 4\n"),
        ("see [the log](https://a.example/x) and [https://b.example](https://b.example)",
         "see the log(https://a.example/x) and https://b.example"),
        (r"30\*\_", "30*_"),
        ("one\n\n---\n\ntwo", "one\n\n\n\ntwo"),
        ("## ", ""),
        # What is no mark stays.
        ("5* and 6**, 2 * 3 * 4, snake_case_name, s.40(2)*", "5* and 6**, 2 * 3 * 4, snake_case_name, s.40(2)*"),
        ("**not over\n\na paragraph**", "**not over\n\na paragraph**"),
        ("#1 in the list", "#1 in the list"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)  # fmt: skip
def test_marks_are_left_out_and_nothing_else(text: str, shown: str) -> None:
    assert seen(text) == shown


def test_plain_text_has_marks_only_where_a_converter_left_them() -> None:
    assert seen("## **REQUEST**\n\nTotal 5*\n-----\n", PLAIN) == "REQUEST\n\nTotal 5*\n-----\n"
    assert seen("| a | b |\n|---|---|\n5 * 6 * 7\n# 4\n", PLAIN) == "| a | b |\n|---|---|\n5 * 6 * 7\n# 4\n"
    assert seen("**bold**", "application/pdf") == "**bold**"


def test_what_is_marked_is_told_by_its_look() -> None:
    text = "# A *head*\n\nPlain **strong** and <u>lined</u> and *soft*.\n"
    assert looks(text, "heading") == ["A ", "head"]
    assert looks(text, "strong") == ["strong", "lined"]
    assert looks(text, "em") == ["soft"]


@given(st.text("*_#|-<>u/[]()\\ \n`ab1", max_size=80), st.sampled_from([MARKDOWN, PLAIN]), st.data())
def test_pieces_are_the_text_whatever_it_is(text: str, media_type: str, data: st.DataObject) -> None:
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    found = marks(media_type, text)
    run = pieces.cut(text, 0, len(text), (start, end), (), found)
    assert "".join(piece.text for piece in run) == text
    assert "".join(piece.text for piece in run if piece.marked) == text[start:end]
    shown = "".join(piece.text for piece in run if piece.look != "syntax")
    assert shown == bare(text, found)
    assert bare(text, found, start, end) == "".join(p.text for p in run if p.marked and p.look != "syntax")
    assert [c for c in shown if c.isalnum() and c not in "u"] == [c for c in text if c.isalnum() and c not in "u"]


@pytest.mark.parametrize(
    "part", ["**a ", "*", "__a", "<u>", "[a](", "| ", "# ", "|-", "\\", "**a**", "- ", "_a", "<u>a", "[", "***"]
)
def test_no_text_makes_the_marks_slow(part: str) -> None:
    text = part * (100_000 // len(part))
    began = time.process_time()
    marks(MARKDOWN, text)
    assert time.process_time() - began < 5
