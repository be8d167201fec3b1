"""`python -m eval figures`: measure everything again and write the report, as `make figures` does.

Needs nothing but the checkout; where the labelled letters and the public collections are at hand (`--shared`, by
default `../shared`), they are measured too, and where they are not, their kept results stay. Each result is kept as
soon as it is there. A step that fails is named, the others go on, and the command ends non-zero. Given again after it
was stopped or a step failed, it goes on where it was, as long as the code is the same; given again after all was made,
it measures everything anew. A million passages have a command of their own (`--million`).
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from eval.command import Parser, destination, told
from eval.kept import RESULTS, source

ROOT = Path(__file__).parent.parent
COLLECTIONS = ("cranfield", "scifact")
LABELLED = {name: Path(f"eval/labelled/{name}.jsonl") for name in ("questions", "unread")}
"""Questions on letters of the shared folder, by readers who had not seen the program. Nobody has looked at what is
answered wrongly of the latter."""
INVENTED = ("neighbours", "bodies", "layouts", "formats", "strangers")
"""Letters in `eval`, invented by readers who had not seen the program: near neighbours of one another, of bodies of
many kinds, and some of which nobody has looked at what is answered wrongly. Their questions lie beside the others'."""
LIMIT = 1800
"""Seconds after which a step is taken to hang, and is stopped. A million passages may take six times as long."""


@dataclass(frozen=True, slots=True)
class Step:
    """One command, and the result it keeps; None where it only makes an index ready, for the steps that need it."""

    arguments: tuple[str, ...]
    result: str | None = None
    module: str = "eval"
    makes: str | None = None
    needs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.result or f"index-{self.makes}"


def steps(work: Path, shared: Path) -> Iterator[Step]:
    """Everything, the quickest first. Indexes are made in `work`; what `shared` lacks is left out."""
    sets = [("samples", "corpus/samples", Path("eval/questions/samples.jsonl"))]
    for name, documents in (("seeds", "seeds"), ("letters", "letters")):
        questions = shared / "gold" / name / "questions.jsonl"
        if (ROOT / questions).is_file():
            sets.append((name, str(shared / documents), questions))
    for name, documents, questions in sets:
        labels = () if name == "samples" else ("--docs", str(shared), "--gold", str(questions.parent))
        yield Step(("sections", *labels), f"sections-{name}")
        data, going = str(work / name), str(work / f"{name}.going")
        yield Step(("index", documents, "--data", data, "--json"), module="service.cli", makes=name)
        asked = ("--data", data, "--questions", str(questions), "--going", going)
        yield Step(("answers", *asked), f"answers-{name}", needs=(name,))
        for more, labelled in LABELLED.items() if name == "letters" else ():
            put = ("--data", data, "--questions", str(labelled), "--going", str(work / f"{more}.going"))
            yield Step(("answers", *put), f"answers-letters-{more}", needs=(name,))
    for name in INVENTED:
        data, going = str(work / name), str(work / f"{name}.going")
        yield Step(("index", f"eval/{name}", "--data", data, "--json"), module="service.cli", makes=name)
        put = ("--data", data, "--questions", f"eval/questions/{name}.jsonl", "--going", going)
        yield Step(("answers", *put), f"answers-{name}", needs=(name,))
    on = (word for name, _, questions in sets for word in ("--on", str(work / name), str(questions)))
    yield Step(("calibration", *on), "calibration", needs=tuple(name for name, *_ in sets))
    yield Step(("paraphrases",), "paraphrases")
    yield Step(("bench", "index"), "bench-index")
    if len(sets) == 3:
        yield Step(("bench", "index", str(shared / "letters"), str(shared / "seeds")), "bench-index-letters")
    for name, _, questions in sets:
        if name != "seeds":
            on_it = ("--data", str(work / name), "--questions", str(questions), "--label", name)
            yield Step(("bench", "compare", *on_it), f"bench-compare-{name}", needs=(name,))
    killed = ("corpus/samples", "--queries", "eval/questions/samples.jsonl", "--kills", "2")
    yield Step(("crash", *killed), "crash")
    beside = [(name, questions) for name, _, questions in sets if name != "seeds"]
    real = (word for name, questions in beside for word in ("--beside", str(work / name), str(questions)))
    rows = ("--going", str(work / "vectors.going"))
    yield Step(("bench", "vectors", *real, *rows), "bench-vectors", needs=tuple(name for name, _ in beside))
    yield Step(("bench", "search", "--data", str(work)), "bench-search")
    for name in COLLECTIONS:
        if (ROOT / shared / "data" / name / "corpus.jsonl").is_file():
            yield Step(("beir", str(shared / "data" / name), "--data", str(work / name)), f"beir-{name}")
    for name, _, questions in reversed(sets):
        if name != "seeds":
            of = () if name == "samples" else ("--docs", str(shared), "--gold", str(questions.parent), "--index", name)
            yield Step(("ablation", *of, "--data", str(work / name)), f"ablation-{name}", needs=(name,))


def million(work: Path) -> Iterator[Step]:
    """The rows that take longer than everything else together."""
    rows = ("--going", str(work / "vectors-1m.going"))
    yield Step(("bench", "vectors", "--sizes", "1000000", *rows), "bench-vectors-1m")
    yield Step(("bench", "search", "--sizes", "1000000", "--data", str(work)), "bench-search-1m")


@dataclass(frozen=True, slots=True)
class Marks:
    """Which results this code made since everything was last measured: a file each in the work folder.

    Paths are relative to the checkout's root.
    """

    folder: Path
    results: Path
    code: str

    def _mark(self, step: Step) -> str | None:
        made = ROOT / self.results / f"{step.result}.json"
        return f"{self.code} {hashlib.sha256(made.read_bytes()).hexdigest()}" if made.exists() else None

    def _path(self, step: Step) -> Path:
        return ROOT / self.folder / step.name

    def done(self, step: Step) -> bool:
        path = self._path(step)
        return path.exists() and path.read_text(encoding="utf-8") == self._mark(step)

    def set(self, step: Step) -> None:
        self._path(step).parent.mkdir(parents=True, exist_ok=True)
        self._path(step).write_text(str(self._mark(step)), encoding="utf-8")

    def clear(self, planned: Sequence[Step]) -> None:
        for step in planned:
            self._path(step).unlink(missing_ok=True)


def measured(planned: Sequence[Step], results: Path, work: Path, limit: float) -> list[str]:
    """Make every step that is not made yet; the names of those that could not be."""
    marks = Marks(work / "made", results, source())
    _forget_other_code(ROOT / work, marks.code)
    wanted = [step for step in planned if step.result is not None and not marks.done(step)]
    needed = {name for step in wanted for name in step.needs}
    todo = [step for step in planned if step in wanted or step.makes in needed]
    if skipped := sum(step.result is not None for step in planned) - len(wanted):
        print(f"{skipped} results of this very code are kept from the run before", file=sys.stderr)
    began = time.monotonic()
    failed: list[str] = []
    lacking: set[str | None] = set()
    for at, step in enumerate(todo, 1):
        shown = " ".join(("python -m", step.module, *step.arguments))
        so_far = (time.monotonic() - began) / 60
        print(f"[{at:2}/{len(todo)}] {time.strftime('%H:%M:%S')} +{so_far:4.1f} min  {shown}", file=sys.stderr)
        wrong = f"needs the index of {lack}" if (lack := next((n for n in step.needs if n in lacking), "")) else None
        start, busy = time.monotonic(), _busy()
        wrong = wrong or _made(step, results, work, limit)
        if not wrong and source() != marks.code:
            wrong = "the code changed meanwhile"
        print(f"        {step.name}: {f'FAILED, {wrong}' if wrong else 'made'}, {time.monotonic() - start:.1f} s, "
              f"{_busy() - busy:.1f} s of processor time", file=sys.stderr)  # fmt: skip
        if wrong:
            failed.append(step.name)
            lacking.add(step.makes)
        elif step.result is not None:
            marks.set(step)
    print(f"{(time.monotonic() - began) / 60:.1f} minutes in all", file=sys.stderr)
    if not failed:
        marks.clear(planned)
    return failed


def _busy() -> float:
    """Seconds of processor time of all steps so far: what they take whatever else the machine does."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _forget_other_code(work: Path, code: str) -> None:
    """Answers and marks that other code left half-way are none of this code's."""
    work.mkdir(parents=True, exist_ok=True)
    path = work / "code"
    if not path.exists() or path.read_text(encoding="utf-8") != code:
        shutil.rmtree(work / "made", ignore_errors=True)
        for left in [*work.glob("*.going"), *work.glob("*/*.part")]:
            left.unlink()
        path.write_text(code, encoding="utf-8")


def _made(step: Step, results: Path, work: Path, limit: float) -> str | None:
    """Run the step in a process of its own, as a user would, so that each one's memory and caches are its own.

    What it prints goes to a log in `work`, what it warns of is shown. Returns what went wrong.
    """
    path = results / f"{step.result}.json"
    before = _when(path)
    process = [sys.executable, "-m", step.module, *step.arguments, *(("--keep", str(path)) if step.result else ())]
    log = ROOT / work / "logs" / f"{step.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        running = subprocess.Popen(process, cwd=ROOT, stdout=out, start_new_session=True, close_fds=False)
        try:
            (ROOT / work / "step").write_text(str(running.pid), encoding="utf-8")
            ended = running.wait(limit)
        except subprocess.TimeoutExpired:
            return f"stopped after {limit:.0f} s"
        finally:
            _ended_with_children(running)
    if ended:
        return f"exit status {ended}"
    return "it kept nothing" if step.result and _when(path) == before else None


def _when(result: Path) -> int | None:
    """When a result was written; None where there is none."""
    return (ROOT / result).stat().st_mtime_ns if (ROOT / result).exists() else None


def _ended_with_children(running: subprocess.Popen[bytes]) -> None:
    """Whatever happened, nothing of the step goes on beside the next one."""
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval figures", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR", help="where results are kept")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "figures", metavar="DIR", help="for the indexes")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR", help="labelled letters")
    parser.add_argument("--readme", type=Path, default=ROOT / "eval" / "README.md", metavar="FILE")
    parser.add_argument("--only", nargs="+", metavar="RESULT", help="only these results, made or not")
    parser.add_argument("--million", action="store_true", help="the rows of a million passages, and nothing else")
    given = parser.parse_args(arguments)
    work, shared, results = _relative(given.work), _relative(given.shared), _relative(given.results)
    for folder in (ROOT / results, ROOT / work):
        destination(str(folder / "written"))
    planned = list(million(work) if given.million else steps(work, shared))
    if given.only:
        if strange := sorted({*given.only} - {step.result for step in planned}):
            there = ", ".join(step.result for step in planned if step.result)
            raise FoiError(f"there is no result {strange[0]!r}; there are {there}")
        planned = [step for step in planned if step.result is None or step.result in given.only]
        Marks(work / "made", results, "").clear(planned)
    with _alone(ROOT / work), _terminated_as_interrupted():
        failed = measured(planned, results, work, LIMIT * (6 if given.million else 1))
    if reported(results, given.readme):
        failed.append("report")
    if failed:
        raise FoiError(f"not made: {', '.join(failed)}; the rest is kept, and the same command goes on")
    return 0


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """The work folder for one run. Its steps inherit the lock, so that one that outlives a `kill -9` is noticed.

    Raises FoiError where another run, or a step of one, is at work there.
    """
    with (work / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            step = work / "step"
            last = f" (its last step is process {step.read_text(encoding='utf-8')})" if step.exists() else ""
            raise FoiError(
                f"{work} is in use by another run{last}: wait for it or end it, then run this again"
            ) from None
        os.set_inheritable(lock.fileno(), True)
        yield


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """A plain `kill` ends the step in hand too, as Ctrl-C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def reported(results: Path, readme: Path) -> int:
    """Write the report and the README's table from what is kept; the exit status."""
    command = [sys.executable, "-m", "eval", "report", "--results", str(results), "--readme", str(readme.resolve())]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _relative(path: Path) -> Path:
    """`path` from the checkout's root, where every step runs: a kept command then reads the same on any machine."""
    return Path(os.path.relpath(path.absolute(), ROOT.absolute()))


if __name__ == "__main__":
    sys.exit(told(main, "eval.figures"))
