"""What goes in and out over HTTP, as types: they check requests, and describe both in the OpenAPI document.

The objects themselves are made by `service.objects`, the same for the command line and the service.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.config import JsonDict

from indexer.section import Kind, Outcome
from service.query import LONGEST

AnyOutcome = Outcome | Literal["not_found"]

_QUERY = "how many stalking protection orders were breached"
_DOCUMENT: JsonDict = {
    "id": "b7ec474e6b5e3658",
    "uri": "letters/24-1127.pdf",
    "title": "Stalking protection orders",
    "authority": "Saltmoor Police",
    "reference": "24-1127-FOI",
    "date": "2024-07-19",
}
_CITATION: JsonDict = {
    "uri": "letters/24-1127.pdf",
    "start": 812,
    "end": 813,
    "page": 2,
    "cell": "Orders breached / 2023/24",
    "quote": "2",
    "document": _DOCUMENT,
}
_HIT: JsonDict = {
    "rank": 1,
    "score": 1.311602,
    "passage": "0227f5d0e0e9c2a7",
    "kind": "answer",
    "text": "2",
    "start": 812,
    "end": 813,
    "page": 2,
    "question": "How many stalking protection orders were breached?",
    "outcome": "disclosed",
    "exemptions": [],
    "document": _DOCUMENT,
    "duplicates": [],
}


# Described, not enforced, here: `service.filters` and `service.query` refuse in words that say what to write.
_Text = Annotated[str, Field(json_schema_extra={"minLength": 1})]
_Date = Annotated[
    str, Field(json_schema_extra={"pattern": r"^[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"})
]


def _whole(value: object) -> object:
    """27.0 is an integer to JSON."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Asking(_Strict):
    """A question with its filters. Dates are YYYY, YYYY-MM or YYYY-MM-DD, both ends included."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"query": _QUERY, "since": "2023"}]})

    query: Annotated[
        str,
        Field(
            description="What is asked, in plain words.",
            examples=[_QUERY],
            json_schema_extra={"minLength": 1, "maxLength": LONGEST, "pattern": r"\w"},
        ),
    ]
    kind: Annotated[Kind | None, Field(description="Only passages of this kind.")] = None
    authority: Annotated[
        _Text | None, Field(description="Only this authority: its name, a short name, or a part of it.")
    ] = None
    exemption: Annotated[
        _Text | None,
        Field(description="Only passages that rely on this section, such as `FOIA s31(1)(a)` or `s40(2)`."),
    ] = None
    outcome: Annotated[Outcome | None, Field(description="Only passages with this outcome.")] = None
    since: Annotated[_Date | None, Field(description="Only replies of this date or later.")] = None
    until: Annotated[_Date | None, Field(description="Only replies of this date or earlier.")] = None


class Searching(Asking):
    """A search."""

    k: Annotated[int, BeforeValidator(_whole), Field(ge=1, le=1000, description="At most how many hits.")] = 10


class AskBody(Asking):
    """A question with its filters, as a JSON body: nothing is converted from another type."""

    model_config = ConfigDict(strict=True)


class SearchBody(Searching):
    """A search, as a JSON body: nothing is converted from another type."""

    model_config = ConfigDict(
        strict=True, json_schema_extra={"examples": [{"query": _QUERY, "k": 5, "kind": "answer"}]}
    )


class Listing(_Strict):
    """Which page of the documents."""

    limit: Annotated[int, Field(ge=1, le=500, description="At most how many documents.")] = 50
    cursor: Annotated[str | None, Field(description="`next` of the page before; leave it out for the first.")] = None


class Document(_Strict):
    id: str
    uri: str
    title: str | None
    authority: str | None
    reference: str | None
    date: Annotated[str | None, Field(description="Date of the reply, YYYY-MM-DD.")]


class DocumentRow(Document):
    """A document as the list shows it."""

    parent: Annotated[str | None, Field(description="URI of the letter or archive that it was found in.")]
    media_type: str
    sha256: Annotated[str, Field(description="SHA-256 of the original's bytes.")]
    outcome: Outcome | None
    notes: Annotated[list[str], Field(description="Warnings about the reading.")]


class Section(_Strict):
    """A stretch of the canonical text of one kind. Offsets count Unicode code points, the end is exclusive."""

    id: str
    kind: Kind
    start: int
    end: int
    page: int | None
    heading: list[str]
    number: Annotated[str | None, Field(description="The question's own number as printed.")]
    answers: Annotated[str | None, Field(description="Id of the question that this answers.")]
    outcome: Outcome | None
    exemptions: list[str]


class DocumentWhole(DocumentRow):
    """A document with its sections."""

    characters: Annotated[int, Field(description="Length of the canonical text, in code points.")]
    pages: Annotated[list[int], Field(description="Offset at which each page starts; empty where there are none.")]
    sections: list[Section]


class Documents(_Strict):
    """A page of the documents, ordered by URI."""

    documents: list[DocumentRow]
    next: Annotated[str | None, Field(description="Cursor of the next page; null on the last.")]
    total: int


class Failure(_Strict):
    uri: str
    error: str


class Failures(_Strict):
    """What the last try could not read, and why."""

    failed: list[Failure]


class Duplicate(_Strict):
    uri: str
    start: int
    end: int


class Passage(_Strict):
    """A passage; `text` is the canonical text from `start` to `end`."""

    passage: str
    kind: Kind
    text: str
    start: int
    end: int
    page: int | None
    question: Annotated[str | None, Field(description="The question that it answers.")]
    outcome: Outcome | None
    exemptions: list[str]
    document: Document


class Hit(Passage):
    """A passage found. `score` orders the hits of one search and compares with no other."""

    rank: int
    score: float
    duplicates: Annotated[list[Duplicate], Field(description="Near-identical passages folded into this one.")]


class Results(_Strict):
    """What a search found, best first."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"query": _QUERY, "took_ms": 21.5, "hits": [_HIT]}]}
    )

    query: str
    took_ms: float
    hits: list[Hit]


class Citation(_Strict):
    """A verbatim quotation: `quote` is the canonical text from `start` to `end`."""

    uri: str
    start: int
    end: int
    page: int | None
    cell: Annotated[str | None, Field(description="Table cell: `Sheet1!B7`, or row / column.")]
    quote: str
    document: Document


class Other(_Strict):
    answer: str | None
    outcome: AnyOutcome
    value: float | None
    unit: str | None
    citations: list[Citation]


class Answered(_Strict):
    """An answer: a quotation or null, where it stands, and what a careful reader must know."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "query": _QUERY,
                    "took_ms": 24.1,
                    "outcome": "disclosed",
                    "answer": "2",
                    "value": 2.0,
                    "unit": "orders",
                    "confidence": 0.93,
                    "citations": [_CITATION],
                    "notes": [],
                    "others": [],
                }
            ]
        },
    )

    query: str
    took_ms: float
    outcome: Annotated[AnyOutcome, Field(description="`not_found`: nothing in this index answers this.")]
    answer: Annotated[str | None, Field(description="Word for word; null where nothing is disclosed.")]
    value: Annotated[float | None, Field(description="The answer's number, where it is one.")]
    unit: str | None
    confidence: Annotated[float, Field(ge=0, le=1)]
    citations: list[Citation]
    notes: list[str]
    others: Annotated[list[Other], Field(description="Other documents' answers to the same question.")]


class Health(_Strict):
    status: Literal["ok"]


class Ready(_Strict):
    """Index and model agree."""

    status: Literal["ready"]
    model: str
    dimension: int
    generation: int
    documents: int
    passages: int


class Problem(BaseModel):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: Annotated[str, Field(description="One sentence: what is wrong, and what to do.")]
    instance: str
    request_id: str


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that can fail in these ways."""
    said = {
        404: "There is nothing at this address",
        413: "The body is larger than a query can be",
        414: "The address is longer than a query can be",
        422: "The request cannot be meant",
        503: "Nothing is indexed yet, or the index cannot be read",
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": said[status], "content": {"application/problem+json": {"schema": schema}}}
        for status in statuses
    }


def plain(description: str, media_type: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that gives no JSON."""
    return {200: {"description": description, "content": {media_type: {"schema": {"type": "string"}}}}}
