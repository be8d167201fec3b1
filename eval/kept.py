"""Kept results: one JSON file a measurement, with all it takes to doubt it: commit, settings, versions, machine."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from corpus.document import FoiError

RESULTS = Path(__file__).parent / "results"
"""Where the project's own kept results lie."""

_FORMAT = 1
_PACKAGES = (
    "torch", "sentence-transformers", "onnxruntime", "faiss-cpu", "tantivy", "unstructured", "numpy", "ir-measures",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """One measurement. `figures` are its means; `queries` the same by query (measure → query → value), which later
    runs are compared on; `tables` and `misses` what else the report shows."""

    name: str
    figures: Mapping[str, float]
    queries: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, Any] = field(default_factory=dict)
    misses: tuple[Mapping[str, Any], ...] = ()
    command: str = ""
    commit: str = ""
    when: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    machine: Mapping[str, Any] = field(default_factory=dict)


def made(name: str, figures: Mapping[str, float], **more: Any) -> Kept:
    """A result with the marks of here and now."""
    return Kept(
        name,
        figures,
        command=_command(),
        commit=commit(),
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        versions=versions(),
        machine=machine(),
        **more,
    )


def keep(path: Path, result: Kept) -> None:
    """Write `result`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps({"format": _FORMAT} | _rounded(asdict(result)), ensure_ascii=False, indent=1) + "\n")
    fresh.replace(path)


def kept(path: Path) -> Kept:
    """A kept result. Raises FoiError where `path` is none."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        if row.pop("format") != _FORMAT:
            raise ValueError
        result = Kept(**(row | {"misses": tuple(row["misses"])}))
        if not _shaped(result):
            raise ValueError
        return result
    except OSError as error:
        raise FoiError(f"cannot read {path}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise FoiError(f"{path} is not a kept result of `python -m eval`: make it anew with --keep") from None


def _shaped(one: Kept) -> bool:
    """Whether the parts that figures are read from are what they are said to be."""
    values = [one.figures, *one.queries.values()]
    rows = all(isinstance(row, Mapping) and all(isinstance(v, int | float) for v in row.values()) for row in values)
    return rows and all(isinstance(part, Mapping) for part in (one.settings, one.tables, one.versions, one.machine))


def _rounded(value: Any) -> Any:
    """Six places are enough, and keep a diff of two runs readable."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list | tuple) else value


def _command() -> str:
    name = Path(sys.argv[0])
    module = "eval" if name.name == "__main__.py" else f"eval.{name.stem}"
    return " ".join(["python -m", module, *sys.argv[1:]])


def commit() -> str:
    """The checkout's commit, with a plus where files of ours differ from it; "unknown" outside a checkout."""
    here = Path(__file__).parent.parent
    try:
        found = _git(here, "rev-parse", "--short=12", "HEAD")
        changed = _git(here, "status", "--porcelain", "--", "corpus", "indexer", "service", "eval/*.py")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return found + ("+" if changed else "")


def source() -> str:
    """A digest of the program's own code and of the packages that figures depend on, whatever git knows of it."""
    digest, here = hashlib.sha256(), Path(__file__).parent.parent
    for folder in ("corpus", "indexer", "service", "eval"):
        for path in sorted((here / folder).rglob("*.py")):
            digest.update(f"{path.relative_to(here)} ".encode() + path.read_bytes())
    digest.update(json.dumps(versions(), sort_keys=True).encode())
    return digest.hexdigest()[:16]


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def versions() -> dict[str, str]:
    """Python's version, and those of the packages that figures depend on."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def machine() -> dict[str, Any]:
    """The processor, its cores, the memory in GiB, the system, and the load of the last minute, our own included."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "load": round(os.getloadavg()[0], 1),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    said = {line.partition(":")[0].strip(): line.partition(":")[2].strip() for line in reversed(lines)}
    return said.get("model name") or platform.processor() or platform.machine()
