"""The web page as a browser without JavaScript gets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from indexer.pipeline import index
from service.api import create_app
from service.live import Live
from service.wording import KINDS, OUTCOMES, amount
from tests.conftest import SAMPLES, WordEncoder
from tests.test_api import HOSTILE, letters

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    root = tmp_path_factory.mktemp("page")
    folder = letters(root / "letters")
    for name in ("harrowmere-burglary-outcomes.txt", "eastlea-school-transport.eml", "saltmoor-anpr-refusal.md"):
        (folder / name).write_bytes((SAMPLES / name).read_bytes())
    (folder / "<i>broken.pdf").write_bytes(b"%PDF-1.4 rubbish")
    report = index([str(folder)], root / "data", WordEncoder())
    assert len(report.failed) == 1
    with TestClient(create_app(Live(root / "data", encoder=WordEncoder())), headers=BROWSER) as opened:
        yield opened


def page(client: TestClient, path: str, status: int = 200) -> HtmlElement:
    """A page that keeps what every page must: valid structure, no script, nothing inline, nothing from elsewhere."""
    response = client.get(path)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    tree = lxml.html.document_fromstring(response.text)
    assert tree.get("lang") == "en-GB"
    assert len(tree.xpath("//h1")) == 1 and len(tree.xpath("//main")) == 1 and tree.findtext(".//title")
    assert not tree.xpath("//script | //style | //iframe | //object | //base")
    assert not tree.xpath("//@style | //@*[starts-with(name(), 'on')]")
    for address in tree.xpath("//link/@href | //img/@src | //form/@action | //a/@href"):
        assert address.startswith(("/", "#"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for field in tree.xpath("//input | //select"):
        assert tree.xpath(f"//label[@for='{field.get('id')}']"), "a field without a label"
    for reference in tree.xpath("//@aria-labelledby | //@aria-describedby | //a/@href[starts-with(., '#')]"):
        for name in reference.lstrip("#").split():
            assert name in ids, f"nothing has the id {name}"
    levels = [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False)), levels
    return tree


def words(tree: HtmlElement) -> str:
    return " ".join(tree.text_content().split())


def find(client: TestClient, part: str) -> str:
    """The id of the document whose file name has `part`."""
    rows = client.get("/v1/documents").json()["documents"]
    return str(next(r["id"] for r in rows if part in r["uri"]))


def test_the_front_page_has_one_box_and_says_what_is_indexed(client: TestClient) -> None:
    tree = page(client, "/")
    assert len(tree.xpath("//input[@type='search']")) == 1
    assert "8 documents from" in words(tree)


def test_an_answer_with_its_source_and_the_passages_beneath(client: TestClient) -> None:
    tree = page(client, "/?query=how+many+stalking+protection+orders+were+breached")
    assert tree.xpath("//input[@id='query']/@value") == ["how many stalking protection orders were breached"]
    expected = client.get("/v1/ask", params={"query": "how many stalking protection orders were breached"}).json()
    card = tree.xpath("//section[contains(@class, 'card')]")[0]
    if expected["answer"] is not None:
        assert card.xpath(".//blockquote")[0].text_content() == expected["answer"]
    citation = expected["citations"][0]
    href = f"/documents/{citation['document']['id']}?start={citation['start']}&end={citation['end']}#cited"
    assert href in card.xpath(".//a/@href")
    assert f"characters {citation['start']}–{citation['end']}" in words(card)
    hits = tree.xpath("//li[starts-with(@class, 'hit ')]")
    found = client.get("/v1/search", params={"query": "how many stalking protection orders were breached"}).json()[
        "hits"
    ]
    assert len(hits) == len(found)
    for shown, hit in zip(hits, found, strict=True):
        assert KINDS[hit["kind"]] in words(shown)
        assert all(code in words(shown) for code in hit["exemptions"])
        assert " ".join(hit["text"][:200].split()[:-1]) in words(shown)


def test_a_citation_leads_to_the_marked_words_in_the_letter(client: TestClient) -> None:
    citation = client.get("/v1/ask?query=how many stalking protection orders were breached").json()["citations"][0]
    path = f"/documents/{citation['document']['id']}?start={citation['start']}&end={citation['end']}"
    tree = page(client, path)
    target = tree.xpath("//mark[@id='cited']")
    assert len(target) == 1
    text = "".join(
        "".join(mark.text_content() for mark in tree.xpath("//div[@class='text']//mark | //td//mark")).split()
    )
    assert text == "".join(citation["quote"].split())


def test_every_silence_is_in_words(client: TestClient) -> None:
    for query in ("horses held by Saltmoor Police", "zzyzx", "anpr cameras locations withheld"):
        expected = client.get("/v1/ask", params={"query": query}).json()
        card = page(client, f"/?query={query}").xpath("//section[contains(@class, 'card')]")[0]
        heading = card.xpath(".//h2")[0].text_content()
        assert heading == ("Answer" if expected["outcome"] == "disclosed" else OUTCOMES[expected["outcome"]])


def test_filters_stay_in_the_form_and_can_be_taken_off(client: TestClient) -> None:
    tree = page(client, "/?query=orders&kind=answer&since=2020&authority=&exemption=&outcome=&until=")
    assert tree.xpath("//select[@id='kind']/option[@selected]/@value") == ["answer"]
    assert tree.xpath("//input[@id='since']/@value") == ["2020"]
    assert tree.xpath("//ul[@class='chips']//a/@href") == ["/?query=orders&since=2020", "/?query=orders&kind=answer"]
    for href in tree.xpath("//aside//a/@href"):
        page(client, href)


def test_no_result_helps(client: TestClient) -> None:
    tree = page(client, "/?query=orders&authority=Nowhere+Council")
    assert "No passage was found with these filters" in words(tree)
    assert "/?query=orders" in tree.xpath("//a/@href")


@pytest.mark.parametrize(
    "path", ["/?query=?!", "/?query=orders&since=soon", "/?query=orders&exemption=xx", "/?query=" + "x" * 12_000]
)
def test_a_query_that_cannot_be_meant_says_so_beside_the_box(client: TestClient, path: str) -> None:
    tree = page(client, path, 422)
    assert tree.xpath("//*[@role='alert']") and tree.xpath("//input[@id='query']/@aria-describedby") == ["wrong"]


@pytest.mark.parametrize("k", ["0", "-1", "x", "99999999999999999999", "٣", "20"])
def test_an_odd_number_of_passages_is_no_error(client: TestClient, k: str) -> None:
    page(client, f"/?query=orders&k={k}")


def test_the_letter_in_full_with_questions_joined_to_answers(client: TestClient) -> None:
    id = find(client, "harrowmere-burglary")
    tree, whole = page(client, f"/documents/{id}"), client.get(f"/v1/documents/{id}").json()
    for section in whole["sections"]:
        shown = tree.xpath(f"//section[@id='{section['id']}']")
        assert len(shown) == 1 and section["kind"] in shown[0].get("class")
        if section["answers"]:
            assert f"#{section['answers']}" in shown[0].xpath(".//a/@href")
    assert [cell.text_content()[:7] for cell in tree.xpath("//td[@class='doubt']")] == ["ı⚠ doub", "(empty)"]
    assert 'Cell "OTTERBOURNE HEATH / 2020" is unreadable' in words(tree)
    assert f"/v1/documents/{id}/original" in tree.xpath("//a[@download]/@href")


@pytest.mark.parametrize(
    "span",
    ["start=99999&end=100000", "start=5&end=5", "start=x&end=y", "start=5", "start=٣&end=9", "start=-1&end=4"],
)
def test_a_span_that_is_not_there_is_said(client: TestClient, span: str) -> None:
    tree = page(client, f"/documents/{find(client, 'horses')}?{span}")
    assert "no such characters" in words(tree) and not tree.xpath("//mark")


def test_an_attachment_and_its_message_lead_to_each_other(client: TestClient) -> None:
    message, attached = find(client, "transport.eml"), find(client, ".eml#")
    assert f"/documents/{attached}" in page(client, f"/documents/{message}").xpath("//a/@href")
    assert f"/documents/{message}" in page(client, f"/documents/{attached}").xpath("//a/@href")


def test_hostile_documents_and_queries_are_only_text(client: TestClient) -> None:
    id = find(client, "<b>")
    text = client.get(f"/v1/documents/{id}/text").text
    at = text.index(HOSTILE)
    query = f"/?query={HOSTILE}&authority=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"
    marked = f"/documents/{id}?start={at}&end={at + len(HOSTILE)}"
    for path in (f"/documents/{id}", marked, "/documents", "/?query=kiosks", query):
        response = client.get(path)
        assert "<script" not in response.text and "<img" not in response.text and "<i>" not in response.text
        page(client, path, response.status_code)
    assert HOSTILE in words(page(client, f"/documents/{id}"))


def test_the_list_names_what_failed_and_why(client: TestClient) -> None:
    tree = page(client, "/documents")
    assert len(tree.xpath("//tbody/tr")) == 8
    failed = tree.xpath("//section[@class='failed']")[0]
    assert "<i>broken.pdf" in failed.xpath(".//dt")[0].text
    assert failed.xpath(".//dd")[0].text


def test_an_error_is_a_page_for_a_browser_and_a_problem_for_a_program(client: TestClient) -> None:
    tree = page(client, "/documents/0000000000000000", 404)
    assert "No document has this id" in words(tree)
    page(client, "/documents?cursor=!", 422)
    for accept in ("*/*", "application/json"):
        response = client.get("/documents/0000000000000000", headers={"accept": accept})
        assert response.headers["content-type"] == "application/problem+json"


def test_what_goes_wrong_inside_is_a_page_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret words of a letter")

    monkeypatch.setattr("service.view.parts", broken)
    tree = page(client, f"/documents/{find(client, 'horses')}", 500)
    assert "report it with the request id" in words(tree) and "secret" not in words(tree)


def test_the_words_asked_for_stand_out_in_the_passages(client: TestClient) -> None:
    tree = page(client, "/?query=how+many+of+the+kiosks+were+there")
    assert {b.text for b in tree.xpath("//li//p[@class='text']/b")} == {"kiosks"}


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(4.0, None, "4"), (1204.0, "officers", "1,204 officers"), (2918400.5, "£", "£2,918,400.5"), (-2.5, "%", "-2.5%")],
)
def test_values_are_written_as_readers_write_them(value: float, unit: str | None, said: str) -> None:
    assert amount(value, unit) == said


def test_an_empty_directory_says_how_to_index_and_is_picked_up(tmp_path: Path) -> None:
    data = tmp_path / "<data>"
    with TestClient(create_app(Live(data, encoder=WordEncoder())), headers=BROWSER) as opened:
        for path in ("/", "/?query=orders", "/documents"):
            assert "foi index" in words(page(opened, path, 503)) and str(data) in words(page(opened, path, 503))
        index([str(SAMPLES / "northmarsh-taxi-licensing.txt")], data, WordEncoder())
        assert "1 document from 1 authority is indexed" in words(page(opened, "/"))


def test_the_style_and_the_icon_are_served_from_here(client: TestClient) -> None:
    assert client.get("/static/style.css").headers["content-type"].startswith("text/css")
    assert client.get("/static/icon.svg").headers["content-type"] == "image/svg+xml"
    assert "url(" not in client.get("/static/style.css").text and "@import" not in client.get("/static/style.css").text
