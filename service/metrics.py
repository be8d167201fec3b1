"""What the service counts, for Prometheus."""

from __future__ import annotations

import time
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from indexer import generation
from service.live import Live, NotReady

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """Counts of one service. Routes are labelled by their template, so that no document or query becomes a label."""

    def __init__(self, live: Live) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "foi_requests", "Requests answered", ["route", "method", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "foi_request_seconds", "Seconds to answer", ["route"], buckets=_SECONDS, registry=self._registry
        )
        self._registry.register(_IndexCollector(live))

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """The exposition, as Prometheus reads it."""
        return generate_latest(self._registry)


class _IndexCollector(Collector):
    """The index as it is when it is asked for."""

    def __init__(self, live: Live) -> None:
        self._live = live

    def describe(self) -> Iterable[Metric]:
        return ()

    def collect(self) -> Iterable[Metric]:
        try:
            current = self._live.current()
        except NotReady:
            yield GaugeMetricFamily("foi_index_up", "1 where an index is open", 0)
            return
        snapshot, index = current.snapshot, current.index
        documents, passages = snapshot.store.counts(snapshot.at)
        yield GaugeMetricFamily("foi_index_up", "1 where an index is open", 1)
        yield GaugeMetricFamily("foi_index_documents", "Documents in the generation served", documents)
        yield GaugeMetricFamily("foi_index_passages", "Passages in the generation served", passages)
        yield GaugeMetricFamily("foi_index_generation", "Change sequence of the generation served", snapshot.at)
        folder = generation.current(self._live.data)
        if folder is not None:
            age = max(0.0, time.time() - (folder / "generation.json").stat().st_mtime)
            yield GaugeMetricFamily("foi_index_generation_age_seconds", "Seconds since it was published", age)
        for name, kept in (("search", index.searches), ("ask", index.answers)):
            yield GaugeMetricFamily(f"foi_{name}_results_reused", "Results that were at hand", kept.hits)
            yield GaugeMetricFamily(f"foi_{name}_results_made", "Results that were worked out", kept.misses)
        encoder = self._live.encoder()
        if encoder is not None:
            yield GaugeMetricFamily("foi_query_vectors_reused", "Queries whose vector was kept", encoder.hits)
            yield GaugeMetricFamily("foi_query_vectors_encoded", "Queries that were encoded", encoder.misses)
