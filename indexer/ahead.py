"""An iterator run ahead of its consumer, in a thread: the one makes while the other uses."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


@contextmanager
def ahead(
    make: Callable[[Event], Iterator[T]], most: int, weigh: Callable[[T], int], heaviest: int
) -> Iterator[Iterator[T]]:
    """What `make` yields, in its order, made while the body of the `with` is busy with what it took before.

    At most `most` items wait, and no more once those that do `weigh` as much as `heaviest`: one item always may.
    What `make` raises is raised where its next item would have come. On leaving the body, however that ends, the
    event given to `make` is set, what waits is dropped, and the thread has ended.
    """
    shelf = _Shelf(most, weigh, heaviest)
    thread = Thread(target=shelf.fill, args=(make,), daemon=True)
    thread.start()
    try:
        yield iter(shelf)
    finally:
        shelf.close()
        thread.join()


class _Shelf(Generic[T]):
    """What was made and not yet taken."""

    def __init__(self, most: int, weigh: Callable[[T], int], heaviest: int) -> None:
        self._most, self._weigh, self._heaviest = most, weigh, heaviest
        self._items: deque[T] = deque()
        self._weight = 0
        self._changed = Condition()
        self._stop = Event()
        self._ended = False
        self._error: BaseException | None = None

    def fill(self, make: Callable[[Event], Iterator[T]]) -> None:
        # Processes started from here inherit this: Ctrl-C is for the main thread alone, even while they start.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            for item in make(self._stop):
                if not self._put(item):
                    break
        except BaseException as error:  # whatever it is, it belongs to the thread that waits for items
            self._error = error
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _put(self, item: T) -> bool:
        """Wait for room and put `item` there; False when nobody wants it any more."""
        weight = self._weigh(item)
        with self._changed:
            while not self._stop.is_set() and self._items and self._full():
                self._changed.wait()
            self._items.append(item)
            self._weight += weight
            self._changed.notify_all()
        return not self._stop.is_set()

    def _full(self) -> bool:
        return len(self._items) >= self._most or self._weight >= self._heaviest

    def __iter__(self) -> Iterator[T]:
        while True:
            with self._changed:
                while not self._items and not self._ended:
                    self._changed.wait()
                if not self._items:
                    break
                item = self._items.popleft()
                self._weight -= self._weigh(item)
                self._changed.notify_all()
            yield item
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        with self._changed:
            self._stop.set()
            self._items.clear()
            self._changed.notify_all()
