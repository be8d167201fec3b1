"""What requests hold, as types: they check it, and describe it in the OpenAPI document. What answers hold is in
`service.schema`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from indexer.sectioned import Kind, Outcome
from service.across import MOST
from service.citing import Form
from service.filters import SEEN, Asked
from service.modes import Mode
from service.paging import DEEPEST
from service.query import LONGEST, sound
from service.schema import QUERY

BATCH = 100
"""The queries of one batch."""


def _characters(value: object) -> object:
    return sound(value) if isinstance(value, str) else value


# Described, not enforced, here: `service.filters` and `service.query` refuse in words that say what to write.
_Text = Annotated[str, Field(json_schema_extra={"minLength": 1, "pattern": SEEN}), BeforeValidator(_characters)]
_MONTHS = "(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|[12][0-9]))?"
_Date = Annotated[str, Field(json_schema_extra={"pattern": f"^[1-9][0-9]{{3}}(-({_MONTHS}))?$"})]
_Year = Annotated[str, Field(json_schema_extra={"pattern": "^(19|20)[0-9]{2}([/-]([0-9]{2}){1,2})?$"})]
_Code = Annotated[
    str,
    Field(
        description="Only what relies on this section, such as `FOIA s31(1)(a)`, `s40(2)` or `EIR r12(4)(b)`.",
        json_schema_extra={
            "pattern": r"^((FOIS?A )?s|(EIS?R )?r)?[0-9]{1,2}[A-Z]?(\([0-9A-Za-z]{1,4}\))*$",
        },
    ),
]
_Query = Annotated[
    str,
    Field(
        description="What is asked, in plain words.",
        examples=[QUERY],
        json_schema_extra={"minLength": 1, "maxLength": LONGEST, "pattern": r"\w"},
    ),
    BeforeValidator(_characters),
]
_Cursor = Annotated[str | None, Field(description="`next` of the page before; leave it out for the first.")]


def _whole(value: object) -> object:
    """27.0 is an integer to JSON."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


_K = Annotated[int, Field(ge=1, le=DEEPEST, description="At most how many hits."), BeforeValidator(_whole)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Filtered(_Strict):
    """Filters. Dates are YYYY, YYYY-MM or YYYY-MM-DD, both ends included."""

    kind: Annotated[Kind | None, Field(description="Only passages of this kind.")] = None
    authority: Annotated[
        _Text | None, Field(description="Only this authority: its name, a short name, or a part of it.")
    ] = None
    exemption: _Code | None = None
    outcome: Annotated[Outcome | None, Field(description="Only passages with this outcome.")] = None
    since: Annotated[_Date | None, Field(description="Only replies of this date or later.")] = None
    until: Annotated[_Date | None, Field(description="Only replies of this date or earlier.")] = None

    def asked(self) -> Asked:
        return Asked(self.kind, self.authority, self.exemption, self.outcome, self.since, self.until)


class Asking(Filtered):
    """A question with its filters. Dates are YYYY, YYYY-MM or YYYY-MM-DD, both ends included."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"query": QUERY, "since": "2023"}]})

    query: _Query


class Searching(Asking):
    """A search."""

    k: _K = 10
    mode: Annotated[
        Mode, Field(description="By meaning and words, ranked again (`hybrid`), or by one index alone.")
    ] = "hybrid"
    cursor: _Cursor = None
    facets: Annotated[
        bool, Field(description="Also how the passages weighed divide by authority, year, kind, outcome, exemption.")
    ] = False
    highlights: Annotated[bool, Field(description="Also where each hit says what was asked, as offsets.")] = False
    explain: Annotated[bool, Field(description="Also what each hit's score is made of.")] = False


class SearchQuery(Searching):
    """A search, in an address."""

    format: Annotated[
        Literal["json", "jsonl", "csv", "atom"],
        Field(description="The object, or its hits as JSON Lines, CSV, or an Atom feed to follow this search by."),
    ] = "json"


class AskBody(Asking):
    """A question with its filters, as a JSON body: nothing is converted from another type."""

    model_config = ConfigDict(strict=True)


class SearchBody(Searching):
    """A search, as a JSON body: nothing is converted from another type."""

    model_config = ConfigDict(
        strict=True, json_schema_extra={"examples": [{"query": QUERY, "k": 5, "kind": "answer", "facets": True}]}
    )


class BatchFilters(_Strict):
    """Filters as of a single query. One that cannot be meant is that query's problem alone."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: Kind | None = None
    authority: str | None = None
    exemption: str | None = None
    outcome: Outcome | None = None
    since: str | None = None
    until: str | None = None

    def asked(self) -> Asked:
        return Asked(self.kind, self.authority, self.exemption, self.outcome, self.since, self.until)


class BatchQuery(_Strict):
    """One query of a batch, as a line of the command line's query files."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[str, Field(max_length=200, description="Yours; it comes back with the result.")]
    query: Annotated[str, Field(description="What is asked, in plain words."), BeforeValidator(_characters)]
    filters: BatchFilters | None = None


class Batch(_Strict):
    """Many queries at once."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={
            "examples": [
                {
                    "task": "ask",
                    "queries": [
                        {"id": "1", "query": QUERY},
                        {"id": "2", "query": "drones", "filters": {"since": "2023"}},
                    ],
                }
            ]
        },
    )

    task: Annotated[Literal["ask", "search"], Field(description="What to do with each.")]
    queries: Annotated[list[BatchQuery], Field(min_length=1, max_length=BATCH)]
    k: _K = 10
    mode: Annotated[Mode, Field(description="Of a search.")] = "hybrid"


class Comparing(_Strict):
    """One question, and of whom and when it is asked."""

    query: _Query
    authority: Annotated[
        list[_Text],
        Field(max_length=MOST, description="A row for each of these; leave it out for as many as are found."),
    ] = []
    year: Annotated[
        list[_Year], Field(max_length=MOST, description="A row for each of these: `2023` or `2023/24`.")
    ] = []
    format: Annotated[Literal["json", "csv"], Field(description="The rows as an object, or as CSV.")] = "json"


class Relying(_Strict):
    """Which reliance on exemptions to count."""

    authority: Annotated[_Text | None, Field(description="Only this authority.")] = None
    exemption: _Code | None = None
    since: Annotated[_Date | None, Field(description="Only replies of this date or later.")] = None
    until: Annotated[_Date | None, Field(description="Only replies of this date or earlier.")] = None
    format: Annotated[Literal["json", "csv"], Field(description="All as an object, or the counts as CSV.")] = "json"

    def asked(self) -> Asked:
        return Asked(authority=self.authority, exemption=self.exemption, since=self.since, until=self.until)


class Listing(_Strict):
    """Which page of the documents."""

    limit: Annotated[int, Field(ge=1, le=500, description="At most how many documents.")] = 50
    cursor: _Cursor = None


class PassageListing(Filtered):
    """Which passages, and which page of them."""

    limit: Annotated[int, Field(ge=1, le=500, description="At most how many passages.")] = 50
    cursor: _Cursor = None


class Citing(_Strict):
    """How to cite a document: as a whole, or what it says from `start` to `end`."""

    format: Annotated[Form, Field(description="JSON, CSL-JSON, RIS, BibTeX, or a line of text.")] = "json"
    start: Annotated[int | None, Field(ge=0, description="Where the quotation starts, in code points.")] = None
    end: Annotated[int | None, Field(ge=1, description="Where it ends, exclusive.")] = None


class CitingPassage(_Strict):
    """How to cite a passage."""

    format: Annotated[Form, Field(description="JSON, CSL-JSON, RIS, BibTeX, or a line of text.")] = "json"
