"""What is measured: an index on this disk, or a service over HTTP. Both give the interface's own objects."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

from corpus.document import FoiError
from eval.judgements import named
from indexer.embed import DEFAULT_MODEL, Encoder, SentenceEncoder
from service import objects
from service.client import Client, FoiServiceError
from service.index import Index

Object = Mapping[str, Any]
T = TypeVar("T")

_TRIES = 4
_WAIT = 0.5
"""Seconds before the second try; each further one waits twice as long."""


def published(encoder: Encoder) -> Encoder:
    """What `encoder` is without what it learnt of queries: other engines are given the model as it was published."""
    return SentenceEncoder() if encoder.name == DEFAULT_MODEL else encoder


class System(Protocol):
    """Answers queries. Raises FoiError where it cannot."""

    @property
    def settings(self) -> dict[str, Any]:
        """What tells this system from another: where it is, its model, how much it holds."""
        ...

    def search(self, query: str, k: int) -> Object: ...

    def ask(self, query: str) -> Object: ...

    def text(self, document: str) -> str:
        """The canonical text of a document, by its URI or its file name."""
        ...

    def holds(self, document: str) -> bool:
        """Whether there is a document of this URI or file name."""
        ...


class Local:
    """The index in a data directory, in this process."""

    def __init__(self, data: Path) -> None:
        self.index = Index(data)
        snapshot = self.index.snapshot()
        documents = snapshot.store.documents(snapshot.at)
        self._versions = {named(d.uri): d.version for d in documents} | {d.uri: d.version for d in documents}

    @property
    def settings(self) -> dict[str, Any]:
        snapshot = self.index.snapshot()
        documents, passages = snapshot.store.counts(snapshot.at)
        return {
            "data": str(self.index.data),
            "model": snapshot.stamp.model,
            "generation": snapshot.stamp.sequence,
            "documents": documents,
            "passages": passages,
        }

    def search(self, query: str, k: int) -> Object:
        found = self.index.search(query, k)
        return objects.results(query, found.took_ms, found.hits)

    def ask(self, query: str) -> Object:
        found = self.index.ask(query)
        return objects.answer(query, found.took_ms, found.answer)

    def text(self, document: str) -> str:
        version = self._versions.get(document, self._versions.get(named(document)))
        if version is None:
            raise FoiError(f"{document} is not in the index {self.index.data}: index it first")
        return self.index.snapshot().store.text(version)

    def holds(self, document: str) -> bool:
        return document in self._versions or named(document) in self._versions


class Remote:
    """A running service, by its address. A call that fails for a moment is tried again; one that goes on failing is
    told in one line, and what was found until then is kept by whoever asked (`eval.progress`)."""

    def __init__(self, url: str, client: Client | None = None, wait: float = _WAIT) -> None:
        if not url.startswith(("http://", "https://")):
            raise FoiError(f"{url} is no address of a service: give http://HOST:PORT")
        self.url = url.rstrip("/")
        self._client = client or Client(self.url)
        self._wait = wait
        self._documents: dict[str, str] | None = None

    @property
    def settings(self) -> dict[str, Any]:
        ready = self._tried(self._client.ready)
        return {"url": self.url} | ready.model_dump(include={"model", "generation", "documents", "passages"})

    def search(self, query: str, k: int) -> Object:
        return self._tried(lambda: self._client.search(query, k)).model_dump(mode="json", exclude_unset=True)

    def ask(self, query: str) -> Object:
        return self._tried(lambda: self._client.ask(query)).model_dump(mode="json", exclude_unset=True)

    def text(self, document: str) -> str:
        found = self._id(document)
        if found is None:
            raise FoiError(f"{document} is not among the documents of {self.url}")
        return self._tried(lambda: self._client.text(found))

    def holds(self, document: str) -> bool:
        return self._id(document) is not None

    def _id(self, document: str) -> str | None:
        if self._documents is None:
            rows = self._tried(lambda: list(self._client.documents()))
            self._documents = {named(row.uri): row.id for row in rows} | {row.uri: row.id for row in rows}
        return self._documents.get(document, self._documents.get(named(document)))

    def _tried(self, call: Callable[[], T]) -> T:
        """What `call` gives. Raises FoiError where the service refuses it, or stays away."""
        reason = ""
        for at in range(_TRIES):
            if at:
                time.sleep(self._wait * 2 ** (at - 1))
            try:
                return call()
            except FoiServiceError as error:
                reason = str(error)
                if error.problem is not None and error.problem.status < 500:
                    break
        raise FoiError(f"{self.url} does not answer ({reason}): see that the service runs, then run this again")


def opened(data: Path | None, url: str | None) -> System:
    """The system that the user named. Raises FoiError where both or none is given."""
    if (data is None) == (url is None):
        raise FoiError("give either --data DIR, an index on this disk, or --url http://…, a running service")
    return Local(data) if data is not None else Remote(str(url))
