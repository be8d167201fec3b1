"""`python -m eval figures`: measure everything again and write the report, as `make figures` does.

Needs nothing but the checkout; where the labelled letters and the public collections are at hand (`--shared`, by
default `../shared`), they are measured too. Each result is kept as soon as it is there; one that this very commit made
is not made again, so that a run that stopped goes on. A million passages have a command of their own (`--million`).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from eval.command import told
from eval.kept import RESULTS, commit, kept

ROOT = Path(__file__).parent.parent
COLLECTIONS = ("cranfield", "scifact")


@dataclass(frozen=True, slots=True)
class Step:
    """One command of `python -m eval`, and the result it keeps; None where it only makes ready for others."""

    arguments: tuple[str, ...]
    result: str | None = None
    module: str = "eval"


def steps(work: Path, shared: Path) -> Iterator[Step]:
    """Everything, the quickest first. Indexes are made in `work`; what `shared` lacks is left out."""
    yield Step(("sections",), "sections-samples")
    yield from _labelled("samples", ("corpus/samples",), "eval/questions/samples.jsonl", work)
    for name, documents in (("seeds", "seeds"), ("letters", "letters")):
        gold = shared / "gold" / name
        if (ROOT / gold).is_dir():
            yield Step(("sections", "--docs", str(shared), "--gold", str(gold)), f"sections-{name}")
            yield from _labelled(name, (str(shared / documents),), str(gold / "questions.jsonl"), work)
    yield Step(("bench", "index"), "bench-index")
    yield Step(("bench", "compare", "--data", str(work / "samples"), "--label", "samples"), "bench-compare")
    letters = shared / "gold" / "letters" / "questions.jsonl"
    if (ROOT / letters).exists():
        on = ("--data", str(work / "letters"), "--questions", str(letters), "--label", "letters")
        yield Step(("bench", "compare", *on), "bench-compare-letters")
        on = ("--docs", str(shared), "--gold", str(letters.parent), "--index", "letters")
        yield Step(("ablation", *on, "--data", str(work / "letters")), "ablation-letters")
    yield Step(("ablation", "--data", str(work / "samples")), "ablation-samples")
    yield Step(("bench", "vectors"), "bench-vectors")
    for name in COLLECTIONS:
        if (ROOT / shared / "data" / name / "corpus.jsonl").is_file():
            yield Step(("beir", str(shared / "data" / name), "--data", str(work / name)), f"beir-{name}")
    yield Step(("bench", "search", "--data", str(work)), "bench-search")


def _labelled(name: str, documents: Sequence[str], questions: str, work: Path) -> Iterator[Step]:
    """Index documents; ask labelled questions on them, and see whether the confidence is right."""
    data = str(work / name)
    yield Step(("index", *documents, "--data", data, "--json"), None, "service.cli")
    going = str(work / f"{name}.going")
    yield Step(("answers", "--data", data, "--questions", questions, "--going", going), f"answers-{name}")
    yield Step(("calibration", "--on", data, questions), f"calibration-{name}")


def million(work: Path) -> Iterator[Step]:
    """The rows that take longer than everything else together."""
    yield Step(("bench", "search", "--sizes", "1000000", "--data", str(work)), "bench-search-1m")
    yield Step(("bench", "vectors", "--sizes", "1000000"), "bench-vectors-1m")


def done(step: Step, results: Path, here: str) -> bool:
    """Whether this commit, unchanged, made the step's result already."""
    path = results / f"{step.result}.json"
    return step.result is not None and path.exists() and not here.endswith("+") and kept(path).commit == here


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval figures", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR", help="where results are kept")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "figures", metavar="DIR", help="for the indexes")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR", help="labelled letters")
    parser.add_argument("--readme", type=Path, default=ROOT / "eval" / "README.md", metavar="FILE")
    parser.add_argument("--only", nargs="+", metavar="RESULT", help="only these results")
    parser.add_argument("--million", action="store_true", help="the rows of a million passages, and nothing else")
    given = parser.parse_args(arguments)
    given.work.mkdir(parents=True, exist_ok=True)
    here, began = commit(), time.monotonic()
    wanted = list(
        million(_relative(given.work)) if given.million else steps(_relative(given.work), _relative(given.shared))
    )
    if strange := sorted(set(given.only or ()) - {step.result for step in wanted}):
        raise FoiError(
            f"there is no result {strange[0]!r}; there are {', '.join(s.result for s in wanted if s.result)}"
        )
    failed = []
    for step in wanted:
        if (given.only and step.result is not None and step.result not in given.only) or done(
            step, given.results, here
        ):
            continue
        if not _made(step, given.results):
            failed.append(step.result or " ".join(step.arguments[:2]))
    print(f"{(time.monotonic() - began) / 60:.1f} minutes", file=sys.stderr)
    subprocess.run(
        [sys.executable, "-m", "eval", "report", "--results", str(given.results), "--readme", str(given.readme)],
        cwd=ROOT,
        check=False,
    )
    if failed:
        raise FoiError(f"not made: {', '.join(failed)}; what was made is kept, and the same command goes on")
    return 0


def _relative(path: Path) -> Path:
    """`path` from the checkout's root, where every step runs: a kept command then reads the same on any machine."""
    return Path(os.path.relpath(path.resolve(), ROOT))


def _made(step: Step, results: Path) -> bool:
    """Run the step in a process of its own, as a user would, so that each one's memory and caches are its own."""
    keep = ("--keep", str(results / f"{step.result}.json")) if step.result else ()
    shown = " ".join(("python -m", step.module, *step.arguments))
    start = time.monotonic()
    process = [sys.executable, "-m", step.module, *step.arguments, *keep]
    ended = subprocess.run(process, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode
    print(f"{time.monotonic() - start:7.1f} s  {shown}" + (f"  FAILED ({ended})" if ended else ""), file=sys.stderr)
    return not ended


if __name__ == "__main__":
    sys.exit(told(main, "eval.figures"))
