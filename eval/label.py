"""`python -m eval label DIR --sheet FILE.xlsx`: a spreadsheet to label your own questions in; `--read` brings it back.

The sheet has a row a question: what is asked, the document that answers it best, the answer as it stands there, and the
outcome. Reading back looks every answer up in its document and writes labelled questions, which `eval answers`,
`eval run`, `eval score` and `eval ablation` take; what cannot be found is told by its row, and nothing is written.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from corpus.document import FoiError
from corpus.load import Failed, load
from eval.command import Parser, destination, read_queries, told
from eval.judgements import named
from indexer.partition import partition

COLUMNS = ("query", "document", "answer", "evidence", "outcome", "kind")
ABOUT = (
    "what you would type",
    "the file that answers it best; empty where none does",
    "the least that must stand in the answer, copied from the document; empty where nothing is disclosed",
    "the sentence, line or refusal to be cited, copied from the document; empty: the answer itself",
    "what the authority did; empty: disclosed, or not_found without a document",
    "your own grouping; empty: other",
)
WIDTHS = (50, 40, 40, 50, 18, 12)
OUTCOMES = (
    "disclosed", "partly_disclosed", "withheld", "not_held", "cost_limit", "vexatious", "neither_confirm_nor_deny",
    "referred", "not_found",
)  # fmt: skip
_ROWS = 500
"""Rows that the lists of choices reach down to."""


def texts(folder: Path) -> dict[str, str]:
    """File name → canonical text of each document under `folder` that can be read, with what is inside them."""
    found: dict[str, str] = {}
    for one in load([str(folder)]):
        if isinstance(one, Failed):
            print(f"eval label: {one.error}", file=sys.stderr)
            continue
        sources = [one.source]
        for source in sources:
            try:
                reading = partition(source)
            except FoiError as error:
                print(f"eval label: {error}", file=sys.stderr)
                continue
            found[named(source.uri)] = reading.text
            sources += reading.children
    if not found:
        raise FoiError(f"{folder} holds no document that can be read")
    return found


def written(path: Path, documents: Sequence[str], queries: Sequence[str]) -> None:
    """An empty sheet with a list of `documents` to choose from, its first rows asking `queries`."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("questions")
    for at, (name, about, width) in enumerate(zip(COLUMNS, ABOUT, WIDTHS, strict=True), 1):
        sheet.cell(1, at, name).font = Font(bold=True)
        sheet.cell(2, at, about).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(2, at).font = Font(italic=True, color="666666")
        sheet.column_dimensions[get_column_letter(at)].width = width
    for row, query in enumerate(queries, 3):
        sheet.cell(row, 1, _plain(query))
    sheet.freeze_panes = "A3"
    listed = book.create_sheet("documents")
    for row, name in enumerate(documents, 1):
        listed.cell(row, 1, _plain(name))
    last = _ROWS + len(queries)
    for column, choice in (("B", f"=documents!$A$1:$A${len(documents)}"), ("E", f'"{",".join(OUTCOMES)}"')):
        rule = DataValidation(type="list", formula1=choice, allow_blank=True)
        sheet.add_data_validation(rule)
        rule.add(f"{column}3:{column}{last}")
    book.save(path)


def _plain(text: str) -> str:
    """`text` as a cell that no program takes for a formula."""
    return "'" + text if text[:1] in "=+-@" else text


def labels(path: Path, known: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rows of a filled sheet as labelled questions.

    Raises FoiError that names the first row whose document or quotation is not there, and says how many more there are.
    """
    found: list[dict[str, Any]] = []
    wrong: list[str] = []
    for number, row in _rows(path):
        try:
            found.append(_label(f"u{len(found) + 1:03}", row, known))
        except FoiError as error:
            wrong.append(f"row {number}: {error}")
    if wrong:
        more = f" (and {len(wrong) - 1} rows more)" if len(wrong) > 1 else ""
        raise FoiError(f"{path}, {wrong[0]}{more}")
    if not found:
        raise FoiError(f"{path} has no question: fill in the column query from row 3 on")
    return found


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, InvalidFileException, KeyError, ValueError) as error:
        raise FoiError(f"{path} cannot be read as a spreadsheet ({str(error)[:80]})") from None
    except Exception as error:  # a damaged archive raises one of the zip module's own
        raise FoiError(f"{path} cannot be read as a spreadsheet ({type(error).__name__})") from None
    sheet = book["questions"] if "questions" in book.sheetnames else book.worksheets[0]
    lines = sheet.iter_rows(values_only=True)
    head = [str(cell or "").strip().lower() for cell in next(lines, ())]
    if not set(COLUMNS[:3]) <= set(head):
        raise FoiError(f"{path} has no columns {', '.join(COLUMNS[:3])} in its first row: start from `eval label DIR`")
    for number, line in enumerate(lines, 2):
        row = {name: _cell(value) for name, value in zip(head, line, strict=False) if name}
        if row.get("query") and row["query"] != ABOUT[0]:
            yield number, row


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value if value is not None else "").strip().removeprefix("'")


def _label(name: str, row: Mapping[str, str], known: Mapping[str, str]) -> dict[str, Any]:
    document = row.get("document") or ""
    outcome = row.get("outcome") or ("disclosed" if document else "not_found")
    if outcome not in OUTCOMES:
        raise FoiError(f"the outcome {outcome!r} is none of {', '.join(OUTCOMES)}")
    label: dict[str, Any] = {"id": name, "query": row["query"], "outcome": outcome, "kind": row.get("kind") or "other"}
    if outcome == "not_found":
        if document:
            raise FoiError(f"not_found, and yet {document} is named: empty one of the two")
        return label | {"answer": None, "value": None, "document": None, "evidence": []}
    if document not in known:
        raise FoiError(f"the document {document!r} is not there")
    answer = row.get("answer") or None
    quoted = row.get("evidence") or answer
    if not quoted:
        raise FoiError("neither answer nor evidence is given: copy one from the document")
    return label | {
        "answer": answer,
        "value": None,
        "document": document,
        "evidence": [{"quote": _found(quoted, known[document], document)}],
    }


def _found(quoted: str, text: str, document: str) -> str:
    """The stretch of `text` that `quoted` is, whatever a spreadsheet did to its white space."""
    match = re.search(r"\s+".join(re.escape(word) for word in quoted.split()), text)
    if match is None:
        raise FoiError(f"{quoted[:60]!r} does not stand in {document}: copy it from what `foi text` prints")
    return match[0]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = Parser(prog="python -m eval label", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="the documents")
    parser.add_argument("--sheet", type=Path, default=Path("labels.xlsx"), help="the spreadsheet (labels.xlsx)")
    parser.add_argument("--queries", type=Path, metavar="FILE", help="questions to put into a new sheet")
    parser.add_argument("--read", action="store_true", help="read the filled sheet back")
    parser.add_argument("--out", type=destination, default=Path("labels.jsonl"), help="with --read, what to write")
    given = parser.parse_args(arguments)
    if not given.folder.exists():
        raise FoiError(f"{given.folder} is not there: give the folder of the documents")
    if given.read:
        found = labels(given.sheet, texts(given.folder))
        given.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
        print(f"{len(found)} labelled questions: {given.out}", file=sys.stderr)
        return 0
    if given.sheet.exists():
        raise FoiError(f"{given.sheet} is there already: --read reads it, --sheet writes another")
    if given.sheet.suffix.lower() != ".xlsx":
        raise FoiError(f"{given.sheet} would be a spreadsheet under another name: call it {given.sheet.stem}.xlsx")
    destination(str(given.sheet))
    queries = list(read_queries(given.queries).values()) if given.queries else []
    written(given.sheet, sorted(texts(given.folder)), queries)
    print(f"fill in {given.sheet}, then run the same command with --read", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(told(main, "eval.label"))
