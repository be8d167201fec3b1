"""`foi serve` as a process: what it says when it cannot start, that it answers over a socket, and how it stops."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from corpus.document import FoiError
from indexer.embed import SentenceEncoder
from indexer.pipeline import index
from service import keys
from service.access import Policy
from service.cli import main
from service.serve import Wishes, serve, stand
from tests.conftest import SAMPLES, WordEncoder


@contextmanager
def served(data: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """`foi serve` over `data` on a free port of loopback."""
    command = [sys.executable, "-m", "service.cli", "serve", "--data", str(data), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stderr and process.stdout
    try:
        said = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:(\d+)", said)
        assert address, said
        yield process, int(address[1])
    finally:
        process.kill()
        process.wait()
        process.stderr.close()
        process.stdout.close()


def get(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def test_it_answers_with_the_real_model_and_stops_when_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    index([str(SAMPLES / "wexcombe-spo-2023-24.txt"), str(SAMPLES / "wexcombe-drones.txt")], data, SentenceEncoder())
    with served(data) as (process, port):
        assert get(port, "/healthz") == (200, b'{"status": "ok"}')
        deadline = time.monotonic() + 90
        while get(port, "/readyz")[0] != 200 and time.monotonic() < deadline:
            time.sleep(0.2)
        ready = json.loads(get(port, "/readyz")[1])
        assert (ready["model"], ready["dimension"], ready["documents"]) == ("all-MiniLM-L6-v2", 384, 2)
        hits = json.loads(get(port, "/v1/search?query=unmanned+aircraft&k=1")[1])["hits"]
        assert "drones" in hits[0]["document"]["uri"]
        assert b'<h2 id="passages">' in get(port, "/?query=drones")[1]

        assert get(port, "/healthz", {"host": "evil.example"})[0] == 421
        status, body = get(port, "/v1/search?query=" + "x" * 100_000)
        assert status == 414 and json.loads(body)["detail"].startswith("The address is longer")

        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
        assert process.stderr and process.stdout
        assert process.stderr.read() == "" and process.stdout.read() == ""


def test_a_body_that_never_comes_does_not_hold_up_others(tmp_path: Path) -> None:
    with served(tmp_path) as (process, port):
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(60)]
        for one in slow:
            one.sendall(b"POST /v1/search HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n{")
        began = time.monotonic()
        assert get(port, "/v1/documents")[0] == 503
        assert time.monotonic() - began < 5
        for one in slow:
            one.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0


def test_a_port_in_use_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(FoiError, match="is in use: stop what uses it"):
        serve(Path("/nonexistent"), "127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        ("127.0.0.1", -1, "--port -1 is out of range"),
        ("127.0.0.1", 65536, "--port 65536 is out of range"),
        ("256.0.0.1", 0, "no address of this machine"),
        ("", 0, "--host is empty"),
        ("a b", 0, "no address of this machine"),
        ("x" * 300, 0, "no address of this machine"),
    ],
)
def test_a_bad_host_or_port_is_one_line(tmp_path: Path, host: str, port: int, said: str) -> None:
    with pytest.raises(FoiError, match=re.escape(said)) as raised:
        serve(tmp_path, host, port)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_beyond_this_machine_only_when_told_so(tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.add(tmp_path / "keyed", "alice", "read")
    for value in (None, "", "0", "yes"):
        if value is None:
            monkeypatch.delenv("FOI_ALLOW_REMOTE", raising=False)
        else:
            monkeypatch.setenv("FOI_ALLOW_REMOTE", value)
        with pytest.raises(FoiError, match="`foi key add NAME`, leave --host out, or set FOI_ALLOW_REMOTE=1"):
            serve(tmp_path, host, 0)
        with closing(stand(tmp_path / "keyed", host, 0, Wishes()).listening):
            pass


def test_what_is_allowed_follows_from_where_it_listens_and_from_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyed = tmp_path / "keyed"
    keys.add(keyed, "alice", "read")
    monkeypatch.setenv("FOI_ALLOW_REMOTE", "1")
    for data, host, policy, local in (
        (tmp_path, "127.0.0.1", Policy(), True),
        (keyed, "127.0.0.1", Policy(), True),
        (tmp_path, "0.0.0.0", Policy(open_reading=True, rate="300/minute"), False),
        (keyed, "0.0.0.0", Policy(open_reading=False, rate="300/minute"), False),
    ):
        place = stand(data, host, 0, Wishes())
        with closing(place.listening):
            assert place.policy == policy and (place.hosts is not None) is local
    with closing(stand(tmp_path, "127.0.0.1", 0, Wishes(writable=True, rate="9/second")).listening):
        pass


@pytest.mark.parametrize(
    ("host", "wishes", "said"),
    [
        ("0.0.0.0", Wishes(writable=True), "--writable is for this machine only"),
        ("127.0.0.1", Wishes(rate="often"), "--rate 'often' is no rate"),
        ("127.0.0.1", Wishes(origins=("example.org",)), "--cors 'example.org' is no origin"),
        ("127.0.0.1", Wishes(origins=("*",)), "--cors '*' is no origin"),
        ("127.0.0.1", Wishes(origins=("https://a/b",)), "--cors 'https://a/b' is no origin"),
    ],
)
def test_a_wish_that_cannot_be_meant_is_one_line(
    tmp_path: Path, host: str, wishes: Wishes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOI_ALLOW_REMOTE", "1")
    with pytest.raises(FoiError, match=re.escape(said)):
        stand(tmp_path, host, 0, wishes)


def test_keys_are_made_listed_and_revoked_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "data"), "--json"]

    def foi(*arguments: str) -> Any:
        assert main(["key", *arguments, *data]) == 0
        return json.loads(capsys.readouterr().out)

    made = foi("add", "alice", "--scope", "write")
    assert keys.Keyring(tmp_path / "data").find(made["key"])
    assert foi("list") == [{name: made[name] for name in ("id", "name", "scope", "created")}]
    assert foi("revoke", made["id"])["id"] == made["id"] and foi("list") == []
    assert main(["key", "add", *data]) == 2 and "needs a NAME" in capsys.readouterr().err
    assert main(["key", "revoke", "00000000", *data]) == 2 and "no key has the id" in capsys.readouterr().err


def test_the_command_line_says_it_in_one_line_with_status_2(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "serve", "--data", str(tmp_path), "--host", "0.0.0.0"]
    environment = {name: value for name, value in os.environ.items() if name != "FOI_ALLOW_REMOTE"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("foi: --host 0.0.0.0 would let") and done.stderr.count("\n") == 1


def test_a_directory_that_is_not_ours_or_of_another_model_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(FoiError, match="not a directory"):
        serve(file, "127.0.0.1", 0)
    (tmp_path / "foi.db").write_text("not a database at all, but long enough to look at")
    with pytest.raises(FoiError, match="index"):
        serve(tmp_path, "127.0.0.1", 0)
    data = tmp_path / "data"
    index([str(SAMPLES / "wexcombe-drones.txt")], data, WordEncoder())
    with pytest.raises(FoiError, match="'words', not 'other'"):
        serve(data, "127.0.0.1", 0, "other")
