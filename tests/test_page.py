"""The web pages as a browser without JavaScript gets them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import lxml.html
import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from indexer.pipeline import index
from service import keys
from service.access import Policy
from service.api import create_app
from service.candidate import Answer, Citation, Other
from service.index import Answered, Index
from service.jobs import Job, Jobs
from service.live import Live
from service.pages.documents import UPLOADED, place
from service.pages.drawing import draw
from service.units import origin
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


@pytest.fixture(scope="module")
def samples(sampled: Path) -> Iterator[TestClient]:
    """The page over all text samples."""
    with TestClient(create_app(Live(sampled, encoder=WordEncoder())), headers=BROWSER) as opened:
        yield opened


def page(client: TestClient, path: str, status: int = 200) -> HtmlElement:
    """A page that keeps what every page must: valid structure, nothing inline, nothing from elsewhere."""
    response = client.get(path)
    assert response.status_code == status, response.text
    return checked(response)


def checked(response: Any) -> HtmlElement:
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    tree = lxml.html.document_fromstring(response.text)
    assert tree.get("lang") == "en-GB"
    assert len(tree.xpath("//h1")) == 1 and len(tree.xpath("//main")) == 1 and tree.findtext(".//title")
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    assert [(s.get("src"), s.text) for s in tree.xpath("//script")] == [("/static/page.js", None)]
    assert not tree.xpath("//style | //iframe | //object | //base")
    assert not tree.xpath("//@style | //@*[starts-with(name(), 'on')]")
    for address in tree.xpath("//link/@href | //img/@src | //form/@action | //a/@href"):
        assert address.startswith(("/", "#")) and not address.startswith("//")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for field in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert tree.xpath(f"//label[@for='{field.get('id')}']"), "a field without a label"
    for reference in tree.xpath("//@aria-labelledby | //@aria-describedby | //a/@href[starts-with(., '#')]"):
        for name in reference.lstrip("#").split():
            assert name in ids, f"nothing has the id {name}"
    levels = [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False)), levels
    return tree


def harmless(text: str) -> bool:
    """Whether nothing that a letter or an address said has become markup; our own one script is no letter's."""
    markup = ("<img", "<i>", "<b>", "<svg onload", "</textarea><")
    return text.count("<script") == 1 and not any(tag in text for tag in markup)


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


def test_the_front_page_offers_questions_that_letters_answer(samples: TestClient) -> None:
    tree = page(samples, "/")
    offered = tree.xpath("//section[@aria-labelledby='examples']//li")
    assert 2 <= len(offered) <= 4
    authorities = [one.xpath("string(.//span)") for one in offered]
    assert len(set(authorities)) == len(authorities)
    for one, authority in zip(offered, authorities, strict=True):
        question = one.xpath("string(.//a)")
        assert re.fullmatch(r"[A-Z][^?]+\?", question)
        asked = page(samples, one.xpath(".//a/@href")[0])
        assert asked.xpath("//input[@id='query']/@value") == [question]
        assert f"Authority: {authority}" in words(asked)


def test_a_cited_cell_is_shown_in_its_row_and_a_passage_s_table_as_one(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = client.app.state.live.current().snapshot  # type: ignore[attr-defined]
    letter = next(d for d in snapshot.store.documents(snapshot.at) if "burglary-outcomes" in d.uri)
    text = snapshot.store.text(letter.version)
    table = max(snapshot.shelf.open([letter.version])[letter.version].tables, key=lambda one: len(one.cells))
    last = max(table.cells, key=lambda one: (one.row, one.column))
    row = [one for one in table.cells if one.row == last.row and one.end > one.start]

    def card(start: int, end: int) -> HtmlElement:
        cited = Citation(letter.uri, start, end, None, None, text[start:end], origin(letter))
        found = Answer("disclosed", text[start:end], 12.0, None, 0.8, (cited,), (), ())
        monkeypatch.setattr(Index, "ask", lambda *_: Answered(found, 1.0))
        return page(client, "/?query=burglary").xpath("//section[starts-with(@class, 'card')]")[0]

    one = card(last.start, last.end)
    assert [" ".join(mark.text_content().split()) for mark in one.xpath(".//table//mark")] == [
        " ".join(text[last.start : last.end].split())
    ]
    assert one.xpath(".//table//tr[.//mark]//th") and one.xpath("string(.//blockquote)")
    several = card(row[0].start, row[-1].end)
    assert len(several.xpath(".//blockquote//table//mark")) == len(row) and "Value" not in words(several)
    assert page(client, "/?query=burglary+outcomes").xpath("//li[starts-with(@class, 'hit')]//table//td")


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
        shown = tree.xpath(f"//div[@id='{section['id']}']")
        assert len(shown) == 1 and section["kind"] in shown[0].get("class")
        if section["answers"]:
            above = shown[0].xpath("preceding-sibling::div[1]/@id")
            assert f"#{section['answers']}" in shown[0].xpath(".//a/@href") or above == [section["answers"]]
            asked = tree.xpath(f"//div[@id='{section['answers']}']")[0]
            assert f"#{section['id']}" in asked.xpath(".//a/@href")
    assert [cell.text_content()[:7] for cell in tree.xpath("//td[@class='doubt']")] == ["ı⚠ doub", "(empty)", "3,796⚠ "]
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
        assert harmless(response.text)
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
    assert {mark.text for mark in tree.xpath("//li//p[@class='text']/mark")} == {"kiosks"}


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


EVIL = "<img src=x onerror=alert(1)>\"'</textarea><script>alert(2)</script>"
EVIL_ESCAPED = "&lt;img src=x onerror=alert(1)&gt;&quot;'&lt;/textarea&gt;&lt;script&gt;alert(2)&lt;/script&gt;"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Letters that mean harm in their names, titles, authorities, references, cells, notes and exemptions."""
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "<b>letters"
    folder.mkdir()
    (folder / "<svg onload=alert(3)>.html").write_text(
        f"<html><head><title>{EVIL_ESCAPED}</title></head><body><h1>{EVIL_ESCAPED} Council</h1>"
        f"<p>Our ref: {EVIL_ESCAPED}</p><h2>1. How many {EVIL_ESCAPED} kiosks were there in each area?</h2>"
        f"<table><caption>{EVIL_ESCAPED}</caption><tr><th>{EVIL_ESCAPED}</th><th>2023</th><th>2024</th></tr>"
        f"<tr><td>North {EVIL_ESCAPED}</td><td>4</td><td></td></tr><tr><td>South</td><td>5</td><td>6</td></tr>"
        f"<tr><td>Total</td><td>99</td><td>7</td></tr></table></body></html>"
    )
    (folder / "a.csv").write_text('Area,"=cmd|<script>",Total\n"' + EVIL.replace('"', '""') + '",4,4\n<b>x</b>,5,6\n')
    (folder / "b.txt").write_text(
        f"{EVIL} Borough Council\n\nRef: FOI {EVIL}\n3 June 2024\n\n1. Where are the {EVIL} kiosks?\n\n"
        f"The information is exempt under section 31(1)(a) of the Freedom of Information Act because {EVIL} would "
        f"prejudice {EVIL}.\n"
    )
    (folder / "<i>bad<script>.pdf").write_bytes(b"%PDF-1.4 rubbish")
    index([str(folder)], root / "data", WordEncoder())
    app = create_app(Live(root / "data", encoder=WordEncoder()), policy=Policy(open_writing=True))
    with TestClient(app, headers=BROWSER) as opened:
        yield opened


def test_no_letter_puts_markup_on_any_page(hostile: TestClient) -> None:
    store = hostile.app.state.live.current().snapshot.store  # type: ignore[attr-defined]
    documents = hostile.get("/v1/documents").json()["documents"]
    assert len(documents) == 3
    paths = ["/", "/documents", "/exemptions", "/exemptions?exemption=s31", "/compare", "/compare?query=kiosks"]
    paths += ["/?query=kiosks", "/?query=how+many+kiosks+in+the+North+in+2024", "/?query=why+were+kiosks+withheld"]
    for one in documents:
        length = len(store.text(store.document(one["id"], 10**9).version))
        paths += [f"/documents/{one['id']}", f"/documents/{one['id']}?start=0&end={length}"]
        paths.append("/documents?" + urlencode({"authority": one["authority"] or "", "words": EVIL}))
    for path in paths:
        response = hostile.get(path)
        assert harmless(response.text), path
        checked(response)
    whole = "".join(hostile.get(path).text for path in paths)
    assert EVIL.replace("<", "&lt;").split(" ")[0] in whole, "the harm was never shown: this tests nothing"


@pytest.mark.parametrize(
    "path",
    [
        *("/?query={}", "/?query=orders&authority={}", "/?query=orders&since={}", "/exemptions?exemption={}"),
        *("/exemptions?authority={}", "/compare?query={}", "/compare?query=orders&authority={}"),
        *("/compare?query=x&year={}", "/documents?words={}", "/documents?place={}", "/documents/{}", "/jobs/{}", "/{}"),
    ],
)
def test_no_address_puts_markup_on_any_page(client: TestClient, path: str) -> None:
    for said in (EVIL, "javascript:alert(1)", "\u202e\x00\ud7ff{{7*7}}", "%0d%0aSet-Cookie:a=b"):
        response = client.get(path.format(quote(said, safe="")))
        assert response.status_code < 500 and harmless(response.text) and "set-cookie" not in response.headers
        checked(response)
        assert "javascript:" not in "".join(lxml.html.document_fromstring(response.text).xpath("//@href"))


def test_a_hostile_name_is_uploaded_as_a_name_and_no_more(hostile: TestClient) -> None:
    sent = hostile.post("/upload", files={"file": (f"../../{EVIL}.txt", b"words")}, follow_redirects=False)
    assert sent.status_code == 303
    response = hostile.get(sent.headers["location"])
    assert harmless(response.text)
    checked(response)
    data = hostile.app.state.live.data  # type: ignore[attr-defined]
    kept = [path for path in (data / "uploads").rglob("*") if path.is_file()]
    assert len(kept) == 1 and kept[0].parent.parent == data / "uploads"
    assert harmless(hostile.get("/upload").text)


def test_facets_count_and_filter_and_let_go(samples: TestClient) -> None:
    query = "how many orders were breached"
    asked = page(samples, f"/?query={query}")
    found = samples.get("/v1/search", params={"query": query, "facets": True}).json()["facets"]
    for name in ("authority", "kind", "outcome", "exemption"):
        ways = asked.xpath(f"//aside/h3[.='{name.capitalize()}']/following-sibling::ul[1]/li")
        assert [int(li.xpath("./span[@class='count']")[0].text_content().strip(", pasge")) for li in ways] == [
            one["count"] for one in found[name][:8]
        ]
    href = asked.xpath("//aside/h3[.='Year']/following-sibling::ul[1]/li/a/@href")[0]
    narrowed = page(samples, href)
    year = parse_qs(urlsplit(href).query)["since"][0]
    assert all(year in (h3.text_content()) for h3 in narrowed.xpath("//li[starts-with(@class, 'hit ')]/h3"))
    chip = narrowed.xpath("//ul[@class='chips']//a")
    assert [" ".join(a.text_content().split()) for a in chip] == [f"Remove the filter Year: {year} ×"]
    assert chip[0].get("href") == "/?" + urlencode({"query": query})
    chosen = narrowed.xpath("//aside//li[@class='chosen']/a")
    assert [a.get("href") for a in chosen] == [chip[0].get("href")]


OF_EACH_OUTCOME = {
    "withheld": ("saltmoor-stalking", "FOIA s40(2)", "Personal information (absolute: no public interest test)"),
    "neither_confirm_nor_deny": (
        "saltmoor-cell",
        "FOIA s31(3)",
        "Law enforcement (qualified: the public interest is weighed)",
    ),
    "cost_limit": ("complaints-cost", "FOIA s12", "(a ground to refuse the request, not an exemption)"),
    "vexatious": ("vexatious", "FOIA s14", "(a ground to refuse the request, not an exemption)"),
    "referred": ("council-tax-s21", "FOIA s21", "Information accessible to applicant by other means"),
    "not_held": ("horses-not-held", None, "It may exist elsewhere"),
    "partly_disclosed": ("taxi-licensing", None, "kept back the rest"),
}


@pytest.mark.parametrize("outcome", OF_EACH_OUTCOME)
def test_each_silence_names_its_section_and_what_that_means(
    samples: TestClient, monkeypatch: pytest.MonkeyPatch, outcome: str
) -> None:
    name, code, said = OF_EACH_OUTCOME[outcome]
    snapshot = samples.app.state.live.current().snapshot  # type: ignore[attr-defined]
    letter = next(d for d in snapshot.store.documents(snapshot.at) if name in d.uri)
    section = next(
        s
        for s in snapshot.store.sections(letter.version)
        if any(one.startswith(code) for one in s.exemptions if code) or (code is None and s.kind == "answer")
    )
    quote = snapshot.store.text(letter.version)[section.start : section.end]
    cited = Citation(letter.uri, section.start, section.end, None, None, quote, origin(letter))
    found = Answer(outcome, quote, None, None, 0.8, (cited,), ("A note to know.",), ())
    monkeypatch.setattr(Index, "ask", lambda *_: Answered(found, 1.0))
    card = page(samples, "/?query=orders").xpath("//section[starts-with(@class, 'card')]")[0]
    assert card.xpath(".//h2")[0].text == OUTCOMES[outcome]
    assert said in words(card) and "A note to know." in words(card)
    assert "Likely right: about 8 in 10 answers like this were right when tested." in words(card)
    assert " ".join(quote.split()) in words(card)
    if code is not None:
        assert code in words(card)
        assert "/exemptions?" + urlencode({"exemption": code.partition("(")[0]}) in card.xpath(".//a/@href")


def test_what_is_not_there_shows_what_comes_nearest(samples: TestClient) -> None:
    query = "how many zebras did the navy buy"
    expected = samples.get("/v1/ask", params={"query": query}).json()
    assert expected["outcome"] == "not_found"
    card = page(samples, f"/?query={query}").xpath("//section[starts-with(@class, 'card')]")[0]
    assert "not a statement by any authority" in words(card)
    assert len(card.xpath(".//ul[@class='others']/li")) == len(expected["others"])


def test_the_same_question_elsewhere_is_a_table_and_a_chart(
    samples: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = samples.app.state.live.current().snapshot  # type: ignore[attr-defined]
    letters = live.store.documents(live.at)[:4]
    cited = [Citation(d.uri, 0, 9, None, None, live.store.text(d.version)[:9], origin(d)) for d in letters]
    others = (
        Other("1,204 in all", "disclosed", (cited[1],), 1204.0, None, "2022/23"),
        Other(None, "withheld", (cited[2],)),
        Other("7%", "disclosed", (cited[3],), 7.0, "%", "2021"),
    )
    found = Answer("disclosed", "602", 602.0, None, 0.9, (cited[0],), (), others, "2023/24")
    monkeypatch.setattr(Index, "ask", lambda *_: Answered(found, 1.0))
    part = page(samples, "/?query=orders").xpath("//section[@class='elsewhere']")[0]
    shown = [[" ".join(cell.text_content().split()) for cell in tr] for tr in part.xpath(".//tbody/tr")]
    assert [line[1] for line in shown] == ["2023/24", "2022/23", "–", "2021"]
    assert [line[2] for line in shown] == ["602", "1,204 in all", "Withheld", "7%"]
    assert shown[0][0].endswith("this answer")
    assert part.xpath(".//tbody//a/@href") == [f"/documents/{d.id}?start=0&end=9#cited" for d in letters]
    svg = part.xpath(".//*[local-name()='svg']")[0]
    assert svg.get("role") == "img" and svg.get("aria-labelledby") == "same-title same-about"
    bars = [(rect.get("width"), rect.get("class")) for rect in svg.xpath("./*[local-name()='rect']")]
    assert bars == [("40.0%", "chart-bar main"), ("80.0%", "chart-bar")]  # a percentage is no count


def test_authorities_are_compared_by_name(samples: TestClient) -> None:
    address = "/compare?query=how+many+SPOs+were+breached&authority=Saltmoor+Police&authority=Wexcombe+Constabulary"
    tree = page(samples, address)
    ticked = tree.xpath("//input[@type='checkbox'][@checked]/@value")
    assert ticked == ["Saltmoor Police", "Wexcombe Constabulary"]
    rows = tree.xpath("//tbody/tr")
    assert [tr.xpath("./th")[0].text.strip() for tr in rows] == ticked
    assert all("to “" in words(tr) and "breached" in words(tr) for tr in rows), "what each letter was asked"
    export = tree.xpath("//a[starts-with(@href, '/v1/compare')]/@href")[0]
    assert len(samples.get(export).text.splitlines()) == 3
    assert "is not a year" in words(page(samples, address + "&year=soon", 422))


def test_nothing_in_a_letter_turns_the_figures_on_a_page_round() -> None:
    made = draw("problem.html", status=404, slug="", detail="a\u202e204\u202c b\u2066")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", bytes(made.body).decode())


def test_a_citation_can_be_copied_and_saved_in_every_form(client: TestClient) -> None:
    citation = client.get("/v1/ask?query=how many stalking protection orders were breached").json()["citations"][0]
    path = f"/documents/{citation['document']['id']}?start={citation['start']}&end={citation['end']}"
    for tree in (page(client, path), page(client, "/?query=how many stalking protection orders were breached")):
        for form in ("text", "csl", "ris", "bibtex"):
            shown = tree.xpath(f"//textarea[@id='copy-{form}']")[0].text.strip()
            saved = tree.xpath(f"//a[@download][contains(@href, 'format={form}')]/@href")[0]
            assert shown.split() == client.get(saved).text.split()
            assert " ".join(citation["quote"].split()) in shown.replace("\\n", " ")
    whole = page(client, f"/documents/{citation['document']['id']}").xpath("//textarea[@id='copy-ris']")[0].text.strip()
    assert whole.startswith("TY  - GOVDOC") and citation["quote"] not in whole.splitlines()
    link = page(client, path).xpath("//input[@id='permalink']/@value")[0]
    assert link == f"http://testserver{path}#cited"


def test_every_section_can_be_cited(client: TestClient) -> None:
    id = find(client, "wexcombe-spo")
    tree, whole = page(client, f"/documents/{id}"), client.get(f"/v1/documents/{id}").json()
    for section in whole["sections"]:
        if section["kind"] != "other":
            link = tree.xpath(f"//div[@id='{section['id']}']//a[@class='cite-part']/@href")[0]
            assert page(client, link).xpath("//mark[@id='cited']")


def test_the_cited_cell_is_marked_and_named(client: TestClient) -> None:
    id = find(client, "harrowmere-burglary")
    text = client.get(f"/v1/documents/{id}/text").text
    start = text.index("\t612") + 1
    tree = page(client, f"/documents/{id}?start={start}&end={start + 3}")
    cited = tree.xpath("//td[contains(concat(' ', @class, ' '), ' cited ')]")
    assert [cell.text_content() for cell in cited] == ["612"]
    assert "cell HARROWMERE CENTRAL / 2019" in words(tree.xpath("//p[@class='cited-at']")[0])
    assert {th.get("scope") for th in tree.xpath("//figure//th")} == {"col", "row"}


def test_exemptions_are_counted_by_section_year_and_authority(samples: TestClient) -> None:
    tree, counted = page(samples, "/exemptions"), samples.get("/v1/exemptions").json()
    rows = tree.xpath("//table//tbody/tr")
    assert len(rows) == len(counted["exemptions"])
    years = tree.xpath("//table//thead//th")[1:-3]
    for row, one in zip(rows, counted["exemptions"], strict=True):
        assert one["exemption"] in words(row.xpath("./th")[0]) and (one["title"] or "") in words(row)
        by_year = {year["name"]: year["letters"] for year in one["years"]}
        cells = [td.text_content().strip() for td in row.xpath("./td")]
        assert cells[: len(years)] == [str(by_year.get(year.text, "–")) for year in years]
        assert cells[len(years) :] == [str(one["letters"]), str(one["passages"]), str(len(one["authorities"]))]
    svg = tree.xpath("//*[local-name()='svg']")[0]
    assert len(svg.xpath("./*[local-name()='line']")) == min(6, len(rows))


def test_a_count_leads_to_its_passages_page_by_page(samples: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.pages.exemptions.PAGE", 3)
    one = samples.get("/v1/exemptions").json()["exemptions"][0]
    href: str | None = page(samples, "/exemptions").xpath("//table//tbody/tr[1]/th/a/@href")[0]
    seen: list[str] = []
    while href:
        tree = page(samples, href)
        seen += (shown := tree.xpath("//ol[@class='hits']/li/h3/a/@href"))
        assert 0 < len(shown) <= 3
        href = next(iter(tree.xpath("//a[@rel='next']/@href")), None)
    assert len(seen) == len(set(seen)) == one["passages"]
    assert page(samples, seen[0]).xpath("//mark[@id='cited']")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/exemptions?exemption=zz", 422, "is not one section"),
        ("/exemptions?since=soon", 422, "is not a date"),
        ("/exemptions?authority=Nowhere", 200, "No letter here relied on that"),
        ("/documents?words=nothing+has+this", 200, "No document fits"),
        ("/compare?query=x&year=soon", 422, "is not a year"),
        ("/compare?authority=Nowhere", 200, "Ask one question"),
        ("/compare?query=zzyzx", 200, "Nothing in this index answers this"),
        ("/jobs/0000000000000000", 404, "No upload has this address"),
        ("/nothing", 404, "There is nothing at this address"),
    ],
)
def test_what_is_empty_or_wrong_says_so_and_helps(samples: TestClient, path: str, status: int, said: str) -> None:
    tree = page(samples, path, status)
    assert said in words(tree) and tree.xpath("//main//a/@href")


def test_the_list_is_paged_and_narrowed(samples: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.pages.documents.PAGE", 5)
    every = samples.get("/v1/documents?limit=500").json()["documents"]
    href: str | None = "/documents"
    seen: list[str] = []
    while href:
        tree = page(samples, href)
        seen += tree.xpath("//tbody//a/@href")
        href = next(iter(tree.xpath("//a[@rel='next']/@href")), None)
    assert seen == [f"/documents/{one['id']}" for one in every]
    link = tree.xpath("//aside//h3[.='Authority']/following-sibling::ul[1]/li/a")[0]
    narrowed = page(samples, link.get("href"))
    names = {td.text for td in narrowed.xpath("//tbody/tr/td[1]")}
    assert names == {" ".join(link.text_content().split())}
    assert "/documents" in narrowed.xpath("//ul[@class='chips']//a/@href")
    for odd in ("from=99999", "from=-1", "from=x", "failed=99999999999999999999"):
        assert page(samples, f"/documents?{odd}").xpath("//tbody/tr")


def test_many_failures_are_paged(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = [(f"/letters/{n:03}.pdf", f"It is damaged in place {n}") for n in range(7)]
    monkeypatch.setattr("service.pages.documents.PAGE", 3)
    monkeypatch.setattr("indexer.store.Store.failures", lambda _: failures)
    href: str | None = "/documents"
    seen: list[str] = []
    while href:
        tree = page(client, href)
        seen += [dt.text for dt in tree.xpath("//section[@class='failed']//dt")]
        href = next(iter(tree.xpath("//section[@class='failed']//a[@rel='next']/@href")), None)
    assert seen == [uri for uri, _ in failures]


@pytest.mark.parametrize(
    ("uri", "where"),
    [
        ("https://example.org/foi/1.html", "example.org"),
        ("/letters/a.eml#b.pdf", "/letters"),
        ("/data/uploads/0123456789abcdef/a.txt", UPLOADED),
        ("/data/uploads/0123456789abcdef/a.zip#b/c.txt", UPLOADED),
        ("/data/uploads/a.txt", "/data/uploads"),
    ],
)
def test_a_document_comes_from_a_site_a_folder_or_a_sender(uri: str, where: str) -> None:
    assert place(uri, Path("/data")) == where


def test_uploading_is_off_until_it_is_allowed_and_says_how(client: TestClient, tmp_path: Path) -> None:
    tree = page(client, "/upload")
    assert not tree.xpath("//input[@type='file']") and "foi serve --writable" in words(tree)
    refused = client.post("/upload", files={"file": ("a.txt", b"words")})
    assert refused.status_code == 401 and "key" in words(checked(refused))
    with TestClient(create_app(Live(tmp_path), policy=Policy(open_writing=True)), headers=BROWSER) as opened:
        assert page(opened, "/upload").xpath("//input[@type='file']")
    keys.add(tmp_path, "me", "write")
    with TestClient(create_app(Live(tmp_path)), headers=BROWSER) as opened:
        assert "asks for a key" in words(page(opened, "/upload"))


def test_a_form_without_a_file_or_with_too_many_is_shown_again(hostile: TestClient) -> None:
    for files in ([], [("file", ("", b""))]):
        again = hostile.post("/upload", files=files, data={"x": "y"})
        assert again.status_code == 422 and "Choose a file first" in words(checked(again))
    many = hostile.post("/upload", files=[("file", (f"{n}.txt", b"x")) for n in range(21)])
    assert many.status_code == 422 and "at once are too many" in words(checked(many))
    odd = hostile.post("/upload", content=b"no form", headers={"content-type": "multipart/form-data; boundary=x"})
    assert odd.status_code == 422
    checked(odd)


@pytest.mark.parametrize("state", ["queued", "running", "done", "failed"])
def test_a_job_is_told_as_it_goes(client: TestClient, monkeypatch: pytest.MonkeyPatch, state: Any) -> None:
    report = {"added": 1, "failed": [{"uri": "/up/b.pdf", "error": "/up/b.pdf is damaged"}], "documents": 9}
    job = Job(
        "0123456789abcdef",
        "index",
        ("/up/a.txt", "/up/b.pdf"),
        (("a" * 16, "a.txt"), ("b" * 16, "b.pdf")),
        "2026-11-22T00:00:00Z",
        state,
        stage="embedding" if state == "running" else None,
        done=3,
        total=8,
        report=report if state == "done" else None,
        error="The disk is full." if state == "failed" else None,
    )
    monkeypatch.setattr(Jobs, "get", lambda _, id: job)
    tree = page(client, "/jobs/0123456789abcdef")
    said = words(tree)
    going = state in ("queued", "running")
    assert bool(tree.xpath("//noscript/meta[@http-equiv='refresh']")) == bool(tree.xpath("//progress")) == going
    assert not page(client, "/jobs/0123456789abcdef?still").xpath("//meta[@http-equiv='refresh']")
    if state == "running":
        assert "Working out what the passages mean: 3 of 8" in said and tree.xpath("//progress/@max") == ["8"]
    if state == "done":
        assert "1 added" in said and "is damaged" in said and "holds 9 documents" in said
        assert "/up/" not in said, "where the service keeps a file is nothing that its sender knows"
        assert f"/documents/{'a' * 16}" in tree.xpath("//a/@href")
        assert f"/documents/{'b' * 16}" not in tree.xpath("//a/@href")
    if state == "failed":
        assert "The disk is full." in said


def test_the_script_makes_no_markup_and_calls_nobody(client: TestClient) -> None:
    script = client.get("/static/page.js")
    assert script.headers["content-type"].startswith("text/javascript")
    for word in ("innerHTML", "outerHTML", "insertAdjacent", "createElement", "document.write", "eval(", "://"):
        assert word not in script.text


def test_a_markdown_letter_s_marks_are_on_no_page(samples: TestClient) -> None:
    """Where a letter in Markdown is quoted, told again or listed, its marks are not shown; what is copied has them."""
    pages = {path: samples.get(path).text for path in (
        "/?query=which+exemption+did+Saltmoor+Police+rely+on+to+refuse+ANPR+camera+locations",
        "/?query=border+bridge+opening+date+meetings+held",
        "/exemptions?exemption=s31",
    )}  # fmt: skip
    for path, page in pages.items():
        told = re.sub(r"<(textarea|script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
        words = html.unescape(re.sub(r"<[^>]+>", "", told))
        assert "Saltmoor" in words or "Infrastructure" in words, path
        assert not re.search(r"\*\*|^#+ |</?u>|\|--", words, re.MULTILINE), path
    assert "<strong>" in pages["/exemptions?exemption=s31"]
