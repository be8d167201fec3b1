"""Rows and columns that may hold a figure of the sort asked for."""

from __future__ import annotations

from service.sorts import Sorts, adds, counted, of_sort

SORTS: Sorts = {(0, 1): "count", (0, 2): "money", (1, 1): "count", (2, 2): "money"}


def test_lines_with_none_of_the_sort_asked_for_are_left_out() -> None:
    assert of_sort("money", [0, 1, 2], SORTS, 0) == [0, 2]
    assert of_sort("count", [1, 2], SORTS, 1) == [1]


def test_a_line_without_figures_may_hold_one_of_any_sort() -> None:
    assert of_sort("money", [0, 1, 2, 3], SORTS, 0) == [0, 2, 3]


def test_where_no_figure_is_of_the_sort_asked_for_all_lines_stay() -> None:
    assert of_sort("share", [0, 1, 2], SORTS, 0) == [0, 1, 2]
    assert of_sort(None, [0, 1, 2], SORTS, 0) == [0, 1, 2]


def test_the_share_of_what_another_column_counts_is_left_out() -> None:
    labels = {1: "Upheld", 2: "Upheld (%)", 3: "Withdrawn (%)"}
    assert counted([1, 2, 3], labels, {(0, 1): "count", (0, 2): "share", (0, 3): "share"}, 1) == [1, 3]


def test_a_row_of_another_sort_is_not_the_sum_of_the_others() -> None:
    assert adds(1, SORTS) and not adds(2, {(0, 1): "count", (1, 1): "count", (2, 1): "money"})
