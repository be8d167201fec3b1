"""The tools for assistants, over the protocol itself: in process, over stdio, over HTTP."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="foi mcp needs the extra mcp")

import mcp
from mcp.client.streamable_http import streamable_http_client

from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from service import assistant, keys, schema
from service.live import Live
from tests.conftest import SAMPLES, WordEncoder

SPO = "how many stalking protection orders were breached"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("assistant") / "data"
    index([str(SAMPLES / "wexcombe-spo-2023-24.txt"), str(SAMPLES / "wexcombe-drones.txt")], made, SentenceEncoder())
    return made


def talk(server: Any, conversation: Callable[[mcp.Client], Awaitable[None]]) -> None:
    async def run() -> None:
        async with mcp.Client(server, read_timeout_seconds=90) as client:
            await conversation(client)

    asyncio.run(run())


async def all_tools(client: mcp.Client) -> None:
    """What an assistant does: see the tools, search, ask, read, and be told what is wrong."""
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert set(tools) == {"search", "ask", "read_document"}
    assert all(tool.description and tool.annotations and tool.annotations.read_only_hint for tool in tools.values())
    found = await client.call_tool("search", {"query": "unmanned aircraft", "k": 3})
    assert not found.is_error and found.structured_content
    hits = found.structured_content["hits"]
    assert 0 < len(hits) <= 3 and "drones" in hits[0]["document"]["uri"]
    asked = await client.call_tool("ask", {"query": SPO, "authority": "Wexcombe"})
    assert asked.structured_content
    answer = schema.Answered.model_validate(asked.structured_content)
    assert answer.answer == "6"
    cited = answer.citations[0]
    read = await client.call_tool("read_document", {"id": cited.document.id})
    assert read.structured_content
    assert read.structured_content["text"][cited.start : cited.end] == cited.quote
    assert read.structured_content["next"] is None
    for name, arguments, said in (
        ("ask", {"query": "x", "since": "never"}, "is not a date"),
        ("search", {"query": "?!"}, "no word"),
        ("read_document", {"id": "../../etc/passwd"}, "No document has this id"),
        ("read_document", {"id": "0" * 16}, "No document has this id"),
    ):
        refused = await client.call_tool(name, arguments)
        assert refused.is_error and said in refused.content[0].text, name


def test_in_process(data: Path) -> None:
    talk(assistant.tools(Live(data)), all_tools)


def test_a_long_document_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assistant, "PAGE", 100)
    index([str(SAMPLES / "wexcombe-drones.txt")], tmp_path / "data", WordEncoder())
    live = Live(tmp_path / "data", encoder=WordEncoder())
    snapshot = live.current().snapshot
    (document,) = snapshot.store.documents(snapshot.at)

    async def read(client: mcp.Client) -> None:
        text, at = "", 0
        while at is not None:
            got = (await client.call_tool("read_document", {"id": document.id, "start": at})).structured_content
            assert got and len(got["text"]) <= 100
            text, at = text + got["text"], got["next"]
        assert text == snapshot.store.text(document.version)

    talk(assistant.tools(live), read)


def test_before_anything_is_indexed_a_tool_says_so(tmp_path: Path) -> None:
    async def ask(client: mcp.Client) -> None:
        got = await client.call_tool("ask", {"query": "x"})
        assert got.is_error and "Nothing is indexed" in got.content[0].text

    talk(assistant.tools(Live(tmp_path)), ask)


def test_over_stdio(data: Path) -> None:
    command = ["-m", "service.cli", "mcp", "--data", str(data)]
    talk(mcp.StdioServerParameters(command=sys.executable, args=command), all_tools)


def test_over_http_behind_a_key(data: Path) -> None:
    import httpx

    command = [sys.executable, "-m", "service.cli", "mcp", "--http", "--port", "0", "--data", str(data), "--log"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        address = re.search(r"http://127\.0\.0\.1:\d+/mcp", process.stderr.readline())
        assert address
        talk(address[0], all_tools)
        assert httpx.post(address[0], json={}, headers={"host": "evil.example"}).status_code == 421
        assert httpx.post(address[0], json={}, headers={"authorization": "Bearer x"}).status_code == 401
        assert httpx.post(address[0], content=b"x" * 100_000).status_code == 413
        _, token = keys.add(data, "assistant", "read")
        http = httpx.AsyncClient(headers={"authorization": f"Bearer {token}"}, timeout=60)
        talk(streamable_http_client(address[0], http_client=http), all_tools)
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0
        log = process.stderr.read() if process.stderr else ""
        if process.stderr:
            process.stderr.close()
    assert "Traceback" not in log and "stalking" not in log
