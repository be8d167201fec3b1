"""The service under load while it is indexed: `python -m eval load PATH… --data DIR --queries FILE`.

A copy of the index is served on loopback. One client asks alone, each question for the first time; then `--clients`
ask at once, each about every `--pace` seconds, questions in the proportions of a long tail, while PATHs are indexed
into the same directory (and, with `--kill SECONDS`, while the indexing process is killed over and over). Half the
requests are for answers, half are searches.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from corpus.document import FoiError
from eval.command import Parser, Table, format_option, keep_option, printed, read_queries, told
from eval.crash import foi
from eval.kept import keep, made
from eval.timing import percentiles

BAR = 6.0
"""How many times the p50 of a client alone the p95 of all may be."""

ALONE = 40
"""Questions that one client asks alone."""

GROWTH = 1.25
"""How much larger the service may be at the end of the load than a third into it: memory is flat."""

_QUESTIONS = 80
_STARTING = 120.0  # seconds until the service is ready


@dataclass(slots=True)
class Asked:
    """What came of requests: seconds each took, how many had which status, and how many got no answer at all."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    broken: int = 0

    @property
    def errors(self) -> int:
        return self.broken + sum(count for status, count in self.statuses.items() if status != 200)


@dataclass(slots=True)
class Indexing:
    """How long the indexing process ran while the load went on, in seconds, how often it was started and killed, and
    how often it failed by itself."""

    seconds: float = 0.0
    started: int = 0
    killed: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement: the client alone, all of them, the indexing beside them, and the service's memory in MiB, a
    value a second."""

    alone: Asked
    together: Asked
    indexing: Indexing
    memory: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """p95 of all over p50 of one alone."""
        return percentiles(self.together.seconds)["p95_ms"] / percentiles(self.alone.seconds)["p50_ms"]

    @property
    def growth(self) -> float:
        """The memory at the end over that a third into the load."""
        return self.memory[-1] / self.memory[len(self.memory) // 3]

    @property
    def holds(self) -> bool:
        """No error, quick enough, flat memory, and it was indexed all the while without a failure."""
        errors = self.alone.errors + self.together.errors + self.indexing.failed
        return not errors and self.ratio < BAR and self.growth < GROWTH

    def table(self) -> Table:
        rows = []
        for name, one in (("one client alone", self.alone), ("all clients", self.together)):
            took = percentiles(one.seconds)
            rows.append((name, len(one.seconds), one.errors, took["p50_ms"], took["p95_ms"], took["p99_ms"]))
        return Table(("who", "requests", "errors", "p50 ms", "p95 ms", "p99 ms"), tuple(rows))


@contextmanager
def serving(data: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """`foi serve` over `data` as a process of its own, ready, and its port. Raises FoiError where it does not start."""
    process = subprocess.Popen(foi("serve", "--data", str(data), "--port", "0"), stderr=subprocess.PIPE)
    try:
        assert process.stderr
        said = process.stderr.readline().decode(errors="replace")
        address = next((word for word in said.split() if word.startswith("http://")), None)
        if address is None:
            raise FoiError(f"foi serve did not start: {said.strip()[:200]}")
        port = urlsplit(address).port or 0
        until = time.monotonic() + _STARTING
        while asyncio.run(_status(port, "/readyz")) != 200:
            if time.monotonic() > until or process.poll() is not None:
                raise FoiError("foi serve did not become ready")
            time.sleep(0.2)
        yield process, port
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
        process.kill()
        process.wait()


def measure(
    data: Path,
    paths: Sequence[str],
    queries: Sequence[str],
    clients: int,
    seconds: float,
    pace: float,
    kill: float | None = None,
    seed: int = 0,
    fresh: bool = False,
) -> Measured:
    """One measurement over a copy of `data`; see the module. `kill`: seconds after which each indexing is killed;
    `fresh`: no question is asked twice, so that nothing is at hand."""
    draw = random.Random(seed)
    drawn = draw.sample(list(queries), min(len(queries), _QUESTIONS))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy)
        with serving(copy) as (process, port):
            # With its own ending each is a question of its own, which is not at hand when all ask it.
            first = [f"{query} ?" for query in drawn[:ALONE]]
            alone = asyncio.run(_alone(port, first))
            together, indexing, memory = asyncio.run(
                _together(port, process.pid, draw, drawn, clients, seconds, pace, _batch(paths, copy), kill, fresh)
            )
    return Measured(alone, together, indexing, tuple(memory))


def _batch(paths: Sequence[str], data: Path) -> list[str]:
    return foi("index", *paths, "--data", str(data), "--json")


async def _alone(port: int, queries: Sequence[str]) -> Asked:
    asked = Asked()
    connection = _Connection(port)
    for n, query in enumerate(queries):
        await connection.ask(_path(n, query), asked)
    connection.close()
    return asked


async def _together(
    port: int,
    pid: int,
    draw: random.Random,
    queries: Sequence[str],
    clients: int,
    seconds: float,
    pace: float,
    batch: Sequence[str],
    kill: float | None,
    fresh: bool,
) -> tuple[Asked, Indexing, list[float]]:
    asked, memory, indexing = Asked(), [], Indexing()
    until = time.monotonic() + seconds
    weights = [1 / (n + 1) for n in range(len(queries))]

    async def client(turn: int) -> None:
        connection = _Connection(port)
        await asyncio.sleep(draw.random() * pace)
        while time.monotonic() < until:
            turn += 1
            query = draw.choices(queries, weights)[0]
            await connection.ask(_path(turn, f"{query} {draw.random()}" if fresh else query), asked)
            await asyncio.sleep(min(4 * pace, draw.expovariate(1 / pace)) if pace else 0)
        connection.close()

    async def watch() -> None:
        while time.monotonic() < until:
            memory.append(_resident(pid))
            await asyncio.sleep(1)

    await asyncio.gather(*(client(n) for n in range(clients)), watch(), _indexed(batch, until, kill, indexing))
    return asked, indexing, memory


async def _indexed(batch: Sequence[str], until: float, kill: float | None, told: Indexing) -> None:
    """Run the batch, once through where it is not killed; else again and again until the time is up."""
    while (left := until - time.monotonic()) > 0:
        told.started += 1
        began = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *batch, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            status = await asyncio.wait_for(process.wait(), min(left, kill or left))
            told.failed += status not in (0, 1)
            if kill is None:
                told.seconds += time.monotonic() - began
                return
        except TimeoutError:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
            told.killed += time.monotonic() < until
        told.seconds += time.monotonic() - began


class _Connection:
    """One client's connection, opened again where it was lost; a request that gets no answer is counted as broken."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, path: str, asked: Asked) -> None:
        began = time.perf_counter()
        try:
            status = await self._status(path)
        except (OSError, EOFError, ValueError):
            asked.broken += 1
            self.close()
        else:
            asked.seconds.append(time.perf_counter() - began)
            asked.statuses[status] += 1

    async def _status(self, path: str) -> int:
        if self._streams is not None and self._streams[0].at_eof():
            self.close()  # it was idle too long: the service may hang up then
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{self._port}\r\naccept-encoding: gzip\r\n\r\n".encode())
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next((line[15:] for line in head.split("\r\n") if line.startswith("content-length:")), None)
        if length is not None:
            await reader.readexactly(int(length))
        else:
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        return int(head.split()[1])

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _status(port: int, path: str) -> int:
    asked = Asked()
    connection = _Connection(port)
    await connection.ask(path, asked)
    connection.close()
    return next(iter(asked.statuses), 0)


def _path(turn: int, query: str) -> str:
    return f"/v1/{'ask' if turn % 2 else 'search'}?query={quote(query, safe='')}"


def _resident(pid: int) -> float:
    """What a process holds in memory now, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise FoiError(f"/proc/{pid}/status tells no memory: the service is gone")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval load", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", metavar="PATH", help="what is indexed meanwhile: enough to last")
    parser.add_argument("--data", required=True, type=Path, help="an index; a copy of it is served")
    parser.add_argument("--queries", required=True, type=Path)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pace", type=float, default=1.0, help="mean seconds between two requests of a client")
    parser.add_argument("--kill", type=float, metavar="SECONDS", help="kill each indexing process after so many")
    parser.add_argument("--fresh", action="store_true", help="no question twice: nothing is at hand")
    parser.add_argument("--seed", type=int, default=0)
    keep_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    if not Path("/proc/self/status").exists():
        raise FoiError("memory is read from /proc, which this system lacks: run it on Linux")
    if given.clients < 1 or given.seconds < 1 or given.pace < 0 or (given.kill is not None and given.kill <= 0):
        raise FoiError("--clients and --seconds start at 1, --pace at 0, and --kill is above 0")
    queries = list(read_queries(given.queries).values())
    settings = {name: getattr(given, name) for name in ("clients", "seconds", "pace", "kill", "seed", "fresh")}
    found = measure(given.data, given.paths, queries, **settings)
    indexing = found.indexing
    figures = {
        "p95 over p50 alone": found.ratio,
        "errors": float(found.alone.errors + found.together.errors),
        "memory, MiB": found.memory[-1],
        "memory, end over a third": found.growth,
        "indexing, s": indexing.seconds,
        "indexing started": float(indexing.started),
        "indexing killed": float(indexing.killed),
    }
    rest = Table(("figure", "value"), tuple(figures.items()))
    printed([("Load", found.table()), ("Beside it", rest)], given)
    if given.keep:
        settings = {
            "clients": given.clients,
            "seconds": given.seconds,
            "pace": given.pace,
            "kill": given.kill,
            "fresh": given.fresh,
        }
        keep(given.keep, made(given.keep.stem, figures, settings=settings))
    if not found.holds:
        print(f"more than {BAR:g} times the p50 alone, an error, or memory that grew", file=sys.stderr)
    return 0 if found.holds else 1


if __name__ == "__main__":
    sys.exit(told(main, "eval.load"))
