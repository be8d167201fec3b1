"""Schemathesis: every operation asked what its description allows and what it does not.

No answer may be a server error or anything that the description does not tell. A short run here, with the same
examples each time; the long one, with others each time, is `FOI_EXAMPLES=2000 pytest tests/test_conformance.py`.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis.errors import Unsatisfiable

from service.access import Policy
from service.api import create_app
from service.jobs import Jobs
from service.live import Live
from tests.conftest import ROOT, WordEncoder
from tests.test_jobs import PLAY

schemathesis = pytest.importorskip("schemathesis", reason="the conformance run needs the extra test")

EXAMPLES = int(os.environ.get("FOI_EXAMPLES", "0"))
SETTINGS = settings(
    max_examples=EXAMPLES or 12,
    derandomize=not EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)

OPERATIONS = [
    (path, method)
    for path, methods in json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))["paths"].items()
    for method in methods
]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory, sampled: Path) -> Iterator[Any]:
    """The API over the samples; what it takes in, it keeps in a directory of its own."""
    root = tmp_path_factory.mktemp("conformance")
    (root / "play.py").write_text(PLAY)
    work = Jobs(root / "data", command=(sys.executable, str(root / "play.py")))
    live = Live(sampled, encoder=WordEncoder())
    yield schemathesis.openapi.from_asgi("/openapi.json", create_app(live, policy=Policy(open_writing=True), jobs=work))
    work.close()


@pytest.mark.parametrize("sort", ["positive", "negative"])
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_an_operation_keeps_to_its_description(described: Any, path: str, method: str, sort: str) -> None:
    operation = described[path][method]
    if sort == "negative" and (path, method) == ("/v1/documents", "post"):
        pytest.skip("a form has no types to violate, and whatever else it holds is passed over")
    asked = operation.as_strategy(generation_mode=schemathesis.GenerationMode(sort))

    @SETTINGS
    @given(case=asked)
    def keeps(case: Any) -> None:
        if sort == "positive":
            _allowed(case)
        else:
            assume(not _disputed(case))
        case.call_and_validate()

    try:
        keeps()
    except Unsatisfiable:
        pytest.skip("whatever is sent to this operation is allowed")


def _allowed(case: Any) -> None:
    """Make `case` keep to the rules that no schema tells: a good cursor is what the page before gave, the 29th of
    February is in a leap year, and so many authorities in so many years may be compared at once."""
    for sent in (case.query, case.body):
        if isinstance(sent, dict):
            sent.pop("cursor", None)
            for name in ("since", "until"):
                if isinstance(sent.get(name), str):
                    sent[name] = sent[name].replace("-02-29", "-02-28")
    if case.path == "/v1/compare" and "year" in case.query:
        case.query["year"] = case.query["year"][:1]


def _disputed(case: Any) -> bool:
    """Whether a query has characters that are parts of words to Python, and to the checker not: "½" for one."""
    texts = [sent["query"] for sent in (case.query, case.body) if isinstance(sent, dict) and "query" in sent]
    return any(re.search(r"\w", str(text)) and not re.search(r"[A-Za-z0-9]", str(text)) for text in texts)
