"""References as reference managers read them."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from service.candidate import Citation, Origin
from service.citing import FORMS, Form, cite, reference

DAY = date(2026, 11, 22)
LETTER = Origin("b7ec474e6b5e3658", "/a/24.pdf", "Orders", "Saltmoor Police", "24-1127-FOI", "2024-07-19")
QUOTE = Citation("/a/24.pdf", 812, 813, 2, "Breached / 2023/24", "2", LETTER)
HARM = "}\n@misc{x,\r\nER  - \r\nTY  - BOOK\n\\input{/etc/passwd} $x_1$ 50% & #~^ \x1b[31m\u2028"
HOSTILE = Origin("00ff00ff00ff00ff", "/x", HARM, HARM, HARM, "2024-01-02")


def made(form: Form, document: Origin = LETTER, citation: Citation | None = QUOTE) -> str:
    return cite(reference(document, citation, link="https://foi.example/documents/b7?start=812", accessed=DAY), form)


def test_csl_is_an_item_that_processors_take() -> None:
    (item,) = json.loads(made("csl"))
    assert item["type"] == "document" and item["genre"] == "Freedom of Information response"
    assert item["author"] == [{"literal": "Saltmoor Police"}]
    assert item["issued"] == {"date-parts": [[2024, 7, 19]]} and item["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert (item["number"], item["page"]) == ("24-1127-FOI", "2")
    assert item["note"] == "“2” (page 2, cell Breached / 2023/24, characters 812–813)"
    assert re.fullmatch(r"[a-z0-9-]+", item["id"])


def test_ris_is_one_record_of_tagged_lines() -> None:
    lines = made("ris").split("\r\n")
    assert lines[0] == "TY  - GOVDOC" and lines[-2:] == ["ER  - ", ""]
    assert "AU  - Saltmoor Police" in lines and "PY  - 2024" in lines and "DA  - 2024/07/19/" in lines
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])


def test_bibtex_is_one_entry() -> None:
    assert made("bibtex").startswith("@misc{saltmoor-police-2024-b7ec47-812,\n  author = {{Saltmoor Police}},\n")


def test_a_line_to_paste() -> None:
    assert made("text") == (
        "Saltmoor Police, “Orders”, 24-1127-FOI, 19 July 2024, page 2, https://foi.example/documents/b7?start=812 “2”\n"
    )


def test_a_quotation_stands_with_the_question_that_it_answers() -> None:
    asked = reference(
        LETTER, QUOTE, asked="How many\n orders were breached?", link="https://foi.example/", accessed=DAY
    )
    assert cite(asked, "text").endswith("https://foi.example/ “2” in answer to “How many orders were breached?”\n")
    assert "N1  - “2” in answer to “How many orders were breached?” (page 2, " in cite(asked, "ris")
    assert json.loads(cite(asked, "json"))["question"] == "How many\n orders were breached?"


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_called_by_its_first_question_is_not_cited_by_that(form: Form) -> None:
    """Beside the answer to another question it would say that it was answered so."""
    letter = Origin("b7ec474e6b5e3658", "/a/24.pdf", "How many wardens are employed", "Saltmoor Police")
    made = cite(reference(letter, titled=False, accessed=DAY), form)
    if form != "json":  # which gives the document's metadata as they are
        assert "wardens" not in made and "Reply to a Freedom of Information request" in made


def test_json_is_the_citation_with_its_document_and_link() -> None:
    told = json.loads(made("json"))
    assert (told["start"], told["end"], told["quote"]) == (812, 813, "2")
    assert told["document"]["reference"] == "24-1127-FOI" and told["accessed"] == "2026-11-22"


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_that_says_little_is_cited_all_the_same(form: Form) -> None:
    assert made(form, Origin("0123456789abcdef", "/a.txt"), None).endswith("\n")


def test_a_letter_from_the_web_is_linked_to_there() -> None:
    web = Origin("0123456789abcdef", "https://example.org/foi/1")
    assert "https://example.org/foi/1" in cite(reference(web), "ris")


def test_no_letter_ends_a_field_or_adds_one() -> None:
    quoted = Citation("/x", 0, 5, None, HARM, HARM, HOSTILE)
    ris = cite(reference(HOSTILE, quoted, link="https://x/", accessed=DAY), "ris")
    assert [line[:2] for line in ris.split("\r\n")].count("TY") == 1 and ris.count("\nER  - ") == 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in re.split(r"[\r\n\u2028\x0b\x0c]+", ris) if line)
    assert "\x1b" not in ris
    bibtex = cite(reference(HOSTILE, quoted, link="https://x/}{", accessed=DAY), "bibtex")
    plain = re.sub(r"\\textbackslash\{\}|\\text\w+\{\}|\\.", "", bibtex)
    depth = 0
    for n, c in enumerate(plain):
        depth += (c == "{") - (c == "}")
        assert depth > 0 or c != "}" or n >= len(plain) - 2, "the entry ends before its end"
    assert depth == 0
    assert len(json.loads(cite(reference(HOSTILE, quoted), "csl"))) == 1
    assert cite(reference(HOSTILE, quoted), "text").count("\n") == 1


def test_a_long_quotation_is_cut_where_it_is_a_note() -> None:
    long = Citation("/a", 0, 5000, None, None, "word " * 1000, LETTER)
    assert len(cite(reference(LETTER, long), "ris")) < 2000
    assert len(json.loads(cite(reference(LETTER, long), "json"))["quote"]) == 5000
