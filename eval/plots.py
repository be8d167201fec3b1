"""The report's plots, as SVG text: the only module that imports matplotlib."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.figure import Figure

OURS, OTHER, FAINT = "#1d70b8", "#8a8f94", "#d4351c"
_STYLE = {
    "svg.hashsalt": "foi-search",  # the same figures give the same file
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "figure.constrained_layout.use": True,
}


@contextmanager
def _figure(width: float, height: float, columns: int = 1) -> Iterator[tuple[Figure, list[Axes]]]:
    with matplotlib.rc_context(_STYLE):  # type: ignore[arg-type]
        figure, axes = pyplot.subplots(1, columns, figsize=(width, height), squeeze=False)
        try:
            yield figure, list(axes[0])
        finally:
            pyplot.close(figure)


def _svg(figure: Figure, about: str) -> str:
    """The figure as one <svg> element that says what it shows to who cannot see it."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    drawn = re.sub(r"^.*?(?=<svg)", "", out.getvalue(), flags=re.DOTALL)
    said = about.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{said}" ', 1)


Interval = tuple[float, float]


def bars(
    groups: Mapping[str, Mapping[str, float]],
    ours: str,
    measure: str,
    doubts: Mapping[str, Mapping[str, Interval]],
    lines: Mapping[str, Sequence[tuple[str, float]]] | None = None,
) -> str:
    """One panel a group: a bar for each of its members with its interval, ours in colour, published figures dashed."""
    most = max(len(values) for values in groups.values())
    with _figure(max(4.0, 4.6 * len(groups)), 0.34 * most + 1.5, len(groups)) as (figure, axes):
        for axis, (group, values) in zip(axes, groups.items(), strict=True):
            about = [doubts.get(group, {}).get(name, (value, value)) for name, value in values.items()]
            axis.barh(list(values), list(values.values()), color=[OURS if n == ours else OTHER for n in values])
            for at, (value, (low, high)) in enumerate(zip(values.values(), about, strict=True)):
                axis.plot([low, high], [at, at], color="black", linewidth=1.2)
                axis.text(high, at, f"  {value:.3f}", va="center", fontsize=8)
            for (name, value), style in zip((lines or {}).get(group, ()), ("--", ":", "-."), strict=False):
                axis.axvline(value, color=FAINT, linestyle=style, linewidth=1.2, label=f"{name}: {value:.3f}")
            if (lines or {}).get(group):
                axis.legend(fontsize=6.5, frameon=False, loc="upper left", bbox_to_anchor=(-0.1, -0.1))
            axis.invert_yaxis()
            axis.set_xlim(0, 1.12 * max(high for _, high in about))
            axis.set_title(f"{group}: {measure}")
        return _svg(figure, f"{measure} of each system, by collection, with 95 % intervals")


def earnings(rows: Sequence[tuple[str, float, float, float]], measure: str) -> str:
    """What each part earns, with its interval: (part, mean, low, high)."""
    with _figure(5.2, 0.22 * len(rows) + 0.9) as (figure, (axis,)):
        for at, (_, mean, low, high) in enumerate(rows):
            sure = low > 0 or high < 0
            axis.plot([low, high], [at, at], color=OURS if sure else OTHER, linewidth=2)
            axis.plot([mean], [at], "o", color=OURS if sure else OTHER, markersize=4)
        axis.axvline(0, color="black", linewidth=0.8)
        axis.set_yticks(range(len(rows)), [name for name, *_ in rows])
        axis.invert_yaxis()
        axis.set_title(f"{measure}: what is lost without the part")
        return _svg(figure, f"What each part earns in {measure}, with 95 % intervals")


def reliability(bins: Sequence[Sequence[float]], risk: Sequence[float]) -> str:
    """Reliability diagram, with Wilson's 95 % intervals, and risk–coverage curve: bins of (low, count, mean chance,
    share right)."""
    with _figure(7.6, 3.2, 2) as (figure, (left, right)):
        most = max(count for _, count, _, _ in bins)
        left.plot([0, 1], [0, 1], color="black", linewidth=0.8)
        for _, count, chance, share in bins:
            left.plot([chance, chance], _wilson(share, count), color=OURS, linewidth=1, alpha=0.5)
        left.scatter([b[2] for b in bins], [b[3] for b in bins], s=[20 + 180 * b[1] / most for b in bins], color=OURS)
        left.set(xlim=(0, 1), ylim=(0, 1.03), xlabel="confidence", ylabel="share right")
        left.set_title("Reliability (size: how many drafts)")
        coverage = [(n + 1) / len(risk) for n in range(len(risk))]
        right.plot(coverage, list(risk), color=OURS)
        right.set(
            xlim=(0, 1), ylim=(0, None), xlabel="share of drafts given, surest first", ylabel="share of them wrong"
        )
        right.set_title("Risk by coverage")
        return _svg(figure, "Reliability diagram, and risk by coverage")


def _wilson(share: float, count: float, z: float = 1.96) -> list[float]:
    """Wilson's interval of a share (JASA 1927)."""
    middle, wide = share + z * z / (2 * count), z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return [(middle - wide) / (1 + z * z / count), (middle + wide) / (1 + z * z / count)]


def latencies(rows: Sequence[Mapping[str, float]], threads: Sequence[int]) -> str:
    """Search latency by index size, and by how many ask at once at the largest size."""
    with _figure(7.6, 3.0, 2) as (figure, (left, right)):
        sizes = [row["passages"] for row in rows]
        for name, style in (("p50", "-"), ("p95", "--"), ("p99", ":")):
            left.plot(
                sizes, [row[f"search_{name}_ms"] for row in rows], style, marker="o", color=OURS, label=f"search {name}"
            )
        left.plot(sizes, [row["ask_p50_ms"] for row in rows], marker="o", color=FAINT, label="ask p50")
        left.plot(sizes, [row["encode_p50_ms"] for row in rows], marker="o", color=OTHER, label="encoding alone p50")
        left.set(xscale="log", yscale="log", xlabel="passages", ylabel="milliseconds")
        left.set_title("Latency by size, one at a time")
        left.legend(fontsize=7, frameon=False)
        last = rows[-1]
        for name, style in (("p50", "-"), ("p95", "--"), ("p99", ":")):
            values = [last[f"search_{name}_ms" if n == 1 else f"search_{n}_{name}_ms"] for n in threads]
            right.plot(list(threads), values, style, marker="o", color=OURS, label=f"search {name}")
        right.set(xlabel="queries at once", ylabel="milliseconds", ylim=(0, None))
        right.set_title(f"By concurrency, {last['passages']:,.0f} passages")
        right.legend(fontsize=7, frameon=False)
        return _svg(figure, "Latency by size of the index and by concurrency")


def approximations(rows: Sequence[Mapping[str, Any]]) -> str:
    """FAISS index types: latency by size, and latency against recall at the largest."""
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    with _figure(7.6, 3.0, 2) as (figure, (left, right)):
        most = max(row["passages"] for row in rows)
        for kind in kinds:
            mine = [row for row in rows if row["kind"] == kind]
            left.plot([r["passages"] for r in mine], [r["p50_ms"] for r in mine], marker="o", label=kind)
            right.scatter(
                *zip(*[(r["recall@10"], r["p50_ms"]) for r in mine if r["passages"] == most], strict=True), label=kind
            )
        left.set(xscale="log", yscale="log", xlabel="vectors", ylabel="p50, milliseconds")
        left.set_title("FAISS by size")
        left.legend(fontsize=6, frameon=False)
        right.set(yscale="log", xlabel="recall@10 against exact", ylabel="p50, milliseconds")
        right.set_title(f"{most:,.0f} of them; colours as left")
        return _svg(figure, "FAISS index types: latency by size, and recall against latency")
