"""Pure functions whose results may be given beforehand: worked out when a letter was indexed, and kept beside it.

A function so marked keeps what it said, as `functools.lru_cache` does; what a `Rehearsal` hears it say can be written
down, and given to it again in another process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

Key = tuple[Any, ...]


@dataclass(slots=True)
class Rehearsal:
    """What the functions said while it listened: name, arguments and result, but not what they asked each other."""

    told: list[tuple[str, Key, Any]] = field(default_factory=list)
    within: int = 0


_listening: ContextVar[Rehearsal | None] = ContextVar("listening", default=None)
_NOTHING: Any = object()


class Foreseen(Generic[P, R]):
    """A function of hashable arguments with the latest results kept, `most` of them; arguments go by their place."""

    def __init__(self, work: Callable[P, R], most: int) -> None:
        self.name, self.__doc__ = work.__name__, work.__doc__
        self.__wrapped__: Callable[..., R] = work
        self._most = most
        self._kept: dict[Key, R] = {}

    def __call__(self, *key: P.args, **named: P.kwargs) -> R:
        if named:
            return self.__wrapped__(*key, **named)
        found: R = self._kept.get(key, _NOTHING)
        return self._made(key) if found is _NOTHING else found

    def _made(self, key: Key) -> R:
        listening = _listening.get()
        if listening is None:
            made = self.__wrapped__(*key)
        else:
            listening.within += 1
            try:
                made = self.__wrapped__(*key)
            finally:
                listening.within -= 1
            if not listening.within:
                listening.told.append((self.name, key, made))
        self.give(key, made)
        return made

    def give(self, key: Key, result: R) -> None:
        """Let `result` be what the function says of `key`."""
        if len(self._kept) >= self._most:
            self._kept = {}  # a new one, since others may be reading the old
        self._kept[key] = result

    def forget(self) -> None:
        self._kept = {}


def foreseen(most: int) -> Callable[[Callable[P, R]], Foreseen[P, R]]:
    """Mark a function: as `lru_cache(maxsize=most)`, with results that may be given beforehand."""

    def mark(work: Callable[P, R]) -> Foreseen[P, R]:
        return Foreseen(work, most)

    return mark


@contextmanager
def rehearsing() -> Iterator[Rehearsal]:
    """Listen to what is worked out, in this thread, while the body of the `with` runs; what is kept is not told."""
    heard = Rehearsal()
    token = _listening.set(heard)
    try:
        yield heard
    finally:
        _listening.reset(token)
