"""What each `foi` command does. With `--json` only JSON goes to stdout; what is said aside goes to stderr."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus.document import FoiError
from indexer.embed import DEFAULT_MODEL
from service.settings import data_directory


def index(given: Namespace) -> int:
    from corpus.manifest import read_manifest
    from indexer.embed import SentenceEncoder
    from indexer.pipeline import index
    from indexer.query_encoder import keep_query_encoder

    manifest = read_manifest(Path(given.manifest)) if given.manifest is not None else None
    data = data_directory(given.data)
    with _progress() as progress:
        report = index(given.paths, data, SentenceEncoder(_model(given, data)), progress, manifest)
        if report.documents:
            keep_query_encoder(data, _model(given, data))
    if given.json:
        _print(
            {
                "added": report.added,
                "updated": report.updated,
                "unchanged": report.unchanged,
                "failed": [{"uri": uri, "error": error} for uri, error in report.failed],
                "documents": report.documents,
                "passages": report.passages,
            }
        )
    else:
        print(
            f"{report.added} added, {report.updated} updated, {report.unchanged} unchanged, "
            f"{len(report.failed)} failed; "
            f"the index in {data} holds {report.documents} documents in {report.passages} passages"
        )
    for uri, error in report.failed:
        print(f"foi: {error if error.startswith(uri) else f'{uri} {error}'}", file=sys.stderr)
    for row in report.unused:
        print(f"foi: {given.manifest} {row} speaks of no document that is indexed", file=sys.stderr)
    if not report.failed:
        return 0
    return 1 if report.added + report.updated + report.unchanged else 2


def remove(given: Namespace) -> int:
    from indexer.embed import SentenceEncoder
    from indexer.pipeline import remove

    data = data_directory(given.data)
    report = remove(given.uris, data, SentenceEncoder(_model(given, data)))
    failed = [{"uri": uri, "error": error} for uri, error in report.failed]
    if given.json:
        _print(
            {"removed": report.removed, "failed": failed, "documents": report.documents, "passages": report.passages}
        )
    else:
        print(f"{report.removed} removed; {report.documents} documents are left in {data}")
    for uri, error in report.failed:
        print(f"foi: {uri} {error}", file=sys.stderr)
    return 0 if not failed else 1 if report.removed else 2


def search(given: Namespace) -> int:
    from service import objects
    from service.batch import read_queries, run_lines
    from service.index import Index
    from service.show import show_hits

    if not 1 <= given.k <= 1000:
        raise FoiError(f"-k {given.k} is out of range: give 1 to 1000")
    if given.queries is None:
        if given.run:
            raise FoiError("--run goes with --queries FILE")
        query, opened = _query(given), Index(data_directory(given.data), model=given.model)
        found = opened.search(query, given.k, _asked(given))
        if given.json:
            _print(objects.results(query, found.took_ms, found.hits))
        else:
            show_hits(found.hits)
        return 0
    queries = read_queries(Path(given.queries), _asked(given))
    opened = Index(data_directory(given.data), model=given.model)
    lines: list[str] = []
    for one in queries:
        found = opened.search(one.query, given.k, one.asked)
        _print({"id": one.id} | objects.results(one.query, found.took_ms, found.hits))
        lines.extend(run_lines(one.id, found.hits))
    if given.run:
        _write(Path(given.run), "".join(lines))
    return 0


def ask(given: Namespace) -> int:
    from service import objects
    from service.batch import read_queries
    from service.index import Index
    from service.show import show_answer

    if given.table or given.csv:
        return _compare(given)
    if given.queries is None:
        query, opened = _query(given), Index(data_directory(given.data), model=given.model)
        found = opened.ask(query, _asked(given))
        if given.json:
            _print(objects.answer(query, found.took_ms, found.answer))
        else:
            show_answer(found.answer, opened)
        return 0
    queries = read_queries(Path(given.queries), _asked(given))
    opened = Index(data_directory(given.data), model=given.model)
    for one in queries:
        found = opened.ask(one.query, one.asked)
        _print({"id": one.id} | objects.answer(one.query, found.took_ms, found.answer))
    return 0


def _compare(given: Namespace) -> int:
    """One question's answer and the others' as a table, as JSON rows, or as CSV."""
    from dataclasses import asdict

    from service.comparison import as_csv, rows
    from service.index import Index
    from service.show import show_table

    if given.queries is not None:
        raise FoiError("--table and --csv go with one QUESTION, not with --queries")
    if given.csv and given.json:
        raise FoiError("--csv and --json are two forms of one thing: give either")
    query, opened = _query(given), Index(data_directory(given.data), model=given.model)
    table = rows(opened.ask(query, _asked(given)).answer)
    if given.json:
        _print([asdict(row) for row in table])
    elif given.csv:
        sys.stdout.write(as_csv(table))
    else:
        show_table(table)
    return 0


def sections(given: Namespace) -> int:
    from corpus.load import Failed, load
    from indexer.partition import partition
    from indexer.section import section
    from service import objects
    from service.show import show_sections

    failed = done = 0
    for one in load(given.paths):
        try:
            if isinstance(one, Failed):
                raise one.error
            reading = partition(one.source)
            cut, metadata = section(reading, one.source.uri)
        except FoiError as error:
            print(f"foi: {error}", file=sys.stderr)
            failed += 1
            continue
        done += 1
        if given.json:
            _print(objects.parsed(one.source.uri, metadata, cut))
        else:
            show_sections(one.source.uri, metadata, cut, reading.text)
    return 0 if not failed else 1 if done else 2


def text(given: Namespace) -> int:
    from corpus.load import Failed, load
    from indexer.partition import partition

    for one in load([given.path]):
        if isinstance(one, Failed):
            raise one.error
        reading = partition(one.source)
        if given.json:
            _print(
                {
                    "uri": one.source.uri,
                    "media_type": reading.media_type,
                    "pages": list(reading.pages),
                    "text": reading.text,
                }
            )
        else:
            sys.stdout.write(reading.text)
    return 0


def status(given: Namespace) -> int:
    from service import objects
    from service.snapshot import open_snapshot

    data = data_directory(given.data)
    snapshot = open_snapshot(data)
    documents, passages = snapshot.store.counts(snapshot.at)
    failures = [{"uri": uri, "error": error} for uri, error in snapshot.store.failures()]
    rows = snapshot.store.documents(snapshot.at) if given.documents else []
    sizes = {"store": _size(data / "foi.db"), "indexes": _size(data / "generations")}
    said: dict[str, Any] = {
        "data": str(data),
        "documents": documents,
        "passages": passages,
        "failed": failures,
        "model": snapshot.stamp.model,
        "dimension": snapshot.stamp.dimension,
        "sequence": snapshot.store.sequence,
        "generation": snapshot.at,
        "bytes": sizes,
    }
    if given.json:
        _print(said | ({"list": [objects.document_row(row) for row in rows]} if given.documents else {}))
        return 0
    print(f"{data}: {documents} documents, {passages} passages, {len(failures)} that could not be read")
    print(
        f"model {snapshot.stamp.model} ({snapshot.stamp.dimension} dimensions); "
        f"change {snapshot.store.sequence}, indexes at {snapshot.at}"
    )
    print(f"store {sizes['store'] / 1e6:.1f} MB, indexes {sizes['indexes'] / 1e6:.1f} MB")
    for row in rows:
        print(f"{row.id}  {row.date or '          '}  {row.authority or '-'}  {row.uri}")
    for failure in failures if given.documents else []:
        print(f"failed: {failure['error']}")
    return 0


def verify(given: Namespace) -> int:
    from indexer.embed import SentenceEncoder
    from indexer.verify import verify

    data = data_directory(given.data)
    problems = list(verify(data, SentenceEncoder(_model(given, data)), everything=given.all))
    if given.json:
        _print({"data": str(data), "clean": not problems, "problems": problems})
    elif not problems:
        print(f"{data} is clean")
    for problem in problems if not given.json else ():
        print(f"foi: {' '.join(problem.split())}", file=sys.stderr)
    return 1 if problems else 0


def serve(given: Namespace) -> int:
    from service.serve import serve

    return serve(data_directory(given.data), given.host, given.port, given.model)


def _model(given: Namespace, data: Path) -> str:
    """The model to write with: the one named, else the one that the index was made with, else the default."""
    if given.model:
        return str(given.model)
    from indexer.generation import STORE
    from indexer.store import Store

    if (data / STORE).is_file():
        with Store(data / STORE) as store:
            return store.meta("model") or DEFAULT_MODEL
    return DEFAULT_MODEL


def _query(given: Namespace) -> str:
    if given.query is None:
        raise FoiError(f'no query: write `foi {given.command} "your question"`, or give --queries FILE')
    return str(given.query)


def _asked(given: Namespace) -> Any:
    from service.filters import Asked

    return Asked(given.kind, given.authority, given.exemption, given.outcome, given.since, given.until)


def _print(value: Any) -> None:
    """One JSON value on one line, in ASCII: a letter's own U+2028 would end the line for readers that split on it."""
    print(json.dumps(value))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FoiError(f"cannot write {path}: {error.strerror}") from None


def _size(path: Path) -> int:
    """Bytes of a file, or of all files below a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(p.stat().st_size for p in path.rglob("*") if p.is_file())


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int | None], None] | None]:
    """A progress bar on stderr where that is a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )
    tasks: dict[str, Any] = {}

    def say(stage: str, done: int, total: int | None) -> None:
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=total)
        bar.update(tasks[stage], completed=done, total=total)

    with bar:
        yield say
