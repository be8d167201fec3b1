"""The document that describes the API: whole, true, and changed only on purpose."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from service import schema
from service.access import Policy
from service.api import create_app, snapshot
from service.live import Live
from tests.conftest import ROOT, WordEncoder

CHECKED_IN = ROOT / "docs" / "openapi.json"


@pytest.fixture(scope="module")
def client(sampled: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Live(sampled, encoder=WordEncoder()), policy=Policy(open_writing=True))) as opened:
        yield opened


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def test_a_change_of_the_api_is_meant(sampled: Path) -> None:
    """After a change that is meant: FOI_WRITE_OPENAPI=1 pytest tests/test_openapi.py, and read the diff."""
    made = snapshot(create_app(Live(sampled, encoder=WordEncoder())))
    if os.environ.get("FOI_WRITE_OPENAPI") == "1":
        CHECKED_IN.write_text(made, encoding="utf-8")
    assert CHECKED_IN.read_text(encoding="utf-8") == made, "see this test's docstring"


def test_every_route_and_error_is_described(described: dict[str, Any]) -> None:
    assert {path for path in described["paths"] if path.startswith("/v1")} == {
        "/v1/search", "/v1/ask", "/v1/batch", "/v1/compare", "/v1/exemptions", "/v1/documents", "/v1/failures",
        "/v1/documents/{id}", "/v1/documents/{id}/text", "/v1/documents/{id}/original", "/v1/documents/{id}/citation",
        "/v1/passages", "/v1/passages/{id}", "/v1/passages/{id}/citation", "/v1/jobs/{id}",
    }  # fmt: skip
    assert {path for path in described["paths"] if not path.startswith("/v1")} == {
        "/healthz", "/readyz", "/metrics", "/opensearch.xml",
    }  # fmt: skip
    operations = [one for path in described["paths"].values() for one in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    for operation in operations:
        assert operation["tags"] and operation.get("description"), operation["operationId"]
        for status, response in operation["responses"].items():
            if status not in ("200", "202"):
                assert list(response["content"]) == ["application/problem+json"], (operation["operationId"], status)


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    text = json.dumps(described)
    assert "HTTPValidationError" not in text
    for reference in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert reference in described["components"]["schemas"], reference


@pytest.mark.parametrize(
    ("path", "name"), [("/v1/search", "SearchBody"), ("/v1/ask", "AskBody"), ("/v1/batch", "Batch")]
)
def test_the_examples_of_requests_run(client: TestClient, described: dict[str, Any], path: str, name: str) -> None:
    examples = described["components"]["schemas"][name]["examples"]
    assert examples
    for example in examples:
        assert client.post(path, json=example).status_code == 200


@pytest.mark.parametrize("model", [schema.Results, schema.Answered])
def test_the_examples_of_answers_are_answers(described: dict[str, Any], model: type[schema.Results]) -> None:
    examples = described["components"]["schemas"][model.__name__]["examples"]
    assert examples
    for example in examples:
        model.model_validate(example)
