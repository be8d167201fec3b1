"""What each `foi` command does. With `--json` only JSON goes to stdout; what is said aside goes to stderr."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.document import FoiError, Source
from indexer.embed import DEFAULT_MODEL
from service.printable import printable
from service.settings import data_directory, limits

if TYPE_CHECKING:
    from indexer.embed import Reranker
    from indexer.stored import Parsed
    from service.keys import Key


def index(given: Namespace) -> int:
    from corpus.manifest import read_manifest
    from indexer.embed import SentenceEncoder
    from indexer.pipeline import index
    from indexer.query_encoder import keep_query_encoder
    from service.gist import beside
    from service.ingest import NICE
    from service.ledger import served

    manifest = read_manifest(Path(given.manifest)) if given.manifest is not None else None
    data = data_directory(given.data)
    if served(data):
        os.nice(NICE)
    with _progress() as progress:
        encoder = SentenceEncoder(_model(given, data))
        report = index(given.paths, data, encoder, progress, manifest, limits(given.timeout, given.memory), beside())
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
        _aside(error if error.startswith(uri) else f"{uri} {error}")
    for row in report.unused:
        _aside(f"{given.manifest} {row} speaks of no document that is indexed")
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
        _aside(f"{uri} {error}")
    return 0 if not failed else 1 if report.removed else 2


def search(given: Namespace) -> int:
    from service import objects
    from service.batch import read_queries, run_lines
    from service.index import Index

    if not 1 <= given.k <= 1000:
        raise FoiError(f"-k {given.k} is out of range: give 1 to 1000")
    if given.queries is None:
        if given.run:
            raise FoiError("--run goes with --queries FILE")
        query, opened = _query(given), Index(data_directory(given.data), model=given.model, reranker=_reranker(given))
        found = opened.search(query, given.k, _asked(given))
        if given.json:
            _print(objects.results(query, found.took_ms, found.hits))
        else:
            from service.show import show_hits

            show_hits(found.hits)
        return 0
    queries = read_queries(Path(given.queries), _asked(given))
    opened = Index(data_directory(given.data), model=given.model, reranker=_reranker(given))
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

    if given.table or given.csv:
        return _compare(given)
    if given.queries is None:
        query, opened = _query(given), Index(data_directory(given.data), model=given.model, reranker=_reranker(given))
        found = opened.ask(query, _asked(given))
        if given.json:
            _print(objects.answer(query, found.took_ms, found.answer))
        else:
            from service.show import show_answer

            show_answer(found.answer, opened)
        return 0
    queries = read_queries(Path(given.queries), _asked(given))
    opened = Index(data_directory(given.data), model=given.model, reranker=_reranker(given))
    for one in queries:
        found = opened.ask(one.query, one.asked)
        _print({"id": one.id} | objects.answer(one.query, found.took_ms, found.answer))
    return 0


def _reranker(given: Namespace) -> Reranker | None:
    from indexer.embed import Reranker

    return Reranker(given.reranker) if given.reranker else None


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
    query, opened = _query(given), Index(data_directory(given.data), model=given.model, reranker=_reranker(given))
    table = rows(opened.ask(query, _asked(given)).answer)
    if given.json:
        _print([asdict(row) for row in table])
    elif given.csv:
        sys.stdout.write(as_csv(table))
    else:
        show_table(table)
    return 0


def sections(given: Namespace) -> int:
    from service import objects
    from service.show import show_sections

    failed = done = 0
    for uri, result in _parsed(given.paths, given):
        if isinstance(result, FoiError):
            _aside(str(result))
            failed += 1
            continue
        done += 1
        if given.json:
            _print(objects.parsed(uri, result.metadata, result.sections))
        else:
            show_sections(uri, result.metadata, result.sections, result.reading.text)
    return 0 if not failed else 1 if done else 2


def text(given: Namespace) -> int:
    for uri, result in _parsed([given.path], given):
        if isinstance(result, FoiError):
            raise result
        reading = result.reading
        if given.json:
            _print(
                {
                    "uri": uri,
                    "media_type": reading.media_type,
                    "pages": list(reading.pages),
                    "text": reading.text,
                }
            )
        else:
            sys.stdout.write(reading.text)
    return 0


def _parsed(paths: list[str], given: Namespace) -> Iterator[tuple[str, Parsed | FoiError]]:
    """What is at `paths`, each document with its parse or with what is wrong; what cannot be had comes when met."""
    from corpus.load import Failed, load
    from indexer.worker import parse_all

    missing: list[tuple[str, FoiError]] = []

    def following() -> Source | None:
        for one in loaded:
            if not isinstance(one, Failed):
                return one.source
            missing.append((one.uri, one.error))
        return None

    loaded = load(paths)
    for source, result in parse_all(following, limits=limits(given.timeout, given.memory)):
        yield source.uri, result
    yield from missing


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
        print(printable(f"{row.id}  {row.date or '          '}  {row.authority or '-'}  {row.uri}"))
    for failure in failures if given.documents else []:
        print(printable(f"failed: {failure['error']}"))
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
        _aside(" ".join(problem.split()))
    return 1 if problems else 0


def serve(given: Namespace) -> int:
    from service.serve import Wishes, serve

    wishes = Wishes(given.writable, given.rate, tuple(given.cors), given.log)
    return serve(data_directory(given.data), given.host, given.port, given.model, wishes, given.reranker)


def mcp(given: Namespace) -> int:
    from service.assistant import over_http, over_stdio
    from service.serve import Wishes

    if not given.http:
        return over_stdio(data_directory(given.data), given.model)
    wishes = Wishes(rate=given.rate, requests=given.log)
    return over_http(data_directory(given.data), given.host, given.port, given.model, wishes)


def key(given: Namespace) -> int:
    from service import keys

    data = data_directory(given.data)
    if given.action != "list" and given.name is None:
        raise FoiError(f"foi key {given.action} needs {'a NAME' if given.action == 'add' else 'the ID of a key'}")
    if given.action == "add":
        made, token = keys.add(data, given.name, given.scope)
        if given.json:
            _print(_key(made) | {"key": token})
        else:
            print(token)
            print(f"foi: this is shown once: the {made.scope} key {made.id} of {made.name}", file=sys.stderr)
        return 0
    if given.action == "revoke":
        gone = keys.revoke(data, given.name)
        if given.json:
            _print(_key(gone))
        else:
            print(f"the key {gone.id} of {gone.name} opens nothing any more")
        return 0
    known = keys.read(data)
    if given.json:
        _print([_key(one) for one in known])
    for one in known if not given.json else ():
        print(f"{one.id}  {one.scope:5}  {one.created}  {one.name}")
    return 0


def _key(one: Key) -> dict[str, str]:
    return {"id": one.id, "name": one.name, "scope": one.scope, "created": one.created}


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
    return str(given.query).encode("utf-8", "replace").decode()  # bytes that are no text come as what no encoder takes


def _asked(given: Namespace) -> Any:
    from service.filters import Asked, sensible

    asked = Asked(given.kind, given.authority, given.exemption, given.outcome, given.since, given.until)
    sensible(asked)
    return asked


def _aside(text: str) -> None:
    """One line on stderr, beside what a command gives."""
    print(f"foi: {printable(text)}", file=sys.stderr)


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
