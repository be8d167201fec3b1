"""Parsing in worker processes: a document that hangs, or eats the memory, costs itself and not the batch."""

from __future__ import annotations

import math
import multiprocessing
import resource
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import takewhile
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Event
from typing import Any

from corpus.document import FoiError, Source, UnreadableDocument
from indexer.embed import DEFAULT_MODEL
from indexer.partition import SECONDS
from indexer.stored import Beside, Parsed

_AHEAD = 4  # documents parsed before an earlier, slower one is done: bounds what waits in memory
_LOADING = 60.0  # longest time, in seconds, for a worker to load its libraries
_ORPHANED = 10  # seconds over its limit after which a worker ends by itself: who would have ended it has died
_STARTED = "started"  # a worker says so when it begins a document: loading its libraries is not the document's time


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: `seconds`, and bytes of `memory` on top of what the worker itself needs."""

    seconds: float = SECONDS
    memory: int = 2 << 30


@dataclass(slots=True)
class _Turn:
    """A source whose result is still to be told; `given` when a worker has had it."""

    source: Source
    given: bool = False
    result: Parsed | FoiError | None = None


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    turn: _Turn | None = None
    since: float = field(default=0.0)


def parse_all(
    following: Callable[[], Source | None],
    tokenizer: str = DEFAULT_MODEL,
    *,
    workers: int = 2,
    limits: Limits | None = None,
    inside: Callable[[Source, Parsed | FoiError], Iterable[Source]] | None = None,
    beside: Beside | None = None,
    stop: Event | None = None,
) -> Iterator[tuple[Source, Parsed | FoiError]]:
    """Parse what `following` gives, in `workers` processes; yield each source with its result, in the order given.

    `following` returns the next source, or None while there is none; it is asked again after each result. `inside`
    says what a document brings forth (its attachments): that is parsed too, and told right after it, so that the order
    does not depend on what took how long. What is to be kept `beside` each is made there, too. Ends when there is no
    more and nothing is being parsed, or within a second of `stop` being set.

    A document that takes more than `limits` allow is refused; its worker is replaced.
    """
    limits = limits or Limits()
    pool: list[_Worker] = []
    order: deque[_Turn] = deque()
    try:
        while stop is None or not stop.is_set():
            while _idle(pool, workers) and (turn := _next(order, following, workers * _AHEAD)) is not None:
                worker = _worker(pool, tokenizer, limits, beside)
                worker.turn, worker.since, turn.given = turn, time.monotonic() + _LOADING, True
                with suppress(OSError):  # it died idle: that nothing comes from it says so
                    worker.pipe.send(turn.source)
            if not order:
                return
            _collect(pool, limits.seconds)
            while order and (result := order[0].result) is not None:
                source = order.popleft().source
                if inside is not None:
                    order.extendleft(reversed([_Turn(one) for one in inside(source, result)]))
                yield source, result
    finally:
        for worker in pool:
            _stop(worker)


def _next(order: deque[_Turn], following: Callable[[], Source | None], most: int) -> _Turn | None:
    """The turn to give to a worker; None when there is none, or `most` have been given and are still to be told."""
    given = sum(1 for _ in takewhile(lambda turn: turn.given, order))
    if given >= most:
        return None
    if given == len(order):
        if (source := following()) is None:
            return None
        order.append(_Turn(source))
    return order[given]


def _collect(pool: list[_Worker], seconds: float) -> None:
    """Wait up to a second for results; take those that came, and replace workers that died or took too long."""
    busy = [worker for worker in pool if worker.turn is not None]
    ready = wait([worker.pipe for worker in busy], timeout=1.0)
    for worker in busy:
        turn = worker.turn
        assert turn is not None
        if worker.pipe in ready:
            turn.result = _received(worker, turn.source)
            if turn.result is None:
                worker.since = time.monotonic()
                continue
            worker.turn = None
            if not worker.process.is_alive():
                _stop(worker)
                pool.remove(worker)
        elif time.monotonic() - worker.since > seconds:
            _stop(worker)
            pool.remove(worker)
            late = f"{turn.source.uri} took more than {seconds:g} s to read: split it, or allow more with --timeout"
            turn.result = UnreadableDocument(late)


def _idle(pool: list[_Worker], workers: int) -> bool:
    return len(pool) < workers or any(worker.turn is None for worker in pool)


def _worker(pool: list[_Worker], tokenizer: str, limits: Limits, beside: Beside | None) -> _Worker:
    for worker in pool:
        if worker.turn is None:
            return worker
    pool.append(_start(tokenizer, limits, beside))
    return pool[-1]


def _start(tokenizer: str, limits: Limits, beside: Beside | None) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, tokenizer, limits, beside), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _received(worker: _Worker, source: Source) -> Parsed | FoiError | None:
    """What a worker has sent: a result, or None when it has only begun."""
    try:
        result = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join(timeout=5)
        return UnreadableDocument(
            f"{source.uri} ended its reader (exit {worker.process.exitcode}): the file may be damaged or built to harm"
        )
    assert result == _STARTED or isinstance(result, Parsed | FoiError)
    return None if result == _STARTED else result


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _serve(pipe: Connection, tokenizer: str, limits: Limits, beside: Beside | None) -> None:
    """The worker's life: a source in, its parse or the reason there is none out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from indexer.parse import parse

    with suppress(Exception):  # what is wrong is said of the first document; the libraries' time and memory are not its
        _with(beside, parse(Source("warm-up", b"Dear Sir\n\n1. How many?\n\n4\n", "warm-up.txt"), tokenizer))
    limit = _address_space() + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    while True:
        try:
            source: Source = pipe.recv()
        except (EOFError, OSError):
            return
        result: Parsed | FoiError
        signal.alarm(math.ceil(limits.seconds) + _ORPHANED)  # the system's: it ends a pattern that never lets go, too
        try:
            pipe.send(_STARTED)
            result = _with(beside, parse(source, tokenizer, limits.seconds))
        except FoiError as error:
            result = error
        except MemoryError:
            result = UnreadableDocument(
                f"{source.uri} needs more than {limits.memory >> 20} MiB to read: split it, or allow more with --memory"
            )
        except RecursionError:
            result = UnreadableDocument(f"{source.uri} is nested too deeply to read")
        except Exception as error:  # a format library may raise anything on a damaged file; it must not end the batch
            said = str(error).splitlines()[0][:120] if str(error) else ""
            result = UnreadableDocument(
                f"{source.uri} cannot be read ({type(error).__name__}{': ' if said else ''}{said})"
            )
        signal.alarm(0)
        try:
            pipe.send(result)
        except MemoryError:
            pipe.send(
                UnreadableDocument(f"{source.uri} holds too much to hand over: split it, or allow more with --memory")
            )


def _with(beside: Beside | None, parsed: Parsed) -> Parsed:
    """`parsed` with what is to be kept beside it; without, where that cannot be made: it is only a saving."""
    if beside is not None:
        with suppress(Exception):
            return replace(parsed, gist=beside.make(parsed))
    return parsed


def _address_space() -> int:
    """Bytes of address space this process has now; 2 GiB where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 2 << 30
