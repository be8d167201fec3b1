"""`python -m eval adapter`: what the encoder learns of queries, fitted to invented letters, written as plain numbers.

The letters of `eval/questions/paraphrases.jsonl` are indexed. Then the model that encodes queries is changed, a little
and at low rank, so that the vector of each query comes nearer to the passages of the question and answer that it means
than to those of every other: a softmax over all units, of cosines times twenty. The vectors of passages stay as they
are. So that nothing else moves, the vectors of texts of other kinds (`general.txt`) are held where they were. Printed
is what it is worth by the cosine alone on letters that it has not seen, those of `briefs.jsonl`.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import save_file
from torch.nn.functional import normalize
from torch.nn.utils import parametrize

from corpus.document import FoiError
from eval.command import Parser, told
from eval.invented import BRIEFS, PARAPHRASES, letters, written
from indexer.embed import DEFAULT_MODEL, SentenceEncoder, in_fp32
from indexer.pipeline import index
from indexer.query_adapter import FILE
from service.snapshot import Snapshot, open_snapshot

GENERAL = PARAPHRASES.with_name("general.txt")
RANK = 8
STEPS = 300
BATCH = 48
HELD = 24
"""How many general texts are held in each step."""
HOLDING = 10.0
"""What their distance from where they were (1 - cosine) counts."""
RATE = 5e-4
SHARPNESS = 20.0
"""What cosines are multiplied by before the softmax."""

_PARTS = ("query", "key", "value", "dense")
_WARMING = 20  # steps


@dataclass(frozen=True)
class Sought:
    """Queries, and the units that each may be answered by: `units[i]` is the unit of passage vector `vectors[i]`.

    `right[q]` are the units of query q. Passages beside questions and answers are of no unit: -1.
    """

    queries: tuple[str, ...]
    right: tuple[frozenset[int], ...]
    vectors: torch.Tensor
    units: torch.Tensor

    def scores(self, asked: torch.Tensor) -> torch.Tensor:
        """The best cosine of each unit, shape (queries, units), to unit vectors `asked`, shape (queries, dimension)."""
        counted = self.units >= 0
        cosines = asked @ self.vectors[counted].T
        none = torch.full((len(asked), int(self.units.max()) + 1), -1.0)
        return none.scatter_reduce(1, self.units[counted].expand(len(asked), -1), cosines, "amax")

    def loss(self, asked: torch.Tensor, queries: Sequence[int]) -> torch.Tensor:
        """How unlikely the right units are, by the softmax over all."""
        scores = self.scores(asked) * SHARPNESS
        right = torch.zeros_like(scores, dtype=torch.bool)
        for row, query in enumerate(queries):
            right[row, sorted(self.right[query])] = True
        among = torch.logsumexp(scores.masked_fill(~right, -1e9), 1)
        return (torch.logsumexp(scores, 1) - among).mean()


def sought(path: Path, folder: Path, most: int | None = None) -> Sought:
    """The queries of the first `most` letters in `path` (None: all), which are indexed in `folder`."""
    chosen = letters(path)[:most]
    where = written(chosen, folder / "letters")
    index([str(folder / "letters")], folder / "index", SentenceEncoder())
    snapshot = open_snapshot(folder / "index")
    alive, _ = snapshot.store.alive(snapshot.at)
    held = [(row[0], row[4]) for row in snapshot.store.indexable(alive, snapshot.stamp.model)]
    pids = [pid for pid, _ in held]
    passages, numbers = snapshot.shelf.passages(pids), dict[tuple[int, str], int]()
    units = []
    for pid in pids:
        one = passages[pid]
        key = (one.version, one.question or one.section)
        units.append(-1 if one.kind == "other" else numbers.setdefault(key, len(numbers)))
    named = _documents(snapshot)
    queries, right = [], []
    for letter in chosen:
        mine = [(p, u) for p, u in zip(pids, units, strict=True) if named[passages[p].version] == letter.id]
        for unit, (_, (start, end)) in zip(letter.units, where[letter.id], strict=True):
            found = {
                number
                for pid, number in mine
                if passages[pid].kind in ("answer", "exemption")
                and passages[pid].start < end
                and passages[pid].end > start
            }
            for query in unit.queries if found else ():
                queries.append(query)
                right.append(frozenset(found))
    vectors = np.stack([np.frombuffer(vector, dtype="<f4") for _, vector in held])
    return Sought(tuple(queries), tuple(right), torch.from_numpy(vectors), torch.tensor(units))


def _documents(snapshot: Snapshot) -> dict[int, str]:
    return {d.version: Path(d.uri).stem for d in snapshot.store.documents(snapshot.at)}


def general() -> list[str]:
    """Texts of other kinds, whose vectors are to stay where they are."""
    return [line for line in GENERAL.read_text(encoding="utf-8").splitlines() if line.strip()]


class _LowRank(torch.nn.Module):
    """Adds b·a to a weight matrix; b is zero at first."""

    def __init__(self, weight: torch.Tensor, rank: int) -> None:
        super().__init__()
        out, width = weight.shape
        self.a = torch.nn.Parameter(torch.randn(rank, width) / width**0.5)
        self.b = torch.nn.Parameter(torch.zeros(out, rank))

    def forward(self, weight: torch.Tensor) -> torch.Tensor:
        return weight + self.b @ self.a


class Learner:
    """The default model with changes of low rank that can be learnt; nothing else of it can."""

    def __init__(self, rank: int = RANK) -> None:
        self._model: Any = in_fp32(DEFAULT_MODEL)
        self.parts: dict[str, _LowRank] = {}
        for weights in self._model.parameters():
            weights.requires_grad_(False)
        for name, module in list(self._model.named_modules()):
            if isinstance(module, torch.nn.Linear) and ".layer." in name and name.endswith(_PARTS):
                self.parts[name] = _LowRank(module.weight, rank)
                parametrize.register_parametrization(module, "weight", self.parts[name])

    def vectors(self, texts: Sequence[str]) -> torch.Tensor:
        """Unit vectors, shape (texts, dimension), through which what is learnt can be reached."""
        found = self._model(self._model.preprocess(list(texts)))["sentence_embedding"]
        return normalize(found.float(), dim=1)

    def learn(self, of: Sought, others: Sequence[str], steps: int) -> Iterator[float]:
        """`steps` steps; the loss of each. The vectors of `others` are held where they are."""
        chance = random.Random(0)
        torch.manual_seed(0)
        with torch.no_grad():
            self._model.eval()
            held = torch.cat([self.vectors(others[at : at + 64]) for at in range(0, len(others), 64)])
        self._model.train()
        learnt = [weights for part in self.parts.values() for weights in part.parameters()]
        descent = torch.optim.AdamW(learnt, lr=RATE, weight_decay=0.0)
        left: list[int] = []
        for step in range(steps):
            if len(left) < BATCH:
                left = chance.sample(range(len(of.queries)), len(of.queries))
            batch, left = left[:BATCH], left[BATCH:]
            beside = chance.sample(range(len(others)), min(HELD, len(others)))
            for group in descent.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / _WARMING) * (1 - step / steps)
            with torch.enable_grad():  # loading the encoder of passages turns it off
                asked = self.vectors([of.queries[n] for n in batch])
                moved = 1 - (self.vectors([others[n] for n in beside]) * held[beside]).sum(1)
                loss = of.loss(asked, batch) + HOLDING * moved.mean()
            descent.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(learnt, 1.0)
            descent.step()
            yield float(loss.detach())

    def ranks(self, of: Sought) -> np.ndarray:
        """The place, from 1, of the first right unit of each query by the cosine alone."""
        self._model.eval()
        found = []
        with torch.no_grad():
            for at in range(0, len(of.queries), 64):
                scores = of.scores(self.vectors(of.queries[at : at + 64]))
                for row, right in zip(scores, of.right[at : at + 64], strict=True):
                    found.append(1 + int((row > row[sorted(right)].max()).sum()))
        return np.array(found)

    def keep(self, path: Path) -> None:
        """Write what was learnt, in half precision, as `indexer.query_adapter` reads it."""
        parts = {}
        for name, part in self.parts.items():
            for side, weights in (("a", part.a), ("b", part.b)):
                parts[f"{name}.{side}"] = weights.detach().numpy().astype(np.float16)
        save_file(parts, path)


def _told(name: str, ranks: np.ndarray) -> str:
    return f"{name}: right unit first {(ranks == 1).mean():.3f}, among eight {(ranks <= 8).mean():.3f} of {len(ranks)}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval adapter", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--to", type=Path, default=FILE, metavar="FILE", help="where to (default: %(default)s)")
    parser.add_argument("--steps", type=int, default=STEPS, help="of the descent (default: %(default)s)")
    parser.add_argument("--letters", type=int, metavar="N", help="learn from, and judge by, the first N letters only")
    given = parser.parse_args(arguments)
    if given.steps < 1 or (given.letters is not None and given.letters < 1):
        raise FoiError("--steps and --letters must be 1 or more")
    with tempfile.TemporaryDirectory() as here:
        of = sought(PARAPHRASES, Path(here) / "learnt", given.letters)
        others = sought(BRIEFS, Path(here) / "others", given.letters)
    learner = Learner()
    print(_told("as published", learner.ranks(others)), flush=True)
    for step, loss in enumerate(learner.learn(of, general(), given.steps), 1):
        if step % 50 == 0 or step == given.steps:
            print(f"step {step} of {given.steps}: loss {loss:.3f}", file=sys.stderr, flush=True)
    print(_told("with what it learnt", learner.ranks(others)))
    learner.keep(given.to)
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.adapter"))
