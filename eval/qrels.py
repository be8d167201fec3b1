"""Relevance judgements on whole documents: TREC's four columns, or BEIR's three under a header."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.document import FoiError
from eval.runs import Run, numbered

Qrels = dict[str, dict[str, int]]
"""Query → document → relevance; 0 or less is judged and not relevant."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A test collection: documents with title and text, queries, and judgements of one split."""

    name: str
    documents: dict[str, tuple[str, str]]
    queries: dict[str, str]
    qrels: Qrels


def read_qrels(path: Path) -> Qrels:
    """Judgements of either layout. Raises FoiError that names the line where one is malformed."""
    rows = list(numbered(path))
    beir = bool(rows) and "\t" in rows[0][1] and len(next(csv.reader([rows[0][1]], delimiter="\t"))) == 3
    if beir and _whole(rows[0][1].rsplit("\t", 1)[1]) is None:  # BEIR's header line
        rows = rows[1:]
    qrels: Qrels = {}
    for number, line in rows:
        parts = next(csv.reader([line], delimiter="\t")) if beir else line.split()
        wanted = 3 if beir else 4
        relevance = _whole(parts[-1]) if len(parts) == wanted else None
        if relevance is None:
            layout = "query, document, relevance" if beir else "query, 0, document, relevance"
            raise FoiError(f"{path}:{number} is not a judgement: it needs {layout}, the last a whole number")
        query, document = parts[0], parts[-2]
        row = qrels.setdefault(query, {})
        if row.get(document, relevance) != relevance:
            raise FoiError(f"{path}:{number} judges {document} for query {query} a second time, and differently")
        row[document] = relevance
    if not qrels:
        raise FoiError(f"{path} holds no judgement")
    return qrels


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text) else None


def known(run: Run, judged: Iterable[str], source: str) -> None:
    """Raises FoiError where `run` holds queries that are not judged: most likely it belongs to other judgements."""
    strange = sorted(set(run) - set(judged))
    if strange:
        more = f" and {len(strange) - 1} more" if len(strange) > 1 else ""
        raise FoiError(
            f"{source} has queries that are not judged: {strange[0]}{more}: give the judgements of this run, "
            "or --judged-only to leave them out"
        )


def of_this(run: Run, qrels: Qrels, source: str) -> None:
    """Raises FoiError where not one document of `run` is judged for any query: it is of another collection."""
    documents = {document for row in qrels.values() for document in row}
    returned = [document for row in run.values() for document in row]
    if returned and not any(document in documents for document in returned):
        raise FoiError(
            f"{source} has no document that is judged for any query, of {len(returned)} ({returned[0]} is the first): "
            "give the judgements of its collection, or --judged-only to score it all the same"
        )


def read_collection(folder: Path, split: str) -> Collection:
    """A folder in BEIR's layout: corpus.jsonl, queries.jsonl, qrels/<split>.tsv.

    Raises FoiError where a part is missing or malformed, a judged query has no text, or no judged document exists.
    """
    if not (folder / "corpus.jsonl").is_file():
        raise FoiError(f"{folder} is not in BEIR's layout: it has no corpus.jsonl")
    documents = {
        name: (str(row.get("title") or ""), str(row["text"])) for name, row in _rows(folder / "corpus.jsonl").items()
    }
    if not any("".join(document).strip() for document in documents.values()):
        raise FoiError(f"{folder / 'corpus.jsonl'} holds no text to search")
    texts = {name: str(row["text"]) for name, row in _rows(folder / "queries.jsonl").items()}
    path = folder / "qrels" / f"{split}.tsv"
    if not path.is_file():
        there = ", ".join(sorted(p.stem for p in path.parent.glob("*.tsv"))) or "none"
        raise FoiError(f"{folder} has no judgements for the split {split!r}; there: {there}")
    qrels = read_qrels(path)
    for query in qrels:
        if not texts.get(query, "").strip():
            raise FoiError(f"{path} judges the query {query}, which {folder / 'queries.jsonl'} gives no text for")
    strange = sorted({d for row in qrels.values() for d, r in row.items() if r > 0} - documents.keys())
    if strange:
        raise FoiError(f"{path} judges {strange[0]} relevant, which {folder / 'corpus.jsonl'} does not hold")
    return Collection(folder.resolve().name, documents, {query: texts[query] for query in qrels}, qrels)


def _rows(path: Path) -> dict[str, Mapping[str, object]]:
    found: dict[str, Mapping[str, object]] = {}
    for number, line in numbered(path):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row.get("_id"):
            raise FoiError(f'{path}:{number} needs a JSON object with "_id" and "text"')
        if str(row["_id"]) in found:
            raise FoiError(f"{path}:{number} gives the id {row['_id']} a second time")
        found[str(row["_id"])] = row
    return found
