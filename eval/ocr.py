"""How well a scan is read: `python -m eval ocr PDF TXT` compares what was read with what the page says.

Character accuracy is 1 less the edit distance over the length of the truth, white space counted as one space; word
error rate is the edit distance in words over the number of words of the truth.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from corpus.document import Source
from eval.command import Parser, told
from indexer.partition import partition


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Shares from 0 to 1; the word error rate may exceed 1."""

    characters: float
    word_errors: float
    words: int


def accuracy(read: str, truth: str) -> Accuracy:
    """How `read` compares with `truth`, each ligature taken as its letters and each curly quote as a straight one."""
    found, wanted = _plain(read), _plain(truth)
    characters = 1 - Levenshtein.distance(found, wanted) / max(1, len(wanted))
    words = wanted.split()
    return Accuracy(characters, Levenshtein.distance(found.split(), words) / max(1, len(words)), len(words))


def _plain(text: str) -> str:
    same = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-"})
    return " ".join(unicodedata.normalize("NFKC", text).translate(same).split())


def main(arguments: Sequence[str] | None = None) -> int:
    """Read a scan and print how well. Raises FoiError where it cannot be read."""
    parser = Parser(prog="python -m eval ocr", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pdf", type=Path)
    parser.add_argument("txt", type=Path, help="what the scan says, UTF-8")
    given = parser.parse_args(arguments)
    started = time.monotonic()
    reading = partition(Source(str(given.pdf), given.pdf.read_bytes(), given.pdf.name))
    seconds = time.monotonic() - started
    measured = accuracy(reading.text, given.txt.read_text(encoding="utf-8"))
    print(f"{given.pdf}: character accuracy {measured.characters:.4f}, word error rate {measured.word_errors:.4f}")
    print(f"  of {measured.words} words, in {seconds:.1f} s; {'; '.join(reading.notes)}")
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.ocr"))
