"""`foi serve`: the API and the page on a port."""

from __future__ import annotations

import gc
import ipaddress
import os
import re
import signal
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from corpus.document import FoiError
from indexer.embed import Reranker
from indexer.generation import STORE, current
from indexer.store import Store
from service import keys, logs, tracing
from service.access import Policy
from service.api import create_app
from service.guard import LONGEST_TARGET
from service.index import Index
from service.live import Live

REMOTE = "FOI_ALLOW_REMOTE"
"""The environment variable that lets anyone read beyond this machine."""

GRACE = 10
"""Seconds that requests under way are given when the service is told to stop."""

TURN = 0.0005
"""Seconds that a thread may hold Python's lock while others wait for it; Python's own default is ten times as long."""

SELDOM = (10_000, 50, 1_000)
"""When Python looks for garbage in cycles, of which answering makes none to speak of: each look at everything stops all
threads, for up to a quarter of a second once many letters have been read."""

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


REMOTE_RATE = "300/minute"
"""How often one reader may ask beyond this machine, where no other rate is given."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of a service. `writable`: changes need no key (on this machine only); `rate` such as
    `60/minute`; `origins` are web sites that may call the API; `requests`: log a line for each."""

    writable: bool = False
    rate: str | None = None
    origins: tuple[str, ...] = ()
    requests: bool = False


def serve(
    data: Path,
    host: str,
    port: int,
    model: str | None = None,
    wishes: Wishes | None = None,
    reranker: str | None = None,
) -> int:
    """Serve the index in `data` until SIGTERM or Ctrl-C; returns 0. Port 0 takes any free one.

    On this machine reading is open. Beyond it a key is needed to read, and the service does not start without one,
    unless FOI_ALLOW_REMOTE=1 opens reading to all. Raises FoiError, before anything listens, where the host, the port,
    a wish or the index cannot be meant. Nothing need be indexed yet.
    """
    # Before torch is loaded: its threads that wait by spinning made a query's encoding take 100 to 500 ms instead of
    # 12 on two busy cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    check_index(data, model)
    place = stand(data, host, port, wishes or Wishes())
    said = f"foi-search serves {data} on {place.address} (Ctrl-C stops it)"
    live = Live(data, model=model, reranker=Reranker(reranker) if reranker else None)
    run(create_app(live, hosts=place.hosts, policy=place.policy), place, said)
    return 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a service listens, the host names it answers to (None: any), and what it allows."""

    listening: socket.socket
    address: str
    hosts: frozenset[str] | None
    policy: Policy


def stand(data: Path, host: str, port: int, wishes: Wishes) -> Place:
    """Listen, as keys and wishes allow it. Raises FoiError that says what to change."""
    keyed = bool(keys.read(data))
    listening = _listen(host, port, keyed=keyed)
    local = _is_loopback(listening.getsockname()[0])
    try:
        policy = _policy(wishes, local=local, keyed=keyed)
        tracing.install()
    except FoiError:
        listening.close()
        raise
    logs.install(requests=wishes.requests, debug=bool(os.environ.get("FOI_DEBUG")))
    hosts = _LOCAL | {host.lower()} if local else None
    return Place(listening, _address(host, listening), hosts, policy)


def run(app: ASGIApp, place: Place, said: str) -> None:
    """Serve `app` there until SIGTERM or Ctrl-C, after `said` has gone to stderr."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        http="h11",
        ws="none",
        h11_max_incomplete_event_size=4 * LONGEST_TARGET,  # longer addresses than ours get our own refusal
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=30,  # a reader who thinks between two questions keeps the connection
    )
    server = uvicorn.Server(config)

    def stop(*_: object) -> None:
        server.should_exit = True

    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, stop)  # uvicorn handles them while it runs, then raises them again: a stop is no failure
    # While one thread works out an answer, another that only has to hand one over waits for Python's lock at each of
    # its system calls: a shorter turn made that 22 ms instead of 63, with four others asking all the time.
    sys.setswitchinterval(TURN)
    gc.collect()
    gc.freeze()  # what was imported stays: it need not be looked through again and again
    gc.set_threshold(*SELDOM)
    sys.stderr.write(said + "\n")
    sys.stderr.flush()
    with place.listening:
        server.run(sockets=[place.listening])


def check_index(data: Path, model: str | None) -> None:
    """Raise FoiError for a directory that is not ours or an index of another model. An empty one is all right."""
    if data.exists() and not data.is_dir():
        raise FoiError(f"{data} is not a directory: give another with --data DIR")
    if current(data) is not None:
        Index(data, model=model)
    elif (data / STORE).exists():
        Store(data / STORE).close()


def _policy(wishes: Wishes, *, local: bool, keyed: bool) -> Policy:
    """What is allowed to whom. Raises FoiError for wishes that cannot be meant."""
    if wishes.writable and not local:
        raise FoiError("--writable is for this machine only: make a key with `foi key add NAME --scope write`")
    for origin in wishes.origins:
        if not re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+", origin):
            raise FoiError(f"--cors {origin[:60]!r} is no origin: write it as https://example.org")
    open_reading = local or (not keyed and os.environ.get(REMOTE) == "1")
    rate = wishes.rate or (None if local else REMOTE_RATE)
    policy = Policy(open_reading, wishes.writable, rate, wishes.origins)
    policy.limit()
    return policy


def _listen(host: str, port: int, *, keyed: bool) -> socket.socket:
    """A socket bound to the address; beyond this machine only where there are keys, or it is told to. Raises FoiError
    that says what to change."""
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
    if not _is_loopback(str(address[0])) and not keyed and os.environ.get(REMOTE) != "1":
        raise FoiError(
            f"--host {host} would let other machines read this index, and there are no keys yet: "
            f"run `foi key add NAME`, leave --host out, or set {REMOTE}=1 if all may read it"
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
