"""What answers hold over HTTP, as types: they describe it in the OpenAPI document, and give it to the client. What
requests hold is in `service.routes.requests`.

The objects themselves are made by `service.objects`, the same for the command line and the service.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from indexer.sectioned import Kind, Outcome

QUERY = "how many stalking protection orders were breached"

AnyOutcome = Outcome | Literal["not_found"]

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


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


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


class Span(_Strict):
    """Offsets in the document's canonical text, the end exclusive."""

    start: int
    end: int


class Explained(_Strict):
    """What a score is made of. `lexical` and `letter` are BM25, of the passage and of its whole letter."""

    fused: Annotated[float, Field(description="Meaning and words, each scaled over the candidates, and the priors.")]
    dense: Annotated[float, Field(description="The cosine of the query and the passage.")]
    lexical: float
    letter: float
    fit: Annotated[float, Field(description="What the second ranking added: the fit of question and answer.")]


class Hit(Passage):
    """A passage found. `score` orders the hits of one search and compares with no other."""

    rank: int
    score: float
    duplicates: Annotated[list[Duplicate], Field(description="Near-identical passages folded into this one.")]
    highlights: Annotated[list[Span] | None, Field(description="Words of the query; where asked for.")] = None
    explain: Annotated[Explained | None, Field(description="Where asked for.")] = None


class Facet(_Strict):
    """One value of a facet, to be given as a filter; of a year, as both `since` and `until`."""

    value: str
    label: Annotated[str | None, Field(description="The value in words, where it is a code.")]
    count: Annotated[int, Field(description="Passages weighed that have it.")]


class Facets(_Strict):
    """How the passages that a search weighed divide: choosing a value gives at least as many as it counts."""

    authority: list[Facet]
    year: list[Facet]
    kind: list[Facet]
    outcome: list[Facet]
    exemption: list[Facet]


class Results(_Strict):
    """What a search found, best first."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"query": QUERY, "took_ms": 21.5, "hits": [_HIT], "next": "WzEyLDEwXQ"}]},
    )

    query: str
    took_ms: float
    hits: list[Hit]
    next: Annotated[str | None, Field(description="Cursor of the next page, good while the index stays as it is.")]
    facets: Annotated[Facets | None, Field(description="Where asked for.")] = None


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
                    "query": QUERY,
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
    confidence: Annotated[
        float,
        Field(
            ge=0,
            le=1,
            description=(
                "How likely the answer is right, fitted to questions whose answers are known: of those at 0.7, about 7 "
                "in 10 are. Of `not_found`: how likely the nearest passage would have answered."
            ),
        ),
    ]
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


class BatchResult(_Strict):
    """The result of one query: of a search, an answer, or the problem with it."""

    id: str
    search: Results | None = None
    answer: Answered | None = None
    problem: Problem | None = None


class BatchResults(_Strict):
    """One result for each query, in the same order."""

    took_ms: float
    results: list[BatchResult]


class ComparedRow(_Strict):
    """One authority's answer for one period; `not_found` where there is none."""

    authority: str | None
    period: str | None
    value: float | None
    unit: str | None
    answer: str | None
    outcome: AnyOutcome
    source: Annotated[str | None, Field(description="URI of the document.")]
    start: int | None
    end: int | None
    page: int | None
    cell: str | None


class Compared(_Strict):
    """One question's answers."""

    query: str
    took_ms: float
    rows: list[ComparedRow]


class Count(_Strict):
    name: str
    letters: int


class Relied(_Strict):
    """A ground for refusal, and who relied on it in how many letters."""

    exemption: str
    title: str | None
    sort: Annotated[
        Literal["absolute", "qualified", "refusal"] | None,
        Field(description="Whether the public interest is weighed; `refusal`: no exemption, such as s12 and s14."),
    ]
    letters: int
    passages: int
    authorities: list[Count]
    years: list[Count]
    provisions: Annotated[list[Count], Field(description="The codes as they are cited; a letter may cite several.")]


class Use(_Strict):
    """One authority's reliance on one ground in one year."""

    exemption: str
    authority: str | None
    year: str | None
    letters: int
    passages: int


class Exemptions(_Strict):
    """Who relied on what: by ground, and each count by itself."""

    exemptions: list[Relied]
    uses: list[Use]


class Passages(_Strict):
    """A page of the passages that pass the filters, in the order in which they were indexed."""

    passages: list[Passage]
    next: str | None
    total: int


class JobDocument(_Strict):
    id: str
    name: str


class JobReport(_Strict):
    """What became of a job's documents."""

    added: int
    updated: int
    unchanged: int
    removed: int
    failed: list[Failure]
    documents: Annotated[int, Field(description="Documents in the index now.")]
    passages: int


class Job(_Strict):
    """Work on the index. While it is under way, `stage` says what is done, `done` and `total` how much of it."""

    id: str
    task: Literal["index", "remove"]
    state: Literal["queued", "running", "done", "failed"]
    created: Annotated[str, Field(description="RFC 3339, in UTC.")]
    ended: str | None
    stage: str | None
    done: int
    total: int | None
    documents: list[JobDocument]
    report: JobReport | None
    error: str | None


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that can fail in these ways; any may be refused without a key, or for haste."""
    said = {
        401: "A key is needed",
        403: "The key does not allow it, or another site asks for it",
        404: "There is nothing at this address",
        408: "The body did not come in in time",
        409: "It cannot be done to this document",
        410: "The cursor is of an index that has changed",
        413: "The body is larger than it can be",
        414: "The address is longer than a query can be",
        422: "The request cannot be meant",
        429: "Too many requests: `Retry-After` says when to go on",
        503: "Nothing is indexed yet, or the index cannot be read",
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": said[status], "content": {"application/problem+json": {"schema": schema}}}
        for status in sorted({*statuses, 401, 403, 429})
    }


def plain(description: str, *media_types: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that gives no JSON, or not only JSON."""
    return {200: {"description": description, "content": {one: {"schema": {"type": "string"}} for one in media_types}}}
