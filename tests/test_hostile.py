"""Requests and letters that mean harm: whatever is sent, the answer is one of ours, and no error of our making."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from starlette.testclient import TestClient

from corpus.manifest import read_manifest
from indexer.pipeline import index
from service import cli, keys
from service.access import Policy
from service.api import create_app
from service.live import Live
from service.printable import printable
from service.routes.reply import attachment
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
    ("path", "body"),
    [
        ("/v1/ask", '{"query": "drones \\ud83d flown"}'),
        ("/v1/search", '{"query": "\\udc00 drones"}'),
        ("/v1/search", '{"query": "drones", "authority": "Wexcombe \\udc00"}'),
        ("/v1/batch", '{"task": "ask", "queries": [{"id": "a", "query": "\\udc00 drones"}]}'),
    ],
)
def test_half_a_character_is_no_character(client: TestClient, path: str, body: str) -> None:
    """JSON may hold half of a surrogate pair, which no encoder takes."""
    answer = client.post(path, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200, answer.text
    if path == "/v1/batch":
        assert answer.json()["results"][0]["answer"]["query"] == "\ufffd drones"


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


EVIL = "<script>alert(1)</script>\"'</textarea>"


@pytest.fixture(scope="module")
def owned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service over letters of which a manifest says the worst, and files that a browser would run."""
    root = tmp_path_factory.mktemp("owned")
    folder = root / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "1. How many gates were there in 2023?\n\nThere were 4 gates.\n\n2. Where are they?\n\n"
        "The locations are exempt under section 31(1)(a) of the Freedom of Information Act 2000.\n"
    )
    (folder / "b.html").write_text(
        "<html><head><title>" + "T\u202eitle " * 40_000 + "</title></head><body><p>1. How many gates were there?</p>"
        "<p>There were 5 gates: <a href='javascript:alert(1)'>list</a>.</p>"
    )
    (folder / "c.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><text>6 gates</text></svg>"
    )
    says = root / "manifest.csv"
    with says.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "authority", "reference", "date", "title"])
        rows.writerow(
            [
                folder / "a.txt",
                f"=1+1\u202e\r\nX: y{EVIL}",
                f"@SUM(A1){EVIL}\nTY  - BOOK",
                "2024-05-01",
                "-" + EVIL * 3000,
            ]
        )
    report = index([str(folder)], root / "data", WordEncoder(), manifest=read_manifest(says))
    assert report.added == 3, report
    with TestClient(create_app(Live(root / "data", encoder=WordEncoder())), base_url="http://foi.test") as made:
        yield made


def test_no_metadata_puts_markup_or_a_script_s_address_on_any_page(owned: TestClient) -> None:
    documents = owned.get("/v1/documents").json()["documents"]
    assert any(EVIL in (one["title"] or "") for one in documents), "the harm is not there: this tests nothing"
    paths = ["/", "/documents", "/?query=how+many+gates", "/exemptions?exemption=s31", "/compare?query=how+many+gates"]
    for path in [*paths, *(f"/documents/{one['id']}?start=0&end=9" for one in documents)]:
        text = owned.get(path, headers={"accept": "text/html"}).text
        assert text.count("<script") == 1 and 'href="javascript:' not in text.lower(), path
        assert len(text) < 100_000, f"{path}: a title of any length makes a page of any size"


@pytest.mark.parametrize(
    "path",
    ["/v1/search?query=gates&format=csv", "/v1/compare?query=how+many+gates&format=csv", "/v1/exemptions?format=csv"],
)
def test_no_cell_of_a_download_is_a_formula(owned: TestClient, path: str) -> None:
    answer = owned.get(path)
    assert answer.headers["content-disposition"].startswith("attachment") and answer.headers["content-type"].startswith(
        "text/csv"
    )
    cells = [cell for row in csv.reader(io.StringIO(answer.text, newline="")) for cell in row]
    assert any(cell.startswith("'=1+1") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r")]
    assert not [cell for cell in cells if cell[:1] == "-" and not cell[1:2].isdigit()]


def test_a_feed_of_such_letters_is_well_formed(owned: TestClient) -> None:
    feed = etree.fromstring(owned.get("/v1/search?query=gates&format=atom").content)
    names = [one.text or "" for one in feed.iter("{http://www.w3.org/2005/Atom}name")]
    assert any(EVIL in name for name in names) and not list(feed.iter("{*}script"))


@pytest.mark.parametrize("form", ["ris", "bibtex", "csl", "text"])
def test_a_citation_of_such_a_letter_is_one(owned: TestClient, form: str) -> None:
    documents = owned.get("/v1/documents").json()["documents"]
    worst = next(one for one in documents if EVIL in (one["title"] or ""))
    answer = owned.get(f"/v1/documents/{worst['id']}/citation?format={form}")
    assert answer.headers["content-disposition"].startswith("attachment") and len(answer.text) < 4000
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]", answer.text)
    if form == "ris":
        assert [line[:6] for line in answer.text.splitlines()].count("TY  - ") == 1
    if form == "csl":
        assert len(json.loads(answer.text)) == 1


def test_an_original_is_saved_and_never_shown(owned: TestClient) -> None:
    for one in owned.get("/v1/documents").json()["documents"]:
        answer = owned.get(f"/v1/documents/{one['id']}/original", headers={"accept": "text/html,image/svg+xml,*/*"})
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_download_s_name_is_one_header_of_printable_ascii(name: str) -> None:
    header = attachment(name)
    assert header.isascii() and header.isprintable()
    assert re.fullmatch(r"attachment; filename=\"[A-Za-z0-9._-]+\"; filename\*=UTF-8''[A-Za-z0-9%._~-]+", header)


def test_no_name_or_letter_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a\x1b[2J\u202e.pdf").write_bytes(b"%PDF-1.4 rubbish")
    (folder / "b\x1b]0;owned\x07.txt").write_text("1. How many gates?\n\n4 gates.\n")
    assert cli.main(["sections", str(folder)]) == 1
    assert cli.main(["text", str(folder / "no\x1b[2J")]) == 2
    out, err = capsys.readouterr()
    assert "rubbish" not in err and err.count("foi: ") == 2
    for said in (out, err):
        assert said and "owned" in out and not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    assert printable("a\r\nb\tc\n\x1b[31m\u2067\x85é\ud800") == "a\nb\tc\n\ufffd[31m\ufffd\ufffdé\ufffd"
