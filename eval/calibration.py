"""`python -m eval calibration [--on DATA QUESTIONS]…`: whether `confidence` is the chance that an answer is right.

Every question is asked in this process and its best draft judged, abstaining or not. Printed are reliability bins,
expected calibration error (ten bins), Brier score, area under the curve, and how risk falls as fewer questions are
answered: for the weights in use, and for weights fitted by logistic regression to other letters than those they are
judged on. Of several sets of questions each is left out in turn; of one alone, each eighth of its documents.
`--weights` prints the fit to all of them beside the weights in use, as plain numbers for `service.answer.RIGHT`, and
the same for `service.answer.WEIGHTS`, which decide whether anything is answered.

QUESTIONS are labelled questions (`eval/questions/README.md`), DATA an index of their documents; without `--on` the
sample disclosures are indexed in a directory that goes away again.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.document import FoiError
from eval.answers import QUESTIONS
from eval.command import Parser, keep_option, told
from eval.drafts import Draft, drafts
from eval.judgements import read_questions
from eval.kept import Kept, keep, made
from eval.logistic import PENALTIES, fitted, held_out
from eval.reliability import BINS, Floats, area, bins, brier, calibration_error, log_loss, risk_curve, risks
from eval.samples import SAMPLES
from eval.systems import Local
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from service.answer import RIGHT, THRESHOLD, WEIGHTS

Sets = Mapping[str, Sequence[Draft]]
"""Name of a set of questions → its drafts."""

_RESAMPLES = 1000
_TOLD = ("ECE", "AUC", "Brier", "log loss")


def figures(chance: Floats, truth: Floats) -> dict[str, float]:
    """How well `chance` foretells `truth`."""
    values = (calibration_error(chance, truth), area(chance, truth), brier(chance, truth), log_loss(chance, truth))
    return dict(zip(_TOLD, values, strict=True))


def lines(name: str, chance: Floats, truth: Floats) -> Iterator[str]:
    """Reliability of `chance` over drafts, given and withheld, for a reader."""
    yield f"{name}: {len(truth)} drafts, {truth.mean():.3f} right"
    yield "  " + ", ".join(f"{key} {value:.3f}" for key, value in figures(chance, truth).items())
    yield "  chance      drafts  mean   right"
    yield from (
        f"  {b.low:.1f}–{b.low + 1 / BINS:.1f} {b.count:10d}  {b.mean:.3f}  {b.share:.3f}" for b in bins(chance, truth)
    )
    yield "  coverage: risk  " + "  ".join(f"{c:.1f}: {r:.3f}" for c, r in risks(chance, truth))


def abstention(asked: Sequence[Draft]) -> str:
    """What follows from withholding the drafts that are less sure than the threshold."""
    withheld = [d for d in asked if d.sure < THRESHOLD]
    negative = [d for d in asked if not d.answerable]
    good = sum(d.right if d.sure >= THRESHOLD else not d.answerable for d in asked)
    right = sum(not d.answerable for d in withheld)
    return (
        f"  answer {good / len(asked):.3f}, abstain precision {right / max(1, len(withheld)):.3f}, "
        f"recall {right / max(1, len(negative)):.3f}"
    )


def fit_of(sets: Sets) -> tuple[dict[str, float], Floats, float]:
    """(weights fitted to all, chances by weights fitted to other letters, the ridge penalty that did best there).

    The chances stand in the order of the sets and of their drafts. Other letters are the other sets, or where there is
    but one set, its other documents.
    """
    every = [draft for one in sets.values() for draft in one]
    return _fit("RIGHT", RIGHT, [d.features for d in every], _truth(every), _groups(sets))


def certainty_of(sets: Sets) -> tuple[dict[str, float], dict[str, float]]:
    """(weights for `service.answer.WEIGHTS` fitted to all, area under the curve of those in use and fitted to others).

    Told apart are the drafts that stand in the right place from those of questions that nothing answers; a draft from a
    wrong place is neither. The bias is the fit's own: where the threshold lies is for whoever weighs a wrong answer
    against a missing one. Raises FoiError where the drafts are all of one sort.
    """
    pairs = zip((d for one in sets.values() for d in one), _groups(sets), strict=True)
    kept = [(d, group) for d, group in pairs if d.cited or not d.answerable]
    every, groups = [d for d, _ in kept], [group for _, group in kept]
    truth = np.array([float(d.answerable) for d in every])
    if len(set(truth.tolist())) < 2:
        raise FoiError("the questions are all answerable or none is: give some of both, for certainty to be fitted")
    weights, others, _ = _fit("WEIGHTS", WEIGHTS, [d.evidence for d in every], truth, groups)
    told = {"in use": area(np.array([d.sure for d in every]), truth), "fitted to others": area(others, truth)}
    return weights, told


def _groups(sets: Sets) -> list[str]:
    """What each draft must not share with those that it is judged by: its set, or of one set alone its document."""
    return [name if len(sets) > 1 else d.group for name, one in sets.items() for d in one]


def _fit(
    constant: str,
    used: Mapping[str, float],
    values: Sequence[Mapping[str, float]],
    truth: Floats,
    groups: Sequence[str],
) -> tuple[dict[str, float], Floats, float]:
    """The fit of the weights that `constant` of service.answer holds, as `fit_of` gives it."""
    names = [name for name in used if name != "bias"]
    if lacking := [name for name in names if any(name not in one for one in values)]:
        raise FoiError(f"service.answer.{constant} weighs {lacking[0]}, which no draft has: mend one of the two")
    x = np.array([[one[name] for name in names] for one in values])
    tries = {penalty: held_out(x, truth, groups, penalty) for penalty in PENALTIES}
    best = min(PENALTIES, key=lambda penalty: log_loss(tries[penalty], truth))
    weights = fitted(x, truth, best).round(2).tolist()
    return dict(zip(["bias", *names], weights, strict=True)), tries[best], best


def result(name: str, sets: Sets, fit: Mapping[str, float], others: Floats, penalty: float) -> Kept:
    """What is kept: figures of the weights in use, by set and over all, and of the fit on letters it has not seen."""
    every = [draft for one in sets.values() for draft in one]
    truth = _truth(every)
    curves = {set_name: (_confidence(one), _truth(one)) for set_name, one in sets.items()}
    if len(sets) > 1:
        curves["all"] = (_confidence(every), truth)
    curves["all, weights fitted to other letters"] = (others, truth)
    doubt = _intervals(_confidence(every), truth)
    doubt |= {f"held out: {key}": value for key, value in _intervals(others, truth).items()}
    held = {f"held out: {key}": value for key, value in figures(others, truth).items()}
    return made(
        name,
        figures(_confidence(every), truth) | held | {"drafts": float(len(every))},
        queries={"Brier": {f"{s}/{d.id}": (d.confidence - d.right) ** 2 for s, one in sets.items() for d in one}},
        settings={"questions": list(sets), "threshold": THRESHOLD, "penalty": penalty},
        tables={
            "figures": [["drafts", *_TOLD], *([n, *figures(*one).values()] for n, one in curves.items())],
            "intervals": doubt,
            "curves": {n: _curve(*one) for n, one in curves.items()},
            "weights": [["feature", "in use", "fitted to these"], *([k, RIGHT[k], v] for k, v in fit.items())],
        },
    )


def _intervals(chance: Floats, truth: Floats) -> dict[str, tuple[float, float]]:
    """Percentile bootstrap over drafts, 95 %, seeded, of each figure."""
    draw = np.random.default_rng(0)
    rows = [draw.integers(0, len(truth), len(truth)) for _ in range(_RESAMPLES)]
    tries = [figures(chance[row], truth[row]) for row in rows]
    found = {name: np.quantile([one[name] for one in tries], (0.025, 0.975)).tolist() for name in _TOLD}
    return {name: (low, high) for name, (low, high) in found.items()}


def _curve(chance: Floats, truth: Floats) -> dict[str, Any]:
    shown = [[b.low, b.count, b.mean, b.share] for b in bins(chance, truth)]
    return {"bins": shown, "risk": risk_curve(chance, truth).tolist()}


def _truth(asked: Sequence[Draft]) -> Floats:
    return np.array([float(d.right) for d in asked])


def _confidence(asked: Sequence[Draft]) -> Floats:
    return np.array([d.confidence for d in asked])


def _named(questions: Path) -> str:
    return questions.resolve().parent.name if questions.stem == "questions" else questions.stem


def _asked(on: Sequence[tuple[Path, Path]]) -> dict[str, list[Draft]]:
    sets: dict[str, list[Draft]] = {}
    for data, questions in on:
        name, system = _named(questions), Local(data)
        if name in sets:
            raise FoiError(f"two sets of questions are called {name}: rename the file or the folder of one")
        sets[name] = list(drafts(system, read_questions(questions, system.text)))
        if len({d.right for d in sets[name]}) < 2:
            raise FoiError(f"{questions}: the drafts are all right or all wrong, so there is nothing to tell apart")
        print(f"{name}: {len(sets[name])} drafts", file=sys.stderr)
    return sets


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval calibration", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--on", nargs=2, action="append", type=Path, metavar=("DATA", "QUESTIONS"))
    parser.add_argument("--weights", action="store_true", help="print the weights fitted to all drafts")
    keep_option(parser, "the figures and curves")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        sets = _asked(given.on or [(_indexed(Path(folder) / "data"), QUESTIONS)])
    fit, others, penalty = fit_of(sets)
    how = "fitted to the other sets" if len(sets) > 1 else "fitted to its other documents"
    at = 0
    for name, one in sets.items():
        print(*lines(f"{name}, weights in use", _confidence(one), _truth(one)), abstention(one), sep="\n")
        print(*lines(f"{name}, {how} (penalty {penalty})", others[at : at + len(one)], _truth(one)), sep="\n")
        at += len(one)
    every = [draft for one in sets.values() for draft in one]
    if len(sets) > 1:
        print(*lines("all, weights in use", _confidence(every), _truth(every)), abstention(every), sep="\n")
        print(*lines("all, each set by weights fitted to the others", others, _truth(every)), sep="\n")
    if given.weights:
        sure, told_apart = certainty_of(sets)
        print("certainty: AUC " + ", ".join(f"{name} {value:.3f}" for name, value in told_apart.items()))
        both = {
            "confidence": {"in use": RIGHT, "fitted to these": fit},
            "certainty": {"in use": WEIGHTS, "fitted to these": sure},
        }
        print(json.dumps(both, indent=4))
    if given.keep:
        keep(given.keep, result(given.keep.stem, sets, fit, others, penalty))
    return 0


def _indexed(data: Path) -> Path:
    index([str(SAMPLES)], data, SentenceEncoder())
    return data


if __name__ == "__main__":
    sys.exit(told(main, "eval.calibration"))
