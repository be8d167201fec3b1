"""Atom as RFC 4287 has it, and the OpenSearch description."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from service import feeds
from service.filters import Asked
from service.index import Index
from service.search import Hit
from tests.conftest import WordEncoder

ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOSTILE = "<script>&\x00\x0b\ud800]]>\ufffe"


@pytest.fixture(scope="module")
def hits(sampled: Path) -> list[Hit]:
    return Index(sampled, encoder=WordEncoder()).search("stalking orders", 8).hits


def feed(hits: list[Hit], query: str = "stalking orders") -> etree._Element:
    made = feeds.atom(
        query, Asked(since="2020"), hits, NOW, "https://foi.example/", "https://foi.example/v1/search?x=1&y"
    )
    return etree.fromstring(made, etree.XMLParser(resolve_entities=False))


def text(element: etree._Element, name: str) -> str:
    found = element.findall(f"{ATOM}{name}")
    assert len(found) == 1 and found[0].text, name
    return str(found[0].text)


def test_a_feed_has_what_the_standard_asks_of_it(hits: list[Hit]) -> None:
    made = feed(hits)
    assert made.tag == f"{ATOM}feed"
    ids = [text(made, "id")]
    assert text(made, "title") and text(made.find(f"{ATOM}author"), "name")
    assert datetime.fromisoformat(text(made, "updated")) == NOW
    (own,) = (link for link in made.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href") == "https://foi.example/v1/search?x=1&y"
    entries = made.findall(f"{ATOM}entry")
    assert len(entries) == len(hits)
    for entry, hit in zip(entries, hits, strict=True):
        ids.append(text(entry, "id"))
        assert text(entry, "title") and text(entry.find(f"{ATOM}author"), "name")
        assert datetime.fromisoformat(text(entry, "updated")).tzinfo is not None
        assert text(entry, "content") == hit.text
        assert entry.find(f"{ATOM}link").get("href").endswith(f"?start={hit.passage.start}&end={hit.passage.end}#cited")
    assert len(set(ids)) == len(ids)


def test_ids_stay_and_tell_searches_apart(hits: list[Hit]) -> None:
    assert text(feed(hits), "id") == text(feed(hits[:2]), "id") != text(feed(hits, "horses"), "id")


def test_what_a_letter_or_a_query_holds_is_only_text(hits: list[Hit]) -> None:
    document = replace(hits[0].document, authority=HOSTILE, title=HOSTILE, date=None)
    made = feed([replace(hits[0], text=HOSTILE, question=HOSTILE, document=document)], HOSTILE)
    assert {element.tag.removeprefix(ATOM) for element in made.iter()} == {
        "feed", "id", "title", "updated", "author", "name", "link", "entry", "category", "content",
    }  # fmt: skip
    assert text(made.find(f"{ATOM}entry"), "content").startswith("<script>&")


def test_the_description_says_how_to_search() -> None:
    made = etree.fromstring(feeds.description("https://foi.example/"))
    urls = {one.get("type"): one.get("template") for one in made if one.tag.endswith("}Url")}
    assert urls["text/html"] == "https://foi.example/?query={searchTerms}"
    assert urls["application/atom+xml"] == "https://foi.example/v1/search?format=atom&query={searchTerms}"
    assert len(next(one.text or "" for one in made if one.tag.endswith("}ShortName"))) <= 16
