"""The client against the application itself, without a network."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from indexer.pipeline import index
from service import client as clients
from service import schema
from service.access import Policy
from service.api import create_app
from service.client import AsyncClient, Client, FoiServiceError
from service.jobs import Jobs
from service.live import Live
from tests.conftest import SAMPLES, WordEncoder
from tests.test_jobs import PLAY

SPO = "how many stalking protection orders were breached"


class Through(httpx.BaseTransport):
    """Hands the client's requests to the application."""

    def __init__(self, inner: TestClient) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        got = self.inner.request(
            request.method, str(request.url), content=request.read(), headers=dict(request.headers)
        )
        headers = {name: value for name, value in got.headers.items() if name not in ("content-encoding",)}
        return httpx.Response(got.status_code, content=got.content, headers=headers, request=request)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    root = tmp_path_factory.mktemp("client")
    names = ("wexcombe-spo-2023-24.txt", "northmarsh-taxi-licensing.txt", "wexcombe-drones.txt")
    index([str(SAMPLES / name) for name in names], root / "data", WordEncoder())
    (root / "play.py").write_text(PLAY)
    work = Jobs(root / "data", command=(sys.executable, str(root / "play.py")))
    app = create_app(Live(root / "data", encoder=WordEncoder()), policy=Policy(open_writing=True), jobs=work)
    with TestClient(app) as opened:
        yield opened


@pytest.fixture
def foi(served: TestClient) -> Iterator[Client]:
    with Client("http://testserver", transport=Through(served)) as made:
        yield made


def test_every_call_gives_what_the_service_gives(foi: Client, served: TestClient, tmp_path: Path) -> None:
    found = foi.search("taxi licences", 3, kind="answer", highlights=True)
    assert [hit.rank for hit in found.hits] == [1, 2, 3] and found.hits[0].highlights is not None
    answer = foi.ask(SPO, authority="Wexcombe", since=None)
    assert answer.value == 6 and answer.citations[0].quote == answer.answer
    letter = foi.document(answer.citations[0].document.id)
    text = foi.text(letter.id)
    assert len(text) == letter.characters and text[answer.citations[0].start : answer.citations[0].end] == "6"
    assert foi.original(letter.id) == (SAMPLES / "wexcombe-spo-2023-24.txt").read_bytes()
    assert [row.uri.rpartition("/")[2] for row in foi.documents()] == sorted(
        ["wexcombe-spo-2023-24.txt", "northmarsh-taxi-licensing.txt", "wexcombe-drones.txt"]
    )
    hit = found.hits[0]
    assert foi.passage(hit.passage).text == hit.text
    assert foi.citation(hit.passage).startswith("@misc{")
    assert foi.compare(SPO, ["Wexcombe Constabulary"], ["2023/24"]).rows[0].value == 6
    assert [one.exemption for one in foi.exemptions(exemption="s31").exemptions] == ["FOIA s31"]
    results = foi.batch([{"id": "1", "query": SPO}, {"id": "2", "query": "?"}]).results
    assert results[0].answer and results[0].answer.value == 6 and results[1].problem
    (tmp_path / "a.txt").write_text("We hold 4.")
    job = foi.upload(tmp_path / "a.txt")
    assert job.state == "done" and job.report
    assert foi.remove(letter.id).state == "done"


def test_pages_go_on_to_the_end(foi: Client) -> None:
    ids = [hit.passage for hit in foi.pages("how many", k=4)]
    assert len(ids) == len(set(ids)) > 8


def test_a_refusal_says_what_the_service_says(foi: Client) -> None:
    with pytest.raises(FoiServiceError, match="is not a date") as refused:
        foi.search("x", since="never")
    assert refused.value.problem and refused.value.problem.status == 422


def test_the_asynchronous_client_gives_the_same(foi: Client, served: TestClient, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We hold 4.")
    transport = httpx.ASGITransport(app=served.app)

    async def all_of(rows: AsyncIterator[Any]) -> list[Any]:
        return [row async for row in rows]

    async def asked() -> None:
        async with AsyncClient("http://testserver", transport=transport) as other:
            assert (await other.search("taxi licences", 3)).hits == foi.search("taxi licences", 3).hits
            answer = await other.ask(SPO)
            assert answer.model_copy(update={"took_ms": 0}) == foi.ask(SPO).model_copy(update={"took_ms": 0})
            id = answer.citations[0].document.id
            assert await other.document(id) == foi.document(id)
            assert await other.text(id) == foi.text(id) and await other.original(id) == foi.original(id)
            assert await all_of(other.documents()) == list(foi.documents())
            assert await all_of(other.pages("how many", k=4)) == list(foi.pages("how many", k=4))
            passage = foi.search("taxi licences", 1).hits[0].passage
            assert await other.passage(passage) == foi.passage(passage)
            assert await other.citation(passage, "ris") == foi.citation(passage, "ris")
            assert await other.exemptions() == foi.exemptions()
            assert (await other.compare(SPO)).rows == foi.compare(SPO).rows
            batch = await other.batch([{"id": "1", "query": "taxi"}], "search", 2)
            assert batch.results[0].search and len(batch.results[0].search.hits) == 2
            assert (await other.upload(tmp_path / "a.txt")).state == "done"
            assert (await other.remove(id)).state == "done"
            with pytest.raises(FoiServiceError, match="No document"):
                await other.document("0000000000000000")

    asyncio.run(asked())


def told(status: int, body: bytes = b"{}", **headers: str) -> httpx.Response:
    return httpx.Response(status, content=body, headers={name.replace("_", "-"): v for name, v in headers.items()})


def scripted(*answers: httpx.Response) -> tuple[httpx.MockTransport, list[httpx.Request]]:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return answers[min(len(seen), len(answers)) - 1]

    return httpx.MockTransport(handle), seen


def test_it_waits_where_it_is_told_to_and_gives_up_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(clients.time, "sleep", waited.append)
    problem = schema.Problem(type="x", title="x", status=429, detail="Wait.", instance="/", request_id="1")
    busy = told(429, problem.model_dump_json().encode(), retry_after="7")
    good = b'{"query": "x", "took_ms": 1, "hits": [], "next": null, "newer": "than this client"}'
    transport, seen = scripted(busy, told(503), told(200, good))
    assert Client("http://foi", transport=transport).search("x").hits == []
    assert waited == [7.0, 4.0] and len(seen) == 3
    transport, seen = scripted(busy)
    with pytest.raises(FoiServiceError, match=r"^Wait\.$"):
        Client("http://foi", transport=transport).search("x")
    assert len(seen) == clients._TRIES


@pytest.mark.parametrize("answer", [told(404, b"<html>"), told(200, b"<html>"), told(200, b"[]"), told(500, b"")])
def test_what_is_not_this_service_is_said_in_one_line(answer: httpx.Response) -> None:
    transport, _ = scripted(answer)
    with pytest.raises(FoiServiceError, match="is it foi-search"):
        Client("http://foi", transport=transport).ask("x")


def test_nobody_there_is_said_in_one_line() -> None:
    with pytest.raises(FoiServiceError, match="cannot be reached"):
        Client("http://127.0.0.1:1").ask("x")


def test_a_key_is_sent_as_a_bearer_token() -> None:
    transport, seen = scripted(told(404, b"x"))
    with pytest.raises(FoiServiceError):
        Client("http://foi", key="foi_x", transport=transport).document("1")
    assert seen[0].headers["authorization"] == "Bearer foi_x"
