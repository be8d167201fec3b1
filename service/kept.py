"""Results kept while they stay true: the latest of them, each made once however many ask for it at the same time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """The `most` results used last, by key; safe for many threads.

    A key must name all that its result depends on, the index generation among it: nothing is ever thrown out for
    being out of date. What fails is not kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[K, V] = OrderedDict()
        self._making: dict[K, Future[V]] = {}
        self._books = threading.Lock()
        self.hits = 0
        self.misses = 0

    def peek(self, key: K) -> V | None:
        """The result where it is at hand, without waiting; None else."""
        with self._books:
            found = self._held.get(key)
            if found is not None:
                self.hits += 1
                self._held.move_to_end(key)
            return found

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The result for `key`, from `make` where it is not kept. Those who ask while it is being made wait for it,
        and get what it raises where it fails."""
        found = self.peek(key)
        if found is not None:
            return found
        with self._books:
            other = self._making.get(key)
            if other is None:
                self.misses += 1
                mine: Future[V] = Future()
                self._making[key] = mine
            else:
                self.hits += 1
        if other is not None:
            return other.result()
        try:
            made = make()
        except BaseException as error:
            with self._books:
                del self._making[key]
            mine.set_exception(error)
            raise
        with self._books:
            del self._making[key]
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        mine.set_result(made)
        return made
