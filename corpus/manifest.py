"""What the user says of documents in a CSV file: authority, reference, date, title: put before what a letter says."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.document import FoiError, Metadata

_KEYS = ("path", "uri")
_FIELDS = ("authority", "reference", "date", "title")
_GLOB = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a manifest: `matches` is the pattern of the URIs it speaks of, `named` how the file names them."""

    line: int
    named: str
    exact: bool
    matches: re.Pattern[str]
    says: Metadata


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest, globs first: a row that names one document goes before one that names many."""

    path: str = ""
    rows: tuple[Row, ...] = ()

    def says(self, uri: str, parent: Metadata | None = None) -> Metadata | None:
        """What is said of the document at `uri`; None where nothing is.

        What is said of the message or archive that holds it (`parent`) goes for it too, but for the title.
        """
        said = replace(parent, title=None) if parent else Metadata()
        for row in self.rows:
            if row.matches.fullmatch(uri):
                said = overridden(said, row.says)
        return said if said != Metadata() else None

    def unused(self, uris: Iterable[str]) -> list[str]:
        """The rows, as `line 3 (letters/a.txt)`, that speak of none of the documents at `uris`."""
        known = list(uris)
        idle = [row for row in self.rows if not any(row.matches.fullmatch(uri) for uri in known)]
        return [f"line {row.line} ({row.named})" for row in sorted(idle, key=lambda row: row.line)]


def overridden(read: Metadata, said: Metadata | None) -> Metadata:
    """`read` with everything that `said` states in its place."""
    if said is None:
        return read
    return replace(read, **{name: value for name in _FIELDS if (value := getattr(said, name)) is not None})


def mark(said: Metadata | None) -> str:
    """A short name for what is said, the same whenever the same is said; empty where nothing is."""
    if said is None:
        return ""
    stated = json.dumps([getattr(said, name) for name in _FIELDS])
    return hashlib.sha256(stated.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest: a CSV file (UTF-8) whose first line names its columns.

    `path` (relative to the manifest's own folder, `*` for any name, `**` for any folders) or `uri` says which document;
    `authority`, `reference`, `date` (YYYY-MM-DD) and `title` what is known of it, blank where the letter is to be
    believed. Raises FoiError, naming the file and line, for anything else.
    """
    rows = _lines(path)
    header, columns = rows[0][0], [cell.strip().lower() for cell in rows[0][1]]
    _check_columns(path, columns)
    folder, made, seen = path.resolve().parent, [], {}  # type: Path, list[Row], dict[str, int]
    for line, cells in rows[1:]:
        where = f"{path} line {line}"
        if len(cells) > len(columns):
            raise FoiError(
                f"{where} has {len(cells)} cells, line {header} names {len(columns)}: quote cells with commas"
            )
        given = {name: " ".join(cell.split()) for name, cell in zip(columns, cells, strict=False) if cell.strip()}
        row = _row(where, line, given, folder)
        if row.matches.pattern in seen:
            first = seen[row.matches.pattern]
            raise FoiError(f"{where} names {row.named} again, as line {first} does: keep one of them")
        seen[row.matches.pattern] = line
        made.append(row)
    return Manifest(str(path), tuple(sorted(made, key=lambda row: row.exact)))


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    """(line number, cells) of the rows that are not blank."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise FoiError(f"{path} does not exist: check the path given with --manifest") from None
    except UnicodeDecodeError:
        raise FoiError(f"{path} is not UTF-8 text: save the manifest as CSV in UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FoiError(f"{path} cannot be read ({reason}): give a CSV file with --manifest") from None
    reader, rows, start = csv.reader(io.StringIO(text, newline=""), strict=True), [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise FoiError(f"{path} line {reader.line_num} is not CSV ({error}): check its quotes") from None
    if not rows:
        raise FoiError(f"{path} is empty: its first line names the columns, such as path,authority,date")
    return rows


def _check_columns(path: Path, columns: list[str]) -> None:
    known = ", ".join((*_KEYS, *_FIELDS))
    for at, name in enumerate(columns):
        if name not in (*_KEYS, *_FIELDS):
            raise FoiError(f"{path} has a column {name!r}: the columns are {known}, separated by commas")
        if name in columns[:at]:
            raise FoiError(f"{path} has two columns {name!r}: keep one of them")
    if not set(columns) & set(_KEYS):
        raise FoiError(f"{path} has neither a column path nor a column uri: one of them says which document is meant")
    if not set(columns) & set(_FIELDS):
        raise FoiError(f"{path} says nothing of its documents: add a column {', '.join(_FIELDS[:-1])} or {_FIELDS[-1]}")


def _row(where: str, line: int, given: Mapping[str, str], folder: Path) -> Row:
    named = [given[key] for key in _KEYS if key in given]
    if len(named) != 1:
        raise FoiError(f"{where} names {'both a path and a uri' if named else 'no document'}: fill in one of them")
    if "date" in given and not _is_date(given["date"]):
        raise FoiError(f"{where}: {given['date']!r} is not a date: write it as YYYY-MM-DD")
    says = Metadata(**{name: given[name] for name in _FIELDS if name in given})
    if "uri" in given:
        return Row(line, named[0], True, re.compile(re.escape(given["uri"])), says)
    exact = _GLOB.search(given["path"]) is None
    return Row(line, named[0], exact, _uris(given["path"], folder, exact=exact), says)


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _uris(path: str, folder: Path, *, exact: bool) -> re.Pattern[str]:
    """The URIs that a path in the manifest stands for: a file's URI is its absolute resolved path.

    What is inside a message or archive is named as in its URI: `batch.zip#letters/a.txt`.
    """
    if exact:
        try:
            return re.compile(re.escape(str((folder / Path(path).expanduser()).resolve())))
        except (OSError, RuntimeError, ValueError):
            return re.compile(re.escape(str(folder / path)))
    pattern = re.escape("" if path.startswith("/") else str(folder).rstrip("/") + "/")
    for part in re.findall(r"\*\*/|\*\*|\*|\?|\[[^\]/]+\]|.", path.removeprefix("./"), re.DOTALL):
        pattern += {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or _literal(part)
    return re.compile(pattern, re.DOTALL)


def _literal(part: str) -> str:
    """One character as it is, or a set of characters in brackets (`[0-9]`, `[!a]`)."""
    if len(part) == 1:
        return re.escape(part)
    body = re.sub(r"([\\^\[&~|])", r"\\\1", part[1:-1].removeprefix("!"))
    try:
        made = f"[{'^' if part[1] == '!' else ''}{body}]"
        re.compile(made)
    except re.error:
        return re.escape(part)
    return made
