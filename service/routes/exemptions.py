"""`/v1/exemptions`: who relied on what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from service import bodies, reliance, schema
from service.filters import filters
from service.now import Now
from service.routes import requests
from service.routes.reply import as_file, as_json

router = APIRouter(prefix="/v1", tags=["read"])


@router.get(
    "/exemptions",
    response_model=schema.Exemptions,
    responses=schema.problems(414, 422, 503)
    | {
        200: {
            "description": "The counts, in the form asked for",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Exemptions"}},
                "text/csv": {"schema": {"type": "string"}},
            },
        }
    },
)
def exemptions(now: Now, asked: Annotated[requests.Relying, Query()]) -> Response:
    """Which grounds for refusal were relied on, by whom and in which years, in how many letters."""
    limits = filters(asked.asked(), now.snapshot)
    uses = reliance.uses(now.snapshot, limits)
    if asked.format == "csv":
        return as_file(reliance.as_csv(uses), "text/csv", "exemptions.csv")
    return as_json(bodies.exemptions(reliance.relied(now.snapshot, limits), uses))
