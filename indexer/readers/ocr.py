"""Scanned pages to pages with a text layer, by OCRmyPDF and Tesseract: the optional extra `foi-search[ocr]`.

OCRmyPDF is run as a program of its own, a page at a time: it can be stopped when time is up without losing the
pages before, and neither its logging nor its memory is ours.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

SECONDS = 45.0
"""Longest time for the OCR of one document unless told otherwise: with the rest of its reading it stays below a
worker's limit."""

MAX_PAGES = 200
"""Most pages of one document that are tried."""

MAX_PIXELS = 100_000_000
"""Largest picture, in pixels: an A3 sheet at 600 dpi has 70 million."""

UNSURE = 60
"""Words below this confidence, in per cent, are counted as unsure."""

_WORD = re.compile(r"class='ocrx_word'[^>]*x_wconf (\d+)")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A PDF whose pages have got a text layer, as far as they could; `confidences` has those that did.

    `confidences` maps a page, from 1, to the confidence of each word in per cent, as Tesseract gives it; `failures`
    maps one that has got none to the reason.
    """

    data: bytes
    confidences: Mapping[int, Sequence[int]]
    failures: Mapping[int, str]

    def notes(self) -> list[str]:
        """What a reader must know: which pages were read by OCR and how surely, and which were not and why."""
        said = []
        for page in sorted({*self.confidences, *self.failures}):
            if page in self.failures:
                said.append(f"page {page} is a picture and was not read: {self.failures[page]}")
                continue
            words = self.confidences[page]
            if not words:
                said.append(f"page {page} is a picture in which OCR found no words")
                continue
            unsure = sum(word < UNSURE for word in words)
            note = f"page {page} was read by OCR, mean confidence {fmean(words):.0f}%"
            if unsure:
                note += f"; {unsure} of its {len(words)} words {'is' if unsure == 1 else 'are'} below {UNSURE}%"
            said.append(note)
        return said


def missing() -> str | None:
    """What to install before scanned pages can be read; None where all is there."""
    wanted = []
    if shutil.which("tesseract") is None:
        wanted.append("Tesseract (for example `apt install tesseract-ocr`)")
    if find_spec("ocrmypdf") is None:
        wanted.append("`pip install 'foi-search[ocr]'`")
    return f"install {' and '.join(wanted)}, or run OCR on it and give the result" if wanted else None


def recognised(
    data: bytes, pages: Mapping[int, int], seconds: float = SECONDS, stamped: Collection[int] = ()
) -> Recognised:
    """Give `pages` of the PDF `data` a text layer: page number, from 1, to the pixels of its largest picture.

    Those in `stamped` have words typed upon the picture, which stay as they are. Works for `seconds` at most, on one
    core, and fetches nothing.
    """
    deadline = time.monotonic() + seconds
    confidences: dict[int, list[int]] = {}
    failures: dict[int, str] = {}
    for count, (page, pixels) in enumerate(pages.items()):
        left = deadline - time.monotonic()
        if pixels > MAX_PIXELS:
            failures[page] = f"it has {pixels / 1e6:,.0f} million pixels, more than {MAX_PIXELS // 10**6} million"
        elif count >= MAX_PAGES:
            failures[page] = f"OCR is done for the first {MAX_PAGES} such pages; split the file"
        elif left < 1:
            failures[page] = f"OCR took more than {seconds:g} s; split the file, or allow more with --timeout"
        else:
            try:
                data, confidences[page] = _one_page(data, page, left, page in stamped)
            except subprocess.TimeoutExpired:
                failures[page] = f"OCR took more than {seconds:g} s; split the file, or allow more with --timeout"
            except _Failed as error:
                failures[page] = str(error)
    return Recognised(data, confidences, failures)


class _Failed(Exception):
    """OCRmyPDF gave no result."""


def _one_page(data: bytes, page: int, seconds: float, stamped: bool) -> tuple[bytes, list[int]]:
    """The PDF with one page read, and the confidences of its words."""
    with tempfile.TemporaryDirectory(prefix="foi-ocr-") as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(data)
        command = [sys.executable, "-m", "ocrmypdf", "--quiet", "--jobs=1", "--use-threads", "--output-type=pdf"]
        # "force" also reads pages whose fonts do not say which letters they show; "redo" leaves typed words alone, and
        # cannot straighten the page under them.
        command += ["--mode=redo"] if stamped else ["--mode=force", "--deskew"]
        command += ["--optimize=0", "--rasterizer=pypdfium", "--keep-temporary-files"]
        # The default threshold, 14, leaves a page of twenty lines on its side; wrong guesses are below 3.
        command += ["--rotate-pages", "--rotate-pages-threshold=5", f"--max-image-mpixels={MAX_PIXELS // 10**6}"]
        command += [f"--pages={page}", "in.pdf", "out.pdf"]
        said = _run(command, folder, seconds)
        try:
            hocr = next(folder.glob("ocrmypdf*/*.hocr")).read_text(encoding="utf-8")
            return (folder / "out.pdf").read_bytes(), [int(word) for word in _WORD.findall(hocr)]
        except (OSError, StopIteration):
            last = next((line for line in reversed(said.splitlines()) if line.strip()), "it gave no reason")
            raise _Failed(f"OCR failed ({last.strip()[:120]})") from None


def _run(command: Sequence[str], folder: Path, seconds: float) -> str:
    """What the program says on stderr; it and all it started are ended after `seconds`."""
    # One thread: OpenMP's, started for each page, cost more than they bring, and the cores are other workers'.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1", "TMPDIR": str(folder)}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=seconds)[1]
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise
