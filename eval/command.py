"""What the commands share: options said once, output in three formats, and errors told in one line."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from corpus.document import FoiError
from eval.runs import numbered

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; numbers are shown to three places."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def text(self, style: str) -> str:
        """As `markdown`, `csv` or `json` (a list of objects, numbers in full)."""
        if style == "json":
            return json.dumps([dict(zip(self.columns, row, strict=True)) for row in self.rows], indent=2) + "\n"
        if style == "csv":
            out = io.StringIO()
            csv.writer(out, lineterminator="\n").writerows([self.columns, *self.rows])
            return out.getvalue()
        lines = [self.columns, tuple("---" for _ in self.columns), *self.rows]
        return "".join("| " + " | ".join(shown(cell) for cell in line) + " |\n" for line in lines)


def shown(cell: Cell) -> str:
    """A cell for a reader: three places for a figure, nothing for None, no bar that would end the cell."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return f"{cell:,}"
    if isinstance(cell, float):
        if cell and abs(cell) < 0.001:
            return "< 0.001" if cell > 0 else "> -0.001"
        return f"{cell:,.0f}" if abs(cell) >= 1000 else f"{cell:.3f}" if abs(cell) < 10 else f"{cell:.1f}"
    return str(cell).replace("|", "\\|")


class Parser(ArgumentParser):
    """An argument parser whose complaint is one line: of a command that is wrong, the whole usage tells too much."""

    def error(self, message: str) -> NoReturn:
        raise FoiError(f"{message} (`{self.prog} --help` tells what may be given)")


def system_options(parser: ArgumentParser) -> None:
    """--data and --url: what is measured."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--data", type=Path, metavar="DIR", help="an index on this disk")
    which.add_argument("--url", metavar="URL", help="a running service: http://HOST:PORT")


def destination(text: str) -> Path:
    """A file that is to be written, as an option's type: tried before the work and not after it.

    Raises FoiError where nothing can be written there. Its folder is made.
    """
    path = Path(text)
    if path.is_dir():
        raise FoiError(f"{path} is a folder: give the name of a file to write")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            return path
    except OSError as error:
        raise FoiError(f"cannot write {path} ({error.strerror}): give a file in a folder that can be written") from None


def keep_option(parser: ArgumentParser, what: str = "the figures") -> None:
    """--keep: where what was measured is kept."""
    parser.add_argument("--keep", type=destination, metavar="FILE", help=f"keep {what} as JSON")


def going_option(parser: ArgumentParser) -> None:
    """--going: where what is done is kept until all is."""
    about = "keep what is done here, and go on from it (default: beside what --keep names)"
    parser.add_argument("--going", type=destination, metavar="FILE", help=about)


def going_of(given: Namespace) -> Path | None:
    """The file that --going names, or the one beside --keep; None where neither is given."""
    if given.going or not given.keep:
        return Path(given.going) if given.going else None
    return Path(given.keep).with_name(given.keep.name + ".part")


def format_option(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("markdown", "csv", "json"), default="markdown", help="of what is printed")


def told(main: Callable[[Sequence[str] | None], int], name: str, arguments: Sequence[str] | None = None) -> int:
    """`main`, with what a user can mend told in one line on stderr, and exit status 2."""
    try:
        return main(arguments)
    except FoiError as error:
        print(f"{name}: {error}", file=sys.stderr)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        print(f"{name}: cannot use {error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"{name}: stopped; the same command goes on where it was", file=sys.stderr)
        return 130
    return 2


def read_queries(path: Path) -> dict[str, str]:
    """Queries by id: JSON lines with `id` and `query` or BEIR's `_id` and `text`, or lines of id, tab, text.

    Raises FoiError that names the line where one is malformed, empty or there twice, or where the file holds none.
    """
    found: dict[str, str] = {}
    for number, line in numbered(path):
        name, text = _json_query(line) if line.lstrip().startswith("{") else _tabbed(line)
        if name is None or text is None:
            raise FoiError(f'{path}:{number} is not a query: it needs "id" and "query", or an id, a tab and the text')
        if not text.strip():
            raise FoiError(f"{path}:{number}: the query {name} is empty")
        if name in found:
            raise FoiError(f"{path}:{number} gives the query {name} a second time")
        found[name] = text
    if not found:
        raise FoiError(f"{path} holds no query")
    return found


def _json_query(line: str) -> tuple[str | None, str | None]:
    try:
        row: Any = json.loads(line)
    except ValueError:
        return None, None
    name, text = row.get("id", row.get("_id")), row.get("query", row.get("text"))
    return str(name) if isinstance(name, str | int) else None, text if isinstance(text, str) else None


def _tabbed(line: str) -> tuple[str | None, str | None]:
    name, tab, text = line.partition("\t")
    return (name.strip(), text.strip()) if tab and name.strip() else (None, None)


def printed(tables: Iterable[tuple[str, Table]], given: Namespace) -> None:
    """Print titled tables in the format asked for. As JSON they are one object, by title."""
    titled = list(tables)
    if given.format == "json":
        rows = {title: [dict(zip(t.columns, row, strict=True)) for row in t.rows] for title, t in titled}
        print(json.dumps(rows, indent=2))
        return
    for title, table in titled:
        print(f"\n{title}\n" if given.format == "markdown" else f"# {title}")
        print(table.text(given.format), end="")
