"""`corpus.load`: files, folders and addresses to sources, and clear errors for what is not there."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from corpus import load as module
from corpus.document import FoiError
from corpus.load import Failed, Found, load


def found(*paths: str | Path) -> list[str]:
    return [one.source.uri for one in load(map(str, paths)) if isinstance(one, Found)]


def failed(*paths: str | Path) -> list[str]:
    errors = [one for one in load(map(str, paths)) if isinstance(one, Failed)]
    assert all(isinstance(e.error, FoiError) and len(str(e.error).splitlines()) == 1 for e in errors)
    return [str(e.error) for e in errors]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/config", "sub/.x"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "in"


def test_a_file_is_named_by_its_absolute_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (one,) = load(["sub/../a.txt"])
    assert isinstance(one, Found)
    assert (one.source.uri, one.source.name, one.source.data) == (str(folder.resolve() / "a.txt"), "a.txt", b"a.txt")


def test_a_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    assert found(folder) == [str(folder.resolve() / name) for name in ("a.txt", "b.txt", "sub/c.txt")]


def test_what_is_named_twice_comes_once_and_in_the_order_given(folder: Path) -> None:
    assert [Path(uri).name for uri in found(folder / "b.txt", folder, folder / "a.txt")] == ["b.txt", "a.txt", "c.txt"]


def test_a_hidden_file_that_is_named_is_read(folder: Path) -> None:
    assert found(folder / ".hidden")


def test_links_in_a_ring_end_and_links_to_files_are_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    (tmp_path / "outside.txt").write_text("x")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "broken").symlink_to(folder / "nowhere")
    (folder / "self").symlink_to(folder / "self")
    assert [Path(uri).name for uri in found(folder)] == ["a.txt", "b.txt", "outside.txt", "c.txt"]
    assert len(failed(folder)) == 2


def test_errors_name_the_path_and_what_to_do(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    assert "nowhere.txt does not exist" in failed(tmp_path / "nowhere.txt")[0]
    assert "holds no files" in failed(tmp_path / "empty")[0]
    assert "empty path" in failed("")[0]
    assert "cannot be opened" in failed("a\0b")[0]
    assert "cannot be opened" in failed("x" * 5000)[0]
    os.mkfifo(folder / "pipe")
    assert "not a regular file" in failed(folder / "pipe")[0]
    assert len(found(tmp_path / "nowhere.txt", folder)) == 3, "a bad path does not hinder the good ones"


def test_a_file_over_the_limit_is_refused_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 3)
    assert "larger than" in failed(folder / "a.txt")[0]


class _Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/gone":
            self.send_error(404)
        elif self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/log/a%20b.html")
            self.end_headers()
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html><img src='/picture.png'></html>")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    _Site.asked = []
    with HTTPServer(("127.0.0.1", 0), _Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_address_is_fetched_alone(site: str) -> None:
    (one,) = load([f"{site}/log/a%20b.html#part"])
    assert isinstance(one, Found)
    assert (one.source.uri, one.source.name) == (f"{site}/log/a%20b.html", "a b.html")
    assert _Site.asked == ["/log/a%20b.html"]


def test_a_redirect_is_followed_and_a_refusal_told(site: str) -> None:
    assert len(found(f"{site}/moved")) == 1
    assert "404 Not Found" in failed(f"{site}/gone")[0]


def test_a_download_over_the_limit_is_stopped(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_DOWNLOAD", 5)
    assert "larger than" in failed(site)[0]


def test_an_address_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "cannot be fetched" in failed(f"http://127.0.0.1:{port}/")[0]
    assert "cannot be fetched" in failed("http://[bad")[0]


def test_a_file_is_opened_only_when_it_is_asked_for(folder: Path) -> None:
    documents = load([str(folder)])
    next(documents)
    (folder / "b.txt").write_text("changed since")
    two = next(documents)
    assert isinstance(two, Found) and two.source.data == b"changed since"
