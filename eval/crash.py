"""Killing the indexer at random moments: `python -m eval crash PATH… --kills 20 --queries FILE`.

Each round starts `foi index` on a fresh directory, kills it (SIGKILL) at a random moment, runs it again to the end,
and compares: the answers to every query with those of an undisturbed run, and `foi verify`.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpus.document import FoiError
from eval.command import Parser, keep_option, told
from eval.kept import keep, made


def foi(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "service.cli", *arguments]


def index(paths: list[str], data: Path) -> None:
    """Index to the end. Raises FoiError where that fails; a document that cannot be read (exit 1) is no failure."""
    command = foi("index", *paths, "--data", str(data), "--json")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise FoiError(f"foi index ended with {done.returncode}: {done.stderr.strip()[-300:]}")


def answers(data: Path, queries: Path) -> dict[str, Any]:
    """Every query's answer, without the time it took."""
    command = foi("ask", "--queries", str(queries), "--data", str(data), "--json")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FoiError(f"foi ask ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["id"]: {key: value for key, value in row.items() if key != "took_ms"} for row in rows}


def killed_after(seconds: float, paths: list[str], data: Path) -> bool:
    """Start indexing and kill it, workers and all, after `seconds`. Whether it was still running then."""
    process = subprocess.Popen(
        foi("index", *paths, "--data", str(data), "--json"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(timeout=seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


@dataclass(slots=True)
class Outcome:
    """What came of the kills: how many answers each was held to, which differed, and what `foi verify` complained of;
    the last two a line each."""

    answers: int = 0
    differing: list[str] = field(default_factory=list)
    unclean: list[str] = field(default_factory=list)


def rounds(paths: list[str], queries: Path, kills: int, seed: int) -> Outcome:
    """What came of `kills` kills; nothing differs when every round ended as the undisturbed run did."""
    draw = random.Random(seed)
    found = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        index(paths, Path(folder) / "whole")
        length = time.monotonic() - start
        expected = answers(Path(folder) / "whole", queries)
        found.answers = len(expected)
        print(f"undisturbed: {length:.1f} s, {len(expected)} answers", file=sys.stderr)
        for n in range(1, kills + 1):
            data = Path(folder) / f"killed-{n}"
            moment = draw.uniform(0.3, length)
            while not killed_after(moment, paths, data):  # it had ended: a kill that hit nothing proves nothing
                shutil.rmtree(data)
                length = moment
                moment = draw.uniform(0.3, length)
            index(paths, data)
            got = answers(data, queries)
            different = [key for key, row in expected.items() if got.get(key) != row]
            check = subprocess.run(foi("verify", "--data", str(data)), capture_output=True, text=True, check=False)
            print(
                f"kill {n} at {moment:.1f} s: "
                f"{len(different)} answers differ, "
                f"verify {'clean' if check.returncode == 0 else 'NOT clean'}",
                file=sys.stderr,
            )
            found.differing += [f"kill {n}: the answer to {key} differs" for key in different]
            if check.returncode:
                found.unclean.append(f"kill {n}: {' '.join(check.stderr.split())}")
            shutil.rmtree(data)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval crash", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--queries", required=True, type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    keep_option(parser)
    given = parser.parse_args(arguments)
    if given.kills < 1:
        raise FoiError(f"--kills {given.kills} tries nothing: give 1 or more")
    if not given.queries.is_file():
        raise FoiError(f"{given.queries} is not there: give a file of queries, as `foi ask --queries` takes")
    found = rounds(given.paths, given.queries, given.kills, given.seed)
    print(json.dumps({"kills": given.kills, "seed": given.seed} | asdict(found), indent=2))
    if given.keep:
        figures = {"differing answers": float(len(found.differing)), "not clean": float(len(found.unclean))}
        settings = {"kills": given.kills, "answers": found.answers, "seed": given.seed}
        keep(given.keep, made(given.keep.stem, figures, settings=settings))
    return 1 if found.differing or found.unclean else 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.crash"))
