"""What stands before every page: which hosts are answered, how much may be sent, endings of addresses, and headers."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
FORMS = ("json", "csv")


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: App, hosts: tuple[str, ...], limit: int, secure: bool) -> None:
        self.app, self.hosts, self.limit, self.secure = app, hosts, limit, secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or refuses it before anything reads it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {k.lower(): v.decode("latin-1") for k, v in scope["headers"]}
        refused = self._refusal(scope, headers)
        guarded = self._headed(scope, send)
        if refused:
            await _refuse(guarded, *refused)
            return
        path: str = scope["path"]
        root, ending = os.path.splitext(path)
        if ending[1:] in FORMS and not path.startswith(("/static/", "/openapi")):
            scope["path"] = root
            scope["raw_path"] = root.encode("utf-8", "surrogateescape")
            scope.setdefault("state", {})["form"] = ending[1:]
        await self.app(scope, self._limited(receive), guarded)

    def _refusal(self, scope: Scope, headers: dict[bytes, str]) -> tuple[int, str, str] | None:
        host = headers.get(b"host", "")
        name = host if host.endswith("]") else host.rsplit(":", 1)[0] if ":" in host else host
        if "*" not in self.hosts and name.lower() not in self.hosts:
            return 421, "wrong-host", "this server does not answer under that name"
        if scope["method"] in ("POST", "PUT", "PATCH", "DELETE"):
            origin = headers.get(b"origin")
            if origin is not None and origin.partition("://")[2] != host:
                return 403, "foreign-form", "a form of another site is not taken"
            length = headers.get(b"content-length", "0")
            if not length.isdigit() or int(length) > self.limit:
                return 413, "too-large", f"more than {self.limit // 2**20} MB at once are not taken"
        return None

    def _limited(self, receive: Receive) -> Receive:
        """The body, cut off where it is longer than it may be (one that does not tell its length)."""
        seen = 0

        async def inner() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                return {"type": "http.disconnect"}
            return message

        return inner

    def _headed(self, scope: Scope, send: Send) -> Send:
        static = scope["path"].startswith("/static/")

        async def inner(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {k.lower() for k, _ in message["headers"]}
                wanted = dict(HEADERS)
                wanted["cache-control"] = "public, max-age=3600" if static else "private, no-store"
                if self.secure:
                    wanted["strict-transport-security"] = "max-age=31536000"
                message["headers"] = [
                    *message["headers"],
                    *((k.encode(), v.encode()) for k, v in wanted.items() if k.encode() not in given),
                ]
            await send(message)

        return inner


async def _refuse(send: Send, status: int, key: str, what: str) -> None:
    body = json.dumps(
        {"error": {"status": status, "key": key, "what": what, "where": None, "given": None, "todo": None}}
    ).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
