"""What every route answers with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response


def as_json(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """`value` as JSON in UTF-8; what a letter holds that is no character is replaced."""
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, headers, "application/json")


def as_file(text: str | bytes, media_type: str, name: str) -> Response:
    """`text` to be saved under `name`."""
    body = text.encode("utf-8", "replace") if isinstance(text, str) else text
    kind = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    return Response(body, headers={"content-disposition": attachment(name)}, media_type=kind)


def attachment(name: str) -> str:
    """A Content-Disposition for saving under `name` (RFC 6266), whatever characters a document's name holds."""
    name = name.rpartition("/")[2].rpartition("\\")[2].strip(". ") or "document"
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", name)[:120] or "document"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name[:120].encode('utf-8', 'replace'), safe='')}"


def base(request: Request) -> str:
    """The address of this service as this reader wrote it, ending in a slash."""
    return str(request.base_url)
