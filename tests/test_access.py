"""Who may do what, and how often."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.document import FoiError
from indexer.pipeline import index
from service import keys, schema
from service.access import Policy, address, needs
from service.api import create_app
from service.live import Live
from tests.conftest import SAMPLES, WordEncoder

MISSING = "/v1/documents/0000000000000000"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("access") / "data"
    index([str(SAMPLES / "wexcombe-drones.txt")], made, WordEncoder())
    return made


@pytest.fixture(scope="module")
def reader(data: Path) -> str:
    return keys.add(data, "reader", "read")[1]


@pytest.fixture(scope="module")
def writer(data: Path) -> str:
    return keys.add(data, "writer", "write")[1]


@contextmanager
def opened(data: Path, policy: Policy) -> Iterator[TestClient]:
    with TestClient(create_app(Live(data, encoder=WordEncoder()), policy=policy), base_url="http://foi.test") as client:
        yield client


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_by_default_anyone_reads_and_nobody_writes(data: Path, reader: str, writer: str) -> None:
    with opened(data, Policy()) as client:
        assert client.get("/v1/search?query=drones").status_code == 200
        assert client.post("/v1/ask", json={"query": "drones"}).status_code == 200
        refused = client.delete(MISSING)
        assert refused.status_code == 401 and refused.headers["www-authenticate"].startswith("Bearer")
        assert "--scope write" in schema.Problem.model_validate(refused.json()).detail
        assert client.delete(MISSING, headers=bearer(reader)).status_code == 403
        assert client.delete(MISSING, headers=bearer(writer)).status_code == 404
        assert client.post("/v1/documents", files={"file": ("a.txt", b"x")}).status_code == 401


def test_where_reading_needs_a_key_only_health_does_not(data: Path, reader: str) -> None:
    with opened(data, Policy(open_reading=False)) as client:
        for path in ("/v1/search?query=drones", "/v1/documents", "/v1/jobs/x", "/metrics", "/", "/v1/nothing"):
            assert client.get(path).status_code == 401, path
        assert client.post("/v1/batch", json={}).status_code == 401
        for path in ("/healthz", "/openapi.json", "/opensearch.xml", "/static/style.css"):
            assert client.get(path).status_code == 200, path
        for path in ("/v1/search?query=drones", "/metrics", "/"):
            assert client.get(path, headers=bearer(reader)).status_code == 200, path


def test_a_wrong_key_is_refused_even_where_none_is_needed(data: Path, reader: str) -> None:
    with opened(data, Policy(open_writing=True)) as client:
        for wrong in (reader[:-1] + "!", "x", ""):
            response = client.get("/v1/search?query=drones", headers=bearer(wrong))
            assert response.status_code == 401 and "not known here" in response.json()["detail"]
        assert client.get("/v1/search?query=drones", headers={"authorization": "Digest x"}).status_code == 200


def test_a_browser_gives_its_key_as_a_password(data: Path, reader: str) -> None:
    with opened(data, Policy(open_reading=False)) as client:
        asked = client.get("/", headers={"accept": "text/html"})
        assert asked.status_code == 401 and asked.headers["www-authenticate"].startswith("Basic realm=")
        basic = base64.b64encode(f"anyone:{reader}".encode()).decode()
        assert client.get("/", headers={"authorization": f"Basic {basic}"}).status_code == 200
        assert client.get("/", headers={"authorization": "Basic !!!"}).status_code == 401


def test_a_revoked_key_is_refused_without_a_restart(data: Path) -> None:
    made, token = keys.add(data, "for a day", "read")
    with opened(data, Policy(open_reading=False)) as client:
        assert client.get("/v1/documents", headers=bearer(token)).status_code == 200
        keys.revoke(data, made.id)
        assert client.get("/v1/documents", headers=bearer(token)).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 404),
        ({"sec-fetch-site": "same-origin", "origin": "http://foi.test"}, 404),
        ({"sec-fetch-site": "none"}, 404),
        ({"origin": "http://foi.test"}, 404),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://other.foi.test"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "null", "sec-fetch-site": "none"}, 403),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, 403),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, 404),
        ({"origin": "http://before.the.proxy", "sec-fetch-site": "same-origin"}, 404),
        ({"origin": "null", "host": ""}, 403),
        ({"origin": "http://[x", "sec-fetch-site": "none"}, 403),
        ({"origin": "http://[x"}, 403),
        ({"origin": "http://foi.test.evil.example"}, 403),
        ({"origin": "http://foi.test:81"}, 403),
        ({"origin": "https://trusted.example", "sec-fetch-site": "cross-site"}, 404),
    ],
)
def test_another_web_site_changes_nothing(data: Path, headers: dict[str, str], status: int) -> None:
    with opened(data, Policy(open_writing=True, origins=("https://trusted.example",))) as client:
        assert client.delete(MISSING, headers=headers).status_code == status


def test_other_web_sites_may_call_only_where_they_are_named(data: Path) -> None:
    asks = {"origin": "https://trusted.example", "access-control-request-method": "POST"}
    with opened(data, Policy()) as client:
        assert "access-control-allow-origin" not in client.get("/v1/documents", headers=asks).headers
    with opened(data, Policy(open_reading=False, origins=("https://trusted.example",))) as client:
        before = client.options("/v1/ask", headers=asks)
        assert before.status_code == 200
        assert before.headers["access-control-allow-origin"] == "https://trusted.example"
        other = client.options("/v1/ask", headers=asks | {"origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers


def test_too_many_requests_are_told_when_to_go_on(data: Path, reader: str) -> None:
    with opened(data, Policy(rate="3/minute")) as client:
        path = "/v1/documents"
        assert [client.get(path).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
        refused = client.get(path)
        schema.Problem.model_validate(refused.json())
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert client.get("/healthz").status_code == 200
        assert client.get(path, headers=bearer(reader)).status_code == 200, "a key is counted by itself"


@pytest.mark.parametrize("rate", ["", "lots", "5", "0x5/minute", "5/fortnight"])
def test_a_rate_that_cannot_be_meant_is_refused(rate: str) -> None:
    with pytest.raises(FoiError, match="is no rate"):
        Policy(rate=rate).limit()


def test_what_a_request_needs() -> None:
    reads = [("GET", "/v1/documents"), ("POST", "/v1/search"), ("POST", "/v1/batch"), ("HEAD", "/"), ("BREW", "/")]
    writes = [("POST", "/v1/documents"), ("PUT", MISSING), ("DELETE", MISSING), ("POST", "/upload"), ("PATCH", "/")]
    assert {needs(*one) for one in reads} == {"read"} and {needs(*one) for one in writes} == {"write"}


def test_an_ipv6_customer_is_one_reader() -> None:
    first, second = ({"type": "http", "client": (host, 1)} for host in ("2001:db8::1", "2001:db8::ffff"))
    assert address(first) == address(second) == "2001:db8::/64"
    assert address({"type": "http", "client": ("10.0.0.1", 1)}) == "10.0.0.1"
    assert address({"type": "http", "client": None}) == ""
