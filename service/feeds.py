"""A search as an Atom feed (RFC 4287), to be followed in a feed reader, and this service as an OpenSearch engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from service import links
from service.cursor import digest
from service.filters import Asked
from service.search import Hit

ATOM = "application/atom+xml"
OPENSEARCH = "application/opensearchdescription+xml"

_ATOM = "http://www.w3.org/2005/Atom"
_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_TITLE = 200  # characters of a passage in its entry's title


def atom(query: str, asked: Asked, hits: Sequence[Hit], updated: datetime, base: str, address: str) -> bytes:
    """The feed of a search: an entry a hit, best first. `updated` is when the index was published, `address` the
    feed's own, `base` the service's, ending in a slash.

    Ids stay the same whoever asks: the feed's is the search's, an entry's the passage's. An entry's time is that of the
    reply; where the letter has none, the index's.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=_named(_ATOM))
    _add(feed, "id", f"urn:foi-search:search:{digest(query, asked)}")
    _add(feed, "title", f"FOI disclosures: {query}")
    _add(feed, "updated", _time(updated))
    _add(_add(feed, "author"), "name", "foi-search")
    _add(feed, "link", rel="self", type=ATOM, href=address)
    _add(feed, "link", rel="alternate", type="text/html", href=links.search(base, "", {"query": query, **_set(asked)}))
    for hit in hits:
        entry = _add(feed, "entry")
        _add(entry, "id", f"urn:foi-search:passage:{hit.passage.id}")
        _add(entry, "title", _headline(hit))
        _add(entry, "updated", f"{hit.document.date}T00:00:00Z" if hit.document.date else _time(updated))
        _add(_add(entry, "author"), "name", hit.document.authority or "Authority not stated")
        href = links.document(base, hit.document.id, hit.passage.start, hit.passage.end)
        _add(entry, "link", rel="alternate", type="text/html", href=href)
        _add(entry, "category", term=hit.passage.kind)
        _add(entry, "content", hit.text, type="text")
    return _bytes(feed)


def description(base: str) -> bytes:
    """The OpenSearch 1.1 description of the service at `base`."""
    told = etree.Element(f"{{{_OPENSEARCH}}}OpenSearchDescription", nsmap=_named(_OPENSEARCH))
    _told(told, "ShortName", "foi-search")
    _told(told, "Description", "Freedom of Information disclosures: answers word for word, with their sources")
    _told(told, "InputEncoding", "UTF-8")
    _told(told, "Image", f"{base}static/icon.svg", type="image/svg+xml", width="16", height="16")
    _told(told, "Url", type="text/html", template=f"{base}?query={{searchTerms}}")
    _told(told, "Url", type=ATOM, template=f"{base}v1/search?format=atom&query={{searchTerms}}")
    _told(told, "Url", type=OPENSEARCH, rel="self", template=f"{base}opensearch.xml")
    return _bytes(told)


def _named(space: str) -> Any:  # lxml takes None for the default namespace; its stubs do not know
    return {None: space}


def _headline(hit: Hit) -> str:
    said = " ".join((hit.question or hit.text).split())
    about = ": ".join(part for part in (hit.document.authority, said) if part)
    return about if len(about) <= _TITLE else about[:_TITLE].rsplit(None, 1)[0] + " …"


def _set(asked: Asked) -> dict[str, str | None]:
    return {name: getattr(asked, name) for name in asked.__slots__}


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_ATOM}}}{name}", {key: _clean(value) for key, value in attributes.items()})
    made.text = None if text is None else _clean(text)
    return made


def _told(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{_OPENSEARCH}}}{name}", attributes).text = text


def _clean(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000" else "\ufffd"
        for c in text
    )


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
