"""Drawing a page: the templates with what they may call, and the headers of a page that has our script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from service import links, markup, wording
from service.guard import SECURITY
from service.printable import straight

SERVICE = Path(__file__).parent.parent

POLICY = (
    f"{SECURITY['content-security-policy']}; script-src 'self'; connect-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The script may only come from here, and may never make elements out of text."""

_GAP = re.compile(r"\s*\n\s*\n\s*")


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(SERVICE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: straight(value) if isinstance(value, str) else value,
    )
    made.globals |= {
        "kinds": wording.KINDS,
        "outcomes": wording.OUTCOMES,
        "explained": wording.EXPLAINED,
        "address": address,
        "spot": spot,
        "many": wording.many,
    }
    made.filters |= {
        "source": source,
        "name": file_name,
        "one_line": one_line,
        "tight": tight,
        "day": wording.day,
        "ground": wording.ground,
        "format_of": wording.format_of,
        "plain": plain,
    }
    made.tests["web"] = lambda uri: uri.startswith(("http://", "https://"))
    return made


def draw(template: str, code: int = 200, /, **values: Any) -> Response:
    """The page that `template` makes of `values`, all of them escaped."""
    text = _templates().get_template(template).render(values)
    return HTMLResponse(text.encode("utf-8", "replace"), code, {"content-security-policy": POLICY})


def address(path: str, **values: str | int | None) -> str:
    """`path` with these parameters, those that are None or empty left out."""
    set_ones = {name: value for name, value in values.items() if value not in (None, "")}
    return f"{path}?{urlencode(set_ones)}" if set_ones else path


def changed(path: str, values: Mapping[str, str | int | None], **changes: str | int | None) -> str:
    """`address` of `values` with some of them changed."""
    return address(path, **{**values, **changes})


def spot(id: str, start: int, end: int) -> str:
    """The address of a document with these characters marked and scrolled to."""
    return links.document("/", id, start, end)


def source(document: Any) -> str:
    """A document in one line: authority, reference, date."""
    parts = (document.authority or "Authority not stated", document.reference, wording.day(document.date))
    return ", ".join(part for part in parts if part)


def file_name(uri: str) -> str:
    """The last part of a document's URI; an attachment keeps the name of what holds it."""
    return uri.rstrip("/").rpartition("/")[2] or uri


def tight(text: str) -> str:
    """`text` without its blank lines: page furniture and the words around a quotation need no room."""
    return _GAP.sub("\n", text)


def plain(text: str) -> str:
    """`text` on one line, without Markdown's marks: for words told again, never for a quotation."""
    return one_line(markup.bare(text, markup.marks("text/plain", text)).replace("**", ""))


def one_line(text: str) -> str:
    return " ".join(text.split())
