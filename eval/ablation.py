"""`python -m eval ablation`: each part of search and of answering left out, one at a time, on the same questions.

The differences are paired, with bootstrap intervals and the randomisation test: what a part earns is what is lost
without it. Without --docs the project's own questions on `corpus/samples` are used; with --docs and --gold labelled
letters: the folder that the labels are relative to, and the one with their questions.jsonl; --index says what of --docs
to index (all of it by default). The features of being sure are left out of drafts already made, which costs nothing.

A reranker is no part of the program as it comes, so its row is the other way round: with --reranker, what is found and
answered with that CrossEncoder, and what it earns beside everything without it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from corpus.document import FoiError
from eval.answers import QUESTIONS
from eval.command import Cell, Parser, Table, format_option, keep_option, printed, told
from eval.drafts import Draft, drafts
from eval.judgements import Question, read_questions
from eval.kept import Kept, keep, made
from eval.parts import Part, parts, sureness, without
from eval.progress import resumed
from eval.samples import SAMPLES
from eval.significance import difference
from eval.systems import Local
from eval.verdicts import DEPTH, by_question, judged
from indexer.embed import Reranker, SentenceEncoder
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder
from service.answer import THRESHOLD

WHOLE = "nothing left out"
ADDED = "with the reranker"
SURE = "sure: all features"
SHOWN = ("recall@1", "mrr@10", "answer")
Values = dict[str, dict[str, float]]
"""Figure → question → value."""


def _opened(data: Path, reranker: str | None = None) -> Local:
    """The index, opened anew: what one part made must not be kept for the next."""
    plain = Local(data)
    plain.index.reranker = Reranker(reranker) if reranker else None
    return plain


def measured(data: Path, questions: Path, name: str, reranker: str | None = None) -> Values:
    """The figures by question without the part called `name`; with `reranker` where it is ADDED."""
    part = Part(name, "", ()) if name in (WHOLE, ADDED) else parts()[name]
    with without(part):
        system = _opened(data, reranker if name == ADDED else None)
        found = by_question([_judged(system, question, part) for question in read_questions(questions, system.text)])
    return {figure: found[figure] for figure in (SHOWN if part.asks else SHOWN[:2])}


def _judged(system: Local, question: Question, part: Part) -> Any:
    asked = system.ask(question.query) if part.asks else {}
    return judged(question, system.search(question.query, DEPTH), asked, system.text)


def _drafted(data: Path, questions: Path) -> list[Draft]:
    system = _opened(data)
    return list(drafts(system, read_questions(questions, system.text)))


def answered(asked: Sequence[Draft], certainty: Callable[[Mapping[str, float]], float] | None) -> dict[str, float]:
    """Whether each question's draft would be right by this certainty, and given, or wrong to give, and withheld."""
    found = {}
    for draft in asked:
        given = (certainty(draft.evidence) if certainty else draft.sure) >= THRESHOLD
        found[draft.id] = float(draft.right if given and draft.answerable else not draft.answerable and not given)
    return found


def every(
    data: Path, questions: Path, names: Sequence[str], going: Path, workers: int, reranker: str | None = None
) -> dict[str, Values]:
    """`measured` of each name, in worker processes; what is done is kept in `going` until all is."""
    waiting: dict[str, Future[Values]] = {}
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:

        def work(name: str) -> Values:
            if not waiting:
                left = names[names.index(name) :]
                waiting.update({n: pool.submit(measured, data, questions, n, reranker) for n in left})
            return waiting[name].result()

        settings = {
            "questions": questions.read_text(encoding="utf-8"),
            "generation": Local(data).settings,
            "reranker": reranker,
        }
        found = resumed(going, settings, [(name, name) for name in names], work)
    going.unlink()
    return found


def table(found: Mapping[str, Values], asked: Sequence[Draft]) -> Table:
    """What each part earns: the figure with it less the figure without it, all else being there; interval and p."""
    columns: list[str] = ["left out"]
    for figure in SHOWN:
        columns += [figure, "earns", "low", "high", "p"]
    whole = found[WHOLE]
    rows: list[tuple[Cell, ...]] = [
        (name, *(cell for figure in SHOWN for cell in _cells(name, whole.get(figure), values.get(figure))))
        for name, values in found.items()
    ]
    if asked:
        base, blank = answered(asked, None), (None,) * 10
        rows.append((SURE, *blank, *_cells(SURE, base, base)))
        rows += [(name, *blank, *_cells(name, base, answered(asked, by))) for name, by in sureness().items()]
    return Table(tuple(columns), tuple(rows))


def _cells(name: str, whole: Mapping[str, float] | None, values: Mapping[str, float] | None) -> tuple[Cell, ...]:
    """The figure of one row, and what its part earns: what is lost without it, or won where it is ADDED."""
    if not whole or not values:
        return (None,) * 5
    mean = sum(values.values()) / len(values)
    if name in (WHOLE, SURE):
        return (mean, None, None, None, None)
    earned = difference(values, whole) if name == ADDED else difference(whole, values)
    return (mean, earned.mean, earned.low, earned.high, earned.p)


def indexed(data: Path, paths: Iterable[Path]) -> Path:
    """An index of `paths` in `data`, with its query encoder."""
    encoder = SentenceEncoder()
    index([str(path) for path in paths], data, encoder)
    keep_query_encoder(data, encoder.name)
    return data


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval ablation", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--docs", type=Path, metavar="DIR", help="the folder that labels are relative to")
    parser.add_argument("--gold", type=Path, metavar="DIR", help="the folder with questions.jsonl")
    parser.add_argument("--index", nargs="*", default=["."], metavar="PATH", help="what of --docs to index")
    parser.add_argument("--only", nargs="*", metavar="PART", help="only these parts; none named: only the reranker")
    parser.add_argument(
        "--reranker", metavar="NAME", help="a CrossEncoder to measure too: a folder, or a name to fetch"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the index here, and go on from what is there")
    keep_option(parser)
    format_option(parser)
    given = parser.parse_args(arguments)
    if (given.docs is None) != (given.gold is None):
        raise FoiError("give --docs and --gold together, or neither")
    questions = given.gold / "questions.jsonl" if given.gold else QUESTIONS
    paths = [given.docs / path for path in given.index] if given.docs else [SAMPLES]
    known = parts()
    if strange := sorted(set(given.only or ()) - known.keys()):
        raise FoiError(f"there is no part {strange[0]!r}; there are {', '.join(known)}")
    if given.only == [] and not given.reranker:
        raise FoiError(f"--only names no part: there are {', '.join(known)}")
    if given.workers < 1:
        raise FoiError(f"--workers {given.workers} does no work: give 1 or more")
    names = [WHOLE, *(name for name in known if given.only is None or name in given.only)]
    if given.reranker:
        Reranker(given.reranker)  # what is wrong with it is told before an hour of the others
        names.append(ADDED)
    with tempfile.TemporaryDirectory() as folder:
        data = indexed(given.data or Path(folder) / "data", paths)
        going = data.with_name(data.name + ".ablation.going")
        found = every(data, questions, names, going, given.workers, given.reranker)
        asked = _drafted(data, questions) if given.only is None else []
    shown = table(found, asked)
    printed([("What each part earns", shown)], given)
    if given.keep:
        keep(given.keep, result(given.keep.stem, found, shown, questions, given.reranker))
    return 0


def result(name: str, found: Mapping[str, Values], shown: Table, questions: Path, reranker: str | None) -> Kept:
    whole = found[WHOLE]
    return made(
        name,
        {figure: sum(values.values()) / len(values) for figure, values in whole.items()},
        queries=whole,
        settings={"questions": questions.name} | ({"reranker": reranker} if reranker else {}),
        tables={"parts": [list(shown.columns), *map(list, shown.rows)]},
    )


if __name__ == "__main__":
    sys.exit(told(main, "eval.ablation"))
