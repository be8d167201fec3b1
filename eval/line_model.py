"""Fit the model of `indexer.doubt` to labelled letters, and show what it adds to the rules alone.

    python -m eval line_model [--shared DIR] [--leave-out] [--test DOCS GOLD …] [--write FILE]

The labels are those of `eval/labelled` (letters of DIR, by default ../shared), of DIR/gold, of the samples in `corpus`
and of the invented letters of `tests`; those that are not there are left out, which is said. The rules have been mended
on these very letters, so what they say of them looks better than it is. Each letter is therefore also read by rules
that have forgotten some of what they know, 30 in 100 phrases and steps, others each time: what they
doubt then is what the rules doubt in a letter that nobody has seen, and what it really is, is known.

`--leave-out` fits the model once for each set of letters, without it, and cuts that set by forgetful rules with and
without the model. `--test` does the same for other labelled letters by the rules as they are, with the model shipped.
`--write` saves the weights as `indexer/doubt.json` holds them. Nothing is random, and weights are rounded: the same
labels and rules give the same file.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import zlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from eval.command import Parser, told
from eval.judgements import line_spans
from eval.samples import SAMPLES
from eval.sections import KINDS, LABELS, Row, labelled, score
from indexer import cues, doubt, evidence
from indexer.doubt import Model
from indexer.features import Features, Four, features, lead, letter_of
from indexer.reading import Reading
from indexer.section import section
from indexer.unit import Unit

REPOSITORY = Path(__file__).parent.parent
OURS = Path(__file__).parent / "labelled" / "sections.jsonl"
FORGETFUL = (1, 2, 3, 4)
"""The readings by forgetful rules that are learnt from, by what they forget; 0 forgets nothing."""
UNSEEN = 9
"""What the rules forget where the model is tested."""
FORGOTTEN = 30
"""How many in a hundred phrases and steps are forgotten."""
LEARNT = 4.0
"""Units whose lead is below this are learnt from: some more than the model is asked about."""
AUTHORITIES, WORDS = 2, 6
"""A feature counts if letters of so many authorities have it; a word, so that no name is learnt, if of so many."""
WHOLE = 2.0
"""What a reading that forgets nothing counts, of which there is one, to each of those that do."""
PENALTY = 25.0
_STEPS = (
    "couplets bold capitals quoted_lines repeated reported reasoned listed sublists bullets apart_bullets own_labels "
    "topics tables asked"
)
_SHIFTING = 250  # steps of the descent

Matrix = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Letters:
    """Labelled letters of one set: where they lie, their labels, and which of them are of one authority."""

    name: str
    docs: Path
    rows: Sequence[Row]
    authority: str = ""  # "" where each is of another


@dataclass(frozen=True, slots=True)
class Example:
    """A unit that the rules doubt: its features, the rules' leads, what it is, and where it is from."""

    features: Features
    leads: Four
    kind: int
    characters: int
    letter: tuple[str, str]
    reading: int
    authority: str


def sets(shared: Path, scratch: Path) -> list[Letters]:
    """All sets of labelled letters that are here; the invented ones are written to `scratch`."""
    found = [Letters("samples", SAMPLES, labelled(LABELS / "sections.jsonl"))]
    if (shared / "letters").is_dir():
        ours: dict[str, list[Row]] = defaultdict(list)
        for row in labelled(OURS):
            ours[row["set"]].append(row)
        found += [Letters(f"letters {name}", shared, rows, "letters") for name, rows in sorted(ours.items())]
        for name in ("letters", "seeds"):
            if (gold := shared / "gold" / name / "sections.jsonl").is_file():
                found.append(Letters(f"gold {name}", shared, labelled(gold), name))
    else:
        print(f"{shared} holds no letters: their labels are left out")
    for path in sorted((REPOSITORY / "tests").glob("letters_*.py")):
        shapes = importlib.import_module(f"tests.{path.stem}").LETTERS
        folder = scratch / path.stem
        folder.mkdir()
        for shape in shapes:
            (folder / f"{shape.name}.txt").write_text(shape.text, encoding="utf-8")
        found.append(Letters(path.stem.removeprefix("letters_"), folder, [shape.row() for shape in shapes]))
    plain = (".txt", ".md")
    return [Letters(s.name, s.docs, [r for r in s.rows if r["document"].endswith(plain)], s.authority) for s in found]


@contextmanager
def forgetting(what: int) -> Iterator[None]:
    """Within it, the rules do without some of their phrases and steps: which, `what` decides; all are kept for 0."""

    def lost(name: str) -> bool:
        return what > 0 and zlib.crc32(f"{what} {name}".encode()) % 100 < FORGOTTEN

    def kept(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
        return [one for one in found if not lost(one[0])]

    def table(found: Any) -> Any:
        return {k: (kept(short), {n: kept(x) for n, x in long.items()}) for k, (short, long) in found.items()}

    with ExitStack() as stack:
        for name, change in (("_FIRST", table), ("_INNER", table), ("_REST", kept)):
            stack.enter_context(patch.object(cues, name, change(getattr(cues, name))))
        for name in _STEPS.split():
            if lost(f"step {name}"):
                stack.enter_context(patch.object(evidence, name, lambda *_: None))
        cues._weights.cache_clear()
        yield
    cues._weights.cache_clear()


@contextmanager
def using(model: Model | None) -> Iterator[None]:
    """Within it, letters are cut with this model, or by the rules alone."""
    with patch.object(doubt, "shipped", lambda: model or Model(1.0, {})):
        yield


def examples(letters: Letters, reading: int) -> list[Example]:
    """The labelled units of a set that the rules doubt, as they read after forgetting what `reading` says."""
    found: list[Example] = []
    for row in letters.rows:
        text = (letters.docs / row["document"]).read_text(encoding="utf-8", errors="replace")
        kind_of = _Kinds(text, row)

        def note(units: Sequence[Unit], text: str, leads: Sequence[Four], _: Model) -> list[tuple[int, int]]:
            letter = letter_of(units, text, leads)
            for i, own in enumerate(leads):
                if lead(own) < LEARNT and (kind := kind_of(units[i])) in KINDS:  # noqa: B023
                    size = sum(not c.isspace() for c in text[units[i].start : units[i].end])
                    place = (letters.name, row["document"])  # noqa: B023
                    whose = letters.authority or row["document"]  # noqa: B023
                    seen = features(letter, i)
                    found.append(Example(seen, own, KINDS.index(kind), size, place, reading, whose))
            return []

        with forgetting(reading), patch.object(doubt, "settled", note):
            section(Reading(text=text), row["document"])
    return found


class _Kinds:
    """The labelled kind of a unit: that of the lines of which it holds more than half."""

    def __init__(self, text: str, row: Row) -> None:
        self.text, self.spans = text, line_spans(text)
        self.starts = [a for a, _ in self.spans]
        self.labels = {n: r["kind"] for r in row["lines"] for n in range(r["from"], r["to"] + 1)}

    def __call__(self, unit: Unit) -> str:
        votes: Counter[str] = Counter()
        for n in range(bisect_right(self.starts, unit.start) - 1, len(self.spans)):
            a, b = self.spans[n]
            if a >= unit.end:
                break
            held = len("".join(self.text[max(a, unit.start) : min(b, unit.end)].split()))
            if 2 * held > len("".join(self.text[a:b].split())):
                votes[self.labels.get(n + 1, "skip")] += held
        return votes.most_common(1)[0][0] if votes else "skip"


def train(found: Sequence[Example]) -> Model:
    """Fit the weights: a ridge-penalised multinomial logistic regression, the rules' leads as its offset.

    A letter counts by the root of its doubtful units, however often it was read; a unit by the root of its length.
    """
    used: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for name in one.features:
            used[name].add(one.authority)
    names = sorted(n for n, whose in used.items() if len(whose) >= (WORDS if n.startswith("begins") else AUTHORITIES))
    column = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(found), len(names)))
    for i, one in enumerate(found):
        for name, value in one.features.items():
            if name in column:
                x[i, column[name]] = value
    offset = np.maximum([one.leads for one in found], -8.0)
    truth = np.eye(len(KINDS))[[one.kind for one in found]]
    units = Counter((one.letter, one.reading) for one in found)
    readings = Counter(letter for letter, _ in units)
    share = np.array(
        [
            (1.0 if one.reading else WHOLE)
            * min(one.characters, 200) ** 0.5
            / readings[one.letter]
            / units[one.letter, one.reading] ** 0.5
            for one in found
        ]
    )
    share /= share.mean()
    weights, trust = _descend(x, offset, truth, share)
    rounded = {n: tuple(round(float(w), 2) for w in row) for n, row in zip(names, weights, strict=True)}
    return Model(round(trust, 2), {n: row for n, row in rounded.items() if any(row)})  # type: ignore[misc]


def _descend(x: Matrix, offset: Matrix, truth: Matrix, share: Matrix) -> tuple[Matrix, float]:
    """The weights, a row a feature and a column a kind, and what the offset counts: by Adam on all examples at once."""
    weights = np.zeros((x.shape[1], truth.shape[1]))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    trust, trust_mean, trust_square = 0.6, 0.0, 0.0
    for step in range(1, _SHIFTING + 1):
        odds = trust * offset + x @ weights
        chance = np.exp(odds - odds.max(1, keepdims=True))
        off = (chance / chance.sum(1, keepdims=True) - truth) * share[:, None]
        slope, trust_slope = x.T @ off + PENALTY * weights, float((off * offset).sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        trust_mean = 0.9 * trust_mean + 0.1 * trust_slope
        trust_square = 0.99 * trust_square + 0.01 * trust_slope * trust_slope
        rate = 0.05 * (1 - step / _SHIFTING) + 0.001
        first, second = 1 - 0.9**step, 1 - 0.99**step
        weights -= rate * (mean / first) / (np.sqrt(square / second) + 1e-6)
        trust -= 0.3 * rate * (trust_mean / first) / ((trust_square / second) ** 0.5 + 1e-6)
        trust = min(max(trust, 0.15), 1.5)
    return weights, trust


def write(model: Model, path: Path) -> None:
    """Save a model as `indexer.doubt.load` reads it, one feature a line."""
    lines = [f"{json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(model.weights.items())]
    path.write_text(f'{{"trust": {model.trust}, "weights": {{\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


def shown(name: str, docs: Path, rows: Sequence[Row], model: Model) -> dict[str, tuple[float, float]]:
    """Print how a set is cut by the rules alone and with the model; returns both figures of each measure."""
    with using(None):
        alone = score(docs, rows)
    with using(model):
        both = score(docs, rows)
    measures = [m for m in ("line_accuracy", "macro_f1", "pairing", "exemption_f1") if m in alone]
    print(f"{name:24}" + "".join(f"  {m} {alone[m]:.4f} → {both[m]:.4f}" for m in measures))
    return {m: (alone[m], both[m]) for m in measures}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, and print what the model adds."""
    parser = Parser(prog="python -m eval line_model", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared", help="where the letters lie")
    parser.add_argument("--leave-out", action="store_true", help="test each set by a model that has not seen it")
    parser.add_argument("--test", nargs=2, action="append", default=[], type=Path, metavar=("DOCS", "GOLD"))
    parser.add_argument("--write", type=Path, help="fit to all sets and save the weights here")
    given = parser.parse_args(arguments)
    for docs, gold in given.test:
        shown(str(gold), docs, labelled(gold / "sections.jsonl"), doubt.load())
    if given.write or given.leave_out:
        with tempfile.TemporaryDirectory() as scratch:
            _fit(sets(given.shared, Path(scratch)), given.write, given.leave_out)
    return 0


def _fit(all_sets: Sequence[Letters], path: Path | None, leave_out: bool) -> None:
    found = [one for letters in all_sets for reading in (0, *FORGETFUL) for one in examples(letters, reading)]
    print(f"{len(found)} doubtful units of {sum(len(s.rows) for s in all_sets)} letters in {len(all_sets)} sets")
    for letters in all_sets if leave_out else ():
        model = train([one for one in found if one.letter[0] != letters.name])
        with forgetting(UNSEEN):
            shown(letters.name, letters.docs, letters.rows, model)
    if path:
        write(train(found), path)


if __name__ == "__main__":
    sys.exit(told(main, "eval.line_model"))
