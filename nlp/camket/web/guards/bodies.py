"""Bodies are counted while they arrive, whether or not they announce their length."""

from __future__ import annotations

import asyncio
import time

from starlette.exceptions import HTTPException

from camket.web.answers import refuse
from camket.web.asgi import SAFE_METHODS, App, Message, Receive, Scope, Send, header
from camket.web.settings import Caps

# Addresses that take files; all others take small forms.
UPLOADS = ("/kiem-tra/gui", "/doi-chieu/gui")


class BodyGuard:
    """Stop a body that is too large (413) or comes too slowly (408)."""

    def __init__(self, app: App, caps: Caps) -> None:
        self.app, self.caps = app, caps

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        cap = self._cap(scope)
        length = header(scope, b"content-length")
        if length is not None and (not length.isdecimal() or int(length) > cap):
            await refuse(scope, receive, send, 413, "too_large")
            return
        await self.app(scope, _Counter(receive, cap, self.caps.seconds_to_send), send)

    def _cap(self, scope: Scope) -> int:
        if scope["method"] in SAFE_METHODS:
            return 0
        return self.caps.request_size if scope["path"] in UPLOADS else self.caps.form_size


class _Counter:
    """Receives a body, and raises in the page that reads it."""

    def __init__(self, receive: Receive, cap: int, seconds: float) -> None:
        self.receive, self.left, self.is_whole = receive, cap, False
        self.until = time.monotonic() + seconds

    async def __call__(self) -> Message:
        if self.is_whole:
            return await self.receive()
        try:
            message = await asyncio.wait_for(self.receive(), max(0.0, self.until - time.monotonic()))
        except TimeoutError:
            raise HTTPException(408, "too_slow", {"Connection": "close"}) from None
        self.left -= len(message.get("body", b""))
        self.is_whole = not message.get("more_body", False)
        if self.left < 0:
            raise HTTPException(413, "too_large", {"Connection": "close"})
        return message
