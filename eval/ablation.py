"""`python -m eval ablation`: each part of search and of answering left out, one at a time, on the same questions.

The differences are paired, with bootstrap intervals and the randomisation test: what a part earns is what is lost
without it. Without --docs the project's own questions on `corpus/samples` are used; with --docs and --gold labelled
letters: the folder that the labels are relative to, and the one with their questions.jsonl; --index says what of --docs
to index (all of it by default). The features of being sure are left out of drafts already made, which costs nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from corpus.document import FoiError
from eval.answers import QUESTIONS
from eval.command import Cell, Table, format_option, printed, told
from eval.drafts import Draft, drafts
from eval.judgements import Question, read_questions
from eval.kept import Kept, keep, made
from eval.parts import Part, parts, sureness, without
from eval.progress import resumed
from eval.samples import SAMPLES
from eval.significance import difference
from eval.systems import Local
from eval.verdicts import DEPTH, by_question, judged
from indexer.embed import Encoder, SentenceEncoder, Vectors
from indexer.pipeline import index
from indexer.query_encoder import keep_query_encoder, open_query_encoder
from service.answer import THRESHOLD

WHOLE = "nothing left out"
SHOWN = ("recall@1", "mrr@10", "answer")
Values = dict[str, dict[str, float]]
"""Figure → question → value."""


class Remembering:
    """An encoder that encodes each query once: parts differ in much, but not in this."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.dimension, self.tokenizer = encoder.name, encoder.dimension, encoder.tokenizer
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        for text in texts:
            if text not in self._known:
                self._known[text] = self._encoder.encode([text])[0]
        return np.stack([self._known[text] for text in texts])


@cache
def _remembering(data: Path, model: str) -> Remembering:
    return Remembering(open_query_encoder(data, model) or SentenceEncoder(model))


def _opened(data: Path) -> Local:
    """The index, opened anew: what one part made must not be kept for the next."""
    plain = Local(data)
    plain.index.encoder = _remembering(data, plain.index.encoder.name)
    return plain


def measured(data: Path, questions: Path, name: str) -> Values:
    """The figures by question without the part called `name`."""
    part = Part(WHOLE, "", ()) if name == WHOLE else parts()[name]
    with without(part):
        system = _opened(data)
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


def every(data: Path, questions: Path, names: Sequence[str], going: Path, workers: int) -> dict[str, Values]:
    """`measured` of each name, in worker processes; what is done is kept in `going` until all is."""
    waiting: dict[str, Future[Values]] = {}
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:

        def work(name: str) -> Values:
            if not waiting:
                waiting.update({n: pool.submit(measured, data, questions, n) for n in names[names.index(name) :]})
            return waiting[name].result()

        settings = {"questions": questions.read_text(encoding="utf-8"), "generation": Local(data).settings}
        found = resumed(going, settings, [(name, name) for name in names], work)
    going.unlink()
    return found


def table(found: Mapping[str, Values], asked: Sequence[Draft]) -> Table:
    """What each part earns: the figure with all parts less the figure without it, and its interval and p."""
    columns: list[str] = ["left out"]
    for figure in SHOWN:
        columns += [figure, "earns", "low", "high", "p"]
    whole = found[WHOLE]
    rows: list[tuple[Cell, ...]] = [
        (name, *(cell for figure in SHOWN for cell in _earned(whole.get(figure), values.get(figure), name == WHOLE)))
        for name, values in found.items()
    ]
    if asked:
        base, blank = answered(asked, None), (None,) * 10
        rows.append(("sure: all features", *blank, *_earned(base, base, True)))
        rows += [(name, *blank, *_earned(base, answered(asked, by), False)) for name, by in sureness().items()]
    return Table(tuple(columns), tuple(rows))


def _earned(whole: Mapping[str, float] | None, left: Mapping[str, float] | None, first: bool) -> tuple[Cell, ...]:
    if not whole or not left:
        return (None,) * 5
    mean = sum(left.values()) / len(left)
    if first:
        return (mean, None, None, None, None)
    lost = difference(whole, left)
    return (mean, lost.mean, lost.low, lost.high, lost.p)


def indexed(data: Path, paths: Iterable[Path]) -> Path:
    """An index of `paths` in `data`, with its query encoder."""
    encoder = SentenceEncoder()
    index([str(path) for path in paths], data, encoder)
    keep_query_encoder(data, encoder.name)
    return data


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval ablation", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--docs", type=Path, metavar="DIR", help="the folder that labels are relative to")
    parser.add_argument("--gold", type=Path, metavar="DIR", help="the folder with questions.jsonl")
    parser.add_argument("--index", nargs="*", default=["."], metavar="PATH", help="what of --docs to index")
    parser.add_argument("--only", nargs="*", metavar="PART", help="only these parts")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the index here, and go on from what is there")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the figures as JSON")
    format_option(parser)
    given = parser.parse_args(arguments)
    if (given.docs is None) != (given.gold is None):
        raise FoiError("give --docs and --gold together, or neither")
    questions = given.gold / "questions.jsonl" if given.gold else QUESTIONS
    paths = [given.docs / path for path in given.index] if given.docs else [SAMPLES]
    known = parts()
    if strange := sorted(set(given.only or ()) - known.keys()):
        raise FoiError(f"there is no part {strange[0]!r}; there are {', '.join(known)}")
    names = [WHOLE, *(name for name in known if not given.only or name in given.only)]
    with tempfile.TemporaryDirectory() as folder:
        data = indexed(given.data or Path(folder) / "data", paths)
        found = every(data, questions, names, data.with_name(data.name + ".ablation.going"), given.workers)
        asked = [] if given.only else _drafted(data, questions)
    shown = table(found, asked)
    printed([("What each part earns", shown)], given)
    if given.keep:
        keep(given.keep, result(given.keep.stem, found, shown, questions))
    return 0


def result(name: str, found: Mapping[str, Values], shown: Table, questions: Path) -> Kept:
    whole = found[WHOLE]
    return made(
        name,
        {figure: sum(values.values()) / len(values) for figure, values in whole.items()},
        queries=whole,
        settings={"questions": questions.name},
        tables={"parts": [list(shown.columns), *map(list, shown.rows)]},
    )


if __name__ == "__main__":
    sys.exit(told(main, "eval.ablation"))
