"""What figures are measured in, and what sort of them is asked for."""

from __future__ import annotations

import pytest

from indexer.numbers import number
from service.query import understand
from service.scales import Measure, measure, measured, over_all, sort_asked, tells_share


@pytest.mark.parametrize(
    ("label", "want"),
    [
        ("Budget (£000)", Measure("£", 1e3)),
        ("Budget £'000s", Measure("£", 1e3)),
        ("Spend (£m)", Measure("£", 1e6)),
        ("Value, £ million", Measure("£", 1e6)),
        ("Cost (£)", Measure("£")),
        ("Households (000s)", Measure(None, 1e3)),
        ("Upheld (%)", Measure("%")),
        ("Percentage upheld", Measure("%")),
        ("Average (working days)", Measure("days")),
        ("Time taken in hours", Measure("hours")),
        ("Fines over £500", None),
        ("Contracts of £1m or more", None),
        ("Over 50% occupied", None),
        ("Days lost", None),
    ],
)
def test_what_a_label_says_that_its_figures_are_measured_in(label: str, want: Measure | None) -> None:
    assert measure(label) == want


def test_a_caption_says_so_in_brackets() -> None:
    assert over_all("Ferry costs by year (£000)") == Measure("£", 1e3)
    assert over_all("How many £ were spent, and on how many ferries") is None


@pytest.mark.parametrize(
    ("printed", "want"),
    [
        ("1,250", (1_250_000, "£")),
        ("£1,250", (1_250_000, "£")),
        ("£1.25m", (1_250_000, "£")),
        ("12%", (12, "%")),
    ],
)
def test_a_figure_keeps_its_own_unit_and_scale(printed: str, want: tuple[float, str]) -> None:
    figure = number(printed)
    assert figure is not None and measured(figure, printed, Measure("£", 1e3)) == want


@pytest.mark.parametrize(
    ("query", "want"),
    [
        ("what percentage of appeals were upheld", "share"),
        ("how much was spent on ferries", "money"),
        ("how many appeals were upheld", "count"),
        ("appeals upheld 2022", None),
    ],
)
def test_the_sort_of_figure_that_a_query_asks_for(query: str, want: str | None) -> None:
    assert sort_asked(understand(query, ())) == want


def test_a_word_that_tells_a_share() -> None:
    assert tells_share("% of appeals") and not tells_share("appeals")
