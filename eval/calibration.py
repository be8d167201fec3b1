"""Whether `confidence` is the probability that an answer is right: `python -m eval.calibration [--on DATA QUESTIONS]…`.

Every question is asked in this process and its best draft judged, abstaining or not. Printed are reliability bins, the
expected calibration error (ten bins), Brier score, and how risk falls as fewer questions are answered: for the weights
in `service.answer`, and for weights fitted to the drafts, judged on documents that they were not fitted to (grouped
cross-validation). `--weights` prints what a fit to all of them gives, as plain numbers for `service.answer`.

QUESTIONS are JSON lines as in `eval/questions/samples.jsonl`, or with `lines` in place of `evidence`. DATA is an index
of their documents; without `--on` the sample disclosures are indexed in a directory that goes away again.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import numpy.typing as npt

from eval.samples import SAMPLES
from service.answer import THRESHOLD, TRIED, WEIGHTS, Answer, answer, certainty, evidence
from service.filters import Asked, filters
from service.index import Index
from service.match import compounded
from service.query import understand
from service.rank import weighed
from service.retrieve import found
from service.units import candidates

Floats = npt.NDArray[np.float64]

QUESTIONS = Path(__file__).parent / "questions" / "samples.jsonl"
BINS = 10
FOLDS = 8
PENALTIES = (0.3, 1.0, 3.0, 10.0, 30.0)
"""Ridge penalties on standardised weights, of which the one with the least held-out log loss is taken."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question's best draft: its features, whether it is right, and the document of its label, to group by."""

    id: str
    group: str
    answerable: bool
    features: dict[str, float]
    confidence: float
    right: bool


def drafts(data: Path, questions: Path) -> Iterator[Draft]:
    """The best draft of each question, whatever its confidence; questions for which nothing was drawn are left out."""
    index = Index(data)
    snapshot = index.snapshot()
    limits = filters(Asked(), snapshot)
    names = snapshot.store.authorities(snapshot.at)
    for line in questions.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        query = understand(row["query"], names, snapshot.learnt)
        units = candidates(snapshot, found(snapshot, index.encoder, query, limits))
        best = next((t for t in weighed(compounded(query, units), units, TRIED) if t.extract is not None), None)
        if best is None:
            continue
        group = f"{data}:{row['document'] or row['id']}"
        given = answer(query, units, threshold=0.0)
        texts = {unit.document.uri: unit.text for unit in units}
        known = evidence(best.features)
        yield Draft(
            row["id"], group, row["outcome"] != "not_found", known, certainty(best.features), right(row, given, texts)
        )


def right(row: dict[str, Any], given: Answer, texts: dict[str, str]) -> bool:
    """Whether a draft is what the label asks for: the outcome, the words, and a citation of the place."""
    if row["outcome"] == "not_found":
        return False
    return any(_right(row | label, given, texts) for label in (row, *row.get("also", ())))


def _right(label: dict[str, Any], given: Answer, texts: dict[str, str]) -> bool:
    outcomes = {label["outcome"], *label.get("accept", ())}
    wanted = label["answer"]
    if label["outcome"] == "withheld" and wanted is not None:  # asked which exemption: naming it is the answer
        outcomes |= {"partly_disclosed", "disclosed"}
        quoted = " ".join(c.quote for c in given.citations)
        wanted = None if all(s in quoted for s in re.findall(r"s(\d+[A-Z]?)", wanted)) else wanted
    first = given.citations[0] if given.citations else None
    if given.outcome not in outcomes and label["outcome"] not in ("any", "unreadable"):
        return False
    if first is None or PurePath(first.uri).name != PurePath(label["document"]).name:
        return False
    places = _places(label, texts[first.uri])
    return any(first.start < end and start < first.end for start, end in places) and _says(given, wanted, label)


def _places(label: dict[str, Any], text: str) -> list[tuple[int, int]]:
    """Where the label's evidence stands: its lines, or its quotes (all their occurrences, or the one that is meant)."""
    if "lines" in label:
        ends = np.cumsum([len(line) for line in text.splitlines(keepends=True)]).tolist()
        return [(([0, *ends])[n - 1], ends[n - 1]) for n in label["lines"] if n <= len(ends)]
    places = []
    for piece in label["evidence"]:
        stands = [m.start() for m in re.finditer(f"(?={re.escape(piece['quote'])})", text)]
        stands = stands[piece["occurrence"] - 1 : piece["occurrence"]] if "occurrence" in piece else stands
        places += [(at, at + len(piece["quote"])) for at in stands]
    return places


def _says(given: Answer, wanted: str | None, label: dict[str, Any]) -> bool:
    """The wanted words stand in the answer as whole words; of several numbers, the value is the one that counts."""
    if wanted is None:
        return True
    got, want = _plain(given.answer or ""), _plain(wanted)
    if not re.search(rf"(?<![a-z0-9.]){re.escape(want)}(?![a-z0-9]|\.\d)", got):
        return False
    if not re.fullmatch(r"[£$]?\d+(\.\d+)?%?", want):
        return len(got) <= 4 * len(want) + 400
    if given.value is not None:
        return given.value == float(re.sub(r"[^\d.]", "", want)) or given.value == label.get("value")
    return len(re.findall(r"\d+(?:\.\d+)?", got)) <= 3


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    return re.sub(r"[^a-z0-9%£$.+'()/-]+", " ", re.sub(r"(?<=\d),(?=\d{3})", "", text)).strip(" .")


def fitted(features: Floats, truth: Floats, penalty: float) -> Floats:
    """Weights of a ridge-penalised logistic regression, the bias first, by Newton's method; features standardised."""
    centre, scale = features.mean(0), features.std(0)
    scale = np.where(scale > 1e-9, scale, np.inf)  # a feature that never varies says nothing
    x = np.column_stack([np.ones(len(features)), (features - centre) / scale])
    ridge = np.diag([0.0, *[penalty] * features.shape[1]])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = chances(x, w)
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge + 1e-9 * np.eye(len(w)), x.T @ (truth - p) - ridge @ w)
        w = w + step
        if np.abs(step).max() < 1e-9:
            break
    plain = w[1:] / scale
    return np.concatenate([[w[0] - plain @ centre], plain])


def chances(x: Floats, weights: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ weights, -30, 30))))


def held_out(features: Floats, truth: Floats, groups: Sequence[str], penalty: float) -> Floats:
    """Chances of each draft by weights fitted to the other groups' folds."""
    folds = {group: i % FOLDS for i, group in enumerate(sorted(set(groups), key=lambda g: (hash_of(g), g)))}
    fold = np.array([folds[g] for g in groups])
    out = np.zeros(len(truth))
    for i in range(FOLDS):
        test = fold == i
        weights = fitted(features[~test], truth[~test], penalty)
        out[test] = chances(np.column_stack([np.ones(test.sum()), features[test]]), weights)
    return out


def hash_of(text: str) -> int:
    """A number that spreads names evenly and is the same in every process."""
    value = 0
    for letter in text:
        value = (value * 31 + ord(letter)) % 1_000_003
    return value


def calibration_error(chance: Floats, truth: Floats) -> float:
    """Expected calibration error: |mean chance - share right| over ten even bins, weighted by their size."""
    return sum(abs(one.mean - one.share) * one.count for one in bins(chance, truth)) / len(truth)


@dataclass(frozen=True, slots=True)
class Bin:
    """Drafts of about the same chance: from `low` up, how many, their mean chance and the share that is right."""

    low: float
    count: int
    mean: float
    share: float


def bins(chance: Floats, truth: Floats) -> list[Bin]:
    """The non-empty ones of ten even bins."""
    places = np.minimum((chance * BINS).astype(int), BINS - 1)
    return [
        Bin(i / BINS, int(inside.sum()), float(chance[inside].mean()), float(truth[inside].mean()))
        for i in range(BINS)
        if (inside := places == i).any()
    ]


def risks(chance: Floats, truth: Floats) -> list[tuple[float, float]]:
    """(coverage, risk): the share of drafts given, surest first, and the share of those that is wrong."""
    wrong = np.cumsum(1 - truth[np.argsort(-chance, kind="stable")]) / np.arange(1, len(truth) + 1)
    return [(c, float(wrong[max(0, round(c * len(truth)) - 1)])) for c in (0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.0)]


def log_loss(chance: Floats, truth: Floats) -> float:
    safe = np.clip(chance, 1e-6, 1 - 1e-6)
    return float(-np.mean(truth * np.log(safe) + (1 - truth) * np.log(1 - safe)))


def report(name: str, chance: Floats, asked: Sequence[Draft]) -> Iterator[str]:
    """A table of reliability, and the scores that follow from abstaining below the threshold."""
    truth = np.array([float(d.right) for d in asked])
    negative = np.array([not d.answerable for d in asked])
    abstained = chance < THRESHOLD
    good = np.where(negative, abstained, ~abstained & (truth > 0)).mean()
    precision = negative[abstained].mean() if abstained.any() else 1.0
    recall = abstained[negative].mean() if negative.any() else 1.0
    yield f"{name}: {len(asked)} drafts, {truth.mean():.3f} right"
    yield (
        f"  ECE {calibration_error(chance, truth):.3f}, Brier {np.mean((chance - truth) ** 2):.3f}, "
        f"log loss {log_loss(chance, truth):.3f}; answer {good:.3f}, abstain precision {precision:.3f}, "
        f"recall {recall:.3f}"
    )
    yield "  chance      drafts  mean   right"
    yield from (
        f"  {b.low:.1f}–{b.low + 1 / BINS:.1f} {b.count:10d}  {b.mean:.3f}  {b.share:.3f}" for b in bins(chance, truth)
    )
    yield "  coverage: risk  " + "  ".join(f"{c:.1f}: {r:.3f}" for c, r in risks(chance, truth))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, fit, compare. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m eval.calibration", description=__doc__.split("\n")[0])
    parser.add_argument("--on", nargs=2, action="append", type=Path, metavar=("DATA", "QUESTIONS"))
    parser.add_argument("--weights", action="store_true", help="print the weights fitted to all drafts")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        sets = given.on or [(_indexed(Path(folder)), QUESTIONS)]
        asked = [(questions, list(drafts(data, questions))) for data, questions in sets]
    every = [draft for _, one in asked for draft in one]
    names = [name for name in WEIGHTS if name != "bias"]
    x = np.array([[d.features[name] for name in names] for d in every])
    truth = np.array([float(d.right) for d in every])
    groups = [d.group for d in every]
    tries = {penalty: held_out(x, truth, groups, penalty) for penalty in PENALTIES}
    best = min(PENALTIES, key=lambda penalty: log_loss(tries[penalty], truth))
    at = 0
    for questions, one in [*asked, *([(Path("all"), every)] if len(asked) > 1 else [])]:
        part = slice(0, None) if questions.name == "all" else slice(at, at + len(one))
        at += len(one)
        print(*report(f"{questions}, weights in use", np.array([d.confidence for d in one]), one), sep="\n")
        print(*report(f"{questions}, fitted and held out (penalty {best})", tries[best][part], one), sep="\n")
    if given.weights:
        fit = fitted(x, truth, best)
        print(json.dumps(dict(zip(["bias", *names], fit.round(2).tolist(), strict=True)), indent=4))
    return 0


def _indexed(data: Path) -> Path:
    from indexer.embed import SentenceEncoder
    from indexer.pipeline import index

    index([str(SAMPLES)], data, SentenceEncoder())
    return data


if __name__ == "__main__":
    raise SystemExit(main())
