"""What a denial denies, and what is told beside it."""

from __future__ import annotations

import pytest

from service import denials, spans
from service.query import understand
from service.refusals import denies


def pieces(text: str) -> list[tuple[float, spans.Piece]]:
    return [(1.0 - 0.1 * i, piece) for i, piece in enumerate(spans.pieces(text, 0, len(text)))]


def instead(query: str, text: str) -> str | None:
    asked = understand(query, ())
    found = denials.instead(asked, pieces(text), dict.fromkeys(asked.terms, 1.0))
    return found.text if found else None


def aside(query: str, text: str) -> bool:
    asked = understand(query, ())
    return denials.aside(asked, pieces(text)[0][1], dict.fromkeys(asked.terms, 1.0))


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no specific\nbreakdown available.",
        "No information relating to the ferry has been retained.",
        "We do not have a definitive number of geese.",
        "Our staff cannot locate any letters of that year.",
        "This will not identify which geese are ringed.",
        "We do not collect this.",
        "We do not hold minutes of this meeting.",
        "The Trust does not collect reasons for leaving.",
        "The Council does not keep a central register.",
        "No data on geese were recorded.",
        "The Trust holds nothing on geese.",
        "No minutes of the goose fair were taken.",
        "Geese are not information the Council holds.",
        "No records of the ferry are held.",
    ],
)
def test_a_sentence_denies_however_it_is_printed(sentence: str) -> None:
    assert denies(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The new label was not available at the time of the visit.",
        "No record was broken.",
        "There were no delays.",
        "No data breaches were recorded.",
        "The Council does not collect garden waste.",
        "We do not monitor the horses.",
        "We did not hold any such events.",
    ],
)
def test_what_is_not_said_of_information_is_no_denial(sentence: str) -> None:
    assert not denies(sentence)


def test_clauses_are_looked_at_one_by_one() -> None:
    said = "Not held as a head count; 17.5 full posts were filled, but we do not\nrecord why."
    assert [denied for _, denied in denials.clauses(said)] == [True, False, True]


def test_a_clause_that_tells_what_is_asked_is_no_denial() -> None:
    said = "We do not have this in a reportable form as the grant is paid to a goose keeper up to the age of 30."
    assert instead("up to what age is the grant paid to a goose keeper", said) == said
    assert instead("why can the grant to a goose keeper not be counted", said) is None
    assert instead("how many grants were paid to goose keepers", said) is None  # no figure of that sort


def test_who_did_it_is_told_though_nothing_else_is_kept() -> None:
    said = (
        "Papers on the Goose Green works were thrown away and no information on them is "
        "retained.\nThe works were done by Merrow Homes Trust."
    )
    assert instead("who did the Goose Green works", said) == "The works were done by Merrow Homes Trust."


def test_what_is_given_with_the_reason_for_it_is_given() -> None:
    said = "Please see the attached list of ponds with geese as we do not record the data in the way you ask."
    assert aside("list of ponds with geese", said)
    assert not aside("ponds that are not recorded", said)
    assert not aside("does the council record geese as asked", said)


def test_a_quantity_denied_denies_nothing_else() -> None:
    said = "We do not have a number of the days on which the mill ran, but it was stopped in the frost."
    assert aside("which weather stopped the mill", said)
    assert aside("yearly cost of the mill", said)
    assert not aside("how many days did the mill run", said)


def test_figures_that_are_not_held_are_no_answer_to_a_cost() -> None:
    assert not aside("cost of the mill", "We do not have figures for this, and it was stopped in the frost.")


@pytest.mark.parametrize(
    ("body", "none"),
    [
        ("We do not have any boats in house.", True),
        ("The council does not have a ‘boat list’.", True),
        ("We do not have any figures for boats.", False),
        ("We do not have a breakdown.", False),
        ("We do not hold boats.", False),
    ],
)
def test_there_being_none_is_not_a_lack_of_information(body: str, none: bool) -> None:
    assert denials.none(body) is none


def test_all_the_causes_are_no_count() -> None:
    said = "We do not have a number of the days on which the mill ran, but it was stopped in the frost."
    assert aside("all the causes given for the mill standing still", said)
    assert not aside("days on which the mill ran", said)


@pytest.mark.parametrize(
    ("query", "passing"),
    [
        ("mill licence budget over three years", True),
        ("mill licence budget in 2020/21", False),
        ("which year can the mill licence budget not be given for", False),
    ],
)
def test_what_is_denied_for_one_year_is_denied_to_who_asks_for_it(query: str, passing: bool) -> None:
    said = "Please note that in 2020/21 we did not record mill licences as a budget of their own."
    assert denials.passing(understand(query, ()), said) is passing


def test_only_all_of_it_is_denied() -> None:
    assert denials.of_some("We do not have the full list from 1990, but these mills ran at some time.")
    assert not denials.of_some("We do not have a list of mills, but there were some.")
    assert not denials.of_some("We do not have the full list of mills.")


@pytest.mark.parametrize(
    "said",
    [
        "The ferrymen do not tell us what they earn in tips, so that is not held.",
        "The Trust does not weigh geese, and so holds no weights.",
    ],
)
def test_what_so_is_not_held_goes_with_the_clause_before_it(said: str) -> None:
    assert [denied for _, denied in denials.clauses(said)] == [True]


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Sightings of geese are not split by breed.", True),
        ("We do not code sightings by breed.", True),
        ("The ferry is not driven by steam.", False),
        ("We do not count geese.", False),
    ],
)
def test_what_is_not_told_apart_is_not_held(sentence: str, denied: bool) -> None:
    assert denies(sentence) is denied


@pytest.mark.parametrize(
    ("query", "text", "nothing"),
    [
        ("what are the lost geese worth?", "No valuation is made of geese before they fly.", True),
        ("how much did the geese cost", "No geese were bought for less than £12.", False),
        ("who counts the geese", "No count was made of geese.", False),
    ],
)
def test_what_was_not_done_is_no_sum(query: str, text: str, nothing: bool) -> None:
    assert denials.of_nothing(understand(query, ()), pieces(text)[0][1]) is nothing
