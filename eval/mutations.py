"""Damaged files by the hundred: `python -m eval mutations FILE… [--seconds 60] [--seed 0]`.

Each given file is damaged in ways that discs, mail and malice do (bytes flipped, cut off, blocks swapped, lost or
doubled; members of a ZIP container renamed, doubled, lost or damaged before they are packed) and read in a worker
process, as indexing does. Every damaged file must be read, or refused in one clear line, in bounded time: what ends its
reader, takes too long, or is refused with an error that no reader foresaw is told.
"""

from __future__ import annotations

import io
import json
import sys
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from corpus.document import FoiError, Source
from eval.command import Parser, told
from indexer.stored import Parsed
from indexer.worker import Limits, parse_all

SECONDS = 20.0
"""What one damaged file may take: the files themselves take a second at most."""


@dataclass(slots=True)
class Damage:
    """What came of the damaged files: how many were read and refused, and what went wrong, a line each."""

    read: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)


def flipped(data: bytes, draw: Random) -> bytes:
    made = bytearray(data)
    for _ in range(draw.choice((1, 4, 32, 256))):
        made[draw.randrange(len(made))] = draw.randrange(256)
    return bytes(made)


def cut(data: bytes, draw: Random) -> bytes:
    return data[: draw.randrange(1, len(data))]


def swapped(data: bytes, draw: Random) -> bytes:
    a, b, c, d = sorted(draw.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def lost(data: bytes, draw: Random) -> bytes:
    a, b = sorted(draw.randrange(len(data) + 1) for _ in range(2))
    return data[:a] + data[b:] or b"\0"


def doubled(data: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(data))
    length = draw.choice((1, 16, 256, 4096))
    return data[: at + length] + data[at : at + length] * draw.choice((1, 3, 50)) + data[at + length :]


_BYTES = (flipped, cut, swapped, lost, doubled)


def repacked(data: bytes, draw: Random) -> bytes:
    """A ZIP container with some of its members renamed, doubled, lost, or damaged inside a package that is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two members of one name are what is asked for
        for name, body in members:
            what = draw.choice(("keep", "keep", "keep", "rename", "double", "lose", "damage", "damage", "text"))
            if what == "lose":
                continue
            if what == "rename":
                name = draw.choice((name.upper(), f"../{name}", f"/{name}", f"{name}\x07", "x" * 300, name[:-1] or "x"))
            if what == "damage" and body:
                body = draw.choice(_BYTES)(body, draw)
            if what == "text":
                body = _altered(body, draw)
            for packed in (body, _altered(body, draw)) if what == "double" else (body,):
                archive.writestr(zipfile.ZipInfo(name), packed, zipfile.ZIP_DEFLATED)  # a date of its own: no clock
    return made.getvalue()


def _altered(body: bytes, draw: Random) -> bytes:
    """XML that stays XML, for the most part: attributes and figures changed, elements doubled."""
    pieces = body.split(b'"')
    for _ in range(draw.choice((1, 3, 10))):
        if len(pieces) > 2:
            value = draw.choice((b"", b"-1", b"0", b"99999999", b"1e309", b"x", b"\xff", b"4294967296", b"2000"))
            pieces[draw.randrange(1, len(pieces), 2)] = value
    return b'"'.join(pieces)


def mutants(data: bytes, seed: int) -> Iterator[bytes]:
    """Damaged copies of `data` without end; the same for the same seed."""
    draw = Random(seed)
    packed = zipfile.is_zipfile(io.BytesIO(data))
    while True:
        if packed and draw.random() < 0.7:
            yield repacked(data, draw)
        else:
            yield draw.choice(_BYTES)(data, draw)


def damage(files: Sequence[tuple[str, bytes]], seed: int, *, seconds: float, most: int | None = None) -> Damage:
    """What comes of damaged copies of these (name, bytes), in turn, for so many seconds or so many copies."""
    endless = [(name, mutants(data, seed + n)) for n, (name, data) in enumerate(files)]
    found = Damage()
    until = time.monotonic() + seconds
    count = 0

    def following() -> Source | None:
        nonlocal count
        if time.monotonic() > until or (most is not None and count >= most):
            return None
        name, made = endless[count % len(endless)]
        count += 1
        return Source(f"/{count}-{name}", next(made), name)

    for source, result in parse_all(following, limits=Limits(seconds=SECONDS)):
        if isinstance(result, Parsed):
            found.read += 1
            held = "".join(result.reading.text[s.start : s.end] for s in result.sections)
            if "".join(held.split()) != "".join(result.reading.text.split()):
                found.wrong.append(f"{source.uri}: its sections lose text")
            continue
        found.refused += 1
        said = str(result)
        reason = said.removeprefix(source.uri).strip()
        found.reasons[reason[:60]] += 1
        if _is_wrong(said):
            found.wrong.append(said)
    return found


def _is_wrong(said: str) -> bool:
    """Whether a refusal is none that a reader meant: a crash, a hang, a traceback, or an error nobody foresaw."""
    signs = ("ended its reader", "took more than", "Traceback", "nested too deeply", "holds too much")
    return "\n" in said or any(sign in said for sign in signs)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval mutations", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    try:
        files = [(path.name, path.read_bytes()) for path in given.files]
    except OSError as error:
        raise FoiError(f"{error.filename} cannot be read ({error.strerror})") from None
    found = damage([one for one in files if one[1]], given.seed, seconds=given.seconds)
    print(
        json.dumps(
            {
                "read": found.read,
                "refused": found.refused,
                "wrong": found.wrong,
                "reasons": dict(found.reasons.most_common(20)),
            },
            indent=2,
        )
    )
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.mutations"))
