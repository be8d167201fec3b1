"""How every file in a folder is read or refused, and how fast: `python -m eval reading DIR [DIR…]`.

`--bench` times reading alone, and reading with cutting (sections, tables, passages), on one core: the best of several
passes over the folder for each document, since others use the machine too. What was learnt in one pass (the paragraphs
judged, the cues of a line) is forgotten before the next: within one, letters that repeat each other are read sooner, as
in indexing. Last it times encoding some of the passages on that core, and says what share of the two
reading is: the rest is what indexing waits for, all the more since worker processes read on every core there is.

`--against` compares each file's own text, found by plain means (`eval.against`), with what was read.

A page is 3,000 characters of canonical text, whatever the format; for PDFs their own pages are counted too.
"""

from __future__ import annotations

import functools
import math
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError, Source
from corpus.load import Failed, load
from eval.against import held
from eval.command import Parser, told
from indexer.embed import SentenceEncoder
from indexer.parse import parse
from indexer.partition import partition
from indexer.reading import Reading

PAGE = 3_000
"""Characters in a page."""

_ENCODED = 256  # passages whose encoding is timed
_WORDS = 65_536  # the size of the caches of words' tokens, which fill once for all letters


@dataclass(slots=True)
class Speed:
    """What was read of one media type, and in how many seconds of processor time."""

    documents: int = 0
    characters: int = 0
    pages: int = 0
    seconds: float = 0.0

    def add(self, reading: Reading, seconds: float) -> None:
        """Count one document in."""
        self.seconds += seconds
        self.documents += 1
        self.characters += len(reading.text)
        self.pages += len(reading.pages)

    def line(self, kind: str) -> str:
        """One line of the report: pages a second on one core."""
        speed = self.characters / PAGE / max(self.seconds, 1e-9)
        printed = f", {self.pages / max(self.seconds, 1e-9):.0f} printed pages a second" if self.pages else ""
        return f"{self.documents:5} {kind}: {self.characters / PAGE:.0f} pages, {speed:.0f} pages a second{printed}"


def summary(reading: Reading) -> str:
    """What was read of a document, in a few words."""
    counts: dict[str, int] = defaultdict(int)
    for element in reading.elements:
        counts[element.category] += 1
    parts = [f"{len(reading.text):,} characters"]
    if reading.pages:
        parts.append(f"{len(reading.pages)} pages")
    parts.append(", ".join(f"{count} {category}" for category, count in sorted(counts.items())))
    if reading.tables:
        cells = [cell for table in reading.tables for cell in table.cells]
        blank = sum(cell.start == cell.end for cell in cells)
        parts.append(f"{len(reading.tables)} tables of {len(cells)} cells, {blank} blank")
    if reading.children:
        parts.append(f"{len(reading.children)} documents inside")
    parts.extend(reading.notes)
    return "; ".join(parts)


def read_one(source: Source, speeds: dict[str, Speed], against: bool = False) -> list[Source]:
    """Read one document, print what came of it, add to `speeds`; returns the documents inside it.

    With `against`, what came of it is the share of what the file holds.
    """
    started = time.process_time()
    try:
        reading = partition(source)
    except FoiError as error:
        print(f"REFUSED {error}")
        return []
    speeds[reading.media_type].add(reading, time.process_time() - started)
    came = held(source, reading).line if against else f"{reading.media_type}; {summary(reading)}"
    print(f"read    {source.uri}: {came}")
    return list(reading.children)


def bench(sources: Iterable[Source], repeat: int) -> None:
    """Print, for each media type, pages a second of `partition` alone and of `parse`, the best of `repeat` times."""
    parse(Source("warm-up", b"# Loads the libraries\n\nThat is not reading. **4** [x](http://y.example)", "warm-up.md"))
    partition_times: dict[str, Speed] = defaultdict(Speed)
    parse_times: dict[str, Speed] = defaultdict(Speed)
    texts: list[str] = []
    given = list(sources)
    alone, whole = _best(given, partition, repeat), _best(given, lambda one: parse(one).reading, repeat)
    for source in given:
        try:
            parsed = parse(source)
        except FoiError as error:
            print(f"REFUSED {error}")
            continue
        texts += [passage.embedded(parsed.reading.text) for passage in parsed.passages]
        for speeds, taken in ((partition_times, alone), (parse_times, whole)):
            speeds[parsed.reading.media_type].add(parsed.reading, taken[source.uri])
    for title, speeds in (("reading (partition)", partition_times), ("reading and cutting (parse)", parse_times)):
        print(f"{title}, on one core:")
        for kind, speed in sorted(speeds.items()):
            print(speed.line(kind))
    _shares(sum(speed.seconds for speed in parse_times.values()), list(dict.fromkeys(texts)))


def _shares(reading: float, texts: Sequence[str]) -> None:
    """Print how `reading`, seconds of processor time, compares with encoding `texts`, which some of them stand for."""
    if not texts:
        return
    encoder = SentenceEncoder()
    some = texts[:: max(1, len(texts) // _ENCODED)]
    encoder.encode(some[:8])
    started = time.process_time()
    encoder.encode(some)
    encoding = (time.process_time() - started) * len(texts) / len(some)
    print(
        f"of the processor time of both, reading and cutting take {reading / (reading + encoding):.1%} "
        f"({reading:.1f} s) and encoding the {len(texts):,} passages the rest ({encoding:.1f} s)"
    )


def _best(sources: Sequence[Source], read: Callable[[Source], Reading], repeat: int) -> dict[str, float]:
    """The least processor time, in seconds, that `read` took of each source by its URI, in `repeat` passes over all."""
    least: dict[str, float] = {}
    for _ in range(repeat):
        forget()
        for source in sources:
            started = time.process_time()
            with suppress(FoiError):
                read(source)
            least[source.uri] = min(least.get(source.uri, math.inf), time.process_time() - started)
    return least


def forget() -> None:
    """Forget what earlier documents taught the write path, but for the tokens of words."""
    for name, module in list(sys.modules.items()):
        if name.startswith("indexer."):
            for kept in list(vars(module).values()):
                if isinstance(kept, functools._lru_cache_wrapper) and 0 < (kept.cache_info().maxsize or 0) < _WORDS:
                    kept.cache_clear()


def main(arguments: Sequence[str] | None = None) -> int:
    """List and time the files below the folders given."""
    parser = Parser(prog="python -m eval reading", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", metavar="DIR")
    parser.add_argument("--inside", action="store_true", help="read attachments and archive members too")
    parser.add_argument("--against", action="store_true", help="say how much of what a file holds its reading has")
    parser.add_argument("--repeat", type=int, default=1, help="read each file this often, for steadier times")
    parser.add_argument("--bench", action="store_true", help="time only, each file the best of --repeat (or 5) times")
    given = parser.parse_args(arguments)
    if gone := [one for one in given.paths if not Path(one).exists()]:
        raise FoiError(f"{gone[0]} is not there: give a file or a folder of files")
    if given.bench:
        bench((one.source for one in load(given.paths) if not isinstance(one, Failed)), max(given.repeat, 5))
        return 0
    partition(Source("warm-up", b"Loads the libraries, which is not reading.", "warm-up.txt"))
    speeds: dict[str, Speed] = defaultdict(Speed)
    for found in load(given.paths):
        if isinstance(found, Failed):
            print(f"REFUSED {found.error}")
            continue
        waiting = [found.source] * given.repeat
        while waiting:
            inside = read_one(waiting.pop(), speeds, given.against)
            waiting.extend(inside if given.inside else [])
    print()
    for kind, speed in sorted(speeds.items()):
        print(speed.line(kind))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.reading"))
