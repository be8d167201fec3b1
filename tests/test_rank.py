"""How units are sorted where the words of a query are lacking: measured on invented letters, in other words."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.invented import BRIEFS, LAYOUTS, PLAIN, Letter, letters, written
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from service import rank
from service.index import Index
from service.query import understand
from tests.test_answer import letter

SOME: tuple[Letter, ...] = letters(BRIEFS)[::12]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters")
    written(SOME, folder)
    index([str(folder)], folder / ".data", SentenceEncoder())
    return folder / ".data"


def found(data: Path) -> int:
    """Queries whose first hit is the answer that they mean; each in an index opened anew, which keeps no result."""
    opened, right = Index(data), 0
    for one in SOME:
        pairs = LAYOUTS[PLAIN](one).pairs
        for unit, (_, (start, end)) in zip(one.units, pairs, strict=True):
            for query in unit.queries:
                hit = opened.search(query, 1).hits[0]
                right += Path(hit.document.uri).stem == one.id and start < hit.passage.end and hit.passage.start < end
    return right


def test_more_paraphrases_are_found_where_lacking_words_count_less(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = found(data)
    monkeypatch.setattr(rank, "_PARAPHRASED", {})
    assert with_it >= found(data) + 3


def test_what_is_lacking_counts_in_proportion() -> None:
    values = dict.fromkeys(rank._RANK, 0.5)
    plain, half, whole = (rank.merit(values, lacking) for lacking in (0.0, 0.5, 1.0))
    assert half - plain == pytest.approx((whole - plain) / 2)
    assert whole - plain == pytest.approx(0.5 * sum(rank._PARAPHRASED.values()))


def test_what_speaks_of_none_of_the_things_done_is_no_count_of_them() -> None:
    units = letter(
        [("question", "2. Do you warn of foxes?"), ("answer", "Yes, 40 posters about foxes by the Mill Guard.")]
    )
    asked = understand("fox cullings carried out by the Mill Guard", ())
    (one,) = rank.Ranking(asked, units).ranked(units)
    assert one.features["unasked"] == 1
    (told,) = rank.Ranking(known := understand("fox posters issued by the Mill Guard", ()), units).ranked(units)
    assert known.form == "how_many" and told.features["unasked"] == 0


def test_times_are_counted_in_any_question_of_how_often() -> None:
    units = letter([("question", "1. Which ponds had most reports?"), ("answer", "Gull Pond 12\nHeron Pond 7")])
    asked = understand("Heron Pond - times leaks reported", ())
    (one,) = rank.Ranking(asked, units).ranked(units)
    assert one.features["unasked"] == 0


def test_a_row_for_what_is_asked_is_meant_rather_than_the_sum_of_all() -> None:
    units = letter(
        [
            ("other", "Thank you for writing to us in the spring. " * 20),
            ("question", "1. How many working days were lost?"),
            ("answer", "8,366 working days were lost."),
            ("question", "2. What were the commonest reasons?"),
            ("answer", "Reason\tWorking days lost\nFlooding of the quay\t904\nFallen trees\t281\nRepairs\t650"),
        ]
    )
    ranking = rank.Ranking(understand("how many working days were lost to flooding", ()), units)
    found = ranking.ranked(units)[0].extract
    assert found is not None and found.value == 904
