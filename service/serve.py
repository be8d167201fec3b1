"""`foi serve`: the API and the page on a port."""

from __future__ import annotations

import ipaddress
import logging
import os
import signal
import socket
import sys
from pathlib import Path

import uvicorn

from corpus.document import FoiError
from indexer.generation import STORE, current
from indexer.store import Store
from service.api import create_app
from service.guard import LONGEST_TARGET
from service.index import Index
from service.live import Live

REMOTE = "FOI_ALLOW_REMOTE"
"""The environment variable that lets the service listen beyond this machine."""

GRACE = 10
"""Seconds that requests under way are given when the service is told to stop."""

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


def serve(data: Path, host: str, port: int, model: str | None = None) -> int:
    """Serve the index in `data` until SIGTERM or Ctrl-C; returns 0. Port 0 takes any free one.

    Raises FoiError, before anything listens, where the host, the port or the index cannot be meant. Nothing need be
    indexed yet.
    """
    # Before torch is loaded: its threads that wait by spinning made a query's encoding take 100 to 500 ms instead of
    # 12 on two busy cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    _check_index(data, model)
    listening = _listen(host, port)
    local = _is_loopback(listening.getsockname()[0])
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.WARNING)
    logging.getLogger("foi").setLevel(logging.DEBUG if os.environ.get("FOI_DEBUG") else logging.WARNING)
    hosts = _LOCAL | {host.lower()} if local else None
    config = uvicorn.Config(
        create_app(Live(data, model=model), hosts=hosts),
        log_level="warning",
        access_log=False,
        server_header=False,
        http="h11",
        ws="none",
        h11_max_incomplete_event_size=4 * LONGEST_TARGET,  # longer addresses than ours get our own refusal
        timeout_graceful_shutdown=GRACE,
    )
    server = uvicorn.Server(config)

    def stop(*_: object) -> None:
        server.should_exit = True

    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, stop)  # uvicorn handles them while it runs, then raises them again: a stop is no failure
    sys.stderr.write(f"foi-search serves {data} on {_address(host, listening)} (Ctrl-C stops it)\n")
    sys.stderr.flush()
    with listening:
        server.run(sockets=[listening])
    return 0


def _check_index(data: Path, model: str | None) -> None:
    """Raise FoiError for a directory that is not ours or an index of another model. An empty one is all right."""
    if data.exists() and not data.is_dir():
        raise FoiError(f"{data} is not a directory: give another with --data DIR")
    if current(data) is not None:
        Index(data, model=model)
    elif (data / STORE).exists():
        Store(data / STORE).close()


def _listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address. Raises FoiError that says what to change."""
    if not 0 <= port <= 65535:
        raise FoiError(f"--port {port} is out of range: give 1 to 65535, or 0 for any free one")
    if not host:
        raise FoiError("--host is empty: leave it out, or give 127.0.0.1")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError):
        raise FoiError(f"--host {host[:80]!r} is no address of this machine: give 127.0.0.1") from None
    if not _is_loopback(str(address[0])) and os.environ.get(REMOTE) != "1":
        raise FoiError(
            f"--host {host} would let other machines read this index, and there are no keys yet: "
            f"leave --host out, or set {REMOTE}=1 if that is meant"
        )
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(512)
    except OSError as error:
        listening.close()
        raise FoiError(_refusal(error, host, port)) from None
    return listening


def _refusal(error: OSError, host: str, port: int) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use: stop what uses it, or give another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights: give one from 1024 up with --port"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"--host {host} is no address of this machine: give 127.0.0.1"
    return f"cannot listen on {host} port {port} ({error.strerror}): give others with --host and --port"


def _is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def _address(host: str, listening: socket.socket) -> str:
    port = listening.getsockname()[1]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
