"""What keeps a reading room on one's own machine safe from pages elsewhere in the same browser.

Host: a page of another site may point its own name at 127.0.0.1 (DNS rebinding); we answer to our own names only.
Origin: another page may send a form here; whatever changes state must come from our own pages (Sec-Fetch-Site, or Origin
where a browser does not send that). Content security policy: nothing runs or loads but our own files.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

_READING = frozenset({"GET", "HEAD"})
_MOST_BYTES = 64_000  # of a form: a judgement is a few hundred


class Guard:
    """Refuses foreign hosts and foreign forms, and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.casefold() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        fault = self.fault(scope["method"], Headers(scope=scope))
        if fault is None:
            await self.app(scope, receive, send_guarded)
        else:
            status, message = fault
            await PlainTextResponse(message + "\n", status_code=status)(scope, receive, send_guarded)

    def fault(self, method: str, headers: Headers) -> tuple[int, str] | None:
        """Return why a request is refused, with its status, or None."""
        host = headers.get("host", "").casefold()
        if host_name(host) not in self.hosts:
            return 403, "This reading room answers to its own address only. Start it with --allow-host NAME to add a name."
        if method in _READING:
            return None
        if method != "POST":
            return 405, "Pages are read (GET) or judged (POST), nothing else."
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit()) or int(length[:12]) > _MOST_BYTES:
            return 413, "A form says how long it is, and is short."
        if not _from_here(headers, host):
            return 403, "A form must come from a page of this reading room."
        return None


def host_name(host: str) -> str:
    """Return the name in a Host header, without the port."""
    if host.startswith("["):
        return host[: host.find("]") + 1]
    return host.rsplit(":", 1)[0]


def _from_here(headers: Headers, host: str) -> bool:
    """Tell whether a form comes from our own page. A program that is no browser sends neither header, and may."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or origin.casefold() in (f"http://{host}", f"https://{host}")
