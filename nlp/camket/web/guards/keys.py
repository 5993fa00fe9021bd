"""The printed key of a server that other machines can reach."""

from __future__ import annotations

import hmac
from urllib.parse import parse_qs, urlencode

from starlette.responses import RedirectResponse

from camket.web.answers import refuse
from camket.web.asgi import App, Receive, Scope, Send, cookies
from camket.web.settings import Settings

PARAMETER = "khoa"


class KeyGuard:
    """Let nobody in who has not opened the address with the key once; a cookie remembers it."""

    def __init__(self, app: App, settings: Settings) -> None:
        self.app, self.token = app, settings.token
        self.cookie = f"camket_khoa_{settings.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, take the key from its address, or answer 401."""
        if scope["type"] != "http" or self.token is None or self._fits(cookies(scope).get(self.cookie)):
            await self.app(scope, receive, send)
            return
        query = parse_qs(scope["query_string"].decode("latin-1"))
        if self._fits(query.pop(PARAMETER, [None])[0]):
            rest = urlencode(query, doseq=True)
            response = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
            response.set_cookie(self.cookie, self.token, httponly=True, samesite="strict", max_age=86400 * 30)
            await response(scope, receive, send)
            return
        await refuse(scope, receive, send, 401, "needs_key")

    def _fits(self, given: str | None) -> bool:
        return given is not None and hmac.compare_digest(given.encode(), (self.token or "").encode())
