"""An iterator run ahead of its consumer: order, bounds, errors and an end in every case."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from threading import Event

import pytest

from indexer.ahead import ahead


def test_items_come_in_order_and_are_made_while_the_consumer_is_busy() -> None:
    made: list[int] = []

    def numbers(stop: Event) -> Iterator[int]:
        for n in range(10):
            made.append(n)
            yield n

    with ahead(numbers, 4, lambda _: 1, 1000) as results:
        assert next(results) == 0
        until = time.monotonic() + 5
        while len(made) < 6 and time.monotonic() < until:  # four wait, one more is held until there is room
            time.sleep(0.01)
        time.sleep(0.05)
        assert made == list(range(6))
        assert list(results) == list(range(1, 10))


def test_what_is_heavy_waits_alone() -> None:
    made: list[int] = []

    def numbers(stop: Event) -> Iterator[int]:
        for n in range(5):
            made.append(n)
            yield n

    with ahead(numbers, 4, lambda _: 100, 100) as results:
        assert next(results) == 0
        time.sleep(0.1)
        assert len(made) <= 3
        assert list(results) == [1, 2, 3, 4]


def test_an_error_comes_where_the_next_item_would_have() -> None:
    def failing(stop: Event) -> Iterator[int]:
        yield 1
        raise ValueError("no more")

    with ahead(failing, 4, lambda _: 1, 10) as results:
        assert next(results) == 1
        with pytest.raises(ValueError, match="no more"):
            next(results)


@pytest.mark.parametrize("raised", [ValueError, KeyboardInterrupt])
def test_leaving_early_ends_the_thread_and_closes_what_it_ran(raised: type[BaseException]) -> None:
    ended = []

    def endless(stop: Event) -> Iterator[int]:
        try:
            while not stop.is_set():
                yield 1
        finally:
            ended.append(True)

    before = threading.active_count()
    with pytest.raises(raised), ahead(endless, 4, lambda _: 1, 10) as results:
        next(results)
        raise raised
    assert threading.active_count() == before
    assert ended == [True]
