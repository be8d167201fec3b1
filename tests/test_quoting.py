"""What stands beside a quotation in a citation: the question it answers, and a title that is the letter's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.pipeline import index
from service import quoting
from service.citing import cite
from service.index import Index
from tests.conftest import WordEncoder

LETTER = """{subject}Northmarsh Council

1. How many wardens are employed?
There are 14 wardens.

2. How many fines were issued in 2023?
6
"""


@pytest.mark.parametrize(("subject", "title"), [("", False), ("Subject: Litter wardens\n", True)])
def test_an_answer_is_cited_with_its_own_question_and_never_under_another(
    tmp_path: Path, subject: str, title: bool
) -> None:
    path = tmp_path / "wardens.txt"
    path.write_text(LETTER.format(subject=subject))
    index([str(path)], tmp_path / "data", WordEncoder())
    snapshot = Index(tmp_path / "data").snapshot()
    (document,) = snapshot.store.documents(snapshot.at)
    letter = quoting.opened(snapshot, document)
    assert quoting.titled(letter) is title
    at = letter.text.index("6\n")
    line = cite(quoting.reference(letter, (at, at + 1), None, date(2026, 11, 24)), "text")
    assert "“6” in answer to “2. How many fines were issued in 2023?”" in line
    assert "wardens are employed" not in line and ("Litter wardens" in line) is title
