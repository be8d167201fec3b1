"""Logs without a word of a query or a document."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from indexer.pipeline import index
from service.api import create_app
from service.live import Live
from service.logs import JsonLines
from tests.conftest import SAMPLES, WordEncoder


def formatted(record: logging.LogRecord) -> dict[str, object]:
    line = JsonLines().format(record)
    assert "\n" not in line
    made: dict[str, object] = json.loads(line)
    return made


def test_a_record_is_one_json_object_on_one_line() -> None:
    record = logging.makeLogRecord({"name": "foi.x", "levelname": "WARNING", "msg": "a\n%s", "args": ("b",)})
    record.fields = {"status": 200, "key": None}
    told = formatted(record)
    assert (told["message"], told["level"], told["logger"]) == ("a\nb", "warning", "foi.x")
    assert told["status"] == 200 and str(told["time"]).endswith("Z")


@pytest.mark.parametrize(("level", "words"), [(logging.ERROR, False), (logging.DEBUG, True)])
def test_an_exception_s_own_words_are_for_debugging_alone(level: int, words: bool) -> None:
    try:
        raise ValueError("secret words of a letter")
    except ValueError:
        record = logging.makeLogRecord({"levelno": level, "msg": "x", "exc_info": sys.exc_info()})
    told = str(formatted(record)["exception"])
    assert "ValueError" in told and ("secret" in told) is words


def test_requests_are_logged_without_what_they_ask(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    index([str(SAMPLES / "wexcombe-drones.txt")], tmp_path / "data", WordEncoder())
    with (
        caplog.at_level(logging.INFO, "foi"),
        TestClient(create_app(Live(tmp_path / "data", encoder=WordEncoder()))) as c,
    ):
        c.get("/v1/search?query=unmistakable", headers={"authorization": "Bearer foi_secret"})
        c.get("/v1/ask?query=unmistakable", headers={"x-request-id": "trace-7"})
        c.get("/v1/documents/unmistakable")
    lines = [formatted(record) for record in caplog.records if record.name == "foi.service"]
    assert [line["status"] for line in lines] == [401, 200, 404]
    assert lines[1]["route"] == "/v1/ask" and lines[1]["request_id"] == "trace-7"
    assert "unmistakable" not in json.dumps(lines) and "foi_secret" not in json.dumps(lines)
