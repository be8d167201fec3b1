"""What is measured, over HTTP: tried again for a moment, one line when it stays away, and on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from corpus.document import FoiError
from eval.run import searched
from eval.systems import Remote, opened
from service.client import Client
from service.problems import details


def remote(answer: Callable[[httpx.Request], httpx.Response]) -> Remote:
    return Remote("http://x:1/", Client("http://x:1", transport=httpx.MockTransport(answer)), wait=0.0)


def document(uri: str, id: str = "d1") -> dict[str, Any]:
    return {"id": id, "uri": uri, "title": None, "authority": None, "reference": None, "date": None}


READY = {"status": "ready", "model": "m", "dimension": 8, "generation": 1, "documents": 1, "passages": 2}
ROW = {"parent": None, "media_type": "text/plain", "sha256": "0" * 64, "outcome": None, "notes": []}
PASSAGE = {
    "rank": 1, "score": 1.0, "passage": "p1", "kind": "answer", "text": "4", "start": 0, "end": 1, "page": None,
    "question": None, "outcome": None, "exemptions": [], "duplicates": [],
}  # fmt: skip


class Service:
    """A service of one document that is down while `down` says so."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.down: Callable[[int], bool] = lambda call: False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(request.url.path)
        if self.down(len(self.calls)):
            raise httpx.ConnectError("connection refused")
        if request.url.path == "/readyz":
            return httpx.Response(200, json=READY)
        if request.url.path == "/v1/documents":
            rows = [document("/f/a.txt") | ROW] if "cursor" in request.url.params else []
            return httpx.Response(200, json={"documents": rows, "next": None if rows else "2", "total": 1})
        if request.url.path == "/v1/documents/d1/text":
            return httpx.Response(200, text="4 bins")
        query = json.loads(request.content)["query"]
        if not query.strip():
            detail = details("/v1/search", 422, "The query is empty.", "invalid-request", "r1")
            return httpx.Response(422, json=detail)
        hit = PASSAGE | {"document": document(f"/f/{query}.txt")}
        return httpx.Response(200, json={"query": query, "took_ms": 1.0, "hits": [hit], "next": None})


def test_a_moment_s_failure_is_tried_again() -> None:
    service = Service()
    service.down = lambda call: call < 3
    assert remote(service).search("a", 5)["hits"][0]["rank"] == 1
    assert len(service.calls) == 3


def test_a_service_that_stays_away_is_told_in_one_line() -> None:
    service = Service()
    service.down = lambda call: True
    with pytest.raises(FoiError) as error:
        remote(service).ask("a")
    assert str(error.value).startswith("http://x:1 does not answer (http://x:1 cannot be reached (ConnectError))")
    assert len(service.calls) == 4
    assert "\n" not in str(error.value)


def test_what_the_service_refuses_is_not_tried_again() -> None:
    service = Service()
    with pytest.raises(FoiError, match="The query is empty"):
        remote(service).search(" ", 5)
    assert len(service.calls) == 1


def test_a_run_over_http_goes_on_where_the_service_went_away(tmp_path: Path) -> None:
    service = Service()
    queries = {"q1": "a", "q2": "b c", "q3": "d"}
    service.down = lambda call: call > 2
    with pytest.raises(FoiError, match="what is done is kept in"):
        searched(remote(service), queries, 10, "place", tmp_path / "run.part")
    service.down = lambda call: False
    run = searched(remote(service), queries, 10, "document", tmp_path / "other.part")
    assert run == {"q1": {"a.txt": 1.0}, "q2": {"b c.txt": 1.0}, "q3": {"d.txt": 1.0}}
    service.calls.clear()
    run = searched(remote(service), queries, 10, "place", tmp_path / "run.part")
    assert run["q2"] == {"b%20c.txt:0-1": 1.0}
    assert service.calls.count("/v1/search") == 2
    assert (tmp_path / "run.part").exists(), "it is the caller's to delete, once the run is written"


def test_what_tells_a_service_from_another() -> None:
    told = {"url": "http://x:1", "model": "m", "generation": 1, "documents": 1, "passages": 2}
    assert remote(Service()).settings == told


def test_texts_come_by_uri_or_name() -> None:
    one = remote(Service())
    assert one.text("/f/a.txt") == one.text("letters/a.txt") == "4 bins"
    assert one.holds("a.txt") and not one.holds("b.txt")
    with pytest.raises(FoiError, match=r"b\.txt is not among the documents of http://x:1"):
        one.text("b.txt")


def test_one_system_is_named(tmp_path: Path) -> None:
    with pytest.raises(FoiError, match="either --data DIR"):
        opened(None, None)
    with pytest.raises(FoiError, match="no address of a service"):
        opened(None, "localhost:8000")
    with pytest.raises(FoiError, match="nothing is indexed"):
        opened(tmp_path, None)
