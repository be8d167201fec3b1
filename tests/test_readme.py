"""What the README says of using the service from a program runs as it stands there."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from indexer.pipeline import index
from service.access import Policy
from service.api import create_app
from service.jobs import Jobs
from service.live import Live
from tests.conftest import ROOT, SAMPLES, WordEncoder
from tests.test_jobs import PLAY

SECTION = "## Use it from your program\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service over a few samples, on a free port."""
    root = tmp_path_factory.mktemp("readme")
    names = ("wexcombe-spo-2023-24.txt", "wexcombe-stalking-orders-2022-23.md", "saltmoor-anpr-refusal.md")
    index([str(SAMPLES / name) for name in names], root / "data", WordEncoder())
    (root / "play.py").write_text(PLAY)
    work = Jobs(root / "data", command=(sys.executable, str(root / "play.py")))
    app = create_app(Live(root / "data", encoder=WordEncoder()), policy=Policy(open_writing=True), jobs=work)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=20)
    listening.close()


def blocks(language: str, address: str) -> str:
    """The section's code in one language, for the service at `address`."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition(SECTION)[2].partition("\n## ")[0]
    found = re.findall(rf"^```{language}\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    assert found
    return "\n".join(found).replace("http://127.0.0.1:8000", address)


def test_the_shell_lines_run(address: str, tmp_path: Path) -> None:
    if not shutil.which("curl") or not shutil.which("bash"):
        pytest.skip("curl or bash is not there: the README's shell lines need both")
    (tmp_path / "reply.txt").write_text("1. How many?\n\nWe hold 4.\n")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", blocks("sh", address)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for said in ('"answer": "6"', '"facets"', '"highlights"', '"rows"', '"period": "2022/23"', '"FOIA s31"', '"state"'):
        assert said in done.stdout, said
    assert (tmp_path / "hits.csv").read_text().startswith("rank,score,kind,")


def test_the_client_s_lines_run(address: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", blocks("python", address)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert re.match(r"disclosed \d FOI \d+/\d+\n", done.stdout), done.stdout
    assert "@misc{saltmoor-police" in done.stdout


def test_both_together_are_some_twenty_lines(address: str) -> None:
    assert len((blocks("sh", address) + blocks("python", address)).splitlines()) <= 22
