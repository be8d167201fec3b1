"""The truth: one SQLite file of documents, sections, tables, passages and vectors, with a change sequence.

A document version is written in one transaction and never changed; a newer version, or a removal, only marks when it
died. So a reader of generation g sees exactly the versions with `born <= g` and not yet dead at g, whatever a writer
does meanwhile, and a process killed at any moment leaves whole documents behind, never halves.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from corpus.document import FoiError
from indexer import stored
from indexer.embed import Vectors, text_hash
from indexer.reading import Table
from indexer.repeated import signature
from indexer.schema import APPLICATION_ID, GISTS, SCHEMA, TABLES
from indexer.sectioned import Section
from indexer.stored import (
    DOCUMENT_COLUMNS,
    PASSAGE_COLUMNS,
    SECTION_COLUMNS,
    Contents,
    Filters,
    Parsed,
    StoredDocument,
    StoredPassage,
    embedded_text,
)

_ALIVE = "d.born <= :at AND (d.died IS NULL OR d.died > :at)"


class Store:
    """An open store. Readers and the one writer each open their own; SQLite's WAL keeps them apart."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        """Open the store at `path`, creating it when `write`. Raises FoiError when the file is not ours or too new."""
        if not write and not path.exists():
            raise FoiError(f"nothing is indexed in {path.parent}: run `foi index PATH` first, or give --data DIR")
        try:
            self.db = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
            self.db.execute("PRAGMA foreign_keys = ON")
            found = self.db.execute("PRAGMA application_id").fetchone()[0]
            if found == 0 and write and not self.db.execute("SELECT 1 FROM sqlite_master").fetchone():
                self._create()
            elif found != APPLICATION_ID:
                self.db.close()
                raise FoiError(f"{path} is not a foi-search index: choose another directory with --data DIR")
            version = self.db.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise FoiError(
                f"{path} cannot be opened as an index ({error}): choose another directory with --data DIR"
            ) from None
        if version != SCHEMA:
            self.db.close()
            raise FoiError(
                f"{path} has index format {version}, this foi-search writes {SCHEMA}: "
                "index into a new directory with --data DIR"
            )
        self.db.execute("PRAGMA synchronous = FULL")
        if write:
            self.db.execute(GISTS)
        self._gists = bool(self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'gists'").fetchone())

    def _create(self) -> None:
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.executescript(
            f"BEGIN; {TABLES} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA}; COMMIT;"
        )

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    # What is there

    @property
    def sequence(self) -> int:
        """The number of the last change."""
        return int(self.meta("sequence") or 0)

    def meta(self, key: str) -> str | None:
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        self.db.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
        )

    def fingerprints(self) -> dict[str, tuple[str, str]]:
        """URI → (SHA-256, reader version) of every live document."""
        rows = self.db.execute("SELECT uri, sha256, reader FROM documents WHERE died IS NULL")
        return {uri: (sha256, reader) for uri, sha256, reader in rows}

    def children(self) -> dict[str, list[str]]:
        """URI → URIs of the live documents found inside it (attachments, archive members)."""
        found: dict[str, list[str]] = {}
        for parent, uri in self.db.execute(
            "SELECT parent, uri FROM documents WHERE died IS NULL AND parent IS NOT NULL"
        ):
            found.setdefault(parent, []).append(uri)
        return found

    def documents(self, at: int) -> list[StoredDocument]:
        """Every document alive at sequence `at`, by URI."""
        rows = self.db.execute(f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE {_ALIVE} ORDER BY d.uri", {"at": at})
        return [stored.document(row) for row in rows]

    def document(self, key: str, at: int) -> StoredDocument | None:
        """The document with this id or URI, alive at sequence `at`."""
        row = self.db.execute(
            f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE (d.id = :key OR d.uri = :key) AND {_ALIVE}",
            {"key": key, "at": at},
        ).fetchone()
        return None if row is None else stored.document(row)

    def family(self, document: StoredDocument, at: int) -> tuple[list[StoredDocument], list[StoredDocument]]:
        """(what was found inside `document`, what else was found in the message or archive that holds it), by URI."""
        rows = self.db.execute(
            f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.parent IN (:uri, :parent) AND d.uri != :uri "
            f"AND {_ALIVE} ORDER BY d.uri",
            {"uri": document.uri, "parent": document.parent, "at": at},
        )
        members = [stored.document(row) for row in rows]
        inside = [one for one in members if one.parent == document.uri]
        return inside, [one for one in members if one.parent != document.uri]

    def beside(self, uri: str, at: int) -> list[StoredDocument]:
        """The other documents in the folder of the one at `uri`, by URI; not what is inside them."""
        folder = uri.rpartition("/")[0] + "/"
        rows = self.db.execute(
            f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.uri >= :folder AND d.uri < :after AND d.uri != :uri "
            f"AND d.parent IS NULL AND instr(substr(d.uri, length(:folder) + 1), '/') = 0 AND {_ALIVE} ORDER BY d.uri",
            {"folder": folder, "after": folder[:-1] + "0", "uri": uri, "at": at},
        )
        return [stored.document(row) for row in rows]

    def versions(self, versions: Iterable[int]) -> dict[int, StoredDocument]:
        """Documents by version number; those purged since are left out."""
        found = {}
        for chunk in _chunks(sorted(set(versions)), 500):
            marks = ",".join("?" * len(chunk))
            for row in self.db.execute(
                f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.version IN ({marks})", chunk
            ):
                found[int(row[0])] = stored.document(row)
        return found

    def text(self, version: int) -> str:
        """The canonical text of a document version; empty when it has been purged."""
        row = self.db.execute("SELECT text FROM documents WHERE version = ?", (version,)).fetchone()
        return "" if row is None else str(row[0])

    def contents(self, versions: Iterable[int]) -> Iterator[Contents]:
        """Documents whole, by version number; those purged since are left out."""
        for chunk in _chunks(sorted(set(versions)), 100):
            marks = f"({','.join('?' * len(chunk))})"
            sections: dict[int, list[Section]] = {version: [] for version in chunk}
            for version, *row in self.db.execute(
                f"SELECT version, {SECTION_COLUMNS} FROM sections WHERE version IN {marks} ORDER BY version, ordinal",
                chunk,
            ):
                sections[version].append(stored.section(row))
            tables: dict[int, list[Table]] = {version: [] for version in chunk}
            for version, body in self.db.execute(
                f"SELECT version, body FROM tables WHERE version IN {marks} ORDER BY version, ordinal", chunk
            ):
                tables[version].append(stored.table(body))
            column = "(SELECT body FROM gists g WHERE g.version = d.version)" if self._gists else "NULL"
            for *row, text, pages, gist in self.db.execute(
                f"SELECT {DOCUMENT_COLUMNS}, d.text, d.pages, {column} FROM documents d WHERE d.version IN {marks}",
                chunk,
            ):
                found = stored.document(row)
                parts = tuple(sections[found.version]), tuple(tables[found.version])
                yield Contents(found, str(text), *parts, tuple(json.loads(pages)), gist or b"")

    def original(self, version: int) -> bytes:
        """The document's bytes as they were found."""
        row = self.db.execute("SELECT original FROM documents WHERE version = ?", (version,)).fetchone()
        return b"" if row is None else zlib.decompress(row[0])

    def pages(self, version: int) -> tuple[int, ...]:
        row = self.db.execute("SELECT pages FROM documents WHERE version = ?", (version,)).fetchone()
        return () if row is None else tuple(json.loads(row[0]))

    def sections(self, version: int) -> tuple[Section, ...]:
        rows = self.db.execute(f"SELECT {SECTION_COLUMNS} FROM sections WHERE version = ? ORDER BY ordinal", (version,))
        return tuple(stored.section(row) for row in rows)

    def tables(self, version: int) -> tuple[Table, ...]:
        rows = self.db.execute("SELECT body FROM tables WHERE version = ? ORDER BY ordinal", (version,))
        return tuple(stored.table(body) for (body,) in rows)

    def passages(self, pids: Iterable[int]) -> dict[int, StoredPassage]:
        """Passages by their number; those purged since are left out."""
        found = {}
        for chunk in _chunks(list(pids), 500):
            marks = ",".join("?" * len(chunk))
            for row in self.db.execute(f"SELECT {PASSAGE_COLUMNS} FROM passages p WHERE p.pid IN ({marks})", chunk):
                found[int(row[0])] = stored.passage(row)
        return found

    def places(self, pids: Iterable[int]) -> dict[int, tuple[int, str]]:
        """Passage number → (document version, kind): what scoring needs of many passages, quicker than `passages`."""
        found = {}
        for chunk in _chunks(list(pids), 900):
            marks = ",".join("?" * len(chunk))
            for pid, version, kind in self.db.execute(
                f"SELECT pid, version, kind FROM passages WHERE pid IN ({marks})", chunk
            ):
                found[pid] = version, kind
        return found

    def repeated(self, pids: Iterable[int], at: int, least: int) -> set[int]:
        """Those of these passages, exemption or other, whose words stand in at least `least` documents alive at `at`.

        Counting stops at `least`, so that text copied into a whole corpus costs no more than text copied four times.
        """
        found: set[int] = set()
        for chunk in _chunks(list(pids), 500):
            rows = self.db.execute(
                "SELECT p.pid FROM passages p JOIN json_each(:pids) asked ON asked.value = p.pid "
                "WHERE p.kind IN ('exemption', 'other') AND p.words IS NOT NULL AND :least <= (SELECT count(*) FROM "
                "(SELECT DISTINCT d.id FROM passages q JOIN documents d USING (version) "
                f"WHERE q.words = p.words AND {_ALIVE} LIMIT :least))",
                {"pids": json.dumps(chunk), "least": least, "at": at},
            )
            found.update(pid for (pid,) in rows)
        return found

    def passages_of(self, version: int) -> list[StoredPassage]:
        rows = self.db.execute(
            f"SELECT {PASSAGE_COLUMNS} FROM passages p WHERE p.version = ? ORDER BY p.pid", (version,)
        )
        return [stored.passage(row) for row in rows]

    def passage(self, passage: str, at: int) -> StoredPassage | None:
        """The passage with this stable id, alive at sequence `at`."""
        row = self.db.execute(
            f"SELECT {PASSAGE_COLUMNS} FROM passages p JOIN documents d USING (version) WHERE p.id = :id AND {_ALIVE}",
            {"id": passage, "at": at},
        ).fetchone()
        return None if row is None else stored.passage(row)

    def authorities(self, at: int) -> list[str]:
        rows = self.db.execute(
            f"SELECT DISTINCT d.authority FROM documents d WHERE d.authority IS NOT NULL AND {_ALIVE} ORDER BY 1",
            {"at": at},
        )
        return [name for (name,) in rows]

    def matching(self, filters: Filters, at: int) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The numbers of the passages alive at `at` that pass `filters`, ascending: both indexes search only these."""
        clauses, values = [_ALIVE], {"at": at}  # type: tuple[list[str], dict[str, Any]]
        for name, column in (("kind", "p.kind"), ("outcome", "p.outcome")):
            if (value := getattr(filters, name)) is not None:
                clauses.append(f"{column} = :{name}")
                values[name] = value
        if filters.since is not None:
            clauses.append("d.date >= :since")
            values["since"] = filters.since
        if filters.until is not None:
            clauses.append("substr(d.date, 1, length(:until)) <= :until")
            values["until"] = filters.until
        if filters.exemption is not None:
            clauses.append(
                "EXISTS (SELECT 1 FROM json_each(p.exemptions) e WHERE e.value = :code "
                "OR substr(e.value, 1, length(:code) + 1) = :code || '(')"
            )
            values["code"] = filters.exemption
        for name, column in (("authorities", "d.authority"), ("documents", "d.id")):
            if (members := getattr(filters, name)) is not None:
                clauses.append(f"{column} IN (SELECT value FROM json_each(:{name}))")
                values[name] = json.dumps(list(members))
        rows = self.db.execute(
            "SELECT p.pid FROM passages p JOIN documents d USING (version) "
            f"WHERE {' AND '.join(clauses)} ORDER BY p.pid",
            values,
        )
        return np.fromiter((pid for (pid,) in rows), dtype=np.int64)

    def alive(self, at: int) -> tuple[list[int], list[int]]:
        """(passage numbers, document versions) alive at sequence `at`, ascending."""
        pids = self.db.execute(
            f"SELECT p.pid FROM passages p JOIN documents d USING (version) WHERE {_ALIVE} ORDER BY 1", {"at": at}
        )
        versions = self.db.execute(f"SELECT d.version FROM documents d WHERE {_ALIVE} ORDER BY 1", {"at": at})
        return [pid for (pid,) in pids], [v for (v,) in versions]

    def hash(self, pid: int) -> bytes:
        """The key under which this passage's vector is kept."""
        return bytes(self.db.execute("SELECT hash FROM passages WHERE pid = ?", (pid,)).fetchone()[0])

    def integrity(self) -> str | None:
        """What SQLite finds wrong with its file; None when nothing."""
        found = str(self.db.execute("PRAGMA quick_check(1)").fetchone()[0])
        return None if found == "ok" else found

    def counts(self, at: int) -> tuple[int, int]:
        """(documents, passages) alive at sequence `at`."""
        documents = self.db.execute(f"SELECT count(*) FROM documents d WHERE {_ALIVE}", {"at": at}).fetchone()[0]
        passages = self.db.execute(
            f"SELECT count(*) FROM passages p JOIN documents d USING (version) WHERE {_ALIVE}", {"at": at}
        ).fetchone()[0]
        return int(documents), int(passages)

    def failures(self) -> list[tuple[str, str]]:
        """(URI, error) of the documents that the last try could not read."""
        return [(uri, error) for uri, error in self.db.execute("SELECT uri, error FROM failures ORDER BY uri")]

    # What is written

    def put(self, parsed: Parsed, reader: str) -> None:
        """Write a document version in place of the live one. Call inside a transaction."""
        sequence = self._next()
        source, meta = parsed.source, parsed.metadata
        self.db.execute("UPDATE documents SET died = ? WHERE uri = ? AND died IS NULL", (sequence, source.uri))
        self.db.execute("DELETE FROM failures WHERE uri = ?", (source.uri,))
        version = self.db.execute(
            "INSERT INTO documents (id, uri, parent, name, sha256, media_type, reader, text, original, title,"
            " authority, reference, date, outcome, pages, notes, born) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                source.id, source.uri, source.parent, source.name, source.sha256, parsed.reading.media_type, reader,
                parsed.reading.text, zlib.compress(source.data, 6), meta.title, meta.authority, meta.reference,
                meta.date, meta.outcome, json.dumps(parsed.reading.pages), json.dumps(parsed.reading.notes), sequence,
            ),
        ).lastrowid  # fmt: skip
        self.db.executemany(
            "INSERT INTO sections VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                (version, n, s.id, s.kind, s.start, s.end, s.page, json.dumps(s.heading), s.number, s.answers,
                 s.outcome, json.dumps(s.exemptions))
                for n, s in enumerate(parsed.sections)
            ),
        )  # fmt: skip
        self.db.executemany(
            "INSERT INTO tables VALUES (?,?,?)",
            ((version, n, json.dumps(asdict(t))) for n, t in enumerate(parsed.tables)),
        )
        if parsed.gist:
            self.db.execute("INSERT INTO gists VALUES (?,?)", (version, parsed.gist))
        by_id = {s.id: s for s in parsed.sections}
        self.db.executemany(
            'INSERT INTO passages (id, version, section, kind, start, "end", page, question, context, outcome,'
            " exemptions, hash, words) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                (p.id, version, p.section, p.kind, p.start, p.end, p.page, p.question, p.context,
                 by_id[p.section].outcome, json.dumps(by_id[p.section].exemptions),
                 text_hash(p.embedded(parsed.reading.text)), signature(parsed.reading.text[p.start : p.end]))
                for p in parsed.passages
            ),
        )  # fmt: skip

    def remove(self, uri: str) -> int:
        """Take the live document at `uri`, and what was found inside it, out. Returns how many went."""
        rows = self.db.execute(
            "WITH RECURSIVE gone(uri) AS (SELECT ? UNION SELECT d.uri FROM documents d JOIN gone "
            "ON d.parent = gone.uri WHERE d.died IS NULL) "
            "SELECT d.version FROM documents d JOIN gone USING (uri) WHERE d.died IS NULL",
            (uri,),
        ).fetchall()
        if rows:
            sequence = self._next()
            self.db.executemany("UPDATE documents SET died = ? WHERE version = ?", [(sequence, v) for (v,) in rows])
        self.db.execute("DELETE FROM failures WHERE uri = ?", (uri,))
        return len(rows)

    def fail(self, uri: str, error: str) -> None:
        """Remember that the document at `uri` could not be read; a version indexed before stays."""
        self.db.execute(
            "INSERT INTO failures VALUES (?, ?) ON CONFLICT (uri) DO UPDATE SET error = excluded.error", (uri, error)
        )

    def purge(self, before: int) -> None:
        """Forget versions that died at or before sequence `before`: no generation that is left shows them."""
        self.db.execute("DELETE FROM documents WHERE died <= ?", (before,))

    def _next(self) -> int:
        sequence = self.sequence + 1
        self.set_meta("sequence", str(sequence))
        return sequence

    # Vectors

    def unembedded(self, model: str) -> list[tuple[bytes, str]]:
        """(hash, text to embed) of live passages whose text has no vector of `model` yet, each text once.

        Shortest first and then by hash: the same texts always come in the same batches, so that an index finished
        after a crash holds the very vectors of an undisturbed one.
        """
        rows = self.db.execute(
            'SELECT p.hash, p.context, substr(d.text, p.start + 1, p."end" - p.start) FROM passages p '
            "JOIN documents d USING (version) LEFT JOIN vectors v ON v.model = ? AND v.hash = p.hash "
            "WHERE d.died IS NULL AND v.hash IS NULL GROUP BY p.hash",
            (model,),
        )
        texts = [(h, embedded_text(context, body)) for h, context, body in rows]
        return sorted(texts, key=lambda one: (len(one[1]), one[0]))

    def embedded(self, model: str, most: int | None) -> list[tuple[str, Vectors]]:
        """(text, vector kept) of live passages, spread evenly over the store; at most `most` of them."""
        rows = self.db.execute(
            'SELECT p.context, substr(d.text, p.start + 1, p."end" - p.start), v.vector FROM passages p '
            "JOIN documents d USING (version) JOIN vectors v ON v.model = ? AND v.hash = p.hash "
            "WHERE d.died IS NULL ORDER BY p.hash LIMIT ?",
            (model, -1 if most is None else most),
        )
        return [(embedded_text(context, body), np.frombuffer(vector, dtype="<f4")) for context, body, vector in rows]

    def dimension(self, model: str) -> int:
        """The dimension of the vectors kept for `model`; 0 when there are none."""
        row = self.db.execute("SELECT length(vector) FROM vectors WHERE model = ? LIMIT 1", (model,)).fetchone()
        return 0 if row is None else int(row[0]) // 4

    def put_vectors(self, model: str, hashes: Sequence[bytes], vectors: Vectors) -> None:
        self.db.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
            [(model, h, vector.astype("<f4").tobytes()) for h, vector in zip(hashes, vectors, strict=True)],
        )

    def changed(self, after: int, at: int) -> tuple[list[int], list[int]]:
        """(passages born, passages died) between sequence `after` and `at`: what a generation must catch up with."""
        born = self.db.execute(
            "SELECT p.pid FROM passages p JOIN documents d USING (version) "
            f"WHERE d.born > :after AND {_ALIVE} ORDER BY p.pid",
            {"after": after, "at": at},
        )
        died = self.db.execute(
            "SELECT p.pid FROM passages p JOIN documents d USING (version) "
            "WHERE d.born <= :after AND d.died > :after AND d.died <= :at",
            {"after": after, "at": at},
        )
        return [pid for (pid,) in born], [pid for (pid,) in died]

    def changed_documents(self, after: int, at: int) -> tuple[list[int], list[int]]:
        """(versions born, versions died) between sequence `after` and `at`."""
        values = {"after": after, "at": at}
        born = self.db.execute(
            f"SELECT d.version FROM documents d WHERE d.born > :after AND {_ALIVE} ORDER BY 1", values
        )
        died = self.db.execute(
            "SELECT d.version FROM documents d WHERE d.born <= :after AND d.died > :after AND d.died <= :at", values
        )
        return [v for (v,) in born], [v for (v,) in died]

    def indexable(self, pids: Iterable[int], model: str) -> Iterator[tuple[int, str, str, str, bytes]]:
        """(pid, kind, context, text, vector bytes) of these passages."""
        for chunk in _chunks(list(pids), 500):
            marks = ",".join("?" * len(chunk))
            yield from self.db.execute(
                'SELECT p.pid, p.kind, p.context, substr(d.text, p.start + 1, p."end" - p.start), v.vector '
                # CROSS JOIN keeps this order: SQLite would start from the vectors, and read all of them for each chunk.
                "FROM passages p CROSS JOIN documents d ON d.version = p.version "
                "CROSS JOIN vectors v ON v.model = ? AND v.hash = p.hash "
                f"WHERE p.pid IN ({marks})",
                (model, *chunk),
            )


def _chunks(items: Sequence[Any], size: int) -> Iterator[list[Any]]:
    for at in range(0, len(items), size):
        yield list(items[at : at + size])
