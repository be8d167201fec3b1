"""Figures of the sort that is asked for."""

from __future__ import annotations

import time

import pytest

from service import amounts, aptness, bounds
from service.query import understand
from service.said import seen


@pytest.mark.parametrize(
    ("query", "text", "apt"),
    [
        ("how many days was the mill shut", "9 mills were shut.", False),
        ("how many days was the mill shut", "It was shut for 9 days.", True),
        ("how many days was the mill shut", "It was shut over the last 2 years.", False),
        ("what did the mill cost", "It took 9 days.", False),
        ("what did the mill cost", "It cost £9.", True),
        ("how many grants were paid", "It is paid from the age of 16.", False),
        ("at what age is it paid", "It is paid from the age of 16.", True),
        ("average number of sick days per mill", "The average was 7.2 days for each mill.", True),
        ("how many bids were made", "The contract is worth £120,000 over 3 years.", False),
        ("three-year value of the mill contract", "It is worth £120,000 over 3 years.", True),
    ],
)
def test_a_figure_of_another_sort_is_none(query: str, text: str, apt: bool) -> None:
    assert aptness.apt(understand(query, ()), text) is apt


def test_a_term_in_working_days_counts_nothing_else() -> None:
    text = "It was not practicable to comply within the 20 working day limit."
    assert amounts.value(understand("how many people had their deadline moved", ()), text) is None
    assert not aptness.apt(understand("how many people had their deadline moved", ()), text)
    assert amounts.value(understand("how many sick days were taken", ()), "1,204 working days were lost.") is not None
    days = amounts.value(understand("how many working days is the limit", ()), text)
    assert days is not None and days.value == 20


def test_groups_named_by_a_figure_are_no_figures() -> None:
    assert not seen("A 20m high mast and a 4-year-old tree").figures
    assert not seen("from 9 January to 6 Sept, and on 11-9-2023 or 1.2.23").figures
    assert not seen("someone under 18").figures
    assert not seen("Section 444 of the Education Act 1996, FOI-21801, and Covid-19").figures
    assert not seen("46 Marl Street, SX4 1PP, and 7 Holm Rise Close, Orrin, SX41 1PP").figures
    assert [n.value for n in seen("12 Marl Lane and 7 Holm Street.").figures] == [12, 7]
    assert [n.value for n in seen("12 Marl Street stalls and 30 Crown Court trials").figures] == [12, 30]
    text = "In the 20% most deprived wards 60% of 5-year-olds skate."
    assert [n.value for n in seen(text).figures] == [60]
    assert (
        amounts.value(understand("proportion of 5-year-olds in poor wards who skate", ()), text)
        == seen(text).figures[0]
    )


def test_a_time_in_words_is_not_replaced_by_another_figure() -> None:
    text = "We had 2069 letters, and reading takes at least two minutes for each letter."
    asked = understand("time per letter assumed for reading", ())
    assert aptness.measures(asked, text) and amounts.value(asked, text) is None


def test_the_time_for_each_and_the_time_for_all_are_told_apart() -> None:
    each, whole = "It would take 10 minutes to read each file.", "It would take 43 hours to work out each price."
    assert aptness.EACH.search(each)
    assert not aptness.EACH.search("how long would it take to work out what each case cost")
    assert not aptness.EACH.search(whole.replace("each price", "the prices"))


def test_what_is_counted_stands_behind_its_figure() -> None:
    asked = understand("how many requests about the bandstand were made", ())
    assert aptness.counting(asked, "You have sent 74 requests and 212 cards.")
    assert not aptness.counting(asked, "You have sent 212 cards about requests.")
    assert aptness.worded(understand("how many schools forecast a loss", ()), "There were sixteen schools with one.")
    assert not aptness.worded(understand("how many horses are kept", ()), "It is between the two forces.")


def test_a_figure_that_the_query_tells_is_not_its_answer() -> None:
    asked = understand("of the 18 mills, how many were shut", ())
    found = amounts.value(asked, "Of 18 mills 2 were shut.")
    assert found is not None and found.value == 2
    for said in ("All 18 were shut.", "All 18 mills were shut; 3 of them are for sale."):
        told = amounts.value(asked, said)
        assert told is not None and told.value == 18


def test_how_long_a_thing_lasts_is_not_what_it_is_worth() -> None:
    asked = understand("four-year value of the mill contract", ())
    found = amounts.value(asked, "£121,000 over the full 4 year term")
    assert found is not None and (found.value, found.unit) == (121_000, "£")


@pytest.mark.parametrize(
    ("query", "text", "value"),
    [
        ("how many mills run a loom", "Of 49 mills, 32 run a loom.", 32),
        ("how many mills are there", "Of 49 mills, 32 run a loom.", 49),
        ("looms stopped for want of oil", "902 looms were stopped, of which 44 were for want of oil.", 44),
        ("how many looms were stopped", "902 looms were stopped, of which 44 were for want of oil.", 902),
        ("how many bids were upheld", "There were 26 bids, of which three were upheld.", 3),
        ("share of bobbins in the west mill", "Bobbins were 71.4% in the east and 58.0% in the west mill.", 58),
        ("cost of loom weavers", "Loom spinners cost £6.1m and loom weavers £9.8m.", 9_800_000),
        ("cost of loom spinners", "Loom spinners cost £6.1m and loom weavers £9.8m.", 6_100_000),
        ("repairs 2022", "In 2022 there were 118 reports and 742 repairs.", 742),
        ("how many mills were sold", "Six mills.", 6),
        ("looms sold in 2023", "Sales rose from 15 in 2022 to 18 in 2023.", 18),
        ("looms sold in 2022", "Sales rose from 15 in 2022 to 18 in 2023.", 15),
        ("looms sold in 2023", "15 (2022) and 18 (2023)", 18),
        ("looms sold in 2022", "In 2021, 98 were sold, in 2022, 112 and in 2023, 134.", 112),
        ("looms sold in 2023", "Sales in 2021, 2022 and 2023 were 98, 112 and 134 respectively.", 134),
        ("percentage of bids upheld", "Of 340 bids received, 85 (25%) were upheld.", 25),
        ("how many bids were upheld", "Of 340 bids received, 85 (25%) were upheld.", 85),
        ("share of weavers from agencies", "Of 1,250 weavers, 12% (150) were from agencies.", 12),
        ("mill debt", "The mill debt was £86,214.55, of which £61,902.30 was owed by tenants.", 86_214.55),
        ("top speed of the mill cart", "The cart made 30 trips at up to 12 mph.", 12),
        ("how many lamps were lit", "437 lamps were put out and 512 were lit.", 512),
        ("how many lamps were put out", "437 lamps were put out and 512 were lit.", 437),
        ("how many carts are electric", "The fleet has 310 carts, 42 of which are electric.", 42),
        ("how many bids came from the north", "12 bids were made in 2022, five of them from the north.", 5),
        ("how many weavers were paid more than £1,000", "Nine weavers were paid more than £1,000.", 9),
        ("total looms planted", "7945 were planted to date (11-9-2023).", 7945),
        ("how many mills were sold", "The two owners hold no list.", None),
    ],
)
def test_of_several_figures_the_one_whose_words_are_asked_for(query: str, text: str, value: float | None) -> None:
    found = amounts.value(understand(query, ()), text)
    assert (found.value if found else None) == value


def test_figures_of_several_things_are_not_those_of_the_question_in_turn() -> None:
    question = "How many looms were sold in 2021 and 2022?"
    found = amounts.value(understand("looms sold in 2022", ()), "There were 41 looms, with 12 lamps.", question)
    assert found is not None and found.value == 41


def test_a_long_word_between_a_figure_and_a_time_is_soon_read() -> None:
    text = "12 looms " + "a" * 20_000 + " in 2022, 13 lamps in 2023"
    start = time.perf_counter()
    amounts.value(understand("how many looms in 2022", ()), text)
    assert time.perf_counter() - start < 1


def test_figures_without_times_are_those_of_the_question_in_turn() -> None:
    question = "How many looms were sold in 2020 and 2021?"
    for year, figure in (("2020", 66), ("2021", 79)):
        found = amounts.value(understand(f"looms sold in {year}", ()), "66 and 79", question)
        assert found is not None and found.value == figure


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("12 mills", None),
        ("fewer than 5 mills", "ceiling"),
        ("<5", "ceiling"),
        ("more than 50 mills", "limit"),
        ("between 5 and 10 mills", "range"),
        ("200-250 mills", "range"),
        ("cut from 52 to 41 mills", None),
        ("grew by 5 to 120 mills", None),
        ("reduced to 45 - 3 fewer than before", None),
        ("mills: 12 - looms: 45", None),
    ],
)
def test_a_figure_that_is_no_exact_one(text: str, bound: str | None) -> None:
    for found in seen(text).figures:
        assert bounds.bounded(text, found) == bound


@pytest.mark.parametrize(
    ("query", "value"),
    [("how many of the mills are shut", 9), ("how many mills are there", 40), ("how many mills are for sale", 40)],
)
def test_a_part_is_told_by_a_word_that_the_whole_is_not(query: str, value: int) -> None:
    found = amounts.value(understand(query, ()), "The county has 40 mills of which\n9 are shut.")
    assert found is not None and found.value == value
