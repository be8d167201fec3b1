"""`python -m eval calibration [--on DATA QUESTIONS]…`: whether `confidence` is the chance that an answer is right.

Every question is asked in this process and its best draft judged, abstaining or not. Printed are reliability bins, the
expected calibration error (ten bins), Brier score, and how risk falls as fewer questions are answered: for the weights
in use, and for weights fitted to the drafts, judged on documents that they were not fitted to (grouped
cross-validation). `--weights` prints what a fit to all of them gives, as plain numbers for `service.answer.RIGHT`.

QUESTIONS are labelled questions (`eval/questions/README.md`), DATA an index of their documents; without `--on` the
sample disclosures are indexed in a directory that goes away again.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from eval.answers import QUESTIONS
from eval.command import told
from eval.drafts import Draft, drafts
from eval.judgements import read_questions
from eval.kept import keep, made
from eval.logistic import PENALTIES, fitted, held_out
from eval.reliability import BINS, Floats, bins, brier, calibration_error, log_loss, risk_curve, risks
from eval.samples import SAMPLES
from eval.systems import Local
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from service.answer import RIGHT, THRESHOLD


def table(name: str, chance: Floats, asked: Sequence[Draft]) -> Iterator[str]:
    """Reliability of `chance` over the drafts, given and withheld."""
    truth = _truth(asked)
    yield f"{name}: {len(asked)} drafts, {truth.mean():.3f} right"
    yield (
        f"  ECE {calibration_error(chance, truth):.3f}, Brier {brier(chance, truth):.3f}, "
        f"log loss {log_loss(chance, truth):.3f}"
    )
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


def _truth(asked: Sequence[Draft]) -> Floats:
    return np.array([float(d.right) for d in asked])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval calibration", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--on", nargs=2, action="append", type=Path, metavar=("DATA", "QUESTIONS"))
    parser.add_argument("--weights", action="store_true", help="print the weights fitted to all drafts")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the bins and the risk curve as JSON")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        asked = []
        for data, questions in given.on or [(_indexed(Path(folder) / "data"), QUESTIONS)]:
            system = Local(data)
            asked.append((str(questions), list(drafts(system, read_questions(questions, system.text)))))
    every = [draft for _, one in asked for draft in one]
    fit, tries, penalty = fit_of(every)
    at = 0
    for questions, one in [*asked, *([("all", every)] if len(asked) > 1 else [])]:
        part = slice(0, None) if questions == "all" else slice(at, at + len(one))
        at += len(one)
        print(*table(f"{questions}, weights in use", np.array([d.confidence for d in one]), one), sep="\n")
        print(abstention(one))
        print(*table(f"{questions}, fitted and held out (penalty {penalty})", tries[part], one), sep="\n")
    if given.weights:
        print(json.dumps(fit, indent=4))
    if given.keep:
        chance, truth = np.array([d.confidence for d in every]), _truth(every)
        keep(
            given.keep,
            made(
                given.keep.stem,
                {"ECE": calibration_error(chance, truth), "Brier": brier(chance, truth)},
                queries={"Brier": {d.id: (d.confidence - d.right) ** 2 for d in every}} if len(asked) == 1 else {},
                settings={"questions": [Path(name).name for name, _ in asked], "threshold": THRESHOLD},
                tables={
                    "bins": [[b.low, b.count, b.mean, b.share] for b in bins(chance, truth)],
                    "risk": risk_curve(chance, truth).tolist(),
                    "confidence": sorted(chance.tolist(), reverse=True),
                },
            ),
        )
    return 0


def fit_of(asked: Sequence[Draft]) -> tuple[dict[str, float], Floats, float]:
    """(weights fitted to all, chances by weights fitted to other documents, the ridge penalty that did best there)."""
    names = [name for name in RIGHT if name != "bias"]
    x = np.array([[d.features[name] for name in names] for d in asked])
    truth, groups = _truth(asked), [d.group for d in asked]
    tries = {penalty: held_out(x, truth, groups, penalty) for penalty in PENALTIES}
    best = min(PENALTIES, key=lambda penalty: log_loss(tries[penalty], truth))
    weights = fitted(x, truth, best).round(2).tolist()
    return dict(zip(["bias", *names], weights, strict=True)), tries[best], best


def _indexed(data: Path) -> Path:
    index([str(SAMPLES)], data, SentenceEncoder())
    return data


if __name__ == "__main__":
    sys.exit(told(main, "eval.calibration"))
