"""Whether a linear model over cheap line features adds anything to the rules that label lines.

    python -m eval line_model --train DOCS GOLD [--train DOCS GOLD …] --test DOCS GOLD [--test …] [--write FILE]

Each DOCS and GOLD is a folder of letters and one with `sections.jsonl` (see `eval.sections`); a GOLD of `-` stands for
weak labels: what the rules alone say of every .txt letter in DOCS. A multinomial logistic regression is trained on the
units of the training letters, from the rules' evidence on a unit and its neighbours, its form and place, and hashed
words and pairs of words. Its log odds are then added to the rules' evidence where that is unsure, and the test letters
are cut with and without. Nothing is random: the same files give the same weights. `--write` saves them as JSON.
"""

from __future__ import annotations

import json
import sys
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from eval.command import Parser, told
from eval.judgements import line_spans
from eval.sections import KINDS, Row, score
from indexer import evidence, kinds
from indexer.cues import A, E, H, K, Q, T
from indexer.reading import Reading
from indexer.section import section
from indexer.unit import Unit

HASHED = 4096
"""Columns that words and pairs of words share; the plain features come after them."""
PLAIN = 1024
UNSURE = 1.0
"""Below this lead of the rules' best state over the next, the model is asked."""
MOST = 9.0
"""At this much evidence for any state, whatever its lead, it is not."""
WEIGHT = 0.6

Scores = list[list[float]]
Weights = np.ndarray[Any, np.dtype[np.float32]]


def features(units: Sequence[Unit], text: str, scores: Scores) -> list[dict[int, float]]:
    """The features of each unit as column → value."""
    plain = [_plain(u, text, s, i / max(1, len(units) - 1)) for i, (u, s) in enumerate(zip(units, scores, strict=True))]
    out = []
    for i, unit in enumerate(units):
        row: dict[int, float] = {}
        for side, k in (("", i), ("before", i - 1), ("after", i + 1)):
            if 0 <= k < len(units):
                for name, value in plain[k].items():
                    column = HASHED + zlib.crc32(f"{side} {name}".encode()) % PLAIN
                    row[column] = row.get(column, 0.0) + value
        words = unit.words.split()[:40]
        for pair in [*words, *(f"{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True))]:
            row[zlib.crc32(pair.encode()) % HASHED] = 0.5
        out.append(row)
    return out


def _plain(unit: Unit, text: str, score: Sequence[float], place: float) -> dict[str, float]:
    last = text[unit.end - 1]
    best = max(range(5), key=lambda s: score[s])
    row = {"one": 1.0, f"best {best}": 1.0, f"apart {unit.apart}": 1.0, f"last {last if last in '.?:,;' else 'w'}": 1.0}
    row |= {f"score {s}": max(-3.0, min(3.0, score[s] / 3.0)) for s in (Q, A, E, H, T)}
    row |= {f"place {int(place * 5)}": 1.0, f"long {min(6, len(unit.words) // 25)}": 1.0}
    row |= {f"mark {unit.marker.style[:2]}" if unit.marker else "mark": 1.0, f"label {unit.label}": 1.0}
    row |= {"bullet": float(unit.bullet), "row": float(unit.row), "asks": score[K], "head": float(unit.heading > 0)}
    row["figures"] = sum(c.isdigit() for c in unit.words) / max(1, len(unit.words)) * 3
    row["capital"] = float(text[unit.start].isupper())
    return row


class Model:
    """Weights of a multinomial logistic regression: one row a column of features, one column a kind of KINDS."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def log_odds(self, row: dict[int, float]) -> list[float]:
        """The log probability of each kind, its mean taken off."""
        got = np.asarray(list(row.values()), dtype=np.float32) @ self.weights[list(row)]
        return [float(x) for x in got - got.mean()]


def train(rows: Sequence[dict[int, float]], kinds_of: Sequence[int], shares: Sequence[float]) -> Model:
    """Fit by Adagrad over a fixed shuffle; `shares` weigh the examples."""
    weights = np.zeros((HASHED + PLAIN, len(KINDS)), dtype=np.float32)
    squares = np.full_like(weights, 1e-4)
    order = np.random.default_rng(0).permutation(len(rows))
    columns = [np.asarray(list(r), dtype=np.int64) for r in rows]
    values = [np.asarray(list(r.values()), dtype=np.float32) for r in rows]
    for _ in range(8):
        for n in order:
            got = values[n] @ weights[columns[n]]
            odds = np.exp(got - got.max())
            odds /= odds.sum()
            odds[kinds_of[n]] -= 1.0
            step = shares[n] * np.outer(values[n], odds) + 1e-5 * weights[columns[n]]
            squares[columns[n]] += step * step
            weights[columns[n]] -= 0.1 * step / np.sqrt(squares[columns[n]])
    return Model(weights)


@contextmanager
def _weighing(change: Any) -> Iterator[None]:
    """Within it, the evidence on units passes through `change(units, text, scores)`."""

    def weigh(units: Sequence[Unit], text: str, *rest: Any) -> Scores:
        scores = evidence.weigh(units, text, *rest)
        change(units, text, scores)
        return scores

    with patch.object(kinds, "weigh", weigh):
        yield


def examples(docs: Path, rows: Sequence[Row]) -> tuple[list[dict[int, float]], list[int]]:
    """The features and kinds of the units whose lines are labelled."""
    found: list[dict[int, float]] = []
    wanted: list[int] = []
    for row in rows:
        text = (docs / row["document"]).read_text(encoding="utf-8", errors="replace")
        starts = [a for a, _ in line_spans(text)]
        labels = {n: r["kind"] for r in row["lines"] for n in range(r["from"], r["to"] + 1)}

        def note(units: Sequence[Unit], text: str, scores: Scores) -> None:
            for unit, feature in zip(units, features(units, text, scores), strict=True):
                kind = labels.get(bisect_right(starts, unit.start), "skip")  # noqa: B023
                if kind in KINDS:
                    found.append(feature)
                    wanted.append(KINDS.index(kind))

        with _weighing(note):
            section(Reading(text=text), row["document"])
    return found, wanted


def emitting(model: Model) -> Any:
    """A change of evidence for `_weighing`: the model's log odds, where the rules are unsure."""

    def change(units: Sequence[Unit], text: str, scores: Scores) -> None:
        rows = features(units, text, scores)
        for row, score_ in zip(rows, scores, strict=True):
            top = sorted(score_[:5])
            if top[-1] - top[-2] >= UNSURE or top[-1] >= MOST:
                continue
            q, a, e, o = model.log_odds(row)
            for state, odds in ((Q, q), (A, a), (E, e), (H, o), (T, o)):
                score_[state] += WEIGHT * max(-3.0, min(3.0, odds))

    return change


def labelled(docs: str, gold: str) -> tuple[Path, list[Row]]:
    """The letters of a folder and their labels; the rules' own where `gold` is "-"."""
    folder = Path(docs)
    if gold != "-":
        lines = (Path(gold) / "sections.jsonl").read_text(encoding="utf-8").splitlines()
        labels = [json.loads(x) for x in lines if x.strip()]
        return folder, [row for row in labels if row["document"].endswith((".txt", ".md"))]
    rows: list[Row] = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        cut, _ = section(Reading(text=text), path.name)
        starts = [s.start for s in cut]
        kinds_of = [
            {"from": n, "to": n, "kind": cut[max(0, bisect_right(starts, a) - 1)].kind}
            for n, (a, _) in enumerate(line_spans(text), 1)
            if cut
        ]
        rows.append({"document": path.name, "lines": kinds_of})
    return folder, rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, and print the figures of each test set with the rules alone and with the model."""
    parser = Parser(prog="python -m eval line_model", description=(__doc__ or "").splitlines()[0])
    for name in ("--train", "--test"):
        parser.add_argument(name, nargs=2, action="append", default=[], metavar=("DOCS", "GOLD"), required=True)
    parser.add_argument("--write", type=Path, help="save the weights here, as JSON")
    given = parser.parse_args(arguments)
    rows: list[dict[int, float]] = []
    wanted: list[int] = []
    shares: list[float] = []
    for docs, gold in given.train:
        one, its = examples(*labelled(docs, gold))
        rows += one
        wanted += its
        shares += [0.2 if gold == "-" else 1.0] * len(its)
    model = train(rows, wanted, shares)
    print(f"{len(rows)} units of {len(given.train)} sets")
    for docs, gold in given.test:
        folder, letters = labelled(docs, gold)
        alone = score(folder, letters)
        with _weighing(emitting(model)):
            both = score(folder, letters)
        for name in ("line_accuracy", "macro_f1", "pairing", "exemption_f1"):
            if name in alone:
                print(f"{gold:40} {name:14} rules {alone[name]:.4f} with model {both[name]:.4f}")
    if given.write:
        given.write.write_text(json.dumps([[round(float(x), 4) for x in row] for row in model.weights]))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.line_model"))
