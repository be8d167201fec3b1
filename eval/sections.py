"""How well letters are cut: the figures of a labelled set, computed straight from `indexer.section`.

    python -m eval sections [--docs DIR --gold DIR] [--show]

Without --docs and --gold the project's own labels. The gold folder holds `sections.jsonl`: one document a line, its
lines labelled by kind, and what was to be read off it. The figures are those of the public scoring script, which calls
the installed command instead.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from corpus.document import FoiError, Metadata, document_id
from eval.command import Parser, keep_option, told
from eval.judgements import line_spans
from eval.kept import keep, made
from eval.runs import numbered
from eval.samples import SAMPLES
from eval.verdicts import normal
from indexer.reading import Reading
from indexer.section import Section, section

__all__ = ["line_spans", "main", "read", "score"]

KINDS = ("question", "answer", "exemption", "other")
Row = dict[str, Any]

LABELS = Path(__file__).parent / "questions"


def most_specific(codes: set[str]) -> set[str]:
    """`codes` without those that a more specific one of the same section stands beside: s40 beside s40(2)."""
    return {c for c in codes if not any(o != c and o.startswith(c + "(") for o in codes)}


def f1(right: int, extra: int, missed: int) -> float:
    """F1 from true positives, false positives and false negatives; 1.0 where there was nothing to find."""
    return 1.0 if right + extra + missed == 0 else 2 * right / (2 * right + extra + missed)


def read(path: Path) -> tuple[tuple[Section, ...], Metadata]:
    """The sections of a plain-text letter."""
    return section(Reading(text=path.read_text(encoding="utf-8", errors="replace")), str(path))


def score(
    docs: Path,
    rows: Sequence[Row],
    show: Callable[[str], None] | None = None,
    cut: Callable[[Path], tuple[tuple[Section, ...], Metadata]] = read,
) -> dict[str, float]:
    """The figures of `rows` (labelled documents, relative to `docs`); `show` is called with each miss.

    Returns line_accuracy, macro_f1, f1 of each kind (by characters), lost (characters), exemption_f1, pairing and the
    shares of authorities, references and dates read right.
    """
    tell = show or (lambda _: None)
    confusion: Counter[tuple[str, str]] = Counter()
    codes: Counter[str] = Counter()
    read_off = {k: [0, 0] for k in ("authority", "reference", "date")}
    pairs = [0, 0]
    lost = 0
    seconds = 0.0
    for row in rows:
        path = docs / row["document"]
        began = time.perf_counter()
        sections, metadata = cut(path)
        seconds += time.perf_counter() - began
        text = path.read_text(encoding="utf-8", errors="replace")
        spans = line_spans(text)
        owner: list[Section | None] = [None] * (len(text) + 1)
        for one in sections:
            owner[one.start : one.end] = [one] * (one.end - one.start)
        lost += _lines(row, text, spans, owner, confusion, tell)
        _pairs(row, text, spans, owner, sections, pairs, tell)
        if "exemptions" in row:
            want = most_specific(set(row["exemptions"]))
            got = most_specific({c for s in sections for c in s.exemptions})
            codes.update(right=len(want & got), extra=len(got - want), missed=len(want - got))
            if want != got:
                tell(f"EXEMPTIONS {row['document']}: missing {sorted(want - got)} extra {sorted(got - want)}")
        for key, count in read_off.items():
            if key in row:
                wanted, gotten = row[key], getattr(metadata, key)
                good = gotten is None if wanted is None else _agrees(wanted, gotten)
                count[0] += good
                count[1] += 1
                if not good:
                    tell(f"{key.upper()} {row['document']}: want {wanted!r} got {gotten!r}")
    characters = sum(confusion.values())
    by_kind = {
        k: f1(
            confusion[k, k],
            sum(confusion[w, k] for w in KINDS if w != k),
            sum(confusion[k, g] for g in KINDS if g != k),
        )
        for k in KINDS
    }
    out = {
        "documents": float(len(rows)),
        "line_accuracy": sum(confusion[k, k] for k in KINDS) / max(1, characters),
        "macro_f1": sum(by_kind.values()) / len(KINDS),
        **{f"f1_{k}": v for k, v in by_kind.items()},
        "lost": float(lost),
        "exemption_f1": f1(codes["right"], codes["extra"], codes["missed"]),
        "seconds_per_document": seconds / max(1, len(rows)),
    }
    out |= {k: right / n for k, (right, n) in read_off.items() if n}
    if pairs[1]:
        out["pairing"] = pairs[0] / pairs[1]
    return out


def by_letter(
    docs: Path, rows: Sequence[Row], cut: Callable[[Path], tuple[tuple[Section, ...], Metadata]] = read
) -> dict[str, dict[str, float]]:
    """Line accuracy and pairing of each letter alone, by a mark of its name: what a later run is compared on."""
    alone = {document_id(row["document"])[:8]: score(docs, [row], cut=cut) for row in rows}
    names = ("line_accuracy", "pairing")
    found = {f"{name} of a letter": {doc: one[name] for doc, one in alone.items() if name in one} for name in names}
    return {name: values for name, values in found.items() if values}


def labelled(path: Path) -> list[Row]:
    """The labelled documents of a file, one a line. Raises FoiError that names the line where one is malformed."""
    rows: list[Row] = []
    for number, line in numbered(path):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("document"), str) or not _lined(row.get("lines")):
            raise FoiError(
                f'{path}:{number} needs a JSON object with "document" and "lines", each of them "from", "to" and "kind"'
            )
        rows.append(row)
    if not rows:
        raise FoiError(f"{path} holds no labelled document")
    return rows


def _lined(lines: Any) -> bool:
    return isinstance(lines, list) and all(
        isinstance(one, dict) and {"from", "to", "kind"} <= one.keys() for one in lines
    )


def _agrees(wanted: str, got: str | None) -> bool:
    return got is not None and (normal(wanted) in normal(got) or normal(got) in normal(wanted))


def _lines(
    row: Row,
    text: str,
    spans: Sequence[tuple[int, int]],
    owner: Sequence[Section | None],
    confusion: Counter[tuple[str, str]],
    tell: Callable[[str], None],
) -> int:
    """Count the characters of each labelled line by wanted and given kind; return how many no section holds."""
    labels = {n: r["kind"] for r in row["lines"] for n in range(r["from"], r["to"] + 1)}
    lost = 0
    for n, (a, b) in enumerate(spans, 1):
        want = labels.get(n)
        printed = [i for i in range(a, b) if not text[i].isspace()]
        if want in (None, "skip") or not printed:
            continue
        given = Counter(one.kind if (one := owner[i]) else "other" for i in printed)
        if want != "other":
            lost += sum(owner[i] is None for i in printed)
        for kind, count in given.items():
            confusion[want, kind] += count
        top = given.most_common(1)[0][0]
        if top != want:
            tell(f"MISS {row['document']}:{n} {want} read as {top}: {text[a:b][:90]}")
    return lost


def _pairs(
    row: Row,
    text: str,
    spans: Sequence[tuple[int, int]],
    owner: Sequence[Section | None],
    sections: Sequence[Section],
    pairs: list[int],
    tell: Callable[[str], None],
) -> None:
    """Count the labelled answers whose every line is joined to a section of their question."""

    def held(line: int) -> list[Section]:
        return [one for i in range(*spans[line - 1]) if (one := owner[i]) and not text[i].isspace()]

    for pair in row.get("pairs", []):
        asked = {one.id for line in pair["question"] for one in held(line)}
        firsts = [next(iter(held(line)), None) for line in pair["answer"]]
        good = sum(one is not None and one.answers is not None and one.answers in asked for one in firsts)
        pairs[0] += good == len(firsts)
        pairs[1] += 1
        if good != len(firsts):
            lines = f"question {pair['question'][:3]} answer {pair['answer'][:3]}"
            tell(f"PAIR {row['document']}: {lines}… {good} of {len(firsts)} lines")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a labelled set; the misses with `--show`."""
    parser = Parser(prog="python -m eval sections", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--docs", default=SAMPLES, type=Path, help="the folder that the labels are relative to")
    parser.add_argument("--gold", default=LABELS, type=Path, help="the folder with sections.jsonl")
    parser.add_argument("--show", action="store_true", help="list every miss on stderr")
    keep_option(parser)
    given = parser.parse_args(arguments)
    rows = labelled(given.gold / "sections.jsonl")
    cut = cache(read)
    figures = score(given.docs, rows, (lambda miss: print(miss, file=sys.stderr)) if given.show else None, cut)
    for name, value in figures.items():
        print(f"{name:22} {value:.4f}")
    if given.keep:
        settings = {"labels": given.gold.name, "documents": len(rows)}
        keep(given.keep, made(given.keep.stem, figures, queries=by_letter(given.docs, rows, cut), settings=settings))
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.sections"))
