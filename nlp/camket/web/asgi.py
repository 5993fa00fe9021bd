"""Names of the ASGI interface; headers of requests and answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))


def header(scope: Scope, name: bytes) -> str | None:
    """The one value of a header; None where it is absent, "" where it was sent more than once."""
    found = [value for key, value in scope["headers"] if key == name]
    return None if not found else found[0].decode("latin-1") if len(found) == 1 else ""


def with_headers(send: Send, headers: Iterable[tuple[bytes, bytes]]) -> Send:
    """Add headers to whatever is answered; one that the answer has already stays."""
    wanted = list(headers)

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            more = [pair for pair in wanted if pair[0] not in present or pair[0] == b"set-cookie"]
            message["headers"] = [*message["headers"], *more]
        await send(message)

    return sending


def cookies(scope: Scope) -> dict[str, str]:
    """Cookies of a request; none where they can't be read."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header(scope, b"cookie") or "").items()}
    except CookieError:
        return {}
