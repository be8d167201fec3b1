"""What the service logs: one JSON object a line, about requests and jobs, never a word of a query or a document."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """Time, level, logger and message, then what the record carries under `fields`.

    An exception's own words may quote a letter: they are written only while the `foi` loggers are at DEBUG.
    """

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said = {
            "time": moment.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.levelno <= logging.DEBUG:
            said["exception"] = self.formatException(record.exc_info)
        elif record.exc_info and record.exc_info[0]:
            said["exception"] = record.exc_info[0].__name__
        return json.dumps(said, default=str)


def install(*, requests: bool, debug: bool = False) -> None:
    """Have everything that is logged go to stderr as JSON lines: warnings, and with `requests` a line for each."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("foi").setLevel(logging.DEBUG if debug else logging.INFO if requests else logging.WARNING)
