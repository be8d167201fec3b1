"""CSV that a spreadsheet may open: nothing that a letter says is run there as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | None


def sheet(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """`rows` as CSV under a line of headings. What a spreadsheet would run as a formula gets a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(value: Cell) -> str:
    """Text that starts like a formula marked as text; numbers as they are."""
    printed = "" if value is None else str(value)
    formula = printed.lstrip()[:1] in ("=", "+", "-", "@") or printed[:1] in ("\t", "\r")
    number = not isinstance(value, str) or re.fullmatch(r"[+-]?\d[\d,]*(?:\.\d+)?%?", printed) is not None
    return "'" + printed if formula and printed and not number else printed
