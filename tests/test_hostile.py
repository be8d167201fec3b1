"""Requests and letters that mean harm: whatever is sent, the answer is one of ours, and no error of our making."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from indexer.pipeline import index
from service import keys
from service.access import Policy
from service.api import create_app
from service.live import Live
from tests.conftest import SAMPLES, WordEncoder

HEADERS = (
    *("origin", "sec-fetch-site", "authorization", "if-none-match", "accept", "content-type", "x-request-id"),
    *("accept-encoding", "cookie", "referer", "range", "x-forwarded-for", "x-forwarded-host", "transfer-encoding"),
)

ODD = (
    *("http://[x", "http://[::1", "//", "null", "Basic %%%", "Basic " + "A" * 9999, "Bearer foi_\xff_\xff", "W/"),
    *("text/html;q=\xb2", "multipart/form-data", "multipart/form-data; boundary=", "application/json; charset=utf-32"),
    *(
        "application/json; charset=nonsense",
        "bytes=0-,9999999999999-",
        "*",
        '"',
        ",,,,",
        "a" * 5000,
        "\xb2",
        "%00%0d%0a",
    ),
)

ADDRESSES = (
    *("/", "/v1/search?query=drones", "/v1/ask?query=drones", "/documents", "/upload", "/v1/jobs/x", "/mcp"),
    *("/v1/documents/0000000000000000", "/static/../service/keys.py", "/static/%2e%2e/api.py", "/opensearch.xml"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    data = tmp_path_factory.mktemp("hostile") / "data"
    index([str(SAMPLES / "wexcombe-drones.txt")], data, WordEncoder())
    keys.add(data, "one", "read")
    app = create_app(Live(data, encoder=WordEncoder()), policy=Policy(open_writing=True))
    with TestClient(app, base_url="http://foi.test", raise_server_exceptions=False) as made:
        yield made


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PROPFIND"]),
    st.sampled_from(ADDRESSES),
    st.dictionaries(
        st.sampled_from(HEADERS),
        st.sampled_from(ODD) | st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f")),
        max_size=4,
    ),
    st.binary(max_size=40),
)
def test_no_header_is_an_error_of_ours(
    client: TestClient, method: str, address: str, headers: dict[str, str], body: bytes
) -> None:
    sent = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = client.request(method, address, headers=sent, content=body)
    assert answer.status_code < 500, (answer.status_code, headers)
    if method != "HEAD" and answer.status_code >= 400:
        kind = answer.headers["content-type"]
        assert kind.startswith(("application/problem+json", "text/html")), kind
        if kind.startswith("application/problem+json"):
            assert "Traceback" not in json.loads(answer.content)["detail"]


@pytest.mark.parametrize("length", ["\xb2", "9" * 5000, "-1", "1e3", " ", "0x10"])
def test_a_length_that_is_none_is_not_believed(client: TestClient, length: str) -> None:
    sent = [(b"content-length", length.encode("latin-1")), (b"content-type", b"application/json")]
    assert client.request("POST", "/v1/ask", headers=sent, content=b'{"query": "drones"}').status_code < 500


@pytest.mark.parametrize(
    "path",
    ["/static/../keys.py", "/static/%2e%2e/keys.py", "/static/..%2fkeys.py", "/static/%2e%2e%2f%2e%2e%2fREADME.md",
     "/static//etc/passwd", "/static/..\\keys.py", "/static/page.js%00.css", "/documents/..%2f..%2fetc%2fpasswd",
     "/v1/documents/%2e%2e/text", "/v1/documents/..%2fkeys.json/original"],
)  # fmt: skip
def test_no_address_leads_to_another_file(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 422), path
    assert "root:" not in answer.text and "def " not in answer.text


@pytest.mark.parametrize("value", ["a\r\nset-cookie: harmed=1", "a%0d%0aset-cookie:%20harmed=1", "a\u2028b\x85c"])
@pytest.mark.parametrize(
    "address",
    ["/?query={}", "/?authority={}", "/documents?words={}", "/compare?query={}", "/v1/search?query={}&format=csv"],
)
def test_no_value_becomes_a_header(client: TestClient, address: str, value: str) -> None:
    answer = client.get(address.format(quote(value)), follow_redirects=False)
    assert "set-cookie" not in answer.headers and answer.status_code < 500


@pytest.mark.parametrize(
    "body",
    ["[" * 60_000, '{"query":' * 9_000, '{"query": ' + "9" * 9_000 + "}", '{"query": "a", "k": 1e999}', '{"k": NaN}',
     '{"query": "\\ud800"}', '{"query": "a\\u0000b"}', "\ufeff{}",
     '{"query": {"$ne": 1}}', '{"query": "a", "query": 3}'],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/v1/search", "/v1/ask", "/v1/batch"])
def test_no_body_is_an_error_of_ours(client: TestClient, path: str, body: str) -> None:
    answer = client.post(path, content=body.encode(), headers={"content-type": "application/json"})
    assert answer.status_code in (200, 413, 422), answer.text


@pytest.mark.parametrize(
    "query",
    ["\u202egnp.exe\u202c", "a\u0301" * 400, "\U0001f3f4\U000e0067\U000e0062", "ﬁﬂ ſ K Å", "ẞßﬀ", "\ufdfa" * 50, "İı",
     "１２３ ۱۲۳ ¹²³", "\x1b[31mred", "%s%n{0}${x}", "' OR 1=1 --", "AND OR NOT ( \" *:* ^9", "\ufffe\uffff", "𝐒𝐏𝐎𝐬"],
)  # fmt: skip
def test_no_query_is_an_error_of_ours(client: TestClient, query: str) -> None:
    for path in ("/v1/search", "/v1/ask"):
        answer = client.get(
            path, params={"query": query, "highlights": "true"} if "search" in path else {"query": query}
        )
        assert answer.status_code in (200, 422), answer.text
    assert client.get("/", params={"query": query}).status_code in (200, 422)
    assert client.get("/compare", params={"query": query, "year": query}).status_code in (200, 422)


def test_letters_that_mean_harm_are_indexed_and_shown_as_text(tmp_path: Path) -> None:
    asks = "Council\n\n1. How many gates?\n\n"
    letters = {
        "bidi.txt": "Council \u202eevil\u202c\n\n1. How many \u2066gates\u2069?\n\nThere are 4\u200b gates.\n",
        "table.md": "# " + asks + "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|7" * 2000 + "|\n",
        "stars.md": "# " + asks + "**gates " * 5000 + "\n",
        "combining.txt": asks + "8" + "\u0301" * 5000 + " gates\n",
        # These are refused, with the reason.
        "nul.txt": asks + "5\x00 gates\x1b[2J\n",
        "deep.html": "<div>" * 3000 + "<p>How many gates? 6 gates</p>" + "</div>" * 3000,
    }
    folder = tmp_path / "letters"
    folder.mkdir()
    for name, text in letters.items():
        (folder / name).write_bytes(text.encode())
    data = tmp_path / "data"
    report = index([str(folder)], data, WordEncoder())
    assert report.documents >= 4 and report.documents + len(report.failed) == len(letters), report
    assert all("\n" not in error and len(error) < 300 for _, error in report.failed)
    with TestClient(create_app(Live(data, encoder=WordEncoder())), base_url="http://foi.test") as client:
        assert client.get("/", params={"query": "how many gates"}).status_code == 200
        for row in client.get("/v1/documents").json()["documents"]:
            text = client.get(f"/v1/documents/{row['id']}/text").text
            end = min(len(text), 60)
            page = client.get(f"/documents/{row['id']}", params={"start": 0, "end": end})
            assert page.status_code == 200, row["uri"]
            found = client.get(f"/v1/documents/{row['id']}/citation", params={"format": "json", "start": 0, "end": end})
            assert found.status_code == 200 and found.json()["quote"] == text[:end], row["uri"]
