"""Who may do what, and how often: keys, their scope, other web sites kept from writing, and the rate of requests."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import math
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import limits
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.document import FoiError
from service import keys
from service.keys import Key, Keyring
from service.problems import Errors, wants_page

OPEN = frozenset({"/healthz", "/readyz", "/opensearch.xml", "/openapi.json"})
"""What anyone may read: it tells nothing of any letter."""

_READ_BY_POST = frozenset({"/v1/search", "/v1/ask", "/v1/batch", "/mcp"})
_WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True, slots=True)
class Policy:
    """What is allowed without a key, and how often anything is (`60/minute`; None: as often as one likes).

    `origins` are other web sites that may call the API from a browser.
    """

    open_reading: bool = True
    open_writing: bool = False
    rate: str | None = None
    origins: tuple[str, ...] = ()

    def limit(self) -> limits.RateLimitItem | None:
        """`rate` understood. Raises FoiError where it cannot be meant."""
        if self.rate is None:
            return None
        try:
            return limits.parse(self.rate)
        except ValueError:
            raise FoiError(f"--rate {self.rate[:40]!r} is no rate: write it as 60/minute or 5/second") from None


class Access:
    """Refuses what the policy does not allow, before the body of a request is taken in."""

    def __init__(self, app: ASGIApp, policy: Policy, keyring: Keyring, errors: Errors) -> None:
        self.app, self.policy, self.keyring, self.errors = app, policy, keyring, errors
        self._limit = policy.limit()
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        token = _token(headers.get("authorization", ""))
        key = self.keyring.find(token) if token is not None else None
        scope["state"]["key"] = key
        refused = self._refused(scope, headers, token, key) or self._too_often(scope, key)
        await (refused or self.app)(scope, receive, send)

    def _refused(self, scope: Scope, headers: Headers, token: str | None, key: Key | None) -> ASGIApp | None:
        path, needed = scope["path"], needs(scope["method"], scope["path"])
        if token is not None and key is None:
            return self._challenge(scope, "This key is not known here, or it was revoked.")
        if needed == "write" and not self._own_site(headers):
            detail = "Another web site asked for this change: make it from this service's own page, or from a program."
            return self.errors.say(scope, 403, detail, "cross-site")
        if key is not None:
            if key.allows(needed):
                return None
            detail = f"The key {key.id} may only read: a key with the scope write is needed."
            return self.errors.say(scope, 403, detail, "scope")
        if path in OPEN or path.startswith("/static/"):
            return None
        if self.policy.open_reading if needed == "read" else self.policy.open_writing:
            return None
        detail = f"A key with the scope {needed} is needed: `foi key add NAME --scope {needed}` makes one."
        return self._challenge(scope, detail)

    def _challenge(self, scope: Scope, detail: str) -> ASGIApp:
        # A browser asks its user for a key as for a password: the name given with it does not matter.
        scheme = 'Basic realm="foi-search: any name, and a key as the password"' if wants_page(Request(scope)) else ""
        return self.errors.say(scope, 401, detail, "key", {"WWW-Authenticate": scheme or 'Bearer realm="foi-search"'})

    def _own_site(self, headers: Headers) -> bool:
        """Whether a change was asked for by this service's own page, or by no page at all.

        `Sec-Fetch-Site` is believed first: a browser alone writes it, and `same-origin` is said of our own page even
        where a referrer policy, or a proxy that renames the host, makes `Origin` say otherwise. A browser sends it
        over https and to loopback; where it is missing, `Origin` has to be the host that is asked.
        """
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if origin in self.policy.origins or site == "same-origin":
            return True
        if site not in (None, "none"):
            return False
        return origin is None or _host(origin) == headers.get("host", "").lower() != ""

    def _too_often(self, scope: Scope, key: Key | None) -> ASGIApp | None:
        if self._limit is None or scope["path"] in OPEN:
            return None
        who = f"key {key.id}" if key else address(scope)
        if self._limiter.hit(self._limit, who):
            return None
        wait = max(1, math.ceil(self._limiter.get_window_stats(self._limit, who).reset_time - time.time()))
        detail = f"More than {self._limit} were asked for: wait {wait} seconds."
        return self.errors.say(scope, 429, detail, "too-many-requests", {"Retry-After": str(wait)})


def needs(method: str, path: str) -> keys.Scope:
    """The scope that a request needs."""
    return "write" if method in _WRITING and path not in _READ_BY_POST else "read"


def address(scope: Scope) -> str:
    """Who asks, where no key says so: the address; of IPv6 the /64, which is one customer."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host
    if found.version == 6:
        return str(ipaddress.ip_network(f"{host}/64", strict=False))
    return host


def _host(origin: str) -> str | None:
    """The host and port of an origin, in lower case; None where it is none (`null`, or no address at all)."""
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None


def _token(header: str) -> str | None:
    """The key in an Authorization header, as a bearer token or as the password of Basic; None where there is none."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return None
