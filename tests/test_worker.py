"""The worker processes, with documents that are good, bad, slow and deadly."""

from __future__ import annotations

import io
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from corpus.document import FoiError, Source
from indexer.stored import Beside, Parsed
from indexer.worker import Limits, parse_all

LETTER = b"Dear Sir\n\n1. How many orders were breached?\n\n4\n\nYours faithfully\n"


def given(*sources: Source) -> Callable[[], Source | None]:
    waiting: Iterator[Source] = iter(sources)
    return lambda: next(waiting, None)


def test_results_come_in_the_order_given_and_bad_files_cost_only_themselves() -> None:
    sources = [Source(f"/{n}.txt", LETTER if n % 3 else b"", f"{n}.txt") for n in range(7)]
    results = list(parse_all(given(*sources)))
    assert [source.uri for source, _ in results] == [source.uri for source in sources]
    for n, (_, result) in enumerate(results):
        if n % 3:
            assert isinstance(result, Parsed) and "4" in {
                result.reading.text[s.start : s.end] for s in result.sections if s.kind == "answer"
            }
        else:
            assert isinstance(result, FoiError) and "empty" in str(result)


def test_what_is_asked_for_later_is_parsed_too() -> None:
    queue = [Source("/first.txt", LETTER, "first.txt")]
    seen = []
    for source, _ in parse_all(lambda: queue.pop() if queue else None, workers=1):
        seen.append(source.uri)
        if len(seen) < 3:
            queue.append(Source(f"/child{len(seen)}.txt", LETTER, "child.txt"))
    assert seen == ["/first.txt", "/child1.txt", "/child2.txt"]


def test_what_is_found_inside_is_told_right_after_it_whatever_is_read_sooner() -> None:
    def inside(source: Source, _: Parsed | FoiError) -> list[Source]:
        depth = source.uri.count("!")
        return [Source(f"{source.uri}!{n}", LETTER, "child.txt") for n in range(9)] if depth < 1 else []

    tops = [Source(f"/{n}.txt", LETTER, f"{n}.txt") for n in range(3)]
    told = [source.uri for source, _ in parse_all(given(*tops), inside=inside)]
    assert told == [uri for n in range(3) for uri in (f"/{n}.txt", *(f"/{n}.txt!{m}" for m in range(9)))]


def test_reading_ends_soon_after_it_is_told_to_stop() -> None:
    stop = Event()
    slow = Source("/slow.txt", b"Why is it so?\n\nNo.\n\n" * 120_000, "slow.txt")
    results = parse_all(given(Source("/good.txt", LETTER, "good.txt"), slow), stop=stop)
    next(results)
    stop.set()
    before = time.monotonic()
    assert list(results) == []
    assert time.monotonic() - before < 5


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    slow = Source("/slow.txt", b"Why is it so?\n\nNo.\n\n" * 120_000, "slow.txt")
    results = list(parse_all(given(slow, Source("/good.txt", LETTER, "good.txt")), workers=1, limits=Limits(seconds=4)))
    assert isinstance(results[0][1], FoiError)
    assert "/slow.txt took more than 4 s" in str(results[0][1])
    assert isinstance(results[1][1], Parsed)


def test_a_document_that_needs_too_much_memory_is_given_up() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30):
            archive.writestr(f"{number}.txt", bytes(8 << 20))
    large = Source("/large.zip", packed.getvalue(), "large.zip")
    results = list(
        parse_all(given(large, Source("/good.txt", LETTER, "good.txt")), workers=1, limits=Limits(memory=150 << 20))
    )
    assert isinstance(results[0][1], FoiError)
    assert "/large.zip needs more than 150 MiB" in str(results[0][1])
    assert isinstance(results[1][1], Parsed)


def test_the_reader_never_opens_a_socket(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import socket\n"
        "def no(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = no; socket.getaddrinfo = no; socket.create_connection = no\n"
        "from corpus.document import Source\nfrom indexer.parse import parse\n"
        f"print(len(parse(Source('/a.txt', {LETTER!r}, 'a.txt')).passages))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0


def length(parsed: Parsed) -> bytes:
    """Stands for what a read path may want kept: made in the worker."""
    if parsed.source.name == "odd.txt":
        raise ValueError(parsed.source.name)
    return f"rules {len(parsed.reading.text)}".encode()


def endless(parsed: Parsed) -> bytes:
    """Stands for a pattern that a document built to harm keeps busy for ages, no other thread getting its turn."""
    return b"" if parsed.source.name != "endless.txt" else bytes(re.match(r"(a+)+$", "a" * 60 + "b") is not None)


ORPHANING = """
import os, signal
from corpus.document import Source
from indexer.embed import DEFAULT_MODEL
from indexer.stored import Beside
from indexer.worker import Limits, _start
from tests.test_worker import LETTER, endless

worker = _start(DEFAULT_MODEL, Limits(seconds=1), Beside(endless, "rules"))
worker.pipe.send(Source("/endless.txt", LETTER, "endless.txt"))
worker.pipe.recv()
print(worker.process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_whose_parent_was_killed_ends_soon_after_its_limit() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHANING], stdout=subprocess.PIPE, text=True) as main:
        assert main.stdout is not None
        orphan = Path(f"/proc/{int(main.stdout.readline())}/stat")
        assert main.wait(timeout=10) == -signal.SIGKILL
    time.sleep(3)
    assert alive(orphan)
    until = time.monotonic() + 30
    while alive(orphan):
        assert time.monotonic() < until
        time.sleep(0.2)


def alive(process: Path) -> bool:
    """Whether a process runs: one that has ended may wait for its new parent to notice."""
    try:
        return process.read_text(encoding="ascii").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_what_is_kept_beside_a_document_is_made_with_it_and_costs_none() -> None:
    sources = [Source("/good.txt", LETTER, "good.txt"), Source("/odd.txt", LETTER, "odd.txt")]
    results = [result for _, result in parse_all(given(*sources), workers=1, beside=Beside(length, "rules"))]
    assert [one.gist for one in results if isinstance(one, Parsed)] == [f"rules {len(LETTER)}".encode(), b""]
