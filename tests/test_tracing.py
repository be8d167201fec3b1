"""Spans for OpenTelemetry, without a word of a query."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.document import FoiError
from indexer.pipeline import index
from service import tracing
from service.api import create_app
from service.live import Live
from tests.conftest import SAMPLES, WordEncoder


def test_a_request_is_a_span_named_by_its_route(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trace = pytest.importorskip("opentelemetry.trace")
    sdk = pytest.importorskip("opentelemetry.sdk.trace")
    export = pytest.importorskip("opentelemetry.sdk.trace.export")
    memory = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter").InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(memory))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    index([str(SAMPLES / "wexcombe-drones.txt")], tmp_path / "data", WordEncoder())
    with TestClient(create_app(Live(tmp_path / "data", encoder=WordEncoder()))) as client:
        client.get("/v1/search?query=unmistakable")
        client.get("/v1/documents/unmistakable")
    spans = memory.get_finished_spans()
    assert {span.name for span in spans} >= {"GET /v1/search", "GET /v1/documents/{id}", "search"}
    by_name = {span.name: span for span in spans}
    assert by_name["GET /v1/documents/{id}"].attributes["http.response.status_code"] == 404
    assert by_name["search"].parent.span_id == by_name["GET /v1/search"].context.span_id
    assert "unmistakable" not in "".join(span.to_json() for span in spans)


def test_nothing_is_sent_where_nobody_says_where_to(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in tracing.ENDPOINTS:
        monkeypatch.delenv(name, raising=False)
    assert tracing.install() is False


def test_a_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(FoiError, match=r'install "foi-search\[otel\]"'):
        tracing.install()


def test_without_opentelemetry_a_span_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with tracing.span("x") as span:
        span.set({"a": 1})
        span.name("y")
