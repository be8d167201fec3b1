"""Spans for OpenTelemetry, where `foi-search[otel]` is installed and told where to send them; nothing otherwise.

Our own, since the usual instrumentation of web applications records whole addresses, and with them what people ask.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version

from corpus.document import FoiError

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
"""The variables, as OpenTelemetry names them, one of which says where spans go."""

Value = str | int | float | bool


def install() -> bool:
    """Send spans, where a variable says where to; whether it does. Raises FoiError where the extra is missing."""
    if not any(os.environ.get(name) for name in ENDPOINTS):
        return False
    try:
        from opentelemetry import trace
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        name = next(name for name in ENDPOINTS if os.environ.get(name))
        raise FoiError(f'{name} is set: install "foi-search[otel]", or unset it') from None
    named = {
        "service.name": os.environ.get("OTEL_SERVICE_NAME", "foi-search"),
        "service.version": version("foi-search"),
    }
    provider = TracerProvider(resource=Resource.create(named))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    return True


class Span:
    """A span under way; `set` does nothing where none is recorded."""

    def __init__(self, recorded: object | None) -> None:
        self._recorded = recorded

    def set(self, attributes: Mapping[str, Value]) -> None:
        """Note these on the span. Never a query, never a document's words."""
        if self._recorded is not None:
            self._recorded.set_attributes(attributes)  # type: ignore[attr-defined]

    def name(self, name: str) -> None:
        if self._recorded is not None:
            self._recorded.update_name(name)  # type: ignore[attr-defined]


@contextmanager
def span(name: str, *, server: bool = False) -> Iterator[Span]:
    """A span around what is done inside."""
    try:
        from opentelemetry import trace
    except ImportError:
        yield Span(None)
        return
    kind = trace.SpanKind.SERVER if server else trace.SpanKind.INTERNAL
    tracer = trace.get_tracer("foi-search")
    with tracer.start_as_current_span(name, kind=kind, record_exception=False, set_status_on_exception=False) as one:
        yield Span(one)
