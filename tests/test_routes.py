"""The API's routes beyond search and answer: forms of results, events, batches, counts, citations, changes."""

from __future__ import annotations

import csv
import io
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient

from indexer.pipeline import index
from service import guard, schema, uploads
from service.access import Policy
from service.api import create_app
from service.jobs import Jobs
from service.live import Live
from tests.conftest import WordEncoder
from tests.test_api import HOSTILE, letters, problem
from tests.test_jobs import PLAY

SPO = "how many stalking protection orders were breached"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("routes")
    folder = letters(root / "letters")
    twice = "Wexcombe Council\n\n1. How many?\n\nNo.\n\n2. How much?\n\nNo.\n"
    (folder / "twice.txt").write_text(twice, encoding="utf-8")
    index([str(folder)], root / "data", WordEncoder())
    return root / "data"


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    script = data.parent / "play.py"
    script.write_text(PLAY)
    work = Jobs(data, command=(sys.executable, str(script)))
    app = create_app(Live(data, encoder=WordEncoder()), policy=Policy(open_writing=True), jobs=work)
    with TestClient(app) as opened:
        yield opened


def events(text: str) -> list[tuple[str, Any]]:
    found = []
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        assert len(lines) == 2 and lines[0].startswith("event: ") and lines[1].startswith("data: ")
        found.append((lines[0][7:], json.loads(lines[1][6:])))
    return found


def test_highlights_are_offsets_in_the_document(client: TestClient) -> None:
    asked = {"query": "how many kiosks", "highlights": "true"}
    hits = client.get("/v1/search", params=asked).json()["hits"]
    marked = set()
    for hit in hits:
        text = client.get(f"/v1/documents/{hit['document']['id']}/text").text
        for span in hit["highlights"]:
            assert hit["start"] <= span["start"] < span["end"] <= hit["end"]
            marked.add(text[span["start"] : span["end"]].lower())
    assert "kiosks" in marked
    assert "highlights" not in client.get("/v1/search", params={"query": "taxi"}).json()["hits"][0]


def test_an_explained_score_adds_up(client: TestClient) -> None:
    for mode in ("hybrid", "dense", "lexical"):
        got = client.post("/v1/search", json={"query": "taxi licences", "mode": mode, "explain": True}).json()
        schema.Results.model_validate(got)
        for hit in got["hits"]:
            told = hit["explain"]
            assert hit["score"] == pytest.approx(told["fused"] + told["fit"], abs=1e-5)
            assert mode == "hybrid" or told["fit"] == 0


def test_facets_come_where_they_are_asked_for(client: TestClient) -> None:
    got = client.post("/v1/search", json={"query": "taxi licences", "facets": True}).json()
    found = schema.Results.model_validate(got).facets
    assert found and found.authority and found.kind
    assert "facets" not in client.get("/v1/search?query=taxi").json()


def test_a_search_is_paged_until_nothing_follows(client: TestClient) -> None:
    asked: dict[str, Any] = {"query": "how many", "k": 2}
    seen, pages = [], 0
    while True:
        got = client.get("/v1/search", params=asked).json()
        seen += [hit["passage"] for hit in got["hits"]]
        pages += 1
        if got["next"] is None:
            break
        asked["cursor"] = got["next"]
    assert pages > 2 and len(set(seen)) == len(seen)
    assert "another search" in problem(client.get("/v1/search", params={"query": "x", "cursor": asked["cursor"]}), 422)


def test_a_cursor_of_an_older_index_is_a_410_problem(tmp_path: Path) -> None:
    folder, data = letters(tmp_path / "letters"), tmp_path / "data"
    files = sorted(folder.iterdir())
    index([str(files[0]), str(files[1])], data, WordEncoder())
    with TestClient(create_app(Live(data, encoder=WordEncoder()))) as opened:
        search = opened.get("/v1/search?query=how&k=1").json()["next"]
        passages = opened.get("/v1/passages?limit=1").json()["next"]
        index([str(files[2])], data, WordEncoder())
        assert "start again" in problem(opened.get(f"/v1/search?query=how&k=1&cursor={search}"), 410)
        assert "start again" in problem(opened.get(f"/v1/passages?limit=1&cursor={passages}"), 410)


def test_the_forms_of_a_search_hold_the_same_hits(client: TestClient) -> None:
    hits = client.get(f"/v1/search?query={SPO}").json()["hits"]
    sheet = client.get(f"/v1/search?query={SPO}&format=csv")
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    assert sheet.headers["content-disposition"].startswith('attachment; filename="search.csv"')
    rows = list(csv.DictReader(io.StringIO(sheet.content.decode(), newline="")))
    assert [row["passage"] for row in rows] == [hit["passage"] for hit in hits]
    lines = client.get(f"/v1/search?query={SPO}&format=jsonl")
    assert lines.headers["content-type"] == "application/jsonl"
    assert [json.loads(line) for line in lines.text.splitlines()] == hits
    feed = client.get(f"/v1/search?query={SPO}&format=atom")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    ids = [element.text for element in etree.fromstring(feed.content).iter("{http://www.w3.org/2005/Atom}id")]
    assert ids[1:] == [f"urn:foi-search:passage:{hit['passage']}" for hit in hits]


@pytest.mark.parametrize("form", ["csv", "atom", "jsonl"])
def test_a_hostile_letter_is_harmless_in_every_form(client: TestClient, form: str) -> None:
    got = client.get("/v1/search", params={"query": "kiosks", "format": form})
    assert got.status_code == 200 and got.headers["x-content-type-options"] == "nosniff"
    if form == "atom":
        assert HOSTILE not in got.text
        assert not list(etree.fromstring(got.content).iter("script"))
    else:
        assert "html" not in got.headers["content-type"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_as_events(client: TestClient, method: str) -> None:
    accept = {"accept": "text/event-stream"}
    if method == "GET":
        got = client.get("/v1/ask", params={"query": SPO}, headers=accept)
    else:
        got = client.post("/v1/ask", json={"query": SPO}, headers=accept)
    assert got.headers["content-type"].startswith("text/event-stream") and "Accept" in got.headers["vary"]
    told = events(got.text)
    assert [name for name, _ in told] == ["found", "answer", "done"]
    schema.Results.model_validate(told[0][1])
    answer = client.get("/v1/ask", params={"query": SPO}).json()
    assert {**told[1][1], "took_ms": 0} == {**answer, "took_ms": 0}
    assert told[2][1]["took_ms"] > 0


def test_a_question_that_cannot_be_meant_is_a_problem_and_no_stream(client: TestClient) -> None:
    got = client.get("/v1/ask?query=x&since=never", headers={"accept": "text/event-stream"})
    assert "is not a date" in problem(got, 422)


def test_a_batch_gives_each_its_result_or_its_problem(client: TestClient) -> None:
    queries = [
        {"id": "a", "query": SPO},
        {"id": "b", "query": "taxi licences", "filters": {"authority": "Northmarsh"}},
        {"id": "c", "query": "?!"},
        {"id": "a", "query": "x", "filters": {"since": "never"}},
    ]
    got = client.post("/v1/batch", json={"task": "ask", "queries": queries}).json()
    results = schema.BatchResults.model_validate(got).results
    assert [one.id for one in results] == ["a", "b", "c", "a"]
    alone = client.get("/v1/ask", params={"query": "taxi licences", "authority": "Northmarsh"}).json()
    assert {**got["results"][1]["answer"], "took_ms": 0} == {**alone, "took_ms": 0}
    assert results[2].problem and results[2].problem.status == 422 and "no word" in results[2].problem.detail
    assert results[3].problem and "is not a date" in results[3].problem.detail
    got = client.post("/v1/batch", json={"task": "search", "k": 2, "queries": queries[:2]}).json()
    assert all(len(one["search"]["hits"]) == 2 for one in got["results"])


@pytest.mark.parametrize(
    "body",
    [
        {"task": "ask", "queries": []},
        {"task": "ask", "queries": [{"id": "1", "query": "x"}] * 101},
        {"task": "sing", "queries": [{"id": "1", "query": "x"}]},
        {"task": "ask", "queries": [{"id": 1, "query": "x"}]},
        {"task": "ask", "queries": [{"id": "1", "query": "x", "filters": {"kind": "story"}}]},
    ],
)
def test_a_batch_that_cannot_be_meant_is_a_422_problem(client: TestClient, body: dict[str, Any]) -> None:
    problem(client.post("/v1/batch", json=body), 422)


def test_a_batch_may_be_larger_than_a_query_and_not_without_end(client: TestClient) -> None:
    queries = [{"id": str(n), "query": "taxi " + "x" * 1000} for n in range(100)]
    assert client.post("/v1/batch", json={"task": "search", "queries": queries}).status_code == 200
    body = json.dumps({"task": "search", "queries": queries, "x": "x" * (1 << 20)})
    problem(client.post("/v1/batch", content=body, headers={"content-type": "application/json"}), 413)


def test_compare(client: TestClient) -> None:
    asked = {"query": SPO, "authority": ["Wexcombe Constabulary", "Nowhere"], "year": ["2023/24"]}
    got = client.get("/v1/compare", params=asked).json()
    rows = schema.Compared.model_validate(got).rows
    assert [(row.authority, row.outcome) for row in rows] == [
        ("Wexcombe Constabulary", "disclosed"),
        ("Nowhere", "not_found"),
    ]
    sheet = client.get("/v1/compare", params={**asked, "format": "csv"}).text
    assert [row["outcome"] for row in csv.DictReader(io.StringIO(sheet))] == ["disclosed", "not_found"]
    problem(client.get("/v1/compare", params={"query": SPO, "year": "soon"}), 422)


def test_exemptions(client: TestClient) -> None:
    got = schema.Exemptions.model_validate(client.get("/v1/exemptions").json())
    assert got.exemptions and sum(use.letters for use in got.uses) == sum(one.letters for one in got.exemptions)
    code = got.exemptions[0].exemption
    only = schema.Exemptions.model_validate(client.get("/v1/exemptions", params={"exemption": code}).json())
    assert [one.exemption for one in only.exemptions] == [code]
    sheet = client.get("/v1/exemptions?format=csv").text
    assert len(list(csv.DictReader(io.StringIO(sheet)))) == len(got.uses)


def test_passages_that_rely_on_a_section_are_listed(client: TestClient) -> None:
    code = client.get("/v1/exemptions").json()["exemptions"][0]["exemption"]
    seen, cursor = [], None
    while True:
        asked = {"exemption": code, "limit": 1} | ({"cursor": cursor} if cursor else {})
        got = schema.Passages.model_validate(client.get("/v1/passages", params=asked).json())
        seen += [one.passage for one in got.passages]
        cursor = got.next
        if cursor is None:
            break
    assert len(seen) == got.total == len(set(seen)) > 0


def test_a_passage_whose_words_stand_twice_in_its_document_is_found_by_its_id(client: TestClient) -> None:
    """The second of two like passages has an id that ends in -2, which was no id to the service."""
    every = client.get("/v1/passages", params={"limit": 500}).json()["passages"]
    second = [one for one in every if one["passage"].endswith("-2")]
    assert second
    for one in second:
        assert client.get(f"/v1/passages/{one['passage']}").json() == one


@pytest.mark.parametrize(
    ("form", "begins", "media_type"),
    [
        ("json", "{", "application/json"),
        ("csl", "[", "application/vnd.citationstyles.csl+json"),
        ("ris", "TY  - ", "application/x-research-info-systems"),
        ("bibtex", "@misc{", "application/x-bibtex"),
        ("text", "", "text/plain; charset=utf-8"),
    ],
)
def test_documents_and_passages_are_cited(client: TestClient, form: str, begins: str, media_type: str) -> None:
    hit = client.get(f"/v1/search?query={SPO}").json()["hits"][0]
    id = hit["document"]["id"]
    spot = f"start={hit['start']}&end={hit['end']}"
    for path in (
        f"/v1/documents/{id}/citation?format={form}",
        f"/v1/documents/{id}/citation?format={form}&{spot}",
        f"/v1/passages/{hit['passage']}/citation?format={form}",
    ):
        got = client.get(path)
        assert got.headers["content-type"] == media_type and got.text.startswith(begins)
        assert got.headers["content-disposition"].startswith(f'attachment; filename="foi-{id}.')
        assert f"http://testserver/documents/{id}" in got.text


@pytest.mark.parametrize("spot", ["start=1", "end=5", "start=5&end=5", "start=9&end=2", "start=0&end=9999999"])
def test_a_quotation_that_is_not_there_is_a_422_problem(client: TestClient, spot: str) -> None:
    id = client.get("/v1/documents").json()["documents"][0]["id"]
    problem(client.get(f"/v1/documents/{id}/citation?{spot}"), 422)


def test_the_opensearch_description(client: TestClient) -> None:
    got = client.get("/opensearch.xml")
    assert got.headers["content-type"].startswith("application/opensearchdescription+xml")
    assert 'template="http://testserver/?query={searchTerms}"' in got.text


def ended(client: TestClient, location: str) -> schema.Job:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        job = schema.Job.model_validate(client.get(location).json())
        if job.state in ("done", "failed"):
            return job
        time.sleep(0.02)
    raise AssertionError(f"{location} did not end")


def test_an_upload_is_a_job_that_can_be_followed(client: TestClient, data: Path) -> None:
    sent = [("file", ("../../a b.txt", b"We hold 4.")), ("file", ("b.txt", b"We hold 5."))]
    got = client.post("/v1/documents", files=sent)
    job = schema.Job.model_validate(got.json())
    assert got.status_code == 202 and got.headers["location"] == f"/v1/jobs/{job.id}"
    assert [one.name for one in job.documents] == ["a b.txt", "b.txt"]
    assert sorted(path.name for path in (data / uploads.FOLDER).rglob("*.txt")) == ["a b.txt", "b.txt"]
    assert ended(client, got.headers["location"]).report is not None
    told = events(client.get(f"/v1/jobs/{job.id}", headers={"accept": "text/event-stream"}).text)
    assert [name for name, _ in told] == ["job"] and told[0][1]["state"] == "done"
    slow = client.post("/v1/documents", files={"file": ("c.txt", b"x")}).headers["location"]
    told = events(client.get(slow, headers={"accept": "text/event-stream"}).text)
    assert told[-1][1]["state"] == "done"


def test_a_job_that_is_not_known_is_a_404_problem(client: TestClient) -> None:
    problem(client.get("/v1/jobs/0000000000000000"), 404)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"data": {"file": "not a file"}}, 422),
        ({"content": b"", "headers": {"content-type": "multipart/form-data; boundary=x"}}, 422),
        ({"content": b"--x\r\nbroken", "headers": {"content-type": "multipart/form-data; boundary=x"}}, 422),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 422),
        ({"content": b"{}", "headers": {"content-type": "application/json"}}, 422),
        ({"files": [("file", (f"{n}.txt", b"x")) for n in range(21)]}, 422),
        ({"files": {"other": ("a.txt", b"x")}}, 422),
    ],
)
def test_a_form_that_cannot_be_meant_is_a_problem(client: TestClient, sent: dict[str, Any], status: int) -> None:
    problem(client.post("/v1/documents", **sent), status)


def test_documents_that_are_too_large_are_refused_while_they_come(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    limit = guard._FORM
    monkeypatch.setattr(guard, "_FORM", guard.replace(limit, size=10_000))
    before = len(list((data / uploads.FOLDER).rglob("*")))
    problem(client.post("/v1/documents", files={"file": ("a.txt", b"x" * 20_000)}), 413)

    def chunks() -> Iterator[bytes]:
        yield b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(20):
            yield b"x" * 1000

    sent = client.post("/v1/documents", content=chunks(), headers={"content-type": "multipart/form-data; boundary=x"})
    problem(sent, 413)
    assert len(list((data / uploads.FOLDER).rglob("*"))) == before


def test_where_too_many_documents_wait_it_says_when_to_come_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.jobs.WAITING", 0)
    refused = client.post("/v1/documents", files={"file": ("a.txt", b"x")})
    assert "try again later" in problem(refused, 429) and refused.headers["retry-after"] == "60"


def test_only_an_upload_is_replaced(client: TestClient) -> None:
    id = client.get("/v1/documents").json()["documents"][0]["id"]
    assert "foi index" in problem(client.put(f"/v1/documents/{id}", content=b"We hold 6."), 409)
    problem(client.put("/v1/documents/0000000000000000", content=b"x"), 404)


def test_a_removal_is_a_job(client: TestClient) -> None:
    row = client.get("/v1/documents").json()["documents"][0]
    got = client.delete(f"/v1/documents/{row['id']}")
    assert got.status_code == 202
    assert ended(client, got.headers["location"]).task == "remove"
    problem(client.delete("/v1/documents/0000000000000000"), 404)


def test_what_was_asked_before_is_given_again_at_once(client: TestClient) -> None:
    client.get("/v1/search?query=horses+and+more+horses")
    made = client.get("/metrics").text
    again = client.get("/v1/search?query=horses+and+more+horses").json()
    assert again["hits"] and again["took_ms"] < 1
    now = client.get("/metrics").text
    for name in ("foi_search_results_made", "foi_ask_results_made"):
        assert [line for line in made.splitlines() if line.startswith(name)] == [
            line for line in now.splitlines() if line.startswith(name)
        ]
