"""The HTTP API over a small real index: objects, errors, conditions, limits, many readers, new generations."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from corpus.document import document_id
from indexer.embed import Vectors
from indexer.pipeline import index
from service import objects, schema
from service.api import create_app
from service.filters import Asked
from service.index import Index
from service.live import Live
from service.routes.reply import attachment
from tests.conftest import SAMPLES, WordEncoder

HOSTILE = "<script>alert('x')</script>"


def letters(folder: Path) -> Path:
    """Some samples, and one letter that means harm."""
    folder.mkdir()
    for name in ("wexcombe-spo-2023-24.txt", "northmarsh-taxi-licensing.txt", "saltmoor-horses-not-held.txt"):
        shutil.copy(SAMPLES / name, folder)
    asked, said = f"1. How many kiosks {HOSTILE} were there?", f"There were 7 kiosks {HOSTILE}"
    hostile = f"{HOSTILE} Council\n\nRef: {HOSTILE}\n\n{asked}\n\n{said}\n"
    (folder / "a'\"<b>;x=1\n.txt").write_text(hostile, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("api")
    report = index([str(letters(root / "letters"))], root / "data", WordEncoder())
    assert report.added == 4
    return root / "data"


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Live(data, encoder=WordEncoder()))) as opened:
        yield opened


def problem(response: Any, status: int) -> str:
    """The detail of a problem that is one as RFC 9457 has it: one clear sentence."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = schema.Problem.model_validate(response.json())
    assert body.status == status
    assert body.request_id == response.headers["x-request-id"]
    assert body.detail.endswith((".", "?", "!")) and "\n" not in body.detail and "Traceback" not in body.detail
    assert body.detail[0].isupper() or body.detail[0] in "'/"
    return body.detail


def test_search_gives_the_command_line_s_objects(client: TestClient, data: Path) -> None:
    got = client.get("/v1/search", params={"query": "taxi licences", "k": 3, "kind": "answer"}).json()
    found = Index(data, encoder=WordEncoder()).search("taxi licences", 3, Asked(kind="answer"))
    assert got["hits"] and got["hits"] == objects.results("taxi licences", 0, found.hits)["hits"]
    schema.Results.model_validate(got)


def test_ask_gives_the_command_line_s_objects(client: TestClient, data: Path) -> None:
    query = "how many stalking protection orders were breached"
    got = client.get("/v1/ask", params={"query": query}).json()
    expected = objects.answer(query, 0, Index(data, encoder=WordEncoder()).ask(query).answer)
    assert {**got, "took_ms": 0} == {**expected, "took_ms": 0}
    schema.Answered.model_validate(got)


@pytest.mark.parametrize("path", ["/v1/search", "/v1/ask"])
def test_post_answers_as_get_does(client: TestClient, path: str) -> None:
    asked = {"query": "taxi licences", "authority": "Northmarsh", "since": "2000"}
    got, posted = client.get(path, params=asked).json(), client.post(path, json=asked).json()
    got.pop("took_ms"), posted.pop("took_ms")
    assert got == posted


def test_every_hit_and_citation_quotes_its_document(client: TestClient) -> None:
    for query in ("taxi licences", "stalking", "horses", "kiosks"):
        found = client.get("/v1/search", params={"query": query}).json()["hits"]
        answer = client.get("/v1/ask", params={"query": query}).json()
        quoted = [(h["document"]["id"], h["start"], h["end"], h["text"]) for h in found]
        quoted += [(c["document"]["id"], c["start"], c["end"], c["quote"]) for c in answer["citations"]]
        assert quoted
        for id, start, end, words in quoted:
            assert client.get(f"/v1/documents/{id}/text").text[start:end] == words


def test_documents_are_paged_by_an_opaque_cursor(client: TestClient) -> None:
    seen: list[str] = []
    cursor = None
    for _ in range(9):
        page = client.get("/v1/documents", params={"limit": 3} | ({"cursor": cursor} if cursor else {})).json()
        schema.Documents.model_validate(page)
        seen += [d["uri"] for d in page["documents"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == sorted(set(seen)) and len(seen) == page["total"] == 4


@pytest.mark.parametrize("cursor", ["!", "a", "../../etc/passwd", "%00", "é"])
def test_a_foreign_cursor_is_refused(client: TestClient, cursor: str) -> None:
    assert "cursor" in problem(client.get("/v1/documents", params={"cursor": cursor}), 422)


def test_a_document_with_its_sections_text_and_original(client: TestClient) -> None:
    row = next(d for d in client.get("/v1/documents").json()["documents"] if "taxi" in d["uri"])
    whole = client.get(f"/v1/documents/{row['id']}").json()
    schema.DocumentWhole.model_validate(whole)
    text = client.get(f"/v1/documents/{row['id']}/text")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert len(text.text) == whole["characters"]
    assert {s["kind"] for s in whole["sections"]} >= {"question", "answer"}
    original = client.get(f"/v1/documents/{row['id']}/original")
    assert original.content == (SAMPLES / "northmarsh-taxi-licensing.txt").read_bytes()
    assert original.headers["content-type"] == "application/octet-stream"
    assert original.headers["x-content-type-options"] == "nosniff"
    assert original.headers["content-disposition"].startswith('attachment; filename="northmarsh-taxi-licensing.txt"')


def test_a_passage_by_its_id(client: TestClient) -> None:
    hit = client.get("/v1/search", params={"query": "taxi licences"}).json()["hits"][0]
    got = client.get(f"/v1/passages/{hit['passage']}").json()
    schema.Passage.model_validate(got)
    assert got == {name: hit[name] for name in got}


def test_a_hostile_file_name_stays_a_file_name(client: TestClient) -> None:
    row = next(d for d in client.get("/v1/documents").json()["documents"] if "<b>" in d["uri"])
    header = client.get(f"/v1/documents/{row['id']}/original").headers["content-disposition"]
    assert header == "attachment; filename=\"a_b_x_1_.txt\"; filename*=UTF-8''a%27%22%3Cb%3E%3Bx%3D1%0A.txt"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("..", "document"),
        ("C:\\x\\y.pdf", "y.pdf"),
        ("résumé.pdf", "r_sum_.pdf"),
        ("", "document"),
    ],
)
def test_a_download_s_name_is_no_path(name: str, plain: str) -> None:
    assert f'filename="{plain}"' in attachment(name)


@pytest.mark.parametrize(
    "path",
    [
        "/v1/documents/0000000000000000",
        "/v1/documents/0000000000000000/text",
        "/v1/documents/0000000000000000/original",
        "/v1/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/v1/documents/..%2f..%2ffoi.db/original",
        "/v1/documents/%00",
        "/v1/documents/' OR 1=1 --",
        "/v1/passages/ffffffffffffffff",
        "/v1/passages/%",
        "/v1/documents/",
        "/v1",
        "/static/../../pyproject.toml",
        "/static/%2e%2e/api.py",
    ],
)
def test_what_is_not_there_is_a_404_problem(client: TestClient, path: str) -> None:
    problem(client.get(path), 404)


def test_a_document_is_found_by_its_id_and_not_by_its_path(client: TestClient) -> None:
    row = client.get("/v1/documents").json()["documents"][0]
    assert row["id"] == document_id(row["uri"])
    problem(client.get(f"/v1/documents/{quote(row['uri'], safe='')}"), 404)


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({}, "'query' is missing"),
        ({"query": ""}, "empty"),
        ({"query": "?!"}, "no word"),
        ({"query": "x", "k": "0"}, "'k'"),
        ({"query": "x", "k": "1001"}, "'k'"),
        ({"query": "x", "k": "many"}, "'k'"),
        ({"query": "x", "kind": "story"}, "'kind'"),
        ({"query": "x", "outcome": "not_found"}, "'outcome'"),
        ({"query": "x", "since": "31 April"}, "Since '31 April' is not a date"),
        ({"query": "x", "since": "2023-02-30"}, "is not a date"),
        ({"query": "x", "exemption": "40 and 31"}, "is not one section"),
        ({"query": "x", "authority": " "}, "Authority is empty"),
        ({"query": "x", "authority": "\ufeff\u200b\x85\u00ad\u2066\u3164"}, "Authority is empty"),
        ({"query": "x", "authorty": "Northmarsh"}, "'authorty' is not known here"),
        ({"query": "x" * 10_001}, "10,001 characters"),
    ],
)
def test_a_query_that_cannot_be_meant_is_a_422_problem(client: TestClient, params: dict[str, str], said: str) -> None:
    assert said in problem(client.get("/v1/search", params=params), 422)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        '"x"',
        "{}",
        '{"query": 1}',
        '{"query": null}',
        '{"query": ["x"]}',
        '{"query": "x", "k": "5"}',
        '{"query": "x", "k": 1.5}',
        '{"query": "x", "k": true}',
        '{"query": "x", "kind": {}}',
        '{"query": "\\ud800"}',
        '{"query": "x", "more": 1}',
        '{"query": NaN}',
        "[" * 30_000,
        '{"query":' * 5000,
    ],
)
def test_a_body_of_wrong_types_is_a_422_problem(client: TestClient, body: str) -> None:
    sent = client.post("/v1/search", content=body, headers={"content-type": "application/json"})
    problem(sent, 422)


def test_bytes_that_are_no_text_are_a_422_problem(client: TestClient) -> None:
    problem(client.post("/v1/ask", content=b"\xff\xfe{", headers={"content-type": "application/json"}), 422)
    problem(client.post("/v1/ask", content=b'{"query": "\xff"}', headers={"content-type": "application/json"}), 422)


@pytest.mark.parametrize(
    "query", ["\x00 orders", "orders \u202e\u200b", "ＯＲＤＥＲＳ", "🐎 horses", "' OR 1=1 --", "%s %n {0}", "a" * 9999]
)
def test_odd_queries_are_searched(client: TestClient, query: str) -> None:
    for path in ("/v1/search", "/v1/ask"):
        assert client.post(path, json={"query": query}).json()["query"] == query


def test_a_query_of_100_000_characters_is_refused(client: TestClient) -> None:
    problem(client.post("/v1/ask", json={"query": "x" * 100_000}), 413)


def test_a_body_without_a_stated_length_is_cut_off_too(client: TestClient) -> None:
    problem(client.post("/v1/ask", content=(b" " * 1000 for _ in range(70))), 413)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/batch"),
        ("OPTIONS", "/healthz"),
        ("OPTIONS", "/v1/ask"),
        ("TRACE", "/"),
    ],
)
def test_a_method_that_is_not_taken_is_a_405_problem(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert "use " in problem(response, 405)
    assert response.headers["allow"] == {"/v1/ask": "GET, POST", "/v1/batch": "POST"}.get(path, "GET")


def test_a_whole_number_may_have_a_point(client: TestClient) -> None:
    assert len(client.post("/v1/search", json={"query": "orders", "k": 2.0}).json()["hits"]) == 2


def test_head_is_get_without_the_body(client: TestClient) -> None:
    response = client.head("/v1/documents")
    assert response.status_code == 200 and response.content == b""
    assert response.headers["content-type"] == "application/json"


def test_an_etag_spares_the_second_answer(client: TestClient) -> None:
    for path in ("/v1/documents", "/v1/search?query=orders", "/documents", "/v1/failures"):
        first = client.get(path)
        tag = first.headers["etag"]
        for known in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
            again = client.get(path, headers={"if-none-match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert client.get(path, headers={"if-none-match": 'W/"older"'}).status_code == 200
    posted = client.post("/v1/search", json={"query": "orders"}, headers={"if-none-match": "*"})
    assert posted.status_code == 200 and "etag" not in posted.headers


def test_headers_that_protect_are_on_every_answer(client: TestClient) -> None:
    for path in ("/", "/healthz", "/v1/nothing", "/static/style.css", "/v1/search?query=orders", "/v1/search"):
        headers = client.get(path, headers={"origin": "https://evil.example"}).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe-" not in policy and "*" not in policy
        if path.startswith("/v1"):
            assert "script-src" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("given", ["a b", "x" * 65, "", "é".encode().decode("latin-1"), "a\tb"])
def test_a_request_id_is_given_and_a_bad_one_is_not_repeated(client: TestClient, given: str) -> None:
    assert client.get("/healthz", headers={"x-request-id": "trace-7.a_B"}).headers["x-request-id"] == "trace-7.a_B"
    got = client.get("/healthz", headers={b"x-request-id": given.encode("latin-1")}).headers["x-request-id"]
    assert got != given and len(got) == 16


def test_long_answers_are_gzipped(client: TestClient) -> None:
    response = client.get("/openapi.json", headers={"accept-encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip" and "Accept-Encoding" in response.headers["vary"]
    assert "content-encoding" not in client.get("/healthz", headers={"accept-encoding": "gzip"}).headers


def test_only_the_hosts_given_are_answered(data: Path) -> None:
    app = create_app(Live(data, encoder=WordEncoder()), hosts=frozenset({"127.0.0.1", "[::1]"}))
    with TestClient(app, base_url="http://127.0.0.1:8000") as local:
        assert local.get("/healthz").status_code == 200
        assert local.get("/healthz", headers={"host": "[::1]:8000"}).status_code == 200
        problem(local.get("/v1/documents", headers={"host": "rebound.evil.example"}), 421)


def test_ready_when_index_and_model_agree(data: Path) -> None:
    live = Live(data, encoder=WordEncoder())
    with TestClient(create_app(live)) as opened:
        live.warm().join()
        ready = schema.Ready.model_validate(opened.get("/readyz").json())
        assert (ready.model, ready.dimension, ready.documents) == ("words", 64, 4)


def test_not_ready_while_they_disagree(data: Path) -> None:
    class Wider(WordEncoder):
        dimension = 65

    live = Live(data, encoder=Wider())
    with TestClient(create_app(live)) as opened:
        live.warm().join()
        detail = problem(opened.get("/readyz"), 503)
        assert "64 dimensions" in detail and "(65)" in detail


def test_an_index_of_another_model_is_a_503_problem(data: Path) -> None:
    with TestClient(create_app(Live(data, model="other"))) as opened:
        assert "'words', not 'other'" in problem(opened.get("/v1/search?query=x"), 503)
        assert opened.get("/healthz").status_code == 200


def test_nothing_indexed_is_a_503_problem_until_something_is(tmp_path: Path) -> None:
    data = tmp_path / "data"
    live = Live(data, encoder=WordEncoder())
    with TestClient(create_app(live)) as opened:
        for path in ("/v1/search?query=orders", "/v1/ask?query=orders", "/v1/documents", "/readyz"):
            response = opened.get(path)
            assert "foi index" in problem(response, 503)
            assert response.headers["retry-after"] == "5"
        assert opened.get("/healthz").status_code == 200
        assert "foi_index_up 0.0" in opened.get("/metrics").text
        index([str(SAMPLES / "northmarsh-taxi-licensing.txt")], data, WordEncoder())
        assert opened.get("/v1/search?query=taxi").json()["hits"]
        opened.get("/readyz")
        live.warm().join()
        assert opened.get("/readyz").status_code == 200


def test_a_directory_built_anew_is_opened_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    index([str(SAMPLES / "northmarsh-taxi-licensing.txt")], data, WordEncoder())
    with TestClient(create_app(Live(data, encoder=WordEncoder()))) as opened:
        assert "taxi" in opened.get("/v1/documents").json()["documents"][0]["uri"]
        shutil.rmtree(data)
        problem(opened.get("/v1/documents"), 503)
        index([str(SAMPLES / "wexcombe-drones.txt")], data, WordEncoder())
        assert "drones" in opened.get("/v1/documents").json()["documents"][0]["uri"]


def test_a_new_generation_is_picked_up_and_fails_no_request(tmp_path: Path) -> None:
    """Eight readers while nine more letters come in one by one, each its own generation; old ones are swept away."""
    data = tmp_path / "data"
    samples = sorted(SAMPLES.glob("*.txt"))[:10]
    index([str(samples[0])], data, WordEncoder())
    with TestClient(create_app(Live(data, encoder=WordEncoder()))) as opened, ThreadPoolExecutor(8) as readers:
        done = False

        def read(n: int) -> list[int]:
            codes: list[int] = []
            while not done:
                path = ("/v1/search?query=council", "/v1/ask?query=how many", "/v1/documents")[n % 3]
                codes.append(opened.get(path).status_code)
            return codes

        running = [readers.submit(read, n) for n in range(8)]
        tags = {opened.get("/v1/documents").headers["etag"]}
        for sample in samples[1:]:
            index([str(sample)], data, WordEncoder())
            tags.add(opened.get("/v1/documents").headers["etag"])
        done = True
        codes = [code for one in running for code in one.result()]
        assert opened.get("/v1/documents").json()["total"] == 10
    assert len(tags) == 10
    assert len(codes) > 20 and set(codes) == {200}


def test_eight_threads_get_what_one_gets(client: TestClient) -> None:
    assert sqlite3.threadsafety == 3, "the store shares one connection: SQLite must be built serialized"
    paths = [
        f"/v1/{path}?query={query}" for path in ("search", "ask") for query in ("taxi", "orders", "horses", "kiosks")
    ]

    def read(path: str) -> dict[str, Any]:
        got: dict[str, Any] = client.get(path).json()
        return got | {"took_ms": 0}

    alone = {path: read(path) for path in paths}
    with ThreadPoolExecutor(8) as readers:
        for path, got in zip(paths * 8, readers.map(read, paths * 8), strict=True):
            assert got == alone[path]


class SlowEncoder(WordEncoder):
    """Takes its time over a text, as a model on a busy machine does."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        if any("slowly" in text for text in texts):
            time.sleep(1.0)
        return super().encode(texts)


def test_encoding_keeps_nobody_else_waiting(data: Path) -> None:
    with TestClient(create_app(Live(data, encoder=SlowEncoder()))) as opened, ThreadPoolExecutor(1) as other:
        opened.get("/v1/ask?query=taxi")
        slow = other.submit(opened.get, "/v1/ask?query=slowly")
        time.sleep(0.2)
        began = time.perf_counter()
        for path in ("/healthz", "/v1/ask?query=taxi", "/static/style.css"):
            assert opened.get(path).status_code == 200
        took = time.perf_counter() - began
        assert not slow.done() and took < 0.6, "what needs no encoding waited for it"
        assert slow.result().status_code == 200


def test_an_unexpected_error_is_a_500_problem_without_a_trace(
    data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret words of a letter")

    monkeypatch.setattr("service.modes.search", broken)
    with TestClient(create_app(Live(data, encoder=WordEncoder()))) as opened:
        response = opened.get("/v1/search?query=orders")
    assert response.headers["x-request-id"] in problem(response, 500)
    assert "secret" not in response.text and "Zero" not in response.text
    assert "ZeroDivisionError" in caplog.text and "secret" not in "".join(
        r.getMessage() for r in caplog.records if r.levelname != "DEBUG"
    )


def test_metrics_count_routes_and_never_queries(client: TestClient) -> None:
    client.get("/v1/search?query=unmistakable")
    client.get("/v1/documents/0000000000000000")
    client.request("BREW", "/coffee")
    text = client.get("/metrics").text
    assert 'foi_requests_total{method="GET",route="/v1/search",status="200"}' in text
    assert 'route="/v1/documents/{id}",status="404"' in text
    assert 'foi_requests_total{method="other",route="other"' in text
    assert "foi_index_documents 4.0" in text and "foi_index_generation_age_seconds" in text
    assert "unmistakable" not in text and "coffee" not in text
