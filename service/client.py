"""A client of the service's API, typed: `Client` for a program that waits, `AsyncClient` for one that does not.

with Client("http://127.0.0.1:8000") as foi:
    print(foi.ask("how many SPOs were breached").answer)
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import httpx
from pydantic import BaseModel

from service.schema import (
    Answered,
    BatchResults,
    Compared,
    Document,
    DocumentRow,
    Documents,
    DocumentWhole,
    Exemptions,
    Hit,
    Job,
    Passage,
    Problem,
    Ready,
    Results,
)

__all__ = ["Answered", "AsyncClient", "Client", "Document", "FoiServiceError", "Hit", "Job", "Results"]

TIMEOUT = 60.0
"""Seconds within which an answer must begin to come."""

_TRIES = 4
_LOOK = 0.5  # seconds between two looks at a job
_M = TypeVar("_M", bound=BaseModel)
Filter = str | int | bool | Sequence[str] | None
Form = Literal["json", "csl", "ris", "bibtex", "text"]


class FoiServiceError(Exception):
    """What the service refused, or that it could not be reached. `problem` is what it said, where it said something."""

    def __init__(self, message: str, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Call:
    """A request as both clients send it."""

    method: str
    path: str
    params: Mapping[str, Filter] | None = None
    json: Any = None
    files: Sequence[tuple[str, tuple[str, bytes]]] | None = None
    content: bytes | None = None

    def sent(self) -> dict[str, Any]:
        params = {name: _plain(value) for name, value in (self.params or {}).items() if value is not None}
        return {"params": params, "json": self.json, "files": self.files, "content": self.content}


def _plain(value: Filter) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _search(query: str, k: int, filters: Mapping[str, Filter]) -> _Call:
    return _Call("POST", "/v1/search", json={"query": query, "k": k, **_given(filters)})


def _ask(query: str, filters: Mapping[str, Filter]) -> _Call:
    return _Call("POST", "/v1/ask", json={"query": query, **_given(filters)})


def _batch(queries: Sequence[Mapping[str, Any]], task: str, k: int) -> _Call:
    return _Call("POST", "/v1/batch", json={"task": task, "queries": [dict(one) for one in queries], "k": k})


def _compare(query: str, authorities: Sequence[str], years: Sequence[str]) -> _Call:
    return _Call("GET", "/v1/compare", {"query": query, "authority": authorities, "year": years})


def _upload(paths: Sequence[Path]) -> _Call:
    return _Call("POST", "/v1/documents", files=[("file", (path.name, path.read_bytes())) for path in paths])


def _given(filters: Mapping[str, Filter]) -> dict[str, Filter]:
    return {name: value for name, value in filters.items() if value is not None}


def _checked(response: httpx.Response) -> httpx.Response:
    if response.is_success:
        return response
    try:
        problem = Problem.model_validate_json(response.content, extra="ignore")
    except ValueError:
        raise FoiServiceError(
            f"{response.url} answered {response.status_code} and no problem: is it foi-search?"
        ) from None
    raise FoiServiceError(problem.detail, problem)


def _read(model: type[_M], response: httpx.Response) -> _M:
    """The object; what a newer service says besides is passed over."""
    try:
        return model.model_validate_json(response.content, extra="ignore")
    except ValueError:
        raise FoiServiceError(f"{response.url} answered something else than expected: is it foi-search?") from None


def _wait(response: httpx.Response, tried: int) -> float | None:
    """Seconds to wait before the same is asked again; None where it should not be."""
    if response.status_code not in (429, 503) or tried >= _TRIES:
        return None
    said = response.headers.get("retry-after", "")
    wait = float(said) if said.isdigit() else 2.0**tried
    return wait if wait <= TIMEOUT else None


def _headers(key: str | None) -> dict[str, str]:
    return {"User-Agent": "foi-search-client", **({"Authorization": f"Bearer {key}"} if key else {})}


class Client:
    """A service, called and waited for. Each call raises FoiServiceError; where the service asks for patience (429,
    503), it waits and asks again, a few times."""

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        timeout: float = TIMEOUT,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._http = httpx.Client(base_url=url, headers=_headers(key), timeout=timeout, transport=transport)

    def search(self, query: str, k: int = 10, **filters: Filter) -> Results:
        """The passages that match best. `filters` are those of the API: `kind`, `authority`, `exemption`, `outcome`,
        `since`, `until`; and `mode`, `cursor`, `facets`, `highlights`, `explain`."""
        return _read(Results, self._send(_search(query, k, filters)))

    def pages(self, query: str, k: int = 100, **filters: Filter) -> Iterator[Hit]:
        """Every hit of a search, page by page."""
        cursor = None
        while True:
            found = self.search(query, k, cursor=cursor, **filters)
            yield from found.hits
            cursor = found.next
            if cursor is None:
                return

    def ask(self, query: str, **filters: Filter) -> Answered:
        """The answer, word for word, with its source; or which silence it is."""
        return _read(Answered, self._send(_ask(query, filters)))

    def batch(
        self, queries: Sequence[Mapping[str, Any]], task: Literal["ask", "search"] = "ask", k: int = 10
    ) -> BatchResults:
        """Many queries (`{"id", "query", "filters"?}`) at once, up to 100; each has its result or its problem."""
        return _read(BatchResults, self._send(_batch(queries, task, k)))

    def compare(self, query: str, authorities: Sequence[str] = (), years: Sequence[str] = ()) -> Compared:
        """One question over authorities and years."""
        return _read(Compared, self._send(_compare(query, authorities, years)))

    def ready(self) -> Ready:
        """The model and how much is indexed; refused (503) while no question can be answered."""
        return _read(Ready, self._send(_Call("GET", "/readyz")))

    def exemptions(self, **filters: Filter) -> Exemptions:
        """Who relied on what."""
        return _read(Exemptions, self._send(_Call("GET", "/v1/exemptions", filters)))

    def documents(self) -> Iterator[DocumentRow]:
        """Everything that is indexed, ordered by URI."""
        cursor: str | None = None
        while True:
            page = _read(Documents, self._send(_Call("GET", "/v1/documents", {"limit": 500, "cursor": cursor})))
            yield from page.documents
            cursor = page.next
            if cursor is None:
                return

    def document(self, id: str) -> DocumentWhole:
        return _read(DocumentWhole, self._send(_Call("GET", f"/v1/documents/{id}")))

    def text(self, id: str) -> str:
        """A document's canonical text, which every offset counts in."""
        return self._send(_Call("GET", f"/v1/documents/{id}/text")).content.decode("utf-8")

    def original(self, id: str) -> bytes:
        return self._send(_Call("GET", f"/v1/documents/{id}/original")).content

    def passage(self, id: str) -> Passage:
        return _read(Passage, self._send(_Call("GET", f"/v1/passages/{id}")))

    def citation(self, passage: str, form: Form = "bibtex") -> str:
        """A reference to a passage, by its id."""
        return self._send(_Call("GET", f"/v1/passages/{passage}/citation", {"format": form})).text

    def upload(self, *paths: Path, wait: bool = True) -> Job:
        """Have documents indexed; returns when that is done, or at once where it is not waited for."""
        job = _read(Job, self._send(_upload(paths)))
        return self.ended(job.id) if wait else job

    def remove(self, id: str, wait: bool = True) -> Job:
        """Take a document out."""
        job = _read(Job, self._send(_Call("DELETE", f"/v1/documents/{id}")))
        return self.ended(job.id) if wait else job

    def job(self, id: str) -> Job:
        return _read(Job, self._send(_Call("GET", f"/v1/jobs/{id}")))

    def ended(self, id: str) -> Job:
        """The job when it has ended."""
        while True:
            job = self.job(id)
            if job.state in ("done", "failed"):
                return job
            time.sleep(_LOOK)

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _send(self, call: _Call) -> httpx.Response:
        tried = 0
        while True:
            try:
                response = self._http.request(call.method, call.path, **call.sent())
            except httpx.HTTPError as error:
                raise FoiServiceError(f"{self._http.base_url} cannot be reached ({type(error).__name__})") from None
            tried += 1
            wait = _wait(response, tried)
            if wait is None:
                return _checked(response)
            time.sleep(wait)


class AsyncClient:
    """As `Client`, for programs that do other things meanwhile."""

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        timeout: float = TIMEOUT,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._http = httpx.AsyncClient(base_url=url, headers=_headers(key), timeout=timeout, transport=transport)

    async def search(self, query: str, k: int = 10, **filters: Filter) -> Results:
        return _read(Results, await self._send(_search(query, k, filters)))

    async def pages(self, query: str, k: int = 100, **filters: Filter) -> AsyncIterator[Hit]:
        cursor = None
        while True:
            found = await self.search(query, k, cursor=cursor, **filters)
            for hit in found.hits:
                yield hit
            cursor = found.next
            if cursor is None:
                return

    async def ask(self, query: str, **filters: Filter) -> Answered:
        return _read(Answered, await self._send(_ask(query, filters)))

    async def batch(
        self, queries: Sequence[Mapping[str, Any]], task: Literal["ask", "search"] = "ask", k: int = 10
    ) -> BatchResults:
        return _read(BatchResults, await self._send(_batch(queries, task, k)))

    async def compare(self, query: str, authorities: Sequence[str] = (), years: Sequence[str] = ()) -> Compared:
        return _read(Compared, await self._send(_compare(query, authorities, years)))

    async def ready(self) -> Ready:
        return _read(Ready, await self._send(_Call("GET", "/readyz")))

    async def exemptions(self, **filters: Filter) -> Exemptions:
        return _read(Exemptions, await self._send(_Call("GET", "/v1/exemptions", filters)))

    async def documents(self) -> AsyncIterator[DocumentRow]:
        cursor: str | None = None
        while True:
            call = _Call("GET", "/v1/documents", {"limit": 500, "cursor": cursor})
            page = _read(Documents, await self._send(call))
            for row in page.documents:
                yield row
            cursor = page.next
            if cursor is None:
                return

    async def document(self, id: str) -> DocumentWhole:
        return _read(DocumentWhole, await self._send(_Call("GET", f"/v1/documents/{id}")))

    async def text(self, id: str) -> str:
        return (await self._send(_Call("GET", f"/v1/documents/{id}/text"))).content.decode("utf-8")

    async def original(self, id: str) -> bytes:
        return (await self._send(_Call("GET", f"/v1/documents/{id}/original"))).content

    async def passage(self, id: str) -> Passage:
        return _read(Passage, await self._send(_Call("GET", f"/v1/passages/{id}")))

    async def citation(self, passage: str, form: Form = "bibtex") -> str:
        return (await self._send(_Call("GET", f"/v1/passages/{passage}/citation", {"format": form}))).text

    async def upload(self, *paths: Path, wait: bool = True) -> Job:
        job = _read(Job, await self._send(_upload(paths)))
        return await self.ended(job.id) if wait else job

    async def remove(self, id: str, wait: bool = True) -> Job:
        job = _read(Job, await self._send(_Call("DELETE", f"/v1/documents/{id}")))
        return await self.ended(job.id) if wait else job

    async def job(self, id: str) -> Job:
        return _read(Job, await self._send(_Call("GET", f"/v1/jobs/{id}")))

    async def ended(self, id: str) -> Job:
        while True:
            job = await self.job(id)
            if job.state in ("done", "failed"):
                return job
            await asyncio.sleep(_LOOK)

    async def close(self) -> None:
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _send(self, call: _Call) -> httpx.Response:
        tried = 0
        while True:
            try:
                response = await self._http.request(call.method, call.path, **call.sent())
            except httpx.HTTPError as error:
                raise FoiServiceError(f"{self._http.base_url} cannot be reached ({type(error).__name__})") from None
            tried += 1
            wait = _wait(response, tried)
            if wait is None:
                return _checked(response)
            await asyncio.sleep(wait)
